import Agreements
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What time it is for one command, and what the clocks on the wall show.
struct Clock {
  let now: Instant
  /// Whether `ACCORD_NOW` says what time it is: then it stands still.
  private let isTold: Bool
  /// The wall clock here: the environment's `TZ`, or the computer's own.
  let rules = ZoneRules { WallClock.offset(at: $0, in: nil) }

  init(now: Instant) {
    self.init(now: now, isTold: true)
  }

  private init(now: Instant, isTold: Bool) {
    self.now = now
    self.isTold = isTold
  }

  /// The same at this moment: a person takes time to answer.
  var again: Clock { isTold ? self : .running }

  private static var running: Clock {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Clock(now: Instant(seconds: Int64(time.tv_sec)), isTold: false)
  }

  /// The clock of this process: `ACCORD_NOW`, or the computer's where that is not set or empty.
  ///
  /// - Throws: `Mistyped` where `ACCORD_NOW` is not RFC 3339 with an offset.
  static func current() throws(Mistyped) -> Clock {
    try Clock(told: environment("ACCORD_NOW"))
  }

  /// The time that `text` tells, or the computer's where it is nil or empty.
  ///
  /// - Throws: `Mistyped` where the text is not RFC 3339 with an offset.
  init(told text: String?) throws(Mistyped) {
    guard let text, !text.isEmpty else {
      self = .running
      return
    }
    guard let now = Instant(rfc3339: text) else { throw Mistyped(.now, .unreadable) }
    self.init(now: now)
  }

  var today: Day { rules.day(of: now) }

  /// The wall clock of another zone; nil where this computer knows no zone of that name.
  func rules(for zone: Zone) -> ZoneRules? {
    guard ZoneFile.exists(for: zone) else { return nil }
    return ZoneRules { WallClock.offset(at: $0, in: zone) }
  }

  /// The local zone, by its IANA name.
  ///
  /// `TZ` where it names one, else what `/etc/localtime` or `/etc/timezone` say, as long as they
  /// agree with the clock on the wall. Where `TZ` only gives an offset (`CST-8`) it is the zone of
  /// that offset, and UTC where there is none.
  var zone: Zone {
    let named = [
      { environment("TZ").flatMap(ZoneFile.zone(settingOf:)) },
      { ZoneFile.zone(ofFileAt: "/etc/localtime") },
      { ZoneFile.zone(writtenAt: "/etc/timezone") },
    ].lazy.compactMap { $0() }
    if let agreeing = named.first(where: showsLocalTime) { return agreeing }
    let (hours, rest) = WallClock.offset(at: now, in: nil)
      .quotientAndRemainder(dividingBy: Int(Instant.hour))
    guard rest == 0, hours != 0,
      // POSIX counts west of Greenwich.
      let fixed = Zone(name: "Etc/GMT" + (hours > 0 ? "-\(hours)" : "+\(-hours)")),
      ZoneFile.exists(for: fixed)
    else { return .utc }
    return fixed
  }

  /// Whether a zone has the local offset now and on the other side of summer.
  private func showsLocalTime(_ zone: Zone) -> Bool {
    guard ZoneFile.exists(for: zone) else { return false }
    return [-26, 0, 26].allSatisfy { (weeks: Int64) in
      let moment = now.advanced(by: weeks * Instant.week)
      return WallClock.offset(at: moment, in: zone) == WallClock.offset(at: moment, in: nil)
    }
  }
}

private func environment(_ name: String) -> String? {
  getenv(name).map { String(cString: $0) }
}

/// The offsets libc knows, and the one place that touches `TZ`.
private enum WallClock {
  /// `TZ` is the whole process's: one question at a time, and it is put back before the next.
  private static let turn = Mutex(())

  /// Seconds east of UTC, in a zone or, for nil, here: `localtime_r(3)`.
  static func offset(at instant: Instant, in zone: Zone?) -> Int {
    turn.withLock { _ in
      guard let zone else {
        tzset()
        return east(at: instant)
      }
      let before = getenv("TZ").flatMap { strdup($0) }
      defer {
        if let before {
          setenv("TZ", before, 1)
          free(before)
        } else {
          unsetenv("TZ")
        }
        tzset()
      }
      setenv("TZ", ":" + zone.name, 1)
      tzset()
      return east(at: instant)
    }
  }

  private static func east(at instant: Instant) -> Int {
    var seconds = time_t(instant.seconds)
    var wall = tm()
    return localtime_r(&seconds, &wall) == nil ? 0 : Int(wall.tm_gmtoff)
  }
}

/// The zone database's files, as far as their names and presence go.
private enum ZoneFile {
  /// `$TZDIR`, which libc honours too, or where nearly every system keeps it.
  private static var directory: String { environment("TZDIR") ?? "/usr/share/zoneinfo" }

  /// Whether libc would find rules there: it takes what it cannot read for UTC, and says nothing.
  static func exists(for zone: Zone) -> Bool {
    start(ofFileAt: "\(directory)/\(zone.name)", atMost: 4).elementsEqual("TZif".utf8)
  }

  /// What `TZ` names: `Asia/Shanghai`, `:Asia/Shanghai`, or the path of such a file.
  static func zone(settingOf text: String) -> Zone? {
    let name = text.first == ":" ? String(text.dropFirst()) : text
    return name.first == "/" ? zone(ofFileAt: name) : Zone(name: name)
  }

  /// The zone whose file this is, links followed.
  static func zone(ofFileAt path: String) -> Zone? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    let parts = String(cString: real).split(separator: "/")
    guard let root = parts.lastIndex(of: "zoneinfo") else { return nil }
    let name = parts[(root + 1)...].drop { $0 == "posix" }
    return Zone(name: name.joined(separator: "/"))
  }

  /// The zone whose name the file holds.
  static func zone(writtenAt path: String) -> Zone? {
    let text = String(decoding: start(ofFileAt: path, atMost: 80), as: UTF8.self)
    return text.split(whereSeparator: \.isWhitespace).first.flatMap { Zone(name: String($0)) }
  }

  /// The first bytes of a file; none where it cannot be read.
  private static func start(ofFileAt path: String, atMost count: Int) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return [] }
    defer { close(file) }
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = max(0, read(file, buffer.baseAddress, count))
    }
  }
}
