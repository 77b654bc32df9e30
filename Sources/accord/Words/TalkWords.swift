import Agreements

// What is asked and read out at a talk. The words are ours.

extension Talk.Part {
  /// The heading above what both wrote.
  var named: Sentence {
    switch self {
    case .thanks: Sentence("thank you", "想谢的")
    case .secondThanks: Sentence("thank you, second", "想谢的，第二件")
    case .thirdThanks: Sentence("thank you, third", "想谢的，第三件")
    case .issue: Sentence("on my heart", "心里的一件事")
    case .request: Sentence("a request", "一个请求")
    case .felt: Sentence("what I felt", "我当时的感受")
    case .saw: Sentence("what I saw and heard", "我看到、听到的")
    case .touched: Sentence("what it touched in me", "戳到了我心里的什么")
    case .part: Sentence("my part in it", "这事里，我自己的那部分")
    case .next: Sentence("next time, one thing from me", "下次，我想做的一件事")
    }
  }

  func question(to other: String) -> Sentence {
    switch self {
    case .thanks: Sentence("Something to thank \(other) for", "想谢谢\(other)的一件事")
    case .secondThanks: Sentence("A second thing to thank \(other) for", "想谢谢\(other)的第二件事")
    case .thirdThanks: Sentence("And a third", "第三件")
    case .issue: Sentence("One thing on your heart; one is enough", "心里的一件事，一件就够")
    case .request: Sentence("One request, which may be declined", "一个请求，\(other)可以说不")
    case .felt: Sentence("What did you feel", "你当时的感受")
    case .saw: Sentence("What did you see and hear, from where you stood", "从你这边，看到、听到了什么")
    case .touched: Sentence("What did it touch in you", "戳到了你心里的什么")
    case .part: Sentence("Your own part in it", "这事里，你自己的那部分")
    case .next: Sentence("Next time, one thing from you", "下次，你想做的一件事")
    }
  }
}
