import Agreements
import Files
import Sealing
import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A text that an earlier run left behind: it was killed, or could not keep what was written.
///
/// Nobody has hold of its folder any more, and the folder is ours: of this user, closed to others,
/// no link. What lies in the plain is sealed for its writer at the next command of either partner,
/// and stays so until the writer removes it.
struct LeftDraft: Sendable {
  /// Nil where an earlier version left it, which did not say whose it is.
  let writer: Partner.ID?
  let path: String
  private let place: DraftFolder
  private let begun: Timestamp
  /// As long as this value is there, nobody takes the draft for one that is being written.
  private let hold: DraftHold

  /// All that were left in these folders, the oldest first.
  static func all(in parents: [String]) -> [LeftDraft] {
    parents.flatMap { parent -> [LeftDraft] in
      let names = (try? Folder(FilePath(parent)).entries()) ?? []
      return names.filter(isDraftName).compactMap { LeftDraft(at: FilePath(parent).appending($0)) }
    }.sorted { ($0.begun, $0.path) < ($1.begun, $1.path) }
  }

  /// As `mkdtemp` makes them.
  private static func isDraftName(_ name: String) -> Bool {
    name.hasPrefix(DraftFolder.prefix) && name.utf8.count == DraftFolder.prefix.utf8.count + 6
  }

  private init?(at folder: FilePath) {
    guard Self.isOurs(try? Stat(folder, followTargetSymlink: false)),
      let hold = DraftHold(folder, for: .looking), Self.isOurs(try? Stat(hold.folder))
    else { return nil }
    self.hold = hold
    place = DraftFolder(folder)
    path = folder.string
    let names = place.names
    writer = Self.writer(in: folder)
    // A folder that holds nothing yet is about to be filled, or nobody's loss.
    guard writer == nil ? names.contains(DraftFolder.text) : !names.isEmpty else { return nil }
    let first = folder.appending(writer == nil ? DraftFolder.text : DraftFolder.writer)
    begun = Timestamp(try? Stat(first, followTargetSymlink: false))
  }

  private static func isOurs(_ stat: Stat?) -> Bool {
    guard let stat else { return false }
    return stat.type == .directory && stat.userID.rawValue == geteuid()
      && stat.permissions.rawValue & 0o777 == 0o700
  }

  private static func writer(in folder: FilePath) -> Partner.ID? {
    let path = folder.appending(DraftFolder.writer)
    guard let bytes = try? PrivateFile.read(path, atMost: 64) else { return nil }
    let text = String(decoding: bytes, as: UTF8.self).trimmed
    let isID =
      text.utf8.count == 32 && text.utf8.allSatisfy { "0123456789abcdef".utf8.contains($0) }
    return isID ? Partner.ID(text) : nil
  }

  /// When a file was last written, for the order alone; it is told nobody.
  private struct Timestamp: Comparable, Sendable {
    let seconds: Int
    let nanoseconds: Int

    init(_ stat: Stat?) {
      seconds = stat.map { Int($0.st_mtim.tv_sec) } ?? 0
      nanoseconds = stat.map { Int($0.st_mtim.tv_nsec) } ?? 0
    }

    static func < (one: Timestamp, other: Timestamp) -> Bool {
      (one.seconds, one.nanoseconds) < (other.seconds, other.nanoseconds)
    }
  }
}

// MARK: - What is done with it

extension LeftDraft {
  /// Whether nothing of it lies in the plain.
  var isSealed: Bool { place.names.allSatisfy { $0.hasSuffix(DraftFolder.sealed) } }

  var wasTold: Bool {
    (try? Stat(FilePath(path).appending(DraftFolder.told), followTargetSymlink: false)) != nil
  }

  /// Keeps that its writer knows of it.
  func markTold() {
    try? PrivateFile.createNew([], at: FilePath(path).appending(DraftFolder.told))
  }

  func discard() throws {
    guard hold.claim() else { throw Errno.wouldBlock }
    try place.folder.discard()
  }

