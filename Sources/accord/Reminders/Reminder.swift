import Agreements
import Files
import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Once a day, this program looks by itself whether something waits.
struct Reminder: Hashable, Sendable {
  let time: TimeOfDay
  /// The program and its words.
  let command: [String]

  /// What the system calls it: nothing of it is anybody's.
  static let name = "accord-reminder"
  static let usualTime = TimeOfDay(hour: 9, minute: 0) ?? .midnight
}

extension Reminder {
  /// For the store and the language of this run; the system knows neither.
  init(at time: TimeOfDay, in session: Session) throws {
    guard let program = Self.program else { throw Problem.fault }
    let folder = try Self.absolute(session.folder.path)
    let isUsual = environmentValue("HOME").map { folder == Session.usualStore(in: $0) } ?? false
    self.init(
      time: time,
      command: [program, "today", "--notify", "--lang", Language.current.rawValue]
        + (isUsual ? [] : ["--store", folder.string]))
  }

  /// A path from the root: the system begins in another folder.
  private static func absolute(_ path: FilePath) throws -> FilePath {
    if path.isAbsolute { return path }
    guard let current = getcwd(nil, 0) else { throw Problem.fault }
    defer { free(current) }
    return FilePath(platformString: current).pushing(path)
  }

  /// Where this program lies; C functions: `realpath`, on Darwin `_NSGetExecutablePath`.
  private static var program: String? {
    #if canImport(Darwin)
      var named = [CChar](repeating: 0, count: Int(PATH_MAX))
      var size = UInt32(named.count)
      guard _NSGetExecutablePath(&named, &size) == 0 else { return nil }
    #else
      let named = "/proc/self/exe"
    #endif
    guard let real = realpath(named, nil) else { return nil }
    defer { free(real) }
    return String(validatingCString: real)
  }
}
