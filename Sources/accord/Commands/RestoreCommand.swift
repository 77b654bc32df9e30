import Agreements
import ArgumentParser
import Files
import Journal
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
    let source: BackupSource
    if let archive = try SealedBackup.archive(at: path, in: session) {
      source = .archive(archive)
    } else {
      source = .folder(Folder(path))
      try check(Folder(path))
    }
    // Before a key is copied anywhere: whether it may lie there, and whether it is meant.
    if let marker = SyncedFolder.marker(above: session.folder.path) {
      throw BackupCommand.synced(by: marker.engine)
    }
    guard try isMeant(in: session) else {
      return .says(Sentence("Nothing was changed.", "好，什么都没动。"))
    }
    return try restore(source, in: session)
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

  private func restore(_ source: BackupSource, in session: Session) throws -> Report {
    let name = session.folder.path.lastComponent?.string ?? "accord"
    let stamp = session.clock.now.rfc3339.filter { $0.isNumber }
    let done: Restoration
    do {
      done = try Store.restore(
        source, to: session.folder, asideName: "\(name)-replaced-\(stamp)")
    } catch {
      throw Self.problem(error)
    }
    for remark in done.remarks { session.remark(remark) }
    let leftOut = done.pair.both.filter { done.withoutKey.contains($0.id) }
    let withoutKey = JSON.array(leftOut.map { .string($0.name.text) })
    guard let aside = done.aside else {
      return .says(
        Sentence("Restored. See: accord list", "恢复好了，看看：accord list"),
        json: ("kept", .null), ("withoutKey", withoutKey))
    }
    let kept = aside.string.visible
    return .says(
      Sentence("Restored. What was here is kept in \(kept)", "恢复好了。原来的留在 \(kept)"),
      json: ("kept", .string(aside.string)), ("withoutKey", withoutKey))
  }

  /// Whether a folder holds a backup from which somebody could act, as far as a look at it tells.
  private func check(_ backup: Folder) throws {
    do { try Store.checkBackup(backup) } catch StoreError.damaged {
      // What does not even begin as a database.
      throw Problem.noBackup
    } catch {
      throw Self.problem(error)
    }
  }

  /// What is wrong with the backup, not with the store here.
  private static func problem(_ error: any Error) -> any Error {
    switch error {
    case StoreError.syncedFolder(let engine): BackupCommand.synced(by: engine)
    case StoreError.noStore, StoreError.foreign: Problem.noBackup
    case StoreError.damaged: Problem.damagedBackup
    case let refusal as RestoreRefusal: Problem(refusal)
    default: error
    }
  }
}
