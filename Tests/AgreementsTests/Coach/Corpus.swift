import Agreements
import Fixtures
import Foundation

/// Sentences as one of two partners might write them, labelled by what a careful reader would say.
///
/// `tuning` is what the lists were worked on with. `heldOut` was written afterwards and the lists
/// have not been changed for it; keep it so, else the measure says nothing about new texts.
enum Corpus {
  struct Sentence: Sendable {
    let text: String
    let kinds: Set<Coach.Kind>
  }

  enum Part: String, CaseIterable, Sendable {
    case tuning
    case heldOut = "held-out"
  }

  enum Language: String, CaseIterable, Sendable {
    case english, chinese
  }

  /// One line each: the kinds, or `none`; a tab; the sentence.
  static func sentences(_ language: Language, _ part: Part) throws -> [Sentence] {
    let file = Checkout.root.appendingPathComponent(
      "Tests/AgreementsTests/Coach/Corpus/\(language.rawValue)-\(part.rawValue).txt")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
      let halves = line.split(separator: "\t", maxSplits: 1).map { String($0) }
      let names = halves[0].split(separator: " ").filter { $0 != "none" }
      let kinds = names.compactMap { Coach.Kind(rawValue: String($0)) }
      guard halves.count == 2, kinds.count == names.count else { throw Unreadable(line: line) }
      return Sentence(text: halves[1], kinds: Set(kinds))
    }
  }

  static func sentences(_ language: Language) throws -> [Sentence] {
    try Part.allCases.flatMap { try sentences(language, $0) }
  }

  struct Unreadable: Error {
    let line: Substring
  }
}

/// How often one kind is found where it is, and only there; a sentence counts once.
struct Measure: CustomStringConvertible {
  private var right = 0
  private var wrong = 0
  private var missed = 0

  init(of kind: Coach.Kind, in sentences: [Corpus.Sentence]) {
    for sentence in sentences {
      let isFound = Coach.findings(in: sentence.text).contains { $0.kind == kind }
      switch (isFound, sentence.kinds.contains(kind)) {
      case (true, true): right += 1
      case (true, false): wrong += 1
      case (false, true): missed += 1
      case (false, false): break
      }
    }
  }

  var precision: Double { Double(right) / Double(max(1, right + wrong)) }
  var recall: Double { Double(right) / Double(max(1, right + missed)) }

  var description: String {
    "precision \((precision * 1_000).rounded() / 1_000), "
      + "recall \((recall * 1_000).rounded() / 1_000) "
      + "(\(right) right, \(wrong) wrong, \(missed) missed)"
  }
}
