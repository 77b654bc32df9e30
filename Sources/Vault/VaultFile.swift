import Agreements
import Files
import Sealing
import SystemPackage

/// Where one partner's vault lies: `<partner id>.vault`, mode 0600.
///
/// The id, because a name may hold what a file name cannot.
struct VaultFile {
  let folder: Folder
  private let path: FilePath

  /// What is sealed has a header, and 16 bytes more for each 64 KiB.
  private static let limit = Frame.largest + Frame.smallest

  init(in folder: Folder, of partner: Partner.ID) throws(VaultError) {
    let digits = partner.text.utf8
    guard digits.count == 32, digits.allSatisfy({ "0123456789abcdef".utf8.contains($0) }) else {
      throw .fault
    }
    self.folder = folder
    path = folder.path.appending("\(partner.text).vault")
  }

  var isThere: Bool { (try? Stat(path, followTargetSymlink: false)) != nil }

  /// The sealed bytes; nil where there is no file.
  func read() throws(VaultError) -> [UInt8]? {
    do throws(SecretFile.Problem) { return try SecretFile.read(path, atMost: Self.limit) } catch {
      switch error {
      case .missing: return nil
      case .exposed(let exposure): throw .exposed(exposure)
      case .tooLarge: throw .tooLarge
      case .unreadable(let fault): throw .unreadable(fault)
      }
    }
  }

  /// Puts `sealed` in place of the old file, once `judge` was content with what lies on disk.
  func write(_ sealed: [UInt8], judging judge: ([UInt8]) throws -> Void) throws {
    do {
      // A writer that was killed may have left what was removed since.
      try PrivateFile.removeUnfinished(beside: path)
      try PrivateFile.replace(path, with: sealed, judging: judge)
    } catch let error as FileError {
      throw VaultError.unwritable(error)
    }
    do throws(FileError) { try folder.sync() } catch { throw VaultError.uncertain }
  }
}
