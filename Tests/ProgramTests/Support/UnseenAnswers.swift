import Synchronization

/// The answers of one command that a terminal did not show: passwords.
///
/// A transcript holds them between `⟨` and `⟩`, where they were typed.
final class UnseenAnswers: Sendable {
  private static let marks = (open: Array("⟨".utf8), close: Array("⟩".utf8))

  /// Where in what was shown each was typed, in order.
  private let typed = Mutex<[(offset: Int, text: [UInt8])]>([])

  /// What a person types where the transcript has this answer, after all that was shown by then.
  func typed(_ answer: [UInt8], after shown: [UInt8]) -> [UInt8] {
    guard let marked = Self.marked(at: answer), marked.count == answer.count else { return answer }
    let text = Array(
      marked.dropFirst(Self.marks.open.count).dropLast(Self.marks.close.count))
    typed.withLock { $0.append((shown.count, text)) }
    return text
  }

  /// What was shown, as the transcript has it.
  func shown(with shown: [UInt8]) -> [UInt8] {
    typed.withLock { typed in
      var result: [UInt8] = []
      var copied = 0
      for (offset, text) in typed where offset <= shown.count {
        result += shown[copied..<offset] + Self.marks.open + text + Self.marks.close
        copied = offset
      }
      return result + shown[copied...]
    }
  }

  /// The answer at the end of a line, its marks included; nil where there is none.
  static func marked(at line: [UInt8]) -> [UInt8]? {
    guard line.suffix(marks.close.count).elementsEqual(marks.close),
      let start = line.indices.last(where: { line[$0...].starts(with: marks.open) })
    else { return nil }
    return Array(line[start...])
  }
}
