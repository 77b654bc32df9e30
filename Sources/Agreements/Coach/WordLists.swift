/// Lists that phrases name by `$name`, and lists that the reading goes by. All are ours.
enum WordLists {
  static let named: [String: [String]] = [
    "dont": ["don't", "do not", "don't really", "don't even", "do not even", "don't ever"],
    "youre": ["you're", "you are", "u r", "u are"],
    "youve": ["you've", "you have"],
    "filler": [
      "just", "really", "simply", "still", "literally", "obviously", "clearly", "almost",
      "seriously", "honestly", "also", "basically", "just really", "pretty much",
    ],
    "generally": ["always", "never", "constantly"],
    "weak": ["completely", "totally", "definitely", "absolutely"],
    "warm": warm + warmChinese,
    "blaming": blaming,
    "blamingnoun": [
      "liar", "idiot", "jerk", "coward", "baby", "child", "narcissist", "hypocrite", "bully",
      "pig", "slob", "loser", "failure", "control freak", "drama queen", "disappointment",
    ],
    "lost": [
      "alone", "hopeless", "useless", "worthless", "ignored", "unfair", "wrong", "forgotten",
      "pointless", "invisible", "unloved", "unwanted", "powerless", "worn out by you", "lost",
      "broken", "impossible", "incapable", "unable", "no", "nothing", "replaceable", "unlovable",
    ],
    "family": [
      "mother", "mom", "mum", "father", "dad", "grandmother", "grandma", "grandpa", "ex", "boss",
      "brother", "sister", "aunt", "uncle", "teacher", "colleague", "neighbour", "neighbor",
      "doctor",
    ],
    "weekday": [
      "monday", "mondays", "tuesday", "tuesdays", "wednesday", "wednesdays", "thursday",
      "thursdays", "friday", "fridays", "saturday", "saturdays", "sunday", "sundays", "weekends",
    ],
    "harm": harm,
    "hour": ["0", "seven", "eight", "nine", "ten", "eleven", "noon", "bed", "midnight", "night"],
    "bad": bad,
    "坏": badChinese,
    "责备": blamingChinese,
    "伤": harmChinese,
    "我": ["我", "我们", "咱们", "咱俩", "我俩"],
  ]

  private static let warm = [
    "make me laugh", "makes me laugh", "make me smile", "makes me smile", "laugh together",
    "happy", "safe", "loved", "love you", "miss you", "grateful", "thankful", "proud of",
    "on my side", "by my side", "there for me", "there for you", "there for us", "welcome",
    "cheer me up", "calm me down", "comfort me", "hold me", "hug me", "kind to", "so kind",
    "patient", "gentle", "sweet", "thoughtful", "supportive", "believe in me", "believed in me",
    "support me", "supported me", "make me feel better", "feel better", "at home", "at ease",
    "know how to", "find a way", "find the right", "look after me", "take care of me",
    "have my back", "had my back", "surprise me", "make time for me", "wonderful", "beautiful",
    "generous", "appreciate", "enjoy", "enjoyed", "better with you", "good to me", "calm",
    "appreciated", "understood", "seen", "cared for", "special", "wanted", "warm", "relaxed",
  ]

  /// What one does to another; "you never …" before one of these is praise.
  private static let harm = [
    "abandon", "abandoned", "betray", "betrayed", "belittle", "belittled", "blame", "blamed",
    "blame me", "gaslight", "humiliate", "humiliated", "embarrass", "embarrassed", "insult",
    "insulted", "judge", "judged", "manipulate", "manipulated", "mock", "mocked", "punish",
    "punished", "threaten", "threatened", "shame", "shamed", "twist", "twisted", "use me",
    "used me", "attack", "attacked", "reject", "rejected", "criticize", "criticized", "criticise",
    "criticised", "undermine", "undermined", "dismiss", "dismissed", "disrespect", "nag",
    "patronize", "patronise", "lecture", "sulk", "stonewall", "exaggerate", "overreact",
    "yell at", "yelled at", "scream at", "screamed at", "shout at", "shouted at", "snap at",
    "snapped at", "lie", "lied", "cheat", "cheated", "push me away", "pushed me away",
    "shut me out", "shut me down", "make fun of", "made fun of", "laugh at", "laughed at",
    "play the victim", "make excuses", "made excuses", "roll your eyes", "rolled your eyes",
    "talk down to", "talked down to", "talk over me", "talked over me", "walk all over",
    "throw it in my face", "threw it in my face", "hold it against me", "waste my", "wasted my",
    "look down on", "looked down on", "turn everything", "drive me crazy", "drive me insane",
    "drive me away", "drive me nuts", "wear me out", "wear me down", "make me feel stupid",
    "made me feel stupid", "make me feel small", "made me feel small", "pressure me",
    "pressured me",
    "rush me", "rushed me", "push me", "pushed me", "hurt me", "treat me like", "ruin", "ruined",
    "let me down", "lied to", "lie to", "lie about", "lied about", "accuse", "accused", "scold",
    "scolded",
    "torment", "taunt", "ridicule", "ridiculed", "discard", "neglect", "neglected", "deceive",
    "deceived",
    "trick", "tricked", "silence me", "boss me", "order me", "spy on", "guilt trip", "interrupt",
    "provoke",
  ]

