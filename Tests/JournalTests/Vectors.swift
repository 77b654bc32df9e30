/// Entries and names as they were first written: literal text, checked once with another
/// implementation of JSON, SHA-256 and Ed25519.
enum Vectors {
  struct Pinned: Sendable {
    let id: String
    let header: String
    let body: String
    let signature: String
  }

  struct Names: Sendable {
    let agreement: String
    let renewed: String
    let revision: String
    let child: String
  }

  /// Of the seed 01 02 … 20.
  static let key = "79b5562e8fe654f94078b112e8a98ba7901f853ae695bed7e0e3910bad049664"
  static let device = "65b60673d6ed884b"

  static let entries: [Pinned] = [
    Pinned(
      id: "c867f1a0991ecf68adc5875868e1cb2ade7d011066af02fbabd7db721b0d8086",
      header: """
        {"bodyHash":"eff0e3cb5543363415dd40182bab2877fcdd792e2e7051301e58c13c2b2f6f2b","couple":\
        "0123456789abcdef0123456789abcdef","device":"65b60673d6ed884b","prev":null,"seen":{"b0b0\
        b0b0b0b0b0b0":[1,"b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0"]},"s\
        eq":1,"tick":1,"version":1}
        """,
      body: """
        {"act":{"key":"79b5562e8fe654f94078b112e8a98ba7901f853ae695bed7e0e3910bad049664","kind":\
        "join","name":"安娜","partner":"a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0","recipient":"age1ann\
        a"},"at":1767225600}
        """,
      signature: """
        5ac4ccb15c46cc561a604237981968b79266780eb71c0bb4a974d0da4a0e47f74213fe08cb5abaab0a9fba21\
        d65b49c12dcf2a9d606ea322dbb64fb4dbd8400a
        """
    ),
    Pinned(
      id: "7fe67fa743593d20e5ee0de4fd318eeef0cc115d2440a71c921a8bb893e6e047",
      header: """
        {"bodyHash":"a37744e9201fba263070451e15de4cc1a1608447abaf88c3cccd073458ef07d2","couple":\
        "0123456789abcdef0123456789abcdef","device":"65b60673d6ed884b","erasable":true,"prev":"c\
        867f1a0991ecf68adc5875868e1cb2ade7d011066af02fbabd7db721b0d8086","seen":{"b0b0b0b0b0b0b0\
        b0":[1,"b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0"]},"seq":2,"tic\
        k":3,"version":1}
        """,
      body: """
        {"act":{"kind":"word","on":"emc5grwwp0r67br824x0vpaerb1t08drdr7npvjce626nv0t92ag","revis\
        ion":"nmbqgdjbq7j2xdr1dsvavkehk2t9cg4j5eyzdp2cvcp6kwgrzxmg","text":{"kind":"cool-down","\
        promise":"both","reason":"吵到最后谁也听不进去","terms":{"meanwhile":"各自\
        散步，不发消息","minutes":30,"signal":"红灯"},"title":"吵架先停半小时"}}\
        ,"at":1767225600}
        """,
      signature: """
        847711ab3f2b94ce0097bc3d00706895b1e006b653ffef9e2e7de2d5fad5fa62425790ed2e04d11152bbd511\
        5d203079156c9cf5b9a45c09df36dade9276320b
        """
    ),
    Pinned(
      id: "3fb984287411805a86233d62b20b4ff23cabb36a6fa2519c49276a3353289f67",
      header: """
        {"bodyHash":"8f28e730b38236f94e930497e99a9bf941dba717a1db1fde5edbf2d3247d28a8","couple":\
        "0123456789abcdef0123456789abcdef","device":"65b60673d6ed884b","prev":"7fe67fa743593d20e\
        5ee0de4fd318eeef0cc115d2440a71c921a8bb893e6e047","seen":{"b0b0b0b0b0b0b0b0":[1,"b0b0b0b0\
        b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0"]},"seq":3,"tick":5,"version":1\
        }
        """,
      body: """
        {"act":{"kind":"propose","lapsesAt":1768435200,"on":"emc5grwwp0r67br824x0vpaerb1t08drdr7\
        npvjce626nv0t92ag","parents":[],"refuses":[],"revision":"nmbqgdjbq7j2xdr1dsvavkehk2t9cg4\
        j5eyzdp2cvcp6kwgrzxmg","step":"new"},"at":1767225600}
        """,
      signature: """
        4f557e5772a0da7d70da7ba5acd79054331a6eaf6d561ca701c2630f978c7758a0869929bc7fc2af408461da\
        9bb2cba7036e8a51b3ca743c3517b69b4d002100
        """
    ),
    Pinned(
      id: "08d7068c85931cd0c943de1efbecde5cfe2520f3d378c4347f21aa7c3204c177",
      header: """
        {"bodyHash":"aaf4ad952281ea8ad05f93465d3f0b6ee655195cc8c5b9fd885d1b35170eb8f1","couple":\
        "0123456789abcdef0123456789abcdef","device":"65b60673d6ed884b","erasable":true,"prev":"3\
        fb984287411805a86233d62b20b4ff23cabb36a6fa2519c49276a3353289f67","seen":{"b0b0b0b0b0b0b0\
        b0":[1,"b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0"]},"seq":4,"tic\
        k":7,"version":1}
        """,
      body: """
        {"act":{"kind":"word","on":"35b565hj41czh82mysvn6xvedjy8w0k2ay03340vmpn20wqdavhg","revis\
        ion":"ta7zfgzssfewn63s117p60tw8vx1rszc4h1v1zv02g5ak0859jhg","text":{"kind":"check-in","p\
        romise":"both","reviewDays":60,"terms":{"cadence":{"at":"20:00","every":"week","on":"sun\
        day","zone":"Asia/Shanghai"},"minutes":20},"title":"周日晚上聊二十分钟"}},"at":\
        1767225600}
        """,
      signature: """
        936574c0cae780506cb73c892eb57134d0d567f9846706fc8483906e6c044858901e025e5535738625caabf4\
        9a9e695e787a9739f01d8838d76c7e5448462203
        """
    ),
    Pinned(
      id: "1079093a3f312b849afb36c42f2feabf1c757caa910b5eed1daca3630aa7df03",
      header: """
        {"bodyHash":"f6557ed772d6fe2e28037235997353820b0bc5b06a02530571c5593c1fb94c35","couple":\
        "0123456789abcdef0123456789abcdef","device":"65b60673d6ed884b","prev":"08d7068c85931cd0c\
        943de1efbecde5cfe2520f3d378c4347f21aa7c3204c177","seen":{"b0b0b0b0b0b0b0b0":[1,"b0b0b0b0\
        b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0"]},"seq":5,"tick":9,"version":1\
        }
        """,
      body: """
        {"act":{"kind":"propose","lapsesAt":1768435200,"on":"35b565hj41czh82mysvn6xvedjy8w0k2ay0\
        3340vmpn20wqdavhg","parents":[],"refuses":[],"revision":"ta7zfgzssfewn63s117p60tw8vx1rsz\
        c4h1v1zv02g5ak0859jhg","step":"new"},"at":1767225600}
        """,
      signature: """
        d333d997dae40fa0bca176e2626214631c132c0c5307ee017364db428de0ca5aefdaf9df7c790fcf25996c6f\
        94b7c7a793c83fe527c3983fbdad0504450cfd0e
        """
    ),
    Pinned(
      id: "fc365bb88b3c1001483fc39d61e1dee573d5e30c5e51bdd2f3529ab876407318",
      header: """
        {"bodyHash":"45b9b19834bc375fa76c1747e67b41640bd6aa79ba55ae824e805951ce790997","couple":\
        "0123456789abcdef0123456789abcdef","device":"65b60673d6ed884b","erasable":true,"prev":"1\
        079093a3f312b849afb36c42f2feabf1c757caa910b5eed1daca3630aa7df03","seen":{"b0b0b0b0b0b0b0\
        b0":[1,"b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0"]},"seq":6,"tic\
        k":11,"version":1}
        """,
      body: """
        {"act":{"kind":"word","on":"ngt07ha8j7j4z3emrn05gctbb43ydh19x24fszhbpm57syajz3fg","revis\
        ion":"gcfkssk34hxgsqer18whfp6sqr277knysvr3jpaa7c4f1thpcx3g","text":{"kind":"reassurance"\
        ,"promise":"b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0","terms":{"phrase":"我没事，在路上 \
        ❤️","when":"我十点还没到家"},"title":"晚归报个平安"}},"at":1767225600}
        """,
      signature: """
        4a5835ff126acf8ec6952e0a1a97f70996293798d54de287b976623124de16062aa6230cda4fef58a4887f1f\
        64d5cf37d488852715346095bb47d4c521ed2605
        """
    ),
    Pinned(
      id: "c3effd3ea93d55c77371f0281872032a65dbc1e7cbbbf418b70d51f5f14cc6d0",
      header: """
        {"bodyHash":"28ad3b8ebf7f319a516f92d6b258413ca16f28b73dac743c51ca5d3de45a6ac0","couple":\
        "0123456789abcdef0123456789abcdef","device":"65b60673d6ed884b","prev":"fc365bb88b3c10014\
        83fc39d61e1dee573d5e30c5e51bdd2f3529ab876407318","seen":{"b0b0b0b0b0b0b0b0":[1,"b0b0b0b0\
        b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0"]},"seq":7,"tick":13,"version":\
        1}
        """,
      body: """
        {"act":{"kind":"propose","lapsesAt":1768435200,"on":"ngt07ha8j7j4z3emrn05gctbb43ydh19x24\
        fszhbpm57syajz3fg","parents":[],"refuses":[],"revision":"gcfkssk34hxgsqer18whfp6sqr277kn\
        ysvr3jpaa7c4f1thpcx3g","step":"new"},"at":1767225600}
        """,
      signature: """
        b38b9c60fa1f8ce67149eb132eb07d8233ada11095af93763466b59d86d8cdecebb2d5459b1eeebfad3cc923\
        db24aa49eac9d3d8ef61cb81e4df0aa9b3bbe80f
        """
    ),
    Pinned(
      id: "f40d5cb012bf6fb0ec91881582ee4f4630a882d12524af6be8c9ac6112eb17f9",
      header: """
        {"bodyHash":"7f4d30f91ca7655faf8641405bcbdc88a08ec66ee03fb9483d39aff7795333d1","couple":\
        "0123456789abcdef0123456789abcdef","device":"65b60673d6ed884b","erasable":true,"prev":"c\
        3effd3ea93d55c77371f0281872032a65dbc1e7cbbbf418b70d51f5f14cc6d0","seen":{"b0b0b0b0b0b0b0\
        b0":[1,"b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0"]},"seq":8,"tic\
        k":15,"version":1}
        """,
      body: """
        {"act":{"kind":"word","on":"74jz5h23wwg8q1bvah53epw5zk50636nkksen90rsgvc1jstcm50","revis\
        ion":"whntmjmf7heeh5rn7k5d02314e3n55s4d733x9zraggg46055270","text":{"kind":"boundary","p\
        romise":"a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0","terms":{"then":"I leave the room","when":"wh\
        en voices get loud"},"title":"Raised voices / 大声"}},"at":1767225600}
        """,
      signature: """
        cb85a87b095339af12b7935126ec8ec323302e4555b9289a2b61d7869ed9407a1186032cad8d0cfa7a3c2c87\
        8d224d3b3ff6d24b458d05ce50e8e30d9413fb05
        """
    ),
    Pinned(
      id: "f57f0ea9fd0259fe5ac42862f54e28ed613ffce24b2cd792363d0c7d81ca8c05",
      header: """
        {"bodyHash":"35f6dc95437308d7a9399caeda616b83a026dcb11a3492938d09fbc350a1596e","couple":\
        "0123456789abcdef0123456789abcdef","device":"65b60673d6ed884b","prev":"f40d5cb012bf6fb0e\
        c91881582ee4f4630a882d12524af6be8c9ac6112eb17f9","seen":{"b0b0b0b0b0b0b0b0":[1,"b0b0b0b0\
        b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0"]},"seq":9,"tick":17,"version":\
        1}
        """,
      body: """
        {"act":{"kind":"propose","lapsesAt":1768435200,"on":"74jz5h23wwg8q1bvah53epw5zk50636nkks\
        en90rsgvc1jstcm50","parents":[],"refuses":[],"revision":"whntmjmf7heeh5rn7k5d02314e3n55s\
        4d733x9zraggg46055270","step":"new"},"at":1767225600}
        """,
      signature: """
        32e60853b8899a7a30b40ebfaf245d758424ed9dd9efc6939f17c19f5b05ff42d82cb0ca151917cbcd70d223\
        236e8454f62ff65ca53f3e9ad8662d6704951e0e
        """
    ),
    Pinned(
      id: "e6915070abfefb23276e1f5b6feb9769a796b7ae94b840af3630d228dd0d8a22",
      header: """
        {"bodyHash":"1a3dacc2738e8a5cf41295428b714de9a75099725ed9a074921f5be65c50070a","couple":\
        "0123456789abcdef0123456789abcdef","device":"65b60673d6ed884b","erasable":true,"prev":"f\
        57f0ea9fd0259fe5ac42862f54e28ed613ffce24b2cd792363d0c7d81ca8c05","seen":{"b0b0b0b0b0b0b0\
        b0":[1,"b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0"]},"seq":10,"ti\
        ck":19,"version":1}
        """,
      body: """
        {"act":{"kind":"word","on":"n2c2f9hr5zpxkr9gwbf9db7tb57bnkdegcj7crcc3esmz2ny7p60","revis\
        ion":"11s8e88ge3544evjm1f8h6xgthvz1c16cd7wzh7rpspcfte35xv0","text":{"kind":"ritual","pro\
        mise":"both","terms":{"then":"说晚安","when":"关灯的时候"},"title":"睡前说晚\
        安"}},"at":1767225600}
        """,
      signature: """
        e9d8777294f51e999279a679ed2e34fb5293ae1f2e66305de152026a5ea61e5794d8390abc894c221e167cfb\
        91dbd6854d8b7cf8df51a64efdec509d5156b407
        """
    ),
    Pinned(
      id: "a7a78a6e6ed8fd80ffc4abccf4c8d09d209423d102cacc3d1604e676dc88d85d",
      header: """
        {"bodyHash":"093b47f1be0b3e257afc6168784ab1e63b8f1640a3ee62b88e12d1a2305171b0","couple":\
        "0123456789abcdef0123456789abcdef","device":"65b60673d6ed884b","prev":"e6915070abfefb232\
        76e1f5b6feb9769a796b7ae94b840af3630d228dd0d8a22","seen":{"b0b0b0b0b0b0b0b0":[1,"b0b0b0b0\
        b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0"]},"seq":11,"tick":21,"version"\
        :1}
        """,
      body: """
        {"act":{"kind":"propose","lapsesAt":1768435200,"on":"n2c2f9hr5zpxkr9gwbf9db7tb57bnkdegcj\
        7crcc3esmz2ny7p60","parents":[],"refuses":[],"revision":"11s8e88ge3544evjm1f8h6xgthvz1c1\
        6cd7wzh7rpspcfte35xv0","step":"new"},"at":1767225600}
        """,
      signature: """
        cf656a0bf62098f6363b365d4a67a886c6130b8e54f3bdbddca310cfe67905ed65fa9e123f36381ec09a188d\
        386a8aaeb338b12f23ffd6b0638c09b9a9e12905
        """
    ),
  ]

