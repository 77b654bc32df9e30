import ArgumentParser

/// From what was typed to a command.
///
/// The library reads flags and values; what cannot be read is told in our own sentences, because
/// the library's speak English only.
enum Arguments {
  /// The arguments as text, without the program's name.
  static func checked() throws(Problem) -> [String] {
    var arguments: [String] = []
    for index in 1..<max(1, Int(CommandLine.argc)) {
      guard let raw = CommandLine.unsafeArgv[index], let text = String(validatingCString: raw)
      else {
        throw Problem(
          "not-utf8", .usage,
          Sentence(
            "argument \(index) is not valid UTF-8 text; nothing was changed",
            "第\(index)个参数不是有效的 UTF-8 文字，什么都没有改动"))
      }
      arguments += parts(of: text)
    }
    return try arranged(parted(arguments))
  }

  /// `--flag=VALUE` as two words where VALUE begins with a mark that joins the `=` before it, so
  /// that the library would not find it.
  private static func parted(_ arguments: [String]) -> [String] {
    let ahead = arguments.prefix { $0 != "--" }
    return ahead.flatMap { word -> [String] in
      let scalars = word.unicodeScalars
      guard word.hasPrefix("--"), let equals = scalars.firstIndex(of: "="),
        word.firstIndex(of: "=") != equals
      else { return [word] }
      return [String(scalars[..<equals]), String(scalars[scalars.index(after: equals)...])]
    } + arguments.dropFirst(ahead.count)
  }

  /// A full-width space does not end a word for the shell: one before a flag, or after it, does here.
  private static func parts(of argument: String) -> [String] {
    let space: Character = "\u{3000}"
    if argument.hasPrefix("--"), let end = argument.firstIndex(of: space),
      !argument[..<end].contains("=")
    {
      let rest = String(argument[argument.index(after: end)...])
      return [String(argument[..<end])] + (rest.isEmpty ? [] : parts(of: rest))
    }
    if let flag = argument.ranges(of: "\u{3000}--").first, !argument.contains("\n") {
      return [String(argument[..<flag.lowerBound])]
        + parts(of: String(argument[argument.index(after: flag.lowerBound)...]))
    }
    return [argument]
  }

  static func parsed(_ arguments: [String]) throws -> any ParsableCommand {
    // The verb is known: the library need not build the tree of all commands to find it.
    if let verb = arguments.first, let command = command(named: verb) {
      do { return try command.parseAsRoot(Array(arguments.dropFirst())) } catch {
        throw (error as? Problem) ?? misread(arguments)
      }
    }
    do { return try Accord.parseAsRoot(arguments) } catch {
      switch Accord.exitCode(for: error) {
      case .success:
        // Completion scripts and candidates: the library's own output.
        var output = Output.standard
        output.line(Accord.fullMessage(for: error))
        try output.flush()
        throw ExitCode.success
      default:
        throw (error as? Problem) ?? misread(arguments)
      }
    }
  }

  // MARK: The verb

  static var verbs: [any ParsableCommand.Type] { Accord.configuration.subcommands }

  static func command(named verb: String) -> (any ParsableCommand.Type)? {
    verbs.first {
      $0.configuration.commandName == verb || $0.configuration.aliases.contains(verb)
    }
  }

  /// The verb first, then what was typed before it; a verb nobody knows is an error, never data.
  private static func arranged(_ arguments: [String]) throws(Problem) -> [String] {
    if arguments.first == Completions.request { return arguments }
    var ahead: [String] = []
    var rest = arguments[...]
    while let option = rest.first, option.hasPrefix("-"), option != "--" {
      ahead.append(rest.removeFirst())
      if takesValue.contains(option), let value = rest.popFirst() { ahead.append(value) }
    }
    guard let typed = rest.popFirst(), typed != "--" else { return arguments }
    // A full-width space does not end a word for the shell.
    var words = typed.split { $0 == "\u{3000}" }.map(String.init)
    guard !words.isEmpty else { return arguments }
    let verb = words.removeFirst()
    let help = Sentence("help", "帮助")
    if [help.english, help.chinese].contains(verb) { return ["help"] + words + rest }
    guard let command = command(named: verb) else {
      throw unknown(verb)
    }
    return [command.configuration.commandName ?? verb] + ahead + words + rest
  }

