/// Reads fixed-width decimal fields, byte by byte.
///
/// Bytes, because `Character` would take "１" for a digit and hide a combining mark in the one
/// before it.
struct DigitReader {
  private var rest: Substring.UTF8View

  init(_ text: String) {
    rest = text[...].utf8
  }

  var isAtEnd: Bool { rest.isEmpty }

  /// The next `width` bytes as a number, or nil where one of them is not a digit.
  mutating func number(width: Int) -> Int? {
    guard rest.count >= width else { return nil }
    var value = 0
    for _ in 0..<width {
      guard let digit = self.digit() else { return nil }
      value = value * 10 + digit
    }
    return value
  }

  /// The next byte as a digit; nothing is read where it is not one.
  mutating func digit() -> Int? {
    guard let byte = rest.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else {
      return nil
    }
    rest.removeFirst()
    return Int(byte - UInt8(ascii: "0"))
  }

  /// Reads `mark` if it is the next byte, and says whether it was.
  mutating func take(_ mark: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: mark) else { return false }
    rest.removeFirst()
    return true
  }

  /// `hh:mm`, from 00:00 to 23:59.
  mutating func hoursAndMinutes() -> (hours: Int, minutes: Int)? {
    guard let hours = number(width: 2), hours < 24, take(":"),
      let minutes = number(width: 2), minutes < 60
    else { return nil }
    return (hours, minutes)
  }

  /// `yyyy-mm-dd`, a day that exists.
  mutating func day() -> Day? {
    guard let year = number(width: 4), take("-"),
      let month = number(width: 2), take("-"),
      let day = number(width: 2)
    else { return nil }
    return Day(year: year, month: month, day: day)
  }
}

extension Int {
  /// The number with zeros in front, at least `width` digits; for numbers that are not negative.
  func digits(_ width: Int) -> String {
    let plain = String(self)
    return String(repeating: "0", count: Swift.max(0, width - plain.utf8.count)) + plain
  }
}
