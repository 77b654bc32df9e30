import Agreements

/// A trend as an SVG picture: three lines, each with one's usual range behind it.
///
/// Without a ground of its own and in middle tones only, so that it reads on white and on black.
struct TrendPicture {
  let trend: Trend
  let today: Day

  private static let width = 720.0
  /// Where the curves begin and end, and how high the room for one is.
  private static let left = 48.0
  private static let right = 696.0
  private static let height = 130.0
  private static let gap = 62.0
  private static let top = 76.0

  /// At least 4.5 to 1 against white and against black (WCAG 2.2, 1.4.3).
  private static let ink = "#767676"
  /// At least 3 to 1 against both (WCAG 2.2, 1.4.11); blue, orange and violet stay apart for who
  /// sees no red or no green, and each has its own heading besides.
  private static func colour(_ question: Rating.Question) -> String {
    switch question {
    case .seen: "#2b80d9"
    case .speaking: "#c96a10"
    case .mending: "#9360cf"
    }
  }

  var svg: String {
    let questions = Rating.Question.allCases
    let below = Self.top + Double(questions.count) * (Self.height + Self.gap)
    var parts = questions.enumerated().map { index, question in
      curve(question, top: Self.top + Double(index) * (Self.height + Self.gap))
    }
    let agreed = spans(top: below)
    parts.append(agreed.text)
    var foot = below + agreed.height + 20
    for sentence in [trend.tooFew, Rating.caution].compactMap(\.self) {
      parts.append(text(sentence.text, x: Self.left, y: foot, size: 12))
      foot += 18
    }
    let height = Int(foot)
    let title = Sentence("How it has been for me", "我这段时间的感觉").text
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Int(Self.width)) \(height)" \
      width="\(Int(Self.width))" height="\(height)" role="img" \
      font-family="system-ui, 'Noto Sans CJK SC', 'PingFang SC', sans-serif">
      <title>\(title.escapedForXML)</title>
      \(text(title, x: Self.left, y: 30, size: 18))
      \(parts.joined(separator: "\n"))
      </svg>

      """
  }

  // MARK: One question

  private func curve(_ question: Rating.Question, top: Double) -> String {
    let colour = Self.colour(question)
    let usual = trend.usual(question)
    let heading = usual.map { usual in
      Sentence(
        "\(question.named.english), \(usual.named.english)",
        "\(question.named.chinese)，\(usual.named.chinese)")
    }
    var parts = [text((heading ?? question.named).text, x: Self.left, y: top - 10, size: 14)]
    if let usual {
      let (upper, lower) = (y(usual.upper, top), y(usual.lower, top))
      parts.append(
        """
        <rect x="\(Self.left.short)" y="\(upper.short)" width="\((Self.right - Self.left).short)" \
        height="\((lower - upper).short)" fill="\(colour)" fill-opacity="0.18"/>
        """)
    }
    for grade in [0, 5, 10] {
      let height = y(Double(grade), top)
      parts.append(line(from: (Self.left, height), to: (Self.right, height), Self.ink, width: 0.5))
      parts.append(text(String(grade), x: Self.left - 8, y: height + 4, size: 12, anchor: "end"))
    }
    let places = trend.points.map { point in
      (x: x(point.day), y: y(Double(point.rating[question].value), top))
    }
    if places.count > 1 {
      let path = places.map { "\($0.x.short),\($0.y.short)" }.joined(separator: " ")
      parts.append(
        "<polyline points=\"\(path)\" fill=\"none\" stroke=\"\(colour)\" stroke-width=\"2\"/>")
    }
    for (place, point) in zip(places, trend.points) {
      let told = "\(point.day.named(today: today).text): \(point.rating[question].value)"
      parts.append(
        """
        <circle cx="\(place.x.short)" cy="\(place.y.short)" r="4" fill="\(colour)">\
        <title>\(told.escapedForXML)</title></circle>
        """)
    }
    for (day, anchor) in ends {
      parts.append(
        text(
          day.named(today: today).text, x: x(day), y: top + Self.height + 18, size: 12,
          anchor: anchor))
    }
    return parts.joined(separator: "\n")
  }

  /// The first and the last day, as far as they are two.
  private var ends: [(Day, anchor: String)] {
    guard let first = trend.points.first?.day, let last = trend.points.last?.day else { return [] }
    return first == last ? [(first, "middle")] : [(first, "start"), (last, "end")]
  }

  // MARK: What was agreed

  /// A bar for each agreement, as long as it was in force at the days of the points.
  private func spans(top: Double) -> (text: String, height: Double) {
    guard !trend.agreements.isEmpty else { return ("", 0) }
    var parts = [text(Trend.agreedThen.text, x: Self.left, y: top, size: 14)]
    for (index, agreement) in trend.agreements.enumerated() {
      let height = top + 24 + Double(index) * 30
      parts.append(
        text(agreement.title.visible.truncated(to: 80), x: Self.left, y: height, size: 12))
      for (point, next) in zip(trend.points, trend.points.dropFirst().map(Optional.some) + [nil])
      where point.inForce.contains(index) {
        let from = (x: x(point.day), y: height + 9)
        parts.append(
          "<circle cx=\"\(from.x.short)\" cy=\"\(from.y.short)\" r=\"3\" fill=\"\(Self.ink)\"/>")
        if let next, next.inForce.contains(index) {
          parts.append(line(from: from, to: (x(next.day), from.y), Self.ink, width: 2))
        }
      }
    }
    return (parts.joined(separator: "\n"), 24 + Double(trend.agreements.count) * 30)
  }

  // MARK: Places and shapes

  private func x(_ day: Day) -> Double {
    guard let first = trend.points.first?.day, let last = trend.points.last?.day, first < last
    else { return (Self.left + Self.right) / 2 }
    let share = Double(day.days(since: first)) / Double(last.days(since: first))
    return Self.left + share * (Self.right - Self.left)
  }

  private func y(_ grade: Double, _ top: Double) -> Double {
    top + (10 - grade) / 10 * Self.height
  }

  private func line(
    from: (x: Double, y: Double), to: (x: Double, y: Double), _ colour: String, width: Double
  ) -> String {
    """
    <line x1="\(from.x.short)" y1="\(from.y.short)" x2="\(to.x.short)" y2="\(to.y.short)" \
    stroke="\(colour)" stroke-width="\(width)"/>
    """
  }

  private func text(
    _ text: String, x: Double, y: Double, size: Int, anchor: String = "start"
  ) -> String {
    """
    <text x="\(x.short)" y="\(y.short)" font-size="\(size)" text-anchor="\(anchor)" \
    fill="\(Self.ink)">\(text.escapedForXML)</text>
    """
  }
}

extension Double {
  /// With one digit after the point: a tenth of a pixel is enough.
  fileprivate var short: String {
    let tenths = Int((self * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    return "\(sign)\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }
}
