//! 举报与隐藏: what was reported, what is hidden, and the appeals that another organisation's office rules on.

use crate::draw::{DrawAll, View, view};
use crate::live::Live;
use crate::words::key;
use yishi_protocol::blob::Words;
use yishi_protocol::body::{HideReason, Measure, Moderate};
use yishi_protocol::course::CourseStage;
use yishi_protocol::projection::{ModeratedWords, Resident};
use yishi_words::Word;

use crate::desk::acts::Form;
use crate::desk::field::blank;
use crate::desk::forms::{area, card, nothing, shown, signing, small, title};
use crate::desk::{Desk, Page};
use crate::kit::forms::chip;
use crate::kit::gone;
use crate::kit::next::organisations;
use crate::kit::tell::{self, pick};
use crate::proofs::act::statement;
use crate::steps::deliberate::hidden::{reason_word, told};

pub(crate) fn page(desk: Desk) -> View {
    let found = desk.reading(async move |session| session.moderated().await);
    view! {
        {title(desk, desk.say(key::desk_moderated::REPORTS_AND_HIDING).to_owned(), None)}
        {shown(desk, found, move |words| drawn(desk, &words))}
    }
}

fn drawn(desk: Desk, words: &[ModeratedWords]) -> View {
    if words.is_empty() {
        return card(
            desk.say(key::desk_moderated::REPORTS_AND_HIDING),
            "",
            nothing(desk.say(key::desk_moderated::NOTHING_WAS_REPORTED)),
        );
    }
    words.iter().map(|one| section(desk, one)).draw_all()
}

const fn stage_word(stage: CourseStage) -> Word {
    match stage {
        CourseStage::Reported => key::desk_moderated::REPORTED,
        CourseStage::Hidden => key::desk_moderated::HIDDEN,
        CourseStage::Appealed => key::desk_moderated::APPEALED,
        CourseStage::Unruled => key::desk_moderated::UNRULED,
        CourseStage::KeptHidden => key::desk_moderated::KEPT_HIDDEN,
        CourseStage::ShownAgain => key::desk_moderated::SHOWN_AGAIN,
        _ => key::desk_moderated::LEFT,
    }
}

const fn measure_word(measure: Measure) -> Word {
    match measure {
        Measure::Hide => key::desk_moderated::HIDE,
        Measure::Keep => key::desk_moderated::KEEP,
        Measure::Leave => key::desk_moderated::LEAVE,
        Measure::Show => key::desk_moderated::SHOW,
    }
}

fn section(desk: Desk, one: &ModeratedWords) -> View {
    let app = desk.app;
    let lines = |words: &Words| pick(app, words);
    let said = match &one.said {
        Resident::Matter(text) => {
            gone::say(app, text, |text| format!("{}\n{}", lines(&text.title), lines(&text.body)))
        }
        Resident::Opinion(spoken) => {
            gone::say(app, spoken, |spoken| spoken.text.as_ref().map(lines).unwrap_or_default())
        }
    };
    let reports: Vec<String> = one
        .view
        .reports
        .iter()
        .map(|(reason, number)| {
            desk.fill(key::desk_moderated::reports(&app.say(reason_word(*reason)), number))
        })
        .collect();
    let reports = reports.join(desk.say(key::common::MARK));
    let appeal = one.hidden.as_ref().and_then(|hidden| hidden.appeal.as_ref());
    let appeal = appeal.map(|(_, words)| {
        let words = gone::say(app, words, |words| pick(app, words));
        let words = desk.fill(key::desk_moderated::the_author_says(&words));
        view! { <p class="ys-reply">{words}</p> }
    });
    let matter = one.view.matter;
    let open = move |_| desk.go(Page::Matter(matter));
    let body = view! {
        <p class="ys-voice__by">
            <span>{tell::speaker(app, &one.view.speaker)}</span>
            <span>{desk.lang().beginning(one.at_ms)}</span>
            <button type="button" class="ys-link ys-info" on:click=open>{desk.say(key::desk_moderated::SEE_THE_MATTER)}</button>
        </p>
        {said.lines().map(|line| view! { <p>{line.to_owned()}</p> }).draw_all()}
        {(!reports.is_empty()).then(|| small(reports))}
        {one.hidden.as_ref().map(|hidden| told(app, hidden))}
        {appeal}
        {(!one.view.may.is_empty()).then(|| form(desk, one))}
    };
    let of_matter = matches!(one.said, Resident::Matter(_));
    let what = if of_matter { key::desk_moderated::A_MATTER } else { key::desk_moderated::AN_OPINION };
    card(desk.say(what), desk.say(stage_word(one.view.stage)), body)
}

