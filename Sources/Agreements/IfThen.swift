/// Whether a promise names a visible cue: a moment both would notice.
///
/// "When X happens, I do Y" is what makes an intention keepable (Gollwitzer & Sheeran 2006: 94
/// studies of goals in general, d = 0.65; not shown for couples). The lists are ours.
package enum IfThen {
  /// Words that name no moment when they are all there is.
  private static let vague: Set<String> = [
    "always", "sometimes", "often", "more often", "usually", "whenever", "whenever possible",
    "anytime", "any time", "every time", "when possible", "if possible", "in general",
    "generally", "from now on", "in the future", "someday", "soon", "later",
    "总是", "有时", "有时候", "经常", "常常", "平时", "平常", "以后", "今后", "将来", "随时", "尽量",
    "有空", "有空的时候", "有机会", "需要的时候", "必要时", "多", "每次", "任何时候", "一直",
  ]

  /// False where a cue is only a vague word such as "sometimes" or "平时".
  package static func namesMoment(_ cue: Note) -> Bool {
    let plain = cue.text.lowercased().split { $0.isWhitespace || $0.isPunctuation }
      .joined(separator: " ")
    return !vague.contains(plain)
  }
}
