import Agreements

// Of a text that both say yes to twice, what is done at the same time.

extension Wording {
  /// Both are bound by it, and asked twice.
  static var phones: Wording {
    get throws { try .saying("You show me your phone") }
  }
}

extension Crossing {
  static let suggestedTwice: Story = { story in
    try story.mei { try $0.propose("r1", .phones, at: .on(day: 0)) }
  }

  /// Both said a first yes.
  static let begunTwice: Story = {
    try suggestedTwice(&$0)
    try $0.lin { try $0.accept("r1", at: .on(day: 0, plus: 60)) }
  }

  static let twice = [
    Crossing(
      name: "B says a first yes · A takes it back", before: suggestedTwice,
      meanwhile: [
        (.lin, { try $0.accept("r1", at: .on(day: 1)) }),
        (.mei, { try $0.withdraw("r1", at: .on(day: 1)) }),
      ],
      status: .withdrawn),
    Crossing(
      name: "both say it again", before: begunTwice,
      meanwhile: [
        (.lin, { try $0.accept("r1", at: .on(day: 1)) }),
        (.mei, { try $0.accept("r1", at: .on(day: 2)) }),
      ],
      status: .active, current: ["r1"]),
    Crossing(
      name: "B's laptop says it again · B's phone declines", before: begunTwice,
      meanwhile: [
        (.lin, { try $0.accept("r1", at: .on(day: 1)) }),
        (.lin, { try $0.decline("r1", at: .on(day: 1)) }),
      ],
      status: .declined),
    Crossing(
      name: "B's laptop and B's phone each say it again", before: begunTwice,
      meanwhile: [
        (.lin, { try $0.accept("r1", at: .on(day: 1)) }),
        (.lin, { try $0.accept("r1", at: .on(day: 2)) }),
      ],
      status: .proposed, open: ["r1"]),
    Crossing(
      name: "B says it again · A changes it to r2", before: begunTwice,
      meanwhile: [
        (.lin, { try $0.accept("r1", at: .on(day: 1)) }),
        (.mei, { try $0.counter("r1", with: "r2", at: .on(day: 1)) }),
      ],
      status: .proposed, open: ["r2"]),
    Crossing(
      name: "both suggest the same text", before: { _ in },
      meanwhile: [
        (.mei, { try $0.propose("r1", .phones, at: .on(day: 1)) }),
        (.lin, { try $0.propose("r1", .phones, at: .on(day: 2)) }),
      ],
      status: .proposed, open: ["r1"]),
  ]
}
