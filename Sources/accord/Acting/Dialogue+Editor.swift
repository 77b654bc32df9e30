import Agreements

extension Session {
  /// A text as its writer leaves it in their editor; nil where the whole file was emptied.
  func edit(_ composition: Composition) throws -> (Composition, Draft)? {
    let fields = composition.asked
    let header = "# accord: "
    let text = fields.map { "\(header)\($0.rawValue)\n\(composition.fields[$0] ?? "")" }
      .joined(separator: "\n")
    let guide = Sentence(
      "each text goes below its line; leave a line empty for nothing, empty the whole file for no",
      "每段写在它的标题行下面；不写就留空，整个清空就是算了")
    guard
      let (edited, draft) = try Editor.current(for: composition.me.id).open(
        text, guidance: [guide.text], marker: Editor.markerAmongHeadings)
    else { return nil }
    let before = composition.fields
    var composition = composition
    composition.fields = [:]
    var current: Field?
    for line in edited.lines {
      if line.hasPrefix(header) {
        current = Field(rawValue: String(line.dropFirst(header.count)))
        // Without its name nobody knows what the text below is.
        guard current != nil else { throw Self.lost(line, draft) }
        continue
      }
      guard let current else {
        if line.allSatisfy(\.isWhitespace) { continue }
        throw Self.lost(line, draft)
      }
      let earlier = composition.fields[current].map { $0 + "\n" } ?? ""
      composition.fields[current] = earlier + line
    }
    for (field, text) in composition.fields {
      // Empty lines below a new text only part it from the next.
      if let old = before[field], old.utf8.elementsEqual(text.utf8) { continue }
      var scalars = text.unicodeScalars
      while scalars.last == "\n" { scalars.removeLast() }
      composition.fields[field] = scalars.isEmpty ? nil : String(scalars)
    }
    if composition.fields.isEmpty {
      draft.discard()
      return nil
    }
    return (composition, draft)
  }

  /// A line of an edited text that no heading stands above, or a heading nobody knows.
  private static func lost(_ line: String, _ draft: Draft) -> Problem {
    let shown = line.visible.truncated(to: 60)
    return Problem(
      "bad-heading", .usage,
      Sentence(
        "\"\(shown)\" is none of the headings; nothing was suggested",
        "“\(shown)”不是原来的标题行，所以什么也没提"),
      hint: LeftDraft.kept(at: draft.path))
  }
}
