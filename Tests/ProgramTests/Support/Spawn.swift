import Foundation
import Synchronization

/// A process about to be started: its words, its surroundings and its streams.
struct Spawn {
  /// Where a stream of the new process leads.
  enum Stream {
    case nothing
    case descriptor(Int32)
    /// Opened by the child itself, so that a session leader gets it as its controlling terminal.
    case terminal(path: String)
  }

  var words: [[UInt8]]
  var environment: [String: String]
  var directory: String
  var input: Stream
  var output: Stream
  var error: Stream

  /// Starts the process as the leader of a group of its own, or of a session if it has a terminal.
  ///
  /// `words[0]` is looked up in the PATH of the tests. Signals have their default meaning, whatever
  /// the tests ignore; the streams of other processes of these tests are not inherited.
  func start() throws(ProgramFailure) -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }

    let code = Self.addDirectory?(&actions, directory) ?? ENOSYS
    guard code == 0 else { throw .system(call: "posix_spawn in a folder", code: code) }
    for (target, stream) in [(0, input), (1, output), (2, error)] as [(Int32, Stream)] {
      switch stream {
      case .nothing:
        posix_spawn_file_actions_addopen(&actions, target, "/dev/null", O_RDWR, 0)
      case .descriptor(let source):
        posix_spawn_file_actions_adddup2(&actions, source, target)
      case .terminal(let path):
        posix_spawn_file_actions_addopen(&actions, target, path, O_RDWR, 0)
      }
    }

    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(&attributes, Int16(flags))

    let arguments = try Self.pointers(words)
    defer { for pointer in arguments { free(pointer) } }
    let variables = try Self.pointers(
      environment.sorted { $0.key < $1.key }.map {
        Array("\($0.key)=\($0.value)".utf8)
      })
    defer { for pointer in variables { free(pointer) } }

    var pid: pid_t = 0
    let failed = Inheritance.whileNothingOpens {
      posix_spawnp(&pid, arguments[0]!, &actions, &attributes, arguments, variables)
    }
    guard failed == 0 else { throw .system(call: "posix_spawn", code: failed) }
    return pid
  }

  private var flags: Int32 {
    var flags = Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF)
    #if canImport(Darwin)
      flags |= Int32(POSIX_SPAWN_CLOEXEC_DEFAULT)
      let newSession = Int32(POSIX_SPAWN_SETSID)
    #else
      // Glibc declares it only to those who ask for its extensions; <spawn.h> says 0x80.
      let newSession: Int32 = 0x80
    #endif
    if case .terminal = input {
      flags |= newSession
    } else {
      flags |= Int32(POSIX_SPAWN_SETPGROUP)
    }
    return flags
  }

  #if canImport(Darwin)
    private typealias Actions = posix_spawn_file_actions_t?
  #else
    private typealias Actions = posix_spawn_file_actions_t
  #endif
  private typealias AddDirectory =
    @convention(c) (UnsafeMutablePointer<Actions>, UnsafePointer<CChar>) -> Int32

  /// `posix_spawn_file_actions_addchdir_np`, which Glibc does not declare to Swift.
  private static let addDirectory: AddDirectory? = {
    let symbol = dlsym(dlopen(nil, RTLD_NOW), "posix_spawn_file_actions_addchdir_np")
    return symbol.map { unsafeBitCast($0, to: AddDirectory.self) }
  }()

  /// Copies for C, closed by a null pointer; the caller frees each.
  private static func pointers(
    _ texts: [[UInt8]]
  ) throws(ProgramFailure) -> [UnsafeMutablePointer<CChar>?] {
    guard !texts.contains(where: { $0.contains(0) }) else { throw .zeroByteInArgument }
    return texts.map { text in (text + [0]).withUnsafeBytes { strdup($0.baseAddress!) } } + [nil]
  }
}

/// Two ends of a pipe.
struct PipeEnds {
  let reading: Int32
  let writing: Int32

  init() throws(ProgramFailure) {
    var ends: [Int32] = [-1, -1]
    let code = Inheritance.forbidden { pipe(&ends) == 0 ? (ends, 0) : ([], errno) }
    guard code == 0 else { throw .system(call: "pipe", code: code) }
    (reading, writing) = (ends[0], ends[1])
  }
}

/// Keeps descriptors from processes that are started at the same moment by other tests.
///
/// `pipe2`, which does it in one step, is not to be had from Swift on Linux; and a program that is
/// written while another process starts may stay open there for writing, and is then "busy".
enum Inheritance {
  private static let lock = Mutex(())

  /// Opens descriptors; returns what `open` returns beside them, an errno or 0.
  static func forbidden(_ open: () -> ([Int32], Int32)) -> Int32 {
    whileNothingStarts {
      let (descriptors, code) = open()
      for descriptor in descriptors { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
      return code
    }
  }

  /// Opens, writes and closes files of which no process gets to know.
  static func whileNothingStarts<Result>(_ write: () throws -> Result) rethrows -> Result {
    try lock.withLock { _ in try write() }
  }

  /// Starts a process; no descriptor is half made meanwhile.
  static func whileNothingOpens(_ start: () -> Int32) -> Int32 {
    lock.withLock { _ in start() }
  }
}

extension Spawn {
  /// The words for people, in messages about the process.
  var readableWords: [String] {
    words.map { String(decoding: $0, as: UTF8.self) }
  }
}
