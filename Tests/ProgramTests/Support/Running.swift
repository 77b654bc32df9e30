import Foundation

/// A process that the test started and has not waited for yet.
///
/// It is killed when the test lets go of it.
final class Running: Sendable {
  private let child: Child
  /// Its files must outlive the process.
  private let sandbox: Sandbox

  init(_ child: Child, in sandbox: Sandbox) {
    self.child = child
    self.sandbox = sandbox
    child.followOnOwnThread()
  }

  deinit { child.kill(SIGKILL) }

  var pid: Int32 { child.pid }

  /// What it has printed so far.
  var outputSoFar: String { String(decoding: child.outputSoFar, as: UTF8.self) }

  /// Sends a signal, by default the one that no process can refuse, to it and all that it started.
  func kill(_ signal: Int32 = SIGKILL) {
    child.kill(signal)
  }

  /// Waits until it has ended, of its own or by a signal.
  func wait() async throws -> Outcome {
    try await child.outcome()
  }

  /// Waits until its output holds these words, or it has ended; says whether it holds them.
  func hasPrinted(_ words: String) async throws -> Bool {
    while true {
      let ended = child.hasEnded
      if outputSoFar.contains(words) { return true }
      if ended { return false }
      try await Task.sleep(for: .milliseconds(5))
    }
  }
}
