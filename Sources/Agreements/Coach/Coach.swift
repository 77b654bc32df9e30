/// Finds words that generalise about a person, and sentences that accuse one.
///
/// A hint for whoever writes, never a verdict: nothing is blocked, counted or kept (rules S7, S23).
/// Both languages always apply, because people mix them.
package enum Coach {
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case absolute, accusing, controlling
  }

  /// One place in a text, in Unicode scalars.
  package struct Finding: Hashable, Sendable {
    package let kind: Kind
    package let range: Range<Int>

    package init(kind: Kind, range: Range<Int>) {
      self.kind = kind
      self.range = range
    }
  }

  /// Absolute and accusing words, sorted by place; no two of one kind overlap.
  package static func findings(in text: String) -> [Finding] {
    let reading = Reading(text, with: .everything)
    return findings(among: Phrasebook.everything.matches(in: reading), in: reading)
  }

  static func findings(
    among matches: [(Phrasebook.Purpose, Range<Int>)], in reading: Reading
  ) -> [Finding] {
    var excused = reading.tokens.map { $0.isReported ? Excuses.everything : [] }
    for case (.excuse(let excuses), let range) in matches {
      for place in range { excused[place].formUnion(excuses) }
    }

    var found: [Finding] = []
    for case (.find(let kind, let answersTo), let range) in matches {
      if range.contains(where: { !excused[$0].isDisjoint(with: answersTo) }) { continue }
      found.append(Finding(kind: kind, range: reading.scalars(of: range)))
    }
    return apart(found)
  }

  /// Of findings that overlap the first, and of those the longest.
  static func apart(_ found: [Finding]) -> [Finding] {
    let sorted = found.sorted {
      ($0.range.lowerBound, $1.range.upperBound, $0.kind.rawValue)
        < ($1.range.lowerBound, $0.range.upperBound, $1.kind.rawValue)
    }
    var ends: [Kind: Int] = [:]
    return sorted.filter { finding in
      guard finding.range.lowerBound >= ends[finding.kind, default: 0] else { return false }
      ends[finding.kind] = finding.range.upperBound
      return true
    }
  }
}

/// What a harmless phrase excuses where it touches a finding.
struct Excuses: OptionSet, Hashable {
  let rawValue: Int

  /// Absolute words, and the you-sentences that hold them.
  static let absolute = Excuses(rawValue: 1)
  /// Any accusing sentence.
  static let accusing = Excuses(rawValue: 2)
  /// Accusing sentences that say a feeling or a wish in another frame: "when you don't answer".
  static let mild = Excuses(rawValue: 4)

  static let everything: Excuses = [.absolute, .accusing, .mild]
}
