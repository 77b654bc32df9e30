import Foundation
import Testing

/// Many processes on one store at the same moment.
@Suite(.serialized) struct ManyAtOnceTests {
  @Test func `of twenty that begin the same store exactly one does`() async throws {
    let household = try Household(in: Sandbox())
    let outcomes = try await household.atOnce(
      (1...20).map { _ in ["init", "Mei", "Lin", "--json"] }, gated: false)

    let begun = outcomes.filter { $0.status == 0 }
    #expect(begun.count == 1)
    for late in outcomes where late.status != 0 {
      #expect(late.status == 1, "\(late)")
      #expect(late.errorCode == "already-there", "\(late)")
    }
    #expect(try await household.soundness().entries == 2)
    let files = try FileManager.default.contentsOfDirectory(atPath: household.store)
    #expect(files.filter { $0.hasSuffix(".key") }.count == 2)
    #expect(files.count == 3, "\(files)")
    try await household.succeeds(Household.proposal("first", by: "Lin"))
  }

  @Test func `of two hundred acts of both partners none is lost, doubled or half`() async throws {
    let household = try await Household.begun()
    var acts: [Act] = []
    for wave in [proposals, answers, changes, more] {
      #expect(wave.count == 50)
      async let readers = household.atOnce(
        (1...4).map { _ in ["list", "--json"] }, gated: false)
      let outcomes = try await household.atOnce(wave.map { $0.words + ["--json"] })
      for (act, outcome) in zip(wave, outcomes) {
        #expect(outcome.status == 0 || outcome.status == 1, "\(act.words) \(outcome)")
        #expect(outcome.reportsAgreement == (outcome.status == 0), "\(act.words) \(outcome)")
        if outcome.status == 0 { acts.append(act) }
      }
      for reader in try await readers { #expect(reader.status == 0, "\(reader)") }
    }

    // Whoever proposes what the other just proposed has said yes to it.
    let meetings = Set((0..<5).map(Self.name))
    let logged = try await household.log().filter { $0.act != "join" }.map { entry in
      let title = entry.title ?? ""
      return Act(
        verb: meetings.contains(title) && entry.act == "accept" ? "propose" : entry.act,
        title: title, by: entry.by)
    }
    for (act, entries) in Dictionary(grouping: logged, by: { $0 }) {
      #expect(entries.count == 1, "\(act)")
    }
    #expect(Set(logged).symmetricDifference(acts) == [])
    let titles = Set(acts.filter { $0.verb == "propose" }.map(\.title))
    #expect(try await household.list().compactMap(\.title).sorted() == titles.sorted())
    try await household.soundness()
  }

  private struct Act: Hashable {
    let verb: String
    let title: String
    let by: String

    var words: [String] {
      switch verb {
      case "propose": Household.proposal(title, by: by)
      case "accept": ["accept", title, "--as", by, "--yes"]
      case "amend": ["amend", title, "--minutes", "45", "--as", by]
      default: [verb, title, "--as", by]
      }
    }
  }

  private static func name(_ number: Int) -> String { "nr-\(1000 + number)-停一停" }

  /// Mei proposes what has an even number, Lin what has an odd one.
  private static func act(_ verb: String, _ number: Int, byOther: Bool = false) -> Act {
    let isMei = number.isMultiple(of: 2) != byOther
    return Act(verb: verb, title: name(number), by: isMei ? "Mei" : "Lin")
  }

  /// Forty texts; five of them proposed by both, five twice by the same.
  private var proposals: [Act] {
    (0..<40).map { Self.act("propose", $0) }
      + (0..<5).map { Self.act("propose", $0, byOther: true) }
      + (5..<10).map { Self.act("propose", $0) }
  }

  /// Answers, the same twice, and against a withdrawal; and new texts.
  private var answers: [Act] {
    (5..<20).map { Self.act("accept", $0, byOther: true) }
      + (10..<15).map { Self.act("accept", $0, byOther: true) }
      + (15..<20).map { Self.act("withdraw", $0) }
      + (20..<30).map { Self.act("decline", $0, byOther: true) }
      + (20..<25).map { Self.act("withdraw", $0) }
      + (40..<50).map { Self.act("propose", $0) }
  }

  /// What is agreed is ended by both, or ended while the other changes it.
  private var changes: [Act] {
    (0..<5).map { Self.act("end", $0) }
      + (0..<5).map { Self.act("end", $0, byOther: true) }
      + (5..<15).map { Self.act("end", $0) }
      + (5..<15).map { Self.act("amend", $0, byOther: true) }
      + (50..<70).map { Self.act("propose", $0) }
  }

  private var more: [Act] {
    (70..<120).map { Self.act("propose", $0) }
  }
}

extension Household {
  /// Starts all these commands, and returns how they ended.
  ///
  /// - Parameter gated: whether the folder's lock is held until all have been started, so that
  ///   they really meet.
  fileprivate func atOnce(_ commands: [[String]], gated: Bool = true) async throws -> [Outcome] {
    let gate = gated ? open(store, O_RDONLY | O_CLOEXEC) : -1
    if gated { #expect(flock(gate, LOCK_EX) == 0) }
    let running = try commands.map { try program.start($0) }
    if gated {
      try await Task.sleep(for: .milliseconds(700))
      close(gate)
    }
    var outcomes: [Outcome] = []
    for process in running { outcomes.append(try await process.wait()) }
    // "Busy" is an answer too, on a slow machine: nothing was done, and one tries again.
    let busy = outcomes.indices.filter { outcomes[$0].status == 75 }
    #expect(busy.count * 4 <= commands.count)
    for index in busy { outcomes[index] = try await program.run(commands[index]) }
    return outcomes
  }
}
