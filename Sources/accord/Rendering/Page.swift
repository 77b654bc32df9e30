import Agreements

/// One's notes as a page of plain text to bring along: Markdown, readable as it is.
struct Page {
  let reflections: [(at: Instant, reflection: Reflection)]
  let recurrences: [Recurrence]
  let name: String
  let session: Session

  /// As it is shown: what a terminal might take for a command is made visible.
  var lines: [String] { text.lines.dropLast().map { session.terminal.shown($0) } }

  var text: String {
    let heading = Sentence("Notes of \(name)", "\(name)写给自己的")
    let on = session.today.dated
    var parts = [
      "# \(heading.text)",
      Sentence(
        "Put together on \(on.english), to look at with somebody. In \(name)'s own words, nothing more.",
        "\(on.chinese)整理，用来和别人一起看看。都是\(name)自己的话。"
      ).text,
    ]
    if !recurrences.isEmpty {
      parts.append("## " + Sentence("What makes me uneasy", "容易不安的时候").text)
      parts.append(recurrences.map(told).joined(separator: "\n"))
    }
    if !reflections.isEmpty {
      parts.append("## " + Sentence("What I wrote down", "我写下的").text)
      parts += reflections.map { at, reflection in
        let lines = reflection.parts.compactMap { part in
          part.text.map { item(part.name.before($0)) }
        }
        return (["### " + session.day(at).dated.text, ""] + lines).joined(separator: "\n")
      }
    }
    if reflections.isEmpty, recurrences.isEmpty {
      parts.append(Sentence("There is nothing written down yet.", "还没有写下什么。").text)
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func told(_ one: Recurrence) -> String {
    var days: [Day] = []
    for day in one.times.map(session.day) where days.last != day { days.append(day) }
    let when = Sentence(
      days.map(\.dated.english).joined(separator: Language.english.comma),
      days.map(\.dated.chinese).joined(separator: Language.chinese.comma))
    var lines = [
      item(
        days.isEmpty ? one.trigger.text : Sentence(own: one.trigger.text).before(when.text))
    ]
    lines += one.steps.suffix(1).map { step in
      "  " + item(Sentence("what I do for myself first: \(step.text)", "我先为自己做的：\(step.text)").text)
    }
    return lines.joined(separator: "\n")
  }

  /// A line of a list; further lines of one's own stand below its text.
  private func item(_ text: String) -> String {
    "- " + text.replacing("\n", with: "\n  ")
  }
}
