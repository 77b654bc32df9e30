import Agreements
import Files
import Storage
import SystemPackage

// Every refusal as one sentence with the next step.

extension Problem {
  init(_ refusal: Refusal, in context: Context) {
    let other = context.other.map(\.name.text.visible) ?? Sentence("your partner", "另一位").text
    let reference = context.reference.map { " " + $0 } ?? ""
    func day(_ instant: Instant) -> Sentence {
      guard let day = context.day(instant), let today = context.today else {
        return Sentence(instant.rfc3339, instant.rfc3339)
      }
      return day.named(today: today)
    }
    let (code, sentence): (String, Sentence) =
      switch refusal {
      case .notInForce where context.reference == nil:
        (
          "not-in-force",
          Sentence(
            "nothing is agreed at the moment. All there was: accord list --all",
            "现在没有说好的约定。全部都在：accord list --all")
        )
      case .notClosed where context.reference == nil:
        (
          "not-closed",
          Sentence(
            "nothing has ended or was put away that could be agreed again",
            "没有不再约定或收起来的，可以再约一次")
        )
      case .ownProposal:
        (
          "own-proposal",
          Sentence(
            "this is your own suggestion; \(other) answers it. To take it back: accord withdraw",
            "这条是你提的，要\(other)来回答。想收回：accord withdraw")
        )
      case .othersProposal:
        (
          "others-proposal",
          Sentence(
            "\(other) suggested this one; to say not this time: accord decline\(reference)",
            "这条是\(other)提的。想说这次不了：accord decline\(reference)")
        )
      case .nothingToTakeBack:
        (
          "nothing-to-take-back",
          Sentence(
            "nothing of yours is waiting for an answer; nothing to take back",
            "现在没有你提的、还等着回答的，没什么要收回的")
        )
      case .nothingToAnswer:
        (
          "nothing-to-answer",
          Sentence(
            "nothing is waiting for your answer. All of it: accord list --all",
            "现在没有等你回答的。全部都在：accord list --all")
        )
      case .alreadyEnded:
        (
          "already-ended",
          Sentence(
            "this one is no longer agreed. To suggest it again: accord renew\(reference)",
            "这条已经不再约定。想再提：accord renew\(reference)")
        )
      case .alreadyAgreed:
        (
          "already-agreed",
          Sentence(
            "you both said yes to this. To let it go: accord end\(reference); to change it: accord amend\(reference)",
            "这条已经说好了。不再约定：accord end\(reference)；想改：accord amend\(reference)")
        )
      case .alreadyRefused:
        (
          "already-declined",
          Sentence(
            "you said not this time to this text. To bring it back yourself: accord renew\(reference)",
            "这个说法你说过这次不了。想自己再提：accord renew\(reference)")
        )
      case .takenBack:
        (
          "taken-back",
          Sentence(
            "\(other) has taken this back. To suggest it yourself: accord renew\(reference)",
            "\(other)已经收回了这条。想自己提：accord renew\(reference)")
        )
      case .answeredTooLate:
        (
          "put-away",
          Sentence(
            "this one waited two weeks and was put away. To bring it back: accord renew\(reference)",
            "这条等了两周，已经收起来了。想再提：accord renew\(reference)")
        )
      case .textChanged:
        (
          "text-changed",
          Sentence(
            "the text has changed meanwhile. Nothing was answered; look first: accord show\(reference)",
            "这条刚改过，还没有替你回答。先看看：accord show\(reference)")
        )
      case .resting(let until):
        (
          "resting",
          Sentence(
            "\(other) said not this time; let it rest until \(day(until).english). \(other) may bring it back",
            "\(other)说了“这次不了”，先放到\(day(until).chinese)。\(other)想提，随时可以提")
        )
      case .notInForce:
        (
          "not-in-force",
          Sentence(
            "this one is not agreed at the moment. How it stands: accord show\(reference)",
            "这条现在没有说好。看看经过：accord show\(reference)")
        )
      case .notClosed:
        (
          "not-closed",
          Sentence(
            "this one is still open or agreed; nothing needs to be taken up again: accord show\(reference)",
            "这条还在，不用再约一次：accord show\(reference)")
        )
      case .unchanged:
        (
          "unchanged",
          Sentence(
            "the new text is the old one; nothing was suggested",
            "和原来一样，就没有再提")
        )
      case .alreadyReviewed:
        (
          "already-reviewed",
          Sentence(
            "you have answered this one already; \(other)'s answer is still to come",
            "这条你已经回答过了，还差\(other)的")
        )
      case .endFirst:
        (
          "end-first",
          Sentence(
            "this is agreed; it can be erased once it has ended: accord end\(reference)",
            "这条还在约定里，不再约定以后才能抹去：accord end\(reference)")
        )
      case .nothingToForget:
        (
          "nothing-to-forget",
          Sentence(
            "none of its words are yours; \(other) can erase them: accord forget\(reference)",
            "这里没有你写的话，\(other)可以抹去：accord forget\(reference)")
        )
      case .erased:
        (
          "erased",
          Sentence(
            "its words were erased, so nobody can say yes to them any more",
            "这条的文字已经抹去了，没法再点头")
        )
      case .writtenByNewer:
        (
          "written-by-newer",
          Sentence(
            "a newer Accord wrote to this one; update first. Nothing was changed",
            "这条有新版 Accord 写的内容，请先更新。什么都没有改动")
        )
      }
    self.init(code, .refused, sentence)
  }

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
    case .tooLarge:
      self.init(
        "too-large", .data,
        Sentence(
          "all of it together is too long; shorten one of the texts. Nothing was changed",
          "加起来太长了，请缩短其中一段。什么都没有改动"))
    }
  }
}
