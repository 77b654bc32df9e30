import Foundation

/// What a process that has ended left behind.
struct Outcome: Sendable, CustomStringConvertible {
  /// How a process ended; compares with a plain number: `outcome.status == 0`.
  enum Status: Sendable, Equatable, ExpressibleByIntegerLiteral {
    case exited(Int32)
    case killed(by: Int32)

    init(integerLiteral code: Int32) { self = .exited(code) }

    /// Reads the status word of `waitpid`.
    init(word: Int32) {
      let signal = word & 0x7f
      self = signal == 0 ? .exited((word >> 8) & 0xff) : .killed(by: signal)
    }
  }

  let status: Status
  /// Standard output; for a run on a terminal, all that the terminal showed.
  let outputBytes: [UInt8]
  /// Standard error; empty for a run on a terminal.
  let errorBytes: [UInt8]

  var output: String { String(decoding: outputBytes, as: UTF8.self) }
  var error: String { String(decoding: errorBytes, as: UTF8.self) }

  var description: String {
    """
    \(status)
    --- output ---
    \(output)
    --- error ---
    \(error)
    """
  }
}

/// Why a process could not be run to its end.
enum ProgramFailure: Error, CustomStringConvertible {
  /// The process was killed; the outcome holds what it had printed by then.
  case tookTooLong(words: [String], limit: Duration, Outcome)
  /// A call of the system failed; `code` is its errno.
  case system(call: String, code: Int32)
  case zeroByteInArgument
  case notBuilt(searchedFrom: String)
  case notATranscript(String)
  case toolFailed(String, Outcome)

  var description: String {
    switch self {
    case .tookTooLong(let words, let limit, let outcome):
      "killed after \(limit): \(words.joined(separator: " "))\n\(outcome)"
    case .system(let call, let code):
      "\(call): \(String(cString: strerror(code)))"
    case .zeroByteInArgument:
      "an argument or a variable of a process cannot hold a zero byte"
    case .notBuilt(let path):
      "no program `accord` beside \(path); build it, or name it in ACCORD_PROGRAM"
    case .notATranscript(let reason):
      "not a transcript: \(reason)"
    case .toolFailed(let name, let outcome):
      "\(name): \(outcome)"
    }
  }
}
