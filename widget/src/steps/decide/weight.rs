//! Why my home counts as it does in a vote, in plain words that can be kept; and what is told to whoever bought one since.

use leptos::task::spawn_local;
use yishi_protocol::blob::AreaSource;
use yishi_protocol::body::UnitKind;
use yishi_protocol::id::{NoticeId, PartyId};
use yishi_protocol::projection::{Since, Vote, Weighed, WeighedUnit, Weights};
use yishi_words::Word;

use crate::draw::{View, view};
use crate::kit::icons::HOME;
use crate::kit::parts::{alert, live, note, para};
use crate::kit::share::keep;
use crate::live::Live;
use crate::proofs::weight::read;
use crate::shell::app::App;
use crate::words::format::area;
use crate::words::trouble::Trouble;
use crate::words::{Lang, key};

/// What was asked for, once it is here.
pub(crate) type Asked = Live<Option<Result<Weights, Trouble>>>;

fn ask(app: App, notice: NoticeId, asked: Asked) {
    spawn_local(async move {
        let person = app.me.with_untracked(|me| me.as_ref().map(|me| me.view.person));
        let (Some(mut session), Some(person)) = (app.session.get_untracked(), person) else {
            return asked.set(Some(Err(Trouble::Offline)));
        };
        let weights = read(&mut session, &person, notice).await;
        app.session.update(|now| now.iter_mut().for_each(|now| now.learn(&session)));
        asked.set(Some(weights));
    });
}

/// Why a party counts as it does; `proven` becomes the area that the roll of the notice gives it, once that is here.
pub(crate) fn why(
    app: App,
    (notice, title, party): (NoticeId, String, PartyId),
    proven: Live<Option<u64>>,
) -> View {
    let asked: Asked = app.lasting("why", None);
    if asked.with_untracked(|asked| !matches!(asked, Some(Ok(_)))) {
        ask(app, notice, asked);
    }
    live(move || {
        asked.with(|asked| match asked {
            None => Some(para("ys-s ys-2", app.say(key::weight::READING))),
            Some(Err(trouble)) => {
                let (what, todo) = app.lang.get_untracked().trouble(trouble);
                Some(alert(what, todo))
            }
            Some(Ok(weights)) => {
                proven.set(weights.party(&party).and_then(Weighed::area_c));
                let lines = reasons(app.lang.get_untracked(), weights, &party);
                let kept = kept(app, &title, weights, &lines);
                let lines: Vec<View> = lines.into_iter().map(|line| para("ys-s ys-gap-1", line)).collect();
                Some(view! { {lines} {keep(app, kept)} })
            }
        })
    })
}

/// Says to whoever bought a home after the notice that its party of then votes; nothing to anybody else.
pub(crate) fn bought(app: App, vote: &Vote) -> View {
    let asked: Asked = Live::new(None);
    ask(app, vote.id, asked);
    let told = live(move || {
        asked.with(|asked| {
            let weights = asked.as_ref()?.as_ref().ok()?;
            let lines = of_since(app.lang.get_untracked(), weights, true);
            let lines: Vec<View> = lines.into_iter().map(|line| para("", line)).collect();
            (!lines.is_empty()).then(|| note("ys-note ys-note_wait", HOME, lines))
        })
    });
    view! { <div role="status">{told}</div> }
}

/// Why a party counts as it does, a sentence a line.
fn reasons(lang: Lang, weights: &Weights, party: &PartyId) -> Vec<String> {
    let Some(weighed) = weights.party(party) else {
        let mut lines = of_since(lang, weights, true);
        lines.push(lang.say(key::weight::NOT_SHOWN).to_owned());
        return lines;
    };
    let mut lines: Vec<String> = weighed.units.iter().map(|unit| of_unit(lang, unit)).collect();
    lines.push(match weighed.area_c() {
        Some(area_c) => lang.fill(key::weight::sum(&area(area_c))),
        None => lang.say(key::weight::NO_SUM).to_owned(),
    });
    lines.push(head(lang, weighed));
    lines.push(by_roll(lang, weights));
    lines.extend(of_since(lang, weights, false));
    lines.extend(of_since(lang, weights, true));
    let proven = if weighed.is_proven(weights) { key::weight::PROVEN } else { key::weight::UNPROVEN };
    lines.push(lang.say(proven).to_owned());
    lines.push(lang.say(key::weight::DISPUTE).to_owned());
    lines
}

