//! Bringing up a matter, in the words of whoever brings it up.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::draw::{DrawAll, View, typed_in, view};
use crate::live::Live;
use crate::words::key;
use yishi_protocol::blob::{Blob, BlobKind, MatterText, Words};
use yishi_protocol::body::{Origin, Raise, Support, Tier};
use yishi_protocol::id::{MatterId, PartyId};
use yishi_protocol::state::Standing;
use yishi_protocol::view::ScopeView;

use crate::kit::forms::{self, Ready, busy_button, chip, problem, shown_as, signer, text_box};
use crate::kit::icons::{CLOCK, LENS, icon};
use crate::kit::parts::{button, link, live, note, page, para, stranger, topic};
use crate::kit::tell::{answer_duty, category, pick};
use crate::proofs::act::salt;
use crate::shell::app::App;
use crate::shell::new_matter::{CATEGORIES, NewMatter};
use crate::shell::screen::{Goal, Screen};
use crate::steps::deliberate::voices;

/// The longest text and title that the form takes, in characters.
const MOST: usize = 500;
const MOST_TITLE: usize = 40;
/// How many kinds of matter are shown at first.
const SHOWN: usize = 7;

pub(crate) fn screen(app: App) -> View {
    app.new_matter.keep(&app.kept("raise"));
    let body = if app.may_sign() { form(app) } else { stranger(app) };
    let parts = view! {
        {topic(app.say(key::raise::WHAT_IS_IT_ABOUT))}
        {body}
    };
    page(app, app.say(key::raise::RAISE_A_MATTER), Screen::Home, parts)
}

fn form(app: App) -> View {
    let draft = app.new_matter;
    let places = scopes(app);
    // What was kept may name a part that a newer roll does not have.
    let known = |scope: u32| places.iter().any(|place| place.scope == scope);
    if !draft.scope.get_untracked().is_some_and(known) {
        draft.scope.set(chosen_first(&places));
    }
    let none = places.is_empty();
    let ready = move || -> Ready {
        if draft.text.with(|text| text.trim().is_empty()) {
            Err(app.say(key::raise::WRITE_WHAT_IT_IS_ABOUT))
        } else if none {
            Err(app.say(key::raise::THERE_IS_NO_ROLL_YET))
        } else if draft.scope.get().is_none() {
            Err(app.say(key::raise::CHOOSE_WHOM_IT_CONCERNS))
        } else {
            Ok(app.say(key::raise::SIGN_AND_SEND))
        }
    };
    view! {
        <div class="ys-card">
            {text_box("what", (app.say(key::raise::WHAT_IS_IT), app.say(key::raise::IN_PLAIN_WORDS)), draft.text, MOST)}
            {live(move || look_alike(app))}
            {line("title", (app.say(key::raise::TITLE), app.say(key::raise::MAY_BE_EMPTY_THE_FIRST)), draft.title, move || draft.text.with(|text| first_sentence(text)))}
            {kinds(app)}
            {line("where", (app.say(key::raise::WHERE_IT), app.say(key::raise::MAY_BE_EMPTY)), draft.place, String::new)}
            <fieldset class="ys-f">
                <legend class="ys-lab">{app.say(key::raise::WHOM_DOES_IT_CONCERN)}</legend>
                <div class="ys-opts">{places.iter().map(|scope| option(app, scope)).draw_all()}</div>
            </fieldset>
        </div>
        {note("ys-note", CLOCK, vec![para("", answer_duty(app))])}
        {problem(app)}
        <div class="ys-acts ys-acts_0">
            {signer(app, ready, move || send(app))}
            {shown_as(app)}
        </div>
    }
}

/// One line of words.
fn line(
    id: &'static str,
    (label, hint): (&'static str, &'static str),
    typed: Live<String>,
    example: impl Fn() -> String + 'static,
) -> View {
    view! {
        <div class="ys-f ys-gap-6">
            <label class="ys-lab" for=id>{label}<span>{hint}</span></label>
            <input
                class="weui-input"
                id=id
                maxlength=MOST_TITLE.to_string()
                placeholder=example
                prop:value=move || typed.get()
                on:input=move |event| typed.set(typed_in(&event))
            />
        </div>
    }
}

