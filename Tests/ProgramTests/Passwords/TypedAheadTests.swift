import Foundation
import Testing

/// S16: what is typed while a password is worked on, which by design takes a second or two.
@Suite struct TypedAheadTests {
  private static let password = "Birnbaum-im-Winter-73"

  /// Answers each question for a password, and then types something while it is worked on.
  private static func typist(meanwhile: @escaping @Sendable (_ shown: String) -> [UInt8]?) -> Typist
  {
    { shown in
      let text = String(decoding: shown, as: UTF8.self)
      if Typing.waits(shown) { return Array("\(password)\n".utf8) }
      guard text.hasSuffix("Once more: \n") || text.hasSuffix("password: \n") else { return nil }
      return meanwhile(text)
    }
  }

  /// A shell at a terminal, in which `$0` is the program and Mei the one who acts.
  private static func shell(of household: Household) -> Program {
    var shell = Program("/bin/sh", in: household.sandbox)
    shell.environment = household.program.environment
    shell.environment["ACCORD_AS"] = "Mei"
    return shell
  }

  @Test func `S16 what is typed while a password is worked on is not shown, and is thrown away`()
    async throws
  {
    let household = try await Household.begun()
    // The first seals the key, the second opens it.
    for command in ["lock", "propose cool-down --minutes 30 --yes"] {
      let outcome = try await Self.shell(of: household).runOnTerminal(
        [
          "-c",
          """
          "$0" \(command)
          echo "left: <$(stty -icanon min 0 time 0; cat)>"
          """, household.program.path,
        ],
        typist: Self.typist { _ in Array("\(Self.password)\n".utf8) })
      #expect(outcome.status == 0 && outcome.output.hasSuffix("left: <>\n"), "\(outcome)")
      #expect(!outcome.output.contains(Self.password), "\(outcome)")
    }
    #expect(try household.keys(of: "Mei", password: Self.password) != nil)
    #expect(try await household.list().count == 1)
  }

  @Test(arguments: [SIGINT, SIGQUIT, SIGTERM, SIGHUP])
  func `a signal while a password is worked on ends it, and the terminal shows what is typed`(
    signal: Int32
  ) async throws {
    let household = try await Household.begun()
    let before = try Snapshot(of: household.store)
    let outcome = try await Self.shell(of: household).runOnTerminal(
      [
        "-c",
        """
        trap : INT QUIT TERM HUP
        echo group $$
        "$0" lock
        echo ended $?
        stty -a | tr ' ;' '\\n\\n' | grep -x -e -echo -e echo -e -icanon
        """, household.program.path,
      ],
      typist: Self.typist { shown in
        switch signal {
        case SIGINT: return [3]
        case SIGQUIT: return [0x1C]
        default:
          let group = shown.split(separator: "\n")[0].split(separator: " ").last
          if let group = group.flatMap({ pid_t($0) }) { kill(-group, signal) }
          return nil
        }
      })
    #expect(outcome.status == 0, "\(outcome)")
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(lines.last == "echo" && lines.contains("ended \(128 + signal)"), "\(outcome)")
    #expect(!outcome.output.contains(Self.password), "\(outcome)")
    #expect(try Snapshot(of: household.store) == before)
  }

  @Test func `what goes on in the background leaves the terminal to the shell`() async throws {
    let household = try await Household.begun()
    let outcome = try await Self.shell(of: household).runOnTerminal(
      [
        "-c",
        """
        set -m
        "$0" lock
        bg
        wait
        stty -a | tr ' ;' '\\n\\n' | grep -x -e -echo -e echo
        """, household.program.path,
      ],
      typist: Self.typist { _ in [0x1A] })
    #expect(outcome.status == 0 && outcome.output.hasSuffix("\necho\n"), "\(outcome)")
    #expect(outcome.output.contains("Mei has a password here now"), "\(outcome)")
    #expect(try household.keys(of: "Mei", password: Self.password) != nil)
  }

  @Test func `who comes back from Ctrl-Z while a password is worked on types unseen`()
    async throws
  {
    let household = try await Household.begun()
    let meanwhile = Answers(["\u{1A}"])
    let later = Answers(["\(Self.password)\n"])
    let first = Self.typist { _ in meanwhile.next().map { Array($0.utf8) } }
    let outcome = try await Self.shell(of: household).runOnTerminal(
      [
        "-c",
        """
        set -m
        "$0" lock
        stty -a | tr ' ;' '\\n\\n' | grep -x -e -echo -e echo
        echo goes on
        fg
        """, household.program.path,
      ],
      typist: { shown in
        let text = String(decoding: shown, as: UTF8.self)
        guard let start = text.firstRange(of: "goes on\n") else { return first(shown) }
        return text[start.upperBound...].isEmpty ? nil : later.next().map { Array($0.utf8) }
      })
    #expect(outcome.status == 0, "\(outcome)")
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(lines.contains("echo") && !lines.contains("-echo"), "\(outcome)")
    #expect(!outcome.output.contains(Self.password), "\(outcome)")
    #expect(later.next() == nil && outcome.output.contains("Mei has a password here now"))
    #expect(try household.keys(of: "Mei", password: Self.password) != nil)
  }
}
