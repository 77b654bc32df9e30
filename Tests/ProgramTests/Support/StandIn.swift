import Foundation

/// A script that stands in for another program and keeps what it was given.
struct StandIn: Sendable {
  /// Where stand-ins lie, and nothing else does: a PATH for what is to find them alone.
  static func folder(in sandbox: Sandbox) -> String { sandbox.path("stand-ins") }

  private let path: String

  /// - Parameter script: what it does after it has kept its words and all of its input.
  init(_ name: String, in sandbox: Sandbox, doing script: String = "") throws {
    try FileManager.default.createDirectory(
      atPath: Self.folder(in: sandbox), withIntermediateDirectories: true)
    path = try sandbox.write(
      """
      #!/bin/sh
      printf '%s\\n' "$*" >>"$0.calls"
      /bin/cat >"$0.input"
      \(script)

      """, to: "stand-ins/\(name)", mode: 0o755)
  }

  /// The words of each call, in one line.
  var calls: [String] { kept("calls").split(separator: "\n").map(String.init) }

  /// What the last call read.
  var input: String { kept("input") }

  private func kept(_ what: String) -> String {
    (try? String(contentsOfFile: "\(path).\(what)", encoding: .utf8)) ?? ""
  }
}
