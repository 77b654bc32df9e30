package import Agreements
import Journal

extension Store {
  /// Whom what is meant for a device is sealed to; nil where no such device counts here.
  package func recipient(of device: Device.ID) -> String? { roster[device]?.recipient }
}
