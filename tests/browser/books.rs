//! Books that name the votes that allowed their spending: the file says words, the bookkeeper says which vote it was.

use yishi_protocol::blob::BlobKind;
use yishi_protocol::body::{Close, Tally};
use yishi_protocol::ledger::LedgerPage;
use yishi_tests::people::{party, person};
use yishi_tests::stairwell::{ballot, hour};

use crate::desk::{at_desk, ledger_file};
use crate::site::Site;

const FILE: &str = "\
凭证号,日期,类别,摘要,金额,对应表决
V202604-00001,2026-04-02,屋面渗漏维修,1栋屋面补漏,-4000.00,加装电梯
V202604-00002,2026-04-03,屋面渗漏维修,2栋屋面补漏,-1500.00,
V202604-00003,2026-04-03,零星维修,门禁维修,-300.00,3月业主大会
";

/// The site's vote, decided: everybody is for the lift.
async fn decided(site: &Site) {
    let homes = ["wang", "li", "wu", "zheng", "chen", "chu", "wei", "developer", "feng"];
    for name in homes {
        let (body, blob) = ballot(site.vote.agenda, party(name), &[&[0], &[0]], None);
        site.office.say(name, body, vec![blob]).await.unwrap();
    }
    site.office.clock.set(hour(4, 5, 9));
    let agenda = site.vote.agenda;
    site.office.say("host", Close { agenda }, vec![]).await.unwrap();
    let draft = site.office.get_as("host", &format!("/agendas/{agenda}/tally-draft")).await.unwrap();
    site.office.say("host", draft.json::<Tally>().unwrap(), vec![]).await.unwrap();
    site.office.end(agenda).await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_line_names_the_vote_that_allowed_it() {
    let site = Site::open().await;
    decided(&site).await;
    site.office.manager_takes_office(hour(12, 31, 0)).await.unwrap();
    let officer = at_desk(&site, person("manager"), 34, (390, 844)).await;
    officer.press("公示账目").await;
    let folder = tempfile::tempdir().unwrap();
    officer.find("#file", "").await.send_keys(ledger_file(&folder, "4月.csv", FILE)).await.unwrap();
    officer.see("哪次表决同意的").await;
    // The one vote that is called so is chosen already; of the other nobody knows which it was.
    officer.see("表里写“加装电梯”，1 笔，4,000.00 元").await;
    assert_eq!(officer.typed("#allowed0").await, format!("{}:1", site.vote.agenda));
    assert_eq!(
        (officer.typed("#allowed1").await, officer.typed("#allowed2").await),
        ("none".into(), String::new())
    );
    officer.fill("opening1", "1000").await;
    officer.fill("opening3", "90000").await;
    officer.see("还有表决没选是哪一次").await;
    officer.stop("desk-books-votes").await;
    let other = officer.find("#allowed2", "").await;
    let select = thirtyfour::components::SelectElement::new(&other).await.unwrap();
    select.select_by_visible_text("没有经过表决").await.unwrap();
    officer.press("签名公布").await;
    officer.see("账目已公布").await;

    let state = site.office.state().await.unwrap();
    let (_, record) = state.disclosures().next().unwrap();
    let page = site.office.store.blobs(&site.office.estate, &[record.body.pages[0].0]).await.unwrap();
    assert_eq!(page[0].kind, BlobKind::LedgerPage);
    let lines = page[0].open::<LedgerPage>().unwrap().lines;
    let of = |voucher: &str| lines.iter().find(|line| line.voucher == voucher).unwrap().decision;
    assert_eq!(of("V202604-00001"), Some((site.vote.agenda, 1)));
    assert_eq!((of("V202604-00002"), of("V202604-00003")), (None, None));
}
