/// A pattern of words, written as a line of text so that the lists stay lists.
///
/// | written | means |
/// |---|---|
/// | `you never`, `你总是` | these words, one after the other |
/// | `(do\|did)` | one of these; each may be several words |
/// | `[just\|really]` | one of these or nothing |
/// | `$warm` | one of a named list |
/// | `~` | up to 6 words of one clause: no mark, no "not", no other person |
/// | `~~` | up to 12 words up to the next mark |
/// | `~~~` | up to 20 words and marks of one sentence |
/// | `<总是>` | only this part is the finding |
struct Phrase {
  enum Part {
    case choice(Choice, isOptional: Bool)
    case gap(Gap)
    case opening, closing
  }

  enum Gap: Int {
    case near = 1
    case clause, sentence

    var most: Int {
      switch self {
      case .near: 6
      case .clause: 12
      case .sentence: 20
      }
    }
  }

  /// Rows of words, by the word each begins with.
  struct Choice {
    let rows: [Int: [[Int]]]

    init(_ rows: [[Int]]) {
      self.rows = Dictionary(grouping: rows.filter { !$0.isEmpty }) { $0[0] }
    }
  }

  /// The word it begins with, and the next one where that is known.
  struct Beginning: Hashable {
    let first: Int
    let second: Int?
  }

  let parts: [Part]

  var beginnings: Set<Beginning> {
    var beginnings: Set<Beginning> = []
    for (place, part) in parts.enumerated() {
      guard case .choice(let choice, let isOptional) = part else { continue }
      let next = firstWords(from: place + 1)
      for row in choice.rows.values.joined() {
        if row.count > 1 {
          beginnings.insert(Beginning(first: row[0], second: row[1]))
        } else if let next {
          for word in next { beginnings.insert(Beginning(first: row[0], second: word)) }
        } else {
          beginnings.insert(Beginning(first: row[0], second: nil))
        }
      }
      if !isOptional { break }
    }
    return beginnings
  }

  /// The words that must come next; nil where any may, or nothing need come.
  private func firstWords(from place: Int) -> Set<Int>? {
    var words: Set<Int> = []
    for part in parts[place...] {
      switch part {
      case .opening, .closing: continue
      case .gap: return nil
      case .choice(let choice, let isOptional):
        words.formUnion(choice.rows.keys)
        if !isOptional { return words }
      }
    }
    return nil
  }

  init(_ line: String, number: (String) -> Int) {
    var parts: [Part] = []
    var rest = line.unicodeScalars[...]
    func numbers(_ words: some StringProtocol) -> [Int] { Reading.words(of: words).map(number) }

    while let first = rest.popFirst() {
      switch first {
      case "<": parts.append(.opening)
      case ">": parts.append(.closing)
      case "(", "[":
        let inside = rest.prefix { $0 != ")" && $0 != "]" }
        rest = rest.dropFirst(inside.count + 1)
        let choices = inside.split(separator: "|").flatMap { choice in
          let name = String(choice)
          return Phrase.named(name).map { $0.map { numbers($0) } } ?? [numbers(name)]
        }
        parts.append(.choice(Choice(choices), isOptional: first == "["))
      case "$":
        let name = rest.prefix { $0.properties.isAlphabetic }
        rest = rest.dropFirst(name.count)
        let words = Phrase.named("$" + String(name)) ?? []
        parts.append(.choice(Choice(words.map { numbers($0) }), isOptional: false))
      case "~":
        let more = rest.prefix { $0 == "~" }
        rest = rest.dropFirst(more.count)
        parts.append(.gap(Gap(rawValue: more.count + 1) ?? .sentence))
      case " ": break
      default:
        let plain = rest.prefix { !"<>([$~".unicodeScalars.contains($0) }
        rest = rest.dropFirst(plain.count)
        parts.append(
          .choice(Choice([numbers(String(first) + String(plain))]), isOptional: false))
      }
    }
    self.parts = parts
  }

  private static func named(_ name: String) -> [String]? {
    name.hasPrefix("$") ? WordLists.named[String(name.dropFirst())] : nil
  }
}
