import Agreements
import Files
import Journal
import Sealing
import Storage

/// Two partners with a new store, who act with the keys they have in memory.
struct TestCouple {
  let store: Store
  let first: Writer
  let second: Writer

  init(in folder: Folder, at now: Instant) throws {
    let keys = [DeviceKeys.generate(), DeviceKeys.generate()]
    let founders = try zip(["Mei", "Lin"], keys).map { name, keys in
      Store.Founder(
        name: try Partner.Name(name), key: try keys.withSigningSeed { try SigningKey(seed: $0) },
        recipient: keys.recipient)
    }
    store = try Store.create(in: folder, founders: founders, at: now) {
      for key in keys { try key.save(in: folder) }
    }
    first = Writer(partner: store.pair.first, key: founders[0].key)
    second = Writer(partner: store.pair.second, key: founders[1].key)
  }
}

extension Wording {
  /// The texts of these stores: every kind in turn, each with a title of its own.
  init(number: Int, for couple: TestCouple) throws {
    let terms: Terms =
      switch number % 5 {
      case 0: .coolDown(CoolDown(length: .usual, signal: try Note("Hand on the table")))
      case 1:
        .reassurance(
          Reassurance(
            cue: try Note("I cannot answer for hours"),
            phrase: try Note("I am busy, not gone; I will find you later")))
      case 2:
        .boundary(
          Boundary(
            cue: try Note("we shout at each other"),
            action: try Note("I leave the room, and come back within the hour")))
      case 3:
        .ritual(
          Ritual(
            occasion: .cue(
              try Note("we are both at home in the evening"),
              action: try Note("we walk once around the lake"))))
      default:
        .coolDown(CoolDown(length: .usual, meanwhile: try Note("各自待一会儿，不发消息，不摔门")))
      }
    self.init(
      title: try Title("What we settled, no. \(number)"), terms: terms,
      promise: number.isMultiple(of: 2) ? .both : .only(couple.first.partner.id),
      reason: number.isMultiple(of: 3) ? try Note("So that an evening stays an evening") : nil)
  }
}
