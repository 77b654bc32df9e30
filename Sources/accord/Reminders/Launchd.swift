import Agreements
import Files
import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// launchd of macOS: an agent of the person who is at the desktop.
struct Launchd: Scheduler {
  let name = "launchd"
  private let agents: FilePath
  private let launchctl: OtherProgram?
  /// Whose desktop it is.
  private let desktop = "gui/\(getuid())"

  init(home: FilePath, environment: (String) -> String?) {
    agents = home.appending("Library").appending("LaunchAgents")
    launchctl = OtherProgram(named: "launchctl", in: environment("PATH"))
  }

  // MARK: Its file

  private var agent: FilePath { agents.appending("\(Reminder.name).plist") }

  func files(for reminder: Reminder) -> [(path: FilePath, text: String)] {
    [(agent, Self.agent(for: reminder))]
  }

  /// A computer that slept at the time looks when it wakes.
  static func agent(for reminder: Reminder) -> String {
    let words = reminder.command.map { "\n    <string>\($0.escapedForXML)</string>" }.joined()
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <!-- By accord remind install; accord remind remove takes it away. -->
      <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" \
      "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
      <plist version="1.0">
      <dict>
        <key>Label</key>
        <string>\(Reminder.name)</string>
        <key>ProgramArguments</key>
        <array>\(words)
        </array>
        <key>StartCalendarInterval</key>
        <dict>
          <key>Hour</key>
          <integer>\(reminder.time.hour)</integer>
          <key>Minute</key>
          <integer>\(reminder.time.minute)</integer>
        </dict>
      </dict>
      </plist>

      """
  }

  var time: TimeOfDay? {
    guard let bytes = try? PrivateFile.read(agent, atMost: 1 << 16) else { return nil }
    func number(_ key: String) -> Int? {
      let text = String(decoding: bytes, as: UTF8.self)
      guard let end = text.ranges(of: "<key>\(key)</key>").first?.upperBound,
        let match = text[end...].prefixMatch(of: /\s*<integer>([0-9]{1,2})<\/integer>/)
      else { return nil }
      return Int(match.output.1)
    }
    guard let hour = number("Hour"), let minute = number("Minute") else { return nil }
    return TimeOfDay(hour: hour, minute: minute)
  }

  var traces: [FilePath] { [agent] }

  /// That of the agents stays: every Mac has it.
  var folders: [FilePath] { [] }

  // MARK: launchctl

  var answers: Bool { did("print", desktop) }

  private var target: String { "\(desktop)/\(Reminder.name)" }

  var isRunning: Bool { did("print", target) }

  func begin() -> Bool {
    stop()
    // An agent that was just taken out is not gone at once.
    for attempt in 1...5 {
      if did("bootstrap", desktop, agent.string) { return true }
      if attempt < 5 { usleep(200_000) }
    }
    return false
  }

  func stop() { _ = did("bootout", target) }

  func forget() {}

  private func did(_ words: String...) -> Bool {
    (try? launchctl?.run(words)) == .exited(0)
  }
}
