/// A few answers to choose from, and every way a person may name one.
struct Menu<Value> {
  struct Choice {
    let value: Value
    let label: Sentence
    /// Other words for it, which are typed whole.
    let aliases: [String]

    init(_ value: Value, _ label: Sentence, aliases: [String] = []) {
      self.value = value
      self.label = label
      self.aliases = aliases
    }

    /// An answer with one's own words for a label: a title, a name.
    init(_ value: Value, titled title: String) {
      self.init(value, Sentence(title, title))
    }
  }

  enum Layout {
    /// `1 yes  2 later: `
    case row
    /// One line a choice, then the question again: for titles.
    case list
  }

  let choices: [Choice]
  let layout: Layout

  init(_ choices: [Choice], layout: Layout = .row) {
    self.choices = choices
    self.layout = layout
  }

  /// The choice an answer names, or nil where it names none or more than one.
  ///
  /// Its number, then its label or an alias, then the beginning of its label. Labels of both
  /// languages are understood, capitals and full-width forms as well.
  func value(for answer: String) -> Value? {
    let answer = answer.folded
    guard !answer.isEmpty else { return nil }
    if let number = Int(answer), choices.indices.contains(number - 1) {
      return choices[number - 1].value
    }
    let named = choices.filter { $0.names.contains(answer) }
    if !named.isEmpty { return named.count == 1 ? named[0].value : nil }
    let begun = choices.filter { $0.labels.contains { $0.hasPrefix(answer) } }
    return begun.count == 1 ? begun[0].value : nil
  }

  /// What is printed before the answer is typed, colon included.
  func text(in language: Language) -> String {
    let entries = choices.enumerated().map { index, choice in
      "\(index + 1) \(choice.label.text(in: language).visible.isolated)"
    }
    switch layout {
    case .row: return entries.joined(separator: "  ") + language.colon
    case .list:
      let which = Sentence("number", "编号").text(in: language)
      // Numbers of one digit stand under each other's last.
      let lines = entries.enumerated().map { index, entry in
        entries.count > 9 && index < 9 ? "   \(entry)\n" : "  \(entry)\n"
      }
      return lines.joined() + which + language.colon
    }
  }
}

extension Menu: Sendable where Value: Sendable {}
extension Menu.Choice: Sendable where Value: Sendable {}

extension Menu.Choice {
  fileprivate var labels: [String] {
    Language.allCases.map { label.text(in: $0).folded }
  }

  fileprivate var names: [String] {
    labels + aliases.map(\.folded)
  }
}

extension Language {
  /// What stands between a question and its answer.
  var colon: String {
    switch self {
    case .english: ": "
    case .chinese: "："
    }
  }

  /// What stands between the items of a list.
  var comma: String {
    switch self {
    case .english: ", "
    case .chinese: "、"
    }
  }
}

extension String {
  /// Without surrounding white space, full-width forms or capitals.
  fileprivate var folded: String {
    var plain = ""
    for scalar in trimmed.unicodeScalars {
      // ！ to ～, in the order of ASCII.
      let narrow = (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
      plain.unicodeScalars.append(Unicode.Scalar(narrow) ?? scalar)
    }
    return plain.lowercased()
  }

  /// Without white space at either end.
  var trimmed: String {
    let start = drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
