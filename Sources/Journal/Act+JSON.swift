import Agreements

// The canonical form of an act: `kind`, `on` where it concerns an agreement, and its own members.

extension Body {
  var json: JSON {
    .object(["act": act.json, "at": .integer(at.seconds)])
  }

  package init(json: JSON) throws(EntryProblem) {
    var fields = Fields(json)
    let at = try fields.instant("at")
    self.init(at: at, act: try Act(json: try fields.value("act")))
    try fields.end()
  }
}

extension Act {
  var kind: String {
    switch self {
    case .join: "join"
    case .admit: "admit"
    case .word: "word"
    case .propose: "propose"
    case .accept: "accept"
    case .decline: "decline"
    case .withdraw: "withdraw"
    case .end: "end"
    case .answer: "answer"
    case .note: "note"
    case .forget: "forget"
    case .share: "share"
    case .unshare: "unshare"
    case .heard: "heard"
    case .moment(let moment): moment.kind
    case .unknown(let kind, _): kind
    }
  }

  var json: JSON {
    let kind = JSON.string(kind)
    let on = agreement.map { JSON.string($0.text) }
    return switch self {
    case .join(let member):
      .object([
        "kind": kind, "key": .string(member.signingKey), "name": .string(member.partner.name.text),
        "partner": .string(member.partner.id.text), "recipient": .string(member.recipient),
      ])
    case .admit(let device): .object(["device": .string(device.text), "kind": kind])
    case .word(_, let revision, let wording):
      .object(["kind": kind, "on": on, "revision": .string(revision.text), "text": wording.json])
    case .propose(_, let proposal):
      .object([
        "after": proposal.after.map { .string($0.text) },
        "first": proposal.isFirstYes ? .bool(true) : nil, "kind": kind,
        "lapsesAt": .integer(proposal.lapsesAt.seconds), "on": on,
        "parents": list(proposal.parents), "refuses": list(proposal.refuses),
        "revision": .string(proposal.revision.text), "step": .string(proposal.step.rawValue),
      ])
    case .accept(_, let revision, let refuses, let isFirst, let isLate):
      .object([
        "first": isFirst ? .bool(true) : nil, "kind": kind, "late": isLate ? .bool(true) : nil,
        "on": on, "refuses": list(refuses), "revision": .string(revision.text),
      ])
    case .decline(_, let revisions), .withdraw(_, let revisions):
      .object(["kind": kind, "on": on, "revisions": list(revisions)])
    case .end, .unknown: .object(["kind": kind, "on": on])
    case .answer(_, let answer):
      .object([
        "due": .integer(answer.due.seconds),
        "helped": answer.helped.map { .string($0.rawValue) }, "kind": kind,
        "late": answer.isLate ? .bool(true) : nil, "on": on,
        "outcome": .string(answer.outcome.rawValue), "revision": .string(answer.revision.text),
        "round": .integer(Int64(answer.round)),
      ])
    case .note(_, let revision, let note):
      .object([
        "kind": kind, "on": on, "revision": .string(revision.text), "text": .string(note.text),
      ])
    case .forget(_, let forgetting):
      .object([
        "kind": kind, "on": on, "refuses": list(forgetting.refuses),
        "scope": .string(forgetting.scope.rawValue),
      ])
    case .share(let id, let need):
      .object(["kind": kind, "need": .string(id.text), "text": need.json])
    case .unshare(let id), .heard(let id): .object(["kind": kind, "need": .string(id.text)])
    case .moment(let moment): moment.json
    }
  }

  init(json: JSON) throws(EntryProblem) {
    var fields = Fields(json)
    let kind = try fields.string("kind")
    switch kind {
    case "join":
      let id = Partner.ID(try fields.hex("partner", bytes: 16))
      self = .join(
        Membership(
          partner: Partner(id: id, name: try fields.words("name")),
          signingKey: try fields.hex("key", bytes: 32), recipient: try fields.string("recipient")))
    case "admit": self = .admit(Device.ID(try fields.hex("device", bytes: 8)))
    case "word":
      self = .word(
        on: try fields.id("on"), revision: try fields.id("revision"),
        try Wording(json: try fields.value("text")))
    case "propose":
      self = .propose(on: try fields.id("on"), try Proposal(fields: &fields))
    case "accept":
      self = .accept(
        on: try fields.id("on"), revision: try fields.id("revision"),
        refuses: try fields.ids("refuses"), isFirst: try fields.flag("first"),
        isLate: try fields.flag("late"))
    case "decline":
      self = .decline(on: try fields.id("on"), revisions: try fields.ids("revisions"))
    case "withdraw":
      self = .withdraw(on: try fields.id("on"), revisions: try fields.ids("revisions"))
    case "end": self = .end(on: try fields.id("on"))
    case "answer": self = .answer(on: try fields.id("on"), try Answer(fields: &fields))
    case "note":
      self = .note(
        on: try fields.id("on"), revision: try fields.id("revision"), try fields.words("text"))
    case "forget":
      self = .forget(
        on: try fields.id("on"),
        Forgetting(scope: try fields.choice("scope"), refuses: try fields.ids("refuses")))
    case "share":
      self = .share(try fields.need("need"), try Need(json: try fields.value("text")))
    case "unshare": self = .unshare(try fields.need("need"))
    case "heard": self = .heard(try fields.need("need"))
    default:
      if let moment = try Moment(kind: kind, fields: &fields) {
        self = .moment(moment)
        break
      }
      guard kind.utf8.count <= 64 else { throw .malformed }
      self = .unknown(kind: kind, on: json["on"] == nil ? nil : try fields.id("on"))
      return
    }
    try fields.end()
  }
}

private func list<Owner>(_ ids: [Identifier<Owner>]) -> JSON {
  .array(ids.map { .string($0.text) })
}

extension Proposal {
  fileprivate init(fields: inout Fields) throws(EntryProblem) {
    self.init(
      revision: try fields.id("revision"),
      after: try fields.optional("after") { (fields) throws(EntryProblem) in try fields.id("after")
      },
      parents: try fields.ids("parents"), step: try fields.choice("step"),
      lapsesAt: try fields.instant("lapsesAt"), refuses: try fields.ids("refuses"),
      isFirstYes: try fields.flag("first"))
    guard parents == parents.sorted(), (step == .new) == parents.isEmpty,
      after == nil || step == .new
    else { throw .malformed }
  }
}

extension Answer {
  fileprivate init(fields: inout Fields) throws(EntryProblem) {
    self.init(
      revision: try fields.id("revision"), round: try fields.whole("round"),
      due: try fields.instant("due"), outcome: try fields.choice("outcome"),
      helped: try fields.optional("helped") { (fields) throws(EntryProblem) in
        try fields.choice("helped")
      }, isLate: try fields.flag("late"))
    guard round >= 1 else { throw .malformed }
  }
}
