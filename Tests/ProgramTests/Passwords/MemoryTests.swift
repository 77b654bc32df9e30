import Foundation
import Testing

/// S16: what the memory of the program holds is written to no file, and nobody else reads it.
@Suite(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self/limits")))
struct MemoryTests {
  private static let password = "Birnbaum-im-Winter-73"

  /// As a shell that lets its programs leave core files.
  private static let generous = "ulimit -c unlimited || exit 99"

  @Test func `S16 ended with a core at a hidden question, it leaves none`() async throws {
    let household = try await Household.begun()
    var shell = Program("/bin/sh", in: household.sandbox)
    shell.environment = household.program.environment
    let answers = Answers([Self.password + "\n", "\u{1C}"])
    let outcome = try await shell.runOnTerminal(
      [
        "-c", "\(Self.generous); trap : QUIT; \"$0\" lock --as Lin; echo ended $?",
        household.program.path,
      ],
      typist: { shown in Typing.waits(shown) ? answers.next().map { Array($0.utf8) } : nil })
    // 128 and SIGQUIT.
    #expect(outcome.output.contains("ended 131"), "\(outcome)")
    #expect(!outcome.output.contains("core"), "\(outcome)")
    #expect(try household.filesHolding([Self.password]) == [])
  }

  @Test func `what it starts leaves no core either`() async throws {
    let household = try await Household.begun()
    let editor = try household.sandbox.write(
      "#!/bin/sh\nulimit -c >\"$HOME/soft\"; ulimit -Hc >\"$HOME/hard\"\n", to: "editor",
      mode: 0o755)
    var shell = Program("/bin/sh", in: household.sandbox)
    shell.environment = household.program.environment
    _ = try await shell.runOnTerminal(
      ["-c", "\(Self.generous); \"$0\" steady edit --edit --as Lin", household.program.path],
      environment: ["EDITOR": editor])
    for name in ["soft", "hard"] {
      let file = household.sandbox.home + "/" + name
      #expect(try String(contentsOfFile: file, encoding: .utf8) == "0\n")
    }
  }

  /// Started with `$0`, and waiting for its first line on a pipe; then what another program of the
  /// same account sees of it, once that is as it stays.
  private static let lookingIn = """
    mkfifo pipe
    "$0" lock --as Lin --new-passphrase-file - <pipe >/dev/null 2>&1 &
    exec 3>pipe
    [ -r /proc/$$/environ ] && head -c 1 /proc/$$/environ >/dev/null && echo ours is open
    for turn in $(seq 500); do
      if ! head -c 1 /proc/$!/environ >/dev/null 2>&1; then echo its is closed; break; fi
      sleep 0.02
    done
    head -c 1 /proc/$!/mem 2>&1 | grep -c denied
    kill $!
    """

  @Test func `another program of the same account cannot read its memory`() async throws {
    var household = try await Household.begun()
    household.program = try household.program.asOrdinaryUser()
    var shell = try Program("/bin/sh", in: household.sandbox).asOrdinaryUser()
    shell.environment = household.program.environment
    let outcome = try await shell.run(["-c", Self.lookingIn, household.program.path])
    #expect(outcome.output == "ours is open\nits is closed\n1\n", "\(outcome)")
  }

  @Test func `a password through a stream of the shell's still arrives`() async throws {
    var household = try await Household.begun()
    try household.lock("Lin", with: Self.password)
    let file = try household.file(Self.password + "\n", named: "home/password")
    household.program = try household.program.asOrdinaryUser()
    var shell = try Program("/bin/sh", in: household.sandbox).asOrdinaryUser()
    shell.environment = household.program.environment
    for place in ["--passphrase-file /dev/fd/3", "--passphrase-file -", "--passphrase-fd 3"] {
      let outcome = try await shell.run([
        "-c", "\"$0\" need list --as Lin \(place) 3<\"$1\" <\"$1\"", household.program.path, file,
      ])
      #expect(outcome.status == 0, "\(outcome)")
    }
  }
}
