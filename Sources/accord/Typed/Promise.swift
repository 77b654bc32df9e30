import Agreements

extension Promise {
  /// Who promises, in the words of the one who types: both, me, you, or a name of the two.
  ///
  /// The words come before the names, so that a script means the same with any couple.
  ///
  /// - Throws: `Mistyped` where it is neither a word nor the name of one of the two.
  init(typed text: String, of pair: Pair, by acting: Partner.ID) throws(Mistyped) {
    switch Token(text).squeezed {
    case "both", "bothofus", "us", "都", "我们都", "我们", "我们俩", "两个人":
      self = .both
    case "me", "我":
      self = .only(acting)
    case "you", "你":
      self = .only(pair.other(than: acting).id)
    default:
      guard let named = pair.partner(typed: text) else { throw Mistyped(.promise, .unreadable) }
      self = .only(named.id)
    }
  }
}

extension Pair {
  /// The partner a typed name means: as written, or where that fits neither, read as a value.
  ///
  /// Nil where it fits none, or both.
  func partner(typed text: String) -> Partner? {
    if let exact = both.first(where: { $0.name.text == text }) { return exact }
    let token = Token(text)
    let alike = both.filter { Token($0.name.text) == token }
    return alike.count == 1 ? alike.first : nil
  }
}

extension Partner {
  /// Whether a name would be mistaken: a number of a menu, a word that means one of the two to the
  /// program, or what cannot be typed.
  static func isConfusing(_ name: String) -> Bool {
    let token = Token(name).squeezed
    let words: Set<String> = [
      "both", "bothofus", "us", "me", "you", "都", "我们都", "我们", "我们俩", "两个人", "我", "你",
    ]
    return Int(token) != nil || words.contains(token) || name != name.visible
  }
}
