package import Files

/// The keys of key files, without what else lies in them; see ``KeyFile``.
extension DeviceKeys {
  /// The fingerprints that key files in the folder go by, sorted; pending ones are not among them.
  ///
  /// Nothing is opened: whether a file can be used, ``load(from:fingerprint:passphrase:)`` tells.
  package static func available(in folder: Folder) throws(FileError) -> [String] {
    try folder.entries().compactMap { name in
      guard name.hasSuffix(KeyFile.suffix) else { return nil }
      let fingerprint = String(name.dropLast(KeyFile.suffix.count))
      return fingerprint.isHexadecimal(16) ? fingerprint : nil
    }
  }

  /// Whether the key file of one device is sealed with a passphrase.
  package static func isLocked(
    in folder: Folder, fingerprint: String
  ) throws(KeyFileError) -> Bool {
    var bytes = try KeyFile.bytes(in: folder, fingerprint: fingerprint)
    defer { bytes.wipe() }
    return AgeFile.isBinary(bytes)
  }

  /// Reads the keys of one device.
  ///
  /// A passphrase is not looked at when the file is not sealed.
  package static func load(
    from folder: Folder, fingerprint: String, passphrase: Passphrase? = nil
  ) throws(KeyFileError) -> DeviceKeys {
    try KeyFile.load(from: folder, fingerprint: fingerprint, passphrase: passphrase).keys
  }

  /// Writes a key file with these keys alone; an existing one is never replaced, but refused with
  /// `EEXIST`.
  package func save(in folder: Folder) throws(FileError) {
    try KeyFile(keys: self).withText { text throws(FileError) in
      try PrivateFile.createNew(
        text, at: folder.path(to: KeyFile.name(of: fingerprint)))
    }
  }

  /// Puts a file with these keys alone in the place of the key file, sealed with this passphrase;
  /// nil seals nothing. Earlier keys and the memory in the file are not carried over: for that,
  /// ``KeyFile/replace(in:passphrase:work:)``.
  package func replace(
    in folder: Folder, passphrase: Passphrase?, work logN: Int = Age.usualWork
  ) throws(KeyFileError) {
    try KeyFile(keys: self).replace(in: folder, passphrase: passphrase, work: logN)
  }
}
