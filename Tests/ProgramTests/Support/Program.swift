import Foundation

/// A program that a test runs as people do: as a process of its own.
///
/// The process gets a clean environment: PATH, an empty HOME, LANG=C.UTF-8, TZ=Asia/Shanghai and
/// ACCORD_STORE in the sandbox, and what the test adds. Its folder is HOME.
struct Program: Sendable {
  let path: String
  let sandbox: Sandbox
  var environment: [String: String]
  /// A process that takes longer is killed, and the test fails with what it had printed.
  var timeLimit: Duration = .seconds(180)
  /// Words before the program: `strace` and its options, for instance.
  private var wrapper: [String] = []

  init(_ path: String, in sandbox: Sandbox) {
    self.path = path
    self.sandbox = sandbox
    environment = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin",
      "HOME": sandbox.home, "LANG": "C.UTF-8", "TZ": "Asia/Shanghai",
      "ACCORD_STORE": sandbox.store,
    ]
  }

  /// The program of this package; `now` is its clock, in RFC 3339 with offset.
  static func accord(in sandbox: Sandbox, now: String? = nil) throws -> Program {
    var program = Program(try builtProgram.get(), in: sandbox)
    program.environment["ACCORD_NOW"] = now
    return program
  }

  /// Runs it to its end.
  ///
  /// A variable that is nil in `environment` is taken away. Without `input` there is nothing to
  /// read.
  func run(
    _ arguments: [String], input: String? = nil, environment: [String: String?] = [:],
    directory: String? = nil, timeLimit: Duration? = nil
  ) async throws -> Outcome {
    try await run(
      raw: arguments.map { Array($0.utf8) }, input: input.map { Array($0.utf8) },
      environment: environment, directory: directory, timeLimit: timeLimit)
  }

  /// Runs it with arguments and input that need not be text.
  func run(
    raw arguments: [[UInt8]], input: [UInt8]? = nil, environment: [String: String?] = [:],
    directory: String? = nil, timeLimit: Duration? = nil
  ) async throws -> Outcome {
    try await inTurn {
      try start(
        raw: arguments, input: input, environment: environment, directory: directory,
        timeLimit: timeLimit)
    }
  }

  /// Starts it, at once, and leaves it running.
  func start(
    _ arguments: [String], input: String? = nil, environment: [String: String?] = [:],
    directory: String? = nil, timeLimit: Duration? = nil
  ) throws -> Running {
    try start(
      raw: arguments.map { Array($0.utf8) }, input: input.map { Array($0.utf8) },
      environment: environment, directory: directory, timeLimit: timeLimit)
  }

  private func start(
    raw arguments: [[UInt8]], input: [UInt8]?, environment: [String: String?],
    directory: String?, timeLimit: Duration?
  ) throws -> Running {
    let spawn = spawn(arguments, environment, directory)
    let child = try Child(spawn, input: input, limit: timeLimit ?? self.timeLimit)
    return Running(child, in: sandbox)
  }

  /// Runs it on a terminal, with one of the answers typed at each of its questions.
  ///
  /// What the terminal showed, the echo of the answers included, is the output. After the last
  /// answer, a question is met with the end of input.
  func runOnTerminal(
    _ arguments: [String], answers: [String] = [], size: PseudoTerminal.Size = .usual,
    environment: [String: String?] = [:], timeLimit: Duration? = nil
  ) async throws -> Outcome {
    try await runOnTerminal(
      arguments, typist: Typing.typist(answers), size: size, environment: environment,
      timeLimit: timeLimit)
  }

  /// Runs it on a terminal, with the typist asked what to type whenever it falls silent.
  func runOnTerminal(
    _ arguments: [String], typist: @escaping Typist, size: PseudoTerminal.Size = .usual,
    environment: [String: String?] = [:], timeLimit: Duration? = nil
  ) async throws -> Outcome {
    try await inTurn {
      let spawn = spawn(arguments.map { Array($0.utf8) }, environment, nil)
      let limit = timeLimit ?? self.timeLimit
      return Running(
        try Child(spawn, size: size, limit: limit, typist: typist), in: sandbox)
    }
  }

  /// The same program started through another one, such as `["strace", "-f"]`.
  func under(_ words: [String]) -> Program {
    var program = self
    program.wrapper = words + wrapper
    return program
  }

  /// The same program as a user whom file modes bind; the sandbox is handed over to that user.
  ///
  /// Root becomes the user 65534 by util-linux's `setpriv`; anybody else stays who they are.
  func asOrdinaryUser() throws -> Program {
    guard geteuid() == 0 else { return self }
    let reachable = try sandbox.reachableByAll(path)
    try sandbox.giveAway(to: 65534)
    var program = Program(reachable, in: sandbox)
    program.environment = environment
    program.timeLimit = timeLimit
    program.wrapper =
      wrapper + ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    return program
  }

  /// A folder where the program, whatever its file is called, has the name `accord`.
  func folderInPath() throws -> String {
    let folder = sandbox.path("bin")
    let files = FileManager.default
    if !files.fileExists(atPath: folder) {
      try files.createDirectory(atPath: folder, withIntermediateDirectories: false)
      try files.createSymbolicLink(atPath: folder + "/accord", withDestinationPath: path)
    }
    return folder
  }

  private func inTurn(_ start: () throws -> Running) async throws -> Outcome {
    await Turns.ofAllTests.take()
    let result: Result<Outcome, any Error>
    do {
      result = .success(try await start().wait())
    } catch {
      result = .failure(error)
    }
    await Turns.ofAllTests.giveBack()
    return try result.get()
  }

  private func spawn(
    _ arguments: [[UInt8]], _ changes: [String: String?], _ directory: String?
  ) -> Spawn {
    var environment = environment
    for (name, value) in changes { environment[name] = value }
    return Spawn(
      words: (wrapper + [path]).map { Array($0.utf8) } + arguments, environment: environment,
      directory: directory ?? sandbox.home, input: .nothing, output: .nothing, error: .nothing)
  }

  /// ACCORD_PROGRAM, or the nearest `accord` above or beside the code of these tests.
  private static let builtProgram: Result<String, ProgramFailure> = {
    if let named = ProcessInfo.processInfo.environment["ACCORD_PROGRAM"] {
      return .success(URL(fileURLWithPath: named).path)
    }
    let tests = URL(fileURLWithPath: pathOfTests).resolvingSymlinksInPath()
    // On Linux the program lies beside the tests, on macOS beside the bundle they are in.
    var folder = tests.deletingLastPathComponent()
    for _ in 0..<4 {
      let candidate = folder.appendingPathComponent("accord").path
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: candidate, isDirectory: &isFolder),
        !isFolder.boolValue
      {
        return .success(candidate)
      }
      folder.deleteLastPathComponent()
    }
    return .failure(.notBuilt(searchedFrom: tests.path))
  }()

  /// The file that holds the code of these tests.
  private static var pathOfTests: String {
    #if canImport(Darwin)
      // The process is a helper of the toolchain, which has loaded the tests as a bundle.
      var image = Dl_info()
      guard dladdr(#dsohandle, &image) != 0, let name = image.dli_fname else { return "/" }
      return String(cString: name)
    #else
      return "/proc/self/exe"
    #endif
  }
}
