import Foundation

/// The tests' ends of a child's streams, moved forward without ever blocking on one of them.
struct Descriptors {
  struct Heard {
    var output: [UInt8] = []
    var error: [UInt8] = []
    var something: Bool { !output.isEmpty || !error.isEmpty }
  }

  /// -1 where there is none, or none any more: `poll` passes over it.
  private var input: Int32
  private var output: Int32
  private var error: Int32
  private var unwritten: [UInt8]

  init(_ input: Int32?, _ output: Int32, _ error: Int32?, _ unwritten: [UInt8]) {
    self.input = input ?? -1
    self.output = output
    self.error = error ?? -1
    self.unwritten = unwritten
    for descriptor in [self.input, self.output, self.error] where descriptor >= 0 {
      _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
    }
  }

  /// Whether the child, and all that it started, closed what they print to.
  var allEnded: Bool { output < 0 && error < 0 }

  /// Waits up to that long for something to read or room to write, then reads and writes.
  mutating func exchange(milliseconds: Int32) -> Heard {
    guard !allEnded else {
      // Only its death is awaited now, and that is near.
      usleep(1000)
      return Heard()
    }
    if input >= 0, unwritten.isEmpty { Self.end(&input) }
    var polled = [
      pollfd(fd: output, events: Int16(POLLIN), revents: 0),
      pollfd(fd: error, events: Int16(POLLIN), revents: 0),
      pollfd(fd: input, events: Int16(POLLOUT), revents: 0),
    ]
    guard poll(&polled, nfds_t(polled.count), milliseconds) > 0 else { return Heard() }
    var heard = Heard()
    if polled[0].revents != 0 { heard.output = Self.read(&output) }
    if polled[1].revents != 0 { heard.error = Self.read(&error) }
    if polled[2].revents != 0 { feed() }
    return heard
  }

  /// Types at a terminal; its line buffer has room for any line that it can take at all.
  mutating func type(_ bytes: [UInt8]) {
    guard output >= 0 else { return }
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { write(output, $0.baseAddress, $0.count) }
      guard written > 0 else { return }
      rest = rest.dropFirst(written)
    }
  }

  mutating func closeAll() {
    Self.end(&input)
    Self.end(&output)
    Self.end(&error)
  }

  private mutating func feed() {
    let written = unwritten.withUnsafeBytes { write(input, $0.baseAddress, min($0.count, 65536)) }
    if written > 0 {
      unwritten.removeFirst(written)
    } else if errno != EAGAIN && errno != EINTR {
      // The child reads no further, as `head` does.
      Self.end(&input)
    }
  }

  private static func read(_ descriptor: inout Int32) -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: 65536)
    let count = buffer.withUnsafeMutableBytes {
      Foundation.read(descriptor, $0.baseAddress, $0.count)
    }
    if count > 0 { return Array(buffer[..<count]) }
    // A terminal that nobody holds open any more reads as EIO.
    if count == 0 || (errno != EAGAIN && errno != EINTR) { end(&descriptor) }
    return []
  }

  private static func end(_ descriptor: inout Int32) {
    if descriptor >= 0 { close(descriptor) }
    descriptor = -1
  }
}
