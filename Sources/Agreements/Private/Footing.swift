/// What one can hold on to in an uneasy moment, written while calm.
package struct Footing: Hashable, Sendable {
  /// A sentence to oneself.
  package var sentence: Note?
  /// What one does for oneself first.
  package var step: Note?
  /// Who else one can turn to, a line each.
  package var people: Note?

  package init(sentence: Note? = nil, step: Note? = nil, people: Note? = nil) {
    self.sentence = sentence
    self.step = step
    self.people = people
  }
}
