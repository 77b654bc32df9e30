import Agreements
import Journal
import Vault

extension Reflection {
  /// What was written, in the order it is asked for, with what stands before it.
  var parts: [(name: Sentence, text: String?)] {
    [
      (Sentence("what happened", "发生了什么"), happened?.text),
      (Sentence("what I felt", "我的感受"), felt?.text),
      (Sentence("what I feared", "我怕的是"), feared?.text),
      (Sentence("where I know it from", "以前什么时候有过"), knownFrom?.text),
      (Sentence("what I did", "我做了什么"), did?.text),
      (Sentence("trigger", "触发点"), trigger?.text),
    ]
  }

  func lines(_ terminal: Terminal) -> [String] {
    parts.compactMap { part in
      part.text.map { part.name.before(terminal.shownLines($0)) }
    }
  }

  func json(id: ID, on day: Day) -> JSON {
    .object([
      "did": did.map { .string($0.text) } ?? .null,
      "feared": feared.map { .string($0.text) } ?? .null,
      "felt": felt.map { .string($0.text) } ?? .null,
      "happened": happened.map { .string($0.text) } ?? .null,
      "id": .string(id.text), "knownFrom": knownFrom.map { .string($0.text) } ?? .null,
      "on": .string(day.iso), "trigger": trigger.map { .string($0.text) } ?? .null,
    ])
  }
}

extension Vault {
  /// One's own triggers, from notes and needs; two ways to type one are the same trigger.
  func recurrences() throws -> [Recurrence] {
    Recurrence.all(
      in: try reflections().map { ($0.at, $0.reflection) }, needs: try needs().map(\.need),
      fold: { Token($0).text })
  }

  func recurrence(of trigger: Trigger) throws -> Recurrence? {
    try recurrences().first { Token($0.trigger.text) == Token(trigger.text) }
  }
}
