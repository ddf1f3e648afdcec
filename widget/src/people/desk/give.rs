//! Giving an office: for which organisation, to whom, which role, what of it, how far, until when.

use leptos::prelude::*;
use yishi_protocol::body::{Capability, Category, Grant, Reach, Role, Tier};
use yishi_protocol::calendar::local_day;
use yishi_protocol::id::{OrgId, PersonId};
use yishi_protocol::ledger::Ledger;
use yishi_protocol::rejection::Code;
use yishi_protocol::view::OrgView;

use crate::desk::acts::{Form, Said};
use crate::desk::dates::{end_of, from_iso, full, iso};
use crate::desk::field::{Field, blank};
use crate::desk::forms::{card, choice, hint, hold_to, line, signing, small, title};
use crate::desk::words::{self, scope_words, tier_word};
use crate::desk::{Desk, Page, Tab};
use crate::kit::tell;
use crate::people::desk::choose::{chips, has, person, roster_if_known, ticks};
use crate::people::desk::giving::{can_be_limited, clash, latest_ms, limit, offered, roles, within};
use crate::proofs::act::statement;
use crate::shell::draft::CATEGORIES;

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
            return Some(desk.say("先选单位", "Choose the organisation"));
        };
        let Some(person) = person else { return Some(desk.say("还要选给谁", "Choose to whom")) };
        let Some(role) = self.role() else { return Some(desk.say("还要选职务", "Choose the office")) };
        let caps = self.caps(desk);
        if caps.is_empty() {
            return Some(desk.say("还要勾选能办什么", "Tick what they may do"));
        }
        let (clashes, latest_ms, fits) = desk.data.with_untracked(|data| {
            let clashes = clash(&data.officers, &data.orgs, &person, (org.kind, role)).is_some();
            (clashes, latest_ms(&data.grants, &caps), within(&data.grants, &self.reach(desk)))
        });
        if clashes {
            return Some(
                desk.say("这位的另一个职务不能一起担任", "Another office of theirs does not go with it"),
            );
        }
        if !fits {
            return Some(desk.say("不能宽过你自己的职务", "It goes further than your own office"));
        }
        match self.until_ms() {
            Some(until_ms) if until_ms <= desk.now_ms() => {
                Some(desk.say("结束的日期要在今天以后", "Its last day must lie ahead"))
            }
            Some(until_ms) if until_ms > latest_ms => {
                Some(desk.say("不能长过你自己的职务", "It lasts longer than your own office"))
            }
            Some(_) => None,
            None => Some(desk.say("还要写到哪一天", "Say until when")),
        }
    }

    fn said(self, desk: Desk) -> Said {
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

pub(crate) fn page(desk: Desk, instead: Option<(OrgId, Role)>) -> AnyView {
    let heading = desk.say("给一个职务", "Give an office").to_owned();
    let heading = title(desk, heading, Some(Page::People(Tab::Offices)));
    let orgs: Vec<(String, String)> = desk.data.with_untracked(|data| {
        let gives = data.orgs.iter().filter(|org| !roles(&data.grants, org).is_empty());
        gives.map(|view| (view.org.to_string(), words::org(desk, view))).collect()
    });
    if orgs.is_empty() || !desk.may(Capability::Grant) {
        let words =
            desk.say("你的职务里没有可以给别人的。", "Your office holds nothing that you could give.");
        return view! { {heading} {hint("ys-note_wait", words)} }.into_any();
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
            let words = desk.say(
                "职务已给。这位的手机还没有两个人确认的，确认以后生效",
                "The office is given; it takes effect once two persons stand behind the phone",
            );
            desk.done(Page::People(Tab::Offices), words.to_owned());
        });
    };
    let who = view! {
        {choice("org", desk.say("替哪个单位办事", "For which organisation"), "", orgs, fields.org)}
        {person(
            desk,
            roster,
            (desk.say("给谁", "To whom"), desk.say("姓名、房号或职务", "name, room or office")),
            fields.search,
            fields.person,
        )}
    }
    .into_any();
    let until = view! {
        {line("until", "date", desk.say("到哪一天", "Last day"), desk.say("当天 24:00", "24:00 of that day"), fields.until)}
        {small(desk.either(
            format!("你自己的职务到 {}，给别人的不能更长。", full(desk.lang(), local_day(latest.saturating_sub(1)))),
            format!("Your own ends {}; nobody gives more.", full(desk.lang(), local_day(latest.saturating_sub(1)))),
        ))}
        <div class="ys-gap-4">
        {line(
            "called",
            "text",
            desk.say("对外怎么称呼", "What screens call it"),
            desk.say("可以不写，比如“副主任”“3栋楼栋长”", "optional, such as \"deputy chair\""),
            fields.name,
        )}
        </div>
        {move || clash_words(desk, fields)}
        {signing(desk, desk.say("签名，给职务", "Sign and give it"), missing, signed)}
        {form.note()}
    }
    .into_any();
    view! {
        {heading}
        <div class="ys-cols">
            <div>
                {card(desk.say("给谁", "To whom"), "", who)}
                {card(desk.say("什么职务", "Which office"), "", view! { <div>{move || office(desk, fields)}</div> }.into_any())}
            </div>
            {card(desk.say("到什么时候", "Until when"), "", until)}
        </div>
    }
    .into_any()
}

