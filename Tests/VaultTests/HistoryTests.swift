import Agreements
import Fixtures
import Testing
import Vault

/// Whatever is done to a vault, it holds what a plain model holds.
struct HistoryTests {
  struct Reconsidered: Error {}

  @Test(arguments: Seed.runs(6))
  func `any history leaves what a plain model says`(seed: UInt64) throws {
    let room = try Room()
    var generator = SplitMix64(seed: seed)
    var model = Contents()
    for step in 0..<25 {
      let before = model
      let isAbandoned = Int.random(in: 0..<6, using: &generator) == 0
      do {
        try room.change { pen in
          for _ in 0..<Int.random(in: 1...4, using: &generator) {
            try act(pen, &model, at: .on(day: step), &generator)
            try #require(try Contents(pen.vault) == model, "\(Seed.replay)")
          }
          if isAbandoned { throw Reconsidered() }
        }
      } catch is Reconsidered {
        model = before
      }
      try #require(try room.contents() == model, "step \(step), \(Seed.replay)")
    }
  }

  private func act(
    _ pen: Vault.Pen, _ model: inout Contents, at now: Instant, _ generator: inout SplitMix64
  ) throws {
    let text = Samples.hostile.randomElement(using: &generator) ?? "x"
    switch Int.random(in: 0..<9, using: &generator) {
    case 0, 1:
      let need = try Samples.need(text, .allCases.randomElement(using: &generator) ?? .other)
      let id = try pen.add(need, at: now)
      model.needs.append(KeptNeed(id: id, need: need, added: now, changed: nil))
    case 2:
      guard let place = model.needs.indices.randomElement(using: &generator) else { return }
      let old = model.needs[place]
      let need = try Samples.need(text, old.need.category)
      #expect(try pen.replace(old.id, with: need, at: now))
      let changed = need == old.need ? old.changed : now
      model.needs[place] = KeptNeed(id: old.id, need: need, added: old.added, changed: changed)
    case 3:
      guard let place = model.needs.indices.randomElement(using: &generator) else { return }
      #expect(try pen.remove(model.needs.remove(at: place).id))
    case 4:
      let reflection = try Samples.reflection(text)
      let id = try pen.add(reflection, at: now)
      model.reflections.append(KeptReflection(id: id, reflection: reflection, at: now))
    case 5:
      guard let place = model.reflections.indices.randomElement(using: &generator) else { return }
      #expect(try pen.remove(model.reflections.remove(at: place).id))
    case 6:
      try rate(pen, &model, &generator)
    case 7:
      let footings = [Footing(), Footing(people: try Note(text)), Footing(step: try Note(text))]
      model.footing = footings.randomElement(using: &generator) ?? Footing()
      try pen.set(model.footing)
    default:
      model.showsHints = Bool.random(using: &generator)
      try pen.showHints(model.showsHints)
    }
  }

  private func rate(
    _ pen: Vault.Pen, _ model: inout Contents, _ generator: inout SplitMix64
  ) throws {
    let grades = (0..<3).map { _ in Int.random(in: 0...10, using: &generator) }
    let rating = try #require(try Samples.rating(grades[0], grades[1], grades[2]))
    let day = Day.first.advanced(by: 700_000 + Int.random(in: 0...400, using: &generator))
    let isEarly = model.ratings.contains { abs($0.day.days(since: day)) < 28 }
    do {
      try pen.add(rating, on: day)
      try #require(!isEarly, "\(Seed.replay)")
      model.ratings.append(KeptRating(day: day, rating: rating))
      model.ratings.sort { $0.day < $1.day }
    } catch is Rating.Early {
      try #require(isEarly, "\(Seed.replay)")
    }
  }
}
