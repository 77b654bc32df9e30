import Agreements
import ArgumentParser
import Files
import Journal
import Sealing
import Storage
import SystemPackage

struct BackupCommand: Command {
  static var configuration: CommandConfiguration {
    .said(
      "backup", aliases: ["备份"],
      Sentence("a complete, checked copy in a new folder", "完整备份到一个新文件夹，并检查一遍"),
      examples: [
        Sentence("accord backup ~/accord-backup", "accord backup ~/accord-backup"),
        Sentence(
          "accord backup --sealed accord-backup.age", "accord backup --sealed accord-backup.age"),
      ],
      notes: Sentence(
        "The keys are in it: whoever has the copy can act as either of you. A key that has a password keeps it, also in the copy.",
        "钥匙也在里面：拿到备份的人，能替你们当中任何一个人操作。\n设了密码的钥匙，在备份里也锁着。"))
  }

  @Argument(
    help: .said("a folder that is not there yet", "一个还不存在的文件夹", value: ("DIR", "文件夹")),
    completion: .directory)
  var folder: String?

  @Option(
    help: .said(
      "everything in one new file that a password opens", "全部装进一个新文件，用密码打开",
      value: ("FILE", "文件")), completion: .file())
  var sealed: String?
  @OptionGroup var new: NewPassphraseOptions
  @OptionGroup var shared: SharedOptions

  func perform(in session: Session) throws -> Report {
    guard sealed == nil || folder == nil else {
      throw Problem(
        "contradiction", .usage,
        Sentence("a folder or --sealed FILE: one of them", "文件夹和 --sealed 文件，只能选一个"))
    }
    let path = try Self.path(sealed ?? folder)
    let store = try session.reading()
    do {
      let saved: BackupCheck
      if sealed == nil {
        saved = try store.backUp(to: path)
      } else if let done = try seal(store, at: path, in: session) {
        saved = done
      } else {
        return .says(
          Sentence("Nothing was saved: a sealed backup needs a password.", "没有备份：这样的备份要设密码。"))
      }
      let diagnosis = saved.diagnosis
      for finding in diagnosis.findings {
        session.remark(
          finding.sentence(store.pair, on: diagnosis.days[finding].map(session.date)))
      }
      for fault in saved.faults { session.remark(fault.remark) }
      for path in saved.recovered { session.remark(.recovered(path)) }
      for finding in try session.privateFindings(store) { session.remark(finding) }
      if try DeviceKeys.available(in: store.folder).isEmpty { session.remark(DoctorCommand.noKeys) }
      return .says(
        Sentence(
          "Saved and checked: \(diagnosis.agreements) agreements, \(diagnosis.entries) entries. To go back: accord restore \(path.string.visible)",
          "备份好了，也检查过了：\(diagnosis.agreements)条约定，\(diagnosis.entries)条记录。恢复：accord restore \(path.string.visible)"
        ),
        json: (sealed == nil ? "folder" : "file", .string(path.string)),
        ("entries", .integer(Int64(diagnosis.entries))))
    } catch StoreError.syncedFolder(let engine) {
      throw Self.synced(by: engine)
    } catch StoreError.folderInUse {
      throw Problem(
        "name-taken", .usage,
        Sentence(
          "there is something of that name already; choose a new name", "这个名字已经有了，请换一个新的"))
    }
  }

  /// Seals it with a password of its own; nil where none was typed.
  private func seal(
    _ store: Store, at path: FilePath, in session: Session
  ) throws -> BackupCheck? {
    if let source = try new.source() {
      return try SealedBackup.save(store, at: path, with: try source.read(), in: session)
    }
    // Before somebody thinks up a password for nothing.
    try SealedBackup.checkFree(path)
    guard session.prompt.canAsk else {
      throw Problem(
        "missing", .usage,
        Sentence(
          "give the backup's password with --new-passphrase-file FILE",
          "备份的密码请用 --new-passphrase-file 文件 给出"))
    }
    session.remark(
      Sentence(
        "Without this password nobody can open the backup, and nobody can reset it.",
        "没有这个密码，谁也打不开这份备份，也没有办法重设。"))
    return try session.withNewPassphrase(
      Sentence("A password for the backup", "给备份设一个密码"), flag: "--new-passphrase-file"
    ) { try SealedBackup.save(store, at: path, with: $0, in: session) }
  }

  static func synced(by engine: SyncedFolder.Engine) -> Problem {
    let name = engine.rawValue
    return Problem(
      "synced-folder", .refused,
      Sentence(
        "\(name) syncs this folder, and the keys in a backup should not travel; use another folder",
        "这个文件夹由 \(name) 同步，备份里有钥匙，不该传出去；请换一个文件夹"))
  }

  static func path(_ given: String?) throws(Problem) -> FilePath {
    guard let given, !given.isEmpty else {
      throw Problem(
        "missing", .usage,
        Sentence(
          "name a folder, for instance ~/accord-backup", "请写上文件夹，比如 ~/accord-backup"))
    }
    var path = FilePath(given)
    path.lexicallyNormalize()
    return path
  }
}
