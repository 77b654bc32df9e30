#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the three standard streams are, and what may be sent to them.
///
/// Made once, at the start of the program.
struct Terminal: Hashable, Sendable {
  var inputIsTerminal: Bool
  var outputIsTerminal: Bool
  var errorIsTerminal: Bool
  /// Columns; 80 where nobody knows.
  var width: Int
  /// Whether standard output takes colours and weights.
  var colour: Bool
  /// Whether the reader asked for plain lines: no redrawing, no boxes, nothing cut.
  var accessible: Bool

  /// When colours are used, as `--color` says it.
  enum Colour: String, CaseIterable, Sendable {
    case auto, always, never
  }

  /// How a piece of text stands out.
  enum Style: Hashable, Sendable {
    case bold, dim, underlined, red, green, yellow, cyan
  }

  /// The streams of this process.
  static func current(colour: Colour = .auto) -> Terminal {
    Terminal(
      colour: colour,
      environment: { name in getenv(name).map { String(cString: $0) } },
      isTerminal: { isatty($0) == 1 },
      columns: windowColumns)
  }

  init(
    colour choice: Colour, environment: (String) -> String?, isTerminal: (Int32) -> Bool,
    columns: (Int32) -> Int?
  ) {
    inputIsTerminal = isTerminal(STDIN_FILENO)
    outputIsTerminal = isTerminal(STDOUT_FILENO)
    errorIsTerminal = isTerminal(STDERR_FILENO)
    width =
      [STDOUT_FILENO, STDERR_FILENO].lazy.compactMap(columns).first
      ?? environment("COLUMNS").flatMap(Int.init).flatMap { $0 > 0 ? $0 : nil }
      ?? 80
    accessible = Terminal.isSet(environment("ACCESSIBLE"))
    colour =
      switch choice {
      case .always: true
      case .never: false
      case .auto:
        // no-color.org counts any text, CLICOLOR_FORCE anything but 0.
        if environment("NO_COLOR")?.isEmpty == false {
          false
        } else if Terminal.isSet(environment("CLICOLOR_FORCE")) {
          true
        } else {
          outputIsTerminal && !["", "dumb"].contains(environment("TERM") ?? "")
        }
      }
  }

  /// What a partner wrote, on one line of standard output.
  func shown(_ text: String) -> String {
    outputIsTerminal ? text.visible.isolated : text.visible
  }

  /// What a partner wrote, with its own lines, on standard output.
  func shownLines(_ text: String) -> String {
    outputIsTerminal ? text.visibleLines.isolated : text.visibleLines
  }

  /// The text in a style, where standard output takes any; nothing is told by the style alone.
  func styled(_ text: String, _ style: Style?) -> String {
    guard colour, let style, !text.isEmpty else { return text }
    let (on, off) = style.codes
    return "\u{1B}[\(on)m\(text)\u{1B}[\(off)m"
  }

  func bold(_ text: String) -> String { styled(text, .bold) }
  func dim(_ text: String) -> String { styled(text, .dim) }

  private static func isSet(_ value: String?) -> Bool {
    value.map { !$0.isEmpty && $0 != "0" } ?? false
  }
}

extension Terminal.Style {
  /// The numbers that begin and end it; source: ECMA-48, SGR.
  fileprivate var codes: (on: Int, off: Int) {
    switch self {
    case .bold: (1, 22)
    case .dim: (2, 22)
    case .underlined: (4, 24)
    case .red: (31, 39)
    case .green: (32, 39)
    case .yellow: (33, 39)
    case .cyan: (36, 39)
    }
  }
}

/// What the terminal driver says, or nil where it does not know; C function: `ioctl`.
private func windowColumns(_ descriptor: Int32) -> Int? {
  var size = winsize()
  guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
  return Int(size.ws_col)
}
