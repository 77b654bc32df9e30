#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Language {
  /// The language of this run: `--lang`, else what the locale says, else English.
  static let current = chosen(by: CommandLine.arguments, environment: environmentValue)

  static func chosen(
    by arguments: [String], environment: (String) -> String?
  ) -> Language {
    let given = arguments.prefix { $0 != "--" }
    for (index, argument) in given.enumerated() {
      if argument == "--lang", index + 1 < given.count,
        let told = Language(rawValue: given[index + 1])
      {
        return told
      }
      if argument.hasPrefix("--lang="), let told = Language(rawValue: String(argument.dropFirst(7)))
      {
        return told
      }
    }
    let locale =
      ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(environment).first { !$0.isEmpty } ?? ""
    return locale.hasPrefix("zh") ? .chinese : .english
  }
}

extension Sentence {
  /// In the language of this run.
  var text: String { text(in: .current) }
}

/// A value of the environment; nil where it is not set or not text.
func environmentValue(_ name: String) -> String? {
  getenv(name).flatMap { String(validatingCString: $0) }
}
