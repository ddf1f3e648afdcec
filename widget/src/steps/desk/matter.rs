//! A matter as the desk sees it: what is asked, what was done and said, and what may be done now.

use crate::draw::{DrawAll, View, view};
use crate::words::key;
use yishi_protocol::blob::{Spoken, Stance};
use yishi_protocol::body::{Action, Body, Capability, OrgKind};
use yishi_protocol::course::{Course, CourseStage, Deed, NextAct};
use yishi_protocol::id::{MatterId, OrgId};
use yishi_protocol::projection::{Act, Hidden, Matter, Said, on_side, voices};
use yishi_protocol::state::{Standing, Step, WHOLE};

use crate::desk::forms::{card, lead, shown, title};
use crate::desk::load::Data;
use crate::desk::words::tier_word;
use crate::desk::{About, Desk, Page, Tab};
use crate::kit::gone;
use crate::kit::next::{is_overdue, waits_for};
use crate::kit::parts::fact;
use crate::kit::tell::{self, pick};
use crate::steps::decide::desk::{candidates, wizard};
use crate::steps::deliberate::desk::review;
use crate::steps::deliberate::hidden::told;
use crate::steps::evaluate::desk::close;
use crate::steps::propose::desk::answer;
use crate::words::format::area;

pub(crate) fn page(desk: Desk, id: MatterId) -> View {
    let found = desk.reading(async move |session| session.matter(&id).await);
    shown(desk, found, move |matter| drawn(desk, &matter))
}

/// Its title, or what stands for one.
pub(crate) fn name(desk: Desk, matter: &Matter) -> String {
    if !matter.text.is_here() && matter.hidden.as_ref().is_some_and(Hidden::is_hidden) {
        return desk.say(key::hidden::HIDDEN).to_owned();
    }
    gone::say(desk.app, &matter.text, |text| pick(desk.app, &text.title))
}

fn drawn(desk: Desk, matter: &Matter) -> View {
    let now_ms = desk.now_ms();
    let view = &matter.view;
    let next = view.next.as_ref();
    let late = is_overdue(next, now_ms);
    let state = match (tell::standing_word(desk.app, view.standing), next) {
        (Some(word), _) => word.to_owned(),
        (None, Some(next)) => {
            let due = next.due_ms.map(|due_ms| tell::due_words(desk.app, due_ms, now_ms));
            let words = [Some(waits_for(desk.app, next, view.worker.as_ref())), due];
            words.into_iter().flatten().collect::<Vec<_>>().join(desk.lang().comma())
        }
        (None, None) => String::new(),
    };
    let class = match (late, view.standing) {
        (true, _) => "ys-who ys-who_bad",
        (false, Standing::Done) => "ys-who ys-who_ok",
        (false, _) => "ys-who",
    };
    // That it was erased, its title says.
    let words = matter.text.as_ref().map(|text| pick(desk.app, &text.body)).unwrap_or_default();
    let place = matter.text.as_ref().and_then(|text| text.place.clone());
    let who =
        format!("{} · {}", tell::speaker(desk.app, &view.speaker), desk.lang().beginning(matter.raised_ms));
    let about = view! {
        {tell::track(desk.app, view.step, view.standing, late)}
        <p class=class>{state}</p>
        {words.lines().map(|line| view! { <p class="ys-gap-3">{line.to_owned()}</p> }).draw_all()}
        {matter.hidden.as_ref().map(|hidden| told(desk.app, hidden))}
        <dl class="ys-kv ys-gap-3">
            {place.map(|place| fact(desk.say(key::desk_matter::WHERE_IT), place))}
            {fact(desk.say(key::desk_matter::RAISED_BY), who)}
            {fact(desk.say(key::desk_matter::ABOUT), tell::category(desk.app, matter.raise.category))}
            {fact(desk.say(key::desk_matter::CONCERNS), crate::desk::words::scope_words(desk, matter.raise.scope))}
            {fact(desk.say(key::desk_matter::HANDLED_BY), tier_word(desk, view.tier))}
            {fact(
                desk.say(key::common::BACKED_BY),
                desk.fill(key::desk_matter::homes(&view.supports, &view.heads)),
            )}
        </dl>
    };
    view! {
        {title(desk, name(desk, matter), Some(Page::Matters))}
        <div class="ys-cols ys-cols_37">
            <div>
                {card(desk.say(key::desk_matter::THE_MATTER), "", about)}
                {(!matter.view.tasks.is_empty()).then(|| tasks(desk, matter))}
                {opinions(desk, &matter.opinions)}
            </div>
            <div>
                {acts(desk, matter)}
                {candidates::way(desk, matter)}
                {trail(desk, &matter.trail)}
                {desk.may(Capability::Roll).then(|| {
                    let page = Page::People(Tab::Erasing(Some(About::Entry(matter.id))));
                    lead(desk, "weui-btn_line weui-btn_mini ys-gap-3", desk.say(key::desk_erasing::ERASE), page)
                })}
            </div>
        </div>
    }
}

