import Foundation
import Testing

/// Giving a password without a terminal.
@Suite struct PassphraseSourceTests {
  /// As bytes: `==` and the compiler take several spellings for one.
  static let passwords: [String] = [
    "pear tree", "  spaces at both ends  ", "梨树在冬天", "🌳👩‍👩‍👧", "e\u{301}", "\u{E9}", "a\0b", "\t",
    "-", String(repeating: "x", count: 1_024), String(repeating: "梨", count: 341),
  ]

  @Test(arguments: passwords)
  func `a password of any text opens what it sealed, and its other spellings do not`(
    password: String
  ) async throws {
    let household = try await Household.begun()
    try household.lock("Mei", with: password)
    let file = try household.file(password + "\r\nsecond line\n")
    try await household.succeeds(
      Household.proposal("first", by: "Mei") + ["--passphrase-file", file])
    let bare = try household.file(password, named: "bare")
    try await household.succeeds(
      Household.proposal("second", by: "Mei") + ["--passphrase-file", bare])
    for other in [password + " ", password.uppercased() + "!", "e\u{301}\u{301}"] {
      let file = try household.file(other + "\n", named: "other")
      let outcome = try await household.program.run(
        Household.proposal("third", by: "Mei") + ["--passphrase-file", file])
      // What is longer than any password is none.
      #expect([77, 65].contains(outcome.status), "\(outcome)")
    }
  }

  @Test(arguments: [
    "--passphrase-file - <password", "--passphrase-fd 0 <password", "--passphrase-fd 3 3<password",
    "--passphrase-fd ３ 3<password", "--passphrase-file /dev/fd/3 3<password",
    "--passphrase-file /dev/stdin <password", "cat password | accord PROPOSE --passphrase-file -",
    "cat password | accord PROPOSE --passphrase-file /dev/stdin", "--passphrase-file=password",
    "--passphrase-file pipe & cat password >pipe; wait $!", "--passphrase-file link",
  ])
  func `it is read from wherever it lies`(words: String) async throws {
    let household = try await Household.begun()
    try household.lock("Mei", with: "pear tree")
    _ = try household.file("pear tree\n", named: "home/password")
    let propose = "propose cool-down --minutes 30 --as Mei"
    let line =
      words.contains("PROPOSE")
      ? words.replacingOccurrences(of: "PROPOSE", with: propose) : "accord \(propose) \(words)"
    var shell = Program("/bin/sh", in: household.sandbox)
    shell.environment = household.program.environment
    shell.environment["PATH"] =
      try household.program.folderInPath() + ":" + (shell.environment["PATH"] ?? "")
    let outcome = try await shell.run(["-c", "mkfifo pipe; ln -s password link; \(line)"])
    #expect(outcome.status == 0, "\(outcome)")
    #expect(try await household.list().count == 1)
  }

  /// A file that holds no usable password, or must not.
  struct Unusable: CustomTestStringConvertible {
    let what: String
    let status: Int32
    let code: String
    var bytes: [UInt8] = Array("pear tree\n".utf8)
    var mode: mode_t = 0o600

    var testDescription: String { what }

    static let table = [
      Unusable(what: "missing", status: 74, code: "no-passphrase"),
      Unusable(what: "folder", status: 74, code: "no-passphrase"),
      Unusable(what: "unreadable", status: 74, code: "no-passphrase", mode: 0),
      Unusable(what: "read by others", status: 77, code: "exposed-passphrase", mode: 0o604),
      Unusable(what: "read by the group", status: 77, code: "exposed-passphrase", mode: 0o640),
      Unusable(what: "empty", status: 65, code: "bad-passphrase", bytes: []),
      Unusable(what: "empty line", status: 65, code: "bad-passphrase", bytes: [0x0A, 0x61]),
      Unusable(what: "binary", status: 65, code: "bad-passphrase", bytes: [0xFF, 0xFE, 0x0A]),
      Unusable(
        what: "a byte too long", status: 65, code: "bad-passphrase",
        bytes: Array(repeating: 0x61, count: 1_025)),
      Unusable(
        what: "10,000 bytes", status: 65, code: "bad-passphrase",
        bytes: Array(repeating: 0x61, count: 10_000)),
      Unusable(
        what: "without an end", status: 65, code: "bad-passphrase",
        bytes: Array(repeating: 0, count: 100_000)),
    ]
  }

  @Test(arguments: Unusable.table)
  func `a file with a password that cannot be used is refused, and says why`(
    file: Unusable
  ) async throws {
    var household = try await Household.begun()
    try household.lock("Mei", with: "pear tree")
    let path = household.sandbox.path("password")
    switch file.what {
    case "missing": break
    case "folder":
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    default:
      try Data(file.bytes).write(to: URL(fileURLWithPath: path))
      chmod(path, file.mode)
    }
    household.program = try household.program.asOrdinaryUser()
    let before = try Snapshot(of: household.store)
    let proposal = Household.proposal("first", by: "Mei")
    try await household.refuses(
      proposal + ["--passphrase-file", path], file.status, file.code)
    try await household.refuses(
      ["lock", "--as", "Lin", "--new-passphrase-file", path], file.status, file.code)
    #expect(try Snapshot(of: household.store) == before)
  }

  @Test(arguments: [
    (["--passphrase-fd", "999"], "bad-value"), (["--passphrase-fd", "three"], "bad-value"),
    (["--passphrase-fd", "99999999999"], "bad-value"), (["--passphrase-fd=-1"], "bad-value"),
    (["--passphrase-file", ""], "bad-value"), (["--passphrase-file"], "missing-value"),
    (["--passphrase-fd", "0", "--passphrase-file", "x"], "contradiction"),
  ])
  func `a source that is none is refused, whether it is needed or not`(
    words: [String], code: String
  ) async throws {
    let household = try await Household.begun()
    let proposal = Household.proposal("first", by: "Mei")
    let before = try Snapshot(of: household.store)
    // `--json` goes before them: the last one lacks its value.
    let outcome = try await household.program.run(proposal + ["--json"] + words)
    #expect(outcome.status == 64 && outcome.errorCode == code, "\(outcome)")
    #expect(try Snapshot(of: household.store) == before)
  }

  @Test func `at a terminal it is asked for where it would be shown`() async throws {
    let household = try await Household.begun()
    try household.lock("Mei", with: "pear tree")
    for source in [["--passphrase-fd", "0"], ["--passphrase-file", "-"]] {
      let shown = try await household.program.runOnTerminal(
        Household.proposal("first", by: "Mei") + ["--yes"] + source)
      #expect(shown.status == 64 && shown.output.contains("would be shown"), "\(shown)")
    }
  }
}
