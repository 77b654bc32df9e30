#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Signals that wait until something was put in order; C functions: `pthread_sigmask`,
/// `sigpending`.
struct HeldSignals {
  private let numbers: [Int32]
  private let before: sigset_t

  init(_ numbers: [Int32]) {
    self.numbers = numbers
    var set = sigset_t()
    sigemptyset(&set)
    for number in numbers { sigaddset(&set, number) }
    var before = sigset_t()
    pthread_sigmask(SIG_BLOCK, &set, &before)
    self.before = before
  }

  /// Whether one of them came meanwhile.
  var isAnyPending: Bool {
    var pending = sigset_t()
    sigpending(&pending)
    return numbers.contains { sigismember(&pending, $0) == 1 }
  }

  /// Lets them do what they usually do: one that came ends the program here.
  func release() {
    var before = before
    pthread_sigmask(SIG_SETMASK, &before, nil)
  }
}
