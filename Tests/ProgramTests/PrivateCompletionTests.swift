import Foundation
import Testing

/// Who presses Tab may be anybody who sits here: no candidate comes from a private side.
struct PrivateCompletionTests {
  @Test func `S13 what is offered is the same where there is no private side`() async throws {
    let (household, own) = try await Self.household()
    let bare = try household.copy(named: "bare")
    let files = FileManager.default
    let sides = try files.contentsOfDirectory(atPath: bare.store).filter {
      $0.hasSuffix(".vault") || $0.hasSuffix(".key")
    }
    #expect(sides.contains { $0.hasSuffix(".vault") })
    for name in sides { try files.removeItem(atPath: "\(bare.store)/\(name)") }

    let script = try await household.succeeds(["completions", "zsh"]).output
    let requests = Set(script.matches(of: /---completion ([^"$]+) "/).map { String($0.output.1) })
    #expect(requests.contains("accept -- positional@0"))
    #expect(requests.contains("need add -- --category"))
    for request in requests {
      let words = request.split(separator: " ").map(String.init)
      let line = ["accord"] + words.prefix { $0 != "--" } + [""]
      let asked = ["---completion"] + words + ["\(line.count - 1)", "0"] + line
      let offered = try await household.succeeds(asked).output
      #expect(!offered.isEmpty)
      #expect(try await bare.succeeds(asked).output == offered, "\(request)")
      for (text, id) in own {
        #expect(!offered.contains(text) && !offered.contains(id.prefix(8)), "\(request)")
      }
    }
  }

  @Test(
    arguments: InteractiveShell.installed,
    ["need share --as Mei", "需要 分享", "need heard", "记录 删掉"])
  func `S13 what is one's own is not offered, nor is the rest of its id`(
    shell: InteractiveShell, verb: String
  ) async throws {
    let (household, own) = try await Self.household()
    let words = verb.replacing(" ", with: ",")
    for begun in [""] + own.map({ String($0.id.prefix(2)) }) {
      // The line that was completed is turned into one that prints its words.
      let shown = try await shell.shown(
        typing: "accord \(verb) \(begun)\t\u{1}printf %s, \r",
        until: "accord,\(words),\(begun.isEmpty ? "" : begun + ",")", in: household)
      for (text, id) in own { #expect(!shown.contains(text) && !shown.contains(id.prefix(8))) }
    }
  }

  /// A household where Mei has written down what is nobody else's, a need of which she shares.
  ///
  /// - Returns: also the texts and the ids of what she wrote.
  private static func household() async throws -> (Household, own: [(text: String, id: String)]) {
    let household = try await Household.begun()
    try await household.succeeds(Household.proposal("Stop for half an hour", by: "Mei"))
    try await household.agree("忙的时候", "when I am busy", "soon")
    var own: [(text: String, id: String)] = []
    for (verb, text) in [
      ("need", "xylophone at night"), ("need", "quartz in the morning"),
      ("reflect", "zeppelin came"),
    ] {
      let outcome = try await household.program.run(
        [verb, "add", "--as", "Mei", "--json"], input: text)
      #expect(outcome.status == 0, "\(outcome)")
      own.append((text, try outcome.json(Added.self).id))
    }
    try await household.succeeds(["need", "share", own[1].id, "--as", "Mei", "--yes"])
    return (household, own)
  }

  private struct Added: Decodable { let id: String }
}