/// Why the chosen person cannot hold this, before anybody signs.
fn clash_words(desk: Desk, fields: Fields) -> Option<AnyView> {
    let person = fields.person.with(|person| person.parse::<PersonId>().ok())?;
    let new = (fields.org(desk)?.kind, fields.role()?);
    let (kind, role) = desk.data.with_untracked(|data| clash(&data.officers, &data.orgs, &person, new))?;
    let (kind, role) = (words::org_kind(desk, kind), words::role(desk, role));
    let words = desk.either(
        format!("这位已经是{kind}的{role}。监督的人不主持也不管物业，物业的人不担任别的单位的职务。先结束那个职务，或者换一位。"),
        format!("They are {role} ({kind}) already. Whoever supervises neither hosts nor manages, and the manager's staff hold no other office. End that first, or choose somebody else."),
    );
    Some(hint("ys-note_bad", words))
}

/// The role, what of it, and how far: as the organisation has it.
fn office(desk: Desk, fields: Fields) -> AnyView {
    let Some(org) = fields.org(desk) else { return ().into_any() };
    let roles = desk.data.with_untracked(|data| roles(&data.grants, &org));
    let mut options: Vec<_> =
        roles.into_iter().map(|role| (role_key(role), words::role(desk, role).to_owned())).collect();
    if options.len() != 1 {
        options.insert(0, (String::new(), desk.say("请选职务", "choose an office").to_owned()));
    }
    untrack(|| hold_to(&options, fields.role));
    let details = move || {
        let Some(role) = fields.role() else { return ().into_any() };
        untrack(|| held(desk, fields, role))
    };
    view! {
        {choice("role", desk.say("职务", "The office"), "", options, fields.role)}
        {details}
    }
    .into_any()
}

fn held(desk: Desk, fields: Fields, role: Role) -> AnyView {
    let Some(org) = fields.org(desk) else { return ().into_any() };
    let offered = desk.data.with_untracked(|data| offered(&data.grants, org.org, role));
    let all = offered.len() == role.capabilities().len();
    let options =
        offered.iter().map(|cap| (cap_key(role, *cap), words::capability(desk, *cap).to_owned())).collect();
    let limits = move || can_be_limited(&fields.caps(desk)).then(|| untrack(|| limits(desk, fields)));
    view! {
        {small(words::role_purpose(desk, role))}
        <div class="ys-gap-4">
            {ticks(
                desk.say("能办什么", "What they may do"),
                if all { "" } else { desk.say("只列你自己能给的", "only what you can give") },
                options,
                fields.caps,
            )}
        </div>
        {move || (!can_be_limited(&fields.caps(desk))).then(|| small(desk.say(
            "发入户信、录名册、登记规约管的是全小区，不能只给一部分。要限定范围，先不勾这几样。",
            "Letters, rolls and bylaws concern the whole estate and cannot be limited; untick them to set limits.",
        )))}
        {limits}
    }
    .into_any()
}

/// How far it goes. Nothing chosen is everywhere.
fn limits(desk: Desk, fields: Fields) -> AnyView {
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
            <summary>{desk.say("只管一部分（不选就是全部）", "Only a part (nothing chosen is everything)")}</summary>
            <div class="ys-gap-3">
                {(!scopes.is_empty()).then(|| chips(desk.say("哪几栋、哪几个单元", "Parts of the estate"), scopes, fields.scopes))}
                {chips(desk.say("哪一级的事", "Tiers"), tiers, fields.tiers)}
                {books.then(|| chips(desk.say("哪几本账", "Ledgers"), ledgers, fields.ledgers))}
                {chips(desk.say("哪几类事", "Kinds of matters"), kinds, fields.kinds)}
            </div>
        </details>
    }
    .into_any()
}
