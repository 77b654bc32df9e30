/// Words that leave no exception, and where they generalise about a person.
enum AbsoluteWords {
  static let all = english + englishInContext + ours + chinese + chineseInContext + chineseOurs

  /// The strong part of the 19 absolutist words of Al-Mosaiwi & Johnstone 2018, "In an Absolute
  /// State" (Clinical Psychological Science 6(4), 529–542), where the word alone generalises.
  /// Theirs is a measure of whole texts; here it is a hint, never a score.
  static let english = ["<always>", "<never> [ever|once]", "<constantly>"]

  /// The rest of that part, where its neighbours decide: "nothing to worry about" is harmless.
  static let englishInContext = [
    "<nothing> (i|we|you|he|she) ~ (do|say|try|did|said|touch|does|says|is|ever)",
    "<nothing> [will|will ever|ever|has ever|is ever] (changes|change|helps|help|works|work)",
    "<nothing> [will|will ever|is ever|ever|is] (matters|matter|improves|enough|good enough|mine)",
    "<nothing> (will|ever|gets|goes|left between|between us)",
    "(get|gets|got|mean|means|meant|am|i'm|are|you're|do|does|give|gives|say|says) <nothing>",
    "(care about|left with|worth|good for|do together|like|know) <nothing>",
    "<everything> ~ (my job|my fault|your fault|on me|about you|your way|about money|alone|wrong)",
    "<everything> (has to|must|revolves|always|becomes|turns into|falls on|depends on me)",
    "<everything> (i do|i say|i touch|i try|i want|i'm|i said|i like|i feel|i suggest|i cook)",
    "<everything> ~ (argument|drama|problem|competition|joke|criticism|my fault|against me|broken)",
    "<everything> (gets|got|turns|turned|ends|ended up|goes|went wrong|falls|comes before|matters more)",
    "<everything> (myself|alone)",
    "(do|does|did|doing|carry|handle|organize|pay for|give up|gave up|ruin|ruins|ruined) <everything>",
    "(control|controls|criticize|criticise|forget|forgot|hate|destroy|destroyed|lose|lost) <everything>",
    "(blame me for|ignore|ignored|decide|mess up|break|broke|hide|hid|twist) <everything>",
    "<everyone> [else] (thinks|hates|leaves|left|is against|gets|knows|laughs|always|matters)",
    "(tell|told|help|love|trust|than|for|to|with|ask|at|notice|see) <everyone> (except|but|else but)",
    "(time for|kind to|nice to|help|before|listen to|than|smile at) <everyone> [else]",
    "<$weak> ($lost|$blaming|$harm)",
    "(you|$youre|$youve|he|she) [have|has|was|were] <$weak> (ignore|ignored|ignores|ignoring|forget)",
    "(you|$youve|he|she) <$weak> (forgot|shut|dismiss|disregard|hate|changed|ruined|refuse|refused)",
    "(you|he|she) <$weak> ($dont|doesn't|didn't|never|can't|won't|couldn't|have no|lost)",
  ]

  /// Other words for the same; from no list of anybody's.
  static let ours = [
    "<(every time|every single time|all the time)> ~~~ you",
    "you ~~~ <(every time|every single time)>",
    "<every single time>", "<always> something more important", "<nothing> but ($blaming|cold)",
    "<(nobody|no one|noone)>",
    "you ~ <all the time>", "$youre ~ <all the time>",
    "[have|you've|i've|has|he's] not <once>", "<not once> (have|has|did|in)",
  ]

  /// No validated list of such words exists for Chinese; this one is ours, as is what follows.
  static let chinese = ["<总是>", "<老是>", "<从来>", "<永远>[都]", "<一直都>"]

  static let chineseInContext = [
    "<(每次|每一次)>~~~(你都|你就|你又|你总|你便)", "<(每次|每一次)>~~~(都是我|都是你|都要我|都得我|都让我|都怪)",
    "你~<(每次|每一次)>", "(我|他|她)<(每次|每一次)>都(是|要|得|不|没|搞|被|一个人|输|忘|迟|说|这)",
    "<(每次|每一次)>都(是我|是你|是他|是她|不|没|这样|这么|要我|得我|怪我|忘|迟到|说下次|是这样|一样)",
    "(为什么|凭什么|怎么)<(每次|每一次)>", "<(每次|每一次|每回)>[我们]一~~~(就|都|又)",
    "$我<(每次|每一次)>~~(都|就)(吵|不欢|哭|失望|输|后悔|搞|被)",
    "<(每次|每一次)>~~~(都|就)(吵|不欢|哭|闹|冷战|失望|我先|是我|怪我|躲|跑|走|骂|甩|搞砸)",
    "<全都>[是](我|你|怪|错|假|骗|要我|靠|得|由|不|没|忘|推|赖|白费|瞒|扔|丢给|听|怨|白|毁)", "(怪|错)[的]<全都>",
    "<完全>(不|没|是你|变了|无视|忽略|忘了|失去|听不|看不|感觉不到|感受不到|就是|靠我|只顾|把我)",
    "<绝对>(不|没|做不|是你|是故意|是在|会忘|会离开|会后悔|有别人|有问题|故意|做不到)",
    "<一定>(是不|是故意|是嫌|是我不|是我哪|是你|是因为我|会离开|会分|会分开|会抛弃|会失败|会吵|会后悔|会变|会忘|会骂|会生气|又|不)",
    "你[就|以后|今天|现在]<一定>要(听|马上|立刻|每天|随时|改|跟我|给我|先|这样|道歉)",
    "你[就|以后|今天|现在|也|都]<必须>", "<必须>(听我|马上|立刻|随时|什么都|做到最|完美|给我)",
    "(他|她)<必须>", "$我~<必须>~(才配|完美|做到最好|第一|才行)",
    "<根本>[就](不|没|是你|无所谓|听不|看不|做不|配不|靠不住|记不|谈不|合不)", "<根本>就是",
    "<什么都>(不|没|做不|说不|是我|是你|得|要我|要听|怪|由你|听你的|管|嫌|瞒|靠我|比我|比不|帮不|忘|要管)",
    "<谁都>可以[对|来|随便](对我|欺负|说我|骂|踩|指责|发脾气|使唤)", "<什么事都>(干不|做不|不|没|得我|要我)",
    "<谁都>(不|没|比我|比你|比不|好|行|能欺负|可以欺负|重要|知道你|看不起|受不了|觉得|说)",
    "对<谁都>",
  ]

  /// Other words for the same; from no list of anybody's.
  static let chineseOurs = [
    "<(从不|从没|从未|每回)>", "<没有一次>", "<没一次>", "<(无时无刻|随时随地)>都(不|在)",
    "(你|他|她|我)<总>", "(你|他|她)<老>(说|忘|这样|不|拿|在|把|让|嫌|怪|跟|想|玩|盯|看|爱|要|打|加班|迟到|催)",
    "<(没人|没有人)>[真的|真正|能|会|愿意|肯|来](关心|在乎|理解|爱|问|管|帮|听|要我|喜欢|懂|看|把我|心疼|站|陪)",
    "<一次都>(没|不)", "<一次也>(没|不)", "<全是>(我|你)(一个人|的错|在|害|做|弄)",
  ]
}
