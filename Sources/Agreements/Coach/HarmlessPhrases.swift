/// What only looks absolute or accusing. All lists are ours.
enum HarmlessPhrases {
  static let everywhere = praise + praiseChinese

  /// Praise and affection: nobody wants an exception there.
  private static let praise = [
    "[$youre|you|$youve] (always|constantly) ~ $warm", "you ~ always ~ $warm",
    "(you'll|you will) always be (my|loved|the|in|welcome|home)",
    "$youre always (right|beautiful|lovely|invited)",
    "(love|loved|like|liked|appreciate|admire|enjoy|treasure) (how|that|it when|the way|it that) ~~",
    "(thank you|thanks for|grateful|thankful|glad|so happy|proud) ~~",
    "(i|we) (love|loved) ~ always",
    "(i'll|i will|we'll|we will|i|we|i'd) always (love|loved|choose|want you|remember|cherish)",
    "(i'll|i will|we'll|we will) always (come|stand|stay|keep|tell|hold|answer|support|be here|be there|be yours|be your)",
    "(i'll|i will|we'll|we will) always be (with you|grateful|proud|by your|on your|happy|glad|home|family)",
    "always (and forever|yours|thinking of you|with you|in my heart|my favourite|my favorite)",
    "you (can|may|could) always", "we can always",
    "you never (fail to|cease to|stop amazing|gave up on)",
    "you never (have to|need to|complain|complained|let me down|gave up|left my side|stopped)",
    "you (make|made|makes) me [feel] ~ $warm", "you (make|made) me feel ~ $warm",
    "(make|made) me so (happy|proud)", "because of you i ~ ($warm|laugh|smile|can|feel)",
    "you [just] (made|make) me (smile|laugh|happy|so happy|proud)",
    "you keep (me company|me warm|me calm)",
    "how could you (know|help|tell)", "$youre (so|too) (kind|good|sweet|funny|cute)",
    "$youre crazy (good|cute|talented)", "how can you be so (kind|good|sweet|calm|patient|cute)",
    "you never [$filler] $harm", "$youve never [$filler] $harm", "you never once ($harm)",
    "nothing (makes me happier|makes me so happy|beats|feels better|better than)",
    "nothing but ($warm|love)",
  ]

  private static let praiseChinese = [
    "你~(从来|从不|从没|从未|一次都|永远|绝对)[都](没|没有|不|不会|不曾)[有|对我|让我|把我|因为这个]$伤", "你~(从不|从没|从未)[有|对我|让我|把我]$伤",
    "从来没[有]$伤", "$我[会]一直都在",
    "[你]~(总是|老是|一直都|从来都|每次都|永远都)[能|会|很会|特别]~$warm",
    "[你]~(总是|老是|一直都|从来都|每次都|永远都)[能|会](让|给|对|跟|陪|为|和|叫)我~$warm", "(喜欢|爱|爱看|爱听|羡慕)你~~",
    "(感谢|谢谢|多谢|感激|庆幸|珍惜|羡慕|幸好|多亏)~~",
    "(永远|一直都|绝对|一定)[会|都会|都](爱|陪|支持|站在|等你|守|记得|珍惜|保护|照顾|疼|挺|想念|喜欢|信任|相信)",
    "永远[都](在一起|在你身边|是你的|是我的家|是我最|不分开|陪伴|幸福|欢迎|可以|感激)",
    "$我[也|都|就|可|真的]永远[都][也](不会离开|不离开|不会丢下|不会放弃|不会忘|不会骗|不会不要你|不后悔|站)",
    "一直都(在我|在你|很爱|很喜欢|很感谢|爱|喜欢|想|记得|支持|陪|觉得你很好|相信)",
    "从来没[有]人[像|能]~(这样|这么|像你|懂|对我这么好|让我)", "从来没[有](这么|这样|那么|如此|见你这么|后悔|怪过你|怪你|怀疑|不爱)",
    "从来不(后悔|怪|嫌你|觉得你烦|觉得麻烦|怀疑)", "你让(我|人)~$warm",
    "你怎么[会](这么|那么|这样)(好|可爱|贴心|暖|棒|会|厉害|懂|温柔|香|细心|好看|甜|聪明)",
    "你真的太(好|棒|暖)", "你又给我", "你只要~就好", "你就是我(的|最)", "你就是(最|我)", "你就会没事", "你就放心", "你就会好",
    "你是不是不(舒服|开心|高兴|喜欢)", "你根本(不用|不需要|不必)",
    "(我|他|她)(妈|爸|奶奶|爷爷|外婆|外公|姐|哥|同事|老板|朋友)[妈|爸]~(总是|老是|一直都|从来)", "小时候~~(总是|老是|一直都|从来)",
    "$我~绝对(不会|不)(告诉|说|怪|丢|离开|骗|瞒|吼|动手|伤害|翻|再)",
    "(店|公司|地铁|火车|天气|路上|邻居|老板|客户|孩子|宝宝|猫|狗)[们]~(总是|老是|一直都)",
  ]

