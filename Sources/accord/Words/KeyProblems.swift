import Agreements
import Sealing

// What is wrong with a key file, or with a text, as one sentence with the next step.

extension Problem {
  init(_ error: KeyFileError) {
    switch error {
    case .missing:
      self.init(
        "no-key", .noPermission,
        Sentence(
          "the key file of this partner is not here; it is part of every backup: accord restore DIR",
          "这位的钥匙文件不在这里；备份里有：accord restore 备份文件夹"))
    case .exposed(.openToOthers):
      self.init(
        "exposed-key", .noPermission,
        Sentence(
          "others on this computer can read a key file; close it first: chmod 600 on the .key files",
          "这台电脑上别的账户能读到钥匙文件；请先收紧：对 .key 文件执行 chmod 600"))
    case .exposed(.ownedByAnother):
      self.init(
        "exposed-key", .noPermission,
        Sentence(
          "a key file belongs to another account of this computer; nothing was changed",
          "钥匙文件属于这台电脑的另一个账户，什么都没有改动"))
    case .exposed(.notAFile):
      self.init(
        "exposed-key", .noPermission,
        Sentence(
          "a key file is no plain file; nothing was changed",
          "钥匙文件不是普通文件，什么都没有改动"))
    case .damaged, .otherDevice:
      self.init(
        "damaged-key", .noPermission,
        Sentence(
          "a key file is damaged; it is part of every backup: accord restore DIR",
          "钥匙文件有损坏；备份里有：accord restore 备份文件夹"))
    case .locked:
      self.init(
        "locked", .noPermission,
        Sentence(
          "a password is set here; give it at a terminal or with --passphrase-file",
          "这里设了密码；请在终端里输入，或者用 --passphrase-file 从文件里读"))
    case .wrongPassphrase:
      self.init(
        "passphrase", .noPermission,
        Sentence("that is not the password; nothing was changed", "密码不对，什么都没改"))
    case .tooMuchWork:
      self.init(
        "damaged-key", .noPermission,
        Sentence(
          "a key file asks for more work than any password needs, so it was not opened; it is part of every backup: accord restore DIR",
          "钥匙文件要求的计算量大得不正常，没有打开；备份里有：accord restore 备份文件夹"))
    case .outOfMemory:
      self.init(
        "no-memory", .fault,
        Sentence(
          "there is not enough free memory to check a password; nothing was changed",
          "空闲内存不够，没法核对密码，什么都没改"))
    case .replaced:
      self.init(
        "key-replaced", .busy,
        Sentence(
          "the key file was exchanged just now; nothing was changed, try again",
          "钥匙文件刚刚换了一份，什么都没有改动，请再试一次"))
    case .unwritable:
      self.init(
        "key-not-written", .input,
        Sentence(
          "writing the key file failed; it is whole, either as it was or as it should be",
          "写钥匙文件时出错；文件是完整的，不是原来那份，就是新的那份"))
    case .unreadable:
      self.init(
        "no-key", .noPermission,
        Sentence(
          "the key file of this partner cannot be read by this account",
          "这个账户读不了这位的钥匙文件"))
    }
  }

  init(_ problem: WordProblem, of what: Sentence) {
    switch problem {
    case .empty:
      self.init(
        "empty", .usage,
        Sentence("\(what.english) is empty; write at least one word", "“\(what.chinese)”还空着，写几个字吧"))
    case .tooLong(let most, let count):
      self.init(
        "too-long", .usage,
        Sentence(
          "\(what.english) has \(count) characters; at most \(most) fit",
          "“\(what.chinese)”写得太长了：有\(count)个字符，最多\(most)个"))
    }
  }
}
