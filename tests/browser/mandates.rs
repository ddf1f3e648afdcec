//! A written mandate in the hands of two: an owner lets a tenant vote, who votes and whose ballot the owner sees and overrules.

use yishi_protocol::id::EntryId;
use yishi_tests::people::{party, person};

use crate::phone::Phone;
use crate::site::Site;
use crate::voting::{ballots, enrolled, fill_in};

/// The newest mandate of wang's home, as the log has it.
async fn given(site: &Site) -> Option<(EntryId, bool)> {
    let state = site.office.state().await.unwrap();
    let notice = state.notice(&site.vote.notice).unwrap();
    let newest = notice.mandates.get(&party("wang"))?.given.last()?;
    Some((newest.entry, newest.ended.is_some()))
}

async fn mine(phone: &Phone) {
    phone.press("我的").await;
    phone.see("委托投票").await;
    phone.press("委托投票").await;
    phone.see("自己投不了，可以请人代投").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_owner_lets_a_tenant_vote_and_has_the_last_word() {
    let site = Site::open().await;
    let owner = enrolled(&site).await;
    // The link that the tenant sent, as a chat opens it.
    let link = format!("{}/?estate={}#/proxy/{}", site.server, site.office.estate, person("tenant"));
    owner.open(&link).await;
    owner.see("请人代投").await;
    owner.stop("proxies").await;
    owner.press("反对").await;
    owner.press("签名委托").await;
    owner.see("委托已签名，记下了").await;
    owner.see("还没有投").await;
    owner.stop("proxies-given").await;
    assert!(given(&site).await.is_some_and(|(_, ended)| !ended));
    owner.open(&format!("{}/?estate={}", site.server, site.office.estate)).await;
    owner.see("已委托给").await;
    owner.stop("first-given").await;

    let code = site.letter("tenant", 8).await;
    let tenant = Phone::new(390, 844).await;
    tenant.open(&format!("{}/enrol#{}.{code}", site.server, site.office.estate)).await;
    tenant.press("是我本人").await;
    tenant.see("替wang投票").await;
    tenant.stop("proxies-first").await;
    mine(&tenant).await;
    tenant.see("你替这些人投票").await;
    tenant.see("反对").await;
    tenant.stop("proxies-held").await;
    tenant.press("看方案，去投票").await;
    fill_in(&tenant, "同意", &[]).await;
    tenant.press("签名并投出").await;
    tenant.see("和业主写明的选择不一样").await;

    tenant.open(&format!("{}/?estate={}", site.server, site.office.estate)).await;
    tenant.press("看方案，去投票").await;
    fill_in(&tenant, "反对", &[]).await;
    tenant.see("wang").await;
    tenant.press("签名并投出").await;
    tenant.see("wang家的票在票箱里了").await;
    assert_eq!(ballots(&site, "wang").await, [(vec![vec![1], vec![]], true)]);

    owner.open(&format!("{}/?estate={}#/proxies", site.server, site.office.estate)).await;
    owner.see("已于").await;
    owner.press("收回委托").await;
    owner.see("委托已收回").await;
    assert!(given(&site).await.is_some_and(|(_, ended)| ended));
    owner.open(&format!("{}/?estate={}", site.server, site.office.estate)).await;
    owner.press("改我的票").await;
    fill_in(&owner, "同意", &[]).await;
    owner.press("签名并投出").await;
    owner.see("你家的票在票箱里了").await;
    assert_eq!(ballots(&site, "wang").await.last(), Some(&(vec![vec![0], vec![]], true)));
}
