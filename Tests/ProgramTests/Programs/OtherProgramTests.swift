import Foundation
import Testing

@testable import accord

struct OtherProgramTests {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
  }

  private var folder: String { StandIn.folder(in: sandbox) }

  /// Runs it from here; a stand-in that is written meanwhile is not open in it, and busy.
  private func run(
    _ program: OtherProgram?, _ words: [String] = [], reading input: String = ""
  ) throws -> OtherProgram.Ending? {
    try Inheritance.whileNothingStarts { try program?.run(words, .reading(input)) }
  }

  @Test func `words and input arrive exactly, and the ending is told`() throws {
    let standIn = try StandIn("it", in: sandbox, doing: "exit 7")
    let program = OtherProgram(named: "it", in: folder)
    #expect(try run(program, ["早 “a”", "$HOME"], reading: "好\n\u{1B}x") == .exited(7))
    #expect(standIn.calls == ["早 “a” $HOME"])
    #expect(standIn.input == "好\n\u{1B}x")
  }

  @Test func `the end of a program by a signal is told`() throws {
    _ = try StandIn("it", in: sandbox, doing: "kill -TERM $$")
    #expect(try run(OtherProgram(named: "it", in: folder)) == .killed(by: SIGTERM))
  }

  @Test func `who reads nothing of it is waited for all the same`() throws {
    let before = signal(SIGPIPE, SIG_IGN)
    defer { _ = signal(SIGPIPE, before) }
    let much = String(repeating: "好", count: 100_000)
    #expect(try run(.shell, ["-c", "exit 3"], reading: much) == .exited(3))
  }

  @Test func `the first in PATH is found, as a shell finds it`() throws {
    let later = try StandIn("it", in: sandbox)
    let first = try sandbox.write("#!/bin/sh\nexit 1\n", to: "it", mode: 0o755)
    try sandbox.write("no program", to: "home/it")
    let path = "/nowhere::\(sandbox.home):\(sandbox.folder):\(folder)"
    #expect(OtherProgram(named: "it", in: path)?.path == first)
    #expect(OtherProgram(named: first, in: nil)?.path == first)
    #expect(OtherProgram(named: "it", in: sandbox.home) == nil)
    #expect(OtherProgram(named: "it", in: nil) == nil)
    #expect(later.calls == [])
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self/fd")))
  func `what it prints is dropped, and what it leaves running holds no stream of ours`() throws {
    // A shell may redirect its own stream for a command.
    _ = try StandIn(
      "it", in: sandbox,
      doing: """
        streams=$(/usr/bin/readlink /proc/$$/fd/1 /proc/$$/fd/2)
        printf '%s\\n' "$streams" >"$0.streams"
        """)
    #expect(try run(OtherProgram(named: "it", in: folder)) == .exited(0))
    let streams = try String(contentsOfFile: folder + "/it.streams", encoding: .utf8)
    #expect(streams == "/dev/null\n/dev/null\n")
  }
}
