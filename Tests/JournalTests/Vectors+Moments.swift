/// Pauses, talks, and what was late because of a pause, pinned like the rest.
extension Vectors {
  static let moments: [Pinned] = [
    Pinned(
      id: "c720b5aaf081a6e6ae0b09214b1699a678adeff927de0a57f582df9c2f678972",
      header: """
        {"bodyHash":"bce4ed738f79dadc53e7d6c1938376e4f25ab5c33a1d0647342e6cc545ddb630","coup\
        le":"0123456789abcdef0123456789abcdef","device":"65b60673d6ed884b","erasable":true,"\
        prev":"75707a8a613116354f96cfbc9e6420670c1902f3b791afe5d1d91cea67a39513","seen":{"b0\
        b0b0b0b0b0b0b0":[1,"b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0\
        "]},"seq":22,"tick":43,"version":1}
        """,
      body: """
        {"act":{"heldSince":1767225600,"kind":"pause","pause":"pppppppppppppppppppppppppp","\
        until":1767227400},"at":1767225600}
        """,
      signature: """
        592982fa28a64b44c6840629e1c18d31d223e48ded85ef784a0c3838d28c7508189df8da531e17ca309c\
        cc61e6fffb53b245ee6ce502938f2e0f435dfd26ac08
        """
    ),
    Pinned(
      id: "aa74cd0e6ba8de328a9325075280f39d707d924c16565a13a9627fb762a27846",
      header: """
        {"bodyHash":"a5ec28e42b736e7c355d3d6b535470966bebed5467d324dc32cd63bb9ae65864","coup\
        le":"0123456789abcdef0123456789abcdef","device":"65b60673d6ed884b","erasable":true,"\
        prev":"c720b5aaf081a6e6ae0b09214b1699a678adeff927de0a57f582df9c2f678972","seen":{"b0\
        b0b0b0b0b0b0b0":[1,"b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0\
        "]},"seq":23,"tick":45,"version":1}
        """,
      body: """
        {"act":{"kind":"extend","pause":"pppppppppppppppppppppppppp","until":1767228300},"at\
        ":1767225600}
        """,
      signature: """
        f8faaf648a772d39ef7126582c277fc1e1b447f8a9fe5ddc89560985816ce232c788eb0ae4c9415e2507\
        ca37de65f840e4a4a90e04800a718f00b72a01db0708
        """
    ),
    Pinned(
      id: "a96e21a9e9d1789aed33197fe2ed4ea522a7340e172a2efdc2a5e0f54a849ca8",
      header: """
        {"bodyHash":"4804f6b71855b77d15ff6911a511767ce3b9e63f704004829685f7a1ce330cb6","coup\
        le":"0123456789abcdef0123456789abcdef","device":"65b60673d6ed884b","erasable":true,"\
        prev":"aa74cd0e6ba8de328a9325075280f39d707d924c16565a13a9627fb762a27846","seen":{"b0\
        b0b0b0b0b0b0b0":[1,"b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0\
        "]},"seq":24,"tick":47,"version":1}
        """,
      body: """
        {"act":{"kind":"back","leaves":true,"pauses":["77777777777777777777777777","pppppppp\
        pppppppppppppppppp"]},"at":1767225600}
        """,
      signature: """
        14e4025e91b6e209e745169d7ed0f1d3825d64fb005bbb4f18ff972182e1859ea9bffb69adba7980a4b9\
        cdac45507c127ed5f31cff05b1bbf978726ce1565b07
        """
    ),
    Pinned(
      id: "f98286bb0f68a95ecb3cf3eae2b4848c88d9a24b34559ef849430d9d7513a943",
      header: """
        {"bodyHash":"43216f41cbae282a518d0e69c053c3439414081fb05d95d9bf74e4d38c47ebfa","coup\
        le":"0123456789abcdef0123456789abcdef","device":"65b60673d6ed884b","erasable":true,"\
        prev":"a96e21a9e9d1789aed33197fe2ed4ea522a7340e172a2efdc2a5e0f54a849ca8","seen":{"b0\
        b0b0b0b0b0b0b0":[1,"b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0\
        "]},"seq":25,"tick":49,"version":1}
        """,
      body: """
        {"act":{"kind":"ready","talk":"check-in"},"at":1767225600}
        """,
      signature: """
        25b8af7c8f8ca90f500f278a9bfd015c4b0622c5531eefc7ff0fc124da43af30af525f1a6897401cbfc1\
        f4421dca5bb396cd87412af02422d53f7cbb36ed6e0a
        """
    ),
    Pinned(
      id: "2bcc5982285ec8d56721bb8a7041ba6b510e5d93a75b7a52a734e3ee0ef162d4",
      header: """
        {"bodyHash":"50752d3d293f01cf1546d49772ad27397292430073a03bfb960ad6bae70ebe97","coup\
        le":"0123456789abcdef0123456789abcdef","device":"65b60673d6ed884b","erasable":true,"\
        prev":"f98286bb0f68a95ecb3cf3eae2b4848c88d9a24b34559ef849430d9d7513a943","seen":{"b0\
        b0b0b0b0b0b0b0":[1,"b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0\
        "]},"seq":26,"tick":51,"version":1}
        """,
      body: """
        {"act":{"kind":"ready","talk":"repair","unready":true},"at":1767225600}
        """,
      signature: """
        34b1fe0b65718a02fe70eb7caab0dcd580c1d5f18b6fcb556ce791497d071d91581b949c51fda49f509d\
        c81312d8b9644366482b79dc04c87b4d99a043478004
        """
    ),
    Pinned(
      id: "53e4b3e1e4c39d125aa6c6ab60046f34b80fbcf935da3fd95628df78236baf12",
      header: """
        {"bodyHash":"ef0759ef98caa94eff762448ea987450c76ea715293c9601a331cedaace7476b","coup\
        le":"0123456789abcdef0123456789abcdef","device":"65b60673d6ed884b","erasable":true,"\
        prev":"2bcc5982285ec8d56721bb8a7041ba6b510e5d93a75b7a52a734e3ee0ef162d4","seen":{"b0\
        b0b0b0b0b0b0b0":[1,"b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0\
        "]},"seq":27,"tick":53,"version":1}
        """,
      body: """
        {"act":{"kind":"bring","talk":"check-in","texts":{"issue":"much \\"work\\"","thanks-1"\
        :"谢谢你做饭 ❤️"}},"at":1767225600}
        """,
      signature: """
        f374b3d728b2605e596682147128a53a7d60486dfadf3b96f79ac19bdb4fc7a124c74d6d5d721b8bf592\
        1cf041b6cdc3511af839ffbd353c0c02cf192836ca00
        """
    ),
    Pinned(
      id: "3cc16f0e874bf0202879e98a68866894bec9161a3bccbfbb457b37cec3f77af2",
      header: """
        {"bodyHash":"f9173ccecfb4b42d2c9d75ea39dd2f7b0f115861020069cd452ae7c94bfa2917","coup\
        le":"0123456789abcdef0123456789abcdef","device":"65b60673d6ed884b","erasable":true,"\
        prev":"53e4b3e1e4c39d125aa6c6ab60046f34b80fbcf935da3fd95628df78236baf12","seen":{"b0\
        b0b0b0b0b0b0b0":[1,"b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0\
        "]},"seq":28,"tick":55,"version":1}
        """,
      body: """
        {"act":{"day":"2026-01-04","kind":"skip"},"at":1767225600}
        """,
      signature: """
        6b6ee898e0abe93d58f7f7e5fb8fb61dee9c74d1af1c5e18fb4742059e5960226c912416ed4a7a6d0efe\
        02d0d5599c9092f545c746cb45a78c979476da38540c
        """
    ),
    Pinned(
      id: "e4ecf9ad0301f419d9e719b677c7460ae473f99ce0e64d2307ccb7a5fd2a7f27",
      header: """
        {"bodyHash":"7c3d13d453c9a6ae2910675154a3bd7a2e42ac90c94b74c2ec4c236fe438ff24","coup\
        le":"0123456789abcdef0123456789abcdef","device":"65b60673d6ed884b","prev":"3cc16f0e8\
        74bf0202879e98a68866894bec9161a3bccbfbb457b37cec3f77af2","seen":{"b0b0b0b0b0b0b0b0":\
        [1,"b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0"]},"seq":29,"ti\
        ck":57,"version":1}
        """,
      body: """
        {"act":{"kind":"accept","late":true,"on":"vz4wkz7h2pv1j63zhxgsyz1sg94h9mrrxr2kkm7ptt\
        6jcpvm0370","refuses":[],"revision":"29n2k92578kf0xc166wegtgvtgde0aenpdh6y9m8qhz4wh5\
        7vhe0"},"at":1767225600}
        """,
      signature: """
        ec198a20c954d243999dcc2e26a5a90bfc1c9d720ff6e8f35898270ef4ac553a83c46b43745036eb0c0a\
        ef8c151b9f4ae423dc84853a299921463ff3dd3eeb07
        """
    ),
    Pinned(
      id: "06c3113284a070bceccd82b1de0902cc195aaaa804f18e8e6cb9904bffc91ec0",
      header: """
        {"bodyHash":"d6da719351181e7d55220a595cf6271471a93cdbe3e2786131ab93e5e7ea914e","coup\
        le":"0123456789abcdef0123456789abcdef","device":"65b60673d6ed884b","erasable":true,"\
        prev":"e4ecf9ad0301f419d9e719b677c7460ae473f99ce0e64d2307ccb7a5fd2a7f27","seen":{"b0\
        b0b0b0b0b0b0b0":[1,"b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0\
        "]},"seq":30,"tick":59,"version":1}
        """,
      body: """
        {"act":{"due":1767225600,"kind":"answer","late":true,"on":"vz4wkz7h2pv1j63zhxgsyz1sg\
        94h9mrrxr2kkm7ptt6jcpvm0370","outcome":"keep","revision":"29n2k92578kf0xc166wegtgvtg\
        de0aenpdh6y9m8qhz4wh57vhe0","round":1},"at":1767225600}
        """,
      signature: """
        94bd407ec51d655a38354ddcec4d40fa4e2206952dcb0c6a8a4c48f993af81002e474f0943fff84df105\
        aaf86be532a01334c1cfea1a97b7c9e02fb0d57c4805
        """
    ),
  ]
}
