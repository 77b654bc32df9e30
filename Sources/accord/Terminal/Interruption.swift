import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Signals that come while a question waits for its answer, Ctrl-C above all.
enum Interruption {
  /// Runs `body` with a stream that becomes readable at one of the signals, which then does not do
  /// what it usually does. Those that are ignored stay so.
  ///
  /// The signal handler writes the signal's number to a pipe and `poll` waits on it, so that a
  /// signal just before the wait is not lost. One question at a time: the handler knows one pipe.
  /// Without a pipe the body runs all the same, and Ctrl-C ends the program at once, as it does
  /// everywhere else.
  static func watched<Value>(
    for signals: [Int32] = [SIGINT], _ body: (FileDescriptor?) throws(NoInput) -> Value
  ) throws(NoInput) -> Value {
    guard let pipe = try? FileDescriptor.pipe() else { return try body(nil) }
    interruptionPipe = pipe.writeEnd.rawValue
    let handlers = Handlers(of: signals) { arrived in
      var byte = UInt8(truncatingIfNeeded: arrived)
      let code = errno
      _ = write(interruptionPipe, &byte, 1)
      errno = code
    }
    defer {
      handlers.putBack()
      interruptionPipe = -1
      try? pipe.readEnd.close()
      try? pipe.writeEnd.close()
    }
    return try body(pipe.readEnd)
  }

  /// The number of the signal that came, without waiting for one; C function: `poll`.
  static func arrived(in stream: FileDescriptor) -> Int32? {
    var waiting = pollfd(fd: stream.rawValue, events: Int16(POLLIN), revents: 0)
    while poll(&waiting, 1, 0) == -1, errno == EINTR {}
    guard waiting.revents != 0 else { return nil }
    var number: UInt8 = 0
    let count = try? withUnsafeMutableBytes(of: &number) { try stream.read(into: $0) }
    return count == 1 ? Int32(number) : nil
  }

  typealias Handler = @convention(c) (Int32) -> Void

  /// What signals did before another handler took their place; C function: `signal`.
  struct Handlers {
    private let before: [(number: Int32, usual: Handler?)]

    /// Those that are ignored stay so.
    init(of signals: [Int32], replacedBy handler: Handler) {
      before = signals.map { number in
        let usual = signal(number, handler)
        if isIgnoring(usual) { _ = signal(number, SIG_IGN) }
        return (number, usual)
      }
    }

    func putBack() {
      for (number, usual) in before { _ = signal(number, usual) }
    }
  }

  /// Functions cannot be compared; what they are to C can.
  private static func isIgnoring(_ handler: Handler?) -> Bool {
    unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN as Handler?, to: Int.self)
  }

  /// Runs `body` while Ctrl-C and Ctrl-\ are meant for another program that has the terminal.
  static func leftToChild<Value, Failure: Error>(
    _ body: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let previous = (interrupt: signal(SIGINT, SIG_IGN), quit: signal(SIGQUIT, SIG_IGN))
    defer {
      _ = signal(SIGINT, previous.interrupt)
      _ = signal(SIGQUIT, previous.quit)
    }
    return try body()
  }
}

/// Where the signal handler writes; a handler can reach nothing but a global.
nonisolated(unsafe) private var interruptionPipe: Int32 = -1
