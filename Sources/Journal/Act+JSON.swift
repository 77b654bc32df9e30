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
    case .retire: "retire"
    case .leave: "leave"
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
        "salt": member.salt.map { .string($0) },
      ])
    case .admit(let admission):
      .object([
        "device": .string(admission.device.text), "key": .string(admission.signingKey),
        "kind": kind, "recipient": .string(admission.recipient),
      ])
    case .retire(let retirement):
      .object([
        "device": .string(retirement.device.text), "kind": kind,
        "last": .array([.integer(retirement.lastSequence), .string(retirement.lastEntry)]),
      ])
    case .leave: .object(["kind": kind])
    case .word(_, let revision, let wording):
      .object(["kind": kind, "on": on, "revision": .string(revision.text), "text": wording.json])
    case .propose(_, let proposal):
      .object([
        "after": proposal.after.map { .string($0.text) },
        "first": proposal.isFirstYes ? .bool(true) : nil, "kind": kind,
        "lapsesAt": .integer(proposal.lapsesAt.seconds), "on": on,
        "parents": list(proposal.parents), "refuses": list(proposal.refuses),
        "revision": .string(proposal.revision.text),
        "sealed": proposal.isSealed ? .bool(true) : nil, "step": .string(proposal.step.rawValue),
      ])
    case .accept(_, let revision, let refuses, let isFirst, let isLate, let isSealed):
      .object([
        "first": isFirst ? .bool(true) : nil, "kind": kind, "late": isLate ? .bool(true) : nil,
        "on": on, "refuses": list(refuses), "revision": .string(revision.text),
        "sealed": isSealed ? .bool(true) : nil,
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
          signingKey: try fields.hex("key", bytes: 32), recipient: try fields.string("recipient"),
          salt: try fields.optional("salt") { (fields) throws(EntryProblem) in
            try fields.hex("salt", bytes: 16)
          }))
    // Only one that names the whole key admits anybody; no command ever wrote another.
    case "admit" where json["key"] == nil:
      self = .unknown(kind: kind, on: nil)
      return
    case "admit": self = .admit(try Admission(fields: &fields))
    case "retire": self = .retire(try Retirement(fields: &fields))
    case "leave": self = .leave
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
        isLate: try fields.flag("late"), isSealed: try fields.flag("sealed"))
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

extension Admission {
  fileprivate init(fields: inout Fields) throws(EntryProblem) {
    self.init(
      device: Device.ID(try fields.hex("device", bytes: 8)),
      signingKey: try fields.hex("key", bytes: 32), recipient: try fields.string("recipient"))
  }
}

extension Retirement {
  fileprivate init(fields: inout Fields) throws(EntryProblem) {
    let device = Device.ID(try fields.hex("device", bytes: 8))
    guard let last = try fields.value("last").array, last.count == 2,
      let sequence = last[0].integer, sequence > 0, let entry = last[1].string,
      Hex.bytes(entry)?.count == 32
    else { throw .malformed }
    self.init(device: device, lastSequence: sequence, lastEntry: entry)
  }
}

extension Proposal {
  fileprivate init(fields: inout Fields) throws(EntryProblem) {
    self.init(
      revision: try fields.id("revision"),
      after: try fields.optional("after") { (fields) throws(EntryProblem) in try fields.id("after")
      },
      parents: try fields.ids("parents"), step: try fields.choice("step"),
      lapsesAt: try fields.instant("lapsesAt"), refuses: try fields.ids("refuses"),
      isFirstYes: try fields.flag("first"), isSealed: try fields.flag("sealed"))
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
