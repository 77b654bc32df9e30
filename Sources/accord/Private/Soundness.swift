import Agreements
import Sealing
import Storage
import Vault

extension Session {
  /// What is wrong with the private sides whose keys no password seals; the others only their
  /// partners can check.
  func privateFindings(_ store: Store) throws -> [Sentence] {
    let devices = try store.devices()
    var findings: [Sentence] = []
    for fingerprint in try DeviceKeys.available(in: store.folder) {
      guard let id = devices[Device.ID(fingerprint)], let partner = store.pair[id],
        let file = try? KeyFile.load(from: store.folder, fingerprint: fingerprint)
      else { continue }
      let owner = Vault.Owner(couple: store.couple, partner: partner.id, of: file)
      do { _ = try Vault.read(in: store.folder, as: owner) } catch {
        let name = partner.name.text.visible
        let problem = Problem(error, in: .none).sentence
        findings.append(
          Sentence("\(name): \(problem.english).", "\(name)：\(problem.chinese)。"))
      }
    }
    return findings
  }
}
