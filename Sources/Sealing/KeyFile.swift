package import Files
import SystemPackage

/// Key files: one per device, named `<fingerprint>.key`, mode 0600.
///
/// Three lines, and `age -d -i FILE` takes them as an identity file; or the same lines sealed with
/// a passphrase, see ``replace(in:passphrase:work:)``.
extension DeviceKeys {
  /// The fingerprints that key files in the folder go by, sorted.
  ///
  /// Nothing is opened: whether a file can be used, ``load(from:fingerprint:passphrase:)`` tells.
  package static func available(in folder: Folder) throws(FileError) -> [String] {
    try folder.entries().compactMap { name in
      guard name.hasSuffix(suffix) else { return nil }
      let fingerprint = String(name.dropLast(suffix.count))
      return isFingerprint(fingerprint) ? fingerprint : nil
    }
  }

  /// Whether the key file of one device is sealed with a passphrase.
  package static func isLocked(
    in folder: Folder, fingerprint: String
  ) throws(KeyFileError) -> Bool {
    AgeFile.isBinary(try bytes(in: folder, fingerprint: fingerprint))
  }

  /// Reads the keys of one device.
  ///
  /// A passphrase is not looked at when the file is not sealed.
  package static func load(
    from folder: Folder, fingerprint: String, passphrase: Passphrase? = nil
  ) throws(KeyFileError) -> DeviceKeys {
    let keys = try keys(
      in: bytes(in: folder, fingerprint: fingerprint), passphrase: passphrase)
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

  private static func bytes(
    in folder: Folder, fingerprint: String
  ) throws(KeyFileError) -> [UInt8] {
    guard isFingerprint(fingerprint) else { throw .missing }
    let file: PrivateFile
    do throws(FileError) {
      file = try PrivateFile(
        reading: folder.path.appending(fingerprint + suffix), atMost: 1024)
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

// MARK: - Passphrase

extension DeviceKeys {
  /// Puts a file sealed with this passphrase in the place of the key file; nil seals nothing.
  ///
  /// The new bytes are opened again before they take the place of the old, so that no fault in
  /// between can cost the keys. There has to be a file already.
  /// - Parameter logN: what each try costs; see ``Age/seal(_:with:work:)``.
  package func replace(
    in folder: Folder, passphrase: Passphrase?, work logN: Int = Age.usualWork
  ) throws(KeyFileError) {
    _ = try Self.bytes(in: folder, fingerprint: fingerprint)
    var bytes = Array(fileText.utf8)
    if let passphrase {
      do throws(AgeError) {
        bytes = try Age.seal(bytes, with: passphrase, work: logN)
      } catch {
        throw KeyFileError(error)
      }
    }
    guard try Self.keys(in: bytes, passphrase: passphrase) == self else { throw .damaged }
    do throws(FileError) {
      try PrivateFile.write(bytes, to: folder.path(to: fingerprint + Self.suffix))
    } catch {
      throw .unwritable(error)
    }
  }

  private static func keys(
    in bytes: [UInt8], passphrase: Passphrase?
  ) throws(KeyFileError) -> DeviceKeys {
    guard AgeFile.isBinary(bytes) else { return try parse(bytes) }
    guard let passphrase else { throw .locked }
    let opened: [UInt8]
    do throws(AgeError) {
      opened = try Age.open(bytes, with: passphrase)
    } catch {
      throw KeyFileError(error)
    }
    return try parse(opened)
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
