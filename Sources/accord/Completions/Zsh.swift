extension Completions {
  static var zsh: String {
    #"""
    \#(verb)
    __accord_other_names() {
        local group= verb
        local -i place=2 renamed=0
        while ((place < CURRENT)); do
            verb="$(__accord_verb "${group}" "${words[place]}")"
            [[ -n "${verb}" ]] || break
            if [[ "${words[place]}" != "${verb}" ]]; then
                words[place]="${verb}"
                renamed=1
            fi
            group+="${group:+ }${verb}"
            ((++place))
        done
        if ((renamed)); then
            _accord
        fi
        if ((place == CURRENT)) && \#(areOtherNamesWanted(after: "${PREFIX}")); then
            local -a names
            case "${group}" in
    \#(lines(of: groups) { group in
      """
              '\(group.name)')
                  names=(
      \(lines(of: group.children) { verb in
        verb.otherNames.map { "                " + "\($0):\(verb.abstract)".quotedForShell }
          .joined(separator: "\n")
      })
                  )
                  ;;
      """
    })
            esac
            if ((${#names})); then
                _describe -V subcommand names
            fi
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
}
