import Agreements
import ArgumentParser
import Files
import Storage
import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The options every command takes.
struct SharedOptions: ParsableArguments {
  @Option(name: .customLong("as"), help: .said("who acts", "是谁在操作", value: ("NAME", "名字")))
  var actor: String?

  @Option(help: .said("where the agreements lie", "约定放在哪个文件夹", value: ("DIR", "文件夹")))
  var store: String?

  @Option(help: .said("en or zh; else the locale", "en 或 zh，不写就看系统语言", value: ("en|zh", "en|zh")))
  var lang: String?

  @Flag(help: .said("one JSON document, also for errors", "输出一份 JSON，出错时也是"))
  var json = false

  @Option(help: .said("auto, always or never", "auto、always 或 never", value: ("WHEN", "时机")))
  var color: String?

  @Flag(name: .customLong("no-color"), help: .said("no colour", "不要颜色"))
  var noColor = false

  @Flag(name: .customLong("no-input"), help: .said("never ask", "不要提问"))
  var noInput = false

  @Option(
    name: .customLong("passphrase-file"),
    help: .said(
      "the password of who acts: the first line of this file, or of - for standard input",
      "操作的人的密码，写在这个文件的第一行；- 表示标准输入", value: ("FILE", "文件")),
    completion: .file())
  var passphraseFile: String?

  @Option(
    name: .customLong("passphrase-fd"),
    help: .said("the same from an open stream", "同上，从已经打开的描述符读", value: ("N", "N")))
  var passphraseDescriptor: String?
}

/// What one run of the program has around it.
struct Session {
  let options: SharedOptions
  let terminal: Terminal
  let clock: Clock
  let prompt: Prompt
  let folder: Folder
  /// Where the password of who acts comes from, if the command line says so.
  let passphrase: PassphraseSource?
  /// What this run has kept so far.
  let deeds = Deeds()
  let seat = Seat()

  init(_ options: SharedOptions) throws {
    if let lang = options.lang, Language(rawValue: lang) == nil {
      throw Problem(
        "bad-value", .usage, Sentence("--lang takes en or zh", "--lang 可以是 en 或 zh"))
    }
    self.options = options
    passphrase = try PassphraseSource(
      file: options.passphraseFile, descriptor: options.passphraseDescriptor,
      flags: ("--passphrase-file", "--passphrase-fd"))
    let colour: Terminal.Colour
    if options.noColor {
      colour = .never
    } else if let told = options.color {
      guard let known = Terminal.Colour(rawValue: told) else {
        throw Problem(
          "bad-value", .usage,
          Sentence("--color takes auto, always or never", "--color 可以是 auto、always 或 never"))
      }
      colour = known
    } else {
      colour = .auto
    }
    terminal = .current(colour: colour)
    clock = try Clock.current()
    prompt = Prompt(
      .standard(terminal), in: .current, forbidden: options.noInput || options.json)
    folder = Folder(try Self.storePath(options.store))
  }

  /// `--store`, `ACCORD_STORE`, or the usual place of this system.
  private static func storePath(_ given: String?) throws -> FilePath {
    for told in [given, environmentValue("ACCORD_STORE")] {
      guard let told else { continue }
      if told.isEmpty {
        throw Problem(
          "bad-value", .usage,
          Sentence("--store is empty; name a folder", "--store 是空的，请写一个文件夹"))
      }
      return FilePath(told)
    }
    if let data = environmentValue("XDG_DATA_HOME"), data.hasPrefix("/") {
      return FilePath(data).appending("accord")
    }
    guard let home = environmentValue("HOME"), home.hasPrefix("/") else {
      throw Problem(
        "no-home", .usage,
        Sentence(
          "HOME is not set, so there is no usual place; name a folder with --store",
          "没有设置 HOME，不知道放在哪里；请用 --store 写明文件夹"))
    }
    return usualStore(in: home)
  }

  /// Where the store lies if nothing says otherwise.
  static func usualStore(in home: String) -> FilePath {
    #if os(macOS)
      FilePath(home).appending("Library").appending("Application Support").appending("accord")
    #else
      FilePath(home).appending(".local").appending("share").appending("accord")
    #endif
  }

  var today: Day { clock.today }

  func day(_ instant: Instant) -> Day { clock.rules.day(of: instant) }

  /// `5 December`, `12月5日`.
  func date(_ instant: Instant) -> Sentence { day(instant).named(today: today) }

  /// Says something beside the result, at once: on standard error.
  func remark(_ sentence: Sentence) {
    guard !options.json else { return }
    var output = Output.error
    output.line(sentence.text)
    try? output.flush()
  }
}

/// What a run came by: whether anything was kept, so that whoever stops halfway is not told that
/// nothing was, and what the store was found to be.
final class Deeds {
  private(set) var areAny = false
  /// The store that was opened last.
  var store: Store?
  /// Whether the result itself names what is not as it was signed.
  var namesWhatIsNotAsSigned = false

  func add() { areAny = true }
}

extension ArgumentHelp {
  /// Help in the language of this run.
  static func said(
    _ english: String, _ chinese: String, value: (String, String)? = nil
  ) -> ArgumentHelp {
    ArgumentHelp(
      stringLiteral: Sentence(english, chinese).text
    ).naming(value.map { Sentence($0.0, $0.1).text })
  }

  private func naming(_ name: String?) -> ArgumentHelp {
    var help = self
    help.valueName = name
    return help
  }
}
