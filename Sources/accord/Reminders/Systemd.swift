import Agreements
import Files
import SystemPackage

/// The part of systemd that each person has: a service, and a timer that starts it.
struct Systemd: Scheduler {
  let name = "systemd"
  /// Where units of one person lie.
  private let units: FilePath
  /// Where it notes when a timer last went off.
  private let stamps: FilePath
  private let systemctl: OtherProgram?

  init(home: FilePath, environment: (String) -> String?) {
    func folder(_ variable: String, _ usual: String) -> FilePath {
      let told = environment(variable).flatMap { $0.hasPrefix("/") ? FilePath($0) : nil }
      return told ?? home.appending(usual)
    }
    units = folder("XDG_CONFIG_HOME", ".config").appending("systemd").appending("user")
    stamps = folder("XDG_DATA_HOME", ".local/share").appending("systemd").appending("timers")
    systemctl = OtherProgram(named: "systemctl", in: environment("PATH"))
  }

  private let service = "\(Reminder.name).service"
  private let timer = "\(Reminder.name).timer"

  // MARK: Its files

  func files(for reminder: Reminder) -> [(path: FilePath, text: String)] {
    [
      (units.appending(service), Self.service(for: reminder)),
      (units.appending(timer), Self.timer(for: reminder)),
    ]
  }

  /// The unit that looks once.
  ///
  /// As the program of a unit, systemd takes no path with a quotation mark or a backslash: a shell
  /// is the program, and gets the path as a word.
  static func service(for reminder: Reminder) -> String {
    let words = ["/bin/sh", "-c", #"exec "$0" "$@""#] + reminder.command
    return """
      # By accord remind --install; accord remind --remove takes it away.
      [Unit]
      Description=\(description)

      [Service]
      Type=oneshot
      ExecStart=\(words.map(\.quotedForSystemd).joined(separator: " "))
      TimeoutStartSec=1min

      """
  }

  /// The unit that starts it. A computer that was off at the time looks when it is on again.
  static func timer(for reminder: Reminder) -> String {
    """
    # By accord remind --install; accord remind --remove takes it away.
    [Unit]
    Description=\(description)

    [Timer]
    \(daily)\(reminder.time.text):00
    Persistent=true

    [Install]
    WantedBy=timers.target

    """
  }

  private static let description = "Accord's daily reminder"
  private static let daily = "OnCalendar=*-*-* "

  var time: TimeOfDay? {
    guard let bytes = try? PrivateFile.read(units.appending(timer), atMost: 1 << 16) else {
      return nil
    }
    let line = String(decoding: bytes, as: UTF8.self).lines.first { $0.hasPrefix(Self.daily) }
    return line.flatMap { TimeOfDay(text: String($0.dropFirst(Self.daily.count).prefix(5))) }
  }

  private var wanted: FilePath { units.appending("timers.target.wants") }

  var traces: [FilePath] {
    [
      wanted.appending(timer), units.appending(timer), units.appending(service),
      stamps.appending("stamp-\(timer)"),
    ]
  }

  var folders: [FilePath] {
    [wanted, units, units.removingLastComponent(), stamps, stamps.removingLastComponent()]
  }

  // MARK: systemctl

  var answers: Bool { did("show", "--property=Version") }

  var isRunning: Bool { did("is-active", "--quiet", timer) }

  func begin() -> Bool {
    // Started with `--now`, one that runs already would keep its time.
    did("daemon-reload") && did("enable", timer) && did("restart", timer)
  }

  func stop() { _ = did("disable", "--now", timer) }

  func forget() {
    _ = did("daemon-reload")
    // It remembers a failure of units that are gone.
    _ = did("reset-failed", service, timer)
  }

  private func did(_ words: String...) -> Bool {
    (try? systemctl?.run(["--user"] + words)) == .exited(0)
  }
}

extension String {
  /// One word of a command in a unit, whatever is in it.
  ///
  /// Source: systemd.service(5), "Command lines", and systemd.syntax(7), "Quoting".
  fileprivate var quotedForSystemd: String {
    let escaped = unicodeScalars.map { scalar in
      switch scalar {
      case "\\", "\"": "\\\(scalar)"
      // A specifier and a variable, if they were alone.
      case "%", "$": "\(scalar)\(scalar)"
      case "\u{0}"..<" ", "\u{7F}": "\\x" + String(scalar.value + 0x100, radix: 16).dropFirst()
      default: String(scalar)
      }
    }
    let isPlain = !isEmpty && utf8.allSatisfy(Self.isPlain)
    return isPlain ? self : "\"" + escaped.joined() + "\""
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "-"),
      UInt8(ascii: "_"), UInt8(ascii: "."):
      true
    default: false
    }
  }
}
