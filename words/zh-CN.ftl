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

## refusal

refusal-JOINT_NO_REPRESENTATIVE = 这套房有几位共有人，还没选定由谁投
    .todo = 请各自在手机上选定同一个人；截止前选定都来得及。
# also for DEVICE_RETIRED
refusal-DEVICE_UNKNOWN = 那台手机已经停用了
    .todo = 不用再停用。
