import Agreements
import Testing

@Suite struct TimeOfDayTests {
  @Test(arguments: [("00:00", 0), ("07:05", 425), ("20:00", 1200), ("23:59", 1439)])
  func `hh colon mm is read and written`(text: String, minutes: Int) throws {
    let time = try #require(TimeOfDay(text: text))
    #expect(time.minutes == minutes)
    #expect(time.text == text)
    #expect(TimeOfDay(hour: time.hour, minute: time.minute) == time)
    #expect(TimeOfDay(minutes: minutes) == time)
  }

  @Test(arguments: [
    "", "8:00", "20:0", "20:000", "020:00", "2000", "20.00", "24:00", "23:60", "-1:00", "+8:00",
    "20:00:00", " 20:00", "20:00 ", "20:00\0", "８:00", "20：00", "8pm",
  ])
  func `any other text is refused`(text: String) {
    #expect(TimeOfDay(text: text) == nil)
  }

  @Test func `a number outside the day is refused`() {
    #expect(TimeOfDay(minutes: -1) == nil)
    #expect(TimeOfDay(minutes: 1440) == nil)
    #expect(TimeOfDay(hour: 24, minute: 0) == nil)
    #expect(TimeOfDay(hour: 0, minute: 60) == nil)
    #expect(TimeOfDay(hour: -1, minute: 0) == nil)
  }
}
