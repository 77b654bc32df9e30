import Foundation
import Testing

/// S16: what is typed as a password stays between the keyboard and the key.
@Suite struct UnseenTests {
  private static let password = "Birnbaum-im-Winter-73"

  @Test(.enabled(if: Shell.strace.isThere, "needs strace and the right to trace"))
  func `S16 a password is in no argument, no environment, no file and no output`() async throws {
    let household = try await Household.begun()
    let sandbox = household.sandbox
    let temporary = sandbox.path("temporary")
    try FileManager.default.createDirectory(
      atPath: temporary, withIntermediateDirectories: false)
    // What the editor can see of the program that started it.
    let editor = try sandbox.write(
      "#!/bin/sh\n{ env; cat <&3; ls -l /proc/self/fd; cat /proc/*/cmdline; } >\(temporary)/seen 2>&1\n",
      to: "editor", mode: 0o755)
    let environment = ["TMPDIR": temporary, "EDITOR": editor]
    let secret = try household.file(Self.password + "\n", named: "home/password")
    let traced = household.program.under([
      "strace", "-f", "-v", "-s", "65536", "-e", "trace=execve,openat,write,pwrite64,writev", "-o",
      sandbox.path("trace"),
    ])
    var shell = Program("/bin/sh", in: sandbox)
    shell.environment = household.program.environment.merging(environment) { $1 }

    var heard: [Outcome] = []
    heard.append(
      try await traced.run(
        ["lock", "--as", "Mei", "--new-passphrase-file", secret], environment: environment))
    let keys = try #require(try household.keys(of: "Mei", password: Self.password))
    try household.lock(keys, with: Self.password)
    for command in [
      Household.proposal("first", by: "Mei") + ["--passphrase-file", secret],
      ["lock", "--as", "Mei", "--remove", "--passphrase-file", secret, "--json"],
      // It is no path, no number and no key of hers.
      Household.proposal("second", by: "Lin") + ["--passphrase-file", secret],
    ] {
      heard.append(try await traced.run(command, environment: environment))
      #expect(heard.last?.status == 0, "\(heard)")
      let trace = try Data(contentsOf: URL(fileURLWithPath: sandbox.path("trace")))
      #expect(trace.count > 1_000 && !trace.contains(Self.password))
    }

    try household.lock("Mei", with: Self.password)
    let accord = try household.program.folderInPath() + "/accord"
    heard.append(
      try await shell.runOnTerminal(
        [
          "-c",
          "\(accord) propose cool-down third --minutes 30 --as Mei --edit --passphrase-fd 3 3<password",
        ], answers: ["1"]))
    for wrong in [Self.password + "x", String(repeating: Self.password, count: 60)] {
      let wrong = try household.file(wrong + "\n", named: "home/wrong")
      heard.append(
        try await traced.run(
          Household.proposal("fourth", by: "Mei") + ["--passphrase-file", wrong],
          environment: environment))
      unlink(wrong)
    }
    // Typed, rightly and wrongly; and while it is awaited.
    let waiting = sandbox.path("waiting")
    heard.append(
      try await shell.runOnTerminal(
        [
          "-c",
          "\(accord) end first --as Mei; tr '\\0' ' ' </proc/$$/environ >\(waiting); cat /proc/*/cmdline >>\(waiting)",
        ], answers: [Self.password + "x", "x" + Self.password, Self.password + Self.password]))
    heard.append(
      try await shell.runOnTerminal(
        ["-c", "\(accord) lock --as Mei"], answers: [Self.password, "a", Self.password]))

    for outcome in heard {
      #expect(!Data(outcome.outputBytes + outcome.errorBytes).contains(Self.password))
    }
    unlink(secret)
    let files = try #require(FileManager.default.enumerator(atPath: sandbox.folder))
    var count = 0
    for case let name as String in files {
      guard let bytes = FileManager.default.contents(atPath: sandbox.path(name)) else { continue }
      #expect(!bytes.contains(Self.password), "\(name)")
      count += 1
    }
    #expect(count > 5 && FileManager.default.fileExists(atPath: temporary + "/seen"))
  }

  /// How somebody leaves a question for a password.
  enum Leaving: String, CaseIterable {
    case interrupt = "\u{3}"
    case quit = "\u{1C}"
    case endOfInput = "\u{4}"
    case terminate, hangUp
    case answer = "pear tree\n"

    var signal: Int32? {
      switch self {
      case .terminate: SIGTERM
      case .hangUp: SIGHUP
      default: nil
      }
    }
  }

  @Test(arguments: Leaving.allCases)
  func `however a question for a password is left, the terminal shows again what is typed`(
    leaving: Leaving
  ) async throws {
    let household = try await Household.begun()
    try household.lock("Mei", with: "pear tree")
    var shell = Program("/bin/sh", in: household.sandbox)
    shell.environment = household.program.environment
    shell.environment["ACCORD_AS"] = "Mei"
    let outcome = try await shell.runOnTerminal(
      [
        "-c",
        """
        trap : INT QUIT TERM HUP
        echo group $$
        "$0" propose cool-down --minutes 30 --yes
        stty -a | tr ' ;' '\\n\\n' | grep -x -e -echo -e echo -e -icanon
        """, household.program.path,
      ],
      typist: { shown in
        let text = String(decoding: shown, as: UTF8.self)
        guard text.hasSuffix("Mei's password: ") else { return nil }
        guard let signal = leaving.signal else { return Array(leaving.rawValue.utf8) }
        let group = text.split(separator: "\n")[0].split(separator: " ").last.flatMap { pid_t($0) }
        if let group { kill(-group, signal) }
        return nil
      })
    #expect(outcome.status == 0, "\(outcome)")
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(lines.last == "echo", "\(outcome)")
    #expect(lines.contains("Mei's password: "), "\(outcome)")
    #expect(try await household.list().count == (leaving == .answer ? 1 : 0))
  }

  @Test func `who comes back from Ctrl-Z is asked again, and nothing typed is shown`()
    async throws
  {
    let household = try await Household.begun()
    try household.lock("Mei", with: "pear tree")
    var shell = Program("/bin/sh", in: household.sandbox)
    shell.environment = household.program.environment
    shell.environment["ACCORD_AS"] = "Mei"
    let answers = Answers(["\u{1A}", "pear tree\n"])
    let outcome = try await shell.runOnTerminal(
      [
        "-c",
        """
        set -m
        "$0" propose cool-down --minutes 30 --yes
        stty -a | tr ' ;' '\\n\\n' | grep -x -e -echo -e echo
        fg
        """, household.program.path,
      ],
      typist: { shown in
        guard String(decoding: shown, as: UTF8.self).hasSuffix("Mei's password: ") else {
          return nil
        }
        return answers.next().map { Array($0.utf8) }
      })
    #expect(outcome.status == 0, "\(outcome)")
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(lines.filter { $0.contains("Mei's password:") }.count == 2, "\(outcome)")
    #expect(lines.contains("echo") && !lines.contains("-echo"), "\(outcome)")
    #expect(!outcome.output.contains("pear"), "\(outcome)")
    #expect(try await household.list().count == 1)
  }
}

extension Data {
  fileprivate func contains(_ text: String) -> Bool { range(of: Data(text.utf8)) != nil }
}
