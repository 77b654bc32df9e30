import Agreements
import Fixtures

/// What two partners do at random on one to four devices, each acting on what it knows.
struct RandomHistory {
  private(set) var replicas: [Replica]
  private(set) var now = Instant.on(day: 0)
  private let isShared: Bool
  /// Whether it is about an own boundary of Mei's.
  let isOwn: Bool
  /// Whether Lin alone promises what the first text says.
  private let isBorne: Bool
  /// How often a yes, or an answer to a review, was in time only because of a pause.
  private(set) var late = (yeses: 0, answers: 0)
  /// The last such yes: to which text, and on which device.
  private(set) var lateYes: (text: Revision.ID, isFirst: Bool, number: Int)?
  private var random: SplitMix64

  init(seed: UInt64) throws {
    random = SplitMix64(seed: seed)
    // One device is a computer both share: two feeds that always know of each other.
    let devices = Int.random(in: 1...4, using: &random)
    replicas = (0..<max(devices, 2)).map { number in
      let owner: Partner.ID = number < 2 ? (number == 0 ? .mei : .lin) : .both[number % 2]
      return Replica(of: owner, id: Device.ID("device\(number)"))
    }
    isShared = devices == 1
    isOwn = Int.random(in: 0..<4, using: &random) == 0
    isBorne = Int.random(in: 0..<3, using: &random) == 0
    if Bool.random(using: &random) { try agree() }
  }

  /// In half of the histories all devices begin with one text in force.
  private mutating func agree() throws {
    var story = Together()
    try story.mei { try $0.propose(first, firstWording(), at: now) }
    if !isOwn { try story.lin { try $0.accept(first, at: now) } }
    for number in replicas.indices { replicas[number].hear(story.deeds) }
  }

  private var first: Revision.ID { isOwn ? "own<()" : isBorne ? "borne<()" : "quiet<()" }

  private func firstWording() throws -> Wording {
    if isOwn { return try .own(.mei, "own") }
    return isBorne ? try .saying("borne", promise: .only(.lin)) : try .saying("quiet")
  }

  /// Everything that was done, device by device.
  var deeds: [Deed] {
    var all: [Deed] = []
    var seen: Set<Deed> = []
    for deed in replicas.flatMap(\.history.deeds) where seen.insert(deed).inserted {
      all.append(deed)
    }
    return all
  }

  mutating func shuffled() -> [Deed] {
    let deeds = deeds
    // Some arrive twice.
    return (deeds + deeds.shuffled(using: &random).prefix(deeds.count / 3))
      .shuffled(using: &random)
  }

  /// One act by one device, or news for it; returns the device's number.
  mutating func step() throws -> Int {
    lateYes = nil
    let pauses: [Int64] = [0, 1, 60, 3_600, 3_600, 86_400, 2 * 86_400, 9 * 86_400]
    now = now.advanced(by: pauses[Int.random(in: 0..<pauses.count, using: &random)])
    let number = Int.random(in: 0..<replicas.count, using: &random)
    if isShared {
      replicas[number].hear(deeds)
    } else if Int.random(in: 0..<3, using: &random) == 0 {
      let other = Int.random(in: 0..<replicas.count, using: &random)
      replicas[number].hear(replicas[other].history.deeds)
    }
    // Some devices write seldom, and keep what has passed for a while.
    if Bool.random(using: &random) { replicas[number].clearPassed(at: now) }
    do {
      switch Int.random(in: 0..<60, using: &random) {
      case 0..<5: try forge(on: number)
      case 5..<12: try pause(on: number)
      default: try act(on: number)
      }
    } catch is Refusal {
      // A rule said no: nothing was written.
    }
    return number
  }

  private mutating func act(on number: Int) throws {
    let agreement = replicas[number].agreement
    if agreement.revisions.isEmpty {
      return try replicas[number].propose(first, firstWording(), at: now)
    }
    let names = agreement.revisions.keys.sorted()
    let waiting = agreement.open(at: now).map(\.id)
    let pick = names[Int.random(in: 0..<names.count, using: &random)]
    let name =
      waiting.isEmpty || Int.random(in: 0..<4, using: &random) == 0
      ? pick : waiting[Int.random(in: 0..<waiting.count, using: &random)]
    switch Int.random(in: 0..<104, using: &random) {
    // As if a pause held it: what comes too late nevertheless counts nowhere.
    case 96..<100:
      let isFirst = Bool.random(using: &random)
      replicas[number].write(
        [.accept(on: "a", revision: name, refuses: [], isFirst: isFirst, isLate: true)], at: now)
    case 100..<104:
      guard let review = agreement.review else { return }
      replicas[number].write(
        [
          .answer(
            on: "a",
            Answer(
              revision: review.revision, round: review.round, due: review.due, outcome: .keep,
              helped: nil, isLate: true))
        ], at: now)
    case 0..<40:
      try accept(name, on: number)
    case 40..<56: try suggest(on: number, parents: [name], isCounter: true)
    case 56..<74:
      try suggest(on: number, parents: agreement.current.map(\.id), isCounter: false)
    case 74..<92:
      let outcome: ReviewAnswer.Outcome = Bool.random(using: &random) ? .keep : .change
      try answer(outcome, on: number)
    case 92: try replicas[number].decline(name, at: now)
    case 93: try replicas[number].withdraw(name, at: now)
    case 94: try replicas[number].forget(at: now)
    default: try replicas[number].end(at: now)
    }
  }

