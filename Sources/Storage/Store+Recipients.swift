package import Agreements
import SQLite

extension Store {
  /// Whom what is meant for a device is sealed to; nil where the store knows no such device.
  package func recipient(of device: Device.ID) throws -> String? {
    try told {
      try database.first("SELECT recipient FROM feed WHERE device = \(device.text)") { row in
        try row.value(0)
      }
    }
  }
}