fn kinds(app: App) -> View {
    let (chosen, all) = (app.new_matter.category, app.lasting("all categories", false));
    let chips = live(move || {
        let shown = if all.get() { CATEGORIES.len() } else { SHOWN };
        let one = |kind: &yishi_protocol::body::Category| {
            let kind = *kind;
            let pressed = move || chosen.get() == Some(kind);
            let press = move || chosen.update(|chosen| *chosen = (*chosen != Some(kind)).then_some(kind));
            chip(category(app, Some(kind)).to_owned(), pressed, press)
        };
        Some(CATEGORIES.iter().take(shown).map(one).draw_all())
    });
    let more = live(move || {
        let words = app.fill(key::raise::more_kinds(&(CATEGORIES.len() - SHOWN)));
        (!all.get()).then(|| button("ys-chip", "", words, move || all.set(true)))
    });
    view! {
        <fieldset class="ys-f ys-gap-6">
            <legend class="ys-lab">{app.say(key::raise::WHAT_KIND)}<span>{app.say(key::raise::MAY_BE_LEFT_OPEN)}</span></legend>
            <div class="ys-chips">{chips}{more}</div>
        </fieldset>
    }
}

/// The parts of the estate that hold a home of mine, the nearest first and the whole estate last.
fn scopes(app: App) -> Vec<ScopeView> {
    let addresses: Vec<String> = app.me.with_untracked(|me| {
        me.iter().flat_map(|me| &me.homes).filter_map(|home| home.address.clone()).collect()
    });
    let holds = |scope: &&ScopeView| {
        scope.parent.is_none() || addresses.iter().any(|address| address.starts_with(&scope.name))
    };
    let all = app.scopes.get_untracked();
    let mut mine: Vec<ScopeView> = Vec::new();
    for scope in all.iter().rev().filter(|scope| scope.heads != Some(0)).filter(holds) {
        // A building with one entrance is named like it.
        if !mine.iter().any(|known| known.name == scope.name) {
            mine.push(scope.clone());
        }
    }
    mine
}

/// The part that is chosen to begin with: the nearest one, unless homes of mine lie in several.
fn chosen_first(places: &[ScopeView]) -> Option<u32> {
    let holds_another = |place: &ScopeView| places.iter().any(|inner| inner.parent == Some(place.scope));
    let mut nearest = places.iter().filter(|place| place.parent.is_some() && !holds_another(place));
    match (nearest.next(), nearest.next()) {
        (Some(_), Some(_)) => None,
        (one, _) => one.or(places.first()).map(|place| place.scope),
    }
}

fn option(app: App, scope: &ScopeView) -> View {
    let chosen = app.new_matter.scope;
    let id = scope.scope;
    let name = app.scope_name(id);
    let who = if scope.parent.is_some() {
        app.say(key::raise::HOMES_THE_BUILDING_TALKS_IT)
    } else {
        app.say(key::raise::HOMES_GOES_TO_THE_COMMITTEE)
    };
    // Of a part nobody is told exactly how many homes it has, and of one with few nothing.
    let least = if id == 0 { "" } else { app.say(key::raise::AT_LEAST) };
    let about = scope.heads.map_or_else(String::new, |heads| format!("{least}{heads}{who}"));
    let words = view! { {name} <span class="ys-opt__say">{about}</span> };
    let (is_chosen, choose) = (move || chosen.get() == Some(id), move || chosen.set(Some(id)));
    forms::option("radio", words, Box::new(is_chosen), Box::new(choose))
}