  private static let takesValue: Set<String> = ["--as", "--store", "--lang", "--color"]

  static func unknown(_ verb: String) -> Problem {
    let shown = verb.visible.truncated(to: 40)
    let next =
      suggestion(for: verb).map {
        Sentence("did you mean accord \($0)?", "是不是想用 accord \($0)？")
      } ?? Sentence("all of them: accord --help", "全部命令：accord --help")
    return Problem(
      "unknown-verb", .usage,
      Sentence(
        "there is no command \"\(shown)\"; \(next.english)", "没有“\(shown)”这个命令；\(next.chinese)"))
  }

  private static func suggestion(for verb: String) -> String? {
    let names = verbs.flatMap {
      [$0.configuration.commandName ?? ""] + $0.configuration.aliases
    }
    return names.map { (name: $0, distance: distance($0, verb)) }
      .filter { $0.distance <= max(1, verb.count / 3) }
      .min { $0.distance < $1.distance }?.name
  }

  /// Insertions, removals, exchanges and swaps of neighbours from one word to another.
  private static func distance(_ one: String, _ other: String) -> Int {
    let one = Array(one)
    let other = Array(other)
    var rows = [Array(0...other.count)]
    for i in 1..<(one.count + 1) {
      var row = [i]
      for j in 1..<(other.count + 1) {
        var best = min(rows[i - 1][j] + 1, row[j - 1] + 1)
        best = min(best, rows[i - 1][j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1))
        if i > 1, j > 1, one[i - 1] == other[j - 2], one[i - 2] == other[j - 1] {
          best = min(best, rows[i - 2][j - 2] + 1)
        }
        row.append(best)
      }
      rows.append(row)
    }
    return rows[one.count][other.count]
  }

  // MARK: What could not be read

  /// Which word of a command line the library stumbled over, found by the command's own help.
  private static func misread(_ arguments: [String]) -> Problem {
    // Without a verb it is `today`, and everything is a flag.
    let known = arguments.first.flatMap(command(named:))
    let command = known ?? TodayCommand.self
    let name = command.configuration.commandName ?? ""
    let flags = Help.flags(of: command)
    var rest = known == nil ? arguments[...] : arguments.dropFirst()
    while let word = rest.popFirst(), word != "--" {
      guard word.hasPrefix("-"), word != "-" else { continue }
      let flag = String(word.prefix { $0 != "=" })
      guard let takesValue = flags[flag] else {
        return Problem(
          "unknown-flag", .usage,
          Sentence(
            "accord \(name) has no \(flag.visible); a text that begins with a dash goes after --. See: accord \(name) --help",
            "accord \(name) 没有 \(flag.visible)。以短横线开头的文字请放在 -- 后面。说明：accord \(name) --help"))
      }
      if takesValue, !word.contains("=") {
        guard let value = rest.popFirst(), !value.hasPrefix("-") else {
          return Problem(
            "missing-value", .usage,
            Sentence(
              "\(flag) needs a value; one that begins with a dash is written \(flag)=VALUE",
              "\(flag) 后面还缺内容；以短横线开头的请写成 \(flag)=内容"))
        }
      } else if !takesValue, word.contains("=") {
        return Problem(
          "unexpected-value", .usage,
          Sentence("\(flag) takes no value", "\(flag) 后面不用写内容"))
      }
    }
    return Problem(
      "unexpected-words", .usage,
      Sentence(
        "there are more or fewer words than accord \(name) can use; quote a text of several words. See: accord \(name) --help",
        "后面多写了或少写了。话里有空格，就用引号括起来。说明：accord \(name) --help"))
  }
}
