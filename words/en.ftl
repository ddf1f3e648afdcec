## language

# What this language calls itself, on the button for languages
language-name = English
# Between the parts of a sentence
language-comma = ,{" "}
# Between the parts of a list
language-list-comma = ,{" "}

# Between sentences
language-sentences = {" "}

## date

# 0 is Sunday
date-weekday = { $weekday ->
    [0] Sun
    [1] Mon
    [2] Tue
    [3] Wed
    [4] Thu
    [5] Fri
   *[6] Sat
}
date-month-day = { $day } { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}
# Deadlines and moments: Mon 13 Jul 24:00
date-moment = { date-weekday } { date-month-day } { $clock }
# A whole month
date-period-month = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}
# From the beginning of one month to the end of another
date-period-months = { $from ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}–{ $to ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}
# From one day to another; $from and $to are dates already
date-period-days = { $from }–{ $to }
# What is not in this year; $days are dates already
date-in-year = { $days } { $year }

## outcome

outcome-passed = Passed
outcome-not-passed = Not passed
outcome-quorum-not-met = Too few took part
outcome-election-filled = All seats filled
outcome-election-partial = Some seats filled
outcome-election-failed = Nobody reached the threshold
outcome-lot-required = Equal for the last seats: a lot decides

## trouble

trouble-offline = The server does not answer
    .todo = Check the network and try again. Nothing was lost.
trouble-no-vault = This page cannot keep a key
    .todo = Open it in WeChat, not in private mode, allow sites to keep data, and free some space. The letter's code has not been used.
trouble-plain-http = The address has to begin with https://
    .todo = Under http:// the browser lets a page keep no key. The letter's code has not been used.
trouble-outdated = This page is out of date
    .todo = Yishi may just have been updated, and this page cannot read its answers. Open it anew; nothing was lost.
trouble-split = This is not the record that this phone has seen
    .todo = Do not vote or sign anything. Take a picture and give it to the supervisors or the street office: the server has signed both texts below, which is proof.
trouble-unproven = The check failed; do not trust this page
    .todo = What the server shows does not fit the signed record. Take a picture and show it to the supervisors.
trouble-refused = Not done
    .todo = Nothing was lost. Tell the desk this code: { $code }

## common

common-opening-please-wait = Opening, please wait
common-enrol-with-a-letter = Enrol with a letter
common-matters = Matters
common-back = Back
common-try-again = Try again
common-signing-and-sending = Signing and sending…
common-answer = Answer
common-heads = Heads
common-area = Area
common-mark = ,{" "}
common-name-who-votes = Name who votes
common-read-and-vote = Read and vote
common-questions = Questions
common-your-home-counts = Your home counts
common-closes = Closes
common-by-the-server = by the server
common-its-text-is-not-here = (its text is not here)
common-in-it = in
common-out = out
common-yishi = Yishi
common-n1-head = 1{"\u00A0"}head
common-this-phone-is-not-enrolled = This phone is not enrolled yet
common-rate = Rate
common-yuan = {"\u00A0"}yuan
common-you = you
common-who-votes = Who votes
common-voting-for = For { $names }
common-enrol-this-phone = Enrol this phone
common-homes = Homes
common-vote = Vote
common-enough = enough
common-not-enough = not enough
common-mark-3 = :{" "}
common-each-candidate = Each candidate
common-took-part = Took part
common-for-it = For
common-against = Against
common-abstain = Abstain
common-backed-by = Backed by
common-paid = paid
common-ask-about-this-line = Ask about this line
common-ask-about-the-whole = Ask about the whole
common-published = published { $day }
common-no-estate-is-named = No estate is named

## home

home-go-on-with-what-you = Go on with what you were raising
home-your-words-are-hidden = Your words are hidden; you may appeal
home-a-sheet-came = A paper ballot was keyed for your home; look whether it is yours
home-raise-a-matter = Raise a matter
home-rate = Rate:{" "}
home-done = Done
home-waiting-for-you = Waiting for you
home-voted = Voted; you can still change it
home-nothing-waits-for-you-now = Nothing waits for you now.
home-homes-of-several-owners = Homes of several owners
home-vote-counted-cast-by-another = Vote · counted, cast by another phone
home-vote-counted = Vote · counted
home-vote-counted-on-paper = Vote · counted, a paper ballot of your home
home-vote-given-to-a-proxy = Vote · given to the proxy whose code begins with { $code }, not cast yet
home-vote-held-nobody-is-named = Vote · held: nobody is named to vote
home-vote-not-voted-yet = Vote · not voted yet
home-signed-not-arrived = Signed, not arrived yet
home-something-you-signed = Something you signed
home-take-it-back = Take it back
home-it-arrived = It arrived
home-read-the-plan = Read the plan
home-read-and-vote-myself = Read and vote myself
home-change-my-ballot = Change my ballot
home-counted-by = Vote · counted; voting: { $name }
home-not-voted-by = Vote · not voted yet; voting: { $name }

## lists

lists-all = All{" "}
lists-what-the-estate-discusses = What the estate discusses
lists-nothing-is-being-discussed-now = Nothing is being discussed now.
lists-going-on = Going on
lists-ended = Ended
lists-every-matter-of-the-estate = Every matter of the estate
lists-votes-of-the-estate = Votes of the estate
lists-no-votes-now-they-will = No votes now. They will be listed here and posted on the notice board.
# Rounded down, and new every hour
lists-turnout = some { $voted } voted, told by the hour
lists-turnout-of = some { $voted } of { $heads } voted, told by the hour
lists-closed-waiting-to-be-opened = Closed; waiting to be opened
lists-waiting-for-the-count = Waiting for the count
lists-see-the-result = See the result
lists-money = : money
lists-see-every-line = See every line
lists-in-yuan-each-ledger-stands = In yuan. Each ledger stands by itself.
lists-everything-is-answered = Everything is answered
lists-waiting = waiting
lists-overdue = overdue
lists-ended-2 = ended
lists-begins = begins { $when }
lists-closes = closes { $when }
lists-left = { $amount } left
lists-over = { $title }: { $amount } over its limit
lists-backed = { $supports ->
    [one] { $supports } home backs it
   *[other] { $supports } homes back it
}
lists-backed-of = { $supports ->
    [one] { $supports } home backs it; a fifth would be { $needed }
   *[other] { $supports } homes back it; a fifth would be { $needed }
}

## message

message-read-on = Read on without enrolling
message-by-https = Open it by https
message-open-it-anew = Open it anew
message-look-at-both = The result is published? Look at both

## forms

forms-no-network-not-sent = No network: not sent
forms-what-you-typed-is-still = What you typed is still here. Press again once online.
forms-shown-as-owner = Shown as "owner, { $building }", without name or room.
forms-shown-as-resident = Shown as "resident", without name or room.

## papers

papers-by-channel = Valid ballots: { $online } homes by phone, { $paper } on paper, { $assisted } on paper with help
papers-over-online = { $over ->
    [one] 1 home voted by phone and handed in paper later, which counts
   *[other] { $over } homes voted by phone and handed in paper later, which counts
}
papers-sheets-denied = { $denied ->
    [one] 1 sheet was denied by its owner, whose ballot by phone counts
   *[other] { $denied } sheets were denied by their owners, whose ballots by phone count
}
papers-homes-with-invalid = { $invalid ->
    [one] 1 home handed in an invalid sheet
   *[other] { $invalid } homes handed in an invalid sheet
}
papers-box-held = { $boxed ->
    [one] The box held 1 sheet
   *[other] The box held { $boxed } sheets
}
papers-sheets-not-read = { $unread ->
    [one] 1 sheet was not keyed alike by two
   *[other] { $unread } sheets were not keyed alike by two
}
papers-sheets-not-in-box = { $unboxed ->
    [one] 1 sheet in the count was not in the box
   *[other] { $unboxed } sheets in the count were not in the box
}

## parts

parts-what-this-estate-is-deciding = What this estate is deciding
parts-standard = Standard
parts-large = Large
parts-need-help-ask-at-the = Need help? Ask at the estate's desk. Nobody there will ask for the code of your letter.
parts-enrol-and-vote-on-yishi = Enrol and vote on Yishi's own page
parts-this-page-is-made-by = This page is made by others, so your key is not kept in it.
parts-go-and-vote = Go and vote
parts-i-use-another-phone-already = I use another phone already
parts-enrol-once-with-your-letter = Enrol once with your letter; from then on this phone votes.

## settings

settings-n1-day = 1 day
settings-days = { $days ->
    [one] 1 day
   *[other] { $days } days
}
settings-yes = yes
settings-no = no
settings-not-counted = not counted
settings-follow-the-majority-on-ordinary = follow the majority on ordinary items
settings-follow-the-majority-on-every = follow the majority on every item
settings-any-of-them-unless-another = any of them, unless another one objects
settings-whom-they-all-name = whom they all name
settings-asks-for-opinions-binds-nobody = asks for opinions, binds nobody
settings-online-ballots-bind-as-written = online ballots bind as written ones
settings-the-city-own-system-decides = the city's own system decides
settings-what-a-vote-binds = What a vote binds
settings-who-votes-for-a-shared = Who votes for a shared home
settings-issuers-of-a-letter = Issuers of a letter
settings-rolls-take-a-second-person = Rolls take a second person
settings-notice-before-a-vote = Notice before a vote
settings-shortest-vote = Shortest vote
settings-longest-vote = Longest vote
settings-delivered-and-not-returned = Delivered and not returned
settings-invalid-papers-take-part = Invalid papers take part
settings-parking-spaces-count = Parking spaces count
settings-homes-one-proxy-can-act = Homes one proxy can act for
settings-answers-to-matters-within = Answers to matters within
settings-answers-about-books-within = Answers about books within
settings-marks-are-given-for = Marks are given for

## tell

tell-late-or-over-its-limit = , late or over its limit
tell-step-of-5 = Step { $place } of 5: { $step }{ $wrong-words }
tell-the-committee-has-days-to = The committee has { $days } days to answer: it takes the matter up, merges it, hands it on, or declines and says why. After that it is shown as overdue.
tell-done = Done
tell-not-passed = Not passed
tell-declined = Declined
tell-merged = Merged
tell-days-overdue = { $days ->
    [one] 1 day overdue
   *[other] { $days } days overdue
}
tell-by = by { $due-ms }
tell-committee = committee
tell-officer = officer
tell-owner = owner
tell-resident = resident
tell-advisory = Advisory
tell-the-result-advises-the-committee = The result advises the committee and binds nobody; a vote that binds follows the statutory procedure.
tell-binding = Binding
tell-by-the-bylaws-a-ballot = By the bylaws a ballot cast here counts as a written one.
tell-beside-the-official-system = Beside the official system
tell-the-binding-vote-runs-in = The binding vote runs in the authorities' system; this one prepares and checks it.
tell-of-the-ballots-came-from = { $recorded } of the ballots came from people recorded from a document after the notice.
tell-of-the-ballots-came-by-proxy = { $proxies } of the ballots were cast by a proxy with a written mandate.
tell-clerks-stopped-of-the-owners = Clerks stopped { $stopped } of the owners' phones after the notice.
tell-a-founding-key = a founding key
tell-of-the-ballots-came-from-2 = { $ballots } of the ballots came from phones that were let in or confirmed after the notice, by: { $issuers }.
tell-other = Other
tell-access = Access
tell-adverts = Adverts
tell-dogs = Dogs
tell-e-bikes = E-bikes
tell-elderly-care = Elderly care
tell-elections = Elections
tell-entrance-doors = Entrance doors
tell-service-fee = Service fee
tell-fire-safety = Fire safety
tell-greenery = Greenery
tell-leaks = Leaks
tell-new-lifts = New lifts
tell-lift-repair = Lift repair
tell-lighting = Lighting
tell-noise = Noise
tell-parking = Parking
tell-pipes = Pipes
tell-security = Security
tell-shops = Shops
tell-waste = Waste
tell-property-service = Property service
tell-common-revenue = Common revenue
tell-maintenance-fund = Maintenance fund
tell-shared-utilities = Shared utilities
tell-committee-funds = Committee funds
tell-of-building = { $role }, { $building }
tell-put-off = Put off on { $day }: too few had voted, so voting goes on until { $closes }

## next

next-answer = Waiting for { $who } to answer
next-discuss = Being discussed; { $who } to say what is next
next-notice-again = Its vote was withdrawn or not opened in time; waiting for { $who } to give notice again
next-open-vote = Noticed; waiting for { $who } to open the vote
next-vote = Waiting for { $who } to vote
next-close-vote = Voting has ended; waiting for { $who } to open the box
next-state-totals = Waiting for { $who } to publish the count
next-dispatch = Passed; waiting for { $who } to give it out
next-work = Waiting for { $who } to finish the work
next-rate = Waiting for { $who } to rate it
next-close-matter = Waiting for { $who } to close it
next-confirm = Waiting for { $who } to confirm it
next-moderate = Reported; waiting for { $who } to look at it
next-appeal = Hidden; { $who } may appeal
next-rule = Appealed; waiting for { $who } to rule
next-end-vote = The days for objections are over; waiting for { $who } to make the result final
next-rule-dispute = The result is disputed; waiting for { $who } to rule
next-review = Waiting for { $who } to look at it
next-notice-demanded = A fifth of the owners demand a vote; waiting for { $who } to give notice
next-key-sheets = Ballots of the box are not keyed; waiting for { $who }
next-read-sheets-again = Paper ballots were keyed once; waiting for { $who } to key them again
next-settle-sheets = Paper ballots were keyed differently; waiting for { $who } to settle it
next-count-box = Voting has closed; waiting for { $who } to count the box
next-look-at-sheet = A paper ballot was keyed; waiting for { $who } to say whether it is theirs

## who

who-or = {" or "}
who-nobody = whoever holds the office (nobody does)
who-committee = the committee
who-department = the department
who-manager = the property manager
who-other = the contractor
who-party-branch = the Party branch
who-residents-committee = the residents' committee
who-street = the street office
who-supervisors = the supervisors
who-owners = owners
who-residents = residents
who-assignee = whoever has the work
who-second-person = a second person
who-giver = whoever gave the office
who-author = whoever said it

## voter

voter-the-agent-on-record = the agent on record
voter-co-owner = co-owner { $saturating-add }
voter-as-recorded = {" "}(as recorded)
voter-voting-for-it = Voting for it: { $name }{ $by }
voter-nobody-is-named-any-of = Nobody is named: any of you may vote, and the others may object
voter-no-voter-yet-you-named = No voter yet: you named different people
voter-no-voter-yet-still-to = No voter yet; still to say: { $names }
voter-it-is-confirmed-look-again = It is confirmed: look again
voter-this-phone-waits-for-a = This phone waits for a second person and cannot vote yet
voter-so-that-nobody-passes-for = So that nobody passes for you, two people at the desk must stand behind your letter. Ask there to have it confirmed; this phone can then vote as it is.
voter-voting-for-this-home = Voting for this home: { $name }
voter-see-who-votes-or-change = See who votes, or change it
voter-a-ballot-of-yours-would = A ballot of yours would not count. To vote yourself, all owners have to name you.

## enrol

enrol-compare-it-with-the-letter = Compare it with the letter once more.
enrol-this-letter-is-for-somebody = This letter is for somebody else
enrol-both-letters-have-to-be = Both letters have to be for the same person.
enrol-not-done = Not done
enrol-type-the-code-of-your = Type the code of your letter
enrol-code-21-signs = Code, 21 signs
enrol-now-the-code-of-your = Now the code of your other letter
enrol-second-letter-code-21-signs = Second letter's code, 21 signs
enrol-upper-or-lower-case-dashes = Upper or lower case; dashes are not needed.
enrol-check = Check
enrol-checking = Checking…
enrol-begin-with-another-letter = Begin with another letter
enrol-the-other-half-is-in = The other half is in the letter of another office. It takes both to enrol, so that nobody can pass for you.
enrol-type-its-code-below-stay = Type its code below. Stay on this page; there is no need to scan again.
enrol-is-this-you = Is this you?
enrol-is-the-letter-for-you = Is the letter for you?
enrol-as-printed-on-the-letter = as printed on the letter
enrol-none-on-the-roll = none on the roll
enrol-name = Name
enrol-estate = Estate
enrol-yes-i-agree-enrol = Yes, I agree; enrol
enrol-enrolling = Enrolling…
enrol-not-me = Not me
enrol-how-your-data-is-used = How your data is used
enrol-this-phone-can-raise-matters = This phone can raise matters and speak; it cannot vote.
enrol-voting-and-backing-need-a = Voting and backing need a home. If you own one, bring your title to the estate's desk.
enrol-from-now-on-this-phone = From now on this phone votes.
enrol-the-two-letters-work-once = The two letters work once.
enrol-the-letter-works-once = The letter works once.
enrol-a-phone-you-enrolled-earlier = A phone you enrolled earlier stops working here.
enrol-a-phone-you-enrolled-earlier-2 = A phone you enrolled earlier stops working here; its ballots stand.
enrol-once-you-enrol = Once you enrol
enrol-signs-missing = { $signs ->
    [one] 1 sign is missing
   *[other] { $signs } signs are missing
}
enrol-signs-too-many = { $signs ->
    [one] 1 sign too many
   *[other] { $signs } signs too many
}
enrol-second-letter = Second letter: { $what }
enrol-first-is-for = The first letter is found: it is for { $name }.
enrol-first-is-found = The first letter is found.

## join

join-it-signs-for-you-already = It signs for you already. Scan the code with the other phone.
join-somebody-has-enrolled-it-it = Somebody has enrolled it; it cannot be added to another person's phones.
join-this-phone-need-not-be = This phone need not be added
join-it-is-me-i-agree = It is me, I agree
join-enrol-this-phone-at-the = Enrol this phone at the desk
join-an-officer-checks-your-papers = An officer checks your papers, and a second one confirms it.
join-from-then-on-this-phone = From then on this phone votes. A phone you enrolled earlier stops working; its ballots stand.
join-open-this-estate-page-on = Open this estate's page on the phone that you use.
join-at-the-end-of-its = At the end of its first page press "My phones", then "Add a phone".
join-with-this-phone-in-wechat = With this phone, in WeChat, scan the code that it shows.
join-let-the-phone-that-you = Let the phone that you use bring this one in
join-the-other-phone-link = The other phone's link
join-it-is-added-go-on = It is added: go on
join-scan-this-with-the-phone = Scan this with the phone that you use
join-let-the-officer-scan-this = Let the officer scan this
join-qr-code-to-be-scanned = QR code, to be scanned with the phone in use
join-qr-code-to-be-scanned-2 = QR code, to be scanned by the officer
join-then-type-these-six-digits = Then type these six digits on that phone:
join-then-show-the-officer-these = Then show the officer these six digits:
join-on-your-own-phone-only = On your own phone only; tell nobody.
join-show-them-only-to-the = Show them only to the officer in front of you.
join-once-it-is-added-there = Once it is added there, this page goes on by itself.
join-once-a-second-officer-has = Once a second officer has confirmed it, this page goes on by itself.

## phones

phones-my-phones = My phones
phones-by-letter = by letter
phones-by-another-phone = by another phone
phones-at-the-desk = at the desk
phones-waits-for-a-second-person = ; waits for a second person
phones-number = { $day }, { $way }; number{"\u00A0"}{ $number }{ $doubt }
phones-this-phone = This phone
phones-another-phone = Another phone
phones-add-a-phone = Add a phone
phones-each-of-them-votes-backs = Each of them votes, backs and speaks. However many there are, a home has one ballot.
phones-if-one-is-lost-or = If one is lost or not yours, tap it and stop it at once. If all are lost, turn to the desk.
phones-scan-with-the-phone-that = Scan with the phone that is in use.
phones-with-the-new-phone-in = With the new phone, in WeChat, scan the code above.
phones-the-new-phone-shows-a = The new phone shows a code of its own: scan that with this phone.
phones-type-the-new-phone-six = Type the new phone's six digits on this one. That is all.
phones-qr-code-to-be-scanned = QR code, to be scanned with the new phone
phones-scan-this-with-the-new = Scan this with the new phone
phones-only-for-a-phone-of = Only for a phone of your own: once added, it can vote for you.
phones-the-new-phone-link = The new phone's link
phones-press-and-hold-this-link = Press and hold this link, copy it, send it over and open it there:
phones-this-is-not-the-other = This is not the other phone's link
phones-copy-it-there-again-and = Copy it there again, and paste all of it.
phones-open-this-link = Open this link
phones-no-camera-use-a-link = No camera? Use a link
phones-my-phones-2 = My phones
phones-no-phone-was-added = No phone was added
phones-this-phone-did-not-ask = This phone did not ask for it
phones-if-somebody-sent-it-to = If somebody sent it to you, ignore it: their phone would vote for you. If it is your own phone, begin again with "Add a phone".
phones-type-the-new-phone-six-2 = Type the new phone's six digits first
phones-it-is-another-phone-of = It is another phone of mine: add it
phones-the-digits-differ-do-not = The digits differ: do not add it
phones-added-the-new-phone-is = Added: the new phone is ready
phones-not-mine-do-not-add = Not mine: do not add it
phones-is-it-another-phone-of = Is it another phone of your own?
phones-that-phone-will-be-able = That phone will be able to vote for you
phones-it-will-also-back-speak = It will also back, speak and stop other phones for you, as this one does.
phones-the-six-digits-on-the = The six digits on the new phone's screen
phones-read-them-off-the-new = Read them off the new phone yourself. Do not type what somebody tells you by phone or chat.
phones-it-is-lost = It is lost
phones-it-is-stolen-or-not = It is stolen, or not mine
phones-i-no-longer-use-it = I no longer use it
phones-choose-why = Choose why
phones-sign-stop-it = Sign: stop it
phones-stopped-that-phone-signs-no = Stopped: that phone signs no more
phones-stop-this-phone = Stop this phone?
phones-at-once-and-for-good = At once and for good. It votes and speaks no more; its ballots stand. To use that phone again, add it anew.
phones-why = Why?
phones-stop-a-phone = Stop a phone
phones-sign-for-you = { $phones ->
    [one] 1 phone signs for you
   *[other] { $phones } phones sign for you
}

## represent

represent-a-home-of-several-owners = A home of several owners
represent-one-home-has-one-ballot = One home has one ballot and counts as one head.
represent-name-who-votes = Name who votes
represent-what-each-owner-says = What each owner says
represent-not-said-yet = not said yet
represent-me = me
represent-choose-one = Choose one
represent-this-is-what-you-said = This is what you said
represent-sign-my-choice = Sign my choice
represent-your-choice-is-signed-and = Your choice is signed and in
represent-whom-do-you-name = Whom do you name?
represent-what-is-recorded-no-longer = What is recorded no longer speaks for you once you have named somebody yourself.
represent-it-counts-once-all-owners = It counts once all owners name the same; you may change it.
represent-settled-before-the-close-that = Settled before the close, that person's ballot counts, also one cast earlier.
represent-a-co-owner-without-a = A co-owner without a phone can turn to the estate's desk.
represent-signed-the-ballot-is-held = Signed: the ballot is held
represent-i-object-to-this-ballot = I object to this ballot
represent-signed-you-no-longer-object = Signed: you no longer object
represent-withdraw-my-objection = Withdraw my objection
represent-it-counts-now-you-may = It counts now. You may object within 24 hours and before the close.
represent-it-is-held-until-you = It is held until you have settled who votes.
represent-cast-by-this-phone = Cast by this phone
represent-cast-by-another-phone = Cast by another phone
represent-chooses = { $name }
represent-recorded = { $name } (as recorded)
represent-by = { $name }
represent-held-by = Held by: { $names }

## proxies

proxies-proxies = Voting by mandate
proxies-let-or-be-let = Let somebody vote for you, or vote for somebody
proxies-let-somebody-vote = If you cannot vote, let somebody do it
proxies-i-vote-for-others = Voting for others
proxies-you-vote-for = You vote for
proxies-votes-for-you = They vote for you
proxies-until = In force until
proxies-until-the-vote-ends = the end of this vote
proxies-they-decide = They decide
proxies-cast-by = { $proxy } has voted for you, { $at }; what, they alone can see
proxies-you-have-voted = You have voted yourself, and that counts
proxies-it-is-taken-back = The mandate is taken back
proxies-not-voted-yet = Not voted yet
proxies-from-a-paper = Recorded from a paper
proxies-votes = { $proxy } votes for you
proxies-take-it-back = Take it back
proxies-your-own-ballot-prevails = You may vote yourself at any time, and that always counts. What they cast before you took it back counts until you do.
proxies-no-vote-is-announced = There is no vote to give a mandate for: none is announced or open, or the owners of your home have not named you.
proxies-sign-the-mandate = Sign the mandate
proxies-type-their-code = Type the code of whoever votes
proxies-it-is-given = The mandate is signed and recorded
proxies-give-a-mandate = Let somebody vote
proxies-their-code = The code of whoever votes
proxies-how-to-get-it = They find it under Mine, Voting by mandate, and send you the code or its link.
proxies-what-else = What else to tell them
proxies-if-anything = If anything
proxies-who-sees-it = For this vote alone. Where you say what to mark, no other ballot of theirs is taken. Your household and they read what you write, and after the vote whoever checks it by law. The manager's staff vote for nobody.
proxies-show-this-to-the-owner = Let the owner scan this, or send them the link. Once they have signed, their ballot waits for you on your first screen.
proxies-my-code = My code
proxies-how-many-homes = For how many homes one person votes, the bylaws say.

## visit

visit-whole-estate = whole estate

## counted

counted-received-and-held = Received, and held
counted-this-home-has-several-owners = This home has several owners who have not named who votes. If all name you before the close, this ballot counts.
counted-counted = Counted
counted-your-ballot-is-in-the = Your ballot is in the box:{" "}
counted-their-ballot-is-in-the = The ballot of the home of { $names } is in the box:{" "}
counted-change-my-ballot-until = Change my ballot (until { $closes-ms })
counted-receipt = Receipt
counted-received = Received
counted-public-record = Public record
counted-entry = entry { $record }
counted-this-receipt-proves = This receipt proves
counted-your-ballot-is-entry-of = Your ballot is entry { $number } of the public record, checked on this device
counted-signed-by-this-phone-key = Signed by this phone's key; one changed letter would fail the check
counted-signed-by-another-phone = Signed by the key of another phone of your home; one changed letter would fail the check
counted-removing-or-moving-it-would = Removing or moving it would break the record's signature
counted-it-does-not-prove = It does not prove
counted-what-you-chose-the-receipt = What you chose: the receipt does not say
counted-that-nobody-saw-it-the = That nobody saw it: the server reads it to check it, and publishes nothing before the close
counted-that-the-count-is-right = That the count is right: it can be recounted after the close
counted-that-nobody-pressed-you-if = That nobody pressed you: if it felt wrong, change it before the close
counted-check-with-another-phone = Check with another phone
counted-left = { $number ->
    [one] 1 ballot of yours is still to cast: { $title } ({ $homes })
   *[other] { $number } ballots of yours are still to cast. Next: { $title } ({ $homes })
}
counted-next = Go on to the next ballot
counted-home = Home

## result

result-first-did-enough-take-part = First: did enough take part?
result-too-few = Too few to be told apart
result-the-others = All others
result-against-or-abstained = Against or abstained
result-how-it-was-voted = How people voted
result-sides-are-counted = Who was for it and who took part is signed and proven; how the rest divides into against and abstained is the server's count, and it adds up.
result-sides-are-merged = Where fewer than 5 were against or abstained, both are told as one, so that nobody can tell who chose what; nor can they be told apart once ballots are erased.
result-figures-are-merged = Few homes took part, so figures are merged and nobody's choice can be told. A phone that is enrolled here shows and checks all of them.
result-result = Result
result-closed = {" "}closed
result-the-totals-stand-in-the = The totals stand in the signed record; this phone has checked signature and proof and worked every step again.
result-second-did-more-than-half = Second: did more than half agree?
result-second-did-enough-agree = Second: did enough agree?
result-step-by-step-as-the = Step by step, as the law says
result-area-unit = {"\u00A0"}m²
result-elected = elected
result-alternate = alternate
result-lot = equal: a lot decides
result-not-elected = not elected
result-heads-unit = {"\u200B"}

