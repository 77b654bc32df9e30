/// A person's own words within a limit, kept byte for byte.
///
/// Two of them are equal when their bytes are: an é typed as one scalar is not the é typed as two,
/// because consent is to one exact text.
package struct Words<Limit: WordLimit>: Hashable, Sendable {
  package let text: String

  /// - Throws: `WordProblem` where there is nothing to read or too much of it.
  package init(_ text: String) throws(WordProblem) {
    if text.unicodeScalars.allSatisfy(\.isBlank) { throw .empty }
    let count = text.unicodeScalars.count
    if count > Limit.most { throw .tooLong(most: Limit.most, count: count) }
    self.text = text
  }

  package static func == (left: Self, right: Self) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }

  package func hash(into hasher: inout Hasher) {
    for byte in text.utf8 { hasher.combine(byte) }
  }
}

/// How much one kind of text may hold, in Unicode scalars.
package protocol WordLimit: Sendable {
  static var most: Int { get }
}

package enum NameLimit: WordLimit { package static let most = 40 }
package enum TitleLimit: WordLimit { package static let most = 200 }
package enum NoteLimit: WordLimit { package static let most = 2_000 }

/// What is wrong with a text; it never carries the text.
package enum WordProblem: Error, Hashable, Sendable {
  case empty
  /// Counts are Unicode scalars.
  case tooLong(most: Int, count: Int)
}

/// The name of an agreement, at most 200 Unicode scalars.
package typealias Title = Words<TitleLimit>

/// Any longer text a partner writes, at most 2,000 Unicode scalars.
package typealias Note = Words<NoteLimit>

extension Unicode.Scalar {
  /// White space, or a format character that shows nothing of its own.
  fileprivate var isBlank: Bool {
    properties.isWhitespace || properties.generalCategory == .format
      || properties.generalCategory == .control
  }
}
