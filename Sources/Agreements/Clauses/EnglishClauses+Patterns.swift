extension EnglishClauses {
  static let contact = """
    {meet}..{presence}
    {presence}...{meet}
    [on speaker|speakerphone|loudspeaker]
    {barred}..go to your
    {barred}..[see|seeing|meet|call|text|talk to|speak to|contact]~*~again
    not to [see|meet|call|contact|talk to|text]
    {suspect}..[writes|texts|calls|asks|messages|talks|adds]~you
    [can't|cannot|may not|not|no longer|never]~[drop by|come by|come over|visit us|stay with us]
    inviting people
    no [talking|speaking|texting|writing|chatting] [to|with]
    [rather|prefer|wish] you [didn't|don't|not]..{people}
    !nights are over
    [girls|boys|guys|poker] night+
    @{order}..{people}
    @^{youDo}..{people}
    @^your [friends|friend|family|mother|mum|mom|brother|sister|father|dad|parents|ex|\
    colleagues|colleague|best friend|cousin]..[doesn't|does not|don't|do not|isn't|aren't|\
    never|stays|stay|no longer|won't|must|only|not]
    {barred}..with ~{people}
    {people}..{forMe}
    {forMe}..{people}
    contact with
    {barred}..[hang|hanging]
    {barred}~{meet}~[him|her|them]
    [quit|quits|leave|leaves|drop|drops|give up]~[your|the|my]~[team|club|choir|group|chat|\
    church|band|class|course|hobby]
    {report} who [it|you|was|is|else]
    keep our [life|problems|marriage|fights]~out
    [without|no]~[visitors|guests|company]
    {people}...{presence}
    {presence}...{people}
    [the only|only] [man|woman|person|one] you
    [i'm|i am] all you need
    [have|need] me
    [your|my] [mother|mum|mom|family|friends|sister|brother|father|parents] or [me|you]
    you [pick|choose]..{people}
    {meet}..{people}..[less|more rarely|less often|only]
    {people} [nights|night]..[over|finished|done]
    {barred}..[lend|give|send|lending|sending]..money..{people}
    {people}..[is over|are over|are done|are history|a thing of the past]
    [run|runs]..invit
    [run|runs|clear|clears]..[invitation|invitations|visit|visits|guests]
    {permit}..[invitation|invitations|guests]
    no {meet}..{people}
    you don't need [them|him|her|friends|anyone|your family]
    bad influence
    [leave|leaves|quit|quits]~[your|the|my] [group|club|choir|team|chat|church|band|class]
    friends with
    in contact with
    {barred}..{meet}..{people}
    !{barred}..{meet}..{suspect}
    {barred}[want|like] you..{people}
    [don't want|do not want|don't like]..{people}
    no [male|female|more|other]?{people}
    {barred}~[have|has|having|make|makes] ~{people}
    {permit}..{people}
    {meet}..{people}..{permit}
    {report}..{meet}..{people}
    [no|without|not]..{people}...[without me|unless|when i'm not|when i am not]
    {people}..[without me|only if i|only when i|unless i]
    only..{meet}..{people}
    {meet}..{people}..[at most|only once|no more than|on speaker]
    [at most|only once]..{meet}..{people}
    {people}..[when i am there|when i'm there|if i come|with me there|with me present|\
    only with me]
    [cut off|cuts off|cut ties|break off|breaks off|cut contact|drop|drops|lose touch]..{people}
    [stay|stays|keep|keeps] away from
    keep your distance
    {people}..[off limits|forbidden|not allowed|not welcome|stay away]
    [seeing|meeting]..{people}..[off limits|forbidden|banned|not allowed]
    without your [family|friends|parents|sister|mother|brother]
    tell your [friends|family|parents]..[no time|can't|busy|not come]
    [delete|deletes|block|blocks|unfollow|unfollows|unfriend|remove|removes]..{people}
    i [choose|decide|pick]..[your friends|who you|whom you]
    me or your [friends|family|mother|parents]
    [see|meet|talk to|call|text] [her|him|them|{people}]..again...{threat}
    {meet}..{people}...{threat}
    [read|listen|listen in]..[calls|talk]..{people}
    """

  static let looks = """
    @^you [wear|put on]
    @[grow|cut|dye|bleach|shave|straighten]~your [hair|beard]
    @{order}~{wear}
    @^{youDo}~{wear}
    @{order}..{garment}
    @^{youDo}..{garment}
    @^your {garment}..[has|have|must|stays|stay|covers|cover|is|are|goes]
    {garment}..{forMe}
    {forMe}..{garment}
    [slim|thin|skinny|pretty|in shape]~for me
    [too fat|too thin|fat]
    {garment}..{presence}
    {presence}..{garment}
    [throw|throws|get rid of|give away|bin|sort out]~[out|away]?..{garment}
    only..{garment}
    {garment}..only
    your hair [stays|is|remains|must|has to]
    your [weight|figure|waist|body shape|looks]
    [under|below|over|above] # [kg|kilos|pounds]
    [go on a diet|diet|count calories|weigh yourself|weigh in|shave your|wax your]
    nothing [tight|short|revealing|sleeveless|above|see through|low cut]
    [above|below|cover] [the|your] [knee|knees|shoulders|arms|legs]
    [look|looks] [pretty|nice|good|sexy] for me
    {barred}..{wear}
    no ~{garment}
    {barred}..{garment}
    {permit}..{garment}
    {garment}..{permit}
    {permit}..{wear}
    {wear}~[what i|how i|the way i|as i|whatever i]
    [wear|wears] only
    only..[wear|wears]
    i [choose|decide|pick|pick out|buy]..[you wear|you put on|your clothes|your outfit|\
    your dress]
    you [cut|dye|grow|keep|shave|straighten]~your [hair|beard]
    keep your hair
    {report}..[outfit|wearing|your clothes]
    you..[cover up|covers up]
    cover up
    [lose|loses|losing]..[kilos|kg|pounds|weight]
    [gain|gains|put on]..[weight|kilos|kg]
    [stay|stays|keep|weigh|weighs]..[slim|thin|under # kg|under # kilos|kg|kilos]
    [dress|dresses] ~[modestly|decently|appropriately|properly]
    [too short|too tight|too revealing|less revealing|showing skin]
    not leave the house in
    """

  static let money = """
    [i check|i see|show me|i want to know|tell me|i go through|i look at]~what you [bought|buy|\
    spend|spent|earn]
    what you [bought|spend|spent]..[i check|i see|to me|show me]
    [you|you're|you'll|lin|mei|she|he]~{barred}..{money}
    {money}..to me
    @{order}..{money}
    @^{youDo}..{money}
    @{order}~{spend}
    @^{youDo}~{spend}
    @^your {money}..
    {money}..{forMe}
    {forMe}..{money}
    [spend|spends] # ~[a|per|each|every|at most]
    [spend|spends]..[not more|no more|at most]
    @[stop|stops|quit|quits] working
    your {money}..[to me|closed|mine|my|with me|into]
    yours..closed
    !use my account
    {money}..[i look|i check|look it over|noted|written down|explained]
    [all|what|everything|whatever|half]~[you|i] earn
    ask~when you need
    [ask|asks|beg]..for money
    [the rest you keep|you keep the rest|i keep the rest|the rest is mine|the rest is yours]
    {barred}..[job|career|promotion|studies|study|degree|university|work outside|business]
    [i|you] get # {money}
    [live on|get by on|make do with] #
    [earn|earns|pay|pays]~[more|,]?~so..[decide|decides]
    [loan|credit|debt|mortgage]..in your name
    [work part time|give up work|stay home with the kids]
    [hand|hands|turn|turns|give|gives|transfer|transfers|bring|brings|send|sends|\
    sign over]~[me|over|you]..{money}
    [hand|hands|give|gives|transfer|transfers|pay|pays]..[salary|wage+|wages|paycheck|earnings|\
    income|money|pay]..to [me|you|my]
    {money}..[go|goes|is paid|are paid|paid|transferred|comes]..[my account|to me]
    i keep~[your|both|all|the bank|the cards|the money]..
    i [manage|hold|control|handle|take care of|look after|am in charge of|decide on|\
    decide about|administer]..{money}
    you get # ~[a|per|each|every] [week|day|month]
    you..[pocket money|allowance]
    your [pocket money|allowance]
    i give you..[pocket money|allowance|# a week|# a month]
    {permit}..{spend}
    {spend}..{permit}
    {permit}..{money}
    [bought|get bought]..{permit}
    {barred}..{spend}..
    {barred}..[send|give|gives]..money
    {report}..{money}
    account for every
    [every|each]~[dollar|cent|purchase|penny]
    [check|checks|see|look at|access to|go through|goes through|control+|read]..[account|\
    accounts|statement+|bank account|card|bank statements|spending]
    [quit|quits|give up|gives up|leave]~your [job|work]
    @[stop|stops|don't|not|no longer]~[work|working]~[when|after|once|any more|at all|outside]
    [pay|pays|give|gives]~back [everything|all|every]
    pay # [each|every] time
    fine of #
    only spend
    [spend|spends]~[at most|no more than|only]
    [your|lin's|mei's] [account|card|salary|credit card|bank card] [is|goes|stays|belongs]
    """

  static let phone = """
    your {device}..to me
    @{order}..your {device}
    @^{youDo}..your {device}
    @^your {device}..
    {device}..{forMe}
    {forMe}..your {device}
    [mute|mutes|leave|leaves]..[chat|group|group chat]
    i ~[log in|log into|have access|sign in]..
    [see|know|ask] who~[text|texts|texting|write|call|calls|message]
    your {device}..[visible|face up|in my|with me|on my|on the table|open|stays|stay|belongs]
    i [answer|open|read|take|have|hold|keep|see|get|check] your [calls|messages|mail|letters|\
    phone|emails|chats|texts|post|laptop]
    [turn off|turns off|switch off|switches off] your phone
    no [texting|scrolling|posting|chatting|messaging|typing|whatsapp|phone]..[me|i'm|i am]
    [screenshot+|screenshots]..
    [forward|forwards]..[messages|chats|emails]
    ![spyware|keylogger|monitoring app|parental control|spy app]
    [who|whom] [you text|texts you|calls you|you write to|writes to you|you chat with|\
    you message]
    [read receipts|last seen|online status]
    [second phone|second account|hidden account]
    !{inspect}~{device}
    [see|look at] your {device}
    !{password}
    !{device}..unlocked
    {device}..[open|face up|without a lock|no lock]
    unlocked
    [no|without]~[lock|screen lock|password]..{device}
    {barred}..{network}
    {permit}..{network}
    {permit}..post
    {barred}..[follow|follows|like|likes|post|posts]..[picture+|photo+|pictures|photos|people|\
    women|men]
    [delete|deletes|take down|close|closes|uninstall|unfollow|unfollows|unfriend|block|blocks|\
    deactivate|remove|removes]..[app|account|profile|number|numbers|followers|ex|exes|\
    {network}|chats]
    {report}..{device}
    [give|gives|hand|hands|take|takes|taking]~[me|over|away]?~your [phone|laptop|computer]
    @[give|gives|hand|hands]~[me|over]~[her|his|the]~[phone|laptop|computer|tablet]
    @[leave|leaves]~[her|his|your]~{device}..with me
    [post|posts|share|shares|upload|uploads] no ~[picture+|photo+|selfies|stories]
    {device}..[when i ask|whenever i ask|whenever i want|any time i]
    {permit}..[phone|laptop|app|apps]
    go through your
    no secrets..{device}
    {barred}..[use|uses|using|touch]~[phone|your phone|the phone|your laptop]
    {barred}..[delete|deletes]..[messages|chats|history]
    """
}
