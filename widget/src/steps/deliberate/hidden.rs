//! What harms somebody: the way to report it, what stands in place of words that are hidden, and their author's appeal.

use crate::draw::{DrawAll, View, view};
use crate::live::Live;
use crate::words::key;
use yishi_protocol::blob::{Blob, BlobKind, Words};
use yishi_protocol::body::{Appeal, HiddenSum, HideReason, Report};
use yishi_protocol::course::CourseStage;
use yishi_protocol::id::{BlobId, EntryId, MatterId};
use yishi_protocol::projection::{AtHand, Hidden};
use yishi_words::Word;

use crate::kit::forms::{Ready, chip, problem, signer, text_box};
use crate::kit::gone;
use crate::kit::next::organisations;
use crate::kit::parts::{button, live, para};
use crate::kit::tell::{due_words, pick};
use crate::proofs::act::salt;
use crate::shell::app::App;
use crate::shell::screen::Goal;
use crate::steps::deliberate::erasing::erasing;

/// The longest reason that the form takes, in characters.
const MOST: usize = 300;

/// Words of a matter: the matter, and the entry that says them.
pub(crate) type Of = (MatterId, EntryId);

/// Which words are being reported or appealed for, if any.
pub(crate) type Open = Live<Option<EntryId>>;

pub(crate) const fn reason_word(reason: HideReason) -> Word {
    match reason {
        HideReason::Advertising => key::hidden::ADVERTISING,
        HideReason::Insult => key::hidden::INSULT,
        HideReason::PersonalData => key::hidden::PERSONAL_DATA,
        HideReason::Repeated => key::hidden::REPEATED,
        HideReason::Unlawful => key::hidden::UNLAWFUL,
    }
}

/// By whom, when and why words were hidden.
pub(crate) fn by(app: App, hidden: &Hidden) -> String {
    let day = app.lang.get_untracked().day(hidden.at_ms);
    app.fill(key::hidden::by(&organisations(app, hidden.orgs()), &day, &app.say(reason_word(hidden.reason))))
}

/// Where that stands now.
pub(crate) fn standing(app: App, hidden: &Hidden) -> Option<String> {
    let due = || {
        let due_ms = hidden.view.due_ms.unwrap_or_default();
        due_words(app, due_ms, app.now_ms.get_untracked())
    };
    Some(match (hidden.view.stage, &hidden.ruling) {
        (CourseStage::Appealed, _) => app.fill(key::hidden::appealed(&due())),
        (CourseStage::Unruled, _) => app.say(key::hidden::UNRULED).to_owned(),
        (CourseStage::ShownAgain, Some((_, at_ms, _))) => {
            app.fill(key::hidden::shown(&app.lang.get_untracked().day(*at_ms)))
        }
        (CourseStage::ShownAgain, None) => app.say(key::hidden::NOTICED).to_owned(),
        (CourseStage::KeptHidden, _) => app.say(key::hidden::KEPT).to_owned(),
        _ => return None,
    })
}

/// What everybody reads in place of hidden words, or beside words that are shown again.
pub(crate) fn told(app: App, hidden: &Hidden) -> View {
    let heading = hidden.is_hidden().then(|| para("ys-b", app.say(key::hidden::HIDDEN)));
    let ruled = hidden.ruling.as_ref().map(|(.., words)| words);
    let said = |words: &AtHand<Words>| {
        let words = gone::say(app, words, |words| pick(app, words));
        para("ys-s", app.fill(key::hidden::words(&words)))
    };
    view! {
        <div class="ys-note"><div>
            {heading}
            {para("ys-s", by(app, hidden))}
            {said(&hidden.words)}
            {standing(app, hidden).map(|words| para("ys-s", words))}
            {ruled.map(said)}
        </div></div>
    }
}

/// Whether this reader sees the words though they are hidden: those who may rule read them at the desk.
pub(crate) fn is_covered(hidden: Option<&Hidden>) -> bool {
    hidden.is_some_and(|hidden| hidden.is_hidden() && !hidden.view.yours)
}

/// What stands below words: how they were hidden, their author's appeal, or a quiet way to report them, for their author to
/// erase them: `own` is the blob that says them then.
pub(crate) fn below(
    app: App,
    of: Of,
    (hidden, of_matter, own): (Option<&Hidden>, bool, Option<BlobId>),
    open: Open,
) -> View {
    let Some(hidden) = hidden else {
        return match own {
            Some(blob) => erasing(app, of, blob, open),
            None if app.may_sign() => reporting(app, of, of_matter, open),
            None => View::Nothing,
        };
    };
    let yours = (hidden.is_hidden() && hidden.view.yours).then(|| para("ys-s", app.say(key::hidden::YOURS)));
    let may = hidden.may_be_appealed() && app.may_sign();
    let appeal = may.then(|| {
        let due_ms = hidden.view.due_ms.unwrap_or_default();
        let due = due_words(app, due_ms, app.now_ms.get_untracked());
        let words = para("ys-s ys-gap-1", app.fill(key::hidden::you_may_appeal(&due)));
        let (begin, form) = (move || open.set(Some(of.1)), move || appealing(app, of, open));
        let drawn = live(move || {
            Some(if open.get() == Some(of.1) {
                form()
            } else {
                button("weui-btn weui-btn_default ys-gap-2", "", app.say(key::hidden::APPEAL), begin)
            })
        });
        view! { {words} {drawn} }
    });
    let own = own.filter(|_| !may).map(|blob| erasing(app, of, blob, open));
    view! { {told(app, hidden)} {yours} {appeal} {own} }
}

