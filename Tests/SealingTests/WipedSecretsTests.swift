#if os(Linux)
  import Crypto
  import Files
  import Fixtures
  import Foundation
  import Journal
  import SystemPackage
  import Testing

  @testable import Sealing

  /// What a debugger would find of a key after its last use, in all of the process's memory.
  struct WipedSecretsTests {
    let temporary: TemporaryFolder
    var folder: Folder { temporary.folder }

    init() throws {
      temporary = try TemporaryFolder()
    }

    /// Some bytes to look for, which are found nowhere else but here.
    private final class Needle {
      let bytes: UnsafeMutableRawBufferPointer

      init(_ source: some Collection<UInt8>) {
        bytes = .allocate(byteCount: source.count, alignment: 1)
        bytes.copyBytes(from: source)
      }

      deinit {
        bytes.initializeMemory(as: UInt8.self, repeating: 0)
        bytes.deallocate()
      }

      private var place: UInt { UInt(bitPattern: bytes.baseAddress) }

      private func offsets(in memory: UnsafeRawBufferPointer) -> [Int] {
        guard let start = memory.baseAddress, let needle = bytes.baseAddress else { return [] }
        var offsets: [Int] = []
        var from = 0
        while let hit = memchr(start + from, Int32(bytes[0]), memory.count - from) {
          let offset = UnsafeRawPointer(hit) - start
          guard memory.count - offset >= bytes.count else { break }
          if memcmp(hit, needle, bytes.count) == 0 { offsets.append(offset) }
          from = offset + 1
        }
        return offsets
      }

      /// How often the bytes are in memory besides. Read through a descriptor: another test may
      /// give memory back at any moment.
      func copies() throws -> Int {
        let memory = open("/proc/self/mem", O_RDONLY)
        defer { close(memory) }
        let size = 1 << 20
        let window = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 16)
        defer { window.deallocate() }
        let own =
          UInt(bitPattern: window.baseAddress)..<(UInt(bitPattern: window.baseAddress) + UInt(size))
        var found = 0
        for line in try String(contentsOfFile: "/proc/self/maps", encoding: .utf8).split(
          separator: "\n")
        {
          let parts = line.split(separator: " ")
          guard parts[1].hasPrefix("rw") else { continue }
          let ends = parts[0].split(separator: "-").compactMap { UInt($0, radix: 16) }
          var start = ends[0]
          while start < ends[1] {
            let count = pread(
              memory, window.baseAddress, min(size, Int(ends[1] - start)), off_t(start))
            guard count > 0 else { break }
            for offset in offsets(in: UnsafeRawBufferPointer(rebasing: window[..<count])) {
              let address = start + UInt(offset)
              if address != place, !own.contains(address) { found += 1 }
            }
            // What lies across the edge is seen by the next window.
            start += UInt(count > bytes.count ? count - bytes.count + 1 : count)
            if count < size { break }
          }
        }
        return found
      }
    }

    private func needles(of keys: DeviceKeys) -> [String: Needle] {
      var text: [UInt8] = []
      text.reserveCapacity(200)
      keys.identity.withUnsafeBytes { Bech32.append($0, prefix: "x", to: &text) }
      defer { text.wipe() }
      return [
        "identity": keys.withIdentity { Needle($0) },
        "seed": keys.withSigningSeed { Needle($0) },
        // Without the checksum, which the prefix changes.
        "text of the identity": Needle(text[2..<54]),
      ]
    }

    @Test func `a needle in memory is found`() throws {
      let keys = DeviceKeys.generate()
      for (name, needle) in needles(of: keys) where !name.hasPrefix("text") {
        #expect(try needle.copies() > 0, "\(name)")
      }
      // What was freed may lie there as well.
      let copy = keys.withIdentity { $0 + [] }
      #expect(try (needles(of: keys)["identity"]?.copies() ?? 0) > 1)
      withExtendedLifetime((keys, copy)) {}
    }

    @Test func `after keys were made, kept, opened and used, nothing of them is left`() throws {
      func use() throws -> [String: Needle] {
        let keys = DeviceKeys.generate()
        var file = try KeyFile(keys: keys).create(
          in: folder, passphrase: passphrase("first"), work: 2)
        try file.rewrite { $0.memory = SuccessorKeyFileTests.memory() }
        let loaded = try KeyFile.load(
          from: folder, fingerprint: keys.fingerprint, passphrase: passphrase("first"))
        try loaded.replace(in: folder, passphrase: nil)
        let again = try DeviceKeys.load(from: folder, fingerprint: keys.fingerprint)
        _ = try again.withSigningSeed { try SigningKey(seed: $0) }
        #expect(again.signature(of: [1]) != nil)
        #expect(try !DeviceKeys.isLocked(in: folder, fingerprint: keys.fingerprint))
        let next = KeyFile(keys: .generate(), earlier: [again])
        try next.create(in: folder, asPending: true, passphrase: nil)
        try KeyFile.adoptPending(in: folder, fingerprint: next.keys.fingerprint)
        #expect(try KeyFile.load(from: folder, fingerprint: next.keys.fingerprint) == next)
        #expect(try Age.open(Age.seal([1], to: [recipient(again)]), with: again) == [1])
        return needles(of: again)
      }
      for (name, needle) in try use() { #expect(try needle.copies() == 0, "\(name)") }
    }
  }
#endif
