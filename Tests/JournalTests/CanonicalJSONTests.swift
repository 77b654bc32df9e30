import Fixtures
import Testing

@testable import Journal

struct CanonicalJSONTests {
  @Test(arguments: [
    #"{}"#, #"[]"#, #"null"#, #"true"#, #"false"#, #"0"#, #"-1"#, #""""#,
    #"9007199254740991"#, #"-9007199254740991"#,
    #"{"a":1,"b":[true,false,null],"c":{"d":"e"}}"#,
    #"{"A":1,"_":2,"a":3}"#,
    #""/ 中文 é ‮ 👩‍👩‍👧 \\ \" \b\t\n\f\r\u0000\u001b\u001f""#,
    "\"\u{7f}\u{80}\u{2028}\u{feff}\u{10ffff}\"",
  ])
  func `a canonical text reads and is written as the same bytes`(text: String) throws {
    let bytes = Array(text.utf8)
    #expect(try JSON(canonical: bytes).bytes == bytes)
  }

  @Test(arguments: [
    // White space.
    " 1", "1 ", "\n1", "[1, 2]", "[ ]", "{ }", #"{"a": 1}"#, #"{"a":1 }"#, "\u{feff}1",
    // Keys out of order, or twice.
    #"{"b":1,"a":2}"#, #"{"a":1,"a":2}"#, #"{"a":1,"a":1}"#, #"{"a":1,"A":2}"#, #"{"aa":1,"a":2}"#,
    #"{"中":1,"é":2}"#, #"{"é":1}"#, #"{"a":{"中":1}}"#,
    // Numbers.
    "1.0", "-0", "01", "00", "-01", "+1", "1e3", "1E3", "0x1", "-", "--1", "1-", "1-1", ".5", "NaN",
    "Infinity", "9007199254740992", "-9007199254740992", "9223372036854775807",
    "9223372036854775808", "-9223372036854775809", "18446744073709551616",
    "100000000000000000000000000000",
    // Escapes that are not needed, or of another form.
    #""\u0041""#, #""\/""#, #""\u001F""#, #""\u000a""#, #""\u0008""#, #""\u007f""#, #""\u4e2d""#,
    #""\U0001""#, #""\u001""#, #""\u+01f""#, #""\u 1f""#, #""\u00""#, #""\a""#, #""\'""#,
    #""\x41""#,
    #""\u0022""#, #""\u005c""#,
    // Surrogates, alone or in pairs.
    #""\ud800""#, #""\udc00""#, #""\ud83d\ude00""#, #""\ud83d""#,
    // Characters that must be escaped.
    "\"\u{0}\"", "\"\u{1}\"", "\"\n\"", "\"\t\"", "\"\u{1f}\"",
    // What is not JSON, or not one value.
    "", "nul", "nulll", "True", "tru", "'a'", "a", "[", "]", "[1", "[1,", "[1,]", "[,1]", "[1 2]",
    "{", "}", #"{"a"}"#, #"{"a":}"#, #"{"a":1,}"#, #"{,"a":1}"#, #"{a:1}"#, #"{1:1}"#, #"{"a" :1}"#,
    #"{"a":1"b":2}"#, #"""#, #""a"#, #""\"#, #""\u"#, "1 2", "1,2", "{}{}", "[]null", "1\u{0}",
    #""a""b""#, "/* */1", "//\n1",
  ])
  func `any other spelling is refused`(text: String) {
    #expect(throws: JSONProblem.self) { try JSON(canonical: Array(text.utf8)) }
  }

  @Test(arguments: [
    [0x22, 0xff, 0x22],
    [0x22, 0xc0, 0xaf, 0x22],  // An overlong slash.
    [0x22, 0xe0, 0x80, 0xaf, 0x22],
    [0x22, 0xed, 0xa0, 0x80, 0x22],  // A surrogate in three bytes.
    [0x22, 0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80, 0x22],  // CESU-8.
    [0x22, 0xf4, 0x90, 0x80, 0x80, 0x22],  // Beyond U+10FFFF.
    [0x22, 0xe4, 0xb8, 0x22],  // 中, cut short.
    [0x22, 0x80, 0x22],
    [0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d],
    [0xff], [0x31, 0xff], [0xef, 0xbb, 0xbf, 0x31], [0xff, 0xfe, 0x31, 0x00],
  ])
  func `invalid UTF-8 is refused`(bytes: [UInt8]) {
    #expect(throws: JSONProblem.self) { try JSON(canonical: bytes) }
  }

