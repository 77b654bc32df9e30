import Agreements
import Journal

/// Which keys and vaults lie beside a restored database: those of the backup, or those in place
/// now.
///
/// Decided by names, by whether a key is sealed, and by whose keys they are: a restore never takes
/// a partner's password away, and never sets it back to an earlier one.
struct RestorePlan: Equatable {
  /// The keys and vaults of one folder.
  struct Files: Equatable {
    /// Whether each is sealed with a password; of a backup's that is not asked.
    var keys: [Device.ID: Bool] = [:]
    var vaults: Set<Partner.ID> = []
  }

  /// What is known of the database in place.
  struct Present: Equatable {
    let owners: [Device.ID: Partner.ID]
    /// Whether it is of the same couple as the backup.
    let isSameCouple: Bool
  }

  /// Names of files that stay as they are in place.
  private(set) var kept: Set<String> = []
  /// Names of files that come from the backup.
  private(set) var taken: Set<String> = []
  /// Partners a password guards: what is theirs stays.
  private(set) var guarded: Set<Partner.ID> = []
  /// Partners whose key in the backup was left out because somebody's sealed key lies here, and
  /// nobody knows whose.
  private(set) var leftOut: Set<Partner.ID> = []
  /// Sealed keys in place of which neither database says whose they are.
  private(set) var unknown: Set<Device.ID> = []
  /// Names of files in the backup that belong to nobody in it, and are left out.
  private(set) var strangers: Set<String> = []

  /// - Parameters:
  ///   - present: nil where the database in place cannot be read.
  ///   - owners: whose the devices are, as the backup's database says; `partners` are its own.
  init(
    place: Files, present: Present?, backup: Files, owners: [Device.ID: Partner.ID],
    partners: Set<Partner.ID>
  ) {
    for (device, isSealed) in place.keys where isSealed {
      let known = [present?.owners[device], owners[device]].compactMap { $0 }
      guarded.formUnion(known)
      if known.isEmpty { unknown.insert(device) }
      kept.insert(device.file)
    }
    for device in backup.keys.keys { decide(on: device, place, owners[device]) }
    if present?.isSameCouple ?? true { keepVaults(of: place, present) }
    for partner in backup.vaults {
      let isTheirs = guarded.contains(partner) && present?.isSameCouple ?? true
      if !partners.contains(partner) {
        strangers.insert(partner.file)
      } else if !kept.contains(partner.file), !isTheirs {
        taken.insert(partner.file)
      }
    }
  }

  private mutating func decide(on device: Device.ID, _ place: Files, _ owner: Partner.ID?) {
    // Of two sealed ones, too, the one in place stays.
    if kept.contains(device.file) { return }
    guard let owner else {
      strangers.insert(device.file)
      return
    }
    if guarded.contains(owner) { return }
    if unknown.isEmpty {
      taken.insert(device.file)
    } else if place.keys[device] == false {
      // It lay open here already.
      kept.insert(device.file)
    } else {
      leftOut.insert(owner)
    }
  }

  private mutating func keepVaults(of place: Files, _ present: Present?) {
    if kept.isEmpty { return }
    let everyone = present == nil || !unknown.isEmpty
    for partner in place.vaults where everyone || guarded.contains(partner) {
      kept.insert(partner.file)
    }
  }
}

extension Device.ID {
  fileprivate var file: String { text + Store.keySuffix }
}

extension Partner.ID {
  fileprivate var file: String { text + Store.vaultSuffix }
}
