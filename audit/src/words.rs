//! What a verdict means, in words: what is wrong with a file, and what a file that holds does not show.

use yishi_protocol::audit::{
    Basis, Clocks, Known, ReceiptCheck, ReceiptStanding, Verdict, VoteVerdict, Wrong,
};
use yishi_protocol::body::CallFigures;
use yishi_protocol::calendar::DAY_MS;
use yishi_protocol::count::{LeftOut, Margin};
use yishi_protocol::export::ExportKind;
use yishi_protocol::figures::hundredths;
use yishi_protocol::id::AgendaId;
use yishi_protocol::rehearsal::is_rehearsal;
use yishi_protocol::strict_json::write_text;

/// What is wrong, and where.
pub(crate) fn refused(wrong: &Wrong) -> Vec<String> {
    let place = wrong.index.map(|index| format!(" at entry {index}")).unwrap_or_default();
    let mut said = vec![format!("NOT SOUND{place}: {}: {}", wrong.code, wrong.detail)];
    said.extend(wrong.blobs.iter().map(|blob| format!("missing: blob {blob}")));
    said.push("keep this file as it is: whoever signed its head answers for it".to_owned());
    said
}

/// What a file that holds does not show. Every line is for whoever would take "sound" for more than it is.
pub(crate) fn not_shown(verdict: &Verdict, known: &Known) -> Vec<String> {
    let name = verdict.name.as_deref().unwrap_or_default();
    let mut said = vec![format!("{} entries of {name} hold. What that does NOT show:", verdict.entries)];
    said.extend(is_rehearsal(name).then(|| {
        "- That anything was decided: by its name, which its founding entry signs, this is a REHEARSAL."
            .to_owned()
    }));
    if known.estate.is_none() {
        said.push(
            "- That this is your estate: anybody can write a log that holds. Give --estate with the id from your letter."
                .to_owned(),
        );
    }
    said.push(if known.seen.is_empty() {
        "- That this is the log which others were shown, up to its end: a shortened one, or another one that the server signed for \
         you alone, holds as well. Give --seen with a head that you or a neighbour kept."
            .to_owned()
    } else {
        format!(
            "- That nothing was taken away after the newest of the {} kept heads that it agrees with.",
            verdict.seen
        )
    });
    said.extend(verdict.votes.iter().filter_map(of_vote));
    said.extend(of_times(verdict));
    let areas = verdict.rolls.iter().filter(|roll| roll.area == Basis::Stated).count();
    if areas > 0 {
        said.push(format!("- The area of {areas} roll(s): the server's word."));
    }
    let scores = verdict.matters.iter().filter(|matter| matter.marks == Some(Basis::Stated)).count();
    if scores > 0 {
        said.push(format!(
            "- The scores of {scores} matter(s): the server's word; the marks are in no export."
        ));
    }
    if verdict.kind == Some(ExportKind::Record) && verdict.votes.iter().any(|vote| vote.items.is_some()) {
        said.push(
            "- A record has no openings. Who holds the grant \"evidence\" can fetch those of a vote: \
             yishi-server export FILE --evidence VOTE."
                .to_owned(),
        );
    }
    said
}

/// What times rest on.
fn of_times(verdict: &Verdict) -> Vec<String> {
    let mut said = vec![
        "- When anything came: the server's clock alone says it. Windows and days of notice are counted by it.".to_owned(),
    ];
    let places = |clocks: &[Clocks]| {
        let shown: Vec<String> = clocks.iter().take(20).map(|clocks| clocks.index.to_string()).collect();
        let more = if clocks.len() > shown.len() { ", …" } else { "" };
        format!("{} (entry {}{more})", clocks.len(), shown.join(", "))
    };
    if !verdict.clocks_differ.is_empty() {
        said.push(format!(
            "  Dated more than ten minutes from their author's own clock: {}.",
            places(&verdict.clocks_differ)
        ));
    }
    if !verdict.kept.is_empty() {
        said.push(format!(
            "  Come later than they were signed, as from a phone without a network: {}.",
            places(&verdict.kept)
        ));
    }
    for vote in &verdict.votes {
        let Clocks { received_ms, client_ms, .. } = vote.notice;
        if verdict.clocks_differ.contains(&vote.notice) {
            let (days, agenda) = (received_ms.abs_diff(client_ms) / DAY_MS, vote.agenda);
            let side = if client_ms > received_ms { "before" } else { "after" };
            said.push(format!(
                "  The notice of vote {agenda} is dated {days} whole day(s) {side} its author's own clock."
            ));
        }
        if vote.clocks_outside > 0 {
            said.push(format!(
                "  {} standing ballot(s) of vote {} were signed outside its window by their phones' own clocks.",
                vote.clocks_outside, vote.agenda
            ));
        }
    }
    said
}

