//! The roll at the desk: a file corrected, asked about, signed as what it changes, and looked at by a second officer.

use yishi_tests::people::person;
use yishi_tests::stairwell::{AREA_C, HEADS};

use crate::desk::ledger_file;
use crate::people::{CHAIR, CLERK, officer, reopen};
use crate::site::Site;

pub(crate) const HEADER: &str = "楼栋,单元,室号,用途,面积,业主编号,姓名,电话";
pub(crate) const ROWS: &[&str] = &[
    "1栋,2单元,101,住宅,89.37,1,wang,",
    "1栋,2单元,102,住宅,76.58,15,周买房,13900000007",
    "1栋,2单元,201,住宅,89.37,1,wang,",
    "1栋,2单元,202,住宅,76.58,3,zhao,",
    "1栋,2单元,202,住宅,76.58,4,qian,",
    "1栋,2单元,301,住宅,89.37,5,sun,",
    "1栋,2单元,301,住宅,89.37,6,zhou,",
    "1栋,2单元,302,住宅,76.16,7,wu,",
    "1栋,2单元,401,住宅,89.37,8,zheng,",
    "1栋,2单元,402,住宅,76.58,9,chen,",
    "1栋,2单元,501,商铺,89.37,10,chu,",
    "1栋,2单元,502,办公,76.58,11,wei,",
    "1栋,2单元,601,住宅,89.37,12,developer,",
    "1栋,2单元,B1-07,车位,12.50,14,parker,",
    "2栋,,101,商铺,50.00,1,wang,",
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_changed_roll_is_brought_at_the_desk_and_looked_at_by_a_second_officer() {
    let site = Site::settled().await;
    let chair = officer(&site, "chair", 61, CHAIR).await;
    let clerk = officer(&site, "deputy", 62, CLERK).await;
    chair.press("人员与授权").await;
    chair.press("名册").await;
    chair.see("现在的名册").await;
    chair.stop("desk-roll").await;

    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, rows: String| ledger_file(&folder, name, &format!("{HEADER}\n{rows}"));
    let old = file("旧表.xls", "\u{FFFD}".to_owned());
    std::fs::write(&old, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).unwrap();
    chair.find("#file", "").await.send_keys(old).await.unwrap();
    chair.see("FILE_OLD_WORKBOOK").await;
    let bad = file("名册.csv", ROWS.join("\n").replacen("76.16", "很大", 1));
    chair.find("#file", "").await.send_keys(bad).await.unwrap();
    chair.see("AREA_INVALID").await;
    chair.see("改完 1 行才能签名").await;
    chair.stop("desk-roll-bad").await;

    let good = file("名册（改）.csv", ROWS.join("\n"));
    chair.find("#file", "").await.send_keys(good).await.unwrap();
    chair.see("名册上有、表里没有的 1 处：1栋2单元602").await;
    chair.see("答完 1 个问题才能签名").await;
    chair.stop("desk-roll-asked").await;
    chair.press("真的没有了，从名册上去掉").await;
    for change in [
        "1栋2单元102：业主由 li 变为 周买房",
        "1栋2单元302：面积由 76.58 m² 变为 76.16 m²",
        "1栋2单元602：不再有（原 76.58 m²，业主 feng）",
        "2栋101：新增，商铺，50.00 m²，业主 wang",
    ] {
        chair.see(change).await;
    }
    chair.see("有 1 位新业主").await;
    chair.fill("heads", "11").await;
    chair.see("和登记资料对不上").await;
    chair.fill("heads", "10").await;
    chair.fill("area", "968.70").await;
    chair.see("我核对过，签名").await;
    chair.stop("desk-roll-change").await;
    // The network goes when the button is pressed: nothing is lost, and nothing is said twice.
    chair.set_offline(true).await;
    chair.press("我核对过，签名").await;
    chair.see("没有送到").await;
    chair.set_offline(false).await;
    chair.press("我核对过，签名").await;
    chair.see("名册已提交，等第二个人确认").await;
    let before = site.office.state().await.unwrap();
    assert_eq!(before.newest_roll().unwrap().1.heads, HEADS, "it waits");

    reopen(&site, &clerk).await;
    clerk.press("确认：名册的改动").await;
    clerk.see("改了 4 处").await;
    clerk.see("1栋2单元102：业主由 li 变为 周买房").await;
    clerk.stop("desk-confirm-roll").await;
    clerk.press("我确认，签名").await;
    clerk.see("已确认，马上生效").await;
    let state = site.office.state().await.unwrap();
    let roll = state.newest_roll().unwrap().1;
    assert_eq!((roll.heads, roll.area_c), (HEADS - 1, AREA_C - 7658 - 42 + 5000));
    assert!(!roll.people.contains_key(&person("li")) && roll.people.contains_key(&person("wang")));

    reopen(&site, &chair).await;
    chair.press("人员与授权").await;
    chair.press("入户信").await;
    chair.fill("search", "周买房").await;
    chair.see("没有信").await;
    chair.press("名册").await;
    let again = file("名册（改）.csv", ROWS.join("\n"));
    chair.find("#file", "").await.send_keys(again).await.unwrap();
    drop(chair.find(".ys-note", "没有要改的").await);
}
