import Agreements
import Testing

@Suite struct ZoneTests {
  @Test(arguments: [
    "UTC", "Europe/Berlin", "America/Argentina/Buenos_Aires", "America/Port-au-Prince",
    "Etc/GMT+5", "Asia/Shanghai", "EST5EDT", String(repeating: "a", count: 64),
  ])
  func `a name of the right shape is taken as it is`(name: String) {
    #expect(Zone(name: name)?.name == name)
  }

  @Test(arguments: [
    "", "/etc/passwd", "..", "../Berlin", "Europe/../../etc/passwd", ".hidden", "Europe/.Berlin",
    "Europe//Berlin", "Europe/", "Europe Berlin", "Europe/Zürich", ":Europe/Berlin", "<-03>3",
    "UTC\0", "UTC\n", "中国", "a\u{301}", String(repeating: "a", count: 65),
  ])
  func `a name that could be anything else is refused`(name: String) {
    #expect(Zone(name: name) == nil)
  }

  @Test func `the constant is the name`() {
    #expect(Zone.utc == Zone(name: "UTC"))
  }
}
