/// Where one's grades usually lie, so that chance is not taken for a change.
///
/// The natural process limits of an individuals chart: the mean, and 2.66 times the mean step from
/// one grade to the next on both sides (W. A. Shewhart, "Economic Control of Quality", 1931; the
/// factor is 3 / 1.128). A description of one's own grades, no test of anything.
package struct UsualRange: Hashable, Sendable {
  /// Grades, 0 to 10.
  package let lower: Double
  package let upper: Double

  /// Fewer grades than this tell nothing of what is usual.
  package static let fewest = 3

  /// - Parameter grades: oldest first.
  /// - Returns: nil for fewer than three.
  package init?(_ grades: [Grade]) {
    guard grades.count >= Self.fewest else { return nil }
    let values = grades.map { Double($0.value) }
    let mean = values.reduce(0, +) / Double(values.count)
    let steps = zip(values, values.dropFirst()).map { abs($0 - $1) }
    let width = 2.66 * steps.reduce(0, +) / Double(steps.count)
    lower = max(Double(Grade.allowed.lowerBound), mean - width)
    upper = min(Double(Grade.allowed.upperBound), mean + width)
  }

  package func contains(_ value: Int) -> Bool {
    (lower...upper).contains(Double(value))
  }
}
