import Files
import Sealing
import Storage
import SystemPackage
import Vault

// What is wrong with a vault, as one sentence with the next step.

extension Problem {
  init(_ error: VaultError) {
    switch error {
    case .exposed(.openToOthers):
      self.init(
        "exposed-vault", .noPermission,
        Sentence(
          "others on this computer can read the file of your notes to yourself; close it first: chmod 600 on the .vault files",
          "这台电脑上别的账户能读到你写给自己的那个文件；请先收紧：对 .vault 文件执行 chmod 600"))
    case .exposed(.ownedByAnother):
      self.init(
        "exposed-vault", .noPermission,
        Sentence(
          "the file of your notes to yourself belongs to another account of this computer; nothing was changed",
          "你写给自己的那个文件属于这台电脑的另一个账户，什么都没有改动"))
    case .exposed(.notAFile):
      self.init(
        "exposed-vault", .noPermission,
        Sentence(
          "the file of your notes to yourself is no plain file; nothing was changed",
          "你写给自己的那个文件不是普通文件，什么都没有改动"))
    case .damaged:
      self.init(
        "damaged-vault", .data,
        Sentence(
          "the file of your notes to yourself is damaged; it is part of every backup: accord restore DIR",
          "你写给自己的那个文件有损坏；备份里有：accord restore 备份文件夹"))
    case .newer:
      self.init(
        "newer", .data,
        Sentence(
          "your notes to yourself were written by a newer Accord; update first. Nothing was changed",
          "你写给自己的那些是新版 Accord 写的，请先更新。什么都没有改动"))
    case .foreign:
      self.init(
        "foreign-vault", .data,
        Sentence(
          "the file of your notes to yourself holds something else; nothing was changed. Backups have it: accord restore DIR",
          "你写给自己的那个文件里是别的东西，什么都没有改动；备份里有：accord restore 备份文件夹"))
    case .otherKeys:
      self.init(
        "other-keys", .noPermission,
        Sentence(
          "your notes to yourself do not open with the key on this computer; nothing was changed",
          "用这台电脑上的钥匙打不开你写给自己的那些，什么都没有改动"))
    case .unsigned:
      self.init(
        "unsigned-vault", .noPermission,
        Sentence(
          "the file of your notes to yourself bears no signature of yours: somebody else put it there; nothing was changed. Backups have yours: accord restore DIR",
          "你写给自己的那个文件上没有你的签名，是别人放进来的；什么都没有改动。备份里有你自己的：accord restore 备份文件夹"))
    case .otherWriter:
      self.init(
        "other-writer", .noPermission,
        Sentence(
          "the file of your notes to yourself was not written with your key: somebody else put it there; nothing was changed. Backups have yours: accord restore DIR",
          "你写给自己的那个文件不是用你的钥匙写的，是别人放进来的；什么都没有改动。备份里有你自己的：accord restore 备份文件夹"))
    case .earlierKey:
      self.init(
        "earlier-key", .noPermission,
        Sentence(
          "the file of your notes to yourself was written with a key you have replaced: it is from an older backup, or from somebody who kept a copy of that key; nothing was changed. Backups have the present one: accord restore DIR",
          "你写给自己的那个文件，是用你已经换掉的旧钥匙写的：可能来自以前的备份，也可能是留着旧钥匙的人放进来的；什么都没有改动。备份里有现在的：accord restore 备份文件夹")
      )
    case .otherCouple:
      self.init(
        "other-couple", .noPermission,
        Sentence(
          "the file of your notes to yourself belongs to other agreements than these; nothing was changed. Backups have yours: accord restore DIR",
          "你写给自己的那个文件是另外一份约定里的，不属于这里；什么都没有改动。备份里有你自己的：accord restore 备份文件夹"))
    case .tooLarge:
      self.init(
        "too-large", .data,
        Sentence(
          "your notes to yourself have grown too large; remove some first. Nothing was changed",
          "你写给自己的太多了，放不下；请先删掉一些。什么都没有改动"))
    case .busy:
      self.init(
        "busy", .busy,
        Sentence(
          "someone else is writing right now; nothing is lost, try again",
          "正好有人在写，什么都没丢，请再试一次"))
    case .unwritable(let error) where [.noSpace, .diskQuotaExceeded].contains(error.errno):
      self.init(
        "disk-full", .input,
        Sentence(
          "the disk is full; nothing was changed. Make some room and try again",
          "磁盘满了，什么都没有改动。腾出一点空间再试一次"))
    case .unwritable(let error)
    where [.permissionDenied, .notPermitted, .readOnlyFileSystem].contains(error.errno):
      self = Problem(StoreError.notPermitted)
    case .unreadable(let error) where error.errno == .permissionDenied:
      self.init(
        "not-permitted", .input,
        Sentence(
          "this account may not open the file of your notes to yourself; nothing was changed",
          "这个账户打不开你写给自己的那个文件，什么都没有改动"))
    case .unwritable(let error), .unreadable(let error):
      self.init(
        "input-output", .input,
        Sentence(
          "the disk or the file could not be read or written (\(error.errno.rawValue)); nothing was changed",
          "磁盘或文件读写出错 (\(error.errno.rawValue))，什么都没有改动"))
    case .notReadBack:
      self.init(
        "not-read-back", .input,
        Sentence(
          "what was just written could not be read back, so the old stays as it was; look at the disk, then try again",
          "刚写下的读不回来，所以还留着原来的；请看看磁盘，再试一次"))
    case .uncertain:
      self.init(
        "uncertain", .input,
        Sentence(
          "the last step failed: it is kept now, but a power cut could still undo it. Look again before you go on",
          "最后一步出了错：现在记下了，可要是断电还可能丢。接着写之前请再看一眼"))
    case .fault:
      self = .fault
    }
  }
}