result-authority-unproven = Nothing shows the authority of whoever called or counted this vote
result-ask-for-a-recount = The record does not say who gave it to them. From seven days after the close an owner may count too. Do not rely on it yet: ask for a recount, or ask at the desk.
result-final = Final result

## calls

# Homes that were drawn are asked whether the ballot is their own
calls-title = Roll call
calls-figures = { $asked } homes were drawn and asked whether the ballot is their own: { $confirmed } confirmed it, { $denied } denied it.
calls-drawn = Which homes follows from the numbers { $numbers } of { $lottery }, draw { $issue }; anybody can compute it again.
calls-audited = At least four of five were reached: this result was audited.
calls-not-audited = Fewer than four of five were reached: this result was not audited.
calls-left-out = { $number ->
    [one] 1 ballot is void and not counted here. The public record says which one and why.
   *[other] { $number } ballots are void and not counted here. The public record says which ones and why.
}
calls-annulled = This was annulled and is not carried out

## lottery

# 写进公示：公布结果以后开的第一期，用来抽要打电话核实的户
lottery-name = China Welfare Lottery, Shuangseqiu

## margin

# How far a result is from another one
margin-homes = { $homes ->
    [one] The ballot of at least 1 home would have to be void or turned for another result.
   *[other] The ballots of at least { $homes } homes would have to be void or turned for another result.
}
margin-area = Ballots of less than { $area } m² change nothing, whatever becomes of them.
margin-few = So few homes are between this result and another one that it is not told here. Phones enrolled in the estate show it.
margin-never = Too few took part: whatever becomes of the ballots, it does not pass.
# Of the ballots that count, sorts to look at twice; $list are the sentences below
margin-weak = Of the ballots that count, { $list }.
margin-held = { $ballots ->
    [one] 1 was held until its author was named
   *[other] { $ballots } were held until their authors were named
}
margin-agent = { $ballots ->
    [one] 1 was cast by a guardian, an heir or a company's agent
   *[other] { $ballots } were cast by guardians, heirs or companies' agents
}
margin-assisted = { $ballots ->
    [one] 1 was cast with help at the door or the desk
   *[other] { $ballots } were cast with help at the door or the desk
}
margin-paper-over = { $ballots ->
    [one] 1 is a paper in place of an online ballot
   *[other] { $ballots } are papers in place of online ballots
}

## objections

objections-shown = The result is shown
objections-days-are-over = Its 15 days are over; it waits to be made final
objections-until = Owners who disagree can dispute it until { $until }; an organisation other than the one that gave notice rules. A dispute that changes nothing keeps nothing back.
objections-dispute-it = I dispute it
objections-ballots = Ballots are disputed
objections-count = The count is wrong
objections-roll = The roll is wrong
objections-notice = The notice was wrong
objections-denied = A home that was called says that the ballot is not its own
objections-why = What is wrong
objections-everybody-reads-it = everybody reads it; name nobody and no room
objections-say-why = Say what is wrong
objections-sign = Sign and dispute
objections-done = It is disputed. The ruling will stand with the result.
objections-not-ruled = Nobody has ruled yet
objections-ruled = Ruled on { $day }: { $what }
objections-upheld = upheld
objections-dismissed = dismissed
objections-not-confirmed = No second person confirmed it: after seven days it took effect without one.
objections-held = A dispute could change this: nothing is carried out before it is dismissed.
objections-a-sheet-was-keyed = A paper ballot was keyed for your home; look at it

## review

review-review = Review
review-last-step = Last step
review-check-it-then-sign-and = Check it, then sign and cast
review-in-the-name-of = In the name of
review-this-vote = This vote
review-signed-with = Signed with
review-this-phone-key = this phone's key
review-sign-and-cast = Sign and cast
review-not-yet = Not yet
review-you-may-change-it-until = You may change it until { $closes-ms }; only the last counts.
review-you-have-voted-when-you = You have voted when you see Counted.
review-nobody-abstain = Nobody (abstain)
review-change-question = Change question { $number }
review-question = Question { $number }
review-change = Change

## vote

vote-choose-one-to-go-on = Choose one to go on
vote-choose-one-to-review = Choose one to review
vote-next-question = Next question
vote-review-my-ballot = Review my ballot
vote-your-home-counts-as = Your home counts as{" "}
vote-choose = Choose
vote-no-one-choice-is-published = No one's choice is published before the close; only the server reads it, to check the ballot.
vote-totals-may-tell = Fewer than 30 homes vote here: the totals may show what somebody chose.
vote-question-of = Question { $place } of { $count }
vote-you-may-change-it-until = You may change it until then
vote-read-the-next-question = Read the next question
vote-done-back-home = Done: back home
vote-more-than-half-by-heads = more than half by heads and by area
vote-three-quarters-by-heads-and = three quarters by heads and by area
vote-heads-and-area-at-least = heads and area at least{" "}
vote-heads-and-area-more-than = heads and area more than{" "}
vote-at-most = ; at most{" "}
vote-names = {" "}names
vote-needed = Needed
vote-counts-as-taking-part-not = counts as taking part, not as agreeing
vote-was = { $name }: { $after } (was: { $before })
vote-if-this-passes-the-bylaws = If this passes, the bylaws and the way of later votes become those of the file{" "}
vote-the-way-of-votes-stays = The way of votes stays as it is.
vote-quorum = { $part }/{ $of } must take part

## weight

weight-why = Why it counts as this
weight-reading = Checking the roll…
weight-home = { $address }: { $area }, { $because }
weight-no-address = A home without an address
weight-no-area = area not at hand
weight-registered = by the property register
weight-surveyed = by survey
weight-contract = by the purchase contract, not registered yet
weight-parking = a parking space, which does not count here
weight-never = of a kind that never counts
weight-outside = outside the part that votes, so it does not count
weight-unknown = not shown to count or not
weight-sum = The area that counts is { $area-c }.
weight-no-sum = Some area could not be checked, so no sum is given.
weight-one-owner = One owner is registered: 1 head.
weight-several-owners = { $owners } owners are registered together: 1 head.
weight-merged = { $homes } homes have the same registered owner: together 1 head.
weight-merged-of-several = { $homes } homes have the same { $owners } registered owners: together 1 head.
weight-no-head = No home counts here, so there is no ballot.
weight-by-roll = By the roll of { $roll }, fixed by the notice of { $noticed }. Later changes of the roll do not change this vote.
weight-sold = { $address } changed hands after the notice: you still vote for it here.
weight-bought = { $address } became yours after the notice. This vote goes by the roll of { $roll } (notice of { $noticed }), so its owner of then votes; in later votes you do.
weight-proven = This phone has checked every page of the roll.
weight-unproven = Not all of the roll was checked: that no home is left out, and that none was changed, is only the server's word.
weight-not-shown = Your home was not found on the roll; that it votes is only the server's word.
weight-dispute = If it is wrong, take this text to the owners' committee or the residents' committee.
weight-rests-on = Notice { $notice }; roll { $roll }
weight-keep = Copy this text
weight-copied = The text is copied; you can send it to yourself to keep.
weight-copy-it-yourself = Please copy this text yourself:

## waiting

waiting-vote = Vote
waiting-signed-not-delivered-yet = Signed, not delivered yet
waiting-the-phone-has-no-network = The phone has no network.{" "}
waiting-until-it-arrives-you-have = Until it arrives you have not voted.
waiting-signed = Signed
waiting-must-arrive-by = Must arrive by
waiting-send-again = Send again
waiting-sending = Sending…
waiting-what-next = What next
waiting-once-online-open-this-page = Once online, open this page; it is sent again by itself. However often it is sent, it counts once.
waiting-you-have-voted-when-you = You have voted when you see Counted.
waiting-the-ballot-is-kept-on = The ballot is kept on this phone. Clearing WeChat's cache would lose it; please wait until it has arrived.

## voices

voices-for-it = For
voices-neutral = Neutral
voices-question = Question
voices-the-matter-has-ended-opinions = The matter has ended; opinions are closed.
voices-opinions = Opinions
voices-reply = Reply
voices-earlier-replies = { $replies ->
    [one] 1 earlier reply
   *[other] { $replies } earlier replies
}
voices-what-do-you-think = What do you think?
voices-may-be-left-empty = may be left empty
voices-write-something-first = Write something first
voices-sign-and-publish = Sign and publish
voices-published = Published
voices-your-words = Your words
voices-not-now = Not now
voices-reply-to = Reply to { $speaker }
voices-my-opinion-is = My opinion: { $stance }

## erase

erase-erase = Erase
erase-sure = Erase these words?
erase-goes = What goes: the words. They are erased from the server; nobody reads them and they cannot be brought back. What others have copied is out of its reach.
erase-stays = What stays: two signatures in the public log, when you said something and when you erased it, without the words. Replies and backing stay as they are.
erase-sign = Sign and erase
erase-keep = Keep them
erase-done = Erased as you asked

## delivery

delivery-delivered = Notices that reached you
delivery-nothing = Nothing is recorded yet of whether this notice reached you.
delivery-read = Read by your home,
delivery-you-denied = Your home says it was not reached,
delivery-signed = On record: signed for,
delivery-posted = On record: not met several times, posted,
delivery-i-have-read-it = I have read it
delivery-i-never-had-it = I never had it
delivery-said = Recorded

## held

held-held = What is held of me
held-name = The name on the roll: { $name }
held-what = Held of you are: the name and telephone on the roll, the address and area of your homes, the phones that sign for you, your letters, what you said, your ballots and marks, what you backed and reported. No number of an identity card.
held-correct = If something is wrong: the desk that keeps the roll corrects it; two people sign for that.
held-erase = To have it erased: what you said, by opening that matter and pressing "Erase" below your words. The roll and ballots can be erased a year after a vote's result.
held-copy = Fetch a copy
held-save = Save the copy (part { $part })
held-sheet = { $day } paper ballot keyed, number { $sheet }, handed over { $taken }

## gone

