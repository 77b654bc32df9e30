/// Lets only so many processes run at once; the others wait for their turn, first come first
/// served.
actor Turns {
  /// More only makes each of them slower, and time limits are met then.
  static let ofAllTests = Turns(8)

  private var free: Int
  private var line: [CheckedContinuation<Void, Never>] = []

  init(_ count: Int) {
    free = count
  }

  func take() async {
    if free > 0 {
      free -= 1
    } else {
      await withCheckedContinuation { line.append($0) }
    }
  }

  func giveBack() {
    if line.isEmpty {
      free += 1
    } else {
      line.removeFirst().resume()
    }
  }
}
