extension Pair {
  /// A text with names as one of the two would say it to the other: "Lin shows Mei his phone" is
  /// "you show me his phone" to Lin. It is for finding things, not for reading.
  ///
  /// Whether the other acts or is acted on is not worked out: both are given. Capitals make no
  /// difference. Names of one Latin letter are passed over: they stand in too many words. Empty
  /// where no name is in it.
  func addresses(_ text: String) -> [String] {
    guard both.contains(where: { text.mayHold($0.name) }) else { return [] }
    let isChinese = text.unicodeScalars.contains { $0.properties.isIdeographic }
    let you = isChinese ? Stand(for: "你", of: "你的") : Stand(for: "you", of: "your")
    let me =
      isChinese
      ? [Stand(for: "我", of: "我的")]
      : [Stand(for: "me", of: "my", isDoer: false), Stand(for: "i", of: "my")]
    let all = both.flatMap { partner in
      let told = text.replacing(partner.name, with: you)
      let other = self.other(than: partner.id)
      return me.map { told.replacing(other.name, with: $0) }
    }
    return Array(Set(all.filter { $0 != text }))
  }
}

/// What stands for a name, and for what is of whoever bears it.
private struct Stand {
  let word: String
  let of: String
  /// Whether it does what follows: "shows" becomes "show".
  let isDoer: Bool

  init(for word: String, of: String, isDoer: Bool = true) {
    self.word = word
    self.of = of
    self.isDoer = isDoer
  }
}

extension String {
  /// Whether the bytes of a name are in it, capitals of ASCII set aside: the quick answer for most.
  fileprivate func mayHold(_ name: Partner.Name) -> Bool {
    let sought = name.text.utf8.map(\.folded)
    let bytes = utf8.map(\.folded)
    guard let first = sought.first, bytes.count >= sought.count else { return false }
    return (0...bytes.count - sought.count).contains { start in
      bytes[start] == first && bytes[start..<start + sought.count].elementsEqual(sought)
    }
  }

  fileprivate func replacing(_ name: Partner.Name, with stand: Stand) -> String {
    let name = name.text.lowercased()
    guard name.count > 1 || name.unicodeScalars.allSatisfy(\.properties.isIdeographic) else {
      return self
    }
    var result = ""
    var rest = Substring(self)
    while let first = rest.first {
      let after = rest.dropFirst(name.count)
      let isWord = !(result.last?.isLatin ?? false) && rest.prefix(name.count).lowercased() == name
      if isWord, let ending = ["'s", "’s"].first(where: after.hasPrefix) {
        result += stand.of
        rest = after.dropFirst(ending.count)
      } else if isWord, !(after.first?.isLatin ?? false) {
        result += stand.word
        rest = stand.isDoer ? Substring(after.withoutThirdPerson) : after
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    return result
  }
}

extension Substring {
  /// " shows me" as " show me": the verb as it stands behind "I" and "you".
  fileprivate var withoutThirdPerson: String {
    let verb = dropFirst().prefix(while: \.isLatin)
    let rest = dropFirst(1 + verb.count)
    let plain: String =
      switch verb {
      case "has": "have"
      case "is": "are"
      case "always", "sometimes", "perhaps", "this", "his", "us": String(verb)
      case _ where verb.hasSuffix("ies"): verb.dropLast(3) + "y"
      case _ where ["ches", "shes", "sses", "xes", "oes"].contains { verb.hasSuffix($0) }:
        String(verb.dropLast(2))
      case _ where verb.hasSuffix("s") && !verb.hasSuffix("ss"): String(verb.dropLast())
      default: String(verb)
      }
    return prefix(1) + plain + rest
  }
}

extension UInt8 {
  fileprivate var folded: UInt8 { (0x41...0x5A).contains(self) ? self + 0x20 : self }
}

extension Character {
  fileprivate var isLatin: Bool { isASCII && isLetter }
}
