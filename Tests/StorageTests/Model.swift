import Agreements
import Journal

/// The rule of consent once more, apart from the program: a plain reading of all entries of a
/// couple, in no particular order, without tables.
struct Model {
  struct Text {
    var parents: [Revision.ID]
    var authors: Set<Partner.ID> = []
    var proposedAt = Int64.max
    var lapsesAt = Int64.max
    /// 1 says yes, 2 says no; the greater one counts, and of equal ones the earlier.
    var stances: [Partner.ID: (stance: Int, at: Int64)] = [:]
    /// A yes that is to be said again; the earliest.
    var firstYes: [Partner.ID: Int64] = [:]
    /// When a yes came that a pause held.
    var late: [Int64] = []
    var wording: Wording?

    var isRefused: Bool { stances.values.contains { $0.stance == 2 } }

    var agreedAt: Int64? {
      if let owner = wording?.promise.owner {
        return stances[owner].flatMap { $0.stance == 1 ? $0.at : nil }
      }
      guard !isRefused, stances.count == 2, let last = stances.values.map(\.at).max(),
        last <= end, begun.allSatisfy({ $0 <= deadline })
      else { return nil }
      return last
    }

    /// When each said yes to it first.
    private var begun: [Int64] {
      Set(stances.keys).union(firstYes.keys).map { partner in
        min(firstYes[partner] ?? .max, stances[partner]?.at ?? .max)
      }
    }

    /// Until when it waits.
    var end: Int64 { end(waiting: deadline) }

    private func end(waiting deadline: Int64) -> Int64 {
      if firstYes.isEmpty { return deadline }
      return begun.filter { $0 <= deadline }.map { $0 + 14 * 86_400 }.reduce(deadline, max)
    }

    /// As its author said, or as the last yes that came within a week of the end in a pause.
    private var deadline: Int64 {
      let own = stances.values.filter { $0.stance == 1 }.map(\.at) + firstYes.values
      return late.filter(own.contains).sorted().reduce(lapsesAt) {
        $1 <= end(waiting: $0) + 7 * 86_400 ? max($0, $1) : $0
      }
    }

    mutating func sayYes(_ partner: Partner.ID, isFirst: Bool, at: Int64) {
      if isFirst {
        firstYes[partner] = min(firstYes[partner] ?? at, at)
      } else {
        say(1, partner, at: at)
      }
    }

    mutating func say(_ stance: Int, _ partner: Partner.ID, at: Int64) {
      if let old = stances[partner], (-old.stance, old.at) <= (-stance, at) { return }
      stances[partner] = (stance, at)
    }
  }

  struct Thread {
    var texts: [Revision.ID: Text] = [:]
    var enders: Set<Partner.ID> = []
    var answers: [(answer: Answer, partner: Partner.ID, at: Int64, order: JournalOrder)] = []
  }

  /// A need that one shows the other.
  struct Shown: Equatable {
    let id: Need.ID
    let owner: Partner.ID
    let need: Need
    var heard = false
  }

  /// In the order in which they were last shown.
  private(set) var shown: [Shown] = []
  private(set) var threads: [Agreement.ID: Thread] = [:]

  init(_ entries: [Entry], of devices: [Device.ID: Partner.ID]) {
    for entry in entries {
      guard let body = entry.content?.body, let id = body.act.agreement,
        case .propose(_, let proposal) = body.act
      else { continue }
      threads[id, default: Thread()].texts[proposal.revision] = Text(parents: proposal.parents)
    }
    for entry in entries {
      guard let body = entry.content?.body, let partner = devices[entry.header.device],
        let id = body.act.agreement, var thread = threads[id]
      else { continue }
      thread.take(body.act, of: partner, at: body.at.seconds, order: entry.order)
      threads[id] = thread
    }
    for entry in entries.sorted(by: { $0.order < $1.order }) {
      guard let act = entry.content?.body.act, let id = act.need,
        let partner = devices[entry.header.device]
      else { continue }
      switch act {
      case .share(_, let need):
        shown.removeAll { $0.id == id && $0.owner == partner }
        shown.append(Shown(id: id, owner: partner, need: need))
      case .unshare: shown.removeAll { $0.id == id && $0.owner == partner }
      default:
        for place in shown.indices where shown[place].id == id && shown[place].owner != partner {
          shown[place].heard = true
        }
      }
    }
  }
}

