import Foundation
import Testing

/// What the other tests of this target stand on: processes, terminals, sandboxes.
@Suite struct SupportTests {
  private func shell() throws -> Program {
    Program("/bin/sh", in: try Sandbox())
  }

  @Test func `status, output and error of a process arrive apart`() async throws {
    let outcome = try await shell().run(["-c", "echo out; echo err >&2; exit 74"])
    #expect(outcome.status == 74)
    #expect(outcome.output == "out\n")
    #expect(outcome.error == "err\n")
  }

  @Test func `more input and output than any pipe holds passes through`() async throws {
    let text = String(repeating: "好的，12345678\n", count: 100_000)
    let outcome = try await Program("/bin/cat", in: try Sandbox()).run(["-"], input: text)
    #expect(outcome.status == 0)
    #expect(outcome.output == text)
  }

  @Test func `a process that does not read its input is no error`() async throws {
    let text = String(repeating: "x", count: 1_000_000)
    let outcome = try await shell().run(["-c", "exec <&-; echo done"], input: text)
    #expect(outcome.status == 0)
    #expect(outcome.output == "done\n")
  }

  @Test func `bytes that are no text arrive as they are`() async throws {
    let bytes: [UInt8] = [0xff, 0x20, 0x1b, 0xe5, 0x0a, 0x27]
    let script = Array(#"printf %s "$1""#.utf8)
    let outcome = try await shell().run(raw: [Array("-c".utf8), script, Array("sh".utf8), bytes])
    #expect(outcome.outputBytes == bytes)
  }

  @Test func `an argument with a zero byte is refused, not cut`() async throws {
    await #expect(throws: ProgramFailure.self) {
      try await shell().run(raw: [[0x61, 0, 0x62]])
    }
  }

  @Test func `the environment holds what the sandbox gives and nothing else`() async throws {
    let sandbox = try Sandbox()
    let outcome = try await Program("/usr/bin/env", in: sandbox)
      .run([], environment: ["ACCORD_NOW": "2026-11-21T12:00:00+08:00", "LANG": nil])
    let names = outcome.output.split(separator: "\n").map { $0.prefix { $0 != "=" } }
    #expect(names == ["ACCORD_NOW", "ACCORD_STORE", "HOME", "PATH", "TZ"])
    #expect(outcome.output.contains("HOME=\(sandbox.home)\n"))
  }

