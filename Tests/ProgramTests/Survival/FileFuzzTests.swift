import Fixtures
import Foundation
import Testing

/// Whatever becomes of the database's file, no command dies of it, hangs, or tells of a yes that nobody
/// said.
///
/// As many runs as fit into twenty seconds; `ACCORD_FUZZ=2000` makes so many instead, and `ACCORD_SEED`
/// repeats them. What failed once is kept in `Corpus`, a line for each change, and done again always.
@Suite(.serialized) struct FileFuzzTests {
  private static let corpus = Checkout.root.path + "/Tests/ProgramTests/Survival/Corpus"

  /// What was changed to a file that made a command fail, by the names of the kept files.
  static let kept: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: corpus)) ?? [])
    .filter { $0.hasSuffix(".edits") }.sorted()

  @Test(arguments: kept)
  func `what once made a command fail does so no more`(name: String) async throws {
    let text = try String(contentsOfFile: Self.corpus + "/" + name, encoding: .utf8)
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    let edits = lines.compactMap { FileEdit($0) }
    #expect(!edits.isEmpty && edits.count == lines.count)
    let fuzz = try await FileFuzz(in: Sandbox())
    for failure in try await fuzz.failures(after: edits, named: "kept", commands: .max, seed: 1) {
      Issue.record("\(failure)")
    }
  }

  @Test(.timeLimit(.minutes(60)))
  func `no change of the file kills a command, hangs it, or says a yes`() async throws {
    let whole = Seed.count(of: "ACCORD_FUZZ", usually: 0)
    let clock = ContinuousClock()
    let deadline = clock.now.advanced(by: .seconds(20))
    let seeds = Seed.runs(max(whole, 400))
    let sandbox = try Sandbox()
    let fuzz = try await FileFuzz(in: sandbox)
    let lanes = 4
    let counts = try await withThrowingTaskGroup(of: Int.self) { group in
      for lane in 0..<lanes {
        group.addTask {
          var count = 0
          for number in stride(from: lane, to: seeds.count, by: lanes) {
            if whole == 0, clock.now > deadline { break }
            try await fuzz.run(seed: seeds[number], named: "lane-\(lane)")
            count += 1
          }
          return count
        }
      }
      return try await group.reduce(0, +)
    }
    #expect(counts >= min(max(whole, 4), seeds.count), "\(counts) runs, \(Seed.replay)")
  }
}

/// A store of the corpus, and what holds of it.
private struct FileFuzz {
  let sandbox: Sandbox
  private let base: URL
  private let size: Int
  /// In force in the store as it is kept, and what may come to be by the yes that is said in a run.
  private let agreed: [String: String]
  private let open: String
  private let half: String

  init(in sandbox: Sandbox) async throws {
    self.sandbox = sandbox
    base = Checkout.root.appendingPathComponent("Tests/ProgramTests/Survival/Corpus/base")
    size = try Data(contentsOf: base.appendingPathComponent("accord.db")).count
    let household = try Self.household(in: sandbox, base, named: "whole")
    let all = try await household.list()
    agreed = Dictionary(
      uniqueKeysWithValues: all.filter { $0.status == "active" }.map { ($0.id, $0.title ?? "") })
    open = try #require(all.first { $0.title == "Open" }).id
    half = try #require(all.first { $0.title == "Half" }).id
    #expect(agreed.count == 2)
  }

  private static func household(
    in sandbox: Sandbox, _ base: URL, named name: String
  ) throws -> Household {
    let store = sandbox.path(name)
    let files = FileManager.default
    return try Inheritance.whileNothingStarts {
      try? files.removeItem(atPath: store)
      try files.createDirectory(
        atPath: store, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
      for file in try files.contentsOfDirectory(atPath: base.path) {
        let copy = store + "/" + file
        try files.copyItem(atPath: base.path + "/" + file, toPath: copy)
        try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: copy)
      }
      return try Household(in: sandbox, store: store)
    }
  }

