import Foundation
import Synchronization

/// A started process and the thread that reads, feeds, bounds and at last reaps it.
final class Child: Sendable {
  private struct State {
    var output: [UInt8] = []
    var error: [UInt8] = []
    var reaped = false
    var result: Result<Outcome, ProgramFailure>?
    var waiting: [CheckedContinuation<Outcome, any Error>] = []
  }

  /// How long a child must have been silent before it is taken to wait for an answer.
  private static let silence = Duration.milliseconds(60)
  /// How long what a dead child left running may still print, before it is killed too.
  private static let grace = Duration.milliseconds(200)

  let pid: pid_t
  private let words: [String]
  private let limit: Duration
  private let typist: Typist?
  private let streams: Streams
  private let state = Mutex(State())

  /// The tests' ends of the three streams; on a terminal one descriptor is both input and output.
  private struct Streams {
    var input: Int32?
    var output: Int32
    var error: Int32?
    var unwritten: [UInt8]
  }

  /// Starts a process whose output and errors are pipes.
  init(_ spawn: Spawn, input: [UInt8]?, limit: Duration) throws(ProgramFailure) {
    var spawn = spawn
    let toChild = input == nil ? nil : try PipeEnds()
    let output = try PipeEnds()
    let error = try PipeEnds()
    if let toChild { spawn.input = .descriptor(toChild.reading) }
    spawn.output = .descriptor(output.writing)
    spawn.error = .descriptor(error.writing)
    let started = Result { () throws(ProgramFailure) in try spawn.start() }
    for end in [toChild?.reading, output.writing, error.writing] {
      if let end { close(end) }
    }
    if case .failure = started {
      for end in [toChild?.writing, output.reading, error.reading] {
        if let end { close(end) }
      }
    }
    pid = try started.get()
    words = spawn.readableWords
    self.limit = limit
    typist = nil
    streams = Streams(
      input: toChild?.writing, output: output.reading, error: error.reading,
      unwritten: input ?? [])
  }

  /// Starts a process on a terminal; what it shows counts as output.
  init(
    _ spawn: Spawn, size: PseudoTerminal.Size, limit: Duration, typist: @escaping Typist
  ) throws(ProgramFailure) {
    var spawn = spawn
    let terminal = try PseudoTerminal(size: size)
    spawn.input = .terminal(path: terminal.path)
    spawn.output = .terminal(path: terminal.path)
    spawn.error = .terminal(path: terminal.path)
    do throws(ProgramFailure) {
      pid = try spawn.start()
    } catch {
      close(terminal.descriptor)
      throw error
    }
    words = spawn.readableWords
    self.limit = limit
    self.typist = typist
    streams = Streams(input: nil, output: terminal.descriptor, error: nil, unwritten: [])
  }

  /// What it has printed so far.
  var outputSoFar: [UInt8] { state.withLock { $0.output } }

  var hasEnded: Bool { state.withLock { $0.result != nil } }

  /// Sends a signal to the process and all that it started; nothing once it has been reaped.
  func kill(_ signal: Int32) {
    state.withLock { state in
      // The lock keeps the number from being reaped, and given to another process, meanwhile.
      if !state.reaped { _ = Foundation.kill(-pid, signal) }
    }
  }

  func outcome() async throws -> Outcome {
    try await withCheckedThrowingContinuation { continuation in
      let result = state.withLock { state in
        if state.result == nil { state.waiting.append(continuation) }
        return state.result
      }
      if let result { continuation.resume(with: result) }
    }
  }

  /// Sees to the process on a thread of its own: Swift's own threads must not block.
  func followOnOwnThread() {
    Thread.detachNewThread {
      // A child that closes its input early is no reason for the tests to die.
      var pipeSignal = sigset_t()
      sigemptyset(&pipeSignal)
      sigaddset(&pipeSignal, SIGPIPE)
      pthread_sigmask(SIG_BLOCK, &pipeSignal, nil)
      _ = self.follow()
    }
  }

  /// Reads, writes and waits until the process is reaped.
  func follow() -> Result<Outcome, ProgramFailure> {
    var streams = Descriptors(streams.input, streams.output, streams.error, streams.unwritten)
    let clock = ContinuousClock()
    let start = clock.now
    var lastHeard = start
    var shownWhenTyped = -1
    var death: ContinuousClock.Instant?
    var tookTooLong = false

    while true {
      let heard = streams.exchange(milliseconds: 10)
      let now = clock.now
      if heard.something {
        lastHeard = now
        state.withLock { state in
          state.output += heard.output
          state.error += heard.error
        }
      }
      if death == nil, isDead() { death = now }
      if let death, streams.allEnded || now - death > Self.grace { break }
      if death == nil, !tookTooLong, now - start > limit {
        tookTooLong = true
        kill(SIGKILL)
      }
      if death == nil, let typist, now - lastHeard >= Self.silence {
        let shown = outputSoFar
        // One answer to one question: what is typed must show before more is typed.
        if shown.count != shownWhenTyped,
          let answer = typist(PseudoTerminal.lineEndsAsWritten(shown))
        {
          shownWhenTyped = shown.count
          streams.type(answer)
        }
      }
    }
    streams.closeAll()
    return finish(tookTooLong: tookTooLong)
  }

  /// Whether the process is dead, while its number is still its own.
  private func isDead() -> Bool {
    var information = siginfo_t()
    let code = waitid(P_PID, id_t(pid), &information, WEXITED | WNOHANG | WNOWAIT)
    return code != 0 || information.si_signo == SIGCHLD
  }

  private func finish(tookTooLong: Bool) -> Result<Outcome, ProgramFailure> {
    kill(SIGKILL)
    let (result, waiting) = state.withLock { state in
      var word: Int32 = 0
      waitpid(pid, &word, 0)
      state.reaped = true
      let outcome = Outcome(
        status: Outcome.Status(word: word),
        outputBytes: typist == nil ? state.output : PseudoTerminal.lineEndsAsWritten(state.output),
        errorBytes: state.error)
      let result: Result<Outcome, ProgramFailure> =
        tookTooLong
        ? .failure(.tookTooLong(words: words, limit: limit, outcome)) : .success(outcome)
      state.result = result
      defer { state.waiting = [] }
      return (result, state.waiting)
    }
    for continuation in waiting { continuation.resume(with: result) }
    return result
  }
}
