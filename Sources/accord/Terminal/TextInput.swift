import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads text people typed, piped or saved: strict UTF-8, of a bounded length.
struct TextInput: Sendable {
  /// The most that is read as one text, in bytes.
  static let limit = 64 * 1024

  private let stream: FileDescriptor
  /// Becomes readable when reading shall stop; nil where nothing stops it.
  private let interruption: FileDescriptor?

  init(from stream: FileDescriptor, interruption: FileDescriptor? = nil) {
    self.stream = stream
    self.interruption = interruption
  }

  static var standard: TextInput { TextInput(from: .standardInput) }

  /// The next line without its ending (LF or CR LF); nil at the end of input.
  ///
  /// Byte by byte, so that whatever reads the stream next finds the rest of it.
  /// - Parameter room: how many bytes a line can have where the terminal drops all that are typed
  ///   beyond; a line as long as that is refused, since nobody can tell what is missing.
  func line(room: Int? = nil) throws(TextInputError) -> String? {
    var bytes: [UInt8] = []
    while let byte = try read(atMost: 1).first {
      if byte == UInt8(ascii: "\n") {
        if let room, bytes.count >= room { throw .lineIsFull }
        if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
        return try TextInput.text(bytes)
      }
      bytes.append(byte)
      guard bytes.count <= TextInput.limit else { throw .tooLong }
    }
    return bytes.isEmpty ? nil : try TextInput.text(bytes)
  }

  /// Everything up to the end of input, exactly.
  func all() throws(TextInputError) -> String {
    var bytes: [UInt8] = []
    while true {
      let more = try read(atMost: 16 * 1024)
      if more.isEmpty { return try TextInput.text(bytes) }
      bytes += more
      guard bytes.count <= TextInput.limit else { throw .tooLong }
    }
  }

  private func read(atMost count: Int) throws(TextInputError) -> [UInt8] {
    while true {
      try waitUntilReadable()
      do {
        return try [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
          filled = try stream.read(into: UnsafeMutableRawBufferPointer(buffer))
        }
      } catch Errno.resourceTemporarilyUnavailable {
        // Whoever shares the terminal with us made it non-blocking, and took what was there.
        continue
      } catch {
        throw .failed(error as? Errno ?? .ioError)
      }
    }
  }

  /// C function: `poll`.
  private func waitUntilReadable() throws(TextInputError) {
    // A negative descriptor is one that `poll` passes over.
    var waits = [stream.rawValue, interruption?.rawValue ?? -1].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    while poll(&waits, 2, -1) == -1 {
      let code = Errno(rawValue: errno)
      guard code == .interrupted else { throw .failed(code) }
    }
    guard waits[1].revents == 0 else { throw .interrupted }
  }

  private static func text(_ bytes: [UInt8]) throws(TextInputError) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8 }
    return text
  }
}

/// Why a text could not be read.
enum TextInputError: Error, Hashable {
  case notUTF8
  case tooLong
  /// More was typed on one line than the terminal keeps.
  case lineIsFull
  /// Ctrl-C, where somebody waits for it.
  case interrupted
  case failed(Errno)

  var exitStatus: Int32 {
    switch self {
    case .notUTF8, .tooLong, .lineIsFull: 65
    case .interrupted: 130
    case .failed: 74
    }
  }

  var sentence: Sentence {
    switch self {
    case .notUTF8:
      Sentence(
        "that text is not UTF-8; set the terminal or the editor to UTF-8",
        "这段文字不是 UTF-8 编码，请把终端或编辑器设为 UTF-8")
    case .tooLong:
      Sentence(
        "that text is longer than 64 KiB; a shorter one is easier to keep",
        "这段文字超过了 64 KiB，短一点更容易做到")
    case .lineIsFull:
      Sentence(
        "a terminal takes no more than that on one line, so this was not taken; a shorter text, please, or a long one later with --edit",
        "终端一行放不下这么多，这段没有收下；请写短一点，长的以后用 --edit 写")
    case .interrupted:
      Sentence("stopped; nothing was changed", "停下了，什么都没改")
    case .failed(let errno):
      Sentence(
        "the text could not be read (error \(errno.rawValue)); nothing was changed",
        "文字没能读出来（错误 \(errno.rawValue)），什么都没有改动")
    }
  }
}
