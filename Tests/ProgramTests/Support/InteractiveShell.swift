import Foundation
import Synchronization
import Testing

/// A shell at whose prompt a person types, with the completions that the program prints for it.
enum InteractiveShell: String, CaseIterable, Sendable {
  case bash, zsh, fish

  static let installed = allCases.filter(\.isInstalled)

  /// Whether the tests can start it.
  private var isInstalled: Bool {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return path.split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(rawValue)")
    }
  }

  /// Types these keys at its prompt.
  ///
  /// - Parameter words: what it shows in the end; without them the time limit is reached.
  /// - Returns: all that it showed.
  func shown(
    typing keys: String, until words: String, in household: Household,
    environment: [String: String?] = [:]
  ) async throws -> String {
    let sandbox = household.sandbox
    let folder = try household.program.folderInPath()
    let script = try await script(of: household)
    var shell = Program(rawValue, in: sandbox)
    shell.environment = household.program.environment
    shell.environment["PATH"] = "\(folder):\(shell.environment["PATH"] ?? "")"
    shell.environment["TERM"] = "xterm"
    shell.environment["INPUTRC"] = try sandbox.write(
      "set show-all-if-ambiguous on\nset completion-query-items 0\n", to: "inputrc")
    shell.environment["ZDOTDIR"] = sandbox.folder
    let typed = Mutex(0)
    let outcome = try await shell.runOnTerminal(
      try start(with: script, in: sandbox),
      typist: { shown in
        let shown = String(decoding: shown, as: UTF8.self)
        return typed.withLock { typed in
          let steps = [("ready> ", keys), (words, "\u{15}\u{4}")]
          guard typed < steps.count, shown.contains(steps[typed].0) else { return nil }
          defer { typed += 1 }
          return Array(steps[typed].1.utf8)
        }
      },
      // Fish shows no more rows at first than half of them.
      size: .init(columns: 200, rows: 120), environment: environment, timeLimit: .seconds(180))
    return outcome.output
  }

  /// What the program prints for this shell: the same in every household, and not made in no time.
  private func script(of household: Household) async throws -> String {
    if let known = Self.scripts.withLock({ $0[self] }) { return known }
    let script = try await household.succeeds(["completions", rawValue]).output
    Self.scripts.withLock { $0[self] = script }
    return script
  }

  private static let scripts = Mutex<[InteractiveShell: String]>([:])

  /// Writes the script where this shell finds it.
  ///
  /// - Returns: what it is started with.
  private func start(with script: String, in sandbox: Sandbox) throws -> [String] {
    switch self {
    case .bash:
      return ["--rcfile", try sandbox.write(script + "\nPS1='ready> '\n", to: "bashrc"), "-i"]
    case .zsh:
      try sandbox.write(script, to: "_accord")
      try sandbox.write(
        "fpath=($ZDOTDIR $fpath); autoload -U compinit; compinit -u -D; LISTMAX=0; PS1='ready> '\n",
        to: ".zshrc")
      return ["-i"]
    case .fish:
      let file = try sandbox.write(
        script + "\nfunction fish_prompt; echo -n 'ready> '; end\n", to: "accord.fish")
      return ["--no-config", "-i", "-C", "source '\(file)'"]
    }
  }
}
