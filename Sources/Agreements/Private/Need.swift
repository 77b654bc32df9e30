/// What one partner needs, in their own words.
///
/// It is its writer's alone until they share it; what is shared is a copy.
package struct Need: Hashable, Sendable {
  package var category: Category
  /// The need itself.
  package var text: Note
  /// When it shows: what makes its writer uneasy.
  package var trigger: Trigger?
  /// What its writer does for themselves first.
  package var step: Note?
  /// What would help, said as a request that may be declined.
  package var request: Note?

  package init(
    category: Category, text: Note, trigger: Trigger? = nil, step: Note? = nil,
    request: Note? = nil
  ) {
    self.category = category
    self.text = text
    self.trigger = trigger
    self.step = step
    self.request = request
  }
}

extension Need {
  /// 26 letters and digits, random: it tells nothing of the need.
  package typealias ID = Identifier<Need>

  package static let idLength = 26

  /// What a need is about.
  package enum Category: String, CaseIterable, Hashable, Sendable {
    case transparency, stability, respect, company, ritual, commitment, contact, attention, time
    case seen, affirmation, understanding, support, space, other
  }
}

package enum TriggerLimit: WordLimit { package static let most = 200 }

/// What makes a person uneasy, in a few words, at most 200 Unicode scalars.
package typealias Trigger = Words<TriggerLimit>
