import Testing

extension Household {
  /// What Mei and Lin say to each other when, and who of them does.
  static let sayings: [(title: String, cue: String, phrase: String, promise: String)] = [
    ("忙的时候", "我在忙、没法好好回的时候，先发一句", "我在忙，不是不理你。", "both"),
    ("Running late", "When I am late", "I am on my way.\nDon't wait with dinner.", "me"),
    ("心里没底的时候", "When you feel unsure", "没关系，有我呢。", "you"),
  ]

  /// A household where those are agreed; Lin suggested them, so that `me` is Lin.
  static func withSayings() async throws -> Household {
    let household = try await Household.begun()
    for saying in sayings {
      try await household.agree(saying.title, saying.cue, saying.phrase, promise: saying.promise)
    }
    return household
  }

  func agree(
    _ title: String, _ cue: String, _ phrase: String, promise: String = "both"
  ) async throws {
    try await succeeds([
      "propose", "reassurance", title, "--when", cue, "--phrase", phrase, "--promise", promise,
      "--as", "Lin", "--yes",
    ])
    try await succeeds(["accept", title, "--as", "Mei", "--yes"])
  }
}
