package import Agreements

/// The names of agreements and texts: hashes of what they say.
///
/// The couple's random id is in each, so that the same words of another couple have another name.
package enum Naming {
  /// The name of a couple that begins: a hash over both founding keys and recipients, in the order
  /// in which they join, and a salt that the first one's `join` carries. 32 hexadecimal digits.
  package static func couple(of founders: [Membership], salt: String) -> Couple.ID {
    let text = JSON.object([
      "founders": .array(
        founders.map {
          .object(["key": .string($0.signingKey), "recipient": .string($0.recipient)])
        }),
      "salt": .string(salt),
    ])
    return Couple.ID(Hex.text(Digest.sha256(context: "accord/1 couple\n", text.bytes).prefix(16)))
  }

  package static func agreement(
    of couple: Couple.ID, after: Agreement.ID?, wording: Wording
  ) -> Agreement.ID {
    agreement(of: couple, after: after, text: wording.json.bytes)
  }

  /// - Parameter text: the wording's canonical bytes.
  package static func agreement(
    of couple: Couple.ID, after: Agreement.ID?, text: [UInt8]
  ) -> Agreement.ID {
    let place = JSON.object([
      "after": .some(after.map { .string($0.text) } ?? .null),
      "couple": .string(couple.text),
    ])
    return Agreement.ID(hash("accord/1 agreement\n", place, text))
  }

  package static func revision(
    of couple: Couple.ID, on agreement: Agreement.ID, parents: [Revision.ID], wording: Wording
  ) -> Revision.ID {
    revision(of: couple, on: agreement, parents: parents, text: wording.json.bytes)
  }

  /// - Parameter text: the wording's canonical bytes.
  package static func revision(
    of couple: Couple.ID, on agreement: Agreement.ID, parents: [Revision.ID], text: [UInt8]
  ) -> Revision.ID {
    let place = JSON.object([
      "agreement": .string(agreement.text),
      "couple": .string(couple.text),
      "parents": .array(parents.sorted().map { .string($0.text) }),
    ])
    return Revision.ID(hash("accord/1 revision\n", place, text))
  }

  /// Hashes the place with a last member `text`, which sorts after all others, without building
  /// the text's value for it.
  private static func hash(_ context: String, _ place: JSON, _ text: [UInt8]) -> String {
    var named = place.bytes
    named.removeLast()
    named += #","text":"#.utf8
    named += text
    named.append(UInt8(ascii: "}"))
    return Base32.text(Digest.sha256(context: context, named))
  }
}
