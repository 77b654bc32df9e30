import Foundation

/// Random numbers that a seed repeats: Steele, Lea and Flood's SplitMix64.
package struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  package init(seed: UInt64) {
    state = seed
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// What a run of the properties starts from: `ACCORD_SEED` where it is set, else a new one.
///
/// A failure names it; the same seed gives the same cases again.
package enum Seed {
  package static let value: UInt64 =
    ProcessInfo.processInfo.environment["ACCORD_SEED"].flatMap { UInt64($0) }
    ?? UInt64.random(in: 0...UInt64(UInt32.max))

  package static var replay: String { "replay with ACCORD_SEED=\(value)" }

  package static var generator: SplitMix64 { SplitMix64(seed: value) }

  /// How many cases there are: as many as a variable of the environment says, where it is set.
  package static func count(of variable: String, usually count: Int) -> Int {
    ProcessInfo.processInfo.environment[variable].flatMap { Int($0) } ?? count
  }

  /// A seed for each of so many cases, all from the one.
  package static func runs(_ count: Int) -> [UInt64] {
    var generator = generator
    return (0..<count).map { _ in generator.next() }
  }
}
