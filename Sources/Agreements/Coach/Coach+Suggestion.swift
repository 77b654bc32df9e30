extension Coach {
  /// The speaker's form of a text, with the writer's own words where they can be kept; nil where
  /// nothing was found.
  ///
  /// It has no finding of its own.
  package static func suggestion(for text: String) -> SpeakersForm? {
    let reading = Reading(text, with: .everything)
    let matches = Phrasebook.everything.matches(in: reading)
    let found = findings(among: matches, in: reading)
    guard let first = found.first,
      let token = reading.tokens.first(where: { $0.range.upperBound > first.range.lowerBound })
    else { return nil }

    for (opening, place) in openings(among: matches, in: reading, touching: found) {
      let rest = Rest(reading, from: place)
      if let form = rest.form(after: opening), findings(in: form.text).isEmpty { return form }
    }
    return SpeakersForm(token.sort == .chinese ? .chinese : .english)
  }

  /// The openings that are part of a finding, and where what follows them begins.
  private static func openings(
    among matches: [(Phrasebook.Purpose, Range<Int>)], in reading: Reading,
    touching found: [Finding]
  ) -> [(Opening, Int)] {
    var openings: [(opening: Opening, range: Range<Int>)] = []
    var next = found.makeIterator()
    var finding = next.next()
    for case (.opening(let opening), let range) in matches {
      let place = reading.scalars(of: range)
      while let passed = finding, passed.range.upperBound <= place.lowerBound {
        finding = next.next()
      }
      guard let finding, finding.range.overlaps(place) else { continue }
      openings.append((opening, range))
    }
    // Of two at one place the longer one leaves the cleaner rest.
    return openings.sorted {
      ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound)
    }.prefix(tries).map { ($0.opening, $0.range.upperBound) }
  }

  /// A long text is not searched to its end for words to keep.
  private static let tries = 20
}

/// What a text says after an opening, up to the end of the clause.
private struct Rest {
  private let words: [String]
  private let isChinese: Bool

  /// Longer than this it is a story, and no observation.
  private static let most = 14

  init(_ reading: Reading, from place: Int) {
    let clause = reading.tokens[place...].prefix(Self.most + 1)
      .prefix { $0.sort == .english || $0.sort == .chinese }
    let sort = clause.first?.sort
    let isOneLanguage = clause.allSatisfy { $0.sort == sort }
    isChinese = sort == .chinese
    words =
      isOneLanguage && clause.count <= Self.most
      ? clause.map { reading.original($0) } : []
  }

  func form(after opening: Opening) -> SpeakersForm? {
    guard !words.isEmpty else { return nil }
    return isChinese ? chinese(after: opening) : english(after: opening)
  }

  private func english(after opening: Opening) -> SpeakersForm? {
    let plain = words.map { Reading.words(of: $0).first ?? $0 }
    let count = plain.dropFirst().prefix { !Openings.ends.contains($0) }.count + 1
    let kept = words.prefix(count)
    let first = plain[0]
    guard !plain.prefix(count).contains("feel") else { return nil }
    // What was shouted is not shouted again.
    let isShouted = kept.contains { $0 != "I" } && kept.allSatisfy { $0 == $0.uppercased() }
    let said = kept.map { isShouted ? $0.lowercased() : $0 }.map { $0 == "i" ? "I" : $0 }
      .joined(separator: " ")
    switch opening {
    case .denies where Openings.felt.contains(first):
      return SpeakersForm(.english, observation: "I feel you don't \(said)")
    case .denies where Openings.seen.contains(first):
      return SpeakersForm(.english, observation: "you don't \(said)")
    case .does where Openings.seen.contains(first):
      return SpeakersForm(.english, observation: "you \(said)")
    case .isSo where Openings.states.contains(first):
      return SpeakersForm(.english, observation: "you are \(said)")
    case .feels where count <= 5 && (first == "so" || !Openings.ends.contains(first)):
      return SpeakersForm(.english, feeling: said)
    default: return nil
    }
  }

  private func chinese(after opening: Opening) -> SpeakersForm? {
    var said = words.joined()
    guard !Openings.brokenChinese.contains(where: said.contains) else { return nil }
    while let last = said.last, Openings.particles.contains(last) { said.removeLast() }
    guard said.count > 1 else { return nil }
    let isSeen = Openings.seenChinese.contains(where: said.hasPrefix)
    switch opening {
    case .denies where Openings.feltChinese.contains(where: said.hasPrefix):
      return SpeakersForm(.chinese, observation: "我觉得你不\(said)")
    case .denies where isSeen:
      return SpeakersForm(.chinese, observation: "你没\(said)")
    case .does where isSeen:
      return SpeakersForm(.chinese, observation: "你\(said)")
    case .feels: return felt(said)
    default: return nil
    }
  }

  private func felt(_ said: String) -> SpeakersForm? {
    if said.hasPrefix("自己"), said.count <= 10 {
      return SpeakersForm(.chinese, feeling: "觉得\(said)")
    }
    let feeling =
      Openings.degrees.first { degree in
        Openings.feelings.contains { said == degree + $0 }
      }.map { said.dropFirst($0.count) } ?? Openings.feelings.first { $0 == said }?[...]
    return feeling.map { SpeakersForm(.chinese, feeling: "很\($0)") }
  }
}
