import Agreements

/// A text in the making: the fields as typed, until they make a wording.
struct Composition {
  let kind: Kind
  /// The text that is changed; nil for a first one.
  let base: Wording?
  let pair: Pair
  let me: Partner
  let clock: Clock
  var fields: [Field: String]
  /// The shared needs it serves.
  var needs: [Need.ID]
  /// Whether it is a boundary of one's own, which nobody is asked for.
  let isOwn: Bool

  init(
    kind: Kind, pair: Pair, me: Partner, clock: Clock, fields: [Field: String],
    needs: [Need.ID] = [], isOwn: Bool = false
  ) {
    self.needs = needs
    self.isOwn = isOwn
    self.kind = kind
    self.base = nil
    self.pair = pair
    self.me = me
    self.clock = clock
    self.fields = fields
  }

  /// A change: the fields of the old text, and over them what was given.
  init(
    changing base: Wording, pair: Pair, me: Partner, clock: Clock, given: [Field: String]
  ) {
    self.kind = base.kind
    self.base = base
    self.needs = base.needs
    self.isOwn = base.promise.owner != nil
    self.pair = pair
    self.me = me
    self.clock = clock
    self.fields = Self.fields(of: base, pair: pair)
    if !given.isEmpty { dropOutdatedTitle() }
    // In their order: how often comes before on which day, which it takes along.
    let own = Field.all(of: kind)
    for field in own {
      guard let text = given[field] else { continue }
      // What an agreement can be without is taken away by an empty text.
      set(field, to: text.isEmpty && field.withoutAnswer(for: kind) != nil ? nil : text)
    }
    // What does not belong to this kind is kept, for `wording` to refuse.
    fields.merge(given.filter { !own.contains($0.key) }) { _, new in new }
  }

  /// What is asked for: nobody else promises anything in a boundary of one's own.
  var asked: [Field] {
    Field.all(of: kind).filter { !isOwn || ![.promise, .reviewIn].contains($0) }
  }

  /// Changes one field, and lets go of what only went with the old one.
  mutating func set(_ field: Field, to text: String?) {
    if field == .every, fields[.every] != text {
      fields[.on] = nil
      if text == nil { fields[.at] = nil }
      if kind == .ritual, text != nil { fields[.when] = nil }
    }
    fields[field] = text
  }

  /// A title made from the old terms does not outlive them.
  mutating func dropOutdatedTitle() {
    if let base, base.terms.isUsual(base.title), fields[.title] == base.title.text {
      fields[.title] = nil
    }
  }

  static func fields(of wording: Wording, pair: Pair) -> [Field: String] {
    var fields: [Field: String] = [.title: wording.title.text]
    fields[.reason] = wording.reason?.text
    fields[.reviewIn] = wording.reviewEvery.map { String($0.days) }
    switch wording.promise {
    case .both: fields[.promise] = Sentence("both", "我们都").text
    case .only(let one), .own(let one): fields[.promise] = pair[one]?.name.text
    }
    switch wording.terms {
    case .coolDown(let terms):
      fields[.minutes] = String(terms.length.count)
      fields[.signal] = terms.signal?.text
      fields[.meanwhile] = terms.meanwhile?.text
    case .checkIn(let terms):
      fields.merge(Self.fields(of: terms.cadence)) { $1 }
      fields[.length] = String(terms.length.count)
      fields[.then] = terms.plan?.text
    case .reassurance(let terms):
      fields[.when] = terms.cue.text
      fields[.phrase] = terms.phrase.text
    case .boundary(let terms):
      fields[.when] = terms.cue.text
      fields[.then] = terms.action.text
    case .ritual(let terms):
      switch terms.occasion {
      case .cadence(let cadence, let action):
        fields.merge(Self.fields(of: cadence)) { $1 }
        fields[.then] = action?.text
      case .cue(let cue, let action):
        fields[.when] = cue.text
        fields[.then] = action.text
      }
    }
    return fields
  }

  private static func fields(of cadence: Cadence) -> [Field: String] {
    var fields: [Field: String] = [:]
    switch cadence.pattern {
    case .daily: fields[.every] = Sentence("daily", "每天").text
    case .weekly(let day):
      fields[.every] = Sentence("weekly", "每周").text
      fields[.on] = Sentence(day.name, day.named.chinese).text
    case .everyWeeks(let count, let day, _):
      fields[.every] = Sentence("\(count.value)-weeks", "每\(count.value)周").text
      fields[.on] = Sentence(day.name, day.named.chinese).text
    case .monthly(let day):
      fields[.every] = Sentence("monthly", "每月").text
      fields[.on] = String(day.value)
    }
    fields[.at] = cadence.time?.text
    return fields
  }
}

// MARK: - From fields to a wording

