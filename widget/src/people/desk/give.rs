//! Giving an office: for which organisation, to whom, which role, what of it, how far, until when.

use crate::draw::{View, view};
use crate::words::key;
use leptos::prelude::*;
use yishi_protocol::body::{Capability, Category, Grant, Reach, Role, Tier};
use yishi_protocol::calendar::local_day;
use yishi_protocol::id::{OrgId, PersonId};
use yishi_protocol::ledger::Ledger;
use yishi_protocol::rejection::Code;
use yishi_protocol::view::OrgView;

use crate::desk::acts::{Form, ToSign};
use crate::desk::dates::{end_of, from_iso, full, iso};
use crate::desk::field::{Field, blank};
use crate::desk::forms::{card, choice, hint, hold_to, line, signing, small, title};
use crate::desk::words::{self, scope_words, tier_word};
use crate::desk::{Desk, Page, Tab};
use crate::kit::tell;
use crate::people::desk::choose::{chips, has, person, roster_if_known, ticks};
use crate::people::desk::giving::{can_be_limited, clash, latest_ms, limit, offered, roles, within};
use crate::proofs::act::statement;
use crate::shell::new_matter::CATEGORIES;

const TIERS: [Tier; 4] = [Tier::Building, Tier::Grid, Tier::Community, Tier::Street];

/// A committee gives offices for so many days, unless its own ends earlier.
const TERM_DAYS: u64 = 365;

/// What is typed.
#[derive(Clone, Copy)]
struct Fields {
    org: Field,
    search: Field,
    person: Field,
    role: Field,
    caps: Field,
    scopes: Field,
    tiers: Field,
    ledgers: Field,
    kinds: Field,
    name: Field,
    until: Field,
}

/// Words of the screen are keys of the form: a place in a list that does not change.
fn keyed<T: Copy>(all: &[T], list: &str) -> Vec<T> {
    let chosen = all.iter().enumerate().filter(|(place, _)| has(list, &place.to_string()));
    chosen.map(|(_, one)| *one).collect()
}

impl Fields {
    fn org(self, desk: Desk) -> Option<OrgView> {
        let id = self.org.with(|org| org.parse::<OrgId>().ok())?;
        desk.data.with_untracked(|data| data.orgs.iter().find(|org| org.org == id).cloned())
    }

    fn role(self) -> Option<Role> {
        self.role.with(|role| Role::ALL.get(role.parse::<usize>().ok()?).copied())
    }

    /// What of the role is given: what is ticked and can be given.
    fn caps(self, desk: Desk) -> Vec<Capability> {
        let (Some(org), Some(role)) = (self.org(desk), self.role()) else { return Vec::new() };
        let offered = desk.data.with_untracked(|data| offered(&data.grants, org.org, role));
        self.caps.with(|list| {
            let ticked = |capability: &Capability| has(list, &cap_key(role, *capability));
            offered.into_iter().filter(ticked).collect()
        })
    }

    fn reach(self, desk: Desk) -> Reach {
        if !can_be_limited(&self.caps(desk)) {
            return Reach::default();
        }
        Reach {
            categories: limit(self.kinds.with(|list| keyed::<Category>(&CATEGORIES, list))),
            ledgers: limit(self.ledgers.with(|list| keyed(Ledger::ALL, list))),
            scopes: limit(
                self.scopes.with(|list| list.split(',').filter_map(|one| one.parse().ok()).collect()),
            ),
            tiers: limit(self.tiers.with(|list| keyed(&TIERS, list))),
        }
    }

    fn until_ms(self) -> Option<u64> {
        self.until.with(|until| from_iso(until)).map(end_of)
    }

    /// What it lacks, or what stands against it.
    fn missing(self, desk: Desk) -> Option<&'static str> {
        let person = self.person.with(|person| person.parse::<PersonId>().ok());
        let Some(org) = self.org(desk) else {
            return Some(desk.say(key::desk_give::CHOOSE_THE_ORGANISATION));
        };
        let Some(person) = person else { return Some(desk.say(key::desk_give::CHOOSE_TO_WHOM)) };
        let Some(role) = self.role() else { return Some(desk.say(key::desk_give::CHOOSE_THE_OFFICE)) };
        let caps = self.caps(desk);
        if caps.is_empty() {
            return Some(desk.say(key::desk_give::TICK_WHAT_THEY_MAY_DO));
        }
        let (clashes, latest_ms, fits) = desk.data.with_untracked(|data| {
            let clashes = clash(&data.officers, &data.orgs, &person, (org.kind, role)).is_some();
            (clashes, latest_ms(&data.grants, &caps), within(&data.grants, &self.reach(desk)))
        });
        if clashes {
            return Some(desk.say(key::desk_give::ANOTHER_OFFICE_OF_THEIRS_DOES));
        }
        if !fits {
            return Some(desk.say(key::desk_give::IT_GOES_FURTHER_THAN_YOUR));
        }
        match self.until_ms() {
            Some(until_ms) if until_ms <= desk.now_ms() => {
                Some(desk.say(key::desk_give::ITS_LAST_DAY_MUST_LIE))
            }
            Some(until_ms) if until_ms > latest_ms => {
                Some(desk.say(key::desk_give::IT_LASTS_LONGER_THAN_YOUR))
            }
            Some(_) => None,
            None => Some(desk.say(key::desk_give::SAY_UNTIL_WHEN)),
        }
    }

    fn said(self, desk: Desk) -> ToSign {
        let title = (!blank(self.name)).then(|| statement(&self.name.get_untracked())).transpose()?;
        let person = self.person.with_untracked(|person| person.parse()).map_err(|_| Code::PersonUnknown)?;
        let body = Grant {
            caps: self.caps(desk),
            org: self.org(desk).ok_or(Code::OrgUnknown)?.org,
            person,
            reach: self.reach(desk),
            role: self.role().ok_or(Code::RoleInvalid)?,
            title: title.as_ref().map(yishi_protocol::blob::Blob::id),
            until_ms: self.until_ms().ok_or(Code::GrantExpired)?,
        };
        Ok((body.into(), title.into_iter().collect()))
    }
}

