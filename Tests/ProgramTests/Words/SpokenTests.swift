import Testing

struct SpokenTests {
  private func read(_ source: String) -> SpeechReader {
    var reader = SpeechReader()
    reader.read(source, from: "x.swift")
    return reader
  }

  @Test(
    arguments: [
      (#"Sentence("yes", "同意")"#, ["yes"], ["同意"]),
      (#"Problem("code", .usage, Sentence("a \(b)", "甲"))"#, ["a \u{FFFC}"], ["甲"]),
      (#".said("why", "为什么", value: x)"#, ["why"], ["为什么"]),
      (#"f(value: ("TEXT", "文字"))"#, ["TEXT"], ["文字"]),
      (#"say("verb", "\(who) began", "\(who)开始了")"#, ["\u{FFFC} began"], ["\u{FFFC}开始了"]),
      (#"Sentence(a ? "one" : "two", "一个")"#, ["one", "two"], ["一个"]),
      (#"g("\(Sentence("in", "里").text)")"#, ["in"], ["里"]),
      (#"Sentence("bare", chinese)"#, ["bare"], []),
    ])
  func `a sentence is found wherever it stands`(
    source: String, english: [String], chinese: [String]
  ) {
    let found = read(source).sentences
    #expect(found.map(\.englishTexts) == [english])
    #expect(found.map(\.chineseTexts) == [chinese])
  }

  @Test(arguments: [#"let a = "中文""#, #"f("x", "中")"#, #""\(b ? "中" : "c")""#])
  func `Chinese outside of a sentence is found`(source: String) {
    #expect(read(source).loose.count == 1)
  }

  @Test(
    arguments: [
      #"Sentence("a", b ? "中" : "文")"#, #".said("x", aliases: ["中文"], y)"#,
      #"Sentence("a \(b)", "\(b ? "两" : "三")个")"#, "// \"中文\"", #"Sentence(own: text)"#,
    ])
  func `Chinese in a sentence, an alias or a comment is in its place`(source: String) {
    #expect(read(source).loose.isEmpty)
  }

  @Test func `an error has its code and its exit`() {
    let found = read(
      #"""
      Problem("one", .data, Sentence("a", "甲"))
      ("two", Sentence("b", "乙"))
      ("OVERVIEW: ", Sentence("c", "丙"))
      f(x, Sentence("d", "丁"))
      """#
    ).sentences
    #expect(found.map(\.code) == ["one", "two", nil, nil])
    #expect(found.map(\.exit) == ["data", nil, nil, nil])
  }

  @Test(
    arguments: [
      ("这份合同到期了", ["合同", "到期"]), ("the Contract expires", ["contract", "expires"]),
      ("没关系的", []), ("a deadlined contractor", []),
      ("a party, and parties.", ["party", "parties"]),
    ])
  func `a refused word is found as a word`(text: String, words: [String]) {
    #expect(RefusedWords.found(in: text) == words)
  }
}
