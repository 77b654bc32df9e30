/// What came later, pinned and checked like the rest; new ones go to the end.
extension Vectors {
  static let all = entries + shown

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
  ]
}