  func run(seed: UInt64, named name: String) async throws {
    var generator = SplitMix64(seed: seed)
    let count = Int.random(in: 1...3, using: &generator)
    let edits = (0..<count).map { _ in FileEdit.random(size, using: &generator) }
    let failures = try await failures(after: edits, named: name, commands: 5, seed: seed)
    if failures.isEmpty { return }
    let least = try await smallest(edits, named: name)
    Issue.record("\(failures.joined(separator: "\n"))\nkeep:\n\(least)\n\(Seed.replay)")
  }

  /// The first of the changes that alone make something fail, else all of them.
  private func smallest(_ edits: [FileEdit], named name: String) async throws -> String {
    for edit in edits
    where try await !failures(after: [edit], named: name, commands: .max, seed: 1).isEmpty {
      return "\(edit)"
    }
    return edits.map(\.description).joined(separator: "\n")
  }

  /// - Parameter commands: how many of them are run; all where it is the greatest number.
  func failures(
    after edits: [FileEdit], named name: String, commands count: Int, seed: UInt64
  ) async throws -> [String] {
    let household = try Self.household(in: sandbox, base, named: name)
    try Inheritance.whileNothingStarts {
      for edit in edits { try edit.apply(to: household.database) }
    }
    var generator = SplitMix64(seed: seed)
    let backup = sandbox.path("\(name)-backup")
    try? FileManager.default.removeItem(atPath: backup)
    let reading: [[String]] = [
      ["list"], ["list", "--all", "--json"], ["show", half], ["log"], ["doctor"], ["today"],
      ["show", open, "--json"], ["report"], ["calendar"],
    ]
    let writing: [[String]] = [
      ["end", half, "--as", "Lin"], ["pause", "--as", "Lin"],
      ["accept", open, "--as", "Lin", "--yes"], ["backup", backup], ["doctor", "--rebuild"],
    ]
    var chosen: [[String]] = reading + writing
    if count < chosen.count {
      let read: [[String]] = Array(reading.shuffled(using: &generator).prefix(count / 2))
      let written: [[String]] = Array(
        writing.shuffled(using: &generator).prefix(count - count / 2))
      chosen = read + written
    }
    var failures: [String] = []
    var allowed = Set(agreed.keys)
    var ended: Set<String> = []
    failures += try await lies(in: household, allowed, ended)
    for command in chosen {
      let (outcome, failure) = try await outcome(of: command, in: household)
      if let failure { failures.append(failure) }
      guard outcome?.status == 0 else { continue }
      switch command[0] {
      case "accept": allowed.insert(open)
      case "end": ended.insert(half)
      default: break
      }
    }
    failures += try await lies(in: household, allowed, ended)
    return failures
  }

  /// What it came to; nil where it was killed for taking too long. With it what may not be.
  private func outcome(
    of command: [String], in household: Household
  ) async throws -> (Outcome?, String?) {
    do {
      let outcome = try await household.program.run(command, timeLimit: .seconds(10))
      switch outcome.status {
      case .killed, .exited(70): return (outcome, "\(command) \(outcome)")
      case .exited: return (outcome, nil)
      }
    } catch let failure as ProgramFailure {
      guard case .tookTooLong = failure else { throw failure }
      return (nil, "\(command) took too long")
    }
  }

  /// What a list tells to be agreed that is not, or as other words, or that ended.
  private func lies(
    in household: Household, _ allowed: Set<String>, _ ended: Set<String>
  ) async throws -> [String] {
    struct Document: Decodable { let agreements: [Household.Listed] }
    let (outcome, failure) = try await outcome(of: ["list", "--json"], in: household)
    if let failure { return [failure] }
    guard let outcome, outcome.status == 0 else { return [] }
    return try outcome.json(Document.self).agreements.compactMap { one in
      guard ["active", "contested"].contains(one.status) else { return nil }
      if !allowed.contains(one.id) { return "never agreed: \(one.id)" }
      if ended.contains(one.id) { return "ended: \(one.id)" }
      if let title = agreed[one.id], one.title != title { return "other words: \(one)" }
      return nil
    }
  }
}
