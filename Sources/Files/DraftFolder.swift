package import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A hidden folder beside the place that its content is made for, under a name nobody else has.
///
/// Its maker holds a lock on it while they live, so what a killed one left is told from what is in
/// use. What lies in it goes when the work is done, except ``whole``.
package struct DraftFolder: Sendable {
  /// What it is made for, as its name says.
  package enum Purpose: String, Sendable, CaseIterable {
    case unfinished, restoring
  }

  private let outer: Folder

  /// Makes an empty one, `.NAME.PURPOSE-<random>`, for as long as the body runs.
  package static func with<Result>(
    beside place: FilePath, for purpose: Purpose, _ body: (DraftFolder) throws -> Result
  ) throws -> Result {
    guard let name = place.lastComponent, name.kind == .regular else {
      throw FileError(.createFolder, .invalidArgument)
    }
    let parent = Folder(around: place)
    while true {
      let digits = String(UInt64.random(in: .min ... .max), radix: 16)
      let outer = Folder(parent.path.appending(".\(name.string).\(purpose.rawValue)-\(digits)"))
      try check(.createFolder) { outer.path.withPlatformString { mkdir($0, 0o700) } }
      let lock: FolderLock
      do throws(FolderLock.Refusal) { lock = try FolderLock(on: outer, timeout: 0) } catch {
        // Until it is locked it may pass for an abandoned one, and be removed.
        if error == .timedOut || !outer.exists { continue }
        throw error
      }
      let result = Swift.Result { try body(DraftFolder(outer: outer)) }
      try? clear(outer)
      try? outer.removeIfEmpty()
      lock.release()
      return try result.get()
    }
  }

  /// An empty folder in it for one step of the work.
  package func folder(_ step: Step) throws(FileError) -> Folder {
    let folder = Folder(outer.path.appending(step.rawValue))
    try folder.discard()
    try folder.create()
    return folder
  }

  /// The folders that work goes on in; each can be made again.
  package enum Step: String, Sendable, CaseIterable {
    /// A copy of what is read.
    case source
    /// A copy of what lies in the place now.
    case present
    /// What is to have the place.
    case filling
  }

  /// Where the content waits in the moment in which it changes places with what was there.
  ///
  /// Which of the two lies in it cannot be told after a kill, so it is never removed.
  package var whole: Folder { Self.whole(in: outer) }

  fileprivate static func whole(in outer: Folder) -> Folder {
    Folder(outer.path.appending("whole"))
  }

  fileprivate static func clear(_ outer: Folder) throws(FileError) {
    for step in Step.allCases { try Folder(outer.path.appending(step.rawValue)).discard() }
  }
}

// MARK: - What killed ones left

extension DraftFolder {
  /// The drafts in a folder that nobody holds any more, whatever they were made for, sorted.
  package static func abandoned(in parent: Folder) -> [Folder] {
    drafts(in: parent).filter { (try? FolderLock(on: $0, timeout: moment)) != nil }
  }

  private static func drafts(in parent: Folder) -> [Folder] {
    let names = ((try? parent.entries()) ?? []).filter { place(of: $0) != nil }
    return names.map { Folder(parent.path.appending($0)) }.filter(isOurs)
  }

  /// How long somebody else may take who only looks whether it is abandoned, in milliseconds.
  private static let moment = 50

  /// Removes them. What waited in one to change places, or had just done so, is kept under a name
  /// that can be seen.
  ///
  /// - Parameter keptName: what follows the place's name in that name.
  /// - Returns: where that lies now.
  @discardableResult
  package static func removeAbandoned(in parent: Folder, keptName: String) -> [FilePath] {
    var kept: [FilePath] = []
    for draft in drafts(in: parent) {
      // Held, so that nobody else removes it at the same time.
      guard let lock = try? FolderLock(on: draft, timeout: moment) else { continue }
      let whole = whole(in: draft)
      if whole.exists, let name = draft.path.lastComponent.flatMap({ place(of: $0.string) }) {
        let wanted = parent.path.appending("\(name)\(keptName)")
        if let path = try? whole.renameToUnused(wanted) { kept.append(path) }
      }
      try? clear(draft)
      try? draft.removeIfEmpty()
      lock.release()
    }
    return kept
  }

  /// The name of the place a draft of this name was made for; nil where it is no draft's name.
  private static func place(of name: String) -> String? {
    guard name.hasPrefix("."), let dash = name.lastIndex(of: "-"),
      UInt64(name[name.index(after: dash)...], radix: 16) != nil
    else { return nil }
    let rest = name[..<dash].dropFirst()
    for purpose in Purpose.allCases where rest.hasSuffix(".\(purpose.rawValue)") {
      let place = rest.dropLast(purpose.rawValue.utf8.count + 1)
      return place.isEmpty ? nil : String(place)
    }
    return nil
  }

  /// Whether it is a folder with nothing in it but what a draft holds.
  private static func isOurs(_ draft: Folder) -> Bool {
    guard (try? Stat(draft.path, followTargetSymlink: false))?.type == .directory,
      let names = try? draft.entries()
    else { return false }
    return Set(names).isSubset(of: Step.allCases.map(\.rawValue) + ["whole"])
  }
}
