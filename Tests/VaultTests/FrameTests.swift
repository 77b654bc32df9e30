import Testing

@testable import Vault

struct FrameTests {
  @Test(arguments: [
    (0, 65_536), (1, 65_536), (65_520, 65_536), (65_521, 131_072), (131_056, 131_072),
    (131_057, 262_144), (1_000_000, 1_048_576), (67_108_848, 67_108_864),
  ])
  func `an image is filled up to the next size, and comes back`(count: Int, size: Int) throws {
    let image = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 | 1) }
    let filled = try Frame.fill(image)
    #expect(filled.count == size)
    #expect(try Frame.image(in: filled) == image)
  }

  @Test func `more than the largest frame holds is refused`() {
    #expect(throws: VaultError.tooLarge) {
      try Frame.fill([UInt8](repeating: 1, count: 67_108_849))
    }
  }
}
