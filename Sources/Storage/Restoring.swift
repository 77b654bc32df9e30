import Agreements
import Files
import Journal
import Sealing
import SystemPackage

/// One restore, once the backup was copied and its keys and vaults were looked at.
struct Restoring {
  /// The copy of the backup.
  let store: Store
  let draft: DraftFolder
  /// What is to have the place.
  let filling: Folder
  /// Where the store is to lie.
  let place: Folder
  /// Where what lies there now is to go.
  let aside: FilePath

  init(_ store: Store, in draft: DraftFolder, place: Folder, aside: FilePath) throws {
    self.store = store
    self.draft = draft
    self.place = place
    self.aside = aside
    filling = try draft.folder(.filling)
  }

  func run() throws -> Restoration {
    // What takes long comes before the lock, so that nobody waits for it.
    try readable(in: store.folder) { try store.database.copy(into: filling) }
    for name in try files(in: store.folder) {
      try Store.copyFile(name, from: store.folder, to: filling)
    }
    _ = try Store.check(filling)
    // Until it is locked, others may put a store there or take it away.
    while true {
      if let done = try place.exists ? replace() : begin() { return done }
    }
  }

  /// Takes a place that bears nothing; nil where somebody else was faster.
  private func begin() throws -> Restoration? {
    let plan = try plan(over: RestorePlan.Files(), nil)
    try carryOut(plan)
    do throws(FileError) { try filling.rename(to: place.path) } catch {
      guard error.saysTheNameIsTaken, place.exists else { throw error }
      return nil
    }
    return try restoration(plan, aside: nil)
  }

  /// Takes the place of what lies there; nil where that was taken away meanwhile.
  private func replace() throws -> Restoration? {
    do {
      return try alone(in: place) { () -> Restoration? in
        if try place.entries().isEmpty { return try begin() }
        Store.removeHalfWritten(in: place)
        let files = try filesInPlace()
        let plan = try plan(over: files, files.keys.values.contains(true) ? present() : nil)
        try carryOut(plan)
        return try restoration(plan, aside: try changePlaces())
      }
    } catch FolderLock.Refusal.failed(let error) where error.isMissing {
      return nil
    }
  }

  // MARK: What lies in it

  private func plan(
    over place: RestorePlan.Files, _ present: RestorePlan.Present?
  ) throws -> RestorePlan {
    var backup = RestorePlan.Files()
    for name in try files(in: store.folder) {
      switch StoreFile(name) {
      case .key(let device): backup.keys[device] = false
      case .vault(let partner): backup.vaults.insert(partner)
      case nil: break
      }
    }
    return RestorePlan(
      place: place, present: present, backup: backup, owners: try store.devices(),
      partners: Set(store.pair.both.map(\.id)))
  }

  /// The keys and vaults in place. A key counts as sealed by its form alone, whatever its name and
  /// whatever became of the database; as open only where it can be used.
  private func filesInPlace() throws -> RestorePlan.Files {
    try Store.checkAreFiles(in: place)
    var files = RestorePlan.Files()
    for name in try place.entries() {
      if name.hasSuffix(Store.keySuffix), let limit = Store.limit(ofFile: name) {
        let device = Device.ID(String(name.dropLast(Store.keySuffix.count)))
        let bytes = try place.taking(name) { path throws(FileError) in
          try PrivateFile.read(path, atMost: limit)
        }
        if DeviceKeys.isSealed(bytes) {
          files.keys[device] = true
        } else if (try? DeviceKeys.form(of: bytes)) == .open(fingerprint: device.text) {
          files.keys[device] = false
        }
      } else if case .vault(let partner)? = StoreFile(name) {
        files.vaults.insert(partner)
      }
    }
    return files
  }

  /// What the database in place says, read from a copy: its folder is locked, and nothing is mended
  /// or brought up to date there. Nil where it cannot be read, for whatever reason.
  private func present() -> RestorePlan.Present? {
    guard let copy = try? draft.folder(.present),
      (try? Store.copyDatabase(from: place, to: copy)) != nil,
      let present = try? Store.reading(copy)
    else { return nil }
    defer { present.close() }
    guard let owners = try? present.devices() else { return nil }
    return RestorePlan.Present(owners: owners, isSameCouple: present.couple == store.couple)
  }

  private func carryOut(_ plan: RestorePlan) throws {
    for name in try files(in: filling) { try filling.remove(name) }
    for name in plan.taken.sorted() { try Store.copyFile(name, from: store.folder, to: filling) }
    for name in plan.kept.sorted() { try Store.copyFile(name, from: place, to: filling) }
    try filling.sync()
  }

  /// The names of the keys and vaults in a folder.
  private func files(in folder: Folder) throws -> [String] {
    try folder.entries().filter { Store.limit(ofFile: $0) != nil }
  }

  // MARK: The place

  /// Makes the new store and the old change places; returns where the old one lies now.
  private func changePlaces() throws -> FilePath {
    let whole = draft.whole
    try filling.rename(to: whole.path)
    let areChanged: Bool
    do throws(FileError) { areChanged = try whole.exchange(with: place) } catch {
      // It is still ours, and goes with the draft.
      try? whole.rename(to: filling.path)
      throw error
    }
    guard areChanged else { return try changePlacesInTwoSteps(with: whole) }
    // From here on the store is restored, and what waits in the draft is the old one.
    if let path = try? whole.renameToUnused(aside) { return path }
    return whole.exists ? whole.path : aside
  }

  /// Where the file system cannot exchange two folders: for a moment the path bears nothing.
  private func changePlacesInTwoSteps(with whole: Folder) throws -> FilePath {
    let old = try place.renameToUnused(aside)
    do throws(FileError) { try whole.rename(to: place.path) } catch {
      if !place.exists { try Folder(old).rename(to: place.path) }
      try? whole.rename(to: filling.path)
      throw error
    }
    return old
  }

  private func restoration(_ plan: RestorePlan, aside: FilePath?) throws -> Restoration {
    let here = Set(plan.taken.union(plan.kept).compactMap { StoreFile($0) })
    let owners = try store.devices().filter { here.contains(.key($0.key)) }.values
    return Restoration(
      aside: aside, pair: store.pair, guarded: plan.guarded, leftOut: plan.leftOut,
      withoutKey: Set(store.pair.both.map(\.id)).subtracting(owners), strangers: plan.strangers)
  }
}
