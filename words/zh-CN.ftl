### 议事窗口里的每一句话。这是源语言，其他语言都照它核对。

## language

# 这种语言自己的名字，写在语言按钮上
language-name = 简体中文
# 句子各部分之间
language-comma = ，
# 并列各项之间
language-list-comma = 、

## date

# 0 是星期日
date-weekday = { $weekday ->
    [0] 周日
    [1] 周一
    [2] 周二
    [3] 周三
    [4] 周四
    [5] 周五
   *[6] 周六
}
date-month-day = { $month }月{ $day }日
# 期限和时刻，例如 7月13日（周一）24:00
date-moment = { date-month-day }（{ date-weekday }）{ $clock }
# 整个月
date-period-month = { $month }月
# 从一个月初到另一个月底
date-period-months = { $from }–{ $to }月
# 从一天到另一天；$from 和 $to 已经写成日期
date-period-days = { $from }–{ $to }
# 不在今年的日期；$days 已经写成日期
date-in-year = { $year }年{ $days }

## outcome

outcome-passed = 通过
outcome-not-passed = 未通过
outcome-quorum-not-met = 参加不够，不算数
outcome-election-filled = 选满
outcome-election-partial = 没选满
outcome-election-failed = 没有人过线
outcome-lot-required = 最后的席位票数相同，要抽签

## trouble

trouble-offline = 连不上服务器
    .todo = 请看看网络，再试一次。没有什么丢掉。
trouble-no-vault = 这个页面存不住凭证
    .todo = 请用微信打开，不要用无痕模式；手机空间满了先清一清。入户信的字码还没有用掉。
trouble-outdated = 页面旧了，请重新打开
    .todo = 议事可能刚更新过，这一页读不懂新的回答。没有什么丢掉。
trouble-unproven = 核对没有通过，先不要相信这一页
    .todo = 服务器给出的内容和签过名的记录对不上。请截图，交给监督小组。
trouble-refused = 没有办成
    .todo = 没有什么丢掉。请把这行代码告诉议事窗口：{ $code }
