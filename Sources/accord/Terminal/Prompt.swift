import SystemPackage

/// Asks the person at the terminal.
///
/// Questions go to standard error, so that a result can be piped on while one is answered.
struct Prompt: Sendable {
  struct Streams: Sendable {
    var input: FileDescriptor
    var error: FileDescriptor
    var inputIsTerminal: Bool
    /// Whether Ctrl-C ends the question as `NoInput.interrupted`.
    var heedsInterrupts: Bool

    static func standard(_ terminal: Terminal) -> Streams {
      Streams(
        input: .standardInput, error: .standardError,
        inputIsTerminal: terminal.inputIsTerminal, heedsInterrupts: true)
    }
  }

  /// How often an answer may not be understood.
  private static let attempts = 3

  /// What the terminal driver keeps of one line, without the line feed: N_TTY_BUF_SIZE on Linux,
  /// MAX_CANON on Darwin.
  private static let lineRoom: Int = {
    #if canImport(Darwin)
      1023
    #else
      4095
    #endif
  }()

  let streams: Streams
  let language: Language
  /// Whether a question can be asked at all: at a terminal, and not under `--no-input`.
  let canAsk: Bool

  init(_ streams: Streams, in language: Language, forbidden: Bool = false) {
    self.streams = streams
    self.language = language
    canAsk = streams.inputIsTerminal && !forbidden
  }

  /// Lets one of the choices be named; `onEnter` is what an empty line means.
  ///
  /// `flag` is what says the same without a question. The question is printed as it is: in the row
  /// of its answers, above a list of them.
  func menu<Value>(
    _ menu: Menu<Value>, question: Sentence? = nil, onEnter: Value? = nil, flag: String
  ) throws(NoInput) -> Value {
    let text = question?.text(in: language) ?? ""
    let (heading, row): (String, String) =
      switch menu.layout {
      case .list where !text.isEmpty: (text + "\n", "")
      case .row where !text.isEmpty: ("", text + (text.last?.endsWide == true ? "" : "  "))
      default: ("", "")
      }
    return try answer(to: heading, row + menu.text(in: language), flag: flag) { line in
      line.isEmpty ? onEnter : menu.value(for: line)
    }
  }

  /// Asks for a line of text, and gives it without white space at its ends.
  ///
  /// An empty line is the default, or an empty text where there is none.
  func ask(
    _ question: Sentence, default preset: String? = nil, flag: String
  ) throws(NoInput) -> String {
    let offer = preset.map { " [\($0.visible.isolated)]" } ?? ""
    let text = question.text(in: language)
    // A question mark is colon enough.
    let end =
      switch text.last {
      case "?" where offer.isEmpty: " "
      case "？" where offer.isEmpty: ""
      default: language.colon
      }
    return try answer(to: "", text + offer + end, flag: flag) { line in
      line.isEmpty ? preset ?? "" : line
    }
  }

  /// Shows the heading once and the question until `understand` makes something of the answer.
  private func answer<Value>(
    to heading: String, _ question: String, flag: String, understand: (String) -> Value?
  ) throws(NoInput) -> Value {
    guard canAsk else { throw .notATerminal(flag: flag) }
    _ = show(heading)
    for attempt in 1...Prompt.attempts {
      let complaint: Sentence
      do throws(NoInput) {
        if let value = understand(try readLine(after: question).trimmed) { return value }
        complaint = Self.noneOfThem
      } catch .unreadable(let error) where [.notUTF8, .lineIsFull].contains(error) {
        complaint = error.sentence
      } catch {
        // What is printed next begins on a line of its own.
        _ = show("\n")
        throw error
      }
      if attempt < Prompt.attempts { _ = show(complaint.text(in: language) + "\n") }
    }
    throw .notUnderstood
  }

  static let noneOfThem = Sentence(
    "that is none of them; type a number or a word of the above", "没看懂，请输入上面的数字或文字")

  private func readLine(after question: String) throws(NoInput) -> String {
    guard streams.heedsInterrupts else { return try readLine(after: question, until: nil) }
    return try Interruption.watched { interruption throws(NoInput) in
      try readLine(after: question, until: interruption)
    }
  }

  private func readLine(
    after question: String, until interruption: FileDescriptor?
  ) throws(NoInput) -> String {
    guard show(question) else { throw .endOfInput }
    let line: String?
    do {
      line = try TextInput(from: streams.input, interruption: interruption)
        .line(room: streams.inputIsTerminal ? Self.lineRoom : nil)
    } catch {
      throw NoInput(error)
    }
    guard let line else { throw .endOfInput }
    return line
  }

  /// Whether it could be shown: where nobody can see a question, nobody is asked.
  func show(_ text: String) -> Bool {
    var output = Output(to: streams.error)
    output.write(text)
    do throws(OutputError) {
      try output.flush()
      return true
    } catch {
      return false
    }
  }
}

/// Why there is no answer.
enum NoInput: Error, Hashable {
  /// Nobody is there to be asked, or asking is forbidden; the flag says it without a question.
  case notATerminal(flag: String)
  /// Ctrl-D.
  case endOfInput
  /// Too many answers in a row that could not be taken.
  case notUnderstood
  case interrupted
  case unreadable(TextInputError)

  init(_ error: TextInputError) {
    self = error == .interrupted ? .interrupted : .unreadable(error)
  }

  /// Whether somebody would go no further.
  var isStop: Bool { [.endOfInput, .notUnderstood, .interrupted].contains(self) }

  var exitStatus: Int32 {
    switch self {
    case .notATerminal, .endOfInput, .notUnderstood: 64
    case .interrupted: 130
    case .unreadable(let error): error.exitStatus
    }
  }

  var sentence: Sentence {
    switch self {
    case .notATerminal(let flag):
      Sentence("nobody can be asked here; say it with \(flag)", "这里没法提问，请用 \(flag) 说明")
    case .endOfInput:
      Sentence(
        "no answer came, so nothing was changed; run it again when you like",
        "没有收到能用的回答，所以什么都没改；想好了再来一次")
    case .notUnderstood:
      Sentence(
        "none of that could be taken, so nothing was changed; run it again when you like",
        "这几次都没法用，所以什么都没改；想好了再来一次")
    case .interrupted: TextInputError.interrupted.sentence
    case .unreadable(let error): error.sentence
    }
  }
}

extension Character {
  /// Full-width punctuation brings its own space.
  fileprivate var endsWide: Bool { "：？。！，、”』」）…".contains(self) }
}
