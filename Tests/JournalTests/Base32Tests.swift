import Journal
import Testing

struct Base32Tests {
  @Test func `a digit is what stands in the alphabet, and nothing else`() {
    #expect(Set(Base32.alphabet).count == 32)
    for byte in UInt8.min...UInt8.max {
      #expect(Base32.isDigit(byte) == Base32.alphabet.contains(byte), "\(byte)")
    }
  }
}