/// What may be done about it now by us.
fn acts(desk: Desk, matter: &Matter) -> View {
    let view = &matter.view;
    if view.standing != Standing::Open {
        return review::forms(desk, matter).draw_all();
    }
    let waits = view.next.as_ref().map(|next| next.act);
    let lets = |deed| Course::Matter.lets(view.stage, deed);
    let about = (matter.raise.scope, matter.raise.category, view.tier);
    let may = |capability| desk.data.with_untracked(|data| data.reaches(capability, about));
    let answers = may(Capability::Answer);
    let mut shown = Vec::new();
    if answers && (lets(Deed::EndDone) || lets(Deed::EndNotPassed)) {
        shown.push(close::form(desk, matter));
    }
    let puts = (may(Capability::Notice) || calls(desk, view.stage)) && lets(Deed::Notice);
    // What was put to the vote is given out where it passed; that an earlier vote on it did so is seldom.
    let gives = may(Capability::Dispatch) && lets(Deed::Dispatch);
    let gives = gives && (view.step != Step::Decide || waits == Some(NextAct::Dispatch));
    if puts || gives {
        let main = waits == Some(NextAct::Dispatch);
        let copy = matter.clone();
        let body = view! {
            <div class="ys-pair">
                {puts.then(|| view! {
                    <button type="button" class="weui-btn weui-btn_primary" on:click=move |_| wizard::begin(desk, &copy)>
                        {desk.say(key::desk_matter::PUT_TO_THE_VOTE)}
                    </button>
                })}
                {gives.then(|| lead(
                    desk,
                    if main { "weui-btn_primary" } else { "weui-btn_default" },
                    if matter.view.tasks.is_empty() {
                        desk.say(key::desk_matter::GIVE_OUT_THE_WORK)
                    } else {
                        desk.say(key::desk_matter::GIVE_OUT_MORE_WORK)
                    },
                    Page::Dispatch(matter.id),
                ))}
            </div>
        };
        shown.push(card(desk.say(key::desk_matter::NEXT_STEP), "", body));
    }
    shown.extend(review::forms(desk, matter));
    if answers {
        shown.push(answer::form(desk, matter));
    }
    shown.draw_all()
}

/// Whether we may give notice for the residents' committee, since the host has let the time of a requisition pass.
fn calls(desk: Desk, stage: CourseStage) -> bool {
    let of_committee = |data: &Data, org: OrgId| {
        data.orgs.iter().any(|view| view.org == org && view.kind == OrgKind::ResidentsCommittee)
    };
    stage == CourseStage::DemandReferred
        && desk.data.with_untracked(|data| {
            let mut grants = data.grants.iter().filter(|grant| grant.caps.contains(&Capability::Notice));
            grants.any(|grant| of_committee(data, grant.org))
        })
}

