import SystemPackage

#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#else
  import Darwin
#endif

/// Another program of this computer, run as a process of its own.
///
/// It gets our environment and the ordinary signals, and is waited for.
struct OtherProgram: Hashable, Sendable {
  let path: String

  static let shell = OtherProgram(at: "/bin/sh")

  private init(at path: String) {
    self.path = path
  }

  /// The one a shell runs under this name: the first in the folders of `searchPath`, or where the
  /// name itself says; nil where there is none.
  init?(named name: String, in searchPath: String?) {
    let places =
      name.contains("/")
      ? [name] : (searchPath ?? "").split(separator: ":").map { "\($0)/\(name)" }
    guard let found = places.first(where: { access($0, X_OK) == 0 }) else { return nil }
    path = found
  }

  /// Where its standard streams lead.
  enum Streams: Hashable, Sendable {
    /// To wherever ours do.
    case ours
    /// It reads this text to its end, and what it prints is dropped.
    ///
    /// What fills a clipboard stays in the background with the streams it was given: with ours, it
    /// would keep a pipe open behind us.
    case reading(String)
  }

  enum Ending: Hashable, Sendable {
    case exited(Int32)
    case killed(by: Int32)

    fileprivate init(_ status: Int32) {
      // WIFEXITED, WEXITSTATUS and WTERMSIG, macros that Swift does not see.
      let signal = status & 0x7F
      self = signal == 0 ? .exited(status >> 8 & 0xFF) : .killed(by: signal)
    }
  }

  /// Runs it with these words after its name; C functions: `posix_spawn`, `waitpid`.
  func run(_ words: [String], _ streams: Streams = .reading("")) throws(Errno) -> Ending {
    switch streams {
    case .ours: return try Self.wait(for: spawn(words))
    case .reading(let text):
      let input = try Self.pipe()
      let child: pid_t
      do {
        defer { try? input.readEnd.close() }
        child = try spawn(words, reading: input)
      } catch {
        try? input.writeEnd.close()
        throw error
      }
      // A program that does not want to read it all says so by how it ends.
      _ = try? input.writeEnd.writeAll(text.utf8)
      try? input.writeEnd.close()
      return try Self.wait(for: child)
    }
  }

  private typealias Pipe = (readEnd: FileDescriptor, writeEnd: FileDescriptor)

  private static func pipe() throws(Errno) -> Pipe {
    do { return try FileDescriptor.pipe() } catch { throw error as? Errno ?? .ioError }
  }

  private func spawn(_ words: [String], reading input: Pipe? = nil) throws(Errno) -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
      let environment = _NSGetEnviron().pointee
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
      let environment = environ
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let input {
      posix_spawn_file_actions_addclose(&actions, input.writeEnd.rawValue)
      posix_spawn_file_actions_adddup2(&actions, input.readEnd.rawValue, STDIN_FILENO)
      if input.readEnd.rawValue > STDERR_FILENO {
        posix_spawn_file_actions_addclose(&actions, input.readEnd.rawValue)
      }
      for stream in [STDOUT_FILENO, STDERR_FILENO] {
        posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_WRONLY, 0)
      }
    }
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var ordinary = sigset_t()
    sigemptyset(&ordinary)
    for signal in [SIGINT, SIGQUIT, SIGPIPE] { sigaddset(&ordinary, signal) }
    posix_spawnattr_setsigdefault(&attributes, &ordinary)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))

    var arguments = ([path] + words).map { strdup($0) } + [nil]
    defer {
      for argument in arguments { free(argument) }
    }
    var child: pid_t = 0
    let code = posix_spawn(&child, path, &actions, &attributes, &arguments, environment)
    guard code == 0 else { throw Errno(rawValue: code) }
    return child
  }

  private static func wait(for child: pid_t) throws(Errno) -> Ending {
    var status: Int32 = 0
    while waitpid(child, &status, 0) == -1 {
      let code = Errno(rawValue: errno)
      guard code == .interrupted else { throw code }
    }
    return Ending(status)
  }
}
