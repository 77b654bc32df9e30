import Agreements

/// Two acts at the same time, on devices that do not know of each other.
struct Crossing: Sendable {
  typealias Story = @Sendable (inout Together) throws -> Void
  typealias Doing = @Sendable (inout Replica) throws -> Void

  let name: String
  /// What all devices know.
  let before: Story
  let meanwhile: [(owner: Partner.ID, does: Doing)]
  let status: Status
  var current: [Revision.ID] = []
  var open: [Revision.ID] = []
  /// Both partners are told about these.
  var crossed: [Revision.ID] = []

  func deeds() throws -> [Deed] {
    var together = Together()
    try before(&together)
    var all = together.deeds
    for (number, act) in meanwhile.enumerated() {
      var replica = together.replica(of: act.owner, id: Device.ID("\(act.owner)-\(number)-apart"))
      try act.does(&replica)
      all += replica.history.deeds.dropFirst(together.deeds.count)
    }
    return all
  }
}

extension Crossing {
  static let proposed: Story = { try $0.mei { try $0.propose("r1", at: .on(day: 0)) } }

  static let agreed: Story = {
    try proposed(&$0)
    try $0.lin { try $0.accept("r1", at: .on(day: 0, plus: 1)) }
  }

  static let amended: Story = {
    try agreed(&$0)
    try $0.mei { try $0.amend(with: "r2", at: .on(day: 0, plus: 2)) }
  }

  static let amendedByBoth: Story = {
    try amended(&$0)
    try $0.lin { try $0.amend(with: "r3", at: .on(day: 0, plus: 3)) }
  }

  /// The table of the decision "Consent", row by row; Mei is A, Lin is B.
  static let table = [
    Crossing(
      name: "B accepts r1 · A changes it to r2", before: proposed,
      meanwhile: [
        (.lin, { try $0.accept("r1", at: .on(day: 1)) }),
        (.mei, { try $0.counter("r1", with: "r2", at: .on(day: 1)) }),
      ],
      status: .active, current: ["r1"], open: ["r2"]),
    Crossing(
      name: "B accepts r1 · A withdraws r1", before: proposed,
      meanwhile: [
        (.lin, { try $0.accept("r1", at: .on(day: 1)) }),
        (.mei, { try $0.withdraw("r1", at: .on(day: 1)) }),
      ],
      status: .withdrawn, crossed: ["r1"]),
    Crossing(
      name: "B accepts the change r2 · A withdraws r2", before: amended,
      meanwhile: [
        (.lin, { try $0.accept("r2", at: .on(day: 1)) }),
        (.mei, { try $0.withdraw("r2", at: .on(day: 1)) }),
      ],
      status: .active, current: ["r1"], crossed: ["r2"]),
    Crossing(
      name: "B accepts r1 · A ends", before: proposed,
      meanwhile: [
        (.lin, { try $0.accept("r1", at: .on(day: 1)) }),
        (.mei, { $0.write([.end(on: "a")], at: .on(day: 1)) }),
      ],
      status: .ended, current: ["r1"]),
    Crossing(
      name: "B accepts the change r2 · A ends", before: amended,
      meanwhile: [
        (.lin, { try $0.accept("r2", at: .on(day: 1)) }),
        (.mei, { try $0.end(at: .on(day: 1)) }),
      ],
      status: .ended, current: ["r2"]),
    Crossing(
      name: "A and B change r1 differently", before: agreed,
      meanwhile: [
        (.mei, { try $0.amend(with: "r2", at: .on(day: 1)) }),
        (.lin, { try $0.amend(with: "r3", at: .on(day: 1, plus: 1)) }),
      ],
      status: .active, current: ["r1"], open: ["r2", "r3"]),
    Crossing(
      name: "each accepts the other's change", before: amendedByBoth,
      meanwhile: [
        (.mei, { try $0.accept("r3", at: .on(day: 1)) }),
        (.lin, { try $0.accept("r2", at: .on(day: 1)) }),
      ],
      status: .active, current: ["r1"], crossed: ["r2", "r3"]),
    Crossing(
      name: "both propose the same text", before: { _ in },
      meanwhile: [
        (.mei, { try $0.propose("r1", at: .on(day: 1)) }),
        (.lin, { try $0.propose("r1", at: .on(day: 2)) }),
      ],
      status: .active, current: ["r1"]),
    Crossing(
      name: "B's laptop accepts · B's phone declines", before: proposed,
      meanwhile: [
        (.lin, { try $0.accept("r1", at: .on(day: 1)) }),
        (.lin, { try $0.decline("r1", at: .on(day: 1)) }),
      ],
      status: .declined),
    Crossing(
      name: "B's acceptance arrives after A ended", before: agreed,
      meanwhile: [
        (.mei, { try $0.end(at: .on(day: 1)) }),
        (.lin, { $0.write([.accept(on: "a", revision: "r1", refuses: [])], at: .on(day: 2)) }),
      ],
      status: .ended, current: ["r1"]),
  ]

