import Agreements
import Journal
import Storage

// What is due, for scripts.

extension Agenda.Item {
  /// The word scripts know it by.
  var kind: String {
    switch self {
    case .pause: "pause"
    case .itIsTime: "return"
    case .answer: "answer"
    case .again: "again"
    case .talk: "talk"
    case .lapsing: "lapsing"
    case .repair: "repair"
    case .ritual: "ritual"
    case .review: "review"
    case .need: "need"
    }
  }
}

extension Agenda {
  /// - Parameter all: whether the fourth and all further ones are told to people too.
  func report(all: Bool = false) throws -> Report {
    if session.options.json { return Report(json: [("items", try json())]) }
    return Report(lines: lines(all: all))
  }

  /// What an item is about, as far as it is about one thing.
  private struct About {
    var id = ""
    var title = ""
    var day: Day?
    var at: Instant?
  }

  private func about(_ item: Item) -> About {
    switch item {
    case .pause(let until): return About(day: session.day(until), at: until)
    case .itIsTime, .repair: return About()
    case .answer(let agreement, let text), .again(let agreement, let text):
      return About(id: agreement.id.text, title: text.wording?.title.text ?? "")
    case .lapsing(let agreement, let end): return about(agreement, on: end)
    case .review(let agreement): return about(agreement, on: agreement.review?.due)
    case .talk(let occasion, _), .ritual(let occasion):
      return About(
        id: occasion.standing.summary.id.text, title: occasion.standing.wording.title.text,
        day: session.shownDay(occasion), at: occasion.at)
    case .need(let need):
      return About(
        id: need.id.text, title: need.need.text.text, day: session.day(need.sharedAt))
    }
  }

  private func about(_ agreement: Agreement, on instant: Instant?) -> About {
    About(
      id: agreement.id.text, title: agreement.shown?.wording?.title.text ?? "",
      day: instant.map { session.day($0) })
  }

  /// Kind, id, title, day: tab-separated.
  func field(_ item: Item) -> String {
    let about = about(item)
    return [
      item.kind, String(about.id.prefix(8)), about.title.tabField, about.day?.iso ?? "",
    ].joined(separator: "\t")
  }

  private func json() throws -> JSON {
    let form = AgreementJSON(session: session, pair: store.pair, reader: reader)
    return .array(
      try items.map { item in
        let agreement: JSON =
          switch item {
          case .answer(let agreement, _), .again(let agreement, _), .lapsing(let agreement, _),
            .review(let agreement):
            form.object(agreement)
          case .talk(let occasion, _), .ritual(let occasion):
            form.object(try store.agreement(occasion.standing.summary))
          case .pause, .itIsTime, .repair, .need: .null
          }
        let about = about(item)
        let need: JSON = if case .need(let need) = item { .string(need.id.text) } else { .null }
        return .object([
          "agreement": agreement, "at": .some(about.at.map { .string($0.rfc3339) } ?? .null),
          "kind": .string(item.kind), "need": need,
          "on": .some(about.day.map { .string($0.iso) } ?? .null),
        ])
      })
  }
}
