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
    case .ready(let talk, let isReady, let seal):
      .object([
        "kind": kind, "seal": seal.map { .string($0) }, "talk": .string(talk.rawValue),
        "unready": isReady ? nil : .bool(true),
      ])
    case .bring(let notes, let seal):
      .object([
        "answers": seal.map { .array($0.answers.map { .string($0) }) }, "kind": kind,
        "salt": seal.map { .string($0.salt) }, "talk": .string(notes.talk.rawValue),
        "texts": notes.json,
      ])
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
      let isReady = !(try fields.flag("unready"))
      self = .ready(
        try fields.choice("talk"), isReady,
        seal: try fields.optional("seal") { (fields) throws(EntryProblem) in
          guard isReady else { throw .malformed }
          return try fields.hex("seal", bytes: 32)
        })
    case "bring":
      self = .bring(
        try TalkNotes(try fields.choice("talk"), json: try fields.value("texts")),
        opens: try fields.optional("salt") { (fields) throws(EntryProblem) in
          try TalkSeal(fields: &fields)
        })
    case "skip":
      guard let day = Day(iso: try fields.string("day")) else { throw .malformed }
      self = .skip(day)
    default: return nil
    }
  }
}

extension TalkSeal {
  fileprivate init(fields: inout Fields) throws(EntryProblem) {
    let salt = try fields.hex("salt", bytes: 16)
    let answers = try fields.value("answers").array?.compactMap(\.string) ?? []
    guard answers.count == 2, answers[0] < answers[1],
      answers.allSatisfy({ Hex.bytes($0)?.count == 32 })
    else { throw .malformed }
    self.init(salt: salt, answers: answers)
  }

  /// The hash that `ready` bears for these words.
  package static func seal(_ notes: TalkNotes, salt: String) -> String? {
    Hex.bytes(salt).map { salt in
      Hex.text(Digest.sha256(context: "accord/1 talk\n", salt, notes.json.bytes))
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
