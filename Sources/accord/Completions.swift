import ArgumentParser
import Storage

/// The completion scripts: the library's, and after them what they leave out.
///
/// They know a verb by its first name alone, and show no titles in bash. What is added calls their
/// function `_accord`; in fish, which has none, it goes before their `__accord_tokens`.
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

  private static let verbs = Verb.top.children.map { verb in
    let configuration = verb.command.configuration
    return (
      name: configuration.commandName ?? "", others: configuration.aliases,
      abstract: configuration.abstract
    )
  }

  /// One line for each verb.
  private static func lines(
    _ line: (_ name: String, _ others: [String], _ abstract: String) -> String
  ) -> String {
    verbs.filter { !$0.others.isEmpty }.map { line($0.name, $0.others, $0.abstract) }
      .joined(separator: "\n")
  }

  private static var bash: String {
    #"""
    \#(verb)
    __accord() {
        local -r verb="$(__accord_verb "${COMP_WORDS[1]}")"
        if ((COMP_CWORD > 1)); then COMP_WORDS[1]="${verb:-${COMP_WORDS[1]}}"; fi
        _accord "${@}"
        # It leaves this behind, to be run again by whatever is sourced later.
        trap - RETURN
        if ((COMP_CWORD == 1)); then
            # A verb is no file, even where one has its name.
            compopt +o filenames 2>/dev/null
            if \#(areOtherNamesWanted(after: "${2}")); then
                COMPREPLY+=($(compgen -W '\#(otherNames)' -- "${2}"))
            fi
        fi

        # Titles, each after a tab, are shown where several are left, and never typed.
        [[ "${COMPREPLY[*]}" = *$'\t('* ]] || return 0
        # Of a file's name, only what follows the last slash would be shown.
        compopt +o filenames 2>/dev/null
        compopt -o nosort 2>/dev/null
        local -r menu_complete=37 insert_completions=42
        if ((BASH_VERSINFO[0] > 3 && ${#COMPREPLY[@]} > 1
            && COMP_TYPE != menu_complete && COMP_TYPE != insert_completions)); then
            COMPREPLY=("${COMPREPLY[@]/$'\t'/  }")
        else
            COMPREPLY=("${COMPREPLY[@]%%$'\t'*}")
        fi
    }

    complete -o filenames -F __accord accord
    """#
  }

  private static var otherNames: String {
    verbs.flatMap(\.others).joined(separator: " ")
  }

  private static var zsh: String {
    #"""
    \#(verb)
    __accord_other_names() {
        if ((CURRENT > 2)); then
            local -r verb="$(__accord_verb "${words[2]}")"
            if [[ -n "${verb}" ]]; then
                words[2]="${verb}"
                _accord
            fi
        elif \#(areOtherNamesWanted(after: "${PREFIX}")); then
            local -ar names=(
    \#(lines { _, others, abstract in
      others.map { "            " + "\($0):\(abstract)".quotedForShell }.joined(separator: "\n")
    })
            )
            _describe -V subcommand names
        fi
        ((compstate[nmatches]))
    }

    __accord() {
        _accord "${@}"
        __accord_other_names
    }

    compdef __accord accord
    # The first Tab loads this file as a function, and runs it to its end.
    if [[ "${funcstack[1]}" = _accord ]]; then
        __accord_other_names
    fi
    """#
  }

  /// The verb that has this other name, in bash and in zsh; nothing for any other word.
  private static var verb: String {
    #"""
    __accord_verb() {
        case "${1}" in
    \#(lines { name, others, _ in
      "    \(others.joined(separator: "|"))) printf %s \(name) ;;"
    })
        esac
    }

    """#
  }

  /// Whether other names are offered, in bash and in zsh: to who reads Chinese, and once a word is
  /// begun, which then decides by itself.
  private static func areOtherNamesWanted(after typed: String) -> String {
    #"[[ -n "\#(typed)" || "${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}" = zh* ]]"#
  }

  private static var fish: String {
    #"""
    function __accord_verb -a name
        switch "$name"
    \#(lines { name, others, _ in
      """
          case \(others.joined(separator: " "))
              echo \(name)
      """
    })
        end
    end

    functions -e __accord_tokens_as_typed
    functions -c __accord_tokens __accord_tokens_as_typed
    function __accord_tokens
        set -l tokens (__accord_tokens_as_typed $argv)
        set -l verb (__accord_verb $tokens[2])
        set -q verb[1]; and set tokens[2] $verb
        string join \n -- $tokens
    end

    function __accord_other_names_are_wanted
        test (count (__accord_tokens -pc)) -eq 1; or return
        test -n "$(commandline -ct)"; and return
        string match -q 'zh*' -- (string match -v '' -- $LC_ALL $LC_MESSAGES $LANG)[1]
    end

    \#(lines { _, others, abstract in
      "complete -c accord -n __accord_other_names_are_wanted"
        + " -fa '\(others.joined(separator: " "))' -d \(abstract.quotedForShell)"
    })
    """#
  }
}

extension CompletionKind {
  /// Ids with their titles, as they are at this moment.
  static var agreements: CompletionKind {
    .custom { _, _, _ in
      guard let session = try? Session(SharedOptions.parse([])),
        let store = try? session.reading(), let all = try? store.everything()
      else { return [] }
      return all.suffix(50).compactMap { summary in
        summary.title.map { candidate(summary.shortID, titled: $0.visible) }
      }
    }
  }

  private static func candidate(_ id: String, titled title: String) -> String {
    switch CompletionShell.requesting {
    case .zsh?:
      return "\(id):\(title.replacing("\\", with: "\\\\").replacing(":", with: "\\:"))"
    case .fish?:
      return "\(id)\t\(title)"
    default:
      // Bash expands the words it is given: `$(…)` in a title would be run. Nor does it shorten
      // what is longer than a line.
      return "\(id)\t(\(title.truncated(to: 60)))".quotedForShell
    }
  }

  /// The values of a closed set: as scripts write them, and the Chinese ones by the same rule as the
  /// other names of a verb.
  static func names<Value: Named>(of _: Value.Type) -> CompletionKind {
    let written = Value.allCases.map(\.rawValue)
    let chinese = Value.allCases.compactMap { $0.names.first { $0.utf8.contains { $0 > 127 } } }
    return .custom { _, _, typed in
      typed.isEmpty && Language.current != .chinese ? written : written + chinese
    }
  }
}
