/// The same said from one's own side: what happened, what I feel, what I need, what I ask for.
///
/// The four steps are those of Rosenberg's "Nonviolent Communication" (2003). The request may be
/// declined, and says so. What only the writer knows is left open as a gap.
package struct SpeakersForm: Hashable, Sendable {
  package let observation: String
  package let feeling: String
  package let need: String
  package let request: String

  private let language: Language

  enum Language {
    case english, chinese

    var gap: String {
      switch self {
      case .english: "…"
      case .chinese: "……"
      }
    }
  }

  /// What is not given stays open for the writer to fill.
  init(_ language: Language, observation: String? = nil, feeling: String? = nil) {
    self.language = language
    let gap = language.gap
    switch language {
    case .english:
      self.observation = "When \(observation ?? gap)"
      self.feeling = "I feel \(feeling ?? gap + " ")"
      need = "I'd like \(gap) "
      request = "Could you \(gap) ? It's all right to say no."
    case .chinese:
      self.observation = "\(observation ?? gap)的时候"
      self.feeling = "我\(feeling ?? "心里" + gap)"
      need = "我希望\(gap)"
      request = "你愿意\(gap)吗？不愿意也没关系。"
    }
  }

  package var text: String {
    switch language {
    case .english: "\(observation), \(feeling). \(need). \(request)"
    case .chinese: "\(observation)，\(feeling)。\(need)。\(request)"
    }
  }
}
