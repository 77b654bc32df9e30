import Files
import Storage
import SystemPackage

// What can be wrong with the store, each as one sentence with the next step.

extension Problem {
  init(_ error: StoreError) {
    switch error {
    case .noStore:
      self.init(
        "no-store", .noStore,
        Sentence(
          "nothing here yet. Begin with: accord init Mei Lin",
          "这里还没有你们的约定。开始：accord init 小美 阿林"))
    case .alreadyThere:
      self.init(
        "already-there", .refused,
        Sentence(
          "your agreements are here already; see them with: accord list",
          "这里已经有你们的约定了，看看：accord list"))
    case .folderInUse:
      self.init(
        "folder-in-use", .usage,
        Sentence(
          "this folder holds other things; name an empty or a new one",
          "这个文件夹里有别的东西，请换一个空的或新的"))
    case .kept(let file):
      let name = file.string
      self.init(
        "kept-here", .refused,
        Sentence(
          "\(name.visible) lies here: somebody's locked key or private side, whose agreements are gone. From a backup: accord restore DIR; to begin anew, name another folder with --store",
          "这里还有 \(name.visible)（上了锁的钥匙，或者写给自己的内容），可约定已经不在了。有备份：accord restore 备份文件夹；想重新开始，请用 --store 换一个文件夹"
        ))
    case .syncedFolder(let engine):
      self.init(
        "synced-folder", .refused,
        Sentence(
          "this folder is synced by \(engine.rawValue), which carries away half-written files; choose another with --store",
          "这个文件夹会被 \(engine.rawValue) 同步，没写完的文件也会被带走；请用 --store 换一个"))
    case .damaged:
      self.init(
        "damaged", .data,
        Sentence(
          "this file is damaged; look closer with accord doctor, or go back to the last backup: accord restore DIR",
          "文件有损坏。先看看：accord doctor；有备份的话：accord restore 备份文件夹"))
    case .newer:
      self.init(
        "newer", .data,
        Sentence(
          "made by a newer Accord; update first. Nothing was changed",
          "这是新版 Accord 写的，请先更新。什么都没有改动"))
    case .foreign:
      self.init(
        "foreign", .data,
        Sentence(
          "this is a database of another program; name another folder with --store. Nothing was changed",
          "这是别的程序的数据库，请用 --store 换一个文件夹。什么都没有改动"))
    case .busy:
      self.init(
        "busy", .busy,
        Sentence(
          "someone else is writing right now; nothing is lost, try again",
          "正好有人在写，什么都没丢，请再试一次"))
    case .replaced:
      self.init(
        "replaced", .busy,
        Sentence(
          "a backup was put in the place of this store just now; nothing was changed, try again",
          "刚刚有人用备份换掉了这里的内容，这次什么都没有改动，请再试一次"))
    case .full:
      self.init(
        "disk-full", .input,
        Sentence(
          "the disk is full; nothing was changed. Make some room and try again",
          "磁盘满了，什么都没有改动。腾出一点空间再试一次"))
    case .readOnly, .notPermitted:
      self.init(
        "not-permitted", .input,
        Sentence(
          "this folder cannot be written by this account; nothing was changed",
          "这个账户写不了这个文件夹，什么都没有改动"))
    case .input(let errno):
      let number = errno.map { " (\($0.rawValue))" } ?? ""
      self.init(
        "input-output", .input,
        Sentence(
          "the disk or the file could not be read or written\(number); nothing was changed",
          "磁盘或文件读写出错\(number)，什么都没有改动"))
    case .uncertain:
      self.init(
        "uncertain", .input,
        Sentence(
          "the last step failed: it may have been kept or not. See with accord log; doing it again is safe",
          "最后一步出了错，可能记下了，也可能没有。用 accord log 看一眼；再做一次也没关系"))
    case .unknownDevice:
      self.init(
        "unknown-key", .noPermission,
        Sentence(
          "the key of this computer does not belong to this store; nothing was changed",
          "这台电脑的钥匙不属于这里的约定，什么都没有改动"))
    case .fault:
      self = .fault
    case .withheld:
      self.init(
        "withheld", .noPermission,
        Sentence(
          "this key can end or decline, but not agree: it was replaced, or these agreements are from before somebody's password. Look: accord doctor",
          "这把钥匙只能说“不”，不能再答应什么：可能已经换掉了，也可能这里是设密码以前的约定。请看：accord doctor"))
    case .unreadable:
      self.init(
        "unreadable", .data,
        Sentence(
          "this could not be read again after writing, so nothing was kept; is the clock of this computer right?",
          "刚写的读不出来，所以没有记下；请看看电脑的时间对不对"))
    case .tooLarge:
      self.init(
        "too-large", .data,
        Sentence(
          "all of it together is too long; shorten one of the texts. Nothing was changed",
          "加起来太长了，请缩短其中一段。什么都没有改动"))
    }
  }
}
