import Foundation
import Testing

/// What fills the clipboard stands in a PATH of its own here: no desktop is touched.
struct ClipboardTests {
  static let phrase = "I am on my way.\nDon't wait with dinner."

  private static func household(desktop: [String: String]) async throws -> Household {
    var household = try await Household.withSayings()
    household.program.environment["PATH"] = StandIn.folder(in: household.sandbox)
    household.program.environment.merge(desktop) { $1 }
    return household
  }

  #if os(macOS)
    @Test func `pbcopy is given exactly the words, and told their encoding`() async throws {
      let household = try await Self.household(desktop: [:])
      let pbcopy = try StandIn("pbcopy", in: household.sandbox, doing: "test -n \"$LC_ALL\"")
      let outcome = try await household.succeeds(["say", "late", "--copy"])
      #expect(outcome.output == Self.phrase + "\n")
      #expect(pbcopy.input == Self.phrase)
    }
  #else
    struct Case: Sendable, CustomTestStringConvertible {
      let desktop: [String: String]
      /// Those installed, and how each ends.
      let installed: [String: Int]
      let filled: String
      let words: String
      var testDescription: String { "\(desktop.keys.sorted()) \(installed.keys.sorted())" }
    }

    private static let wayland = ["WAYLAND_DISPLAY": "wayland-0"]
    private static let x11 = ["DISPLAY": ":0"]
    private static let both = wayland.merging(x11) { $1 }

    static let filling: [Case] = [
      Case(
        desktop: both, installed: ["wl-copy": 0, "xclip": 0, "xsel": 0], filled: "wl-copy",
        words: "--type text/plain;charset=utf-8"),
      Case(
        desktop: x11, installed: ["wl-copy": 0, "xclip": 0, "xsel": 0], filled: "xclip",
        words: "-selection clipboard -in"),
      Case(
        desktop: both, installed: ["xsel": 0], filled: "xsel", words: "--clipboard --input"),
      // A session that is gone leaves its variable behind.
      Case(
        desktop: both, installed: ["wl-copy": 1, "xclip": 1, "xsel": 0], filled: "xsel",
        words: "--clipboard --input"),
    ]

    @Test(arguments: filling)
    func `the program of the desktop that runs is given exactly the words`(of one: Case)
      async throws
    {
      let household = try await Self.household(desktop: one.desktop)
      let standIns = try one.installed.map { name, status in
        (name, try StandIn(name, in: household.sandbox, doing: "exit \(status)"))
      }
      let outcome = try await household.succeeds(["say", "late", "--copy"])
      #expect(outcome.output == Self.phrase + "\n")
      #expect(outcome.error.split(separator: "\n").count == 1)
      for (name, standIn) in standIns {
        let isTried = one.installed[name] != 0 || name == one.filled
        #expect(standIn.calls.count == (isTried ? 1 : 0), "\(name)")
        guard name == one.filled else { continue }
        #expect(standIn.calls == [one.words])
        #expect(standIn.input == Self.phrase)
      }
    }

    @Test(
      arguments: [
        ([:], ["wl-copy", "xclip", "xsel"]), (both, []), (["DISPLAY": ""], ["xsel"]),
        (wayland, ["xclip", "xsel"]),
      ] as [([String: String], [String])])
    func `where there is no clipboard the words are printed, and that is told`(
      desktop: [String: String], installed: [String]
    ) async throws {
      let household = try await Self.household(desktop: desktop)
      for name in installed { _ = try StandIn(name, in: household.sandbox) }
      for language in ["en", "zh"] {
        let outcome = try await household.program.run([
          "say", "late", "--copy", "--lang", language,
        ])
        #expect(outcome.status == 69)
        #expect(outcome.output == Self.phrase + "\n")
        #expect(outcome.error.hasPrefix("accord: "))
        #expect(outcome.error.split(separator: "\n").count == 1)
      }
    }

    @Test func `a clipboard that takes nothing is no copy`() async throws {
      let household = try await Self.household(desktop: Self.x11)
      _ = try StandIn("xclip", in: household.sandbox, doing: "exit 1")
      let outcome = try await household.program.run(["say", "late", "--copy"])
      #expect(outcome.status == 69 && outcome.output == Self.phrase + "\n")
    }

    @Test(arguments: [(0, Int32(0)), (1, 69)])
    func `the document says whether it was copied`(ending: Int, status: Int32) async throws {
      struct Document: Decodable {
        struct Phrase: Decodable { let phrase: String }
        let copied: Bool
        let phrases: [Phrase]
      }
      let household = try await Self.household(desktop: Self.x11)
      _ = try StandIn("xclip", in: household.sandbox, doing: "exit \(ending)")
      let outcome = try await household.program.run(["say", "late", "--copy", "--json"])
      #expect(outcome.status == .exited(status) && outcome.error == "")
      let document = try outcome.json(Document.self)
      #expect(document.copied == (ending == 0))
      #expect(document.phrases.map(\.phrase) == [Self.phrase])
      #expect(outcome.errorCode == (ending == 0 ? nil : "no-clipboard"))
    }
  #endif

  @Test func `what is to be copied has to be said`() async throws {
    try await Household.withSayings().refuses(["say", "--copy"], 64, "missing")
  }
}
