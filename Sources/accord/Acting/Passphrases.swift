import Sealing

extension Session {
  /// Asks for a password, three times where it is not the one.
  ///
  /// - Parameter open: nil where it does not open what it should.
  func askPassphrase<Value>(
    _ question: Sentence, _ open: (Passphrase) throws -> Value?
  ) throws -> Value {
    try prompt.unseen { hidden in
      let attempts = 3
      for attempt in 1...attempts {
        let typed = try hidden.ask(question, flag: "--passphrase-file")
        if let passphrase = Passphrase(typed), let value = try open(passphrase) { return value }
        if attempt < attempts { remark(Sentence("That is not the password.", "密码不对。")) }
      }
      throw KeyFileError.wrongPassphrase
    }
  }

  /// Does something with a new password, typed twice so that a slip of the finger locks nobody
  /// out; nil where none was typed.
  ///
  /// That takes a second or two, and nothing is shown of what is typed meanwhile.
  func withNewPassphrase<Value>(
    _ question: Sentence, flag: String, _ use: (Passphrase) throws -> Value
  ) throws -> Value? {
    try prompt.unseen { hidden in
      for _ in 1...3 {
        let typed = try hidden.ask(question, flag: flag)
        if typed.isEmpty { return nil }
        // Somebody meant to answer a menu.
        if typed.count == 1 {
          remark(Sentence("One character is no password; nothing is set yet.", "一个字不能当密码，还没有设。"))
          continue
        }
        guard let passphrase = Passphrase(typed) else {
          remark(
            Sentence("That is too long; 1,024 bytes at most.", "太长了，最多1024个字节。"))
          continue
        }
        let again = try hidden.ask(Sentence("Once more", "再输一遍"), flag: flag)
        // By their bytes: `==` would take two spellings of one letter for the same.
        guard again.utf8.elementsEqual(typed.utf8) else {
          remark(Sentence("Those were not the same. From the start:", "两次不一样，从头再来："))
          continue
        }
        hint(about: typed)
        return try use(passphrase)
      }
      throw NoInput.notUnderstood
    }
  }

  /// A Chinese character is harder to guess than a letter: it counts twice, as on the screen.
  private func hint(about typed: String) {
    guard typed.columns < 8 else { return }
    remark(
      Sentence(
        "(short; a few words in a row are harder to guess)", "（有点短，几个词连在一起更难猜到）"))
  }
}
