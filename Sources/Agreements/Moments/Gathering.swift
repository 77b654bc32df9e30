/// How far the two are with one talk: who has prepared it, who has opened theirs.
///
/// It follows from the one order both see. Once both have opened, the round is over and the next
/// one begins.
package struct Gathering: Sendable {
  package let talk: Talk
  /// Who has prepared and not opened yet.
  package private(set) var ready: Set<Partner.ID> = []
  /// What one has opened while the other has not.
  package private(set) var waiting: [Partner.ID: TalkNotes] = [:]
  /// What both opened last.
  package private(set) var opened: Opened?
  /// What nobody needs any more, and from when on.
  package private(set) var erasures: [JournalOrder: Instant] = [:]
  private var open: [Partner.ID: Place] = [:]
  private var told: [Partner.ID: JournalOrder] = [:]
  /// By which later word a word was overtaken.
  private var later: [JournalOrder: JournalOrder] = [:]
  /// The words of what both opened last.
  private var openedBy: [JournalOrder] = []

  /// What both brought, seen by both at once.
  package struct Opened: Hashable, Sendable {
    package let notes: [Partner.ID: TalkNotes]
    package let at: Instant
  }

  /// One thing a partner did about it.
  package struct Step: Hashable, Sendable {
    package let partner: Partner.ID
    package let order: JournalOrder
    package let at: Instant
    package let moment: Moment

    package init(partner: Partner.ID, order: JournalOrder, at: Instant, moment: Moment) {
      self.partner = partner
      self.order = order
      self.at = at
      self.moment = moment
    }
  }

  private struct Place: Sendable {
    let order: JournalOrder
    let at: Instant
  }

  /// How long what one has opened waits for the other's, in seconds: a week.
  package static let patience: Int64 = Instant.week

  /// - Parameter steps: all that is known of it, in any order.
  package init(_ talk: Talk, _ steps: [Step]) {
    self.talk = talk
    for step in steps.sorted(by: { $0.order < $1.order }) { take(step) }
    for one in open.values {
      erasures[one.order] = one.at.advanced(by: Self.patience + Moment.afterlife)
    }
    // What was overtaken is gone no later than what overtook it, whatever the clocks said: it would
    // count again.
    for (order, next) in later.sorted(by: { $0.key > $1.key }) {
      if let end = erasures[order], let last = erasures[next] { erasures[order] = min(end, last) }
    }
  }

  private mutating func take(_ step: Step) {
    switch step.moment {
    case .ready(talk, let isReady, _):
      replace(told[step.partner], by: step)
      told[step.partner] = step.order
      if isReady {
        ready.insert(step.partner)
      } else {
        ready.remove(step.partner)
        replace(step.order, at: step.at)
        told[step.partner] = nil
      }
    case .bring(let notes, _) where notes.talk == talk:
      replace(told.removeValue(forKey: step.partner), by: step)
      ready.remove(step.partner)
      for (partner, other) in open
      where partner == step.partner || step.at > other.at.advanced(by: Self.patience) {
        later[other.order] = step.order
        replace(other.order, at: other.at)
        open[partner] = nil
        waiting[partner] = nil
      }
      open[step.partner] = Place(order: step.order, at: step.at)
      waiting[step.partner] = notes
      if waiting.count == 2 { close() }
    default: break
    }
  }

  private mutating func close() {
    let moments = open.values.map(\.at).sorted()
    guard let first = moments.first, let last = moments.last else { return }
    // Whatever a clock said, nothing is kept for longer than the other would have waited.
    let at = min(last, first.advanced(by: Self.patience))
    opened = Opened(notes: waiting, at: at)
    let words = open.values.map(\.order).sorted()
    for one in openedBy { later[one] = words.last }
    openedBy = words
    for word in words { replace(word, at: at) }
    open = [:]
    waiting = [:]
  }

  private mutating func replace(_ order: JournalOrder?, by step: Step) {
    guard let order else { return }
    later[order] = step.order
    replace(order, at: step.at)
  }

  private mutating func replace(_ order: JournalOrder, at end: Instant) {
    erasures[order] = end.advanced(by: Moment.afterlife)
  }
}

extension Gathering {
  /// What both opened last, while it may still be read.
  package func readable(at now: Instant) -> Opened? {
    opened.flatMap { now < $0.at.advanced(by: Moment.afterlife) ? $0 : nil }
  }

  /// Whether a partner has prepared it, or opened theirs while the other still may.
  package func has(_ partner: Partner.ID, at now: Instant) -> Bool {
    ready.contains(partner)
      || open[partner].map { now <= $0.at.advanced(by: Self.patience) } ?? false
  }
}
