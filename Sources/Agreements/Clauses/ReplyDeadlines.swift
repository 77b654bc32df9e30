/// Texts that set a time for the other's answer (rule S6).
///
/// "Answer within ten minutes" has a form that asks nothing of the other: "I'll answer when I'm
/// free". One's own pace, and when a pause ends, are no deadlines. The lists are our own.
package enum ReplyDeadlines {
  /// Each place that sets one, in order, in Unicode scalars of the text.
  package static func findings(in text: String) -> [Range<Int>] {
    let tokens = TextTokens(text)
    let found = tokens.found(english: english, chinese: chinese)
    let ranges = found.map(\.range).sorted { $0.lowerBound < $1.lowerBound }
    return ranges.reduce(into: []) { merged, range in
      if let last = merged.last, range.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
  }

  private enum Label { case deadline }

  // There is no list of `mutual`: where both must answer in ten minutes, each waits for the other.
  private static let english = PhraseRules<Label>(
    lists: [
      "me": """
      i|i'll|i'm|i'd|i've
      """,
      "you": """
      you|you'll|i want|i need|i expect|i'd like|he|she|we|both of us
      """,
      "object": """
      tell you|with you|before you|so you|for you|to you
      """,
      "shield": """
      answer the door|call it|reply to the invitation
      """,
      "reply": """
      answer+|answered|reply|replies|replied|replying|respond+|response|write+ back|text+ back
      text me back|texts me back|call+ back|call me back|return my call|returns my call
      return my calls|get back to me|gets back to me|pick up|picks up|react+ to
      message me back|write me back
      """,
      "soon": """
      right away|immediately|at once|instantly|straight away|promptly|asap|without delay
      as soon as you see|as soon as you read|as soon as you get|as soon as i write
      as soon as i text|the moment you|the moment i|first ring|second ring|third ring|same day
      tonight|today|before noon|before midnight|before bed|first thing|within seconds|quickly
      no later than|every time within|always and fast
      """,
      "within": """
      within|in|under|in under|in less than|less than|inside|after at most|after
      """,
      "unit": """
      minute+|min|mins|hour+|h|second+|sec|day+|ring+
      """,
      "longer": """
      more than|longer than|over|at most|later than
      """,
      "waiting": """
      waiting|on read|unanswered|without an answer|without a reply|without reply|no reply
      """,
    ],
    patterns: [
      (
        .deadline,
        """
        @{reply}...{within} #{unit}
        @{within} #{unit}...{reply}
        @{reply}...{soon}
        @{soon}..{reply}
        @{longer} #{unit}...{waiting}
        @{waiting}...{longer} #{unit}
        @{longer} #{unit}...{reply}
        @{reply}...by #
        @{reply}...before #
        @{reply}...[until|till] #
        """
      )
    ],
    excuses: """
      [don't have to|do not have to|doesn't have to|no need to|needn't|don't need to|\
      no rush to|nobody has to|you can|you may|feel free to|take your time|not an answer]...
      {reply}..[when you have time|when you can|when you're free|whenever|when you like]...
      """)

  private static let chinese = PhraseRules<Label>(
    lists: [
      "me": """
      我
      """,
      "you": """
      你|她|他|我要你|我希望你|我们|都
      """,
      "object": """
      我的|给我|回我|跟我|找我|让我|对我|我发消息|我发信息|我发微信|我打电话|我找你|我问你
      我电话|我消息|别让我|我叫你
      """,
      "shield": """
      回家|回来|回去|回头|回到|回看|回老家|来回|回忆|接孩子|接着|直接|接下来|接你|接送|接受
      回房|回应自己|回娘家|答应|回礼|接机|接站
      """,
      "reply": """
      回|回复|回我|回信|回电|回话|回拨|答复|回答|接|接听|回音|回应|答案|答|搭理我|理我
      """,
      "soon": """
      马上|立刻|立即|第一时间|及时|当天|今天之内|今天|今晚|尽快|赶快|赶紧|三声|一秒|响一声
      必须秒
      """,
      "unit": """
      分钟|分|小时|个小时|个钟头|钟头|秒|秒钟|刻钟|天|钟
      """,
      "within": """
      内|之内|以内|里
      """,
    ],
    patterns: [
      (
        .deadline,
        """
        @[秒回|随到随回|收到就回|看到就回|看见就回|收到要回]
        @#{unit}{within}...{reply}
        @#{unit}{within}?..[必须|要|得]..{reply}
        @{soon}..{reply}
        @[超过|多过]#{unit}..{reply}
        @[不回|没回|不接|不理]...[超过|多过]#{unit}
        @#点[前|之前|以前]..{reply}
        @{reply}...#{unit}{within}
        @三声{within}..接
        """
      )
    ],
    excuses: """
      [不用|不必|不需要|用不着|没必要|不着急|不急着|有空|慢慢|谁都不用]...
      {reply}..[来得及|也行|也可以|没关系|不迟]
      """)
}
