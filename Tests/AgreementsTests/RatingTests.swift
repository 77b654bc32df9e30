import Agreements
import Testing

struct RatingTests {
  /// Days of November, then of the months after it.
  private func day(_ number: Int) -> Day { Day.first.advanced(by: 700_000 + number) }

  @Test(arguments: [
    // From the first, after the second: the third.
    (0, [], 0), (0, [0], 28), (27, [0], 28), (28, [0], 28), (29, [0], 29), (100, [0], 100),
    (0, [10], 38), (0, [27], 55), (0, [28], 0),
    // A day to come does not bar the days long before it.
    (0, [1_000], 0), (980, [1_000], 1_028),
    // There is no room between these two, and there is between those.
    (10, [0, 40], 68), (10, [0, 56], 28), (10, [56, 0], 28), (10, [0, 40, 60, 90], 118),
  ])
  func `a rating comes on the first day that is 28 days from every other`(
    from: Int, others: [Int], expected: Int
  ) {
    #expect(Rating.next(from: day(from), after: others.map(day)) == day(expected))
  }
}
