extension EnglishClauses {
  static let location = """
    [call|text|message|write|ring]~me~[from|at] [every|each]
    [call|text|message|write|photo|picture]..[every|each] [stop|station|place]
    [photo|picture|selfie]..[whenever|every time|each time|when] you [arrive|get|go|are]
    {report}..when you [get there|arrive|leave|get home]...[leave|which|who|and when|each]
    which way you
    [send|text|show]~me..[selfie|picture|photo|snap|video]..[from|every|each|at|whenever|when]
    {order}..where~[i|you]~[go|going|are|am|have]
    [tell|tells] [me|her|him] [who|where|whom]
    [in my sight|where i can see you]
    [see|check|make sure|be sure|know] ~[you are|you're] [there|home|at work|alone|at home|\
    really]
    [drop|drops|send|sends]~[me]?~[a pin]
    [camera|cameras|webcam|doorbell camera]..
    your [route|itinerary|movements|every move|timetable|steps]
    [account for|explain] your [time|hours|day|evening]
    i [know|see|follow|check] where you
    !location
    !live location
    !find my ~[on|stays|iphone|phone|app|is|friends|device]
    !gps
    ![tracker|tracking|airtag|life360|geofence]
    !track [you|your|each other|my|her|him|where]
    {report}..where~[you|i|she|he]~[are|am|is|go|were|was|been|have been|went]
    {report}..[you're|where you're|where i'm]
    [wherever you are|wherever you go|where you are|where you've been|where you go]
    [who|whom] [you're|you are|i'm|i am|she is|he is]..with
    who is with you
    with whom
    [tell|text|send|message|call|write|update]..[every hour|hourly|every two hours|\
    every half hour|every thirty minutes|every # minutes]
    check in..[every|each|hourly]
    check in with me
    [you|must|lin|mei]~[report|reports]
    [video call|photo|picture]..[to prove|as proof|proof of]
    your whereabouts
    [your|her|his] every step
    """

  static let sex = """
    [tired or not|whether you want|like it or not|want to or not|in the mood or not]
    [available for|ready for|in the mood for] me
    [if|when|whenever] i want [it|to|you]...[no|refuse|yes]
    {barred}~say no..i want
    [refuse|refuses|reject|push away|resist|deny|denies] me
    push me away
    no headache+
    # times..in bed
    in bed..# times
    [when|whenever|if] i ask for it
    @{order}..[in bed|my needs]
    @^{youDo}..[in bed|my needs]
    !sleep together..[whenever|every|at least|if|times|must|even|no matter]
    [get it|look|find it|go] elsewhere
    [my|a man's|a woman's|his|her|male] needs
    even [if|when] you..[mood|feel like it|tired]
    [touch you|touch me|kiss you] whenever
    [threesome|anal|undress|strip]
    your body
    [get pregnant|have a baby|give me a child|have an abortion|get an abortion|bear me]
    !{sexual}
    [turn|turns|refuse|refuses|say no|deny]..in bed
    turn me down
    ![make up|film|films|please|satisfy|record|perform]..in bed
    film us
    [say no|refuse|turn down]..when i want
    when i want [you|it]..[bed|no]
    in bed..[whether you|even if you|whatever you]
    whenever i [want you|feel like it|am in the mood]
    """

  static let goingOut = """
    @[out]~[later than|past|after|until|till] #
    @you~{barred}..[alone|by yourself|on your own]
    leave town
    [rather|prefer|wish] you [didn't|don't|not]..{goOut}
    @{order}..{goOut}
    @^{youDo}..{goOut}
    {goOut}..{forMe}
    {forMe}..{goOut}
    where i can see you
    in my sight
    @[in the house|in the flat|at home|in bed]~[by|before|until|at]
    @{order}~[at home|in the house|indoors|inside]
    @^{youDo}~[at home|in the house|indoors|inside]
    @[you're|you are|stay|stays] in [on|from|until|when|at night|after]
    @[nights|evenings|weekends|fridays|saturdays|sundays|night] [you're|you are] [in|home|\
    at home|with me]
    nowhere else
    @[come|comes|be|are|is] home..[first|right after|as soon as|within|immediately|no later|\
    at once]
    i [keep|take|hold|have|lock]~[your|the|the car|the front door|the house] [key|keys|door]
    [go|walk|run|travel|drive|anywhere|out|shopping] [alone|by yourself]..[not|no|without|only|\
    never]
    {barred}..[go|walk|run|travel|drive|anywhere|out|shopping] [alone|by yourself|anywhere]
    {goOut}..{presence}
    {presence}..{goOut}
    @[home|back|inside|indoors|in]~[by|before|until|no later than|at the latest] #
    @[home|back|inside|in]~[by|before]~[ten|dark|midnight|sunset|eleven|nine|dinner]
    @[be|is|are|you're|comes|come] [home|back]..[at the latest|no exceptions|on time]
    !curfew
    @[straight|directly|right] home
    @[come|comes|go|goes] [straight|directly|right]~home
    {barred}..{goOut}
    no ~{goOut}
    {permit}..{goOut}
    {permit}..[leave|leaving]
    {goOut}..{permit}
    only..{goOut}..[with|when|if]
    {goOut}..[only with me|when i am there|when i'm there|if i come]
    [i decide|i say]..{goOut}
    @[stay|stays] [home|at home|in|inside|indoors]
    [leave|leaving] the house..[without|only|alone|with me]
    not without me
    never without me
    {barred}..out after #
    """

