import CProcess

/// What keeps passwords, keys and private words in the memory of this process.
enum Secrecy {
  /// Lets nobody write the memory to a file, whatever ends the program; once, at its start.
  ///
  /// The limit is what a kernel heeds that writes core files itself. Linux hands a core to a
  /// program of the system (`systemd-coredump`) in spite of it, so there the process is made one
  /// that is not dumped; then another process of the same account cannot attach to it either. A
  /// Mac writes cores by the limit alone, and its debuggers ask for an administrator.
  ///
  /// Programs started from here, such as an editor, inherit the limit, which is as it should be:
  /// they have the same words before them. The other setting ends with `exec`.
  ///
  /// Nothing is said where it fails: a limit can always be lowered, and no command may be refused
  /// for it.
  static func keepMemoryOutOfFiles() {
    _ = cprocess_forbid_core_files()
    _ = cprocess_forbid_looking_in()
  }
}