/// What may be done now, with a reason of the list where words are hidden, and what everybody will read.
fn form(desk: Desk, one: &ModeratedWords) -> View {
    let app = desk.app;
    let (matter, id, may) = (one.view.matter, one.view.words, one.view.may.clone());
    let of_matter = matches!(one.said, Resident::Matter(_));
    let measure = Live::new(if let [only] = may.as_slice() { Some(*only) } else { None });
    let reason = Live::new(None::<HideReason>);
    // Several of these stand on one page, so a field is called after its words.
    let field = format!("why-{id}");
    let form = Form::new(desk, format_args!("moderate/{id}"));
    let words = form.field("words", "");
    let hides = move || measure.get() == Some(Measure::Hide);
    let missing = move || match measure.get() {
        None => Some(desk.say(key::desk_moderated::CHOOSE_WHAT)),
        Some(Measure::Hide) if reason.get().is_none() => Some(desk.say(key::hidden::CHOOSE_WHY)),
        Some(_) => blank(words).then(|| desk.say(key::hidden::WRITE_WHY)),
    };
    let signed = move || {
        let Some(measure) = measure.get_untracked() else { return };
        let reason = reason.get_untracked().filter(|_| measure == Measure::Hide);
        let said = statement(&words.get_untracked()).map(|text| {
            let body = Moderate { matter, measure, reason, text: text.id(), words: id };
            (body.into(), vec![text])
        });
        form.sign(said, move |_| {
            desk.done(Page::Moderated, desk.say(key::desk_moderated::DONE).to_owned());
        });
    };
    let offer = |one: Measure| {
        let word = desk.say(measure_word(one)).to_owned();
        chip(word, move || measure.get() == Some(one), move || measure.set(Some(one)))
    };
    let reasons = move || {
        hides().then(|| {
            let one = |one: HideReason| {
                let word = desk.say(reason_word(one)).to_owned();
                chip(word, move || reason.get() == Some(one), move || reason.set(Some(one)))
            };
            let all = HideReason::ALL.into_iter().filter(|one| one.fits(of_matter)).map(one);
            view! { <div class="ys-chips ys-gap-2">{all.draw_all()}</div> }
        })
    };
    let preview = move || {
        let reason = reason.get().filter(|_| hides())?;
        let orgs: Vec<_> = desk.data.with_untracked(|data| {
            let held = data
                .grants
                .iter()
                .filter(|grant| grant.caps.contains(&yishi_protocol::body::Capability::Moderate));
            let kind = |id| data.orgs.iter().find(|org| org.org == id).map(|org| org.kind);
            held.filter_map(|grant| kind(grant.org)).collect()
        });
        let day = desk.lang().day(desk.now_ms());
        let by = key::hidden::by(&organisations(app, &orgs), &day, &app.say(reason_word(reason)));
        let why = desk.fill(key::hidden::words(&words.get()));
        Some(view! {
            {small(desk.say(key::desk_moderated::EVERYBODY_WILL_READ))}
            <div class="ys-note"><div>
                <p class="ys-b">{desk.say(key::hidden::HIDDEN)}</p>
                <p class="ys-s">{desk.fill(by)}</p>
                <p class="ys-s">{why}</p>
            </div></div>
        })
    };
    view! {
        <div class="ys-gap-3">
            <div class="ys-chips">{may.into_iter().map(offer).draw_all()}</div>
            <div>{reasons}</div>
            {area(
                field,
                desk.say(key::desk_moderated::WHY),
                desk.say(key::desk_moderated::EVERYBODY_READS_IT_DO_NOT_REPEAT),
                words,
            )}
            <div>{preview}</div>
            {signing(desk, desk.say(key::desk_moderated::SIGN), missing, signed)}
            {form.note()}
        </div>
    }
}
