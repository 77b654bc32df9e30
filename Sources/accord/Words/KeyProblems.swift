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
          "\(what.chinese)有\(count)个字符，最多\(most)个"))
    }
  }
}
