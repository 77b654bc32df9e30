import Fixtures
import Foundation
import Testing

/// Files that are not what Accord wrote.
@Suite struct DamageTests {
  @Test(arguments: [2, 50, 100, 512, 4095, 4096, 20_000, 65_536])
  func `a database that was cut short is told as damaged`(size: Int) async throws {
    let household = try await household()
    try await household.spoil { $0 = $0.prefix(size) }
    try await everythingIsRefused("damaged", in: household)
  }

  @Test func `a text where the database should be is told, and left alone`() async throws {
    let household = try await household()
    try await household.spoil { $0 = Data("our agreements: be kind\n".utf8) }
    try await everythingIsRefused("damaged", in: household)
  }

  @Test func `a store of a newer version is left alone`() async throws {
    let household = try await household()
    // `user_version` in the header of the file format.
    try await household.spoil { $0.replaceSubrange(60..<64, with: [0, 0, 0x03, 0xe8]) }
    try await everythingIsRefused("newer", in: household)
  }

  @Test func `a database of another program is left alone`() async throws {
    let household = try await household()
    // `application_id`.
    try await household.spoil { $0.replaceSubrange(68..<72, with: [1, 2, 3, 4]) }
    try await everythingIsRefused("foreign", in: household)
  }

  @Test func `a file whose format SQLite does not know is told as damaged`() async throws {
    let household = try await household()
    // The schema format in the header of the file format.
    try await household.spoil { $0.replaceSubrange(44..<48, with: [0, 0, 0, 8]) }
    try await everythingIsRefused("damaged", in: household)
  }

  @Test func `a folder where the database should be is told`() async throws {
    let household = try await household()
    try FileManager.default.removeItem(atPath: household.database)
    try FileManager.default.createDirectory(
      atPath: household.database, withIntermediateDirectories: false)
    for command in Self.commands {
      let outcome = try await household.program.run(command)
      outcome.isOneComplaint(65)
    }
  }

  /// Parts of an entry, by where they lie in its row.
  enum Part: CaseIterable {
    case header, signature, salt, body
  }

  @Test(arguments: Part.allCases)
  func `one changed byte of an entry is named with its writer`(part: Part) async throws {
    let household = try await household()
    // The header of Mei's second entry, which proposes, and the body of her first, which holds the
    // text; Lin has but one entry before his answer.
    try await household.spoil { data in
      let header = try #require(data.range(of: Data(#""seq":3,"tick":"#.utf8)))
      let body = try #require(data.range(of: Data(#"{"act":{"kind":"word""#.utf8)))
      let end = try #require(data[header.upperBound...].firstIndex(of: UInt8(ascii: "}")))
      switch part {
      case .header: data[header.lowerBound - 20] ^= 1
      case .signature: data[end + 10] ^= 1
      case .salt: data[body.lowerBound - 5] ^= 1
      case .body: data[body.lowerBound + 12] ^= 1
      }
    }
    let outcome = try await household.program.run(["doctor", "--json"])
    #expect(outcome.status == 65, "\(outcome)")
    let findings = try outcome.json(Household.Diagnosis.self).findings
    let number = part == .header || part == .signature ? "3" : "2"
    let named = findings.filter { $0.contains("Mei") && $0.contains(number) }
    #expect(named.count == 1 && findings.count == 1, "\(findings)")

    let told = try await household.program.run(["doctor", "--lang", "zh"])
    #expect(told.status == 65)
    #expect(told.output.contains("Mei") && told.error.contains("看不出来"), "\(told)")
    // What was agreed is not shown as agreed any more: a yes, or the words themselves, are not
    // there.
    let shown = try await household.program.run(["list"])
    #expect(shown.status == 0 && !shown.output.contains("半小时"), "\(shown)")
    #expect(shown.output.contains("\tnot-as-signed\t"), "\(shown)")
    #expect(try await household.program.run(["doctor", "--rebuild"]).status == 65)
  }

  @Test(arguments: ["head_id ", "tick ", "status_then "])
  func `a column whose name was changed in the file is damage`(column: String) async throws {
    let household = try await household()
    try await household.spoil { data in
      while let name = data.range(of: Data("  \(column)".utf8)) { data[name.lowerBound + 2] ^= 1 }
    }
    #expect(try await household.program.run(["doctor", "--json"]).status == 65)
  }

  @Test func `of a hundred changed bytes none crashes anything or passes for history`()
    async throws
  {
    let household = try await household()
    let whole = try Data(contentsOf: URL(fileURLWithPath: household.database))
    let log = try await household.program.run(["log", "--json"]).output
    var generator = SplitMix64(seed: Seed.value)
    for _ in 0..<100 {
      let place = Int.random(in: 0..<whole.count, using: &generator)
      let bit = UInt8(1) << UInt8.random(in: 0..<8, using: &generator)
      try await household.spoil {
        $0 = whole
        $0[place] ^= bit
      }
      let comment = "byte \(place), \(Seed.replay)"
      let doctor = try await household.program.run(["doctor", "--json"])
      #expect([0, 65, 66].contains(doctor.status), "\(comment) \(doctor)")
      let read = try await household.program.run(["log", "--json"])
      #expect([0, 65, 66].contains(read.status), "\(comment) \(read)")
      if doctor.status == 0 { #expect(read.output == log, "\(comment)") }
    }
  }

  private static let commands: [[String]] = [
    ["list"], ["log"], ["today"], ["doctor"], Household.proposal("later", by: "Mei"),
    ["accept", "--as", "Lin", "--yes"],
  ]

  /// Expects every command to be refused with this code, and none to change anything.
  private func everythingIsRefused(
    _ code: String, in household: Household, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let before = try Snapshot(of: household.store)
    for command in Self.commands + [["init", "Mei", "Lin"]] {
      try await household.refuses(command, 65, code, sourceLocation: sourceLocation)
      #expect(try Snapshot(of: household.store) == before, sourceLocation: sourceLocation)
    }
  }

  private func household() async throws -> Household {
    let household = try await Household.begun()
    try await household.succeeds(Household.proposal("半小时", by: "Mei"))
    try await household.succeeds(["accept", "--as", "Lin", "--yes"])
    return household
  }
}

extension Household {
  fileprivate func spoil(_ change: (inout Data) throws -> Void) async throws {
    let file = URL(fileURLWithPath: database)
    var data = try Data(contentsOf: file)
    try change(&data)
    let spoilt = data
    try Inheritance.whileNothingStarts { try spoilt.write(to: file) }
  }
}
