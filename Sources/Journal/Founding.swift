import Agreements

/// Who began a couple: the two founding entries among all first entries.
///
/// A couple that begins today is named by a hash over both founders' keys: nobody else fits. In a
/// store from before, the founders are two first entries of which the second has seen the first and
/// nothing else. Whoever can write the file can add such an entry; then it takes the owner's word
/// to tell which is theirs.
struct Founding {
  struct Join {
    let entry: Entry
    let member: Membership
    var device: Device.ID { entry.header.device }

    init(_ entry: Entry, _ member: Membership) {
      self.entry = entry
      self.member = member
    }
  }

  /// Both founders.
  let members: [Roster.Member]
  /// Who else may be one of them.
  private(set) var others: [Roster.Member] = []
  let pair: Pair
  let doubtful: Set<Device.ID>

  private typealias Two = (first: Join, second: Join)

  /// Nil where nobody can have begun it.
  init?(_ joins: [Join], of couple: Couple.ID, entries: [Entry], sealed: () -> Set<Device.ID>) {
    if let two = Self.named(joins, couple) {
      self.init(two, doubtful: [])
      return
    }
    let possible = Self.possible(joins)
    if possible.count == 1 {
      self.init(possible[0], doubtful: [])
      return
    }
    let sealed = sealed()
    guard let likeliest = Self.likeliest(possible, sealed: sealed) else { return nil }
    let times = possible.flatMap { [$0.first.device, $0.second.device] }
      .reduce(into: [Device.ID: Int]()) { times, device in times[device, default: 0] += 1 }
    let inAll = Set(times.filter { $0.value == possible.count }.keys)
    let doubtful = Set(times.keys).subtracting(inAll)
    // Whoever made a key can have it vouch for itself, but not seal it in the owner's place.
    let vouched = Self.vouchedFor(doubtful, entries).intersection(sealed)
    let settled = possible.filter { two in
      let own = [two.first.device, two.second.device]
      return own.allSatisfy { inAll.contains($0) || vouched.contains($0) }
        && doubtful.intersection(sealed).isSubset(of: own)
    }
    if settled.count == 1 {
      self.init(settled[0], doubtful: [])
    } else {
      self.init(likeliest, doubtful: doubtful)
      let founders = Set(members.map(\.device))
      others = possible.flatMap { [$0.first, $0.second] }
        .filter { !founders.contains($0.device) && pair[$0.member.partner.id] != nil }
        .compactMap(Roster.Member.init)
    }
  }

  private init?(_ two: Two, doubtful: Set<Device.ID>) {
    let members = [two.first, two.second].compactMap(Roster.Member.init)
    guard members.count == 2 else { return nil }
    self.members = members
    pair = Pair(two.first.member.partner, two.second.member.partner)
    self.doubtful = doubtful
  }

  /// The two whose keys the couple's name is a hash of.
  private static func named(_ joins: [Join], _ couple: Couple.ID) -> Two? {
    pairs(joins.filter { $0.member.salt != nil }, joins).first { two in
      two.first.member.salt.map {
        Naming.couple(of: [two.first.member, two.second.member], salt: $0) == couple
      } ?? false
    }
  }

  /// Every two of different partners of which the second has seen the first.
  ///
  /// Looked up by what each has seen: of many entries that somebody put there, none is tried with
  /// all others.
  private static func pairs(_ firsts: [Join], _ seconds: [Join]) -> [Two] {
    let known = Dictionary(firsts.map { ($0.entry.id, $0) }) { first, _ in first }
    return seconds.flatMap { second in
      second.entry.header.seen.compactMap { device, head in
        guard let first = known[head.id], head.sequence == 1, first.device == device,
          first.device != second.device, first.member.partner.id != second.member.partner.id
        else { return nil }
        return (first, second)
      }
    }
  }

  /// Every two that can have begun an older store.
  private static func possible(_ joins: [Join]) -> [Two] {
    let old = joins.filter { $0.member.salt == nil }
    return pairs(
      old.filter(\.entry.header.seen.isEmpty), old.filter { $0.entry.header.seen.count == 1 })
  }

  /// Of several, the two of whom more keys lie sealed here; of equal ones those that came first.
  private static func likeliest(_ possible: [Two], sealed: Set<Device.ID>) -> Two? {
    func weight(_ two: Two) -> Int {
      [two.first, two.second].count { sealed.contains($0.device) }
    }
    let most = possible.map(weight).max()
    return possible.first { weight($0) == most }
  }

  /// The devices that say of themselves that they are their partner's: an `admit` of the very
  /// device that signs it.
  private static func vouchedFor(_ doubtful: Set<Device.ID>, _ entries: [Entry]) -> Set<Device.ID> {
    Set(
      entries.compactMap { entry -> Device.ID? in
        guard case .admit(let admission) = entry.content?.body.act,
          admission.device == entry.header.device, doubtful.contains(admission.device),
          let key = Hex.bytes(admission.signingKey).flatMap({ try? VerifyingKey($0) }),
          (try? entry.verify(with: key)) != nil
        else { return nil }
        return admission.device
      })
  }
}

extension Roster.Member {
  /// A founder, as their own first entry says.
  fileprivate init?(_ join: Founding.Join) {
    guard let key = Hex.bytes(join.member.signingKey).flatMap({ try? VerifyingKey($0) }) else {
      return nil
    }
    self.init(
      device: join.device, partner: join.member.partner.id, key: key,
      recipient: join.member.recipient, source: join.entry.id, last: nil, admittedBy: nil)
  }
}
