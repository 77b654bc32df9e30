import Journal
import SystemPackage

/// One line on the desktop that says nothing about anybody.
///
/// Whoever looks at the screen reads it. So it has no name, no title and no word of a partner's,
/// and is the same whatever waits (rule S21).
enum Notice {
  static let text = Sentence("When you have a moment: accord", "有空的时候看看：accord")

  /// What shows it, and its words; nil where nothing here does.
  private static var shower: (program: OtherProgram, words: [String])? {
    #if os(macOS)
      let name = "osascript"
      let words = ["-e", "display notification \"\(text.text)\" with title \"Accord\""]
    #else
      let name = "notify-send"
      let words = ["--app-name=Accord", text.text]
    #endif
    return OtherProgram(named: name, in: environmentValue("PATH")).map { ($0, words) }
  }

  static var canBeShown: Bool { shower != nil }

  static func show() throws(ReminderError) {
    guard let shower else { throw .noNotifier }
    guard (try? shower.program.run(shower.words)) == .exited(0) else { throw .notShown }
  }
}

extension Agenda {
  /// Shows a notice if something waits, and prints nothing. While nothing may be answered, as in a
  /// pause, nothing waits.
  func notify() throws -> Report {
    let waits = !isQuiet
    if waits { try Notice.show() }
    return Report(json: [("notified", .bool(waits))])
  }
}