  /// What blames when it is said of "you" in one clause.
  private static let bad = [
    "terrible", "horrible", "awful", "worst", "disgusting", "gross", "pathetic", "a joke", "a mess",
    "excuse", "excuses", "on purpose", "deliberately", "guilty", "innocent", "against me",
    "better than me", "better than us", "more than me", "more than us", "more important than me",
    "wrapped up in yourself", "obsessed", "only yourself", "empathy", "ambition", "backbone",
    "too proud", "full of it", "out of your mind", "behind my back", "behind your work",
    "behind work",
    "in front of everyone", "in front of your friends", "like a child", "like a teenager",
    "like a baby", "like a servant", "like a maid", "like a stranger", "like garbage", "like trash",
    "like crap", "like dirt", "like it grows", "like i'm nothing", "like i don't",
    "like i'm stupid",
    "like i'm invisible", "shameless", "hypocrite", "sick of", "failed", "fail us", "waste of",
    "flirting", "flirt", "flirted", "cheating", "nagging", "sulking", "whining", "lying",
    "shouting",
    "yelling", "screaming", "bossing", "bossy", "spying", "snooping", "picking fights",
    "pick fights",
    "start fights", "start a fight", "wasting", "ignoring", "interrupting", "ghosting",
    "avoiding me",
    "blaming", "criticizing", "controlling", "manipulating", "using me", "making fun", "mocking",
    "screwed up", "screw up", "messed up", "mess up", "drop the ball", "dropped the ball", "nerve",
    "couldn't care", "bad husband", "bad wife", "bad father", "bad mother", "better husband",
    "better wife", "better father", "better mother", "hard to love", "impossible to", "so hard to",
    "selfishness", "laziness", "your ego", "my nerves", "me crazy", "me insane", "sick of me",
    "ruining", "destroying", "hurting", "killing", "breaking", "driving me",
    "tear me down", "tore me down", "bring me down", "hold me back", "held me back", "suffer",
    "miserable",
    "silent treatment", "what you want", "walk away from", "run away from", "ran away from",
  ]

  /// What blames when it is said of 你 in one clause.
  private static let badChinese = [
    "借口", "理所当然", "不清不楚", "责任心", "自私", "冷漠", "故意", "存心", "良心", "大手大脚", "自以为是", "无所谓的样子",
    "甩手掌柜", "死性不改", "莫名其妙", "小题大做", "强词夺理", "不可理喻", "蛮不讲理", "胡搅蛮缠", "斤斤计较", "疑神疑鬼",
    "心不在焉", "漫不经心", "三心二意", "朝三暮四", "言而无信", "说一套做一套", "口是心非", "虚情假意", "耳边风", "当空气",
    "当外人", "当保姆", "当佣人", "当回事", "难伺候", "难沟通", "啰嗦", "妈宝", "巨婴", "大男子主义", "公主病", "情绪勒索",
    "转头就忘", "转身就忘", "说走就走", "拍拍屁股", "一天到晚", "没完没了", "有完没完", "睡得着", "装睡", "装不懂", "装没",
    "丢脸", "下不来台", "难堪", "寒心", "心寒", "失望透", "恶心", "可恶", "可恨", "讨厌", "烦死", "气死", "逼疯", "逼死",
    "顶嘴", "风凉话", "没耐心", "耐心都没", "心都没", "糊涂", "窝囊", "没出息", "不靠谱", "靠不住", "不像话", "不要脸", "脸皮厚",
    "鬼混", "暧昧", "勾搭", "劈腿", "出轨", "撒手不管", "不闻不问", "袖手旁观", "火上浇油", "添乱", "拖后腿", "双标",
  ]

  private static let harmChinese = [
    "冷暴力", "骗", "瞒", "吼", "骂", "凶", "打击", "贬低", "嘲笑", "嘲讽", "讽刺", "羞辱", "侮辱", "伤害", "敷衍",
    "忽略", "忽视", "无视", "冷落", "抛弃", "背叛", "控制", "逼", "怪罪", "责怪", "指责", "推卸", "甩脸", "摆脸", "甩锅",
    "阴阳怪气", "找借口", "翻旧账", "逃避", "躲着", "糊弄", "应付", "威胁", "欺负", "刁难", "挑刺", "挑剔", "针对我", "泼冷水",
    "道德绑架", "无理取闹", "冷战", "不耐烦", "嫌", "利用", "看不起", "瞧不起", "发火", "发脾气", "撒谎", "狡辩", "嘴硬",
    "怪我", "吼我", "凶我", "骂我", "催我", "丢下", "放弃", "看轻", "笑话", "装傻", "装死", "装聋", "顶嘴", "抬杠", "唠叨",
    "拿我跟", "挖苦", "糟蹋", "白眼", "伤我", "打我", "动手", "说重话", "为难", "抱怨", "埋怨", "折磨", "数落", "扔下", "丢在",
    "扔在", "晾着", "撇下", "亏待", "耽误", "气我", "伤人",
    "害我", "哄骗", "诬赖", "冤枉", "曲解", "歪曲", "纠缠", "吓唬", "使唤", "支配", "操控", "洗脑", "监视", "怀疑我", "排挤",
  ]

