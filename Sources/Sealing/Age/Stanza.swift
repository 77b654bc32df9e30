/// The file key wrapped for one recipient, in whatever way; as it is written in a header.
struct Stanza: Hashable, Sendable {
  /// At least one; the first says in which way. Printable ASCII without spaces.
  let arguments: [String]
  let body: [UInt8]

  init(_ arguments: [String], body: [UInt8]) {
    self.arguments = arguments
    self.body = body
  }

  /// Reads a stanza whose first line has been read already.
  init(_ first: ArraySlice<UInt8>, then lines: inout Lines) throws(AgeError) {
    guard first.starts(with: Self.mark) else { throw .damaged(.header) }
    let arguments = first.dropFirst(Self.mark.count)
      .split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    let printable = arguments.joined().allSatisfy { (0x21...0x7e).contains($0) }
    guard printable, arguments.allSatisfy({ !$0.isEmpty }) else { throw .damaged(.header) }
    self.arguments = arguments.map { String(decoding: $0, as: UTF8.self) }

    // The body ends with the first line that is not full; it may be empty.
    var text: [UInt8] = []
    var last = Self.columns
    while last == Self.columns {
      guard let line = lines.next(), line.count <= Self.columns else { throw .damaged(.header) }
      text += line
      last = line.count
    }
    guard let body = Base64.decode(text) else { throw .damaged(.header) }
    self.body = body
  }

  /// The lines of the stanza, each with its line feed.
  var text: [UInt8] {
    var text = Self.mark + Array(arguments.joined(separator: " ").utf8) + [0x0a]
    let body = Base64.encode(body)
    for start in stride(from: 0, through: body.count, by: Self.columns) {
      text += body[start..<min(start + Self.columns, body.count)] + [0x0a]
    }
    return text
  }

  private static let mark = Array("-> ".utf8)
  private static let columns = 64
}
