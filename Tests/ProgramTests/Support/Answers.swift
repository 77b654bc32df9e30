import Synchronization

/// Answers that are given once each, in order.
final class Answers: Sendable {
  private let left: Mutex<ArraySlice<String>>

  init(_ answers: [String]) {
    left = Mutex(answers[...])
  }

  func next() -> String? {
    left.withLock { $0.popFirst() }
  }
}

/// The answers in an older version of a transcript, found again though the questions may differ.
final class OlderAnswers: Sendable {
  private let lines: Mutex<ArraySlice<[UInt8]>>

  init(printed: [UInt8]) {
    lines = Mutex(printed.split(separator: UInt8(ascii: "\n")).map(Array.init)[...])
  }

  /// The answer to a question: the rest of the next line that begins with it; failing that, the one
  /// word, or the nothing, after the colon of the next line that ends so.
  func next(to question: [UInt8]) -> [UInt8]? {
    lines.withLock { lines in
      if let same = lines.firstIndex(where: { $0.starts(with: question) }) {
        defer { lines = lines[(same + 1)...] }
        return Array(lines[same].dropFirst(question.count))
      }
      for (index, line) in zip(lines.indices, lines) {
        guard let word = UnseenAnswers.marked(at: line) ?? Self.wordAfterColon(line) else {
          continue
        }
        lines = lines[(index + 1)...]
        return word
      }
      return nil
    }
  }

  private static func wordAfterColon(_ line: [UInt8]) -> [UInt8]? {
    let space = UInt8(ascii: " ")
    let start = line.lastIndex(of: space).map { $0 + 1 } ?? 0
    if start > 1, line[start - 2] == UInt8(ascii: ":") { return Array(line[start...]) }
    let colon = Array("：".utf8)
    guard
      let at = line[start...].indices.last(where: { line[$0...].starts(with: colon) })
    else { return nil }
    return Array(line[(at + colon.count)...])
  }
}
