package import Agreements

// The canonical form of a text. Names of agreements and texts are hashes over it, so a member once
// written keeps its name and meaning for good.

extension Wording {
  package var json: JSON {
    .object([
      "kind": .string(kind.rawValue),
      "needs": needs.isEmpty ? nil : .array(needs.map { .string($0.text) }),
      "promise": promise.json,
      "reason": reason.map { .string($0.text) },
      "reviewDays": reviewEvery.map { .integer(Int64($0.days)) },
      "terms": terms.json,
      "title": .string(title.text),
    ])
  }

  package init(json: JSON) throws(EntryProblem) {
    var fields = Fields(json)
    let kind = try fields.choice("kind", Kind.self)
    self.init(
      title: try fields.words("title"),
      terms: try Terms(kind: kind, json: try fields.value("terms")),
      promise: try Promise(json: try fields.value("promise")),
      reason: try fields.optional("reason") { (fields) throws(EntryProblem) in
        try fields.words("reason")
      },
      reviewEvery: try fields.optional("reviewDays") { (fields) throws(EntryProblem) in
        guard let interval = ReviewInterval(days: try fields.whole("reviewDays")) else {
          throw .malformed
        }
        return interval
      },
      needs: try fields.optional("needs") { (fields) throws(EntryProblem) in
        try fields.servedNeeds()
      } ?? [])
    try fields.end()
    if promise.owner != nil, kind != .boundary { throw .malformed }
  }
}

extension Promise {
  fileprivate var json: JSON {
    switch self {
    case .both: .string("both")
    case .only(let partner): .string(partner.text)
    case .own(let partner): .object(["own": .string(partner.text)])
    }
  }

  fileprivate init(json: JSON) throws(EntryProblem) {
    guard let text = json.string else {
      var fields = Fields(json)
      self = .own(Partner.ID(try fields.hex("own", bytes: 16)))
      try fields.end()
      return
    }
    if text == "both" {
      self = .both
    } else {
      guard Hex.bytes(text)?.count == 16 else { throw .malformed }
      self = .only(Partner.ID(text))
    }
  }
}

extension Terms {
  package var json: JSON {
    switch self {
    case .coolDown(let terms):
      .object([
        "meanwhile": terms.meanwhile.map { .string($0.text) },
        "minutes": .integer(Int64(terms.length.count)),
        "signal": terms.signal.map { .string($0.text) },
      ])
    case .checkIn(let terms):
      .object([
        "cadence": terms.cadence.json,
        "minutes": .integer(Int64(terms.length.count)),
        "then": terms.plan.map { .string($0.text) },
      ])
    case .reassurance(let terms):
      .object(["phrase": .string(terms.phrase.text), "when": .string(terms.cue.text)])
    case .boundary(let terms):
      .object(["then": .string(terms.action.text), "when": .string(terms.cue.text)])
    case .ritual(let terms):
      switch terms.occasion {
      case .cadence(let cadence, let action):
        .object(["cadence": cadence.json, "then": action.map { .string($0.text) }])
      case .cue(let cue, let action):
        .object(["then": .string(action.text), "when": .string(cue.text)])
      }
    }
  }

  fileprivate init(kind: Kind, json: JSON) throws(EntryProblem) {
    var fields = Fields(json)
    switch kind {
    case .coolDown:
      guard let length = PauseLength(try fields.whole("minutes")) else { throw .malformed }
      self = .coolDown(
        CoolDown(
          length: length,
          signal: try fields.optional("signal") { (fields) throws(EntryProblem) in
            try fields.words("signal")
          },
          meanwhile: try fields.optional("meanwhile") { (fields) throws(EntryProblem) in
            try fields.words("meanwhile")
          }))
    case .checkIn:
      guard let length = TalkLength(try fields.whole("minutes")) else { throw .malformed }
      self = .checkIn(
        CheckIn(
          cadence: try Cadence(json: try fields.value("cadence")), length: length,
          plan: try fields.optional("then") { (fields) throws(EntryProblem) in
            try fields.words("then")
          }))
    case .reassurance:
      self = .reassurance(
        Reassurance(cue: try fields.words("when"), phrase: try fields.words("phrase")))
    case .boundary:
      self = .boundary(Boundary(cue: try fields.words("when"), action: try fields.words("then")))
    case .ritual:
      if json["cadence"] == nil {
        self = .ritual(
          Ritual(occasion: .cue(try fields.words("when"), action: try fields.words("then"))))
      } else {
        self = .ritual(
          Ritual(
            occasion: .cadence(
              try Cadence(json: try fields.value("cadence")),
              action: try fields.optional("then") { (fields) throws(EntryProblem) in
                try fields.words("then")
              })))
      }
    }
    try fields.end()
  }
}

extension Cadence {
  package var json: JSON {
    let at = time.map { JSON.string($0.text) }
    let zone = JSON.string(zone.name)
    return switch pattern {
    case .daily: .object(["at": at, "every": .string("day"), "zone": zone])
    case .weekly(let day):
      .object(["at": at, "every": .string("week"), "on": .string(day.name), "zone": zone])
    case .everyWeeks(let count, let day, let anchor):
      .object([
        "at": at, "every": .string("weeks"), "from": .string(anchor.iso),
        "on": .string(day.name), "weeks": .integer(Int64(count.value)), "zone": zone,
      ])
    case .monthly(let day):
      .object([
        "at": at, "day": .integer(Int64(day.value)), "every": .string("month"), "zone": zone,
      ])
    }
  }

  fileprivate init(json: JSON) throws(EntryProblem) {
    var fields = Fields(json)
    guard let zone = Zone(name: try fields.string("zone")) else { throw .malformed }
    let time = try fields.optional("at") { (fields) throws(EntryProblem) in
      guard let time = TimeOfDay(text: try fields.string("at")) else { throw .malformed }
      return time
    }
    self.init(pattern: try Pattern(fields: &fields), time: time, zone: zone)
    try fields.end()
  }
}

extension Cadence.Pattern {
  fileprivate init(fields: inout Fields) throws(EntryProblem) {
    switch try fields.string("every") {
    case "day": self = .daily
    case "week": self = .weekly(try fields.weekday())
    case "weeks":
      guard let count = WeekCount(try fields.whole("weeks")),
        let anchor = Day(iso: try fields.string("from"))
      else { throw .malformed }
      self = .everyWeeks(count, try fields.weekday(), anchor: anchor)
    case "month":
      guard let day = DayOfMonth(try fields.whole("day")) else { throw .malformed }
      self = .monthly(day)
    default: throw .malformed
    }
  }
}

extension Fields {
  /// Sorted, each once, and at least one: else the same text would have two names.
  fileprivate mutating func servedNeeds() throws(EntryProblem) -> [Need.ID] {
    let needs = try needs("needs")
    guard (1...Wording.mostNeeds).contains(needs.count), needs == Set(needs).sorted() else {
      throw .malformed
    }
    return needs
  }

  fileprivate mutating func weekday() throws(EntryProblem) -> Weekday {
    guard let day = Weekday(name: try string("on")) else { throw .malformed }
    return day
  }
}
