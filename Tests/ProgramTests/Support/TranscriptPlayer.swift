import Foundation

/// Plays transcripts against the program and tells where it now says something else.
///
/// With ACCORD_RECORD=1 it writes down what was shown instead, and still fails: what was recorded
/// has to be read by somebody before it is believed.
struct TranscriptPlayer: Sendable {
  /// The program as each command line finds it: under its own name, first in PATH.
  let program: Program
  var recording = ProcessInfo.processInfo.environment["ACCORD_RECORD"] == "1"
  var size = PseudoTerminal.Size.usual

  init(_ program: Program) {
    self.program = program
  }

  /// Plays one file of the transcripts' folder.
  func complaint(about name: String) async throws -> String? {
    try await complaint(aboutFile: "\(Transcript.folder)/\(name).txt")
  }

  /// Plays a file.
  ///
  /// - Returns: what is wrong with it, or nil where every byte is as it stands there.
  func complaint(aboutFile file: String) async throws -> String? {
    let url = URL(fileURLWithPath: file)
    let expected = try Transcript(Array(try Data(contentsOf: url)))
    let seen = try await seen(expected)
    if recording {
      try Data(seen.text).write(to: url)
      return """
        \(url.lastPathComponent) was recorded anew; read what changed, then run without \
        ACCORD_RECORD
        \(LineDiff(from: expected.text, to: seen.text))
        """
    }
    guard seen.text != expected.text else { return nil }
    return """
      \(url.lastPathComponent) is no longer what the program shows \
      (- the file, + the program; ACCORD_RECORD=1 records)
      \(LineDiff(from: expected.text, to: seen.text))
      """
  }

  /// Types a transcript's commands and answers, and returns what was shown.
  private func seen(_ expected: Transcript) async throws -> Transcript {
    var shell = Program("/bin/sh", in: program.sandbox)
    shell.environment = program.environment
    shell.timeLimit = program.timeLimit
    shell.environment["PATH"] =
      try program.folderInPath() + ":" + (program.environment["PATH"] ?? "")

    // Others look into the usual folder for what is left there, at the same time.
    shell.environment["TMPDIR"] = program.sandbox.folder

    var seen = expected
    for (index, step) in expected.steps.enumerated() {
      let unseen = UnseenAnswers()
      let typist =
        recording
        ? Transcript.typist(recordingOver: step.shown, unseen: unseen)
        : Transcript.typist(expecting: step.shown, unseen: unseen)
      do {
        let outcome = try await shell.runOnTerminal(
          ["-c", step.command], typist: typist, size: size)
        seen.steps[index].shown = Self.masked(unseen.shown(with: outcome.outputBytes))
      } catch ProgramFailure.tookTooLong(_, let limit, let outcome) {
        // What came before it is worth reading; what would come after it is not.
        let note = "\n(killed after \(limit))\n"
        seen.steps[index].shown = outcome.outputBytes + Array(note.utf8)
        for later in (index + 1)..<seen.steps.endIndex { seen.steps[later].shown = [] }
        break
      }
    }
    return seen
  }

  /// Ids at the end of a line, and in a command to type, differ with each couple: three dots stand
  /// for them.
  private static func masked(_ shown: [UInt8]) -> [UInt8] {
    let text = String(decoding: shown, as: UTF8.self)
    let ids = #/(?m)(^|  |accord need [a-z]+ |--for-need )[0-9a-hjkmnp-tv-z]{3,5}(?=$|\.|。)/#
    return Array(text.replacing(ids) { "\($0.output.1)···" }.utf8)
  }
}
