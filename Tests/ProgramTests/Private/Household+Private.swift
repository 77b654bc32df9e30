import Agreements
import Files
import Foundation
import Sealing
import Storage
import SystemPackage
import Testing
import Vault

// What the documents of the private side hold.

struct NeedsDocument: Decodable {
  let needs: [Written]
  let shared: [Shown]

  struct Written: Decodable, Hashable {
    let id: String
    let category: String
    let text: String
    let trigger: String?
    let step: String?
    let request: String?
  }

  struct Shown: Decodable, Hashable {
    let id: String
    let by: String
    let category: String
    let text: String
    let trigger: String?
    let step: String?
    let request: String?
    let heard: Bool
    let on: String
    let servedBy: [String]
  }
}

struct ReflectionsDocument: Decodable {
  let reflections: [Written]

  struct Written: Decodable, Hashable {
    let id: String
    let on: String
    let happened: String?
    let felt: String?
    let feared: String?
    let knownFrom: String?
    let did: String?
    let trigger: String?

    var texts: [String?] { [happened, felt, feared, knownFrom, did, trigger] }
  }
}

struct SteadyDocument: Decodable {
  let own: Own?
  let words: [Word]

  struct Own: Decodable, Hashable {
    let sentence: String?
    let step: String?
    let people: String?
  }

  struct Word: Decodable, Hashable {
    let when: String
    let phrase: String
  }
}

extension Household {
  private struct Added: Decodable { let id: String }

  /// Runs what has to succeed, with these words on standard input.
  @discardableResult
  func succeeds(
    _ arguments: [String], saying text: String, environment: [String: String?] = [:],
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> Outcome {
    let outcome = try await program.run(arguments, input: text, environment: environment)
    #expect(outcome.status == 0, "\(arguments) \(outcome)", sourceLocation: sourceLocation)
    return outcome
  }

  /// Writes down a need.
  ///
  /// - Returns: its id.
  func need(
    _ text: String, by name: String, _ more: String...,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> String {
    try await succeeds(
      ["need", "add", "--as", name, "--json"] + more, saying: text, sourceLocation: sourceLocation
    ).json(Added.self).id
  }

  /// Writes down a note to oneself.
  ///
  /// - Returns: its id.
  func reflection(
    _ text: String, by name: String, now: String? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> String {
    var environment: [String: String?] = [:]
    if let now { environment["ACCORD_NOW"] = now }
    return try await succeeds(
      ["reflect", "add", "--as", name, "--json"], saying: text, environment: environment,
      sourceLocation: sourceLocation
    ).json(Added.self).id
  }

  func needs(of name: String) async throws -> NeedsDocument {
    try await succeeds(["need", "list", "--as", name, "--json"]).json(NeedsDocument.self)
  }

  func reflections(of name: String) async throws -> [ReflectionsDocument.Written] {
    try await succeeds(["reflect", "list", "--as", name, "--json"])
      .json(ReflectionsDocument.self).reflections
  }

  func footing(of name: String) async throws -> SteadyDocument.Own? {
    try await succeeds(["steady", "--as", name, "--json"]).json(SteadyDocument.self).own
  }

  // MARK: The file

  /// Where a partner's vault lies.
  func vaultFile(of name: String) throws -> String {
    "\(store)/\(try partner(name).text).vault"
  }

  /// A partner's vault, opened by the tests themselves.
  func vault(of name: String) throws -> Vault {
    try Vault.read(in: Folder(FilePath(store)), as: owner(name))
  }

  /// Changes a partner's vault without the program.
  func changeVault(of name: String, _ body: (Vault.Pen) throws -> Void) throws {
    try Vault.change(in: Folder(FilePath(store)), as: owner(name), kept: { _ in }, body)
  }

  private func owner(_ name: String) throws -> Vault.Owner {
    Vault.Owner(
      couple: try Store.reading(Folder(FilePath(store))).couple, partner: try partner(name),
      keys: try #require(try keys(of: name)))
  }

  private func partner(_ name: String) throws -> Partner.ID {
    let pair = try Store.reading(Folder(FilePath(store))).pair
    return try #require(pair.both.first { $0.name.text == name }).id
  }

  // MARK: Searches

  /// The files below the sandbox that hold these words, in plain bytes.
  func filesHolding(_ words: [String]) throws -> [String] {
    let names = try #require(FileManager.default.enumerator(atPath: sandbox.folder))
    return names.compactMap { $0 as? String }.filter { name in
      guard let bytes = FileManager.default.contents(atPath: sandbox.path(name)) else {
        return false
      }
      return words.contains { bytes.range(of: Data($0.utf8)) != nil }
    }
  }

  /// Expects a refusal in one sentence of each language and as JSON, and nowhere a private word.
  func refuses(
    _ arguments: [String], saying text: [UInt8]?, _ status: Int32, _ code: String,
    never word: String, environment: [String: String?] = [:],
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    func run(_ more: String...) async throws -> Outcome {
      try await program.run(
        raw: (arguments + more).map { Array($0.utf8) }, input: text, environment: environment)
    }
    async let english = run("--lang", "en")
    async let chinese = run("--lang", "zh")
    async let asJSON = run("--json")
    let spoken = [try await english, try await chinese]
    for outcome in spoken { outcome.isOneComplaint(status, sourceLocation: sourceLocation) }
    #expect(spoken[0].error != spoken[1].error, sourceLocation: sourceLocation)
    let document = try await asJSON
    #expect(document.status == .exited(status), "\(document)", sourceLocation: sourceLocation)
    #expect(document.errorCode == code, "\(document)", sourceLocation: sourceLocation)
    for outcome in spoken + [document] {
      #expect(
        !(outcome.output + outcome.error).contains(word), "\(arguments) \(outcome)",
        sourceLocation: sourceLocation)
    }
  }
}
