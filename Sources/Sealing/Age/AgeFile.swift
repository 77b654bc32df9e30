/// A file of age, read as far as that is possible without a key.
struct AgeFile {
  let header: Header
  private let payload: [UInt8]

  /// - Parameter file: binary or armored.
  init(_ file: [UInt8]) throws(AgeError) {
    let file = Armor.begins(file) ? try Armor.decode(file) : file
    header = try Header(of: file)
    payload = Array(file[header.size...])
  }

  /// Whether the file begins as a binary one, of whatever version.
  static func isBinary(_ file: [UInt8]) -> Bool {
    file.starts(with: Array("age-encryption.org/".utf8))
  }

  /// What was sealed, once the header and all of the payload are known to be its own.
  func open(with key: FileKey) throws(AgeError) -> [UInt8] {
    guard header.isAuthentic(under: key) else { throw .damaged(.headerMAC) }
    return try Payload.open(payload, under: key)
  }
}
