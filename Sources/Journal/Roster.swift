package import Agreements

/// Who counts: whose feeds belong to a couple, and how far what they give is heard.
///
/// It follows from entries alone, the ones that found, admit and retire. Two feeds are the
/// founders'. Any other counts where a feed of its own partner that counts admitted it, with its
/// whole key. What a feed takes back always counts; what it gives counts until it was retired.
package struct Roster: Sendable {
  /// One device of one partner, whose feed counts.
  package struct Member: Sendable {
    package let device: Device.ID
    package let partner: Partner.ID
    package let key: VerifyingKey
    /// The age recipient that what is meant for this device is sealed to.
    package let recipient: String
    /// The entry that says so: the device's own first one of a founder, else the admission.
    package let source: Entry.ID
    /// The last entry up to which what it gives counts; nil while it was not retired.
    package internal(set) var last: Head?
    /// Which device admitted it, and with which entry of its feed; nil for a founder.
    let admittedBy: (device: Device.ID, entry: Head)?

    package var isRetired: Bool { last != nil }
  }

  package let couple: Couple.ID
  /// Both partners, as the founding entries name them, the first founder first.
  package let pair: Pair
  /// The devices of both founders, in the same order.
  package let founders: [Device.ID]
  /// The entries with which both founders began, in the same order.
  package let founding: [Entry.ID]
  package private(set) var members: [Device.ID: Member] = [:]
  /// Devices that may have founded, as another may: nothing in an older store tells which. What
  /// they give does not count until their owner said so with their password.
  package let doubtful: Set<Device.ID>
  /// Devices that joined, and that nobody admitted.
  package private(set) var strangers: [Device.ID] = []
  private var retiredThemselves: Set<Device.ID> = []
  /// What each device says of itself, where it has begun.
  private var introduced: [Device.ID: Membership] = [:]

  /// How many devices of one partner count at once, besides those that were retired.
  package static let mostDevices = 8

  /// - Parameters:
  ///   - entries: every `join`, `admit` and `retire` that is known, in the order of arrival.
  ///   - sealed: the devices whose keys lie sealed beside the store: of several that may be a
  ///     founder's, theirs is taken for the right one.
  ///   - isOnChain: whether an entry of a feed is one of those that lead to another of the same.
  /// - Throws: `EntryProblem.malformed` where nobody founded this couple.
  package init(
    _ entries: [Entry], of couple: Couple.ID, sealed: () -> Set<Device.ID> = { [] },
    isOnChain: (Device.ID, Head, Head) -> Bool
  ) throws(EntryProblem) {
    let joins = entries.compactMap { entry in
      entry.header.couple == couple ? entry.introduction.map { Founding.Join(entry, $0) } : nil
    }
    guard let founding = Founding(joins, of: couple, entries: entries, sealed: sealed) else {
      throw .malformed
    }
    self.couple = couple
    pair = founding.pair
    founders = founding.members.map(\.device)
    self.founding = founding.members.map(\.source)
    doubtful = founding.doubtful
    for join in joins where introduced[join.device] == nil {
      introduced[join.device] = join.member
    }
    let steps = Self.steps(in: entries, of: couple)
    var shutOut: Set<Device.ID> = []
    while true {
      members = Dictionary((founding.members + founding.others).map { ($0.device, $0) }) {
        first, _ in first
      }
      retiredThemselves = []
      take(steps, besides: shutOut)
      let late = admittedTooLate(isOnChain)
      if late.isEmpty { break }
      shutOut.formUnion(late)
    }
    strangers = Set(joins.map(\.device)).subtracting(members.keys).sorted()
  }
}

// MARK: - Whether an entry counts

extension Roster {
  /// How far one entry is heard.
  package enum Hearing: Sendable {
    case counts
    /// It counts where it is on the chain that leads to this entry of its feed.
    case countsBefore(Head)
    /// Only what it takes back counts.
    case takesOnly
    /// Nobody vouches for it.
    case nothing
  }

  package subscript(device: Device.ID) -> Member? { members[device] }

  package func partner(of device: Device.ID) -> Partner.ID? { members[device]?.partner }

  package func hearing(of header: Header) -> Hearing {
    guard header.couple == couple, let member = members[header.device] else { return .nothing }
    if doubtful.contains(header.device) { return .takesOnly }
    guard let last = member.last else { return .counts }
    return header.sequence <= last.sequence ? .countsBefore(last) : .takesOnly
  }
}

// MARK: - Admitting and retiring

extension Roster {
  /// What one entry says of the devices of its writer's partner.
  private enum Step {
    case admit(Admission)
    case retire(Retirement)
  }

  private typealias Said = (entry: Entry, step: Step)

