import Agreements

extension Session {
  /// Fills a form with a person's own words: asks at a terminal, opens their editor, or reads
  /// standard input.
  ///
  /// - Parameters:
  ///   - writer: whose words they are.
  ///   - keep: what is done with it. What was written in an editor stays until that worked.
  /// - Returns: what it came to; nil where they would rather not.
  func fill<Part, Result>(
    _ form: Form<Part>, by writer: Partner, inEditor: Bool, keep: (Form<Part>) throws -> Result
  ) throws -> Result? {
    if inEditor { return try fillInEditor(form, by: writer, keep: keep) }
    let filled: Form<Part>
    if prompt.canAsk {
      filled = try ask(form)
      // What was there and was taken away is to go.
      if filled.isEmpty, form.isEmpty { return nil }
    } else if terminal.inputIsTerminal {
      throw NoInput.notATerminal(flag: Sentence("standard input", "标准输入").text)
    } else {
      filled = try form.reading(try TextInput.standard.all())
    }
    try filled.checked(mayBeEmpty: !form.isEmpty)
    return try keep(filled)
  }

  // MARK: Questions

  /// Asks for each text. Enter leaves what is there, a dash takes it away.
  private func ask<Part>(_ form: Form<Part>) throws -> Form<Part> {
    var form = form
    for field in form.fields where field.isAsked {
      form.texts[field.part] = try ask(field, before: form.texts[field.part])
    }
    return form
  }

  private func ask<Part>(_ field: Form<Part>.Field, before: String?) throws -> String? {
    for _ in 1...5 {
      let answer = try prompt.ask(question(field, before: before), default: before, flag: "")
      if answer.isEmpty || (answer == "-" && before != "-") {
        if !field.isNeeded { return nil }
        remark(Sentence("this one is needed", "这一项要写"))
        continue
      }
      do {
        try field.check(answer)
        return answer
      } catch {
        remark((error as? Mistyped)?.whenAsked ?? Problem(error, in: .none).sentence)
      }
    }
    throw NoInput.notUnderstood
  }

  private func question<Part>(_ field: Form<Part>.Field, before: String?) -> Sentence {
    if field.isNeeded { return field.question }
    return before == nil
      ? Sentence("\(field.question.english) (Enter: skip)", "\(field.question.chinese)（回车跳过）")
      : Sentence("\(field.question.english) (-: nothing)", "\(field.question.chinese)（-：不写）")
  }

  // MARK: The editor

  private func fillInEditor<Part, Result>(
    _ form: Form<Part>, by writer: Partner, keep: (Form<Part>) throws -> Result
  ) throws -> Result? {
    guard terminal.inputIsTerminal, !options.noInput else {
      throw NoInput.notATerminal(flag: Sentence("standard input", "标准输入").text)
    }
    let guide = Sentence(
      "each text goes below its line; leave a line empty for nothing, empty the whole file for no",
      "每段写在它的标题行下面；不写就留空，整个清空就是算了")
    guard
      let (text, draft) = try Editor.current(for: writer.id).open(
        form.text, guidance: [guide.text], marker: Editor.markerAmongHeadings)
    else { return nil }
    do {
      let filled = try form.reading(text)
      if filled.isEmpty {
        draft.discard()
        return nil
      }
      try filled.checked()
      let result = try keep(filled)
      draft.discard()
      return result
    } catch {
      var problem = Problem(error, in: .none)
      problem.hint = LeftDraft.kept(at: draft.path)
      throw problem
    }
  }
}
