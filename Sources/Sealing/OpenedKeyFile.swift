package import Files
import SystemPackage

/// A key file that was opened: it can be written again without the work its passphrase costs.
package struct OpenedKeyFile: Sendable {
  /// What it held when it was last read or written.
  package private(set) var content: KeyFile
  private let folder: Folder
  /// Nil where no passphrase seals it.
  private let header: UnlockedHeader?

  package var isSealed: Bool { header != nil }

  /// Opens the file of one device.
  ///
  /// A passphrase is not looked at when the file is not sealed.
  package init(
    in folder: Folder, fingerprint: String, passphrase: Passphrase? = nil
  ) throws(KeyFileError) {
    var bytes = try KeyFile.bytes(in: folder, fingerprint: fingerprint)
    defer { bytes.wipe() }
    self.folder = folder
    header = try Self.header(of: bytes, passphrase)
    content = try Self.content(of: bytes, under: header, replaced: .damaged)
    guard content.keys.fingerprint == fingerprint else {
      throw .otherDevice(fingerprint: content.keys.fingerprint)
    }
  }

  /// A file that is not written yet.
  init(
    _ content: KeyFile, in folder: Folder, passphrase: Passphrase?, work logN: Int
  ) throws(KeyFileError) {
    self.content = content
    self.folder = folder
    guard let passphrase else {
      header = nil
      return
    }
    do throws(AgeError) {
      header = try UnlockedHeader(with: passphrase, work: logN)
    } catch {
      throw KeyFileError(error)
    }
    // Opened from its bytes once, as it will be from the disk.
    var bytes = try bytes(content)
    defer { bytes.wipe() }
    let again = try Self.header(of: bytes, passphrase)
    guard try Self.content(of: bytes, under: again, replaced: .damaged) == content else {
      throw .damaged
    }
  }

  /// Changes what the file holds now, which may be newer than ``content``, and writes it where that
  /// made a difference. The keys themselves stay. To be called while the caller holds the lock of
  /// the folder.
  ///
  /// A sealed file keeps its header, and so its password; its content gets a fresh nonce.
  ///
  /// - Throws: `.replaced` where another file lies there now, sealed or not: it is never undone.
  package mutating func rewrite(
    _ change: (inout KeyFile) -> Void
  ) throws(KeyFileError) {
    var bytes = try KeyFile.bytes(in: folder, fingerprint: content.keys.fingerprint)
    defer { bytes.wipe() }
    let present = try Self.content(of: bytes, under: header, replaced: .replaced)
    guard present.keys == content.keys else { throw .replaced }
    content = present
    var changed = present
    change(&changed)
    guard changed.keys == present.keys else {
      throw .otherDevice(fingerprint: changed.keys.fingerprint)
    }
    guard changed != present else { return }
    try replace(with: changed)
    content = changed
  }
}

// MARK: - Writing

extension OpenedKeyFile {
  func create(asPending isPending: Bool) throws(KeyFileError) {
    try write(content) { [self] bytes, judge throws in
      try PrivateFile.createNew(bytes, at: path(isPending: isPending), judging: judge)
    }
  }

  func replace() throws(KeyFileError) { try replace(with: content) }

  private func replace(with content: KeyFile) throws(KeyFileError) {
    try write(content) { [self] bytes, judge throws in
      let path = try path(isPending: false)
      // What a writer left when it was killed may be an open key.
      try PrivateFile.removeUnfinished(beside: path)
      try PrivateFile.replace(path, with: bytes, judging: judge)
    }
  }

  /// Writes in one way or the other; what lies on the disk must hold the content before it counts.
  private func write(
    _ content: KeyFile, _ put: ([UInt8], _ judge: ([UInt8]) throws -> Void) throws -> Void
  ) throws(KeyFileError) {
    var bytes = try bytes(content)
    defer { bytes.wipe() }
    do {
      try put(bytes) { written in
        let kept = try Self.content(of: written, under: header, replaced: .damaged)
        guard kept == content else { throw KeyFileError.damaged }
      }
      try folder.sync()
    } catch let error as FileError {
      throw .unwritable(error)
    } catch let error as KeyFileError {
      throw error
    } catch {
      throw .damaged
    }
  }

  private func path(isPending: Bool) throws(FileError) -> FilePath {
    try folder.path(to: KeyFile.name(of: content.keys.fingerprint, isPending: isPending))
  }

  private func bytes(_ content: KeyFile) throws(KeyFileError) -> [UInt8] {
    do throws(AgeError) {
      return try content.withText { text throws(AgeError) in try header?.seal(text) ?? text }
    } catch {
      throw KeyFileError(error)
    }
  }
}

// MARK: - Reading

extension OpenedKeyFile {
  /// The header of a sealed file; nil where it is not sealed.
  private static func header(
    of bytes: [UInt8], _ passphrase: Passphrase?
  ) throws(KeyFileError) -> UnlockedHeader? {
    guard AgeFile.isBinary(bytes) else { return nil }
    guard let passphrase else { throw .locked }
    do throws(AgeError) {
      return try UnlockedHeader(of: bytes, with: passphrase)
    } catch {
      throw KeyFileError(error)
    }
  }

  /// - Parameter replaced: what to throw where the file is not the one with this header.
  private static func content(
    of bytes: [UInt8], under header: UnlockedHeader?, replaced: KeyFileError
  ) throws(KeyFileError) -> KeyFile {
    guard let header else {
      guard !AgeFile.isBinary(bytes) else { throw replaced }
      return try KeyFile(text: bytes)
    }
    // Bound once: a second reference would keep the bytes from being wiped.
    guard var opened = try text(in: bytes, under: header) else { throw replaced }
    defer { opened.wipe() }
    return try KeyFile(text: opened)
  }

  private static func text(
    in bytes: [UInt8], under header: UnlockedHeader
  ) throws(KeyFileError) -> [UInt8]? {
    do throws(AgeError) { return try header.open(bytes) } catch { throw KeyFileError(error) }
  }
}

// Whatever prints a value, a failed test or a log, must not print the secrets.
extension OpenedKeyFile: CustomStringConvertible, CustomReflectable {
  package var description: String { content.keys.description }

  package var customMirror: Mirror {
    Mirror(self, children: ["fingerprint": content.keys.fingerprint])
  }
}