/// How far each result is from another one, as far as it was counted again, and which ballots rest on less than others.
pub(crate) fn margins(verdict: &Verdict) -> Vec<String> {
    let mut said = Vec::new();
    for vote in &verdict.votes {
        let agenda = vote.agenda;
        for (margin, number) in vote.margins.iter().flatten().zip(1..) {
            said.push(match margin {
                Some(Margin { area_c, homes }) => format!(
                    "Vote {agenda}, item {number}: at least {homes} ballot(s), and not less than {} m², would have to be void or \
                     turned for another outcome.",
                    hundredths(*area_c)
                ),
                None => format!(
                    "Vote {agenda}, item {number}: too few took part; whatever becomes of the ballots, it comes out the same."
                ),
            });
        }
        said.extend(vote.left_out.iter().map(|out| left_out(agenda, out)));
        let sorts: Vec<String> =
            vote.weak.iter().map(|(sort, ballots)| format!("{} {ballots}", write_text(sort))).collect();
        if !sorts.is_empty() {
            said.push(format!("Vote {agenda}, ballots that rest on less than others: {}.", sorts.join(", ")));
        }
        said.push(match &vote.roll_call {
            None if vote.items.is_none() => continue,
            None => format!("Vote {agenda}: no roll call; the result was not audited."),
            Some(CallFigures { asked, audited, confirmed, denied, weak }) => format!(
                "Vote {agenda}, roll call: {asked} drawn, {weak} of them weak; {confirmed} confirmed, {denied} denied; the result was {}audited.",
                if *audited { "" } else { "not " }
            ),
        });
        if !vote.annulled.is_empty() {
            let items: Vec<String> = vote.annulled.iter().map(u32::to_string).collect();
            said.push(format!("Vote {agenda}: item {} was annulled.", items.join(", ")));
        }
    }
    said
}

/// Which ballots totals leave out, and what these could make of it.
fn left_out(agenda: AgendaId, out: &LeftOut) -> String {
    let ballots: Vec<String> = out.ballots.iter().map(ToString::to_string).collect();
    let items: Vec<String> = out.turns.iter().map(u32::to_string).collect();
    let turns = if items.is_empty() {
        "whatever they say, it comes out the same".to_owned()
    } else {
        format!("SENSITIVE: what they say could change item {}", items.join(", "))
    };
    let outcomes: Vec<String> = out.with_found.iter().map(write_text).collect();
    let with = match out.found.len() {
        0 => String::new(),
        found => format!(
            " {found} of them can be read here; counted with these it comes out: {}.",
            outcomes.join(", ")
        ),
    };
    format!(
        "Vote {agenda} leaves out {} void ballot(s), {}: {turns}.{with}",
        ballots.len(),
        ballots.join(", ")
    )
}

/// What a receipt shows of a record that holds.
pub(crate) fn receipt(check: &ReceiptCheck) -> String {
    match check {
        ReceiptCheck::Unreadable => {
            "NO RECEIPT: give all of it, from seen. on, or as the phone keeps it".to_owned()
        }
        ReceiptCheck::Unsigned => "SHOWS NOTHING: this log's key has not signed it".to_owned(),
        ReceiptCheck::Older { size } => format!(
            "RECORD ENDS BEFORE: by this receipt the log had {size} entries, and the record has fewer, and not this ballot. Ask for a newer \
             one and hold the receipt against that"
        ),
        ReceiptCheck::OtherHistory { size } => format!(
            "TWO HISTORIES: this log's key has signed {size} entries that are not those of this record. Keep both; they prove it to anybody"
        ),
        ReceiptCheck::NoSuchBallot => {
            "NOT A BALLOT OF THIS RECORD: the record has the head that it names, whole, and no ballot of \
             that number beneath it. A number beside a signed head proves nothing"
                .to_owned()
        }
        ReceiptCheck::Found { agenda, party, index, standing } => {
            let stands = match standing {
                ReceiptStanding::Counted => "it is counted".to_owned(),
                ReceiptStanding::Superseded { by } => {
                    format!("ballot {by} of the same home counts in its place")
                }
                ReceiptStanding::Voided { by } => {
                    format!("entry {by} makes it void; the totals leave it out")
                }
                ReceiptStanding::NotCounted => "no ballot of that home counts".to_owned(),
            };
            format!("IN THE RECORD at entry {index}, in vote {agenda} for home {party}: {stands}")
        }
    }
}

fn of_vote(vote: &VoteVerdict) -> Option<String> {
    let agenda = vote.agenda;
    match (vote.totals?, vote.outcome?) {
        (Basis::Recomputed, _) => None,
        (Basis::Stated, Basis::Recomputed) => Some(format!(
            "- The totals of vote {agenda}: the server's word. Its outcome is certain: nothing that is missing could change it."
        )),
        (Basis::Stated, Basis::Stated) => {
            Some(format!("- The totals and the outcome of vote {agenda}: the server's word."))
        }
    }
}
