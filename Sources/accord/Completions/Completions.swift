import ArgumentParser

/// The completion scripts: the library's, and after them what they leave out.
///
/// They know a verb by its first name alone, and show no titles in bash. What is added gives their
/// functions the words with first names in place of what was typed, and offers the other names.
enum Completions {
  /// The first argument of a shell that asks for candidates.
  static let request = "---completion"

  static func script(for shell: CompletionShell) -> String {
    let added =
      switch shell {
      case .bash: bash
      case .zsh: zsh
      default: fish
      }
    return """
      \(Help.translated(Accord.completionScript(for: shell)))

      # Added by Accord: verbs by their other names, and titles in bash.

      \(added)
      """
  }

  // MARK: Verbs

  /// The program, which has no name here, and every group of verbs.
  static let groups = [Verb.top] + Verb.all.filter(\.isGroup)

  /// For bash and zsh: the first name of a verb that has this name in this group; nothing for any
  /// other word.
  static var verb: String {
    #"""
    __accord_verb() {
        case "${1}/${2}" in
    \#(lines(of: groups) { group in
      lines(of: group.children) { verb in
        let typed = verb.names.map { "'\(group.name)/\($0)'" }.joined(separator: "|")
        return "    \(typed)) printf %s \(verb.names[0]) ;;"
      }
    })
        esac
    }

    """#
  }

  /// For bash and zsh: whether other names are offered. They are to who reads Chinese, and once a
  /// word is begun, which then decides by itself.
  static func areOtherNamesWanted(after typed: String) -> String {
    #"[[ -n "\#(typed)" || "${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}" = zh* ]]"#
  }

  static func lines(of verbs: [Verb], _ line: (Verb) -> String) -> String {
    verbs.map(line).joined(separator: "\n")
  }
}

extension Verb {
  /// All its names but the first.
  var otherNames: [String] { command.configuration.aliases }

  /// What it does, in a few words.
  var abstract: String { command.configuration.abstract }
}
