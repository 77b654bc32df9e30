import Agreements
import Journal
import Storage
import Vault

/// What helps in an uneasy moment: the words that were agreed for it, and one's own.
struct Comfort {
  let session: Session
  let reader: Partner
  let other: String
  /// What the partner says, or both say, and when.
  let words: [Reassurance]

  init(for reader: Partner, in store: Store, session: Session) throws {
    self.session = session
    self.reader = reader
    let partner = store.pair.other(than: reader.id)
    other = partner.name.text.visible
    words = try store.standing([.reassurance], at: session.clock.now).compactMap { standing in
      guard standing.wording.promise.binds(partner.id),
        case .reassurance(let terms) = standing.wording.terms
      else { return nil }
      return terms
    }
  }

  // MARK: On a terminal

  /// What both can read.
  var shared: [String] {
    let breath = Sentence("First one slow breath out.", "先慢慢呼一口气。").text
    guard !words.isEmpty else { return [breath] }
    return [
      breath, "",
      session.terminal.bold(Sentence("What \(other) agreed to say", "说好了，\(other)会这样说").text),
    ]
      + words.map { one in
        let cue = session.terminal.shownLines(one.cue.text)
        let phrase = session.terminal.shownLines(one.phrase.text)
        return "  " + Sentence("\(cue): \"\(phrase)\"", "\(cue)：“\(phrase)”").text
      }
  }

  /// What is one's own, and the way to the safety page.
  func own(_ footing: Footing?) -> [String] {
    var lines: [String] = []
    let parts: [(Sentence, Note?)] = [
      (Sentence("To myself", "对自己说"), footing?.sentence),
      (Sentence("What I do for myself first", "我先为自己做的"), footing?.step),
      (Sentence("Who else I can turn to", "我还可以找谁"), footing?.people),
    ]
    for (heading, text) in parts {
      guard let text else { continue }
      lines += ["", session.terminal.bold(heading.text)]
      lines += session.terminal.shownLines(text.text).lines.map { "  " + $0 }
    }
    if words.isEmpty, footing == nil || footing == Footing() {
      lines.append("")
      lines.append(Self.nothingYet.text)
    }
    return lines + ["", session.terminal.dim(Safety.line.text)]
  }

  private static let nothingYet = Sentence(
    "Nothing is written down for such a moment yet. When you are calm: accord steady edit, and accord propose reassurance",
    "这种时候能用上的话，还没写。平静的时候可以写：accord steady edit，或 accord propose 安心话")

  // MARK: Scripts

  /// `words`, cue, phrase.
  var sharedFields: [String] {
    words.map { ["words", $0.cue.text.tabField, $0.phrase.text.tabField].joined(separator: "\t") }
  }

  /// `sentence`, `step`, `people`, each with one's own words.
  func ownFields(_ footing: Footing?) -> [String] {
    [("sentence", footing?.sentence), ("step", footing?.step), ("people", footing?.people)]
      .compactMap { name, text in text.map { name + "\t" + $0.text.tabField } }
  }

  func json(_ footing: Footing?) -> [(String, JSON)] {
    [
      (
        "words",
        .array(
          words.map {
            .object(["phrase": .string($0.phrase.text), "when": .string($0.cue.text)])
          })
      ),
      (
        "own",
        footing.map {
          .object([
            "people": $0.people.map { .string($0.text) } ?? .null,
            "sentence": $0.sentence.map { .string($0.text) } ?? .null,
            "step": $0.step.map { .string($0.text) } ?? .null,
          ])
        } ?? .null
      ),
    ]
  }
}
