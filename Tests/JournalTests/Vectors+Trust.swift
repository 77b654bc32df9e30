import Agreements

@testable import Journal

/// Who counts, and what was given with a password, pinned like the rest.
extension Vectors {
  static let trust: [Pinned] = [
    Pinned(
      id: "02f173976ad5279bd01cc61a0921453b551f9e4b2a8ce3732b4fe364da5272c6",
      header: """
        {"bodyHash":"2b7769df3e6f6b829c148c27370041cd76e29423b201246ddf045553d69a5357","coup\
        le":"0123456789abcdef0123456789abcdef","device":"65b60673d6ed884b","prev":"06c311328\
        4a070bceccd82b1de0902cc195aaaa804f18e8e6cb9904bffc91ec0","seen":{"b0b0b0b0b0b0b0b0":\
        [1,"b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0"]},"seq":31,"ti\
        ck":61,"version":1}
        """,
      body: """
        {"act":{"key":"79b5562e8fe654f94078b112e8a98ba7901f853ae695bed7e0e3910bad049664","ki\
        nd":"join","name":"安娜","partner":"a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0","recipient":"a\
        ge1anna","salt":"5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a"},"at":1767225600}
        """,
      signature: """
        c2ad9b976e36b499ab7dceba07c7602388f19674181acf2214e933ca640e82f9839288d3600bb6f62cab\
        d82177d299e0fd895b7da61279c7c3a063b9bbd2bf08
        """
    ),
    Pinned(
      id: "54108706e4ae08b7c14727d5af319582384e24a9005f223fc6c48f5f2fa4a02c",
      header: """
        {"bodyHash":"61c7357d9c4650190b2ff5875866dd0f8998a7a0373a34a6d70c30da03db4bb1","coup\
        le":"0123456789abcdef0123456789abcdef","device":"65b60673d6ed884b","prev":"02f173976\
        ad5279bd01cc61a0921453b551f9e4b2a8ce3732b4fe364da5272c6","seen":{"b0b0b0b0b0b0b0b0":\
        [1,"b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0"]},"seq":32,"ti\
        ck":63,"version":1}
        """,
      body: """
        {"act":{"device":"00112233445566ff","key":"ababababababababababababababababababababa\
        bababababababababababab","kind":"admit","recipient":"age1further"},"at":1767225600}
        """,
      signature: """
        5b8e00fc7ab174a8a195d85e9bbcf46c06087f40357b16f36eee128dea9cb5dc44100cc8ce6ea21e9bc8\
        95d661ede872f42362242fe38fe3d25539f819b6e401
        """
    ),
    Pinned(
      id: "0210389330cec230a17a5dd767ab3b8c7a99dc5469be35fcdd8b5bfda977397f",
      header: """
        {"bodyHash":"463b7cedbe005eee159de4013750923bf48ec00d5728fa7d5b050c52df0f4431","coup\
        le":"0123456789abcdef0123456789abcdef","device":"65b60673d6ed884b","prev":"54108706e\
        4ae08b7c14727d5af319582384e24a9005f223fc6c48f5f2fa4a02c","seen":{"b0b0b0b0b0b0b0b0":\
        [1,"b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0"]},"seq":33,"ti\
        ck":65,"version":1}
        """,
      body: """
        {"act":{"device":"00112233445566ff","kind":"retire","last":[7,"cdcdcdcdcdcdcdcdcdcdc\
        dcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd"]},"at":1767225600}
        """,
      signature: """
        7834f4f93d4d3436184658e2fc218dd04694aa278b308506c6548eddf0bf62817ed09a7242289f0ec417\
        5103a632a17f1d4fd23cee3a464478fcdd6e79a17504
        """
    ),
    Pinned(
      id: "b0aea36988a66a38b87c8feb320c7b451a53e2fa6e58217cd664555b4b52793c",
      header: """
        {"bodyHash":"09f09a916a072400b5300e04ac74f6079718f92d98c507cc57966eba7e041868","coup\
        le":"0123456789abcdef0123456789abcdef","device":"65b60673d6ed884b","prev":"021038933\
        0cec230a17a5dd767ab3b8c7a99dc5469be35fcdd8b5bfda977397f","seen":{"b0b0b0b0b0b0b0b0":\
        [1,"b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0"]},"seq":34,"ti\
        ck":67,"version":1}
        """,
      body: """
        {"act":{"kind":"leave"},"at":1767225600}
        """,
      signature: """
        fe5a3f43279d02613657dc8a83974d5a42c0ccfe01a4c0e23a0dfcbd3d3958417ae6717c49fb975b36ec\
        7ca4b4b247e3086f35bcc3f967c33a5f1cb6c7f90202
        """
    ),
    Pinned(
      id: "3fb9f381ea6d1232e6288faf24f653a69d6fc4d398d138411a0cbd5e9a382a17",
      header: """
        {"bodyHash":"3213b3b3e29054dd97e4839e90272740727231f4762be6360c72ed24b51da94d","coup\
        le":"0123456789abcdef0123456789abcdef","device":"65b60673d6ed884b","prev":"b0aea3698\
        8a66a38b87c8feb320c7b451a53e2fa6e58217cd664555b4b52793c","seen":{"b0b0b0b0b0b0b0b0":\
        [1,"b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0"]},"seq":35,"ti\
        ck":69,"version":1}
        """,
      body: """
        {"act":{"first":true,"kind":"propose","lapsesAt":1768435200,"on":"vz4wkz7h2pv1j63zhx\
        gsyz1sg94h9mrrxr2kkm7ptt6jcpvm0370","parents":[],"refuses":[],"revision":"29n2k92578\
        kf0xc166wegtgvtgde0aenpdh6y9m8qhz4wh57vhe0","sealed":true,"step":"new"},"at":1767225\
        600}
        """,
      signature: """
        18d4bc3994abdacfac5bd9e72066c9a659f7afeb8f0d486e0ca4edf0e69060e9624545402fc8799422c4\
        ff327e6a51651c5f89c9ee50eb4eb19d5e08ec8d1800
        """
    ),
    Pinned(
      id: "c8a4fffdf9bd6337612d85eaa247cd2b20f6cf942dd280be3e5279e99a908923",
      header: """
        {"bodyHash":"dfe65a011eaf5681eb89c4f2dc972a0cdb759c5da46162b061a71b3756acdf92","coup\
        le":"0123456789abcdef0123456789abcdef","device":"65b60673d6ed884b","prev":"3fb9f381e\
        a6d1232e6288faf24f653a69d6fc4d398d138411a0cbd5e9a382a17","seen":{"b0b0b0b0b0b0b0b0":\
        [1,"b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0"]},"seq":36,"ti\
        ck":71,"version":1}
        """,
      body: """
        {"act":{"kind":"accept","on":"vz4wkz7h2pv1j63zhxgsyz1sg94h9mrrxr2kkm7ptt6jcpvm0370",\
        "refuses":[],"revision":"29n2k92578kf0xc166wegtgvtgde0aenpdh6y9m8qhz4wh57vhe0","seal\
        ed":true},"at":1767225600}
        """,
      signature: """
        e1354c13605e0b6e4c452d4a259e2db028caa307c0f8b1ac5460b51c84a9acd8a97b2703fc855fca699f\
        aafd2b84338e81eabddd2591d46d1d487ecd692fe10c
        """
    ),
    Pinned(
      id: "5ad0c39fa09941a1e169b9db6a9861b3f0bd251ba5456b580f1300469422e5c5",
      header: """
        {"bodyHash":"44f8854223d250ef248685118525930f03de5886c871cde9aa60d67b991378e1","coup\
        le":"0123456789abcdef0123456789abcdef","device":"65b60673d6ed884b","erasable":true,"\
        prev":"c8a4fffdf9bd6337612d85eaa247cd2b20f6cf942dd280be3e5279e99a908923","seen":{"b0\
        b0b0b0b0b0b0b0":[1,"b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0\
        "]},"seq":37,"tick":73,"version":1}
        """,
      body: """
        {"act":{"kind":"ready","seal":"a8586aa710b0b5c989a3a09aab1a8372291c6076c016c430cb66a\
        a83fef95649","talk":"check-in"},"at":1767225600}
        """,
      signature: """
        ca9512805cf8a224213f3f07e7ab5ae9dc02b76c33c4c221b0c1e670bd6af87a63926763e4878af82276\
        7eed0e456653771d9bbf21cb6a70c4cf59dce1ef8e00
        """
    ),
    Pinned(
      id: "0675be1927668f5dc07708994f261fe0383130a23650e05899b8a5d12b550bad",
      header: """
        {"bodyHash":"b0d4072d2995fdd3cb8813e48c8c408465df53c5629f51f9a59eb85dd5538edd","coup\
        le":"0123456789abcdef0123456789abcdef","device":"65b60673d6ed884b","erasable":true,"\
        prev":"5ad0c39fa09941a1e169b9db6a9861b3f0bd251ba5456b580f1300469422e5c5","seen":{"b0\
        b0b0b0b0b0b0b0":[1,"b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0\
        "]},"seq":38,"tick":75,"version":1}
        """,
      body: """
        {"act":{"answers":["0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f\
        ","f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0"],"kind":"bring"\
        ,"salt":"5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a","talk":"check-in","texts":{"request":"Sun\
        day, a walk","thanks-1":"谢谢你做饭 ❤️"}},"at":1767225600}
        """,
      signature: """
        fdc325f0f8510955079006dccb8b05660d33cff23ffc24e656c55296dc015f160731c5f8c74f464b334a\
        0b53c3d0c0ce5eeaa96ec70385e7bad1d61407a7420b
        """
    ),
  ]