  /// Not about a person: "not always", a rhythm, a single fact, a promise one gives.
  static let absolute = limits + english + chinese

  private static let limits = [
    "(not|don't|doesn't|isn't|aren't|didn't|can't|won't|wasn't|needn't|rarely|hardly) [really|be] $generally",
    "(not|don't|doesn't|isn't|can't|didn't) [really|be] $weak", "don't have to always",
    "(not|n't) (everyone|everything)", "$weak ($dont mind|fine|okay|ok|not your fault)",
    "(一定|总)要~(的话|先)", "$我[也|都]一定[要|会](先|早|尽|努力|改|记)", "总(之|共|算|监|部|结|的来说|得休息|会好|有一天|有办法)",
    "老(说|想)(好|着你)", "没有人(是|能)(完美|代替|取代)", "没[有]人(有错|该|需要|要求|怪)",
    "(不|没|未必|并非|不是|不用|不必|不要|不想|别|不会|不可能|不能|哪能)[会|是|能|要|用](总是|老是|一直都|永远|每次|每一次|完全|绝对|一定|全都|什么都|从来)",
    "不一定", "一定程度", "绝对不是你[的](错|问题|原因)", "一定(多|要多|再|来)", "一定的", "说不一定", "绝对值",
    "绝对(没问题|没事|不怪|不生气|可以|值得|好吃)", "根本(原因|问题|上|性|不是你的错)",
    "根本(没怪|不怪|没生|不生|没事|没关系|舍不|离不|不用|不需要|不必|没想怪|不介意|没往心里)",
    "完全(不怪|不用|不介意|没事|没关系|没问题|不急|不需要|没想到|没生气|不生气|不累|不麻烦|不影响)",
    "全都(是你的|是我的)(功劳|心意)", "什么都不(担心|怕|缺|在意|想要)", "总(能|会)", "什么都没(改|丢|有改|动|写|记|坏|少)",
    "什么都(可以|能|行|好|愿意|不用|没关系|没发生|不缺|不怕|不怪|别|不重要|不要紧|不如|比不上你|没你)",
    "谁都可以(随时|先|喊|说|叫|提|停|不|来|去|用|有|要|自己|一个人)",
    "谁都(不许|没错|没有错|不追|不勉强|不欠|不用|不必|不怪|不翻|不吼|不摔|不能吼|不是故意|不说重)",
    "谁都(会|有)(累|错|犯|难|低落|脾气|情绪)",
  ]