  /// What the table does not name.
  static let others = [
    Crossing(
      name: "both change r1 to the same text", before: agreed,
      meanwhile: [
        (.mei, { try $0.amend(with: "r2", at: .on(day: 1)) }),
        (.lin, { try $0.amend(with: "r2", at: .on(day: 2)) }),
      ],
      status: .active, current: ["r2"]),
    Crossing(
      name: "B declines r1 · A changes it to r2", before: proposed,
      meanwhile: [
        (.lin, { try $0.decline("r1", at: .on(day: 1)) }),
        (.mei, { try $0.counter("r1", with: "r2", at: .on(day: 1)) }),
      ],
      status: .proposed, open: ["r2"]),
    Crossing(
      name: "B declines r1 · A withdraws r1", before: proposed,
      meanwhile: [
        (.lin, { try $0.decline("r1", at: .on(day: 1)) }),
        (.mei, { try $0.withdraw("r1", at: .on(day: 1)) }),
      ],
      status: .withdrawn),
    Crossing(
      name: "B changes r1 to r2 · A changes it to r3", before: proposed,
      meanwhile: [
        (.lin, { try $0.counter("r1", with: "r2", at: .on(day: 1)) }),
        (.mei, { try $0.counter("r1", with: "r3", at: .on(day: 1, plus: 1)) }),
      ],
      status: .proposed, open: ["r2", "r3"]),
    Crossing(
      name: "B's laptop accepts r1 · B's phone changes it to r2", before: proposed,
      meanwhile: [
        (.lin, { try $0.accept("r1", at: .on(day: 1)) }),
        (.lin, { try $0.counter("r1", with: "r2", at: .on(day: 1)) }),
      ],
      status: .proposed, open: ["r2"]),
    Crossing(
      name: "A's phone and laptop change r1 differently · B accepts r1", before: proposed,
      meanwhile: [
        (.mei, { try $0.counter("r1", with: "r2", at: .on(day: 1)) }),
        (.mei, { try $0.counter("r1", with: "r3", at: .on(day: 1, plus: 1)) }),
        (.lin, { try $0.accept("r1", at: .on(day: 2)) }),
      ],
      status: .active, current: ["r1"], open: ["r2", "r3"]),
    Crossing(
      name: "both end", before: agreed,
      meanwhile: [
        (.mei, { try $0.end(at: .on(day: 1)) }),
        (.lin, { try $0.end(at: .on(day: 1)) }),
      ],
      status: .ended, current: ["r1"]),
    Crossing(
      name: "B's laptop accepts r2 · B's phone accepts r3, both changes of r1",
      before: {
        try proposed(&$0)
        var phone = $0.replica(of: .mei, id: "phone")
        try phone.counter("r1", with: "r3", at: .on(day: 0, plus: 3))
        try $0.mei { try $0.counter("r1", with: "r2", at: .on(day: 0, plus: 2)) }
        $0.hear(phone.history.deeds)
      },
      meanwhile: [
        (.lin, { try $0.accept("r2", at: .on(day: 1)) }),
        (.lin, { try $0.accept("r3", at: .on(day: 1)) }),
      ],
      status: .contested, current: ["r2", "r3"]),
  ]
}
