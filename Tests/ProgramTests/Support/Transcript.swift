import Fixtures
import Foundation

/// A conversation with the program on a terminal, as a plain text file.
///
/// Each line that begins with `$ ` is a command for the shell; the lines up to the next one are
/// what the terminal then showed, byte for byte, typed answers included. There is nothing else in
/// it but the answers that were not shown, between `⟨` and `⟩`.
struct Transcript: Sendable {
  struct Step: Sendable {
    var command: String
    var shown: [UInt8]
  }

  var steps: [Step] = []

  /// Where the transcripts lie, one file each.
  static let folder = Checkout.root
    .appendingPathComponent("Tests/ProgramTests/Transcripts").path

  /// The names of all transcripts, for `@Test(arguments:)`.
  static let names: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
    .filter { $0.hasSuffix(".txt") }
    .map { String($0.dropLast(4)) }
    .sorted()

  /// What stands in the file where output did not end its last line.
  private static let openLine = Array("(the line was not ended)".utf8)
  private static let newline = UInt8(ascii: "\n")

  init(_ text: [UInt8]) throws(ProgramFailure) {
    guard text.isEmpty || text.last == Self.newline else {
      throw .notATranscript("its last line is not ended")
    }
    let lines = text.split(separator: Self.newline, omittingEmptySubsequences: false).dropLast()
    for line in lines {
      if line.starts(with: "$ ".utf8) {
        steps.append(Step(command: String(decoding: line.dropFirst(2), as: UTF8.self), shown: []))
      } else if steps.isEmpty {
        throw .notATranscript("it does not begin with a command")
      } else {
        steps[steps.count - 1].shown += line + [Self.newline]
      }
    }
  }

  /// The file's text.
  var text: [UInt8] {
    steps.flatMap { step -> [UInt8] in
      let ended = step.shown.isEmpty || step.shown.last == Self.newline
      return Array("$ \(step.command)\n".utf8) + step.shown
        + (ended ? [] : Self.openLine + [Self.newline])
    }
  }

  /// The answers that stand in the transcript: at a question, the rest of its line is typed.
  ///
  /// Where the program shows something else, it gets the end of input at its next question.
  static func typist(expecting expected: [UInt8], unseen: UnseenAnswers) -> Typist {
    { shown in
      guard Typing.waits(shown) else { return nil }
      let shownHere = unseen.shown(with: shown)
      guard expected.starts(with: shownHere) else { return Typing.endOfInput }
      let rest = expected.dropFirst(shownHere.count).prefix { $0 != newline }
      return unseen.typed(Array(rest), after: shown) + [newline]
    }
  }

  /// The answers of an older version of the transcript, for a program whose words have changed.
  static func typist(recordingOver older: [UInt8], unseen: UnseenAnswers) -> Typist {
    let answers = OlderAnswers(printed: older)
    return { shown in
      guard Typing.waits(shown) else { return nil }
      let question = Array(shown.split(separator: newline).last ?? [])
      return answers.next(to: question).map { unseen.typed($0, after: shown) + [newline] }
        ?? Typing.endOfInput
    }
  }
}
