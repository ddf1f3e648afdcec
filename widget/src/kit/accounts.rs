//! What people call the accounts of the chart, in both languages. The chart itself, with the side each account is on, is the
//! rule book's: `yishi_protocol::ledger::CHART`.

use crate::shell::app::App;

/// Code, Chinese, English; in ascending order.
const NAMES: [(u32, &str, &str); 54] = [
    (1101, "物业费（住宅）", "Service fee, dwellings"),
    (1102, "物业费（商铺）", "Service fee, shops"),
    (1103, "车位管理费", "Parking management"),
    (1109, "违约金及其他", "Penalties and other"),
    (1201, "人员工资、社保和福利", "Staff pay and benefits"),
    (1202, "共用设施日常运行维护", "Running and upkeep"),
    (1203, "清洁卫生", "Cleaning"),
    (1204, "绿化养护", "Greenery"),
    (1205, "秩序维护", "Security"),
    (1206, "办公", "Office"),
    (1207, "固定资产折旧", "Depreciation"),
    (1208, "公众责任保险", "Liability insurance"),
    (1209, "经业主同意的其他", "Other, agreed by owners"),
    (1210, "管理酬金", "Manager's remuneration"),
    (1211, "税金", "Taxes"),
    (1212, "利润（包干制）", "Margin (lump sum)"),
    (2101, "地面停车", "Surface parking"),
    (2102, "临时停车", "Parking by the hour"),
    (2103, "充电设施", "Charging"),
    (2104, "电梯和墙面广告", "Adverts in lifts and on walls"),
    (2105, "快递柜、售货机", "Lockers and vending"),
    (2106, "场地摊位", "Stalls"),
    (2107, "通信设施占地", "Telecom sites"),
    (2108, "公用房租金", "Rent of common rooms"),
    (2109, "赔偿补偿", "Compensation"),
    (2110, "利息", "Interest"),
    (2201, "合理成本", "Reasonable cost"),
    (2202, "代管费", "Management fee"),
    (2203, "税", "Tax"),
    (2301, "转入维修资金", "To the maintenance fund"),
    (2302, "转业委会经费", "To the committee"),
    (2303, "审计", "Audit"),
    (2304, "维修", "Repairs"),
    (2305, "其他经业主决定", "Other, decided by owners"),
    (3101, "首期交存", "First deposit"),
    (3102, "续交", "Top-up"),
    (3103, "公共收益补充", "From common revenue"),
    (3104, "利息增值", "Interest"),
    (3201, "电梯", "Lifts"),
    (3202, "屋面外墙", "Roof and facade"),
    (3203, "消防", "Fire safety"),
    (3204, "给排水", "Water and drains"),
    (3205, "其他更新改造", "Other renewal"),
    (3206, "应急使用", "Emergency use"),
    (4101, "分摊收取", "Charged to homes"),
    (4201, "水费", "Water"),
    (4202, "电费", "Power"),
    (5101, "公共收益转入", "From common revenue"),
    (5102, "业主分摊", "Levied on owners"),
    (5201, "办公", "Office"),
    (5202, "津贴", "Allowance"),
    (5203, "人员", "Staff"),
    (5204, "法律", "Legal"),
    (5205, "表决", "Voting"),
];

/// What an account is called.
pub(crate) fn account_name(app: App, code: u32) -> &'static str {
    let found = NAMES.iter().find(|(known, ..)| *known == code);
    found.map_or("", |(_, zh, en)| app.say(zh, en))
}

#[cfg(test)]
mod tests {
    use yishi_protocol::ledger::CHART;

    #[test]
    fn every_account_of_the_chart_has_its_name() {
        let named: Vec<u32> = super::NAMES.iter().map(|(code, ..)| *code).collect();
        let chart: Vec<u32> = CHART.iter().map(|account| account.code).collect();
        assert_eq!(named, chart);
    }
}
