import Fixtures
import Foundation
import Testing

@testable import accord

/// One thing the program can say, as it is written in the sources.
struct Spoken: Sendable, CustomTestStringConvertible {
  /// The texts of one language; several where one of them is chosen when it is said.
  let english: [SwiftLiteral]
  let chinese: [SwiftLiteral]
  /// From the folder of the program.
  let file: String
  let line: Int
  /// The code that scripts get with it, where it is an error.
  var code: String?
  /// The case of `Exit` it ends the program with, where that stands beside it.
  var exit: String?

  var englishTexts: [String] { english.map(\.text) }
  var chineseTexts: [String] { chinese.map(\.text) }

  var testDescription: String {
    "\(file):\(line) \(englishTexts.joined(separator: " | ").prefix(60))"
  }
}

/// All that the sources of the program say.
enum Speech {
  /// Every sentence with words of its own; those made from other sentences alone are not here.
  static let sentences = reader.sentences
  /// Every literal with Chinese in it that is no half of a sentence.
  static let looseChinese = reader.loose

  private static let reader: SpeechReader = {
    var reader = SpeechReader()
    let folder = Checkout.root.appendingPathComponent("Sources/accord").path
    for name in (FileManager.default.subpaths(atPath: folder) ?? []).sorted()
    where name.hasSuffix(".swift") {
      guard let text = try? String(contentsOfFile: folder + "/" + name, encoding: .utf8) else {
        continue
      }
      reader.read(text, from: name)
    }
    return reader
  }()
}

/// Finds sentences among tokens.
struct SpeechReader {
  private(set) var sentences: [Spoken] = []
  private(set) var loose: [(file: String, line: Int, text: String)] = []
  private var file = ""

  mutating func read(_ source: String, from file: String) {
    self.file = file
    visit(SwiftScanner.tokens(of: source), claimed: false)
  }

  /// Where the two halves stand among the arguments of each function that says something.
  private static let sayers = ["Sentence": 0, "said": 0, "say": 1]

  private mutating func visit(_ tokens: [SwiftToken], claimed isClaimed: Bool) {
    var claimed: Set<Int> = []
    for index in tokens.indices {
      if let halves = halves(at: index, in: tokens) {
        claimed.formUnion(halves.english)
        claimed.formUnion(halves.chinese)
        var spoken = Spoken(
          english: halves.english.compactMap { tokens[$0].literal },
          chinese: halves.chinese.compactMap { tokens[$0].literal }, file: file,
          line: tokens[index].line)
        if tokens[index].isWord("Sentence") {
          (spoken.code, spoken.exit) = code(before: index, in: tokens)
        }
        if !(spoken.english.isEmpty && spoken.chinese.isEmpty) { sentences.append(spoken) }
      }
      if tokens[index].isWord("aliases"), index + 2 < tokens.count, tokens[index + 1].isMark(":") {
        claimed.formUnion(inside(index + 2, of: tokens))
      }
    }
    for index in tokens.indices {
      guard let literal = tokens[index].literal else { continue }
      let isSentence = isClaimed || claimed.contains(index)
      if !isSentence, literal.text.hasChinese {
        loose.append((file, tokens[index].line, literal.text))
      }
      for hole in literal.holes { visit(hole, claimed: isSentence) }
    }
  }

  /// The indices of the two halves, where a sentence begins here.
  private func halves(
    at index: Int, in tokens: [SwiftToken]
  ) -> (english: Range<Int>, chinese: Range<Int>)? {
    guard case .word(let word) = tokens[index].kind, index + 1 < tokens.count else { return nil }
    if word == "value", tokens[index + 1].isMark(":"), index + 2 < tokens.count,
      tokens[index + 2].isMark("(")
    {
      // The name of a value, as `value: ("TEXT", "文字")`.
      let parts = arguments(inside(index + 2, of: tokens), of: tokens)
      return parts.count == 2 ? (parts[0], parts[1]) : nil
    }
    guard let first = Self.sayers[word], tokens[index + 1].isMark("("),
      index == 0 || !tokens[index - 1].isWord("func")
    else { return nil }
    let arguments = arguments(inside(index + 1, of: tokens), of: tokens)
    guard arguments.count > first + 1 else { return nil }
    let (english, chinese) = (arguments[first], arguments[first + 1])
    let isLabelled = [english, chinese].contains { part in
      part.count > 1 && tokens[part.lowerBound + 1].isMark(":")
    }
    return isLabelled ? nil : (english, chinese)
  }

  /// What stands between an opening bracket and its closing one.
  private func inside(_ opening: Int, of tokens: [SwiftToken]) -> Range<Int> {
    var depth = 0
    for index in tokens.indices[opening...] {
      if "([{".contains(where: tokens[index].isMark) { depth += 1 }
      if ")]}".contains(where: tokens[index].isMark) { depth -= 1 }
      if depth == 0 { return (opening + 1)..<max(index, opening + 1) }
    }
    return (opening + 1)..<tokens.count
  }

  private func arguments(_ range: Range<Int>, of tokens: [SwiftToken]) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    var depth = 0
    for index in range {
      if "([{".contains(where: tokens[index].isMark) { depth += 1 }
      if ")]}".contains(where: tokens[index].isMark) { depth -= 1 }
      if depth == 0, tokens[index].isMark(",") {
        parts.append(start..<index)
        start = index + 1
      }
    }
    if start < range.upperBound { parts.append(start..<range.upperBound) }
    return parts
  }

  /// `"code", Sentence(…` and `"code", .usage, Sentence(…`.
  private func code(
    before index: Int, in tokens: [SwiftToken]
  ) -> (code: String?, exit: String?) {
    guard index >= 2, tokens[index - 1].isMark(",") else { return (nil, nil) }
    var exit: String?
    if index >= 5, tokens[index - 3].isMark("."), tokens[index - 4].isMark(","),
      case .word(let word) = tokens[index - 2].kind
    {
      exit = word
    }
    let code = tokens[exit == nil ? index - 2 : index - 5].literal?.text
    guard let code, !code.contains(/[^a-z0-9-]/) else { return (nil, nil) }
    return (code, exit)
  }
}

extension String {
  /// Whether it holds a Chinese character; punctuation is none.
  var hasChinese: Bool {
    unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) }
  }
}