  private static let english = [
    "i've always (wanted|loved|liked|dreamed|admired|enjoyed|hoped|believed|trusted|been proud|been shy)",
    "i have always (wanted|loved|liked|dreamed|admired|enjoyed|hoped|believed|trusted)",
    "always wanted to",
    "i always (wanted|loved|liked|enjoy|look forward|lock|drink|sleep|wake|take the train|get nervous|cry at)",
    "i (always|never) (carry|keep|wear|think of you|smile|cry at|drink|eat|take|bring)",
    "(we|you|i) never have to (decide|be|rush|hurry|pretend|worry)",
    "(i've|i have|we've|we have) never (been on|been in|flown|ridden|lived|owned|cooked|heard|read|played)",
    "(you|will) never walk alone", "my $family [has|had|have] (always|never)",
    "(i'm|i am) never (sure|certain|in a hurry|bored)",
    "(shop|store|train|trains|bus|buses|office|restaurant|traffic|weather|street|gym|line) [is|are] $generally",
    "always (on|at|by|from|before|around) ($weekday|seven|eight|nine|ten|noon|lunch|dinner|breakfast)",
    "we always (have|eat|make|cook|watch|call|take|go for|meet|start|do) ~ (on|at|every|together|first)",
    "we always (have|eat|cook|watch|meet|start|kiss|hug|say good) ~ (before|after|breakfast|dinner|goodnight)",
    "(nobody|no one) [else] (has|needs|is perfect|is to blame|gets hurt|wins|loses|knows yet|should)",
    "(nobody|no one) but you", "like (nobody|no one)",
    "(nobody|no one) else (makes|can make|i|like you|could)", "no one (i|like you)",
    "always ~ (at|by|until|before|around|after) $hour", "(okay|ok|fine|alright|all right) if ~~",
    "i never (learned|learnt|had|saw|grew up|wanted to|got to|lived|went|asked you to)",
    "never (mind|again|before|too late|easy|perfect|ending)",
    "(better late than|now or|almost|as) never",
    "(i've|i have|i|we|we've|we have) never [really|ever] (felt|been|had|met|seen|loved|laughed) (so|such|this|as|happier|closer|better|safer|more)",
    "(i've|i have|we've|we have) never [really|ever] (been to|tried|seen|eaten|done|met|felt|regretted|doubted)",
    "(i|we) never (get tired|get bored|tire|knew|meant|wanted to hurt|regret|regretted|doubted|thought i'd|agreed)",
    "(i|we) never (decided|said|told|promised|expected|thought|set|wrote|planned|settled|meant to|intended)",
    "(i'd|i'll|i will|i would|we'll|we will) never (leave|hurt|read|lie|let|stop|give|cheat|touch|open|share|raise)",
    "(i'd|i'll|i will|i would|we'll|we will) never (shout|check|go through|ask you|tell anyone|threaten|want)",
    "(promise|promised|agree|agreed) ~~ $generally", "as always i",
    "(there's|there is) always (a|an|room|tomorrow|hope|time|next|enough)",
    "(is|isn't|not) everything",
    "nothing (to|against|wrong|happened|special|more|urgent|serious|bad|new|much|else|really)",
    "there's nothing", "there is nothing", "nothing (i'd|we'd) rather", "(love|want) nothing more",
    "everything (is|will be|was|seems) [going to be] (fine|ok|okay|good|alright|all right|ready|calm|great|well)",
    "$weak (understand|agree|right|fine|okay|ok|sure|safe|happy|with you|worth|lovely|love)",
  ]

  private static let chinese = [
    "(每次|每一次)(回家|出门|见面|聊|睡前|吃饭前|吵完|进门|分开)~(先|抱|亲|说一|发)",
    "(每次|每一次)(最多|至少|大概|大约|不超过|半|一个|一小时|二|三|十|十五|20|30|15|10)",
    "(每次|每一次)(听到|看到|想到|遇到|想起)~~我[都|就]", "$我[还|都|也]从来没[有](去|吃|见|试|坐|养|学|玩|看|做|听说|喝|住|用)过",
    "(我|我们|咱们)[也|都|就|路上|到时候]一定[会|要|再|好好](来|去|接|陪|做到|努力|改|回|带|试|在|好好|找|给|让|办|记|好起来)",
    "(路上|到家|出门|晚上)[也|你]一定[要](小心|记得|注意|早)", "一定要(小心|注意|好好|照顾|记得|开心|幸福|保重|早点|休息|多穿|吃)",
    "你[也]一定(很累|累|饿|很难|能|可以|行|会好|没事|会喜欢|不容易|辛苦|很想|很不好受)",
    "$我[都]必须~(之前|前|周|号|交|上班|起|赶)", "你必须[好好|先|多](休息|睡|吃|喝水|去医院|看医生)", "从来(如此|就有)",
    "(答应|保证|发誓|说好)~~(永远|绝对|一定|从来|总是|每次)", "$我[也]绝对(不会|不)(离开|丢|骗|瞒|吼|动手|说出去|怪|翻|伤害|再)",
    "(一直都|总是)(住|在上班|有人)",
  ]

