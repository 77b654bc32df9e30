import ArgumentParser

/// Where a new password comes from when nobody is asked.
struct NewPassphraseOptions: ParsableArguments {
  @Option(
    name: .customLong("new-passphrase-file"),
    help: .said(
      "the new one, like --passphrase-file", "新密码，写法同 --passphrase-file", value: ("FILE", "文件")),
    completion: .file())
  var file: String?
  @Option(
    name: .customLong("new-passphrase-fd"),
    help: .said("the new one, like --passphrase-fd", "新密码，写法同 --passphrase-fd", value: ("N", "N")))
  var descriptor: String?

  /// Nil where neither is given.
  func source() throws(Problem) -> PassphraseSource? {
    try PassphraseSource(
      file: file, descriptor: descriptor, flags: ("--new-passphrase-file", "--new-passphrase-fd"))
  }
}
