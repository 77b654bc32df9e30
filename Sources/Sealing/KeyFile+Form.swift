extension DeviceKeys {
  /// What a key file is, told without opening it.
  package enum Form: Hashable, Sendable {
    /// The keys lie open in it: those of the device of this name.
    case open(fingerprint: String)
    case sealed
  }

  /// Reads the bytes of a key file as far as that is possible without a passphrase.
  package static func form(of bytes: [UInt8]) throws(KeyFileError) -> Form {
    guard isSealed(bytes) else {
      return .open(fingerprint: try KeyFile(text: bytes).keys.fingerprint)
    }
    let form: Age.Form
    do throws(AgeError) { form = try Age.form(of: bytes) } catch { throw KeyFileError(error) }
    guard form == .passphrase else { throw .damaged }
    return .sealed
  }

  /// Whether the bytes of a key file begin as a sealed one, damaged or not.
  package static func isSealed(_ bytes: [UInt8]) -> Bool { AgeFile.isBinary(bytes) }
}
