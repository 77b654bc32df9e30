/// What came later, pinned and checked like the rest; new ones go to the end.
extension Vectors {
  static let all = entries + shown + saidTwice + moments + trust
  static let allNames = names + shownNames

  static let shown: [Pinned] = [
    Pinned(
      id: "1e13399223e7b37275b0a7018034372e994d4bf858645ce451c533aa9acbbccb",
      header: """
        {"bodyHash":"6b2ca8e53d151fdd0311c9b10bc90df6a5b5250815b361a3aa9da4b8864ca36e","couple":\
        "0123456789abcdef0123456789abcdef","device":"65b60673d6ed884b","erasable":true,"prev":"a\
        7a78a6e6ed8fd80ffc4abccf4c8d09d209423d102cacc3d1604e676dc88d85d","seen":{"b0b0b0b0b0b0b0\
        b0":[1,"b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0"]},"seq":12,"ti\
        ck":23,"version":1}
        """,
      body: """
        {"act":{"kind":"share","need":"nnnnnnnnnnnnnnnnnnnnnnnnnn","text":{"category":"contact",\
        "request":"would you \\"just\\" write at noon?","step":"I go for a walk\\nfirst","text":\
        "我希望每天听到你的声音 ❤️","trigger":"一天没有消息"}},"at":1767225600}
        """,
      signature: """
        75e52127e72eee454153bdd28eff534fa1e970976aa8991eb705d5569f9372defb83cff51b1e33db95c6bd76\
        2c4c23ea92bf891c4f208441a33112656ef58f0b
        """
    ),
    Pinned(
      id: "9a115acf40a56ec7244cb18c5ac9ed916ee06f84575054187d2be3eadc75ea92",
      header: """
        {"bodyHash":"d6eb86c2d11a7ddcb0f9f83dc2150e870bd8dc5833feffbcfc4d00a4d613ba48","couple":\
        "0123456789abcdef0123456789abcdef","device":"65b60673d6ed884b","prev":"1e13399223e7b3727\
        5b0a7018034372e994d4bf858645ce451c533aa9acbbccb","seen":{"b0b0b0b0b0b0b0b0":[1,"b0b0b0b0\
        b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0"]},"seq":13,"tick":25,"version"\
        :1}
        """,
      body: """
        {"act":{"kind":"unshare","need":"nnnnnnnnnnnnnnnnnnnnnnnnnn"},"at":1767225600}
        """,
      signature: """
        34bf29a879cac77cde6bc79fda5386307947b9baf5cff57c4f3451cbf4f0e187d4a54721a8cf6ead74aab980\
        bc0f21008c6809d951ba8f72c0cb38147635b40b
        """
    ),
    Pinned(
      id: "21ff7094c2433190153f3ec39ada63a5cce60e0cb6743dd2ea5d4cc9f7573927",
      header: """
        {"bodyHash":"517dbb08af1156b6a3ff2ee05fad767878ea6b45e416ceaefb69ac1a8a970a9b","couple":\
        "0123456789abcdef0123456789abcdef","device":"65b60673d6ed884b","erasable":true,"prev":"9\
        a115acf40a56ec7244cb18c5ac9ed916ee06f84575054187d2be3eadc75ea92","seen":{"b0b0b0b0b0b0b0\
        b0":[1,"b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0"]},"seq":14,"ti\
        ck":27,"version":1}
        """,
      body: """
        {"act":{"kind":"heard","need":"nnnnnnnnnnnnnnnnnnnnnnnnnn"},"at":1767225600}
        """,
      signature: """
        4ba19d37a1c0f0aa041da866965e5223275e7a7e1faf6d017e328fbeec0abe1344a01e6083d8e8e905ab281f\
        4a503633feb9ede6cea5c5689e01a2728ebe650d
        """
    ),
    Pinned(
      id: "7fec5aaea52e917a1445ced4ad08b8d1aad6db0d99768f446b13ccedc39b0273",
      header: """
        {"bodyHash":"8ded449c1a536b3dc504b2147bd937c92c1ec303ae5da01a913a3991d2d64144","couple":\
        "0123456789abcdef0123456789abcdef","device":"65b60673d6ed884b","erasable":true,"prev":"2\
        1ff7094c2433190153f3ec39ada63a5cce60e0cb6743dd2ea5d4cc9f7573927","seen":{"b0b0b0b0b0b0b0\
        b0":[1,"b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0"]},"seq":15,"ti\
        ck":29,"version":1}
        """,
      body: """
        {"act":{"kind":"word","on":"dv1q5m1gnbjv1r2rr59b853f05qeqtc4200ywd3dw42hncczvymg","revis\
        ion":"ztg4rbfp0yw5q6nrv06thc7ek7dk0tzckm50hqabnf8kb7r0t19g","text":{"kind":"boundary","p\
        romise":{"own":"a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0"},"terms":{"then":"我出去走走","when":"\
        when it gets too much"},"title":"自己待会儿"}},"at":1767225600}
        """,
      signature: """
        f0cf761e175f320b73ae08d4da73ad38529776472bbda1f2f72e36d8d692c122bdd21fddf1a173fd9fec6a16\
        a43d9d065dc8c8f18e9a2fea7ddb2bc56719d805
        """
    ),
    Pinned(
      id: "d62a8823b6e593b8a4402cbf146c2a705f2427f560b905ecd3cbd9a9833d6eda",
      header: """
        {"bodyHash":"d0a826c20a8ddad37a40243059bf27a7d93259304972579143bef8c1350e63f4","couple":\
        "0123456789abcdef0123456789abcdef","device":"65b60673d6ed884b","prev":"7fec5aaea52e917a1\
        445ced4ad08b8d1aad6db0d99768f446b13ccedc39b0273","seen":{"b0b0b0b0b0b0b0b0":[1,"b0b0b0b0\
        b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0"]},"seq":16,"tick":31,"version"\
        :1}
        """,
      body: """
        {"act":{"kind":"propose","lapsesAt":1768435200,"on":"dv1q5m1gnbjv1r2rr59b853f05qeqtc4200\
        ywd3dw42hncczvymg","parents":[],"refuses":[],"revision":"ztg4rbfp0yw5q6nrv06thc7ek7dk0tz\
        ckm50hqabnf8kb7r0t19g","step":"new"},"at":1767225600}
        """,
      signature: """
        59956a959f3833dbdbf0f3f3a0d5dcfa84e55b94523393085360522f83609f85c3dcc0fb29f721c7e69e96b2\
        df8a5272833ba3160ac0cc387920089861d3270f
        """
    ),
    Pinned(
      id: "23dd765b1165b185dbc6e6615556b8736b437094e9651900d38b08b2fc983dc5",
      header: """
        {"bodyHash":"a07b01865d8893f9c15ac9dae2abad3317e120703d41d4b73eeb2d240204e44e","couple":\
        "0123456789abcdef0123456789abcdef","device":"65b60673d6ed884b","erasable":true,"prev":"d\
        62a8823b6e593b8a4402cbf146c2a705f2427f560b905ecd3cbd9a9833d6eda","seen":{"b0b0b0b0b0b0b0\
        b0":[1,"b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0"]},"seq":17,"ti\
        ck":33,"version":1}
        """,
      body: """
        {"act":{"kind":"word","on":"vz4wkz7h2pv1j63zhxgsyz1sg94h9mrrxr2kkm7ptt6jcpvm0370","revis\
        ion":"29n2k92578kf0xc166wegtgvtgde0aenpdh6y9m8qhz4wh57vhe0","text":{"kind":"ritual","nee\
        ds":["77777777777777777777777777","nnnnnnnnnnnnnnnnnnnnnnnnnn"],"promise":"both","terms"\
        :{"then":"good night","when":"lights out"},"title":"Say good night"}},"at":1767225600}
        """,
      signature: """
        28b7cdb49e3541cb289875dc6eb0f73e427ad01dd09311f261694416c3f337bf0fb045cd201030e9cb5ff070\
        34f2d7140ebefc1e4d7953bf27ca952dfc57400c
        """
    ),
    Pinned(
      id: "e96f7ae2f244d576160e6c7f30405348301ccce7d141d41b82cb680d6718af4d",
      header: """
        {"bodyHash":"51a37342172e7d075f365c41e8ffa43d9562695322fd3110a7cbe29739371143","couple":\
        "0123456789abcdef0123456789abcdef","device":"65b60673d6ed884b","prev":"23dd765b1165b185d\
        bc6e6615556b8736b437094e9651900d38b08b2fc983dc5","seen":{"b0b0b0b0b0b0b0b0":[1,"b0b0b0b0\
        b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0"]},"seq":18,"tick":35,"version"\
        :1}
        """,
      body: """
        {"act":{"kind":"propose","lapsesAt":1768435200,"on":"vz4wkz7h2pv1j63zhxgsyz1sg94h9mrrxr2\
        kkm7ptt6jcpvm0370","parents":[],"refuses":[],"revision":"29n2k92578kf0xc166wegtgvtgde0ae\
        npdh6y9m8qhz4wh57vhe0","step":"new"},"at":1767225600}
        """,
      signature: """
        7d9b484d0b59f4e7d7c8be6ebd204f509aabd4329a34f3f55b806571bc14b138074a6ea73c58df7c2b658712\
        8b719c8c2e3f59d6479680a6ba7d8adf5d0dc40c
        """
    ),
  ]

  static let shownNames: [Names] = [
    Names(
      agreement: "dv1q5m1gnbjv1r2rr59b853f05qeqtc4200ywd3dw42hncczvymg",
      renewed: "a4desweca5qpsnpxx0yggztrhdzttfqf4z3p3kw7a02rs0t739q0",
      revision: "ztg4rbfp0yw5q6nrv06thc7ek7dk0tzckm50hqabnf8kb7r0t19g",
      child: "hc2amdh1s8qmbtne0naemsfzpfhk7kt7gbjfy1hgjbf0r46y5rc0"
    ),
    Names(
      agreement: "vz4wkz7h2pv1j63zhxgsyz1sg94h9mrrxr2kkm7ptt6jcpvm0370",
      renewed: "hyq3pae62t9d2g1kntcf4pst19ea89spamnydcm3k9sn5mj7q5wg",
      revision: "29n2k92578kf0xc166wegtgvtgde0aenpdh6y9m8qhz4wh57vhe0",
      child: "kgwafkga39ba5eqxnvf18gk51c69rs513rbvsb5af7pfh7th31s0"
    ),
  ]
}
