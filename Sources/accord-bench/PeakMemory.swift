#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The largest memory a program took, in bytes on macOS, in KiB on Linux; the middle of nine runs.
///
/// Linux counts what this process took before it became the other program too: run it from a fresh
/// process. C functions: `fork`'s kin `posix_spawn`, `wait4`.
func peakMemory(of words: [String]) throws -> Int {
  let peaks = try (0..<9).map { _ in try onePeak(of: words) }
  return peaks.sorted()[peaks.count / 2]
}

private func onePeak(of words: [String]) throws -> Int {
  var arguments = words.map { strdup($0) } + [nil]
  defer { for argument in arguments { free(argument) } }
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
  var child = pid_t()
  let code = posix_spawnp(&child, words[0], &actions, nil, &arguments, environ)
  guard code == 0 else { throw Unfair.couldNotRun(code) }
  var status: Int32 = 0
  var usage = rusage()
  guard wait4(child, &status, 0, &usage) == child, status == 0 else {
    throw Unfair.couldNotRun(status)
  }
  return usage.ru_maxrss
}
