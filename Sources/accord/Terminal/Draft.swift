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
/// (swap files, backups) goes with the folder.
struct Draft: Sendable {
  let path: String
  private let folder: String

  /// Writes the text to a new file under `parent`; C function: `mkdtemp`.
  init(_ text: String, under parent: String) throws(Errno) {
    var template = Array("\(parent)/accord.XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Errno(rawValue: errno) }
    folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    path = folder + "/accord.txt"
    do {
      let file = try FileDescriptor.open(
        FilePath(path), .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec],
        permissions: .ownerReadWrite)
      try file.closeAfter { _ = try file.writeAll(Array(text.utf8)) }
    } catch {
      discard()
      throw error as? Errno ?? .ioError
    }
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

  /// Removes the file and its folder; C functions: `readdir`, `unlink`, `rmdir`.
  func discard() {
    if let entries = opendir(folder) {
      while let entry = readdir(entries) {
        let name = withUnsafeBytes(of: &entry.pointee.d_name) {
          String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
        }
        unlink("\(folder)/\(name)")
      }
      closedir(entries)
    }
    rmdir(folder)
  }
}
