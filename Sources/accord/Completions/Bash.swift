extension Completions {
  static var bash: String {
    #"""
    \#(verb)
    __accord_other_names() {
        case "${1}" in
    \#(lines(of: groups) { group in
      let names = group.children.flatMap(\.otherNames).joined(separator: " ")
      return "    '\(group.name)') printf %s '\(names)' ;;"
    })
        esac
    }

    __accord() {
        local group='' verb
        local -i place=1
        while ((place < COMP_CWORD)); do
            verb="$(__accord_verb "${group}" "${COMP_WORDS[place]}")"
            [[ -n "${verb}" ]] || break
            COMP_WORDS[place]="${verb}"
            group+="${group:+ }${verb}"
            ((++place))
        done
        _accord "${@}"
        # It leaves this behind, to be run again by whatever is sourced later.
        trap - RETURN
        local names=''
        if ((place == COMP_CWORD)); then names="$(__accord_other_names "${group}")"; fi
        if [[ -n "${names}" ]]; then
            # A verb is no file, even where one has its name.
            compopt +o filenames 2>/dev/null
            if \#(areOtherNamesWanted(after: "${2}")); then
                COMPREPLY+=($(compgen -W "${names}" -- "${2}"))
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
}
