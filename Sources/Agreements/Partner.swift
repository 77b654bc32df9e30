/// One of the two.
package struct Partner: Hashable, Sendable {
  package let id: ID
  package let name: Name

  package init(id: ID, name: Name) {
    self.id = id
    self.name = name
  }
}

extension Partner {
  /// What a partner is called on every screen, exactly as typed.
  package typealias Name = Words<NameLimit>
}

/// Both partners, in the order they were named.
package struct Pair: Hashable, Sendable {
  package let first: Partner
  package let second: Partner

  package init(_ first: Partner, _ second: Partner) {
    self.first = first
    self.second = second
  }

  package var both: [Partner] { [first, second] }

  package var names: [String] { both.map(\.name.text) }

  package subscript(id: Partner.ID) -> Partner? {
    both.first { $0.id == id }
  }

  package func other(than id: Partner.ID) -> Partner {
    first.id == id ? second : first
  }
}
