extension FixedWidthInteger {
  /// The quotient rounded towards negative infinity, and the remainder that is never negative.
  ///
  /// Swift's `/` and `%` round towards zero, which puts the last second of 1969 on 1 January 1970.
  /// The divisor is positive.
  func floored(by divisor: Self) -> (quotient: Self, remainder: Self) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
