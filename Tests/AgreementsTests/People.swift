import Agreements
import Testing

/// Mei and Lin, the days they live in, and texts for them to agree on.

extension Identifier: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) {
    self.init(text)
  }
}

extension Identifier where Owner == Partner {
  static var mei: Self { "mei" }
  static var lin: Self { "lin" }
  static var both: [Self] { [.mei, .lin] }

  var other: Self { self == .mei ? .lin : .mei }
}

extension Pair {
  static let meiAndLin: Pair = {
    guard let mei = try? Partner.Name("Mei"), let lin = try? Partner.Name("Lin") else {
      preconditionFailure("two plain names")
    }
    return Pair(Partner(id: .mei, name: mei), Partner(id: .lin, name: lin))
  }()
}

extension Instant {
  /// So many 24-hour days, and seconds, after the story begins.
  static func on(day: Int, plus seconds: Int64 = 0) -> Instant {
    Instant(seconds: 1_767_225_600 + Int64(day) * Instant.day + seconds)
  }
}

extension Wording {
  static func saying(
    _ title: String, promise: Promise = .both, reviewEvery days: Int? = nil
  ) throws -> Wording {
    Wording(
      title: try Title(title),
      terms: .boundary(Boundary(cue: try Note("it gets late"), action: try Note("we sleep on it"))),
      promise: promise, reviewEvery: days.flatMap(ReviewInterval.init(days:)))
  }
}

extension Agreement: CustomTestStringConvertible {
  public var testDescription: String {
    let texts = revisions.values.map { "\($0.id): \($0.stances)" }.sorted()
    return "\(outlook) \(texts.joined(separator: ", ")) ended: \(endings)"
  }
}
