import Fixtures
import Foundation

/// Sentences with what a careful reader sees in each, one a line: `label<TAB>sentence`.
struct LabelledSentences: Sendable {
  struct Row: Sendable {
    /// Empty where there is nothing to see.
    let labels: Set<String>
    let text: String
  }

  let rows: [Row]

  var flagged: [Row] { rows.filter { !$0.labels.isEmpty } }
  var harmless: [Row] { rows.filter(\.labels.isEmpty) }

  init(_ files: String...) throws {
    let folder = Checkout.root.appending(path: "Tests/AgreementsTests/Clauses/Corpus")
    rows = try files.flatMap { file in
      let text = try String(contentsOf: folder.appending(path: "\(file).txt"), encoding: .utf8)
      return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
        let parts = line.split(separator: "\t")
        guard parts.count == 2 else { preconditionFailure("\(file): \(line)") }
        let labels = parts[0] == "-" ? [] : parts[0].split(separator: ",").map(String.init)
        return Row(labels: Set(labels), text: String(parts[1]))
      }
    }
  }

  /// How well a reading of the rows agrees with their labels.
  func measured(_ read: (String) -> Set<String>) -> LabelMeasure {
    rows.reduce(into: LabelMeasure()) { measure, row in
      let found = read(row.text)
      switch (row.labels.isEmpty, found.isEmpty) {
      case (false, false): measure.whole.right += 1
      case (true, false): measure.whole.tooMuch.append(row.text)
      case (false, true): measure.whole.missed.append(row.text)
      case (true, true): break
      }
      for label in row.labels.union(found) {
        if !row.labels.contains(label) {
          measure.byLabel[label, default: LabelCount()].tooMuch.append(row.text)
        } else if found.contains(label) {
          measure.byLabel[label, default: LabelCount()].right += 1
        } else {
          measure.byLabel[label, default: LabelCount()].missed.append(row.text)
        }
      }
    }
  }
}

struct LabelCount {
  var right = 0
  var tooMuch: [String] = []
  var missed: [String] = []

  var precision: Double { share(of: right + tooMuch.count) }
  var recall: Double { share(of: right + missed.count) }

  private func share(of whole: Int) -> Double { whole == 0 ? 1 : Double(right) / Double(whole) }
}

struct LabelMeasure: CustomStringConvertible {
  /// Something found or nothing, whatever it is.
  var whole = LabelCount()
  var byLabel: [String: LabelCount] = [:]

  var description: String {
    let all = [("any", whole)] + byLabel.sorted { $0.key < $1.key }
    return all.map { label, count in
      "\(label) \(percent(count.precision))/\(percent(count.recall))"
    }.joined(separator: ", ")
  }

  private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded()))" }
}
