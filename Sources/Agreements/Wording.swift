/// One exact text: what consent is given to.
///
/// Any difference, down to one byte, is another wording and needs both again (rule S1).
package struct Wording: Hashable, Sendable {
  package var title: Title
  package var terms: Terms
  package var promise: Promise
  package var reason: Note?
  /// Days between reviews where the couple chose a rhythm of their own; nil follows 14, 30, 90.
  package var reviewEvery: ReviewInterval?
  /// The shared needs it serves: sorted, each once. At most `mostNeeds` can be suggested.
  package var needs: [Need.ID] {
    didSet { needs = Self.inOrder(needs) }
  }

  package static let mostNeeds = 8

  package init(
    title: Title, terms: Terms, promise: Promise, reason: Note? = nil,
    reviewEvery: ReviewInterval? = nil, needs: [Need.ID] = []
  ) {
    self.title = title
    self.terms = terms
    self.promise = promise
    self.reason = reason
    self.reviewEvery = reviewEvery
    self.needs = Self.inOrder(needs)
  }

  private static func inOrder(_ needs: [Need.ID]) -> [Need.ID] {
    needs.isEmpty ? [] : Set(needs).sorted()
  }

  package var kind: Kind { terms.kind }
}

/// Who does what an agreement says; partners by id, never by role.
package enum Promise: Hashable, Sendable {
  case both
  case only(Partner.ID)
  /// A boundary of one's own: declared, not asked for. Only terms of that kind have it.
  case own(Partner.ID)

  /// Whether only one side of an agreement promises (rule S8). An own boundary is none.
  package var isOneSided: Bool {
    if case .only = self { true } else { false }
  }

  /// Whose own boundary it is; nil for what both agree on.
  package var owner: Partner.ID? {
    if case .own(let one) = self { one } else { nil }
  }

  package func binds(_ partner: Partner.ID) -> Bool {
    switch self {
    case .both: true
    case .only(let one), .own(let one): one == partner
    }
  }
}

/// Days from one review to the next, 7 to 365.
package struct ReviewInterval: Hashable, Sendable {
  package static let allowed = 7...365

  package let days: Int

  package init?(days: Int) {
    guard Self.allowed.contains(days) else { return nil }
    self.days = days
  }
}
