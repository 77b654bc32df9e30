import Journal

extension Session {
  /// Asks before something of one's own goes for good; off a terminal `--yes` says it.
  func isSureToErase(
    _ question: Sentence = Sentence("Erase it for good?", "彻底抹去吗？"), yes: Bool
  ) throws -> Bool {
    try isSure(
      question, Sentence("erase", "抹去"), yes: yes,
      otherwise: Sentence(
        "this cannot be taken back; say so with --yes", "这一步收不回来，确定的话请加 --yes"))
  }
}

extension Report {
  static func nothingErased(_ member: String) -> Report {
    .says(Sentence("Nothing was erased.", "好，没有抹去。"), json: (member, .null))
  }

  static func erased(json: (String, JSON)) -> Report {
    .says(Sentence("Erased here; backups keep what they have.", "抹去了；以前的备份里还有。"), json: json)
  }
}
