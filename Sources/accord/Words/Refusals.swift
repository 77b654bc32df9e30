import Agreements

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
    func time(_ instant: Instant) -> Sentence {
      context.time?(instant) ?? Sentence(own: instant.rfc3339)
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
      case .notShared:
        (
          "not-shown",
          Sentence(
            "this need is not shown at the moment. What is: accord need list",
            "这个需要现在没有给人看。看看有哪些：accord need list")
        )
      case .ownNeed:
        (
          "own-need",
          Sentence(
            "this need is your own; the thank-you is \(other)'s to say",
            "这是你自己的需要，“听到了”要由\(other)来说")
        )
      case .othersNeed:
        (
          "others-need",
          Sentence(
            "this is what \(other) needs; only \(other) stops showing it",
            "这是\(other)的需要，还给不给你看，由\(other)决定")
        )
      case .tooManyNeeds:
        (
          "too-many-needs",
          Sentence(
            "one agreement serves at most \(Wording.mostNeeds) needs; nothing was suggested",
            "一条约定最多带上\(Wording.mostNeeds)个需要，还没有提")
        )
      case .ownBoundary:
        (
          "own-boundary",
          Sentence(
            "nobody is asked for a boundary of one's own. To change it: accord amend\(reference); to let it go: accord end\(reference)",
            "自己的边界不用谁点头。想改：accord amend\(reference)；想放下：accord end\(reference)")
        )
      case .othersBoundary:
        (
          "others-boundary",
          Sentence(
            "this is \(other)'s own boundary; only \(other) changes it or lets it go",
            "这是\(other)自己的边界，要改、要放下，都由\(other)决定")
        )
      case .pausing(let until):
        (
          "paused",
          Sentence(
            "you are pausing; this waits until \(time(until).english), or until one of you is back. Ending always works",
            "现在先停一停，这件事等到\(time(until).chinese)，或者等有人缓过来再说。不再约定随时可以")
        )
      case .apart(let until):
        (
          "apart",
          Sentence(
            "one of you is not back yet; this waits until \(time(until).english), or until you both are",
            "还有人没缓过来。等到\(time(until).chinese)，或者两个人都缓过来了再说")
        )
      case .settling(let until):
        (
          "settling",
          Sentence(
            "after a pause this waits for an hour, until \(time(until).english). Not this time, and ending, always work",
            "停一停之后再缓一小时，这件事等到\(time(until).chinese)。说这次不了、不再约定，随时都可以")
        )
      case .noPause:
        (
          "no-pause",
          Sentence(
            "no pause runs at the moment. To begin one: accord pause",
            "现在没在停。要停：accord pause")
        )
      case .extendedAlready:
        (
          "extended-already",
          Sentence(
            "the return was put off once already; for more time begin a new pause with a later return: accord pause --until TIME",
            "已经往后推过一次了。还想停，就另停一次，说一个更晚的时间：accord pause --until 时间")
        )
      case .longerThanFirst(let minutes):
        (
          "longer-than-first",
          Sentence(
            "no longer than the pause itself, which is \(Sentence(minutes: minutes).english)",
            "最多再缓\(Sentence(minutes: minutes).chinese)，不比原来停的久")
        )
      case .longerThanDay:
        (
          "over-a-day",
          Sentence(
            "at most 24 hours in all; longer is no pause any more",
            "加起来最多24小时，再久就成冷战了")
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
}