type Pairs = BTreeSet<(char, char)>;
/// What a pair weighs that one title alone has.
const WHOLE: usize = 60;
/// How many pairs, and of what weight, make two texts alike: more than one word that stands in many titles.
const LEAST_PAIRS: usize = 2;
const LEAST_WEIGHT: usize = 80;

/// Pairs of neighbouring Chinese characters.
fn pairs(text: &str) -> Pairs {
    let is_chinese = |sign: char| ('\u{4e00}'..='\u{9fff}').contains(&sign);
    let neighbours = text.chars().zip(text.chars().skip(1));
    neighbours.filter(|(first, second)| is_chinese(*first) && is_chinese(*second)).collect()
}

/// What a title shares with what is typed: each pair weighs the more the fewer titles have it.
fn shared(title: &str, titles: &[Pairs], typed: &Pairs) -> (usize, usize) {
    let both: Vec<_> = pairs(title).intersection(typed).copied().collect();
    let weight = |pair| WHOLE / titles.iter().filter(|title| title.contains(pair)).count().max(1);
    (both.len(), both.iter().map(weight).sum())
}

/// The place of the title that is most like what is typed, if one is: words that many titles have say nothing.
fn most_alike(titles: &[&str], typed: &str) -> Option<usize> {
    let typed = pairs(typed);
    let all: Vec<Pairs> = titles.iter().map(|title| pairs(title)).collect();
    let shares = titles.iter().map(|title| shared(title, &all, &typed)).enumerate();
    let found = shares.filter(|(_, (pairs, weight))| *pairs >= LEAST_PAIRS && *weight >= LEAST_WEIGHT);
    found.max_by_key(|(place, (_, weight))| (*weight, Reverse(*place))).map(|(place, _)| place)
}

/// The matter, over or not, that is most like what is being typed.
fn look_alike(app: App) -> Option<View> {
    let found = app.matters.with_untracked(|matters| {
        let titles: Vec<_> = matters.iter().filter(|matter| matter.title.is_some()).collect();
        let texts: Vec<&str> =
            titles.iter().filter_map(|matter| Some(matter.title.as_ref()?.text.as_str())).collect();
        let place = app.new_matter.text.with(|text| most_alike(&texts, text))?;
        titles.get(place).map(|matter| (*matter).clone())
    })?;
    let title = found.title.as_ref().map(|title| pick(app, title)).unwrap_or_default();
    let (id, open) = (found.matter, found.standing == Standing::Open);
    Some(view! {
        <div class="ys-note ys-note_ok" role="status">
            {icon(LENS, "")}
            <div>
                {para("ys-b", app.say(key::raise::PERHAPS_SOMEBODY_HAS_RAISED_IT))}
                {para("ys-s", title)}
                {link(app.say(key::raise::LOOK).to_owned(), Box::new(move || app.visit(Goal::Matter(id))))}
                {open.then(|| join(app, id))}
            </div>
        </div>
    })
}

/// The home of mine that could back a matter and does not, if there is exactly one: of several, each has its own button there.
fn backer(backing: &[(PartyId, bool)]) -> Option<PartyId> {
    match backing {
        [(party, false)] => Some(*party),
        _ => None,
    }
}

/// The button that adds what is typed to a matter that is there: backs it for my home, and brings the words to its opinions, where
/// they are read again before they are published. What is typed here stays.
fn join(app: App, id: MatterId) -> View {
    let mine = app.my_matter(&id).map(|mine| mine.backing).unwrap_or_default();
    let party = backer(&mine);
    let press = move || {
        app.new_matter.text.with_untracked(|text| voices::bring(app, id, text));
        match party {
            Some(party) => {
                let support = Support { matter: id, party, stands: true };
                app.act(support, vec![], app.say(key::works::YOU_BACK_IT), Goal::Matter(id));
            }
            None => app.visit(Goal::Matter(id)),
        }
    };
    let how = if party.is_some() { key::raise::JOIN_BACKS_IT } else { key::raise::JOIN_BRINGS_WORDS };
    let words = app.say(key::raise::JOIN_IT).to_owned();
    view! {
        {busy_button(app, "button", ("weui-btn weui-btn_default ys-gap-2", ""), (words, ""), Box::new(press))}
        {para("ys-s ys-2 ys-gap-1", app.say(how))}
    }
}

