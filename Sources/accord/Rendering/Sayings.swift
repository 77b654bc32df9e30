import Agreements
import Journal
import Storage

/// Words that were agreed for a moment: what one says to the other then.
struct Saying {
  let summary: Summary
  let title: Title
  let words: Reassurance
  let promise: Promise

  fileprivate init?(_ standing: Standing) {
    guard case .reassurance(let words) = standing.wording.terms else { return nil }
    summary = standing.summary
    title = standing.wording.title
    promise = standing.wording.promise
    self.words = words
  }
}

/// The words in force that the reader says, or anyone where it is not known who reads.
struct Sayings {
  let session: Session
  let pair: Pair
  let all: [Saying]

  init(_ session: Session, _ store: Store) throws {
    self.session = session
    pair = store.pair
    let reader = try session.knownPartner(of: store)
    all = try store.standing([.reassurance], at: session.clock.now).compactMap(Saying.init)
      .filter { saying in reader.map { saying.promise.binds($0.id) } ?? true }
  }

  // MARK: The one that is meant

  /// The only one these words are found in, or the one that is chosen.
  func one(named cue: String) throws -> Saying {
    let matching = matching(cue)
    if matching.isEmpty { throw none(named: cue) }
    let chosen = try session.one(of: matching.map(\.summary))
    return matching.first { $0.summary.id == chosen.id } ?? matching[0]
  }

  /// By the whole moment or title, else by words in them or the beginning of the id.
  private func matching(_ cue: String) -> [Saying] {
    let words = Token(cue).text
    if words.isEmpty { return [] }
    func names(_ saying: Saying) -> [String] {
      [saying.title.text, saying.words.cue.text].map { Token($0).text }
    }
    let exact = all.filter { names($0).contains(words) }
    if !exact.isEmpty { return exact }
    return all.filter { saying in
      names(saying).contains { $0.contains(words) }
        || words.count >= 3 && saying.summary.id.text.hasPrefix(words)
    }
  }

  private func none(named cue: String) -> Problem {
    if all.isEmpty {
      return Problem(
        "no-match", .usage,
        Sentence(
          "no words that help are agreed yet. To suggest some: accord propose reassurance",
          "还没有说好的安心话。想提一句：accord propose 安心话"))
    }
    let shown = cue.visible.truncated(to: 60)
    return Problem(
      "no-match", .usage,
      Sentence(
        "no agreed words match \"\(shown)\". All of them: accord say",
        "没找到“\(shown)”对应的安心话。全部都在：accord say"))
  }

  // MARK: On a terminal

  /// What stands for each moment, and how to have it.
  func lines(in store: Store) throws -> [String] {
    guard let first = all.first else {
      return [
        Sentence(
          "No words that help are agreed yet. To suggest some: accord propose reassurance",
          "还没有说好的安心话。想提一句：accord propose 安心话"
        ).text
      ]
    }
    var table = Table([
      Table.Column(shrinks: true), Table.Column(shrinks: true), Table.Column(), Table.Column(),
    ])
    for saying in all {
      let cue = saying.words.cue.text
      table.append([
        Table.Cell(saying.title.text),
        Table.Cell(cue == saying.title.text ? "" : cue),
        Table.Cell(speaker(of: saying).text),
        Table.Cell(saying.summary.shortID, style: .dim),
      ])
    }
    let handle = try store.handle(of: store.agreement(first.summary))
    let way = Sentence("To say one: accord say \(handle)", "要说哪一句：accord say \(handle)")
    return [session.terminal.bold(Kind.reassurance.named.text.capitalisedFirst)]
      + table.text(for: session.terminal).split(separator: "\n").map(String.init)
      + ["", way.text]
  }

  /// Whose it is, where one alone says it.
  private func speaker(of saying: Saying) -> Sentence {
    guard case .only(let one) = saying.promise else { return Sentence("", "") }
    let name = Names(pair: pair).name(one)
    return Sentence("\(name) says it", "\(name)来说")
  }

  // MARK: Scripts

  /// Short id, title, who says it, when, and the words.
  var fields: [String] {
    all.map { saying in
      [
        saying.summary.shortID, saying.title.text.tabField,
        speakers(of: saying).map(\.tabField).joined(separator: ","),
        saying.words.cue.text.tabField, saying.words.phrase.text.tabField,
      ].joined(separator: "\t")
    }
  }

  func json(_ sayings: [Saying]) -> JSON {
    .array(
      sayings.map { saying in
        .object([
          "id": .string(saying.summary.id.text),
          "phrase": .string(saying.words.phrase.text),
          "promisedBy": .array(speakers(of: saying).map { .string($0) }),
          "title": .string(saying.title.text), "when": .string(saying.words.cue.text),
        ])
      })
  }

  private func speakers(of saying: Saying) -> [String] {
    pair.both.filter { saying.promise.binds($0.id) }.map(\.name.text)
  }
}
