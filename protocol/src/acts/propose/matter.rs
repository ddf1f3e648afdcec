//! What a matter is about and who handles it: its author says so, and offices are limited to it.

use crate::strict_json::Strict;

/// What a matter is about; a host sorts and counts by it, no rule depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Strict)]
#[strict(rename_all = "kebab-case")]
pub enum Category {
    /// 无障碍: ramps and handrails.
    Access,
    /// 广告.
    Advert,
    /// 养犬.
    Dogs,
    /// 电动自行车.
    EBikes,
    /// 养老服务.
    Elderly,
    /// 选举换届.
    Election,
    /// 单元门.
    EntranceDoor,
    /// 物业费.
    Fee,
    /// 消防.
    Fire,
    /// 绿化.
    Greening,
    /// 渗漏.
    Leak,
    /// 加装电梯.
    LiftInstallation,
    /// 电梯维修.
    LiftRepair,
    /// 照明.
    Lighting,
    /// 噪声.
    Noise,
    /// 停车.
    Parking,
    /// 管道.
    Pipes,
    /// 安保.
    Security,
    /// 商户与邻里.
    ShopNeighbour,
    /// 垃圾.
    Waste,
}

/// Who handles a matter, from the nearest to the farthest. It keeps its name wherever it goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Strict)]
#[strict(rename_all = "kebab-case")]
pub enum Tier {
    /// 楼栋.
    Building,
    /// 网格 or 小区.
    Grid,
    /// 社区.
    Community,
    /// 街道.
    Street,
}
