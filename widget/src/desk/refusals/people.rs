//! The refusals about people, letters and offices, by code: what happened, what to do.

/// The same in Chinese and in English.
pub(crate) type Both = (&'static str, &'static str);

/// The refusals about people, letters and offices.
pub(crate) const PEOPLE: &[(&[&str], Both, Both)] = &[
    (
        &["ROLL_SUPERSEDED"],
        ("名册已经换了新的", "Another roll has come into force"),
        (
            "这份改动是照旧名册做的，不能再用。请重新选一次文件，照新名册再做。",
            "This change was made from an older roll. Choose the file again; it is made anew from the newest one.",
        ),
    ),
    (
        &["OWN_ACT"],
        ("自己办的，自己不能确认", "You cannot stand behind your own act"),
        (
            "请另一位有同样权限的人在他的工作台上确认。",
            "Ask somebody else who holds the same, at their own desk.",
        ),
    ),
    (
        &["CONFIRM_BARRED"],
        ("物业的人不能作第二人", "The manager's staff confirm nothing"),
        (
            "请业委会、居委会或街道的人确认。",
            "Ask somebody of the committee, the residents' committee or the street.",
        ),
    ),
    (
        &["CONFIRMER_TOO_LOW"],
        ("这位有职务，你的权限不够给他确认", "This is about an officer who holds more than you"),
        (
            "请权限包含他全部职务的人确认，或者用建库密钥确认。",
            "Ask somebody who holds all that they hold, or whoever keeps a root.",
        ),
    ),
    (
        &["OTHER_ORG_NEEDED"],
        ("要另一个单位的人确认", "It takes somebody of another organisation"),
        (
            "请居委会、街道等单位里有这项权限的人来确认。",
            "Ask an officer of another organisation who holds this.",
        ),
    ),
    (
        &["ALREADY_CONFIRMED", "NOTHING_TO_CONFIRM"],
        ("已经确认过，没有要确认的了", "It was confirmed already"),
        ("回到“等确认”看看还有什么。", "Go back to what waits."),
    ),
    (
        &["PROPOSAL_LAPSED"],
        ("等了 14 天没人确认，作废了", "It waited 14 days and has lapsed"),
        ("请办的人重新办一次，再来确认。", "It has to be done again, then confirmed."),
    ),
    (
        &["GRANT_WIDENS"],
        ("给出去的比你自己的还多、还宽或者还久", "You would give more, further or longer than you hold"),
        (
            "少勾几样，范围选窄些，日期提前到你的职务结束以前。",
            "Give less, limit it, or end it before your own office ends.",
        ),
    ),
    (
        &["GRANT_TOO_DEEP"],
        ("职务最多转三手，到你这里不能再往下给了", "Offices are handed on three times at most"),
        ("请给你职务的人直接给他。", "Ask whoever gave you yours to give this one."),
    ),
    (
        &["GRANT_OTHER_ORG"],
        ("这几样只能给本单位的人", "Some of this is handed on only within your own organisation"),
        (
            "发信、名册、规约、证据、公布结果和给职务，别的单位要由建库密钥给。去掉这几样再签。",
            "Letters, roll, bylaws, evidence, results and offices come from a root elsewhere. Untick them.",
        ),
    ),
    (
        &["GRANT_NOT_YOURS"],
        ("这个职务不是你给的，不能由你结束", "You did not give this office"),
        (
            "请当初给的人，或者用建库密钥结束；本人也可以自己结束。",
            "Whoever gave it, its holder or a root ends it.",
        ),
    ),
    (
        &["GRANT_ENDED", "GRANT_UNKNOWN"],
        ("这个职务已经结束了", "The office has ended already"),
        ("回到“谁担任什么”看看现在的。", "Go back to the offices to see what stands."),
    ),
    (
        &["ROLE_INVALID", "GRANT_INVALID"],
        (
            "这个单位没有这种职务，或者职务里没有这样权限",
            "The role does not fit the organisation or what is given",
        ),
        ("换一个职务，或者重新勾选能办什么。", "Choose another role, or tick anew."),
    ),
    (
        &["REACH_INVALID"],
        ("限定的范围不对", "The limits are not valid"),
        (
            "发信、名册、规约不能限定范围；名册换过的，重新选楼栋。",
            "Letters, roll and bylaws have no limits; with a new roll, choose its parts anew.",
        ),
    ),
    (
        &["OUT_OF_REACH"],
        ("这件事不在你职务管的范围里", "Your office does not reach this"),
        ("请管这一片、这一级或这一类的人来办。", "Ask whoever handles this part, tier or kind."),
    ),
    (
        &["OFFICES_CLASH"],
        ("这位的另一个职务和它不能一起担任", "Another office of theirs does not go with this one"),
        (
            "监督的人不主持也不管物业，物业的人不担任别的职务。先结束那个，或者换一位。",
            "Supervisors neither host nor manage; the manager's staff hold no other office. End that first, or choose another.",
        ),
    ),
    (
        &["ORG_UNKNOWN"],
        ("没有这个单位", "There is no such organisation"),
        ("请用建库密钥先登记单位，再给职务。", "A root declares it first."),
    ),
    (
        &["CODE_REUSED", "CODES_INVALID"],
        ("这批信做坏了，没有发出去", "These letters are not valid; none went out"),
        (
            "再按一次，会换新的字码；一次最多 400 位，有效期最长 366 天。",
            "Press again: they get new codes. At most 400 at once, for 366 days at most.",
        ),
    ),
    (
        &["REPRESENTATIVE_INVALID"],
        (
            "这位本来就替这套房投票，或者没有文件",
            "They vote for this home already, or the document is missing",
        ),
        ("换一个人，附上文件的指纹。", "Choose somebody else, with a document."),
    ),
    (
        &["PROXY_BARRED"],
        ("物业的人不能替业主投票", "The manager's staff vote for nobody"),
        (
            "请选业主自己，或者和物业无关的人。",
            "Choose an owner, or somebody who does not work for the manager.",
        ),
    ),
    (
        &["PERSON_UNKNOWN"],
        ("记录里还没有这个人", "The record does not know this person"),
        ("先给他发一封入户信，再办这一步。", "Make a letter for them first."),
    ),
    (
        &["GRANT_EXPIRED"],
        ("职务的结束日期已经过去", "The office would end before it begins"),
        ("换一个今天以后的日期。", "Choose a later day."),
    ),
    (
        &["NOT_ON_ROLL"],
        ("名册里没有这套房了", "The roll has no such home any more"),
        ("回到“由谁投票”重新选。", "Go back and choose again."),
    ),
    (
        &["CODE_EXPIRED"],
        ("信的有效期已经过去", "The letters would have run out already"),
        ("换一个今天以后的日期。", "Choose a later day."),
    ),
];

#[cfg(test)]
mod tests {
    use super::PEOPLE;

    #[test]
    fn every_refusal_about_people_has_words_of_its_own() {
        for code in [
            "ALREADY_CONFIRMED",
            "CODES_INVALID",
            "CODE_REUSED",
            "CONFIRMER_TOO_LOW",
            "CONFIRM_BARRED",
            "GRANT_ENDED",
            "GRANT_EXPIRED",
            "GRANT_NOT_YOURS",
            "GRANT_OTHER_ORG",
            "GRANT_TOO_DEEP",
            "GRANT_UNKNOWN",
            "GRANT_WIDENS",
            "NOTHING_TO_CONFIRM",
            "NOT_ON_ROLL",
            "OFFICES_CLASH",
            "ORG_UNKNOWN",
            "OTHER_ORG_NEEDED",
            "OUT_OF_REACH",
            "OWN_ACT",
            "PERSON_UNKNOWN",
            "PROPOSAL_LAPSED",
            "PROXY_BARRED",
            "REACH_INVALID",
            "REPRESENTATIVE_INVALID",
            "ROLE_INVALID",
        ] {
            assert!(PEOPLE.iter().any(|(codes, ..)| codes.contains(&code)), "{code}");
        }
    }
}
