import Agreements
import Testing

@Suite struct MutualWordingTests {
  private func wording(
    _ title: String, _ cue: String, _ action: String, _ promise: Promise = .both
  ) throws -> Wording {
    Wording(
      title: try Title(title),
      terms: .boundary(Boundary(cue: try Note(cue), action: try Note(action))), promise: promise)
  }

  @Test(
    arguments: [
      ("Phones", "In the evening", "You show me your phone", "Both of us show the other our phone"),
      ("看手机", "晚上", "你要给我看手机", "我们都要给彼此看手机"),
    ])
  func `S9, the same about both is promised by both`(
    title: String, cue: String, action: String, both: String
  ) throws {
    let one = try wording(title, cue, action, .only(.lin))
    #expect(one.mutual(of: .meiAndLin) == (try wording(title, cue, both)))
  }

  @Test(
    arguments: [
      // The moment is one partner's, also where it is the title.
      ("Phones", "When you come home", "You show me your phone"),
      ("You come home", "You come home", "You show me your phone"),
      // It would touch as much as before, or it is not known how to say it.
      ("Friends", "Always", "Nobody sees friends"),
      ("Where", "After work", "I must tell Lin where I am"),
    ])
  func `S9, where it is not known how to say it, nothing is offered`(
    title: String, cue: String, action: String
  ) throws {
    #expect(try wording(title, cue, action).mutual(of: .meiAndLin) == nil)
  }
}