fn reporting(app: App, of: Of, of_matter: bool, open: Open) -> View {
    live(move || {
        Some(if open.get() == Some(of.1) {
            report(app, of, of_matter, open)
        } else {
            let begin = move || {
                app.wrong.set(None);
                open.set(Some(of.1));
            };
            button("ys-link ys-2", "", app.say(key::hidden::REPORT), begin)
        })
    })
}

fn report(app: App, (matter, words): Of, of_matter: bool, open: Open) -> View {
    let chosen = app.lasting("reason", None::<(EntryId, HideReason)>);
    let one = |reason: HideReason| {
        let pressed = move || chosen.get() == Some((words, reason));
        chip(app.say(reason_word(reason)).to_owned(), pressed, move || chosen.set(Some((words, reason))))
    };
    // Of these words, not of others that were nearly reported before.
    let chosen_here = move |chosen: Option<(EntryId, HideReason)>| chosen.filter(|(of, _)| *of == words);
    let ready = move || -> Ready {
        chosen_here(chosen.get())
            .map(|_| app.say(key::hidden::SIGN_THE_REPORT))
            .ok_or(app.say(key::hidden::CHOOSE_WHY))
    };
    let press = move || {
        if let Some((_, reason)) = chosen_here(chosen.get_untracked()) {
            let body = Report { matter, reason, words };
            app.act(body, Vec::new(), app.say(key::hidden::REPORT_IS_IN), Goal::Matter(matter));
        }
    };
    let reasons = HideReason::ALL.into_iter().filter(|reason| reason.fits(of_matter)).map(one);
    view! {
        <div class="ys-card ys-gap-2">
            <fieldset class="ys-f">
                <legend class="ys-lab">{app.say(key::hidden::WHY_REPORT)}</legend>
                <div class="ys-chips">{reasons.draw_all()}</div>
            </fieldset>
            {para("ys-s ys-2", app.say(key::hidden::REPORTING_HIDES_NOTHING))}
            {problem(app)}
            {signer(app, ready, press)}
            {button("weui-btn weui-btn_text", "", app.say(key::voices::NOT_NOW), move || open.set(None))}
        </div>
    }
}

fn appealing(app: App, (matter, words): Of, open: Open) -> View {
    let kept = app.kept(format_args!("appeal/{words}"));
    let typed = kept.field("words", "");
    let ready = move || -> Ready {
        if typed.with(|typed| typed.trim().is_empty()) {
            Err(app.say(key::hidden::WRITE_WHY))
        } else {
            Ok(app.say(key::hidden::SIGN_THE_APPEAL))
        }
    };
    let press = move || match salt() {
        Ok(salt) => {
            let text = Blob::record(BlobKind::Appeal, salt, &Words::zh(typed.get_untracked().trim()));
            let body = Appeal { matter, text: text.id(), words };
            let then = (app.say(key::hidden::APPEAL_IS_IN), Goal::Matter(matter));
            app.act_from(kept.clone(), body, vec![text], then);
        }
        Err(trouble) => app.wrong.set(Some(trouble)),
    };
    let label = (app.say(key::hidden::WHY_NOT), app.say(key::hidden::ONLY_THEY_READ));
    view! {
        <div class="ys-card ys-gap-2">
            {text_box("appeal", label, typed, MOST)}
            {problem(app)}
            {signer(app, ready, press)}
            {button("weui-btn weui-btn_text", "", app.say(key::voices::NOT_NOW), move || open.set(None))}
        </div>
    }
}

/// How often what residents said was hidden here, for everybody to see.
pub(crate) fn sums(app: App, sums: &[HiddenSum]) -> Option<View> {
    let one = |sum: &HiddenSum| {
        let org = organisations(app, &[sum.org]);
        app.fill(key::hidden::sum(&org, &app.say(reason_word(sum.reason)), &sum.hidden, &sum.shown))
    };
    let all: Vec<String> = sums.iter().map(one).collect();
    let words = app.fill(key::hidden::so_many(&all.join(app.say(key::common::MARK))));
    (!all.is_empty()).then(|| para("ys-s ys-2 ys-q", words))
}
