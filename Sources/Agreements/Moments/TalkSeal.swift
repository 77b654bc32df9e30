/// What opens the seal of prepared words: with it everybody can tell that they are the ones that
/// were sealed.
package struct TalkSeal: Hashable, Sendable {
  /// 32 hexadecimal digits, random.
  package let salt: String
  /// The ids of the two entries in which both said that they were ready, sorted.
  package let answers: [String]

  package init(salt: String, answers: [String]) {
    self.salt = salt
    self.answers = answers
  }
}