/// The key of what is ticked: with its role, so that another role begins with all of its own.
fn cap_key(role: Role, capability: Capability) -> String {
    let at = |role| Role::ALL.iter().position(|known| *known == role).unwrap_or_default();
    let place = role.capabilities().iter().position(|known| *known == capability).unwrap_or_default();
    format!("{}.{place}", at(role))
}

/// What is ticked before anybody ticks: all that each role may hold.
fn all_ticked() -> String {
    let of = |role: &Role| role.capabilities().iter().map(|cap| cap_key(*role, *cap)).collect::<Vec<_>>();
    Role::ALL.iter().flat_map(of).collect::<Vec<_>>().join(",")
}

fn role_key(role: Role) -> String {
    Role::ALL.iter().position(|known| *known == role).unwrap_or_default().to_string()
}

pub(crate) fn page(desk: Desk, instead: Option<(OrgId, Role)>) -> View {
    let heading = desk.say(key::desk_common::GIVE_AN_OFFICE).to_owned();
    let heading = title(desk, heading, Some(Page::People(Tab::Offices)));
    let orgs: Vec<(String, String)> = desk.data.with_untracked(|data| {
        let gives = data.orgs.iter().filter(|org| !roles(&data.grants, org).is_empty());
        gives.map(|view| (view.org.to_string(), words::org(desk, view))).collect()
    });
    if orgs.is_empty() || !desk.may(Capability::Grant) {
        let words = desk.say(key::desk_give::YOUR_OFFICE_HOLDS_NOTHING_THAT);
        return view! { {heading} {hint("ys-note_wait", words)} };
    }
    let form = Form::new(desk, "grant");
    let today = local_day(desk.now_ms());
    let latest = desk.data.with_untracked(|data| latest_ms(&data.grants, &[Capability::Grant]));
    let until = (today + TERM_DAYS).min(local_day(latest.saturating_sub(1)));
    let fields = Fields {
        org: form.field("org", orgs.first().map(|org| org.0.clone()).unwrap_or_default()),
        search: form.field("search", ""),
        person: form.field("person", ""),
        role: form.field("role", ""),
        caps: form.field("caps", all_ticked()),
        scopes: form.field("scopes", ""),
        tiers: form.field("tiers", ""),
        ledgers: form.field("ledgers", ""),
        kinds: form.field("kinds", ""),
        name: form.field("name", ""),
        until: form.field("until", iso(until)),
    };
    if let Some((org, role)) = instead {
        fields.org.set(org.to_string());
        fields.role.set(role_key(role));
    }
    hold_to(&orgs, fields.org);
    let roster = roster_if_known(desk);
    let missing = move || fields.missing(desk);
    let signed = move || {
        form.sign(untrack(|| fields.said(desk)), move |_| {
            let words = desk.say(key::desk_give::THE_OFFICE_IS_GIVEN_IT);
            desk.done(Page::People(Tab::Offices), words.to_owned());
        });
    };
    let who = view! {
        {choice("org", desk.say(key::desk_give::FOR_WHICH_ORGANISATION), "", orgs, fields.org)}
        {person(
            desk,
            roster,
            (desk.say(key::desk_give::TO_WHOM), desk.say(key::desk_give::NAME_ROOM_OR_OFFICE)),
            fields.search,
            fields.person,
        )}
    };
    let until = view! {
        {line("until", "date", desk.say(key::desk_give::LAST_DAY), desk.say(key::desk_common::N24_00_OF_THAT_DAY), fields.until)}
        {small(desk.fill(key::desk_give::your_own_ends_nobody_gives(&full(desk.lang(), local_day(latest.saturating_sub(1))))))}
        <div class="ys-gap-4">
        {line(
            "called",
            "text",
            desk.say(key::desk_give::WHAT_SCREENS_CALL_IT),
            desk.say(key::desk_give::OPTIONAL_SUCH_AS_DEPUTY_CHAIR),
            fields.name,
        )}
        </div>
        {move || clash_words(desk, fields)}
        {signing(desk, desk.say(key::desk_give::SIGN_AND_GIVE_IT), missing, signed)}
        {form.note()}
    };
    view! {
        {heading}
        <div class="ys-cols">
            <div>
                {card(desk.say(key::desk_give::TO_WHOM), "", who)}
                {card(desk.say(key::desk_give::WHICH_OFFICE), "", view! { <div>{move || office(desk, fields)}</div> })}
            </div>
            {card(desk.say(key::desk_give::UNTIL_WHEN), "", until)}
        </div>
    }
}