  /// No accusation: a fault taken off somebody, a kind question, care.
  static let accusing = [
    "(get|got|grow|grew|be) tired of your", "not (sick|tired) of",
    "you were supposed to ~~~ (worried|scared|glad)",
    "you have no idea how (much|happy|glad|grateful|proud|good|important|beautiful)",
    "you (will|'ll) never (walk|be) alone",
    "you'll never (walk|be) alone", "you'll never (lose|have to|need to)",
    "you will never (lose|have to|need to)",
    "you knew [exactly] (what|how) (i|to) (need|needed|help|calm)",
    "$youre not [so|a|too|the] ($blaming|$blamingnoun)",
    "not because you", "isn't that you", "not that you",
    "(not|isn't|wasn't|never) your [own] fault", "(not|don't|didn't|won't) blame you",
    "not blaming you",
    "(not|don't think|not saying|doesn't mean|didn't mean|never said|never thought) [that] $youre",
    "(don't|didn't|never|not) ~ (think|say|saying|mean|meant|believe) [that] (you|$youre)",
    "why don't you (lie|sit|rest|come|take|go|sleep|just rest|just lie|just sleep|choose|pick)",
    "(不|没|没有|别|并没|不会|从没|不能|不想)怪(你|自己)", "(不|没|并不|不都|不全)是你[的|一个人的](错|不好|问题|原因)", "不是说你",
    "(不是|没有|并没有|不)(说|觉得|认为|怪|想说|想怪)你", "怎么会怪你", "怪我(没|不|自己)", "知道你不是", "你就(多|早点|先|好好|慢慢|安心|当)",
    "你怎么(了|办|想的|看)", "你怎么还(没睡|没吃|不睡|醒着)", "(你|我们)能不能(别这么客气|别太累)", "你又(累|感冒|不舒服|没睡好|没吃饭)",
    "你非要(说|夸)", "你让我(先|来|帮|自己|一个人|想|静|缓|歇|睡|抱)", "你只(管|需|要)", "你对我[很|真|太|特别|这么|那么|最]好",
  ]

  /// A sentence that speaks of the writer's own feeling, or asks, or leaves it open.
  static let frames = [
    "(when|whenever|if|while|in case|after|once|until|unless) you ~~",
    "(feel|feels|felt|feeling|seems|seemed|looks) [like|that|as if|as though|sometimes] you ~~",
    "(afraid|scared|worried|worry|fear|feared|wonder|wondered|wondering|thought|imagine|imagined) ~ you ~~",
    "(know|understand|sure|fine|okay|ok|guess|hope|hoping|wish|see) [that|if|it's|whether] you ~~",
    "(asked myself|ask myself|story i tell|in my head) ~~ you ~~",
    "(do|did|are|could|would|can) you ~~",
    "(because|so) you $dont (have|need)", "[even] (when|if) you ~~",
    "(觉得|感觉|感到|怕|担心|害怕|以为|好像|如果|要是|当|万一|怀疑|猜|知道|不是|理解|明白|哪怕|即使|假如|想着)[是|因为|会不会|是不是|有时候|有时]你~~",
    "你~~(的时候|的话|那天|那次|之前|之后|以后)", "你不(想|要|用|必|方便|需要|舒服|开心)",
    "怕你不(爱|要|理|在乎)我了", "(怕|担心|害怕|以为)你~", "你不(需要|用|必|管)~", "你不在(家|身边|的)", "你不(在|接|回|说话|舒服|开心)的时候",
    "你不来[也|的话|没]", "你不管~(我都|都|我)", "你不(懂|会)(没关系|就问|可以)",
  ]
}
