//! The manager's books laid open, and a question about a line.

use yishi_protocol::body::{Ask, Disclosure, LedgerSums, Reply};
use yishi_protocol::id::EntryId;
use yishi_protocol::ledger::{Ledger, LedgerLine};
use yishi_protocol::rejection::Code;

use super::{Telling, Told};
use crate::matters::{ask, day, line, march, march_lines, page, reply, statement};

pub(super) fn tell(telling: &mut Telling) -> Told<()> {
    let (good, blobs) = march();
    telling.refuse(
        Code::MissingCapability,
        "an owner lays books open",
        "wang",
        good.clone(),
        blobs.clone(),
    )?;
    stated(telling, &good)?;
    lines(telling, &good)?;
    let posted =
        telling.say("the manager lays March open", "manager", good.clone(), blobs.clone())?.entry.id();
    telling.refuse(Code::PeriodOverlap, "March a second time", "manager", good.clone(), blobs)?;
    let mut april = Disclosure { from_day: day(4, 1), pages: vec![], to_day: day(4, 30), ..good };
    april.ledgers = vec![still(&april.ledgers[1], april.ledgers[1].closing_fen + 1)];
    telling.refuse(
        Code::OpeningBalance,
        "April opens with a fen too many",
        "manager",
        april.clone(),
        vec![],
    )?;
    april.ledgers = vec![still(&april.ledgers[0], april.ledgers[0].closing_fen - 1)];
    telling.say("in April nothing moved", "manager", april.clone(), vec![])?;
    let february =
        Disclosure { from_day: day(2, 1), to_day: day(2, 28), ledgers: april.ledgers.clone(), ..april };
    telling.refuse(
        Code::OpeningBalance,
        "February closes with another balance",
        "manager",
        february,
        vec![],
    )?;
    keepers(telling)?;
    may(telling)?;
    questions(telling, posted)
}

/// The committee's own funds.
fn keepers(telling: &mut Telling) -> Told<()> {
    let funds =
        LedgerSums { closing_fen: 0, in_fen: 0, ledger: Ledger::CommitteeFunds, opening_fen: 0, out_fen: 0 };
    let body = Disclosure { from_day: day(3, 1), ledgers: vec![funds], pages: vec![], to_day: day(3, 31) };
    let taken = "the manager tells the committee's funds first";
    telling.refuse(Code::OutOfReach, taken, "manager", body.clone(), vec![])?;
    let other =
        Disclosure { ledgers: vec![LedgerSums { ledger: Ledger::SharedUtilities, ..funds }], ..body.clone() };
    telling.refuse(Code::OutOfReach, "the committee tells the manager's", "host", other, vec![])?;
    telling.say("the committee tells its own", "host", body, vec![]).map(drop)
}

/// May, with two lines under one number, and numbers that begin anew.
fn may(telling: &mut Telling) -> Told<()> {
    let lines = vec![
        line("00001", 2104, 50_000, day(5, 20)),
        line("00001", 2104, 30_000, day(5, 20)),
        line("V202603-00004", 2104, -10_000, day(5, 31)),
    ];
    let page = page(lines);
    let revenue = |opening_fen| LedgerSums {
        closing_fen: opening_fen + 70_000,
        in_fen: 70_000,
        ledger: Ledger::CommonRevenue,
        opening_fen,
        out_fen: 0,
    };
    let body = |opening_fen| Disclosure {
        from_day: day(5, 2),
        ledgers: vec![revenue(opening_fen)],
        pages: vec![(page.id(), 3)],
        to_day: day(5, 31),
    };
    let forgets = "May opens with nothing, after days that nobody told";
    telling.refuse(Code::OpeningBalance, forgets, "manager", body(0), vec![page.clone()])?;
    let several = "two lines under one voucher's number, and numbers that began anew";
    telling.say(several, "manager", body(250_000), vec![page.clone()])?;
    let mut between = body(250_000);
    (between.from_day, between.to_day) = (day(5, 1), day(5, 1));
    let more = "the day before closes with more than May opens with";
    telling.refuse(Code::OpeningBalance, more, "manager", between, vec![page])
}

/// A ledger in which nothing moves.
fn still(sums: &LedgerSums, balance_fen: i64) -> LedgerSums {
    LedgerSums { closing_fen: balance_fen, in_fen: 0, opening_fen: balance_fen, out_fen: 0, ..*sums }
}

