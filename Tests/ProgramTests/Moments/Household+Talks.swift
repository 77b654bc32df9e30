import Testing

extension Household {
  /// Two who agreed to talk on Sundays at 20:00.
  static func talkingOnSundays() async throws -> Household {
    let household = try await Household.begun()
    try await household.succeeds([
      "propose", "check-in", "--every", "weekly", "--on", "sunday", "--at", "20:00", "--as", "Mei",
    ])
    try await household.succeeds(["accept", "--yes", "--as", "Lin"])
    return household
  }
}
