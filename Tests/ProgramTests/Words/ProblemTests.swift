import Agreements
import Files
import Sealing
import Storage
import SystemPackage
import Testing
import Vault

@testable import accord

struct ProblemTests {
  static let coded = Speech.sentences.filter {
    $0.code != nil && $0.file != "Rendering/History.swift"
  }

  @Test(arguments: coded)
  func `an error is one sentence in small letters without a full stop`(said: Spoken) {
    for text in said.englishTexts {
      #expect(text.beginsSmall)
      #expect(!text.hasSuffix("."))
    }
    for text in said.chineseTexts { #expect(!text.hasSuffix("。")) }
  }

  @Test(arguments: coded)
  func `a code is a few small English words`(said: Spoken) throws {
    let code = try #require(said.code)
    #expect(code.contains(/^[a-z0-9]+(-[a-z0-9]+)*$/))
  }

  @Test(arguments: everyProblem)
  func `whatever goes wrong is told as an error is`(problem: Problem) {
    for text in [problem.sentence.english, problem.sentence.chinese] {
      #expect(!text.isEmpty)
      #expect(!text.hasSuffix(".") && !text.hasSuffix("。"))
      #expect(RefusedWords.found(in: text) == [])
    }
    #expect(problem.sentence.english.beginsSmall)
    #expect(problem.sentence.chinese.hasChinese)
    #expect(problem.exit != .done)
  }

  @Test func `all that the words of errors know is tried here`() {
    let files: Set = ["Words/Refusals.swift", "Words/StoreProblems.swift"]
    let written = Self.coded.filter { files.contains($0.file) }.compactMap(\.code)
    #expect(Set(written).subtracting(Self.everyProblem.map(\.code)) == ["synced-folder"])
  }

  @Test func `a code always has the same exit status`() {
    var exits: [String: Set<Int32>] = [:]
    for problem in Self.everyProblem {
      exits[problem.code, default: []].insert(problem.exit.rawValue)
    }
    for said in Self.coded {
      guard let code = said.code, let exit = said.exit.flatMap(Exit.init(named:)) else { continue }
      exits[code, default: []].insert(exit.rawValue)
    }
    // How the input could not be read decides; the code says that it was the input.
    let several = exits.filter {
      $0.value.count > 1 && !["input", "editor", "no-answer"].contains($0.key)
    }
    #expect(several == [:])
  }

  @Test func `no sentence is told under two codes`() {
    var codes: [Sentence: Set<String>] = [:]
    // A value that is missing is told as one that could not be read: by what would do.
    for problem in Self.everyProblem where problem.code != "missing" {
      codes[problem.sentence, default: []].insert(problem.code)
    }
    #expect(codes.filter { $0.value.count > 1 } == [:])
  }

  @Test func `every refusal is told in words of its own`() {
    let problems = Self.refusals.map { Problem($0, in: .none) }
    #expect(Set(problems.map(\.code)).count == problems.count)
    #expect(Set(problems.map(\.sentence)).count == problems.count)
    #expect(problems.allSatisfy { $0.exit == .refused })
  }

  @Test func `a rule of Accord has a code that nothing else has`() {
    let rules = Set(Self.refusals.map { Problem($0, in: .none).code })
    let others = Set(Self.everyProblem.filter { $0.exit != .refused }.map(\.code))
    #expect(rules.intersection(others) == [])
  }
}

extension ProblemTests {
  static let refusals: [Refusal] = [
    .ownProposal, .othersProposal, .nothingToAnswer, .nothingToTakeBack, .alreadyEnded,
    .alreadyAgreed,
    .alreadyRefused, .takenBack, .answeredTooLate, .textChanged(.init("a")),
    .resting(until: .init(seconds: 0)),
    .notInForce, .notClosed, .unchanged, .alreadyReviewed, .endFirst, .nothingToForget, .erased,
    .notShared, .ownNeed, .othersNeed, .tooManyNeeds, .ownBoundary,
    .othersBoundary, .writtenByNewer, .pausing(until: .init(seconds: 0)),
    .settling(until: .init(seconds: 0)), .apart(until: .init(seconds: 0)), .noPause,
    .extendedAlready, .longerThanFirst(minutes: 30), .longerThanDay,
  ]

  static let storeErrors: [StoreError] = [
    .noStore, .alreadyThere, .folderInUse, .damaged, .newer, .foreign, .busy, .replaced, .full,
    .readOnly, .notPermitted, .input(nil), .input(.ioError), .uncertain, .unknownDevice, .tooLarge,
    .unreadable, .withheld, .kept("x.vault"),
  ]