fn tasks(desk: Desk, matter: &Matter) -> View {
    let rows = matter.view.tasks.clone().into_iter().map(move |task| {
        let over = Some(task.over_fen()).filter(|over| *over > 0);
        let cap = match task.cap_fen {
            Some(cap) => desk.fill(key::desk_matter::at_most_yuan(&crate::words::format::hundredths(cap))),
            None => desk.say(key::desk_matter::NO_LIMIT).to_owned(),
        };
        view! {
            <li>
                <span>
                    <b>{format!("{} · {}%", tell::speaker(desk.app, &task.assignee), task.percent)}</b>
                    <br />
                    <span class="ys-s ys-2">{format!(
                        "{}{} · {} {}",
                        // What is done is not late any more.
                        if task.percent < WHOLE {
                            format!("{} · ", tell::due_words(desk.app, task.due_ms, desk.now_ms()))
                        } else {
                            String::new()
                        },
                        cap,
                        desk.say(key::common::PAID),
                        crate::words::format::hundredths(task.paid_fen),
                    )}</span>
                    {task.annulled.then(|| view! { <br /><b class="ys-bad">{desk.say(key::works::ANNULLED)}</b> })}
                    {over.map(|over| view! { <br /><b class="ys-bad">{desk.fill(key::desk_common::yuan_above_the_limit(&crate::words::format::hundredths(over)))}</b> })}
                </span>
            </li>
        }
    });
    let body = view! { <ul class="ys-log">{rows.draw_all()}</ul> };
    card(desk.say(key::desk_matter::THE_WORK), "", body)
}

fn opinions(desk: Desk, opinions: &[Said]) -> View {
    let stance = |said: &Said| said.spoken.as_ref().map(|spoken| spoken.stance);
    let sides = voices(opinions);
    let count = |wanted| on_side(&sides, wanted);
    let word = move |stance: Option<Stance>| match stance {
        Some(Stance::For) => desk.say(key::desk_matter::FOR_IT),
        Some(Stance::Against) => desk.say(key::desk_matter::AGAINST),
        Some(Stance::Neutral) => desk.say(key::desk_matter::NEUTRAL),
        Some(Stance::Question) => desk.say(key::desk_matter::ASKS),
        None => desk.say(key::desk_matter::NO_WORDS),
    };
    let sums = [Stance::For, Stance::Against, Stance::Neutral, Stance::Question]
        .map(|stance| view! { <div><b>{count(stance)}</b>{word(Some(stance))}</div> });
    let rows = opinions.iter().rev().take(20).map(|said| {
        let words =
            |spoken: &Spoken| spoken.text.as_ref().map(|words| pick(desk.app, words)).unwrap_or_default();
        let hidden = said.hidden.as_ref().is_some_and(Hidden::is_hidden);
        let covered = hidden && !said.spoken.is_here();
        let text = if covered { String::new() } else { gone::say(desk.app, &said.spoken, words) };
        let hidden = said.hidden.as_ref().map(|hidden| told(desk.app, hidden));
        view! {
            <li class="ys-voice">
                <p class="ys-voice__by">
                    <span class="weui-tag">{if said.reply_to.is_some() { desk.say(key::voices::REPLY) } else { word(stance(said)) }}</span>
                    <span>{tell::speaker(desk.app, &said.speaker)}</span>
                    <span>{desk.lang().beginning(said.at_ms)}</span>
                </p>
                <p>{text}</p>
                {hidden}
            </li>
        }
    });
    let empty = opinions.is_empty();
    let body = if empty {
        crate::desk::forms::small(desk.say(key::desk_matter::NOBODY_HAS_SPOKEN_YET))
    } else {
        view! {
            <div class="ys-tri">{sums.into_iter().draw_all()}</div>
            <ul class="ys-gap-4">{rows.draw_all()}</ul>
        }
    };
    let remark = desk.fill(key::desk_matter::mark(&sides.len()));
    card(desk.say(key::desk_matter::WHAT_PEOPLE_SAY), if empty { String::new() } else { remark }, body)
}

