//! Why something is refused: a stable code and a sentence that says what to do.
//!
//! The code is also the name of the vector that breaks the rule, the `code` of an HTTP answer, and the key of the
//! widget's words. Codes are never renamed.

use core::fmt;

pub use crate::refusal::Rejection;
pub(crate) use crate::refusal::require;

use crate::codes::codes;

codes! {
    "Envelope":
    TooLarge = "TOO_LARGE": "The entry is longer than an entry may be; say it in several entries.";
    Truncated = "TRUNCATED": "Bytes are missing at the end; send the whole entry again.";
    TrailingBytes = "TRAILING_BYTES": "There are bytes after the signature; send exactly one entry.";
    UnknownVersion = "UNKNOWN_VERSION": "The entry does not begin with a version this program knows; update the program.";
    UnknownKind = "UNKNOWN_KIND": "This program does not know that kind of entry; update the program.";
    NumberTooLarge = "NUMBER_TOO_LARGE": "A number is larger than 2^53 - 1; correct it.";
    KeyNotCanonical = "KEY_NOT_CANONICAL": "The public key is not the one spelling of a curve point; make a new key.";
    KeySmallOrder = "KEY_SMALL_ORDER": "The public key would accept signatures that nobody made; make a new key.";
    KeyTorsion = "KEY_TORSION": "The public key is outside the prime-order group; make a new key.";
    BadSignature = "BAD_SIGNATURE": "The signature does not fit the bytes and the key; sign again.";
    BodySchema = "BODY_SCHEMA": "The body is not what its kind asks for; compare it with the specification.";
    BodyNotCanonical = "BODY_NOT_CANONICAL": "The body has another spelling than the one allowed; write fields in alphabetical order, without spaces.";

    "Order":
    WrongEstate = "WRONG_ESTATE": "The entry was signed for another estate; sign it for this one.";
    WrongIndex = "WRONG_INDEX": "The entry does not stand at the next place of the log; the log has a gap or a repetition.";
    TimeWentBackwards = "TIME_WENT_BACKWARDS": "The entry is dated before the one that stands ahead of it; the log's clock is wrong.";
    SeqReused = "SEQ_REUSED": "This key has already signed an entry with that number or a higher one; number it again and sign again.";
    ViewAhead = "VIEW_AHEAD": "The entry names a larger log than this one; this server is behind or the log was shortened.";
    ViewMismatch = "VIEW_MISMATCH": "The author has seen another history of this log; keep both checkpoints, they are evidence.";
    GenesisMissing = "GENESIS_MISSING": "The log does not begin with its founding entry; start with `genesis`.";
    GenesisTwice = "GENESIS_TWICE": "The estate has been founded already; `genesis` can only stand first.";
    GenesisInvalid = "GENESIS_INVALID": "The founding entry needs a name that can be seen, 1 to 16 different root keys of which its author is one, a log key apart from them, and a root quorum of 1.";
    RulesUnknown = "RULES_UNKNOWN": "The estate follows rules this program does not have; update the program.";

    "Authority":
    UnknownKey = "UNKNOWN_KEY": "This key is not enrolled in the estate; enrol it with a letter first.";
    KeyRevoked = "KEY_REVOKED": "This key has been replaced or revoked; use the newer device or ask for a new letter.";
    MissingCapability = "MISSING_CAPABILITY": "This act needs a capability that its author does not hold now; ask the host for it.";
    GrantWidens = "GRANT_WIDENS": "Nobody can give more, or for longer, than they hold themselves; give less.";
    GrantTooDeep = "GRANT_TOO_DEEP": "A grant may be handed on three times at most; ask someone nearer to the roots.";
    GrantExpired = "GRANT_EXPIRED": "The grant would end before it begins; choose a later end.";
    GrantInvalid = "GRANT_INVALID": "A grant lists each of its capabilities once, in alphabetical order, and at least one.";
    GrantOtherOrg = "GRANT_OTHER_ORG": "Letting people in, rolls, settings, evidence, totals and grants are handed on only within one's own organisation; a root gives them to others.";
    GrantUnknown = "GRANT_UNKNOWN": "There is no such grant; reload the page.";
    GrantNotYours = "GRANT_NOT_YOURS": "Only whoever gave an office, its holder, or a root ends it.";
    GrantEnded = "GRANT_ENDED": "The office has ended already.";
    RoleInvalid = "ROLE_INVALID": "That role does not hold this capability, or is not one of that organisation; choose another role.";
    ReachInvalid = "REACH_INVALID": "A limit lists at least one member, each once, in ascending order, and letting people in, rolls and settings have none; correct it.";
    OutOfReach = "OUT_OF_REACH": "The office does not reach this part of the estate, tier, ledger or kind of matter; ask whoever it reaches, or whoever keeps that ledger.";
    OfficesClash = "OFFICES_CLASH": "The person holds an office that does not go together with this one; end that first, or choose somebody else.";
    OrgUnknown = "ORG_UNKNOWN": "There is no such organisation; a root declares it first.";
    OrgInvalid = "ORG_INVALID": "A root belongs to one organisation, and only that root says so.";
    OwnAct = "OWN_ACT": "Another person has to confirm this; ask somebody else who may.";
    ConfirmBarred = "CONFIRM_BARRED": "The property manager's staff confirm nothing; ask somebody of another organisation.";
    ConfirmerTooLow = "CONFIRMER_TOO_LOW": "This is about somebody who holds an office; only a person who holds all of it, or a root, can confirm it, and nobody for themselves.";
    OtherOrgNeeded = "OTHER_ORG_NEEDED": "Somebody of another organisation has to do this; ask them.";
    AlreadyConfirmed = "ALREADY_CONFIRMED": "This has been confirmed already; nothing is left to do.";
    NothingToConfirm = "NOTHING_TO_CONFIRM": "There is nothing here that waits for a second person; reload the page.";
    ProposalLapsed = "PROPOSAL_LAPSED": "This has waited 14 days and has lapsed; it has to be done again.";
    NotYet = "NOT_YET": "This waits for rules that do not exist yet; leave the field empty, or choose what there is.";

    "People":
    PersonUnknown = "PERSON_UNKNOWN": "The estate has no such person; publish an enrolment code for them first.";
    CodesInvalid = "CODES_INVALID": "A list of codes has 1 to 400 rows, each person and each code once, and they open for 366 days at most.";
    CodeForm = "CODE_FORM": "A letter's code has 20 letters and digits and a check sign; compare it with the letter.";
    CodeMistyped = "CODE_MISTYPED": "One sign of the code is wrong or two are swapped; compare it with the letter.";
    CodesNeeded = "CODES_NEEDED": "It takes as many letters as this estate's letters have issuers; scan or type each of them.";
    CodeReplaced = "CODE_REPLACED": "A newer letter has taken this one's place; use the newest.";
    CodeUnconfirmed = "CODE_UNCONFIRMED": "A second person has to confirm this letter first; ask at the desk.";
    IssuersSame = "ISSUERS_SAME": "Both letters come from the same organisation; one of another has to be there.";
    CodeUnknown = "CODE_UNKNOWN": "That code was not issued for this person; check the letter.";
    CodeSpent = "CODE_SPENT": "That code has been used; ask for a new letter, and say so if it was not you.";
    CodeExpired = "CODE_EXPIRED": "That code has run out; ask for a new letter.";
    CodeReused = "CODE_REUSED": "That code has been published before; every letter needs a code of its own.";
    BadCodeSignature = "BAD_CODE_SIGNATURE": "The code did not sign for this device and person; type the code again.";
    BadDeviceSignature = "BAD_DEVICE_SIGNATURE": "The device did not sign for this person; begin again on the device.";
    DevicesTooMany = "DEVICES_TOO_MANY": "A person has at most five devices; retire one first.";
    DeviceUnknown = "DEVICE_UNKNOWN": "No person of the estate has such a device; reload the page.";
    DeviceRetired = "DEVICE_RETIRED": "That device has been retired already.";
    KeyUnconfirmed = "KEY_UNCONFIRMED": "Only one person has let this device in, so it cannot vote yet; ask the desk to have its letter confirmed.";
    KeyAlreadyBound = "KEY_ALREADY_BOUND": "This key is in use in the estate already; make a new key.";
    HelpLineInvalid = "HELP_LINE_INVALID": "A help line says what for, where and when, each in 1 to 100 signs on one line, and a telephone number of 3 to 20 digits; correct it.";
    HelpLineNone = "HELP_LINE_NONE": "The organisation has no help line to take down; nothing was changed.";
    HelpLineSuperseded = "HELP_LINE_SUPERSEDED": "The organisation has said something newer, or taken its line down, since this was proposed; look at what stands, and say it anew if it is still right.";

    "Roll":
    PagesDiffer = "PAGES_DIFFER": "The page counts itself as part of another number of pages than the pages before it; upload the roll again.";
    PageOutOfRange = "PAGE_OUT_OF_RANGE": "Pages are numbered from 0 and there are at most 1,000; number them again.";
    PageRepeated = "PAGE_REPEATED": "That page of the set is in the log already; go on with the next.";
    PagesMissing = "PAGES_MISSING": "Pages of the set are missing; send them before closing it.";
    SetUnknown = "SET_UNKNOWN": "No page of that set is in the log; send the pages first.";
    SetClosed = "SET_CLOSED": "That set is closed; begin a new one.";
    SetNotYours = "SET_NOT_YOURS": "Somebody else began that set; begin one of your own.";
    TooManyRows = "TOO_MANY_ROWS": "A page has at most 400 rows; spread them over more pages.";
    UnitUnknown = "UNIT_UNKNOWN": "A unit that is to go is not on the roll that is changed; name units of that roll.";
    UnitRepeated = "UNIT_REPEATED": "A unit stands twice in the set, or is listed and gone at once; list it once.";
    RowsOrder = "ROWS_ORDER": "The rows of a page, of a list of letters and of minutes stand in ascending order of their ids; sort them, so that their order tells nothing.";
    PartyRepeated = "PARTY_REPEATED": "A party stands twice in the set; list it once with all its owners.";
    PartyUnknown = "PARTY_UNKNOWN": "A unit names a party that is not listed; add the party.";
    PartyWithoutUnit = "PARTY_WITHOUT_UNIT": "A party of the set owns no unit of it; leave the party out or add its unit.";
    OwnerSetRepeated = "OWNER_SET_REPEATED": "Two parties have the same owners and would count as two heads; join them into one.";
    PartyChanged = "PARTY_CHANGED": "A party has other owners than on an earlier roll, or these owners were another party; new owners are a new party, the same owners the same one.";
    PersonsInvalid = "PERSONS_INVALID": "Persons are listed once each, in ascending order, at least one and at most 50 to a party.";
    RepresentativeInvalid = "REPRESENTATIVE_INVALID": "Co-owners name one of themselves; an only owner is recorded only to end what another document said.";
    PersonBlobs = "PERSON_BLOBS": "The page commits a name for somebody twice, or for nobody in its parties; list each person of the page once.";
    ScopeTree = "SCOPE_TREE": "Scopes form one tree: the estate first, without a parent, and each parent before its parts.";
    ScopeUnknown = "SCOPE_UNKNOWN": "There is no such scope in the roll; add it or choose another.";
    AreaZero = "AREA_ZERO": "A unit has no area, so it could be made in any number; look its area up and correct it.";
    RollHeads = "ROLL_HEADS": "The roll has another number of heads than it states; count again.";
    RollArea = "ROLL_AREA": "The units' areas add up to another total than the roll states; add again.";
    RollSuperseded = "ROLL_SUPERSEDED": "Another roll is in force; begin from the newest one.";
    RollUnchanged = "ROLL_UNCHANGED": "The roll would say what it says already; there is nothing to change.";
    RollUnknown = "ROLL_UNKNOWN": "There is no such roll; close its set first.";

    "Agenda":
    ItemsInvalid = "ITEMS_INVALID": "An agenda has 1 to 20 items, numbered from 1 in order, each with the options and seats its method asks for.";
    ThresholdLowered = "THRESHOLD_LOWERED": "The law's threshold can be raised, never lowered; choose a stricter share or none.";
    LegalModeMismatch = "LEGAL_MODE_MISMATCH": "The notice says another standing than the settings in force; take theirs.";
    BylawsInvalid = "BYLAWS_INVALID": "A setting is outside what the law and these rules allow, or votes that bind lack letters of two issuers and two roots; correct it.";
    NoticeTooShort = "NOTICE_TOO_SHORT": "The notice must stand its full clear days before the vote opens; open later.";
    NoticeTooFar = "NOTICE_TOO_FAR": "The vote would open more than 90 days after the first day on which it could, and its roll would be an old one by then; give notice later, or open earlier.";
    WindowLength = "WINDOW_LENGTH": "The voting window is shorter or longer than the bylaws allow; choose other dates.";
    ScopeTooNarrow = "SCOPE_TOO_NARROW": "The matter concerns more of the estate than would vote; put it to the vote of all whom it concerns.";
    TextMismatch = "TEXT_MISMATCH": "The agenda's text does not have the items and options that the notice lists; publish the matching text.";
    NoticeUnknown = "NOTICE_UNKNOWN": "There is no such notice; give notice first.";
    VoteWithdrawn = "VOTE_WITHDRAWN": "The vote was withdrawn before it began; see why, and wait for a new notice.";
    TooLateToWithdraw = "TOO_LATE_TO_WITHDRAW": "The vote's window has begun, or it was not held; from then on nobody takes it back, so see it to its end.";
    AlreadyExtended = "ALREADY_EXTENDED": "A vote's window is put off once, and only while its choices are sealed; let it end.";
    QuorumReached = "QUORUM_REACHED": "Two thirds of heads and area take part, so nothing is missing; the vote ends when it was said to end.";
    DeliveryInvalid = "DELIVERY_INVALID": "A delivery is said by an owner or by the desk and lists 1 to 100 homes in ascending order, each once, with the times and the document that its grade asks for and no others; correct it.";
    DeliveryTime = "DELIVERY_TIME": "A home is reached between the notice and now, what is posted hangs for seven days, and all of it is said and confirmed before the vote's window ends; correct the times, or leave it out.";
    DeliveryStands = "DELIVERY_STANDS": "Something as strong or stronger stands for this home, or its owner has denied what was said; read again how it was reached.";
    DeliveryNothing = "DELIVERY_NOTHING": "The desk says of this home nothing that could be denied or taken back; read again how it was reached.";
    AlreadyOpened = "ALREADY_OPENED": "That notice has been opened already; vote on the agenda it opened.";
    TooEarlyToOpen = "TOO_EARLY_TO_OPEN": "An agenda can be opened from 72 hours before its window begins; wait.";
    WindowTooShort = "WINDOW_TOO_SHORT": "Too little of the voting window is left; give a new notice.";
    RollMismatch = "ROLL_MISMATCH": "The agenda was noticed with another roll; open it with that one.";
    ScopeHeads = "SCOPE_HEADS": "The scope has another number of heads than stated; count again.";
    ScopeArea = "SCOPE_AREA": "The scope's areas add up to another total than stated; add again.";
    EmptyScope = "EMPTY_SCOPE": "Nobody could vote in that scope; choose another.";

    "Ballots":
    AgendaUnknown = "AGENDA_UNKNOWN": "There is no such agenda; reload the page.";
    NotOnRoll = "NOT_ON_ROLL": "The party has no counted unit in the scope of this vote; ask the host if that is wrong.";
    OutsideWindow = "OUTSIDE_WINDOW": "The vote is not open at this time; see its dates.";
    NoMandate = "NO_MANDATE": "Nobody gave you a written mandate for this home; ask its owner for one.";
    ProxyBarred = "PROXY_BARRED": "The property manager's staff cannot vote for owners; the owner may vote or choose another proxy.";
    ProxyLimit = "PROXY_LIMIT": "A proxy can act for a limited number of homes and yours are full; the owner may vote or choose another proxy.";
    ProxyInvalid = "PROXY_INVALID": "A mandate names somebody who is no owner of the home, its terms and a last moment within the vote; to take one back names nobody and nothing else. See what is in force.";
    ProxyGiver = "PROXY_GIVER": "Of several owners the one who was named to vote gives a mandate; name one of you, or ask them.";
    ProxyOfProxy = "PROXY_OF_PROXY": "Only an owner gives a mandate; whoever acts for an owner cannot hand it on.";
    ProxyOwnWord = "PROXY_OWN_WORD": "The owner has said with their own phone who votes for them in this vote, which no paper replaces; ask them to say it there.";
    ProxyDirected = "PROXY_DIRECTED": "The owner has said what to mark, and this ballot marks something else; mark what they said, or ask them to change it.";
    JointNoRepresentative = "JOINT_NO_REPRESENTATIVE": "The home has several owners who have not named one to vote; the ballot is held and counts once its author is named.";
    NotRepresentative = "NOT_REPRESENTATIVE": "The owners of this home named another of them to vote; ask them to vote.";
    OwnerPrevails = "OWNER_PREVAILS": "The owner has voted in person, which a proxy cannot replace.";
    BallotUnknown = "BALLOT_UNKNOWN": "There is no such ballot; reload the page.";
    ObjectionInvalid = "OBJECTION_INVALID": "A ballot is held only by another owner of the same home, where any of them may cast it and nobody was named; see what stands.";
    ObjectionLate = "OBJECTION_LATE": "A ballot can be held for 24 hours, and not after the vote has ended.";
    InvalidBallot = "INVALID_BALLOT": "An invalid paper does not replace the valid ballot cast before it.";
    PaperForm = "PAPER_FORM": "A sheet has a number from 1 to 999,999, and lists the items that are invalid on it once each, in ascending order; key it again.";
    PaperMarks = "PAPER_MARKS": "The marks make other items invalid than the sheet says: without a mark on for, against and abstain, or with too many; key it again.";
    PaperTime = "PAPER_TIME": "A sheet cannot be keyed before it was handed over; correct the time.";
    PaperOwn = "PAPER_OWN": "Nobody keys a sheet of their own home, or one that they signed or helped with; another clerk has to.";
    PaperBarred = "PAPER_BARRED": "The property manager's staff neither take nor count ballots on paper, nor help with them; ask somebody of another organisation.";
    SheetCounted = "SHEET_COUNTED": "Two clerks have read this sheet alike, so it is in the count; go on with the next.";
    SheetNotInBox = "SHEET_NOT_IN_BOX": "The window has ended, and this sheet was not in the box when it was counted; it cannot be keyed any more.";
    ScanRepeated = "SCAN_REPEATED": "The same scan was keyed under another number; look at both sheets.";
    BoxFirst = "BOX_FIRST": "The window has ended, so two clerks count the box first; the sheets that it held can be keyed afterwards.";
    BoxForm = "BOX_FORM": "A box lists at most 5,000 sheets by their numbers, once each, in ascending order; list them again.";
    BoxTime = "BOX_TIME": "A box is counted, and confirmed, within 12 hours of the end of the window.";
    BoxCounted = "BOX_COUNTED": "The box of this vote has been counted already.";
    PaperDenied = "PAPER_DENIED": "An owner has denied this sheet, so it counts no more.";
    DenialInvalid = "DENIAL_INVALID": "A sheet is denied by an owner of the home who voted online, and only where it would count; see what stands.";
    DenialLate = "DENIAL_LATE": "A sheet can be denied until the days for objections to the first totals are over; after that a court decides.";
    BallotPause = "BALLOT_PAUSE": "This key has changed the ballot of this home many times; the one that stands is kept, and the next can be signed a quarter of an hour after the last, or at once with another phone of yours.";
    StaleSupersession = "STALE_SUPERSESSION": "The ballot names another predecessor than the one that stands; look at the ballot that stands, and revoke the key if it is not yours.";
    ChoiceCount = "CHOICE_COUNT": "A ballot answers every item once, in order; answer all of them.";
    ChoiceOutOfRange = "CHOICE_OUT_OF_RANGE": "A choice names an option that the item does not have; choose again.";
    ChoiceOrder = "CHOICE_ORDER": "Options are marked once each, in ascending order; mark again.";
    ChoiceTooMany = "CHOICE_TOO_MANY": "More options are marked than the item allows; unmark some.";
    ChoiceNotOne = "CHOICE_NOT_ONE": "Mark exactly one of for, against and abstain.";

    "Closing":
    TooEarlyToClose = "TOO_EARLY_TO_CLOSE": "The voting window has not ended; wait until it has.";
    BoxDue = "BOX_DUE": "Ballots were taken on paper and their box is not counted; two clerks count it, or the vote can be closed 12 hours after its window.";
    SheetsOpen = "SHEETS_OPEN": "The box held sheets that two clerks have not read alike; key them, or the vote can be closed 7 days after its window.";
    AlreadyClosed = "ALREADY_CLOSED": "The vote is closed already.";
    NotClosed = "NOT_CLOSED": "The vote is not closed yet; close it first.";
    AlreadyTallied = "ALREADY_TALLIED": "The result has been stated already.";
    TallyMismatch = "TALLY_MISMATCH": "The stated result is not what the ballots give; take the counted figures.";
    TallyStale = "TALLY_STALE": "An owner has denied a sheet or a ballot was made void since the totals were stated; state them again first.";
    NotDisputable = "NOT_DISPUTABLE": "A result can be disputed once its totals are stated, until the 15 days are over for which it is shown; after that a court decides.";
    DisputeInvalid = "DISPUTE_INVALID": "A dispute is about an item of the vote, and names 1 to 20 of its ballots in ascending order if it is about ballots, else none; correct it.";
    AlreadyDisputed = "ALREADY_DISPUTED": "A dispute of this home about the same item waits for a ruling; wait for that.";
    DisputeUnknown = "DISPUTE_UNKNOWN": "There is no such dispute; reload the page.";
    AlreadyRuled = "ALREADY_RULED": "This dispute has been ruled upon; whoever is not content goes to court.";
    LotteryInvalid = "LOTTERY_INVALID": "A lottery is named in one line of at most 64 bytes; write its name, or none.";
    LotteryMissing = "LOTTERY_MISSING": "The notice of this vote names no lottery, so nobody can draw homes that nobody has chosen; name one in the next notice.";
    NotToDraw = "NOT_TO_DRAW": "Homes are drawn once the totals are stated and until the vote is final; wait, or leave it.";
    AlreadyDrawn = "ALREADY_DRAWN": "The homes of this vote are drawn already; nobody draws twice.";
    DrawInvalid = "DRAW_INVALID": "A draw names the first numbers of the lottery after the totals were stated, 1 to 20 of them, at most seven days after, its issue and a margin for each item; look at what the lottery published.";
    MarginMismatch = "MARGIN_MISMATCH": "The margins are not those that the ballots give; take the counted ones.";
    NotDrawn = "NOT_DRAWN": "This home is not among those that were drawn; only these are called.";
    CallsOver = "CALLS_OVER": "The 30 days for the roll call are over; what homes say now is for a court.";
    AlreadyCalled = "ALREADY_CALLED": "What this home said of its ballot is noted already, and stays.";
    TooEarlyToEnd = "TOO_EARLY_TO_END": "The totals are not stated, or the 15 days for objections are not over; wait until they are.";
    DisputeOpen = "DISPUTE_OPEN": "A dispute that could change the result waits for its ruling, and its 14 days are not over; wait for that.";
    FinalMismatch = "FINAL_MISMATCH": "The disputes are others, or what they could change is not what the ballots give; take the counted ends.";
    AlreadyFinal = "ALREADY_FINAL": "The vote is final already.";
    NotFinal = "NOT_FINAL": "Only what is final is annulled; before that a dispute is ruled upon.";
    AnnulmentInvalid = "ANNULMENT_INVALID": "An annulment names items of the vote in ascending order, the digest of the decision's document, and a day between the totals and today; correct it.";
    AlreadyAnnulled = "ALREADY_ANNULLED": "That is annulled already.";
    CandidacyInvalid = "CANDIDACY_INVALID": "A candidacy is for a committee, for one to five years, with the checks of the list in their order, of which able and unrelated are always there, and the digest of the paper if an office records it; correct it and sign it again.";
    CandidacyNotYours = "CANDIDACY_NOT_YOURS": "Nobody is a candidate against their will: they stand with their own phone, or an office records the paper that they signed; only they themselves take it back.";
    CandidacyMismatch = "CANDIDACY_MISMATCH": "Whoever stands for this matter stands for the same organisation and for as many years as the others; take theirs.";
    CandidacyNone = "CANDIDACY_NONE": "You do not stand for this matter, and nothing of yours waits; reload the page.";
    CandidacyNameTaken = "CANDIDACY_NAME_TAKEN": "Somebody who stands is called just so on the ballot; say more, such as your building and home.";
    CandidacyTakenBack = "CANDIDACY_TAKEN_BACK": "Its person has taken this candidacy back since; nobody can put it in force.";
    CheckNotMet = "CHECK_NOT_MET": "A candidate has to meet each check of the list, and this one is not met; somebody else can stand.";
    CandidateBarred = "CANDIDATE_BARRED": "Whoever holds an office of the property manager cannot stand for the committee that oversees it; leave that office first.";
    AlreadyNominated = "ALREADY_NOMINATED": "This person stands for this matter already; nothing is left to do.";
    CandidatesMismatch = "CANDIDATES_MISMATCH": "People stand for this matter, so its notice has one election, an ordinary one with the law's own share, and lists all who stand and own a home in ascending order of their entries, and nobody else; take the list as it is.";
    SeatsInvalid = "SEATS_INVALID": "A committee has 5 to 11 members, an odd number, or 3 where no more than 100 homes vote; correct the seats.";
    PostedTooShort = "POSTED_TOO_SHORT": "Candidates are posted 15 whole days before the vote opens, and the first of them seven days before the notice, so that others can follow; wait, or open later.";
    VoteNotFinal = "VOTE_NOT_FINAL": "Whoever is elected takes office once the vote is final; end it first.";
    ElectsNobody = "ELECTS_NOBODY": "This vote has no election of people who stood for it, so it seats nobody.";
    ResultHeld = "RESULT_HELD": "The election was annulled, or waits for the ruling on a dispute that could change it; nobody is seated by it now.";
    AlreadySeated = "ALREADY_SEATED": "Those whom this vote elected have been seated already.";
    SeatSuperseded = "SEAT_SUPERSEDED": "A later election has seated people already; this one seats nobody any more.";
    SeatsTooFew = "SEATS_TOO_FEW": "Fewer were elected than a committee needs, three or five and more than half of the seats, or a lot was not drawn; elect again.";
    SeatMismatch = "SEAT_MISMATCH": "These are not exactly those who were elected, in ascending order, for that organisation and so long; take them as the vote has them.";
    NotToVoid = "NOT_TO_VOID": "A ballot whose opening is missing is void from seven days after the close on, until the totals are stated; one that was upheld against, once they are and until the vote is final; wait, or leave it.";
    VoidInvalid = "VOID_INVALID": "Only ballots that count can be made void, 1 to 20 of them in ascending order and none twice; on the ground `upheld` a dispute about each was upheld; correct the list.";
    OpeningFound = "OPENING_FOUND": "The opening of a ballot is here that is said to be missing, so it counts; take it off the list.";
    CharterInvalid = "CHARTER_INVALID": "A charter lists 3 to 200 members in ascending order, or none where homes decide, kinds of matters in ascending order, a term of at most five years that is not over, a resolution and a rule that are not of tomorrow, the digest of the paper, a notice of 1 to 30 days, a quorum of at least half and a majority of more than half; correct it.";
    CharterGiver = "CHARTER_GIVER": "A council gets its mandate from the residents' meeting, which the residents' committee writes down; nobody who sits in it does; ask the residents' committee.";
    CharterUnknown = "CHARTER_UNKNOWN": "There is no such charter in force; reload the page.";
    CharterOver = "CHARTER_OVER": "The mandate does not last until then, or another one has taken its place; let the residents' meeting give a new one.";
    OwnersMatter = "OWNERS_MATTER": "Owners decide that together, by heads and area; no council and no residents' meeting can; give notice of a vote.";
    OutsideCharter = "OUTSIDE_CHARTER": "The mandate does not reach matters of that kind or of that part of the estate; take it elsewhere.";
    OverCharterCap = "OVER_CHARTER_CAP": "With what was decided before, that costs more than the mandate allows together; ask for less, or for a wider mandate.";
    MeetingUnknown = "MEETING_UNKNOWN": "There is no such meeting, or these are not the minutes that were written last of it; reload the page.";
    MeetingTime = "MEETING_TIME": "A meeting lasts a quarter of an hour to twelve hours; correct its end.";
    MeetingStands = "MEETING_STANDS": "A meeting about this matter has decided, or is still to; it is not called twice.";
    NotEntitled = "NOT_ENTITLED": "Only members of the council, or homes of its part of the estate, have a voice at this meeting.";
    OutsideSession = "OUTSIDE_SESSION": "Hands are raised while the meeting is held, from its beginning to its end; before and after it none counts.";
    HandBarred = "HAND_BARRED": "Whoever works for the property manager sits in no council of the residents; leave that office first.";
    HandForm = "HAND_FORM": "Members say their mark in public; a home says that it is there or keeps out, and how it votes in an opening; correct it and sign it again.";
    HandElsewhere = "HAND_ELSEWHERE": "You have raised your hand for another home at this meeting; nobody does for two.";
    MustRecuse = "MUST_RECUSE": "It concerns you, as the notice says or as you have said, so you keep out of this decision.";
    HandSigned = "HAND_SIGNED": "This voice has spoken by its own phone; what it signed holds, nothing is written down for it.";
    HandOwn = "HAND_OWN": "Whoever has a phone in the log raises their own hand, and nobody writes themselves down; write down only who has none.";
    MinutesTime = "MINUTES_TIME": "Minutes are written and attested within 14 days after the meeting, and what they say of somebody is denied within seven days after that; call another meeting.";
    MinutesMismatch = "MINUTES_MISMATCH": "These figures are not those of what was signed and written down; take them as they are computed.";
    MinutesStand = "MINUTES_STAND": "These minutes are attested already; they stand.";
    NotThere = "NOT_THERE": "Minutes are attested by somebody who raised their own hand at the meeting, or who counts for another organisation; ask one of them.";
    OverDecision = "OVER_DECISION": "A meeting's decision carries work with a limit, all of it together no dearer than was decided; set a lower limit.";
    NotWrittenDown = "NOT_WRITTEN_DOWN": "Nothing was written down of you that you could deny, or you have denied it already; reload the page.";
    OpeningMissing = "OPENING_MISSING": "The opening of a ballot is missing, so the vote cannot be counted; look for it, and from seven days after the close on two organisations can make the ballot void.";

    "Matters":
    PersonOnly = "PERSON_ONLY": "Only an enrolled person can do this; enrol with a letter first.";
    TooOften = "TOO_OFTEN": "Nobody may do this without end, so that nobody alone fills a list for everybody, and you have done it as often as one may; wait until some of it is old, or speak to the desk.";
    MatterUnknown = "MATTER_UNKNOWN": "There is no such matter; reload the page.";
    MatterClosed = "MATTER_CLOSED": "The matter has ended; bring up a new one if something is left.";
    MatterNotAccepted = "MATTER_NOT_ACCEPTED": "The matter has not been accepted yet; answer it first.";
    MatterUnderWay = "MATTER_UNDER_WAY": "The matter is being voted on or its work has been given out already; see that to its end.";
    OwnMatter = "OWN_MATTER": "Whoever brings up a matter backs it already; the home is not counted again.";
    SupportUnchanged = "SUPPORT_UNCHANGED": "The home backs the matter already, or does not; nothing was changed.";
    RequisitionMet = "REQUISITION_MET": "The requisition has been handed in and a vote is owed; nothing is signed or taken back any more.";
    RequisitionUnchanged = "REQUISITION_UNCHANGED": "The home has signed the requisition already, or has not; nothing was changed.";
    RequisitionShort = "REQUISITION_SHORT": "Those who have signed are not a fifth of the homes and of the area by the newest roll; go on collecting.";
    RequisitionQuestion = "REQUISITION_QUESTION": "A vote that owners demand asks what they signed: one question, with the title and the text of the matter word for word, by no more than the law's share, and nothing else.";
    RequisitionScope = "REQUISITION_SCOPE": "A vote that owners demand is put to all whom the matter concerns and to nobody else; choose that part of the estate.";
    OpinionUnknown = "OPINION_UNKNOWN": "The opinion that this one replies to is not of this matter; reload the page.";
    WordsUnknown = "WORDS_UNKNOWN": "These are not words of this matter or an opinion about it; nothing else is reported or hidden, questions about money least of all.";
    OwnWords = "OWN_WORDS": "These are your own words; somebody else has to look at them.";
    WordsAtVote = "WORDS_AT_VOTE": "The matter is put to the vote, and whoever votes reads what it asks for; its words cannot be hidden any more.";
    AlreadyReported = "ALREADY_REPORTED": "You have reported these words already; once is enough.";
    ReportsTooMany = "REPORTS_TOO_MANY": "You have reported five times today; go on tomorrow, or speak to the desk.";
    ModerationInvalid = "MODERATION_INVALID": "To hide asks for a reason of the list, nothing else has one, and a matter that was brought up before is merged and not hidden; correct it.";
    AlreadyHidden = "ALREADY_HIDDEN": "These words are hidden already; nothing is left to do.";
    ShownAgain = "SHOWN_AGAIN": "These words were hidden and are shown again; that is not gone back upon except by a ruling that is still to come.";
    HiddenBefore = "HIDDEN_BEFORE": "Your organisation hid these words before and took that back; only another one can hide them.";
    NotReported = "NOT_REPORTED": "Nobody has reported these words since they were looked at last; nothing is left to do.";
    NotHidden = "NOT_HIDDEN": "These words are not hidden; reload the page.";
    NotAppealed = "NOT_APPEALED": "Their author has not appealed, so only whoever hid the words can take that back.";
    NotAuthor = "NOT_AUTHOR": "Only whoever said the words appeals.";
    AppealLate = "APPEAL_LATE": "An appeal comes within seven days of the hiding; ask whoever hid the words to take it back.";
    AlreadyAppealed = "ALREADY_APPEALED": "You have appealed already; another organisation rules.";
    OwnReport = "OWN_REPORT": "Whoever reported the words does not rule that they stay hidden; ask a colleague.";
    ReviewOpen = "REVIEW_OPEN": "Another organisation was asked to look at the matter before it is put to the vote; wait for what it says, or until its date has passed.";
    ReviewerInvalid = "REVIEWER_INVALID": "The matter is looked at by an organisation in which somebody holds an office now, other than your own and the property manager; ask another one.";
    AlreadyAsked = "ALREADY_ASKED": "This organisation was asked already since the last notice; it is asked once.";
    ReviewDate = "REVIEW_DATE": "A reviewer has at least a day, and all reviews of a matter end 14 days after the first was asked for; choose another date.";
    ReviewUnknown = "REVIEW_UNKNOWN": "Nobody asked for that review of this matter; reload the page.";
    NotReviewer = "NOT_REVIEWER": "Only somebody with an office of the organisation that was asked gives its opinion; ask them.";
    AlreadyReviewed = "ALREADY_REVIEWED": "The organisation that was asked has said what it thinks already.";
    ReviewLate = "REVIEW_LATE": "The date of the review has passed, and silence was no opinion; speak about the matter as everybody may.";
    AlreadyAnswered = "ALREADY_ANSWERED": "The matter has been accepted already.";
    AnswerInvalid = "ANSWER_INVALID": "A merger names another open matter, a handing on a farther tier, a handing back a nearer one, any other answer neither; correct it.";
    WordsMissing = "WORDS_MISSING": "Something that can be seen has to be said: a title of 1 to 80 signs and a text, a name, an address, or the words of an answer, report or question; write it, or leave out what may be left out.";
    DecisionInvalid = "DECISION_INVALID": "A vote about this matter still runs, or the one counted last did not pass or is not the one named, or none is named although there was one; name the item of the last vote that passed.";
    AssigneeInvalid = "ASSIGNEE_INVALID": "Work can be given only to somebody who may report on it now; grant that first.";
    DuePast = "DUE_PAST": "The work would have to be done already; choose a later date.";
    TaskUnknown = "TASK_UNKNOWN": "There is no such task; reload the page.";
    NotAssignee = "NOT_ASSIGNEE": "Only whoever has the task reports on it.";
    PercentRange = "PERCENT_RANGE": "Progress is 0 to 100 percent; correct it.";
    NotDone = "NOT_DONE": "The work is not done yet; wait until all of it is reported done.";
    MarkRange = "MARK_RANGE": "Marks are 1 to 5 for speed, quality and satisfaction each; mark again.";
    RatingPeriod = "RATING_PERIOD": "Owners can still mark the work; wait until their days have passed.";
    MarkingOver = "MARKING_OVER": "The days for marking this work have passed and five have marked it; bring up a new matter if something is left.";
    TooFewMarks = "TOO_FEW_MARKS": "Fewer than five marked the work, and the sum of so few would tell who gave which; end the matter without a score.";
    ScoreMismatch = "SCORE_MISMATCH": "The stated score is not what the marks give; take the counted figures.";
    NotContent = "NOT_CONTENT": "Fewer than three in five are content, of those who marked the work when five or more last did, so the matter goes on; give the rest of the work out.";
    NotVotedDown = "NOT_VOTED_DOWN": "The matter's last vote is not counted, or something passed; see it to its end.";

    "Disclosures":
    PeriodInvalid = "PERIOD_INVALID": "A period ends on or after its first day, not after today, and lasts a year at most; correct the days.";
    PeriodOverlap = "PERIOD_OVERLAP": "A disclosure has told some of these days for that ledger already; begin after it.";
    OpeningBalance = "OPENING_BALANCE": "The ledger does not open with what the disclosure before it closed with, or does not close with what the one after it opens with; correct the balance, and tell the days between too if something moved in them.";
    LedgersInvalid = "LEDGERS_INVALID": "A disclosure has each of its ledgers once, in the chart's order, at least one, and 200 pages at most; correct it.";
    LedgerBalance = "LEDGER_BALANCE": "Opening, plus what came in, minus what went out, is not the closing balance; correct the figures.";
    LedgerSum = "LEDGER_SUM": "The lines add up to another sum than is stated; add again.";
    LedgerLines = "LEDGER_LINES": "A page has 1 to 200 lines as many as the disclosure states for it; count again.";
    LineInvalid = "LINE_INVALID": "A line cannot be read as a voucher of this period; correct it where the detail says.";
    DisclosureUnknown = "DISCLOSURE_UNKNOWN": "There is no such disclosure; reload the page.";
    LineUnknown = "LINE_UNKNOWN": "The disclosure has no such line; reload the page.";
    QuestionUnknown = "QUESTION_UNKNOWN": "There is no such question; reload the page.";
    AlreadyReplied = "ALREADY_REPLIED": "The question has been answered; whoever is not content asks again.";

    "Blobs":
    BlobMissing = "BLOB_MISSING": "The entry names a document that did not come with it; send it along.";
    BlobKind = "BLOB_KIND": "A document is of another kind than the entry names; send the right one.";
    BlobContext = "BLOB_CONTEXT": "A document was made for another agenda or party; make it for this one.";
    BlobPayload = "BLOB_PAYLOAD": "A document is not in the form its kind asks for; compare it with the specification.";
    BlobUnnamed = "BLOB_UNNAMED": "A document came along that the entry does not name; send only what it names.";
    BlobTooLarge = "BLOB_TOO_LARGE": "A document is longer than its kind allows; shorten it.";

    "Erasures":
    ErasureInvalid = "ERASURE_INVALID": "An erasure lists 1 to 200 documents in ascending order, each once, and names an order and its document if and only if there is one; correct it.";
    NotErasable = "NOT_ERASABLE": "This is not erased for that reason: official texts, the words of votes and the books never are, what an office said only by order of a court, and nothing that residents said because its time is over.";
    NotYours = "NOT_YOURS": "Only whose it is erases this, from a phone that two persons stand behind or the one that said it; of words that is who said them first.";
    StillNeeded = "STILL_NEEDED": "The newest roll names this, or a vote or a score rests on it; it can be erased a year after the result, and when the roll is corrected.";
    AlreadyErased = "ALREADY_ERASED": "This has been erased already; nothing is left to do.";
    BlobErased = "BLOB_ERASED": "A document was erased and does not come back; write a new one.";

    "Exports, receipts and passes":
    ExportForm = "EXPORT_FORM": "The file is not an export in its one spelling; fetch it again.";
    ExportHash = "EXPORT_HASH": "The file's bytes are not those it was written with; fetch it again.";
    ExportSize = "EXPORT_SIZE": "The file has another number of entries than its checkpoint signs for; entries are missing or were added.";
    ExportRoot = "EXPORT_ROOT": "The file's entries are not those that its checkpoint signs for; one was changed or moved.";
    ExportEstate = "EXPORT_ESTATE": "The file or head is of another estate than the one you asked about; fetch that of yours.";
    EvidenceWithheld = "EVIDENCE_WITHHELD": "The file lacks blobs that such a file has to hold, so what rests on them cannot be checked; ask for them, and keep this file: whoever left them out has to say why.";
    CheckpointForm = "CHECKPOINT_FORM": "The checkpoint is not a signed note of a log; fetch it again.";
    SeenSignature = "SEEN_SIGNATURE": "A head that you have kept was not signed by this log's key; if you had it from this estate's server, keep it and the file, they are evidence.";
    SeenShortened = "SEEN_SHORTENED": "The file ends before a head that you have kept; entries were taken away, or the file is older than the head. Fetch it again, and if it still ends there keep both, they are evidence.";
    SeenForked = "SEEN_FORKED": "A head that you have kept signs for other entries than this file: the log has two histories. Keep both and show them to the others, they are proof.";
    NotIncluded = "NOT_INCLUDED": "The proof does not lead to the checkpoint's root; keep both, they are evidence.";
    AnswerForm = "ANSWER_FORM": "The answer has an entry or a text twice, or out of order; read it again, and tell whoever runs the server.";
    AnswerMismatch = "ANSWER_MISMATCH": "The answer names what it does not show, or shows what does not belong to it; keep it, it is evidence.";
    PassForm = "PASS_FORM": "The pass is not in the expected form; write a new one.";
    PassExpired = "PASS_EXPIRED": "The pass has run out or is from the future; write a new one by the server's clock.";

    "Case files":
    CaseInvalid = "CASE_INVALID": "The case file is not in the expected form; correct it where the detail says.";
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
