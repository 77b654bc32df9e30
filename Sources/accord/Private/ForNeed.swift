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
    let needs = Set(
      try typed.map { text throws(Problem) in
        do throws(Problem) { return try handles.find(text) } catch {
          guard error.code == "no-match" else { throw error }
          throw Problem(
            "no-match", .usage,
            Sentence(
              "no need with this id is shown at the moment; to show one of yours: accord need share",
              "这个编号的需要现在没有给人看。想先给人看：accord need share"))
        }
      }
    ).sorted()
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