  private static let warmChinese = [
    "让我笑", "逗我笑", "逗我开心", "哄我", "很开心", "开心", "安心", "踏实", "放心", "温暖", "暖",
    "高兴", "幸福", "感动", "照顾我", "陪我", "陪着我", "支持我", "鼓励我", "护着我", "惦记我", "想着我",
    "记得我", "帮我", "替我", "等我", "让着我", "包容我", "耐心", "温柔", "体贴", "细心", "贴心", "想你",
    "想起你", "给我留", "为我留", "相信我", "站在我", "接我", "舒服", "自在", "轻松", "被爱", "心动", "骄傲",
    "想念", "甜", "为我着想", "替我着想", "先想到我", "很好", "对我好", "安慰我", "抱抱我", "抱我",
  ]

  private static let blaming = [
    "selfish", "lazy", "cold", "mean", "cruel", "rude", "stupid", "crazy", "childish", "immature",
    "careless", "thoughtless", "heartless", "insensitive", "inconsiderate", "irresponsible",
    "unreliable", "ungrateful", "impossible", "ridiculous", "pathetic", "useless", "hopeless",
    "dramatic", "needy", "clingy", "controlling", "jealous", "paranoid", "stubborn", "dishonest",
    "fake", "distant", "arrogant", "petty", "annoying", "unfair", "hurtful", "disrespectful",
    "dismissive", "defensive", "insane", "messy", "weak", "boring", "toxic", "sensitive",
    "full of yourself", "overreacting", "blind", "unfaithful", "spoiled", "self centered",
    "unreasonable", "a mess", "disgusting", "hypocritical", "manipulative",
  ]

  private static let blamingChinese = [
    "自私", "过分", "懒", "冷漠", "冷淡", "敏感", "任性", "小气", "幼稚", "矫情", "无情", "虚伪", "没良心", "没用",
    "差劲", "不懂事", "不负责", "不负责任", "不讲理", "不可理喻", "不像话", "不要脸", "霸道", "绝情", "狠心", "笨",
    "傻", "蠢", "烦人", "烦", "恶心", "无聊", "作", "强势", "固执", "小心眼", "孩子气", "让我失望", "让人失望",
    "没责任心", "没心没肺", "没意思", "没出息", "邋遢", "粗心", "凶", "无理取闹", "讨厌", "不体贴", "情绪化", "极端",
  ]

  /// Words that end what a clause says about one person.
  static let barriers = [
    "not", "no", "don't", "doesn't", "didn't", "isn't", "aren't", "wasn't", "can't", "won't",
    "couldn't", "wouldn't", "never", "nothing", "without", "but", "i", "he", "she", "they", "we",
    "we'll", "i'll", "i'm", "i've", "he's", "she's", "fight", "fights", "fighting", "argue",
    "不", "没", "别", "未", "无", "我", "他", "她", "咱", "吵",
  ]

  /// Words that come before what somebody else said or may say.
  static let saying = [
    "say", "says", "said", "saying", "tell", "tells", "told", "write", "wrote", "text", "texted",
    "yell", "yelled", "shout", "shouted", "hear", "heard", "call", "called", "word", "words",
    "phrase", "sentence", "line", "like", "answer", "answered", "reply", "replied", "ask", "asked",
    "说", "讲", "喊", "吼", "骂", "叫", "写", "问", "答", "词", "句", "话", "道", "发", "听",
  ]
}

/// How people also spell a word in a hurry.
enum Spelling {
  static let withoutApostrophe = [
    "dont": "don't", "doesnt": "doesn't", "didnt": "didn't", "cant": "can't", "cannot": "can't",
    "wont": "won't", "isnt": "isn't", "arent": "aren't", "wasnt": "wasn't", "havent": "haven't",
    "hasnt": "hasn't", "couldnt": "couldn't", "wouldnt": "wouldn't", "shouldnt": "shouldn't",
    "youre": "you're", "youve": "you've", "youll": "you'll", "youd": "you'd", "ive": "i've",
    "im": "i'm", "thats": "that's", "whats": "what's", "u": "you", "ur": "your", "evry": "every",
    "alway": "always", "allways": "always", "nvr": "never", "neva": "never",
  ]
}
