extension JSON {
  /// How deep arrays and objects may lie in one another.
  package static let depth = 16

  /// What every program can tell apart, also one whose numbers are doubles: ±(2^53 − 1).
  package static let integers: ClosedRange<Int64> = -9_007_199_254_740_991...9_007_199_254_740_991

  /// Reads exactly one value in its canonical encoding; anything else is no value.
  package init(canonical bytes: [UInt8]) throws(JSONProblem) {
    var reader = JSONReader(bytes: bytes)
    let value = try reader.value(depth: 0)
    guard reader.position == bytes.count, value.bytes == bytes else { throw .notCanonical }
    self = value
  }
}

package enum JSONProblem: Error, Hashable, Sendable {
  case malformed
  case notCanonical
  case tooDeep
}

/// Reads JSON without white space; what it takes too lightly, writing the value again brings out.
private struct JSONReader {
  let bytes: [UInt8]
  var position = 0

  mutating func value(depth: Int) throws(JSONProblem) -> JSON {
    guard let first = peek else { throw .malformed }
    switch first {
    case UInt8(ascii: "{"): return try object(depth: depth + 1)
    case UInt8(ascii: "["): return try array(depth: depth + 1)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return .integer(try integer())
    }
  }

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard peek == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func word(_ word: String, _ value: JSON) throws(JSONProblem) -> JSON {
    guard bytes[position...].starts(with: word.utf8) else { throw .malformed }
    position += word.utf8.count
    return value
  }

  private mutating func integer() throws(JSONProblem) -> Int64 {
    let end =
      bytes[position...].firstIndex { !(0x30...0x39).contains($0) && $0 != UInt8(ascii: "-") }
      ?? bytes.count
    guard let number = Int64(String(decoding: bytes[position..<end], as: UTF8.self)),
      JSON.integers.contains(number)
    else { throw .malformed }
    position = end
    return number
  }

  private mutating func array(depth: Int) throws(JSONProblem) -> JSON {
    if depth > JSON.depth { throw .tooDeep }
    position += 1
    var values: [JSON] = []
    if take("]") { return .array(values) }
    repeat { values.append(try value(depth: depth)) } while take(",")
    guard take("]") else { throw .malformed }
    return .array(values)
  }

  private mutating func object(depth: Int) throws(JSONProblem) -> JSON {
    if depth > JSON.depth { throw .tooDeep }
    position += 1
    var members: [JSON.Member] = []
    if take("}") { return .object(members) }
    repeat {
      guard peek == UInt8(ascii: "\"") else { throw .malformed }
      let key = try string()
      guard key.utf8.allSatisfy({ $0 < 0x80 }) else { throw .malformed }
      if let last = members.last, !last.key.utf8.lexicographicallyPrecedes(key.utf8) {
        throw .notCanonical
      }
      guard take(":") else { throw .malformed }
      members.append(JSON.Member(key: key, value: try value(depth: depth)))
    } while take(",")
    guard take("}") else { throw .malformed }
    return .object(members)
  }

  private mutating func string() throws(JSONProblem) -> String {
    position += 1
    var content: [UInt8] = []
    var start = position
    while let byte = peek {
      switch byte {
      case UInt8(ascii: "\""):
        let rest = bytes[start..<position]
        position += 1
        // Most texts have nothing escaped, and come over in one piece.
        let text =
          content.isEmpty
          ? String(validating: rest, as: UTF8.self)
          : String(validating: content + rest, as: UTF8.self)
        guard let text else { throw .malformed }
        return text
      case UInt8(ascii: "\\"):
        content += bytes[start..<position]
        position += 1
        content.append(try escaped())
        start = position
      case 0..<0x20: throw .malformed
      default: position += 1
      }
    }
    throw .malformed
  }

  private mutating func escaped() throws(JSONProblem) -> UInt8 {
    guard let byte = peek else { throw .malformed }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): return byte
    case UInt8(ascii: "b"): return 0x08
    case UInt8(ascii: "t"): return 0x09
    case UInt8(ascii: "n"): return 0x0a
    case UInt8(ascii: "f"): return 0x0c
    case UInt8(ascii: "r"): return 0x0d
    case UInt8(ascii: "u"):
      guard position + 4 <= bytes.count else { throw .malformed }
      let digits = String(decoding: bytes[position..<position + 4], as: UTF8.self)
      guard let code = UInt8(digits, radix: 16), code < 0x20 else { throw .notCanonical }
      position += 4
      return code
    default: throw .malformed
    }
  }
}
