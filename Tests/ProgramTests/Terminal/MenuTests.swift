import Testing

@testable import accord

@Suite struct MenuTests {
  private enum Answer {
    case yes, change, later, no
  }

  private let menu = Menu<Answer>([
    .init(.yes, Sentence("yes", "同意"), aliases: ["ok", "好"]),
    .init(.change, Sentence("change it", "改一改"), aliases: ["edit"]),
    .init(.later, Sentence("later", "晚点再说")),
    .init(.no, Sentence("no", "这次不了"), aliases: ["不"]),
  ])

  @Test func `the row is one line in either language`() {
    #expect(menu.text(in: .english) == "1 yes  2 change it  3 later  4 no: ")
    #expect(menu.text(in: .chinese) == "1 同意  2 改一改  3 晚点再说  4 这次不了：")
  }

  @Test(
    arguments: [
      ("1", .yes), ("4", .no), ("４", .no), (" 2 ", .change), ("　３　", .later), ("02", .change),
      ("yes", .yes), ("YES", .yes), ("y", .yes), ("ｙｅｓ", .yes), ("ok", .yes), ("OK", .yes),
      ("好", .yes), ("同意", .yes), ("同", .yes),
      ("change it", .change), ("change", .change), ("c", .change), ("edit", .change),
      ("改", .change),
      ("l", .later), ("晚点", .later), ("n", .no), ("不", .no), ("这次不了", .no),
    ] as [(String, Answer)])
  private func `a number, a label, its beginning and an alias are understood`(
    text: String, answer: Answer
  ) {
    #expect(menu.value(for: text) == answer)
  }

  @Test(arguments: [
    "", "  ", "0", "5", "-1", "1.5", "yess", "o", "e", "es", "好吧", "1 2", "99999999999999999999",
  ])
  func `anything else is not`(text: String) {
    #expect(menu.value(for: text) == nil)
  }

  @Test func `a beginning that fits two is not understood, a whole label is`() {
    let menu = Menu<Int>([.init(1, titled: "停半小时"), .init(2, titled: "停半小时，散步")])
    #expect(menu.value(for: "停半") == nil)
    #expect(menu.value(for: "停半小时") == 1)
    #expect(menu.value(for: "停半小时，") == 2)
  }

  @Test func `two equal titles are told apart by number only`() {
    let menu = Menu<Int>([.init(1, titled: "talk"), .init(2, titled: "talk")])
    #expect(menu.value(for: "talk") == nil)
    #expect(menu.value(for: "2") == 2)
  }

  @Test func `a list has one line a title, made visible`() {
    let menu = Menu<Int>(
      [.init(1, titled: "停半小时\u{1B}[2J"), .init(2, titled: "שלום")], layout: .list)
    #expect(menu.text(in: .english) == "  1 停半小时^[[2J\n  2 \u{2068}שלום\u{2069}\nnumber: ")
    #expect(menu.text(in: .chinese).hasSuffix("\n编号："))
  }
}