  static let punishment = """
    ![whoever|who|if|when]...[pay|pays] #
    !no [television|tv|games|dessert|internet|phone] for
    [going to leave you|leave you on the spot|leave you standing]
    !gets no
    ![break|breaks|breaking|broke|broken]~[this|rule|rules|promise|agreement|word]
    [disappoint me|disappoints me|make me angry|disobey|obey|upset me|provoke me|\
    make me jealous|embarrass me]
    ![if|when|whoever|each time|every time]...,..for # [day|days|week|weeks|month|months|year]
    ![lose|loses|losing]..[evening|weekend|weekends|right|rights|privileges|phone|turn|\
    allowance|night out]
    [mistakes|strikes|strike|warnings|mistake]..[lose|out|and]
    [one more|once more|again|next]~[lie|time|mistake|slip]?..and i
    tell your [mother|boss|parents|family|father|sister|friends]~everything
    [earn|earns] [it|back|the right]
    ![punish+|punished|punishment+|penalty|penalties|fined|or else|silent treatment]
    fine of #
    a fine
    ![has|have|be|face|faces|bear|are|with]~[consequences|the consequences]
    [pay the price|regret it|make you pay|teach you|learn your lesson]
    [if|when|each time|every time|next time|once more|again|do that]...{threat}
    {threat}...[if|each time|every time]
    ![pay|pays] # [each|every]
    ![each|every] time...[pay|pays|lose|loses] ~[#|money|weekend|phone]
    [lose|loses] your
    [if|when] ...i take~[your|away]
    as a punishment
    [earn|earns|lose|loses]..[back|right to|privileges]
    i'll [hurt|kill|hit]
    go without
    stand in the corner
    [apologise|apologize|beg]..[knees|kneel]
    """

  static let permission = """
    @^you [ask|asks]~[before|first|if|whether]
    without me [agreeing|knowing|saying|approving|allowing|being asked]
    [run|runs]..by me
    [go|goes|come|comes] through me
    [ask|asks] first
    {permit}
    [ask|asks] * [before|first|for permission]
    [ask|asks]..for permission
    [i decide|i have the last word|i have the final say|i get the final say|\
    i make the decisions|my word counts|i make the rules|you do as i say|you do what i say]
    nothing..[decided|without me]
    get my [yes|ok|okay|permission]
    with my [okay|ok|permission|approval|consent]
    your [permission|approval]
    """

  static let notAllowed = """
    %@^you [don't|do not|never|no longer|stop|won't|will not|shouldn't|should not|aren't to|\
    are not to|quit|give up|refrain|leave off|drop]
    %@^you [should|must|have to|will]~[stop|not|never]
    %@^* [doesn't|does not|won't|will not|never|stops|shouldn't|no longer|gives up]
    %@[i want you|i'd like you|i need you|i'd rather you|i'd prefer you]~[not|to stop|didn't|\
    to not|never]
    [aren't to|are not to|you're not to|isn't to|is not to|not to be]
    [out of the question|under no circumstances|don't you dare|dare to|i won't have|\
    i will not have|i won't tolerate|i don't tolerate|no say]
    @[not allowed|isn't allowed|aren't allowed|never allowed|not permitted|may not|must not|\
    mustn't|must never|may never|forbidden|forbid|forbids|prohibited|banned|off limits]
    [i won't allow|i don't allow|i do not allow|i won't let|i don't let|i forbid|don't get to|\
    doesn't get to|no right to|have no right]
    @[can't|cannot|can never|can not]
    """

