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
    for entry in list.utf8.split(whereSeparator: { $0 == UInt8(ascii: "|") || $0 == 0x0A }) {
      if entry.first == UInt8(ascii: "{") {
        let name = Substring(entry.dropFirst().dropLast())
        add(written[String(name)] ?? "", as: number)
      } else if let plus = entry.firstIndex(of: UInt8(ascii: "+")) {
        let rest = Substring(entry[entry.index(after: plus)...])
        for form in Self.forms(of: String(Substring(entry[..<plus]))) {
          add(phrase: form + rest, as: number)
        }
      } else {
        add(phrase: Substring(entry), as: number)
      }
    }
  }

  private mutating func add(phrase: some StringProtocol, as number: Int) {
    var at = 0
    // The lists are read whenever the program looks at a text: most of a phrase is plain words.
    if phrase.utf8.allSatisfy({ (0x61...0x7A).contains($0) || $0 == 0x20 }) {
      for word in phrase.utf8.split(separator: 0x20) {
        at = node(after: at, by: String(decoding: word, as: UTF8.self))
      }
    } else if phrase.unicodeScalars.allSatisfy({ (0x4E00...0x9FFF).contains($0.value) }) {
      for scalar in phrase.unicodeScalars { at = node(after: at, by: String(scalar)) }
    } else {
      for token in TextTokens(phrase).sentences.joined() { at = node(after: at, by: token.word) }
    }
    if at != 0, !nodes[at].lists.contains(number) { nodes[at].lists.append(number) }
  }

  private mutating func node(after node: Int, by word: String) -> Int {
    if let next = nodes[node].next[word] { return next }
    nodes.append(Node())
    nodes[node].next[word] = nodes.count - 1
    return nodes.count - 1
  }

  private static func forms(of stem: String) -> [String] {
    let hissing = ["s", "x", "ch", "sh"].contains { stem.hasSuffix($0) }
    let ending = stem.hasSuffix("e") ? String(stem.dropLast()) + "ing" : stem + "ing"
    return [stem, stem + (hissing ? "es" : "s"), ending]
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
