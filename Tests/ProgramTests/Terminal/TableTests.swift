import Testing

@testable import accord

@Suite struct TableTests {
  private func terminal(width: Int = 80, colour: Bool = false, accessible: Bool = false) -> Terminal
  {
    var terminal = Terminal(
      colour: colour ? .always : .never, environment: { _ in nil }, isTerminal: { _ in true },
      columns: { _ in width })
    terminal.accessible = accessible
    return terminal
  }

  private func agreements() -> Table {
    var table = Table([
      .init(), .init(shrinks: true), .init(alignment: .trailing), .init(),
    ])
    table.append([
      Table.Cell("kx7", style: .dim), "吵架先停半小时", "30", Table.Cell("in 3 days", field: "2026-11-24"),
    ])
    table.append(["mq", "Sunday talk ☕ 👨‍👩‍👧", "5", ""])
    table.append(["z", "a\tb\nc\\d\u{1B}"])
    return table
  }

  @Test func `columns stand under each other whatever the script`() {
    #expect(
      agreements().text(for: terminal()) == #"""
        kx7  吵架先停半小时     30  in 3 days
        mq   Sunday talk ☕ 👨‍👩‍👧   5
        z    a b^Jc\d^[

        """#)
  }

  @Test func `a pipe gets fields and no heading`() {
    var terminal = terminal()
    terminal.outputIsTerminal = false
    #expect(
      agreements().text(for: terminal)
        == "kx7\t吵架先停半小时\t30\t2026-11-24\nmq\tSunday talk ☕ 👨‍👩‍👧\t5\t\nz\ta\\tb\\nc\\\\d^[\t\t\n")
  }

  @Test func `headings stand over their columns and are dim`() {
    var table = Table([.init("id"), .init("标题"), .init("days", alignment: .trailing)])
    table.append(["kx7", "停", "3"])
    #expect(table.aligned(for: terminal()) == "id   标题  days\nkx7  停       3\n")
    #expect(
      table.aligned(for: terminal(colour: true)).hasPrefix(
        "\u{1B}[2mid\u{1B}[22m   \u{1B}[2m标题\u{1B}[22m  \u{1B}[2mdays\u{1B}[22m\n"))
  }

  @Test func `the column that may gives way on a narrow terminal`() {
    let lines = agreements().aligned(for: terminal(width: 32)).split(separator: "\n")
    #expect(
      lines == [
        "kx7  吵架先停半…   30  in 3 days",
        "mq   Sunday talk…   5",
        #"z    a b^Jc\d^["#,
      ])
  }

  @Test func `nothing is cut below eight columns, nor for a reader who listens`() {
    let least = agreements().aligned(for: terminal(width: 1))
    #expect(least.hasPrefix("kx7  吵架先…   30  in 3 days\n"))
    #expect(
      agreements().aligned(for: terminal(width: 1, accessible: true))
        == agreements().aligned(for: terminal()))
  }

  @Test func `a cell from right to left leaves the next column in its place`() {
    var table = Table([.init(), .init()])
    table.append(["שלום", "x"])
    table.append(["abcdef", "y"])
    #expect(table.aligned(for: terminal()) == "\u{2068}שלום\u{2069}    x\nabcdef  y\n")
    #expect(table.tabSeparated == "שלום\tx\nabcdef\ty\n")
  }

  @Test func `an empty table prints nothing`() {
    #expect(Table([.init("id")]).aligned(for: terminal()) == "")
    #expect(Table([.init("id")]).tabSeparated == "")
  }
}