  static let leaving = """
    !stay [a couple|married|in this|in the relationship]..[for|at least|until|till]
    !remain [a couple|married|together]
    [if|when] you ever [leave|go]
    never see..again
    ![no way out|no way back|no backing out|no getting out|no exit]
    [notice]..[if|before]..{end}
    {end}..notice
    !{end}..notice
    ![holds|binding|valid|in force|stays]~for # [years|year|months]
    ![can't|cannot|may not|must not|never]~be [changed|undone|ended|cancelled|taken back]
    ![nobody|no one|never|not|can't|cannot|may not|must not|neither of us|only|don't|won't|\
    mustn't]..{end}
    !{end}..[only|before|until|after|wait|earliest|earlier|unless|first|when]
    ![wait|waits]..{end}
    {end}..wait
    {end}..[i keep|you pay|pay back|give back|lose|never see|take the kids|kill|regret]
    [if|when] you leave..[pay|i keep|give back|never see|i'll]
    !stay with [me|each other]~[until|for|till]
    !stay together~[until|for|till|at least]
    {end}
    [leave|leaving|left] me
    """

  /// What takes back a finding: what nobody has to, what is one's own, what comforts.
  static let excuses = """
    [it|this|that|which] [cannot|can't] be
    {end}...[say so|that's fine|that is fine|that's ok]
    you keep the receipts
    no [phone|phones|games|tv]~[at|during|in] 
    [don't have to|needn't|do not have to|don't owe]...
    ^you...[as you like|whenever you like|when you like|however you like|whatever you like|\
    as you please|wherever you like|whenever you want]
    [if|when]..[and|but] you [can't|cannot]
    you [wash|fold|iron|hang|mend|put away|clean|dry|pack]..{garment}
    [can|may|are free to|are welcome to|always]..[whenever you like|as you like|\
    whenever you want|any time you like|as often as you like|whatever you like]...
    [is|are] welcome
    receipts for the tax
    kids..pocket money
    children..pocket money
    have fun
    [be|you're|you are] proud
    no need...
    you [may|can] [always|also|just|gladly]?[tell|talk|call|text|wake|ask|lean|count|rely|read|\
    cry|rest]
    [ask|asks] [me|you] [how|about|what's]
    warm [coat|clothes|jacket|sweater]
    i wear [what|whatever] i
    [don't have to|do not have to|doesn't have to|needn't|no need to|don't need to|\
    nobody has to|no one has to|nobody needs|no one needs|never have to|never need to]~[ask|\
    asks|tell|tells|explain|report|permission|show|check|justify|account]...
    [can|may|is free to|are free to]..without asking...
    [no questions asked|no permission needed|without permission from anyone]
    [neither of us|nobody|no one|none of us|we never|we don't|we do not|we won't|i never|\
    i don't|i won't|i will not|i do not]~{inspect}..
    [i don't|i do not|i won't|i never]..my phone
    [wi fi|wifi|netflix|router|streaming|guest|spare|front door|bike lock]..{password}
    {password}..[wi fi|wifi|netflix|router|streaming]
    [own|my own|their own|our own] {password}
    [ask me|ask mei|ask lin|check with me]~[before|first|if]..[my|of me]
    [can|may|is free to]~say no...
    say no [any time|at any time]...
    [only when|only if|when]~both..want...
    {sexual}..both..want
    both..want..{sexual}
    [talk|talking] about sex...
    [no pressure|nothing more]...
    can't sleep
    [if|when|because|in case|since] [you|i|we] [can't|cannot|can not|may not|must not]
    you [can't|cannot] [pour|know|make it|sleep|help|find|come|decide|reach|see]
    [threaten|threaten to|threat of|mention|say|talk of|talking about]~[break up|breaking up|\
    divorce|leaving]
    [don't|do not|never|no|nobody|without]~[punish|punishes|punishing|punishment|punished|\
    penalty|penalties]..
    [if|when] [you're|you are|i'm|she's|he's] [ill|sick]...
    [i'm|i am|i'll be|we're|we are]~[home|back]
    """

  static let patterns: [(Clauses.Topic, String)] = [
    (.contact, contact),
    (.looks, looks),
    (.money, money),
    (.phone, phone),
    (.location, location),
    (.sex, sex),
    (.goingOut, goingOut),
    (.punishment, punishment),
    (.permission, permission),
    (.notAllowed, notAllowed),
    (.leaving, leaving),
  ]
}
