import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A terminal that shows nothing of what is typed, until it is told to again.
///
/// Where signals are heeded, one that would end or stop the program lets it show again first; who
/// comes back from Ctrl-Z comes back to a silent one. One at a time: the handler knows one
/// terminal.
struct Echo {
  static let signals = [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP]

  private let modes: TerminalModes
  private let handlers: Interruption.Handlers?

  /// Remembers how it is now; nothing is changed yet.
  ///
  /// - Parameter byKey: whether each key is read at once, without Enter, while it is silent.
  init(of terminal: FileDescriptor, heedsSignals: Bool, byKey: Bool = false) throws(NoInput) {
    guard let modes = TerminalModes(of: terminal.rawValue, byKey: byKey) else {
      throw Self.failure
    }
    self.modes = modes
    if heedsSignals {
      modesInHandler = modes
      handlers = Interruption.Handlers(of: Self.signals, replacedBy: showAgain)
    } else {
      handlers = nil
    }
  }

  /// Silences it, and throws away what was typed before.
  func silence() throws(NoInput) {
    isSilent = true
    guard modes.silence() else { throw Self.failure }
  }

  /// Lets it show again what is typed, and throws away what was typed before.
  func restore() {
    // A Ctrl-Z from here on silences nothing when it is over.
    isSilent = false
    modes.restore()
    guard let handlers else { return }
    handlers.putBack()
    modesInHandler = nil
  }

  private static var failure: NoInput { .unreadable(.failed(Errno(rawValue: errno))) }
}

/// How a terminal was, and how it is while it is silent.
///
/// A signal handler may call all of it but `init`.
private struct TerminalModes {
  private let terminal: Int32
  private let before: termios
  private let silent: termios

  /// C function: `tcgetattr`.
  init?(of terminal: Int32, byKey: Bool) {
    var modes = termios()
    guard tcgetattr(terminal, &modes) == 0 else { return nil }
    self.terminal = terminal
    before = modes
    modes.c_lflag &= ~tcflag_t(byKey ? ECHO | ECHONL | ICANON : ECHO | ECHONL)
    silent = modes
  }

  func silence() -> Bool { set(silent, TCSAFLUSH) }

  func restore() {
    // A terminal that is gone has nothing to show.
    if isOurs { _ = set(before, TCSAFLUSH) }
  }

  /// For the handler: at once, also where Ctrl-S holds the output.
  func restoreNow() { setNow(before) }

  /// For the handler, once the program goes on after it was stopped.
  func silenceAgain() { setNow(silent) }

  /// C function: `tcflush`.
  private func setNow(_ modes: termios) {
    guard isOurs else { return }
    tcflush(terminal, TCIFLUSH)
    _ = set(modes, TCSANOW)
  }

  /// C function: `tcsetattr`.
  private func set(_ modes: termios, _ when: Int32) -> Bool {
    var modes = modes
    while tcsetattr(terminal, when, &modes) != 0 {
      guard errno == EINTR else { return false }
    }
    return true
  }

  /// Whether it is not the shell's again, as after Ctrl-Z and `bg`: whoever changes it then is
  /// stopped; C functions: `tcgetpgrp`, `getpgrp`.
  private var isOurs: Bool {
    let group = tcgetpgrp(terminal)
    return group == -1 || group == getpgrp()
  }
}

/// What the handler of signals needs; a handler can reach nothing but a global.
nonisolated(unsafe) private var modesInHandler: TerminalModes?
nonisolated(unsafe) private var isSilent = false

/// Handles a signal: it does what it usually does, once the terminal shows again what is typed.
private func showAgain(_ number: Int32) {
  let code = errno
  modesInHandler?.restoreNow()
  _ = signal(number, SIG_DFL)
  // While it is handled it would wait.
  var set = sigset_t()
  sigemptyset(&set)
  sigaddset(&set, number)
  pthread_sigmask(SIG_UNBLOCK, &set, nil)
  raise(number)
  // Only who was stopped and goes on comes here.
  _ = signal(number, showAgain)
  if isSilent { modesInHandler?.silenceAgain() }
  errno = code
}