fn by_roll(lang: Lang, weights: &Weights) -> String {
    let (roll, noticed) = (lang.day(weights.roll_ms), lang.day(weights.noticed_ms));
    lang.fill(key::weight::by_roll(&roll, &noticed))
}

/// A home, with its area, where that comes from, and why it does not count if it does not.
fn of_unit(lang: Lang, unit: &WeighedUnit) -> String {
    let address = unit.address.clone().unwrap_or_else(|| lang.say(key::weight::NO_ADDRESS).to_owned());
    let area = unit.area_c.map_or_else(|| lang.say(key::weight::NO_AREA).to_owned(), area);
    let because: Word = match (unit.kind, unit.kind_counts, unit.inside) {
        (UnitKind::Parking, false, _) => key::weight::PARKING,
        (_, false, _) => key::weight::NEVER,
        (_, true, Some(false)) => key::weight::OUTSIDE,
        (_, true, None) => key::weight::UNKNOWN,
        (_, true, Some(true)) => match unit.source {
            Some(AreaSource::Registered) => key::weight::REGISTERED,
            Some(AreaSource::Surveyed) => key::weight::SURVEYED,
            Some(AreaSource::Contract) => key::weight::CONTRACT,
            None => key::weight::UNKNOWN,
        },
    };
    lang.fill(key::weight::home(&address, &area, &lang.say(because)))
}

/// Why it is one head.
fn head(lang: Lang, weighed: &Weighed) -> String {
    let counted = weighed.units.iter().filter(|unit| unit.counts() == Some(true)).count();
    match (weighed.votes(), counted, weighed.owners.len()) {
        (Some(false), ..) => lang.say(key::weight::NO_HEAD).to_owned(),
        (_, 0 | 1, 0 | 1) => lang.say(key::weight::ONE_OWNER).to_owned(),
        (_, 0 | 1, owners) => lang.fill(key::weight::several_owners(&owners)),
        (_, homes, 0 | 1) => lang.fill(key::weight::merged(&homes)),
        (_, homes, owners) => lang.fill(key::weight::merged_of_several(&homes, &owners)),
    }
}

/// The homes that changed hands after the roll: those that were bought, or those that were sold.
fn of_since(lang: Lang, weights: &Weights, bought: bool) -> Vec<String> {
    let (roll, noticed) = (lang.day(weights.roll_ms), lang.day(weights.noticed_ms));
    let line = |since: &Since| {
        let address = since.address.clone().unwrap_or_else(|| lang.say(key::weight::NO_ADDRESS).to_owned());
        lang.fill(if bought {
            key::weight::bought(&address, &roll, &noticed)
        } else {
            key::weight::sold(&address)
        })
    };
    weights.since.iter().filter(|since| since.bought == bought).map(line).collect()
}

