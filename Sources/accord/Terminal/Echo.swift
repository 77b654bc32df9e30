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
/// comes back from Ctrl-Z comes back to a silent one. One at a time: the handler knows one terminal.
struct Echo {
  static let signals = [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP]

  private let modes: TerminalModes
  private let handlers: Interruption.Handlers?

  /// Remembers how it is now; nothing is changed yet.
  init(of terminal: FileDescriptor, heedsSignals: Bool) throws(NoInput) {
    guard let modes = TerminalModes(of: terminal.rawValue) else { throw Self.failure }
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
    guard modes.silence() else { throw Self.failure }
  }

  /// Lets it show again what is typed, and throws away what was typed before.
  func restore() {
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
  init?(of terminal: Int32) {
    var modes = termios()
    guard tcgetattr(terminal, &modes) == 0 else { return nil }
    self.terminal = terminal
    before = modes
    modes.c_lflag &= ~tcflag_t(ECHO | ECHONL)
    silent = modes
  }

  func silence() -> Bool { set(silent) }

  func restore() {
    // A terminal that is gone has nothing to show.
    if isOurs { _ = set(before) }
  }

  /// Once the program goes on after it was stopped.
  func silenceAgain() {
    if isOurs { _ = set(silent) }
  }

  /// C function: `tcsetattr`.
  private func set(_ modes: termios) -> Bool {
    var modes = modes
    while tcsetattr(terminal, TCSAFLUSH, &modes) != 0 {
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

/// Handles a signal: it does what it usually does, once the terminal shows again what is typed.
private func showAgain(_ number: Int32) {
  let code = errno
  modesInHandler?.restore()
  _ = signal(number, SIG_DFL)
  // While it is handled it would wait.
  var set = sigset_t()
  sigemptyset(&set)
  sigaddset(&set, number)
  pthread_sigmask(SIG_UNBLOCK, &set, nil)
  raise(number)
  // Only who was stopped and goes on comes here.
  _ = signal(number, showAgain)
  modesInHandler?.silenceAgain()
  errno = code
}
