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
        Sentence("accord backup ~/accord-backup", "accord backup ~/accord-backup")
      ],
      notes: Sentence(
        "The keys are in it: whoever has the copy can act as either of you. A key that has a password keeps it, also in the copy.",
        "钥匙也在里面：拿到备份的人，能替你们当中任何一个人操作。\n设了密码的钥匙，在备份里也锁着。"))
  }

  @Argument(
    help: .said("a folder that is not there yet", "一个还不存在的文件夹", value: ("DIR", "文件夹")),
    completion: .directory)
  var folder: String?

  @OptionGroup var shared: SharedOptions

  func perform(in session: Session) throws -> Report {
    let path = try Self.path(folder)
    let store = try session.reading()
    do {
      let diagnosis = try store.backUp(to: path)
      if try DeviceKeys.available(in: store.folder).isEmpty { session.remark(DoctorCommand.noKeys) }
      return .says(
        Sentence(
          "Saved and checked: \(diagnosis.agreements) agreements, \(diagnosis.entries) entries. To go back: accord restore \(path.string.visible)",
          "备份好了，也检查过了：\(diagnosis.agreements)条约定，\(diagnosis.entries)条记录。恢复：accord restore \(path.string.visible)"
        ),
        json: ("folder", .string(path.string)),
        ("entries", .integer(Int64(diagnosis.entries))))
    } catch StoreError.syncedFolder(let engine) {
      throw Self.synced(by: engine)
    } catch StoreError.folderInUse {
      throw Problem(
        "name-taken", .usage,
        Sentence(
          "there is something of that name already; name a new folder",
          "这个名字已经有了，请换一个新的文件夹名"))
    }
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