  static let names: [Names] = [
    Names(
      agreement: "emc5grwwp0r67br824x0vpaerb1t08drdr7npvjce626nv0t92ag",
      renewed: "w0ha96xx9jdwjp9k3vjy9c16sek5gmxjzbfvde9kv1r9swmv9xqg",
      revision: "nmbqgdjbq7j2xdr1dsvavkehk2t9cg4j5eyzdp2cvcp6kwgrzxmg",
      child: "tvtrkxg4z2w14qjgvsvkn6b30m57ha6dngkztmfbzmbxpkmmf5bg"
    ),
    Names(
      agreement: "35b565hj41czh82mysvn6xvedjy8w0k2ay03340vmpn20wqdavhg",
      renewed: "gjvtf8z7x6rc9k9mam02nfy8d5v55w4gkfxk8yzsx0yjegjct1dg",
      revision: "ta7zfgzssfewn63s117p60tw8vx1rszc4h1v1zv02g5ak0859jhg",
      child: "ef1ez3471e9ra62tx3tz37qmgy6t8d12w5j8c65kzrmghpavz7yg"
    ),
    Names(
      agreement: "ngt07ha8j7j4z3emrn05gctbb43ydh19x24fszhbpm57syajz3fg",
      renewed: "4zh034p5bs9cqyhmh51gzy177g3hht9a9fh9tkchh5q4wwqf14f0",
      revision: "gcfkssk34hxgsqer18whfp6sqr277knysvr3jpaa7c4f1thpcx3g",
      child: "8csk0d87j7cn0epa855j40e2vzfmjc5f5kw0e07s96kgppm5jvzg"
    ),
    Names(
      agreement: "74jz5h23wwg8q1bvah53epw5zk50636nkksen90rsgvc1jstcm50",
      renewed: "te8ztyt7sdm5347k71b4bqmyfvrvxsap7w9cg6mz5wv3pzj9tf3g",
      revision: "whntmjmf7heeh5rn7k5d02314e3n55s4d733x9zraggg46055270",
      child: "zfa9xn2akaz6a1k32dak3reygksex14xnq1qxhj8ppc45m622zwg"
    ),
    Names(
      agreement: "n2c2f9hr5zpxkr9gwbf9db7tb57bnkdegcj7crcc3esmz2ny7p60",
      renewed: "ngsn6f05kenj9c4ds7fzdnzrrcpgq635d5fgkemg3zkhe9dnhdd0",
      revision: "11s8e88ge3544evjm1f8h6xgthvz1c16cd7wzh7rpspcfte35xv0",
      child: "n6ynhhskax3j24tpa80csd0c27zfx585ky9zp0t03w9qbky4wmm0"
    ),
  ]
}
