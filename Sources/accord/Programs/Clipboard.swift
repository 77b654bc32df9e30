import SystemPackage

/// What people paste from on this desktop.
enum Clipboard {
  /// A program that fills it from its standard input.
  private struct Filler {
    let name: String
    let words: [String]
  }

  /// Puts exactly this text there; no other program sees it on the way, nor does any list of
  /// processes.
  static func fill(
    with text: String, environment: (String) -> String?
  ) throws(ClipboardError) {
    let fillers = fillers(environment)
    if fillers.isEmpty { throw .noDesktop }
    let installed = fillers.compactMap { filler in
      OtherProgram(named: filler.name, in: environment("PATH")).map { ($0, filler.words) }
    }
    if installed.isEmpty { throw .noProgram }
    for (program, words) in installed {
      if (try? program.run(words, .reading(text))) == .exited(0) { return }
    }
    throw .notFilled
  }

  /// Those for the desktop that runs here, the likeliest first; none where none runs.
  private static func fillers(_ environment: (String) -> String?) -> [Filler] {
    #if os(macOS)
      // It goes by the locale, and takes what is no ASCII for Mac Roman without one.
      return [Filler(name: "/usr/bin/env", words: ["LC_ALL=en_US.UTF-8", "pbcopy"])]
    #else
      func runs(_ display: String) -> Bool { environment(display)?.isEmpty == false }
      // Without a type it would guess one from the words.
      let wayland = Filler(name: "wl-copy", words: ["--type", "text/plain;charset=utf-8"])
      return (runs("WAYLAND_DISPLAY") ? [wayland] : [])
        + (runs("DISPLAY")
          ? [
            Filler(name: "xclip", words: ["-selection", "clipboard", "-in"]),
            Filler(name: "xsel", words: ["--clipboard", "--input"]),
          ] : [])
    #endif
  }
}

/// Why nothing is on the clipboard.
enum ClipboardError: Error, Hashable {
  /// As over ssh: there is none.
  case noDesktop
  case noProgram
  case notFilled

  var sentence: Sentence {
    switch self {
    case .noDesktop:
      Sentence(
        "there is no clipboard without a desktop; select the words above and copy them by hand",
        "这里没有桌面环境，也就没有剪贴板；请选中上面的话，手动复制")
    case .noProgram:
      Sentence(
        "nothing here fills the clipboard; install wl-clipboard or xclip, or copy the words above by hand",
        "没有能写剪贴板的程序；可以装 wl-clipboard 或 xclip，或者手动复制上面的话")
    case .notFilled:
      Sentence(
        "the clipboard did not take it; select the words above and copy them by hand",
        "没能放进剪贴板；请选中上面的话，手动复制")
    }
  }
}
