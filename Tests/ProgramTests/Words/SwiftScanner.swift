/// A piece of Swift source: as much of the language as is needed to find what the program says.
struct SwiftToken: Sendable {
  enum Kind: Sendable {
    /// A name, a keyword or a number.
    case word(String)
    case mark(Character)
    case literal(SwiftLiteral)
  }

  let kind: Kind
  let line: Int

  func isMark(_ mark: Character) -> Bool {
    if case .mark(mark) = kind { true } else { false }
  }

  func isWord(_ word: String) -> Bool {
    if case .word(word) = kind { true } else { false }
  }

  var literal: SwiftLiteral? {
    if case .literal(let literal) = kind { literal } else { nil }
  }
}

/// A string literal as the program prints it, with holes where it interpolates.
struct SwiftLiteral: Sendable {
  enum Piece: Sendable {
    case text(String)
    case hole([SwiftToken])
  }

  var pieces: [Piece] = []

  /// Stands for a value that only a run of the program knows.
  static let hole = "\u{FFFC}"

  var text: String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .hole: Self.hole
      }
    }.joined()
  }

  var holes: [[SwiftToken]] {
    pieces.compactMap { if case .hole(let tokens) = $0 { tokens } else { nil } }
  }
}

/// Reads Swift source from beginning to end; comments and white space are left out.
///
/// Knows plain, raw and multi-line string literals and what is interpolated in them; regular
/// expressions between slashes it does not know.
struct SwiftScanner {
  private let bytes: [UInt8]
  private var place = 0
  private var line = 1

  static func tokens(of source: String) -> [SwiftToken] {
    var scanner = SwiftScanner(bytes: Array(source.utf8))
    return scanner.tokens(inHole: false)
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private func byte(_ ahead: Int = 0) -> UInt8? {
    place + ahead < bytes.count ? bytes[place + ahead] : nil
  }

  private func isAhead(_ text: String, at offset: Int = 0) -> Bool {
    bytes[min(place + offset, bytes.count)...].starts(with: text.utf8)
  }

  private mutating func tokens(inHole: Bool) -> [SwiftToken] {
    var tokens: [SwiftToken] = []
    var depth = 0
    while let next = byte() {
      if next == UInt8(ascii: "\n") {
        line += 1
        place += 1
      } else if next <= 0x20 {
        place += 1
      } else if isAhead("//") {
        while let byte = byte(), byte != UInt8(ascii: "\n") { place += 1 }
      } else if isAhead("/*") {
        skipComment()
      } else if let hashes = literalAhead {
        let start = line
        tokens.append(SwiftToken(kind: .literal(literal(hashes: hashes)), line: start))
      } else if next.isWord {
        let start = place
        while byte()?.isWord == true { place += 1 }
        let word = String(decoding: bytes[start..<place], as: UTF8.self)
        tokens.append(SwiftToken(kind: .word(word), line: line))
      } else {
        place += 1
        if inHole, next == UInt8(ascii: ")"), depth == 0 { return tokens }
        if next == UInt8(ascii: "(") { depth += 1 }
        if next == UInt8(ascii: ")") { depth -= 1 }
        tokens.append(SwiftToken(kind: .mark(Character(Unicode.Scalar(next))), line: line))
      }
    }
    return tokens
  }

  private mutating func skipComment() {
    var depth = 0
    repeat {
      if isAhead("/*") {
        depth += 1
        place += 1
      } else if isAhead("*/") {
        depth -= 1
        place += 1
      } else if byte() == UInt8(ascii: "\n") {
        line += 1
      }
      place += 1
    } while depth > 0 && place < bytes.count
  }

  /// How many number signs the literal has that begins here; nil where none does.
  private var literalAhead: Int? {
    var hashes = 0
    while byte(hashes) == UInt8(ascii: "#") { hashes += 1 }
    return byte(hashes) == UInt8(ascii: "\"") ? hashes : nil
  }

  private mutating func literal(hashes: Int) -> SwiftLiteral {
    let fence = String(repeating: "#", count: hashes)
    let isLong = isAhead("\"\"\"", at: hashes)
    let quote = isLong ? "\"\"\"" : "\""
    place += hashes + quote.utf8.count
    let indent = isLong ? indentOfClosing(quote + fence) : 0
    var pieces: [SwiftLiteral.Piece] = []
    var text: [UInt8] = []
    if isLong { startLine(indent) }
    while let next = byte(), !isAhead(quote + fence) {
      if isAhead("\\" + fence) {
        place += 1 + hashes
        if byte() == UInt8(ascii: "(") {
          place += 1
          pieces.append(.text(String(decoding: text, as: UTF8.self)))
          text = []
          pieces.append(.hole(tokens(inHole: true)))
        } else {
          text += escape(indent)
        }
      } else if next == UInt8(ascii: "\n") {
        text.append(next)
        startLine(indent)
      } else {
        text.append(next)
        place += 1
      }
    }
    place += quote.utf8.count + hashes
    // The line feed before the closing quotes is not part of the text.
    if isLong, text.last == UInt8(ascii: "\n") { text.removeLast() }
    pieces.append(.text(String(decoding: text, as: UTF8.self)))
    return SwiftLiteral(pieces: pieces)
  }

  /// Goes past a line feed, and the indentation of a multi-line literal.
  private mutating func startLine(_ indent: Int) {
    place += 1
    line += 1
    var skipped = 0
    while skipped < indent, byte() == UInt8(ascii: " ") {
      place += 1
      skipped += 1
    }
  }

  private func indentOfClosing(_ closing: String) -> Int {
    var spaces = 0
    for place in place..<bytes.count {
      if bytes[place] == UInt8(ascii: "\n") {
        spaces = 0
      } else if bytes[place] == UInt8(ascii: " ") {
        spaces += 1
      } else if bytes[place...].starts(with: closing.utf8) {
        return spaces
      } else {
        spaces = .min / 2
      }
    }
    return 0
  }

  /// What follows a backslash.
  private mutating func escape(_ indent: Int) -> [UInt8] {
    guard let next = byte() else { return [] }
    if next == UInt8(ascii: "\n") {
      startLine(indent)
      return []
    }
    place += 1
    switch next {
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "0"): return [0]
    case UInt8(ascii: "u"):
      let digits = bytes[place...].dropFirst().prefix { $0 != UInt8(ascii: "}") }
      place += digits.count + 2
      let number = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
      return Array(String(number.flatMap(Unicode.Scalar.init) ?? "\u{FFFD}").utf8)
    default: return [next]
    }
  }
}

extension UInt8 {
  fileprivate var isWord: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }
}