  /// A pause, often just before something lapses.
  private mutating func pause(on number: Int) throws {
    let agreement = replicas[number].agreement
    switch Int.random(in: 0..<7, using: &random) {
    case 0: try replicas[number].comeBack(at: now)
    case 1:
      guard let length = PauseLength([5, 60, 700].randomElement(using: &random) ?? 5) else {
        return
      }
      try replicas[number].extendPause(by: length, at: now)
    case 2:
      // As no rule lets it be written: its return and its beginning lie far off.
      let off = Int64.random(in: -40...40, using: &random) * Instant.day
      let until = now.advanced(by: Int64.random(in: -1...400, using: &random) * Instant.day)
      replicas[number].pause(until: until, heldSince: now.advanced(by: off), at: now)
    default:
      let ends = agreement.unanswered.map(\.waitsUntil).filter { $0 > now }
      let lapse = agreement.review?.lapsesAt.flatMap { $0 > now ? $0 : nil }
      let next = lapse ?? ends.min()
      guard let next, Bool.random(using: &random) else {
        let minutes = Int64.random(in: 5...1_440, using: &random)
        return replicas[number].pause(until: now.advanced(by: minutes * Instant.minute), at: now)
      }
      // Over the moment at which something would lapse.
      now = max(now, next.advanced(by: -Int64.random(in: 0...Instant.hour, using: &random)))
      let minutes = Int64.random(in: 5...120, using: &random)
      replicas[number].pause(until: now.advanced(by: minutes * Instant.minute), at: now)
      for other in replicas.indices where Bool.random(using: &random) {
        replicas[other].hear(replicas[number].history.deeds)
      }
      now = next.advanced(by: Int64.random(in: 3 * Instant.hour...Instant.day, using: &random))
      for other in replicas.indices where Bool.random(using: &random) {
        if let text = replicas[other].agreement.open(at: now).last {
          try? accept(text.id, on: other)
        }
        try? answer(.keep, on: other)
      }
    }
  }

  private mutating func accept(_ name: Revision.ID, on number: Int) throws {
    let before = replicas[number].sequence
    try replicas[number].accept(name, at: now)
    // Where it stands, nothing was written.
    guard replicas[number].sequence > before else { return }
    let act = replicas[number].history.deeds.last?.acts.last
    if case .accept(_, _, _, let isFirst, isLate: true, _) = act {
      late.yeses += 1
      lateYes = (name, isFirst, number)
    }
  }

  private mutating func answer(_ outcome: ReviewAnswer.Outcome, on number: Int) throws {
    try replicas[number].answer(outcome, at: now)
    let act = replicas[number].history.deeds.last?.acts.last
    if case .answer(_, let answer) = act, answer.isLate { late.answers += 1 }
  }

  /// A text of a few, under the name that its words and parents give it everywhere.
  private mutating func suggest(
    on number: Int, parents: [Revision.ID], isCounter: Bool
  ) throws {
    let wordings: [Wording] = [
      try .saying("quiet"), try .saying("mei", promise: .only(.mei)),
      try .saying("lin", promise: .only(.lin)),
      try .saying("lin7", promise: .only(.lin), reviewEvery: 7),
      try .own(.mei, "own"), try .own(.mei, "alone"),
      try .saying("You show me your phone"),
      try .saying("Lin must not see friends", promise: .only(.lin)),
    ]
    let some = isOwn ? Array(wordings[3...5]) : Array(wordings[...4] + wordings[6...])
    let wording = some[Int.random(in: some.indices, using: &random)]
    let line = parents.map(\.text).sorted().joined(separator: "+")
    let name = Revision.ID("\(wording.title.text)<(\(line))")
    if replicas[number].agreement.revisions[name] != nil { return }
    if isCounter, let parent = parents.first {
      try replicas[number].counter(parent, with: name, wording, at: now)
    } else {
      try replicas[number].amend(with: name, wording, at: now)
    }
  }

  /// What no rule lets through, written nevertheless: into the other's own boundary, or an own
  /// boundary into what takes both.
  private mutating func forge(on number: Int) throws {
    let owner = replicas[number].owner
    if isOwn == (owner == .mei) { return }
    let parents = replicas[number].agreement.current.map(\.id).sorted()
    let wording: Wording =
      Bool.random(using: &random) ? try .own(.mei, "alone") : try .saying("quiet")
    let line = parents.map(\.text).joined(separator: "+")
    let acts: [Act] = [
      .end(on: "a"), .decline(on: "a", revisions: parents),
      .accept(on: "a", revision: first, refuses: parents),
      .forget(on: "a", Forgetting(scope: .all, refuses: parents)),
    ]
    let act = acts[Int.random(in: acts.indices, using: &random)]
    if isOwn, Bool.random(using: &random) {
      replicas[number].write([act], at: now)
    } else if isOwn || wording.promise.owner != nil, !parents.isEmpty {
      try replicas[number].propose(
        Revision.ID("\(wording.title.text)<(\(line))"), wording,
        as: Change(step: .amend, parents: parents, refuses: []), at: now)
    }
  }
}
