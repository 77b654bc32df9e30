/// The page as CommonMark: people's words are text in it, and nothing else.
struct HandoutMarkdown {
  let page: Handout

  var text: String {
    var blocks = [
      "# " + page.heading { $0.visible.escapedForMarkdown }.text, page.subtitle.text,
    ]
    if page.sections.isEmpty { blocks.append(Handout.nothing.text) }
    for section in page.sections {
      blocks.append("## " + section.heading.text)
      blocks += section.lead.map { [$0.text] } ?? []
      blocks += section.items.flatMap(self.blocks)
    }
    blocks.append("---")
    blocks += Handout.limits.map(\.text)
    // Chinese knows no space after a full stop, and without one the stars would stay stars.
    blocks += Safety.onPaper.enumerated().map { $0 == 0 ? "**\($1.text)**" : $1.text }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private func blocks(of item: Handout.Item) -> [String] {
    var blocks = ["### " + item.title.visible.escapedForMarkdown]
    blocks += item.promise.map { [$0.text.escapedForMarkdown] } ?? []
    blocks += item.essence.map { ["> " + lines(of: $0, before: "> ")] } ?? []
    if !item.details.isEmpty {
      blocks.append(item.details.map(line).joined(separator: "\n"))
    }
    return blocks + item.remarks.map(\.text)
  }

  private func line(_ detail: Detail) -> String {
    let name = detail.name.text.escapedForMarkdown
    return "- **\(name)**" + Language.current.colon + lines(of: detail.words, before: "  ")
  }

  /// A person's lines, each but the last ended by a hard break: an empty one would end the block.
  private func lines(of text: String, before: String) -> String {
    text.visibleLines.lines.map(\.escapedForMarkdown).joined(separator: "\\\n" + before)
  }
}
