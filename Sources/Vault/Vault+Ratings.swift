package import Agreements
import SQLite

/// A rating as the vault keeps it.
package struct KeptRating: Hashable, Sendable {
  package let day: Day
  package let rating: Rating

  package init(day: Day, rating: Rating) {
    self.day = day
    self.rating = rating
  }
}

extension Vault {
  /// All ratings, by day.
  package func ratings() throws -> [KeptRating] {
    try told {
      try database.all("SELECT day, seen, speaking, mending FROM rating ORDER BY day") { row in
        guard let day = Day(number: try row.value(0)) else { throw row.mismatch(0) }
        return KeptRating(
          day: day,
          rating: Rating(
            seen: try row.grade(1), speaking: try row.grade(2), mending: try row.grade(3)))
      }
    }
  }
}

extension Vault.Pen {
  /// Keeps a rating.
  ///
  /// - Throws: `Rating.Early` where another is less than 28 days away.
  package func add(_ rating: Rating, on day: Day) throws {
    let next = Rating.next(from: day, after: try vault.ratings().map(\.day))
    guard next == day else { throw Rating.Early(next: next) }
    try told {
      try database.run(
        """
        INSERT INTO rating (day, seen, speaking, mending)
        VALUES (\(day.number), \(rating.seen.value), \(rating.speaking.value),
          \(rating.mending.value))
        """)
    }
  }

  /// - Returns: whether there was a rating of that day.
  package func removeRating(on day: Day) throws -> Bool {
    try told {
      try database.run("DELETE FROM rating WHERE day = \(day.number)")
      return database.changes > 0
    }
  }
}
