import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Ctrl-C while a question waits for its answer.
enum Interruption {
  /// Runs `body` with a stream that becomes readable at Ctrl-C, which then does not end the program.
  ///
  /// The signal handler writes to a pipe and `poll` waits on it, so that a signal just before the
  /// wait is not lost. One question at a time: the handler knows one pipe. Without a pipe the body
  /// runs all the same, and Ctrl-C ends the program at once, as it does everywhere else.
  static func watched<Value>(
    _ body: (FileDescriptor?) throws(NoInput) -> Value
  ) throws(NoInput) -> Value {
    guard let pipe = try? FileDescriptor.pipe() else { return try body(nil) }
    interruptionPipe = pipe.writeEnd.rawValue
    let previous = signal(SIGINT) { _ in
      var byte: UInt8 = 0
      let code = errno
      _ = write(interruptionPipe, &byte, 1)
      errno = code
    }
    defer {
      _ = signal(SIGINT, previous)
      interruptionPipe = -1
      try? pipe.readEnd.close()
      try? pipe.writeEnd.close()
    }
    return try body(pipe.readEnd)
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
