extension Completions {
  /// The library has no function here that all else goes through: its `__accord_tokens`, by which
  /// it reads what was typed, gets the first names instead.
  static var fish: String {
    #"""
    function __accord_verb -a group name
        switch "$group/$name"
    \#(lines(of: groups) { group in
      lines(of: group.children) { verb in
        """
            case \(verb.names.map { "'\(group.name)/\($0)'" }.joined(separator: " "))
                echo \(verb.names[0])
        """
      }
    })
        end
    end

    functions -e __accord_tokens_as_typed
    functions -c __accord_tokens __accord_tokens_as_typed
    function __accord_tokens
        set -l tokens (__accord_tokens_as_typed $argv)
        set -l group
        set -l place 2
        while set -q tokens[$place]
            set -l verb (__accord_verb "$group" $tokens[$place])
            set -q verb[1]; or break
            set tokens[$place] $verb
            set -a group $verb
            set place (math $place + 1)
        end
        string join \n -- $tokens
    end

    function __accord_other_names_are_wanted -a group
        set -l tokens (__accord_tokens -pc)
        test "$tokens[2..]" = "$group"; or return
        test -n "$(commandline -ct)"; and return
        string match -q 'zh*' -- (string match -v '' -- $LC_ALL $LC_MESSAGES $LANG)[1]
    end

    \#(lines(of: groups) { group in
      lines(of: group.children) { verb in
        """
        complete -c accord -n '__accord_other_names_are_wanted "\(group.name)"' \
        -fa '\(verb.otherNames.joined(separator: " "))' -d \(verb.abstract.quotedForShell)
        """
      }
    })
    """#
  }
}
