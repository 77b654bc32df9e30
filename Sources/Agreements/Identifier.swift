/// The name of one thing, typed by its owner.
///
/// A partner's id does not compile where an agreement's is wanted. The text is what the journal
/// and the tables hold; its form is the owner's business.
package struct Identifier<Owner>: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let text: String

  package init(_ text: String) {
    self.text = text
  }

  package var description: String { text }

  package static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

extension Agreement {
  /// 52 letters and digits: the hash of the couple, the agreement it follows, and the first text.
  package typealias ID = Identifier<Agreement>
}

extension Revision {
  /// 52 letters and digits: the hash of the couple, the agreement, the parents and the exact text.
  package typealias ID = Identifier<Revision>
}

extension Partner {
  /// 32 hexadecimal digits, random, made when the couple began.
  package typealias ID = Identifier<Partner>
}

extension Couple {
  /// 32 hexadecimal digits, random, made when the couple began.
  package typealias ID = Identifier<Couple>
}

extension Device {
  /// 16 hexadecimal digits: the fingerprint of the key that signs for one partner in one place.
  package typealias ID = Identifier<Device>
}

/// Two partners who keep agreements with each other.
package enum Couple {}

/// One signing key of one partner; what it signs is a feed.
package enum Device {}
