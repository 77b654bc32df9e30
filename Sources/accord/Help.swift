import ArgumentParser

/// Help in both languages: the library lays it out, the headings are ours.
enum Help {
  /// The help a command line asks for; nil where it asks for none.
  static func asked(for arguments: [String]) throws(Problem) -> String? {
    if arguments.first == Completions.request { return nil }
    if arguments.first == "help" {
      // A value is no verb: `help list --lang zh`.
      var verb = Verb.top
      for word in arguments.dropFirst().prefix(while: { !$0.hasPrefix("-") }) {
        verb = try verb.next(word)
      }
      return text(for: verb)
    }
    let given = arguments.prefix { $0 != "--" }
    if given.contains("--version") { return Accord.version + "\n" }
    guard given.contains("--help") || given.contains("-h") else { return nil }
    return text(for: Verb(leading: arguments) ?? .top)
  }

  static func text(for verb: Verb) -> String {
    let text =
      verb.path.isEmpty
      ? Accord.helpMessage(columns: 80) : Accord.helpMessage(for: verb.command, columns: 80)
    return aligned(translated(shortened(text))) + "\n"
  }

  /// The flags of a command, and whether each takes a value.
  static func flags(of command: any ParsableCommand.Type) -> [String: Bool] {
    var flags: [String: Bool] = [:]
    let text = Accord.helpMessage(for: command, includeHidden: true, columns: 1_000)
    for line in text.split(separator: "\n") where line.hasPrefix("  -") {
      let name = row(of: line).name
      for part in name.split(separator: ", ") {
        guard let flag = part.split(separator: " ").first else { continue }
        flags[String(flag)] = name.contains("<")
      }
    }
    return flags
  }

  /// The usage on one line: the flags are listed below it.
  private static func shortened(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard line.hasPrefix("USAGE: ") else { return String(line) }
      let bare = line.replacing(/\s\[(-[^\]]*|<options>)\]/, with: "")
      return bare == line ? String(line) : bare + " [<options>]"
    }.joined(separator: "\n")
  }

  /// The library's own few words, in the language of this run.
  static func translated(_ text: String) -> String {
    let words: [(String, Sentence)] = [
      ("OVERVIEW: ", Sentence("", "")),
      ("USAGE: ", Sentence("Usage: ", "用法：")),
      ("ARGUMENTS:", Sentence("Arguments:", "参数：")),
      ("OPTIONS:", Sentence("Options:", "选项：")),
      ("SUBCOMMANDS:", Sentence("Commands:", "命令：")),
      ("[<options>]", Sentence("[options]", "[选项]")),
      ("<subcommand>", Sentence("COMMAND", "命令")),
      ("Show help information.", Sentence("this help", "这份说明")),
      ("Show subcommand help information.", Sentence("help for a command", "命令的说明")),
      ("Show the version.", Sentence("the version", "版本号")),
      (" (default)", Sentence("", "")),
    ]
    let own = words.reduce(text) { text, word in text.replacing(word.0, with: word.1.text) }
    return own.replacing(#/  See '(accord help .*)' for detailed help\./#) { match in
      Sentence("More about each: \(match.output.1)", "每个命令的说明：\(match.output.1)").text
    }
  }

  /// Two columns again: the library counts a Chinese character as one column.
  private static func aligned(_ text: String) -> String {
    var rows: [(name: String, words: String)?] = []
    var plain: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let isContinued = line.hasPrefix("      ") && rows.last.map { $0 != nil } ?? false
      if isContinued, let last = rows[rows.count - 1] {
        rows[rows.count - 1] = (
          last.name, last.words.isEmpty ? line.trimmed : "\(last.words) \(line.trimmed)"
        )
      } else if line.hasPrefix("  "), !line.hasPrefix("   "), isListed(line) {
        rows.append(row(of: line))
        plain.append("")
      } else {
        rows.append(nil)
        plain.append(String(line))
      }
    }
    let width = min(30, rows.compactMap { $0?.name.columns }.max() ?? 0)
    return zip(rows, plain).map { row, line in
      guard let row else { return line }
      let name = "  " + row.name
      let words = wrapped(row.words, to: 80 - width - 4)
      let indent = String(repeating: " ", count: width + 4)
      if row.name.columns > width {
        return ([name] + words.map { indent + $0 }).joined(separator: "\n")
      }
      let first = name.padded(to: width + 4) + (words.first ?? "")
      return ([first] + words.dropFirst().map { indent + $0 }).joined(separator: "\n")
    }.joined(separator: "\n")
  }

  /// What is listed in a line, and what is said of it. The library leaves two columns between them,
  /// or one after a flag with its value where there is room for no more.
  private static func row(of line: Substring) -> (name: String, words: String) {
    let row = line.dropFirst(2)
    if row.hasPrefix("-"), let end = row.firstIndex(of: ">"), !row[...end].contains("  ") {
      return (String(row[...end]), row[row.index(after: end)...].trimmed)
    }
    let parts = row.split(separator: "  ", maxSplits: 1)
    return (named(parts.first ?? ""), (parts.count > 1 ? parts[1] : "").trimmed)
  }

  /// The names of a verb; its Chinese ones for who reads Chinese.
  private static func named(_ names: Substring) -> String {
    guard Language.current == .english else { return String(names) }
    return names.split(separator: ", ").filter { !$0.utf8.contains { $0 > 127 } }
      .joined(separator: ", ")
  }

  /// Whether a line is one of a list of flags, arguments or commands, and not an example.
  private static func isListed(_ line: Substring) -> Bool {
    !(line + " ").hasPrefix("  accord ")
  }

  /// Lines of at most so many columns; Chinese may be broken between any two characters.
  private static func wrapped(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, line.columns + 1 + word.columns > width {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return line.isEmpty ? lines : lines + [line]
  }
}

extension Substring {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  fileprivate var columns: Int { String(self).columns }
}
