import Agreements
import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The editor a person has chosen, for texts longer than a line.
///
/// Whoever calls it has a terminal: the editor takes over standard input, output and error.
struct Editor: Sendable {
  /// What begins a line that Accord wrote into the text and takes out again.
  static let marker = "# accord: "
  /// The same where lines that begin with ``marker`` are headings.
  static let markerAmongHeadings = "# accord… "

  /// As the shell reads it, so that it may carry options: `code --wait`.
  let command: String
  private let temporaryFolder: String
  private let writer: Partner.ID?

  /// `$VISUAL`, then `$EDITOR`, then `vi` where there is one; the draft goes to `$TMPDIR` or
  /// `/tmp`.
  ///
  /// - Parameter writer: whose the draft is, should it be left.
  init(for writer: Partner.ID? = nil, environment: (String) -> String?) throws(EditorError) {
    self.writer = writer
    func value(_ name: String) -> String? {
      environment(name).flatMap { $0.trimmed.isEmpty ? nil : $0 }
    }
    if let chosen = value("VISUAL") ?? value("EDITOR") {
      command = chosen + Editor.discretion(of: chosen, path: value("PATH"))
    } else if OtherProgram(named: "vi", in: value("PATH")) != nil {
      command = "vi" + Editor.discretion(of: "vi", path: value("PATH"))
    } else {
      throw .noEditor
    }
    temporaryFolder = DraftFolder.parents(environment: environment)[0]
  }

  /// The editor of this process's environment.
  static func current(for writer: Partner.ID) throws(EditorError) -> Editor {
    try Editor(for: writer, environment: environmentValue)
  }

  /// Opens the text and gives back what it became; nil where it was emptied, which means no.
  ///
  /// Each line of `guidance` is put after the text, behind the marker. Lines that begin with the
  /// marker are taken out again, and no others: a text may have lines that begin with `#`. So is
  /// one line feed at the end, which editors add. The file is removed, except after an error,
  /// which names it.
  func edit(
    _ text: String, guidance: [String] = [], marker: String = Editor.marker
  ) throws(EditorError) -> String? {
    guard let edited = try open(text, guidance: guidance, marker: marker) else { return nil }
    edited.draft.discard()
    return edited.text
  }

  /// The same, with the file left for the caller to discard once the text is safely stored.
  func open(
    _ text: String, guidance: [String] = [], marker: String = Editor.marker
  ) throws(EditorError) -> (text: String, draft: Draft)? {
    let lines = [text] + guidance.map { marker + $0 }
    let draft: Draft
    do {
      draft = try Draft(lines.map { $0 + "\n" }.joined(), under: temporaryFolder, by: writer)
    } catch {
      throw .noDraft(error)
    }
    try run(on: draft)
    let edited: String
    do {
      edited = Editor.text(from: try draft.text(), marker: marker)
    } catch {
      throw .unreadable(error, keptAt: draft.path)
    }
    guard !edited.trimmed.isEmpty else {
      draft.discard()
      return nil
    }
    return (edited, draft)
  }

  /// Waits until the editor is closed.
  private func run(on draft: Draft) throws(EditorError) {
    let ending: OtherProgram.Ending
    // Closing the terminal ends us too, but not before what was written there is gone.
    let held = HeldSignals([SIGHUP, SIGTERM])
    defer {
      if held.isAnyPending { draft.discard() }
      held.release()
    }
    do {
      ending = try Interruption.leftToChild { () throws(Errno) in
        try draft.held { () throws(Errno) in
          try OtherProgram.shell.run(["-c", "\(command) \"$@\"", "sh", draft.path], .ours)
        }
      }
    } catch {
      throw .notStarted(error, keptAt: draft.path)
    }
    switch ending {
    case .exited(0): return
    // Ended by Ctrl-C itself, or by a shell that tells of it.
    case .killed(by: SIGINT), .exited(128 + SIGINT): throw .interrupted(keptAt: draft.path)
    default: throw .failed(keptAt: draft.path)
    }
  }

  private static func text(from file: String, marker: String) -> String {
    var lines = file.lines
    // What follows the last line feed: nothing, unless the editor adds none.
    if lines.last == "" { lines.removeLast() }
    return lines.filter { !$0.hasPrefix(marker) }.joined(separator: "\n")
  }
}

/// Why there is no edited text; whatever was written by then is kept.
enum EditorError: Error, Hashable {
  case noEditor
  case noDraft(Errno)
  case notStarted(Errno, keptAt: String)
  case failed(keptAt: String)
  case interrupted(keptAt: String)
  case unreadable(TextInputError, keptAt: String)

  /// Where what was written is kept; nil where nothing was.
  var keptAt: String? {
    switch self {
    case .noEditor, .noDraft: nil
    case .notStarted(_, let path), .failed(let path), .interrupted(let path),
      .unreadable(_, let path):
      path
    }
  }

  var exitStatus: Int32 {
    switch self {
    case .noEditor: 64
    case .noDraft, .notStarted, .failed: 74
    case .interrupted: 130
    case .unreadable(let error, _): error.exitStatus
    }
  }

  var sentence: Sentence {
    switch self {
    case .noEditor:
      Sentence(
        "no editor found; set EDITOR to the one you use, such as EDITOR=nano",
        "没找到编辑器，请把 EDITOR 设为你常用的那个，例如 EDITOR=nano")
    case .noDraft(let errno):
      Sentence(
        "no temporary file could be made (error \(errno.rawValue)); check TMPDIR",
        "没能建立临时文件（错误 \(errno.rawValue)），请检查 TMPDIR")
    case .notStarted(let errno, let path):
      Sentence(
        "the editor could not be started (error \(errno.rawValue)); the text is kept in \(path)",
        "编辑器没能启动（错误 \(errno.rawValue)），文字留在 \(path)")
    case .failed(let path):
      Sentence(
        "the editor ended with an error, so nothing was changed; the text is kept in \(path)",
        "编辑器出错退出，所以什么都没有改动；文字留在 \(path)")
    case .interrupted(let path):
      Sentence(
        "stopped; nothing was changed, and the text is kept in \(path)",
        "已停下，什么都没有改动；文字留在 \(path)")
    case .unreadable(let error, let path):
      Sentence(
        error.sentence.english + "; it is kept in \(path)",
        error.sentence.chinese + "；文字留在 \(path)")
    }
  }
}

extension String {
  /// Parted at line feeds and nowhere else: a carriage return belongs to its line.
  var lines: [String] {
    utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
  }
}
