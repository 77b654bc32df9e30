import Agreements
import ArgumentParser
import Storage

extension CompletionKind {
  /// Ids with their titles, as they are at this moment.
  static var agreements: CompletionKind {
    .custom { _, _, _ in
      guard let session = try? Session(SharedOptions.parse([])),
        let store = try? session.reading(), let all = try? store.everything()
      else { return [] }
      return all.suffix(50).compactMap { summary in
        summary.title.map { candidate(summary.shortID, titled: $0.visible) }
      }
    }
  }

  /// Those of the words that help, which are in force.
  static var sayings: CompletionKind {
    .custom { _, _, _ in
      guard let session = try? Session(SharedOptions.parse([])),
        let store = try? session.reading(), let sayings = try? Sayings(session, store)
      else { return [] }
      return sayings.all.map { candidate($0.summary.shortID, titled: $0.title.text.visible) }
    }
  }

  private static func candidate(_ id: String, titled title: String) -> String {
    switch CompletionShell.requesting {
    case .zsh?:
      return "\(id):\(title.replacing("\\", with: "\\\\").replacing(":", with: "\\:"))"
    case .fish?:
      return "\(id)\t\(title)"
    default:
      // Bash expands the words it is given: `$(…)` in a title would be run. Nor does it shorten
      // what is longer than a line.
      return "\(id)\t(\(title.truncated(to: 60)))".quotedForShell
    }
  }

  /// The values of a closed set: as scripts write them, and the Chinese ones by the same rule as
  /// the other names of a verb.
  static func names<Value: Named>(of _: Value.Type) -> CompletionKind {
    let written = Value.allCases.map(\.rawValue)
    let chinese = Value.allCases.compactMap { $0.names.first { $0.utf8.contains { $0 > 127 } } }
    return .custom { _, _, typed in
      typed.isEmpty && Language.current != .chinese ? written : written + chinese
    }
  }
}
