/// Named lists of phrases, found in a sentence in one walk.
///
/// A list is written as `one|two|three`, on as many lines as it needs; `{name}` takes in another
/// list, and a `+` after an English word its other forms (`meet+`: meet, meets, meeting). A phrase
/// of the list `shield` hides every shorter match that it touches: 不准时 is no 不准.
struct PhraseLists {
  private struct Node {
    var next: [String: Int] = [:]
    var lists: [Int] = []
  }

  private let written: [String: String]
  private var nodes = [Node()]
  private var numbers: [String: Int] = [:]

  static let shield = "shield"

  init(_ lists: [String: String]) {
    written = lists
    for name in lists.keys.sorted() { _ = number(of: name) }
  }

  /// The number that stands for a named list in what `found(in:)` gives.
  mutating func number(of name: String) -> Int {
    if let known = numbers[name] { return known }
    let number = numbers.count
    numbers[name] = number
    add(written[name] ?? "", as: number)
    return number
  }

  /// The same for a list written where it is used.
  mutating func number(ofWritten list: String) -> Int {
    // A bar in front, so that the word "me" is not taken for the list of that name.
    let key = "|" + list
    if let known = numbers[key] { return known }
    let number = numbers.count
    numbers[key] = number
    add(list, as: number)
    return number
  }

  private mutating func add(_ list: String, as number: Int) {
    for entry in list.split(whereSeparator: { "|\n".contains($0) }) {
      if entry.first == "{" {
        add(written[String(entry.dropFirst().dropLast())] ?? "", as: number)
      } else {
        for form in Self.forms(of: String(entry)) { add(phrase: form, as: number) }
      }
    }
  }

  private mutating func add(phrase: String, as number: Int) {
    var at = 0
    for token in TextTokens(phrase).sentences.joined() {
      if let next = nodes[at].next[token.word] {
        at = next
      } else {
        nodes.append(Node())
        nodes[at].next[token.word] = nodes.count - 1
        at = nodes.count - 1
      }
    }
    if at != 0, !nodes[at].lists.contains(number) { nodes[at].lists.append(number) }
  }

  private static func forms(of entry: String) -> [String] {
    guard let plus = entry.firstIndex(of: "+") else { return [entry] }
    let stem = String(entry[..<plus])
    let rest = String(entry[entry.index(after: plus)...])
    let hissing = ["s", "x", "ch", "sh"].contains { stem.hasSuffix($0) }
    let ending = stem.hasSuffix("e") ? String(stem.dropLast()) + "ing" : stem + "ing"
    return [stem, stem + (hissing ? "es" : "s"), ending].map { $0 + rest }
  }

  /// Where each list has a phrase: for each token, the lists and the ends of what begins there.
  func found(in sentence: [TextTokens.Token]) -> [[Int: [Int]]] {
    var found = [[Int: [Int]]](repeating: [:], count: sentence.count)
    var shields: [Range<Int>] = []
    let shield = numbers[Self.shield]
    for start in sentence.indices {
      var at = 0
      var end = start
      while end < sentence.count, let next = step(from: at, by: sentence[end].word) {
        at = next
        end += 1
        for list in nodes[at].lists {
          if list == shield {
            shields.append(start..<end)
          } else {
            found[start][list, default: []].append(end)
          }
        }
      }
    }
    for shield in shields { hide(behind: shield, in: &found) }
    return found
  }

  /// "Your mother's" is about your mother, where no list says otherwise.
  private func step(from node: Int, by word: String) -> Int? {
    if let next = nodes[node].next[word] { return next }
    return word.hasSuffix("'s") ? nodes[node].next[String(word.dropLast(2))] : nil
  }

  /// No phrase is longer than this many tokens, so that hiding looks no further back.
  private static let longest = 12

  private func hide(behind shield: Range<Int>, in found: inout [[Int: [Int]]]) {
    for start in max(0, shield.lowerBound - Self.longest)..<shield.upperBound {
      for (list, ends) in found[start] {
        let kept = ends.filter { end in
          end <= shield.lowerBound || (start <= shield.lowerBound && end >= shield.upperBound)
        }
        found[start][list] = kept.isEmpty ? nil : kept
      }
    }
  }
}
