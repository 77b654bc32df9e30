import Agreements
import ArgumentParser
import Journal
import Storage
import SystemPackage

/// One verb: its flags, and what it does.
protocol Command: ParsableCommand {
  var shared: SharedOptions { get }
  /// Whether nobody reads what is said beside the result, since nobody typed the command.
  var runsByItself: Bool { get }

  func perform(in session: Session) throws -> Report
}

/// What a command has to say: the same for people and for scripts.
struct Report {
  /// Lines on standard output.
  var lines: [String] = []
  /// What is printed in their place, byte for byte: a format with line ends of its own.
  var text: String?
  /// What is said beside the result, after it and on standard error; never with `--json`.
  var remarks: [Sentence] = []
  /// The members of the JSON document, besides `schema`.
  var json: [(String, JSON)] = []
  var exit = Exit.done

  static func says(_ sentences: Sentence..., json: (String, JSON)...) -> Report {
    Report(lines: sentences.map(\.text), json: json)
  }
}

/// A command that needs no store, no clock and no home: it works whatever is wrong with those.
protocol PlainCommand: ParsableCommand {
  var shared: SharedOptions { get }

  func report() throws -> Report
}

/// A group whose usual verb may be followed by a word, where none is named: `pause 30m`.
protocol GroupWithWord: ParsableCommand {
  /// Whether it is such a word, and no verb.
  static func isWord(_ word: String) -> Bool
}

extension PlainCommand {
  func run() throws {
    try Report.send(try report(), asJSON: shared.json)
  }
}

extension Command {
  var runsByItself: Bool { false }

  func run() throws {
    let session = try Session(shared)
    let isAnyLeft = session.sealLeftDrafts()
    let report = try performed(in: session)
    try Report.send(report, asJSON: shared.json)
    for remark in report.remarks { session.remark(remark) }
    if !session.deeds.namesWhatIsNotAsSigned {
      for summary in session.deeds.store?.notAsSigned ?? [] {
        session.remark(Listing.notAsSigned(summary))
      }
    }
    if isAnyLeft, !runsByItself { session.tellOfLeftDrafts() }
    if report.exit != .done { throw ExitCode(report.exit.rawValue) }
  }

  /// Whoever stops, or is stopped, after something was kept is told that it is.
  private func performed(in session: Session) throws -> Report {
    do { return try perform(in: session) } catch  where session.deeds.areAny {
      if let stop = error as? NoInput, stop.isStop {
        throw Problem(
          stop, Sentence("stopped here; what you did before stays", "先到这里；前面做的都算数"))
      }
      session.remark(Sentence("What you did before stays.", "前面做的都算数。"))
      throw error
    }
  }
}

extension Report {
  static let schema = JSON.string("accord/1")

  static func send(_ report: Report, asJSON: Bool) throws {
    var output = Output.standard
    if asJSON {
      output.line(document(report.json))
    } else if let text = report.text {
      output.write(text)
    } else {
      output.lines(report.lines)
    }
    try output.flush()
  }

  static func document(_ members: [(String, JSON)]) -> String {
    let all = members + [("schema", schema)]
    let sorted = all.sorted { $0.0 < $1.0 }.map { JSON.Member(key: $0.0, value: $0.1) }
    return String(decoding: JSON.object(sorted).bytes, as: UTF8.self).visibleInJSON
  }
}

extension CommandConfiguration {
  /// A command in the words of this run; help begins with examples.
  static func said(
    _ name: String, aliases: [String], _ abstract: Sentence, examples: [Sentence] = [],
    notes: Sentence? = nil, shown: Bool = true
  ) -> CommandConfiguration {
    let lines = examples.map { "  " + $0.text } + (notes.map { ["", $0.text] } ?? [])
    return CommandConfiguration(
      commandName: name, abstract: abstract.text, discussion: lines.joined(separator: "\n"),
      shouldDisplay: shown, aliases: aliases)
  }

  /// Verbs under one name; `usual` is the one that is meant where none is named.
  static func group(
    _ name: String, aliases: [String], _ abstract: Sentence, examples: [Sentence],
    notes: Sentence? = nil, _ verbs: [any ParsableCommand.Type], usual: any ParsableCommand.Type
  ) -> CommandConfiguration {
    var configuration = said(name, aliases: aliases, abstract, examples: examples, notes: notes)
    configuration.subcommands = verbs
    configuration.defaultSubcommand = usual
    return configuration
  }
}
