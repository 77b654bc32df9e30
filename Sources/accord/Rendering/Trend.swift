import Agreements
import Journal
import Storage
import Vault

/// One's own grades over time, and what was agreed when they were given.
struct Trend {
  struct Point {
    let day: Day
    let rating: Rating
    /// What was in force then, by its place in `agreements`.
    let inForce: [Int]
  }

  /// Oldest first.
  let points: [Point]
  /// Those in force at one of the points at least, in the order of their beginning.
  let agreements: [(id: Agreement.ID, title: String)]

  init(_ ratings: [KeptRating], in store: Store, session: Session) throws {
    let now = session.clock.now
    let all = try store.everything().map { try store.agreement($0) }
    var places: [Agreement.ID: Int] = [:]
    var agreements: [(id: Agreement.ID, title: String)] = []
    points = ratings.map { kept in
      let inForce = all.filter { agreement in
        agreement.owner == nil
          && agreement.wasInForce(on: kept.day, now: now) { session.day($0) }
      }.map { agreement in
        if let place = places[agreement.id] { return place }
        places[agreement.id] = agreements.count
        let title = agreement.shown?.wording?.title.text ?? Session.erasedTitle.text
        agreements.append((agreement.id, title))
        return agreements.count - 1
      }
      return Point(day: kept.day, rating: kept.rating, inForce: inForce)
    }
    self.agreements = agreements
  }

  func usual(_ question: Rating.Question) -> UsualRange? {
    UsualRange(points.map { $0.rating[question] })
  }

  /// What has to be said where there is too little to see a trend in.
  var tooFew: Sentence? {
    switch points.count {
    case 0:
      Sentence("Nothing here yet. To begin: accord trend add", "还没有记过。开始：accord trend add")
    case ..<UsualRange.fewest:
      Sentence(
        "Too few to see anything in them yet; from three on your usual range is shown.",
        "次数还少，看不出什么；满三次，就能看到你平时的范围。")
    default: nil
    }
  }

  static let agreedThen = Sentence("What you had agreed then:", "那时候说好的：")

  var json: [(String, JSON)] {
    let ratings = points.map { point in
      JSON.object([
        "agreements": .array(point.inForce.map { .string(agreements[$0].id.text) }),
        "mending": .integer(Int64(point.rating.mending.value)),
        "on": .string(point.day.iso), "seen": .integer(Int64(point.rating.seen.value)),
        "speaking": .integer(Int64(point.rating.speaking.value)),
      ])
    }
    return [("ratings", .array(ratings))]
  }
}