fn stated(telling: &mut Telling, good: &Disclosure) -> Told<()> {
    let with = |change: fn(&mut Disclosure)| {
        let mut body = good.clone();
        change(&mut body);
        body
    };
    let wrong = [
        (Code::PeriodInvalid, "ending before it begins", with(|body| body.to_day = body.from_day - 1)),
        (Code::PeriodInvalid, "ending after today", with(|body| body.to_day = day(12, 31))),
        (Code::PeriodInvalid, "longer than a year", with(|body| body.from_day -= 366)),
        (Code::LedgersInvalid, "no ledger", with(|body| body.ledgers.clear())),
        (Code::LedgersInvalid, "out of order", with(|body| body.ledgers.reverse())),
        (Code::LedgerBalance, "a fen is lost", with(|body| body.ledgers[0].closing_fen -= 1)),
        (Code::LedgerLines, "a page of no lines", with(|body| body.pages[1].1 = 0)),
        (Code::LedgerLines, "a line too many stated", with(|body| body.pages[1].1 += 1)),
        (
            Code::LedgerSum,
            "a fen more came in",
            with(|body| {
                body.ledgers[0].in_fen += 1;
                body.ledgers[0].closing_fen += 1;
            }),
        ),
        (Code::LedgerSum, "a ledger of the lines is left out", with(|body| body.ledgers.truncate(1))),
        (
            Code::LedgerSum,
            "money moves without a line",
            with(|body| {
                body.ledgers[2].out_fen += 1;
                body.ledgers[2].closing_fen -= 1;
            }),
        ),
    ];
    let (_, blobs) = march();
    for (code, note, body) in wrong {
        telling.refuse(code, note, "manager", body, blobs.clone())?;
    }
    telling.refuse(
        Code::BlobMissing,
        "a page did not come along",
        "manager",
        good.clone(),
        blobs[..1].to_vec(),
    )
}

fn lines(telling: &mut Telling, good: &Disclosure) -> Told<()> {
    let with = |change: fn(&mut LedgerLine)| {
        let mut lines = march_lines();
        change(&mut lines[0]);
        lines
    };
    let wrong = [
        (Code::LineInvalid, "an account that the chart has not", with(|line| line.account = 1299)),
        (Code::LineInvalid, "nothing", with(|line| line.amount_fen = 0)),
        (Code::LineInvalid, "of February", with(|line| line.day = day(2, 28))),
        (Code::LineInvalid, "without a number", with(|line| line.voucher.clear())),
        (Code::DecisionInvalid, "allowed by no vote", with(|line| line.decision = Some((EntryId::ZERO, 1)))),
    ];
    for (code, note, lines) in wrong {
        let count = u32::try_from(lines.len()).unwrap_or_default();
        let page = page(lines);
        let body = Disclosure { pages: vec![(page.id(), count)], ..good.clone() };
        telling.refuse(code, note, "manager", body, vec![page])?;
    }
    Ok(())
}

fn questions(telling: &mut Telling, posted: EntryId) -> Told<()> {
    let (good, text) = ask(posted, Some((0, 2)), "这笔零星维修修的是哪里？");
    telling.refuse(Code::PersonOnly, "a root asks", "root", good.clone(), text.clone())?;
    let far = Ask { line: Some((1, 1)), ..good.clone() };
    let page = Ask { line: Some((2, 0)), ..good.clone() };
    telling.refuse(Code::LineUnknown, "about a fifth line", "tenant", far, text.clone())?;
    telling.refuse(Code::LineUnknown, "about a third page", "tenant", page, text.clone())?;
    let nothing = Ask { disclosure: EntryId::ZERO, ..good.clone() };
    telling.refuse(Code::DisclosureUnknown, "about nothing", "tenant", nothing, text.clone())?;
    let mute = statement("");
    let silent = Ask { text: mute.id(), ..good.clone() };
    telling.refuse(Code::WordsMissing, "without words", "tenant", silent, vec![mute])?;
    let question = telling.say("the tenant asks about a repair", "tenant", good, text)?.entry.id();
    let (answer, text) = reply(question, "单元门闭门器，照片和收据在物业前台可看。");
    telling.refuse(Code::MissingCapability, "an owner answers", "wang", answer.clone(), text.clone())?;
    let lost = Reply { question: EntryId::ZERO, ..answer.clone() };
    telling.refuse(Code::QuestionUnknown, "an answer to nothing", "manager", lost, text.clone())?;
    let unseen = statement("\u{200b}");
    let nothing = Reply { text: unseen.id(), ..answer.clone() };
    telling.refuse(Code::WordsMissing, "in words that nobody sees", "manager", nothing, vec![unseen])?;
    telling.say("the manager answers", "manager", answer.clone(), text.clone())?;
    telling.refuse(Code::AlreadyReplied, "it is answered once", "manager", answer, text)
}
