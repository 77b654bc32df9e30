/// The name of a time zone, such as `Europe/Berlin`.
///
/// Only its shape is known to be right: whether a machine has rules for it is for the program to
/// find out. The shape keeps a name read from elsewhere from leading out of the zone database.
package struct Zone: Hashable, Sendable {
  /// 1–64 ASCII letters, digits and `/ _ + -`, with no empty part between slashes.
  package let name: String

  package static let utc = Zone(unchecked: "UTC")

  private init(unchecked name: String) {
    self.name = name
  }

  /// Nil where the name is not of that shape.
  package init?(name: String) {
    guard (1...64).contains(name.utf8.count), name.utf8.allSatisfy(Zone.mayHold) else {
      return nil
    }
    let parts = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    self.name = name
  }

  // There is no full stop among them, so there is no `..` either.
  private static func mayHold(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "-"):
      true
    default:
      false
    }
  }
}
