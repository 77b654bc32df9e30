import Agreements
import Storage

/// What is asked beside a text that touches what only one can decide about, and the same text about
/// both (rule S9): the same words to both, at a terminal before the yes, elsewhere after it.
final class PlainQuestions {
  private let session: Session
  private let pair: Pair
  private var asked: Wording?
  /// The same about both, as it was offered: whoever takes it is still asked twice.
  private var offered: Wording?

  init(for acting: Acting) {
    session = acting.session
    pair = acting.store.pair
  }

  /// Whether a yes to a text is to be said again.
  func asksTwice(_ wording: Wording) -> Bool {
    wording == offered || wording.asksTwice(of: pair)
  }

  /// For where a text is shown before it is said yes to.
  ///
  /// - Parameters:
  ///   - again: whether the yes is said for the second time.
  ///   - isMarked: whether somebody said a first yes to it already.
  func lines(about wording: Wording, again: Bool = false, isMarked: Bool = false) -> [String] {
    asked = wording
    return sentences(about: wording, again: again, isMarked: isMarked)
      .map { session.terminal.shownLines($0.text) }
  }

  /// For where nobody was shown a text first; nothing where they were.
  func say(about wording: Wording, again: Bool = false, isMarked: Bool = false) {
    if asked == wording { return }
    for line in lines(about: wording, again: again, isMarked: isMarked) {
      session.remark(Sentence(own: line))
    }
  }

  private func sentences(about wording: Wording, again: Bool, isMarked: Bool) -> [Sentence] {
    let topics = wording.clauses(of: pair)
    let twice = again ? [] : [Clauses.askedTwice]
    if wording.promise.owner != nil { return ownQuestions(about: wording, topics) }
    if topics.isEmpty { return isMarked || wording == offered ? twice : [] }
    return topics.map(\.question) + offer(wording, topics) + twice
  }

  /// The same about both, unless nobody would be helped by it.
  private func offer(_ wording: Wording, _ topics: [Clauses.Topic]) -> [Sentence] {
    if topics.contains(where: \.isGrave) { return [Safety.line] }
    if topics.contains(where: \.isNoBetterAboutBoth) { return [] }
    guard wording.namesOne(of: pair) else { return [] }
    let mutual = wording.mutual(of: pair)
    offered = mutual ?? offered
    let essence = mutual.map {
      Names(pair: pair).essence(of: $0, reader: session.clock.zone)
    }
    return [Clauses.offer(essence)]
  }

  /// Nobody is asked for a boundary of one's own; but one says what its owner does.
  private func ownQuestions(about wording: Wording, _ topics: [Clauses.Topic]) -> [Sentence] {
    let owner = wording.promise.owner ?? pair.first.id
    let told =
      wording.asksOf(pair.other(than: owner), of: pair)
      ? [Clauses.notOwn(Names(pair: pair).other(than: owner))] : []
    return told + topics.map(\.question)
  }
}

extension Wording {
  /// The same about both, where it is offered instead.
  func offered(to pair: Pair) -> Wording? {
    clauses(of: pair).contains(where: \.isNoBetterAboutBoth) ? nil : mutual(of: pair)
  }
}
