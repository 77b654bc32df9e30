/// The phrases of the clause check in English.
///
/// The topics are those of rule S9. What people in controlling relationships are told to agree to
/// (isolation, watching, money, clothes, permission, threats) follows Stark, *Coercive Control*
/// (2007), the Duluth "power and control wheel" (Pence & Paymar 1993) and, for phones, passwords
/// and location, Freed et al., "A Stalker's Paradise" (CHI 2018). The phrases are our own; no
/// validated list exists.
enum EnglishClauses {
  static let lists: [String: String] = [
    "mutual": """
    we|we'll|we're|we've|both|both of us|each of us|each other|either of us|one of us
    neither of us|none of us|nobody|no one|each|together|whoever|everyone|let's|our
    """,
    "me": """
    i|i'll|i'm|i'd|i've
    """,
    "you": """
    i want you|i need you|i'd like you|i expect you|i'd rather you|i prefer you|i ask you
    i don't want you|i like it when you|i let you|you|you'll|you're|you've|she|he
    """,
    "object": """
    our life|our problems|our marriage|our fights|our time|tell you|with you|when you|call you
    thank you|love you|for you|to you|about you|see you|want you|before you|after you|if you
    while you|where you|the one who|each time you|every time you|each time|every time
    each week|each month|each day|each one|each evening|each night|each purchase|each expense
    each euro|each dollar|each receipt|each message|each call|each hour|whoever is late
    whoever breaks|whoever lies|who's who
    """,
    "shield": """
    don't need to|never have to|never need to|it doesn't|it won't|it never|this doesn't
    that doesn't|who doesn't|that never|this never|that won't|you don't owe|you don't mind
    never alone|not alone|you won't be alone|nobody doesn't|you won't lose me|one doesn't
    other doesn't|other never|other won't|you never know|love doesn't|love never|leave me the
    leave me your|don't forget|do not forget|never forget|don't worry|no matter|no problem
    no rush|no need|not only|in front of friends|in front of family|in front of others
    in front of the children|in front of people|in front of your friends
    in front of my friends|in front of your parents|in front of my parents|leave me alone
    leave me a|leave me some|leave me in peace|dress up|location of|location for
    the location is|new location|wash up|dress warmly|no hurry|no idea|no one|no stress
    no shame|no doubt|put aside|no offence|no wonder|pin board|a pin|sex education|fine print
    """,
    "barred": """
    don't need to|don't|do not|doesn't|does not|never|no more|no longer|not|can't|cannot
    may not|must not|mustn't|shouldn't|won't|stop|stops|quit|avoid|avoids|forbid|forbidden
    without|no|cut out|isn't|aren't|less|fewer|any more|refrain from|give up|gives up
    keep from
    """,
    "wellKnown": """
    friend+|girlfriend+|boyfriend+|girls|boys|guy+|buddy|buddies|mate+|pals|colleague+
    coworker+|co worker+|family|families|parents|mother|mom|mum|father|dad|sister+|brother+
    siblings|relatives|aunt|uncle|cousin+|neighbor+|neighbour+|classmates|in laws|grandmother
    grandma|people|anyone|anybody|church|group chat|kids|children|daughter|son|team|folks
    """,
    "suspect": """
    ex|exes|ex boyfriend|ex girlfriend|ex husband|ex wife|old flames|opposite sex|other men
    other women|other guys|other girls|men|women|man|woman|male friend+|female friend+
    another man|another woman
    """,
    "people": """
    visitors|visitor|guests|company|visits|acquaintances|roommate|best friend|followers
    strangers|boss|trainer|teammates|therapist|counsellor|your side|hobby|club night
    {wellKnown}|{suspect}
    """,
    "meet": """
    see+|meet+|met|meet+ up|meeting up|visit+|talk+|speak+|text+|message+|messaging|call+
    phone|write|writes|writing|contact+|hang+|spend+|chat|chats|chatting|dance+|flirt|invite+
    stay in touch|keep in touch|touch|go out|goes out|going out|go|goes|be alone|be friends
    lunch|dinner|drinks|tell+|complain+|confide in|trust+|rely on|need to see|have over
    sit next to|reply to|answer|work with|travel with|party with|nights?|evenings?|weekends
    """,
    "permit": """
    unless i've said|unless i have said|until i've said|if i've said|i've said it's fine
    i say it's fine|if it's fine with me|ask if|ask whether|asks if|asks whether
    without asking|my yes|i've signed off|i've agreed|i have agreed|first you ask|ask me
    asks me|ask my|asks my|ask mei|ask lin|ask her first|ask him first|check with me
    checks with me|check with mei|check with lin|my permission|your permission|permission
    my approval|your approval|approval|my consent|my okay|my ok|your okay|your ok|my blessing
    my say so|unless i agree|unless i say|unless i approve|unless i allow|only if i agree
    only if i say|if i agree|if i allow|if i approve|if i say so|i'm fine with it if
    if i'm fine with|if i am fine with|if i'm okay with|if i am okay with|if i'm ok with
    ask nicely|asks nicely|through me|my decision|my call|up to me|i get to decide
    when i'm fine|i sign off|unless i'm okay|if you ask|until i agree|until i say|once i agree
    once i have agreed|once i've agreed|once i have said yes|after i agree|after i have agreed
    when i agree|when i say so|i let you|i'll let you|clear it with me|run it by me|i allow
    i approve|i permit|request|i have to agree|i must agree|i have to say yes|i must say yes
    """,
    "report": """
    tell me|tells me|tell you|let me know|lets me know|text me|texts me|send me|sends me
    report|reports|report to me|inform me|informs me|message me|call me|show me|shows me
    show you|write me|explain to me|i know|i want to know|i need to know|i must know|i can see
    i see|keep me posted|keep me informed|update me|ask me|account for|justify|justifies|prove
    """,
    "inspect": """
    look+ through|looking through|go through|goes through|going through|check+|read|reads
    tokens|search+|inspect+|look+ at|looking at|look+ into|scroll+ through|access|access to
    monitor+|have a look at|open|opens|browse|control+|spot check+|log into|log in to
    """,
    "device": """
    phone+|cell|mobile|laptop|computer|tablet|messages|texts|chat+|email+|e mails|e mail|inbox
    dms|dm|whatsapp|wechat|instagram|facebook|tiktok|snapchat|telegram|social media
    search history|browser history|history|call log|contacts|notifications|calls|voicemail
    letters|mail|post|diary
    """,
    "network": """
    instagram|facebook|tiktok|snapchat|whatsapp|twitter|social media|online|dating app+
    dating profile|selfies|stories|selfie
    """,
    "password": """
    password+|passcode+|passwords|unlock code|face id|fingerprint|pin code|pin|code+|login+
    log in details
    """,
    "garment": """
    bra|bras|necklace|earrings|jewellery|jewelry|blonde|sandals|sweater|hoodie|uniform|shoes
    underwear|trousers|suit|haircut|skirt+|miniskirt+|dress|dresses|jeans|leggings|heels
    high heels|shorts|bikini+|swimsuit+|crop tops?|tops|top|blouse+|lipstick|nails|miniskirts
    make up|makeup|mascara|nail polish|perfume|outfit+|lingerie|cleavage|tattoo+|piercing+
    clothes|hair|beard|headscarf|veil|low cut|neckline+|tight jeans|sleeveless
    """,
    "wear": """
    wear+|wore|dress|dresses|dressed|dressing|put on|go out in
    """,
    "money": """
    spending|finances|side job|money|salary|salaries|wage+|pay|paycheck+|paycheque+|income
    earnings|savings|bank card+|card+|credit card+|debit card+|account|accounts|bank account+
    bank details|statement+|receipt+|cash|allowance|pocket money|dollar+|dollar|cent|euro+
    pounds|yuan|expense+|purchase+|inheritance|bonus|pension|tips|payslip+
    """,
    "spend": """
    spend+|spent|buy+|bought|purchase+|order+|shop|shopping|pay for|lend+|withdraw+
    take out a loan
    """,
    "presence": """
    without me|when i'm with you|when i am with you|with me there|with me present
    i have to be there|i must be there|when i'm there|when i am there|when i'm in the room
    when i am in the room|while i'm around|when i'm around|when i am around|if i come
    if i come along|unless i come along|unless i come|only with me|when i'm home
    while i'm in the room|if i'm there|if i am there|when i'm next to you|i come along
    i'm present|i am present
    """,
    "sexual": """
    sex|sexual|intercourse|make love|making love|sleep with me|sleep with you|nude+|naked
    condom+|birth control|the pill|contraception|oral|porn|physical needs|marital duty
    wifely duty|wifely duties|satisfy me|sexy photos|intimate|intimacy|blowjob
    """,
    "goOut": """
    go out|goes out|going out|leave the house|leaving the house|leave the flat|leave home
    leave the apartment|out at night|nights out|night out|clubbing|clubs?|club|clubs|bars|bar
    parties|stay out|staying out|go anywhere|go alone|walk alone|travel alone|travel|out alone
    party|pub|go dancing|drive
    """,
    "end": """
    break up|breaks up|breaking up|breakup|split up|divorce|divorced|separate|separation
    end this|end it|end the relationship|end this agreement|end the agreement|cancel this
    stop this agreement|walk out|leave me|leave you|leave her|leave him
    leave this relationship|leave the relationship|end our relationship|end things|want out
    get out of this|back out|wants out|move out|quit this agreement|withdraw
    """,
    "threat": """
    locked out|lock you out|out on the street|i post the|i post it|i send everyone
    i show the pictures|i send the pictures|no dessert|you walk home|you sleep in|i won't cook
    i won't come|i hit|for a week|for a month|for two weeks|for three days|never see|no dinner
    no kiss|i don't touch|i won't touch|all the housework|all housework|sleep elsewhere
    sleeps elsewhere|i don't come home|i don't cook|i leave for good|it's over|it is over
    we're over|we are over|we're done|we are done|we're finished|i'm gone|i am gone
    i'm done with you|i'm leaving you|i leave you|i'll leave you|i will leave you|i break up
    i'll break up|we break up|i won't speak to you|i won't talk to you|i don't talk to you
    i don't speak to you|i stop talking to you|i will not speak|i won't speak|i won't talk
    i ignore you|i'll ignore you|you'll be sorry|you'll regret it|you will regret it
    you sleep on|sleeps on the sofa|sleeps on the couch|on the couch for|on the sofa for
    you lose|you're grounded|you are grounded|grounded|i take your|i'll take your|i take away
    i'll tell your|i tell your|i'll show everyone|i post your|you go to the gym|on your knees
    hurt myself|kill myself|hurt you|don't come home|you don't get|i throw away|i'll throw
    locks? you out|i lock|i stop talking|i stop speaking|until you apologise
    until you apologize|until you say sorry|i cancel|i'll cancel|i cut off|i call off
    i'll make you|i hide your|i delete your|i tell everyone|no sex|you owe me
    you must make it up
    """,
    "order": """
    you have to|you're going to|i promise not|i promise never|i promise to|i agree not
    i agree to|you must|you need to|you should|you'll|you will|you shall|you only|you always
    you never|you don't|you won't|you can't|you promise|you agree|i want you to|i want you
    i'd like you|i'd rather you|i need you|i expect you|i expect|i don't want|i'd prefer
    i prefer|i like it when you|she must|he must|she has to|he has to|must|has to|have to
    ought to|supposed to|better not|is to|are to|it's better if you|from now on|no longer
    at most|no more than|only|only if|less|under no circumstances|nothing but|every single
    unless
    """,
    "youDo": """
    you wear|you put on|you spend|you cancel|you see|you meet|you call|you turn|you go
    you quit|you cut|you grow|you text|you follow|you unfollow|you speak|you refuse|you return
    you lose|you dye|you look|you pay|you are going to|you stop|you let|you keep|you give
    you show|you tell|you send|you hand|you stay|you come|you take|you ask|you get|you put
    you leave|you share|you use|you bring|you report|you say|you delete|you remove|you drop
    you mute|you block|you transfer|you explain|you hide|you dress|you change|you limit
    you reduce|you skip|you avoid|you end|you break off|you introduce|you answer|you accept
    you choose|you pick
    """,
    "forMe": """
    so i|so that i|where i can|i can see|i want to see|i want to know|i may|i can|i get to
    i decide|i choose|i check|i control|i look|i approve|i know|when i ask|whenever i
    if i want|if i like|if i say|because i|my say|with me|without me|next to me|beside me
    in my sight|by my side|i come along|makes me jealous|make me jealous|bothers me
    i don't like|i dislike|i hate|unless i've|unless i have|until i've|i've said|that i trust
    i don't trust|i don't approve|in my name|on my account|i pick
    """,
  ]
}
