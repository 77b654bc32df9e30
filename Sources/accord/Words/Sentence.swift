/// One thing Accord says, in both languages: neither can be left out.
struct Sentence: Hashable, Sendable {
  let english: String
  let chinese: String

  init(_ english: String, _ chinese: String) {
    self.english = english
    self.chinese = chinese
  }

  func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }
}

extension Sentence {
  /// What stands before a person's own words: `what I felt: …`, `我的感受：…`.
  func before(_ words: String) -> String {
    text + Language.current.colon + words
  }
}

/// The two languages Accord speaks; equals.
enum Language: String, CaseIterable, Sendable {
  case english = "en"
  case chinese = "zh"
}
