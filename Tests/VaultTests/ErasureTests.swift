import Agreements
import Files
import Fixtures
import Foundation
import Testing
import Vault

/// Plain text is in no file, and what was removed is nowhere.
struct ErasureTests {
  let room: Room
  let word = "marigold-7312"

  init() throws {
    room = try Room()
  }

  /// Every text of every table, with the word in each.
  private func fill() throws -> (Need.ID, Reflection.ID) {
    try room.change { pen in
      for number in 0..<40 {
        _ = try pen.add(Samples.need("kept \(number)"), at: .on(day: 0))
        _ = try pen.add(Samples.reflection("kept \(number)"), at: .on(day: 0))
      }
      try pen.set(Footing(sentence: Note("a \(word)"), step: Note(word), people: Note(word)))
      return (
        try pen.add(Samples.need("\(word) need"), at: .on(day: 0)),
        try pen.add(Samples.reflection("\(word) reflection"), at: .on(day: 0))
      )
    }
  }

  private func hides(_ text: String) throws -> Bool {
    let bytes = Data(try room.sealed())
    return bytes.range(of: Data(text.utf8)) == nil
  }

  @Test func `S13 no text and no name of a table can be read in the file`() throws {
    _ = try fill()
    #expect(try room.holds(word))
    for text in [
      word, "kept 39", "CREATE TABLE", "SQLite format 3", "reflection", "vault 2\n",
      room.partner.text,
    ] {
      #expect(try hides(text), "\(text)")
    }
  }

  @Test func `S17 what was removed is in no file, and not in the opened vault`() throws {
    let (need, reflection) = try fill()
    try room.change { pen in
      #expect(try pen.remove(need))
      #expect(try pen.remove(reflection))
      try pen.set(Footing())
    }
    #expect(try !room.holds(word))
    #expect(try room.holds("kept 39"))
    #expect(try !room.holds(need.text) && !room.holds(reflection.text))
  }

  @Test func `S17 words that were replaced are gone as well`() throws {
    let (need, _) = try fill()
    _ = try room.change { try $0.replace(need, with: Samples.need("calmer"), at: .on(day: 1)) }
    #expect(try room.holds("calmer"))
    #expect(try !room.holds("\(word) need"))
  }

  @Test func `S17 a long text is gone from every page it filled`() throws {
    let parts = (0..<120).map { "chapter-\($0)-end" }
    let text = parts.joined(separator: " ")
    let id = try room.change { pen in
      let id = try pen.add(Samples.reflection(text), at: .on(day: 0))
      for number in 0..<10 { _ = try pen.add(Samples.need("x\(number)"), at: .on(day: 0)) }
      return id
    }
    #expect(try parts.allSatisfy { try room.holds($0) })
    #expect(try room.change { try $0.remove(id) })
    for part in parts { #expect(try !room.holds(part)) }
  }

  @Test func `the size of the file tells little`() throws {
    var sizes: [Int] = []
    for number in 0..<40 {
      _ = try room.change { pen in
        for _ in 0..<5 {
          _ = try pen.add(
            Samples.reflection(String(repeating: "\(number) ", count: 100)), at: .on(day: number))
        }
      }
      sizes.append(try room.sealed().count)
    }
    // The header, and what sealing adds to each 64 KiB.
    let classes = Set(sizes)
    #expect(sizes == sizes.sorted())
    #expect(classes.count <= 4)
    for size in classes {
      let plain = [65_536, 131_072, 262_144, 524_288].first { (200...500).contains(size - $0) }
      #expect(plain != nil, "\(size)")
    }
  }
}
