/// The safety page: the same for everyone, one step away from everywhere.
enum Safety {
  /// The quiet way there, below what a moment of distress is met with.
  static let line = Sentence("Feeling unsafe? accord safety", "觉得不安全？accord safety")

  /// The page in short, for paper, where no command is one step away: whom this tool is not for,
  /// and what else there is.
  static let onPaper = [
    Sentence(
      "If you are afraid of your partner, this tool is not the right one.",
      "如果你害怕跟你在一起的这个人，这个工具不适合你。"),
    Sentence(
      "Talk to someone who is not part of it: a friend, a doctor, a counselling centre, a helpline for violence at home. Use a telephone or a computer your partner cannot reach for that. In danger now: leave the place if you can, and call the emergency number.",
      "找一个局外人说说：朋友、医生、心理咨询，或者家暴求助热线。打电话、上网时，用那个人碰不到的手机或电脑。眼下有危险：能走就先离开，再打报警电话。"),
  ]

  static let page = Sentence(
    """
    If you are afraid of your partner, this tool is not the right one.

    Agreements help two people who both may say no. Where one is afraid, where no
    has a price, where one checks the other's phone, money, clothes or friends, no
    agreement makes it safe, and talking it over together can make it worse.

    What you can do
      Talk to someone who is not part of it: a friend, a doctor, a counselling
      centre, a helpline for violence at home. They have heard it before, and
      they do not decide for you.
      Use a telephone or a computer your partner cannot reach for that.
      In danger now: leave the place if you can, and call the emergency number.

    What you owe nobody here
      No reason for a no. No answer at all. Any agreement ends the moment you say
      so: accord end. Nothing of it counts anywhere else.

    What Accord cannot do
      On this computer nothing is hidden from someone who has the password of
      this account, or a spying program on it. Whoever sits here can act as either
      of you, until each has a password of their own: accord lock. What was read
      cannot be unread. A signature shows that a key was used, not that a person
      was free.
      Accord is no legal document, gives no verdicts, and sends nothing anywhere.
    """,
    """
    如果你害怕跟你在一起的这个人，这个工具不适合你。

    约定只在两个人都能说“不”的时候有用。要是你会害怕，要是说“不”要付代价，
    要是手机、钱、穿着、朋友都要被查，再好的约定也不会让你安全，
    两个人一起谈，反而可能更糟。

    你可以做的
      找一个局外人说说：朋友、医生、心理咨询，或者家暴求助热线。
      这样的事他们听过，也不会替你做决定。
      打电话、上网时，用那个人碰不到的手机或电脑。
      眼下有危险：能走就先离开，再打报警电话。

    在这里，你不欠谁什么
      说“不”不用理由，不回答也可以。任何一条约定，你说不再约定就不再约定：
      accord end
      走到哪里，它都不能用来要求你。

    Accord 做不到的
      在这台电脑上，知道这个账户密码的人、装了监视软件的人，什么都看得到。
      各自设密码（accord lock）之前，坐在这里的人，能替你们当中任何一个人操作。
      看过的收不回来。
      签名只说明用了钥匙，不说明那个人是自愿的。
      Accord 不是法律文件，不评谁对谁错，也不把任何内容发到别处。
    """)
}
