import Testing

struct SwiftScannerTests {
  @Test(
    arguments: [
      (#""plain""#, "plain"), (#""a \"b\" \\ c""#, #"a "b" \ c"#), (#""\u{4F60}\n""#, "你\n"),
      (##"#"raw \n"#"##, #"raw \n"#), (#""""#, ""),
      ("\"\"\"\n    one\n      two\n    \"\"\"", "one\n  two"),
      ("\"\"\"\n  one \\\n  two\n  \"\"\"", "one two"),
    ])
  func `a literal is read as the program prints it`(source: String, text: String) {
    #expect(SwiftScanner.tokens(of: source).map(\.literal?.text) == [text])
  }

  @Test func `what is interpolated is a hole, strings inside it included`() throws {
    let source = #"f("一\(a ? "x)" : "\(b)")二", 3)"#
    let tokens = SwiftScanner.tokens(of: source)
    let literal = try #require(tokens[2].literal)
    #expect(literal.text == "一\(SwiftLiteral.hole)二")
    #expect(literal.holes[0].compactMap(\.literal?.text) == ["x)", SwiftLiteral.hole])
    #expect(tokens.count == 6)
  }

  @Test func `comments hold no tokens, and lines are counted through everything`() {
    let source = "/* \"no\" /* no */\n */ // \"no\"\n\"\"\"\n a\n \"\"\" yes\nhere"
    let tokens = SwiftScanner.tokens(of: source)
    #expect(tokens.map(\.line) == [3, 5, 6])
  }
}
