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

/// A text in a private file that an editor can open.
///
/// The file is 0600, alone in a folder of its own that is 0700; what an editor leaves beside it
/// (swap files, backups) goes with the folder. Beside it stands whose it is, as the id of a partner
/// and no more, so that what a killed program leaves is found by its writer: ``LeftDraft``.
struct Draft: Sendable {
  let path: String
  private let folder: String
  /// Held as long as this run, or the editor it started, may still need the folder.
  private let hold: DraftHold?

  /// Writes the text to a new file under `parent`; C function: `mkdtemp`.
  init(_ text: String, under parent: String, by writer: Partner.ID? = nil) throws(Errno) {
    var template = Array("\(parent)/\(DraftFolder.prefix)XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Errno(rawValue: errno) }
    folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    path = folder + "/" + DraftFolder.text
    // Nobody looks into a folder that is empty for longer than a moment.
    hold = DraftHold(FilePath(folder), for: .writing)
    do {
      // Where it cannot be held, it must not pass for one that was left.
      if let writer, hold != nil {
        try Self.write(writer.text + "\n", to: folder + "/" + DraftFolder.writer)
      }
      try Self.write(text, to: path)
    } catch {
      discard()
      throw error as? Errno ?? .ioError
    }
  }

  private static func write(_ text: String, to path: String) throws {
    let file = try FileDescriptor.open(
      FilePath(path), .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec],
      permissions: .ownerReadWrite)
    try file.closeAfter { _ = try file.writeAll(Array(text.utf8)) }
  }

  /// What the file holds now, as strict UTF-8; an empty text where it is gone.
  func text() throws(TextInputError) -> String {
    let file: FileDescriptor
    do {
      file = try FileDescriptor.open(
        FilePath(path), .readOnly, options: [.noFollow, .closeOnExec])
    } catch Errno.noSuchFileOrDirectory {
      return ""
    } catch {
      throw .failed(error as? Errno ?? .ioError)
    }
    defer { try? file.close() }
    return try TextInput(from: file).all()
  }

  /// Runs what starts an editor, which keeps hold of the folder should we be killed before it.
  func held<Value, Failure: Error>(
    _ body: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    hold?.isInherited = true
    defer { hold?.isInherited = false }
    return try body()
  }

  /// Removes the file and its folder; what cannot be removed the next command seals.
  func discard() {
    try? DraftFolder(FilePath(folder)).folder.discard()
  }
}

/// The folder of a draft, and the names in it.
struct DraftFolder: Hashable, Sendable {
  /// What its own name begins with.
  static let prefix = "accord."
  static let text = "accord.txt"
  /// Whose text it is: the id of a partner, on one line.
  static let writer = "writer"
  /// There once its writer was told of it, at a terminal.
  static let told = "told"
  /// What the name of a sealed file ends with.
  static let sealed = ".age"

  let folder: Folder

  init(_ path: FilePath) { folder = Folder(path) }

  /// Where drafts are made, and may be left.
  static func parents(environment: (String) -> String?) -> [String] {
    let told = environment("TMPDIR").flatMap { $0.trimmed.isEmpty ? nil : $0 }
    return [told, "/tmp"].compactMap { $0 }.reduce(into: []) {
      if !$0.contains($1) { $0.append($1) }
    }
  }

  /// The names in it, besides its own two.
  var names: [String] {
    ((try? folder.entries()) ?? []).filter { ![Self.writer, Self.told].contains($0) }
  }
}

/// Says that a draft is in use: an advisory `flock` on its folder, which ends with the process.
final class DraftHold: Sendable {
  let folder: FileDescriptor

  /// What it is held for.
  enum Purpose {
    /// To write in it: one holder alone, who waits for those that look.
    case writing
    /// To look into it; several may at once, and nobody where another writes.
    case looking
  }

  /// Takes hold of a folder; nil where another has it, or there is none.
  init?(_ path: FilePath, for purpose: Purpose) {
    guard
      let folder = try? FileDescriptor.open(
        path, .readOnly, options: [.directory, .noFollow, .closeOnExec])
    else { return nil }
    self.folder = folder
    if !take(purpose == .writing ? LOCK_EX : LOCK_SH | LOCK_NB) { return nil }
  }

  deinit { try? folder.close() }

  /// Changes from looking to writing; false where others look, or one writes, for a whole second.
  func claim() -> Bool {
    for _ in 0..<100 {
      if take(LOCK_EX | LOCK_NB) { return true }
      usleep(UInt32.random(in: 5_000...15_000))
    }
    return false
  }

  private func take(_ lock: Int32) -> Bool {
    while flock(folder.rawValue, lock) == -1 {
      if errno != EINTR { return false }
    }
    return true
  }

  /// Whether programs that are started now have hold of the folder too; C function: `fcntl`.
  var isInherited: Bool {
    get { fcntl(folder.rawValue, F_GETFD) & FD_CLOEXEC == 0 }
    set { _ = fcntl(folder.rawValue, F_SETFD, newValue ? 0 : FD_CLOEXEC) }
  }
}
