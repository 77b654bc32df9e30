import Foundation
import Testing

/// Transcripts: how they are read, played, compared and recorded.
@Suite struct TranscriptSupportTests {
  /// A program that asks, as `accord` does.
  private static let script = #"""
    #!/bin/sh
    case $1 in
    ask) printf 'Who is this?  1 Mei  2 Lin: '; read who; echo "Next: you are $who." ;;
    问) printf '现在是谁？1 小美  2 阿林：'; read who; printf '密码：'; read word; echo "好：$who" ;;
    hide) stty -echo; printf 'Password: '; read -r word; stty echo; echo; echo "${#word} letters."
      printf 'Again: '; read -r word; echo "Seen: $word." ;;
    store) echo "$ACCORD_STORE" >>"$HOME/lines"; wc -l <"$HOME/lines" | tr -d ' ' ;;
    now) echo "$ACCORD_NOW" ;;
    esac
    """#

  private static let conversation = """
    $ accord ask
    Who is this?  1 Mei  2 Lin: 2
    Next: you are 2.
    $ accord store; accord store
    1
    2
    $ accord 问
    现在是谁？1 小美  2 阿林：1
    密码：
    好：1
    $ accord store
    3
    $ accord hide
    Password: ⟨pear tree⟩
    9 letters.
    Again: pear
    Seen: pear.
    $ ACCORD_NOW=2026-11-21T12:00:00+08:00 accord now
    2026-11-21T12:00:00+08:00
    $ true

    """

  private func player(in sandbox: Sandbox, recording: Bool = false) throws -> TranscriptPlayer {
    let script = try sandbox.write(Self.script, to: "asks", mode: 0o755)
    var program = Program(script, in: sandbox)
    program.environment["ACCORD_NOW"] = "2020-01-01T00:00:00Z"
    var player = TranscriptPlayer(program)
    player.recording = recording
    return player
  }

  @Test func `a transcript that is so passes, its answers typed from it`() async throws {
    let sandbox = try Sandbox()
    let file = try sandbox.write(Self.conversation, to: "t.txt")
    let complaint = try await player(in: sandbox).complaint(aboutFile: file)
    #expect(complaint == nil)
  }

  @Test(arguments: [
    ("you are 2.", "you are two."), ("Mei  2 Lin: 2", "Mei  2 Liu: 2"), ("\n3\n", "\n3 \n"),
    ("$ true\n", "$ true\n\n"), ("好：1", "好: 1"), ("⟨pear tree⟩", "pear tree"),
    ("⟨pear tree⟩", "⟨pear trees⟩"), ("Again: pear", "Again: ⟨pear⟩"),
  ])
  func `any other byte is a complaint that shows both lines`(
    original: String, changed: String
  ) async throws {
    let sandbox = try Sandbox()
    let text = Self.conversation.replacingOccurrences(of: original, with: changed)
    let file = try sandbox.write(text, to: "t.txt")
    let complaint = try #require(await player(in: sandbox).complaint(aboutFile: file))
    #expect(complaint.contains("\n- ") || complaint.contains("\n+ "))
    #expect(try String(contentsOfFile: file, encoding: .utf8) == text)
  }

  @Test func `recording writes what is shown, with the older answers, and still complains`()
    async throws
  {
    let sandbox = try Sandbox()
    let older =
      Self.conversation
      .replacingOccurrences(of: "Who is this?  1 Mei  2 Lin: 2", with: "Who?  1 Mei  2 Lin: 2")
      .replacingOccurrences(of: "密码：", with: "一个密码：")
      .replacingOccurrences(of: "Password: ⟨", with: "The password: ⟨")
      .replacingOccurrences(of: "Next: you are 2.\n", with: "")
    let file = try sandbox.write(older, to: "t.txt")
    let complaint = try await player(in: sandbox, recording: true).complaint(aboutFile: file)
    #expect(try #require(complaint).contains("+ Next: you are 2."), "\(complaint ?? "")")
    #expect(try String(contentsOfFile: file, encoding: .utf8) == Self.conversation)
  }

  @Test func `a command that hangs is shown with what it printed`() async throws {
    let sandbox = try Sandbox()
    let file = try sandbox.write("$ echo begun; sleep 63\nbegun\n", to: "t.txt")
    var program = Program("/bin/sh", in: sandbox)
    program.timeLimit = .seconds(10)
    let complaint = try await TranscriptPlayer(program).complaint(aboutFile: file)
    #expect(try #require(complaint).contains("  begun\n+ \n+ (killed after"))
  }

  @Test func `a text that does not begin with a command is no transcript`() {
    #expect(throws: ProgramFailure.self) { try Transcript(Array("hello\n".utf8)) }
  }

  @Test func `a difference shows control characters and spaces at the end`() {
    let difference = LineDiff(
      from: Array("a\nb\nc\nd\ne\nf \n".utf8), to: Array("a\nb\nc\nd\ne\n\u{1b}f\n".utf8))
    #expect(difference.description == "  …\n  c\n  d\n  e\n- f·\n+ \\u{1B}f")
  }
}
