import Foundation
import Testing

/// S16: what is written in an editor lies in one private file, and nowhere afterwards.
@Suite struct EditedWordsTests {
  private static let word = "Birnbaum-im-Winter-73"

  /// A couple, with a temporary folder of their own.
  private struct Desk {
    let household: Household
    let temporary: String

    init() async throws {
      var household = try await Household.begun()
      temporary = household.sandbox.path("temporary")
      try FileManager.default.createDirectory(
        atPath: temporary, withIntermediateDirectories: false)
      household.program.environment["TMPDIR"] = temporary
      self.household = household
    }

    /// Runs a command whose editor is this script; `$1` is the draft.
    func write(_ script: String, in words: [String]) async throws -> Outcome {
      let editor = try household.sandbox.write("#!/bin/sh\n\(script)\n", to: "editor", mode: 0o755)
      return try await household.program.runOnTerminal(
        words + ["--edit", "--as", "Mei"], environment: ["EDITOR": editor, "VISUAL": nil])
    }

    var left: [String] {
      get throws { try FileManager.default.contentsOfDirectory(atPath: temporary) }
    }

    /// The one draft that is left and was named.
    func draft(
      namedIn outcome: Outcome, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> String {
      let folder = try #require(try left.first, "\(outcome)", sourceLocation: sourceLocation)
      #expect(try left.count == 1, sourceLocation: sourceLocation)
      let path = "\(temporary)/\(folder)/accord.txt"
      #expect(outcome.output.contains(path), "\(outcome)", sourceLocation: sourceLocation)
      var file = stat()
      var parent = stat()
      #expect(lstat(path, &file) == 0 && lstat("\(temporary)/\(folder)", &parent) == 0)
      #expect(file.st_mode & 0o777 == 0o600, sourceLocation: sourceLocation)
      #expect(parent.st_mode & 0o777 == 0o700, sourceLocation: sourceLocation)
      return try String(contentsOfFile: path, encoding: .utf8)
    }
  }

  private static func fill(_ heading: String, _ text: String = word) -> String {
    "sed -i 's/^# accord: \(heading)$/&\\n\(text)/' \"$1\""
  }

  @Test(
    arguments: [
      (["need", "add"], "need"), (["reflect", "add"], "what I felt"),
      (["steady", "edit"], "people"),
    ])
  func `S16 what was written in an editor is in no file afterwards`(
    words: [String], heading: String
  ) async throws {
    let desk = try await Desk()
    // Editors leave copies beside the draft.
    let outcome = try await desk.write(
      """
      \(Self.fill(heading))
      cp "$1" "$1~"; cp "$1" "$(dirname "$1")/.accord.txt.swp"
      stat -c %a "$1" "$(dirname "$1")" > "$HOME/modes"
      """, in: words)
    #expect(outcome.status == 0, "\(outcome)")
    #expect(!outcome.output.contains(Self.word), "\(outcome)")
    let modes = try String(contentsOfFile: desk.household.sandbox.home + "/modes", encoding: .utf8)
    #expect(modes == "600\n700\n")
    #expect(try desk.left == [])
    #expect(try desk.household.filesHolding([Self.word]).allSatisfy { $0 == "editor" })
    let kept = [
      try await desk.household.needs(of: "Mei").needs.first?.text,
      try await desk.household.reflections(of: "Mei").first?.felt,
      try await desk.household.footing(of: "Mei")?.people,
    ]
    #expect(kept.compactMap { $0 } == [Self.word])
  }

  @Test(arguments: [["need", "add"], ["reflect", "add"], ["steady", "edit"]])
  func `an emptied or untouched text means no, and nothing is left`(words: [String]) async throws {
    let desk = try await Desk()
    for script in [": > \"$1\"", "rm \"$1\"", "true"] where words[0] != "need" || script != "true" {
      let outcome = try await desk.write(script, in: words)
      #expect(outcome.status == 0, "\(outcome)")
      #expect(outcome.output.contains("Nothing was"), "\(outcome)")
      #expect(try desk.left == [])
    }
    #expect(!FileManager.default.fileExists(atPath: try desk.household.vaultFile(of: "Mei")))
  }

  /// Ways in which what was written in an editor cannot be kept.
  enum Mishap: String, CaseIterable {
    case editorFails, heading, tooLong, noCategory, notText, damaged, storeIsGone

    var script: String {
      let fill = EditedWordsTests.fill("need")
      switch self {
      case .editorFails: return fill + "; exit 3"
      case .heading: return fill + "; sed -i 's/^# accord: trigger$/# accord: tigger/' \"$1\""
      case .tooLong:
        return EditedWordsTests.fill("need", String(repeating: word + " ", count: 100))
      case .noCategory: return fill + "; " + EditedWordsTests.fill("category")
      case .notText: return fill + "; printf '\\377' >> \"$1\""
      case .damaged: return fill
      case .storeIsGone: return fill + "; mv \"$ACCORD_STORE\" \"$ACCORD_STORE-moved\""
      }
    }

    var status: Int32 {
      switch self {
      case .editorFails, .storeIsGone: 74
      case .heading, .tooLong, .noCategory: 64
      case .notText, .damaged: 65
      }
    }
  }

  @Test(arguments: Mishap.allCases)
  func `S16 where it cannot be kept, what was written stays in one private file that is named`(
    mishap: Mishap
  ) async throws {
    let desk = try await Desk()
    _ = try await desk.household.need("before", by: "Mei")
    let vault = try desk.household.vaultFile(of: "Mei")
    let before = FileManager.default.contents(atPath: vault)
    if mishap == .damaged {
      try Data("nothing of the kind".utf8).write(to: URL(fileURLWithPath: vault))
    }
    let outcome = try await desk.write(mishap.script, in: ["need", "add", "--category", "time"])
    #expect(outcome.status == .exited(mishap.status), "\(outcome)")
    #expect(!outcome.output.contains(Self.word), "\(outcome)")
    if mishap == .notText {
      let folder = try #require(try desk.left.first)
      let bytes = FileManager.default.contents(atPath: "\(desk.temporary)/\(folder)/accord.txt")
      #expect(bytes?.range(of: Data(Self.word.utf8)) != nil)
    } else {
      #expect(try desk.draft(namedIn: outcome).contains(Self.word))
    }
    if mishap == .storeIsGone { rename(desk.household.store + "-moved", desk.household.store) }
    if mishap != .damaged { #expect(FileManager.default.contents(atPath: vault) == before) }
  }
}
