/// A file of age as text, for ways that carry nothing else: strict PEM, RFC 7468.
package enum Armor {
  /// The file as lines of 64 characters between two marks.
  package static func encode(_ file: [UInt8]) -> [UInt8] {
    var body = Base64.encode(file)
    body += [UInt8](repeating: padding, count: (4 - body.count % 4) % 4)
    var text = first + [lineFeed]
    for start in stride(from: 0, to: body.count, by: columns) {
      text += body[start..<min(start + columns, body.count)] + [lineFeed]
    }
    return text + last + [lineFeed]
  }

  /// The file in an armored one.
  ///
  /// Strict, so that no two texts within the marks mean the same file; only white space around
  /// them, and `CR LF` as the end of a line, are allowed besides.
  package static func decode(_ text: [UInt8]) throws(AgeError) -> [UInt8] {
    guard begins(text) else { throw .notAge }
    var lines = trimmed(text).split(separator: lineFeed, omittingEmptySubsequences: false)
      .dropFirst()[...]
    guard let end = lines.popLast(), end.elementsEqual(last) else { throw .damaged(.armor) }
    var body: [UInt8] = []
    for (place, line) in zip(lines.indices, lines) {
      let line = line.last == carriageReturn ? line.dropLast() : line
      let isLast = place == lines.index(before: lines.endIndex)
      guard line.count == columns || isLast && (1..<columns).contains(line.count) else {
        throw .damaged(.armor)
      }
      body += line
    }
    let paddings = body.suffix(2).count { $0 == padding }
    guard body.count % 4 == 0, let file = Base64.decode(body.dropLast(paddings)) else {
      throw .damaged(.armor)
    }
    return file
  }

  /// Whether the text begins with the mark on a line of its own, white space before it aside.
  static func begins(_ text: [UInt8]) -> Bool {
    let line = text.drop(while: isSpace).prefix(first.count + 2)
    return line.starts(with: first + [lineFeed])
      || line.starts(with: first + [carriageReturn, lineFeed])
  }

  private static func trimmed(_ text: [UInt8]) -> ArraySlice<UInt8> {
    let text = text.drop(while: isSpace)
    guard let end = text.lastIndex(where: { !isSpace($0) }) else { return [] }
    return text[...end]
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    [UInt8(ascii: " "), UInt8(ascii: "\t"), lineFeed, carriageReturn].contains(byte)
  }

  private static let first = Array("-----BEGIN AGE ENCRYPTED FILE-----".utf8)
  private static let last = Array("-----END AGE ENCRYPTED FILE-----".utf8)
  private static let columns = 64
  private static let padding = UInt8(ascii: "=")
  private static let lineFeed: UInt8 = 0x0a
  private static let carriageReturn: UInt8 = 0x0d
}