/// What stands for a title that nobody wrote: the first sentence, as far as a title goes.
fn first_sentence(text: &str) -> String {
    let ends = |sign: char| "。！？!?；;\n".contains(sign);
    text.trim().split(ends).next().unwrap_or_default().chars().take(MOST_TITLE).collect()
}

fn send(app: App) {
    let NewMatter { title, text, place, category, scope } = app.new_matter;
    let (text, typed) = (text.get_untracked(), title.get_untracked());
    let Some(scope) = scope.get_untracked() else { return };
    let whole = app
        .scopes
        .with_untracked(|all| all.iter().any(|known| known.scope == scope && known.parent.is_none()));
    let title = if typed.trim().is_empty() { first_sentence(&text) } else { typed.trim().to_owned() };
    let words = |zh: &str| Words::zh(zh.trim());
    let place = Some(place.get_untracked().trim().to_owned()).filter(|place| !place.is_empty());
    let said = MatterText { body: words(&text), place, title: words(&title) };
    match salt() {
        Ok(salt) => {
            let blob = Blob::record(BlobKind::MatterText, salt, &said);
            let body = Raise {
                category: category.get_untracked(),
                origin: Origin::Resident,
                scope,
                text: blob.id(),
                tier: if whole { Tier::Grid } else { Tier::Building },
            };
            let done = app.say(key::raise::SENT_THE_COMMITTEE_WILL_ANSWER);
            app.act_from(app.kept("raise"), body, vec![blob], (done, Goal::Raised));
        }
        Err(trouble) => app.wrong.set(Some(trouble)),
    }
}

#[cfg(test)]
mod tests {
    use super::{backer, first_sentence, most_alike};
    use yishi_protocol::id::PartyId;

    #[test]
    fn one_home_backs_by_itself_and_of_several_each_is_asked() {
        let party = |byte: u8| PartyId::from_bytes([byte; PartyId::LEN]);
        assert_eq!(backer(&[(party(1), false)]), Some(party(1)));
        assert_eq!(backer(&[(party(1), true)]), None, "backed already");
        assert_eq!(backer(&[(party(1), false), (party(2), false)]), None);
        assert_eq!(backer(&[]), None);
    }

    #[test]
    fn a_title_is_the_first_sentence() {
        assert_eq!(first_sentence(" 门口没有坡道。希望加一段。"), "门口没有坡道");
        assert_eq!(first_sentence("没有句号"), "没有句号");
        assert_eq!(first_sentence(&"长".repeat(60)).chars().count(), 40);
    }

    #[test]
    fn texts_are_alike_by_words_that_few_titles_have() {
        let titles = [
            "64路监控有27路黑屏，限期修复",
            "6栋垃圾桶挪离单元门，撤桶并点",
            "5栋1单元门口加坡道和扶手",
            "地库坡道照明太暗，加两盏灯",
            "3栋2单元加装电梯",
            "中心广场晚间跳舞的时间和音量约定",
        ];
        let alike = |typed| most_alike(&titles, typed).map(|place| titles[place]);
        assert_eq!(alike("单元门口加一个无障碍坡道"), Some(titles[2]));
        assert_eq!(alike("楼下垃圾桶太臭，挪一挪"), Some(titles[1]));
        assert_eq!(alike("跳舞的音量太大"), Some(titles[5]));
        assert_eq!(alike("我们单元想换个门禁"), None, "one word that many have");
        assert_eq!(alike("lift 电梯 ok"), None);
        assert_eq!(most_alike(&["单元门口加装无障碍坡道"], "门口没有坡道"), Some(0));
        assert_eq!(most_alike(&[], "门口没有坡道"), None);
    }
}
