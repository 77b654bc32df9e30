import Foundation
import SystemPackage
import Testing

@testable import accord

/// Signals are handled for the whole process, so these run one after the other.
@Suite(.serialized) struct SignalTests {
  @Suite struct Interrupting {
    @Test func `Ctrl-C at a question leaves, and the next question can be answered`() throws {
      let input = try FileDescriptor.pipe()
      let error = try FileDescriptor.pipe()
      let prompt = Prompt(
        Prompt.Streams(
          input: input.readEnd, error: error.writeEnd, inputIsTerminal: true, heedsInterrupts: true),
        in: .english)
      let question = Sentence("title", "标题")
      let printed = error.readEnd
      Thread.detachNewThread {
        // The handler stands before the question is printed.
        if (try? printed.text(through: ": ")) == "title: " { kill(getpid(), SIGINT) }
      }
      #expect(throws: NoInput.interrupted) { try prompt.ask(question, flag: "--title") }

      _ = try input.writeEnd.writeAll(Array("walk\n".utf8))
      #expect(try prompt.ask(question, flag: "--title") == "walk")
      for end in [input.readEnd, input.writeEnd, error.readEnd, error.writeEnd] { try end.close() }
    }
  }

  @Suite struct Hiding {
    @Test func `Ctrl-C at a hidden question leaves, and the terminal shows what is typed`() throws {
      let seat = try Seat()
      let question = Sentence("password", "密码")
      seat.meet("password: ") { kill(getpid(), SIGINT) }
      let prompt = seat.prompt(heedsInterrupts: true)
      #expect(throws: NoInput.interrupted) { try prompt.askHidden(question, flag: "--x") }
      #expect(seat.wasSilent && seat.echoes)

      seat.type("pear tree\n", after: "password: ")
      #expect(try prompt.askHidden(question, flag: "--x") == "pear tree")
      #expect(seat.wasSilent && seat.echoes)
    }
  }

  @Suite final class Editing {
    private let folder: String

    init() throws {
      folder = NSTemporaryDirectory() + "accord-editor-" + UUID().uuidString
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    deinit {
      try? FileManager.default.removeItem(atPath: folder)
    }

    /// An editor that is this shell script, with the file as `$1`.
    private func editor(_ script: String, name: String = "it's an editor") throws -> Editor {
      let path = "\(folder)/\(name).sh"
      try "#!/bin/sh\n\(script)\n".write(toFile: path, atomically: true, encoding: .utf8)
      let command = "sh \"\(path)\""
      let folder = folder
      return try Editor { ["EDITOR": command, "TMPDIR": folder][$0] }
    }

    private func drafts() throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasPrefix("accord.") }
    }

    @Test(arguments: [
      ("true", "早\n# mine", "早\n# mine"),
      ("printf '好\\n' >>\"$1\"", "早", "早\n好"),
      ("printf 'x' >\"$1\"", "早", "x"),
      ("printf 'x\\n\\n' >\"$1\"", "早", "x\n"),
      ("printf 'x\\r\\ny\\r\\n' >\"$1\"", "早", "x\r\ny\r"),
      (
        "echo keep >\"$1.new\"; echo '# kept' >>\"$1.new\"; mv \"$1.new\" \"$1\"", "",
        "keep\n# kept"
      ),
      ("printf '%s\\n' \"$1\" | grep -c / >\"$1\"; touch \"$1~\"", "", "1"),
    ])
    func `the text comes back, and the file is gone`(
      script: String, text: String, edited: String
    ) throws {
      #expect(try editor(script).edit(text, guidance: ["write below"]) == edited)
      #expect(try drafts() == [])
    }