  private static func steps(in entries: [Entry], of couple: Couple.ID) -> [Said] {
    entries.compactMap { entry -> Said? in
      guard entry.header.couple == couple else { return nil }
      switch entry.content?.body.act {
      case .admit(let admission): return (entry, .admit(admission))
      case .retire(let retirement): return (entry, .retire(retirement))
      default: return nil
      }
    }.sorted { $0.entry.order < $1.entry.order }
  }

  /// Takes in what was said, one feed's words in the order of their places, until nothing changes.
  private mutating func take(_ said: [Said], besides shutOut: Set<Device.ID>) {
    // Of each device the next is at the end: its earlier words come first, whatever their ticks
    // say.
    var ahead = Dictionary(grouping: said) { $0.entry.header.device }.mapValues { said in
      said.sorted { Self.place($1) < Self.place($0) }
    }
    while let device = next(among: ahead), let (entry, step) = ahead[device]?.popLast() {
      switch step {
      case .admit(let admission) where shutOut.contains(admission.device): break
      case .admit(let admission): admit(admission, in: entry)
      case .retire(let retirement): retire(retirement, in: entry)
      }
    }
  }

  private static func place(_ said: Said) -> (Int64, JournalOrder) {
    (said.entry.header.sequence, said.entry.order)
  }

  /// The member whose next words come first.
  private func next(among ahead: [Device.ID: [Said]]) -> Device.ID? {
    ahead.compactMap { device, said in
      members[device] == nil || doubtful.contains(device) ? nil : said.last?.entry.order
    }.min()?.device
  }

  private mutating func admit(_ admission: Admission, in entry: Entry) {
    guard let writer = members[entry.header.device], members[admission.device] == nil,
      writer.last.map({ entry.header.sequence <= $0.sequence }) ?? true,
      let key = admission.verifyingKey, key.device == admission.device,
      Self.isRecipient(admission.recipient), isWillingly(admission, of: writer.partner),
      (try? entry.verify(with: writer.key)) != nil,
      members.values.count(where: { $0.partner == writer.partner && !$0.isRetired })
        < Self.mostDevices
    else { return }
    members[admission.device] = Member(
      device: admission.device, partner: writer.partner, key: key, recipient: admission.recipient,
      source: entry.id,
      admittedBy: (
        entry.header.device, Head(sequence: entry.header.sequence, id: entry.id)
      ))
  }

  /// Whether a device that has begun says the same of itself: nobody takes the other's key for
  /// theirs.
  private func isWillingly(_ admission: Admission, of partner: Partner.ID) -> Bool {
    guard let said = introduced[admission.device] else { return true }
    return said.partner.id == partner && said.signingKey == admission.signingKey
      && said.recipient == admission.recipient
  }

  /// What a device says after it retired itself retires nobody: whoever holds a copy of a key that
  /// was given up does not shut out the one that followed it.
  private mutating func retire(_ retirement: Retirement, in entry: Entry) {
    let header = entry.header
    guard let writer = members[header.device], var member = members[retirement.device],
      member.partner == writer.partner, !retiredThemselves.contains(header.device),
      (try? entry.verify(with: writer.key)) != nil
    else { return }
    let last = Head(
      sequence: retirement.lastSequence, id: Entry.ID(retirement.lastEntry))
    // The earliest counts.
    if member.last.map({ last.sequence < $0.sequence }) ?? true {
      member.last = last
      members[retirement.device] = member
    }
    if header.device == retirement.device { retiredThemselves.insert(header.device) }
  }

  /// The devices that were admitted by words which do not count: after their writer was retired, or
  /// beside the chain that its retirement names.
  private func admittedTooLate(_ isOnChain: (Device.ID, Head, Head) -> Bool) -> [Device.ID] {
    members.values.filter { member in
      guard let (device, entry) = member.admittedBy, let last = members[device]?.last else {
        return false
      }
      return entry != last && !(entry.sequence < last.sequence && isOnChain(device, entry, last))
    }.map(\.device)
  }

  /// The form of an age recipient; what cannot be one is not admitted.
  package static func isRecipient(_ text: String) -> Bool {
    text.hasPrefix("age1") && text.utf8.count <= 128
      && text.utf8.allSatisfy { (0x61...0x7a).contains($0) || (0x30...0x39).contains($0) }
  }
}

extension Admission {
  /// Nil for a key under which anybody can sign.
  fileprivate var verifyingKey: VerifyingKey? {
    Hex.bytes(signingKey).flatMap { try? VerifyingKey($0) }
  }
}

extension Entry {
  /// Who a feed belongs to, said by its first entry and signed with the very key it names.
  package var introduction: Membership? {
    guard header.sequence == 1, case .join(let member) = content?.body.act,
      let bytes = Hex.bytes(member.signingKey), let key = try? VerifyingKey(bytes),
      (try? verify(with: key)) != nil
    else { return nil }
    return member
  }
}
