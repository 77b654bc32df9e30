/// A note to oneself about one moment; as much of it as its writer wants to say.
package struct Reflection: Hashable, Sendable {
  package typealias ID = Identifier<Reflection>

  package var happened: Note?
  package var felt: Note?
  package var feared: Note?
  /// Where the feeling is known from.
  package var knownFrom: Note?
  package var did: Note?
  package var trigger: Trigger?

  package init(
    happened: Note? = nil, felt: Note? = nil, feared: Note? = nil, knownFrom: Note? = nil,
    did: Note? = nil, trigger: Trigger? = nil
  ) {
    self.happened = happened
    self.felt = felt
    self.feared = feared
    self.knownFrom = knownFrom
    self.did = did
    self.trigger = trigger
  }

  package var isEmpty: Bool {
    [happened, felt, feared, knownFrom, did].allSatisfy { $0 == nil } && trigger == nil
  }
}
