import Agreements

/// A text to begin with. All say *both of us*; none sets a time for the other's answer.
struct Template {
  let kind: Kind
  let title: Sentence
  let fields: [Field: Sentence]

  /// What is offered in one row before anything was asked: without the extras one would want to
  /// choose.
  var plain: [Field: Sentence] {
    var plain = fields
    plain[.signal] = nil
    plain[.meanwhile] = nil
    plain[.title] = title
    return plain
  }

  static let all: [Template] = [
    Template(
      kind: .coolDown,
      title: Sentence("Stop for half an hour", "吵架先停半小时"),
      fields: [
        .minutes: Sentence("30", "30"),
        .signal: Sentence("a T with both hands", "双手比T"),
        .meanwhile: Sentence(
          "who called it names the time; then we talk on or let it go",
          "喊停的人说几点回来，到点再聊或者放下"),
      ]),
    Template(
      kind: .coolDown,
      title: Sentence("Too late tonight", "太晚了，明早再说"),
      fields: [
        .minutes: Sentence("600", "600"),
        .signal: Sentence("\"tomorrow morning\"", "“明早再说”"),
        .meanwhile: Sentence("we sleep, and go on after breakfast", "先睡，早饭后接着聊"),
      ]),
    Template(
      kind: .checkIn,
      title: Sentence("Sunday talk", "周日聊聊"),
      fields: [
        .every: Sentence("weekly", "每周"), .on: Sentence("sunday", "周日"),
        .at: Sentence("20:00", "20:00"), .length: Sentence("20", "20"),
        .then: Sentence(
          "one thank-you each, one thing on the heart, then the week ahead",
          "各说一件想谢的事，再说一件心里的事，最后看看下周"),
      ]),
    Template(
      kind: .checkIn,
      title: Sentence("Ten minutes before sleep", "睡前十分钟"),
      fields: [
        .every: Sentence("daily", "每天"), .at: Sentence("22:30", "22:30"),
        .length: Sentence("10", "10"),
        .then: Sentence(
          "no chores, no money, just how the day was; apart: a call",
          "不谈家务和钱，只说今天过得怎么样；异地就打个视频"),
      ]),
    Template(
      kind: .reassurance,
      title: Sentence("When I'm busy", "忙的时候"),
      fields: [
        .when: Sentence("When I can't answer properly, I send one line", "我在忙、没法好好回的时候，先发一句"),
        .phrase: Sentence(
          "I'm busy, I'm not ignoring you. I'll find you when I'm done.",
          "我在忙，不是不理你。忙完就找你。"),
      ]),
    Template(
      kind: .reassurance,
      title: Sentence("When I feel unsure", "心里没底的时候"),
      fields: [
        .when: Sentence("When you say “I feel a bit unsure”, I say", "你说“我有点没底”，我就说"),
        .phrase: Sentence("I care about you. It's all right, I'm here.", "我在乎你。没关系，有我呢。"),
      ]),
    Template(
      kind: .boundary,
      title: Sentence("No shouting, nothing thrown", "不吼，不摔东西"),
      fields: [
        .when: Sentence("When it gets loud", "声音大起来的时候"),
        .then: Sentence(
          "we both stop and leave the room for a while. We don't shout and don't throw things",
          "我们都先停下，离开房间缓一缓；不吼，不摔东西"),
      ]),
    Template(
      kind: .boundary,
      title: Sentence("Time to myself", "想自己待会儿"),
      fields: [
        .when: Sentence("When one of us wants to be alone", "谁想一个人待会儿"),
        .then: Sentence(
          "we say so, and the other doesn't press. Both of us may",
          "就说一声“我想自己待会儿”，另一个不追问。两个人都可以"),
      ]),
    Template(
      kind: .ritual,
      title: Sentence("A hug first", "见面先抱一下"),
      fields: [
        .when: Sentence("When one of us leaves or comes home", "谁出门或回家"),
        .then: Sentence("a hug first, the rest after", "先抱一下，再说别的"),
      ]),
    Template(
      kind: .ritual,
      title: Sentence("Friday evenings are ours", "周五晚上是我们的"),
      fields: [
        .every: Sentence("weekly", "每周"), .on: Sentence("friday", "周五"),
        .then: Sentence("we cook together, both phones put aside", "晚上一起做顿饭，我们都把手机放一边"),
      ]),
  ]
}
