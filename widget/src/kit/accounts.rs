//! What people call the accounts of the chart. The chart itself, with the side each account is on, is the
//! rule book's: `yishi_protocol::ledger::CHART`.

use crate::shell::app::App;
use crate::words::key;
use yishi_words::Word;

/// In ascending order.
const NAMES: [(u32, Word); 54] = [
    (1101, key::account::C1101),
    (1102, key::account::C1102),
    (1103, key::account::C1103),
    (1109, key::account::C1109),
    (1201, key::account::C1201),
    (1202, key::account::C1202),
    (1203, key::account::C1203),
    (1204, key::account::C1204),
    (1205, key::account::C1205),
    (1206, key::account::C1206),
    (1207, key::account::C1207),
    (1208, key::account::C1208),
    (1209, key::account::C1209),
    (1210, key::account::C1210),
    (1211, key::account::C1211),
    (1212, key::account::C1212),
    (2101, key::account::C2101),
    (2102, key::account::C2102),
    (2103, key::account::C2103),
    (2104, key::account::C2104),
    (2105, key::account::C2105),
    (2106, key::account::C2106),
    (2107, key::account::C2107),
    (2108, key::account::C2108),
    (2109, key::account::C2109),
    (2110, key::account::C2110),
    (2201, key::account::C2201),
    (2202, key::account::C2202),
    (2203, key::account::C2203),
    (2301, key::account::C2301),
    (2302, key::account::C2302),
    (2303, key::account::C2303),
    (2304, key::account::C2304),
    (2305, key::account::C2305),
    (3101, key::account::C3101),
    (3102, key::account::C3102),
    (3103, key::account::C3103),
    (3104, key::account::C3104),
    (3201, key::account::C3201),
    (3202, key::account::C3202),
    (3203, key::account::C3203),
    (3204, key::account::C3204),
    (3205, key::account::C3205),
    (3206, key::account::C3206),
    (4101, key::account::C4101),
    (4201, key::account::C4201),
    (4202, key::account::C4202),
    (5101, key::account::C5101),
    (5102, key::account::C5102),
    (5201, key::account::C5201),
    (5202, key::account::C5202),
    (5203, key::account::C5203),
    (5204, key::account::C5204),
    (5205, key::account::C5205),
];

/// What an account is called.
pub(crate) fn account_name(app: App, code: u32) -> &'static str {
    let found = NAMES.iter().find(|(known, _)| *known == code);
    found.map_or("", |(_, word)| app.say(*word))
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
