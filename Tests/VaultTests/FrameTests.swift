import Agreements
import Crypto
import Fixtures
import Sealing
import Testing

@testable import Vault

struct FrameTests {
  let owner: Vault.Owner

  init() throws {
    owner = Vault.Owner(
      couple: Couple.ID(String(repeating: "0a", count: 16)),
      partner: Partner.ID(String(repeating: "1b", count: 16)),
      keys: try #require(
        DeviceKeys(identity: Array(1...32), signingSeed: Array(1...32)) as DeviceKeys?))
  }

  private func filled(_ image: [UInt8], counter: Int64 = 41) throws(VaultError) -> [UInt8] {
    try Frame.fill(image) { Origin(of: $0, by: owner, counter: counter) }
  }

  // What is pinned here lies in people's vaults. Made from the description, by another program.
  @Test func `the pinned image fills the pinned frame`() throws {
    let image = (0..<1_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    let pinned = try Room.bytes(
      String(repeating: "0a", count: 16) + String(repeating: "1b", count: 16)
        + "0000000000000029"
        + "79b5562e8fe654f94078b112e8a98ba7901f853ae695bed7e0e3910bad049664"
        + "02ef4ad7246f8bc664164dd3e61a619c43a4991bf2a5cb49c4391cb90f78dbfc"
        + "56998473dcfbefd4668fca46a21152253c6dd6e92d2840a9d2cae8d2bc0a6707"
        + "7661756c7420320a" + "00000000000003e8")
    let frame = image + [UInt8](repeating: 0, count: 65_536 - 1_000 - 152) + pinned
    let read = try Frame.read(frame)
    let origin = try #require(read.origin)
    #expect(read.image == image)
    #expect(origin.counter == 41 && origin.isOf(owner) && origin.isGenuine(for: image))
    let ours = try filled(image)
    #expect(ours.dropLast(80) == frame.dropLast(80) && ours.suffix(16) == frame.suffix(16))
    #if !canImport(Darwin)  // Apple's signatures are randomised.
      #expect(ours == frame)
    #endif
  }

  @Test(arguments: [
    (0, 65_536), (1, 65_536), (65_384, 65_536), (65_385, 131_072), (130_920, 131_072),
    (130_921, 262_144), (1_000_000, 1_048_576), (67_108_712, 67_108_864),
  ])
  func `an image is filled up to the next size, and comes back`(count: Int, size: Int) throws {
    let image = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 | 1) }
    let frame = try filled(image)
    #expect(frame.count == size)
    let read = try Frame.read(frame)
    #expect(read.image == image)
    #expect(read.origin?.isGenuine(for: image) == true)
  }

  @Test func `more than the largest frame holds is refused`() {
    #expect(throws: VaultError.tooLarge) { try filled([UInt8](repeating: 1, count: 67_108_713)) }
  }

  @Test(arguments: [0, 1, 65_520, 65_521, 131_056])
  func `an image without an origin is read as it was written once`(count: Int) throws {
    let image = [UInt8](repeating: 7, count: count)
    let read = try Frame.read(Room.unsigned(image))
    #expect(read.image == image)
    #expect(read.origin == nil)
  }

  @Test(arguments: [Int64.min, -1, 0, 1 << 53, .max])
  func `a counter out of bounds is neither written nor read`(counter: Int64) throws {
    #expect(throws: VaultError.fault) { try filled([1], counter: counter) }
    var frame = try filled([1])
    frame.replaceSubrange((65_536 - 120)..<(65_536 - 112), with: counter.bytes)
    #expect(throws: VaultError.damaged) { try Frame.read(frame) }
  }

  @Test func `every counter within the bounds comes back`() throws {
    for counter in [1, 2, 255, 256, 1 << 32, (1 << 53) - 1] as [Int64] {
      #expect(try Frame.read(filled([1], counter: counter)).origin?.counter == counter)
    }
  }

  @Test(arguments: [
    "", "0a", String(repeating: "0A", count: 16), String(repeating: "é", count: 16),
  ])
  func `an id that is none signs nothing`(id: String) {
    let couple = Vault.Owner(couple: Couple.ID(id), partner: owner.partner, keys: owner.keys)
    let partner = Vault.Owner(couple: owner.couple, partner: Partner.ID(id), keys: owner.keys)
    for owner in [couple, partner] { #expect(Origin(of: [1], by: owner, counter: 1) == nil) }
  }

  @Test func `what is signed is all of it, in its place`() throws {
    let image: [UInt8] = [1, 2, 3]
    let whole = try #require(Origin(of: image, by: owner, counter: 41))
    #expect(whole.isGenuine(for: image))
    for changed in [[], [1, 2], [1, 2, 3, 0], [1, 2, 4]] as [[UInt8]] {
      #expect(!whole.isGenuine(for: changed))
    }
    for place in 0..<Origin.size {
      var bytes = whole.bytes
      bytes[place] ^= 1 << UInt8(place % 8)
      // A counter out of bounds is none at all.
      guard let origin = Origin(bytes[...]) else { continue }
      #expect(!origin.isGenuine(for: image), "byte \(place)")
    }
  }

  @Test(arguments: Seed.runs(30))
  func `random bytes, parts and changes never trap, and nothing passes but what was written`(
    seed: UInt64
  ) throws {
    var generator = SplitMix64(seed: seed)
    let image = (0..<Int.random(in: 0...3_000, using: &generator)).map { _ in
      UInt8.random(in: .min ... .max, using: &generator)
    }
    let frames = [try filled(image), Room.unsigned(image)]
    for frame in frames {
      for _ in 0..<20 {
        var changed = frame
        let places = [
          frame.count - 1 - Int.random(in: 0..<160, using: &generator),
          Int.random(in: 0..<frame.count, using: &generator),
        ]
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: changed.removeLast(Int.random(in: 1...frame.count, using: &generator))
        case 1: changed.removeFirst(Int.random(in: 1...frame.count, using: &generator))
        case 2: changed += image + [0]
        default: changed[places[0]] ^= UInt8.random(in: 1...255, using: &generator)
        }
        if let read = try? Frame.read(changed), read.image == image {
          let isUnsigned = frame == frames[1] && read.origin == nil
          #expect(
            read.origin?.isGenuine(for: image) != true && !isUnsigned || changed == frame,
            "\(Seed.replay)")
        }
        changed = frame
        changed[places[1]] = UInt8.random(in: .min ... .max, using: &generator)
        _ = try? Frame.read(changed)
      }
      _ = try? Frame.read(Array(image.prefix(200)))
    }
  }
}
