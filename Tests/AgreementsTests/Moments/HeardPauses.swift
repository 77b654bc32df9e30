import Agreements

/// What a device has heard of pauses, in any order, and not erased yet.
struct HeardPauses: Sendable {
  private var begun: [Pause.ID: (at: Instant, until: Instant, heldSince: Instant)] = [:]
  private var later: [Pause.ID: Instant] = [:]
  private var back: [Pause.ID: [Partner.ID: Instant]] = [:]
  private var leaving: [Pause.ID: Set<Partner.ID>] = [:]

  mutating func hear(_ moment: Moment, by partner: Partner.ID, at now: Instant) {
    switch moment {
    case .pause(let id, let until, let heldSince): begun[id] = (now, until, heldSince)
    case .extend(let id, let until): later[id] = max(later[id] ?? until, until)
    case .back(let ids, let leavesIt):
      for id in ids {
        back[id, default: [:]][partner] = min(back[id]?[partner] ?? now, now)
        if leavesIt { leaving[id, default: []].insert(partner) }
      }
    case .ready, .bring, .skip: break
    }
  }

  var pauses: Pauses {
    Pauses(
      begun.map { id, one in
        Pause(
          id: id, began: one.at, firstReturn: one.until, laterReturn: later[id],
          heldSince: one.heldSince, back: back[id] ?? [:], leaving: leaving[id] ?? [])
      })
  }
}

extension Deed {
  /// The pauses it is about.
  var pauses: Set<Pause.ID> {
    acts.reduce(into: []) { all, act in
      switch act {
      case .moment(.pause(let id, _, _)), .moment(.extend(let id, _)): all.insert(id)
      case .moment(.back(let ids, _)): all.formUnion(ids)
      default: break
      }
    }
  }
}

extension [Deed] {
  /// What is left where all pauses were erased.
  var withoutPauses: [Deed] { filter(\.pauses.isEmpty) }
}

// MARK: - What a device does with them

extension Replica {
  mutating func pause(until: Instant, heldSince: Instant? = nil, at now: Instant) {
    let id = Pause.ID("\(id)-\(sequence)")
    let since = heldSince ?? history.pauses.heldSince(for: now)
    write([.moment(.pause(id, until: until, heldSince: since))], at: now)
  }

  mutating func extendPause(by length: PauseLength, at now: Instant) throws(Refusal) {
    guard let pause = history.pauses.extendable(at: now) else { throw .noPause }
    write([.moment(try pause.extending(by: length, at: now))], at: now)
  }

  mutating func comeBack(at now: Instant) throws(Refusal) {
    let running = history.pauses.running(at: now)
    if running.isEmpty { throw .noPause }
    write([.moment(.back(running.map(\.id).sorted(), leavesIt: false))], at: now)
  }
}
