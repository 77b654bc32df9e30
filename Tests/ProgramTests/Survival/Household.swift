import Foundation
import Testing

/// A store that both partners, Mei and Lin, act on at one computer, and the program they use.
struct Household: Sendable {
  let sandbox: Sandbox
  let store: String
  var program: Program

  /// A place for a store; nothing is there yet.
  init(in sandbox: Sandbox, store: String? = nil) throws {
    self.sandbox = sandbox
    self.store = store ?? sandbox.store
    program = try Program.accord(in: sandbox, now: "2026-11-21T12:00:00+08:00")
    program.environment["ACCORD_STORE"] = self.store
  }

  /// A store that was just begun.
  static func begun(in sandbox: Sandbox? = nil, store: String? = nil) async throws -> Household {
    let household = try Household(in: sandbox ?? Sandbox(), store: store)
    try await household.succeeds(["init", "Mei", "Lin"])
    return household
  }

  /// The same people with a copy of their store, made while nobody writes.
  func copy(named name: String) throws -> Household {
    let copy = sandbox.path(name)
    try Inheritance.whileNothingStarts {
      try FileManager.default.copyItem(atPath: store, toPath: copy)
    }
    var household = try Household(in: sandbox, store: copy)
    household.program.environment = program.environment
    household.program.environment["ACCORD_STORE"] = copy
    return household
  }

  var database: String { store + "/accord.db" }
  var journal: String { store + "/accord.db-journal" }

  /// The words of a small proposal, told apart by its title.
  static func proposal(_ title: String, by name: String) -> [String] {
    ["propose", "cool-down", title, "--minutes", "30", "--as", name]
  }
}

// MARK: - What is there

extension Household {
  struct Listed: Decodable {
    struct Terms: Decodable {
      let minutes: Int?
    }
    let id: String
    let title: String?
    let reason: String?
    let status: String
    let terms: Terms?
  }

  struct Logged: Decodable {
    let act: String
    let by: String
    let title: String?
    let note: String?
  }

  struct Diagnosis: Decodable, Equatable {
    let agreements: Int
    let entries: Int
    let findings: [String]
  }

  /// Runs what has to succeed.
  @discardableResult
  func succeeds(
    _ arguments: [String], environment: [String: String?] = [:],
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> Outcome {
    let outcome = try await program.run(arguments, environment: environment)
    #expect(outcome.status == 0, "\(arguments) \(outcome)", sourceLocation: sourceLocation)
    return outcome
  }

  func list(sourceLocation: SourceLocation = #_sourceLocation) async throws -> [Listed] {
    struct Document: Decodable { let agreements: [Listed] }
    let outcome = try await succeeds(["list", "--all", "--json"], sourceLocation: sourceLocation)
    return try outcome.json(Document.self).agreements
  }

  func log(sourceLocation: SourceLocation = #_sourceLocation) async throws -> [Logged] {
    struct Document: Decodable { let entries: [Logged] }
    let outcome = try await succeeds(["log", "--json"], sourceLocation: sourceLocation)
    return try outcome.json(Document.self).entries
  }

  /// What `doctor` says of the store, which has to be that all is well.
  @discardableResult
  func soundness(
    _ comment: String = "", sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> Diagnosis {
    let outcome = try await program.run(["doctor", "--json"])
    #expect(outcome.status == 0, "\(comment) \(outcome)", sourceLocation: sourceLocation)
    let diagnosis = try outcome.json(Diagnosis.self)
    #expect(diagnosis.findings == [], "\(comment)", sourceLocation: sourceLocation)
    return diagnosis
  }
}

// MARK: - Refusals

extension Household {
  /// Expects a command to be refused: with this status, in one sentence of either language on
  /// standard error, and as this code in JSON. What it is given must not change anything.
  func refuses(
    _ arguments: [String], _ status: Int32, _ code: String,
    environment: [String: String?] = [:], sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    try await refuses(
      raw: arguments.map { Array($0.utf8) }, status, code, environment: environment,
      sourceLocation: sourceLocation)
  }

  func refuses(
    raw arguments: [[UInt8]], _ status: Int32, _ code: String,
    environment: [String: String?] = [:], sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    func run(_ more: String) async throws -> Outcome {
      var words = arguments
      words.insert(contentsOf: more.split(separator: " ").map { Array($0.utf8) }, at: 1)
      return try await program.run(raw: words, environment: environment)
    }
    async let english = run("--lang en")
    async let chinese = run("--lang zh")
    async let asJSON = run("--json")

    for outcome in [try await english, try await chinese] {
      outcome.isOneComplaint(status, sourceLocation: sourceLocation)
    }
    #expect(try await english.error.unicodeScalars.allSatisfy { !$0.isHan })
    #expect(try await chinese.error.unicodeScalars.contains { $0.isHan })
    let document = try await asJSON
    #expect(document.status == .exited(status), "\(document)", sourceLocation: sourceLocation)
    #expect(document.errorCode == code, "\(document)", sourceLocation: sourceLocation)
    #expect(document.error.isEmpty, "\(document)", sourceLocation: sourceLocation)
  }
}

extension Outcome {
  func json<Document: Decodable>(_ type: Document.Type) throws -> Document {
    try JSONDecoder().decode(Document.self, from: Data(outputBytes))
  }

  /// The code of a refusal that was told as JSON; nil where the output holds none.
  var errorCode: String? {
    struct Refusal: Decodable {
      struct Problem: Decodable {
        let code: String
        let message: String
      }
      let schema: String
      let error: Problem
    }
    return (try? json(Refusal.self))?.error.code
  }

  /// Whether the output is the whole JSON document of an act that was done.
  var reportsAgreement: Bool {
    struct Done: Decodable {
      struct Agreement: Decodable { let id: String }
      let agreement: Agreement
    }
    return (try? json(Done.self)) != nil
  }

  /// Expects one sentence on standard error, nothing on standard output, and this status.
  func isOneComplaint(_ status: Int32, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(self.status == .exited(status), "\(self)", sourceLocation: sourceLocation)
    #expect(output.isEmpty, "\(self)", sourceLocation: sourceLocation)
    let isOneLine = error.hasSuffix("\n") && error.dropLast().allSatisfy { !$0.isNewline }
    #expect(error.hasPrefix("accord: ") && isOneLine, "\(self)", sourceLocation: sourceLocation)
  }
}

extension Unicode.Scalar {
  fileprivate var isHan: Bool { ("\u{4E00}"..."\u{9FFF}").contains(self) }
}
