import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Prompt {
  /// Runs what asks for a password and works on it.
  ///
  /// From the first hidden question to the end of `body`, however that comes, the terminal shows
  /// nothing of what is typed. What was typed ahead of a question, and what is typed after the last
  /// answer, is thrown away: it might be part of an answer, and would be seen.
  func unseen<Value, Failure: Error>(
    _ body: (HiddenQuestions) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let questions = HiddenQuestions(of: self)
    defer { questions.end() }
    return try body(questions)
  }
}

/// Questions whose answers are not shown while they are typed.
final class HiddenQuestions {
  private let prompt: Prompt
  /// Nil until the first question.
  private var echo: Echo?

  fileprivate init(of prompt: Prompt) {
    self.prompt = prompt
  }

  fileprivate func end() { echo?.restore() }

  /// Asks for a line, and gives it exactly as it was typed.
  func ask(_ question: Sentence, flag: String) throws(NoInput) -> String {
    guard prompt.canAsk else { throw .notATerminal(flag: flag) }
    let text = question.text(in: prompt.language) + prompt.language.colon
    while true {
      try silence()
      switch try answer(to: text) {
      case .line(let text): return text
      case .signal(SIGINT): throw .interrupted
      // Now it does what it usually does; whoever comes back from Ctrl-Z is asked again.
      case .signal(let number): raise(number)
      }
    }
  }

  private enum Answer {
    case line(String)
    case signal(Int32)
  }

  private func silence() throws(NoInput) {
    let streams = prompt.streams
    if echo == nil {
      echo = try Echo(of: streams.input, heedsSignals: streams.heedsInterrupts)
    }
    try echo?.silence()
  }

  private func answer(to question: String) throws(NoInput) -> Answer {
    guard prompt.streams.heedsInterrupts else { return try answer(to: question, until: nil) }
    return try Interruption.watched(for: Echo.signals) { interruption throws(NoInput) in
      try answer(to: question, until: interruption)
    }
  }

  private func answer(
    to question: String, until interruption: FileDescriptor?
  ) throws(NoInput) -> Answer {
    // The line end that is typed is not shown either.
    defer { _ = prompt.show("\n") }
    guard prompt.show(question) else { throw .endOfInput }
    let line: String?
    do {
      line = try TextInput(from: prompt.streams.input, interruption: interruption).line()
    } catch {
      guard error == .interrupted else { throw .unreadable(error) }
      line = nil
    }
    if let number = interruption.flatMap(Interruption.arrived) { return .signal(number) }
    guard let line else { throw .endOfInput }
    return .line(line)
  }
}
