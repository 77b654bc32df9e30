import Foundation
import Testing

/// What a household's desktop is made of here: scripts in a PATH that holds nothing else.
struct Desktop: Sendable {
  let systemctl: StandIn
  let notifySend: StandIn

  /// Like the real one it makes a link where a unit is enabled, and takes it away again; `failing`
  /// is the word it refuses.
  init(in sandbox: Sandbox, failing: String = "nothing") throws {
    systemctl = try StandIn(
      "systemctl", in: sandbox,
      doing: """
        case "$*" in *" \(failing) "* | *" \(failing)") exit 1 ;; esac
        units="$HOME/.config/systemd/user"
        wants="$units/timers.target.wants"
        case "$2" in
          enable) /bin/mkdir -p "$wants" && /bin/ln -sf "$units/$3" "$wants/$3" ;;
          disable) /bin/rm -f "$wants/$4" ;;
          is-active) test -e "$wants/$4" ;;
        esac
        """)
    notifySend = try StandIn("notify-send", in: sandbox)
  }
}

extension Household {
  /// A household at a desktop of stand-ins, and nothing else in PATH.
  static func atDesktop(store: String? = nil) async throws -> Household {
    var household = try await Household.begun(store: store)
    try household.sandbox.makeFolder("home/.config")
    household.program.environment["PATH"] = StandIn.folder(in: household.sandbox)
    return household
  }

  /// All that lies in the home, with what links lead to.
  var home: [String: String] {
    let folder = sandbox.home
    var found: [String: String] = [:]
    for name in FileManager.default.enumerator(atPath: folder)?.compactMap({ $0 as? String }) ?? []
    {
      let path = "\(folder)/\(name)"
      let link = try? FileManager.default.destinationOfSymbolicLink(atPath: path)
      found[name] = link ?? (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    }
    return found
  }

  var units: String { sandbox.home + "/.config/systemd/user" }
}

extension Sandbox {
  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: path(name), withIntermediateDirectories: true)
  }
}
