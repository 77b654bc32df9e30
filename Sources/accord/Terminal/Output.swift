import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Text on its way to standard output or standard error.
///
/// It is collected and sent whole, so that a reader never sees half of a result that failed.
struct Output: Sendable {
  private let stream: FileDescriptor
  private var bytes: [UInt8] = []

  init(to stream: FileDescriptor) {
    self.stream = stream
  }

  static var standard: Output { Output(to: .standardOutput) }
  static var error: Output { Output(to: .standardError) }

  mutating func write(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  mutating func line(_ text: String = "") {
    write(text)
    bytes.append(UInt8(ascii: "\n"))
  }

  mutating func lines(_ lines: [String]) {
    bytes.reserveCapacity(bytes.count + lines.reduce(0) { $0 + $1.utf8.count + 1 })
    for line in lines { self.line(line) }
  }

  /// Sends what was collected; a failure drops the rest of it.
  mutating func flush() throws(OutputError) {
    defer { bytes.removeAll() }
    try Output.send(bytes, to: stream)
  }

  /// Lets a closed pipe be an error of `flush` where it would end the program with a signal.
  ///
  /// Called once, at the start of the program; C function: `signal`.
  static func surviveClosedPipes() {
    _ = signal(SIGPIPE, SIG_IGN)
  }

  /// Writes all bytes, however many calls that takes; C functions: `write`, `poll`.
  private static func send(_ bytes: [UInt8], to stream: FileDescriptor) throws(OutputError) {
    var sent = 0
    while sent < bytes.count {
      do {
        sent += try bytes.withUnsafeBytes {
          try stream.write(UnsafeRawBufferPointer(rebasing: $0[sent...]))
        }
      } catch Errno.resourceTemporarilyUnavailable {
        // Whoever shares the terminal with us made it non-blocking.
        var wait = pollfd(fd: stream.rawValue, events: Int16(POLLOUT), revents: 0)
        _ = poll(&wait, 1, -1)
      } catch Errno.brokenPipe {
        throw .closed
      } catch {
        throw .failed(error as? Errno ?? .ioError)
      }
    }
  }
}

/// Why a result could not be printed.
enum OutputError: Error, Hashable {
  /// The reader has seen enough, as in `accord log | head`.
  case closed
  case failed(Errno)

  /// 0 for a reader who left: what was asked for was done, and `pipefail` scripts go on.
  var exitStatus: Int32 {
    switch self {
    case .closed: 0
    case .failed: 74
    }
  }

  /// What to say on standard error; nil where the program ends quietly.
  var sentence: Sentence? {
    switch self {
    case .closed: nil
    case .failed(.noSpace):
      Sentence(
        "the result could not be written, the disk is full; make room and run it again",
        "结果没能写出来：磁盘满了。腾出空间后再试一次")
    case .failed(let errno):
      Sentence(
        "the result could not be written (error \(errno.rawValue)); check where it should go",
        "结果没能写出来（错误 \(errno.rawValue)），请检查要写到的地方")
    }
  }
}
