/// Why nothing was sealed or opened.
package enum AgeError: Error, Hashable, Sendable {
  /// It does not begin as a file of age v1, armored or not.
  case notAge
  /// It is not, byte for byte, what was sealed.
  case damaged(Part)
  /// It was sealed for others, or is opened in the other way: by keys what a passphrase sealed.
  case noMatchingKey
  case wrongPassphrase
  /// The passphrase would cost 2^logN steps, out of ``Age/costs``; none was taken.
  case tooMuchWork(logN: Int)
  /// Sealed for nobody, or for more than ``Age/mostRecipients``.
  case recipients(count: Int)
  /// There was no memory for the work a passphrase costs.
  case outOfMemory

  /// Where the damage was found.
  package enum Part: Hashable, Sendable {
    case armor, header, headerMAC, payload
  }
}