extension Model.Thread {
  fileprivate mutating func take(
    _ act: Act, of partner: Partner.ID, at: Int64, order: JournalOrder
  ) {
    func refuse(_ revisions: [Revision.ID]) {
      for revision in revisions { texts[revision]?.say(2, partner, at: at) }
    }
    switch act {
    case .word(_, let revision, let wording): texts[revision]?.wording = wording
    case .propose(_, let proposal):
      texts[proposal.revision]?.authors.insert(partner)
      texts[proposal.revision]?.sayYes(partner, isFirst: proposal.isFirstYes, at: at)
      if var text = texts[proposal.revision] {
        text.proposedAt = min(text.proposedAt, at)
        text.lapsesAt = min(text.lapsesAt, proposal.lapsesAt.seconds)
        texts[proposal.revision] = text
      }
      refuse(proposal.refuses)
    case .accept(_, let revision, let refuses, let isFirst, let isLate, _):
      texts[revision]?.sayYes(partner, isFirst: isFirst, at: at)
      if isLate { texts[revision]?.late.append(at) }
      refuse(refuses)
    case .decline(_, let revisions), .withdraw(_, let revisions): refuse(revisions)
    case .end: enders.insert(partner)
    case .answer(_, let answer): answers.append((answer, partner, at, order))
    case .forget(_, let forgetting): refuse(forgetting.refuses)
    case .join, .admit, .retire, .leave, .note, .share, .unshare, .heard, .moment, .unknown: break
    }
  }

  /// Whose own boundary it is, as its first text says, or as long as that is not here all others.
  var owner: Partner.ID? {
    let first = texts.values.filter(\.parents.isEmpty)
    let owners = (first.isEmpty ? Array(texts.values) : first).map(\.wording?.promise.owner)
    return Set(owners).count == 1 ? owners[0] : nil
  }

  var isEnded: Bool { owner.map(enders.contains) ?? !enders.isEmpty }

  private func descends(_ id: Revision.ID, from other: Revision.ID) -> Bool {
    (texts[id]?.parents ?? []).contains { $0 == other || descends($0, from: other) }
  }

  var current: [Revision.ID] {
    let owner = owner
    let agreed = texts.keys.filter {
      texts[$0]?.agreedAt != nil && texts[$0]?.wording?.promise.owner == owner
    }
    let heads = agreed.filter { one in !agreed.contains { descends($0, from: one) } }
    if owner == nil { return heads }
    return [heads.max { age($0) < age($1) }].compactMap { $0 }
  }

  /// The texts that wait for an answer at a moment.
  func waiting(at now: Int64) -> [Revision.ID] {
    guard !isEnded, owner == nil else { return [] }
    return texts.filter { id, text in
      text.stances.count < 2 && !text.isRefused && now <= text.end
        && current.allSatisfy { descends(id, from: $0) }
    }.map(\.key)
  }

  func status(at now: Int64) -> Status {
    if isEnded { return .ended }
    switch current.count {
    case 1: return lapsesAt.map { now > $0 } ?? false ? .lapsed : .active
    case 2...: return .contested
    default: break
    }
    if !waiting(at: now).isEmpty { return .proposed }
    guard let text = texts.keys.max(by: { age($0) < age($1) }).flatMap({ texts[$0] }) else {
      return .lapsed
    }
    if text.authors.contains(where: { text.stances[$0]?.stance == 2 }) { return .withdrawn }
    return text.isRefused ? .declined : .lapsed
  }

  /// A changed text is newer than the one it changes, whatever the clocks said.
  private func age(_ id: Revision.ID) -> (Int64, Int, Revision.ID) {
    let line = texts.filter { $0.key == id || descends(id, from: $0.key) }
    return (line.values.map(\.proposedAt).max() ?? 0, line.count, id)
  }

  /// Seven days after an unfinished review, where only the one who accepted it bears it.
  private var lapsesAt: Int64? {
    guard let id = current.first, let text = texts[id], let agreedAt = text.agreedAt,
      case .only(let bearer) = text.wording?.promise, !text.authors.contains(bearer)
    else { return nil }
    let day: Int64 = 86_400
    var due = agreedAt + 14 * day
    for round in 1... {
      let given = Dictionary(
        grouping: answers.filter { $0.answer.revision == id && $0.answer.round == round },
        by: \.partner
      ).compactMapValues { $0.min { $0.order < $1.order } }.values
      guard given.count == 2, let last = given.map(\.at).max() else { break }
      let days: Int64 =
        given.contains { $0.answer.outcome == .change } ? 14 : round == 1 ? 30 : 90
      repeat { due += days * day } while due <= last
    }
    return due + 7 * day
  }
}
