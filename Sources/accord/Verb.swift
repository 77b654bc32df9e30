import ArgumentParser

/// A command and where it stands among the others: `list`, `need add`.
struct Verb {
  let command: any ParsableCommand.Type
  /// Its first names, from the top: none for the program itself.
  let path: [String]

  static let top = Verb(command: Accord.self, path: [])
  static let today = Verb(command: TodayCommand.self, path: ["today"])

  /// Every verb, a group followed by its own.
  static let all: [Verb] = top.inside

  private var inside: [Verb] {
    children.flatMap { [$0] + $0.inside }
  }

  /// The verbs of a group, or of the program.
  var children: [Verb] {
    command.configuration.subcommands.map { child in
      Verb(command: child, path: path + [child.configuration.commandName ?? ""])
    }
  }

  var isGroup: Bool { !command.configuration.subcommands.isEmpty }

  /// `need add`
  var name: String { path.joined(separator: " ") }

  /// Its own names, the last word of the path and the other ones.
  var names: [String] {
    path.suffix(1) + command.configuration.aliases
  }

  /// The verb itself, or of a group the one that is meant where none is named.
  var unfolded: Verb {
    guard let usual = command.configuration.defaultSubcommand else { return self }
    return children.first { $0.command == usual } ?? self
  }
}

extension Verb {
  /// The verb that arranged arguments begin with.
  init?(leading arguments: [String]) {
    var verb = Verb.top
    for word in arguments {
      guard let next = verb.child(word) else { break }
      verb = next
    }
    if verb.path.isEmpty { return nil }
    self = verb
  }

  /// The one a person means by these words; nil where they name none.
  init?(typed words: [String]) {
    self.init(leading: words)
    guard path.count == words.count else { return nil }
  }

  private func child(_ word: String) -> Verb? {
    children.first { $0.names.contains(word) }
  }

  /// - Throws: what is told where there is no such verb.
  func next(_ word: String) throws(Problem) -> Verb {
    guard let verb = child(word) else { throw unknown(word) }
    return verb
  }

  private func unknown(_ word: String) -> Problem {
    let shown = (path + [word]).joined(separator: " ").visible.truncated(to: 40)
    let known = (["accord"] + path).joined(separator: " ")
    let next =
      suggestion(for: word).map {
        Sentence("did you mean \(known) \($0)?", "是不是想用 \(known) \($0)？")
      } ?? Sentence("all of them: \(known) --help", "全部命令：\(known) --help")
    return Problem(
      "unknown-verb", .usage,
      Sentence(
        "there is no command \"\(shown)\"; \(next.english)", "没有“\(shown)”这个命令；\(next.chinese)"))
  }

  private func suggestion(for word: String) -> String? {
    children.flatMap(\.names).map { (name: $0, distance: Self.distance($0, word)) }
      .filter { $0.distance <= max(1, word.count / 3) }
      // One character is one exchange away from any other, and has nothing in common with it.
      .filter { $0.distance < max($0.name.count, word.count) }
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
}
