import Agreements
import Fixtures
import Testing

struct UsualRangeTests {
  private static func grades(_ values: [Int]) throws -> [Grade] {
    try values.map { try #require(Grade($0)) }
  }

  @Test(arguments: [[], [5], [5, 6]])
  func `fewer than three grades tell nothing of what is usual`(values: [Int]) throws {
    #expect(UsualRange(try Self.grades(values)) == nil)
  }

  /// Worked by hand: mean 5, steps 2, 2, 2: 5 - 2.66 * 2 and 5 + 2.66 * 2.
  @Test func `the range is the mean and 2.66 mean steps to both sides, within 0 to 10`() throws {
    let wide = try #require(UsualRange(try Self.grades([4, 6, 4, 6])))
    #expect(wide.lower == 0 && wide.upper == 10)
    // Mean 5.25, steps 1, 0, 0: 5.25 - 0.8867 and 5.25 + 0.8867.
    let narrow = try #require(UsualRange(try Self.grades([6, 5, 5, 5])))
    #expect(abs(narrow.lower - 4.3633) < 0.001 && abs(narrow.upper - 6.1367) < 0.001)
    #expect(narrow.contains(5) && narrow.contains(6) && !narrow.contains(4) && !narrow.contains(7))
  }

  @Test(arguments: 0...10)
  func `the same grade again and again is all that is usual`(value: Int) throws {
    let range = try #require(UsualRange(try Self.grades([value, value, value])))
    #expect(Grade.allowed.filter(range.contains) == [value])
  }

  @Test func `the mean of any grades is usual, and nothing outside 0 to 10 is`() throws {
    var random = Seed.generator
    for _ in 1...500 {
      let values = (1...Int.random(in: 3...30, using: &random)).map { _ in
        Int.random(in: Grade.allowed, using: &random)
      }
      let range = try #require(UsualRange(try Self.grades(values)))
      let mean = Double(values.reduce(0, +)) / Double(values.count)
      #expect(range.lower <= mean && mean <= range.upper, "\(values) \(Seed.replay)")
      #expect(range.lower >= 0 && range.upper <= 10, "\(values) \(Seed.replay)")
    }
  }

  @Test(arguments: [(-1, nil), (0, 0), (10, 10), (11, nil)] as [(Int, Int?)])
  func `a grade is a whole number from 0 to 10`(value: Int, kept: Int?) {
    #expect(Grade(value)?.value == kept)
  }
}
