import Agreements

extension Crossing {
  static let declared: Story = {
    try $0.mei { try $0.propose("r1", .own(.mei, "r1"), at: .on(day: 0)) }
  }

  /// Mei's own boundary, on devices that do not know of each other; and what Lin cannot do to it,
  /// written past the rules.
  static let own = [
    Crossing(
      name: "A declares a boundary on two devices", before: { _ in },
      meanwhile: [
        (.mei, { try $0.propose("r1", .own(.mei, "r1"), at: .on(day: 1)) }),
        (.mei, { try $0.propose("r1", .own(.mei, "r1"), at: .on(day: 2)) }),
      ],
      status: .active, current: ["r1"]),
    Crossing(
      name: "A changes it on two devices: the later counts", before: declared,
      meanwhile: [
        (.mei, { try $0.amend(with: "r3", .own(.mei, "r3"), at: .on(day: 1)) }),
        (.mei, { try $0.amend(with: "r2", .own(.mei, "r2"), at: .on(day: 2)) }),
      ],
      status: .active, current: ["r2"]),
    Crossing(
      name: "A's laptop ends it · A's phone changes it", before: declared,
      meanwhile: [
        (.mei, { try $0.end(at: .on(day: 1)) }),
        (.mei, { try $0.amend(with: "r2", .own(.mei, "r2"), at: .on(day: 2)) }),
      ],
      status: .ended, current: ["r2"]),
    Crossing(
      name: "B ends, declines and forgets it", before: declared,
      meanwhile: [
        (.lin, { $0.write([.end(on: "a")], at: .on(day: 1)) }),
        (.lin, { $0.write([.decline(on: "a", revisions: ["r1"])], at: .on(day: 1)) }),
        (
          .lin,
          {
            let wish = Forgetting(scope: .all, refuses: ["r1"])
            $0.write([.forget(on: "a", wish)], at: .on(day: 1))
          }
        ),
      ],
      status: .active, current: ["r1"]),
    Crossing(
      name: "B suggests other words for it, as A's and as both's", before: declared,
      meanwhile: [
        (.lin, { try $0.propose("r2", .own(.mei, "r2"), as: child, at: .on(day: 1)) }),
        (.lin, { try $0.propose("r3", as: child, at: .on(day: 1)) }),
      ],
      status: .active, current: ["r1"]),
    Crossing(
      name: "B says yes before A declares it", before: { _ in },
      meanwhile: [
        (.lin, { $0.write([.accept(on: "a", revision: "r1", refuses: [])], at: .on(day: 1)) }),
        (.mei, { try $0.propose("r1", .own(.mei, "r1"), at: .on(day: 2)) }),
      ],
      status: .active, current: ["r1"]),
    Crossing(
      name: "B declares a boundary of A's, and A does too", before: { _ in },
      meanwhile: [
        (.lin, { try $0.propose("r1", .own(.mei, "r1"), at: .on(day: 1)) }),
        (.mei, { try $0.propose("r1", .own(.mei, "r1"), at: .on(day: 2)) }),
      ],
      status: .active, current: ["r1"]),
    Crossing(
      name: "B alone declares a boundary of A's", before: { _ in },
      meanwhile: [
        (.lin, { try $0.propose("r1", .own(.mei, "r1"), at: .on(day: 1)) }),
        (.lin, { $0.write([.accept(on: "a", revision: "r1", refuses: [])], at: .on(day: 1)) }),
      ],
      status: .lapsed),
    Crossing(
      name: "A puts an own boundary in the place of what both agreed", before: agreed,
      meanwhile: [
        (.mei, { try $0.propose("r2", .own(.mei, "r2"), as: child, at: .on(day: 1)) })
      ],
      status: .active, current: ["r1"]),
    Crossing(
      name: "A puts an own boundary in the place of what waits", before: proposed,
      meanwhile: [
        (.mei, { try $0.propose("r2", .own(.mei, "r2"), as: child, at: .on(day: 1)) }),
        (.lin, { try $0.propose("r3", .own(.lin, "r3"), as: child, at: .on(day: 1)) }),
      ],
      status: .proposed, open: ["r1"]),
  ]

  private static let child = Change(step: .amend, parents: ["r1"], refuses: [])
}

extension Wording {
  static func own(_ owner: Partner.ID, _ title: String) throws -> Wording {
    try .saying(title, promise: .own(owner))
  }
}
