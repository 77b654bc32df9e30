/// Rows of cells: aligned columns on a terminal, tab-separated fields in a pipe.
///
/// Cells hold what people wrote as they wrote it; the table makes it visible, so that no caller
/// can forget to.
struct Table: Sendable {
  struct Column: Sendable {
    var heading: String
    var alignment: Alignment
    /// Whether its cells may be cut where a row is wider than the terminal.
    var shrinks: Bool

    init(_ heading: String = "", alignment: Alignment = .leading, shrinks: Bool = false) {
      self.heading = heading
      self.alignment = alignment
      self.shrinks = shrinks
    }
  }

  enum Alignment: Sendable {
    case leading, trailing
  }

  struct Cell: Sendable, ExpressibleByStringLiteral {
    var text: String
    /// What a pipe gets where that differs: a date for "in 3 days".
    var field: String
    var style: Terminal.Style?

    init(_ text: String, field: String? = nil, style: Terminal.Style? = nil) {
      self.text = text
      self.field = field ?? text
      self.style = style
    }

    init(stringLiteral text: String) {
      self.init(text)
    }
  }

  let columns: [Column]
  private(set) var rows: [[Cell]] = []

  init(_ columns: [Column]) {
    self.columns = columns
  }

  /// A row shorter than the table is filled with empty cells, a longer one is cut.
  mutating func append(_ row: [Cell]) {
    let missing = max(0, columns.count - row.count)
    rows.append(Array((row + Array(repeating: "", count: missing)).prefix(columns.count)))
  }

  /// The whole table as it is printed, with a line feed at the end of each line.
  func text(for terminal: Terminal) -> String {
    terminal.outputIsTerminal ? aligned(for: terminal) : tabSeparated
  }

  /// One line a row, no heading; a tab, line feed or backslash in a cell is `\t`, `\n`, `\\`.
  var tabSeparated: String {
    rows.map { $0.map(\.field.tabField).joined(separator: "\t") + "\n" }.joined()
  }

  /// Columns two spaces apart, headings dim where there are any.
  func aligned(for terminal: Terminal) -> String {
    guard !rows.isEmpty else { return "" }
    let headings = columns.map { Cell($0.heading, style: .dim) }
    let all = (headings.contains { !$0.text.isEmpty } ? [headings] : []) + rows
    let shown = all.map { row in
      row.map { Cell($0.text.visible, style: $0.style) }
    }
    let widths = widths(of: shown, for: terminal)
    return shown.map { line($0, widths, terminal) + "\n" }.joined()
  }

  private func line(_ row: [Cell], _ widths: [Int], _ terminal: Terminal) -> String {
    let last = row.lastIndex { !$0.text.isEmpty }
    let cells = row.indices.prefix { $0 <= last ?? -1 }.map { index in
      let text = row[index].text.truncated(to: widths[index])
      let styled = terminal.styled(text.isolated, row[index].style)
      // Around the style, so that no underline runs through the gap.
      let gap = String(repeating: " ", count: widths[index] - text.columns)
      switch columns[index].alignment {
      case .trailing: return gap + styled
      case .leading: return index == last ? styled : styled + gap
      }
    }
    return cells.joined(separator: "  ")
  }

  /// The widest cell of each column; then the widest shrinking column gives way, column by column,
  /// until the row fits or each of them is down to `least`.
  private func widths(of rows: [[Cell]], for terminal: Terminal) -> [Int] {
    let least = 8
    var widths = columns.indices.map { index in rows.map { $0[index].text.columns }.max() ?? 0 }
    guard !terminal.accessible else { return widths }
    var excess = widths.reduce(0, +) + 2 * (columns.count - 1) - terminal.width
    while excess > 0 {
      let candidates = columns.indices.filter { columns[$0].shrinks && widths[$0] > least }
      guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }
}
