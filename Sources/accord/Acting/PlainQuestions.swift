import Agreements
import Storage

/// What is asked beside a text that touches what only one can decide about, and the same text about
/// both (rule S9): the same words to both, at a terminal before the yes, elsewhere after it.
final class PlainQuestions {
  private let session: Session
  private let pair: Pair
  private var asked: Wording?

  init(for acting: Acting) {
    session = acting.session
    pair = acting.store.pair
  }

  /// For where a text is shown before it is said yes to.
  ///
  /// - Parameter again: whether the yes is said for the second time.
  func lines(about wording: Wording, again: Bool = false) -> [String] {
    asked = wording
    return sentences(about: wording, again: again).map { session.terminal.shownLines($0.text) }
  }

  /// For where nobody was shown a text first; nothing where they were.
  func say(about wording: Wording, again: Bool = false) {
    if asked == wording { return }
    for line in lines(about: wording, again: again) { session.remark(Sentence(own: line)) }
  }

  private func sentences(about wording: Wording, again: Bool) -> [Sentence] {
    let questions = wording.clauses(of: pair).map(\.question)
    // Nobody is asked for a boundary of one's own.
    if questions.isEmpty || wording.promise.owner != nil { return questions }
    let mutual = wording.mutual(of: pair)
    let essence = mutual.map { Names(pair: pair).essence(of: $0, reader: session.clock.zone) }
    let offer = essence != nil || wording.namesOne(of: pair) ? [Clauses.offer(essence)] : []
    return questions + offer + (again ? [] : [Clauses.askedTwice])
  }
}
