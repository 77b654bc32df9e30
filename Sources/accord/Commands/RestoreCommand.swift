import Agreements
import ArgumentParser
import Files
import Journal
import Sealing
import Storage
import SystemPackage

struct RestoreCommand: Command {
  static var configuration: CommandConfiguration {
    .said(
      "restore", aliases: ["恢复"],
      Sentence("go back to a backup", "用备份恢复"),
      examples: [
        Sentence("accord restore ~/accord-backup", "accord restore ~/accord-backup"),
        Sentence("accord restore accord-backup.age", "accord restore accord-backup.age"),
      ],
      notes: Sentence(
        "The backup is checked first. What is here now is kept beside it.",
        "会先检查备份。现在的内容会留在旁边，不会丢。"))
  }

  @Argument(
    help: .said(
      "a folder or a file accord backup made", "accord backup 做的文件夹或文件",
      value: ("BACKUP", "备份")), completion: .file())
  var folder: String?
  @Flag(help: .said("without a question", "不再确认")) var yes = false
  @OptionGroup var shared: SharedOptions

  func perform(in session: Session) throws -> Report {
    let path = try BackupCommand.path(folder)
    guard let archive = try SealedBackup.archive(at: path, in: session) else {
      return try restore(Folder(path), in: session)
    }
    // Before a key is unpacked anywhere: whether it may lie there, and whether it is meant.
    if let marker = SyncedFolder.marker(above: session.folder.path) {
      throw BackupCommand.synced(by: marker.engine)
    }
    guard try isMeant(in: session) else { return Self.nothing }
    let unpacked = try Self.draft(beside: session.folder)
    defer { try? unpacked.discard() }
    do { try Store.unpack(archive, into: unpacked) } catch StoreError.damaged {
      throw Problem.damagedBackup
    }
    try check(unpacked)
    return try put(unpacked, in: session)
  }

  private func restore(_ backup: Folder, in session: Session) throws -> Report {
    try check(backup)
    return try isMeant(in: session) ? put(backup, in: session) : Self.nothing
  }

  private static let nothing = Report.says(Sentence("Nothing was changed.", "好，什么都没动。"))

  /// An empty private folder of a name nobody else has; what a killed run left under such a name goes.
  private static func draft(beside store: Folder) throws -> Folder {
    let prefix = ".\(store.path.lastComponent?.string ?? "accord").unpacked-"
    let parent = Folder(around: store.path)
    try parent.create()
    for left in try parent.entries() where left.hasPrefix(prefix) {
      try? Folder(parent.path(to: left)).discard()
    }
    let draft = Folder(
      try parent.path(to: prefix + String(UInt64.random(in: .min ... .max), radix: 16)))
    try draft.create()
    return draft
  }

  private func isMeant(in session: Session) throws -> Bool {
    guard session.folder.exists else { return true }
    return try session.isSure(
      Sentence(
        "Put the backup in place of what is here now? What ended or was erased since comes back; what is newer, for oneself too, is laid aside.",
        "用备份换掉现在的内容吗？之后不再约定的、抹去的，都会回来；之后新说好的、写给自己的，留在旁边的文件夹里。"),
      Sentence("yes", "换掉"), yes: yes,
      otherwise: Sentence(
        "the backup takes the place of what is here; say so with --yes",
        "备份会换掉现在的内容，确定的话请加 --yes"))
  }

  /// What belongs to partners who have a password here: nobody takes it from them, or sets it back,
  /// by restoring a backup from before.
  private func guarded(in session: Session) throws -> (files: Set<String>, names: [String]) {
    guard let store = try? Store.reading(session.folder) else { return ([], []) }
    defer { store.close() }
    var files: Set<String> = []
    var names: [String] = []
    for (device, partner) in try store.devices() {
      guard (try? DeviceKeys.isLocked(in: session.folder, fingerprint: device.text)) ?? false else {
        continue
      }
      files.formUnion(["\(device.text).key", "\(partner.text).vault"])
      if let name = store.pair[partner]?.name.text.visible { names.append(name) }
    }
    return (files, names.sorted())
  }

  private func put(_ backup: Folder, in session: Session) throws -> Report {
    let guarded = try guarded(in: session)
    if !guarded.names.isEmpty {
      let english = guarded.names.joined(separator: Language.english.comma)
      let chinese = guarded.names.joined(separator: Language.chinese.comma)
      session.remark(
        Sentence(
          "\(english): a password is set, so key and private side stay as they are now.",
          "\(chinese)设了密码，钥匙和写给自己的内容都没有换，还是现在的。"))
    }
    let name = session.folder.path.lastComponent?.string ?? "accord"
    let stamp = session.clock.now.rfc3339.filter { $0.isNumber }
    do {
      let aside = try Store.restore(
        backup, to: session.folder, asideName: "\(name)-replaced-\(stamp)",
        keeping: guarded.files)
      guard let aside else {
        return .says(
          Sentence("Restored. See: accord list", "恢复好了，看看：accord list"),
          json: ("kept", .null))
      }
      let kept = aside.string.visible
      return .says(
        Sentence("Restored. What was here is kept in \(kept)", "恢复好了。原来的留在 \(kept)"),
        json: ("kept", .string(aside.string)))
    } catch StoreError.damaged {
      throw Problem.damagedBackup
    }
  }

  /// Whether a folder holds a backup from which somebody could act.
  private func check(_ backup: Folder) throws {
    do { _ = try Store.reading(backup) } catch let error as StoreError {
      if case .syncedFolder(let engine) = error { throw BackupCommand.synced(by: engine) }
      guard [.noStore, .foreign, .damaged].contains(error) else { throw error }
      throw Problem.noBackup
    }
    if try DeviceKeys.available(in: backup).isEmpty {
      throw Problem(
        "no-backup", .data,
        Sentence(
          "this copy holds no key, so nobody could act from it; nothing was changed",
          "这份备份里没有钥匙，恢复了也没法操作，什么都没有改动"))
    }
  }
}
