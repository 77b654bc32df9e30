#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Editor {
  /// The options that keep an editor from copying the text elsewhere, with a space before each.
  ///
  /// The last name decides, since `vi` is often another name of vim.
  static func discretion(of command: String, path: String?) -> String {
    guard let name = command.split(separator: " ").first,
      let program = OtherProgram(named: String(name), in: path),
      let real = realpath(program.path, nil)
    else { return "" }
    defer { free(real) }
    let last = String(cString: real).split(separator: "/").last ?? ""
    return discretion(ofProgram: String(last)).map { " " + $0 }.joined()
  }

  /// As a shell reads them.
  ///
  /// Swap, undo, backup and history files may lie anywhere by an editor's settings, so they are
  /// switched off for this one run. Helix and Kakoune keep none by themselves. An editor with
  /// windows of its own, or a server behind it, takes no such options.
  static func discretion(ofProgram name: String) -> [String] {
    if name.hasPrefix("vim") || name.hasPrefix("nvim") {
      // Before the settings are read, so that nothing is written meanwhile, and after, since they
      // may turn it on again. A build without one of these goes on with the next.
      let off = [
        "noundofile", "nobackup", "nowritebackup", "noswapfile", "updatecount=0",
        "viminfofile=NONE",
      ].map { "silent! set \($0)" }.joined(separator: " | ")
      return ["-n", "-i NONE", "--cmd '\(off)'", "-c '\(off)'"]
    }
    if name == "nano" || name == "rnano" {
      // It has no option against backups and the history of searches but to read no settings.
      return ["-I"]
    }
    if name.hasPrefix("emacs"), !name.hasPrefix("emacsclient") {
      // Read after the settings and before the file.
      return [
        "--eval '(setq make-backup-files nil auto-save-default nil create-lockfiles nil"
          + " undo-tree-auto-save-history nil)'",
        "--eval '(if (fboundp (quote savehist-mode)) (savehist-mode -1))'",
      ]
    }
    if name == "micro" {
      return ["backup", "saveundo", "savehistory", "savecursor"].map { "-\($0) false" }
    }
    return []
  }
}