  static let fileFaults: [FileFault] = [
    .notAFile, .tooLarge, .unknownName, .misnamed, .damaged, .tooMuchWork, .ofNobody,
  ].map { FileFault("x.key", $0) }

  static let restoreRefusals: [RestoreRefusal] = [.sameFolder, .insideStore, .noKey]

  static let keyErrors: [KeyFileError] = [
    .missing, .damaged, .exposed(.openToOthers), .exposed(.ownedByAnother), .exposed(.notAFile),
    .otherDevice(fingerprint: "0123456789abcdef"), .locked, .wrongPassphrase,
    .tooMuchWork(logN: 40), .outOfMemory, .replaced, .unreadable(.init(.read, .ioError)),
    .unwritable(.init(.write, .noSpace)),
  ]

  static let vaultErrors: [VaultError] = [
    .exposed(.openToOthers), .exposed(.ownedByAnother), .exposed(.notAFile), .damaged, .newer,
    .foreign, .otherKeys, .unsigned, .otherWriter, .earlierKey, .otherCouple, .tooLarge, .busy,
    .unreadable(FileError(.read, .ioError)),
    .unwritable(FileError(.write, .noSpace)), .unwritable(FileError(.sync, .ioError)),
    .unwritable(FileError(.open, .permissionDenied)),
    .unreadable(FileError(.open, .permissionDenied)),
    .notReadBack, .uncertain, .fault,
  ]

  static let reminderErrors: [ReminderError] = [
    .noScheduler("systemd"), .refused("systemd"), .noNotifier, .notShown,
    .unwritable(FileError(.write, .noSpace)), .unremovable(FileError(.remove, .permissionDenied)),
  ]

  static let inputErrors: [any Error] = [
    TextInputError.notUTF8, TextInputError.tooLong, TextInputError.lineIsFull,
    TextInputError.failed(.ioError), NoInput.notATerminal(flag: "--yes"), NoInput.endOfInput,
    NoInput.notUnderstood,
    NoInput.interrupted, EditorError.noEditor, EditorError.noDraft(.ioError),
    EditorError.notStarted(.noSuchFileOrDirectory, keptAt: "/tmp/x"),
    EditorError.failed(keptAt: "/tmp/x"), EditorError.interrupted(keptAt: "/tmp/x"),
    EditorError.unreadable(.notUTF8, keptAt: "/tmp/x"), ClipboardError.noDesktop,
    ClipboardError.noProgram, ClipboardError.notFilled, WordProblem.empty,
    WordProblem.tooLong(most: 200, count: 201), UnknownFault(),
  ]

  static let mistyped: [Mistyped] =
    [
      Mistyped.Value.minutes, .length, .pause, .pauseTime, .longer, .until, .kind, .status, .every,
      .on,
      .at, .promise, .reviewIn, .helped, .outcome, .now,
    ].map { Mistyped($0, .unreadable) }
    + [.minutes, .kind, .every, .on].map { Mistyped($0, .missing) }
    + [.minutes, .pause, .length, .reviewIn, .every, .on].map { Mistyped($0, .outside(5...60)) }
    + [Mistyped(.on, .contradictory(.every))]

  static let everyProblem: [Problem] =
    refusals.map { Problem($0, in: .none) } + storeErrors.map { Problem($0) }
    + fileFaults.map { Problem($0) } + restoreRefusals.map { Problem($0) }
    + keyErrors.map { Problem($0) } + vaultErrors.map { Problem($0, in: .none) }
    + reminderErrors.map { Problem($0) } + inputErrors.map { Problem($0, in: .none) }
    + mistyped.map { Problem($0) }

  private struct UnknownFault: Error {}
}

extension Problem: CustomTestStringConvertible {
  public var testDescription: String { "\(code): \(sentence.english) / \(sentence.chinese)" }
}

extension Exit {
  fileprivate init?(named name: String) {
    let all: [Exit] = [
      .done, .refused, .usage, .data, .noStore, .fault, .input, .busy, .noPermission, .interrupted,
      .unavailable,
    ]
    guard let exit = all.first(where: { "\($0)" == name }) else { return nil }
    self = exit
  }
}

extension String {
  /// Not with a capital, names that have one aside.
  fileprivate var beginsSmall: Bool {
    guard let first else { return false }
    return !first.isUppercase
      || ["Accord", "HOME", "KIND", "ACCORD_NOW"].contains { hasPrefix($0) }
  }
}
