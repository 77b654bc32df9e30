/// A yes that is said twice, pinned like the rest.
extension Vectors {
  static let saidTwice: [Pinned] = [
    Pinned(
      id: "898c544f4da49705f95a6169c10340402e71a445fa50fbda321a64b33370d99c",
      header: """
        {"bodyHash":"e072d425c951b117ac4be8c5de6d5e3a2ff77aebf1a5a1d5993b9bd27b7a0fa2","couple":\
        "0123456789abcdef0123456789abcdef","device":"65b60673d6ed884b","prev":"e96f7ae2f244d5761\
        60e6c7f30405348301ccce7d141d41b82cb680d6718af4d","seen":{"b0b0b0b0b0b0b0b0":[1,"b0b0b0b0\
        b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0"]},"seq":19,"tick":37,"version"\
        :1}
        """,
      body: """
        {"act":{"first":true,"kind":"propose","lapsesAt":1768435200,"on":"vz4wkz7h2pv1j63zhxgsyz\
        1sg94h9mrrxr2kkm7ptt6jcpvm0370","parents":[],"refuses":[],"revision":"29n2k92578kf0xc166\
        wegtgvtgde0aenpdh6y9m8qhz4wh57vhe0","step":"new"},"at":1767225600}
        """,
      signature: """
        e1f3b1ba45b0d1a153d16729de90868b67405a7d9af1b7fe7aa2c9db1e37fd9cf13e2825f7620db5825cb8dc\
        9a639bfc87db806c12132fcb1f032de4905c2f06
        """
    ),
    Pinned(
      id: "953bf69e545dd365b8737d84d0d6a3eb40e802d7772bb9d78122c58878b1a02b",
      header: """
        {"bodyHash":"5ca81c8ca2dff09a6b282f4d747ddc101e5e9756c01fde5eec845e098840fe32","couple":\
        "0123456789abcdef0123456789abcdef","device":"65b60673d6ed884b","prev":"898c544f4da49705f\
        95a6169c10340402e71a445fa50fbda321a64b33370d99c","seen":{"b0b0b0b0b0b0b0b0":[1,"b0b0b0b0\
        b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0"]},"seq":20,"tick":39,"version"\
        :1}
        """,
      body: """
        {"act":{"first":true,"kind":"accept","on":"vz4wkz7h2pv1j63zhxgsyz1sg94h9mrrxr2kkm7ptt6jc\
        pvm0370","refuses":[],"revision":"29n2k92578kf0xc166wegtgvtgde0aenpdh6y9m8qhz4wh57vhe0"}\
        ,"at":1767225600}
        """,
      signature: """
        537b01e73fbf0cb4aa4992bb1241c122674468b0fd9804be161a66d9292c1f1322441546f0a978ceefa22429\
        f0cdb1c2c4dabd976f790ac7870c961d8f79d804
        """
    ),
    Pinned(
      id: "75707a8a613116354f96cfbc9e6420670c1902f3b791afe5d1d91cea67a39513",
      header: """
        {"bodyHash":"f9174ce5fdd3bfb5a01dae78d5105259f7d9f311ee0bd031349644d88ef5fe00","couple":\
        "0123456789abcdef0123456789abcdef","device":"65b60673d6ed884b","prev":"953bf69e545dd365b\
        8737d84d0d6a3eb40e802d7772bb9d78122c58878b1a02b","seen":{"b0b0b0b0b0b0b0b0":[1,"b0b0b0b0\
        b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0"]},"seq":21,"tick":41,"version"\
        :1}
        """,
      body: """
        {"act":{"kind":"accept","on":"vz4wkz7h2pv1j63zhxgsyz1sg94h9mrrxr2kkm7ptt6jcpvm0370","ref\
        uses":[],"revision":"29n2k92578kf0xc166wegtgvtgde0aenpdh6y9m8qhz4wh57vhe0"},"at":1767225\
        600}
        """,
      signature: """
        95626028a0a19f03e8d73e18c3ea429bcb328a3c5039a379343200b3a8bb08d1f5d32c0c5a74ebbfcc996f96\
        26a1dc2991ed78b17e1690586f10ff691d38dd0c
        """
    ),
  ]
}