extension Composition {
  /// - Throws: `Problem` naming the flag that is missing, unreadable, or out of place.
  func wording() throws -> Wording {
    let allowed = Set(Field.all(of: kind))
    if let stray = Field.allCases.first(where: { fields[$0] != nil && !allowed.contains($0) }) {
      throw Problem(
        "stray-flag", .usage,
        Sentence(
          "\(stray.flag) does not belong to \(kind.rawValue)",
          "“\(kind.named.chinese)”里用不到 \(stray.flag)"))
    }
    let terms = try terms()
    let title = try fields[.title].map { try words($0, of: Sentence("the title", "名字")) as Title }
    return Wording(
      title: try title ?? usualTitle(of: terms), terms: terms, promise: try promise(),
      reason: try optional(.reason, Sentence("the reason", "原因")),
      reviewEvery: try fields[.reviewIn].map { text throws(Mistyped) in
        try ReviewInterval(typed: text)
      },
      needs: needs)
  }

  private func usualTitle(of terms: Terms) throws -> Title {
    do { return try Title(terms.usualTitle.text) } catch {
      throw Problem(
        "missing", .usage,
        Sentence(
          "give it a short title, at most 200 characters", "请起一个短名字，最多200个字符"))
    }
  }

  private func promise() throws -> Promise {
    if isOwn, base == nil { return .own(me.id) }
    guard let typed = fields[.promise] else { return .both }
    if let base, typed == Self.fields(of: base, pair: pair)[.promise] { return base.promise }
    let promise = try Promise(typed: typed, of: pair, by: me.id)
    // The owner of an own boundary may be named in other words.
    if let owner = base?.promise.owner, promise == .only(owner) { return .own(owner) }
    return promise
  }

  private func terms() throws -> Terms {
    switch kind {
    case .coolDown:
      guard let typed = fields[.minutes] else { throw Mistyped(.minutes, .missing) }
      return .coolDown(
        CoolDown(
          length: try PauseLength(typed: typed, for: .minutes),
          signal: try optional(.signal, Sentence("the sign", "暗号")),
          meanwhile: try optional(.meanwhile, Sentence("what each does", "各自做什么"))))
    case .checkIn:
      guard fields[.every] != nil || fields[.on] != nil else { throw Mistyped(.every, .missing) }
      return .checkIn(
        CheckIn(
          cadence: try cadence(),
          length: try fields[.length].map { text throws(Mistyped) in
            try TalkLength(typed: text, for: .length)
          } ?? .usual,
          plan: try optional(.then, Sentence("what it is spent on", "聊些什么"))))
    case .reassurance:
      return .reassurance(
        Reassurance(
          cue: try required(.when, Sentence("the moment", "什么时候")),
          phrase: try required(.phrase, Sentence("the words that help", "安心话"))))
    case .boundary:
      return .boundary(
        Boundary(
          cue: try required(.when, Sentence("the moment", "什么时候")),
          action: try required(.then, Sentence("what is done", "怎么做"))))
    case .ritual: return .ritual(Ritual(occasion: try occasion()))
    }
  }

  private func occasion() throws -> Ritual.Occasion {
    let isTimed = fields[.every] != nil || fields[.on] != nil || fields[.at] != nil
    if isTimed, fields[.when] != nil {
      throw Problem(
        "contradiction", .usage,
        Sentence(
          "a ritual comes either at a time (--every) or at a moment (--when), not both",
          "小仪式要么定时（--every），要么看时刻（--when），二选一"))
    }
    if isTimed {
      let cadence = try cadence()
      if fields[.then] == nil, fields[.title] == nil {
        throw Problem(
          "missing", .usage,
          Sentence("what is done is missing: --then TEXT", "还没写怎么做：--then 文字"))
      }
      return .cadence(
        cadence, action: try optional(.then, Sentence("what is done", "怎么做")))
    }
    guard fields[.when] != nil else {
      throw Problem(
        "missing", .usage,
        Sentence(
          "say when: --every weekly --on friday, or --when TEXT",
          "什么时候？比如 --every 每周 --on 周五，或 --when 文字"))
    }
    return .cue(
      try required(.when, Sentence("the moment", "什么时候")),
      action: try required(.then, Sentence("what is done", "怎么做")))
  }

  private func cadence() throws -> Cadence {
    let old = base?.terms.cadence
    let before = old.map { Self.fields(of: $0) } ?? [:]
    // Days that were not changed keep counting from where they began.
    let pattern: Cadence.Pattern =
      if let old, before[.every] == fields[.every], before[.on] == fields[.on] {
        old.pattern
      } else {
        try Cadence.Pattern(every: fields[.every], on: fields[.on], today: clock.today)
      }
    return Cadence(
      pattern: pattern,
      time: try fields[.at].map { text throws(Mistyped) in try TimeOfDay(typed: text, for: .at) },
      zone: old?.zone ?? clock.zone)
  }

  private func required(_ field: Field, _ what: Sentence) throws -> Note {
    guard let text = fields[field] else {
      throw Problem(
        "missing", .usage,
        Sentence(
          "\(what.english) is missing: \(field.flag) TEXT", "还没写“\(what.chinese)”：\(field.flag) 文字")
      )
    }
    return try words(text, of: what)
  }

  private func optional(_ field: Field, _ what: Sentence) throws -> Note? {
    try fields[field].map { try words($0, of: what) }
  }

  private func words<Limit>(_ text: String, of what: Sentence) throws -> Words<Limit> {
    do throws(WordProblem) { return try Words(text) } catch { throw Problem(error, of: what) }
  }
}
