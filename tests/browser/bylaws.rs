//! Bylaws changed by a vote: what it would change is told before anybody signs, and what it adopted waits for another
//! organisation.

use std::io::Write;

use yishi_protocol::body::{Close, Confirm, Tally};
use yishi_protocol::bylaws::{Bylaws as Settings, Joint};
use yishi_tests::people::party;
use yishi_tests::stairwell::{ballot, open};

use crate::people::{CHAIR, officer, reopen};
use crate::site::Site;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_vote_changes_the_bylaws_and_their_publication_waits_for_another_organisation() {
    let site = Site::settled().await;
    site.settings(Settings { answer_days: 12, ..Settings::default() }).await;
    let chair = officer(&site, "chair", 81, CHAIR).await;
    chair.press("开表决").await;
    chair.press("改投票的规定也选这项").await;
    for step in ["范围", "日期", "文本"] {
        chair.press(&format!("下一步：{step}")).await;
    }
    chair.fill("title", "修改管理规约").await;
    chair.fill("body", "共有的房哪一位都能投；业委会 14 天内答复。").await;
    chair.fill("item0", "是否同意修改后的管理规约").await;
    chair.press("第 1 题通过就改").await;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("管理规约.pdf");
    std::fs::File::create(&path).unwrap().write_all(b"abc").unwrap();
    chair.find("#document", "").await.send_keys(path.to_str().unwrap()).await.unwrap();
    chair.see("管理规约.pdf").await;
    chair.choose("joint", "哪一位都能投，别的共有人可以反对").await;
    chair.fill("answer", "400").await;
    chair.press("下一步：核对发布").await;
    chair.see("有一项规定超出法律允许的范围").await;
    chair.press("上一步").await;
    chair.fill("answer", "14").await;
    chair.pause("desk-wizard-bylaws").await;
    chair.press("下一步：核对发布").await;
    chair.see("原来：12 天").await;
    chair.see("原来：大家一起推定的那一位").await;
    chair.stop("desk-wizard-bylaws-preview").await;
    chair.press("签名发布公示").await;
    chair.see("公示已发布").await;

    let state = site.office.state().await.unwrap();
    let (notice, record) = state.notices().next().unwrap();
    let adopts = record.body.items[0].adopts.clone().unwrap();
    assert_eq!((adopts.settings.joint, adopts.settings.answer_days), (Joint::AnyUnlessObjected, 14));
    site.office.clock.set(record.body.opens_ms - 1);
    let agenda = site.office.say("host", open(*notice, record.body.roll), vec![]).await.unwrap().entry.id();
    site.office.clock.set(record.body.opens_ms);
    // Whoever votes reads what would change, whatever the question's title says.
    let phone = site.phone_of("chu", 82).await;
    phone.press("看方案，去投票").await;
    phone.see("共有的房由谁投：哪一位都能投，别的共有人可以反对（原来：大家一起推定的那一位）").await;
    phone.see("事项几天内答复：14 天（原来：12 天）").await;
    phone.stop("vote-bylaws").await;
    for name in ["wang", "li", "wu", "zheng", "chen", "wei", "developer", "feng"] {
        let (body, blob) = ballot(agenda, party(name), &[&[0]], None);
        site.office.say(name, body, vec![blob]).await.unwrap();
    }
    site.office.clock.set(record.body.closes_ms);
    site.office.say("host", Close { agenda }, vec![]).await.unwrap();
    let draft = site.office.get_as("host", &format!("/agendas/{agenda}/tally-draft")).await.unwrap();
    site.office.say("host", draft.json::<Tally>().unwrap(), vec![]).await.unwrap();
    site.office.end(agenda).await.unwrap();

    reopen(&site, &chair).await;
    chair.press("表决和公告").await;
    chair.press("修改管理规约").await;
    chair.see("发布通过的管理规约").await;
    chair.stop("desk-bylaws-publish").await;
    chair.press("签名发布规约").await;
    chair.see("已提交，等另一个单位的人确认").await;
    let state = site.office.state().await.unwrap();
    assert_eq!(state.bylaws().answer_days, 12, "it waits");
    let waits = state
        .waiting_at(state.last_received_ms())
        .into_iter()
        .rev()
        .find(|waiting| waiting.lapses_ms.is_some());
    site.office.say("wei", Confirm { entry: waits.unwrap().entry }, vec![]).await.unwrap();
    assert_eq!(*site.office.state().await.unwrap().bylaws(), adopts.settings);
}
