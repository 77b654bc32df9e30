/// What a partner wrote, as it may be sent to a terminal.
///
/// A control character becomes a caret and a letter (`^[` for escape), everything else that is
/// invisible or that reorders what follows it becomes its number (`<U+202E>`). Letters of every
/// script, emoji, and the joiners and variation selectors inside them are kept.
extension String {
  /// The text on one line: a line feed is `^J`, a tab one space.
  var visible: String { escaped { scalar, _ in scalar == "\t" ? " " : nil } }

  /// The text with its line feeds; every other control is made visible.
  ///
  /// CR LF, the next-line control and the two Unicode separators are line feeds too. A carriage
  /// return alone is not, as it would let a line be written over: it is `^M`.
  var visibleLines: String {
    escaped { scalar, next in
      switch scalar {
      case "\t": " "
      case "\r" where next == "\n": ""
      case "\n", "\u{85}", "\u{2028}", "\u{2029}": "\n"
      default: nil
      }
    }
  }

  /// One field of a tab-separated line: a tab is `\t`, a line feed `\n`, a backslash `\\`.
  var tabField: String {
    escaped { scalar, _ in
      switch scalar {
      case "\t": "\\t"
      case "\n": "\\n"
      case "\\": "\\\\"
      default: nil
      }
    }
  }

  /// A JSON document, with the escapes of RFC 8259 for what is invisible or reorders what follows.
  ///
  /// All that is not ASCII in it stands in strings, where each of them means the same character.
  var visibleInJSON: String { escaped(with: \.escapeInJSON) { _, _ in nil } }

  /// Every line that is written from right to left, closed off from what is printed after it.
  ///
  /// First Strong Isolate and Pop Directional Isolate around it (UAX 9); a terminal that does not
  /// order text by direction draws neither. To be asked of a `visible` text.
  var isolated: String {
    guard unicodeScalars.contains(where: \.isRightToLeft) else { return self }
    return split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in
        line.unicodeScalars.contains(where: \.isRightToLeft) ? "\u{2068}\(line)\u{2069}" : line[...]
      }
      .joined(separator: "\n")
  }

  /// The text with `replacement` asked about each scalar and the one after it, then the rules of
  /// `visible`.
  private func escaped(
    with escape: (Unicode.Scalar) -> String = \.escape,
    _ replacement: (Unicode.Scalar, Unicode.Scalar?) -> String?
  ) -> String {
    if utf8.allSatisfy({ (0x20...0x7E).contains($0) && $0 != UInt8(ascii: "\\") }) { return self }
    var text = ""
    text.reserveCapacity(utf8.count)
    var before: Unicode.Scalar?
    var rest = unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if let other = replacement(scalar, rest.first) {
        text += other
      } else if scalar.isShown || scalar.isKept(after: before, before: rest.first) {
        text.unicodeScalars.append(scalar)
      } else {
        text += escape(scalar)
      }
      before = scalar
    }
    return text
  }
}

extension Unicode.Scalar {
  /// Whether it can be seen by itself, or only marks what stands before it.
  fileprivate var isShown: Bool {
    if (0x20...0x7E).contains(value) { return true }
    switch properties.generalCategory {
    case .control, .privateUse, .lineSeparator, .paragraphSeparator: return false
    default: break
    }
    // The last range, interlinear annotations, is invisible without being called ignorable.
    return !properties.isDefaultIgnorableCodePoint && !properties.isNoncharacterCodePoint
      && !(0xFFF9...0xFFFB).contains(value)
  }

  /// Whether an invisible scalar does its work between these two: a joiner inside letters or emoji,
  /// one variation selector after what it varies.
  fileprivate func isKept(after before: Unicode.Scalar?, before next: Unicode.Scalar?) -> Bool {
    guard let before else { return false }
    if properties.isVariationSelector { return before.isShown && before != " " }
    guard self == "\u{200C}" || self == "\u{200D}" else { return false }
    return before.canBeJoined && next?.canBeJoined == true
  }

  private var canBeJoined: Bool {
    properties.isAlphabetic || (properties.isEmoji && !isASCII)
      || properties.isVariationSelector || properties.canonicalCombiningClass != .notReordered
  }

  fileprivate var escape: String {
    switch value {
    case 0..<0x20: "^" + String(Unicode.Scalar(UInt8(value) + 0x40))
    case 0x7F: "^?"
    default: "<U+" + hexadecimal + ">"
    }
  }

  /// Its UTF-16 code units, as JSON writes them.
  fileprivate var escapeInJSON: String {
    String(self).utf16.map { unit in
      let digits = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
    }.joined()
  }

  /// The number as Unicode writes it, at least four digits.
  private var hexadecimal: String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: Swift.max(0, 4 - digits.utf8.count)) + digits
  }

  /// Whether it stands in a block whose characters run from right to left.
  ///
  /// Source: Unicode 15.0, `DerivedBidiClass.txt`, the defaults R and AL.
  fileprivate var isRightToLeft: Bool {
    switch value {
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x1_0800...0x1_0FFF,
      0x1_E800...0x1_EFFF:
      true
    default: false
    }
  }
}
