//! The chart of accounts: five ledgers that are never netted against each other.
//!
//! Which side a code is on never changes, because signed lines name it. What people call an account is for windows to
//! say, in their languages; the names here say where a code comes from.

use self::Flow::{In, Out};
use self::Ledger::{
    CommitteeFunds as Committee, CommonRevenue as Revenue, MaintenanceFund as Fund,
    PropertyService as Service, SharedUtilities as Utilities,
};
use crate::strict_json::Strict;

/// One of the five purses of an estate. Ordered as in the chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Strict)]
#[strict(rename_all = "kebab-case")]
pub enum Ledger {
    /// 物业服务收支: what owners pay for the manager's work, and what it spends on it.
    PropertyService,
    /// 公共收益: what the common parts earn; it belongs to the owners (Civil Code 282).
    CommonRevenue,
    /// 专项维修资金: the fund for large repairs (Civil Code 281).
    MaintenanceFund,
    /// 公共能耗分摊: water and power of the common parts, passed through.
    SharedUtilities,
    /// 业主大会/业委会经费: what the owners' assembly and its committee live on.
    CommitteeFunds,
}

impl Ledger {
    /// Every ledger, in the order of the chart.
    pub const ALL: &[Ledger] = &[Service, Revenue, Fund, Utilities, Committee];

    /// Its number, 1 to 5: the first digit of its accounts' codes.
    pub const fn number(self) -> u32 {
        match self {
            Service => 1,
            Revenue => 2,
            Fund => 3,
            Utilities => 4,
            Committee => 5,
        }
    }
}

/// Whether money comes into a ledger or leaves it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Flow {
    /// It comes in.
    In,
    /// It goes out.
    Out,
}

/// One account of the chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Account {
    /// Four digits; the first is the ledger's number.
    pub code: u32,
    /// The ledger it belongs to.
    pub ledger: Ledger,
    /// Which way its money flows unless a line is a reversal.
    pub flow: Flow,
}

impl Account {
    const fn new(code: u32, ledger: Ledger, flow: Flow) -> Self {
        Self { code, ledger, flow }
    }

    /// Whether its spending rests on a vote: common revenue spent (2301 to 2305) and the maintenance fund (32xx).
    ///
    /// A line without one can be published; it is then shown as a gap.
    pub const fn needs_decision(self) -> bool {
        matches!(self.code, 2301..=2305 | 3201..=3206)
    }
}

/// Every account, in ascending order of its code.
pub const CHART: &[Account] = &[
    // 物业服务收支, Property service. In: 物业费, service fees.
    Account::new(1101, Service, In), // 住宅, dwellings
    Account::new(1102, Service, In), // 商铺, shops
    Account::new(1103, Service, In), // 车位管理费, management of parking spaces
    Account::new(1109, Service, In), // 违约金及其他, penalties and other
    // Out: 1201 to 1209 are the nine classes of 物业服务收费管理办法, the measures on service charges.
    Account::new(1201, Service, Out), // 人员工资、社保和福利, staff pay, insurance, benefits
    Account::new(1202, Service, Out), // 共用部位和设施设备日常运行维护, running and maintenance of common equipment
    Account::new(1203, Service, Out), // 清洁卫生, cleaning
    Account::new(1204, Service, Out), // 绿化养护, greenery
    Account::new(1205, Service, Out), // 秩序维护, security
    Account::new(1206, Service, Out), // 办公, office
    Account::new(1207, Service, Out), // 固定资产折旧, depreciation
    Account::new(1208, Service, Out), // 公众责任保险, liability insurance
    Account::new(1209, Service, Out), // 经业主同意的其他, other, agreed by owners
    Account::new(1210, Service, Out), // 管理酬金, the manager's remuneration
    Account::new(1211, Service, Out), // 税金, taxes
    Account::new(1212, Service, Out), // 利润（包干制）, margin of a lump-sum contract
    // 公共收益, Common revenue (Civil Code 282).
    Account::new(2101, Revenue, In), // 地面停车, surface parking
    Account::new(2102, Revenue, In), // 临停, parking by the hour
    Account::new(2103, Revenue, In), // 充电设施, charging
    Account::new(2104, Revenue, In), // 电梯与墙面广告, adverts in lifts and on walls
    Account::new(2105, Revenue, In), // 快递柜、售货机, lockers, vending machines
    Account::new(2106, Revenue, In), // 场地摊位, stalls
    Account::new(2107, Revenue, In), // 通信设施占地, telecom sites
    Account::new(2108, Revenue, In), // 公用房租金, rent of common rooms
    Account::new(2109, Revenue, In), // 赔偿补偿, compensation
    Account::new(2110, Revenue, In), // 利息, interest
    // Only reasonable cost may be deducted.
    Account::new(2201, Revenue, Out), // 合理成本, reasonable cost
    Account::new(2202, Revenue, Out), // 代管费, management fee
    Account::new(2203, Revenue, Out), // 税, tax
    // Spent by a vote of the owners.
    Account::new(2301, Revenue, Out), // 转入维修资金, to the maintenance fund
    Account::new(2302, Revenue, Out), // 业委会经费, to the committee
    Account::new(2303, Revenue, Out), // 审计, audit
    Account::new(2304, Revenue, Out), // 维修, repairs
    Account::new(2305, Revenue, Out), // 其他经业主决定, other, decided by owners
    // 专项维修资金, Maintenance fund (Civil Code 281).
    Account::new(3101, Fund, In),  // 首期交存, first deposit
    Account::new(3102, Fund, In),  // 续交, top-up
    Account::new(3103, Fund, In),  // 公共收益补充, from common revenue
    Account::new(3104, Fund, In),  // 利息增值, interest
    Account::new(3201, Fund, Out), // 电梯, lifts
    Account::new(3202, Fund, Out), // 屋面外墙, roof and facade
    Account::new(3203, Fund, Out), // 消防, fire safety
    Account::new(3204, Fund, Out), // 给排水, water and drains
    Account::new(3205, Fund, Out), // 其他更新改造, other renewal
    Account::new(3206, Fund, Out), // 应急使用, emergency use
    // 3301, 按幢按户分摊, allocation per building and unit, is left out: it moves no money in or out.
    // 公共能耗分摊, Shared utilities.
    Account::new(4101, Utilities, In),  // 分摊收取, charged to homes
    Account::new(4201, Utilities, Out), // 水, water
    Account::new(4202, Utilities, Out), // 电, power
    // 业主大会/业委会经费, Assembly and committee funds.
    Account::new(5101, Committee, In),  // 公共收益转入, from common revenue
    Account::new(5102, Committee, In),  // 业主分摊, levied on owners
    Account::new(5201, Committee, Out), // 办公, office
    Account::new(5202, Committee, Out), // 津贴, allowance
    Account::new(5203, Committee, Out), // 人员, staff
    Account::new(5204, Committee, Out), // 法律, legal
    Account::new(5205, Committee, Out), // 表决, voting
];

/// The account of that code, if the chart has it.
pub fn account(code: u32) -> Option<Account> {
    let place = CHART.binary_search_by_key(&code, |account| account.code).ok()?;
    CHART.get(place).copied()
}
