import Agreements
import Files
import Journal
import Sealing
import Storage
import SystemPackage
import Vault

/// What went wrong, in one sentence that says what to do next.
struct Problem: Error, Hashable {
  /// A stable English word for scripts.
  let code: String
  let exit: Exit
  let sentence: Sentence
  /// A second line where one sentence cannot say it all: candidates, a command.
  var hint: Sentence?

  init(_ code: String, _ exit: Exit, _ sentence: Sentence, hint: Sentence? = nil) {
    self.code = code
    self.exit = exit
    self.sentence = sentence
    self.hint = hint
  }
}

/// The exit statuses, as sysexits.h names them; 1 is a rule of Accord, and nothing else.
enum Exit: Int32, Sendable {
  case done = 0
  case refused = 1
  case usage = 64
  case data = 65
  case noStore = 66
  /// Something of this computer that was asked for is not there.
  case unavailable = 69
  case fault = 70
  case input = 74
  case busy = 75
  case noPermission = 77
  case interrupted = 130
}

extension Problem {
  /// Whatever was thrown below, as people are told.
  init(_ error: any Error, in context: Context) {
    switch error {
    case let problem as Problem: self = problem
    case let refusal as Refusal: self = Problem(refusal, in: context)
    case let error as StoreError: self = Problem(error)
    case let fault as FileFault: self = Problem(fault)
    case let error as KeyFileError: self = Problem(error)
    case FolderLock.Refusal.timedOut: self = Problem(StoreError.busy)
    case FolderLock.Refusal.failed(let error): self = Problem(error, in: context)
    case let error as VaultError: self = Problem(error)
    case let error as ReminderError: self = Problem(error)
    case let error as WordProblem: self = Problem(error, of: Sentence("the text", "这段文字"))
    case let error as Mistyped: self = Problem(error)
    case let error as FileError:
      self = Problem(
        "input-output", .input,
        Sentence(
          "a file could not be read or written (error \(error.errno.rawValue)); nothing was changed",
          "有文件读写不了（错误 \(error.errno.rawValue)），什么都没有改动"))
    case let error as NoInput: self = Problem(error, error.sentence)
    case let error as EditorError:
      self = Problem(
        "editor", Exit(rawValue: error.exitStatus) ?? .input, error.sentence,
        hint: error.keptAt == nil ? nil : LeftDraft.sealedNext)
    case let error as ClipboardError:
      self = Problem("no-clipboard", .unavailable, error.sentence)
    case let error as TextInputError:
      self = Problem("input", Exit(rawValue: error.exitStatus) ?? .data, error.sentence)
    default:
      self = .fault
    }
  }

  /// - Parameter sentence: what is told of it; the code and the exit status are the same.
  init(_ stop: NoInput, _ sentence: Sentence) {
    self.init("no-answer", Exit(rawValue: stop.exitStatus) ?? .usage, sentence)
  }

  static var fault: Problem {
    Problem(
      "fault", .fault,
      Sentence(
        "Accord itself made a mistake here; nothing was changed. Please report it, with the command",
        "这是 Accord 自己的错，什么都没改。请把命令一起报告给我们"))
  }

  var json: JSON {
    .object([
      "code": .string(code),
      "hint": .some(hint.map { .string($0.text) } ?? .null),
      "message": .string(sentence.text),
    ])
  }

  /// What a sentence about a refusal can name.
  struct Context {
    var actor: Partner?
    var other: Partner?
    var reference: String?
    var today: Day?
    var day: (Instant) -> Day?
    var time: ((Instant) -> Sentence)?

    static var none: Context { Context(day: { _ in nil }) }
  }
}
