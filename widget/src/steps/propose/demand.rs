//! Owners who demand a vote on a matter: how many have signed, what is missing, and the buttons of mine.

use leptos::task::spawn_local;
use yishi_protocol::body::{Requisition, RequisitionStep};
use yishi_protocol::id::{MatterId, PartyId};
use yishi_protocol::projection::Matter;
use yishi_protocol::view::{DemandArea, RequisitionView};

use crate::draw::{Draw, View, view};
use crate::kit::forms::{busy_button, problem};
use crate::kit::icons::PEN;
use crate::kit::parts::{alert, chart, live, para, section};
use crate::live::Live;
use crate::shell::app::App;
use crate::shell::screen::Goal;
use crate::words::format::percent;
use crate::words::key;
use crate::words::trouble::Trouble;

/// What was asked for, once it is here.
type Asked = Live<Option<Result<RequisitionView, Trouble>>>;

fn ask(app: App, matter: MatterId, asked: Asked) {
    spawn_local(async move {
        let Some(mut session) = app.session.get_untracked() else {
            return asked.set(Some(Err(Trouble::Offline)));
        };
        let answer = session.requisition(&matter).await;
        app.session.update(|now| now.iter_mut().for_each(|now| now.learn(&session)));
        asked.set(Some(answer));
    });
}

/// The card of a matter on which a vote can be demanded or is; nothing to whoever cannot sign here.
pub(crate) fn card(app: App, matter: &Matter) -> Option<View> {
    let id = matter.id;
    app.may_sign().then(|| {
        let asked: Asked = app.lasting("demand", None);
        ask(app, id, asked);
        let shown = live(move || {
            asked.with(|asked| match asked {
                None => Some(para("ys-s ys-2", app.say(key::demand::READING))),
                Some(Err(trouble)) => {
                    let (what, todo) = app.lang.get_untracked().trouble(trouble);
                    Some(alert(what, todo))
                }
                Some(Ok(of)) => Some(drawn(app, id, of)),
            })
        });
        view! {
            {section(app.say(key::demand::DEMAND_A_VOTE), String::new(), app.say(key::common::BY_THE_SERVER))}
            <div class="ys-card">{shown}</div>
        }
    })
}

fn drawn(app: App, matter: MatterId, of: &RequisitionView) -> View {
    let signed = app.fill(key::demand::signed_of(&of.signed, &of.needed));
    let heads = chart(
        signed.clone(),
        vec![("for", "0".to_owned(), percent(of.signed.min(of.needed).into(), of.needed.into()))],
        None,
    );
    if let Some(at_ms) = of.handed_in_ms {
        let day = app.lang.get_untracked().day(at_ms);
        return vec![
            para("ys-b", app.fill(key::demand::handed_in(&day))),
            para("ys-s ys-2 ys-gap-1", app.say(key::demand::WHAT_FOLLOWS)),
        ]
        .draw();
    }
    if !of.open {
        return para("ys-s ys-2", app.say(key::demand::NOT_NOW));
    }
    let of_area = of.area.map(|area| {
        let words = app.say(match area {
            DemandArea::Little => key::demand::AREA_LITTLE,
            DemandArea::Half => key::demand::AREA_HALF,
            DemandArea::Enough => key::demand::AREA_ENOUGH,
        });
        view! { <p class="ys-meter__r ys-gap-2"><span>{app.say(key::demand::BY_AREA)}</span><b class="r">{words}</b></p> }
    });
    let mine = of.mine.iter().any(|(_, signed)| *signed);
    let enough = of.signed >= of.needed && of.area == Some(DemandArea::Enough);
    let hand_in =
        of.mine.iter().find(|(_, signed)| *signed && enough).map(|(party, _)| hand_in(app, matter, *party));
    let several = of.mine.len() > 1;
    let buttons: Vec<View> = of.mine.iter().map(|one| sign(app, matter, *one, several)).collect();
    let failed = (!buttons.is_empty()).then(|| problem(app));
    view! {
        <p class="ys-s ys-2">{app.say(key::demand::WHAT_IT_IS)}</p>
        <p class="ys-meter__r ys-gap-2"><span>{app.say(key::demand::BY_HOMES)}</span><b class="n r">{signed}</b></p>
        {heads}
        {of_area}
        {para("ys-b ys-gap-2", missing(app, of))}
        {mine.then(|| para("ys-ok ys-gap-2", app.say(key::demand::YOUR_HOME_HAS_SIGNED)))}
        {hand_in}
        {buttons}
        {failed}
    }
}

/// What is missing, in words.
fn missing(app: App, of: &RequisitionView) -> String {
    let homes = of.needed.saturating_sub(of.signed);
    match (homes, of.area) {
        (0, Some(DemandArea::Enough)) => app.say(key::demand::ENOUGH).to_owned(),
        (0, None) => app.say(key::demand::ENOUGH_HOMES).to_owned(),
        (0, Some(_)) => app.say(key::demand::AREA_MISSING).to_owned(),
        (homes, _) => app.fill(key::demand::homes_missing(&homes)),
    }
}

fn hand_in(app: App, matter: MatterId, party: PartyId) -> View {
    let press = move || {
        let body = Requisition { matter, party, step: RequisitionStep::HandIn };
        app.act(body, vec![], app.say(key::demand::IT_IS_HANDED_IN), Goal::Matter(matter));
    };
    let words = app.say(key::demand::HAND_IN).to_owned();
    busy_button(app, "button", ("weui-btn weui-btn_primary ys-gap-3", ""), (words, ""), Box::new(press))
}

/// A home's button: to sign, or to take that back.
fn sign(app: App, matter: MatterId, (party, signed): (PartyId, bool), several: bool) -> View {
    let homes = app.me.with_untracked(|me| {
        let parties = me.iter().flat_map(|me| &me.view.parties);
        parties.filter(|known| known.party == party).map(|known| known.homes.len()).sum::<usize>()
    });
    let words = match (signed, several) {
        (false, false) => app.say(key::demand::SIGN).to_owned(),
        (true, false) => app.say(key::demand::TAKE_BACK).to_owned(),
        (false, true) => app.fill(key::demand::sign_for(&homes)),
        (true, true) => app.fill(key::demand::take_back_for(&homes)),
    };
    let (step, done) = if signed {
        (RequisitionStep::TakeBack, app.say(key::demand::TAKEN_BACK))
    } else {
        (RequisitionStep::Sign, app.say(key::demand::YOU_HAVE_SIGNED))
    };
    let press = move || {
        app.act(Requisition { matter, party, step }, vec![], done, Goal::Matter(matter));
    };
    let look = if signed {
        ("weui-btn weui-btn_default ys-gap-2", "")
    } else {
        ("weui-btn weui-btn_primary ys-gap-3", PEN)
    };
    busy_button(app, "button", look, (words, ""), Box::new(press))
}
