import Agreements
import Files
import Journal
import Sealing
package import SystemPackage

/// A file of a store, or of a copy of one, that is not what its name says.
package struct FileFault: Error, Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    /// A link, a folder, a pipe, a device.
    case notAFile
    case tooLarge
    /// No key or vault is named like that: nothing of Accord's wrote it.
    case unknownName
    /// The key in it is that of another device.
    case misnamed
    case damaged
    /// What its password would cost is more than any asks for.
    case tooMuchWork
    /// It is as it should be, but belongs to no device or partner of the database beside it.
    case ofNobody
  }

  /// Its name in the folder.
  package let file: FilePath.Component
  package let reason: Reason
}

extension FileFault {
  package init(_ name: String, _ reason: Reason) {
    // A name that was read from a folder is one.
    self.init(file: FilePath.Component(name) ?? "?", reason: reason)
  }

  package var name: String { file.string }

  /// What a failure on a file of this name says of the file; nil where it says nothing.
  init?(_ name: String, _ error: FileError) {
    if error.isNotAFile {
      self.init(name, .notAFile)
    } else if error.errno == .fileTooLarge {
      self.init(name, .tooLarge)
    } else {
      return nil
    }
  }
}

/// Judges the keys and vaults of one store as far as that is possible without opening them.
struct FileCheck {
  let devices: Set<Device.ID>
  let partners: Set<Partner.ID>

  init(_ store: Store) throws {
    devices = Set(try store.devices().keys)
    partners = Set(store.pair.both.map(\.id))
  }

  /// What is wrong with a file of this name and content; nil where nothing is.
  func fault(in name: String, _ bytes: [UInt8]) -> FileFault? {
    switch StoreFile(name) {
    case nil: FileFault(name, .unknownName)
    case .key(let device): keyFault(bytes, of: device).map { FileFault(name, $0) }
    case .vault(let partner): vaultFault(bytes, of: partner).map { FileFault(name, $0) }
    }
  }

  private func keyFault(_ bytes: [UInt8], of device: Device.ID) -> FileFault.Reason? {
    do throws(KeyFileError) {
      if case .open(let fingerprint) = try DeviceKeys.form(of: bytes),
        fingerprint != device.text
      {
        return .misnamed
      }
    } catch .tooMuchWork {
      return .tooMuchWork
    } catch {
      return .damaged
    }
    return devices.contains(device) ? nil : .ofNobody
  }

  private func vaultFault(_ bytes: [UInt8], of partner: Partner.ID) -> FileFault.Reason? {
    guard case .keys(let count)? = try? Age.form(of: bytes), count > 0 else { return .damaged }
    return partners.contains(partner) ? nil : .ofNobody
  }
}

/// What lies beside the database, told from its name.
enum StoreFile: Hashable {
  case key(Device.ID)
  case vault(Partner.ID)

  init?(_ name: String) {
    if let digits = Self.digits(of: name, before: Store.keySuffix, count: 16) {
      self = .key(Device.ID(digits))
    } else if let digits = Self.digits(of: name, before: Store.vaultSuffix, count: 32) {
      self = .vault(Partner.ID(digits))
    } else {
      return nil
    }
  }

  private static func digits(of name: String, before suffix: String, count: Int) -> String? {
    guard name.hasSuffix(suffix) else { return nil }
    let digits = name.dropLast(suffix.count)
    guard digits.utf8.count == count,
      digits.utf8.allSatisfy({ "0123456789abcdef".utf8.contains($0) })
    else { return nil }
    return String(digits)
  }
}

extension Folder {
  /// Runs a step on a file of this folder, and names the file where it is none that is taken.
  func taking<Result>(
    _ name: String, _ step: (FilePath) throws(FileError) -> Result
  ) throws -> Result {
    do throws(FileError) { return try step(path(to: name)) } catch {
      if let fault = FileFault(name, error) { throw fault }
      throw error
    }
  }
}
