import Agreements
import Foundation
import SystemPackage
import Testing

@testable import accord

/// launchd's side, with a script for launchctl: it is tried on every system.
struct LaunchdTests {
  private let sandbox: Sandbox
  private let launchctl: StandIn
  private let launchd: Launchd

  init() throws {
    sandbox = try Sandbox()
    (launchctl, launchd) = try Self.launchd(in: sandbox)
  }

  /// - Parameter failing: the word that launchctl refuses.
  private static func launchd(
    in sandbox: Sandbox, failing: String = "nothing"
  ) throws -> (StandIn, Launchd) {
    let launchctl = try StandIn(
      "launchctl", in: sandbox, doing: "test \"$1\" != \(failing)")
    let path = StandIn.folder(in: sandbox)
    return (launchctl, Launchd(home: FilePath(sandbox.home)) { $0 == "PATH" ? path : nil })
  }

  /// Does it from here; a script that is written meanwhile is not open in what is started.
  private func alone(_ act: () throws -> Void) throws {
    try Inheritance.whileNothingStarts(act)
  }

  private static let words = [
    "/Applications/我们 & \"co\"/accord", "today", "--notify", "--store", "/tmp/<a>'b' &amp; 100%",
  ]

  private func reminder(_ time: String) throws -> Reminder {
    Reminder(time: try #require(TimeOfDay(text: time)), command: Self.words)
  }

  private var agent: String { sandbox.home + "/Library/LaunchAgents/accord-reminder.plist" }

  @Test func `a property list says the words and the time, exactly`() throws {
    let text = Launchd.agent(for: try reminder("20:05"))
    let read = try PropertyListSerialization.propertyList(from: Data(text.utf8), format: nil)
    let agent = try #require(read as? [String: Any])
    #expect(agent["Label"] as? String == "accord-reminder")
    #expect(agent["ProgramArguments"] as? [String] == Self.words)
    #expect(agent["StartCalendarInterval"] as? [String: Int] == ["Hour": 20, "Minute": 5])
    #expect(agent.count == 3)
  }

  @Test func `it comes, changes its time, and goes without a trace`() throws {
    try alone {
      #expect(launchd.state == .off)
      for time in ["09:00", "20:05"] {
        try launchd.install(reminder(time))
        #expect(launchd.state == .on(at: try #require(TimeOfDay(text: time))))
      }
      let desktop = "gui/\(getuid())"
      #expect(
        launchctl.calls.filter { !$0.hasPrefix("print") } == [
          "bootout \(desktop)/accord-reminder", "bootstrap \(desktop) \(agent)",
          "bootout \(desktop)/accord-reminder", "bootstrap \(desktop) \(agent)",
        ])
      try launchd.remove()
      #expect(launchd.state == .off)
    }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: sandbox.home + "/Library/LaunchAgents")
        == [])
  }

  @Test func `where launchd does not take it everything is as it was`() throws {
    let (_, refusing) = try Self.launchd(in: sandbox, failing: "bootstrap")
    try alone {
      #expect(throws: ReminderError.refused("launchd")) {
        try refusing.install(reminder("09:00"))
      }
    }
    #expect(!FileManager.default.fileExists(atPath: agent))
    _ = try Self.launchd(in: sandbox)
    try alone { try launchd.install(reminder("09:00")) }
    let before = try String(contentsOfFile: agent, encoding: .utf8)
    _ = try Self.launchd(in: sandbox, failing: "bootstrap")
    try alone {
      #expect(throws: ReminderError.refused("launchd")) {
        try launchd.install(reminder("20:00"))
      }
    }
    #expect(try String(contentsOfFile: agent, encoding: .utf8) == before)
  }

  @Test func `without a desktop, or without launchctl, nothing is written`() throws {
    let (_, deaf) = try Self.launchd(in: sandbox, failing: "print")
    let missing = Launchd(home: FilePath(sandbox.home)) { _ in nil }
    try alone {
      for launchd in [deaf, missing] {
        #expect(throws: ReminderError.noScheduler("launchd")) {
          try launchd.install(reminder("09:00"))
        }
      }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: sandbox.home) == [])
  }

  @Test func `what is there and does not run is told, and goes without launchctl`() throws {
    try alone { try launchd.install(reminder("09:00")) }
    let missing = Launchd(home: FilePath(sandbox.home)) { _ in nil }
    #expect(missing.state == .halted)
    try missing.remove()
    #expect(missing.state == .off)
  }
}
