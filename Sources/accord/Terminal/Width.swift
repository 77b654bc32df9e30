extension String {
  /// How many terminal columns the text takes.
  ///
  /// Counted by grapheme cluster, the way terminals that know Unicode 15 draw them. Controls and
  /// escape sequences count nothing: ask for the columns of a `visible` text before it is styled.
  var columns: Int {
    if utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return utf8.count }
    return reduce(0) { $0 + $1.columns }
  }

  /// The text with spaces after it, or before it, so that it takes at least `width` columns.
  func padded(to width: Int, trailing: Bool = false) -> String {
    let gap = String(repeating: " ", count: Swift.max(0, width - columns))
    return trailing ? gap + self : self + gap
  }

  /// The text cut to at most `width` columns, with `…` where something was cut.
  ///
  /// It can end one column short, where the character at the edge would have taken two.
  func truncated(to width: Int) -> String {
    guard columns > width else { return self }
    guard width > 0 else { return "" }
    var kept = ""
    var used = 0
    for character in self {
      let next = used + character.columns
      guard next < width else { break }
      kept.append(character)
      used = next
    }
    return kept + "…"
  }
}

extension Character {
  /// 0, 1 or 2: no cluster is drawn wider, whatever it is joined from.
  fileprivate var columns: Int {
    if isPresentedAsEmoji { return 2 }
    return Swift.min(2, unicodeScalars.reduce(0) { $0 + $1.columns })
  }

  /// Whether U+FE0F turns a sign that is text by default into a picture: ❤️ and 1️⃣.
  private var isPresentedAsEmoji: Bool {
    guard unicodeScalars.count > 1, let base = unicodeScalars.first, base.properties.isEmoji else {
      return false
    }
    return unicodeScalars.dropFirst().first == "\u{FE0F}"
  }
}

extension Unicode.Scalar {
  fileprivate var columns: Int {
    if (0x20...0x7E).contains(value) { return 1 }
    if takesNoColumn { return 0 }
    return isWide ? 2 : 1
  }

  private var takesNoColumn: Bool {
    switch properties.generalCategory {
    case .control, .nonspacingMark, .enclosingMark, .lineSeparator, .paragraphSeparator: true
    // The other format characters are drawn, such as the Arabic number sign.
    default: properties.isDefaultIgnorableCodePoint || isJoiningHangul
    }
  }

  /// Vowels and final consonants that are drawn inside the syllable before them.
  private var isJoiningHangul: Bool {
    (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FB).contains(value)
  }

  private var isWide: Bool {
    var low = 0
    var high = wideRanges.count
    while low < high {
      let middle = (low + high) / 2
      let range = wideRanges[middle]
      if range.contains(value) { return true }
      if value < range.lowerBound { high = middle } else { low = middle + 1 }
    }
    return false
  }
}