fn trail(desk: Desk, acts: &[Act]) -> View {
    let rows = acts.iter().rev().map(|act| {
        let words = act.words.as_ref().map(|words| gone::say(desk.app, words, |words| pick(desk.app, words)));
        view! {
            <li class="ys-voice">
                <p class="ys-voice__by">
                    <b>{deed(desk, &act.body)}</b>
                    <span>{tell::speaker(desk.app, &act.speaker)}</span>
                    <span>{desk.lang().beginning(act.at_ms)}</span>
                </p>
                {words.map(|words| view! { <p>{words}</p> })}
            </li>
        }
    });
    let body = view! { <ul>{rows.draw_all()}</ul> };
    card(desk.say(key::desk_matter::WHAT_WAS_DONE), desk.say(key::desk_common::NEWEST_FIRST), body)
}

/// What an act did.
fn deed(desk: Desk, body: &Body) -> String {
    let say = |word| desk.say(word).to_owned();
    match body {
        Body::Raise(_) => say(key::desk_matter::RAISED),
        Body::Answer(body) => match (body.action, body.tier) {
            (Action::Accept, _) => say(key::desk_matter::ACCEPTED),
            (Action::Decline, _) => say(key::desk_matter::DECLINED),
            (Action::Merge, _) => say(key::desk_matter::MERGED),
            (Action::Escalate, tier) => {
                let tier = tier.map_or("", |tier| tier_word(desk, tier));
                desk.fill(key::desk_matter::escalated_to(&tier))
            }
            (Action::Return, tier) => {
                let tier = tier.map_or("", |tier| tier_word(desk, tier));
                desk.fill(key::desk_matter::returned_to(&tier))
            }
        },
        Body::Requisition(_) => say(key::matter::DEMANDED_A_VOTE),
        Body::AskReview(_) => say(key::matter::ASKED_FOR_A_REVIEW),
        Body::Review(review) => say(review::opinion_word(review.opinion)),
        Body::Notice(_) => say(key::desk_matter::VOTE_NOTICED),
        Body::Open(open) => desk.fill(key::desk_matter::roll_frozen_heads(&open.heads, &area(open.area_c))),
        Body::Dispute(_) => say(key::matter::DISPUTED_THE_RESULT),
        Body::RuleDispute(_) => say(key::matter::RULED_ON_A_DISPUTE),
        Body::Final(_) => say(key::matter::ASKED_TO_MAKE_IT_FINAL),
        Body::Confirm(_) => say(key::matter::A_SECOND_PERSON_CONFIRMED),
        Body::BallotBox(_) => say(key::matter::LISTED_THE_BOX),
        Body::Deny(_) => say(key::matter::DENIED_A_SHEET),
        Body::Draw(_) => say(key::matter::ENTERED_THE_LOTTERY),
        Body::RollCall(_) => say(key::matter::ASKED_A_HOME),
        Body::Annul(_) => say(key::matter::TOLD_OF_AN_ANNULMENT),
        Body::Nominate(said) if said.candidacy.is_none() => say(key::matter::STANDS_NO_MORE),
        Body::Nominate(_) => say(key::matter::STANDS_FOR_THE_ELECTION),
        Body::Seat(_) => say(key::matter::SEATED_THE_ELECTED),
        Body::Meeting(_) => say(key::matter::CALLED_A_MEETING),
        Body::Minutes(_) => say(key::matter::WROTE_MINUTES),
        Body::Attest(said) if said.denies.is_some() => say(key::matter::DENIED_MINUTES),
        Body::Attest(_) => say(key::matter::ATTESTED_MINUTES),
        Body::Extend(_) => say(key::desk_matter::VOTE_PUT_OFF),
        Body::Withdraw(_) => say(key::desk_matter::VOTE_WITHDRAWN),
        Body::Close(_) => say(key::desk_matter::VOTE_CLOSED),
        Body::Tally(tally) => {
            let outcomes =
                tally.items.iter().map(|item| desk.lang().outcome(item.outcome)).collect::<Vec<_>>();
            desk.fill(key::desk_matter::result(&outcomes.join("、"), &outcomes.join(", ")))
        }
        Body::Dispatch(_) => say(key::desk_matter::WORK_GIVEN_OUT),
        Body::Progress(body) => desk.fill(key::desk_matter::reported(&body.percent)),
        Body::CloseMatter(_) => say(key::desk_matter::CLOSED),
        _ => String::new(),
    }
}