  @Test func `what takes too long is killed and tells what it had printed`() async throws {
    let failure = await #expect(throws: ProgramFailure.self) {
      try await shell().run(
        ["-c", "echo begun; sleep 60; echo not reached"], timeLimit: .seconds(10))
    }
    guard case .tookTooLong(_, _, let outcome) = failure else {
      Issue.record("another failure: \(String(describing: failure))")
      return
    }
    #expect(outcome.status == .killed(by: SIGKILL))
    #expect(outcome.output == "begun\n")
  }

  @Test func `what a process leaves running dies with it`() async throws {
    let outcome = try await shell().run(["-c", "sleep 610 & echo $!"])
    let left = try #require(pid_t(outcome.output.dropLast()))
    // A signal takes its time on a busy machine.
    let end = ContinuousClock.now + .seconds(120)
    while !isDead(left), ContinuousClock.now < end { try await Task.sleep(for: .milliseconds(10)) }
    #expect(isDead(left))
  }

  private func isDead(_ pid: pid_t) -> Bool {
    // A dead process whose parent is dead too is a zombie until the machine's first one reaps it.
    let state = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8)
    return state.map { $0.contains(") Z ") } ?? (kill(pid, 0) != 0)
  }

  @Test func `a running process is killed at the moment the test chooses`() async throws {
    let running = try shell().start(["-c", "echo ready; sleep 620"], timeLimit: .seconds(600))
    #expect(try await running.hasPrinted("ready"))
    running.kill()
    #expect(try await running.wait().status == .killed(by: SIGKILL))
    running.kill()
    #expect(try await running.wait().output == "ready\n")
  }

  @Test func `two hundred processes at once all end well`() async throws {
    let shell = try shell()
    let statuses = try await withThrowingTaskGroup { group in
      for number in 0..<200 {
        group.addTask { try await shell.run(["-c", "echo \(number); exit \(number % 3)"]) }
      }
      return try await group.reduce(into: [:]) { $0[$1.output] = $1.status }
    }
    #expect(statuses.count == 200)
    #expect(statuses["199\n"] == 1)
  }

  @Test func `twenty started processes run at the same time`() async throws {
    let shell = try shell()
    // None ends before all twenty have begun.
    let script = "touch here-$1; until [ $(ls | wc -l) -ge 20 ]; do sleep 0.01; done"
    let running = try (1...20).map { try shell.start(["-c", script, "sh", "\($0)"]) }
    for process in running {
      #expect(try await process.wait().status == 0)
    }
  }

  @Test func `a process on a terminal has it as its own, with size and echo`() async throws {
    let outcome = try await shell().runOnTerminal(
      ["-c", "test -t 0 && test -t 1 && test -t 2 && stty size </dev/tty && stty -a"],
      size: PseudoTerminal.Size(columns: 132, rows: 50))
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("50 132\n"))
    #expect(outcome.output.contains(" echo "))
  }

  @Test func `answers are typed at questions, and echoed`() async throws {
    let script = """
      printf 'Who? 1 Mei  2 Lin: '; read who
      printf '现在是谁？'; sleep 0.2; printf '：'; read again
      echo "$who, $again."; printf 'Once more: '; read none || echo; echo end
      """
    let outcome = try await shell().runOnTerminal(["-c", script], answers: ["2", "阿林"])
    #expect(
      outcome.output == "Who? 1 Mei  2 Lin: 2\n现在是谁？：阿林\n2, 阿林.\nOnce more: \nend\n")
  }

  @Test func `an answer to a question without echo does not show`() async throws {
    let script = "printf 'Password: '; stty -echo; read word; stty echo; echo; echo \"<$word>\""
    let outcome = try await shell().runOnTerminal(["-c", script], answers: ["tea"])
    #expect(outcome.output == "Password: \n<tea>\n")
  }

  @Test func `what is printed just before the end on a terminal is not lost`() async throws {
    let shell = try shell()
    try await withThrowingTaskGroup { group in
      for _ in 0..<50 {
        group.addTask { try await shell.runOnTerminal(["-c", "seq 1 1500"]).output }
      }
      for try await output in group {
        #expect(output.hasSuffix("\n1500\n"))
      }
    }
  }

  /// Does in a sandbox what is hard to clean up, and returns where it was.
  private func messInSandbox() async throws -> String {
    let sandbox = try Sandbox()
    let shell = Program("/bin/sh", in: sandbox)
    #expect(try await shell.run(["-c", "mkdir a; touch a/b; chmod 0 a"]).status == 0)
    if Sandbox.canMount { _ = try sandbox.smallDisk(bytes: 65536) }
    #expect(FileManager.default.fileExists(atPath: sandbox.home + "/a"))
    return sandbox.folder
  }

  @Test func `a sandbox leaves nothing behind, whatever was done in it`() async throws {
    let folder = try await messInSandbox()
    #expect(!FileManager.default.fileExists(atPath: folder))
  }

  @Test(.enabled(if: Sandbox.canMount))
  func `a small disk is full when it is full`() async throws {
    let sandbox = try Sandbox()
    let disk = try sandbox.smallDisk(bytes: 65536)
    let outcome = try await Program("/bin/sh", in: sandbox)
      .run(["-c", "head -c 200000 /dev/zero >\(disk)/file"])
    #expect(outcome.status != 0)
    #expect(outcome.error.contains("No space left"))
  }

  @Test func `an ordinary user is bound by file modes`() async throws {
    let sandbox = try Sandbox()
    let closed = try sandbox.write("secret", to: "closed", mode: 0)
    let cat = try Program("/bin/cat", in: sandbox).asOrdinaryUser()
    let outcome = try await cat.run([closed])
    #expect(outcome.status == 1)
    #expect(outcome.error.contains("Permission denied"))
  }

  @Test func `the program of this package is found`() async throws {
    let sandbox = try Sandbox()
    let program = try Program.accord(in: sandbox, now: "2026-11-21T12:00:00+08:00")
    #expect(access(program.path, X_OK) == 0)
    #expect(program.environment["ACCORD_STORE"] == sandbox.store)
  }
}
