package import Files
package import SystemPackage

/// A key or a vault, read only where nobody else can have had a hand in it.
package enum SecretFile {
  package enum Problem: Error {
    case missing
    case exposed(KeyFileError.Exposure)
    case tooLarge
    case unreadable(FileError)
  }

  package static func read(_ path: FilePath, atMost limit: Int) throws(Problem) -> [UInt8] {
    let file: PrivateFile
    do throws(FileError) {
      file = try PrivateFile(reading: path, atMost: limit)
    } catch  where error.isMissing {
      throw .missing
    } catch  where error.isNotAFile {
      throw .exposed(.notAFile)
    } catch  where error.errno == .fileTooLarge {
      throw .tooLarge
    } catch {
      throw .unreadable(error)
    }
    switch file.privacy {
    case .kept: return file.bytes
    case .openToOthers: throw .exposed(.openToOthers)
    case .ownedByAnother: throw .exposed(.ownedByAnother)
    }
  }
}