/// Why the chosen person cannot hold this, before anybody signs.
fn clash_words(desk: Desk, fields: Fields) -> Option<View> {
    let person = fields.person.with(|person| person.parse::<PersonId>().ok())?;
    let new = (fields.org(desk)?.kind, fields.role()?);
    let (kind, role) = desk.data.with_untracked(|data| clash(&data.officers, &data.orgs, &person, new))?;
    let (kind, role) = (words::org_kind(desk, kind), words::role(desk, role));
    let words = desk.fill(key::desk_give::they_are_already_whoever(&kind, &role));
    Some(hint("ys-note_bad", words))
}

/// The role, what of it, and how far: as the organisation has it.
fn office(desk: Desk, fields: Fields) -> View {
    let Some(org) = fields.org(desk) else { return View::Nothing };
    let roles = desk.data.with_untracked(|data| roles(&data.grants, &org));
    let mut options: Vec<_> =
        roles.into_iter().map(|role| (role_key(role), words::role(desk, role).to_owned())).collect();
    if options.len() != 1 {
        options.insert(0, (String::new(), desk.say(key::desk_give::CHOOSE_AN_OFFICE).to_owned()));
    }
    untrack(|| hold_to(&options, fields.role));
    let details = move || {
        let Some(role) = fields.role() else { return View::Nothing };
        untrack(|| held(desk, fields, role))
    };
    view! {
        {choice("role", desk.say(key::desk_give::THE_OFFICE), "", options, fields.role)}
        {details}
    }
}

fn held(desk: Desk, fields: Fields, role: Role) -> View {
    let Some(org) = fields.org(desk) else { return View::Nothing };
    let offered = desk.data.with_untracked(|data| offered(&data.grants, org.org, role));
    let all = offered.len() == role.capabilities().len();
    let options =
        offered.iter().map(|cap| (cap_key(role, *cap), words::capability(desk, *cap).to_owned())).collect();
    let limits = move || can_be_limited(&fields.caps(desk)).then(|| untrack(|| limits(desk, fields)));
    view! {
        {small(words::role_purpose(desk, role))}
        <div class="ys-gap-4">
            {ticks(
                desk.say(key::desk_give::WHAT_THEY_MAY_DO),
                if all { "" } else { desk.say(key::desk_give::ONLY_WHAT_YOU_CAN_GIVE) },
                options,
                fields.caps,
            )}
        </div>
        {move || (!can_be_limited(&fields.caps(desk))).then(|| small(desk.say(
            key::desk_give::LETTERS_ROLLS_AND_BYLAWS_CONCERN,
        )))}
        {limits}
    }
}

/// How far it goes. Nothing chosen is everywhere.
fn limits(desk: Desk, fields: Fields) -> View {
    let scopes: Vec<(String, String)> = desk.data.with_untracked(|data| {
        let parts =
            data.scopes.iter().flat_map(|scopes| &scopes.scopes).filter(|scope| scope.parent.is_some());
        parts.map(|scope| (scope.scope.to_string(), scope_words(desk, scope.scope))).collect()
    });
    let places = |words: Vec<&'static str>| {
        words
            .into_iter()
            .enumerate()
            .map(|(place, words)| (place.to_string(), words.to_owned()))
            .collect::<Vec<_>>()
    };
    let tiers = places(TIERS.iter().map(|tier| tier_word(desk, *tier)).collect());
    let ledgers = places(Ledger::ALL.iter().map(|ledger| tell::ledger(desk.app, *ledger)).collect());
    let kinds = places(CATEGORIES.iter().map(|kind| tell::category(desk.app, Some(*kind))).collect());
    let books = fields.caps(desk).contains(&Capability::Disclosure);
    view! {
        <details class="ys-more ys-gap-4">
            <summary>{desk.say(key::desk_give::ONLY_A_PART_NOTHING_CHOSEN)}</summary>
            <div class="ys-gap-3">
                {(!scopes.is_empty()).then(|| chips(desk.say(key::desk_give::PARTS_OF_THE_ESTATE), scopes, fields.scopes))}
                {chips(desk.say(key::desk_give::TIERS), tiers, fields.tiers)}
                {books.then(|| chips(desk.say(key::desk_give::LEDGERS), ledgers, fields.ledgers))}
                {chips(desk.say(key::desk_give::KINDS_OF_MATTERS), kinds, fields.kinds)}
            </div>
        </details>
    }
}