    @Test(arguments: [
      ": >\"$1\"", "printf ' \\n\\n' >\"$1\"", "rm \"$1\"",
      "grep '^# accord: ' \"$1\" >x; mv x \"$1\"",
    ])
    func `an emptied text means no`(script: String) throws {
      #expect(
        try editor("cd \"$(dirname \"$1\")\"; \(script)").edit("早", guidance: ["hint"]) == nil)
      #expect(try drafts() == [])
    }

    @Test func `guidance stands after the text behind its marker`() throws {
      let copy = "\(folder)/copy"
      let edited = try editor("cp \"$1\" \"\(copy)\"").edit(
        "早", guidance: ["a", "b"], marker: "## ")
      #expect(edited == "早")
      #expect(try String(contentsOfFile: copy, encoding: .utf8) == "早\n## a\n## b\n")
    }

    @Test func `only its owner can read the file, and it is alone in its folder`() throws {
      let (text, draft) = try #require(try editor("ls -A \"$(dirname \"$1\")\" >\"$1\"").open("早"))
      defer { draft.discard() }
      #expect(text == "accord.txt")
      let folder = (draft.path as NSString).deletingLastPathComponent
      for (path, permissions) in [(folder, 0o700), (draft.path, 0o600)] {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.posixPermissions] as? Int == permissions)
      }
    }

    @Test func `after a failing editor the text is kept and named`() throws {
      let editor = try editor("printf 'long work\\n' >\"$1\"; exit 3")
      let error = #expect(throws: EditorError.self) { try editor.edit("早") }
      guard case .failed(let path) = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "long work\n")
      #expect(error?.sentence.english.contains(path) == true)
      #expect(error?.sentence.chinese.contains(path) == true)
      #expect(error?.exitStatus == 74)
    }

    @Test(
      arguments: [
        ("kill -INT $$", 130), ("exit 130", 130), ("kill -TERM $$", 74), ("exit 127", 74),
        ("printf '\\377' >\"$1\"", 65), ("head -c 70000 /dev/zero >\"$1\"", 65),
      ] as [(String, Int32)])
    func `whatever went wrong, the file is still there`(script: String, status: Int32) throws {
      let editor = try editor(script)
      let error = #expect(throws: EditorError.self) { try editor.edit("早") }
      #expect(error?.exitStatus == status)
      #expect(try drafts().count == 1)
    }

    @Test func `an opened text is kept until it is discarded`() throws {
      let opened = try #require(try editor("echo more >>\"$1\"").open("早"))
      #expect(opened.text == "早\nmore")
      #expect(try drafts().count == 1)
      opened.draft.discard()
      #expect(try drafts() == [])
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self/status")))
    func `the editor has the ordinary signals`() throws {
      Output.surviveClosedPipes()
      let signals = try editor("grep SigIgn /proc/$$/status | cut -f2 >\"$1\"").edit("x")
      let ignored = try #require(signals.flatMap { UInt64($0, radix: 16) })
      for signal in [SIGINT, SIGQUIT, SIGPIPE] {
        #expect(ignored & (1 << UInt64(signal - 1)) == 0)
      }
    }

    @Test func `a folder that is not there is told`() throws {
      let editor = try Editor { ["EDITOR": "true", "TMPDIR": "/nonexistent"][$0] }
      #expect(throws: EditorError.noDraft(.noSuchFileOrDirectory)) { try editor.edit("x") }
    }
  }
}

@Suite struct EditorChoiceTests {
  @Test(arguments: [
    (["VISUAL": "code --wait", "EDITOR": "nano"], "code --wait"),
    (["VISUAL": "", "EDITOR": "nano"], "nano"),
    (["VISUAL": " ", "EDITOR": "nano"], "nano"),
  ])
  func `VISUAL comes before EDITOR`(environment: [String: String], command: String) throws {
    #expect(try Editor { environment[$0] }.command == command)
  }

  @Test func `vi is taken where it is installed, and only there`() throws {
    let folder = NSTemporaryDirectory() + "accord-vi-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #expect(throws: EditorError.noEditor) { try Editor { ["PATH": "/nonexistent:\(folder)"][$0] } }
    #expect(throws: EditorError.noEditor) { try Editor { _ in nil } }
    let made = FileManager.default.createFile(
      atPath: folder + "/vi", contents: Data(), attributes: [.posixPermissions: 0o755])
    #expect(made)
    #expect(try Editor { ["PATH": "/nonexistent:\(folder)"][$0] }.command == "vi")
  }
}

extension FileDescriptor {
  /// Reads, byte by byte, until the text ends so.
  func text(through end: String) throws -> String {
    var bytes: [UInt8] = []
    while !bytes.reversed().starts(with: end.utf8.reversed()) {
      var byte: UInt8 = 0
      guard try withUnsafeMutableBytes(of: &byte, { try read(into: $0) }) == 1 else { break }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
