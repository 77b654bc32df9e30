import Agreements

/// A trend as lines of text: time runs down, the grades from left to right.
struct TrendChart {
  let trend: Trend
  let session: Session

  /// A table on a terminal, in a pipe tab-separated: day, three grades, what was agreed.
  var lines: [String] {
    guard session.terminal.outputIsTerminal else { return fields }
    guard !trend.points.isEmpty else { return [trend.tooFew?.text].compactMap { $0 } }
    let questions = Rating.Question.allCases
    var lines = legend
    lines.append("")
    let dates = trend.points.map { $0.day.named(today: session.today).text }
    let width = dates.map(\.columns).max() ?? 0
    let scales = questions.indices.map { "\($0 + 1) 0    5    10  " }.joined()
    lines.append(session.terminal.dim("".padded(to: width) + scales.trimmedAtEnd))
    for (point, date) in zip(trend.points, dates) {
      let marks = questions.map { question in
        scale(point.rating[question], trend.usual(question))
          + String(point.rating[question].value).padded(to: 3, trailing: true)
      }
      let letters = trend.agreements.indices.map {
        point.inForce.contains($0) ? Self.letter($0) : " "
      }
      let row = date.padded(to: width + 2) + marks.joined(separator: "  ") + "  " + letters.joined()
      lines.append(row.trimmedAtEnd)
    }
    if !trend.agreements.isEmpty {
      lines.append("")
      lines.append(Trend.agreedThen.text)
      lines += trend.agreements.enumerated().map { index, agreement in
        "  \(Self.letter(index))  \(session.terminal.shown(agreement.title))"
      }
    }
    return lines + ["", trend.tooFew?.text, Rating.caution.text].compactMap { $0 }
  }

  /// The questions, each with one's usual range.
  private var legend: [String] {
    let names = Rating.Question.allCases.map(\.named.text)
    let width = names.map(\.columns).max() ?? 0
    return zip(Rating.Question.allCases, names).enumerated().map { index, question in
      let usual = trend.usual(question.0)?.named.text ?? ""
      return "\(index + 1)  \(question.1.padded(to: width))  \(usual)".trimmedAtEnd
    }
  }

  /// `··──●──····`: the grade among those from 0 to 10, and the usual ones.
  private func scale(_ grade: Grade, _ usual: UsualRange?) -> String {
    Grade.allowed.map { value in
      value == grade.value ? "●" : usual?.contains(value) ?? false ? "─" : "·"
    }.joined()
  }

  /// `A` to `Z`, then `a` to `z`; then a sign that there are more.
  private static func letter(_ index: Int) -> String {
    let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".map(String.init)
    return letters.indices.contains(index) ? letters[index] : "+"
  }

  private var fields: [String] {
    trend.points.map { point in
      ([point.day.iso] + Rating.Question.allCases.map { String(point.rating[$0].value) }
        + [point.inForce.map { trend.agreements[$0].title.tabField }.joined(separator: "; ")])
        .joined(separator: "\t")
    }
  }
}

extension String {
  var trimmedAtEnd: String {
    guard let last = lastIndex(where: { $0 != " " }) else { return "" }
    return String(self[...last])
  }
}
