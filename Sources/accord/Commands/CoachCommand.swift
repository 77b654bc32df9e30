import Agreements
import ArgumentParser
import Journal
import Vault

struct CoachCommand: PlainCommand {
  static var configuration: CommandConfiguration {
    .said(
      "coach", aliases: ["怎么说", "说法"],
      Sentence("how else it could be said, from your own side", "换到自己这边，可以怎么说"),
      examples: [
        Sentence("accord coach", "accord 怎么说"),
        Sentence("accord coach < note.txt", "accord 怎么说 < 文件.txt"),
        Sentence("accord coach --no-hints --as Mei", "accord 怎么说 --no-hints --as 小美"),
      ],
      notes: Sentence(
        "It looks for words that leave no exception, speak about the other, or leave no choice. Nothing is kept or counted, and what you write is never an argument, which others on this computer can list.",
        "看看有没有说得太满、在说另一个人、没有商量余地的地方。什么都不记，也不计数。\n你的话不写在命令里：别的账户能看到正在运行的命令。"))
  }

  @Flag(
    name: .customLong("no-hints"),
    help: .said("no such hints for you beside other commands", "以后用别的命令时，不再给你这样的提示"))
  var noHints = false
  @Flag(help: .said("hints again", "重新给提示")) var hints = false
  @OptionGroup var shared: SharedOptions

  func report() throws -> Report {
    if hints || noHints { return try remember() }
    let terminal = Terminal.current()
    let text = try read(on: terminal)
    let findings = Coach.everything(in: text)
    let look = Look(text: text, findings: findings, offer: Coach.offer(for: text))
    return Report(
      lines: terminal.outputIsTerminal ? look.lines(on: terminal) : look.fields, json: look.json)
  }

  /// What is to be looked at: never an argument (rule S16).
  private func read(on terminal: Terminal) throws -> String {
    guard terminal.inputIsTerminal else { return try TextInput.standard.all() }
    let prompt = Prompt(
      .standard(terminal), in: .current, forbidden: shared.noInput || shared.json)
    return try prompt.ask(
      Sentence("What would you like to say", "你想说什么"),
      flag: Sentence("standard input", "标准输入").text)
  }

  /// Keeps in the vault of who acts whether they want hints.
  private func remember() throws -> Report {
    if hints, noHints {
      throw Problem(
        "contradiction", .usage,
        Sentence("--hints or --no-hints: one of them", "--hints 和 --no-hints 只能选一个"))
    }
    try Session(shared).privately().change { try $0.showHints(hints) }
    return .says(
      hints
        ? Sentence("You are given hints about wording again.", "好，以后会再给你措辞上的提示。")
        : Sentence(
          "No more hints about wording for you. To have them again: accord coach --hints",
          "好，以后不给你措辞上的提示了。想再要：accord coach --hints"),
      json: ("hints", .bool(hints)))
  }
}

/// A text that was looked at.
private struct Look {
  let text: String
  let findings: [Coach.Finding]
  let offer: String?

  private func words(of finding: Coach.Finding) -> String {
    let scalars = text.unicodeScalars.dropFirst(finding.range.lowerBound)
    return String(String.UnicodeScalarView(scalars.prefix(finding.range.count)))
  }

  func lines(on terminal: Terminal) -> [String] {
    guard let offer else {
      return [
        Sentence(
          "No hint for this one; the lists know no better words.", "这句没有提示，词表里没有更好的说法。"
        ).text
      ]
    }
    return findings.map { finding in
      let words = Sentence.quoting(terminal.shown(words(of: finding)))
      let about = finding.kind.about
      return Sentence("\(words.english)  \(about.english)", "\(words.chinese)\(about.chinese)").text
    } + [Sentence("Perhaps like this:", "也许可以这样说：").text, "  " + terminal.shown(offer)]
  }

  /// A line each: kind, offset, length, words; then `suggestion` and what is offered.
  var fields: [String] {
    findings.map { finding in
      let place = [finding.range.lowerBound, finding.range.count].map(String.init)
      return ([finding.kind.rawValue] + place + [words(of: finding).tabField])
        .joined(separator: "\t")
    } + (offer.map { ["suggestion\t" + $0.tabField] } ?? [])
  }

  var json: [(String, JSON)] {
    let found = findings.map { finding in
      JSON.object([
        "kind": .string(finding.kind.rawValue),
        "length": .integer(Int64(finding.range.count)),
        "offset": .integer(Int64(finding.range.lowerBound)),
        "text": .string(words(of: finding)),
      ])
    }
    return [("findings", .array(found)), ("suggestion", offer.map { .string($0) } ?? .null)]
  }
}

extension Coach.Kind {
  /// What follows the words that were found: about them, never about who wrote them.
  fileprivate var about: Sentence {
    switch self {
    case .absolute: Sentence("leaves no exception", "说得太满了")
    case .accusing: Sentence("speaks about the other", "在说另一个人，可以先说说自己")
    case .controlling: Sentence("leaves little to choose", "听着没有商量的余地")
    }
  }
}
