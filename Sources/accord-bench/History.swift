import Agreements
import Files
import Journal
import Storage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A store as years of use would leave it: a few agreements in force, all others ended, declined
/// or withdrawn.
struct History {
  let agreements: Int
  let inForce: Int

  /// How many agreements one transaction proposes, and the next one answers.
  private static let batch = 500
  /// Seconds from one transaction to the next.
  private static let pace: Int64 = 600

  func write(in folder: Folder) throws {
    let batches = (agreements + Self.batch - 1) / Self.batch
    var now = Instant.thisMoment.advanced(by: -Int64(3 * batches + 1) * Self.pace)
    let couple = try TestCouple(in: folder, at: now)
    defer { couple.store.close() }
    for start in stride(from: 0, to: agreements, by: Self.batch) {
      let numbers = start..<min(start + Self.batch, agreements)
      let proposed = try transaction(couple, couple.first, &now) { pen in
        try numbers.map { try pen.propose(Wording(number: $0, for: couple)) }
      }
      let all = Array(zip(numbers, proposed))
      try transaction(couple, couple.second, &now) { pen in
        for (number, text) in all {
          switch fate(of: number) {
          case .keeps, .ends: _ = try pen.accept(text.revision, on: text.agreement.id)
          case .isDeclined: _ = try pen.decline(text.revision, on: text.agreement.id)
          case .isWithdrawn: break
          }
        }
      }
      try transaction(couple, couple.first, &now) { pen in
        for (number, text) in all {
          switch fate(of: number) {
          case .ends: _ = try pen.end(text.agreement.id)
          case .isWithdrawn: _ = try pen.withdraw(text.revision, on: text.agreement.id)
          case .keeps, .isDeclined: break
          }
        }
      }
    }
  }

  private enum Fate {
    case keeps, ends, isDeclined, isWithdrawn
  }

  /// The newest ones hold; of the others most ended.
  private func fate(of number: Int) -> Fate {
    if number >= agreements - inForce { return .keeps }
    return switch number % 4 {
    case 0: .isDeclined
    case 1: .isWithdrawn
    default: .ends
    }
  }

  @discardableResult
  private func transaction<Result>(
    _ couple: TestCouple, _ writer: Writer, _ now: inout Instant, _ body: (Pen) throws -> Result
  ) throws -> Result {
    now = now.advanced(by: Self.pace)
    return try couple.store.write(as: writer, at: now, in: .utc, body)
  }
}

extension Instant {
  static var thisMoment: Instant { Instant(seconds: Int64(time(nil))) }
}