  /// The salt of the couple, and of the sealed words.
  static let trustSalt = String(repeating: "5a", count: 16)

  /// SHA-256 over a context, the salt and the texts.
  static let seal = "a8586aa710b0b5c989a3a09aab1a8372291c6076c016c430cb66aa83fef95649"

  /// The name of a couple whose founders have the keys of the seeds 0a… and 0b…, and the recipients
  /// `age1anna` and `age1bo`.
  static let couple = "2f8160aea802dcae10b6eba5e2ad7f14"
  /// The same, begun by the other first.
  static let swappedCouple = "b3eeaf71452b62b0c38556612b1ae1ed"
}

extension Vectors {
  static var sealedNotes: TalkNotes {
    get throws {
      TalkNotes(
        .checkIn, [.thanks: try TalkText("谢谢你做饭 ❤️"), .request: try TalkText("Sunday, a walk")])
    }
  }

  /// A first entry with a salt, a further device and its end, leaving, and what was given with a
  /// password of one's own.
  static func trusting(_ key: SigningKey) throws -> [Act] {
    let device = Device.ID("00112233445566ff")
    let on = Agreement.ID("vz4wkz7h2pv1j63zhxgsyz1sg94h9mrrxr2kkm7ptt6jcpvm0370")
    let revision = Revision.ID("29n2k92578kf0xc166wegtgvtgde0aenpdh6y9m8qhz4wh57vhe0")
    let proposal = Proposal(
      revision: revision, after: nil, parents: [], step: .new,
      lapsesAt: Sample.moment.advanced(by: Proposal.patience), refuses: [], isFirstYes: true)
    let opens = TalkSeal(
      salt: trustSalt,
      answers: [String(repeating: "0f", count: 32), String(repeating: "f0", count: 32)])
    return [
      .join(
        Membership(
          partner: Partner(id: Sample.anna, name: try Partner.Name("安娜")),
          signingKey: Hex.text(key.verifying.bytes), recipient: "age1anna", salt: trustSalt)),
      .admit(
        Admission(
          device: device, signingKey: String(repeating: "ab", count: 32), recipient: "age1further")),
      .retire(
        Retirement(
          device: device, lastSequence: 7, lastEntry: String(repeating: "cd", count: 32))),
      .leave, Act.propose(on: on, proposal).sealed,
      Act.accept(on: on, revision: revision, refuses: []).sealed,
      .moment(.ready(.checkIn, true, seal: seal)), .moment(.bring(try sealedNotes, opens: opens)),
    ]
  }
}
