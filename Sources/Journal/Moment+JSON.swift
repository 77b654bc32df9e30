package import Agreements

// The canonical form of what passes: its own members beside `kind`.

extension Moment {
  var kind: String {
    switch self {
    case .pause: "pause"
    case .extend: "extend"
    case .back: "back"
    case .ready: "ready"
    case .bring: "bring"
    case .skip: "skip"
    }
  }

  var json: JSON {
    let kind = JSON.string(kind)
    return switch self {
    case .pause(let id, let until, let heldSince):
      .object([
        "heldSince": .integer(heldSince.seconds), "kind": kind, "pause": .string(id.text),
        "until": .integer(until.seconds),
      ])
    case .extend(let id, let until):
      .object(["kind": kind, "pause": .string(id.text), "until": .integer(until.seconds)])
    case .back(let ids, let leavesIt):
      .object([
        "kind": kind, "leaves": leavesIt ? .bool(true) : nil,
        "pauses": .array(ids.map { .string($0.text) }),
      ])
    case .ready(let talk, let isReady):
      .object([
        "kind": kind, "talk": .string(talk.rawValue), "unready": isReady ? nil : .bool(true),
      ])
    case .bring(let notes):
      .object(["kind": kind, "talk": .string(notes.talk.rawValue), "texts": notes.json])
    case .skip(let day): .object(["day": .string(day.iso), "kind": kind])
    }
  }

  /// Nil where the kind is none of these.
  init?(kind: String, fields: inout Fields) throws(EntryProblem) {
    switch kind {
    case "pause":
      self = .pause(
        try fields.pause("pause"), until: try fields.instant("until"),
        heldSince: try fields.instant("heldSince"))
    case "extend":
      self = .extend(try fields.pause("pause"), until: try fields.instant("until"))
    case "back":
      let ids = try fields.pauses("pauses")
      guard !ids.isEmpty, ids == Set(ids).sorted() else { throw .malformed }
      self = .back(ids, leavesIt: try fields.flag("leaves"))
    case "ready":
      self = .ready(try fields.choice("talk"), !(try fields.flag("unready")))
    case "bring":
      self = .bring(try TalkNotes(try fields.choice("talk"), json: try fields.value("texts")))
    case "skip":
      guard let day = Day(iso: try fields.string("day")) else { throw .malformed }
      self = .skip(day)
    default: return nil
    }
  }
}

extension TalkNotes {
  package var json: JSON {
    .object(
      texts.map { JSON.Member(key: $0.key.rawValue, value: .string($0.value.text)) }
        .sorted { $0.key < $1.key })
  }

  package init(_ talk: Talk, json: JSON) throws(EntryProblem) {
    var fields = Fields(json)
    var texts: [Talk.Part: TalkText] = [:]
    for part in talk.parts {
      texts[part] = try fields.optional(part.rawValue) { (fields) throws(EntryProblem) in
        try fields.words(part.rawValue)
      }
    }
    try fields.end()
    guard !texts.isEmpty else { throw .malformed }
    self.init(talk, texts)
  }
}