gone-asked = (erased on { $day } at its author's own request)
gone-ended = (erased on { $day }: its time was over, two persons confirmed)
gone-ordered = (erased on { $day } by order of a court or an authority, two organisations confirmed)
gone-absent = (the server gives no words, and no proof that they were erased)

## hidden

hidden-hidden = These words are hidden
hidden-by = Hidden by { $orgs } on { $day }. Reason: { $reason }
hidden-personal-data = tells personal data
hidden-insult = insults or attacks somebody
hidden-advertising = advertising
hidden-unlawful = against the law
hidden-repeated = the same again and again
hidden-words = In words: { $words }
hidden-appealed = Their author has appealed. Another organisation rules { $due }; if nobody does, they are shown again
hidden-unruled = These words were hidden. Their author appealed, nobody ruled in time, and they are shown again
hidden-shown = These words were hidden, and shown again by a ruling on { $day }
hidden-noticed = These words were hidden. The matter is put to the vote, and whoever votes has to read it, so they are shown again
hidden-kept = Nobody appealed in time, or a ruling keeps them hidden
hidden-yours = Your words are hidden: only you and those who deal with it can read them
hidden-you-may-appeal = You may appeal, { $due }. Another organisation rules; if nobody does within 7 days they are shown again
hidden-appeal = Appeal
hidden-why-not = Why they should not be hidden
hidden-only-they-read = Only those who rule read this
hidden-write-why = Write why first
hidden-sign-the-appeal = Sign the appeal
hidden-appeal-is-in = Your appeal has arrived
hidden-report = Report
hidden-why-report = Why do you report this?
hidden-reporting-hides-nothing = A report hides nothing at once; somebody in office looks and decides. No page shows who reported; the public log has your phone's signature and no name. You can report 5 a day.
hidden-choose-why = Choose a reason first
hidden-sign-the-report = Sign the report
hidden-report-is-in = Your report has arrived; somebody in office looks at it
hidden-so-many = What was hidden in this estate: { $sums }
hidden-sum = { $org }, “{ $reason }”: { $hidden } hidden, { $shown } shown again

## ask

ask-contract-and-price = Contract and price
ask-who-signed = Who signed
ask-which-vote = Which vote
ask-against-last-year = Against last year
ask-where-is-the-voucher = Where is the voucher
ask-what-do-you-ask = What do you ask?
ask-write-a-question-or-choose = Write a question or choose one
ask-sign-and-ask = Sign and ask
ask-asked = Asked
ask-ready-made-questions = Ready-made questions
ask-your-question = Your question
ask-the-manager-must-answer-by = The manager must answer by{" "}
ask-everybody-can-read-question-and = ; everybody can read question and answer.
ask-contract = Please show the contract: with whom, for how much, until when?
ask-who-agreed = Who signed for this payment?
ask-which-vote-allowed = Which vote allowed this payment?
ask-last-year = More or less than a year ago, and why?
ask-vouchers = Where can the invoice, the contract and the acceptance be seen?

## books

books-accounts = : accounts
books-each-ledger-by-itself = Each ledger by itself
books-in-yuan = in yuan
books-the-same-as-a-table = The same as a table
books-every-line = Every line
books-accounts-2 = Accounts
books-lines-added-up-to-the = {" "}lines added up to the stated sums; opening + in − out = closing. Worked out on this phone.
books-a-page-is-missing-so = A page is missing, so the lines cannot be added up
books-ask-the-manager-for-it = Ask the manager for it; until then do not rely on the sums.
books-the-ledgers-do-not-add = The ledgers do not add up
books-the-lines-give-other-sums = The lines give other sums than are stated. Take a picture and show it to the supervisors.
books-lines-name-no-vote = { $lacking ->
    [one] 1 line names no vote
   *[other] { $lacking } lines name no vote
}
books-owners-must-vote-on-such = Owners must vote on such spending:{" "}
books-left = left{" "}
books-all-bars-by-one-measure = all bars by one measure
books-the-ledgers-as-a-table = The ledgers as a table
books-in-yuan-opening-in-out = In yuan. Opening + in − out = closing
books-ledger = Ledger
books-opening = opening
books-closing = closing
books-nothing-in-this-period = Nothing in this period
books-names-no-vote = names no vote
books-you = {" "}(you)
books-waiting-for-the-manager = Waiting for the manager,{" "}
books-questions = Questions
books-all-balance = { $ledgers ->
    [one] The ledger balances
   *[other] All ledgers balance
}

## line

line-it-names-no-vote = It names no vote
line-owners-must-vote-on-such = Owners must vote on such spending; you may ask which vote it was.
line-account = Account
line-voucher = Voucher
line-place = Place
line-one-line = One line
line-see-the-vote = See the vote:{" "}

## chart

chart-the-same-as-a-table = The same as a table
chart-cap = limit
chart-paid-of-cap = { $paid } paid / { $words } { $cap }
chart-over-by = { $over } over
chart-and-over-by = , { $over } over

## months

months-over-the-months = Over the months
months-open = See in, out and left over the months
months-reading = Reading each period and checking its signature…
months-each-in-and-out = In and out, each period
months-latest = { $period }: in { $came }, out { $went }, left at its end { $left } yuan
months-each-left = Left at the end of each period
months-not-told = not published
months-period = Period
months-how-it-is-drawn = One slot a period, which may be longer or shorter. In and out by one measure, what is left by another. Every figure comes from an entry that was signed when it was published.
months-in-and-out = { $ledger }: in and out of { $number ->
    [one] 1 period
   *[other] { $number } periods
 }, in figures in the table below
months-left = { $ledger }: what was left at the end of { $number ->
    [one] 1 period
   *[other] { $number } periods
 }, in figures in the table below
months-table = { $ledger }, in yuan

## groups

groups-by-account-first = By account
groups-one-by-one = One by one
groups-lines = Lines
groups-sum = Sum
groups-share = Share
groups-of-out = { $share } of what went out
groups-of-in = { $share } of what came in
groups-lack-a-vote = { $lacking ->
    [one] 1 line names no vote
   *[other] { $lacking } lines name no vote
 }
groups-by-account = { $ledger } by account, in yuan

## rate

rate-how-was-it-done = How was it done?
rate-promised = promised
rate-promised-2 = Promised:{" "}
rate-done = Done:{" "}
rate-date = Date
rate-done-2 = done
rate-at-most = at most
rate-paid = paid
rate-cost = Cost
rate-what-was-promised-and-what = What was promised, and what was done
rate-sign-and-rate = Sign and rate
rate-one-scale-is-still-open = One scale is still open
rate-two-scales-are-still-open = Two scales are still open
rate-mark-all-three-first = Mark all three first
rate-thank-you-your-marks-are = Thank you, your marks are in
rate-was-it-quick = Was it quick?
rate-was-it-done-well = Was it done well?
rate-are-you-content = Are you content?
rate-if-fewer-than-three-in = If fewer than three in five are content, the matter cannot be closed and goes on.
rate-only-sums-are-published-not = Only sums are published, not who gave which marks.{" "}
rate-bad = bad
rate-poor = poor
rate-fair = fair
rate-good = good
rate-great = great
rate-change-until = You may change them { $due }.

## works

works-the-work = The work
works-voted-cap = voted cap
works-cap-of-the-order = cap of the order
works-done = done{" "}
works-overdue = , overdue
works-annulled = The decision that it rests on was annulled; it is not carried out any more
works-due = Due
works-paid = Paid
works-over-by = Over by{" "}
works-in-yuan = In yuan
works-of-homes = { $supports } of { $heads } homes
works-your-home-raised-it-which = Your home raised it, which backs it already.{" "}
works-backing-needs-a-home-you = Backing needs a home; you can speak below.{" "}
works-backing = Backing
works-backed-by = Backed by
works-to-back-a-matter-asks = To back a matter asks for it to be dealt with; it is not consent in a vote.
works-a-fifth-is = { $needed ->
    [one] The mark is a fifth, { $needed } home: as many can demand a vote
   *[other] The mark is a fifth, { $needed } homes: as many can demand a vote
}
works-taken-back = Taken back
works-you-back-it = You back it
works-your-home-backs-it = Your home backs it
works-back = Back it
works-take-back = Take my backing back
works-back-for = Back it ({ $homes ->
    [one] 1 home
   *[other] { $homes } homes
})
works-take-back-for = Take my backing back ({ $homes ->
    [one] 1 home
   *[other] { $homes } homes
})

## demand

demand-demand-a-vote = Demand a vote
demand-reading = Reading …
demand-what-it-is = A fifth of the homes and of the area may demand that this is put to the vote. Once it is handed in the committee has 30 days to give notice, and then the residents' committee gives it.
demand-by-homes = By homes
demand-by-area = By area
demand-signed-of = { $signed } of { $needed } homes
demand-area-little = less than half of what is needed
demand-area-half = more than half, and not enough yet
demand-area-enough = enough
demand-enough = Homes and area suffice: it can be handed in.
demand-enough-homes = The homes suffice.
demand-homes-missing = { $homes ->
    [one] 1 more home is needed
   *[other] { $homes } more homes are needed
}
demand-area-missing = The homes suffice, the area does not yet
demand-your-home-has-signed = Your home has signed
demand-hand-in = Hand it in
demand-it-is-handed-in = Handed in; a vote is owed
demand-handed-in = Handed in on { $day }
demand-what-follows = Notice has to be given within 30 days; after that the residents' committee gives it.
demand-not-now = Not now: it is at the vote, at work, or has ended.
demand-sign = Sign
demand-take-back = Take it back
demand-sign-for = { $homes ->
    [one] Sign (1 home)
   *[other] Sign ({ $homes } homes)
}
demand-take-back-for = { $homes ->
    [one] Take it back (1 home)
   *[other] Take it back ({ $homes } homes)
}
demand-you-have-signed = Signed
demand-taken-back = Taken back

## matter

matter-place = Place:{" "}
matter-how-far-it-has-come = How far it has come
matter-matter = Matter
matter-see-the-matter-it-went = See the matter it went under
matter-thank-you-you-have-rated = Thank you, you have rated it
matter-change-my-marks = Change my marks
matter-the-work-is-done-please = The work is done: please rate it
matter-rate-it = Rate it
matter-not-put-to-the-vote = Not put to the vote
matter-mark-3 = ,{" "}
matter-its-cost-is-over-the = Its cost is over the cap by{" "}
matter-the-building = the building
matter-the-estate = the estate
matter-the-community = the community
matter-the-street = the street
matter-took-it-up = took it up
matter-declined = declined
matter-merged-it = merged it
matter-handed-it-to = handed it to{" "}
matter-gave-notice-of-the-vote = gave notice of the vote:{" "}
matter-fixed-the-roll-may-vote = fixed the roll: { $heads } may vote
matter-opened-the-box = opened the box
matter-withdrew-the-vote = withdrew the vote
matter-disputed-the-result = disputed the result
matter-ruled-on-a-dispute = ruled on a dispute
matter-demanded-a-vote = owners of a fifth demand a vote
matter-asked-for-a-review = asked another organisation to look at it
matter-asked-for-a-review-until = asked another organisation to look at it by { $until }
matter-before-the-vote = Before the vote
matter-silent = It did not reply
matter-no-reply = {". It did not reply"}
matter-review-agree = looked at it: agrees
matter-review-remarks = looked at it: agrees, with remarks
matter-review-against = looked at it: advises against
matter-a-second-person-confirmed = confirmed it as the second person
matter-listed-the-box = counted the box, for a second person to confirm
matter-denied-a-sheet = denied a ballot on paper
matter-entered-the-lottery = entered the lottery’s numbers, for a second person to confirm
matter-asked-a-home = asked a home that was drawn
matter-told-of-an-annulment = told that it was annulled, for a second person to confirm
matter-see-who-stands = See who stands, or stand yourself
matter-stands-for-the-election = stands for the election
matter-stands-no-more = does not stand any more
matter-called-a-meeting = called a meeting
matter-wrote-minutes = wrote its minutes
matter-attested-minutes = stood behind its minutes
matter-denied-minutes = denied what its minutes say
matter-seated-the-elected = put those elected in office, in place of those before them
matter-asked-to-make-it-final = asked a second person to make the result final
matter-put-the-end-off-to = put the end of the vote off to { $day }
matter-result = result:{" "}
matter-at-most = , at most{" "}
matter-gave-it-to-to-be = gave it to { $to }, to be done by { $due-ms }{ $cap }
matter-done-paid = { $percent }% done, paid { $paid }
matter-closed-it-of-content = closed it: { $content } of { $ratings } content
matter-closed-it = closed it
matter-closed-it-few-marked = closed it: fewer than 5 marked it, so no score is published
matter-an-earlier-round = when it was done before: { $content } of { $ratings } content
matter-earlier = { $count ->
    [one] 1 earlier act
   *[other] { $count } earlier acts
 }
matter-raised-it = raised it
matter-see-the-result = See the result
matter-raised = raised { $day }
matter-the-rest-of-the-text = The rest of the text
matter-how-it-came = How it came here
matter-all-steps = { $count ->
    [one] From the beginning: { $count } step
   *[other] From the beginning: { $count } steps
}
matter-rate-until = You may rate it and change your marks { $due }.

## raise

raise-what-is-it-about = What is it about?
raise-raise-a-matter = Raise a matter
raise-write-what-it-is-about = Write what it is about first
raise-there-is-no-roll-yet = There is no roll yet
raise-choose-whom-it-concerns = Choose whom it concerns
raise-sign-and-send = Sign and send
raise-what-is-it = What is it?
raise-in-plain-words = in plain words
raise-title = Title
raise-may-be-empty-the-first = may be empty: the first sentence
raise-where-it = Where?
raise-may-be-empty = may be empty
raise-whom-does-it-concern = Whom does it concern?
raise-what-kind = What kind?
raise-may-be-left-open = may be left open
raise-at-least = at least{" "}
raise-homes-the-building-talks-it = {" "}homes · the building talks it over first
raise-homes-goes-to-the-committee = {" "}homes · goes to the committee
raise-perhaps-somebody-has-raised-it = Perhaps somebody has raised it
raise-look = Look
raise-join-it = Add mine to it
raise-join-backs-it = It is backed for your home, and your words come along: read them again there, then publish. What you typed here stays.
raise-join-brings-words = Your words come along: read them again there, then publish. What you typed here stays.
raise-sent-the-committee-will-answer = Sent; the committee will answer
raise-more-kinds = { $number } more

## count

count-matters = { $number }
count-items = { $number }
count-lines = { $number }
count-said = { $number }
count-asked = { $number ->
    [one] 1 question
   *[other] { $number } questions
}

## more

more-lines = { $number } more
more-said = { $number } more

## step

step-propose = Propose
step-deliberate = Discuss
step-decide = Decide
step-execute = Do
step-evaluate = Rate
step-propose-sign = 1
step-deliberate-sign = 2
step-decide-sign = 3
step-execute-sign = 4
step-evaluate-sign = 5

## account

account-c1101 = Service fee, dwellings
account-c1102 = Service fee, shops
account-c1103 = Parking management
account-c1109 = Penalties and other
account-c1201 = Staff pay and benefits
account-c1202 = Running and upkeep
account-c1203 = Cleaning
account-c1204 = Greenery
account-c1205 = Security
account-c1206 = Office
account-c1207 = Depreciation
account-c1208 = Liability insurance
account-c1209 = Other, agreed by owners
account-c1210 = Manager's remuneration
account-c1211 = Taxes
account-c1212 = Margin (lump sum)
account-c2101 = Surface parking
account-c2102 = Parking by the hour
account-c2103 = Charging
account-c2104 = Adverts in lifts and on walls
account-c2105 = Lockers and vending
account-c2106 = Stalls
account-c2107 = Telecom sites
account-c2108 = Rent of common rooms
account-c2109 = Compensation
account-c2110 = Interest
account-c2201 = Reasonable cost
account-c2202 = Management fee
account-c2203 = Tax
account-c2301 = To the maintenance fund
account-c2302 = To the committee
account-c2303 = Audit
account-c2304 = Repairs
account-c2305 = Other, decided by owners
account-c3101 = First deposit
account-c3102 = Top-up
account-c3103 = From common revenue
account-c3104 = Interest
account-c3201 = Lifts
account-c3202 = Roof and facade
account-c3203 = Fire safety
account-c3204 = Water and drains
account-c3205 = Other renewal
account-c3206 = Emergency use
account-c4101 = Charged to homes
account-c4201 = Water
account-c4202 = Power
account-c5101 = From common revenue
account-c5102 = Levied on owners
account-c5201 = Office
account-c5202 = Allowance
account-c5203 = Staff
account-c5204 = Legal
account-c5205 = Voting

## tabs

tabs-name = Main pages
tabs-home = Home
tabs-matters = Matters
tabs-books = Accounts
tabs-mine = Mine

## help

help-title = Where to turn
help-find = { $purpose }? { $name }: { $place }, { $hours }
help-call = Call { $telephone }
help-last-day = Last day: { $title } closes { $deadline }. Without a phone, turn to { $place }, { $hours }.
help-others = Who else to turn to ({ $others })
help-the-desk = The estate's desk
help-vote-on-paper = Vote on paper instead

## mine

mine-homes = My homes
mine-number-of-homes = { $number }
mine-no-home = No home on the roll is yours. You can raise matters and speak, not vote.
mine-no-address = address not at hand
mine-no-area = area not at hand
mine-phone = Phones that sign
mine-ballots = My ballots
mine-number-of-ballots = { $number }
mine-no-ballot = You have not voted yet. Once you have, the receipts are here.
mine-counted = Counted · { $day } · entry { $entry }
# The owners have not named who votes
mine-held = Held · { $day } · entry { $entry }
mine-void = Void, not counted · entry { $entry } · open to read more
mine-on-paper = On paper · keyed { $day } · open
mine-lost = A ballot that only another record has
mine-not-listed = A ballot that the server does not list
# A ballot that the server does not give but whose receipt this phone keeps
mine-unlisted = Cast { $day }, entry { $number } · you have the receipt, open to check
mine-matters = Raised or backed by me
mine-raised = I raised it, which backs it
mine-backed = I back it
mine-looks = How this phone shows it
mine-type = Size of type
mine-standard = Standard
mine-large = Large
mine-language = Language 语言

## settle

settle-title = Two records
settle-signed-two = The server has signed two records that do not fit
settle-wait-for-the-result = Choose once the estate has settled it and published the result. Nobody chooses for you; until then leave it.
settle-seen = Seen by this phone
settle-shown = Shown by the server now
settle-entries = { $number } entries
settle-as-signed = As they were signed
settle-yours = What of yours is in the one shown now
settle-ballot-is-in = Ballot of { $day }: in it
settle-ballot-is-not-in = Ballot of { $day }: not in it; vote again afterwards
settle-no-receipts = This phone keeps no receipt of a ballot
settle-waiting = { $number } signed and not delivered: on the other one, so you may have to sign anew
settle-phone-is-in = This phone is enrolled in it and can sign
settle-phone-is-not-in = This phone is not enrolled in it: enrol by a new letter afterwards
settle-what-is-kept = This phone then goes on with the one shown now. The signatures of the other one, and receipts that only it had, stay under Mine; you may hand them to the supervisors or the street office.
settle-i-have-read-the-result = I have read the published result: this is the one that goes on
settle-check-first = Read the published result, then tick
settle-take-it-up = Go on with this one
settle-not-now = Not now
settle-one-record = This one only adds to what the phone has seen
settle-go-on = Go on
settle-evidence = Evidence of another record
settle-hand-it-on = The server has signed another record too. These signed texts prove it; keep them as files and hand them to the supervisors or the street office.
settle-save = Keep as file { $number }

## own_paper

own_paper-title = Paper ballots of your home
own_paper-keyed-for-your-home = Paper ballots keyed for your home
own_paper-none = No paper ballot was keyed for your home.
own_paper-number = Number
own_paper-home = Home
# As whoever took it wrote on the seal
own_paper-handed-over = Handed over
own_paper-keyed = Keyed
own_paper-keyed-by = Keyed by
own_paper-box = Box
own_paper-box-not-counted = not counted yet
own_paper-in-the-box = it lay in the box
own_paper-not-in-the-box = it did not lie in the box
own_paper-unread = It is there; no two people have keyed it alike yet.
own_paper-read = Two people have keyed it alike.
own_paper-counts = It counts as your home's ballot.
own_paper-invalid = It was keyed as an invalid ballot.
own_paper-replaced = Another ballot of your home counts; this one does not.
own_paper-denied = An owner has said that it is not theirs; it does not count.
own_paper-assisted = Somebody helped to fill it in.
own_paper-marks-are-not-shown = What is marked on it is not shown here.
own_paper-not-ours = This is not ours
own_paper-what-follows = Once you sign
own_paper-your-ballot-counts-again = This paper ballot counts no more; the ballot that your home cast by phone counts again, and nobody has to approve. A result that was stated is stated anew.
own_paper-it-is-public = The public result says how many paper ballots were denied, and the record keeps your signature. You cannot take it back.
own_paper-sign-that-it-is-not = Sign: this ballot is not ours
own_paper-said = Noted; the ballot that your home cast by phone counts
own_paper-until = If it is not yours, say so before { $until }.
own_paper-until-15-days-after = If it is not yours, say so: from now until 15 days after the result is stated.
own_paper-vote-with-this-phone = Not yours? Voting goes on: vote with your phone, and the later ballot counts.
own_paper-dispute-the-result = Not yours? You cast none by phone that could count again. You can dispute the result within 15 days of its being stated.
own_paper-the-days-are-over = The days for saying that it is not yours are over.
own_paper-to-the-vote = To the vote
own_paper-stub = Look up a paper ballot
own_paper-it-is-keyed = This ballot was keyed
own_paper-not-keyed-yet = This ballot is not keyed yet
own_paper-nobody-has-keyed = Nobody has keyed ballot { $sheet } yet
own_paper-keyed-in-days = It takes a day or two. If it is not there once voting has closed, show the stub to whoever took the ballot.
own_paper-only-that-it-was-keyed = A stub shows no more than whether its ballot was keyed, by the server's word. Whether the home voted again, and what counts, only its owners' phones show.

## slip

slip-title = Check a receipt
slip-in-the-record = In the public record
slip-checked-now = This phone has just checked it
slip-signature-and-place-hold = Its signature and its place hold
slip-one-record = The record on the receipt is the one that this phone is shown: there are not two
slip-not-given = The server does not produce this ballot
slip-what-to-do = The record is the same one, but this entry was not given. Keep the phone that has the receipt, and ask at the desk.
slip-lost = This ballot is not in the record
slip-vote-anew = It was in another one; the receipt is kept and proves it. If the vote still runs, vote again; if not, bring the receipt to the residents' committee.
slip-no-receipt = This is no receipt of this estate
slip-scan-again = Its signature does not hold. Perhaps not all of it was scanned: try once more. If it stays so, do not believe it.
slip-check-with-another-phone = Let another phone check it
slip-qr-code = QR code: scan it with another phone
slip-how = Somebody at home or next door scans this. Their phone looks whether the ballot is in the record, and whether both phones are shown the same record. Nobody sees what you chose.
slip-all-of-it = The whole receipt
slip-evidence = You will rarely need this. Should the server ever deny the ballot, this text is the evidence: take a picture or copy it.

## share

share-copy = Copy the link
share-copied = The link is copied; you can send it to a group.
share-copy-it-yourself = Please copy this link yourself:

## candidates

candidates-candidates = Candidates
candidates-who-stands = Who stands
candidates-nobody = Nobody stands yet.
candidates-posted = Posted since { $day }, and checked
candidates-took-it-back = Took it back on { $day } and does not stand any more
candidates-waits = Stands, and waits for another office to check it
candidates-able = Able to act for themselves in law
candidates-no-arrears = Owes no fees
candidates-unrelated = Neither they, their spouse nor their parents or children work for the property manager
candidates-stand-yourself = Stand yourself
candidates-for-so-long = { $years ->
        [one] The term is { $years } year.
       *[other] The term is { $years } years.
    } The residents’ committee or another office checks it; then everybody can read it.
candidates-called = What the ballot calls you
candidates-as-on-the-ballot = Your name, your building, a few words; everybody reads it
candidates-is-it-so = Press both if they are so
candidates-say-who-you-are = Write first what the ballot calls you
candidates-check-both = Both have to be so
candidates-sign-and-stand = Sign and stand
candidates-you-stand = You stand; it waits to be checked
candidates-taking-back = You stand. You can take it back at any time; once ballots are out your name stays on them, and you get no seat.
candidates-take-it-back = Take it back
candidates-you-stand-no-more = You do not stand any more
candidates-is-final = The election is final
candidates-take-office = { $members ->
        [one] { $members } member can take office
       *[other] { $members } members can take office
    } until { $day }. The offices of those before them end then.
candidates-seat-them = Sign, and they take office
candidates-they-sit = They are in office

## plan

plan-noticed = Noticed; voting has not begun
plan-voting = Open for voting
plan-closed = Closed; waiting for the count
plan-counting = Waiting for the count
plan-now = Now
plan-begins = Begins
plan-closes = Closes
plan-decided = What is decided
plan-withdrawn = Withdrawn
plan-let-somebody-vote = Let somebody vote for me
plan-withdrawn-on = withdrawn on { $day }
plan-withdrawn-nobody-votes = This vote was withdrawn before voting began; nobody has voted. If it is still to be decided, it will be noticed again.

## desk_allowed

desk_allowed-which-vote-allowed-it = Which vote allowed it
desk_allowed-the-file-says-yuan = the file says "{ $written }": { $count }, { $fen } yuan
desk_allowed-choose-a-vote = Choose a vote
desk_allowed-there-was-no-vote = There was no vote
desk_allowed-spending-of-the-maintenance-fund = Spending of the maintenance fund takes a vote. Without one it is shown as a gap.
desk_allowed-no-vote-has-passed-yet = No vote has passed yet.
desk_allowed-more-are-published-without-a = { $left } more are published without a vote.

## desk_chrome

desk_chrome-desk = Desk
desk_chrome-committee = Committee
desk_chrome-officer = Officer
desk_chrome-enrol-on-yishi-own-page = Enrol on Yishi's own page
desk_chrome-this-device-is-not-enrolled = This device is not enrolled
desk_chrome-every-step-at-the-desk = Every step at the desk is signed. Enrol this device once with the letter made out to you.
desk_chrome-no-letter-ask-the-committee = No letter? Ask the committee for one. Never use another person's: the signatures would be theirs.
desk_chrome-you-hold-no-office-here = You hold no office here
desk_chrome-the-desk-is-for-the = The desk is for the committee and the manager. Ask the committee for a grant, then reload this page.
desk_chrome-go-to-the-residents-page = Go to the residents' page
desk_chrome-queue = Queue
desk_chrome-new-vote = New vote
desk_chrome-votes = Votes
desk_chrome-books = Books
desk_chrome-people = People
desk_chrome-desk-2 = Desk
desk_chrome-help = Telephone and hours

## desk_common

desk_common-my-work = My work
desk_common-questions = Questions
desk_common-the-browser-read-nothing-choose = The browser read nothing; choose again.
desk_common-no-title = (no title)
desk_common-confirm = Confirm
desk_common-close = Close
desk_common-in-all = In all
desk_common-now = Now
desk_common-give-an-office = Give an office
desk_common-n24-00-of-that-day = 24:00 of that day
desk_common-the-phone-six-digits = The phone's six digits
desk_common-whose-phone = Whose phone
desk_common-reading-the-roll-so-far = Reading the roll, { $count } so far
desk_common-the-letters-work-until = The letters work until
desk_common-letters = Letters
desk_common-a-root = a root
desk_common-rows = { $rows ->
    [one] 1 row
   *[other] { $rows } rows
}
desk_common-must-be-corrected = must be corrected
desk_common-by-line-of-the-file = by line of the file
desk_common-more-are-not-listed = { $left } more are not listed.
desk_common-text = Text
desk_common-title = Title
desk_common-kind = Kind
desk_common-scope = Scope
desk_common-standing = Standing
desk_common-must-take-part = Must take part
desk_common-must-consent = Must consent
desk_common-begins = Begins
desk_common-dates = Dates
desk_common-your-office-does-not-cover = Your office does not cover this
desk_common-entitled = Entitled
desk_common-newest-first = newest first
desk_common-yuan-above-the-limit = { $over } yuan above the limit
desk_common-questions-2 = Questions
desk_common-yuan = yuan

## desk_court

desk_court-court-file = Court file of a vote
desk_court-what-this-is = This file holds its evidence and the rules of the count, and asks no network. Every figure below has just been computed on this computer from the signed record; none is copied.
desk_court-checked = Check
desk_court-holds = The record is whole and unchanged
desk_court-does-not-hold = Something is wrong with the record
desk_court-at-entry = Entry { $index }:
desk_court-do-not-rely-on-it = So nothing is counted. Ask whoever keeps the record for a whole one.
desk_court-something-is-gone = Some ballots or areas were erased by law or are not in this file, so the vote cannot be counted again; the totals are those that the record states, held against what is left.
desk_court-entries-were-checked = { $entries } entries, each with its signature, its author’s right and every rule; they form one chain, in which one that is missing or one changed letter shows.
desk_court-hold-it-against-a-receipt = The fingerprint of this record. Receipts of owners and notes that others kept should agree with it:
desk_court-what-was-asked = What was voted on
desk_court-notice-id = Number of the notice
desk_court-recount = Recount
desk_court-as-stated = As it was announced
desk_court-not-stated = Not as it was announced, or not announced yet
desk_court-still = Without { $many ->
    [one] this ballot
   *[other] these { $many } ballots
} the outcome is the same
desk_court-turns = Without { $many ->
    [one] this ballot
   *[other] these { $many } ballots
} the outcome is another
desk_court-check-it-elsewhere = Check it in another way
desk_court-how-to-check-it = The program in this file could have been replaced as well. The same evidence can be checked by another program. Have whoever keeps the record give you the evidence by itself, and run:
desk_court-what-it-cannot-show = The record proves whose key signed what, and whether the sums are right; it does not prove who held the phone, nor that the areas of the roll are those of the land register. That has to be looked into apart from it.
desk_court-notice-days = At least { $days } clear days between notice and opening
desk_court-noticed = Noticed { $at }, { $days } clear days before it opened
desk_court-roll-is-frozen = It opens once the roll is frozen
desk_court-frozen = Frozen { $at }
desk_court-window = Window
desk_court-window-was = { $from } to { $until }, { $days } days
desk_court-ballots-count-once = One ballot a home; the last one counts
desk_court-ballots-were = { $all } came, { $standing } count
desk_court-late-keys = Phones let in after the notice
desk_court-late-were = signed { $many ->
    [one] one ballot
   *[other] { $many } ballots
}
desk_court-result-is-shown = The result is shown and can be disputed
desk_court-shown-until = { $from } to { $until }
desk_court-confirmed = A second person confirmed it
desk_court-course = Step by step
desk_court-whose-clock = Times are written by the server that keeps the record; those of the phones that signed stand in it too, and where they differ by much the check lists them.
desk_court-disputes = Disputes and rulings
desk_court-nobody-disputed = Nobody disputed the result.
desk_court-ballots = Ballots
desk_court-strike-what-is-contested = Tick a contested ballot to strike it out: its home is taken not to have voted. The outcome above is counted anew at once.
desk_court-find = Find a ballot: the beginning of the number on its receipt, or of its home’s
desk_court-strike-out = Strike out
desk_court-ballot = Number, home, time
desk_court-marks = Choice
desk_court-more-ballots = Show { $many } more
desk_court-struck-out = { $many ->
    [one] One ballot is struck out
   *[other] { $many } ballots are struck out
}
desk_court-put-all-back = Put all back
desk_court-strike = Strike out { $ballot }
desk_court-home = Home { $party }
desk_court-replaced = changed { $many ->
    [one] once
   *[other] { $many } times
}
desk_court-late-key = phone let in after the notice
desk_court-a-receipt = Hold a receipt against it
desk_court-what-a-receipt-is = Whoever voted has a receipt on their phone: all of it, or the line that another phone scans, which begins with seen. It does not say what was chosen.
desk_court-paste-it = Receipt
desk_court-or-copy-it = paste it here, or copy it from paper sign by sign; spaces, line breaks and case do not matter
desk_court-no-receipt = This is no receipt
desk_court-copy-all-of-it = All of it is needed: from seen. to its end, or the whole receipt.
desk_court-not-signed = The server of this record has not signed this receipt
desk_court-shows-nothing = It was copied wrong, is of another estate, or is made up. It shows nothing.
desk_court-no-such-ballot = The record has no ballot of this number
desk_court-a-number-alone = This record is the one that the receipt names, whole up to there, and the ballot is not in it. The number may be copied wrong. A number alone does not prove that somebody voted: ask for the whole receipt.
desk_court-ends-before = This record is older than the receipt: the log had { $size } entries then, and here are fewer, and not this ballot
desk_court-ask-for-a-newer-one = That does not say that anybody cheated. Ask whoever keeps the record for a newer one, and hold the receipt against that.
desk_court-other-history = There are two records: the { $size } entries that the receipt is signed over are not those of this file
desk_court-it-convicts = The same server has signed both, and only one can be true. Keep the receipt and this file: together they are evidence.
desk_court-of-another-vote = This ballot is of another vote
desk_court-not-in-this-file = The record has it, but this file brings the evidence of one vote alone.
desk_court-is-counted = In the record as entry { $place }, and counted
desk_court-find-it-below = It stands among the ballots below: the beginning of its number finds it, with what it marks.
desk_court-is-superseded = In the record as entry { $place }; a later ballot of the same home, { $by }, counts and this one does not
desk_court-the-last-one-counts = A home has one vote, and its last ballot counts.
desk_court-is-void = In the record as entry { $place }, and left out of the result: entry { $by } makes it void
desk_court-the-home-takes-no-part = No other ballot of this home takes its place. The entry says why.
desk_court-is-not-counted = In the record as entry { $place }, and not counted; no ballot of this home is
desk_court-why-none-counts = Its owners have not named who votes, one of them objected, or this ballot on paper was denied.

## desk_evidence

desk_evidence-evidence = Evidence and court file
desk_evidence-what-it-holds = The area and the choice of every home, without names and addresses. Each time, the public record says who took it.
desk_evidence-sign-and-fetch = Sign and fetch the evidence
desk_evidence-save-the-court-file = Save the court file (for a court)
desk_evidence-what-a-court-file-is = One page that opens in a browser without a network: it checks the whole record by itself, counts again on the spot, and contested ballots can be struck out to see whether the outcome stands.
desk_evidence-save-the-export = Save the evidence alone (for an audit)
desk_evidence-keep-it-safe = Do not pass it on or leave it on a shared computer: an area can tell whose home it is.

## desk_dates

desk_dates-days-late = { $days ->
    [one] 1 day late
   *[other] { $days } days late
}
desk_dates-day-and-weekday = { $weekday } { $day }
desk_dates-full = { $day } { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
} { $year }
desk_dates-span = { $from }–{ $to }
desk_dates-span-in-month = { $from }–{ $to } { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}

## desk_digest

desk_digest-read = Read: { $name }
desk_digest-choose-it-or-its-scan = Choose it, or its scan
desk_digest-its-sha-256 = Its SHA-256
desk_digest-filled-in-from-the-file = filled in from the file; 64 digits
desk_digest-the-file-is-read-on = The file is read on this device only. The record holds its digest; keep the document.

## desk_file

desk_file-reading = Reading…
desk_file-choose-the-file-again = Choose the file again
desk_file-an-empty-sheet-to-fill = An empty sheet to fill in
desk_file-what-reads-files-could-not = What reads files could not be loaded. Check the network and choose again.
desk_file-this-page-has-just-been = This page has just been updated. Open it anew, then choose again.
desk_file-line = line { $line }
desk_file-more-once-these-are-answered = { $left } more once these are answered.
desk_file-for-you-to-decide = For you to decide

## desk_forms

desk_forms-reading = Reading

## desk_paper

desk_paper-ballots-on-paper = Ballots on paper
desk_paper-key-sheets-and-count = Key sheets, count the box
desk_paper-paper-of = Key paper: { $name }
desk_paper-this-stack = This stack
desk_paper-clerks-code = Clerks' code
desk_paper-the-same-for-all = The same for all clerks of this vote; hand it over in person
desk_paper-draw-a-code = I am the first, draw one
desk_paper-the-code-is-mistyped = The code is mistyped; compare it with your note
desk_paper-type-the-code = Type the clerks' code first
desk_paper-handed-over = Handed over
desk_paper-as-written-on-the-stack = As written on the stack; both clerks type the same
desk_paper-not-in-the-window = That has to lie in the voting window, and not later than now
desk_paper-key-a-sheet = Key a sheet
desk_paper-you-do-not-see-the-others = You do not see what others have read; two alike count
desk_paper-number-of-the-sheet = Number of the sheet; Enter takes the next one
desk_paper-room = Room, digits alone
desk_paper-marks = What is marked
desk_paper-look-and-confirm = Look again; Enter keeps it
desk_paper-next = Next
desk_paper-how-marks-are-typed = 1 for, 2 against, 3 abstain, 0 no mark. One digit a question; where a question has several marks, put spaces between questions, as in 12 3. In an election type the candidates' numbers, from the tenth on A, B …
desk_paper-how-to-go-back = A minus and Enter go back a step. No mouse is needed.
desk_paper-sheet = Sheet
desk_paper-home = Home
desk_paper-question = Question { $id }
desk_paper-all-owners = all owners
desk_paper-who-signed = Who signed
desk_paper-invalid-as-a-whole = If all of it is invalid, type
desk_paper-unsigned = unsigned
desk_paper-illegible = illegible
desk_paper-altered = altered
desk_paper-print-ballots = Print a ballot for each home
desk_paper-who-helps = Who helps to fill in
desk_paper-their-code = Only where somebody helped: the code on their phone under Mine, voting by mandate
desk_paper-the-helpers-code-is-mistyped = The helper’s code is mistyped; look again
desk_paper-type-who-helped = First type the helper’s code above
desk_paper-assisted = Helped by (a)
desk_paper-nobody-helped = nobody helped
desk_paper-the-scan = Scan of this sheet
desk_paper-it-stays-with-you = Leave it out if there is none. The file stays with you; only its digest is noted
desk_paper-for = for
desk_paper-against = against
desk_paper-abstain = abstain
desk_paper-none = none
desk_paper-invalid-on-this = { $marked } (invalid on this question)
desk_paper-a-number-from-1 = Sheets are numbered from 1 to 999,999
desk_paper-type-the-room = Type the room
desk_paper-no-such-home = There is no such room, or it has no vote here
desk_paper-several-homes = Several homes fit; type building and entrance too
desk_paper-marks-do-not-fit = That does not fit the questions; type it as shown below
desk_paper-no-such-owner = There is no such owner; type + and the number before the name
desk_paper-enter-a-flaw-or-minus = Enter keeps it; 1 to 3 say why it is invalid, 0 that it is not
desk_paper-not-sent = Not sent
desk_paper-kept-on-this-device = Kept on this device, also when the page is closed
desk_paper-nothing-keyed = Nothing is keyed
desk_paper-take-out = Take out
desk_paper-sign-and-send = Sign and send
desk_paper-sent = Sent.
desk_paper-sheets = Sheets
desk_paper-in-the-count = { $sheets } read alike by two, in the count
desk_paper-wait-for-you = Wait for your reading
desk_paper-wait-for-another = Read by you, wait for another
desk_paper-in-the-box-unread = In the box, read by nobody
desk_paper-read-otherwise = Read otherwise
desk_paper-what-ends-a-mismatch = Take the sheet out: whoever erred keys it again, or a supervisor reads it too, and whoever read the same was right. Nobody keys a sheet more than 3 times.
desk_paper-the-box = The box
desk_paper-it-held = { $boxed ->
    [one] Two have counted it: it held 1 sheet. Only that one can still be keyed.
   *[other] Two have counted it: it held { $boxed } sheets. Only those can still be keyed.
}
desk_paper-so-many-are-missing = { $boxed } lay in the box, { $counted } are in the count, { $missing } are missing. Key them before { $until }; what is not keyed then may stay out.
desk_paper-all-are-keyed = All { $boxed } that lay in the box are in the count.
desk_paper-count-it-before = Count it before { $until }; after that nobody can.
desk_paper-a-box-waits = A box waits for its second clerk. Confirm it only if you have counted it too.
desk_paper-i-have-counted-it-too = I have counted it too, sign
desk_paper-box-confirmed = Confirmed; its sheets can be keyed now.
desk_paper-numbers-in-the-box = Numbers in the box
desk_paper-such-as = Such as 1-20, 25
desk_paper-so-many-sheets = { $sheets ->
    [one] 1 sheet
   *[other] { $sheets } sheets
}
desk_paper-list-numbers = Write the numbers, such as 1-20, 25
desk_paper-what-a-box-does = Counted within 12 hours of the end. From then on no other sheet can be keyed; numbers tell nothing of who chose what.
desk_paper-sign-the-box = Sign
desk_paper-box-listed = Signed; it waits for a second clerk.

## desk_ballots

desk_ballots-heading = Print a ballot for each home
desk_ballots-how = One A5 sheet for each home. Its number is random; only clerks can tell whose it is. Type the clerks’ code before you print: with another code the numbers are others.
desk_ballots-which = For which homes
desk_ballots-all-or-some = Part of an address; left empty, for all
desk_ballots-so-many = { $homes ->
    [one] 1 sheet
   *[other] { $homes } sheets
}
desk_ballots-print = Print
desk_ballots-ballot = Owners’ ballot
desk_ballots-number = Number { $number }
desk_ballots-home = Home
desk_ballots-mark-one = Tick one box of each question; with more or none the question is invalid.
desk_ballots-mark-at-most = Tick { $seats } at most
desk_ballots-signed = Signed by the owner
desk_ballots-together-or-one = Where there are several owners: all of them, or the one they named to vote
desk_ballots-when = Day and time of handing it over
desk_ballots-helped = If somebody helped to fill it in, their signature
desk_ballots-hand-it-over = Into the box, or to whoever collects ballots, before { $closes }
desk_ballots-stub = Stub: tear it off and keep it
desk_ballots-scan-it = In a day or two scan this to see whether this ballot was keyed. It never shows what is marked.
desk_ballots-number-code = The number as a code
desk_ballots-stub-code = The address at which this ballot can be looked up

## desk_queue

desk_queue-takes-a-second-person = takes a second person
desk_queue-put-to-the-vote-or = Put to the vote or give out
desk_queue-notice-again = Give notice again of
desk_queue-give-out = Give out
desk_queue-homes-back-it-opinions = { $supports ->
    [one] 1 home backs it
   *[other] { $supports } homes back it
}, { $opinions ->
    [one] 1 opinion
   *[other] { $opinions } opinions
}
desk_queue-freeze-the-roll = Freeze the roll
desk_queue-voting-begins = voting begins { $opens-ms }
desk_queue-close = Close
desk_queue-the-window-has-ended = the window has ended
desk_queue-state-the-result = State the result
desk_queue-within-3-days-of-the = within 3 days of the close
desk_queue-reported = { $percent } % reported
desk_queue-finish = Finish
desk_queue-look-at-reports = Look at reports
desk_queue-rule-on-appeals = Rule on appeals
desk_queue-make-final = Make the result final of
desk_queue-fifteen-days-are-over = its 15 days are over
desk_queue-rule-on-disputes = Rule on a dispute about
desk_queue-give-an-opinion = Give an opinion on
desk_queue-give-notice-as-demanded = Give notice, as owners demand, of
desk_queue-enter-the-numbers = Enter the numbers of the lottery
desk_queue-by-two-organisations = for the roll call; two organisations enter them
desk_queue-seat-the-elected = Put the elected in office
desk_queue-any-owner-may-too = takes effect once signed; any owner may sign it
desk_queue-ask-homes = Ask the homes that were drawn
desk_queue-homes-to-ask = { $count ->
    [one] 1 home to go
   *[other] { $count } homes to go
}
desk_queue-key-the-box = Key what lay in the box:
desk_queue-key-again = Key paper ballots again:
desk_queue-settle-sheets = Settle ballots that were keyed differently:
desk_queue-count-the-box = Count the box:
desk_queue-so-many-sheets = { $count ->
    [one] 1 sheet
   *[other] { $count } sheets
}
desk_queue-a-second-clerk-confirms = One clerk lists and signs, another confirms
desk_queue-so-many-words = { $count } to look at
desk_queue-answer-questions = Answer questions
desk_queue-about-the-books = { $count } about the books

## desk_settings

desk_settings-was = was: { $before }
desk_settings-what-changes = What changes
desk_settings-it-says-what-is-in = It says what is in force.
desk_settings-what-stays = What stays

## desk_waits

desk_waits-the-whole-roll = the whole roll
desk_waits-a-change-of-the-roll = a change of the roll
desk_waits-a-phone-let-in-at = a phone let in at the desk
desk_waits-a-phone-to-be-retired = a phone to be retired
desk_waits-who-votes-for-a-home = who votes for a home
desk_waits-a-mandate-on-paper = a written mandate on paper
desk_waits-the-bylaws = the bylaws
desk_waits-the-phone-of-a-new = the phone of a new officer
desk_waits-letters = letters for { $all }
desk_waits-letters-of = letters for { $waiting } of { $all }
desk_waits-a-telephone = a telephone number and hours
desk_waits-erasure = { $number ->
    [one] 1 document to be erased
   *[other] { $number } documents to be erased
}
desk_waits-deliveries = { $number ->
    [one] how the notice reached 1 home
   *[other] how the notice reached { $number } homes
}
desk_waits-the-end-of-a-vote = the end of a vote
desk_waits-the-numbers-of-a-draw = the numbers of a draw
desk_waits-a-candidate = somebody who stands for election
desk_waits-an-annulment = the annulment of a result

## desk_words

desk_words-owners-committee = Owners' committee
desk_words-department = Department
desk_words-property-manager = Property manager
desk_words-another-organisation = Another organisation
desk_words-party-branch = Party branch
desk_words-residents-committee = Residents' committee
desk_words-street-office = Street office
desk_words-supervisors = Supervisors
desk_words-bookkeeper = Bookkeeper
desk_words-building-contact = Building contact
desk_words-clerk = Clerk
desk_words-committee-member = Committee member
desk_words-department-officer = Department's officer
desk_words-grid-worker = Grid worker
desk_words-manager-officer = Manager's officer
desk_words-member-of-the-party-branch = Member of the party branch
desk_words-member-of-the-residents-committee = Member of the residents' committee
desk_words-street-officer = Street's officer
desk_words-supervisor = Supervisor
desk_words-worker = Worker
desk_words-publishes-books-and-answers = Publishes books and answers questions about them.
desk_words-brings-up-matters-of-a = Brings up matters of a building and reports on them.
desk_words-letters-rolls-and-counting-decides = Letters, rolls and counting; decides nothing.
desk_words-answers-matters-holds-votes-gives = Answers matters, holds votes, gives out work, lets people in.
desk_words-takes-on-work-and-reports = Takes on work and reports on it.
desk_words-patrols-brings-up-and-answers = Patrols, brings up and answers matters, gives out work.
desk_words-does-the-work-reports-on = Does the work, reports on it, publishes the books.
desk_words-brings-up-matters-and-reports = Brings up matters and reports on them.
desk_words-guides-and-hosts-where-there = Guides, and hosts where there is no committee.
desk_words-follows-up-and-stands-behind = Follows up, and stands behind others' acts.
desk_words-reads-the-evidence-of-counts = Reads the evidence of counts, and stands behind others' acts.
desk_words-takes-on-one-piece-of = Takes on one piece of work and reports on it.
desk_words-answer-and-end-matters = answer and end matters
desk_words-record-the-bylaws = record the bylaws
desk_words-end-the-taking-of-ballots = end the taking of ballots
desk_words-let-people-in-by-letters = let people in by letters
desk_words-publish-books = publish books
desk_words-give-out-work = give out work
desk_words-read-the-evidence-of-counts = read the evidence of counts
desk_words-give-offices = give offices
desk_words-announce-votes = announce votes
desk_words-open-votes = open votes
desk_words-take-ballots-on-paper = Take ballots on paper and count the box
desk_words-take-on-work-and-report = take on work and report on it
desk_words-bring-up-matters-for-others = bring up matters for others
desk_words-hide-words-and-rule = look at reports, hide what breaks the rules, rule on appeals
desk_words-keep-the-roll = keep the roll
desk_words-state-results = state results
desk_words-matters-of-the = matters of the { $word }
desk_words-building = building
desk_words-estate = estate
desk_words-community = community
desk_words-street = street
desk_words-all-taking-part = all taking part
desk_words-at-least = at least { $share }
desk_words-more-than-half-of-those = more than half of those taking part
desk_words-at-least-three-quarters-of = at least three quarters of those taking part
desk_words-ordinary = Ordinary
desk_words-special = Special
desk_words-the-whole-estate = The whole estate
desk_words-ledger-of = { $ledger }

## desk_frame

desk_frame-by-date = { $todos } by date
desk_frame-no-date = no date
desk_frame-nothing-to-do-today = Nothing to do today.
desk_frame-to-do = To do
desk_frame-noticed-voting-begins = noticed; voting begins { $opens-ms }
desk_frame-roll-frozen-voting-begins = roll frozen; voting begins { $opens-ms }
desk_frame-waiting-for-others = Waiting for others
desk_frame-waiting = Waiting
desk_frame-offices = Offices
desk_frame-roll = Roll
desk_frame-people-and-offices = People and offices
desk_frame-act-of = { $act }: { $title }

## desk_changes

desk_changes-units-change = { $count ->
    [one] 1 unit changes
   *[other] { $count } units change
}
desk_changes-then = Then
desk_changes-it-says-what-the-newest = It says what the newest roll says.

## desk_choose

desk_choose-reading-the-roll = Reading the roll…
desk_choose-nobody-found-try-a-name = Nobody found; try a name or a room.
desk_choose-more-type-more = { $left } more; type more.

## desk_erasing

desk_erasing-erase = Erase by law
desk_erasing-three-grounds = What somebody said they erase themselves, on their phone. Two grounds are for you: what nobody needs any more, and what a court or an authority ordered. There is no other.
desk_erasing-somebody-needs-everything = Nothing is due: the roll of today and the votes of the last year need all of it.
desk_erasing-its-time-is-over = Its time is over
desk_erasing-see-what-is-held = See what is held of this person
desk_erasing-questions-about-books = Questions about books, and the replies
desk_erasing-of-whom = Of whom
desk_erasing-name-or-room = a name or a room
desk_erasing-choose-what-it-is-about = First choose whom, which matter or which books the order is about.
desk_erasing-nothing-was-said = There are no matters and no books yet.
desk_erasing-a-court-ordered-it = A court or an authority ordered it
desk_erasing-nothing-is-left = Nothing here can be erased.
desk_erasing-what-is-held = What is held
desk_erasing-ended-means = nobody needs it: the roll of today does not name it, and a year has passed since the vote's result
desk_erasing-ordered-means = there is a judgment or an authority's order; somebody of another organisation confirms it
desk_erasing-why = Why it is erased
desk_erasing-choose-why = Choose why
desk_erasing-choose-what = Choose what goes
desk_erasing-at-most-200 = At most 200 at once
desk_erasing-say-which-order = Say which order it is
desk_erasing-add-its-document = Choose the order's document
desk_erasing-done = Signed; it waits for a second person. Nothing is erased before they confirm
desk_erasing-the-order = Which authority, what order, its number and date
desk_erasing-everybody-reads-it = everybody reads it; do not repeat what is to go
desk_erasing-its-document = The order itself
desk_erasing-court-or-authority = with the seal of the court or the authority
desk_erasing-a-second-person = A second person reads the same words and confirms; for an order somebody of another organisation. Nothing is erased before that.
desk_erasing-sign = Sign; a second person confirms
desk_erasing-take-all = Take all that may go (200 at most)
desk_erasing-ballots-of-a-vote = Its ballots, a year after the result
desk_erasing-take-it = Erase this

## desk_delivery

desk_delivery-delivery = Delivery and doorsteps
desk_delivery-heading = Delivery and doorsteps: { $name }
desk_delivery-reached = How many homes the notice reached
desk_delivery-servers-word = by the server's count
desk_delivery-homes = { $homes ->
    [one] 1 home
   *[other] { $homes } homes
}
desk_delivery-voted = Voted
desk_delivery-app-read = Read on a phone
desk_delivery-signed-slip = Signed for
desk_delivery-posted = Not met, posted
desk_delivery-unreachable = Not met
desk_delivery-denied = Denied by an owner
desk_delivery-unsaid = Nothing said yet
desk_delivery-mistaken = Recorded by mistake
desk_delivery-who-says-which = That it was read only an owner's own phone signs; what was signed for has its slip; what an owner denies is not said again. Whoever voted was reached.
desk_delivery-silence = By the bylaws, homes that were reached and cast nothing followed the majority. Without them: { $without }.
desk_delivery-print-the-notice = Print the notice and slips
desk_delivery-round = Doorsteps
desk_delivery-fewest-doors = By the heads and area still missing this finds the fewest doors to ring at, in the order of buildings and stairwells, for pairs of people. It shows who has not voted, never how.
desk_delivery-pairs = Pairs
desk_delivery-two-people-each = two people each, 1 to 20 pairs
desk_delivery-plan = Plan a round
desk_delivery-once-it-is-opened = It can be planned once the roll is frozen and the vote is open.
desk_delivery-enough-have-voted = Heads and area are enough; there is no need to ring.
desk_delivery-fewest = { $fewest ->
    [one] 1 door would be enough
   *[other] { $fewest } doors would be enough
}, of { $homes } that have not voted.
desk_delivery-not-enough = Not even all { $homes } that have not voted would be enough.
desk_delivery-pair = Pair { $number }
desk_delivery-doors = { $doors ->
    [one] 1 door
   *[other] { $doors } doors
}
desk_delivery-print-the-list = Print the list
desk_delivery-calls = { $calls ->
    [one] called once in vain
   *[other] called { $calls } times in vain
}
desk_delivery-nobody = Nobody
desk_delivery-signed = Signed
desk_delivery-post-it = Posted
desk_delivery-found = What was found
desk_delivery-nothing-found-yet = Note something on the list first
desk_delivery-choose-the-slips = Choose the scan of the slips first
desk_delivery-the-slips = The slips
desk_delivery-one-scan = all slips of this round in one scan
desk_delivery-kept-until = List and notes are kept on this device alone and need no network; they go once the result is final or the office ends.
desk_delivery-sign-it = Sign it
desk_delivery-signed-and-sent = Signed and sent. Who was not met stays on the list for the next time.

## desk_print

desk_print-heading = Notice and slips
desk_print-how = The notice is one sheet of A4 for the board; slips are half a sheet each, for the homes of the round that is kept, two to a sheet.
desk_print-print = Print
desk_print-notice-of = Notice of the vote on "{ $title }"
desk_print-scope = Scope
desk_print-opens = Voting begins
desk_print-closes = Voting ends
desk_print-scan = Scan this with a phone and read all of it.
desk_print-sign = Choose on your own phone, and sign.
desk_print-or-the-desk = Whoever uses no phone comes to the desk.
desk_print-qr = QR code that leads to this vote
desk_print-silence = By the bylaws, whoever was reached and casts nothing by the end follows the majority. Whoever is against it votes against it.
desk_print-signed-for = Received by: ________________    Date: ____________

## desk_erasure

desk_erasure-the-order = The order
desk_erasure-its-document = SHA-256 of its document
desk_erasure-would-go = { $number } would go
desk_erasure-so-many-of = { $sort }: { $number }
desk_erasure-read-each = Read each before you confirm
desk_erasure-not-shown-to-you = The server does not show this device all of the words above. Do not confirm what you have not read: leave it to somebody who may read it, or ask whoever began it.
desk_erasure-stays = What stays: every entry of the log with its signature and date, every proof, the totals and the sums of books; what others said. What goes are the words: erased from the server, and nobody brings them back.
desk_erasure-a-ballot = What a ballot chose
desk_erasure-of-a-home = A home's area or address
desk_erasure-marks = Somebody's marks
desk_erasure-a-mandate = What a proxy was told
desk_erasure-a-name = A person's name and phone
desk_erasure-words = What somebody said
desk_erasure-a-slip = What shows that a notice reached a home
desk_erasure-nobody-reads-it = What was chosen or marked is shown to nobody, not for being erased either.
desk_erasure-not-at-hand = (the server gives no words: hidden, not yours to read, or not there)

## desk_give

desk_give-choose-the-organisation = Choose the organisation
desk_give-choose-to-whom = Choose to whom
desk_give-choose-the-office = Choose the office
desk_give-tick-what-they-may-do = Tick what they may do
desk_give-another-office-of-theirs-does = Another office of theirs does not go with it
desk_give-it-goes-further-than-your = It goes further than your own office
desk_give-its-last-day-must-lie = Its last day must lie ahead
desk_give-it-lasts-longer-than-your = It lasts longer than your own office
desk_give-say-until-when = Say until when
desk_give-your-office-holds-nothing-that = Your office holds nothing that you could give.
desk_give-the-office-is-given-it = The office is given; it takes effect once two persons stand behind the phone
desk_give-for-which-organisation = For which organisation
desk_give-to-whom = To whom
desk_give-name-room-or-office = name, room or office
desk_give-last-day = Last day
desk_give-your-own-ends-nobody-gives = Your own ends { $latest }; nobody gives more.
desk_give-what-screens-call-it = What screens call it
desk_give-optional-such-as-deputy-chair = optional, such as "deputy chair"
desk_give-sign-and-give-it = Sign and give it
desk_give-which-office = Which office
desk_give-until-when = Until when
desk_give-they-are-already-whoever = They are { $role } ({ $kind }) already. Whoever supervises neither hosts nor manages, and the manager's staff hold no other office. End that first, or choose somebody else.
desk_give-choose-an-office = choose an office
desk_give-the-office = The office
desk_give-what-they-may-do = What they may do
desk_give-only-what-you-can-give = only what you can give
desk_give-letters-rolls-and-bylaws-concern = Letters, rolls and bylaws concern the whole estate and cannot be limited; untick them to set limits.
desk_give-only-a-part-nothing-chosen = Only a part (nothing chosen is everything)
desk_give-parts-of-the-estate = Parts of the estate
desk_give-tiers = Tiers
desk_give-ledgers = Ledgers
desk_give-kinds-of-matters = Kinds of matters

## desk_help

desk_help-shown-now = What residents see now
desk_help-nothing-is-shown = Nothing yet. Whoever wants paper or has no smartphone does not know whom to turn to.
desk_help-say-it = Fill in or change
desk_help-your-office-has-limits = Your office reaches a part of the estate only; it says nothing for the whole organisation.
desk_help-why-two = Residents will ring and go there, so it takes two: somebody else who sends letters confirms it, the property manager's too. One person takes it down, at once. It is shown while whoever filled it in is in office.
desk_help-organisation = Organisation
desk_help-purpose = What for
desk_help-usual-purpose = 要纸质票、不会用手机
desk_help-place = Where
desk_help-such-a-place = such as: building 3, room 101
desk_help-hours = When somebody is there
desk_help-such-hours = such as: Monday to Friday 9:00–11:30
desk_help-telephone = Telephone
desk_help-one-number = one number only
desk_help-something-is-missing = Something is missing
desk_help-something-is-wrong = At most 100 signs each; one telephone number
desk_help-sign = Sign; somebody else confirms
desk_help-signed-and-waits = Signed. Residents see it once a second person has rung the number and confirmed it.
desk_help-take-it-down = Take it down
desk_help-sign-and-take-it-down = Sign and take it down now
desk_help-taken-down = Taken down

## desk_in_person

desk_in_person-scan-the-phone-code-first = Scan the phone's code first
desk_in_person-type-the-phone-six-digits = Type the phone's six digits
desk_in_person-the-digits-differ-it-is = The digits differ: it is another phone
desk_in_person-noted-another-officer-has-to = Noted; another officer has to confirm it
desk_in_person-that-is-not-the-answer = That is not the answer of the phone that scanned this code. Let it scan again.
desk_in_person-let-a-phone-in-at = Let a phone in at the desk
desk_in_person-to-be-scanned-by-the = To be scanned by the person
desk_in_person-compare-the-phone = Compare the phone
desk_in_person-the-phone-code = The phone's code
desk_in_person-by-a-scanner-or-pasted = by a scanner, or pasted
desk_in_person-read-off-the-phone = read off the phone
desk_in_person-you-vouch-that-you-met = You vouch that you met this person and saw their papers. Once another officer has confirmed it, this phone works and their earlier ones do not.
desk_in_person-sign = Sign
desk_in_person-the-person-scans-the-code = The person scans the code above with their phone.
desk_in_person-they-read-what-it-says = They read what it says and agree.
desk_in_person-the-phone-shows-a-code = The phone shows a code of its own and six digits.
desk_in_person-qr-code-to-be-scanned = QR code, to be scanned by the person
desk_in_person-without-a-camera-send-them = Without a camera, send them this link:

## desk_joint

desk_joint-nothing-yet = { $who }: nothing yet
desk_joint-themselves = themselves
desk_joint-on-the-phone = on the phone
desk_joint-by-the-record = by the record
desk_joint-names = { $who } names { $named } ({ $how })
desk_joint-votes-by-a-document = { $owner }; { $acts } votes, by a document
desk_joint-mark = ;{" "}
desk_joint-none = None.
desk_joint-of-one-owner-for-whom = Of one owner, for whom somebody else votes
desk_joint-of-several-owners-nobody-votes = Of several owners, nobody votes yet
desk_joint-of-several-owners-settled = Of several owners, settled
desk_joint-a-home-has-one-vote = A home has one vote. Its owners name the same person on their phones; where one cannot, two clerks record what a document says.
desk_joint-none-found-try-a-name = None found; try a name or a room.
desk_joint-which-home = Which home
desk_joint-its-room-or-its-owner = its room, or its owner's name
desk_joint-a-guardian-votes-for-a = A guardian votes for a child, an heir for the deceased, somebody sent by a company: by a document each. Whoever votes needs a letter first.
desk_joint-of-one-owner-for-whom-2 = Of one owner, for whom somebody else is to vote
desk_joint-votes = votes
desk_joint-votes-2 = { $who } votes
desk_joint-they-differ = they differ
desk_joint-to-go = { $left } to go
desk_joint-a-home-without-an-address = a home without an address
desk_joint-record-who-votes-from-a = Record who votes, from a document
desk_joint-the-roll-has-no-such = The roll has no such home any more.
desk_joint-choose-who-votes = Choose who votes
desk_joint-this-is-the-owner-who = This is the owner, who votes without a record
desk_joint-the-document-or-its-digest = The document, or its digest, is missing
desk_joint-recorded-in-force-once-another = Recorded; in force once another clerk has seen the document and confirms it
desk_joint-home = Home
desk_joint-owner = Owner
desk_joint-owners = Owners
desk_joint-who-votes = Who votes
desk_joint-name-or-room-not-only = name or room; not only owners
desk_joint-by-which-document = By which document
desk_joint-a-notary-a-court-a = a notary's, a court's, a company's
desk_joint-you-confirm-that-you-saw = You confirm that you saw the document and that it names this person. Another clerk has to see it too. The manager's staff vote for nobody.
desk_joint-sign-the-record = Sign the record
desk_joint-the-home = The home
desk_joint-who-and-why = Who, and why
desk_joint-for-which-vote = For which vote
desk_joint-for-every-vote = Every vote from now on (a guardian, an heir, a company's agent)
desk_joint-what-the-paper-says = What the mandate says
desk_joint-as-it-is-written = As it is written

## desk_letter

# The letter on paper, printed by the server and by the window. What stands between *asterisks* is printed in bold, with the values in it
desk_letter-what = Your letter for Yishi
desk_letter-to = This letter is for *{ $person }* only
desk_letter-qr = QR code: scan it with WeChat to open this letter's page
# Not all are printed; $homes are, and $count is how many there are
desk_letter-homes-more = { $homes } and others, { $count } in all
desk_letter-to-home = This letter is only for who owns the home below
desk_letter-homes = Your home: *{ $homes }*
desk_letter-scan = Scan this code with WeChat
desk_letter-check = Check the estate, your name and your home
desk_letter-confirm = Tap “It is me”; from then on you vote with this phone
desk_letter-type = No WeChat, or it does not scan? Open { $address } on a phone and type this code:
desk_letter-expires = Capitals or not, and no hyphens needed. Open until *{ $expires }*, once only.
desk_letter-waits = Another clerk has to confirm this letter before it opens. If the page says that it waits, come to the office.
desk_letter-care = *Take no photo of it for a group, and tell nobody.* The staff never ask you for this code. If it is lost, get another one at the office; the old one is void then.
desk_letter-genuine = To tell a forgery: estate { $estate }, key of the record { $key }

## desk_letters

desk_letters-no-letter = No letter
desk_letters-not-used = Not used
desk_letters-enrolled = Enrolled
desk_letters-needs-a-new-one = Needs a new one
desk_letters-nobody = Nobody.
desk_letters-more = { $left } more
desk_letters-choose-these = Choose these { $ids }
desk_letters-find = Find
desk_letters-name-or-room = name or room
desk_letters-in-all = { $count } in all
desk_letters-letters-and-phones = Letters and phones
desk_letters-its-letter-waits-for-a = its letter waits for a second person
desk_letters-until = until { $day }
desk_letters-phones = { $devices ->
    [one] 1 phone
   *[other] { $devices } phones
}
desk_letters-needs-a-second-person-its = needs a second person; its ballots do not count
desk_letters-choose-people-first = Choose people first
desk_letters-at-most-400-at-once = At most 400 at once
desk_letters-the-last-day-must-lie = The last day must lie ahead
desk_letters-chosen = { $chosen } chosen
desk_letters-of-them-have-a-phone = { $with-phone } of them have a phone: the letter works once somebody else has confirmed it, and retires that phone. This is how a lost phone is replaced.
desk_letters-choose-nobody = Choose nobody
desk_letters-they-are-here-let-the = They are here: let the phone in at the desk
desk_letters-codes-are-made-on-this = Codes are made on this device, shown once and kept nowhere. Have the printer ready.
desk_letters-sign-and-make-the-letters = Sign and make the letters
desk_letters-make-letters = Make letters
desk_letters-letters-are-ready-to-be = { $letters ->
    [one] 1 letter is ready to be printed
   *[other] { $letters } letters are ready to be printed
}

## desk_offices

desk_offices-a-former-officer = a former officer
desk_offices-mark = { $title } ({ $role })
desk_offices-from-to-given-by = from { $since } to { $until } · given by { $by }
desk_offices-only = { $about } · only { $reach }
desk_offices-phone-unconfirmed = phone unconfirmed
desk_offices-may-be-ended = may be ended
desk_offices-mark-2 = { $who }: { $what }
desk_offices-keeps-a-root = keeps a root
desk_offices-nobody-yet = Nobody yet.
desk_offices-everybody-can-see-who-holds = Everybody can see who holds what, for how long and by whose hand. Offices end by themselves, or earlier.
desk_offices-end-an-office = End an office
desk_offices-it-has-ended-already = It has ended already.
desk_offices-nothing-to-end = Nothing to end
desk_offices-the-office-has-ended = The office has ended
desk_offices-give-it-to-somebody-else = {"."} Give it to somebody else here
desk_offices-who = Who
desk_offices-office = Office
desk_offices-may = May
desk_offices-until = Until
desk_offices-you-end-your-own-office = You end your own office. It is gone at once and cannot be taken back; somebody else would have to give it anew.
desk_offices-you-end-this-office-at = You end this office at once. What was done stands, and offices handed on by this person stand until they are ended too.
desk_offices-sign-and-end-it = Sign and end it
desk_offices-what-ends = What ends

## desk_printed

desk_printed-codes-are-shown-once-make = Codes are shown once. Make a new letter to print again.
desk_printed-print-the-letters = Print the letters
desk_printed-letters-for-people-with-a = Letters for people with a phone, an office or a vote work once another officer has confirmed them, at their own desk under "Waiting".
desk_printed-the-codes-are-gone-once = The codes are gone once you leave. Print, count the letters, then leave; empty the printer's memory too.
desk_printed-print = Print
desk_printed-are-all-letters-printed = Are all letters printed?
desk_printed-the-codes-are-gone-once-2 = The codes are gone once you leave; then only new letters help.
desk_printed-printed-leave = Printed, leave
desk_printed-stay = Stay

## desk_roll

desk_roll-a-workbook-xlsx-or-a = A workbook (xlsx) or a CSV file, an owner a row, with a row that names the columns. The file is read on this device only.
desk_roll-choose-the-roll = Choose the roll
desk_roll-counted = Counted
desk_roll-units = Units
desk_roll-choose-the-new-roll-as = Choose the new roll as a whole: what changed is shown before you sign. Homes it lacks are asked about.
desk_roll-there-is-no-roll-yet = There is no roll yet.
desk_roll-the-roll-as-it-is = The roll as it is
desk_roll-a-roll-waits-for-its = A roll waits for its second person. Whichever is confirmed first counts; the other is made anew then.
desk_roll-a-new-roll = A new roll
desk_roll-for-you-to-decide = for you to decide
desk_roll-units-are-fine = units are fine
desk_roll-correct-these-lines-in-the = Correct these lines in the file itself and choose it again. Nothing is skipped.
desk_roll-lines-to-be-corrected = Lines to be corrected
desk_roll-correct-lines-first = { $bad ->
    [one] Correct 1 line first
   *[other] Correct { $bad } lines first
}
desk_roll-answer-questions-first = { $open ->
    [one] Answer 1 question first
   *[other] Answer { $open } questions first
}
desk_roll-units-2 = { $rows ->
    [one] 1 unit
   *[other] { $rows } units
}
desk_roll-what-changes = What changes
desk_roll-this-is-not-what-the = This is not what the register has
desk_roll-sent-it-waits-for-a = Sent; it waits for a second person
desk_roll-of-sent = { $done } of { $all } sent
desk_roll-then = Then
desk_roll-heads-in-the-register = Heads in the register
desk_roll-if-known-to-compare = if known, to compare
desk_roll-area-in-the-register = Area in the register
desk_roll-m = m²
desk_roll-i-have-checked-it-sign = I have checked it, sign
desk_roll-new-owners = { $owners ->
    [one] One owner is new. Once the roll is confirmed, make the letter under "Letters".
   *[other] { $owners } owners are new. Once the roll is confirmed, make their letters under "Letters".
}
desk_roll-file = roll.csv

## desk_roster

desk_roster-no-name = no name, { $short }
desk_roster-no-home-on-the-roll = no home on the roll
desk_roster-in-all = { $shown }, { $more } in all

## desk_waiting

desk_waiting-you-confirm-that-these-people = You confirm that these people were checked and that the letters are theirs. Where somebody has a phone, the new letter retires it. Do not confirm what you have not checked.
desk_waiting-you-confirm-that-these-people-2 = You confirm that these people were checked and that the letters reached them. Until then their phones speak, but their ballots are not taken.
desk_waiting-you-confirm-that-you-met = You confirm that you met this person, checked their papers, and that the phone is theirs. It retires their earlier one.
desk_waiting-you-confirm-the-reason-what = You confirm the reason. What the phone signed stands; it signs no more.
desk_waiting-you-confirm-that-you-saw = You confirm that you saw the document itself, and that it says who votes for this home.
desk_waiting-you-confirm-that-all-of = You confirm that all of this was checked against the register. Votes noticed from then on use the roll; those noticed already do not.
desk_waiting-you-confirm-that-these-settings = You confirm that these settings are those of the bylaws that the owners adopted, and that the document is the one named. It takes somebody of another organisation.
desk_waiting-you-confirm-with-the-person = You confirm with the person that this phone is theirs. The office takes effect once a second person and whoever gave it have.
desk_waiting-the-person-has-died = the person has died
desk_waiting-it-should-never-have-been = it should never have been let in
desk_waiting-lost = lost
desk_waiting-moved-away = moved away
desk_waiting-replaced = replaced
desk_waiting-stolen-or-used-by-somebody = stolen, or used by somebody else
desk_waiting-oldest-first = { $waiting }, oldest first
desk_waiting-lapses = lapses { $day }
desk_waiting-in-force-one-person-alone = in force, one person alone behind it
desk_waiting-confirm = confirm
desk_waiting-somebody-else = somebody else
desk_waiting-others = others
desk_waiting-nothing-waits = Nothing waits.
desk_waiting-waiting-for-a-second-person = Waiting for a second person
desk_waiting-what-could-take-somebody-place = What could take somebody's place takes two persons. After 14 days unconfirmed it lapses.
desk_waiting-it-was-confirmed-meanwhile-or = It was confirmed meanwhile, or has lapsed.
desk_waiting-nothing-to-confirm = Nothing to confirm
desk_waiting-confirmed-it-is-in-force = Confirmed; it is in force
desk_waiting-first-see-what-changes = First see what changes
desk_waiting-first-see-what-goes = First see what goes
desk_waiting-done-by = Done by
desk_waiting-when = When
desk_waiting-lapses-2 = Lapses
desk_waiting-i-confirm-sign = I confirm, sign
desk_waiting-why = Why
desk_waiting-the-document-sha-256 = The document's SHA-256
desk_waiting-the-document-sha-256-2 = The document's SHA-256
desk_waiting-for-whom = For whom
desk_waiting-who-votes-for-which-home = Who votes, for which home
desk_waiting-for-it = for { $home }
desk_waiting-more = { $left } more.
desk_waiting-you-confirm-that-you-rang = You confirm: you have just rung this number, and somebody of this organisation answered; place and hours are right. Residents will ring and go there.
desk_waiting-you-confirm-the-erasure = You confirm: you have read the order, or seen that the time for these documents is over and nobody needs them. Once you sign they are gone for good; the entries and every proof stay.
desk_waiting-you-confirm-the-delivery = You confirm: you have held these homes against the signed slips, or were there. Under the bylaws those who were reached and cast nothing follow the majority, so confirm none that you have not seen.
desk_waiting-you-confirm-the-end = You confirm that its 15 days are over, that disputes are ruled on or out of time, and that the result is the one that was posted. Then it is final and can be carried out.
desk_waiting-you-confirm-the-numbers = You confirm that you looked this draw up, that it is the first one after the totals, and that these are its numbers. It takes somebody of another organisation.
desk_waiting-you-confirm-a-candidate = You confirm that you looked up each condition yourself, where it says, and saw the signed paper where there is one. It is posted at once. It takes somebody of another organisation than the committee.
desk_waiting-you-confirm-the-annulment = You confirm that you saw the judgment or order itself, that its digest is this one, and that it annuls these items. Nothing takes it back. It takes somebody of another organisation.
desk_waiting-enter-them-yourself = Enter the numbers yourself first
desk_waiting-erasure-asked = whose it is asked for it
desk_waiting-erasure-ended = its time is over and nobody needs it
desk_waiting-erasure-ordered = a court or an authority ordered it
desk_waiting-its-words-are-not-here = Its words cannot be read, so it cannot be confirmed

## desk_adopting

desk_adopting-bylaws-take-a-vote-of = Bylaws take a vote of the whole estate
desk_adopting-the-document-of-the-bylaws = The document of the bylaws is missing
desk_adopting-a-setting-lies-outside-what = A setting lies outside what the law allows
desk_adopting-no = No
desk_adopting-this-question-decides-one-thing = this question decides one thing
desk_adopting-yes-by-question-1 = Yes, by question 1
desk_adopting-later-votes-follow-the-new = later votes follow the new ones
desk_adopting-the-new-bylaws = The new bylaws
desk_adopting-as-they-are-put-to = as they are put to the vote
desk_adopting-does-it-change-the-bylaws = Does it change the bylaws?
desk_adopting-what-was-adopted-is-in = What was adopted is in force.
desk_adopting-sent-it-waits-for-another = Sent; it waits for another organisation
desk_adopting-publish-the-adopted-bylaws = Publish the adopted bylaws
desk_adopting-the-vote-adopted-new-settings = The vote adopted new settings. Sign them; they are in force once another organisation confirms.
desk_adopting-sign-and-publish-them = Sign and publish them

## desk_announce

desk_announce-the-earliest-day-later-is = the earliest day; later is allowed
desk_announce-the-earliest-would-be = the earliest would be { $earliest }
desk_announce-off-and-the-longest = the last day is off ({ $why }), and { $days } days are the most: moved to { $weekday }
desk_announce-off-moved-to = { $asked } is off ({ $why }); moved to { $weekday } (Civil Code 203)
desk_announce-off-and-nowhere-to-go = the last day is off ({ $why }), and the bylaws leave no working day for it: choose another first day
desk_announce-after-whole-days = { $days ->
    [one] after 1 whole day
   *[other] after { $days } whole days
}
desk_announce-notice-posted-today = Notice posted today
desk_announce-this-day-is-not-counted = this day is not counted (Civil Code 201)
desk_announce-whole-days-of-notice = { $clear-days } whole days of notice
desk_announce-owners-are-told-15-days = owners are told 15 days before
desk_announce-n0-00-voting-begins = 0:00 voting begins
desk_announce-n24-00-voting-ends = 24:00 voting ends
desk_announce-result-posted-at-the-latest = Result posted at the latest
desk_announce-within-3-days-of-the = within 3 days of the close
desk_announce-not-before-that-day-is = Not before { $earliest }; that day is taken.
desk_announce-not-after-that-day-is = Not after { $latest }, when the roll would be an old one; that day is taken.
desk_announce-when-does-voting-begin = When does voting begin?
desk_announce-for-how-many-days = For how many days?
desk_announce-n5-to-60 = 5 to 60
desk_announce-dates-as-the-law-counts = Dates, as the law counts
desk_announce-question = Question { $place }
desk_announce-answered-by-for-against-or = answered by for, against or abstain
desk_announce-add-a-question = Add a question
desk_announce-remove-the-last = Remove the last
desk_announce-nothing-of-it-can-be = nothing of it can be changed later
desk_announce-one-line-for-lists = one line for lists
desk_announce-the-whole-text = The whole text
desk_announce-what-how-much-which-money = what, how much, which money, who
desk_announce-questions = Questions
desk_announce-n1-to-5 = 1 to 5
desk_announce-no-title-yet = (no title yet)
desk_announce-empty = (empty)
desk_announce-notice-of-a-vote = Notice of a vote
desk_announce-two-thirds-of-heads-and = two thirds of heads and area
desk_announce-notice = Notice
desk_announce-how = How
desk_announce-no-choice-is-published-before = no choice is published before the close
desk_announce-noticed = Noticed: { $title }
desk_announce-preview-of-the-notice = Preview of the notice
desk_announce-as-residents-will-read-it = as residents will read it
desk_announce-sign-and-publish = Sign and publish
desk_announce-it-is-public-at-once = It is public at once, under your name, and cannot be changed.
desk_announce-sign-and-publish-2 = Sign and publish

## desk_count

desk_count-the-window-has-not-ended = The window has not ended.
desk_count-closed-it-can-be-counted = Closed; it can be counted
desk_count-closed-at = Closed at
desk_count-after-this-no-ballot-is = After this no ballot is taken; then it is counted.
desk_count-sign-close-the-vote = Sign: close the vote
desk_count-close = Close: { $name }
desk_count-the-window-has-ended = The window has ended
desk_count-the-result-is-public = The result is public
desk_count-the-server-has-counted-the = The server has counted; the rules count again when you sign and refuse any difference. It cannot be changed.
desk_count-sign-and-publish-the-result = Sign and publish the result
desk_count-result = Result: { $name }
desk_count-checked = Checked?
desk_count-homes = { $number }
desk_count-heads = { $number ->
    [one] 1{"\u00A0"}head
   *[other] { $number }{"\u00A0"}heads
}
desk_count-people = { $number }
desk_count-matters = { $number }

## desk_annul

desk_annul-title = Record an annulment
desk_annul-what-it-does = Once it is recorded
desk_annul-not-carried-out = These items are not carried out any more, and no work or payment rests on them.
desk_annul-work-is-shown-so = Work that was given out by them is shown as resting on an annulled decision and is no work of the matter any more. What was done and paid stays in the record.
desk_annul-voted-on-anew = The same matter can be noticed and voted on anew.
desk_annul-everybody-reads-it = Every owner reads which items were annulled, by whom and why.
desk_annul-a-court-alone = Only a court, or the authority that the law names, annuls what owners decided. Anybody can ask there by the number that is given.
desk_annul-which-items = Items annulled
desk_annul-choose-items = Choose which items
desk_annul-the-document = The judgment or order
desk_annul-a-judgment-or-an-order = only its digest is recorded, never the document
desk_annul-choose-the-document = Choose the document, or fill in its digest
desk_annul-decided-on = Decided on
desk_annul-say-when = Say when it was decided: after the totals, and not after today
desk_annul-who-and-why = Who annulled it, its number, why
desk_annul-for-example = for example: District Court, judgment 12 of 2026: the notice was not delivered as it must be
desk_annul-say-who = Say who annulled it, its number and why
desk_annul-it-is-for-good = Nothing takes it back. Somebody of another organisation has to see the same document and confirm before it is in force.
desk_annul-sign = Sign the record
desk_annul-waits-for-a-second = Signed. It waits for somebody of another organisation.
desk_annul-not-final = The result is not final: disputes are ruled on first, and only what is final can be annulled.
desk_annul-all-annulled = All items of this vote are annulled already.

## desk_calls

desk_calls-title = Roll call: ask the homes that were drawn
desk_calls-ask-the-homes = Ask the homes that were drawn
desk_calls-not-drawn = No homes are drawn yet: the numbers come first.
desk_calls-so-far = How far it is
desk_calls-drawn = Drawn
desk_calls-homes-of-them-weak = { $asked ->
    [one] 1 home; { $weak } of the ballots to look at twice
   *[other] { $asked } homes; { $weak } of their ballots to look at twice
}
desk_calls-reached = Reached
desk_calls-reached-of = { $done } / { $asked } homes
desk_calls-will-say-audited = Four of five are reached. Once signed, the result says that it was audited.
desk_calls-will-say-not-audited = At least { $needed } homes have to be reached, four of five. With fewer the result says that it was not audited; the vote can be ended all the same.
desk_calls-the-log-says-who-asked = These are the rooms, names and telephone numbers of the homes that were drawn. Sign before you see them: the log says that you asked, and anybody can look. What somebody chose is not shown.
desk_calls-sign-and-see = Sign and see where they are
desk_calls-where-they-are = Where they are reached
desk_calls-what-to-ask = Ask one thing: whether the ballot of this vote is the home’s own. Never ask what it chose.
desk_calls-how = How they are asked
desk_calls-by-phone = By telephone
desk_calls-at-the-door = At the door
desk_calls-by-letter = By letter
desk_calls-by-keyboard = By keyboard: 1 confirmed, 2 denied, 3 not reached; up and down go from home to home. The same again takes it back.
desk_calls-confirmed = Confirmed
desk_calls-denied = Denied
desk_calls-not-reached = Not reached
desk_calls-homes = Homes that were drawn
desk_calls-weak-first = those to look at twice ahead
desk_calls-weak = To look at twice: a proxy, a phone let in late, or paper over a ballot online
desk_calls-signed = Signed: { $answer }
desk_calls-a-denial-is-a-dispute = While the result can be disputed, a denial disputes this ballot: another organisation rules on it, and you do not. Ask once more before you sign.
desk_calls-to-be-signed = { $confirmed } confirmed, { $denied } denied, { $silent } not reached
desk_calls-nothing-yet = No answer is noted yet
desk_calls-nothing-changes-afterwards = Until you sign, answers stay on this device and can be changed. Once signed, what a home confirmed or denied does not change; who was not reached can be asked again.
desk_calls-sign = Sign and send all
desk_calls-signed-and-sent = Signed and noted.
desk_calls-not-signed-yet = Not signed yet

## desk_draw

desk_draw-title = Roll call: the numbers of the lottery
desk_draw-enter-the-numbers = Enter the numbers of the lottery
desk_draw-what-is-drawn = Which homes are drawn
desk_draw-vote = Vote
desk_draw-lottery = Lottery, as the notice names it
desk_draw-totals-stated = Totals stated
desk_draw-which-issue = The first draw after { $since } counts; nobody chooses another. It is held by { $last } at the latest.
desk_draw-draws = All ballots to look at twice are asked, homes: { $weak } at most. Another result is so many homes away: { $margin }; so others are drawn: { $others } at most. The numbers say which: nobody chooses, and anybody can compute it again.
desk_draw-draws-the-weak = Whatever becomes of the ballots, the result is the same: only ballots to look at twice are asked, homes: { $weak } at most.
desk_draw-draws-nobody = No ballot is to be looked at twice, and whatever becomes of the ballots, the result is the same: no home has to be asked.
desk_draw-in-their-order = Enter all of them, in the order in which the lottery tells them.
desk_draw-issue = Number of the draw
desk_draw-as-the-lottery-has-it = as the lottery writes it, for example 2026041
desk_draw-say-which-issue = Say which draw it is
desk_draw-day = Day of the draw
desk_draw-time = Time of the draw
desk_draw-say-when = Say on which day and when it was drawn
desk_draw-before-the-totals = That draw is too early: it comes after the totals
desk_draw-not-drawn-yet = That draw is still to come
desk_draw-too-long-after = That draw is too late: it is the first one, within 7 days of the totals
desk_draw-numbers = Numbers
desk_draw-for-example = with spaces between them, for example 03 09 17 21 27 30 12
desk_draw-say-the-numbers = Enter 1 to 20 numbers, each up to 99999
desk_draw-who-repeats-them = Somebody of another organisation looks them up and enters them again without seeing yours. They count once both are the same.
desk_draw-sign = Sign the numbers
desk_draw-waits-for-a-second = Signed. Somebody of another organisation enters them again.
desk_draw-no-lottery = The notice of this vote names no lottery, so that nobody is drawn. Name one in the next notice.
desk_draw-drawn-already = The homes are drawn already, once and for all.
desk_draw-no-margin = The ballots were erased, or the totals are to be stated anew: nobody can say how many homes to draw.
desk_draw-too-late = The result is final; nobody is drawn any more.
desk_draw-too-early = Homes are drawn once the totals are stated.
desk_draw-drawn-at = Drawn at
desk_draw-look-it-up-yourself = Look this draw up yourself, on the lottery’s own pages, and enter its numbers again.
desk_draw-they-differ = These are not the numbers that were entered first. Look again; if the first entry is wrong, do not confirm it, and have it entered anew.

## desk_election

desk_election-elects-a-committee = Electing the owners’ committee
desk_election-this-matter-elects = People stand for this matter, so its vote is an election. Who is on the ballot and in which order comes from the records and cannot be changed.
desk_election-since = posted since { $posted }
desk_election-as-they-call-themselves = The ballot calls each as they call themselves.
desk_election-more-than-half = As an ordinary matter: two thirds take part, and more than half of those have to mark somebody who is elected.
desk_election-see-the-candidates = See the candidates
desk_election-who-can-stand = To elect a committee, let owners stand first: on their phones, or by a signed paper that you write down. A notice takes 7 days of posting.
desk_election-question = Electing the members of the owners’ committee
desk_election-what-is-elected = What is elected
desk_election-how-many = How many are elected
desk_election-seats = { $seats ->
    [one] { $seats } seat
   *[other] { $seats } seats
}
desk_election-odd-between = An odd number, at least { $least } and at most { $most }.
desk_election-fewer-than = There are fewer candidates than { $least }: those elected could not take office. Ask more owners to stand.
desk_election-on-the-ballot = On the ballot, in this order
desk_election-mark-up-to = { $seats ->
    [one] Mark { $seats } person at most:
   *[other] Mark { $seats } people at most:
}
desk_election-not-before = The notice can be signed from { $from } on, and voting can begin on { $opens }: each candidate is posted for { $days ->
    [one] { $days } whole day.
   *[other] { $days } whole days.
}
desk_election-reading = Reading who stands, please wait
desk_election-words-are-gone = What a candidate says of themselves is not here
desk_election-seats-invalid = Change the number of seats: odd, and no more than candidates
desk_election-lottery-missing = The notice has to name a lottery for the lot
desk_election-posted-too-short = They are not posted long enough: sign in a few days
desk_election-candidates-mismatch = The candidates have changed: look at the first step again
desk_election-wait-for-another-office = Waiting to be checked by another office
desk_election-so-many = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
desk_election-write-down-a-paper = Write down a paper
desk_election-for-the-board = Print for the board
desk_election-who-is-elected = Who is elected
desk_election-to-step-back = Somebody steps back
desk_election-they-alone-step-back = They alone can: on their own phone, at this matter, under "Candidates", by "Take it back".
desk_election-on-paper-they-need-a-phone = So does whoever stands by paper. Without a phone, give them a letter, let them enrol on a relative's phone, and take it back there. Nobody does it for somebody else.
desk_election-give-them-a-letter = Make a letter
desk_election-first-posted = First posted on
desk_election-notice-from = Notice can be signed from
desk_election-voting-from = Voting can begin on
desk_election-posted-so-long = Not counting the first day, each is posted for { $days ->
    [one] { $days } whole day.
   *[other] { $days } whole days.
}
desk_election-posted-until = Posted until
desk_election-posted-from-until = Posted since { $day }; 15 days are full on { $until }
desk_election-confirmed-by = Checked by
desk_election-how-they-stand = How they stand
desk_election-by-paper = By a signed paper
desk_election-by-phone = With their own phone
desk_election-looked-up-in = Looked up in: { $source }
desk_election-accounts = the accounts of fees
desk_election-declaration = their own signed declaration
desk_election-neighbourhood = what the residents’ committee knows
desk_election-register = the register of persons
desk_election-staff-list = the manager's list of staff
desk_election-look-and-confirm = Check and confirm
desk_election-another-office-confirms = Somebody of another office checks it, not of the committee and no candidate. Whoever wrote it down cannot.
desk_election-term = Term
desk_election-years = { $years ->
    [one] { $years } year
   *[other] { $years } years
}
desk_election-check-each-yourself = Look each of these up yourself
desk_election-who-stands = Who stands
desk_election-an-owner-by-name = Type a name or a room, then press the person
desk_election-as-on-the-paper = As on the paper: name, building, a few words
desk_election-the-paper = The paper
desk_election-signed-by-themselves = with their own signature
desk_election-sign-and-write-down = Sign and write down
desk_election-written-down = Written down; it waits to be checked by another office
desk_election-never-what-was-found = Only that it was checked and where is recorded, never what was found. Keep the paper.
desk_election-no-committee = No owners’ committee is declared yet. Declare it first, under people.
desk_election-choose-the-owner = Choose who stands
desk_election-stands-already = This person stands already
desk_election-too-long = Too long: 80 signs at most
desk_election-choose-the-paper = Choose the scan of the paper
desk_election-only-where-asked = { $check } (only where the bylaws ask)
desk_election-choose = Choose
desk_election-where-was-it = Looked up where: { $check }
desk_election-what-is-met = Tick what is met
desk_election-look-it-up = once you looked it up
desk_election-say-where = Say of each tick where it was looked up
desk_election-both-must-be-met = Both have to be met: look again at what is not ticked
desk_election-how-to-post = Print on A4, seal it, put it on the board. Print again when somebody stands or steps back.
desk_election-board-heading = Candidates for the owners’ committee
desk_election-who-objects = Whoever doubts that a candidate is eligible tells the residents’ committee or the subdistrict while this is posted.
desk_election-also-on-the-phone = Scan this to see who stands, and to stand yourself.
desk_election-posted-on = Posted on { $day }
desk_election-elects-nobody = This vote elects nobody.
desk_election-no-totals-yet = There is no result yet. Come back when it is stated.
desk_election-a-lot-decides = Some are equal at the last seats, and a lot decides: enter the numbers of the lottery that the notice names.
desk_election-seat-count = Seats
desk_election-elected = Elected
desk_election-equal = Equal, waiting for the lot
desk_election-follow = Follow, in this order
desk_election-stepped-back-are-left-out = Whoever stepped back is left out, and the next follows.
desk_election-seated-already = They are in office already
desk_election-too-few = Too few are elected: there has to be another election
desk_election-held-back = Not now: a ruling, an annulment or a later election
desk_election-not-final = The result is not final yet
desk_election-in-office-until = { $members ->
    [one] { $members } member takes office, until { $day }.
   *[other] { $members } members take office, until { $day }.
}
desk_election-old-offices-end = Every office of the old committee ends at once.
desk_election-the-old-key-ends = The old committee's root key ends and gives no office any more.
desk_election-what-they-handed-on-ends = So do offices that they handed on to others for holding votes, counting and making letters.
desk_election-books-go-on = Whoever only publishes books or reports progress goes on.
desk_election-any-owner-may = Nobody has to wait for the committee: any owner may sign it on their phone.
desk_election-nothing-takes-it-back = It takes effect once signed, and nothing takes it back.
desk_election-what-ends = When they take office

## desk_end

desk_end-result-of = Result of { $name }
desk_end-shown = Shown
desk_end-can-be-disputed-until = Can be disputed until
desk_end-disputes = Disputes
desk_end-nobody-disputes-it = Nobody disputes it.
desk_end-see-the-notice = See the notice
desk_end-choose = Choose: dismissed or upheld
desk_end-dismiss = Dismissed
desk_end-uphold = Upheld
desk_end-why = Reasons
desk_end-say-why = Say why
desk_end-everybody-reads-it = every owner reads it
desk_end-a-ruling-is-for-good = A ruling cannot be changed.
desk_end-sign-the-ruling = Sign the ruling
desk_end-ruled = It is ruled.
desk_end-make-final = Make the result final
desk_end-what-final-means = Only a final result is carried out. A second person confirms it; after 7 days without one, signing once more suffices and is marked as not confirmed.
desk_end-a-dispute-could-change-it = A dispute could change the result: it can be made final, but carries no work until that is dismissed.
desk_end-not-yet = Its 15 days are not over
desk_end-sign-final = Sign as final
desk_end-waits-for-a-second = Signed; a second person confirms it.

## desk_extend

desk_extend-put-off = Put off: { $name }
desk_extend-put-the-end-off = Too few have voted: put the end off
desk_extend-to-be-put-off = The vote to be put off
desk_extend-what-it-means = A vote is put off only because too few have voted, and only once. Ballots that were cast stand, and still nobody sees who chose what.
desk_extend-by-how-many-days = By how many days
desk_extend-at-most = { $days } at most
desk_extend-goes-on-until = Voting goes on until { $until }
desk_extend-why = Why it is put off
desk_extend-everybody-reads-it = every owner reads it
desk_extend-choose-days = Say by how many days
desk_extend-say-why = Say why it is put off
desk_extend-the-window-has-ended = The vote has closed; it cannot be put off
desk_extend-only-once = It was put off once and cannot be again
desk_extend-enough-have-voted = Enough have voted by heads and by area
desk_extend-no-day-is-left = The window is as long as it may be
desk_extend-sign = Sign and put off
desk_extend-it-is-put-off = It is put off, and every owner sees it.

## desk_figures

desk_figures-question = Question { $id }: { $title }
desk_figures-first-did-enough-take-part = First, did enough take part
desk_figures-second-did-enough-consent = Second, did enough consent

## desk_open

desk_open-not-yet = Not yet
desk_open-too-late-notice-it-anew = Too late; notice it anew
desk_open-the-roll-has-changed = The roll has changed
desk_open-the-roll-is-frozen = The roll is frozen
desk_open-heads = Heads
desk_open-the-notice-names-an-older = The notice names an older roll, whose area is not known here. Notice the vote anew to use the new one.
desk_open-only-within-72-hours-before = Only within 72 hours before the beginning: from { $from }.
desk_open-less-than-5-days-of = Less than 5 days of voting are left; it cannot be opened.
desk_open-from-here-on-sales-and = From here on sales and transfers do not change who votes and of how many.
desk_open-sign-freeze-the-roll = Sign: freeze the roll
desk_open-freeze-the-roll = Freeze the roll: { $name }
desk_open-what-was-noticed = What was noticed
desk_open-what-will-be-frozen = What will be frozen

## desk_posted

desk_posted-notice-of-the-result = Notice of the result
desk_posted-print-the-notice = Print the notice
desk_posted-what-came-of-it = Disputes, roll call, annulment
desk_posted-question = Question { $id }: { $title }
desk_posted-chose-nobody = Chose nobody
desk_posted-against-or-abstain = Against or abstain
desk_posted-consent = consent
desk_posted-turnout = turnout
desk_posted-mark = { $name }: { $what }
desk_posted-kind = Kind
desk_posted-consent-2 = Consent
desk_posted-result-of-the-vote = Result of the vote: { $title }
desk_posted-began = Began
desk_posted-ended = Ended
desk_posted-posted = Posted
desk_posted-basis-civil-code-278-two = Basis: Civil Code 278. Two thirds of area and of heads take part; more than half, or three quarters, of those consent.
desk_posted-owners-may-check-their-ballot = Owners may check their ballot at the desk, object in writing, or go to court.
desk_posted-posted-by-name-and-seal = Posted by (name and seal):{" "}
desk_posted-record = Record

## desk_turnout

desk_turnout-turnout = { $title }: turnout
desk_turnout-closes = closes { $closes }
desk_turnout-more-ballots-are-held-co = { $held ->
    [one] 1 more ballot is held: co-owners have not named who votes.
   *[other] { $held } more ballots are held: co-owners have not named who votes.
}
desk_turnout-who-has-voted-never-what = Who has voted, never what they chose; nobody learns that before the close.
desk_turnout-enough-this-vote-counts = Enough: this vote counts
desk_turnout-two-thirds-of-heads-and = Two thirds of heads and area take part. Others may still vote.
desk_turnout-m-missing = { $whole }{"\u00A0"}m² missing
desk_turnout-heads-missing = { $heads }{"\u00A0"}heads missing
desk_turnout-heads-and-m-missing = { $heads }{"\u00A0"}heads and { $whole }{"\u00A0"}m² missing
desk_turnout-rounded-up-exactly-m = {" "}Rounded up; exactly { $exact }{"\u00A0"}m².
desk_turnout-the-vote-counts-only-if = The vote counts only if both reach two thirds.
desk_turnout-needed = { $needed } needed
desk_turnout-enough = enough
desk_turnout-missing = { $words } missing
desk_turnout-voted = voted
desk_turnout-missing-2 = missing
desk_turnout-others = Others
desk_turnout-building = Building
desk_turnout-voted-2 = Voted
desk_turnout-share = Share
desk_turnout-missing-3 = Missing
desk_turnout-total = Total
desk_turnout-buildings-under-10-heads-are = Buildings under 10 heads are put together. Who owns in several counts in each, once in the total.
desk_turnout-by-building = By building
desk_turnout-the-most-missing-first = the most missing first
desk_turnout-by-day = How far, by day
desk_turnout-by-day-now = Who had taken part by the end of each day: { $heads } of the heads and { $area } of the area by now, in figures in the table below
desk_turnout-two-thirds = Two thirds
desk_turnout-day = Day
desk_turnout-to-come = still to come
desk_turnout-map = By building, a tile each
desk_turnout-the-stronger-the-more = A tile for each building, the stronger its colour the more of it takes part: a shade is a fifth.

## desk_votes

desk_votes-noticed-freeze-the-roll-from = noticed; freeze the roll from { $from }; voting begins { $opens }
desk_votes-roll-frozen-begins = roll frozen; begins { $opens }
desk_votes-open-until = open until { $closes }
desk_votes-the-window-has-ended-to = the window has ended; to be closed
desk_votes-closed-to-be-counted = closed; to be counted
desk_votes-shown-until = result shown; can be disputed until { $until }
desk_votes-no-votes-going-on = No votes going on.
desk_votes-closed-see-the-notice = closed { $closed }; see the notice
desk_votes-no-results-yet = No results yet.
desk_votes-going-on = Going on
desk_votes-counted-2 = Counted
desk_votes-votes-and-results = Votes and results
desk_votes-taken-back = Withdrawn
desk_votes-mandates = Voting by mandate: { $title }
desk_votes-mandate = { $home }: { $proxy } votes, since { $since }{ $how }
desk_votes-by-a-paper = { " " }(from a paper)
desk_votes-never-what-they-were-told = Who votes for whom, never what they were told or cast. An owner's own ballot always counts.

## desk_withdraw

desk_withdraw-withdraw = Withdraw: { $name }
desk_withdraw-withdraw-this-vote = Withdraw this vote
desk_withdraw-to-be-withdrawn = The vote to be withdrawn
desk_withdraw-what-becomes-of-it = Once withdrawn, this vote does not begin and cannot be restored. To change words or dates, withdraw it and give a new notice, whose days begin anew.
desk_withdraw-why = Why it is withdrawn
desk_withdraw-everybody-reads-it = every owner reads it
desk_withdraw-say-why = Say why it is withdrawn
desk_withdraw-it-cannot-be-undone = Once voting has begun nobody can withdraw it.
desk_withdraw-too-late = Voting has begun; it cannot be withdrawn
desk_withdraw-sign = Sign and withdraw
desk_withdraw-it-is-withdrawn = It is withdrawn, and every owner sees why.

## desk_wizard

desk_wizard-check-and-publish = Check and publish
desk_wizard-there-is-no-roll-yet = There is no roll yet.
desk_wizard-start-a-vote = Start a vote
desk_wizard-back = Back
desk_wizard-next = Next: { $words }
desk_wizard-starting-a-vote-step-of = Starting a vote, step { $now } of 5
desk_wizard-as-the-law-says = as the law says: { $one }
desk_wizard-do-the-bylaws-ask-for = Do the bylaws ask for more?
desk_wizard-it-can-be-raised-never = it can be raised, never lowered
desk_wizard-matter = Matter
desk_wizard-optional = optional
desk_wizard-none = none
desk_wizard-which-matter = Which matter
desk_wizard-heads = { $heads } heads
desk_wizard-mark = { $name } ({ $heads })
desk_wizard-heads-and-area = , heads and area
desk_wizard-who-votes = Who votes?
desk_wizard-a-stairwell-affair-is-voted = a stairwell's affair is voted on there
desk_wizard-parking-spaces-do-not-count = Parking spaces do not count. Co-owners are one head together; who owns several homes is one head.
desk_wizard-go-on-with-the-unpublished = Go on with the unpublished vote

## desk_presets

desk_presets-frequent = Frequent
desk_presets-nine = Others that the law names
desk_presets-what-is-decided = What is to be decided?
desk_presets-choose-one = choose the closest; its thresholds follow
desk_presets-missing = What is to be decided is not chosen
desk_presets-remark = { $about }. Article 278, no. { $number }, { $class }
desk_presets-lift = A lift
desk_presets-lift-about = Its stairwell or building alone votes
desk_presets-repair = Use of the maintenance fund
desk_presets-repair-about = Repair and renewal of roofs, walls, lifts, pipes
desk_presets-parking = Parking
desk_presets-parking-about = On common roads and ground: where, and for how much
desk_presets-common-revenue = Use of common revenue
desk_presets-common-revenue-about = Where income of advertising, parking and rents goes
desk_presets-hire = Hiring or keeping a manager
desk_presets-hire-about = Which firm, which services, which fees
desk_presets-dismiss = Dismissing the manager
desk_presets-dismiss-about = Before the contract ends, or not renewing it
desk_presets-committee-funds = Funds of the committee
desk_presets-committee-funds-about = Where its costs are paid from, and how much
desk_presets-rules = Rules of procedure
desk_presets-rules-about = Made or changed
desk_presets-covenant = Covenant
desk_presets-covenant-about = Made or changed, also what it says about votes
desk_presets-raise-fund = Raising the maintenance fund
desk_presets-raise-fund-about = Paying in again or more
desk_presets-rebuild = Rebuilding
desk_presets-rebuild-about = Of buildings and what belongs to them
desk_presets-change-use = Another use, or business
desk_presets-change-use-about = Common parts used otherwise, or to earn with them
desk_presets-other = Another major matter
desk_presets-other-about = None of these, and it concerns what is owned and managed in common
desk_presets-law = By Civil Code 278, paragraph 1, no. { $number } ({ $class }): two thirds take part by area and by heads; by area and by heads these must consent: { $consent }.
desk_presets-notice = It may begin after { $days } whole days of notice, and usually takes { $window } days.
desk_presets-all-owners = All owners of the estate vote; area and heads are those of the estate.
desk_presets-owners-concerned = The owners of the part that it concerns vote; area and heads are those of the part.
desk_presets-owners-of-a-part = The owners of the stairwell or building vote, and nobody else; area and heads are its own.
desk_presets-hangzhou = Hangzhou’s regulation on property management, article 16, names it among what owners decide.
desk_presets-required = Must be posted with the notice
desk_presets-customary = Usually posted with it
desk_presets-how-papers-go = Only text is taken here: put what matters into the whole text, and post the papers beside the notice.
desk_presets-new-text = The whole new text
desk_presets-changes = What differs from the text in force
desk_presets-use-plan = The plan: what is repaired, at what cost, which homes pay (Measures on Maintenance Funds, 22 and 23)
desk_presets-offers = Offers of several firms
desk_presets-fund-balance = What the fund holds
desk_presets-contract = The draft contract
desk_presets-fees = Services and fees
desk_presets-handover = How it is handed over
desk_presets-drawings = Design and drawings
desk_presets-cost-shares = Who pays which share of building and running it
desk_presets-levy = How much, from whom, until when
desk_presets-site-plan = A plan of the place
desk_presets-revenue-shares = Whose the revenue is and how it is shared (Civil Code 282)
desk_presets-revenue-accounts = The accounts of common revenue
desk_presets-budget = A budget
desk_presets-not-here = Not started here yet
desk_presets-elect = Electing the owners’ committee
desk_presets-committee = Electing or replacing the owners’ committee (article 278, no. 3): raise a matter, let owners stand once it is accepted, and put that matter to the vote after 7 days of posting.
desk_presets-residents-meeting = A residents’ meeting: called by the residents’ committee, by the law on residents’ committees and local rules.
desk_presets-council = A council: decides in its meeting, by its own charter.

## desk_holidays

desk_holidays-new-year = New Year
desk_holidays-spring = Spring Festival
desk_holidays-qingming = Qingming
desk_holidays-labour = Labour Day
desk_holidays-dragon-boat = Dragon Boat Festival
desk_holidays-mid-autumn = Mid-Autumn Festival
desk_holidays-national = National Day
desk_holidays-national-and-mid-autumn = National Day and Mid-Autumn Festival
desk_holidays-weekend = a weekend
desk_holidays-off = { $holiday }: days off
desk_holidays-worked = Worked for a holiday
desk_holidays-a-working-day = a weekend on which is worked
desk_holidays-a-last-day-moves-on = a last day that falls here moves on
desk_holidays-unknown = The holidays of { $year } are not known here yet: only weekends and holidays with a fixed date are reckoned with. Compare once the State Council has published them, and add days if the last day is off. You can go on now.

## desk_clock

desk_clock-ahead = This device’s clock is { $much } ahead of the server’s. Dates follow the server’s clock, but your signature records the device’s: set it right before you sign.
desk_clock-behind = This device’s clock is { $much } behind the server’s. Dates follow the server’s clock, but your signature records the device’s: set it right before you sign.
desk_clock-minutes = { $count ->
    [one] a minute
   *[other] { $count } minutes
}
desk_clock-hours = { $count ->
    [one] an hour
   *[other] { $count } hours
}
desk_clock-days = { $count ->
    [one] a day
   *[other] { $count } days
}

## desk_writing

desk_writing-decides = Decides
desk_writing-consent = Consent
desk_writing-so-far = So far
desk_writing-the-title-is-missing = The title is missing
desk_writing-the-text-is-missing = The text is missing
desk_writing-a-question-is-empty = A question is empty

## desk_matter

desk_matter-where-it = Where
desk_matter-raised-by = Raised by
desk_matter-about = About
desk_matter-concerns = Concerns
desk_matter-handled-by = Handled by
desk_matter-homes = { $supports } / { $heads } homes
desk_matter-the-matter = The matter
desk_matter-put-to-the-vote = Put to the vote
desk_matter-give-out-the-work = Give out the work
desk_matter-give-out-more-work = Give out more work
desk_matter-next-step = Next step
desk_matter-at-most-yuan = at most { $cap } yuan
desk_matter-no-limit = no limit
desk_matter-the-work = The work
desk_matter-for-it = for
desk_matter-against = against
desk_matter-neutral = neutral
desk_matter-asks = asks
desk_matter-no-words = no words
desk_matter-nobody-has-spoken-yet = Nobody has spoken yet.
desk_matter-mark = { $opinions }
desk_matter-what-people-say = What people say
desk_matter-what-was-done = What was done
desk_matter-raised = Raised
desk_matter-accepted = Accepted
desk_matter-declined = Declined
desk_matter-merged = Merged
desk_matter-escalated-to = Escalated to { $tier }
desk_matter-returned-to = Returned to { $tier }
desk_matter-vote-noticed = Vote noticed
desk_matter-roll-frozen-heads = Roll frozen: { $heads } heads, { $area-c }
desk_matter-vote-closed = Vote closed
desk_matter-vote-withdrawn = Vote withdrawn
desk_matter-vote-put-off = Vote put off
# may leave out $join
desk_matter-result = Result: { $join2 }
desk_matter-work-given-out = Work given out
desk_matter-reported = Reported { $percent } %
desk_matter-closed = Closed

## desk_matters

desk_matters-going-on = Going on
desk_matters-ended = Ended
desk_matters-none-now = None now.
desk_matters-how-many = How many go on, and for how long
desk_matters-by-kind = By kind
desk_matters-by-age = By how long ago they were raised
desk_matters-under-a-week = Less than 7 days
desk_matters-up-to-a-month = 7 to 30 days
desk_matters-over-a-month = More than 30 days
desk_matters-late = { $number } past due
desk_matters-other-kinds = { $number ->
    [one] { $number } other kind
   *[other] { $number } other kinds
}
desk_matters-empty-kinds = { $number ->
    [one] Of { $number } more kind there is nothing now.
   *[other] Of { $number } more kinds there is nothing now.
}
desk_matters-in-time = in time
desk_matters-past-due = past due
desk_matters-since-raised = Counted from the day of raising. Past due: the date of what has to happen now has passed.
desk_matters-what = Kind, time
desk_matters-number = Number

## desk_books

desk_books-a-workbook-xlsx-or-a = A workbook (xlsx) or a CSV file, with a row that names the columns. The file is read on this device only.
desk_books-choose-the-ledger = Choose the ledger
desk_books-publish-the-books = Publish the books
desk_books-the-file = The file
desk_books-what-to-write-as-a = What to write as a category
desk_books-will-be-shown = will be shown
desk_books-fine = fine
desk_books-lines-must-be-corrected-or = { $bad ->
    [one] 1 line must be corrected or removed in the file itself; choose it again then. Nothing is skipped.
   *[other] { $bad } lines must be corrected or removed in the file itself; choose it again then. Nothing is skipped.
}
desk_books-lines-with-problems = Lines with problems
desk_books-lines-that-will-be-shown = Lines that will be shown
desk_books-line = Line
desk_books-voucher = Voucher
desk_books-yuan = Yuan
desk_books-what-is-wrong = What is wrong
desk_books-must-be-corrected = Must be corrected: { $problems }
desk_books-can-be-published-and-will = Can be published and will be shown: { $notices }
desk_books-file = books.csv

## desk_disclosed

desk_disclosed-nothing-to-report = nothing to report
desk_disclosed-opening-missing = opening missing
desk_disclosed-balances = balances
desk_disclosed-opening = Opening
desk_disclosed-in-it = In
desk_disclosed-out = Out
desk_disclosed-closing = Closing
desk_disclosed-lines-questions = { $lines ->
    [one] 1 line
   *[other] { $lines } lines
}, { $questions ->
    [one] 1 question
   *[other] { $questions } questions
}
desk_disclosed-nothing-was-published-yet = Nothing was published yet.
desk_disclosed-published = Published
desk_disclosed-published-2 = Published
desk_disclosed-lines = Lines
desk_disclosed-record = Record
desk_disclosed-see-it-as-residents-do = See it as residents do
desk_disclosed-books = Books: { $name }
desk_disclosed-ledgers = Ledgers
desk_disclosed-this-period = This period

## desk_publish

desk_publish-correct-lines-first = { $bad ->
    [one] Correct 1 line first
   *[other] Correct { $bad } lines first
}
desk_publish-answer-questions-first = { $open ->
    [one] Answer 1 question first
   *[other] Answer { $open } questions first
}
desk_publish-the-period-is-not-valid = The period is not valid
desk_publish-no-lines-in-this-period = No lines in this period
desk_publish-an-opening-must-be-a = An opening must be a number
desk_publish-the-sums-are-too-large = The sums are too large
desk_publish-an-opening-is-missing = An opening is missing
desk_publish-say-which-vote-it-was = Say which vote it was
desk_publish-lines-of-the-file-lie = { $left ->
    [one] 1 line of the file lies outside this period and is not published now.
   *[other] { $left } lines of the file lie outside this period and are not published now.
}
desk_publish-from = From
desk_publish-to = To
desk_publish-inclusive = inclusive
desk_publish-the-month-is-not-over = The month is not over; the period ends today.
desk_publish-the-books-are-public = The books are public
desk_publish-it-is-public-at-once = It is public at once and cannot be changed; errors are taken back by later lines.
desk_publish-sign-and-publish = Sign and publish
desk_publish-period = Period
desk_publish-openings = Openings
desk_publish-five-ledgers = Five ledgers
desk_publish-publish = Publish
desk_publish-what-the-last-period-closed = what the last period closed with
desk_publish-needed-the-first-time-empty = needed the first time; empty if unused

## desk_review

desk_review-ask-for-a-review = Have it reviewed before the vote
desk_review-what-it-means = The Party branch or a lawyer may look at it first. Until they answer no notice can be given; without an answer in time it goes on, marked "no reply".
desk_review-whom = Which organisation
desk_review-within-how-many-days = Within how many days
desk_review-at-most = { $days } at most
desk_review-what-to-look-at = What to look at
desk_review-everybody-reads-it = Everybody reads it: no names or telephone numbers
desk_review-sign-the-request = Sign the request
desk_review-choose-days = Choose the days
desk_review-say-what = Say what to look at
desk_review-asked = The request is out
desk_review-you-were-asked = You were asked to look at this
desk_review-until = by { $until }
desk_review-what-do-you-think = What do you think?
desk_review-why = Remarks and reasons
desk_review-choose-an-opinion = Choose an opinion
desk_review-say-why = Say why
desk_review-sign-the-opinion = Sign the opinion
desk_review-answered = Answered; everybody reads it

## desk_moderated

desk_moderated-reports-and-hiding = Reports and hiding
desk_moderated-nothing-was-reported = Nothing was reported, and nothing hidden.
desk_moderated-reported = reported
desk_moderated-hidden = hidden, may be appealed
desk_moderated-appealed = appealed, to be ruled
desk_moderated-unruled = not ruled in time, shown again
desk_moderated-kept-hidden = stays hidden
desk_moderated-shown-again = shown again
desk_moderated-left = looked at, not hidden
desk_moderated-hide = Hide
desk_moderated-keep = Rule: keep hidden
desk_moderated-leave = Looked at, leave it
desk_moderated-show = Show again
desk_moderated-reports = { $reason }: { $number } reported
desk_moderated-the-author-says = Its author appeals: { $words }
desk_moderated-see-the-matter = See the matter
desk_moderated-a-matter = A matter
desk_moderated-an-opinion = An opinion
desk_moderated-choose-what = Choose what to do
desk_moderated-done = Signed; its author reads why
desk_moderated-everybody-will-read = Everybody will read:
desk_moderated-why = Why
desk_moderated-everybody-reads-it-do-not-repeat = everybody reads it; do not repeat what is hidden
desk_moderated-sign = Sign

## desk_questions

desk_questions-nobody-has-asked = Nobody has asked.
desk_questions-unanswered = Unanswered
desk_questions-all-are-answered = All are answered.
desk_questions-answered = Answered
desk_questions-the-whole-period = the whole period
desk_questions-the-answer-is-missing = The answer is missing
desk_questions-answered-everybody-can-read-it = Answered; everybody can read it
desk_questions-by = by { $when }
desk_questions-answer = Answer
desk_questions-everybody-reads-it = everybody reads it
desk_questions-sign-the-answer = Sign the answer

## desk_close

desk_close-fewer-than-three-in-five = Fewer than three in five are content
desk_close-the-words-are-missing = The words are missing
desk_close-closed = Closed
desk_close-the-vote-did-not-pass = The vote did not pass; the matter ends here.
desk_close-marks = Marks
desk_close-content = Content
desk_close-mark = { $content } / { $ratings }
desk_close-it-can-end-7-days = It can end 7 days after the work was done; where 5 or more have marked it, three in five must be content.
desk_close-few-marks = Fewer than 5 marked it: there is no score, so that nobody's marks can be told.
desk_close-a-last-word = A last word
desk_close-what-was-done-what-it = what was done, what it cost
desk_close-sign-and-close = Sign and close

## desk_dispatch

desk_dispatch-it-was-not-put-to = It was not put to the vote.
desk_dispatch-passed = { $item }: { $text } (passed)
desk_dispatch-by-which-decision = By which decision
desk_dispatch-nothing-has-passed-yet = Nothing has passed yet.
desk_dispatch-give-out = Give out: { $name }
desk_dispatch-choose-somebody = choose somebody
desk_dispatch-nobody-can-take-on-work = Nobody can take on work
desk_dispatch-choose-who-does-it = Choose who does it
desk_dispatch-what-is-to-be-done = What is to be done is missing
desk_dispatch-the-due-date-must-lie = The due date must lie ahead
desk_dispatch-the-limit-must-be-a = The limit must be a number
desk_dispatch-the-work-is-given-out = The work is given out
desk_dispatch-who-does-it = Who does it
desk_dispatch-who-holds-an-office-for = who holds an office for work
desk_dispatch-what-is-to-be-done-2 = What is to be done
desk_dispatch-say-when-it-is-done = say when it is done
desk_dispatch-due = Due
desk_dispatch-at-most-yuan = At most (yuan)
desk_dispatch-optional = optional
desk_dispatch-sign-and-give-out = Sign and give out
desk_dispatch-who-and-what = Who and what

## desk_progress

desk_progress-unfinished = { $work } unfinished
desk_progress-reported = reported
desk_progress-no-unfinished-work-of-yours = No unfinished work of yours.
desk_progress-my-work = My work
desk_progress-yuan = yuan
desk_progress-none = none
desk_progress-due = Due
desk_progress-at-most = At most
desk_progress-reported-so-far = Reported so far
desk_progress-it-is-late-say-when = It is late; say when it will be done.
desk_progress-per-cent-done = Per cent done
desk_progress-progress-is-a-whole-number = Progress is a whole number from 0 to 100
desk_progress-what-was-paid-must-be = What was paid must be a number
desk_progress-the-words-are-missing = The words are missing
desk_progress-it-can-be-reported-and = It can be reported and is shown in red to everybody. Say why below.
desk_progress-reported-as-done-owners-may = Reported as done; owners may rate the matter once all its work is
desk_progress-reported-2 = Reported
desk_progress-n100-is-done = 100 is done
desk_progress-paid-so-far-in-all = Paid so far in all (yuan)
desk_progress-since-the-beginning = since the beginning
desk_progress-how-it-stands = How it stands
desk_progress-what-was-done-what-is = what was done, what is left
desk_progress-sign-the-report = Sign the report
desk_progress-report = Report: { $work }
desk_progress-how-far-it-has-come = How far it has come
desk_progress-the-work = The work
desk_progress-see-the-matter = See the matter

## desk_answer

desk_answer-accept = Accept
desk_answer-it-is-talked-over-then = It is talked over, then voted on or given out.
desk_answer-decline-saying-why = Decline, saying why
desk_answer-this-ends-it-everybody-reads = This ends it; everybody reads the reason.
desk_answer-merge = Merge
desk_answer-it-goes-on-under-another = It goes on under another matter.
desk_answer-escalate = Escalate
desk_answer-to-a-farther-tier-the = To a farther tier; the days for an answer begin anew.
desk_answer-return-it = Return
desk_answer-to-a-nearer-tier-the = To a nearer tier; the days for an answer begin anew.
desk_answer-into-which = Into which
desk_answer-to-which-tier = To which tier
desk_answer-to-which-tier-2 = To which tier
desk_answer-choose-what-to-do = Choose what to do
desk_answer-the-words-are-missing = The words are missing
desk_answer-accepted = Accepted
desk_answer-declined = Declined
desk_answer-merged = Merged
desk_answer-escalated = Escalated
desk_answer-returned = Returned
desk_answer-what-to-do = What to do
desk_answer-the-answer-in-words = The answer in words
desk_answer-everybody-reads-it-no-names = everybody reads it; no names or numbers
desk_answer-sign-the-answer = Sign the answer
desk_answer-within-days = { $days ->
    [one] within 1 day
   *[other] within { $days } days
}
desk_answer-handle-otherwise = Handle otherwise

## desk_trouble

desk_trouble-offline = The server does not answer; nothing was delivered
    .todo = What you typed is still here. Check the network and press again; nothing is sent twice.
desk_trouble-no-vault = This browser keeps no key
    .todo = Do not use a private window; try another browser.

## sheets

# What the readers of files say, through the window's desk and the command line. $lines and $columns are said already

# A text as it is
sheets-text = { $text }
# A text of the file, quoted
sheets-quoted = “{ $text }”
# Between the items of a list
sheets-and-more = { $before }, { $next }
# Which lines
sheets-lines = { $count ->
    [one] line
   *[other] lines
} { $lines }
# The first of too many lines; $count is how many there are, $more how many are not named
# may leave out $count
sheets-lines-more = lines { $lines } and { $more } more

# Buttons that answer
sheets-choice-as-above = as above
sheets-choice-cut = cut off
sheets-choice-first = the first
sheets-choice-right = right as written
sheets-choice-not-the-same = not the same
sheets-choice-two-people = different people
sheets-choice-new-person = a new person
sheets-choice-one-name = one owner's name
sheets-choice-a-part = a part; they stay as they are
sheets-choice-last = the last
sheets-choice-gone = gone; take them off the roll
sheets-choice-leave-out = leave out
sheets-choice-one-person = the same person
sheets-choice-once = once only
sheets-choice-the-same = the same
sheets-choice-first-reading = the first reading
sheets-choice-nobody = nobody for now
sheets-choice-second-reading = the second reading
sheets-choice-round = round
sheets-choice-split = several owners
sheets-choice-turn = turn the sign

# The whole file cannot be read
sheets-file-empty = The file holds no rows; choose the file that holds them.
sheets-file-encoding = The file is not text in UTF-8, UTF-16 or GBK; save the sheet as "CSV UTF-8" or xlsx and choose that file.
sheets-file-old-workbook = This is a workbook in the old xls format; save it as xlsx and choose that file.
sheets-file-workbook = The workbook cannot be read: it is damaged or locked by a password; open it, save it as xlsx and choose that file.
sheets-file-too-large = The file is too large: it has more than 64 MiB, or far more once it is opened; keep one sheet of it.
sheets-file-sheets = The sheets { $sheets } all look like the one to read; keep one of them.
sheets-file-header = No row names the columns; put names into the first row, such as 楼栋, 室号 and 业主姓名 for a roll, 凭证号, 日期 and 金额 for a ledger.
sheets-file-columns = The header lacks columns; add these: { $columns }.
sheets-file-columns-unknown = The header lacks columns; add these: { $columns }. Not understood: { $unknown }.
sheets-file-column-twice = The header has the column { $name } twice; keep one of them.
sheets-file-header-unclosed = A quotation mark in the header is never closed; remove it.
sheets-file-rows = The file has more than 100,000 rows; keep to one estate.

# A row cannot be read
sheets-row-unclosed = A quotation mark opens here and none closes it, so nothing after it was read; remove it.
sheets-row-fields = The row has { $found } fields and the header { $width }; put a field that contains separators into quotation marks.
sheets-field-missing = { $column } is empty; fill it in.
sheets-field-invisible = { $column } contains a line break or a sign that cannot be seen (U+{ $sign }); type it again.

# Amounts
sheets-money-missing = The amount is empty; fill it in.
sheets-money-commas = The commas of “{ $text }” are not clear; write the decimal point as “.” and commas at every third digit or nowhere, such as 80000.50 or 80,000.50.
sheets-money-form = The amount “{ $text }” is not clear; write it as 1234.56, or -1234.56 if negative.
sheets-money-decimals = The amount has { $count } decimals and can have 2; look at the voucher and write two.
sheets-money-too-large = The amount is too large; check the decimal point.

## sheets_roll

# The first line of an empty sheet, above its columns
sheets_roll-template = Owner roll: one row for each owner; co-owners take several rows with one building, entrance and room; areas in m²; the kind is 住宅 (home), 商铺 (shop), 办公 (office), 车位 (parking space), 储藏室 (storage room) or 人防 (shelter)

# The columns of a roll, as the readers know them in both languages
sheets_roll-column-building = building (楼栋)
sheets_roll-column-entrance = entrance (单元)
sheets_roll-column-room = room (室号)
sheets_roll-column-kind = kind (用途)
sheets_roll-column-area = exclusive_area_m2 (专有部分面积)
sheets_roll-column-owner-no = owner_no (业主编号)
sheets_roll-column-owner-name = owner_name (业主姓名)
sheets_roll-column-phone = phone (电话)
sheets_roll-column-language = language (语言)
sheets_roll-column-share-numerator = share_numerator (份额分子)
sheets_roll-column-share-denominator = share_denominator (份额分母)
sheets_roll-column-representative = representative (代表人)

# Merged cells
sheets_roll-above = { $columns }: empty on { $lines }, as merged cells are: the same as on line { $line } above? If not, fill them in.
sheets_roll-above-value = { $columns }: empty on { $lines }, as merged cells are: the same as on line { $line } above (“{ $value }”)? If not, fill them in.
sheets_roll-above-none = { $columns }: empty on { $lines }, while other rows of the building have it. Keep it if there is none, or fill it in.

# Areas
sheets_roll-area-missing = The area is empty; fill it in, in m².
sheets_roll-area-unit = The area is in “{ $unit }”; write it in m², as the property register has it.
sheets_roll-area-too-large = The area must be below 1,000,000 m²; check the decimal point.
sheets_roll-area-zero = An area of 0 has no vote; fill in the area from the property register.
sheets_roll-area-form = The area “{ $text }” is not clear; write the m² as digits, such as 89.50.
sheets_roll-area-inexact = The area on { $lines }, { $text }, is finer than 0.01 m²: round it to { $round }, or cut it off at { $cut }?

# What seems wrong in a row
sheets_roll-kind-doubtful = The address on { $lines } sounds like a storage room, parking space or the like, and its kind counts; keep it if that is right, or correct the kind.
sheets_roll-kind-unknown = The kind “{ $text }” is not known. Write 住宅, 商铺 or 办公 for what counts, 车位 for parking, and 储藏室, 人防 or 公共 for storage, civil defence and communal rooms, which never count.
sheets_roll-phone-unlikely = The phone has { $digits } digits, which seems too few or too many; check it.
sheets_roll-characters-lost = { $columns } on { $lines } seems to have lost characters (?, * or boxes); complete it from the source, or keep it if that is how it is.
sheets_roll-owners-and-others = The owner on { $lines } is followed by 等, as if there were more; write one row for each.
sheets_roll-owners-in-one-cell = One cell on { $lines } seems to name { $count } owners; split it if so, or better write one row for each.
sheets_roll-field-too-long = { $column } has { $found } bytes and can have { $most }; shorten it.
sheets_roll-cell-error = { $column } shows the spreadsheet's error “{ $text }”; correct the sheet.
sheets_roll-room-changed = { $column } “{ $text }” looks like a date or a power of ten that the spreadsheet made; set the column to text and type it again.
sheets_roll-number-cut = { $column } “{ $text }” was rounded by the spreadsheet, and its last digits are gone; set the column to text and type it again from the source.
sheets_roll-share-form = Write the share as two positive whole numbers, such as 1 and 2.
sheets_roll-total-row = This row adds others up and is no unit.
sheets_roll-row-numbers = The sheet has no owner numbers, only 序号. Is that each owner's own number, which will not change? If not, add a column 业主编号.

# The rows of one home
sheets_roll-answered-out = As was answered, this unit is left out.
sheets_roll-left-out = Line { $line } belongs to the same unit; correct that line.
sheets_roll-row-twice = { $lines } are alike in everything: count them once, or was a co-owner's name forgotten? If so, correct the sheet.
sheets_roll-other-kind = The unit has another kind on an earlier line; correct one of them.
sheets_roll-other-area = The unit has another area on an earlier line; correct one of them.
sheets_roll-representative-unknown = The representative is neither 是 nor an owner of this unit; write 是 in that owner's row.
sheets_roll-owner-repeated = Line { $line } names this owner of this unit too; remove one line.
sheets_roll-owners-too-many = A unit can have { $most } owners; enter their association as one.
sheets_roll-shares-sum = The shares of this unit's owners must add up to exactly 1, or none be given; correct them.
sheets_roll-representative-alone = There is a single owner, so the mark for who votes says nothing.
sheets_roll-representative-twice = { $lines } mark different representatives of the same co-owners, who can have one.

# Who is one person
sheets_roll-owner-disagrees = Owner { $number } has another name on line { $line }; correct the name, or give each person a number.
sheets_roll-number-shared = { $lines } have the owner number { $number } and one name, but different phones: one person (one head), or different people numbered anew in each building?
sheets_roll-person-twice = { $lines } seem to name one owner under the numbers { $numbers }: one person (one head, however many homes), or different people?
sheets_roll-number-reused = The owner number { $number } on line { $line } had another name or phone in the earlier import: the same person, or a new one?
sheets_roll-number-rewritten = The owner number { $number } on line { $line } may be { $before } of the earlier import: the same person, or a new one?
sheets_roll-one-on-the-roll = On the roll, the owner { $number } on line { $line } is the same person as { $before }: one person, or two of one name?

# Whether several spellings are one place; $names are those of buildings
sheets_roll-same-building = Are { $names } (from { $lines }) one building?
# Between the names of buildings
sheets_roll-building-and = { $before } and { $next }
sheets_roll-same-home = { $lines } look like one home written in several ways: is it one (other names are its co-owners), or are they different homes?
# may leave out $count
sheets_roll-homes-missing = On the roll and not in the file: { $homes }. Is the file only a part, or are these units gone (torn down, joined, listed twice)?
# The first of too many; $more is how many are not named
# may leave out $count
sheets_roll-homes-missing-more = On the roll and not in the file: { $homes } and { $more } more. Is the file only a part, or are these units gone (torn down, joined, listed twice)?

# Why the roll cannot be changed
sheets_roll-plan-area-erased = The area of a home that stays has been erased, so the roll cannot be added up; list that home in the file.
sheets_roll-plan-nothing-changed = The file says what the newest roll says; there is nothing to change.
sheets_roll-plan-questions-open = Questions are open.
sheets_roll-plan-random = This device gives no random bytes; use another one.
sheets_roll-plan-too-large = This is more than a roll can take at once; split the file.

## sheets_change

# How the roll would change: which home, and what about it
sheets_change-of = { $home }: { $what }
# Between the changes of one home
sheets_change-and = { $before }; { $next }
sheets_change-home-unknown = a unit whose address is not at hand
sheets_change-part-unknown = part { $number }
sheets_change-new = new, { $kind }, { $area }, owned by { $owners }
sheets_change-new-in = new, { $kind }, { $area }, in { $part }, owned by { $owners }
sheets_change-gone = gone (was { $area }, owned by { $owners })
sheets_change-area = { $after } instead of { $before }
sheets_change-kind = { $after } instead of { $before }
sheets_change-part = in { $after } instead of { $before }
sheets_change-address = was written { $before }
sheets_change-something = what is kept about it has changed
sheets_change-owners = owned by { $after } instead of { $before }
sheets_change-owners-namesake = owned by { $after } (another of that name) instead of { $before }
sheets_change-representative = { $after } is listed to vote instead of { $before }
sheets_change-nobody = nobody
sheets_change-renamed = owner { $before } is called { $after } now
sheets_change-phone = owner { $name } has another phone number
sheets_change-name-unknown = name not at hand
# What sort of home
sheets_change-kind-civil-defence = a shelter
sheets_change-kind-communal = a communal room
sheets_change-kind-dwelling = a home
sheets_change-kind-office = an office
sheets_change-kind-parking = a parking space
sheets_change-kind-shop = a shop
sheets_change-kind-storage = a storage room

## sheets_ledger

# The first line of an empty sheet, above its columns
sheets_ledger-template = Ledger: one row for each payment; what comes in is positive, what goes out negative, in yuan; the category is a four-digit code of the chart of accounts; what is spent of common revenue or the maintenance fund names its vote

# The columns of a ledger, as the readers know them in both languages
sheets_ledger-column-voucher = voucher_no (凭证号)
sheets_ledger-column-date = date (日期)
sheets_ledger-column-account = account (账户)
sheets_ledger-column-category = category (类别)
sheets_ledger-column-description = description (摘要)
sheets_ledger-column-amount = amount_yuan (金额)
sheets_ledger-column-in = income (收入)
sheets_ledger-column-out = expense (支出)
sheets_ledger-column-debit = debit (借方)
sheets_ledger-column-credit = credit (贷方)
sheets_ledger-column-direction = direction (方向)
sheets_ledger-column-balance = balance (余额)
sheets_ledger-column-place = location (地点)
sheets_ledger-column-decision = decision (表决)
sheets_ledger-column-remark = remark (备注)

sheets_ledger-unit = “{ $unit }” stands above the header; write the amounts in yuan and correct these words.
sheets_ledger-total-row = This row adds others up or carries a sum, and is not booked.
sheets_ledger-field-too-long = { $column } has { $found } characters and can have { $most }; shorten it.

# Dates
sheets_ledger-date-missing = The date is empty; fill it in.
sheets_ledger-date-form = The date “{ $text }” is not clear; write it as 2026-01-05.
sheets_ledger-date-unknown = The calendar has no day “{ $text }”; check it.

# Accounts
sheets_ledger-account-missing = No account is named; fill in the category, or a four-digit code such as 1202.
sheets_ledger-account-disagrees = The account “{ $account }” and the category “{ $category }” disagree; correct one of them.
sheets_ledger-account-unknown = { $column } “{ $text }” is not known; write a four-digit code, such as 1202.

# Amounts and their direction
sheets_ledger-amount-zero = The amount is 0; remove the line if no money moved.
sheets_ledger-direction-unknown = The direction “{ $text }” is not known; write 借, 贷, 收 or 支.
sheets_ledger-amount-twice = { $one } and { $other } are both filled in and differ; write two lines, each with one.
sheets_ledger-balance-form = The balance “{ $text }” is not clear; write it as 1234.56.
sheets_ledger-signs-unclear = The signs or sides of { $lines } do not tell spending from its reversal. First reading: spending is negative (or on the debit side) and what is positive takes it back. Second reading: spending is positive (or on the credit side) and what is negative takes it back. Choose one.
sheets_ledger-sign-unlike = The sign of { $lines } is against those of the other lines or against its own words; keep it if it says what is meant, turn it if it is a slip.
sheets_ledger-line-twice = { $lines } are alike in everything, as if pasted twice; keep them if there were several payments, or count them once.
sheets_ledger-balance-disagrees = The balance on { $lines } is { $stated }, and by the line before it should be { $expected }; check the amounts of both, and keep them if they are right.

# No obstacle, but people will see it
sheets_ledger-reversal = The amount flows against its account and will be shown as a reversal; correct the sign if it is none.
sheets_ledger-decision-missing = This spending names no vote and will be shown without one; name the vote if there was one.

## page_loader

# What the script says that other people's pages load (loader.js); it must be small, so keep it short
page_loader-opening = Opening…
page_loader-vote = Vote
# $date is 2026-07-13
# may leave out $month, $day
page_loader-until = until { $date } { $clock }
page_loader-failed = Could not open. Try again.
page_loader-retry = Try again

## page_why

# What is said when the window cannot be opened (why.js)
page_why-policy = The security policy of this page stops the window. Open Yishi's own page, where everything works.
page_why-engine = This browser is too old for the window. Please update it. Until then you can read everything on the light page.
page_why-outdated = This page is out of date. Open it anew; nothing was lost.
page_why-offline = The server does not answer. Check the network and try again; nothing was lost.
page_why-load = Could not open. Please try again.
# $needed is what the page's owner has to write into its policy
page_why-allow = For the owner of this page, to be allowed: { $needed }
page_why-open-our-page = Open Yishi's page
page_why-open-anew = Open it anew
page_why-retry = Try again
page_why-open-light-page = Open the light page

## page_page

# What our own page says before the window has come (page.js)
page_page-no-estate-is-named = The address names no estate. Open it again from your estate's account, your letter or the code at the duty room.
# The way to the light page follows
page_page-cannot-open = The window cannot be opened: the network is gone, or this browser is too old. Check the network and update the browser; or read:
page_page-light-page = the light page

## page_plain

# Our own page (page.html), to a browser that runs no scripts; the way to the light page stands in the middle
page_plain-needs-scripts = This page needs JavaScript. Without it you can still read:
page_plain-open-light-page = open the light page
page_plain-where-to-go = To vote or to raise a matter, go to the duty room.

## page_court

# What a court file says when it cannot be opened (court-file.js)
page_court-no-evidence = There is no evidence in this file.
page_court-needs-a-newer-browser = This file does not open here: use a newer browser (from Chrome 95, Edge 95, Firefox 100, Safari 16 on).

## page_court_file

# What a court file shows first (court-file.html)
page_court_file-title = Court file of a vote
page_court_file-checking = Checking the whole record, please wait…

## light

# The title of a light page; $title is what it is about
light-title = { $title } · Yishi, light page
light-light-page = light page
light-nothing-is-proved = Nothing on this page is proved
light-the-server-wrote-it = The server wrote it: you have its word only, and cannot enrol, vote or raise anything here. What a device checks by itself is in the window:
light-the-window = Yishi's window
light-previous-page = Previous page
light-next-page = Next page
light-page-of = Page { $page } of { $pages }
light-which-estate = Which estate?
light-estate-id = The estate's id, 64 signs, from the address of a letter
light-open = Open
light-cannot-be-opened = Not found
light-nothing-is-here = There is nothing here; the address may have been mistyped.
light-come-back-later = The server cannot answer now; please come back later.
light-no-window = This server has no widget to show: run `cargo xtask widget`, then `yishi-server serve --widget target/widget/dist`.
light-back = Back to the light page
# $day is a date already
light-moment = { $day } { $clock }

## light_copy

light_copy-title = { $estate }: a copy of what is held of one person
light_copy-made = Copied on { $day } from the public log and what is kept beside it; for that person alone.
light_copy-person = Id
light_copy-names = Name and phone (by each roll)
light_copy-homes = Homes
light_copy-said = What was said
light_copy-ballots = Ballots
light_copy-marks = Marks
light_copy-devices = Phones
light_copy-letters = Letters
light_copy-nothing = (nothing)
light_copy-area = { $area } square metres
light_copy-marks-of = quality { $quality }, speed { $speed }, content { $content }
light_copy-device = { $device }, entered on { $day }
light_copy-retired = { $device }, entered on { $day }, signs no more
light_copy-letter = { $entry }, works until { $day }
light_copy-ballot = { $day }, vote { $agenda }: option { $choice } of each question
light_copy-replaced = {" "}(changed later; it does not count)
light_copy-deliveries = How notices reached the homes
light_copy-readings = Paper ballots of the homes as they were keyed, those that never counted too
light_copy-reading = keyed { $day }, vote { $agenda }, number { $sheet }
light_copy-not-shown = (not here)

## light_home

light_home-none = None
light_home-all = All of them
light_home-lines = { $lines ->
    [one] 1 line
   *[other] { $lines } lines
}
light_home-questions = { $questions ->
    [0] no questions
    [one] 1 question, { $unanswered ->
        [0] answered
       *[other] not answered
    }
   *[other] { $questions } questions, { $unanswered ->
        [0] all answered
       *[other] { $unanswered } not answered
    }
}

## light_vote

light_vote-published = Result published
light_vote-who-votes = Who votes
light_vote-have-voted = Have voted
light_vote-options = Options

## light_matter

light_matter-ended = Ended
light_matter-done = Done
light_matter-content = { $ratings ->
    [one] 1 rated it
   *[other] { $ratings } rated it
}, { $content } content
light_matter-few = { $ratings ->
    [one] 1 rated it
   *[other] { $ratings } rated it
}, too few for a score
light_matter-its-vote = See the vote on it

## light_meetings

light_meetings-meetings = Councils and residents' meetings
light_meetings-on-at = { $day }, { $place }
light_meetings-called = called
light_meetings-sitting = sitting now
light_meetings-to-minute = over; waiting for its minutes
light_meetings-deniable = minutes attested; whoever was written down without a phone can deny it for seven days
light_meetings-no-quorum = too few came; nothing was decided
light_meetings-not-passed = not passed
light_meetings-passed = passed
light_meetings-lapsed = no minutes in time; nothing was decided
light_meetings-figures = { $present } of { $entitled } came; { $favour } for, { $against } against, { $abstain } abstained, { $recused } kept out
light_meetings-judged-by = Judged by: { $source } (in force since { $since })

## light_books

# $period is written as dates
light_books-title = Accounts { $period }
light_books-published-by = Published
light_books-a-page-is-missing = A page of the books is missing here
light_books-names-a-vote = names a vote
light_books-about-line = about line { $line }
light_books-about-the-whole = about the whole
light_books-answer = answered { $day }
light_books-not-answered = not answered; due by { $day }

## light_letter

# The letter that the server prints, one page of A4 in large type
light_letter-document = { $estate }: { desk_letter-what }
light_letter-homes = Your home
# Not all are printed; how many there are
light_letter-homes-all = { $count } in all
light_letter-scan = *Scan* the code on the right with WeChat
light_letter-check = Check the *estate* and your *name and home*
light_letter-confirm = Tap *“It is me”*;
light_letter-then = from then on you vote with this phone
light_letter-scan-here = Scan with WeChat
light_letter-no-scan = *No WeChat, or it does not scan?*
light_letter-type = Open { $address } on a phone and type these { $symbols } signs:
light_letter-signs = Capitals or not, and no hyphens needed.
light_letter-expires = This code is *open until { $expires }*, once only.
light_letter-care = *Take no photo of it for a group, and tell nobody.*
light_letter-nobody-asks = The staff never ask you for this code.
light_letter-lost = *If it is lost,* get another one at the office; the old one is void then.
light_letter-genuine = The two lines below tell a forgery; you need not read them.
light_letter-estate = Estate
light_letter-key = Key of the record
# Below a letter in another language, for somebody who does not read that one
light_letter-in-short = For the person named above only: scan with WeChat, check the estate, your name and home, then confirm.

## light_founding

# Organisations, until they give their own name
light_founding-committee = Owners' committee
light_founding-department = Departments
light_founding-manager = Property manager
light_founding-other = Others
light_founding-party-branch = Party branch
light_founding-residents-committee = Residents' committee
light_founding-street = Street office
light_founding-supervisors = Supervisors
# What an organisation helps with, unless it says something else
light_founding-help = A ballot on paper, no smartphone

## refusal

refusal-JOINT_NO_REPRESENTATIVE = Its owners have not named who votes
    .todo = Each names the same person on their phone, before the close.
refusal-NOT_REPRESENTATIVE = Another co-owner votes for this home
    .todo = That person votes, unless all of you name another.
refusal-REPRESENTATIVE_INVALID = This person cannot be named
    .todo = Choose one of this home's owners; open the page anew, the roll may be new.
refusal-OBJECTION_INVALID = There is nothing to object to here
    .todo = It may be your own ballot, or objected to already, or you have settled who votes. To change that, name somebody else.
refusal-OBJECTION_LATE = More than 24 hours have passed, or the vote is closed
    .todo = Turn to the estate's desk if you disagree.
refusal-ESTATE_UNKNOWN = There is no such estate here
    .todo = The address was copied wrongly, or has moved. Open it again from the link your estate sent.
refusal-BALLOT_UNKNOWN = This ballot is not there
    .todo = A later one may have taken its place; open the page anew.
refusal-CODES_NEEDED = Another number of letters is needed
    .todo = The estate has changed this just now; check your letter again.
refusal-ISSUERS_SAME = Both letters come from the same office
    .todo = It takes one of each of two offices; look for the other one's.
refusal-BAD_CODE_SIGNATURE = Not enrolled; the letter is not used
    .todo = Begin again; if it fails once more, ask at the desk.
refusal-BAD_DEVICE_SIGNATURE = This request is not for you; nothing was added
    .todo = Scan your code with the new phone again. Ignore what others send you.
refusal-KEY_ALREADY_BOUND = That phone is enrolled already; nothing was added
    .todo = Look for it under "My phones". If it was stopped, scan the code with it again.
refusal-DEVICES_TOO_MANY = Five phones are the most
    .todo = First stop one that you no longer use, under "My phones".
refusal-DEVICE_UNKNOWN = That phone is stopped already
    .todo = Nothing is left to do.
refusal-OUTSIDE_WINDOW = Not within the voting time; not counted
    .todo = See the dates of this vote. You may object during the notice period.
refusal-VOTE_WITHDRAWN = This vote was withdrawn before it began; nobody votes in it
    .todo = Its page says why. If it is noticed again, there will be a new time to vote.
refusal-NOT_DISPUTABLE = The result cannot be disputed now
    .todo = It can be once it is stated, until it was shown for 15 days; after that a court decides, within a year.
refusal-DISPUTE_INVALID = The dispute is not complete
    .todo = Say which item and why; a dispute about ballots names them, 20 at most.
refusal-ALREADY_DISPUTED = This home has disputed that item already, and nobody has ruled yet
    .todo = Wait for the ruling.
refusal-NOT_ON_ROLL = This home is not on the roll of this vote
    .todo = Bring your title to the desk.
refusal-NO_MANDATE = There is no mandate for this home, or it was taken back or has ended
    .todo = Ask the owner to give one again with their phone.
refusal-OWNER_PREVAILS = The owner has voted; a mandate gives way
    .todo = Nothing is left to do: the owner's own ballot stands.
refusal-PROXY_BARRED = The manager's staff vote for nobody
    .todo = Choose an owner, or somebody who does not work for the manager.
refusal-PROXY_DIRECTED = The owner has said what to mark, and this is something else
    .todo = Mark what the mandate says, or ask the owner to change it.
refusal-PROXY_INVALID = A mandate cannot be given so
    .todo = A proxy is no owner of the home, and the last day lies within the vote. Before taking one back, see whether there is one.
refusal-PROXY_LIMIT = One person votes for as many homes as is allowed
    .todo = Vote yourself, or ask somebody else.
refusal-BALLOT_PAUSE = Changed many times; wait a quarter of an hour
    .todo = The last ballot stands. Sign again in 15 minutes, with another phone of yours, or vote at the desk.
refusal-STALE_SUPERSESSION = Another device has voted
    .todo = Was it family? If not, call the desk now. Reload to vote again.
# The window's own word, where what was signed was changed after a lost answer, and had arrived
refusal-EARLIER_ARRIVED = What you signed before has arrived
    .todo = What you changed since was not sent. Look at what arrived, and send again to change it.
# The window's own word, where the server gave no proof of who called the vote, or that its record only grew
refusal-PROOF_DENIED = The server gave no proof; this ballot is not signed
    .todo = Who called this vote, and that the record was not exchanged, has to be proven first. Your marks are still here: press again later, or vote at the desk.
# The window's own word, where no answer came, so that no proof did
refusal-PROOF_UNASKED = No network: this ballot is not signed
    .todo = Who called this vote has to be checked first. Your marks are still here: press again once online.
# The window's own word, where the ballot that stands was signed by this very phone
refusal-OWN_LATER_BALLOT = This phone has voted already
    .todo = Your later ballot stands and this one is not counted. Look at it and sign again to change it.
refusal-KEY_REVOKED = This phone can no longer sign
    .todo = Add it anew by another phone of yours, or enrol by a new letter; earlier ballots stand.
refusal-CODE_SPENT = This letter was used
    .todo = If not by you, call the desk now; a new one the same day.
refusal-CODE_EXPIRED = This letter has expired
    .todo = The desk gives you a new one the same day.
refusal-CODE_REPLACED = A newer letter has taken this one's place
    .todo = Use the newest one, or ask at the desk.
refusal-CODE_UNCONFIRMED = A second person has to confirm this letter
    .todo = So that nobody passes for you, one person's word is not enough. Keep it, and ask at the desk.
refusal-KEY_UNCONFIRMED = This phone waits for a second person; nothing was taken
    .todo = Ask the desk to confirm your letter, then try again before the close.
refusal-CODE_UNKNOWN = No such letter
    .todo = Check the code, or get a new letter at the desk.
refusal-CODE_FORM = One sign is wrong or two are swapped
    .todo = Compare it with the letter once more.
refusal-TOO_FAST = Too many tries, nothing lost
    .todo = Send it again in a minute; it counts once.
refusal-HISTORY_SPLIT = The record does not fit; the server has stopped
    .todo = Keep your receipts, they count. Tell the help desk and try again later.
refusal-MATTER_CLOSED = This matter has ended
    .todo = Raise a new one if something is left.
refusal-OWN_MATTER = Your home raised this matter
    .todo = Raising it backs it already.
refusal-CANDIDACY_NAME_TAKEN = Somebody who stands is called just so already
    .todo = Add your building and home, so that people can tell you apart.
refusal-REQUISITION_MET = The demand has been handed in
    .todo = Nothing is signed or taken back any more.
refusal-REQUISITION_UNCHANGED = Your home has signed already, or has not
    .todo = Reload to see the count.
refusal-REQUISITION_SHORT = It is not a fifth of homes and area yet
    .todo = Ask more neighbours to sign.
refusal-SUPPORT_UNCHANGED = Somebody of your home did that already
    .todo = Reload to see the count.
refusal-MARKING_OVER = The days for rating have passed, and enough have rated it
    .todo = If something is left, raise it as a new matter.
refusal-NOT_DONE = More work was given out
    .todo = Rate it when that is done.
refusal-WORDS_MISSING = Words are missing, or the title is too long
    .todo = Write them and send it again.
refusal-SCOPE_UNKNOWN = There is a new roll
    .todo = Open this page anew and choose again.
refusal-BLOB_TOO_LARGE = This is too long
    .todo = Shorten it and send it again.
refusal-PERSON_ONLY = This phone is not enrolled
    .todo = Enrol with a letter first.
refusal-TOO_OFTEN = You have done this as often as one person may
    .todo = Come back in some days, or speak to the desk.
refusal-MATTER_UNKNOWN = This is not there
    .todo = Go to the first page and open it anew.
refusal-SEQ_REUSED = It did not get through
    .todo = Please press once more.
refusal-WORDS_UNKNOWN = These words are not here
    .todo = Reload the page. Questions about the books are neither reported nor hidden.
refusal-OWN_WORDS = These are your own words
    .todo = Somebody else has to look at them.
refusal-WORDS_AT_VOTE = The matter is put to the vote and cannot be hidden any more
    .todo = Whoever votes has to read it.
refusal-ALREADY_REPORTED = You have reported this already
    .todo = Once is enough.
refusal-REPORTS_TOO_MANY = You have reported five times today
    .todo = Go on tomorrow, or speak to the desk.
refusal-ALREADY_HIDDEN = This is hidden already
    .todo = Nothing is left to do.
refusal-SHOWN_AGAIN = This was hidden and is shown again
    .todo = A ruling stands; where one is still to come, wait for it.
refusal-NOT_HIDDEN = This is not hidden
    .todo = Reload the page.
refusal-NOT_AUTHOR = Only whoever said it appeals
    .todo = They do so on their own phone.
refusal-APPEAL_LATE = An appeal comes within 7 days of the hiding
    .todo = Ask whoever hid it to take that back.
refusal-ALREADY_APPEALED = You have appealed already
    .todo = Another organisation rules; if nobody does within 7 days it is shown again.
refusal-NOT_ERASABLE = This cannot be erased so
    .todo = Notices, what is voted on and the books stay; what an office said goes only by order of a court.
refusal-NOT_YOURS = Only whose it is can erase it
    .todo = Use the phone that said it, or one that is confirmed; words are theirs who said them first.
refusal-STILL_NEEDED = This cannot be erased yet
    .todo = The roll or a vote needs it: a year after the result, or once the roll is corrected.
refusal-ALREADY_ERASED = This is erased already
    .todo = Nothing is left to do.
refusal-BLOB_ERASED = This text was erased and cannot be sent again
    .todo = Write a new one.
refusal-CANDIDACY_INVALID = This candidacy is not complete
    .todo = It is for a committee, for one to five years, with every check. Complete it and try again.
refusal-CANDIDACY_NOT_YOURS = This is not your own candidacy
    .todo = People stand with their own phone, or an office records the paper that they signed. Only they take it back.
refusal-CANDIDACY_MISMATCH = The other candidates stand for something else
    .todo = In one election the organisation and the term are the same for all. Take theirs.
refusal-CANDIDACY_NONE = You do not stand for this election
    .todo = There is nothing to take back. Load the page again.
refusal-CANDIDACY_TAKEN_BACK = This person has taken it back
    .todo = Nobody can confirm it any more. They can stand again if they want to.
refusal-CHECK_NOT_MET = One of the checks is not met
    .todo = So this person cannot stand. Somebody else can.
refusal-CANDIDATE_BARRED = Whoever works for the property manager cannot stand for the committee
    .todo = Leave that office first, then stand.
refusal-ALREADY_NOMINATED = This person stands already
    .todo = Once is enough.

## refusal_desk

refusal_desk-MODERATION_INVALID = To hide takes a reason of the list, nothing else has one
    .todo = A matter that was brought up before is merged, not hidden.
refusal_desk-HIDDEN_BEFORE = Your organisation hid this before and took that back
    .todo = Only another organisation can hide it.
refusal_desk-NOT_REPORTED = Nobody has reported it since it was looked at
    .todo = Nothing is left to do.
refusal_desk-NOT_APPEALED = Its author has not appealed
    .todo = Only whoever hid it can take that back; others rule once its author appeals.
refusal_desk-OWN_REPORT = You reported this yourself
    .todo = Ask a colleague to rule.
refusal_desk-ERASURE_INVALID = An erasure lists 1 to 200 documents, each once; an order and its document only where there is one
    .todo = Correct it and send it again.
refusal_desk-MISSING_CAPABILITY = Your office does not cover this
    .todo = Ask whoever gave you the office to grant it.
refusal_desk-NOTICE_TOO_SHORT = The notice would stand for less than 15 whole days
    .todo = Midnight may have passed; go back to the dates.
refusal_desk-NOTICE_TOO_FAR = The vote would begin so late that its roll would be an old one
    .todo = Begin within 90 days of the first day on which it can begin, or give notice later.
refusal_desk-DISPUTE_UNKNOWN = There is no such dispute
    .todo = Open this page again.
refusal_desk-ALREADY_RULED = This dispute has been ruled upon
    .todo = Nothing is left to do.
refusal_desk-TOO_EARLY_TO_END = The result has not been shown for its 15 days
    .todo = Make it final once they are over.
refusal_desk-DISPUTE_OPEN = A dispute that could change the result waits for its ruling
    .todo = Wait for it; after 14 days the result can be made final, but carries no work until somebody rules.
refusal_desk-LOTTERY_INVALID = The lottery's name is not one line of at most 64 bytes
    .todo = Write its name, or leave it out; then nobody is drawn.
refusal_desk-LOTTERY_MISSING = The notice of this vote names no lottery
    .todo = Nobody can be drawn; name one in the next notice.
refusal_desk-NOT_TO_DRAW = Nobody can be drawn now
    .todo = Draw once the totals are stated and before the vote is final.
refusal_desk-ALREADY_DRAWN = The homes are drawn already
    .todo = Nobody draws twice.
refusal_desk-DRAW_INVALID = These cannot be the numbers
    .todo = Enter the first draw within seven days after the totals: its issue, 1 to 20 numbers, and a margin for each item.
refusal_desk-MARGIN_MISMATCH = The margins are not those that the ballots give
    .todo = Open this page anew and take the counted ones.
refusal_desk-NOT_DRAWN = This home was not drawn
    .todo = Only homes that were drawn are called.
refusal_desk-CALLS_OVER = The 30 days for the roll call are over
    .todo = What a home says now is for a court.
refusal_desk-ALREADY_CALLED = What this home said is noted already
    .todo = It stays as it is.
refusal_desk-NOT_TO_VOID = No ballot can be made void on this ground now
    .todo = Wait for the seven days after the close, or for the ruling; once the vote is final it is too late.
refusal_desk-VOID_INVALID = These ballots cannot be made void
    .todo = Name only ballots that count, none twice, and for a dispute only those it was upheld against.
refusal_desk-OPENING_FOUND = The choices of a ballot on this list are here
    .todo = It counts; take it off the list.
refusal_desk-NOT_FINAL = The vote is not final
    .todo = Have disputes ruled upon; only what is final is annulled.
refusal_desk-ANNULMENT_INVALID = This is no annulment
    .todo = Name the items in ascending order, the decision's document, and a day between the totals and today.
refusal_desk-ALREADY_ANNULLED = This is annulled already
    .todo = Nothing is left to do.
refusal_desk-FINAL_MISMATCH = The disputes have changed, or the ballots give something else
    .todo = Open this page again and sign what was computed.
refusal_desk-ALREADY_FINAL = The result is final already
    .todo = Nothing is left to do.
refusal_desk-ALREADY_EXTENDED = The vote was put off once already
    .todo = Once is all; let it end.
refusal_desk-DELIVERY_INVALID = Something is missing of how the notice reached homes
    .todo = A slip needs its day and its document, a posted notice two calls in vain before it, a home where nobody was met the days of the calls; at most 100 homes at once, each once.
refusal_desk-DELIVERY_TIME = The times of a delivery cannot be right
    .todo = They lie between the notice and now; what is posted hangs for 7 days; once the vote has ended nothing more is said or confirmed.
refusal_desk-DELIVERY_STANDS = Something as strong stands for this home, or its owner says it was not reached
    .todo = Read again what stands for it.
refusal_desk-DELIVERY_NOTHING = Nothing stands for this home that could be denied or taken back
    .todo = Read again what stands for it.
refusal_desk-QUORUM_REACHED = Enough have voted by heads and by area
    .todo = Nothing is missing, so it ends when it was said to end.
refusal_desk-TOO_LATE_TO_WITHDRAW = Voting has begun; the vote cannot be withdrawn
    .todo = From then on nobody withdraws it; see it to its end.
refusal_desk-WINDOW_LENGTH = A vote takes 5 to 60 days
    .todo = Change the days in the step of the dates.
refusal_desk-TOO_EARLY_TO_OPEN = Too early: only within 72 hours before the beginning
    .todo = It will be in your queue then.
refusal_desk-WINDOW_TOO_SHORT = Too late: less than 5 days of voting are left
    .todo = It has to be noticed anew.
refusal_desk-ALREADY_OPENED = Somebody has done it already
    .todo = Go back to the queue to see where it stands.
refusal_desk-ROLL_MISMATCH = The roll has changed; heads or area do not fit
    .todo = The notice names an older roll. To use the new one, notice the vote anew.
refusal_desk-MATTER_NOT_ACCEPTED = The matter has not been accepted
    .todo = Accept it first.
refusal_desk-MATTER_CLOSED = The matter has ended
    .todo = Somebody has to raise it anew.
refusal_desk-REQUISITION_QUESTION = A vote that owners demand asks one question, in the very words of the matter, by the share that the law asks for
    .todo = Start the vote anew from the matter, and leave its title and its text as they are.
refusal_desk-REQUISITION_SCOPE = A vote that owners demand is for those whom the matter concerns
    .todo = Choose the same part of the estate as the matter has.
refusal_desk-CHARTER_INVALID = Something in the mandate does not fit
    .todo = Check members (3 to 200; none where homes decide), kinds of matters, the term (five years at most), the paper, and the rule set.
refusal_desk-CHARTER_GIVER = The residents' committee records what the residents' meeting resolved
    .todo = Ask it; whoever records or confirms does not sit in the council.
refusal_desk-CHARTER_UNKNOWN = There is no such mandate in force
    .todo = Reload the page.
refusal_desk-CHARTER_OVER = The mandate is over by then, or was replaced
    .todo = Ask the residents' meeting for a new one.
refusal_desk-OWNERS_MATTER = Owners decide that together
    .todo = No council can; give notice of a vote of the owners.
refusal_desk-OUTSIDE_CHARTER = The mandate does not reach this matter
    .todo = See which kinds of matters and which part it covers.
refusal_desk-OVER_CHARTER_CAP = With earlier decisions it costs more than the mandate allows
    .todo = Ask for less, or for a wider mandate.
refusal_desk-MEETING_UNKNOWN = There is no such meeting, or newer minutes of it
    .todo = Reload the page.
refusal_desk-MEETING_TIME = The meeting's times do not fit
    .todo = It lasts a quarter of an hour to twelve hours.
refusal_desk-MEETING_STANDS = A meeting has decided this, or is still to
    .todo = It is not called twice.
refusal_desk-NOT_ENTITLED = This is no voice of the meeting
    .todo = Only its members, or homes of its part of the estate, have one.
refusal_desk-OUTSIDE_SESSION = The meeting is not held now
    .todo = Hands are raised between its beginning and its end.
refusal_desk-HAND_BARRED = Whoever works for the property manager sits in no council
    .todo = Leave that office first.
refusal_desk-HAND_FORM = The hand was raised in the wrong form
    .todo = Members do so openly, homes in an opening; reload the page.
refusal_desk-HAND_ELSEWHERE = You have raised a hand for another home
    .todo = Nobody does for two.
refusal_desk-MUST_RECUSE = The matter concerns this voice, so it keeps out
    .todo = It may be there and speak, and does not vote.
refusal_desk-HAND_SIGNED = This voice has spoken by its own phone
    .todo = What was signed holds; write nothing down for it.
refusal_desk-HAND_OWN = Whoever has a phone raises their own hand
    .todo = Write down only who has none, and never yourself.
refusal_desk-MINUTES_TIME = It is too early or too late for that
    .todo = Minutes come within 14 days after the meeting, denials within 7 days.
refusal_desk-MINUTES_MISMATCH = The figures are not those that were signed
    .todo = Take them as they are computed.
refusal_desk-MINUTES_STAND = The minutes are attested already
    .todo = They stand.
refusal_desk-NOT_THERE = This person cannot attest the minutes
    .todo = Ask a member who was there by phone, or another organisation.
refusal_desk-NOT_WRITTEN_DOWN = Nothing was written down that could be denied
    .todo = Reload the page.
refusal_desk-OVER_DECISION = That is dearer than what was decided
    .todo = Set a limit; all together stays within the decision.
refusal_desk-REVIEW_OPEN = Another organisation was asked to look at this
    .todo = Give notice once it has answered, or its date has passed.
refusal_desk-REVIEWER_INVALID = This organisation cannot be asked
    .todo = Ask one with somebody in office, not your own nor the manager.
refusal_desk-ALREADY_ASKED = This organisation was asked already
    .todo = It is asked once before each notice.
refusal_desk-REVIEW_DATE = That date will not do
    .todo = Leave a day at least; all reviews end 14 days after the first was asked for.
refusal_desk-REVIEW_UNKNOWN = Nobody asked you to look at this
    .todo = Reload the page.
refusal_desk-NOT_REVIEWER = Only the organisation that was asked answers
    .todo = Ask somebody who holds an office there.
refusal_desk-ALREADY_REVIEWED = Your organisation has answered already
    .todo = Nothing is left to do.
refusal_desk-REVIEW_LATE = The date has passed; it counts as no answer
    .todo = Speak about the matter as everybody may.
refusal_desk-MATTER_UNDER_WAY = The matter is under way
    .todo = Go on from where it stands.
refusal_desk-ANSWER_INVALID = The answer and the tier do not fit
    .todo = Escalate to a farther tier, return to a nearer one.
refusal_desk-TOO_EARLY_TO_CLOSE = The window has not ended
    .todo = Come back then.
refusal_desk-TALLY_MISMATCH = The totals are not what the ballots give; nothing was published
    .todo = Reload and try again, else call the supervisors.
refusal_desk-OPENING_MISSING = The choices of a ballot are missing
    .todo = Call the supervisors.
refusal_desk-DECISION_INVALID = The work must name an item that passed in the last vote
    .todo = See which item passed; while a vote runs, wait for its result.
refusal_desk-ASSIGNEE_INVALID = This person holds no office for work now
    .todo = Choose another, or have the office granted.
refusal_desk-DUE_PAST = The due date has passed
    .todo = Choose a later one.
refusal_desk-RATING_PERIOD = Owners may still rate the work
    .todo = It can end 7 days after the work was done.
refusal_desk-NOT_CONTENT = Fewer than three in five are content
    .todo = Give out more work; then it is rated anew.
refusal_desk-TOO_FEW_MARKS = Fewer than five have rated it, so no score is shown
    .todo = Reload; it is closed without a score.
refusal_desk-SCORE_MISMATCH = Somebody has just rated it; the score changed
    .todo = Press again.
refusal_desk-NOT_DONE = The work is not done
    .todo = Wait for a report of 100 %.
refusal_desk-PERIOD_INVALID = The period is not valid
    .todo = At most 366 days, none in the future.
refusal_desk-PERIOD_OVERLAP = Some of these days were published before
    .todo = Begin on the day after the last period.
refusal_desk-OPENING_BALANCE = A balance does not go on from the period before, or to the one after
    .todo = Take the last closing; tell the days between too if money moved; correct errors by reversals.
refusal_desk-LEDGER_BALANCE = The books do not balance; nothing was published
    .todo = Choose the file again.
refusal_desk-VOUCHER_REPEATED = A voucher number stands twice
    .todo = Correct the file and choose it again.
refusal_desk-LINE_INVALID = A line is outside the period or its account unknown
    .todo = Check its date and category.
refusal_desk-WORDS_MISSING = The words are missing
    .todo = Write a sentence or two, then sign.
refusal_desk-BLOB_TOO_LARGE = Too long
    .todo = Make it shorter, or split it.
refusal_desk-SUBMISSION_TOO_LARGE = At most 1 MiB at once; this is more
    .todo = Publish shorter periods, one after another.
refusal_desk-ROLL_SUPERSEDED = Another roll has come into force
    .todo = This change was made from an older roll. Choose the file again; it is made anew from the newest one.
refusal_desk-OWN_ACT = You cannot stand behind your own act
    .todo = Ask somebody else who holds the same, at their own desk.
refusal_desk-CONFIRM_BARRED = The manager's staff confirm nothing
    .todo = Ask somebody of the committee, the residents' committee or the street.
refusal_desk-CONFIRMER_TOO_LOW = This is about an officer who holds more than you
    .todo = Ask somebody who holds all that they hold, or whoever keeps a root.
refusal_desk-OTHER_ORG_NEEDED = It takes somebody of another organisation
    .todo = Ask an officer of another organisation who holds this.
refusal_desk-ALREADY_CONFIRMED = It was confirmed already
    .todo = Go back to what waits.
refusal_desk-PROPOSAL_LAPSED = It waited 14 days and has lapsed
    .todo = It has to be done again, then confirmed.
refusal_desk-GRANT_WIDENS = You would give more, further or longer than you hold
    .todo = Give less, limit it, or end it before your own office ends.
refusal_desk-GRANT_TOO_DEEP = Offices are handed on three times at most
    .todo = Ask whoever gave you yours to give this one.
refusal_desk-GRANT_OTHER_ORG = Some of this is handed on only within your own organisation
    .todo = Letters, roll, bylaws, evidence, results and offices come from a root elsewhere. Untick them.
refusal_desk-GRANT_NOT_YOURS = You did not give this office
    .todo = Whoever gave it, its holder or a root ends it.
refusal_desk-GRANT_ENDED = The office has ended already
    .todo = Go back to the offices to see what stands.
refusal_desk-ROLE_INVALID = The role does not fit the organisation or what is given
    .todo = Choose another role, or tick anew.
refusal_desk-REACH_INVALID = The limits are not valid
    .todo = Letters, roll and bylaws have no limits; with a new roll, choose its parts anew.
refusal_desk-OUT_OF_REACH = Your office does not reach this
    .todo = Ask whoever handles this part, tier or kind, or keeps these books.
refusal_desk-OFFICES_CLASH = Another office of theirs does not go with this one
    .todo = Supervisors neither host nor manage; the manager's staff hold no other office. End that first, or choose another.
refusal_desk-HELP_LINE_INVALID = Place, hours, purpose or telephone are not right
    .todo = One line each, 100 signs at most; one telephone number of 3 to 20 digits.
refusal_desk-HELP_LINE_NONE = This organisation has no telephone to take down
    .todo = Nothing is left to do.
refusal_desk-HELP_LINE_SUPERSEDED = The organisation has changed or removed it since
    .todo = See which one stands; if it should change, fill it in anew.
refusal_desk-ORG_UNKNOWN = There is no such organisation
    .todo = A root declares it first.
refusal_desk-CODE_REUSED = These letters are not valid; none went out
    .todo = Press again: they get new codes. At most 400 at once, for 366 days at most.
refusal_desk-REPRESENTATIVE_INVALID = They vote for this home already, or the document is missing
    .todo = Choose somebody else, with a document.
refusal_desk-PERSON_UNKNOWN = The record does not know this person
    .todo = Make a letter for them first.
refusal_desk-GRANT_EXPIRED = The office would end before it begins
    .todo = Choose a later day.
refusal_desk-NOT_ON_ROLL = The roll has no such home any more
    .todo = Go back and choose again.
refusal_desk-CODE_EXPIRED = The letters would have run out already
    .todo = Choose a later day.
refusal_desk-BAD_SIGNATURE = The signature does not check; nothing was taken
    .todo = Open this page anew and sign again; if it fails once more, use another browser.
refusal_desk-BLOB_CONTEXT = What came along belongs somewhere else; nothing was taken
    .todo = Open this page anew and do it again.
refusal_desk-BLOB_KIND = What came along is of another kind; nothing was taken
    .todo = Open this page anew and do it again.
refusal_desk-BLOB_MISSING = Part of it did not come along; nothing was taken
    .todo = Check the network and press again.
refusal_desk-BLOB_PAYLOAD = What came along is written wrongly; nothing was taken
    .todo = Open this page anew and fill it in again.
refusal_desk-BLOB_UNNAMED = Something came along that nothing names; nothing was taken
    .todo = Open this page anew and do it again.
refusal_desk-BODY_NOT_CANONICAL = It is not spelt as it must be; nothing was taken
    .todo = Open this page anew; it may be out of date.
refusal_desk-BODY_SCHEMA = It does not say what it must; nothing was taken
    .todo = Open this page anew; it may be out of date.
refusal_desk-BYLAWS_INVALID = These settings cannot take effect
    .todo = One of them lies outside what is allowed; correct it and sign again.
refusal_desk-CASE_INVALID = This case cannot be read
    .todo = Compare the file with its description.
refusal_desk-CHECKPOINT_FORM = This signed head cannot be read
    .todo = Export it once more.
refusal_desk-CHOICE_COUNT = The answers are not as many as the questions
    .todo = Answer every question, then send it.
refusal_desk-CHOICE_NOT_ONE = A question takes exactly one choice
    .todo = Choose one.
refusal_desk-CHOICE_ORDER = The choices are not in order
    .todo = Open this page anew and choose again.
refusal_desk-CHOICE_OUT_OF_RANGE = There is no such option
    .todo = Open this page anew and choose again.
refusal_desk-CHOICE_TOO_MANY = More were chosen than there are seats
    .todo = Take some out, then send it.
refusal_desk-EMPTY_SCOPE = Nobody can vote in this part
    .todo = Choose another part, or correct the roll first.
refusal_desk-EVIDENCE_WITHHELD = The export lacks what its figures rest on
    .todo = Ask for what is missing, and keep this file for the supervisors.
refusal_desk-EXPORT_ESTATE = This export is of another estate
    .todo = Export that of this estate.
refusal_desk-SCOPE_TOO_NARROW = The matter concerns more people than would vote
    .todo = Choose the part that the matter was raised for, or a larger one.
refusal_desk-AREA_ZERO = A home or a space has no area
    .todo = Look it up in the register, correct the file and choose it again.
refusal_desk-EXPORT_FORM = This export cannot be read
    .todo = Export it once more.
refusal_desk-EXPORT_HASH = Something in the export does not fit its hash
    .todo = Export it again; if it still does not, keep both files for the supervisors.
refusal_desk-EXPORT_ROOT = The export does not fit its signed head
    .todo = Keep the file and the head for the supervisors.
refusal_desk-EXPORT_SIZE = The export is longer or shorter than its head says
    .todo = Export it once more.
refusal_desk-GENESIS_INVALID = The founding entry is not complete
    .todo = It takes a name, 1 to 16 different root keys and another key for the log.
refusal_desk-GENESIS_MISSING = This estate has not been founded
    .todo = Found it first.
refusal_desk-GENESIS_TWICE = This estate has been founded already
    .todo = Nothing is left to do.
refusal_desk-INVALID_BALLOT = The ballot cannot be filled in so
    .todo = Fill it in again as the questions ask.
refusal_desk-PAPER_FORM = The number of the sheet or of an item is wrong
    .todo = Sheets are numbered from 1 to 999,999; list invalid items once each, in ascending order.
refusal_desk-PAPER_MARKS = The marks make other items invalid than was said
    .todo = A resolution takes exactly one mark, an election no more than its seats. Key it again.
refusal_desk-PAPER_TIME = It cannot have been handed over yet
    .todo = Nobody hands a sheet over after it is keyed. Correct the time.
refusal_desk-PAPER_OWN = Nobody keys a sheet of their own home, or one that they signed or helped with
    .todo = Ask another clerk.
refusal_desk-PAPER_BARRED = The property manager's staff take no ballots on paper, help with none and count no box
    .todo = Ask somebody of another organisation.
refusal_desk-SHEET_COUNTED = Two have read this sheet alike, so it is in the count
    .todo = Go on with the next.
refusal_desk-SHEET_NOT_IN_BOX = The vote has ended, and this sheet was not in the box when it was counted
    .todo = It cannot be keyed any more.
refusal_desk-SCAN_REPEATED = The same scan was keyed under another number
    .todo = Look at both sheets.
refusal_desk-BOX_FIRST = The vote has ended, so two clerks count the box first
    .todo = Its sheets can be keyed once that is confirmed.
refusal_desk-BOX_FORM = The numbers are not listed as they must be
    .todo = At most 5,000, once each, in ascending order. List them again.
refusal_desk-BOX_TIME = No box can be counted now
    .todo = It is counted, and confirmed, within 12 hours of the end of the vote.
refusal_desk-BOX_COUNTED = The box of this vote has been counted
    .todo = Nothing is left to do.
refusal_desk-PAPER_DENIED = An owner has denied this sheet, so it counts no more
    .todo = Nothing is left to do.
refusal_desk-DENIAL_INVALID = This sheet cannot be denied
    .todo = Only an owner who voted on a phone, and whose ballot it took the place of, can. See what counts now.
refusal_desk-DENIAL_LATE = It is too late to deny a sheet
    .todo = It could be denied until the days for objections to the first result were over. After that a court decides.
refusal_desk-BOX_DUE = Ballots came on paper and their box is not counted
    .todo = Two clerks count it; without that the vote can be closed 12 hours after its end.
refusal_desk-SHEETS_OPEN = The box held sheets that no two have read alike
    .todo = Key them; without that the vote can be closed 7 days after its end, and says how many are left.
refusal_desk-TALLY_STALE = An owner has denied a sheet since the result was published
    .todo = Publish the result again first.
refusal_desk-ITEMS_INVALID = The questions are not complete
    .todo = Each takes words and two options at least, an election also its seats.
refusal_desk-KEY_NOT_CANONICAL = This key is not spelt as it must be
    .todo = Make a new one.
refusal_desk-KEY_SMALL_ORDER = This key is not safe
    .todo = Make a new one.
refusal_desk-KEY_TORSION = This key is not safe
    .todo = Make a new one.
refusal_desk-LEGAL_MODE_MISMATCH = The notice claims another force than the settings allow
    .todo = Open this page anew and notice it by the settings in force.
refusal_desk-MARK_RANGE = A mark is 1 to 5
    .todo = Mark it again.
refusal_desk-NOTICE_UNKNOWN = This notice is not there
    .todo = Go back to the queue and open it anew.
refusal_desk-NOT_ASSIGNEE = This work was given to somebody else
    .todo = Whoever has it reports on it; or have it given out anew.
refusal_desk-NOT_CLOSED = The vote has not been closed
    .todo = Close it first.
refusal_desk-NOT_INCLUDED = The record does not hold this entry
    .todo = Open this page anew; if it stays so, keep a picture for the supervisors.
refusal_desk-NOT_VOTED_DOWN = No vote has turned this matter down
    .todo = It cannot end for that reason; choose another one.
refusal_desk-NOT_YET = There are no rules for this yet
    .todo = Leave it out, or choose another.
refusal_desk-NUMBER_TOO_LARGE = A number is too large
    .todo = Correct it.
refusal_desk-PROXY_GIVER = Of several owners the one who was named to vote gives a mandate
    .todo = The owners name one of them first.
refusal_desk-PROXY_OF_PROXY = A proxy does not hand a mandate on
    .todo = The owner gives it.
refusal_desk-PROXY_OWN_WORD = The owner has said with their own phone who votes for them
    .todo = No paper is recorded; the owner changes it on the phone.
refusal_desk-ORG_INVALID = The organisation's name or kind is not valid
    .todo = Complete its name and choose its kind.
refusal_desk-OWNER_SET_REPEATED = The same owners stand there twice
    .todo = Make them one in the roll, then choose the file again.
refusal_desk-PAGES_DIFFER = Some pages belong to another file
    .todo = Choose the file again and send it from the beginning.
refusal_desk-PAGES_MISSING = Some pages have not arrived
    .todo = Press again; it goes on where it stopped.
refusal_desk-PAGE_OUT_OF_RANGE = A page's number is wrong
    .todo = Choose the file again and send it from the beginning.
refusal_desk-PAGE_REPEATED = This page has arrived already
    .todo = Press again; it goes on where it stopped.
refusal_desk-PARTY_CHANGED = A home's owners changed under the same number
    .todo = Choose the file again; the change is made anew.
refusal_desk-PARTY_REPEATED = A home's owners stand there twice
    .todo = Take one out of the file and choose it again.
refusal_desk-PARTY_UNKNOWN = The roll does not hold these owners
    .todo = Open this page anew and do it by the newest roll.
refusal_desk-PARTY_WITHOUT_UNIT = Some owners have no home
    .todo = Add their home to the file, or take the row out.
refusal_desk-PASS_FORM = The pass cannot be read
    .todo = Open this page anew.
refusal_desk-PERCENT_RANGE = Progress is 0 to 100 per cent
    .todo = Fill it in again.
refusal_desk-PERSONS_INVALID = The number of owners is not valid
    .todo = A home has 1 to 50 owners, each once. Correct the file and choose it again.
refusal_desk-PERSON_BLOBS = The owners' names do not fit the roll
    .todo = Choose the file again and send it from the beginning.
refusal_desk-QUESTION_UNKNOWN = This question is not there
    .todo = Go back to the queue and open it anew.
refusal_desk-ROLL_AREA = The roll's area is not the sum of its homes
    .todo = Choose the file again and send it from the beginning.
refusal_desk-ROLL_HEADS = The roll's heads are not the sum of its pages
    .todo = Choose the file again and send it from the beginning.
refusal_desk-ROLL_UNCHANGED = This is the roll in force; nothing changes
    .todo = Nothing is left to do.
refusal_desk-ROWS_ORDER = The rows are not in order
    .todo = Choose the file again and send it from the beginning.
refusal_desk-RULES_UNKNOWN = The estate follows rules this program does not have
    .todo = Update the program.
refusal_desk-SCOPE_TREE = Buildings and stairwells do not fit together
    .todo = Correct them in the file and choose it again.
refusal_desk-SEEN_FORKED = A signed head that was kept fits other entries than the export
    .todo = The log has two histories. Keep both files and show them to the supervisors.
refusal_desk-SEEN_SHORTENED = The export ends before a signed head that was kept
    .todo = Export it again; if it still ends there, keep both for the supervisors.
refusal_desk-SEEN_SIGNATURE = A signed head that was kept is not by this log
    .todo = Keep it and the export for the supervisors.
refusal_desk-SET_CLOSED = This set is complete; nothing can be added
    .todo = To correct it, send a change.
refusal_desk-SET_NOT_YOURS = Somebody else is sending this set
    .todo = Let them finish it, or begin one of your own.
refusal_desk-SET_UNKNOWN = The pages before are not there
    .todo = Choose the file again and send it from the beginning.
refusal_desk-TASK_UNKNOWN = This work is not there
    .todo = Go back to the queue and open it anew.
refusal_desk-TEXT_MISMATCH = The words are not those that were recorded
    .todo = Open this page anew and do it by the recorded words.
refusal_desk-THRESHOLD_LOWERED = A threshold cannot be lower than the law's
    .todo = It may be raised, never lowered.
refusal_desk-TIME_WENT_BACKWARDS = The server's clock has gone back
    .todo = Whoever runs the server has to set its clock; then try again.
refusal_desk-TOO_MANY_ROWS = A page has too many rows
    .todo = Choose the file again and send it from the beginning.
refusal_desk-TRAILING_BYTES = Something follows the signature; nothing was taken
    .todo = Open this page anew and sign again.
refusal_desk-TRUNCATED = It did not arrive whole; nothing was taken
    .todo = Check the network and press again.
refusal_desk-UNIT_REPEATED = A home stands there twice
    .todo = Take one out of the file and choose it again.
refusal_desk-UNIT_UNKNOWN = The roll does not hold this home
    .todo = Open this page anew and do it by the newest roll.
refusal_desk-UNKNOWN_KIND = This program does not know that kind of act
    .todo = Update the program.
refusal_desk-UNKNOWN_VERSION = This program does not know that form
    .todo = Update the program.
refusal_desk-VIEW_AHEAD = The server's record is shorter than what you have seen
    .todo = It may be recovering; try again later. If it stays so, keep a picture for the supervisors.
refusal_desk-VIEW_MISMATCH = The server shows another history
    .todo = Sign nothing. Keep a picture for the supervisors.
refusal_desk-WRONG_ESTATE = This was signed for another estate
    .todo = Open this estate's page and sign again.
refusal_desk-WRONG_INDEX = The record has a gap
    .todo = Keep a picture for the supervisors.
refusal_desk-CANDIDATES_MISMATCH = The notice does not list the candidates as they stand
    .todo = List all of them in the order of the list, nobody else, with the law’s own share.
refusal_desk-SEATS_INVALID = That is no number of seats for a committee
    .todo = It has 5 to 11 members, an odd number, or 3 where there are 100 homes at most.
refusal_desk-POSTED_TOO_SHORT = The candidates have not been posted long enough
    .todo = They are posted 15 whole days before the vote opens, the first of them seven days before the notice. Wait, or open later.
refusal_desk-VOTE_NOT_FINAL = The result is not final
    .todo = End the vote first; then those elected take office.
refusal_desk-ELECTS_NOBODY = This vote elected nobody
    .todo = Only an election of people who stood for it puts anybody in office.
refusal_desk-RESULT_HELD = The result waits for a ruling, or was annulled
    .todo = Wait for the ruling; after an annulment elect again.
refusal_desk-ALREADY_SEATED = Those elected are in office already
    .todo = Nothing is left to do.
refusal_desk-SEAT_SUPERSEDED = A later election has been seated
    .todo = This one counts no more.
refusal_desk-SEATS_TOO_FEW = Too few were elected for a committee
    .todo = It takes three, five where there are more than 100 homes, and more than half of the seats; a tie has to be drawn first. Else elect again.
refusal_desk-SEAT_MISMATCH = This is not what the election gave
    .todo = Take the list, the organisation and the term as they came out.