  /// Seals each file, what an editor saved beside the text too, and removes what lay in the plain.
  ///
  /// A text in which nothing was written is removed. What cannot be sealed stays as it is.
  func seal(to writer: AgeRecipient) throws {
    guard hold.claim() else { throw Errno.wouldBlock }
    let plain = place.names.filter { !$0.hasSuffix(DraftFolder.sealed) }
    if plain == [DraftFolder.text], place.names == plain, isBlank { return try discard() }
    for name in plain {
      let file = FilePath(path).appending(name)
      // A link is an editor's lock, and a socket its own: neither has any text.
      if try Stat(file, followTargetSymlink: false).type == .regular {
        let sealed = try Age.seal(PrivateFile.read(file, atMost: Self.most), to: [writer])
        try PrivateFile.write(sealed, to: FilePath(path).appending(name + DraftFolder.sealed))
      }
      try place.folder.remove(name)
    }
  }

  /// Far more than a text may be; an editor's own files may be longer than it.
  private static let most = 1 << 26

  private var isBlank: Bool {
    guard let text = try? text(inPlain: DraftFolder.text) else { return false }
    return text.lines.allSatisfy { $0.hasPrefix("# accord") || $0.allSatisfy(\.isWhitespace) }
  }

  private func text(inPlain name: String) throws -> String? {
    let bytes = try PrivateFile.read(FilePath(path).appending(name), atMost: Self.most)
    return String(validating: bytes, as: UTF8.self)
  }

  /// The text as it was left, and what an editor saved of it elsewhere, if that says something
  /// else.
  ///
  /// - Parameter keys: its writer's, the earlier ones too: it may be from before a new password.
  /// - Throws: `Problem` where none of the keys opens it.
  func texts(with keys: [DeviceKeys]) throws -> [String] {
    let first = DraftFolder.text + DraftFolder.sealed
    let names = place.names
    var texts: [String] = []
    for name in names.filter({ $0 == first }) + names.filter({ $0 != first }) {
      let bytes = try PrivateFile.read(FilePath(path).appending(name), atMost: Self.most * 2)
      let plain = name.hasSuffix(DraftFolder.sealed) ? try Self.open(bytes, with: keys) : bytes
      guard let text = String(validating: plain, as: UTF8.self) else { continue }
      let kept = text.lines.filter { !$0.hasPrefix(Editor.markerAmongHeadings) }
        .joined(separator: "\n")
      if !texts.contains(kept) { texts.append(kept) }
    }
    return texts
  }

  private static func open(_ sealed: [UInt8], with keys: [DeviceKeys]) throws -> [UInt8] {
    do throws(AgeError) { return try Age.open(sealed, withOneOf: keys).content } catch {
      switch error {
      case .noMatchingKey:
        throw Problem(
          "other-keys", .noPermission,
          Sentence(
            "this text does not open with the key on this computer; to remove it: accord draft remove",
            "用这台电脑上的钥匙打不开这段文字；删掉：accord draft remove"))
      default:
        throw Problem(
          "damaged", .data,
          Sentence(
            "the file of this text is damaged; to remove it: accord draft remove",
            "存这段文字的文件有损坏；删掉：accord draft remove"))
      }
    }
  }

  // MARK: Words

  /// What stands below an error after which the text is kept.
  static func kept(at path: String) -> Sentence {
    Sentence(
      "what you wrote is kept in \(path); \(sealedNext.english)",
      "你写的留在 \(path)；\(sealedNext.chinese)")
  }

  static let sealedNext = Sentence(
    "the next command here seals it, and accord draft shows it",
    "下次在这里用 accord 时会锁好，用 accord draft 看")

  /// What its writer is told at their next command.
  var notice: Sentence {
    isSealed
      ? Sentence(
        "A text you were writing was left unfinished; it is sealed now. To read it: accord draft. To remove it: accord draft remove",
        "有一段你没写完的文字留了下来，已经锁好。看：accord draft。删掉：accord draft remove")
      : Sentence(
        "A text you were writing was left in \(path.visible), and could not be sealed; keep what you need, then: accord draft remove",
        "有一段你没写完的文字留在 \(path.visible)，没能锁上；先留下要用的，再删掉：accord draft remove")
  }
}