  @Test(arguments: ["[", #"{"a":"#])
  func `sixteen levels read, seventeen do not`(opening: String) throws {
    let closing = opening == "[" ? "]" : "}"
    func nested(_ depth: Int) -> [UInt8] {
      let core = opening == "[" ? "" : "0"
      return Array(
        (String(repeating: opening, count: depth) + core
          + String(repeating: closing, count: depth)).utf8)
    }
    #expect(try JSON(canonical: nested(16)).bytes == nested(16))
    #expect(throws: JSONProblem.tooDeep) { try JSON(canonical: nested(17)) }
    #expect(throws: JSONProblem.tooDeep) { try JSON(canonical: nested(100_000)) }
  }

  @Test func `keys are sorted by their bytes and those without a value left out`() {
    let json = JSON.object([
      "b": .null, "é": .bool(true), "B": nil, "a": .integer(1), "😀": "中".json,
    ])
    #expect(String(decoding: json.bytes, as: UTF8.self) == #"{"a":1,"b":null,"é":true,"😀":"中"}"#)
  }

  @Test(arguments: Seed.runs(200))
  func `any value comes back as it was written`(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let value = JSON.random(depth: 0, using: &generator)
    let bytes = value.bytes
    let read = try JSON(canonical: bytes)
    #expect(read.bytes == bytes, "\(Seed.replay)")
    #expect(read == value, "\(Seed.replay)")
  }

  @Test(arguments: Seed.runs(200))
  func `one byte changed is another value or none`(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let bytes = JSON.random(depth: 0, using: &generator).bytes
    for index in bytes.indices {
      var changed = bytes
      changed[index] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      guard let read = try? JSON(canonical: changed) else { continue }
      #expect(read.bytes == changed, "\(Seed.replay)")
    }
  }
}

extension String {
  fileprivate var json: JSON { .string(self) }

  /// As the name of a member may be.
  fileprivate var ascii: String {
    String(String.UnicodeScalarView(unicodeScalars.filter(\.isASCII)))
  }
}

extension JSON {
  fileprivate static func random(depth: Int, using generator: inout SplitMix64) -> JSON {
    switch Int.random(in: 0..<(depth < 4 ? 7 : 5), using: &generator) {
    case 0: .null
    case 1: .bool(.random(using: &generator))
    case 2:
      .integer(
        Int64(truncatingIfNeeded: generator.next()) >> Int64.random(in: 11..<64, using: &generator))
    case 3, 4: .string(text(using: &generator))
    case 5: .array((0..<4).map { _ in random(depth: depth + 1, using: &generator) })
    default:
      object(
        Set((0..<4).map { _ in ByteText(text(using: &generator).ascii) })
          .sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
          .map { Member(key: $0.text, value: random(depth: depth + 1, using: &generator)) })
    }
  }

  private static func text(using generator: inout SplitMix64) -> String {
    let scalars: [Unicode.Scalar] = [
      "a", "Z", "/", "\\", "\"", "\u{0}", "\n", "\u{1b}", "\u{1f}", "\u{7f}", "é", "e", "\u{301}",
      "中", "我",
      "👩", "\u{200d}", "\u{202e}", "\u{2028}", "\u{feff}", "\u{d7ff}", "\u{e000}", "\u{10ffff}",
    ]
    var text = ""
    for _ in 0..<Int.random(in: 0..<12, using: &generator) {
      text.unicodeScalars.append(scalars.randomElement(using: &generator) ?? "a")
    }
    return text
  }
}

/// A text that equals another only byte for byte.
private struct ByteText: Hashable {
  let text: String
  let bytes: [UInt8]

  init(_ text: String) {
    self.text = text
    bytes = Array(text.utf8)
  }

  static func == (left: Self, right: Self) -> Bool { left.bytes == right.bytes }

  func hash(into hasher: inout Hasher) { hasher.combine(bytes) }
}
