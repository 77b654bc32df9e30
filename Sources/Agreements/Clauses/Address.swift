extension Pair {
  /// A text with names as one of the two would say it to the other: "Lin shows Mei his phone" is "you
  /// shows me his phone" to Lin. It is for finding things, not for reading.
  ///
  /// Capitals make no difference. Names of one Latin letter are passed over: they stand in too many
  /// words. Nil where no name is in it.
  func address(_ text: String, to partner: Partner) -> String? {
    let isChinese = text.unicodeScalars.contains { $0.properties.isIdeographic }
    let other = self.other(than: partner.id)
    let turned = text.replacing(partner.name, with: isChinese ? ("你", "你的") : ("you", "your"))
      .replacing(other.name, with: isChinese ? ("我", "我的") : ("me", "my"))
    return turned == text ? nil : turned
  }
}

extension String {
  /// - Parameter words: what stands for the name, and for what is of whoever bears it.
  fileprivate func replacing(_ name: Partner.Name, with words: (String, of: String)) -> String {
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
        result += words.of
        rest = after.dropFirst(ending.count)
      } else if isWord, !(after.first?.isLatin ?? false) {
        result += words.0
        rest = after
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    return result
  }
}

extension Character {
  fileprivate var isLatin: Bool { isASCII && isLetter }
}
