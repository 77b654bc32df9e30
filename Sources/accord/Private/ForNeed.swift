import Agreements
import Storage

extension Session {
  /// The shared needs that ids on the command line name, either partner's, sorted and each once.
  func sharedNeeds(_ typed: [String], in store: Store) throws -> [Need.ID] {
    if typed.isEmpty { return [] }
    let shown = Set(try store.sharedNeeds(at: clock.now).map(\.id))
    if shown.isEmpty {
      throw Problem(
        "nothing-shown", .usage,
        Sentence(
          "no need is shared at the moment; to share one of yours: accord need share",
          "现在没有给彼此看的需要。想分享自己的：accord need share"))
    }
    let handles = Handles(shown)
    let needs = Set(try typed.map { text throws(Problem) in try handles.find(text) }).sorted()
    guard needs.count <= Wording.mostNeeds else {
      throw Problem(
        "too-many", .usage,
        Sentence(
          "an agreement serves at most \(Wording.mostNeeds) needs; name fewer",
          "一条约定最多照顾到\(Wording.mostNeeds)个需要，请少写几个"))
    }
    return needs
  }
}
