/// The page as HTML: one file that loads nothing, runs nothing and sends nothing.
///
/// Well-formed as XML too, so that any strict parser can tell whether it is whole.
struct HandoutHTML {
  let page: Handout

  var text: String {
    let title = page.heading(\.visible).text + Language.current.colon + Listing.agreed.text
    return """
      <!DOCTYPE html>
      <html lang="\(Language.current.tag)">
      <head>
      <meta charset="utf-8"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <meta http-equiv="Content-Security-Policy" content="\(Self.policy)"/>
      <meta name="referrer" content="no-referrer"/>
      <meta name="color-scheme" content="light dark"/>
      <meta name="format-detection" content="telephone=no, date=no, address=no, email=no"/>
      <title>\(title.escapedForXML)</title>
      <style>
      \(HandoutStyle.sheet)
      </style>
      </head>
      <body>
      <header>
      \(Self.mark)
      <h1>\(page.heading { isolated($0.visible) }.text)</h1>
      <p>\(page.subtitle.text)</p>
      </header>
      <main>
      \(main)
      </main>
      <footer>
      \(footer)
      </footer>
      </body>
      </html>

      """
  }

  /// Nothing may be loaded, run, sent or framed; the style stands in the page itself.
  private static let policy =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

  /// Two circles that share a part, and keep one each.
  private static let mark = """
    <svg viewBox="0 0 52 32" aria-hidden="true">\
    <circle cx="16" cy="16" r="14"/><circle cx="36" cy="16" r="14"/></svg>
    """

  private var main: String {
    if page.sections.isEmpty { return "<p>\(Handout.nothing.text)</p>" }
    return page.sections.map(section).joined(separator: "\n")
  }

  private func section(_ section: Handout.Section) -> String {
    let heading = "<h2 id=\"\(section.anchor)\">\(section.heading.text)</h2>"
    let lead = section.lead.map { "<p class=\"lead\">\($0.text)</p>" }
    // Without the role Safari takes a list without marks for none.
    let items =
      ["<ul class=\"items\" role=\"list\">"] + section.items.map(item) + ["</ul>"]
    let lines = [heading] + [lead].compactMap(\.self) + items
    return """
      <section class="\(section.anchor)" aria-labelledby="\(section.anchor)">
      \(lines.joined(separator: "\n"))
      </section>
      """
  }

  private func item(_ item: Handout.Item) -> String {
    var lines = ["<h3 dir=\"auto\">\(item.title.visible.escapedForXML)</h3>"]
    lines += item.promise.map { ["<p class=\"promise\">\($0.text.escapedForXML)</p>"] } ?? []
    lines += item.essence.map { ["<p class=\"essence\" dir=\"auto\">\(words($0))</p>"] } ?? []
    if !item.details.isEmpty {
      lines.append("<ul class=\"details\" role=\"list\">")
      lines += item.details.map { detail in
        let name = (detail.name.text + Language.current.colon).escapedForXML
        return "<li><span class=\"name\">\(name)</span>\(isolated(detail.words))</li>"
      }
      lines.append("</ul>")
    }
    lines += item.remarks.map { "<p class=\"remark\">\($0.text)</p>" }
    return "<li>\n" + lines.joined(separator: "\n") + "\n</li>"
  }

  private var footer: String {
    let limits = Handout.limits.map { "<p>\($0.text)</p>" }
    let safety = Safety.onPaper.enumerated().map { place, sentence in
      place == 0 ? "<strong>\(sentence.text)</strong>" : sentence.text
    }
    return (limits + ["<p class=\"safety\">\(safety.joined(separator: "<br/>"))</p>"])
      .joined(separator: "\n")
  }

  /// Words that run from right to left keep to themselves.
  private func isolated(_ text: String) -> String { "<bdi>\(words(text))</bdi>" }

  /// A person's words, with their own lines: the style keeps those.
  private func words(_ text: String) -> String { text.visibleLines.escapedForXML }
}

extension Language {
  /// The name of the language in HTML; source: BCP 47.
  fileprivate var tag: String {
    switch self {
    case .english: "en"
    case .chinese: "zh-Hans"
    }
  }
}
