package import Files
import SystemPackage

/// Why a key file was not taken.
package enum KeyFileError: Error, Hashable, Sendable {
  case missing
  /// Somebody else can read it, or could have put it there.
  case exposed(Exposure)
  /// It is not, byte for byte, what was written.
  case damaged
  /// It holds the keys of another device than its name says.
  case otherDevice(fingerprint: String)
  case unreadable(FileError)

  package enum Exposure: Hashable, Sendable {
    /// The group or others have some permission.
    case openToOthers
    /// It does not belong to the effective user.
    case ownedByAnother
    /// A link, a folder, a pipe.
    case notAFile
  }
}

/// Key files: one per device, named `<fingerprint>.key`, mode 0600.
///
/// Three lines, and `age -d -i FILE` takes them as an identity file.
extension DeviceKeys {
  /// The fingerprints that key files in the folder go by, sorted.
  ///
  /// Nothing is opened: whether a file can be used, ``load(from:fingerprint:)`` tells.
  package static func available(in folder: Folder) throws(FileError) -> [String] {
    try folder.entries().compactMap { name in
      guard name.hasSuffix(suffix) else { return nil }
      let fingerprint = String(name.dropLast(suffix.count))
      return isFingerprint(fingerprint) ? fingerprint : nil
    }
  }

  /// Reads the keys of one device.
  package static func load(
    from folder: Folder, fingerprint: String
  ) throws(KeyFileError) -> DeviceKeys {
    guard isFingerprint(fingerprint) else { throw .missing }
    let keys = try parse(readPrivate(folder.path.appending(fingerprint + suffix)))
    guard keys.fingerprint == fingerprint else {
      throw .otherDevice(fingerprint: keys.fingerprint)
    }
    return keys
  }

  /// Writes the key file; an existing one is never replaced, but refused with `EEXIST`.
  package func save(in folder: Folder) throws(FileError) {
    try PrivateFile.createNew(
      Array(fileText.utf8), at: folder.path(to: fingerprint + Self.suffix))
  }

  private static let suffix = ".key"

  private static func isFingerprint(_ text: String) -> Bool {
    text.utf8.count == 16 && text.utf8.allSatisfy { "0123456789abcdef".utf8.contains($0) }
  }

  private static func readPrivate(_ path: FilePath) throws(KeyFileError) -> [UInt8] {
    let file: PrivateFile
    do throws(FileError) {
      file = try PrivateFile(reading: path, atMost: 1024)
    } catch  where error.isMissing {
      throw .missing
    } catch  where error.isNotAFile {
      throw .exposed(.notAFile)
    } catch  where error.errno == .fileTooLarge {
      throw .damaged
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

// MARK: - Format

extension DeviceKeys {
  private static let greeting =
    "# accord key 1, keep it to yourself: whoever has it can act as you"
  private static let signingLabel = "# signing "
  private static let signingPrefix = "accord-signing-key-"
  private static let identityPrefix = "age-secret-key-"

  private var fileText: String {
    let signing = Bech32(prefix: Self.signingPrefix, bytes: signingSeed).text.uppercased()
    let identity = Bech32(prefix: Self.identityPrefix, bytes: identity).text.uppercased()
    return "\(Self.greeting)\n\(Self.signingLabel)\(signing)\n\(identity)\n"
  }

  private static func parse(_ bytes: [UInt8]) throws(KeyFileError) -> DeviceKeys {
    let lines = bytes.split(separator: UInt8(ascii: "\n")).map {
      String(decoding: $0, as: UTF8.self)
    }
    guard lines.count == 3, lines[1].hasPrefix(signingLabel),
      let seed = secret(lines[1].dropFirst(signingLabel.count), prefix: signingPrefix),
      let identity = secret(lines[2], prefix: identityPrefix),
      let keys = DeviceKeys(identity: identity, signingSeed: seed),
      // Strict in all the rest: only the text these keys are written as.
      Array(keys.fileText.utf8) == bytes
    else { throw .damaged }
    return keys
  }

  private static func secret(_ text: some StringProtocol, prefix: String) -> [UInt8]? {
    guard let parsed = try? Bech32(String(text)), parsed.prefix == prefix else { return nil }
    return parsed.bytes
  }
}
