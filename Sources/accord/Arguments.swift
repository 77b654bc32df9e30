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

  /// A full-width space does not end a word for the shell: one before a flag, or after it, does
  /// here.
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
    if arguments.first == Completions.request { return try answeringShell(arguments) }
    // The verb is known: the library need not build the tree of all commands to find it.
    let verb = Verb(leading: arguments)
    let meant = (verb ?? .top).unfolded.command
    let rest = Array(arguments.dropFirst(verb?.path.count ?? 0))
    let command: any ParsableCommand
    do { command = try meant.parseAsRoot(rest) } catch {
      throw (error as? Problem) ?? misread(arguments)
    }
    // `--help=x`, `-xh`: the library finds its own flags in more spellings than are ours, and gives
    // a command of its own for them.
    guard type(of: command) == meant else { throw misread(arguments) }
    return command
  }

  /// The library's own output, for a shell that asks for candidates.
  private static func answeringShell(_ arguments: [String]) throws -> any ParsableCommand {
    do { return try Accord.parseAsRoot(arguments) } catch {
      guard Accord.exitCode(for: error) == .success else { throw misread(arguments) }
      var output = Output.standard
      output.line(Accord.fullMessage(for: error))
      try output.flush()
      throw ExitCode.success
    }
  }

  // MARK: The verb

  /// The verb first, then what was typed before it; a verb nobody knows is an error, never data.
  private static func arranged(_ arguments: [String]) throws(Problem) -> [String] {
    if arguments.first == Completions.request { return arguments }
    var ahead: [String] = []
    var rest = arguments[...]
    takeOptions(from: &rest, to: &ahead)
    guard let next = nextWord(of: rest) else { return arguments }
    let help = Sentence("help", "帮助")
    if [help.english, help.chinese].contains(next.word) {
      return ["help"] + next.rest.flatMap(parted(bySpaces:))
    }
    var verb = try Verb.top.next(next.word)
    rest = next.rest
    while verb.isGroup {
      takeOptions(from: &rest, to: &ahead, of: verb)
      guard let inside = nextWord(of: rest) else { break }
      if let group = verb.command as? any GroupWithWord.Type, group.isWord(inside.word) { break }
      verb = try verb.next(inside.word)
      rest = inside.rest
    }
    return verb.path + ahead + rest
  }

  /// The word where a verb can stand, and what follows it; nil where none can.
  private static func nextWord(
    of arguments: ArraySlice<String>
  ) -> (word: String, rest: ArraySlice<String>)? {
    guard let typed = arguments.first, typed != "--" else { return nil }
    let words = parted(bySpaces: typed)
    // An empty word is the name of nothing.
    guard let word = words.first else { return (typed, arguments.dropFirst()) }
    return (word, words.dropFirst() + arguments.dropFirst())
  }

  /// A full-width space does not end a word for the shell.
  private static func parted(bySpaces word: String) -> [String] {
    word.split { $0 == "\u{3000}" }.map(String.init)
  }

  /// - Parameter group: whose own options may stand there too.
  private static func takeOptions(
    from rest: inout ArraySlice<String>, to ahead: inout [String], of group: Verb? = nil
  ) {
    while let option = rest.first, option.hasPrefix("-"), option != "--" {
      ahead.append(rest.removeFirst())
      let hasValue =
        takesValue.contains(option)
        || group.map { Help.flags(of: $0.unfolded.command)[option] ?? false } ?? false
      if hasValue, let value = rest.popFirst() { ahead.append(value) }
    }
  }

  private static let takesValue: Set<String> = [
    "--as", "--store", "--lang", "--color", "--passphrase-file", "--passphrase-fd",
  ]

  // MARK: What could not be read

  /// Which word of a command line the library stumbled over, found by the command's own help.
  private static func misread(_ arguments: [String]) -> Problem {
    // Without a verb it is `today`, and everything is a flag.
    let known = Verb(leading: arguments)
    let verb = known?.unfolded ?? Verb.today
    let name = verb.name
    let flags = Help.flags(of: verb.command)
    var rest = arguments.dropFirst(known?.path.count ?? 0)
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