/// The same to be kept: with the estate, the vote, and the entries that it rests on.
fn kept(app: App, title: &str, weights: &Weights, lines: &[String]) -> String {
    let estate = app.session.with_untracked(|session| session.as_ref().map(|session| session.name.clone()));
    let rests_on = app.fill(key::weight::rests_on(&weights.notice, &weights.roll));
    let first = format!("{} · {title}", estate.unwrap_or_default());
    let all = [first].into_iter().chain(lines.iter().cloned()).chain([rests_on]);
    all.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use yishi_protocol::id::{EntryId, PersonId, UnitId};

    fn unit(number: u8, kind: UnitKind, area_c: u64) -> WeighedUnit {
        WeighedUnit {
            unit: UnitId::from_bytes([number; 16]),
            kind,
            inside: Some(true),
            kind_counts: kind == UnitKind::Dwelling,
            current: true,
            area_c: Some(area_c),
            source: Some(AreaSource::Registered),
            address: Some(format!("1栋{number}")),
        }
    }

    fn weights(units: Vec<WeighedUnit>, owners: u8) -> Weights {
        let owners = (0..owners).map(|owner| PersonId::from_bytes([owner; 16])).collect();
        let party = Weighed { party: PartyId::from_bytes([1; 16]), owners, units };
        Weights {
            notice: EntryId::from_bytes([2; 32]),
            noticed_ms: 1_772_589_600_000,
            roll: EntryId::from_bytes([3; 32]),
            roll_ms: 1_772_326_800_000,
            parties: vec![party],
            since: Vec::new(),
            whole: true,
            parking_counts: false,
        }
    }

    fn zh() -> Lang {
        Lang::of("zh-CN")
    }

    fn told(lang: Lang, weights: &Weights) -> Vec<String> {
        reasons(lang, weights, &PartyId::from_bytes([1; 16]))
    }

    #[test]
    fn several_homes_are_told_as_one_head_and_a_parking_space_as_none() {
        let units = vec![
            unit(1, UnitKind::Dwelling, 8937),
            unit(2, UnitKind::Dwelling, 7658),
            unit(3, UnitKind::Parking, 1250),
        ];
        let lines = told(zh(), &weights(units, 1));
        assert_eq!(lines[0], "1栋1：89.37\u{a0}m²，按不动产登记");
        assert_eq!(lines[2], "1栋3：12.50\u{a0}m²，车位这次不算");
        assert_eq!(lines[3], "算进去的面积一共 165.95\u{a0}m²。");
        assert_eq!(lines[4], "2 套登记在同一位业主名下，合算 1 人。");
        assert!(lines[5].contains("3月1日") && lines[5].contains("3月4日"), "{}", lines[5]);
        assert_eq!(lines[6], zh().say(key::weight::PROVEN));
        assert_eq!(lines.len(), 8);
    }

    #[test]
    fn english_says_the_same() {
        crate::words::learn_english();
        let units = vec![unit(1, UnitKind::Dwelling, 8937), unit(2, UnitKind::Dwelling, 7658)];
        let lines = told(Lang::of("en"), &weights(units, 2));
        assert_eq!(lines[0], "1栋1: 89.37\u{a0}m², by the property register");
        assert_eq!(lines[3], "2 homes have the same 2 registered owners: together 1 head.");
    }

    #[test]
    fn what_is_not_proven_is_told_as_the_servers_word() {
        let mut kept_back = weights(vec![unit(1, UnitKind::Dwelling, 8937)], 2);
        kept_back.whole = false;
        let lines = told(zh(), &kept_back);
        assert!(lines.contains(&zh().say(key::weight::UNPROVEN).to_owned()), "{lines:?}");
        assert_eq!(lines[2], "登记的业主有 2 位，合算 1 人。");
        let mut older = weights(vec![unit(1, UnitKind::Dwelling, 8937)], 1);
        older.parties[0].units[0].current = false;
        assert!(told(zh(), &older).contains(&zh().say(key::weight::UNPROVEN).to_owned()));
    }

    #[test]
    fn a_buyer_and_a_seller_are_told_who_votes_with_the_dates() {
        let mut sold = weights(vec![unit(1, UnitKind::Dwelling, 8937)], 1);
        let since =
            |bought| Since { unit: UnitId::from_bytes([1; 16]), bought, address: Some("1栋1".to_owned()) };
        sold.since = vec![since(false)];
        let lines = told(zh(), &sold);
        assert!(lines.iter().any(|line| line.contains("1栋1") && line.contains("仍由你家投")), "{lines:?}");
        sold.since = vec![since(true)];
        sold.parties.clear();
        let [line] = &of_since(zh(), &sold, true)[..] else { panic!("one home was bought") };
        assert!(["1栋1", "3月1日", "3月4日", "原来的业主"].iter().all(|part| line.contains(part)), "{line}");
    }
}
