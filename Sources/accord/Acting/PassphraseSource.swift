import Files
import Sealing
import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where a password is read from when nobody is asked: a file, or a stream somebody opened for it.
///
/// Never the command line itself or the environment: the list of processes shows both.
struct PassphraseSource: Sendable {
  private enum Place {
    case file(FilePath)
    case stream(FileDescriptor)
  }

  private let place: Place

  /// - Parameters:
  ///   - file: a path, or `-` for standard input.
  ///   - descriptor: the number of a stream that is open already.
  ///   - flags: how the two are called on the command line.
  /// - Throws: `Problem` where both are given, or there is no such stream.
  /// - Returns: nil where neither is given.
  init?(file: String?, descriptor: String?, flags: (file: String, descriptor: String))
    throws(Problem)
  {
    switch (file, descriptor) {
    case (nil, nil): return nil
    case (_?, _?):
      throw Problem(
        "contradiction", .usage,
        Sentence(
          "\(flags.file) or \(flags.descriptor): one of them",
          "\(flags.file) 和 \(flags.descriptor) 只能选一个"))
    case ("-"?, nil): place = .stream(.standardInput)
    case (let file?, nil):
      guard !file.isEmpty, !file.utf8.contains(0) else { throw Self.noName(flags.file) }
      place = .file(FilePath(file))
    case (nil, let typed?):
      place = .stream(try Self.stream(typed, flags.descriptor))
    }
  }

  /// Looked at before the program opens anything of its own, which would bear the next free number;
  /// C function: `fcntl`.
  private static func stream(_ typed: String, _ flag: String) throws(Problem) -> FileDescriptor {
    guard let number = CInt(Token(typed).text), number >= 0, fcntl(number, F_GETFD) != -1 else {
      throw Problem(
        "bad-value", .usage,
        Sentence(
          "\(flag) takes the number of a stream that is open for reading, such as 3 after 3<FILE",
          "\(flag) 后面写一个已经打开、可以读的描述符编号，比如 3<文件 之后的 3"))
    }
    if number > STDERR_FILENO { _ = fcntl(number, F_SETFD, FD_CLOEXEC) }
    return FileDescriptor(rawValue: number)
  }

  private static func noName(_ flag: String) -> Problem {
    Problem(
      "bad-value", .usage,
      Sentence("\(flag) is empty; name a file", "\(flag) 是空的，请写一个文件"))
  }

  /// The first line, without its line ending.
  func read() throws(Problem) -> Passphrase {
    switch place {
    case .stream(let stream): return try Self.passphrase(from: stream)
    case .file(let path):
      let file: FileDescriptor
      do {
        file = try PrivateFile.openUntimed(path, options: [.closeOnExec])
      } catch {
        throw Self.unreadable
      }
      defer { try? file.close() }
      try Self.refuseExposed(file)
      return try Self.passphrase(from: file)
    }
  }

  private static func passphrase(from stream: FileDescriptor) throws(Problem) -> Passphrase {
    guard isatty(stream.rawValue) == 0 else {
      throw Problem(
        "bad-value", .usage,
        Sentence(
          "a password typed there would be shown; leave the flag out to be asked",
          "在那里输入密码会显示出来；不写这个选项，就会问你"))
    }
    let line: String?
    do throws(TextInputError) {
      line = try TextInput(from: stream).line()
    } catch {
      switch error {
      case .notUTF8, .tooLong, .lineIsFull: throw unusable
      case .interrupted, .failed: throw unreadable
      }
    }
    guard let passphrase = line.flatMap({ Passphrase($0) }) else { throw unusable }
    return passphrase
  }

  /// A file is judged as key files are. A pipe is there for this moment alone.
  private static func refuseExposed(_ file: FileDescriptor) throws(Problem) {
    guard let stat = try? Stat(file), stat.type != .directory else { throw unreadable }
    guard stat.type == .regular else { return }
    let owner = stat.userID.rawValue
    guard stat.permissions.rawValue & 0o077 == 0, owner == geteuid() || owner == 0 else {
      throw Problem(
        "exposed-passphrase", .noPermission,
        Sentence(
          "others on this computer can read the file with the password; close it first: chmod 600",
          "这台电脑上别的账户能读到放密码的文件；请先收紧：chmod 600"))
    }
  }

  private static let unreadable = Problem(
    "no-passphrase", .input,
    Sentence(
      "the file with the password cannot be read; nothing was changed",
      "放密码的文件读不了，什么都没有改动"))

  private static let unusable = Problem(
    "bad-passphrase", .data,
    Sentence(
      "no password in the first line: it has to be 1 to 1,024 bytes of UTF-8 text",
      "第一行里没有可用的密码：要有1到1024个字节，UTF-8 编码"))
}
