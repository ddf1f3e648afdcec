### 说给人的每一句话：议事窗口、简易页、入户信，和读表格时说的。这是源语言，其他语言都照它核对。

## language

# 这种语言自己的名字，写在语言按钮上
language-name = 简体中文
# 句子各部分之间
language-comma = ，
# 并列各项之间
language-list-comma = 、

# 句子之间
language-sentences = {"\u200B"}

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
    .todo = 请用微信打开，不要用无痕模式，并允许网站存数据；手机空间满了先清一清。入户信的字码还没有用掉。
trouble-plain-http = 网址要以 https:// 开头
    .todo = 这一页以 http:// 开头，不加密，浏览器不让它存凭证。入户信的字码还没有用掉。
trouble-outdated = 页面旧了，请重新打开
    .todo = 议事可能刚更新过，这一页读不懂新的回答。没有什么丢掉。
trouble-split = 这台手机见过的记录，和现在给的不是同一份
    .todo = 先不要投票、不要签名。请截图，交给监督小组或街道：下面两段都有服务器的签名，足以证明。
trouble-unproven = 核对没有通过，先不要相信这一页
    .todo = 服务器给出的内容和签过名的记录对不上。请截图，交给监督小组。
trouble-refused = 没有办成
    .todo = 没有什么丢掉。请把这行代码告诉议事窗口：{ $code }

## common

common-opening-please-wait = 正在打开，请稍候
common-enrol-with-a-letter = 用入户信登记
common-matters = 事项
common-back = 返回
common-try-again = 再试一次
common-signing-and-sending = 正在签名、送出…
common-answer = 答复
common-heads = 人数
common-area = 面积
common-mark = 、
common-name-who-votes = 去选定由谁投
common-read-and-vote = 看方案，去投票
common-questions = 题数
common-your-home-counts = 你家计入
common-closes = 截止
common-by-the-server = 来自服务器
common-its-text-is-not-here = （原文不在这里）
common-in-it = 收
common-out = 支
common-yishi = 议事
common-n1-head = 1{"\u00A0"}人
common-this-phone-is-not-enrolled = 这台手机还没有登记
common-rate = 评价
common-yuan = {"\u00A0"}元
common-you = 你
common-who-votes = 由谁投票
common-voting-for = 替{ $names }投票
common-enrol-this-phone = 登记这台手机
common-homes = 房屋
common-vote = 表决
common-enough = 够
common-not-enough = 不够
common-mark-3 = ：
common-each-candidate = 每位候选人
common-took-part = 参加
common-for-it = 同意
common-against = 反对
common-abstain = 弃权
common-backed-by = 附议
common-paid = 已付
common-ask-about-this-line = 问这一笔
common-ask-about-the-whole = 问整期账目
common-published = { $day }公布
common-no-estate-is-named = 没有写明是哪个小区

## home

home-go-on-with-what-you = 接着写没提交的事
home-raise-a-matter = 我要提一件事
home-your-words-are-hidden = 你说的话被隐藏了，可以申诉
home-a-sheet-came = 你家登记了一张纸质票，看看是不是你们投的
home-rate = 评价：
home-done = 已办完
home-waiting-for-you = 等你办的
home-voted = 投过的，截止前还能改
home-nothing-waits-for-you-now = 现在没有等你办的事。
home-homes-of-several-owners = 几个人的房由谁投
home-vote-counted-cast-by-another = 表决 · 已计入，另一台手机投的
home-vote-counted = 表决 · 已计入
home-vote-counted-on-paper = 表决 · 已计入，家里的纸质票
home-vote-given-to-a-proxy = 表决 · 已委托给代码 { $code } 开头的人，还没投
home-vote-held-nobody-is-named = 表决 · 票先挂着，还没选定由谁投
home-vote-not-voted-yet = 表决 · 你还没投
home-signed-not-arrived = 签好了，还没送到
home-something-you-signed = 你签好的一件事
home-take-it-back = 不要了
home-it-arrived = 送到了
home-read-the-plan = 看方案
home-read-and-vote-myself = 看方案，我来投
home-change-my-ballot = 改我的票
home-counted-by = 表决 · 已计入，由{ $name }投
home-not-voted-by = 表决 · 由{ $name }投，还没投

## lists

lists-all = 全部{" "}
lists-what-the-estate-discusses = 小区在议的事
lists-nothing-is-being-discussed-now = 现在没有在议的事。
lists-going-on = 在议在办
lists-ended = 已经了结
lists-every-matter-of-the-estate = 小区提过的所有事
lists-votes-of-the-estate = 小区的表决
lists-no-votes-now-they-will = 现在没有表决。有了会列在这里，也会贴公告。
# 向下取整，每小时才更新一次
lists-turnout = 约 { $voted } 人已投，整点更新
lists-turnout-of = 约 { $voted } 人已投，共 { $heads } 人，整点更新
lists-closed-waiting-to-be-opened = 已截止，等计票
lists-waiting-for-the-count = 等计票结果
lists-see-the-result = 看结果
lists-money = 的钱
lists-see-every-line = 看每一笔
lists-in-yuan-each-ledger-stands = 单位：元。各本账分开算，不互相抵。
lists-everything-is-answered = 事事有回音
lists-waiting = 等回音
lists-overdue = 已超期
lists-ended-2 = 已了结
lists-begins = { $when }开始
lists-closes = { $when }截止
lists-left = 结余 { $amount }
lists-over = { $title }：超出上限 { $amount }
lists-backed = { $supports } 户附议
lists-backed-of = { $supports } 户附议，满五分之一是 { $needed } 户

## message

message-read-on = 先看看，不登记
message-by-https = 用 https 打开
message-open-it-anew = 重新打开
message-look-at-both = 小区已公布结果？看看两份记录

## forms

forms-no-network-not-sent = 连不上网，还没送出去
forms-what-you-typed-is-still = 写的都还在。连上网，再按一次。
forms-shown-as-owner = 显示为“{ $building }业主”，不显示姓名和房号。
forms-shown-as-resident = 显示为“住户”，不显示姓名和房号。

## papers

papers-by-channel = 有效票：手机 { $online } 户，纸票 { $paper } 户，协助填写 { $assisted } 户
papers-over-online = { $over } 户在手机投过，又交了纸票，按后一张算
papers-sheets-denied = { $denied } 张纸票被业主否认，改按手机票算
papers-homes-with-invalid = { $invalid } 户交的纸票无效
papers-box-held = 票箱清点 { $boxed } 张
papers-sheets-not-read = { $unread } 张纸票没有录成
papers-sheets-not-in-box = { $unboxed } 张已计入的纸票不在清点的票箱里

## parts

parts-what-this-estate-is-deciding = 看看小区在议什么
parts-standard = 标准
parts-large = 大字
parts-need-help-ask-at-the = 要帮忙？请到小区议事窗口，工作人员不会向您要入户信上的字码。
parts-enrol-and-vote-on-yishi = 登记和投票，在议事自己的页面办
parts-this-page-is-made-by = 这一页由别人制作，您的投票凭证不放在这里。
parts-go-and-vote = 去投票
parts-i-use-another-phone-already = 我已经有一台手机在用
parts-enrol-once-with-your-letter = 拿入户信登记一次，以后就用这部手机投票。

## settings

settings-n1-day = 1 天
settings-days = { $days } 天
settings-yes = 是
settings-no = 否
settings-not-counted = 不算
settings-follow-the-majority-on-ordinary = 一般事项从多数
settings-follow-the-majority-on-every = 所有事项从多数
settings-any-of-them-unless-another = 哪一位都能投，别的共有人可以反对
settings-whom-they-all-name = 大家一起推定的那一位
settings-asks-for-opinions-binds-nobody = 只征求意见，没有约束力
settings-online-ballots-bind-as-written = 线上投票和书面投票一样有效
settings-the-city-own-system-decides = 以住建部门的系统为准
settings-what-a-vote-binds = 表决的效力
settings-who-votes-for-a-shared = 共有的房由谁投
settings-issuers-of-a-letter = 入户信由几个单位发
settings-rolls-take-a-second-person = 名册要第二人确认
settings-notice-before-a-vote = 公示满几天才能开始投
settings-shortest-vote = 投票最短
settings-longest-vote = 投票最长
settings-delivered-and-not-returned = 送达了没投的
settings-invalid-papers-take-part = 废票算参加
settings-parking-spaces-count = 车位计入
settings-homes-one-proxy-can-act = 一人最多代几户
settings-answers-to-matters-within = 事项几天内答复
settings-answers-about-books-within = 账目提问几天内答
settings-marks-are-given-for = 办完评价几天

## tell

tell-late-or-over-its-limit = ，已超期或有问题
tell-step-of-5 = 五步进度：第 { $place } 步 { $step }，共 5 步{ $wrong-words }
tell-the-committee-has-days-to = 业委会须在 { $days } 天内答复：受理、并到别的事、转交，或不受理并写明理由。到期没答，首页会记超期。
tell-done = 办完了
tell-not-passed = 表决没有通过
tell-declined = 没有受理
tell-merged = 并到另一件一起办
tell-days-overdue = 已超 { $days } 天
tell-by = { $due-ms }前
tell-committee = 业委会
tell-officer = 工作人员
tell-owner = 业主
tell-resident = 住户
tell-advisory = 征求意见
tell-the-result-advises-the-committee = 结果供业委会参考，没有法律约束力；要有约束力，须按法定程序另行表决。
tell-binding = 有约束力的表决
tell-by-the-bylaws-a-ballot = 管理规约约定：在这里投的票与书面票效力相同。
tell-beside-the-official-system = 配合官方系统的表决
tell-the-binding-vote-runs-in = 有约束力的表决在政府的系统里进行，这里用来准备和核对，以那边的结果为准。
tell-of-the-ballots-came-from = 其中 { $recorded } 张票由公示以后凭文件登记的人投出。
tell-of-the-ballots-came-by-proxy = 其中 { $proxies } 张票由代理人凭书面委托投出。
tell-clerks-stopped-of-the-owners = 公示以后，经办人停用了业主的 { $stopped } 部手机。
tell-a-founding-key = 建库密钥
tell-of-the-ballots-came-from-2 = 其中 { $ballots } 张票用的手机是公示以后才登记或确认的，经办：{ $issuers }。
tell-other = 其他
tell-access = 无障碍
tell-adverts = 广告
tell-dogs = 养犬
tell-e-bikes = 电动车
tell-elderly-care = 养老
tell-elections = 换届选举
tell-entrance-doors = 单元门
tell-service-fee = 物业费
tell-fire-safety = 消防
tell-greenery = 绿化
tell-leaks = 漏水
tell-new-lifts = 加装电梯
tell-lift-repair = 电梯维修
tell-lighting = 照明
tell-noise = 噪声
tell-parking = 停车
tell-pipes = 管道
tell-security = 安保
tell-shops = 商户邻里
tell-waste = 垃圾
tell-property-service = 物业服务
tell-common-revenue = 公共收益
tell-maintenance-fund = 维修资金
tell-shared-utilities = 公共能耗
tell-committee-funds = 业委会经费
tell-of-building = { $building }{ $role }
# 延期：$day 是说延期的那天，$closes 是新的截止时间
tell-put-off = { $day }说明：参加的人还不够，投票延到 { $closes }

## next

# 每一件事走到哪一步、等谁：名字照流程表里的动作起。$who 是 who 组里的一个
next-answer = 等{ $who }答复
next-discuss = 大家在议，等{ $who }定下一步
next-notice-again = 上次表决撤回了，或没有按时开始，等{ $who }重新公示
next-open-vote = 公示中，等{ $who }开始投票
next-vote = 等{ $who }投票
next-close-vote = 投票截止了，等{ $who }计票
next-state-totals = 等{ $who }公布计票结果
next-dispatch = 表决通过，等{ $who }派单
next-work = 等{ $who }办完
next-rate = 等{ $who }评价
next-close-matter = 等{ $who }了结
next-confirm = 等{ $who }确认
next-moderate = 有举报，等{ $who }看
next-appeal = 已隐藏，{ $who }可以申诉
next-rule = 有申诉，等{ $who }裁定
next-end-vote = 公示期满没有异议要等的，等{ $who }定为最终结果
next-rule-dispute = 有人对结果有异议，等{ $who }裁定
next-review = 请{ $who }看一看，等回音
next-notice-demanded = 五分之一以上的业主联名要求表决，等{ $who }公告
next-key-sheets = 票箱里有票没录，等{ $who }录
next-read-sheets-again = 纸质票录过一遍，等{ $who }复录
next-settle-sheets = 纸质票录得不一样，等{ $who }核对
next-count-box = 投票截止了，等{ $who }清点票箱
next-look-at-sheet = 登记了纸质票，等{ $who }看是不是自己投的

## who

# 几家都管这件事时写在各家之间
who-or = 或
who-nobody = 管这件事的人（现在没有）
who-committee = 业委会
who-department = 政府部门
who-manager = 物业
who-other = 承办单位
who-party-branch = 党支部
who-residents-committee = 居委会
who-street = 街道
who-supervisors = 监督委员会
who-owners = 业主
who-residents = 住户
who-assignee = 承办的人
who-second-person = 第二个人
who-giver = 给出职务的人
who-author = 说话的人

## voter

voter-the-agent-on-record = 登记的代理人
voter-co-owner = 第 { $saturating-add } 位共有人
voter-as-recorded = （名册或登记上写的）
voter-voting-for-it = 由{ $name }投票{ $by }
voter-nobody-is-named-any-of = 还没选定由谁投：哪一位都能投，别的业主可以不同意
voter-no-voter-yet-you-named = 还没选定由谁投，选的不是同一个人
voter-no-voter-yet-still-to = 还没选定由谁投，还没说的：{ $names }
voter-it-is-confirmed-look-again = 确认好了，再看看
voter-this-phone-waits-for-a = 这台手机还差一位经办人确认，暂时不能投票
voter-so-that-nobody-passes-for = 为防冒名，要有两位经办人认得您。请找议事窗口，说“请确认我的入户信”。确认后这台手机就能投，不用重新登记。
voter-voting-for-this-home = 这套房选定由{ $name }投
voter-see-who-votes-or-change = 看看由谁投，或者改选
voter-a-ballot-of-yours-would = 你在这里投的不会算。要由你投，请大家改选你。

## enrol

enrol-compare-it-with-the-letter = 请对着信再看一遍。
enrol-this-letter-is-for-somebody = 这封信是给另一个人的
enrol-both-letters-have-to-be = 两封信要是给同一个人的，请换一封。
enrol-not-done = 没有办成
enrol-type-the-code-of-your = 输入入户信上的字码
enrol-code-21-signs = 21 位字码
enrol-now-the-code-of-your = 还要另一封信上的字码
enrol-second-letter-code-21-signs = 第二封信的 21 位字码
enrol-upper-or-lower-case-dashes = 大小写都可以，横线不用输入。
enrol-check = 核对
enrol-checking = 正在核对…
enrol-begin-with-another-letter = 换一封，从头来
enrol-the-other-half-is-in = 另一半在另一家单位发的信上。两封合起来才能登记，这样谁也冒不了名。
enrol-type-its-code-below-stay = 请对着那封信，把字码输在下面。先不要离开这一页，也不用再扫码。
enrol-is-this-you = 请核对，是不是您本人
enrol-is-the-letter-for-you = 请核对，信是不是给您的
enrol-as-printed-on-the-letter = 信上写的那一位
enrol-none-on-the-roll = 名册上没有
enrol-name = 姓名
enrol-estate = 小区
enrol-yes-i-agree-enrol = 是我本人，同意并登记
enrol-enrolling = 正在登记…
enrol-not-me = 不是我，先不登记
enrol-how-your-data-is-used = 个人信息怎么用
enrol-this-phone-can-raise-matters = 这台手机可以提事、说看法，不能投票。
enrol-voting-and-backing-need-a = 投票和附议要有房。您要是业主，请带房产证到议事窗口核对名册。
enrol-from-now-on-this-phone = 以后就用这台手机投票。
enrol-the-two-letters-work-once = 这两封信只能用一次。
enrol-the-letter-works-once = 这封信只能用一次。
enrol-a-phone-you-enrolled-earlier = 您以前登记过的手机从此停用。
enrol-a-phone-you-enrolled-earlier-2 = 您以前登记过的手机从此停用；已投的票照样算。
enrol-once-you-enrol = 登记以后
enrol-signs-missing = 字码还差 { $signs } 位
enrol-signs-too-many = 字码多了 { $signs } 位
enrol-second-letter = 第二封信：{ $what }
enrol-first-is-for = 第一封信核对好了，是给{ $name }的。
enrol-first-is-found = 第一封信核对好了。

## join

join-it-signs-for-you-already = 它已经可以替您签名。请用另一台手机扫这个码。
join-somebody-has-enrolled-it-it = 它已经有人登记了，不能再加到别人名下。
join-this-phone-need-not-be = 这台手机不用添加
join-it-is-me-i-agree = 是我本人，同意，继续
join-enrol-this-phone-at-the = 在议事窗口登记这台手机
join-an-officer-checks-your-papers = 经办人当面核对您的证件，再由第二位经办人确认。
join-from-then-on-this-phone = 登记以后，就用这台手机投票；您以前登记过的手机停用，已投的票照样算。
join-open-this-estate-page-on = 在原来那台手机上打开这个小区的议事。
join-at-the-end-of-its = 翻到首页最下面，点“我的手机”，再点“添加一台手机”。
join-with-this-phone-in-wechat = 用这台手机的微信，扫那台手机上的码。
join-let-the-phone-that-you = 让原来那台手机，把这台加进来
join-the-other-phone-link = 那台手机给的链接
join-it-is-added-go-on = 加好了，进去看看
join-scan-this-with-the-phone = 用原来那台手机扫这个码
join-let-the-officer-scan-this = 请经办人扫这个码
join-qr-code-to-be-scanned = 二维码：用原来那台手机的微信扫
join-qr-code-to-be-scanned-2 = 二维码：给经办人扫
join-then-type-these-six-digits = 扫好以后，把这六位数字输到那台手机里：
join-then-show-the-officer-these = 扫好以后，让经办人看这六位数字：
join-on-your-own-phone-only = 只在您自己的手机上输，不要告诉别人。
join-show-them-only-to-the = 只给当面的经办人看。
join-once-it-is-added-there = 那台手机一加好，这里会自己进去。
join-once-a-second-officer-has = 第二位经办人一确认，这里会自己进去。

## phones

phones-my-phones = 我的手机
phones-by-letter = 用入户信登记
phones-by-another-phone = 由另一台手机添加
phones-at-the-desk = 在议事窗口登记
phones-waits-for-a-second-person = ；还差一位经办人确认
phones-number = { $day }{ $way }，号码{"\u00A0"}{ $number }{ $doubt }
phones-this-phone = 这台手机
phones-another-phone = 另一台手机
phones-add-a-phone = 添加一台手机
phones-each-of-them-votes-backs = 哪一台都可以投票、附议、说话。手机再多，一套房也只有一张票。
phones-if-one-is-lost-or = 丢了一台，或者有一台不是您的，点它，马上停用。都丢了，请到议事窗口。
phones-scan-with-the-phone-that = 请用原来那台手机来扫。
phones-with-the-new-phone-in = 拿出新手机，用它的微信扫上面的码。
phones-the-new-phone-shows-a = 新手机上会出来另一个码。用这台手机的微信扫它。
phones-type-the-new-phone-six = 把新手机上的六位数字输到这台手机里，就加好了。
phones-qr-code-to-be-scanned = 二维码：用新手机的微信扫
phones-scan-this-with-the-new = 用新手机扫这个码
phones-only-for-a-phone-of = 只给您自己的手机扫。加好以后，那台手机可以替您投票。
phones-the-new-phone-link = 新手机给的链接
phones-press-and-hold-this-link = 长按下面的链接，复制，用微信发过去，在那里打开：
phones-this-is-not-the-other = 这不是另一台手机给的链接
phones-copy-it-there-again-and = 请在那台手机上重新复制，整条粘进来。
phones-open-this-link = 打开这个链接
phones-no-camera-use-a-link = 扫不了码？用链接
phones-my-phones-2 = 去我的手机
phones-no-phone-was-added = 没有添加任何手机
phones-this-phone-did-not-ask = 这不是您要添加的手机
phones-if-somebody-sent-it-to = 别人发来的，请不要理会：那台手机加进来，就可以替您投票。是您自己的新手机，请从“添加一台手机”重新开始。
phones-type-the-new-phone-six-2 = 先输新手机上的六位数字
phones-it-is-another-phone-of = 是我本人的另一台手机，添加
phones-the-digits-differ-do-not = 数字对不上，不要添加
phones-added-the-new-phone-is = 加好了，新手机可以用了
phones-not-mine-do-not-add = 不是我的，不添加
phones-is-it-another-phone-of = 是您本人的另一台手机吗？
phones-that-phone-will-be-able = 那台手机以后可以替您投票
phones-it-will-also-back-speak = 也可以替您附议、说话、停用别的手机，和这台一样。
phones-the-six-digits-on-the = 新手机屏幕上的六位数字
phones-read-them-off-the-new = 要您自己看着新手机输。别人在电话里、微信里报给您的，不要输。
phones-it-is-lost = 丢了
phones-it-is-stolen-or-not = 被偷了，或者不是我的
phones-i-no-longer-use-it = 换了手机，不再用它
phones-choose-why = 请选一个原因
phones-sign-stop-it = 签名停用
phones-stopped-that-phone-signs-no = 停用了，那台手机不能再签名
phones-stop-this-phone = 停用这台手机？
phones-at-once-and-for-good = 马上生效，不能撤回。它不能再投票、说话；投过的票照样算。以后要用，重新添加。
phones-why = 为什么停用？
phones-stop-a-phone = 停用手机
phones-sign-for-you = { $phones } 台手机可以替您签名

## represent

represent-a-home-of-several-owners = 共有的房
represent-one-home-has-one-ballot = 一套房只有一张票，算 1{"\u00A0"}人。
represent-name-who-votes = 选定由谁投票
represent-what-each-owner-says = 各人选的
represent-not-said-yet = 还没说
represent-me = 由我投
represent-choose-one = 请选一位
represent-this-is-what-you-said = 你已经这样选了
represent-sign-my-choice = 签名选定
represent-your-choice-is-signed-and = 你的选择已签名，记下了
represent-whom-do-you-name = 你选谁来投？
represent-what-is-recorded-no-longer = 名册或登记上写的，你自己选一次就不再替你作数。
represent-it-counts-once-all-owners = 大家选的是同一个人才算数，随时可以改选。
represent-settled-before-the-close-that = 截止前选定，那个人已投的票算数。
represent-a-co-owner-without-a = 没有手机的共有人，请到议事窗口投纸票或办登记。
represent-signed-the-ballot-is-held = 已签名：这张票先挂着
represent-i-object-to-this-ballot = 不同意这张票
represent-signed-you-no-longer-object = 已收回：你不再反对这张票
represent-withdraw-my-objection = 收回我的不同意
represent-it-counts-now-you-may = 这张票现在算数。投出 24 小时内、截止前，可以不同意。
represent-it-is-held-until-you = 这张票先挂着，选定由谁投以后再看算不算。
represent-cast-by-this-phone = 这台手机投的票
represent-cast-by-another-phone = 另一台手机投的票
represent-chooses = 选{ $name }
represent-recorded = { $name }（名册或登记）
represent-by = 由{ $name }投
represent-held-by = 不同意的：{ $names }

## proxies

proxies-proxies = 委托投票
proxies-let-or-be-let = 请人代投，或者替人投票
proxies-let-somebody-vote = 自己投不了，可以请人代投
proxies-i-vote-for-others = 替别人投票
proxies-you-vote-for = 你替这些人投票
proxies-votes-for-you = 这些人替你投票
proxies-until = 有效到
proxies-until-the-vote-ends = 这次表决截止
proxies-they-decide = 由代理人决定
proxies-cast-by = 代理人 { $proxy } 已于{ $at }投出，内容只有他能看
proxies-you-have-voted = 你自己投过了，以你的票为准
proxies-it-is-taken-back = 委托已收回
proxies-not-voted-yet = 还没有投
proxies-from-a-paper = 按纸质委托书登记
proxies-votes = 由 { $proxy } 代投
proxies-take-it-back = 收回委托
proxies-your-own-ballot-prevails = 你随时可以自己投，自己投的总是算数。收回以前代理人投的票，在你自己投之前仍算数。
proxies-no-vote-is-announced = 现在没有可以委托的表决：没有公示中或投票中的，或者共有的房还没选定由你投。
proxies-sign-the-mandate = 签名委托
proxies-type-their-code = 请填代理人的代码
proxies-it-is-given = 委托已签名，记下了
proxies-give-a-mandate = 请人代投
proxies-their-code = 代理人的代码
proxies-how-to-get-it = 请他打开“我的—委托投票”，把代码或链接发给你。
proxies-what-else = 还要交代的话
proxies-if-anything = 可以不写
proxies-who-sees-it = 只管这一次表决。写明的选择，代理人照着投才收。你写的，你家、代理人能看；表决结束后依法查证的人也能看。物业的人不能代投。
proxies-show-this-to-the-owner = 请业主扫这个码，或者把链接发给他。业主签名以后，要你投的票会出现在首页。
proxies-my-code = 我的代码
proxies-how-many-homes = 一个人最多代几户，由管理规约定。

## visit

visit-whole-estate = 全小区

## counted

counted-received-and-held = 票收到了，先挂着
counted-this-home-has-several-owners = 这套房有几位共有人，还没选定由谁投。截止前大家都选你，这张票就算数。
counted-counted = 已计入
counted-your-ballot-is-in-the = 你家的票在票箱里了：
counted-their-ballot-is-in-the = { $names }家的票在票箱里了：
counted-change-my-ballot-until = 改我的票（{ $closes-ms } 前）
counted-receipt = 投票收据
counted-received = 入箱时间
counted-public-record = 公开记录
counted-entry = 第 { $record } 条
counted-this-receipt-proves = 这张收据证明
counted-your-ballot-is-entry-of = 你的票在公开记录第 { $number } 条，本机已核对
counted-signed-by-this-phone-key = 票由这台手机的凭证签名，改一个字都会验不过
counted-signed-by-another-phone = 票由你家另一台手机的凭证签名，改一个字都会验不过
counted-removing-or-moving-it-would = 要删掉或挪动这条，记录的签名就对不上
counted-it-does-not-prove = 它不能证明
counted-what-you-chose-the-receipt = 你选了什么：收据上没有，给谁看都看不出
counted-that-nobody-saw-it-the = 没有谁看过你的票：服务器为核对票面读得到，截止前不公布
counted-that-the-count-is-right = 最后数得对不对：截止后可以重算
counted-that-nobody-pressed-you-if = 投票时没有人逼你：觉得不对劲，截止前改票
counted-home = 回首页
counted-check-with-another-phone = 换一台手机核对
counted-left = 你还有 { $number } 张票没投。下一张：{ $title }（{ $homes }）
counted-next = 接着投下一张

## result

result-first-did-enough-take-part = 第一关：参加够不够
result-too-few = 人数太少，不单列
result-the-others = 其余
result-against-or-abstained = 反对或弃权
result-how-it-was-voted = 怎么投的
result-sides-are-counted = 同意和参加的数有签名、有证明；反对和弃权怎么分，是服务器数的，合起来对得上。
result-sides-are-merged = 反对、弃权有一样不到 5 人，就合起来公布，免得看出谁怎么投的；选票删掉以后也分不开了。
result-figures-are-merged = 人少，票数合起来公布，免得看出谁怎么投的。小区里登记过的手机看得到全部，并核对。
result-result = 表决结果
result-closed = 截止
result-the-totals-stand-in-the = 合计由计票记录写明，本机核对了签名和证明，并照法律重算了每一步。
result-second-did-more-than-half = 第二关：同意过没过半
result-second-did-enough-agree = 第二关：同意够不够
result-step-by-step-as-the = 照法律一步步算
result-area-unit = {"\u00A0"}m²
result-elected = 当选
result-alternate = 候补
result-lot = 票数相同，抽签定
result-not-elected = 没当选
result-heads-unit = {"\u00A0"}人

result-authority-unproven = 计票或者发起的人，查不到来历
result-ask-for-a-recount = 签名的人是谁给的权，公开记录里没有。截止七天以后，业主也可以计票。先别当真：请用重算核对，或者到议事窗口问。
result-final = 最终结果

## calls

# 抽查：抽出的住户，问这张票是不是自己投的
calls-title = 抽查
calls-figures = 抽了 { $asked } 户，问票是不是自己投的：确认 { $confirmed } 户，否认 { $denied } 户。
calls-drawn = 抽哪些户，由{ $lottery }第 { $issue } 期的号码 { $numbers } 算出，谁都可以重算。
calls-audited = 问到了八成以上：这次结果经过抽查。
calls-not-audited = 问到的不足八成：这次结果没有经过抽查。
calls-left-out = 有 { $number } 张票作废，没有计入。哪几张、为什么，公开记录里写着。
calls-annulled = 这一项被撤销了，不能照着办

## lottery

# 写进公示：公布结果以后开的第一期，用来抽要打电话核实的户
lottery-name = 中国福利彩票双色球

## margin

# 结果离另一种结果有多远
margin-homes = 至少要有 { $homes } 户的票作废或改投，结果才会不同。
margin-area = 不到 { $area } m² 的票怎么变，结果都一样。
margin-few = 离另一种结果的户数太少，这里不写。小区里登记过的手机看得到。
margin-never = 参加的人不够：票不管怎么变，都通不过。
# 计入的票里，几种要多看一眼的；$list 是下面几句
margin-weak = 计入的票里，{ $list }。
margin-held = 先挂起、后来才定代表的有 { $ballots } 票
margin-agent = 监护人、继承人或单位经办人投的有 { $ballots } 票
margin-assisted = 有人上门或在窗口帮着投的有 { $ballots } 票
margin-paper-over = 纸票替下线上票的有 { $ballots } 票

## objections

objections-shown = 结果公示
objections-days-are-over = 公示 15 天满了，等定为最终结果
objections-until = 不服的业主可以在 { $until } 前提异议，由公示这次表决的单位以外的单位裁定。异议改变不了结果的，不影响定为最终结果。
objections-dispute-it = 我有异议
objections-ballots = 对选票有异议
objections-count = 计数不对
objections-roll = 名册不对
objections-notice = 公示送达不对
objections-denied = 抽查时有住户说这张票不是自己投的
objections-why = 哪里不对
objections-everybody-reads-it = 每个人都会看到，不要写别人的姓名、房号
objections-say-why = 请写明哪里不对
objections-sign = 签名提出
objections-done = 异议提出了。裁定会写在结果页上。
objections-not-ruled = 还没有裁定
objections-ruled = { $day }裁定：{ $what }
objections-upheld = 成立
objections-dismissed = 维持原结果
objections-not-confirmed = 没有第二个人确认：等了 7 天，按规定生效。
objections-held = 有异议可能改变结果：裁定维持以前，不能照着办。
objections-a-sheet-was-keyed = 替你家登记过纸质票，点开看

## review

review-review = 核对选票
review-last-step = 最后一步
review-check-it-then-sign-and = 请核对，再签名投出
review-in-the-name-of = 以谁的名义
review-this-vote = 这次表决
review-signed-with = 签名用
review-this-phone-key = 本机凭证
review-sign-and-cast = 签名并投出
review-not-yet = 再想想，先不投
review-you-may-change-it-until = { $closes-ms } 前都可以改，只算最后一次。
review-you-have-voted-when-you = 收到“已计入”才算投完。
review-nobody-abstain = 一个也不选（弃权）
review-change-question = 修改第 { $number } 题
review-question = 第 { $number } 题
review-change = 修改

## vote

vote-choose-one-to-go-on = 选一项，再到下一题
vote-choose-one-to-review = 选一项，再核对
vote-next-question = 下一题
vote-review-my-ballot = 核对选票
vote-your-home-counts-as = 你家算{" "}
vote-choose = 请选一项
vote-no-one-choice-is-published = 截止前不公布任何人的选择；只有服务器为核对票面会读到。
vote-totals-may-tell = 这次有权投票的不到 30 户：结果的合计数可能让人看出谁怎么投的。
vote-question-of = 第 { $place } 题，共 { $count } 题
vote-you-may-change-it-until = 截止前可以改
vote-read-the-next-question = 看下一题
vote-done-back-home = 看完了，回首页
vote-more-than-half-by-heads = 人数、面积都过半
vote-three-quarters-by-heads-and = 人数、面积都到四分之三
vote-heads-and-area-at-least = 人数、面积都到{" "}
vote-heads-and-area-more-than = 人数、面积都超过{" "}
vote-at-most = ；最多选{" "}
vote-names = {" "}人
vote-needed = 通过要
vote-counts-as-taking-part-not = 算参加，但不算同意
vote-was = { $name }：{ $after }（原来：{ $before }）
vote-if-this-passes-the-bylaws = 这一题通过，管理规约和以后表决的办法就改成公示的那一份，文件校验码{" "}
vote-the-way-of-votes-stays = 表决的办法不变。
vote-quorum = 先要{ $of ->
    [1] 一
    [2] 二
    [3] 三
    [4] 四
    [5] 五
   *[other] { $of }
}分之{ $part ->
    [1] 一
    [2] 二
    [3] 三
    [4] 四
    [5] 五
   *[other] { $part }
}参加

## weight

weight-why = 为什么算这些
weight-reading = 正在核对名册……
# 一套房；$area 是面积，$because 说面积从哪来，或者为什么不算
weight-home = { $address }：{ $area }，{ $because }
weight-no-address = 没有地址的房屋
weight-no-area = 面积没有取到
weight-registered = 按不动产登记
weight-surveyed = 按实测
weight-contract = 按购房合同，还没登记
weight-parking = 车位这次不算
weight-never = 这类房屋不算
weight-outside = 不在这次表决的范围里，不算
weight-unknown = 算不算没有核对到
weight-sum = 算进去的面积一共 { $area-c }。
weight-no-sum = 有的面积没有核对到，这里不给合计。
weight-one-owner = 登记的业主只有一位，算 1 人。
weight-several-owners = 登记的业主有 { $owners } 位，合算 1 人。
weight-merged = { $homes } 套登记在同一位业主名下，合算 1 人。
weight-merged-of-several = { $homes } 套都登记在同样的 { $owners } 位业主名下，合算 1 人。
weight-no-head = 没有算进去的房屋，这次没有票。
weight-by-roll = 按 { $roll } 的业主名册，{ $noticed } 公告时定下。名册以后再改，这次表决不变。
weight-sold = { $address }在公告以后转让了：这次仍由你家投。
weight-bought = { $address }是公告以后转到你名下的。这次表决按 { $roll } 的业主名册（{ $noticed } 公告），由原来的业主投；以后的表决由你投。
weight-proven = 名册的每一页，本机都核对过。
weight-unproven = 名册没有全部核对到：有没有漏掉的房屋、有没有改过，只是服务器这么说。
weight-not-shown = 名册上没有核对到你家，只有服务器这么说。
weight-dispute = 觉得不对，请把这份说明交给业主委员会或居委会。
weight-rests-on = 公告 { $notice }；名册 { $roll }
weight-keep = 复制这份说明
weight-copied = 说明已复制，可以发给自己留着。
weight-copy-it-yourself = 请自己复制下面的说明：

## waiting

waiting-vote = 投票
waiting-signed-not-delivered-yet = 票签好了，还没送到
waiting-the-phone-has-no-network = 手机连不上网。
waiting-until-it-arrives-you-have = 没送到，就还不算投完。
waiting-signed = 签好
waiting-must-arrive-by = 最晚送到
waiting-send-again = 再送一次
waiting-sending = 正在送…
waiting-what-next = 接下来
waiting-once-online-open-this-page = 连上网，打开这一页，会自动再送。同一张票送几次都只算一次。
waiting-you-have-voted-when-you = 看到“已计入”，才算投完。
waiting-the-ballot-is-kept-on = 票存在这台手机里。清理微信缓存会把它清掉，送到前请不要清。

## voices

voices-for-it = 赞成
voices-neutral = 中立
voices-question = 提问
voices-the-matter-has-ended-opinions = 这件事已经了结，不再收看法。
voices-opinions = 看法
voices-reply = 回复
voices-earlier-replies = 前面还有 { $replies } 条回复
voices-what-do-you-think = 你怎么看？
voices-may-be-left-empty = 不写也可以
voices-write-something-first = 先写要说的话
voices-sign-and-publish = 签名并发表
voices-published = 说出去了
voices-your-words = 要说的话
voices-not-now = 先不说了
voices-reply-to = 回复{ $speaker }
voices-my-opinion-is = 我的看法：{ $stance }

## erase

erase-erase = 删除
erase-sure = 删除这段话？
erase-goes = 删掉的：原文。从服务器上抹去，谁也看不到，也找不回来；别人存下的，系统管不到。
erase-stays = 留下的：公开日志里你在何时发过、何时删除的两条签名，没有原文；别人的回复和附议不变。
erase-sign = 签名并删除
erase-keep = 不删
erase-done = 已按你的要求删除

## delivery

delivery-delivered = 公示送达
delivery-nothing = 这次公示有没有送到，还没有记录。
delivery-read = 你们家看过了，
delivery-you-denied = 你们说没收到，
delivery-signed = 登记的是：已签收，
delivery-posted = 登记的是：多次没遇到，已张贴，
delivery-i-have-read-it = 我已看到
delivery-i-never-had-it = 我没有收到
delivery-said = 记下了

## held

held-held = 我的资料
held-name = 名册上的名字：{ $name }
held-what = 系统里存着你的：名册上的姓名和电话、房屋的门牌和面积、能签名的手机、领过的信、你说的话、投的票、打的分、附议和举报过什么。身份证号没有。
held-correct = 写错了要改：找登记名册的窗口，两个人签名才改得了。
held-erase = 要删除：自己说的话，打开那件事，在那句话下面点“删除”。名册和选票在表决结果公布满一年后才能删。
held-copy = 取一份副本
held-save = 保存副本（第 { $part } 份）
held-sheet = { $day }录入纸质票，票号 { $sheet }，{ $taken }交的

## gone

gone-asked = （本人要求，{ $day }已删除）
gone-ended = （保存期满，经两人确认，{ $day }已删除）
gone-ordered = （法院或主管机关责令，经两个单位确认，{ $day }已删除）
gone-absent = （服务器没有给出原文，也没有证明已删除）

## hidden

hidden-hidden = 这条内容已被隐藏
# $orgs 是 who 组里的单位；$reason 是下面五条理由之一；$day 已经写成日期
hidden-by = { $orgs }于{ $day }隐藏。理由：{ $reason }
hidden-personal-data = 泄露个人信息
hidden-insult = 辱骂、人身攻击
hidden-advertising = 广告
hidden-unlawful = 违法内容
hidden-repeated = 重复发同样的话
hidden-words = 说明：{ $words }
hidden-appealed = 作者不服，已申诉。别的单位{ $due }裁定，到时没人裁定就重新显示
hidden-unruled = 曾被隐藏。作者申诉后没人按时裁定，已重新显示
hidden-shown = 曾被隐藏，{ $day }裁定重新显示
hidden-noticed = 曾被隐藏。这件事已付表决，投票的人要看得到，所以重新显示
hidden-kept = 已过申诉期，或裁定维持隐藏
hidden-yours = 你的这条内容被隐藏了，现在只有你和处理的人看得到
hidden-you-may-appeal = 不服可以申诉，{ $due }。由另一个单位裁定，7 天没人裁定就重新显示
hidden-appeal = 我要申诉
hidden-why-not = 为什么不该隐藏
hidden-only-they-read = 只有裁定的人看得到
hidden-write-why = 先写理由
hidden-sign-the-appeal = 签名申诉
hidden-appeal-is-in = 申诉已收到
hidden-report = 举报
hidden-why-report = 为什么举报这条？
hidden-reporting-hides-nothing = 举报不会马上隐藏，由有职务的人看了再定。页面上不显示是谁举报的；公开日志里有你手机的签名，没有名字。每天最多举报 5 条。
hidden-choose-why = 先选一条理由
hidden-sign-the-report = 签名举报
hidden-report-is-in = 举报已收到，等有职务的人看
hidden-so-many = 本小区隐藏过的话：{ $sums }
hidden-sum = { $org }因“{ $reason }”隐藏 { $hidden } 条，另有 { $shown } 条已重新显示

## ask

ask-contract-and-price = 合同和价格
ask-who-signed = 谁签的字
ask-which-vote = 哪次表决同意的
ask-against-last-year = 和去年比
ask-where-is-the-voucher = 凭证在哪
ask-what-do-you-ask = 你想问什么？
ask-write-a-question-or-choose = 先写问题，或点一个现成的
ask-sign-and-ask = 签名并提问
ask-asked = 问出去了
ask-ready-made-questions = 可以点现成的
ask-your-question = 你的问题
ask-the-manager-must-answer-by = 物业须在{" "}
ask-everybody-can-read-question-and = 前答复，问和答全小区都看得到。
ask-contract = 请公开合同：和谁签的、多少钱、签到哪天？
ask-who-agreed = 这笔钱是谁签字同意付的？
ask-which-vote-allowed = 这笔钱是哪次表决同意的？
ask-last-year = 和去年同期比，多了还是少了，为什么？
ask-vouchers = 发票、合同和验收单在哪里可以看？

## books

books-accounts = 的账目
books-each-ledger-by-itself = 各本账分开算
books-in-yuan = 单位：元
books-the-same-as-a-table = 同样的数，用表看
books-every-line = 每一笔
books-accounts-2 = 账目
books-lines-added-up-to-the = 逐笔相加，和写明的收、支一致；期初 + 收 − 支 = 期末。本机算过。
books-a-page-is-missing-so = 有一页账不在，没法逐笔核对
books-ask-the-manager-for-it = 请物业补上；补上以前，别只信合计。
books-the-ledgers-do-not-add = 账对不上
books-the-lines-give-other-sums = 逐笔相加，和写明的合计不一样。请截图，交给监督小组。
books-lines-name-no-vote = { $lacking } 笔没有附上表决
books-owners-must-vote-on-such = 这些钱要业主表决才能用，共{" "}
books-left = 结余{" "}
books-all-bars-by-one-measure = 条长按同一比例
books-the-ledgers-as-a-table = 各本账的表
books-in-yuan-opening-in-out = 单位：元。每本账：期初 + 收 − 支 = 期末
books-ledger = 账本
books-opening = 期初
books-closing = 期末
books-nothing-in-this-period = 这一期没有收支
books-names-no-vote = 没有附上表决
books-you = （你）
books-waiting-for-the-manager = 等物业答复，
books-questions = 大家问
books-all-balance = { $ledgers ->
    [1] 这本账对得上
    [2] 两本账都对得上
    [3] 三本账都对得上
    [4] 四本账都对得上
    [5] 五本账都对得上
   *[other] 每本账都对得上
}

## line

line-it-names-no-vote = 没有附上表决
line-owners-must-vote-on-such = 这笔钱要业主表决同意才能用，可以问一问是哪次表决。
line-account = 科目
line-voucher = 凭证号
line-place = 地点
line-one-line = 这一笔钱
line-see-the-vote = 看表决：

## chart

chart-the-same-as-a-table = 同样的数，用表看
chart-cap = 上限
# $words 是“上限”“表决上限”“派单上限”；$paid 和 $cap 已经带单位
chart-paid-of-cap = 已付 { $paid } / { $words } { $cap }
chart-over-by = 超出 { $over }
# 接在上面一句后面，读给人听
chart-and-over-by = ，超出 { $over }

## months

months-over-the-months = 历月
months-open = 看历月的收、支和结余
months-reading = 正在逐期读账、核对签名…
months-each-in-and-out = 每期收和支
months-latest = { $period }：收 { $came } 元，支 { $went } 元，期末结余 { $left } 元
months-each-left = 每期期末结余
months-not-told = 没有公示
months-period = 时间
months-how-it-is-drawn = 每格一期，长短可以不同。收和支按同一比例，结余按另一比例。每个数都来自公示时签名的记录。
# 图的名字，读给人听
months-in-and-out = { $ledger }，{ $number } 期的收和支，细数在下面的表里
months-left = { $ledger }，{ $number } 期的期末结余，细数在下面的表里
months-table = { $ledger }，单位：元

## groups

groups-by-account-first = 按科目
groups-one-by-one = 逐笔
groups-lines = 笔数
groups-sum = 合计
groups-share = 占比
groups-of-out = 占支出 { $share }
groups-of-in = 占收入 { $share }
groups-lack-a-vote = { $lacking } 笔没有附上表决
groups-by-account = { $ledger }，按科目，单位：元

## rate

rate-how-was-it-done = 办得怎么样？
rate-promised = 答应
rate-promised-2 = 答应的：
rate-done = 办成的：
rate-date = 日期
rate-done-2 = 办完
rate-at-most = 最多
rate-paid = 实付
rate-cost = 花费
rate-what-was-promised-and-what = 当时答应的，和办成的
rate-sign-and-rate = 签名并评价
rate-one-scale-is-still-open = 还差一项没评
rate-two-scales-are-still-open = 还差两项没评
rate-mark-all-three-first = 三项都评了再提交
rate-thank-you-your-marks-are = 谢谢，评价收到了
rate-was-it-quick = 办得快不快？
rate-was-it-done-well = 做得好不好？
rate-are-you-content = 你满不满意？
rate-if-fewer-than-three-in = 满意的不到六成，这件事不能了结，要接着派活。
rate-only-sums-are-published-not = 只公布合计，不公布谁打了几分。
rate-bad = 很差
rate-poor = 较差
rate-fair = 一般
rate-good = 较好
rate-great = 很好
rate-change-until = { $due }可以改。

## works

works-the-work = 办到哪了
works-voted-cap = 表决上限
works-cap-of-the-order = 派单上限
works-done = 完成{" "}
works-overdue = ，过期了
works-annulled = 同意做它的决定被撤销了，不能再照着办
works-due = 应办完
works-paid = 已付
works-over-by = 超出{" "}
works-in-yuan = 单位：元
works-of-homes = { $supports } 户 / 共 { $heads } 户
works-your-home-raised-it-which = 这件事是你家提的，不用再附议。
works-backing-needs-a-home-you = 附议要有房：你名下没有，可以在下面说看法。
works-backing = 附议
works-backed-by = 已经附议
works-to-back-a-matter-asks = 附议是请业委会来办这件事，不等于表决时同意。
works-a-fifth-is = 竖线是五分之一，{ $needed } 户：够了可以联名要求表决
works-taken-back = 撤回了附议
works-you-back-it = 附议好了
works-your-home-backs-it = 你家已经附议
works-back = 附议
works-take-back = 撤回附议
works-back-for = 附议（{ $homes } 套房）
works-take-back-for = 撤回附议（{ $homes } 套房）

## demand

demand-demand-a-vote = 联名要求表决
demand-reading = 正在读取……
demand-what-it-is = 户数和面积都够五分之一，就可以要求把这件事付诸表决。提交以后，业委会要在 30 天内公告；不公告的，由居委会来公告。
demand-by-homes = 按户数
demand-by-area = 按面积
demand-signed-of = 已签 { $signed } 户，要 { $needed } 户
demand-area-little = 还不到要求的一半
demand-area-half = 过了要求的一半，还不够
demand-area-enough = 够了
demand-enough = 户数和面积都够了，可以提交。
demand-enough-homes = 户数够了。
demand-homes-missing = 还差 { $homes } 户
demand-area-missing = 户数够了，面积还不够
demand-your-home-has-signed = 你家已经签了
demand-hand-in = 正式提交
demand-it-is-handed-in = 提交了，要表决了
demand-handed-in = { $day }已经提交
demand-what-follows = 30 天内要公告表决；到期没有公告，由居委会公告。
demand-not-now = 现在不能联名：正在表决、正在办，或者已经了结。
demand-sign = 签名
demand-take-back = 收回签名
demand-sign-for = 签名（{ $homes } 套房）
demand-take-back-for = 收回签名（{ $homes } 套房）
demand-you-have-signed = 签好了
demand-taken-back = 收回了签名

## matter

matter-place = 地点：
matter-how-far-it-has-come = 走到哪一步
matter-matter = 事项
matter-see-the-matter-it-went = 看并到的那一件
matter-thank-you-you-have-rated = 谢谢，你评过了
matter-change-my-marks = 改评价
matter-the-work-is-done-please = 活办完了，请你评一评
matter-rate-it = 去评价
matter-not-put-to-the-vote = 这件事没有付诸表决
matter-mark-3 = ，
matter-its-cost-is-over-the = 花费超出上限{" "}
matter-the-building = 楼栋
matter-the-estate = 小区
matter-the-community = 社区
matter-the-street = 街道
matter-took-it-up = 受理
matter-declined = 没有受理
matter-merged-it = 并到另一件
matter-handed-it-to = 转给
matter-gave-notice-of-the-vote = 公告表决：
matter-fixed-the-roll-may-vote = 定下名册：{ $heads } 人有权投
matter-opened-the-box = 截止，开始计票
matter-withdrew-the-vote = 撤回了表决
matter-disputed-the-result = 对结果提了异议
matter-ruled-on-a-dispute = 裁定了异议
matter-demanded-a-vote = 五分之一以上的业主联名要求表决
matter-asked-for-a-review = 请另一单位看一看
matter-asked-for-a-review-until = 请另一单位看一看，{ $until }前回话
matter-before-the-vote = 表决以前
matter-silent = 没有回音
matter-no-reply = 。没有回音
matter-review-agree = 看过了：同意
matter-review-remarks = 看过了：同意，但有意见
matter-review-against = 看过了：建议不办
matter-a-second-person-confirmed = 第二个人确认了
matter-listed-the-box = 清点票箱，请第二个人确认
matter-denied-a-sheet = 否认一张纸票
matter-entered-the-lottery = 填写抽签号码，请第二个人确认
matter-asked-a-home = 问了抽中的一户
matter-told-of-an-annulment = 登记撤销决定，请第二个人确认
matter-see-who-stands = 看谁在参选
matter-stands-for-the-election = 报名参选
matter-stands-no-more = 退出参选
matter-called-a-meeting = 召集开会
matter-wrote-minutes = 写了会议记录
matter-attested-minutes = 为会议记录签字
matter-denied-minutes = 说会议记录没记对
matter-seated-the-elected = 新一届业委会就职，上一届同时离任
matter-asked-to-make-it-final = 请第二个人确认最终结果
matter-put-the-end-off-to = 人数不够，投票延到{ $day }
matter-result = 公布结果：
matter-at-most = ，最多{" "}
matter-gave-it-to-to-be = 派单给{ $to }，{ $due-ms }前办完{ $cap }
matter-done-paid = 办了 { $percent }%，已付 { $paid }
matter-closed-it-of-content = 办完了：{ $ratings } 人评价，{ $content } 人满意
matter-closed-it = 办完了
matter-closed-it-few-marked = 办完了：评的人不到 5 位，不公布分数
matter-an-earlier-round = 前一次办完时：{ $ratings } 人评价，{ $content } 人满意
matter-earlier = 前面还有 { $count } 步
matter-raised-it = 提出
matter-see-the-result = 看表决结果
matter-raised = { $day }提出
matter-the-rest-of-the-text = 看全文
matter-how-it-came = 来龙去脉
matter-all-steps = 从头看，一共 { $count } 步
matter-rate-until = { $due }可以评，也可以改

## raise

raise-what-is-it-about = 你要提什么事？
raise-raise-a-matter = 提一件事
raise-write-what-it-is-about = 先写是什么事
raise-there-is-no-roll-yet = 名册还没建好，暂时不能提
raise-choose-whom-it-concerns = 选一下关系到谁
raise-sign-and-send = 签名并提交
raise-what-is-it = 什么事？
raise-in-plain-words = 照平常说话写就行
raise-title = 一句话标题
raise-may-be-empty-the-first = 可不写，用第一句
raise-where-it = 在哪里？
raise-may-be-empty = 可不写
raise-whom-does-it-concern = 关系到谁？
raise-what-kind = 哪一类？
raise-may-be-left-open = 可不选
raise-at-least = 至少{" "}
raise-homes-the-building-talks-it = {" "}户 · 先由楼栋商量
raise-homes-goes-to-the-committee = {" "}户 · 由业委会受理
raise-perhaps-somebody-has-raised-it = 可能已经有人提过
raise-look = 看看
raise-join-it = 并到这件里
raise-join-backs-it = 给这件附议，你写的话也带过去，看一遍再发表。这里写的还留着。
raise-join-brings-words = 你写的话带过去，看一遍再发表。这里写的还留着。
raise-sent-the-committee-will-answer = 提交好了，等业委会答复
raise-more-kinds = 另外 { $number } 类

## count

count-matters = { $number }{"\u00A0"}件
count-items = { $number }{"\u00A0"}题
count-lines = { $number }{"\u00A0"}笔
count-said = { $number }{"\u00A0"}条
count-asked = { $number }{"\u00A0"}问

## more

more-lines = 再看 { $number } 笔
more-said = 再看 { $number } 条

## step

step-propose = 提议
step-deliberate = 协商
step-decide = 表决
step-execute = 执行
step-evaluate = 评价
step-propose-sign = 提
step-deliberate-sign = 议
step-decide-sign = 决
step-execute-sign = 办
step-evaluate-sign = 评

## account

account-c1101 = 物业费（住宅）
account-c1102 = 物业费（商铺）
account-c1103 = 车位管理费
account-c1109 = 违约金及其他
account-c1201 = 人员工资、社保和福利
account-c1202 = 共用设施日常运行维护
account-c1203 = 清洁卫生
account-c1204 = 绿化养护
account-c1205 = 秩序维护
account-c1206 = 办公
account-c1207 = 固定资产折旧
account-c1208 = 公众责任保险
account-c1209 = 经业主同意的其他
account-c1210 = 管理酬金
account-c1211 = 税金
account-c1212 = 利润（包干制）
account-c2101 = 地面停车
account-c2102 = 临时停车
account-c2103 = 充电设施
account-c2104 = 电梯和墙面广告
account-c2105 = 快递柜、售货机
account-c2106 = 场地摊位
account-c2107 = 通信设施占地
account-c2108 = 公用房租金
account-c2109 = 赔偿补偿
account-c2110 = 利息
account-c2201 = 合理成本
account-c2202 = 代管费
account-c2203 = 税
account-c2301 = 转入维修资金
account-c2302 = 转业委会经费
account-c2303 = 审计
account-c2304 = 维修
account-c2305 = 其他经业主决定
account-c3101 = 首期交存
account-c3102 = 续交
account-c3103 = 公共收益补充
account-c3104 = 利息增值
account-c3201 = 电梯
account-c3202 = 屋面外墙
account-c3203 = 消防
account-c3204 = 给排水
account-c3205 = 其他更新改造
account-c3206 = 应急使用
account-c4101 = 分摊收取
account-c4201 = 水费
account-c4202 = 电费
account-c5101 = 公共收益转入
account-c5102 = 业主分摊
account-c5201 = 办公
account-c5202 = 津贴
account-c5203 = 人员
account-c5204 = 法律
account-c5205 = 表决

## tabs

tabs-name = 主要页面
tabs-home = 首页
tabs-matters = 事项
tabs-books = 账目
tabs-mine = 我的

## help

help-title = 找人帮忙
help-find = { $purpose }？找{ $name }：{ $place }，{ $hours }
help-call = 打电话 { $telephone }
help-last-day = 最后一天：{ $title }，{ $deadline }截止。没有手机的，找{ $place }，{ $hours }。
help-others = 还能找谁（{ $others } 处）
help-the-desk = 议事窗口
help-vote-on-paper = 不用手机，投纸票

## mine

mine-homes = 我的房屋
mine-number-of-homes = { $number } 套
mine-no-home = 名册里没有你名下的房屋。可以提事、说看法，不能投票。
mine-no-address = 门牌没有取到
mine-no-area = 面积没有取到
mine-phone = 能签名的手机
mine-ballots = 我的票
mine-number-of-ballots = { $number } 张
mine-no-ballot = 还没有投过票。投了以后，收据都在这里。
mine-counted = 已计入 · { $day } · 第 { $entry } 条
# 共有人还没选定由谁投
mine-held = 先挂着 · { $day } · 第 { $entry } 条
mine-void = 这张票作废了，没有计入 · 第 { $entry } 条 · 点开看
mine-on-paper = 纸质票 · { $day }录入 · 点开看
mine-lost = 有一张票，只在另一份记录里
mine-not-listed = 有一张票，服务器没有列出
# 服务器没给出、但这台手机存着收据的票
mine-unlisted = { $day }投的，第 { $number } 条 · 收据在，点开核对
mine-matters = 我提的、我附议的
mine-raised = 我提的，提了就算附议
mine-backed = 我附议的
mine-looks = 这台手机怎么显示
mine-type = 字的大小
mine-standard = 标准
mine-large = 大字
mine-language = 语言 Language

## settle

settle-title = 两份记录
settle-signed-two = 服务器签过两份对不上的记录
settle-wait-for-the-result = 小区查清、公布了结果，再来选。谁也不会替您选；没公布，先不要动。
settle-seen = 这台手机见过的
settle-shown = 服务器现在给的
settle-entries = 共 { $number } 条
settle-as-signed = 签名原文
settle-yours = 您的，在不在现在这份里
settle-ballot-is-in = { $day }投的票：在
settle-ballot-is-not-in = { $day }投的票：不在，要改用以后再投一次
settle-no-receipts = 这台手机没有存投票收据
settle-waiting = 有 { $number } 件签了没送到：是照另一份签的，可能要重新签
settle-phone-is-in = 这台手机在里面登记过，能签名
settle-phone-is-not-in = 这台手机没在里面登记：改用以后，凭新的入户信登记
settle-what-is-kept = 改用以后，这台手机照现在这份继续。见过的那份的签名、只有它才有的收据，都留在“我的”里，可以交给监督小组或街道。
settle-i-have-read-the-result = 我看过小区公布的核对结果，继续的就是现在这份
settle-check-first = 先看公布的结果，再打勾
settle-take-it-up = 改用现在这份
settle-not-now = 先不改
settle-one-record = 现在这份，接得上这台手机见过的
settle-go-on = 继续
settle-evidence = 另一份记录的证据
settle-hand-it-on = 服务器也签过另一份记录。这几段签名原文就是证据，可以存成文件，交给监督小组或街道。
settle-save = 存成文件 { $number }

## own_paper

own_paper-title = 家里的纸质票
own_paper-keyed-for-your-home = 替你家登记的纸质票
own_paper-none = 没有替你家登记的纸质票。
own_paper-number = 票号
own_paper-home = 房屋
# 收票人写在封条上的时间
own_paper-handed-over = 交票时间
own_paper-keyed = 录入时间
own_paper-keyed-by = 录入的人
own_paper-box = 票箱
own_paper-box-not-counted = 还没清点
own_paper-in-the-box = 清点时在票箱里
own_paper-not-in-the-box = 清点时不在票箱里
own_paper-unread = 收到了，还没有两个人录得一样。
own_paper-read = 两个人录得一样，登记好了。
own_paper-counts = 这张算你家的票。
own_paper-invalid = 这张按无效票登记。
own_paper-replaced = 你家另有一张票算数，这张不算。
own_paper-denied = 业主说过不是自家投的，这张不算。
own_paper-assisted = 填票时有人协助。
own_paper-marks-are-not-shown = 票上勾了什么，这里不显示。
own_paper-not-ours = 这不是我们投的
own_paper-what-follows = 签名以后
own_paper-your-ballot-counts-again = 这张纸质票不再算，改算你家在手机上投的那一张，不用谁批准。结果已经公布的，要重新公布。
own_paper-it-is-public = 公开结果里会写有几张纸质票被否认，记录里留你的签名。说了不能收回。
own_paper-sign-that-it-is-not = 签名：这张票不是我们投的
own_paper-said = 记下了，改算你家在手机上投的票
own_paper-until = 不是你们投的，请在 { $until } 前说。
own_paper-until-15-days-after = 不是你们投的，请说出来：现在起，到结果公布后 15 天。
own_paper-vote-with-this-phone = 不是你们投的？投票还没截止，用手机投一次就行，后投的算。
own_paper-dispute-the-result = 不是你们投的？你没有在手机上投过，没有票可以换回来。结果公布后 15 天内可以提异议。
own_paper-the-days-are-over = 可以说不是自家投的日子已经过了。
own_paper-to-the-vote = 看这次表决
own_paper-stub = 查纸质票
own_paper-it-is-keyed = 这张票登记了
own_paper-not-keyed-yet = 这张票还没登记完
own_paper-nobody-has-keyed = 还没有人录入第 { $sheet } 号票
own_paper-keyed-in-days = 交了票，一两天内会录入。截止后还查不到，请拿着存根去问收票的人。
own_paper-only-that-it-was-keyed = 拿着存根只能查到登记没有，是服务器说的。后来又投没投、算不算，只有业主自己的手机看得到。

## slip

slip-title = 核对收据
slip-in-the-record = 在公开记录里
slip-checked-now = 这台手机刚刚核对过
slip-signature-and-place-hold = 这一条的签名和位置都对得上
slip-one-record = 收据上的记录，就是这台手机看到的记录：没有两本账
slip-not-given = 服务器拿不出这张票
slip-what-to-do = 记录是同一份，可是这一条没有给出来。存着收据的手机请留好，到议事窗口要求查清。
slip-lost = 这张票不在现在的记录里
slip-vote-anew = 它在另一份记录里，收据还在，是证据。表决没结束，请再投一次；结束了，请带收据到居委会。
slip-no-receipt = 这不是本小区的收据
slip-scan-again = 签名对不上。可能没扫全，请再扫一次；还是这样，就不要当真。
slip-check-with-another-phone = 让另一台手机核对
slip-qr-code = 二维码：用另一台手机的微信扫
slip-how = 家里人或者邻居用微信扫这个码。他们的手机会查：这张票在不在记录里，两台手机看到的是不是同一份记录。看不出投了什么。
slip-all-of-it = 收据全文
slip-evidence = 一般用不着。服务器哪天不认账，这段文字就是证据，请截图或者复制留好。

## share

share-copy = 复制链接
share-copied = 链接复制好了，可以发到群里。
share-copy-it-yourself = 请长按下面的链接，自己复制：

## candidates

candidates-candidates = 候选人
candidates-who-stands = 谁在参选
candidates-nobody = 还没有人报名。
candidates-posted = { $day }起公示，资格已核对
candidates-took-it-back = { $day }退出，不再参选
candidates-waits = 已报名，等别的单位核对
candidates-able = 具有完全民事行为能力
candidates-no-arrears = 没有拖欠物业费
candidates-unrelated = 本人、配偶、父母子女都不在物业公司任职
candidates-stand-yourself = 我要参选
candidates-for-so-long = 任期 { $years } 年。报名以后由居委会等单位核对，再公示给大家看。
candidates-called = 选票上怎么写您
candidates-as-on-the-ballot = 姓名、几栋，一句话介绍，大家都看得到
candidates-is-it-so = 这两条都符合，请点一下
candidates-say-who-you-are = 先写选票上怎么写您
candidates-check-both = 两条都要符合
candidates-sign-and-stand = 签名参选
candidates-you-stand = 已报名，等核对
candidates-taking-back = 您在参选。想退出可以随时退；选票发出以后退出，名字还在票上，但不会就职。
candidates-take-it-back = 退出参选
candidates-you-stand-no-more = 已退出
candidates-is-final = 选举结果已确定
candidates-take-office = { $members } 名委员可以就职，任期到{ $day }。上一届的权限同时结束。
candidates-seat-them = 签名，请新一届就职
candidates-they-sit = 新一届已就职

## plan

plan-noticed = 公示中，还没开始投
plan-voting = 正在投票
plan-closed = 投票截止了，等计票
plan-counting = 等计票结果
plan-now = 现在
plan-begins = 开始
plan-closes = 截止
plan-decided = 要定的事
plan-withdrawn = 已撤回
plan-let-somebody-vote = 请人代投
plan-withdrawn-on = { $day }撤回
plan-withdrawn-nobody-votes = 这次表决在开始投票之前撤回了，没有人投过票。还要表决的，会重新公示。

## desk_allowed

desk_allowed-which-vote-allowed-it = 哪次表决同意的
desk_allowed-the-file-says-yuan = 表里写“{ $written }”，{ $count } 笔，{ $fen } 元
desk_allowed-choose-a-vote = 请选一次表决
desk_allowed-there-was-no-vote = 没有经过表决
desk_allowed-spending-of-the-maintenance-fund = 动用维修资金要经过业主表决。没有选的，会公开显示“没有写明表决”。
desk_allowed-no-vote-has-passed-yet = 还没有通过的表决可选。
desk_allowed-more-are-published-without-a = 还有 { $left } 笔没有列出，按没有表决公布。

## desk_chrome

desk_chrome-desk = 议事工作台
desk_chrome-committee = 业委会
desk_chrome-officer = 工作人员
desk_chrome-enrol-on-yishi-own-page = 到议事自己的页面登记
desk_chrome-this-device-is-not-enrolled = 这台设备还没有登记
desk_chrome-every-step-at-the-desk = 工作台上每一步都要签名。先用发给你本人的入户信登记这台设备，登记一次就行。
desk_chrome-no-letter-ask-the-committee = 没有信？找业委会补一封。别人的信不能用：签的名会记在他名下。
desk_chrome-you-hold-no-office-here = 你还没有工作权限
desk_chrome-the-desk-is-for-the = 工作台给业委会和物业的人用。请业委会给你授权，授权生效后刷新这一页。
desk_chrome-go-to-the-residents-page = 回到居民页面
desk_chrome-queue = 待办
desk_chrome-new-vote = 开表决
desk_chrome-votes = 表决和公告
desk_chrome-books = 公示账目
desk_chrome-people = 人员与授权
desk_chrome-desk-2 = 工作台
desk_chrome-help = 电话和办公时间

## desk_common

desk_common-my-work = 报进度
desk_common-questions = 答提问
desk_common-the-browser-read-nothing-choose = 浏览器没有读到文件，请再选一次。
desk_common-no-title = （没有标题）
desk_common-confirm = 确认
desk_common-close = 了结
desk_common-in-all = 合计
desk_common-now = 现在是
desk_common-give-an-office = 给一个职务
desk_common-n24-00-of-that-day = 当天 24:00
desk_common-the-phone-six-digits = 手机上的六位数字
desk_common-whose-phone = 谁的手机
desk_common-reading-the-roll-so-far = 正在读名册，已读 { $count } 位
desk_common-the-letters-work-until = 信的有效期
desk_common-letters = 入户信
desk_common-a-root = 建库密钥
desk_common-rows = { $rows } 行
desk_common-must-be-corrected = 必须改
desk_common-by-line-of-the-file = 照文件里的行号
desk_common-more-are-not-listed = 还有 { $left } 处没有列出。
desk_common-text = 文本
desk_common-title = 标题
desk_common-kind = 种类
desk_common-scope = 范围
desk_common-standing = 效力
desk_common-must-take-part = 参加至少
desk_common-must-consent = 同意至少
desk_common-begins = 开始
desk_common-dates = 日期
desk_common-your-office-does-not-cover = 这一步不在你的权限里
desk_common-entitled = 有权投票
desk_common-newest-first = 新的在前
desk_common-yuan-above-the-limit = 超出上限 { $over } 元
desk_common-questions-2 = 提问
desk_common-yuan = 单位：元

## desk_court

desk_court-court-file = 表决卷宗
desk_court-what-this-is = 这个文件自带证据和计票规则，不联网。下面的每个数，都是刚才在这台电脑上从签名的记录重新算出来的，不是抄来的。
desk_court-checked = 核对
desk_court-holds = 记录完整，没有被改过
desk_court-does-not-hold = 记录有问题
desk_court-at-entry = 第 { $index } 条：
desk_court-do-not-rely-on-it = 所以不计票。请向保存记录的人要一份完整的。
desk_court-something-is-gone = 有的选票或面积已经依法删除，或者不在这个文件里，所以不能重新计票；合计以记录写明的为准，并且已经和还在的对过。
desk_court-entries-were-checked = { $entries } 条记录，逐条核对了签名、签名人的权限和每一条规则；所有记录连成一条链，少一条、改一个字都会被发现。
desk_court-hold-it-against-a-receipt = 这份记录的指纹。业主手里的收据、别人保存的凭证，应当对得上：
desk_court-what-was-asked = 表决的事
desk_court-notice-id = 公示的编号
desk_court-recount = 重新计票
desk_court-as-stated = 和当时公布的一样
desk_court-not-stated = 和当时公布的不一样，或者还没有公布
# $many 是划掉的张数
desk_court-still = 划掉 { $many } 张以后，结果还是一样
desk_court-turns = 划掉 { $many } 张以后，结果就变了
desk_court-check-it-elsewhere = 换一种办法再核对
desk_court-how-to-check-it = 这个文件里的程序也可能被人换过。同一份证据，可以用另外的程序核对。让保存记录的人把证据另外给一份，然后运行：
desk_court-what-it-cannot-show = 记录能证明谁的钥匙签了什么、合计对不对；不能证明当时拿着手机的是谁，也不能证明名册上的面积和登记簿一样。这些要另外查。
desk_court-notice-days = 开始以前至少公示 { $days } 个整日
# $at 已经写成日期和时刻
desk_court-noticed = { $at } 公示，到开始隔了 { $days } 个整日
desk_court-roll-is-frozen = 名册固定以后才开始
desk_court-frozen = { $at } 固定
desk_court-window = 投票期间
desk_court-window-was = { $from } 到 { $until }，{ $days } 天
desk_court-ballots-count-once = 一户一票，以最后一次为准
desk_court-ballots-were = 收到 { $all } 张，算数的 { $standing } 张
desk_court-late-keys = 公示以后才登记的手机
desk_court-late-were = { $many } 张票由它们签名
desk_court-result-is-shown = 结果公示，可以提异议
desk_court-shown-until = { $from } 到 { $until }
desk_court-confirmed = 另一个人确认过
desk_court-course = 一步一步
desk_court-whose-clock = 时刻由保存记录的服务器写下；签名的手机自己的时刻也在记录里，差得多的，核对时会列出来。
desk_court-disputes = 异议和裁定
desk_court-nobody-disputed = 没有人提异议。
desk_court-ballots = 选票
desk_court-strike-what-is-contested = 有争议的票，勾上就划掉：那一户当作没有参加。上面的结果马上重算。
desk_court-find = 找一张票：输入收据上编号的开头，或者户号的开头
desk_court-strike-out = 划掉
desk_court-ballot = 编号、户、时间
desk_court-marks = 选了什么
desk_court-more-ballots = 再看 { $many } 张
desk_court-struck-out = 划掉了 { $many } 张
desk_court-put-all-back = 全部恢复
desk_court-strike = 划掉 { $ballot }
desk_court-home = 户 { $party }
desk_court-replaced = 改投过 { $many } 次
desk_court-late-key = 公示以后才登记的手机
desk_court-a-receipt = 拿一张收据来对
desk_court-what-a-receipt-is = 投票的人手机里有收据：“收据全文”，或者给另一台手机扫的那一行（seen. 开头）。收据里没有选了什么。
desk_court-paste-it = 收据
desk_court-or-copy-it = 粘贴在这里，或照纸上一个字一个字输入；空格、换行、大小写都不要紧
desk_court-no-receipt = 这不是收据
desk_court-copy-all-of-it = 要整张：从 seen. 开始到末尾，或者收据全文。
desk_court-not-signed = 这张收据不是这份记录的服务器签的
desk_court-shows-nothing = 可能抄错了，或者是别的小区的，也可能是编的。它什么都不能证明。
desk_court-no-such-ballot = 记录里没有这个编号的选票
desk_court-a-number-alone = 这份记录正是收据所说的那一份，到那里为止是完整的，里面没有这张票。编号可能抄错；只凭一个编号不能证明投过票，请要收据全文。
desk_court-ends-before = 这份记录比收据早：开收据时已经有 { $size } 条，这里还没有那么多，也没有这张票
desk_court-ask-for-a-newer-one = 这不说明谁做了手脚。请保存记录的人交出新的一份，再拿收据核对。
desk_court-other-history = 有两份不同的记录：收据签的 { $size } 条，和这份记录里的不一样
desk_court-it-convicts = 两样都是同一台服务器签的，只有一样能是真的。收据和这个文件都留好：它们放在一起就是证据。
desk_court-of-another-vote = 这是另一次表决的票
desk_court-not-in-this-file = 记录里有它，但这个文件只带了这一次表决的证据。
desk_court-is-counted = 在记录里，第 { $place } 条，计入了
desk_court-find-it-below = 在下面的选票里，用收据上编号的开头就能找到它，看它选了什么。
desk_court-is-superseded = 在记录里，第 { $place } 条；同一户后来的票 { $by } 计入了，这一张不算
desk_court-the-last-one-counts = 一户一票，以最后一次为准。
desk_court-is-void = 在记录里，第 { $place } 条，没有计入结果：{ $by } 把它作废了
desk_court-the-home-takes-no-part = 这一户没有别的票顶上。为什么作废，看那一条。
desk_court-is-not-counted = 在记录里，第 { $place } 条，没有计入；这一户没有计入的票
desk_court-why-none-counts = 几位业主还没有选定由谁投，有业主提了异议，或者这张纸票被否认了。

## desk_evidence

desk_evidence-evidence = 证据和卷宗
desk_evidence-what-it-holds = 每户的面积和选择都在里面，不写姓名和房号。每取一次，公开记录里都会写明是谁取的。
desk_evidence-sign-and-fetch = 签名并取出证据
desk_evidence-save-the-court-file = 保存表决卷宗（给法院）
desk_evidence-what-a-court-file-is = 一个网页文件，不联网，用浏览器打开：它自己核对整份记录、当场重新计票，有争议的票可以划掉看结果变不变。
desk_evidence-save-the-export = 只保存证据（给审计）
desk_evidence-keep-it-safe = 不要转发，也不要放在公用电脑上：从面积有时能认出是哪一户。

## desk_dates

desk_dates-days-late = 超 { $days } 天
desk_dates-day-and-weekday = { $day } { $weekday }
desk_dates-full = { $year }年{ $month }月{ $day }日
desk_dates-span = { $from }–{ $to }
desk_dates-span-in-month = { $month }月{ $from }日–{ $to }日

## desk_digest

desk_digest-read = 读的是：{ $name }
desk_digest-choose-it-or-its-scan = 选文件或扫描件
desk_digest-its-sha-256 = 文件的指纹
desk_digest-filled-in-from-the-file = 选了文件自动填，64 位
desk_digest-the-file-is-read-on = 文件只在这台设备上读，不会传出去；记录里只有它的指纹，原件请留档。

## desk_file

desk_file-reading = 正在读…
desk_file-choose-the-file-again = 重新选文件
desk_file-an-empty-sheet-to-fill = 下载空表，用 Excel 填
desk_file-what-reads-files-could-not = 读文件的程序没有载入，请看看网络，再选一次。
desk_file-this-page-has-just-been = 这一页刚刚更新过，请重新打开，再选文件。
desk_file-line = 第 { $line } 行
desk_file-more-once-these-are-answered = 答完这些，还有 { $left } 个问题。
desk_file-for-you-to-decide = 请您拿主意

## desk_forms

desk_forms-reading = 正在读

## desk_paper

desk_paper-ballots-on-paper = 纸质票
desk_paper-key-sheets-and-count = 录纸票、清点票箱
desk_paper-paper-of = 录纸票：{ $name }
desk_paper-this-stack = 这一叠
desk_paper-clerks-code = 录票密码
desk_paper-the-same-for-all = 这次表决的录票员用同一个，当面给，别发在群里
desk_paper-draw-a-code = 我第一个录，生成一个
desk_paper-the-code-is-mistyped = 密码不对，请对着抄件再看一遍
desk_paper-type-the-code = 请先填录票密码
desk_paper-handed-over = 交票时间
desk_paper-as-written-on-the-stack = 照收票人写在封条上的填，两人要填得一样
desk_paper-not-in-the-window = 交票时间要在投票期内，也不能晚于现在
desk_paper-key-a-sheet = 录一张
desk_paper-you-do-not-see-the-others = 别人录了什么，你看不到；两人一样才计入
desk_paper-number-of-the-sheet = 票号，回车就是下一号
desk_paper-room = 房号，只打数字
desk_paper-marks = 勾了什么
desk_paper-look-and-confirm = 看一遍，回车就存下
desk_paper-next = 下一步
desk_paper-how-marks-are-typed = 1 同意，2 反对，3 弃权，0 没勾。一题一个数字；一题勾了几个，用空格隔开各题，例如 12 3。选举打候选人的号，第 10 位起打 A、B……
desk_paper-how-to-go-back = 打减号再回车，退回上一步。全程不用鼠标。
desk_paper-sheet = 票号
desk_paper-home = 房屋
desk_paper-question = 第 { $id } 题
desk_paper-all-owners = 业主全体
desk_paper-who-signed = 谁签的
desk_paper-invalid-as-a-whole = 整张无效就打
desk_paper-unsigned = 没签名
desk_paper-illegible = 看不清
desk_paper-altered = 涂改
desk_paper-print-ballots = 打印各户的票
desk_paper-who-helps = 协助填写的人
desk_paper-their-code = 有人协助才填：他手机“我的—委托投票”里的代码
desk_paper-the-helpers-code-is-mistyped = 协助人的代码不对，请再看一遍
desk_paper-type-who-helped = 请先在上面填协助人的代码
desk_paper-assisted = 有人协助就打 a
desk_paper-nobody-helped = 没有人协助
desk_paper-the-scan = 这张票的扫描件
desk_paper-it-stays-with-you = 没扫就不选。文件留在你们手里，只记下它的校验码
desk_paper-for = 同意
desk_paper-against = 反对
desk_paper-abstain = 弃权
desk_paper-none = 没有
desk_paper-invalid-on-this = { $marked }（这一题无效）
desk_paper-a-number-from-1 = 票号是 1 到 999999
desk_paper-type-the-room = 请打房号
desk_paper-no-such-home = 没有这个房号，或者它不在这次表决里
desk_paper-several-homes = 不止一户对得上，请把楼栋、单元也打上
desk_paper-marks-do-not-fit = 和题目对不上，请照下面的打法再打
desk_paper-no-such-owner = 没有这个人，请打 + 和名字前的数
desk_paper-enter-a-flaw-or-minus = 回车存下，或打 1 到 3 说明为什么无效，0 取消
desk_paper-not-sent = 还没发的
desk_paper-kept-on-this-device = 存在这台设备上，关了页面也在
desk_paper-nothing-keyed = 还没有录
desk_paper-take-out = 删掉
desk_paper-sign-and-send = 签名并发送
desk_paper-sent = 已发送。
desk_paper-sheets = 各张票
desk_paper-in-the-count = 两人录得一样、已计入 { $sheets } 张
desk_paper-wait-for-you = 等你复录
desk_paper-wait-for-another = 你录了，等另一人
desk_paper-in-the-box-unread = 箱里有，没人录
desk_paper-read-otherwise = 对不上的
desk_paper-what-ends-a-mismatch = 对不上的，请拿出原票：录错的人重录，或者请监督员录一遍，和谁一样就算谁的。每人一张票最多录 3 遍。
desk_paper-the-box = 票箱
desk_paper-it-held = 两人清点过，箱里有 { $boxed } 张。只有这些还能录。
desk_paper-so-many-are-missing = 箱里 { $boxed } 张，录成 { $counted } 张，还差 { $missing } 张，请在 { $until } 前录完。过后没录的不算。
desk_paper-all-are-keyed = 箱里 { $boxed } 张都录成了。
desk_paper-count-it-before = 请在 { $until } 前清点，过后不能再清点。
desk_paper-a-box-waits = 有一份清点等第二个人确认。你也数过，才能确认。
desk_paper-i-have-counted-it-too = 我也数过，签名确认
desk_paper-box-confirmed = 已确认，现在可以录箱里的票。
desk_paper-numbers-in-the-box = 箱里的票号
desk_paper-such-as = 例如 1-20、25
desk_paper-so-many-sheets = 共 { $sheets } 张
desk_paper-list-numbers = 请写票号，例如 1-20、25
desk_paper-what-a-box-does = 截止后 12 小时内清点。清点以后，不在里面的票不能再录；票号看不出谁投了什么。
desk_paper-sign-the-box = 签名
desk_paper-box-listed = 签好了，等第二个人确认。

## desk_ballots

desk_ballots-heading = 打印各户的票
desk_ballots-how = 每户一张，A5 纸。票号随机，只有录票员对得出是哪一户。先填录票密码再打印；换了密码，票号就变了。
desk_ballots-which = 打哪些户
desk_ballots-all-or-some = 例如 3栋2单元；空着就是全部
desk_ballots-so-many = 共 { $homes } 张
desk_ballots-print = 打印
desk_ballots-ballot = 业主表决票
desk_ballots-number = 票号 { $number }
desk_ballots-home = 房屋
desk_ballots-mark-one = 每题只在一个方框里打勾；多勾、不勾，这一题无效。
desk_ballots-mark-at-most = 最多勾 { $seats } 个
desk_ballots-signed = 业主签名
desk_ballots-together-or-one = 几位业主的，一起签，或者由说好投票的那位签
desk_ballots-when = 交票日期和时间
desk_ballots-helped = 有人协助填写的，协助人签名
desk_ballots-hand-it-over = { $closes } 前投进票箱，或者交给收票的人
desk_ballots-stub = 存根，撕下自己留着
desk_ballots-scan-it = 过一两天扫这个码，可以查这张票登记了没有。查不到勾了什么。
desk_ballots-number-code = 票号的二维码
desk_ballots-stub-code = 查这张票的二维码

## desk_queue

desk_queue-takes-a-second-person = 要第二个人
desk_queue-put-to-the-vote-or = 定下交不交表决
desk_queue-notice-again = 重新公示
desk_queue-give-out = 派单
desk_queue-homes-back-it-opinions = { $supports } 户附议，{ $opinions } 条看法
desk_queue-freeze-the-roll = 定名册
desk_queue-voting-begins = 公示满了，{ $opens-ms }开始投票
desk_queue-close = 截止收票
desk_queue-the-window-has-ended = 到点了，先截止，再数票
desk_queue-state-the-result = 公布结果
desk_queue-within-3-days-of-the = 截止后 3 天内公布
desk_queue-reported = 报到 { $percent }%
desk_queue-finish = 办完
desk_queue-answer-questions = 答提问
desk_queue-look-at-reports = 看举报
desk_queue-rule-on-appeals = 裁定申诉
desk_queue-make-final = 定为最终结果
desk_queue-fifteen-days-are-over = 公示 15 天满了
desk_queue-rule-on-disputes = 裁定异议
desk_queue-give-an-opinion = 看一看，回个话
desk_queue-give-notice-as-demanded = 业主联名要求，公告表决
desk_queue-enter-the-numbers = 录开奖号码
desk_queue-by-two-organisations = 抽查用，要两个单位的人各录一遍
desk_queue-seat-the-elected = 请新一届业委会就职
desk_queue-any-owner-may-too = 签了就生效，任何业主也能签
desk_queue-ask-homes = 问抽到的住户
desk_queue-homes-to-ask = 还有 { $count } 户没问到
desk_queue-key-the-box = 录箱里的票
desk_queue-key-again = 复录纸质票
desk_queue-settle-sheets = 核对录得不一样的票
desk_queue-count-the-box = 清点票箱
desk_queue-so-many-sheets = { $count } 张
desk_queue-a-second-clerk-confirms = 一人清点签名，另一人确认
desk_queue-so-many-words = { $count } 条
desk_queue-about-the-books = 账目有 { $count } 问没答

## desk_settings

desk_settings-was = 原来：{ $before }
desk_settings-what-changes = 改哪些规定
desk_settings-it-says-what-is-in = 和现在的规定一样。
desk_settings-what-stays = 不变的规定

## desk_waits

desk_waits-the-whole-roll = 整份名册
desk_waits-a-change-of-the-roll = 名册的改动
desk_waits-a-phone-let-in-at = 当面登记的手机
desk_waits-a-phone-to-be-retired = 作废手机
desk_waits-who-votes-for-a-home = 代表人登记
desk_waits-a-mandate-on-paper = 纸质的投票委托书
desk_waits-the-bylaws = 管理规约
desk_waits-the-phone-of-a-new = 新任职务的手机
desk_waits-letters = 入户信 { $all } 封
desk_waits-letters-of = 入户信 { $waiting } 封（同一批共 { $all } 封）
desk_waits-a-telephone = 电话和办公时间
desk_waits-erasure = 删除 { $number } 份资料
desk_waits-deliveries = { $number } 户的送达
desk_waits-the-end-of-a-vote = 表决的最终结果
desk_waits-the-numbers-of-a-draw = 抽查的开奖号码
desk_waits-a-candidate = 候选人报名
desk_waits-an-annulment = 撤销决定的登记

## desk_words

desk_words-owners-committee = 业主委员会
desk_words-department = 政府部门
desk_words-property-manager = 物业服务企业
desk_words-another-organisation = 其他单位
desk_words-party-branch = 党支部
desk_words-residents-committee = 居民委员会
desk_words-street-office = 街道
desk_words-supervisors = 监督委员会
desk_words-bookkeeper = 会计
desk_words-building-contact = 楼栋长
desk_words-clerk = 经办人
desk_words-committee-member = 业委会成员
desk_words-department-officer = 部门经办
desk_words-grid-worker = 网格员
desk_words-manager-officer = 物业经办
desk_words-member-of-the-party-branch = 党支部成员
desk_words-member-of-the-residents-committee = 居委会成员
desk_words-street-officer = 街道经办
desk_words-supervisor = 监督人
desk_words-worker = 施工或志愿者
desk_words-publishes-books-and-answers = 公布账目，答账目的提问。
desk_words-brings-up-matters-of-a = 替本楼的人提事、报进度。
desk_words-letters-rolls-and-counting-decides = 发信、录名册、计票，不拍板。
desk_words-answers-matters-holds-votes-gives = 答复事项、开表决、派单，管人员。
desk_words-takes-on-work-and-reports = 接派来的活，报进度。
desk_words-patrols-brings-up-and-answers = 巡查、提事、答复、派单。
desk_words-does-the-work-reports-on = 接派单、报进度、公布账目。
desk_words-brings-up-matters-and-reports = 提事、报进度。
desk_words-guides-and-hosts-where-there = 指导；没有业委会时由它主持。
desk_words-follows-up-and-stands-behind = 督办，作第二人确认。
desk_words-reads-the-evidence-of-counts = 看计票证据，作第二人确认。
desk_words-takes-on-one-piece-of = 接一单活，报进度。
desk_words-answer-and-end-matters = 答复和了结事项
desk_words-record-the-bylaws = 登记管理规约
desk_words-end-the-taking-of-ballots = 截止收票
desk_words-let-people-in-by-letters = 发入户信
desk_words-publish-books = 公布账目
desk_words-give-out-work = 派单
desk_words-read-the-evidence-of-counts = 看计票证据
desk_words-give-offices = 给别人职务
desk_words-announce-votes = 公示表决
desk_words-open-votes = 定名册、开始投票
desk_words-take-ballots-on-paper = 收录纸票、清点票箱
desk_words-take-on-work-and-report = 接单、报进度
desk_words-bring-up-matters-for-others = 替别人提事
desk_words-hide-words-and-rule = 看举报、隐藏违规的话、裁定申诉
desk_words-keep-the-roll = 录名册和代表人
desk_words-state-results = 公布结果
desk_words-matters-of-the = { $word }一级的事
desk_words-building = 楼栋
desk_words-estate = 小区
desk_words-community = 社区
desk_words-street = 街道
desk_words-all-taking-part = 参加者全部同意
desk_words-at-least = 参加者的 { $share } 以上
desk_words-more-than-half-of-those = 参加者过半数
desk_words-at-least-three-quarters-of = 参加者四分之三以上
desk_words-ordinary = 普通事项
desk_words-special = 特别事项
desk_words-the-whole-estate = 全小区
desk_words-ledger-of = { $ledger }账

## desk_frame

desk_frame-by-date = 按期限排，{ $todos } 件
desk_frame-no-date = 没有期限
desk_frame-nothing-to-do-today = 今天没有要办的。到期的事会自己出现在这里。
desk_frame-to-do = 要办的
desk_frame-noticed-voting-begins = 公示中，{ $opens-ms }开始投票
desk_frame-roll-frozen-voting-begins = 名册定了，{ $opens-ms }开始投票
desk_frame-waiting-for-others = 在等别人的
desk_frame-waiting = 等确认
desk_frame-offices = 谁担任什么
desk_frame-roll = 名册
desk_frame-people-and-offices = 人员与授权
desk_frame-act-of = { $act }：{ $title }

## desk_changes

desk_changes-units-change = 改了 { $count } 处
desk_changes-then = 确认以后是
desk_changes-it-says-what-the-newest = 和现在的名册说的一样。

## desk_choose

desk_choose-reading-the-roll = 正在读名册…
desk_choose-nobody-found-try-a-name = 没有找到。姓名、房号都可以找。
desk_choose-more-type-more = 还有 { $left } 位，再多写几个字。

## desk_erasing

desk_erasing-erase = 依法删除
desk_erasing-three-grounds = 本人的话由本人在手机上删。这里办两种：保存期满、没有人再用的；法院或主管机关责令的。别的理由不能删。
desk_erasing-somebody-needs-everything = 没有到期的：现在的名册和一年以内的表决都还要用。
desk_erasing-its-time-is-over = 保存期满
desk_erasing-see-what-is-held = 看这个人的资料
desk_erasing-questions-about-books = 对账目的提问和回复
desk_erasing-of-whom = 关于谁的
desk_erasing-name-or-room = 姓名或房号
desk_erasing-choose-what-it-is-about = 先选文书说的是谁、哪件事或哪一期账目。
desk_erasing-nothing-was-said = 还没有议题和账目。
desk_erasing-a-court-ordered-it = 法院或主管机关责令
desk_erasing-nothing-is-left = 这里没有能删的。
desk_erasing-what-is-held = 存着的资料
desk_erasing-ended-means = 没有人再用：现在的名册不列，表决结果也满了一年
desk_erasing-ordered-means = 有判决、裁定或主管机关的文书，要另一个单位的人确认
desk_erasing-why = 为什么删
desk_erasing-choose-why = 先选为什么删
desk_erasing-choose-what = 先选删哪些
desk_erasing-at-most-200 = 一次最多 200 份
desk_erasing-say-which-order = 先写是哪份文书
desk_erasing-add-its-document = 先选文书的文件
desk_erasing-done = 已签名，等第二人确认；确认以前什么都没有删
desk_erasing-the-order = 哪个机关、什么文书、文号、日期
desk_erasing-everybody-reads-it = 人人看得到，不要重复要删的话
desk_erasing-its-document = 文书原件
desk_erasing-court-or-authority = 法院或主管机关盖章的那份
desk_erasing-a-second-person = 签名后要等第二人看过原文再确认；责令的要另一个单位的人。确认以前什么都不删。
desk_erasing-sign = 签名，交第二人确认
desk_erasing-take-all = 全选能删的（最多 200 份）
desk_erasing-ballots-of-a-vote = 选票，表决结果满一年后能删
desk_erasing-take-it = 删这一份

## desk_delivery

desk_delivery-delivery = 送达与上门
desk_delivery-heading = 送达与上门：{ $name }
desk_delivery-reached = 公示送到了多少户
desk_delivery-servers-word = 服务器统计
desk_delivery-homes = { $homes }{"\u00A0"}户
desk_delivery-voted = 已经投票
desk_delivery-app-read = 手机上看过
desk_delivery-signed-slip = 签收
desk_delivery-posted = 没遇到，已张贴
desk_delivery-unreachable = 没遇到
desk_delivery-denied = 业主说没收到
desk_delivery-unsaid = 还没有记录
desk_delivery-mistaken = 记错了
desk_delivery-who-says-which = “手机上看过”只有业主自己的手机能签；签收要有签收单；业主说没收到的，不能再记送达。投了票的就是送到了。
desk_delivery-silence = 按管理规约，送到了又没投的随了多数。不算这些户，结果是：{ $without }。
desk_delivery-print-the-notice = 打印公告和送达单
desk_delivery-round = 上门
desk_delivery-fewest-doors = 按还差的人数和面积，算出最少要敲多少家的门，按楼栋单元排好，分给几组人。只看投没投，不看怎么投。
desk_delivery-pairs = 分几组
desk_delivery-two-people-each = 一组两人，1 到 20 组
desk_delivery-plan = 排一趟
desk_delivery-once-it-is-opened = 定了名册、开始投票以后才能排。
desk_delivery-enough-have-voted = 人数和面积都够了，不用上门。
desk_delivery-fewest = 最少 { $fewest }{"\u00A0"}家就够；还没投的一共 { $homes }{"\u00A0"}家。
desk_delivery-not-enough = 还没投的 { $homes }{"\u00A0"}家都投，也还不够。
desk_delivery-pair = 第 { $number } 组
desk_delivery-doors = { $doors }{"\u00A0"}家
desk_delivery-print-the-list = 打印名单
desk_delivery-calls = 去过 { $calls }{"\u00A0"}次没遇到
desk_delivery-nobody = 没人
desk_delivery-signed = 签收了
desk_delivery-post-it = 已张贴
desk_delivery-found = 上门的结果
desk_delivery-nothing-found-yet = 先在名单上记下结果
desk_delivery-choose-the-slips = 先选签收单的扫描件
desk_delivery-the-slips = 签收单
desk_delivery-one-scan = 这一趟的签收单拍成一份
desk_delivery-kept-until = 名单和结果只存在这台设备上，没有网也能用；结果确定后，或任职结束后，自动删掉。
desk_delivery-sign-it = 签名登记
desk_delivery-signed-and-sent = 登记好了。没遇到的还留在名单上，下次接着去。

## desk_print

desk_print-heading = 公告和送达单
desk_print-how = 公告一张 A4，贴在公告栏；送达单每户半张，按存着的那一趟上门名单打印，一张纸两户。
desk_print-print = 打印
desk_print-notice-of = 关于“{ $title }”的表决公告
desk_print-scope = 范围
desk_print-opens = 投票开始
desk_print-closes = 投票截止
desk_print-scan = 用手机扫右边的码，看全文。
desk_print-sign = 在自己的手机上选好，签名投票。
desk_print-or-the-desk = 不会用手机的，到议事窗口找工作人员。
desk_print-qr = 到这次表决的二维码
desk_print-silence = 按管理规约：送到了、到截止也没有投的，随多数计算。不同意的请投反对。
desk_print-signed-for = 收到人签名：＿＿＿＿＿＿＿＿　　日期：＿＿＿＿＿＿

## desk_erasure

desk_erasure-the-order = 责令的文书
desk_erasure-its-document = 文书的 SHA-256
desk_erasure-would-go = 会删掉 { $number } 份
desk_erasure-so-many-of = { $sort }：{ $number } 份
desk_erasure-read-each = 一份一份看清楚再确认
desk_erasure-not-shown-to-you = 服务器没有把上面有些原文给这台设备看。没看到原文，不要确认：请换一位能看的人，或找发起的人问清楚。
desk_erasure-stays = 留下的：日志里的每一条和签名、日期、全部证明、已公布的票数和账目合计；别人的话不变。删掉的是原文：从服务器上抹去，谁也找不回来。
desk_erasure-a-ballot = 一张选票的内容
desk_erasure-of-a-home = 一处房屋的面积或门牌
desk_erasure-marks = 一个人的评分
desk_erasure-a-mandate = 委托的内容
desk_erasure-a-name = 一个人的姓名和电话
desk_erasure-words = 说过的话
desk_erasure-a-slip = 一户的签收凭据
desk_erasure-nobody-reads-it = 选了什么、打了几分，删除时也不给任何人看。
desk_erasure-not-at-hand = （服务器没有给出原文：被隐藏了、不归你看，或不在了）

## desk_give

desk_give-choose-the-organisation = 先选单位
desk_give-choose-to-whom = 还要选给谁
desk_give-choose-the-office = 还要选职务
desk_give-tick-what-they-may-do = 还要勾选能办什么
desk_give-another-office-of-theirs-does = 这位的另一个职务不能一起担任
desk_give-it-goes-further-than-your = 不能宽过你自己的职务
desk_give-its-last-day-must-lie = 结束的日期要在今天以后
desk_give-it-lasts-longer-than-your = 不能长过你自己的职务
desk_give-say-until-when = 还要写到哪一天
desk_give-your-office-holds-nothing-that = 你的职务里没有可以给别人的。
desk_give-the-office-is-given-it = 职务已给。这位的手机还没有两个人确认的，确认以后生效
desk_give-for-which-organisation = 替哪个单位办事
desk_give-to-whom = 给谁
desk_give-name-room-or-office = 姓名、房号或职务
desk_give-last-day = 到哪一天
desk_give-your-own-ends-nobody-gives = 你自己的职务到 { $latest }，给别人的不能更长。
desk_give-what-screens-call-it = 对外怎么称呼
desk_give-optional-such-as-deputy-chair = 可以不写，比如“副主任”“3栋楼栋长”
desk_give-sign-and-give-it = 签名，给职务
desk_give-which-office = 什么职务
desk_give-until-when = 到什么时候
desk_give-they-are-already-whoever = 这位已经是{ $kind }的{ $role }。监督的人不主持也不管物业，物业的人不担任别的单位的职务。先结束那个职务，或者换一位。
desk_give-choose-an-office = 请选职务
desk_give-the-office = 职务
desk_give-what-they-may-do = 能办什么
desk_give-only-what-you-can-give = 只列你自己能给的
desk_give-letters-rolls-and-bylaws-concern = 发入户信、录名册、登记规约管的是全小区，不能只给一部分。要限定范围，先不勾这几样。
desk_give-only-a-part-nothing-chosen = 只管一部分（不选就是全部）
desk_give-parts-of-the-estate = 哪几栋、哪几个单元
desk_give-tiers = 哪一级的事
desk_give-ledgers = 哪几本账
desk_give-kinds-of-matters = 哪几类事

## desk_help

desk_help-shown-now = 居民现在看到的
desk_help-nothing-is-shown = 还没有。要纸质票、不会用手机的人，还不知道找谁。
desk_help-say-it = 填写或修改
desk_help-your-office-has-limits = 你的职务只管一部分，不能替整个单位填。
desk_help-why-two = 居民会照着打、照着去，所以要两个人：填好以后，由另一位能发入户信的人确认，物业的也一样。撤下只要一个人，马上生效。填的人不再任职，这一条就不再显示。
desk_help-organisation = 单位
desk_help-purpose = 什么事找你们
desk_help-usual-purpose = 要纸质票、不会用手机
desk_help-place = 在哪里
desk_help-such-a-place = 比如：3栋101室
desk_help-hours = 什么时候有人
desk_help-such-hours = 比如：周一至周五 9:00–11:30
desk_help-telephone = 电话
desk_help-one-number = 只写一个号码
desk_help-something-is-missing = 还有没填的
desk_help-something-is-wrong = 每样最多 100 个字；电话只写一个号码
desk_help-sign = 签名，请第二个人确认
desk_help-signed-and-waits = 已签名。第二个人打过这个号码、确认以后，居民才看得到。
desk_help-take-it-down = 撤下这一条
desk_help-sign-and-take-it-down = 签名，马上撤下
desk_help-taken-down = 已撤下

## desk_in_person

desk_in_person-scan-the-phone-code-first = 先扫手机上的码
desk_in_person-type-the-phone-six-digits = 输手机上的六位数字
desk_in_person-the-digits-differ-it-is = 数字对不上，不是这台手机
desk_in_person-noted-another-officer-has-to = 已登记，等另一位经办人确认
desk_in_person-that-is-not-the-answer = 这不是刚才那台手机给的码。请他重新扫上面的码，再扫他的。
desk_in_person-let-a-phone-in-at = 当面登记手机
desk_in_person-to-be-scanned-by-the = 请本人用微信扫
desk_in_person-compare-the-phone = 核对手机
desk_in_person-the-phone-code = 手机上的码
desk_in_person-by-a-scanner-or-pasted = 用扫码枪扫，或粘贴链接
desk_in_person-read-off-the-phone = 看着手机输
desk_in_person-you-vouch-that-you-met = 你保证：见到了本人，看过证件。另一位经办人确认以后，这台手机才能用，他以前的手机停用。
desk_in_person-sign = 签名登记
desk_in_person-the-person-scans-the-code = 本人用自己手机的微信扫上面的码。
desk_in_person-they-read-what-it-says = 在手机上看过说明，按“是我本人，同意，继续”。
desk_in_person-the-phone-shows-a-code = 手机上会出来另一个码和六位数字。
desk_in_person-qr-code-to-be-scanned = 二维码：请本人用微信扫
desk_in_person-without-a-camera-send-them = 扫不了码，把这个链接发给他：

## desk_joint

desk_joint-nothing-yet = { $who }还没说
desk_joint-themselves = 自己
desk_joint-on-the-phone = 手机上说的
desk_joint-by-the-record = 凭登记
desk_joint-names = { $who }选{ $named }（{ $how }）
desk_joint-votes-by-a-document = { $owner }，由{ $acts }代投（凭文件）
desk_joint-mark = ；
desk_joint-none = 没有。
desk_joint-of-one-owner-for-whom = 只有一位业主、由别人代投的
desk_joint-of-several-owners-nobody-votes = 几位共有人、还没定由谁投
desk_joint-of-several-owners-settled = 几位共有人、定了的
desk_joint-a-home-has-one-vote = 一套房一票。几位共有人各用自己的手机选同一位，就由那位投；有人不能自己选的（未成年、继承、公司），凭文件由两位经办人登记。
desk_joint-none-found-try-a-name = 没有找到。姓名、房号都可以找。
desk_joint-which-home = 哪套房
desk_joint-its-room-or-its-owner = 房号或业主姓名
desk_joint-a-guardian-votes-for-a = 未成年人由监护人投，业主过世由继承人投，公司由它委派的人投：都要凭文件。代投的人先要有自己的入户信。
desk_joint-of-one-owner-for-whom-2 = 只有一位业主、要由别人代投
desk_joint-votes = 自己投
desk_joint-votes-2 = { $who }投
desk_joint-they-differ = 说的不一样
desk_joint-to-go = 还差 { $left } 位
desk_joint-a-home-without-an-address = 没有地址的房
desk_joint-record-who-votes-from-a = 凭文件登记代表人
desk_joint-the-roll-has-no-such = 名册里没有这套房了。
desk_joint-choose-who-votes = 还要选由谁投
desk_joint-this-is-the-owner-who = 这位就是业主，自己投，不用登记
desk_joint-the-document-or-its-digest = 还要文件，或它的 64 位指纹
desk_joint-recorded-in-force-once-another = 已登记，等另一位经办人看过文件、确认后生效
desk_joint-home = 哪套房
desk_joint-owner = 业主
desk_joint-owners = 共有人
desk_joint-who-votes = 由谁投
desk_joint-name-or-room-not-only = 姓名或房号；不住这里的也可以
desk_joint-by-which-document = 凭什么文件
desk_joint-a-notary-a-court-a = 公证书、监护证明、继承文书、委托书
desk_joint-you-confirm-that-you-saw = 你确认：看过文件原件，文件写明由这位替这套房投票。另一位经办人也要看过原件再确认。物业的人不能替业主投。
desk_joint-sign-the-record = 签名登记
desk_joint-the-home = 这套房
desk_joint-who-and-why = 由谁投、凭什么
desk_joint-for-which-vote = 管哪次表决
desk_joint-for-every-vote = 以后都由他投（监护人、继承人、公司代表）
desk_joint-what-the-paper-says = 委托书上交代的话
desk_joint-as-it-is-written = 照原件写

## desk_letter

# 入户信，印在纸上：服务器印的和窗口印的都用。*星号*之间的字印得更重；值可以放在里面
desk_letter-what = 议事平台入户信
desk_letter-to = 这封信只给 *{ $person }* 本人
desk_letter-qr = 二维码：用微信扫一扫，打开本信的页面
# 没有印出来的还有；$homes 是印出来的，$count 是一共几处
desk_letter-homes-more = { $homes } 等 { $count } 处
desk_letter-to-home = 这封信只给下面这套房的本人
desk_letter-homes = 您的房屋：*{ $homes }*
desk_letter-scan = 微信扫一扫这个二维码
desk_letter-check = 核对小区名和您的姓名、房号
desk_letter-confirm = 点“是我本人”，以后就用这部手机投票
desk_letter-type = 没有微信或扫不了码？用手机打开 { $address }，再输入下面的字码：
desk_letter-expires = 大小写都可以，横线不用输入。有效期至 *{ $expires }*，只能用一次。
desk_letter-waits = 这封信还要另一位经办人确认才能用。扫码后如果说“等确认”，请到议事窗口。
desk_letter-care = *不要拍照发群，不要告诉别人。* 工作人员不会向您要这个码。丢了，到议事窗口换一封，旧信作废。
desk_letter-genuine = 核对真伪用：小区编号 { $estate } 记录公钥 { $key }

## desk_letters

desk_letters-no-letter = 没有信
desk_letters-not-used = 有信没用
desk_letters-enrolled = 已登记
desk_letters-needs-a-new-one = 要补发
desk_letters-nobody = 没有这样的人。
desk_letters-more = 再看 { $left } 位
desk_letters-choose-these = 全选这 { $ids } 位
desk_letters-find = 找人
desk_letters-name-or-room = 姓名或房号
desk_letters-in-all = 共 { $count } 位
desk_letters-letters-and-phones = 每个人的信和手机
desk_letters-its-letter-waits-for-a = 新信等第二人确认
desk_letters-until = 到 { $day }
desk_letters-phones = { $devices } 台手机
desk_letters-needs-a-second-person-its = 还差一位确认，投票不算
desk_letters-choose-people-first = 先在名单里选人
desk_letters-at-most-400-at-once = 一次最多 400 封，少选几位
desk_letters-the-last-day-must-lie = 有效期要在今天以后
desk_letters-chosen = 选了 { $chosen } 位
desk_letters-of-them-have-a-phone = 其中 { $with-phone } 位已有手机：新信要另一位经办人确认才能用，用了以后旧手机作废。手机丢了、换了，就这样补发。
desk_letters-choose-nobody = 都不选
desk_letters-they-are-here-let-the = 本人在场：当面登记手机
desk_letters-codes-are-made-on-this = 字码在这台设备上做，只显示一次，不保存。先备好打印机，做好就打印。
desk_letters-sign-and-make-the-letters = 签名，做信
desk_letters-make-letters = 发信、补发
desk_letters-letters-are-ready-to-be = 做好 { $letters } 封信，现在打印

## desk_offices

desk_offices-a-former-officer = 卸任的人
desk_offices-mark = { $title }（{ $role }）
desk_offices-from-to-given-by = { $since }起，到{ $until } · { $by }给的
desk_offices-only = { $about } · 只管{ $reach }
desk_offices-phone-unconfirmed = 等确认手机
desk_offices-may-be-ended = 可以结束
desk_offices-mark-2 = { $who }：{ $what }
desk_offices-keeps-a-root = 管着一把建库密钥
desk_offices-nobody-yet = 还没有人。
desk_offices-everybody-can-see-who-holds = 谁都看得到：谁担任什么、多久、谁给的。职务到期自己结束，也可以提前结束。
desk_offices-end-an-office = 结束职务
desk_offices-it-has-ended-already = 这个职务已经结束了。
desk_offices-nothing-to-end = 没有要结束的
desk_offices-the-office-has-ended = 职务已结束
desk_offices-give-it-to-somebody-else = 。要交给别人，接着填
desk_offices-who = 谁
desk_offices-office = 职务
desk_offices-may = 能办
desk_offices-until = 本来到
desk_offices-you-end-your-own-office = 你确认：结束自己的这个职务。签名以后马上不能再办这些事，收不回来；要再当，得由别人再给。
desk_offices-you-end-this-office-at = 你确认：结束这个职务。签名以后马上不能再办这些事，已经办过的都算数；这个人给别人的职务还在，要另外结束。
desk_offices-sign-and-end-it = 签名，结束职务
desk_offices-what-ends = 要结束的

## desk_printed

desk_printed-codes-are-shown-once-make = 字码只显示一次。要再打印，请补发。
desk_printed-print-the-letters = 打印入户信
desk_printed-letters-for-people-with-a = 有手机、有职务或正在投票的人，他的信要另一位经办人确认才能用。请那位经办人打开“待办”，或者“人员与授权”里的“等确认”。
desk_printed-the-codes-are-gone-once = 字码离开这一页就没有了。打印好、核对过封数，再离开；打印机上的缓存也请清掉。
desk_printed-print = 打印
desk_printed-are-all-letters-printed = 信都打印好了吗？
desk_printed-the-codes-are-gone-once-2 = 离开以后字码就没有了，只能补发。
desk_printed-printed-leave = 打印好了，离开
desk_printed-stay = 再等等

## desk_roll

desk_roll-a-workbook-xlsx-or-a = Excel（xlsx）或 CSV 文件，一行一位业主。要有列名：楼栋、单元、室号、用途、面积、业主编号、姓名、电话。文件只在这台设备上读，签名以前不会传出去。
desk_roll-choose-the-roll = 选名册文件
desk_roll-counted = 计入表决
desk_roll-units = 房屋和车位
desk_roll-choose-the-new-roll-as = 房屋卖了、拆了、并了、量错了，把新的名册整份选进来就行：先看改了哪些，再签名。表里没有的房屋，会问您。
desk_roll-there-is-no-roll-yet = 还没有名册。
desk_roll-the-roll-as-it-is = 现在的名册
desk_roll-a-roll-waits-for-its = 有一份名册正等第二个人确认。先确认的先生效，另一份要照新名册重做。
desk_roll-a-new-roll = 新的名册
desk_roll-for-you-to-decide = 要您拿主意
desk_roll-units-are-fine = 处房屋读好了
desk_roll-correct-these-lines-in-the = 请在原文件里改好这些行，再选一次；这里不能跳过。
desk_roll-lines-to-be-corrected = 要改的行
desk_roll-correct-lines-first = 改完 { $bad } 行才能签名
desk_roll-answer-questions-first = 答完 { $open } 个问题才能签名
desk_roll-units-2 = { $rows } 处
desk_roll-what-changes = 改了哪些
desk_roll-this-is-not-what-the = 和登记资料对不上，先查清楚
desk_roll-sent-it-waits-for-a = 名册已提交，等第二个人确认
desk_roll-of-sent = 已送出 { $done } 份，共 { $all } 份
desk_roll-then = 签名以后是
desk_roll-heads-in-the-register = 登记资料上的人数
desk_roll-if-known-to-compare = 有就填，用来核对
desk_roll-area-in-the-register = 登记资料上的面积
desk_roll-m = 平方米
desk_roll-i-have-checked-it-sign = 我核对过，签名
desk_roll-new-owners = 有 { $owners } 位新业主。名册确认以后，到“入户信”给他们发信。
desk_roll-file = 名册.csv

## desk_roster

desk_roster-no-name = 没有姓名 { $short }
desk_roster-no-home-on-the-roll = 名册上没有房屋
desk_roster-in-all = { $shown } 等 { $more } 处

## desk_waiting

desk_waiting-you-confirm-that-these-people = 你确认：这些人都核对过，信确实该发给他们。收信人已经有手机的，用新信登记以后，旧手机就不能签名了。没有核对过的，不要确认。
desk_waiting-you-confirm-that-these-people-2 = 你确认：这些人都核对过，信确实交到了本人手里。确认以前，他们的手机可以说话，投的票不计入。
desk_waiting-you-confirm-that-you-met = 你确认：见过本人，核对过证件，这台手机是本人的。确认以后旧手机就不能签名了。
desk_waiting-you-confirm-the-reason-what = 你确认：核对过缘由，这台手机该作废。它签过的仍然算数，以后不能再签。
desk_waiting-you-confirm-that-you-saw = 你确认：看过文件原件，文件说的就是由这位替这套房投票。
desk_waiting-you-confirm-that-all-of = 你确认：上面这些都核对过，人数和面积和登记资料一致。确认以后，新公示的表决都用这份名册；已经公示的不变。
desk_waiting-you-confirm-that-these-settings = 你确认：看过业主大会通过的规约原件，上面这些规定和它一致，指纹也对。须由另一个单位的人确认。
desk_waiting-you-confirm-with-the-person = 你确认：和本人对过，这台手机是本人的。有第二个人确认了手机，给职务的人也确认了，职务才生效。
desk_waiting-the-person-has-died = 本人去世
desk_waiting-it-should-never-have-been = 本来就不该登记
desk_waiting-lost = 丢了
desk_waiting-moved-away = 搬走了
desk_waiting-replaced = 换了手机
desk_waiting-stolen-or-used-by-somebody = 被偷或被人用过
desk_waiting-oldest-first = { $waiting } 件，先来的在前
desk_waiting-lapses = { $day }作废
desk_waiting-in-force-one-person-alone = 已经生效，只有一个人经手
desk_waiting-confirm = 去确认
desk_waiting-somebody-else = 等另一位
desk_waiting-others = 等有权限的人
desk_waiting-nothing-waits = 没有等确认的。
desk_waiting-waiting-for-a-second-person = 等第二人确认
desk_waiting-what-could-take-somebody-place = 能顶替别人身份的事，一个人办不成：要另一位经办人确认。14 天没人确认就作废。
desk_waiting-it-was-confirmed-meanwhile-or = 这件已经确认过，或者作废了。
desk_waiting-nothing-to-confirm = 没有要确认的
desk_waiting-confirmed-it-is-in-force = 已确认，马上生效
desk_waiting-first-see-what-changes = 先看改了哪些
desk_waiting-first-see-what-goes = 先看删掉哪些
desk_waiting-done-by = 谁办的
desk_waiting-when = 什么时候
desk_waiting-lapses-2 = 不确认就作废
desk_waiting-i-confirm-sign = 我确认，签名
desk_waiting-why = 缘由
desk_waiting-the-document-sha-256 = 规约文件的指纹
desk_waiting-the-document-sha-256-2 = 文件的指纹
desk_waiting-for-whom = 给谁
desk_waiting-who-votes-for-which-home = 由谁投，哪套房
desk_waiting-for-it = 投这套房：{ $home }
desk_waiting-more = 还有 { $left } 位。
desk_waiting-you-confirm-that-you-rang = 你确认：刚打过这个号码，是这家单位的人接的；地点和时间也对。居民会照着打、照着去。
desk_waiting-you-confirm-the-erasure = 你确认：看过责令的文书，或查过这些资料已满保存期、没有人再用。签名后原文马上抹去，找不回来；日志里的条目和全部证明不变。
desk_waiting-you-confirm-the-delivery = 你确认：这些户的签收单你对过，或上门时你在场。按管理规约，送到了又没有投的会随多数，没看到的不要确认。
desk_waiting-you-confirm-the-end = 你确认：15 天公示满了，异议都裁定了或过了期限，结果就是公告上的那个。确认以后就是最终结果，可以照着办。
desk_waiting-you-confirm-the-numbers = 你确认：自己查过这一期，它是公布结果以后开的第一期，号码一样。须由另一个单位的人确认。
desk_waiting-you-confirm-a-candidate = 你确认：每一条资格都自己查过，查的地方也对；书面报名的，看过本人签名的原件。确认以后马上公示。须由业委会以外的单位确认。
desk_waiting-you-confirm-the-annulment = 你确认：看过判决书或决定书的原件，指纹一样，撤销的就是这几项。确认以后不能取消。须由另一个单位的人确认。
desk_waiting-enter-them-yourself = 先自己录一遍号码
desk_waiting-erasure-asked = 本人要求
desk_waiting-erasure-ended = 保存期满，不再需要
desk_waiting-erasure-ordered = 法院或主管机关责令
desk_waiting-its-words-are-not-here = 看不到填的内容，不能确认

## desk_adopting

desk_adopting-bylaws-take-a-vote-of = 改管理规约要全小区表决
desk_adopting-the-document-of-the-bylaws = 规约文件还没选
desk_adopting-a-setting-lies-outside-what = 有一项规定超出法律允许的范围
desk_adopting-no = 不改
desk_adopting-this-question-decides-one-thing = 只定这件事
desk_adopting-yes-by-question-1 = 第 1 题通过就改
desk_adopting-later-votes-follow-the-new = 以后的表决照新的规定办
desk_adopting-the-new-bylaws = 新的管理规约
desk_adopting-as-they-are-put-to = 要表决的那一份
desk_adopting-does-it-change-the-bylaws = 要改管理规约里的规定吗？
desk_adopting-what-was-adopted-is-in = 通过的规定已经在用。
desk_adopting-sent-it-waits-for-another = 已提交，等另一个单位的人确认
desk_adopting-publish-the-adopted-bylaws = 发布通过的管理规约
desk_adopting-the-vote-adopted-new-settings = 表决通过了新的规定。签名发布，另一个单位的人确认以后才生效。
desk_adopting-sign-and-publish-them = 签名发布规约

## desk_announce

desk_announce-the-earliest-day-later-is = 最早这天，可以往后推
desk_announce-the-earliest-would-be = 最早 { $earliest }，往后推了
desk_announce-off-and-the-longest = 最后一天碰上{ $why }，又已到最长 { $days } 天，提前到{ $weekday }
desk_announce-off-moved-to = 最后一天 { $asked } 是{ $why }，顺延到{ $weekday }（民法典第 203 条）
desk_announce-off-and-nowhere-to-go = 最后一天是{ $why }，规约允许的天数里没有工作日可挪；请换个开始的日子
desk_announce-after-whole-days = 投满 { $days } 天
desk_announce-notice-posted-today = 今天贴公示
desk_announce-this-day-is-not-counted = 当天不算（民法典第 201 条）
desk_announce-whole-days-of-notice = 公示满 { $clear-days } 个整天
desk_announce-owners-are-told-15-days = 会议召开 15 日以前通知全体业主
desk_announce-n0-00-voting-begins = 0:00 开始投票
desk_announce-n24-00-voting-ends = 24:00 截止
desk_announce-result-posted-at-the-latest = 最迟公布结果
desk_announce-within-3-days-of-the = 截止后 3 天内
desk_announce-not-before-that-day-is = 公示要满 15 个整天，最早 { $earliest } 开始，已按这天算。
desk_announce-not-after-that-day-is = 最晚 { $latest } 开始，再晚名册就旧了，已按这天算。
desk_announce-when-does-voting-begin = 哪天开始投票？
desk_announce-for-how-many-days = 投几天？
desk_announce-n5-to-60 = 5 到 60 天
desk_announce-dates-as-the-law-counts = 日期，按法律算好了
desk_announce-question = 第 { $place } 题
desk_announce-answered-by-for-against-or = 要能用“同意、反对、弃权”回答
desk_announce-add-a-question = 再加一题
desk_announce-remove-the-last = 去掉最后一题
desk_announce-nothing-of-it-can-be = 公布后一个字都不能改
desk_announce-one-line-for-lists = 一行，列表里显示
desk_announce-the-whole-text = 方案全文
desk_announce-what-how-much-which-money = 做什么、花多少、用哪笔钱、谁来做
desk_announce-questions = 投票的题目
desk_announce-n1-to-5 = 1 到 5 题
desk_announce-no-title-yet = （还没写标题）
desk_announce-empty = （这一题还没写）
desk_announce-notice-of-a-vote = 业主大会表决公示
desk_announce-two-thirds-of-heads-and = 三分之二以上，人数、面积都要
desk_announce-notice = 公示
desk_announce-how = 投票方式
desk_announce-no-choice-is-published-before = 截止前不公布任何人的选择
desk_announce-noticed = 公示已发布：{ $title }
desk_announce-preview-of-the-notice = 公示预览
desk_announce-as-residents-will-read-it = 居民看到的就是这样
desk_announce-sign-and-publish = 签名发布
desk_announce-it-is-public-at-once = 签名后马上公示，记在你名下，不能改、不能撤。
desk_announce-sign-and-publish-2 = 签名发布公示

## desk_count

desk_count-the-window-has-not-ended = 还没到截止时间，到点再来。
desk_count-closed-it-can-be-counted = 已截止收票，可以数票了
desk_count-closed-at = 截止时间
desk_count-after-this-no-ballot-is = 签名以后不再收任何一票，接着数票。
desk_count-sign-close-the-vote = 签名，截止收票
desk_count-close = 截止收票：{ $name }
desk_count-the-window-has-ended = 投票时间到了
desk_count-the-result-is-public = 结果已公布
desk_count-the-server-has-counted-the = 服务器按票箱算好，签名时规则再重算一遍，差一分一厘都不收。公布后不能改。
desk_count-sign-and-publish-the-result = 签名公布结果
desk_count-result = 公布结果：{ $name }
desk_count-checked = 核对好了？
desk_count-homes = { $number } 户
desk_count-heads = { $number }{"\u00A0"}人
desk_count-people = { $number } 人
desk_count-matters = { $number } 件

## desk_annul

desk_annul-title = 登记撤销
desk_annul-what-it-does = 登记以后
desk_annul-not-carried-out = 撤销的这几项从此不能照着办，也不能再派单、付钱。
desk_annul-work-is-shown-so = 已经照它派的单会标明“决定被撤销了”，不再算这件事的；已经花的钱、做的事照样看得到。
desk_annul-voted-on-anew = 同一件事可以重新公示、重新表决。
desk_annul-everybody-reads-it = 每位业主都看得到：撤销了哪几项，谁撤的，为什么。
desk_annul-a-court-alone = 只有法院，或法律规定能撤销的机关，才能撤销业主的决定。谁都可以按写的案号去核对。
desk_annul-which-items = 撤销哪几项
desk_annul-choose-items = 请选撤销哪几项
desk_annul-the-document = 判决书或决定书
desk_annul-a-judgment-or-an-order = 只记下它的指纹，原件不上传
desk_annul-choose-the-document = 请选文书，或填它的指纹
desk_annul-decided-on = 哪天作出的
desk_annul-say-when = 请填作出的日子：公布结果以后，不晚于今天
desk_annul-who-and-why = 谁撤的，案号，理由
desk_annul-for-example = 例如：某区人民法院（2026）第 12 号判决：送达不合规定
desk_annul-say-who = 请写明谁撤的、案号和理由
desk_annul-it-is-for-good = 登记以后不能取消。要另一个单位的人看过同一份文书，签名确认才生效。
desk_annul-sign = 签名登记
desk_annul-waits-for-a-second = 签好了，等另一个单位的人确认。
desk_annul-not-final = 还没有定为最终结果：有异议的先裁定，定了以后才谈得上撤销。
desk_annul-all-annulled = 这次表决的每一项都已经撤销了。

## desk_calls

desk_calls-title = 抽查：问抽到的住户
desk_calls-ask-the-homes = 问抽到的住户
desk_calls-not-drawn = 还没有抽住户：先录开奖号码。
desk_calls-so-far = 问到多少了
desk_calls-drawn = 抽了
desk_calls-homes-of-them-weak = { $asked } 户，其中 { $weak } 户的票要多看一眼
desk_calls-reached = 问到
desk_calls-reached-of = { $done } / { $asked } 户
desk_calls-will-say-audited = 够八成了。签名以后，结果上会写：经过抽查。
desk_calls-will-say-not-audited = 至少要问到 { $needed } 户（八成）。不够的话，结果上会写：没有经过抽查。表决照样可以定。
desk_calls-the-log-says-who-asked = 下面是抽到的住户的房号、姓名和电话。看以前先签名：日志里会写明是你要看的，谁都查得到。不会显示投了什么。
desk_calls-sign-and-see = 签名，看联系方式
desk_calls-where-they-are = 联系方式
desk_calls-what-to-ask = 只问一句：“这次投的票，是不是您家自己投的？”不问投了什么。
desk_calls-how = 怎么问的
desk_calls-by-phone = 打电话
desk_calls-at-the-door = 上门
desk_calls-by-letter = 写信
desk_calls-by-keyboard = 用键盘：1 确认，2 否认，3 没问到；上下键换一户。再按一次就取消。
desk_calls-confirmed = 确认
desk_calls-denied = 否认
desk_calls-not-reached = 没问到
desk_calls-homes = 抽到的住户
desk_calls-weak-first = 要多看一眼的排在前面
desk_calls-weak = 这张票要多看一眼：代投、晚登记的手机，或纸票改了线上的票
desk_calls-signed = 已经签名：{ $answer }
desk_calls-a-denial-is-a-dispute = 公示期里，否认就是对这张票的异议：由别的单位裁定，你不能裁。签名以前请再问一遍。
desk_calls-to-be-signed = 确认 { $confirmed } 户，否认 { $denied } 户，没问到 { $silent } 户
desk_calls-nothing-yet = 还没有记下回答
desk_calls-nothing-changes-afterwards = 签名以前都可以改，记在这台设备上。签名以后，确认和否认不能再改；没问到的可以再问。
desk_calls-sign = 签名，全部发出
desk_calls-signed-and-sent = 签好了，都记下了。
desk_calls-not-signed-yet = 还没签名的

## desk_draw

desk_draw-title = 抽查：录开奖号码
desk_draw-enter-the-numbers = 录开奖号码
desk_draw-what-is-drawn = 抽哪些户
desk_draw-vote = 哪次表决
desk_draw-lottery = 用哪种彩票（公示里写的）
desk_draw-totals-stated = 结果公布于
desk_draw-which-issue = 用{ $since }以后开的第一期，不能挑。最晚 { $last } 以前开的。
desk_draw-draws = 要多看一眼的票全问，最多 { $weak } 户；离另一个结果差 { $margin } 户，所以另外再抽最多 { $others } 户。号码定下抽谁，没有人能挑，谁都可以重算。
desk_draw-draws-the-weak = 选票怎么变，结果都一样，所以只问要多看一眼的票，最多 { $weak } 户。
desk_draw-draws-nobody = 没有要多看一眼的票，选票怎么变也不改结果：不用问哪一户。可以不抽。
desk_draw-in-their-order = 照彩票公布的顺序录，一个不少。
desk_draw-issue = 期号
desk_draw-as-the-lottery-has-it = 照彩票网站上的写，例如 2026041
desk_draw-say-which-issue = 请填期号
desk_draw-day = 哪天开的奖
desk_draw-time = 几点开的奖
desk_draw-say-when = 请填开奖的日子和时间
desk_draw-before-the-totals = 这一期开得太早：要公布结果以后开的
desk_draw-not-drawn-yet = 这一期还没有开
desk_draw-too-long-after = 这一期开得太晚：要公布结果以后 7 天内开的第一期
desk_draw-numbers = 开奖号码
desk_draw-for-example = 用空格隔开，例如 03 09 17 21 27 30 12
desk_draw-say-the-numbers = 请填号码：1 到 20 个，每个不超过 99999
desk_draw-who-repeats-them = 另一个单位的人要自己去查，再录一遍，看不到你录的。两遍一样才生效。
desk_draw-sign = 签名录入
desk_draw-waits-for-a-second = 签好了，等另一个单位的人再录一遍。
desk_draw-no-lottery = 这次表决的公示没有写用哪种彩票，不能抽查。下次公示时写上。
desk_draw-drawn-already = 已经抽过了，不能再抽。
desk_draw-no-margin = 选票的原始内容已经不在，或结果要重新公布，算不出该抽几户。
desk_draw-too-late = 已经定为最终结果，不能再抽。
desk_draw-too-early = 公布结果以后才能抽。
desk_draw-drawn-at = 开奖时间
desk_draw-look-it-up-yourself = 请自己到彩票的网站上查这一期，把号码再录一遍。
desk_draw-they-differ = 和第一个人录的不一样。请再查一遍；如果是第一个人录错了，就不要确认，请对方重新录。

## desk_election

desk_election-elects-a-committee = 选举业主委员会
desk_election-this-matter-elects = 这件事有人报名参选，表决就是选举：选谁、什么顺序，都按报名记录来，不能改。
desk_election-since = { $posted }起公示
desk_election-as-they-call-themselves = 选票上怎么写，按每个人自己报的写。
desk_election-more-than-half = 按普通事项：三分之二以上参加，参加的人里过半数同意才当选。
desk_election-see-the-candidates = 看候选人
desk_election-who-can-stand = 要选业委会的，先请业主报名：在手机上报，或者交书面报名表，由你们登记。公示满 7 天才能签公告。
desk_election-question = 选举业主委员会委员
desk_election-what-is-elected = 选什么
desk_election-how-many = 选几名
desk_election-seats = { $seats } 名
desk_election-odd-between = 要单数，最少 { $least } 名，最多 { $most } 名。
desk_election-fewer-than = 候选人不到 { $least } 名，选出来也不能就职。请再动员业主报名。
desk_election-on-the-ballot = 选票上的人，按这个顺序
desk_election-mark-up-to = 最多选 { $seats } 人：
desk_election-not-before = 最早{ $from }签公告，最早{ $opens }开始投票：每个候选人都要公示满 { $days } 个整天。
desk_election-reading = 正在读候选人，请等一下
desk_election-words-are-gone = 有候选人的介绍读不到，不能公告
desk_election-seats-invalid = 先改选几名：要单数，不多过候选人
desk_election-lottery-missing = 公告里要写明用哪种彩票抽签
desk_election-posted-too-short = 公示天数还不够，过几天再签
desk_election-candidates-mismatch = 候选人有变化，请返回第一步再看
desk_election-wait-for-another-office = 等别的单位核对
desk_election-so-many = { $count } 人
desk_election-write-down-a-paper = 登记书面报名
desk_election-for-the-board = 打印公示
desk_election-who-is-elected = 谁当选
desk_election-to-step-back = 有人要退出
desk_election-they-alone-step-back = 只有本人能退出：在自己的手机上打开这件事，点“候选人”，再点“退出参选”。
desk_election-on-paper-they-need-a-phone = 书面报名的也一样。没有手机的，先办入户信，用家里人的手机登记本人，再退出。谁都不能替别人退出。
desk_election-give-them-a-letter = 去办入户信
desk_election-first-posted = 最早公示的一天
desk_election-notice-from = 最早什么时候签公告
desk_election-voting-from = 最早哪天投票
desk_election-posted-so-long = 当天不算，每个人都要公示满 { $days } 个整天。
desk_election-posted-until = 公示到
desk_election-posted-from-until = { $day }起公示，到{ $until }满 15 天
desk_election-confirmed-by = 谁核对的
desk_election-how-they-stand = 怎么报的名
desk_election-by-paper = 书面报名
desk_election-by-phone = 本人手机报名
desk_election-looked-up-in = 查自：{ $source }
desk_election-accounts = 缴费记录
desk_election-declaration = 本人书面承诺
desk_election-neighbourhood = 社区掌握的情况
desk_election-register = 户籍、身份登记
desk_election-staff-list = 物业人员名单
desk_election-look-and-confirm = 核对并确认
desk_election-another-office-confirms = 要由别的单位的人核对：不是业委会的，也不是参选的人。登记的人自己不能确认。
desk_election-term = 任期
desk_election-years = { $years } 年
desk_election-check-each-yourself = 每一条都请自己查过
desk_election-who-stands = 谁参选
desk_election-an-owner-by-name = 打姓名或房号，再点一下
desk_election-as-on-the-paper = 照报名表写：姓名、几栋，一句话介绍
desk_election-the-paper = 报名表
desk_election-signed-by-themselves = 本人签了字的
desk_election-sign-and-write-down = 签名登记
desk_election-written-down = 已登记，等别的单位核对
desk_election-never-what-was-found = 只记查没查、在哪里查的，不记查到了什么。报名表原件请存档。
desk_election-no-committee = 还没有登记业主委员会，请先在“人员”里登记单位。
desk_election-choose-the-owner = 先选谁参选
desk_election-stands-already = 这位已经在参选
desk_election-too-long = 介绍太长，最多 80 个字
desk_election-choose-the-paper = 先选报名表的扫描件
desk_election-only-where-asked = { $check }（规约要求的才勾）
desk_election-choose = 请选
desk_election-where-was-it = 在哪里查的：{ $check }
desk_election-what-is-met = 符合的打勾
desk_election-look-it-up = 查过才勾
desk_election-say-where = 还有一条没写在哪里查的
desk_election-both-must-be-met = 两条都符合才能参选，没勾的请核对
desk_election-how-to-post = A4 纸打印，盖章后贴公告栏。有人新报名或退出的，再打印一次。
desk_election-board-heading = 业主委员会委员候选人公示
desk_election-who-objects = 对候选人资格有意见的，公示期内请向居委会或者街道反映。
desk_election-also-on-the-phone = 手机扫一扫，看谁在参选，也可以报名。
desk_election-posted-on = 公示日期：{ $day }
desk_election-elects-nobody = 这次表决没有选人。
desk_election-no-totals-yet = 还没有结果，公布以后再来看。
desk_election-a-lot-decides = 最后的名额有人票数一样，要抽签：录入公告写明的那一期开奖号码，号码定先后。
desk_election-seat-count = 名额
desk_election-elected = 当选
desk_election-equal = 票数一样，等抽签
desk_election-follow = 候补，按这个顺序
desk_election-stepped-back-are-left-out = 退出的人不算在里面，由后面的补上。
desk_election-seated-already = 新一届已经就职
desk_election-too-few = 选出来的人不够，要重新选
desk_election-held-back = 现在不能就职：有裁定、撤销或者更晚的选举
desk_election-not-final = 结果还没有最终确定
desk_election-in-office-until = { $members } 名委员就职，任期到{ $day }。
desk_election-old-offices-end = 上一届业委会所有人的权限当场结束。
desk_election-the-old-key-ends = 上一届的根钥匙作废，不能再给任何人权限。
desk_election-what-they-handed-on-ends = 他们分给别的单位的组织表决、计票、办入户信的权限也结束。
desk_election-books-go-on = 只管公布账目、报进度的不受影响。
desk_election-any-owner-may = 不用等业委会：任何一位业主都可以在手机上签。
desk_election-nothing-takes-it-back = 签了就生效，不能取消。
desk_election-what-ends = 就职以后

## desk_end

desk_end-result-of = 结果公示：{ $name }
desk_end-shown = 公示
desk_end-can-be-disputed-until = 可以提异议，到
desk_end-disputes = 异议
desk_end-nobody-disputes-it = 没有人提异议。
desk_end-see-the-notice = 看结果公告
desk_end-choose = 请选：维持，还是成立
desk_end-dismiss = 维持原结果
desk_end-uphold = 异议成立
desk_end-why = 理由
desk_end-say-why = 请写明理由
desk_end-everybody-reads-it = 每位业主都会看到
desk_end-a-ruling-is-for-good = 裁定以后不能改。
desk_end-sign-the-ruling = 签名裁定
desk_end-ruled = 裁定了。
desk_end-make-final = 定为最终结果
desk_end-what-final-means = 最终结果才能照着办。要第二个人确认；7 天没人确认，再签一次就生效，并注明“未确认”。
desk_end-a-dispute-could-change-it = 有异议可能改变结果：可以定，但在裁定维持以前不能照着办。
desk_end-not-yet = 还没公示满 15 天
desk_end-sign-final = 签名定为最终结果
desk_end-waits-for-a-second = 签好了，等第二个人确认。

## desk_extend

desk_extend-put-off = 延期：{ $name }
desk_extend-put-the-end-off = 人数不够，延长投票
desk_extend-to-be-put-off = 要延期的表决
desk_extend-what-it-means = 只因为参加的人不够才能延期，只能延一次。已经投的票都有效，谁选了什么仍然没有人看得到。
desk_extend-by-how-many-days = 延长几天
desk_extend-at-most = 最多 { $days } 天
desk_extend-goes-on-until = 投票到 { $until } 截止
desk_extend-why = 为什么延期
desk_extend-everybody-reads-it = 每位业主都会看到
desk_extend-choose-days = 请填延长几天
desk_extend-say-why = 请写明为什么延期
desk_extend-the-window-has-ended = 投票已经截止，不能延期
desk_extend-only-once = 已经延过一次，不能再延
desk_extend-enough-have-voted = 参加的人数和面积都够了，不用延期
desk_extend-no-day-is-left = 投票期已经到了最长天数，不能再延
desk_extend-sign = 签名并延期
desk_extend-it-is-put-off = 已延期，每位业主都能看到。

## desk_figures

desk_figures-question = 第 { $id } 题 { $title }
desk_figures-first-did-enough-take-part = 第一关，参加够不够
desk_figures-second-did-enough-consent = 第二关，同意够不够

## desk_open

desk_open-not-yet = 还没到能定名册的时间
desk_open-too-late-notice-it-anew = 过了时间，只能重新公示
desk_open-the-roll-has-changed = 名册换过了，不能定
desk_open-the-roll-is-frozen = 名册已定，到点自动开始投票
desk_open-heads = 有权投票
desk_open-the-notice-names-an-older = 公示写明的名册不是现在这一本，这里算不出它的面积。要用新名册，请重新公示。
desk_open-only-within-72-hours-before = 开始前 72 小时内才能定名册：{ $from }起。
desk_open-less-than-5-days-of = 剩下的投票时间不够 5 天，这次不能开了。
desk_open-from-here-on-sales-and = 定下以后，卖房、过户不影响这次表决；谁有权投票、一共多少，到结果都不再变。
desk_open-sign-freeze-the-roll = 签名，定名册
desk_open-freeze-the-roll = 定名册：{ $name }
desk_open-what-was-noticed = 公示的内容
desk_open-what-will-be-frozen = 要定下的

## desk_posted

desk_posted-notice-of-the-result = 结果公告
desk_posted-print-the-notice = 打印公告
desk_posted-what-came-of-it = 异议、抽查、撤销
desk_posted-question = 第 { $id } 题：{ $title }
desk_posted-chose-nobody = 没有选任何人
desk_posted-against-or-abstain = 反对和弃权
desk_posted-consent = 同意
desk_posted-turnout = 参加
desk_posted-mark = { $what }{ $name }
desk_posted-kind = 种类和门槛
desk_posted-consent-2 = 同意
desk_posted-result-of-the-vote = 关于“{ $title }”的表决结果公告
desk_posted-began = 投票开始
desk_posted-ended = 投票截止
desk_posted-posted = 公布
desk_posted-basis-civil-code-278-two = 依据：民法典第二百七十八条。由专有部分面积占比三分之二以上的业主且人数占比三分之二以上的业主参与表决；普通事项经参与表决专有部分面积过半数且人数过半数同意，特别事项经四分之三以上同意。
desk_posted-owners-may-check-their-ballot = 业主可以向议事窗口查自己的一票有没有计入；对结果有异议，请在公示期内书面提出，也可以依法向法院申请撤销。
desk_posted-posted-by-name-and-seal = 公布人（签名、盖章）：
desk_posted-record = 表决记录

## desk_turnout

desk_turnout-turnout = { $title }，参加情况
desk_turnout-closes = { $closes } 截止
desk_turnout-more-ballots-are-held-co = 另有 { $held } 户的票先挂着：共有人还没选定由谁投。选定就计入。
desk_turnout-who-has-voted-never-what = 这里只有投没投，没有投了什么；投了什么，截止前不公布。
desk_turnout-enough-this-vote-counts = 够了，这次算数
desk_turnout-two-thirds-of-heads-and = 人数、面积都到了三分之二。还没投的，截止前都可以投。
desk_turnout-m-missing = 还差 { $whole }{"\u00A0"}m²
desk_turnout-heads-missing = 还差 { $heads }{"\u00A0"}人
desk_turnout-heads-and-m-missing = 还差 { $heads }{"\u00A0"}人、{ $whole }{"\u00A0"}m²
desk_turnout-rounded-up-exactly-m = 面积按进一取整，精确差 { $exact }{"\u00A0"}m²。
desk_turnout-the-vote-counts-only-if = 两样都够三分之二，这次表决才算数。
desk_turnout-needed = 要 { $needed }
desk_turnout-enough = 够了
desk_turnout-missing = 还差 { $words }
desk_turnout-voted = 参加
desk_turnout-missing-2 = 没投
desk_turnout-others = 其他
desk_turnout-building = 楼栋
desk_turnout-voted-2 = 参加人数
desk_turnout-share = 占本栋
desk_turnout-missing-3 = 没投
desk_turnout-total = 合计
desk_turnout-buildings-under-10-heads-are = 10 人以下的楼栋不单列。一人在几栋都有房，各栋都列，合计只算 1 人。
desk_turnout-by-building = 各栋参加
desk_turnout-the-most-missing-first = 没投的人多的在前
desk_turnout-by-day = 每天到了多少
# 图的名字，读给人听
desk_turnout-by-day-now = 每天累计参加：到现在人数 { $heads }，面积 { $area }，细数在下面的表里
desk_turnout-two-thirds = 三分之二线
desk_turnout-day = 日期
desk_turnout-to-come = 还没到
desk_turnout-map = 各栋参加，一格一栋
desk_turnout-the-stronger-the-more = 一格一栋，颜色越浓，参加的越多：每浓一档是两成。

## desk_votes

desk_votes-noticed-freeze-the-roll-from = 公示中。{ $from }起可以定名册，{ $opens }开始投票
desk_votes-roll-frozen-begins = 名册定了，{ $opens }开始投票
desk_votes-open-until = 投票中，{ $closes }截止
desk_votes-the-window-has-ended-to = 到点了，等截止收票
desk_votes-closed-to-be-counted = 截止了，等公布结果
desk_votes-shown-until = 结果公示中，{ $until } 前可以提异议
desk_votes-no-votes-going-on = 现在没有在走的表决。
desk_votes-closed-see-the-notice = { $closed }截止，看结果公告
desk_votes-no-results-yet = 还没有公布过结果。
desk_votes-going-on = 在走的
desk_votes-counted-2 = 有结果的
desk_votes-votes-and-results = 表决和公告
desk_votes-taken-back = 撤回的
desk_votes-mandates = 委托投票：{ $title }
desk_votes-mandate = { $home }，由{ $proxy }代投，{ $since }起{ $how }
desk_votes-by-a-paper = （纸质委托书）
desk_votes-never-what-they-were-told = 只看谁替谁投，看不到委托里写了什么、投了什么。业主自己投的总是算数。

## desk_withdraw

desk_withdraw-withdraw = 撤回表决：{ $name }
desk_withdraw-withdraw-this-vote = 撤回这次表决
desk_withdraw-to-be-withdrawn = 要撤回的表决
desk_withdraw-what-becomes-of-it = 撤回以后，这次表决不再开始，也不能恢复。要改内容或日期的，撤回后重新公示，公示期从头算。
desk_withdraw-why = 为什么撤回
desk_withdraw-everybody-reads-it = 每位业主都会看到
desk_withdraw-say-why = 请写明为什么撤回
desk_withdraw-it-cannot-be-undone = 开始投票以后，谁也不能撤回。
desk_withdraw-too-late = 已经开始投票，不能撤回
desk_withdraw-sign = 签名并撤回
desk_withdraw-it-is-withdrawn = 已撤回，每位业主都能看到原因。

## desk_wizard

desk_wizard-check-and-publish = 核对发布
desk_wizard-there-is-no-roll-yet = 还没有名册，先把业主名册录进来，才能开表决。
desk_wizard-start-a-vote = 开一次表决
desk_wizard-back = 上一步
desk_wizard-next = 下一步：{ $words }
desk_wizard-starting-a-vote-step-of = 开表决，第 { $now } 步，共 5 步
desk_wizard-as-the-law-says = 照法律：{ $one }
desk_wizard-do-the-bylaws-ask-for = 规约要求更高吗？
desk_wizard-it-can-be-raised-never = 门槛只能提高，不能降低
desk_wizard-matter = 来自哪件事
desk_wizard-optional = 可以不选
desk_wizard-none = 不来自哪件事
desk_wizard-which-matter = 把哪件事交付表决
desk_wizard-heads = { $heads } 人
desk_wizard-mark = { $name }（{ $heads }）
desk_wizard-heads-and-area = ，人数、面积都要
desk_wizard-who-votes = 哪些业主投票？
desk_wizard-a-stairwell-affair-is-voted = 事情只关系到一个单元，就只由那个单元投
desk_wizard-parking-spaces-do-not-count = 车位不计面积和人数。人数按业主算：一户几人共有算 1 人，一人几套也算 1 人。
desk_wizard-go-on-with-the-unpublished = 接着写没发布的表决

## desk_presets

desk_presets-frequent = 常见的
desk_presets-nine = 法律列的其他事项
desk_presets-what-is-decided = 要表决的是什么？
desk_presets-choose-one = 选最贴近的一项，门槛跟着定
desk_presets-missing = 还没选要表决的是什么
# $about 是一句话
desk_presets-remark = { $about }。第 278 条第 { $number } 项，{ $class }
desk_presets-lift = 加装电梯
desk_presets-lift-about = 只由这个单元、这栋楼投
desk_presets-repair = 用维修资金
desk_presets-repair-about = 屋面、外墙、电梯、管道的大修和更新
desk_presets-parking = 停车管理
desk_presets-parking-about = 占用共有道路、场地停车，怎么停、怎么收
desk_presets-common-revenue = 公共收益怎么用
desk_presets-common-revenue-about = 广告、停车、场地的收入用在哪里
desk_presets-hire = 选聘、续聘物业
desk_presets-hire-about = 请哪一家、做哪些、收多少
desk_presets-dismiss = 解聘物业
desk_presets-dismiss-about = 提前解除，或者到期不再续
desk_presets-committee-funds = 业委会经费
desk_presets-committee-funds-about = 办公和补贴从哪里出、出多少
desk_presets-rules = 业主大会议事规则
desk_presets-rules-about = 制定或修改
desk_presets-covenant = 管理规约
desk_presets-covenant-about = 制定或修改，改投票的规定也选这项
desk_presets-raise-fund = 筹集维修资金
desk_presets-raise-fund-about = 续交、补交
desk_presets-rebuild = 改建、重建
desk_presets-rebuild-about = 房屋和附属设施
desk_presets-change-use = 改变用途、用来经营
desk_presets-change-use-about = 改变共有部分的用途，或者拿它做经营
desk_presets-other = 其他重大事项
desk_presets-other-about = 上面都不是，又关系到共有和共同管理
desk_presets-law = 依据民法典第 278 条第一款第 { $number } 项，是{ $class }：面积和人数都要三分之二以上参加；同意的，面积和人数都要达到：{ $consent }。
desk_presets-notice = 公示满 { $days } 个整天才能开始投，一般投 { $window } 天。
desk_presets-all-owners = 由全小区业主投，面积和人数按全小区算。
desk_presets-owners-concerned = 关系到哪一部分，就由那一部分的业主投，面积和人数也按那一部分算。
desk_presets-owners-of-a-part = 只由要装的单元或楼栋的业主投，面积和人数也按那里算。
desk_presets-hangzhou = 杭州的物业管理条例第 16 条把它单列为业主共同决定的事项。
desk_presets-required = 必须随公示贴出
desk_presets-customary = 通常一起贴出
desk_presets-how-papers-go = 这里只收文字：要点写进“方案全文”，原件和公示贴在一起。
desk_presets-new-text = 新的全文
desk_presets-changes = 和现行文本的对照
desk_presets-use-plan = 使用方案：修什么、多少钱、哪些房分摊（住宅专项维修资金管理办法第 22、23 条）
desk_presets-offers = 几家的报价
desk_presets-fund-balance = 维修资金账户余额
desk_presets-contract = 合同草案
desk_presets-fees = 服务内容和收费标准
desk_presets-handover = 交接安排
desk_presets-drawings = 设计方案和图纸
desk_presets-cost-shares = 建设费、运行费的分摊
desk_presets-levy = 交多少、谁交、何时交
desk_presets-site-plan = 位置图
desk_presets-revenue-shares = 收入归谁、怎么分（民法典第 282 条）
desk_presets-revenue-accounts = 公共收益的账目
desk_presets-budget = 预算
desk_presets-not-here = 还不能在这里开的
desk_presets-elect = 选举业主委员会
desk_presets-committee = 选举、更换业委会（第 278 条第 3 项）：先提一个事项，受理后请业主报名，公示满 7 天，再在那个事项里交付表决。
desk_presets-residents-meeting = 居民会议：由居委会召集，照居民委员会组织法和本地规定办。
desk_presets-council = 议事会：照它自己的章程，在会上定。

## desk_holidays

desk_holidays-new-year = 元旦
desk_holidays-spring = 春节
desk_holidays-qingming = 清明节
desk_holidays-labour = 劳动节
desk_holidays-dragon-boat = 端午节
desk_holidays-mid-autumn = 中秋节
desk_holidays-national = 国庆节
desk_holidays-national-and-mid-autumn = 国庆节、中秋节
desk_holidays-weekend = 周末
desk_holidays-off = { $holiday }放假
desk_holidays-worked = 调休上班
desk_holidays-a-working-day = 周末上班，算工作日
desk_holidays-a-last-day-moves-on = 最后一天碰上就顺延
desk_holidays-unknown = { $year } 年的放假安排这里还没有，只算了周末和日期固定的法定节日。国务院公布后请对一下，截止日碰上放假，就把天数加到节后。现在也可以先往下走。

## desk_clock

# $much 是“5 分钟”这样的时长
desk_clock-ahead = 这台设备的钟比服务器快 { $much }。日期都照服务器的钟算，但签名里会记下设备的钟：请先调准再签名。
desk_clock-behind = 这台设备的钟比服务器慢 { $much }。日期都照服务器的钟算，但签名里会记下设备的钟：请先调准再签名。
desk_clock-minutes = { $count } 分钟
desk_clock-hours = { $count } 小时
desk_clock-days = { $count } 天

## desk_writing

desk_writing-decides = 表决什么
desk_writing-consent = 同意至少
desk_writing-so-far = 到现在为止
desk_writing-the-title-is-missing = 还缺标题
desk_writing-the-text-is-missing = 还缺方案全文
desk_writing-a-question-is-empty = 有一题还没写

## desk_matter

desk_matter-where-it = 地点
desk_matter-raised-by = 谁提的
desk_matter-about = 类别
desk_matter-concerns = 关系到
desk_matter-handled-by = 现在由谁处理
desk_matter-homes = { $supports } / { $heads } 户
desk_matter-the-matter = 这件事
desk_matter-put-to-the-vote = 交付表决
desk_matter-give-out-the-work = 派单
desk_matter-give-out-more-work = 再派一单
desk_matter-next-step = 下一步
desk_matter-at-most-yuan = 上限 { $cap } 元
desk_matter-no-limit = 没有定上限
desk_matter-the-work = 承办
desk_matter-for-it = 赞成
desk_matter-against = 反对
desk_matter-neutral = 中立
desk_matter-asks = 提问
desk_matter-no-words = 没有原文
desk_matter-nobody-has-spoken-yet = 还没有人说看法。
desk_matter-mark = { $opinions } 条，新的在前
desk_matter-what-people-say = 大家的看法
desk_matter-what-was-done = 办理经过
desk_matter-raised = 提出
desk_matter-accepted = 受理
desk_matter-declined = 不受理
desk_matter-merged = 并案
desk_matter-escalated-to = 上报{ $tier }
desk_matter-returned-to = 退回{ $tier }
desk_matter-vote-noticed = 公示表决
desk_matter-roll-frozen-heads = 定名册：{ $heads } 人，{ $area-c }
desk_matter-vote-closed = 截止收票
desk_matter-vote-withdrawn = 撤回表决
desk_matter-vote-put-off = 投票延期
# may leave out $join2
desk_matter-result = 公布结果：{ $join }
desk_matter-work-given-out = 派单
desk_matter-reported = 报进度 { $percent }%
desk_matter-closed = 办完了

## desk_matters

desk_matters-going-on = 在办的
desk_matters-ended = 办完的
desk_matters-none-now = 现在没有。
desk_matters-how-many = 在办的有多少，等了多久
desk_matters-by-kind = 按类别
desk_matters-by-age = 按提出多久了
desk_matters-under-a-week = 不到 7 天
desk_matters-up-to-a-month = 7 到 30 天
desk_matters-over-a-month = 超过 30 天
desk_matters-late = { $number } 件过期
desk_matters-other-kinds = 其余 { $number } 类
desk_matters-empty-kinds = 另有 { $number } 类，现在一件也没有。
desk_matters-in-time = 没过期
desk_matters-past-due = 过期
desk_matters-since-raised = 从提出那天算起。过期是说，眼下这一步的期限已经过了。
desk_matters-what = 类别、时间
desk_matters-number = 件数

## desk_books

desk_books-a-workbook-xlsx-or-a = Excel（xlsx）或 CSV 文件。要有列名：凭证号、日期、类别、摘要、金额。文件只在这台设备上读，核对前不会传出去。
desk_books-choose-the-ledger = 选账目文件
desk_books-publish-the-books = 公示账目
desk_books-the-file = 账目文件
desk_books-what-to-write-as-a = 科目表：“类别”一栏写什么
desk_books-will-be-shown = 会公开显示
desk_books-fine = 没问题
desk_books-lines-must-be-corrected-or = 有 { $bad } 行要改。请在原文件里改好（不要的行在文件里删掉），再选一次；这里不能跳过。
desk_books-lines-with-problems = 有问题的行
desk_books-lines-that-will-be-shown = 会公开显示的行
desk_books-line = 行
desk_books-voucher = 凭证号和摘要
desk_books-yuan = 金额（元）
desk_books-what-is-wrong = 问题，怎么改
desk_books-must-be-corrected = 必须改，{ $problems } 处
desk_books-can-be-published-and-will = 能公布，会公开显示，{ $notices } 处
desk_books-file = 账目.csv

## desk_disclosed

desk_disclosed-nothing-to-report = 没有收支，不报
desk_disclosed-opening-missing = 等期初
desk_disclosed-balances = 账平
desk_disclosed-opening = 期初
desk_disclosed-in-it = 收
desk_disclosed-out = 支
desk_disclosed-closing = 期末
desk_disclosed-lines-questions = { $lines } 笔，{ $questions } 问
desk_disclosed-nothing-was-published-yet = 还没有公布过账目。
desk_disclosed-published = 公布过的
desk_disclosed-published-2 = 公布时间
desk_disclosed-lines = 笔数
desk_disclosed-record = 公开记录
desk_disclosed-see-it-as-residents-do = 看居民看到的样子
desk_disclosed-books = 账目：{ $name }
desk_disclosed-ledgers = 五本账
desk_disclosed-this-period = 这一期

## desk_publish

desk_publish-correct-lines-first = 改完 { $bad } 行才能公布
desk_publish-answer-questions-first = 答完 { $open } 个问题才能公布
desk_publish-the-period-is-not-valid = 这段时间不对，不能到今天以后
desk_publish-no-lines-in-this-period = 这段时间里没有账
desk_publish-an-opening-must-be-a = 期初要写成数字，最多两位小数
desk_publish-the-sums-are-too-large = 合计太大，加不起来
desk_publish-an-opening-is-missing = 还有期初没填
desk_publish-say-which-vote-it-was = 还有表决没选是哪一次
desk_publish-lines-of-the-file-lie = 文件里有 { $left } 行不在这段时间，这次不公布。
desk_publish-from = 从哪天
desk_publish-to = 到哪天
desk_publish-inclusive = 这天也算
desk_publish-the-month-is-not-over = 这个月还没过完，先到今天。
desk_publish-the-books-are-public = 账目已公布，所有人看得到
desk_publish-it-is-public-at-once = 签名后马上公开，不能改；错账以后用红字冲回。
desk_publish-sign-and-publish = 签名公布
desk_publish-period = 哪段时间
desk_publish-openings = 期初各有多少
desk_publish-five-ledgers = 五本账，各算各的
desk_publish-publish = 公布
desk_publish-what-the-last-period-closed = 接上一期的期末，不能改
desk_publish-needed-the-first-time-empty = 第一次公布要写；没有这本账就空着

## desk_review

desk_review-ask-for-a-review = 表决以前请别的单位看看
desk_review-what-it-means = 可以请党支部、律师等单位先看一看。回话以前不能公告表决；到期没有回话，记为“没有回音”，照常往下走。
desk_review-whom = 请哪个单位
desk_review-within-how-many-days = 几天内回话
desk_review-at-most = 最多 { $days } 天
desk_review-what-to-look-at = 请看什么
desk_review-everybody-reads-it = 所有人看得到，不要写姓名、电话
desk_review-sign-the-request = 签名，去请
desk_review-choose-days = 天数填得不对
desk_review-say-what = 还要写请看什么
desk_review-asked = 已经去请了
desk_review-you-were-asked = 请你们单位看看这件事
desk_review-until = { $until }前
desk_review-what-do-you-think = 你们怎么看
desk_review-why = 意见和理由
desk_review-choose-an-opinion = 先选一种意见
desk_review-say-why = 还要写理由
desk_review-sign-the-opinion = 签名，回话
desk_review-answered = 已经回话，大家看得到

## desk_moderated

desk_moderated-reports-and-hiding = 举报与隐藏
desk_moderated-nothing-was-reported = 没有人举报，也没有隐藏过什么。
desk_moderated-reported = 有举报
desk_moderated-hidden = 已隐藏，可申诉
desk_moderated-appealed = 已申诉，等裁定
desk_moderated-unruled = 没按时裁定，已重新显示
desk_moderated-kept-hidden = 维持隐藏
desk_moderated-shown-again = 已重新显示
desk_moderated-left = 看过，没有隐藏
desk_moderated-hide = 隐藏
desk_moderated-keep = 裁定：维持隐藏
desk_moderated-leave = 看过，不隐藏
desk_moderated-show = 重新显示
# $reason 是 hidden 组里的理由
desk_moderated-reports = { $reason }：{ $number } 人举报
desk_moderated-the-author-says = 作者申诉：{ $words }
desk_moderated-see-the-matter = 看这件事
desk_moderated-a-matter = 提的事
desk_moderated-an-opinion = 看法
desk_moderated-choose-what = 先选怎么处理
desk_moderated-done = 已签名，作者会看到理由
desk_moderated-everybody-will-read = 所有人会看到：
desk_moderated-why = 说明理由
desk_moderated-everybody-reads-it-do-not-repeat = 所有人看得到，不要重复被隐藏的内容
desk_moderated-sign = 签名

## desk_questions

desk_questions-nobody-has-asked = 还没有人问。
desk_questions-unanswered = 没答的
desk_questions-all-are-answered = 都答了。
desk_questions-answered = 答过的
desk_questions-the-whole-period = 整期账目
desk_questions-the-answer-is-missing = 还要写回答
desk_questions-answered-everybody-can-read-it = 已回答，所有人看得到
desk_questions-by = { $when }前答
desk_questions-answer = 回答
desk_questions-everybody-reads-it = 所有人看得到
desk_questions-sign-the-answer = 签名回答

## desk_close

desk_close-fewer-than-three-in-five = 满意的不到六成，要再派单
desk_close-the-words-are-missing = 还要写了结的话
desk_close-closed = 已了结
desk_close-the-vote-did-not-pass = 表决没有通过，这件事到这里结束。
desk_close-marks = 评价
desk_close-content = 满意（4 分以上）
desk_close-mark = { $content } / { $ratings } 人
desk_close-it-can-end-7-days = 做完满 7 天才能了结；有 5 人以上评的，满意的要到六成。
desk_close-few-marks = 评的人不到 5 位，不算分数，免得看出谁怎么评的。
desk_close-a-last-word = 了结的话
desk_close-what-was-done-what-it = 做了什么、花了多少、谢谢谁
desk_close-sign-and-close = 签名，了结

## desk_dispatch

desk_dispatch-it-was-not-put-to = 这件事没有交付表决，直接派单。
desk_dispatch-passed = 第 { $item } 题：{ $text }（通过）
desk_dispatch-by-which-decision = 依据哪项决定
desk_dispatch-nothing-has-passed-yet = 这件事交付了表决，还没有哪一项通过，不能派单。
desk_dispatch-give-out = 派单：{ $name }
desk_dispatch-choose-somebody = 请选一位
desk_dispatch-nobody-can-take-on-work = 还没有能承办的人
desk_dispatch-choose-who-does-it = 还要选谁来办
desk_dispatch-what-is-to-be-done = 还要写做什么
desk_dispatch-the-due-date-must-lie = 办完的日期要在今天以后
desk_dispatch-the-limit-must-be-a = 上限要写成数字，最多两位小数
desk_dispatch-the-work-is-given-out = 已派单，承办的人能看到
desk_dispatch-who-does-it = 谁来办
desk_dispatch-who-holds-an-office-for = 有承办权限的人
desk_dispatch-what-is-to-be-done-2 = 做什么
desk_dispatch-say-when-it-is-done = 做到什么样算完，写清楚
desk_dispatch-due = 哪天前办完
desk_dispatch-at-most-yuan = 最多花多少（元）
desk_dispatch-optional = 可以不写；表决定了多少就写多少
desk_dispatch-sign-and-give-out = 签名派单
desk_dispatch-who-and-what = 派给谁、做什么

## desk_progress

desk_progress-unfinished = { $work } 件没办完
desk_progress-reported = 报到
desk_progress-no-unfinished-work-of-yours = 没有派给你、还没办完的活。
desk_progress-my-work = 我的活
desk_progress-yuan = 元
desk_progress-none = 没有定
desk_progress-due = 期限
desk_progress-at-most = 最多花
desk_progress-reported-so-far = 上次报到
desk_progress-it-is-late-say-when = 已经超期，请写明什么时候能办完。
desk_progress-per-cent-done = 办到百分之几
desk_progress-progress-is-a-whole-number = 进度写 0 到 100 的整数
desk_progress-what-was-paid-must-be = 已付要写成数字，最多两位小数
desk_progress-the-words-are-missing = 还要写两句情况
desk_progress-it-can-be-reported-and = 可以照实报，会对所有人标红。请在下面写明原因。
desk_progress-reported-as-done-owners-may = 已报办完，这件事的活都办完后，业主就可以评价
desk_progress-reported-2 = 已报进度
desk_progress-n100-is-done = 100 就是办完
desk_progress-paid-so-far-in-all = 一共付了多少（元）
desk_progress-since-the-beginning = 从头到现在的总数
desk_progress-how-it-stands = 情况
desk_progress-what-was-done-what-is = 做了什么、还差什么
desk_progress-sign-the-report = 签名报进度
desk_progress-report = 报进度：{ $work }
desk_progress-how-far-it-has-come = 现在办到哪里
desk_progress-the-work = 这份活
desk_progress-see-the-matter = 看这件事的经过

## desk_answer

desk_answer-accept = 受理
desk_answer-it-is-talked-over-then = 接下来大家协商，再定交付表决还是派单。
desk_answer-decline-saying-why = 不受理并说明
desk_answer-this-ends-it-everybody-reads = 这件事到此结束，理由所有人看得到。
desk_answer-merge = 并案
desk_answer-it-goes-on-under-another = 和另一件在办的事一起办。
desk_answer-escalate = 上报
desk_answer-to-a-farther-tier-the = 交给更远的一级，答复期限重新算。
desk_answer-return-it = 退回
desk_answer-to-a-nearer-tier-the = 交还更近的一级，答复期限重新算。
desk_answer-into-which = 并到哪一件
desk_answer-to-which-tier = 上报到哪一级
desk_answer-to-which-tier-2 = 退回到哪一级
desk_answer-choose-what-to-do = 先选一种处理
desk_answer-the-words-are-missing = 还要写答复的话
desk_answer-accepted = 已受理，大家看得到你的答复
desk_answer-declined = 已答复不受理
desk_answer-merged = 已并案
desk_answer-escalated = 已上报
desk_answer-returned = 已退回
desk_answer-what-to-do = 怎么处理
desk_answer-the-answer-in-words = 答复的话
desk_answer-everybody-reads-it-no-names = 所有人看得到，不要写姓名、电话
desk_answer-sign-the-answer = 签名答复
desk_answer-within-days = { $days } 天内答复
desk_answer-handle-otherwise = 改变处理

## desk_trouble

desk_trouble-offline = 连不上服务器，没有送到
    .todo = 写好的都还在。看看网络，再按一次；已经送到的不会送两次。
desk_trouble-no-vault = 这个浏览器存不住签名凭证
    .todo = 不要用无痕窗口，换一个浏览器再来。

## sheets

# 读表格的程序说的话，窗口的办事台和命令行都用。这些句子里的 $lines、$columns 都已经照本语言说好

# 原样的一段文字
sheets-text = { $text }
# 引用表里的一段文字
sheets-quoted = “{ $text }”
# 并列各项之间
# says $before, $next
sheets-and-more = { $before }、{ $next }
# 指明哪几行
# says $lines
# may leave out $count
sheets-lines = 第 { $lines } 行
# 行太多，只列前几行；$count 是一共几行，$more 是没有列出的几行
# says $lines
# may leave out $more
sheets-lines-more = 第 { $lines } 等 { $count } 行

# 回答按钮
sheets-choice-as-above = 和上面一样
sheets-choice-cut = 多出的小数舍去
sheets-choice-first = 以第一个为准
sheets-choice-right = 没写错，照写的
sheets-choice-not-the-same = 不是同一处
sheets-choice-two-people = 是两个人
sheets-choice-new-person = 是新的人
sheets-choice-one-name = 是一个业主的名字
sheets-choice-a-part = 表只是一部分，名册上的照旧
sheets-choice-last = 以最后一个为准
sheets-choice-gone = 真的没有了，从名册上去掉
sheets-choice-leave-out = 先不录
sheets-choice-one-person = 是同一个人
sheets-choice-once = 重复了，只算一次
sheets-choice-the-same = 是同一处
sheets-choice-first-reading = 按第一种读
sheets-choice-nobody = 先不定
sheets-choice-second-reading = 按第二种读
sheets-choice-round = 四舍五入
sheets-choice-split = 是几个业主
sheets-choice-turn = 正负号写反了

# 整个文件读不了
sheets-file-empty = 文件里没有内容行；请换一个文件。
sheets-file-encoding = 认不出文件里的文字；请另存为“CSV UTF-8”或 xlsx，再选一次。
sheets-file-old-workbook = 这是旧格式的 Excel 文件（xls）；请另存为 xlsx，再选一次。
sheets-file-workbook = 这个 Excel 文件读不出来，可能坏了或加了密码；请打开另存为 xlsx，再选一次。
sheets-file-too-large = 文件太大（超过 64 MiB，或者打开以后太大）；请只留一张表。
# says $sheets
sheets-file-sheets = 工作表{ $sheets }都像要读的表；请只留一张。
sheets-file-header = 没有找到列名；请在第一行写列名，名册如楼栋、室号、业主姓名，账目如凭证号、日期、金额。
# says $columns
sheets-file-columns = 表头缺这些列：{ $columns }；请加上。
# says $columns, $unknown
sheets-file-columns-unknown = 表头缺这些列：{ $columns }；请加上。这些列名不认识：{ $unknown }。
sheets-file-column-twice = 表头有两列都叫“{ $name }”；请只留一列。
sheets-file-header-unclosed = 表头有一个引号没有收尾；请删掉它。
sheets-file-rows = 表格超过 10 万行；请只放一个小区的。

# 一行读不了
sheets-row-unclosed = 这里有一个引号没有收尾，后面的都没有读；请删掉它。
sheets-row-fields = 这一行有 { $found } 格，表头有 { $width } 格；内容里有逗号的，请用引号括起来。
# says $column
sheets-field-missing = 没有{ $column }；请填上。
# says $column
sheets-field-invisible = { $column }里有换行或看不见的字符（U+{ $sign }）；请重新打一遍。

# 金额
sheets-money-missing = 没有金额；请填上。
sheets-money-commas = 金额“{ $text }”里的逗号认不准：小数点请写“.”，逗号要么每三位一个，要么不写，如 80000.50 或 80,000.50。
sheets-money-form = 金额“{ $text }”认不准；请写成 1234.56，负数写成 -1234.56。
sheets-money-decimals = 金额有 { $count } 位小数，只能到分；请看原凭证，写两位小数。
sheets-money-too-large = 金额太大；请核对小数点。

## sheets_roll

# 空白表的第一行，在列名上面
sheets_roll-template = 业主名册：一行一位业主；几位共有人写几行，楼栋、单元、室号相同；面积单位平方米；用途写住宅、商铺、办公、车位、储藏室或人防

# 名册的列名，照空白表上写的
sheets_roll-column-building = 楼栋
sheets_roll-column-entrance = 单元
sheets_roll-column-room = 室号
sheets_roll-column-kind = 用途
sheets_roll-column-area = 专有部分面积
sheets_roll-column-owner-no = 业主编号
sheets_roll-column-owner-name = 业主姓名
sheets_roll-column-phone = 电话
sheets_roll-column-language = 语言
sheets_roll-column-share-numerator = 份额分子
sheets_roll-column-share-denominator = 份额分母
sheets_roll-column-representative = 代表人

# 合并过的单元格
# says $lines, $columns
sheets_roll-above = { $lines }没有{ $columns }，像是合并过的单元格：和上面第 { $line } 行一样吗？不一样就在表里填上。
# says $lines, $columns
sheets_roll-above-value = { $lines }没有{ $columns }，像是合并过的单元格：和上面第 { $line } 行“{ $value }”一样吗？不一样就在表里填上。
# says $lines, $columns
sheets_roll-above-none = { $lines }没有{ $columns }，同一栋别的行有。真的没有就照写的，否则在表里填上。

# 面积
sheets_roll-area-missing = 没有面积；请填上，单位平方米。
sheets_roll-area-unit = 面积的单位是“{ $unit }”；请照产权登记改写成平方米。
sheets_roll-area-too-large = 面积要小于 1,000,000 平方米；请核对小数点。
sheets_roll-area-zero = 面积是 0，不能计票；请照产权登记填上面积。
sheets_roll-area-form = 面积“{ $text }”认不准；请写成平方米数，如 89.50。
# says $lines
sheets_roll-area-inexact = { $lines }的面积 { $text } 比 0.01 平方米还细：四舍五入成 { $round }，还是舍去成 { $cut }？

# 一行里像是写错的
# says $lines
sheets_roll-kind-doubtful = { $lines }的房号像储藏室、车位一类，用途却是计票的；没错就照写的，写错了请在表里改用途。
sheets_roll-kind-unknown = 用途“{ $text }”不认识。计票的写：住宅、商铺、办公；车位写：车位；不计票的照实写：储藏室、人防、公共。
sheets_roll-phone-unlikely = 电话有 { $digits } 位数字，像是多了或少了；信会照寄，请核对。
# says $lines, $columns
sheets_roll-characters-lost = { $lines }的{ $columns }像是丢了字（?、* 或方块）；请从原件补全，真是这样就照写的。
# says $lines
sheets_roll-owners-and-others = { $lines }的业主写着“等”，像是还有别的共有人；请每人写一行。
# says $lines
sheets_roll-owners-in-one-cell = { $lines }的一格里像有 { $count } 个业主；是就拆成每人一个，最好在表里每人写一行。
# says $column
sheets_roll-field-too-long = { $column }有 { $found } 个字节，最多 { $most } 个；请写短些。
# says $column
sheets_roll-cell-error = { $column }是表格软件的报错“{ $text }”，不是内容；请在表里改好。
# says $column
sheets_roll-room-changed = { $column }“{ $text }”像是被表格软件改成了日期或科学计数；请把这一列设成文本，照门牌重新填。
# says $column
sheets_roll-number-cut = { $column }“{ $text }”被表格软件改短了，后几位已经丢了；请把这一列设成文本，从原件重新填。
sheets_roll-share-form = 份额要写成两个正整数，如 1 和 2。
sheets_roll-total-row = 这是合计一类的行，不是房屋。
sheets_roll-row-numbers = 表里没有业主编号，只有序号。序号是每个业主自己的、以后也不变的编号吗？不是就请加一列“业主编号”。

# 同一套房的几行
sheets_roll-answered-out = 照您的回答，这套房先不录。
sheets_roll-left-out = 第 { $line } 行和这一行是同一套房；请改那一行。
# says $lines
sheets_roll-row-twice = { $lines }一模一样：只算一次，还是漏改了共有人的姓名？漏改的请在表里改好。
sheets_roll-other-kind = 这套房在前面的行里是另一种用途；请改其中一行。
sheets_roll-other-area = 这套房在前面的行里是另一个面积；请改其中一行。
sheets_roll-representative-unknown = 代表人既不是“是”，也不是这套房的业主；请在代表人那一行写“是”。
sheets_roll-owner-repeated = 第 { $line } 行已经写了这套房的这个业主；请删掉一行。
sheets_roll-owners-too-many = 一套房最多 { $most } 个业主；再多请写成一个联合体。
sheets_roll-shares-sum = 这套房几个业主的份额加起来要正好是 1，或者都不写；请改。
sheets_roll-representative-alone = 只有一个业主，代表人不用标。
# says $lines
sheets_roll-representative-twice = { $lines }是同一组共有人，标的代表人不一样；只能有一个。

# 谁是同一个人
sheets_roll-owner-disagrees = 业主编号 { $number } 在第 { $line } 行是另一个姓名；请改正姓名，或给每个人自己的编号。
# says $lines
sheets_roll-number-shared = { $lines }的业主编号都是 { $number }，姓名一样，电话不同：是同一个人（一票），还是每栋各编各的、两个人？
# says $lines, $numbers
sheets_roll-person-twice = { $lines }像是同一个业主，编号却是 { $numbers }：是同一个人（有几套房也只算一票），还是不同的人？
sheets_roll-number-reused = 第 { $line } 行的业主编号 { $number } 上次导入时是另一个姓名或电话：是同一个人改了姓名电话，还是换了人？
sheets_roll-number-rewritten = 第 { $line } 行的业主编号 { $number } 像是上次导入的 { $before }：是同一个人，还是新的人？
sheets_roll-one-on-the-roll = 第 { $line } 行的业主编号 { $number } 在名册上和编号 { $before } 是同一个人：现在是一个人，还是两个同名的人？

# 几种写法是不是同一处；$names 是几栋的名字
# says $names, $lines
sheets_roll-same-building = { $names }（{ $lines }起）是同一栋吗？
# 几栋的名字之间
# says $before, $next
sheets_roll-building-and = { $before }和{ $next }
# says $lines
sheets_roll-same-home = { $lines }像是同一套房的几种写法：是同一套（名字不同就是共有人），还是不同的房？
# says $homes
sheets_roll-homes-missing = 名册上有、表里没有的 { $count } 处：{ $homes }。这份表只是一部分，还是这些房屋真的没有了（拆、并、原来录重了）？
# 太多，只列前几处；$more 是没有列出的几处
# says $homes
# may leave out $more
sheets_roll-homes-missing-more = 名册上有、表里没有的 { $count } 处：{ $homes } 等。这份表只是一部分，还是这些房屋真的没有了（拆、并、原来录重了）？

# 为什么改不了名册
sheets_roll-plan-area-erased = 名册上有一处房屋的面积已经依法删除，合计算不出来。请把这处房屋也写进表里。
sheets_roll-plan-nothing-changed = 和现在的名册一样，没有要改的。
sheets_roll-plan-questions-open = 还有问题没有回答。
sheets_roll-plan-random = 这台设备给不出随机数，换一台再试。
sheets_roll-plan-too-large = 一次改不了这么多，请把表分成几份。

## sheets_change

# 名册会怎样变：哪一处，变了什么
# says $home, $what
sheets_change-of = { $home }：{ $what }
# 同一处的几样变动之间
# says $before, $next
sheets_change-and = { $before }；{ $next }
sheets_change-home-unknown = 地址不在手边的一处
sheets_change-part-unknown = 第 { $number } 号部分
# says $kind, $owners
sheets_change-new = 新增，{ $kind }，{ $area }，业主 { $owners }
# says $kind, $part, $owners
sheets_change-new-in = 新增，{ $kind }，{ $area }，归在{ $part }，业主 { $owners }
# says $owners
sheets_change-gone = 不再有（原 { $area }，业主 { $owners }）
sheets_change-area = 面积由 { $before } 变为 { $after }
# says $before, $after
sheets_change-kind = 用途由{ $before }变为{ $after }
# says $before, $after
sheets_change-part = 由{ $before }归到{ $after }
# says $before
sheets_change-address = 地址原来写作 { $before }
sheets_change-something = 资料有改动
# says $before, $after
sheets_change-owners = 业主由 { $before } 变为 { $after }
# says $before, $after
sheets_change-owners-namesake = 业主由 { $before } 变为 { $after }（同名的另一位）
# says $before, $after
sheets_change-representative = 表里写的投票人由 { $before } 变为 { $after }
sheets_change-nobody = 没有人
sheets_change-renamed = 业主姓名由 { $before } 改为 { $after }
sheets_change-phone = 业主 { $name } 的电话改了
sheets_change-name-unknown = 姓名不在手边
# 是什么样的房屋
sheets_change-kind-civil-defence = 人防
sheets_change-kind-communal = 公共用房
sheets_change-kind-dwelling = 住宅
sheets_change-kind-office = 办公
sheets_change-kind-parking = 车位
sheets_change-kind-shop = 商铺
sheets_change-kind-storage = 储藏室

## sheets_ledger

# 空白表的第一行，在列名上面
sheets_ledger-template = 物业账目：一行一笔；收入写正数，支出写负数，以元为单位；类别写科目表里的四位代码；动用公共收益或维修资金的，表决一栏写哪次表决

# 账目的列名，照空白表上写的
sheets_ledger-column-voucher = 凭证号
sheets_ledger-column-date = 日期
sheets_ledger-column-account = 账户
sheets_ledger-column-category = 类别
sheets_ledger-column-description = 摘要
sheets_ledger-column-amount = 金额
sheets_ledger-column-in = 收入
sheets_ledger-column-out = 支出
sheets_ledger-column-debit = 借方
sheets_ledger-column-credit = 贷方
sheets_ledger-column-direction = 方向
sheets_ledger-column-balance = 余额
sheets_ledger-column-place = 地点
sheets_ledger-column-decision = 表决
sheets_ledger-column-remark = 备注

sheets_ledger-unit = 表头上方写着“{ $unit }”；请把金额改成以元为单位，并改掉这句话。
sheets_ledger-total-row = 这是合计一类的行，不记账。
# says $column
sheets_ledger-field-too-long = { $column }有 { $found } 个字，最多 { $most } 个；请写短些。

# 日期
sheets_ledger-date-missing = 没有日期；请填上。
sheets_ledger-date-form = 日期“{ $text }”认不准；请写成 2026-01-05。
sheets_ledger-date-unknown = 日历上没有“{ $text }”这一天；请核对。

# 科目
sheets_ledger-account-missing = 没有科目；请填类别，或 4 位科目代码，如 1202。
sheets_ledger-account-disagrees = 账户“{ $account }”和类别“{ $category }”对不上；请改其中一个。
# says $column
sheets_ledger-account-unknown = { $column }“{ $text }”不认识；请写 4 位科目代码，如 1202。

# 金额和方向
sheets_ledger-amount-zero = 金额是 0；没有收支就删掉这一行。
sheets_ledger-direction-unknown = 方向“{ $text }”不认识；请写借、贷、收或支。
# says $one, $other
sheets_ledger-amount-twice = { $one }和{ $other }都有数，又不是一回事；一行只能有一个，请分成两行。
sheets_ledger-balance-form = 余额“{ $text }”认不准；请写成 1234.56。
# says $lines
sheets_ledger-signs-unclear = { $lines }的正负号（或借贷）分不清是支出还是冲销。第一种读法：支出是负数（或记在借方），正数是冲销；第二种读法：支出是正数（或记在贷方），负数是冲销。请选一种。
# says $lines
sheets_ledger-sign-unlike = { $lines }的正负号和表里别的行相反，又看不出是不是冲销；是冲销就照写的，写反了就改正负号。
# says $lines
sheets_ledger-line-twice = { $lines }一模一样，像是粘了两遍；真有几笔就照写的，重复了就只算一次。
# says $lines
sheets_ledger-balance-disagrees = { $lines }的余额写的是 { $stated }，照上一行算应是 { $expected }；请核对这两行的金额，没错就照写的。

# 不妨碍公布，但要让人知道的
sheets_ledger-reversal = 金额和科目的方向相反，会显示成冲销；不是冲销就改正负号。
sheets_ledger-decision-missing = 这笔支出没有对应的表决，会公开显示“无表决”；有表决的请补上。

## page_loader

# 别人的网页装的那段程序（loader.js）说的话；它要很小，越短越好
page_loader-opening = 正在打开…
page_loader-vote = 表决
# may leave out $date
page_loader-until = { $month }月{ $day }日 { $clock } 截止
page_loader-failed = 没能打开，请再试一次。
page_loader-retry = 重试

## page_why

# 窗口打不开时说的话（why.js）
page_why-policy = 这个网页的安全设置挡住了议事窗口。请到议事自己的页面看，那里什么都能办。
page_why-engine = 这个浏览器太旧，打不开议事窗口。请更新微信或浏览器。没更新也能看：下面是简易页。
page_why-outdated = 页面旧了，请重新打开。没有什么丢掉。
page_why-offline = 连不上服务器。请看看网络，再试一次。没有什么丢掉。
page_why-load = 没能打开，请再试一次。
# $needed 是网页管理员要写进安全设置的话
page_why-allow = 网页管理员请放行：{ $needed }
page_why-open-our-page = 打开议事页面
page_why-open-anew = 重新打开
page_why-retry = 重试
page_why-open-light-page = 打开简易页

## page_page

# 我们自己的页面（page.js）在议事窗口来之前说的话
page_page-no-estate-is-named = 网址里没有写明是哪个小区。请从小区的公众号、入户信或值班室的二维码重新打开。
# 后面是去简易页的链接
page_page-cannot-open = 打不开议事窗口：网断了，或者浏览器太旧。请看看网络，更新微信或浏览器；也可以先看：
page_page-light-page = 简易页

## page_plain

# 我们自己的页面（page.html）：浏览器不能运行程序时看到的话；中间是去简易页的链接
page_plain-needs-scripts = 这一页需要 JavaScript。不用它也能看：
page_plain-open-light-page = 打开简易页
page_plain-where-to-go = 要投票、提事，请到小区值班室办理。

## page_court

# 表决卷宗（court-file.js）打不开时说的话
page_court-no-evidence = 这个文件里没有证据。
page_court-needs-a-newer-browser = 打不开：请换一个新一点的浏览器（Chrome 95、Edge 95、Firefox 100、Safari 16 以后）。

## page_court_file

# 表决卷宗（court-file.html）打开时先看到的话
page_court_file-title = 表决卷宗
page_court_file-checking = 正在从头核对，请稍等……

## light

# 简易页的标题；$title 是这一页说的事
light-title = { $title } · 议事简易页
light-light-page = 简易页
light-nothing-is-proved = 这一页什么都没有经过核对
light-the-server-wrote-it = 它由服务器直接写出，只是服务器自己的说法；不能登记、投票、提事。经过本机核对的，请看：
light-the-window = 议事页面
light-previous-page = 上一页
light-next-page = 下一页
light-page-of = 第 { $page } 页，共 { $pages } 页
light-which-estate = 哪个小区？
light-estate-id = 小区编号（入户信网址里的 64 位）
light-open = 打开
light-cannot-be-opened = 打不开
light-nothing-is-here = 没有这样的内容。网址可能抄错了。
light-come-back-later = 服务器现在答不了，请过一会儿再来。
light-no-window = 这台服务器没有带议事的页面。
light-back = 回简易页
# $day 已经写成日期
light-moment = { $day } { $clock }

## light_copy

light_copy-title = { $estate }：本人资料副本
light_copy-made = { $day }从公开日志和它的存档里抄出；只给本人。
light_copy-person = 编号
light_copy-names = 姓名和电话（各期名册）
light_copy-homes = 房屋
light_copy-said = 说过的话
light_copy-ballots = 选票
light_copy-marks = 评分
light_copy-devices = 手机
light_copy-letters = 入户信
light_copy-nothing = （没有）
light_copy-area = { $area } 平方米
light_copy-marks-of = 质量 { $quality }，速度 { $speed }，满意 { $content }
light_copy-device = { $device }，{ $day }登记
light_copy-retired = { $device }，{ $day }登记，已停用
light_copy-letter = { $entry }，{ $day }前有效
light_copy-ballot = { $day }，表决 { $agenda }：各题选第 { $choice } 项
light_copy-replaced = （后来改过，不算了）
light_copy-deliveries = 公示送达
light_copy-readings = 家里的纸质票（录入的，没算数的也在内）
light_copy-reading = { $day }录入，表决 { $agenda }，票号 { $sheet }
light_copy-not-shown = （不在这里）

## light_home

light_home-none = 没有
light_home-all = 看全部
light_home-lines = { $lines } 笔
light_home-questions = { $questions ->
    [0] 没有人问
   *[other] { $questions } 问，{ $unanswered ->
        [0] 都答了
       *[other] { $unanswered } 问没答
    }
}

## light_vote

light_vote-published = 有结果了
light_vote-who-votes = 谁来投
light_vote-have-voted = 已经投的
light_vote-options = 选项

## light_matter

light_matter-ended = 结果
light_matter-done = 完成
light_matter-content = { $ratings } 人评价，{ $content } 人满意
light_matter-few = { $ratings } 人评价，人数太少，不给合计
light_matter-its-vote = 看这件事的表决

## light_meetings

light_meetings-meetings = 议事会、居民会议
light_meetings-on-at = { $day }，{ $place }
light_meetings-called = 已通知开会
light_meetings-sitting = 正在开会
light_meetings-to-minute = 会开完了，等会议记录
light_meetings-deniable = 会议记录已签字；没有手机、由别人代记的，七天内可以说没记对
light_meetings-no-quorum = 到会的人不够，没有作决定
light_meetings-not-passed = 没有通过
light_meetings-passed = 通过
light_meetings-lapsed = 没有按时写好会议记录，没有作决定
light_meetings-figures = 应到 { $entitled }，到会 { $present }；同意 { $favour }，反对 { $against }，弃权 { $abstain }，回避 { $recused }
light_meetings-judged-by = 按这条规则算：{ $source }（{ $since }起施行）

## light_books

# $period 已经写成日期
light_books-title = 账目 { $period }
light_books-published-by = 公布
light_books-a-page-is-missing = 这里有一页账不在
light_books-names-a-vote = 有表决
light_books-about-line = 问第 { $line } 笔
light_books-about-the-whole = 问整期
light_books-answer = { $day }答复
light_books-not-answered = 还没答，应在 { $day }前答复

## light_letter

# 服务器印的入户信，一张 A4 纸，大字
light_letter-document = { $estate }{ desk_letter-what }
light_letter-homes = 您的房屋
# 没有印出来的还有；一共几处
light_letter-homes-all = 等 { $count } 处
light_letter-scan = 微信*扫一扫*右边的二维码
light_letter-check = 核对*小区名*和您的*姓名、房号*
light_letter-confirm = 点*“是我本人”*，
light_letter-then = 以后就用这部手机投票
light_letter-scan-here = 微信扫一扫
light_letter-no-scan = *没有微信或扫不了码？*
light_letter-type = 用手机打开 { $address }，再输入下面 { $symbols } 位字码：
light_letter-signs = 大小写都可以，横线不用输入。
light_letter-expires = 这个码*有效期至 { $expires }*，只能用一次。
light_letter-care = *不要拍照发群，不要告诉别人。*
light_letter-nobody-asks = 工作人员不会向您要这个码。
light_letter-lost = *丢了怎么办？*到议事窗口换一封，旧信作废。
light_letter-genuine = 以下两行供核对真伪，平时不用看。
light_letter-estate = 小区编号
light_letter-key = 记录公钥指纹
# 印在别种语言的信下面，给读不懂那种语言的人
light_letter-in-short = 只给上面写的本人：用微信扫码，核对小区、姓名和房号，再确认。

## light_founding

# 单位，在它自己报名以前这样叫
light_founding-committee = 业主委员会
light_founding-department = 有关部门
light_founding-manager = 物业服务中心
light_founding-other = 其他单位
light_founding-party-branch = 党支部
light_founding-residents-committee = 居民委员会
light_founding-street = 街道办事处
light_founding-supervisors = 监督委员会
# 单位的求助电话是办什么的，没有另写时这样写
light_founding-help = 要纸质票、不会用手机

## refusal

refusal-JOINT_NO_REPRESENTATIVE = 这套房有几位共有人，还没选定由谁投
    .todo = 请各自在手机上选定同一个人；截止前选定都来得及。
refusal-NOT_REPRESENTATIVE = 这套房选定了由另一位共有人投
    .todo = 请由选定的那一位投；要换人，大家改选。
refusal-REPRESENTATIVE_INVALID = 不能选这个人
    .todo = 只能在这套房的共有人里选一位。请退出再进来，看看名册有没有变。
refusal-OBJECTION_INVALID = 这张票不能这样反对
    .todo = 可能是：你自己投的，已经反对过，已选定由谁投，或者这次表决要先选定人才算。要换人，请改选由谁投。
refusal-OBJECTION_LATE = 过了 24 小时，或者投票已截止
    .todo = 这张票不能再反对。有异议，请找议事窗口。
refusal-ESTATE_UNKNOWN = 这里没有这个小区
    .todo = 地址抄错了，或者换了地方。请从小区发的链接或物业页面重新打开。
refusal-BALLOT_UNKNOWN = 找不到这张票
    .todo = 可能已被后一张票换掉。请退出再进来看看。
refusal-CODES_NEEDED = 信的数目不对
    .todo = 小区刚改了发信的办法。请按一下“核对”，照新的提示来。
refusal-ISSUERS_SAME = 两封信是同一家单位发的
    .todo = 要两家不同单位各发的一封。请找另一家发的那封。
refusal-BAD_CODE_SIGNATURE = 没有登记上，信还没用掉
    .todo = 请从头再来一次；还不行，请找议事窗口。
refusal-BAD_DEVICE_SIGNATURE = 这不是给您的请求，没有添加
    .todo = 请用新手机重新扫您手机上的码。别人发来的，不要理会。
refusal-KEY_ALREADY_BOUND = 那台手机登记过了，没有再添加
    .todo = 看看“我的手机”里有没有它。停用过的，请在那台手机上重新扫码。
refusal-DEVICES_TOO_MANY = 已经有五台手机，不能再加
    .todo = 请先在“我的手机”里停用一台不用的。
# also for DEVICE_RETIRED
refusal-DEVICE_UNKNOWN = 那台手机已经停用了
    .todo = 不用再停用。
refusal-OUTSIDE_WINDOW = 现在不在投票时间里，这一票没计入
    .todo = 请看这次表决的起止时间。有异议，公示期内可以提。
refusal-VOTE_WITHDRAWN = 这次表决在开始前撤回了，不再投票
    .todo = 原因写在表决页上。重新公示后，会有新的投票时间。
refusal-NOT_DISPUTABLE = 现在不能对结果提异议
    .todo = 公布结果以后、公示满 15 天以前可以提；过后不服，可以在一年内向法院起诉。
refusal-DISPUTE_INVALID = 这条异议写得不全
    .todo = 选清楚是哪一项、为什么；说选票有问题的，要指明是哪些票，最多 20 张。
refusal-ALREADY_DISPUTED = 这套房对这一项已经提过异议，还没有裁定
    .todo = 请等裁定。
refusal-NOT_ON_ROLL = 这次表决的名册里没有你这套房
    .todo = 请带房产证到议事窗口核对。
refusal-NO_MANDATE = 没有这套房的委托，或者已经收回、到期
    .todo = 请业主在自己的手机上再委托一次。
refusal-OWNER_PREVAILS = 业主自己投过了，代投的不算
    .todo = 不用再投；以业主自己的票为准。
refusal-PROXY_BARRED = 物业的人不能替业主投票
    .todo = 请选业主自己，或者和物业无关的人。
refusal-PROXY_DIRECTED = 和业主写明的选择不一样
    .todo = 请按委托里写明的选，或者请业主改委托。
refusal-PROXY_INVALID = 这样委托不行
    .todo = 代理人不能是这套房的业主，期限不能过截止时间。收回前先看看还有没有委托。
refusal-PROXY_LIMIT = 一个人代投的户数到上限了
    .todo = 请业主自己投，或者另请一个人。
refusal-BALLOT_PAUSE = 这台手机改票改了很多次，歇一刻钟再改
    .todo = 上一张还算数。过 15 分钟再签，或者换您的另一台手机，也可以到议事窗口投。
refusal-STALE_SUPERSESSION = 另一台手机已经投过
    .todo = 看看是不是家里人投的；不是，马上找议事窗口。刷新后可以再投。
# The window's own word, where what was signed was changed after a lost answer, and had arrived
refusal-EARLIER_ARRIVED = 上一次按的已经送到了
    .todo = 后来改的没有送出去。看看送到的那一份，要改再提交一次。
# The window's own word, where the server gave no proof of who called the vote, or that its record only grew
refusal-PROOF_DENIED = 服务器没有给出证明，这张票没有签
    .todo = 谁发起这次表决、记录有没有被换过，要先有证明才能签。您选的都还在，过一会儿再按一次；一直不行，请到议事窗口投。
# The window's own word, where no answer came, so that no proof did
refusal-PROOF_UNASKED = 连不上网，这张票没有签
    .todo = 这次表决的来历还没核对过，核对了才能签。您选的都还在，连上网再按一次。
# The window's own word, where the ballot that stands was signed by this very phone
refusal-OWN_LATER_BALLOT = 这台手机已经投过，算后来那张
    .todo = 刚才这张没有再计。要改，请看过选票，再签一次。
# also for UNKNOWN_KEY
refusal-KEY_REVOKED = 这台手机不能签名了
    .todo = 请用您的另一台手机重新添加它，或者用新的入户信登记。已投的票不受影响。
refusal-CODE_SPENT = 这封信用过了
    .todo = 不是你用的，马上找议事窗口；要新的信，当天可领。
refusal-CODE_EXPIRED = 这封信过期了
    .todo = 请到议事窗口领一封新的，当天可领。
refusal-CODE_REPLACED = 这封信作废了，有更新的一封
    .todo = 请用最新的那封信；没收到，找议事窗口。
refusal-CODE_UNCONFIRMED = 这封信还要另一位经办人确认
    .todo = 为防冒名，一个人发的信不够。信留好，请找议事窗口确认后再来。
refusal-KEY_UNCONFIRMED = 这台手机还差一位经办人确认，没有记下
    .todo = 请找议事窗口确认你的信，再来一次；截止前都来得及。
# also for NOT_FOUND
refusal-CODE_UNKNOWN = 没有这封信
    .todo = 请核对字码，或到议事窗口换一封。
# also for CODE_MISTYPED
refusal-CODE_FORM = 字码有一位不对，或者两位写反了
    .todo = 请对着信再看一遍。
refusal-TOO_FAST = 点得太快了，票没丢
    .todo = 等一分钟再送，同一张票送几次都只算一次。
refusal-HISTORY_SPLIT = 记录对不上，系统已停下自查
    .todo = 有收据的票都算数，收据请留好。请告诉议事窗口，修好后再试。
refusal-MATTER_CLOSED = 这件事已经了结
    .todo = 还有没办好的，可以另提一件。
refusal-OWN_MATTER = 这件事是你家提的
    .todo = 提了就算附议，不用再点。
refusal-CANDIDACY_NAME_TAKEN = 已经有一位候选人用了这个称呼
    .todo = 在名字后面加上楼栋和房号，好让大家分得清。
refusal-REQUISITION_MET = 联名已经提交，要表决了
    .todo = 不用再签，也不能再收回。
refusal-REQUISITION_UNCHANGED = 你家已经签过，或者还没有签
    .todo = 刷新看看现在的户数。
refusal-REQUISITION_SHORT = 还不够五分之一的户数和面积
    .todo = 再请几户邻居签名。
refusal-SUPPORT_UNCHANGED = 家里有人点过了
    .todo = 刷新看看现在的户数。
refusal-MARKING_OVER = 评价的日子已经过了，也有够多的人评过
    .todo = 还有没办好的，请重新提一件事。
refusal-NOT_DONE = 又有活派下来，还没办完
    .todo = 等办完再评。
refusal-WORDS_MISSING = 还没有写字，或者标题太长
    .todo = 写上要说的话再送。
# also for ROLL_UNKNOWN
refusal-SCOPE_UNKNOWN = 名册换了新的
    .todo = 请退出再进来，重新选关系到谁。
# also for TOO_LARGE
refusal-BLOB_TOO_LARGE = 写得太长了
    .todo = 删短一些再送。
refusal-PERSON_ONLY = 这台手机还没有登记
    .todo = 用入户信登记以后再来。
refusal-TOO_OFTEN = 这件事你已经做了很多次，先到这里
    .todo = 过些日子再来，或到议事窗口说一声。
# also for OPINION_UNKNOWN
# also for DISCLOSURE_UNKNOWN
# also for LINE_UNKNOWN
# also for AGENDA_UNKNOWN
# also for NOTICE_UNKNOWN
# also for ADDRESS_UNKNOWN
refusal-MATTER_UNKNOWN = 找不到这一条
    .todo = 请回首页重新打开。
# also for CLOCK_BEHIND
# also for CLOCK_PARTED
# also for PASS_EXPIRED
refusal-SEQ_REUSED = 这次没接上
    .todo = 请再按一次。
refusal-WORDS_UNKNOWN = 这里没有这条内容
    .todo = 请刷新再看。关于账目的提问不能举报，也不能隐藏。
refusal-OWN_WORDS = 这是你自己说的话
    .todo = 要别人来看，自己不能举报，也不能处理。
refusal-WORDS_AT_VOTE = 这件事已付表决，不能再隐藏
    .todo = 投票的人要看得到它写了什么。
refusal-ALREADY_REPORTED = 你已经举报过这条
    .todo = 一条举报一次就够了。
refusal-REPORTS_TOO_MANY = 今天已经举报了 5 条
    .todo = 明天再来，或到议事窗口说一声。
refusal-ALREADY_HIDDEN = 这条已经隐藏了
    .todo = 不用再做什么。
refusal-SHOWN_AGAIN = 这条隐藏过，又重新显示了
    .todo = 已经裁定的不再反复；还等裁定的，等裁定。
refusal-NOT_HIDDEN = 这条没有隐藏
    .todo = 请刷新再看。
refusal-NOT_AUTHOR = 只有说这话的人能申诉
    .todo = 请他自己在手机上申诉。
refusal-APPEAL_LATE = 申诉要在隐藏后 7 天内
    .todo = 可以找当初隐藏的单位，请它自己撤回。
refusal-ALREADY_APPEALED = 已经申诉过
    .todo = 等另一个单位裁定；7 天没人裁定就重新显示。
refusal-NOT_ERASABLE = 这一条不能这样删除
    .todo = 公告、表决事项和账目不删；单位说的话，只有法院责令才删。
refusal-NOT_YOURS = 只有本人能删除
    .todo = 请用发表它的那部手机，或本人确认过的手机；转发别人的话不算。
refusal-STILL_NEEDED = 现在还不能删
    .todo = 名册或一次表决还要用它：结果公布满一年，或名册更正以后再删。
refusal-ALREADY_ERASED = 已经删除了
    .todo = 不用再做什么。
refusal-BLOB_ERASED = 这段原文已按要求删除，不能再发
    .todo = 请重新写一段。
refusal-CANDIDACY_INVALID = 参选登记不完整
    .todo = 要选的是业委会、任期 1 到 5 年，资格核对一项都不能少。改好再报名。
refusal-CANDIDACY_NOT_YOURS = 这不是您自己的参选
    .todo = 参选要本人用自己的手机报名，或由单位登记本人签过字的书面同意。退出只能本人来。
refusal-CANDIDACY_MISMATCH = 和别的候选人填得不一样
    .todo = 同一次选举，单位和任期都要一样。照别人的填。
refusal-CANDIDACY_NONE = 您没有报名参选
    .todo = 没有什么要退出的。请刷新。
refusal-CANDIDACY_TAKEN_BACK = 本人已经退出
    .todo = 退出以后别人不能再确认。本人愿意的话，重新报名。
refusal-CHECK_NOT_MET = 有一项资格不符合
    .todo = 资格不符合就不能参选。可以请别的业主报名。
refusal-CANDIDATE_BARRED = 物业公司的人不能参选业委会
    .todo = 先辞去物业的职务，再报名。
refusal-ALREADY_NOMINATED = 已经报名参选了
    .todo = 不用再报一次。

## refusal_desk

refusal_desk-MODERATION_INVALID = 隐藏要选一条理由，别的处理不用
    .todo = 重复提的事用“并案”答复，不隐藏。
refusal_desk-HIDDEN_BEFORE = 你们单位隐藏过这条，又撤回了
    .todo = 只有别的单位可以再隐藏它。
refusal_desk-NOT_REPORTED = 上次看过以后没有人举报
    .todo = 不用再做什么。
refusal_desk-NOT_APPEALED = 作者没有申诉
    .todo = 只有当初隐藏的单位能撤回；作者申诉了，别的单位才裁定。
refusal_desk-OWN_REPORT = 这条是你自己举报的
    .todo = 请同单位的另一位来裁定。
refusal_desk-ERASURE_INVALID = 删除要列 1 到 200 份，不重复；责令的要写明文书并附原件的 SHA-256，别的不写
    .todo = 请改正后再提交。
refusal_desk-MISSING_CAPABILITY = 这件事不在你的权限里
    .todo = 请给你授权的人（业委会）补授权，再来办。
refusal_desk-NOTICE_TOO_SHORT = 公示不满 15 个整天，不能定这天开始
    .todo = 可能过了零点。回到“日期”一步，会按今天重新算好。
refusal_desk-NOTICE_TOO_FAR = 开始日定得太远，到时名册就旧了
    .todo = 最晚在最早可开始的那天之后 90 天内开始；或者晚些再公示。
refusal_desk-DISPUTE_UNKNOWN = 找不到这条异议
    .todo = 请重新打开这一页。
refusal_desk-ALREADY_RULED = 这条异议已经裁定了
    .todo = 不用再做什么。
refusal_desk-TOO_EARLY_TO_END = 结果还没公示满 15 天
    .todo = 满了再定为最终结果。
refusal_desk-DISPUTE_OPEN = 有异议可能改变结果，还没有裁定
    .todo = 等裁定；提出满 14 天没有人裁定的，可以先定，但在裁定以前不能照着办。
refusal_desk-LOTTERY_INVALID = 彩票的名字写得不对
    .todo = 写一行，不超过 64 个字节；不抽查就空着。
refusal_desk-LOTTERY_MISSING = 这次表决的公示没有写用哪一种彩票抽
    .todo = 没法抽查；下次公示时写上。
refusal_desk-NOT_TO_DRAW = 现在不能抽
    .todo = 公布结果以后、定为最终结果以前才能抽。
refusal_desk-ALREADY_DRAWN = 要核实的住户已经抽过了
    .todo = 不能再抽。
refusal_desk-DRAW_INVALID = 号码填得不对
    .todo = 填公布结果以后 7 天内开的第一期：期号，1 到 20 个号码，和每一项的户数。
refusal_desk-MARGIN_MISMATCH = 户数和选票算出来的不一样
    .todo = 请重新打开这一页，照算好的填。
refusal_desk-NOT_DRAWN = 没有抽到这一户
    .todo = 只问抽到的住户。
refusal_desk-CALLS_OVER = 抽查的 30 天过了
    .todo = 住户现在说的，交给法院。
refusal_desk-ALREADY_CALLED = 这一户的回答已经记下了
    .todo = 记下的不再改。
refusal_desk-NOT_TO_VOID = 现在不能按这个理由作废选票
    .todo = 要等投票结束满七天，或等裁定；最终结果定了就不能再作废。
refusal_desk-VOID_INVALID = 这些票不能作废
    .todo = 只能写现在算数的票，不能重复；因异议作废的，只写裁定成立的那几张。
refusal_desk-OPENING_FOUND = 有一张票的票面找到了
    .todo = 这张票算数，请从名单里去掉。
refusal_desk-NOT_FINAL = 还没有定为最终结果
    .todo = 有异议的先裁定；定了以后才谈得上撤销。
refusal_desk-ANNULMENT_INVALID = 撤销填得不对
    .todo = 从小到大写明哪几项，附上判决书或决定书，日期在公布结果以后、今天以前。
refusal_desk-ALREADY_ANNULLED = 这一项已经撤销了
    .todo = 不用再记。
refusal_desk-FINAL_MISMATCH = 异议有变化，或和选票算出来的不一样
    .todo = 请重新打开这一页，照算好的签。
refusal_desk-ALREADY_FINAL = 已经是最终结果
    .todo = 不用再做什么。
refusal_desk-ALREADY_EXTENDED = 这次投票已经延过一次
    .todo = 只能延一次，请等它截止。
refusal_desk-DELIVERY_INVALID = 送达登记没有填全
    .todo = 签收要有日期和签收单，张贴前要有两次以上没遇到，没遇到要写哪天去的；一次最多 100 户，一户只写一次。
refusal_desk-DELIVERY_TIME = 送达的时间不对
    .todo = 要在公示以后、现在以前；张贴的要贴满 7 天；截止以后不能再登记，也不能再确认。
refusal_desk-DELIVERY_STANDS = 这户已经有同样或更可靠的记录，或业主说没收到
    .todo = 请重新看这户现在怎么记的。
refusal_desk-DELIVERY_NOTHING = 这户没有可以否认或改正的记录
    .todo = 请重新看这户现在怎么记的。
refusal_desk-QUORUM_REACHED = 参加的人数和面积都够了
    .todo = 人够了就不能延期，照公示的时间截止。
refusal_desk-TOO_LATE_TO_WITHDRAW = 投票已经开始，不能撤回
    .todo = 投票开始以后谁也不能撤回，请照常办到出结果。
refusal_desk-WINDOW_LENGTH = 投票天数要在 5 到 60 天之间
    .todo = 回到“日期”一步改天数。
refusal_desk-TOO_EARLY_TO_OPEN = 太早了，开始前 72 小时内才能定名册
    .todo = 到时候待办里会出现。
refusal_desk-WINDOW_TOO_SHORT = 开得太晚，剩下的投票时间不够 5 天
    .todo = 这次只能重新公示，再开一次。
# also for ALREADY_CLOSED
# also for ALREADY_TALLIED
# also for ALREADY_ANSWERED
# also for ALREADY_REPLIED
refusal_desk-ALREADY_OPENED = 已经有人办过了
    .todo = 回到待办看看现在到哪一步。
# also for SCOPE_HEADS
# also for SCOPE_AREA
refusal_desk-ROLL_MISMATCH = 名册换过了，人数和面积对不上
    .todo = 公示写明的是旧名册。请联系监督小组核对；要用新名册，只能重新公示。
refusal_desk-MATTER_NOT_ACCEPTED = 这件事还没有受理
    .todo = 先受理，再交付表决或派单。
refusal_desk-MATTER_CLOSED = 这件事已经办完
    .todo = 要继续，请居民重新提一件。
refusal_desk-REQUISITION_QUESTION = 业主联名要求的表决，只问一个问题，题目和正文照抄这件事的原话，比例不能高过法律的要求
    .todo = 回到事情那一页重新开始表决，题目和正文不要改。
refusal_desk-REQUISITION_SCOPE = 业主联名要求的表决，只能由这件事关系到的业主来投
    .todo = 表决范围选和这件事一样的。
refusal_desk-CHARTER_INVALID = 授权书有一处对不上
    .todo = 核对成员（3 到 200 人，居民会议不列）、事项、期限（不超过五年）、决议文件和议事规则（到会不少于一半，同意要过半）。
refusal_desk-CHARTER_GIVER = 议事会的授权由居民会议决定，居委会登记
    .todo = 请居委会办，登记和确认的人自己不能是成员。
refusal_desk-CHARTER_UNKNOWN = 没有这份授权，或者还没有生效
    .todo = 刷新看看。
refusal_desk-CHARTER_OVER = 到那时授权已经到期，或者换了新的
    .todo = 请居民会议重新授权。
refusal_desk-OWNERS_MATTER = 这是全体业主共同决定的事
    .todo = 议事会和居民会议不能定，请公告业主表决。
refusal_desk-OUTSIDE_CHARTER = 这件事不在授权范围里
    .todo = 看授权管哪些事、哪一片。
refusal_desk-OVER_CHARTER_CAP = 连同以前定的，超过授权的金额
    .todo = 减少金额，或请居民会议增加授权。
refusal_desk-MEETING_UNKNOWN = 没有这次会议，或者这不是最新的会议记录
    .todo = 刷新看看。
refusal_desk-MEETING_TIME = 会议时间不对
    .todo = 开一刻钟到十二小时，改一下结束时间。
refusal_desk-MEETING_STANDS = 这件事已经开会定过，或者会还没开完
    .todo = 不能再召集一次。
refusal_desk-NOT_ENTITLED = 不是这次会议的成员
    .todo = 只有名单上的成员或这一片的住户能表态。
refusal_desk-OUTSIDE_SESSION = 现在不是开会的时间
    .todo = 只在会议开始到结束之间表态。
refusal_desk-HAND_BARRED = 物业公司的人不能当议事会成员
    .todo = 先辞去物业的职务。
refusal_desk-HAND_FORM = 表态的方式不对
    .todo = 成员公开表态，住户的票不公开；刷新以后再来一次。
refusal_desk-HAND_ELSEWHERE = 这次会上已经替另一户表过态
    .todo = 一个人只能替一户。
refusal_desk-MUST_RECUSE = 这件事和这位成员有关，要回避
    .todo = 在会上可以说明，不参加表决。
refusal_desk-HAND_SIGNED = 这位已经用自己的手机表过态
    .todo = 以本人签的为准，记录里不要再写。
refusal_desk-HAND_OWN = 有手机的自己表态，记录的人也不能记自己
    .todo = 只记没有手机的人。
refusal_desk-MINUTES_TIME = 时间不对
    .todo = 散会后十四天内写记录、签字，记错的七天内提出；过了就重新开会。
refusal_desk-MINUTES_MISMATCH = 人数和大家签的对不上
    .todo = 按算出来的数写。
refusal_desk-MINUTES_STAND = 会议记录已经有人签字确认
    .todo = 不能再改。
refusal_desk-NOT_THERE = 这位不能为会议记录签字
    .todo = 请用自己手机到会的成员，或者别的单位的人签。
refusal_desk-NOT_WRITTEN_DOWN = 没有记这位的话，或者已经提出过
    .todo = 刷新看看。
refusal_desk-OVER_DECISION = 超过会议定的金额
    .todo = 会议定的事要写明上限，加起来不超过定的数。
refusal_desk-REVIEW_OPEN = 这件事正请别的单位看，还没有回音
    .todo = 等到有回音，或者约定的日子过了，再公告表决。
refusal_desk-REVIEWER_INVALID = 不能请这个单位看
    .todo = 请自己单位和物业以外、现在有人任职的单位。
refusal_desk-ALREADY_ASKED = 这个单位已经请过了
    .todo = 每次公告以前，一个单位只请一次。
refusal_desk-REVIEW_DATE = 这个日子不行
    .todo = 至少留一天；同一轮里的审阅，从第一次请起十四天内都要结束。
refusal_desk-REVIEW_UNKNOWN = 没有人请你们看这件事
    .todo = 刷新看看。
refusal_desk-NOT_REVIEWER = 只有被请的单位的人才能回
    .todo = 请那个单位里现在任职的人来办。
refusal_desk-ALREADY_REVIEWED = 你们单位已经回过了
    .todo = 不用再做什么。
refusal_desk-REVIEW_LATE = 约定的日子过了，记为“没有回音”
    .todo = 还有话要说，可以在这件事下面发表意见。
refusal_desk-MATTER_UNDER_WAY = 这件事已经公示或派单，不能这样处理了
    .todo = 按现在的步骤办下去。
refusal_desk-ANSWER_INVALID = 处理方式和所选的层级对不上
    .todo = 上报只能到更远的一级，退回只能到更近的一级。
refusal_desk-TOO_EARLY_TO_CLOSE = 还没到截止时间
    .todo = 到点再来。
refusal_desk-TALLY_MISMATCH = 合计和票箱重算的不一样，没有公布
    .todo = 刷新再试；还不行，请交给监督小组。
refusal_desk-OPENING_MISSING = 有一张票的票面还没到，数不了
    .todo = 请联系监督小组。
refusal_desk-DECISION_INVALID = 派单要写明依据最近一次表决通过的哪一项
    .todo = 回到这件事，看通过了哪一项；正在表决的，等出结果。
refusal_desk-ASSIGNEE_INVALID = 这位现在没有承办的权限
    .todo = 换一位，或先补授权。
refusal_desk-DUE_PAST = 办完的日期已经过去
    .todo = 换一个今天以后的日期。
refusal_desk-RATING_PERIOD = 评价期还没满
    .todo = 做完起满 7 天才能了结。
refusal_desk-NOT_CONTENT = 满意的不到六成，不能了结
    .todo = 请再派单，改好以后重新评价。
refusal_desk-TOO_FEW_MARKS = 评价的不到五人，不给合计
    .todo = 请刷新，不写评分了结。
refusal_desk-SCORE_MISMATCH = 刚有人评了分，合计变了
    .todo = 再按一次，会重新合计。
refusal_desk-NOT_DONE = 活还没做完
    .todo = 等承办的人报到 100%。
refusal_desk-PERIOD_INVALID = 这段时间不对
    .todo = 开始不晚于结束，最长 366 天，不能到今天以后。
refusal_desk-PERIOD_OVERLAP = 这段时间里有的天已经公布过
    .todo = 把开始日期改到上一期结束的第二天。
refusal_desk-OPENING_BALANCE = 期初和上一期的期末，或者期末和下一期的期初，接不上
    .todo = 照上一期期末写；中间的日子有收支，也要一起公布；错账用红字冲回。
# also for LEDGER_SUM
# also for LEDGER_LINES
# also for LEDGERS_INVALID
refusal_desk-LEDGER_BALANCE = 账不平，没有公布
    .todo = 请重新选文件。
refusal_desk-VOUCHER_REPEATED = 凭证号重复
    .todo = 在文件里改好，重新选。
refusal_desk-LINE_INVALID = 有一行不在这段时间里，或科目不对
    .todo = 核对日期和类别。
refusal_desk-WORDS_MISSING = 还没写字
    .todo = 写一两句再签名。
# also for TOO_LARGE
refusal_desk-BLOB_TOO_LARGE = 内容太长
    .todo = 写短一点，或分几次。
refusal_desk-SUBMISSION_TOO_LARGE = 一次最多送 1 MiB，这一期太大
    .todo = 把时间分短，分几次公布。
refusal_desk-ROLL_SUPERSEDED = 名册已经换了新的
    .todo = 这份改动是照旧名册做的，不能再用。请重新选一次文件，照新名册再做。
refusal_desk-OWN_ACT = 自己办的，自己不能确认
    .todo = 请另一位有同样权限的人在他的工作台上确认。
refusal_desk-CONFIRM_BARRED = 物业的人不能作第二人
    .todo = 请业委会、居委会或街道的人确认。
refusal_desk-CONFIRMER_TOO_LOW = 这位有职务，你的权限不够给他确认
    .todo = 请权限包含他全部职务的人确认，或者用建库密钥确认。
refusal_desk-OTHER_ORG_NEEDED = 要另一个单位的人来办
    .todo = 请居委会、街道等单位里有这项权限的人来办。
# also for NOTHING_TO_CONFIRM
refusal_desk-ALREADY_CONFIRMED = 已经确认过，没有要确认的了
    .todo = 回到“等确认”看看还有什么。
refusal_desk-PROPOSAL_LAPSED = 等了 14 天没人确认，作废了
    .todo = 请办的人重新办一次，再来确认。
refusal_desk-GRANT_WIDENS = 给出去的比你自己的还多、还宽或者还久
    .todo = 少勾几样，范围选窄些，日期提前到你的职务结束以前。
refusal_desk-GRANT_TOO_DEEP = 职务最多转三手，到你这里不能再往下给了
    .todo = 请给你职务的人直接给他。
refusal_desk-GRANT_OTHER_ORG = 这几样只能给本单位的人
    .todo = 发信、名册、规约、证据、公布结果和给职务，别的单位要由建库密钥给。去掉这几样再签。
refusal_desk-GRANT_NOT_YOURS = 这个职务不是你给的，不能由你结束
    .todo = 请当初给的人，或者用建库密钥结束；本人也可以自己结束。
# also for GRANT_UNKNOWN
refusal_desk-GRANT_ENDED = 这个职务已经结束了
    .todo = 回到“谁担任什么”看看现在的。
# also for GRANT_INVALID
refusal_desk-ROLE_INVALID = 这个单位没有这种职务，或者职务里没有这样权限
    .todo = 换一个职务，或者重新勾选能办什么。
refusal_desk-REACH_INVALID = 限定的范围不对
    .todo = 发信、名册、规约不能限定范围；名册换过的，重新选楼栋。
refusal_desk-OUT_OF_REACH = 这件事不在你职务管的范围里
    .todo = 请管这一片、这一级、这一类或者这本账的人来办。
refusal_desk-OFFICES_CLASH = 这位的另一个职务和它不能一起担任
    .todo = 监督的人不主持也不管物业，物业的人不担任别的职务。先结束那个，或者换一位。
refusal_desk-HELP_LINE_INVALID = 地点、时间、用途或电话写得不对
    .todo = 每样一行，最多 100 个字；电话只写一个号码，3 到 20 位数字。
refusal_desk-HELP_LINE_NONE = 这个单位没有可撤下的电话
    .todo = 不用再办。
refusal_desk-HELP_LINE_SUPERSEDED = 这个单位后来又改过或撤下过
    .todo = 请看现在的是哪一条；还要改的，重新填一次。
refusal_desk-ORG_UNKNOWN = 没有这个单位
    .todo = 请用建库密钥先登记单位，再给职务。
# also for CODES_INVALID
refusal_desk-CODE_REUSED = 这批信做坏了，没有发出去
    .todo = 再按一次，会换新的字码；一次最多 400 位，有效期最长 366 天。
refusal_desk-REPRESENTATIVE_INVALID = 这位本来就替这套房投票，或者没有文件
    .todo = 换一个人，附上文件的指纹。
refusal_desk-PERSON_UNKNOWN = 记录里还没有这个人
    .todo = 先给他发一封入户信，再办这一步。
refusal_desk-GRANT_EXPIRED = 职务的结束日期已经过去
    .todo = 换一个今天以后的日期。
refusal_desk-NOT_ON_ROLL = 名册里没有这套房了
    .todo = 回到“由谁投票”重新选。
refusal_desk-CODE_EXPIRED = 信的有效期已经过去
    .todo = 换一个今天以后的日期。
refusal_desk-BAD_SIGNATURE = 签名验不过，没有收下
    .todo = 请重新打开这一页，再签一次；还不行，换一个浏览器。
refusal_desk-BLOB_CONTEXT = 附带的内容放错了地方，没有收下
    .todo = 请重新打开这一页，再办一次。
refusal_desk-BLOB_KIND = 附带的内容种类不对，没有收下
    .todo = 请重新打开这一页，再办一次。
refusal_desk-BLOB_MISSING = 少了一份内容，没有收下
    .todo = 请看看网络，再按一次。
refusal_desk-BLOB_PAYLOAD = 附带的内容写法不对，没有收下
    .todo = 请重新打开这一页，再填一次。
refusal_desk-BLOB_UNNAMED = 多带了没有提到的内容，没有收下
    .todo = 请重新打开这一页，再办一次。
refusal_desk-BODY_NOT_CANONICAL = 写法不合规定，没有收下
    .todo = 请重新打开这一页；页面可能旧了。
refusal_desk-BODY_SCHEMA = 内容不合规定，没有收下
    .todo = 请重新打开这一页；页面可能旧了。
refusal_desk-BYLAWS_INVALID = 这些设置不能生效
    .todo = 请看看哪一项超出了允许的范围，改好再签。
refusal_desk-CASE_INVALID = 这份案例读不懂
    .todo = 请核对文件，再读一次。
refusal_desk-CHECKPOINT_FORM = 这份签过名的记录头读不懂
    .todo = 请重新导出一份。
refusal_desk-CHOICE_COUNT = 答的题数和表决的题数不一样
    .todo = 请每一题都答，再提交。
refusal_desk-CHOICE_NOT_ONE = 每一题只能选一项
    .todo = 请改成只选一项。
refusal_desk-CHOICE_ORDER = 选项的次序不对
    .todo = 请重新打开这一页，再选一次。
refusal_desk-CHOICE_OUT_OF_RANGE = 选了没有的选项
    .todo = 请重新打开这一页，再选一次。
refusal_desk-CHOICE_TOO_MANY = 选的人超过了席位
    .todo = 请去掉几位，再提交。
refusal_desk-EMPTY_SCOPE = 这个范围里没有一户可以投票
    .todo = 请换一个范围，或者先更正名册。
refusal_desk-EVIDENCE_WITHHELD = 导出文件里少了结果所依据的内容
    .todo = 请索要缺少的内容，并留好这份文件，交给监督小组。
refusal_desk-EXPORT_ESTATE = 导出文件是别的小区的
    .todo = 请导出本小区的。
refusal_desk-SCOPE_TOO_NARROW = 这件事涉及的人，比参加表决的人多
    .todo = 请选这件事所在的范围，或者更大的范围。
refusal_desk-AREA_ZERO = 有一户或一处的面积是零
    .todo = 请查登记簿，改好文件再选一次。
refusal_desk-EXPORT_FORM = 导出文件读不懂
    .todo = 请重新导出一份。
refusal_desk-EXPORT_HASH = 导出文件里有内容对不上
    .todo = 请重新导出；还不对，请留好两份，交给监督小组。
refusal_desk-EXPORT_ROOT = 导出文件和签过名的记录头对不上
    .todo = 请留好文件和记录头，交给监督小组。
refusal_desk-EXPORT_SIZE = 导出文件的条数和记录头不一样
    .todo = 请重新导出一份。
refusal_desk-GENESIS_INVALID = 建库的内容不全
    .todo = 要有小区名、1 到 16 把不同的建库密钥和另一把记录密钥。
refusal_desk-GENESIS_MISSING = 这个小区还没有建库
    .todo = 请先建库。
refusal_desk-GENESIS_TWICE = 这个小区已经建过库
    .todo = 不用再建。
refusal_desk-INVALID_BALLOT = 这张票不能这样填
    .todo = 请按题目重新填。
refusal_desk-PAPER_FORM = 票号或题号不对
    .todo = 票号是 1 到 999999；无效的题各列一次，从小到大。请重新录。
refusal_desk-PAPER_MARKS = 哪一题无效，和录的选项对不上
    .todo = 表决题正好勾一个，选举不超过席位数，才有效。请重新录。
refusal_desk-PAPER_TIME = 交票的时间还没到
    .todo = 交票不会晚于录票。请改时间。
refusal_desk-PAPER_OWN = 不能录自己家的票，也不能录自己签字、自己帮忙填的票
    .todo = 请换一位录票员。
refusal_desk-PAPER_BARRED = 物业的人不能收、录、帮填纸票，也不能清点票箱
    .todo = 请找其他单位的人。
refusal_desk-SHEET_COUNTED = 这张票已经有两人录得一样，已计入
    .todo = 不用再录，请录下一张。
refusal_desk-SHEET_NOT_IN_BOX = 投票已截止，清点票箱时没有这张票
    .todo = 不能再录。
refusal_desk-SCAN_REPEATED = 同一份扫描件已经录在另一个票号下
    .todo = 请把两张票都拿出来看。
refusal_desk-BOX_FIRST = 投票已截止，要先由两人清点票箱
    .todo = 清点确认后，再录箱里的票。
refusal_desk-BOX_FORM = 票号的写法不对
    .todo = 最多 5000 张，各列一次，从小到大。请重新列。
refusal_desk-BOX_TIME = 现在不能清点票箱
    .todo = 截止后 12 小时内清点，并由第二人确认。
refusal_desk-BOX_COUNTED = 这次表决的票箱已经清点过
    .todo = 不用再清点。
refusal_desk-PAPER_DENIED = 业主已经否认这张纸票，它不再计入
    .todo = 不用再做什么。
refusal_desk-DENIAL_INVALID = 不能否认这张纸票
    .todo = 只有自己在手机上投过票、又被这张纸票顶替的业主才能否认。请看看现在算哪一张。
refusal_desk-DENIAL_LATE = 否认纸票的时间已过
    .todo = 第一次公布结果后，到异议期满为止。之后可以去法院。
refusal_desk-BOX_DUE = 收过纸票，票箱还没有清点
    .todo = 请两人清点票箱；不清点的，截止满 12 小时后也可以截止收票。
refusal_desk-SHEETS_OPEN = 箱里还有纸票没有两人录得一样
    .todo = 请录完；录不完的，截止满 7 天后也可以截止收票，会写明还有几张。
refusal_desk-TALLY_STALE = 公布结果后，有业主否认了一张纸票
    .todo = 请先重新公布结果。
refusal_desk-ITEMS_INVALID = 表决的题目不全
    .todo = 每题要有题目、至少两个选项，选举要有席位。请补好再签。
refusal_desk-KEY_NOT_CANONICAL = 这把密钥写法不对
    .todo = 请重新生成一把。
refusal_desk-KEY_SMALL_ORDER = 这把密钥不安全
    .todo = 请重新生成一把。
refusal_desk-KEY_TORSION = 这把密钥不安全
    .todo = 请重新生成一把。
refusal_desk-LEGAL_MODE_MISMATCH = 公示写的效力和小区的设置不一样
    .todo = 请重新打开这一页，照现在的设置公示。
refusal_desk-MARK_RANGE = 打分要在 1 到 5 之间
    .todo = 请重新打分。
refusal_desk-NOTICE_UNKNOWN = 找不到这份公示
    .todo = 请回待办重新打开。
refusal_desk-NOT_ASSIGNEE = 这件活没有派给你
    .todo = 请派单的人改派，或者请接活的人来报。
refusal_desk-NOT_CLOSED = 投票还没有截止
    .todo = 截止收票以后再办。
# also for ANSWER_FORM
# also for ANSWER_MISMATCH
refusal_desk-NOT_INCLUDED = 记录里没有这一条
    .todo = 请重新打开这一页；还这样，请截图交给监督小组。
refusal_desk-NOT_VOTED_DOWN = 这件事没有被表决否决
    .todo = 不能以此为由了结，请选别的理由。
refusal_desk-NOT_YET = 这一项还没有规则，现在不能用
    .todo = 先空着，或者换一种。
refusal_desk-NUMBER_TOO_LARGE = 数字太大
    .todo = 请核对数字。
refusal_desk-PROXY_GIVER = 几位共有人的房，由选定投票的那位委托
    .todo = 请共有人先选定由谁投。
refusal_desk-PROXY_OF_PROXY = 代理人不能再转托别人
    .todo = 请业主自己委托。
refusal_desk-PROXY_OWN_WORD = 业主已经在自己手机上说过由谁代投
    .todo = 纸上的不再登记，请业主在手机上改。
refusal_desk-ORG_INVALID = 单位的名称或种类不对
    .todo = 请补好名称，选对种类。
refusal_desk-OWNER_SET_REPEATED = 同样的几位业主出现了两次
    .todo = 请在名册里并成一户，再选一次文件。
refusal_desk-PAGES_DIFFER = 有几页不是同一份名册或账目的
    .todo = 请重新选文件，从头再送。
refusal_desk-PAGES_MISSING = 还有几页没有送到
    .todo = 请再按一次，接着送。
refusal_desk-PAGE_OUT_OF_RANGE = 页码不对
    .todo = 请重新选文件，从头再送。
refusal_desk-PAGE_REPEATED = 这一页已经送到过
    .todo = 请再按一次，接着送。
refusal_desk-PARTY_CHANGED = 这一户的业主变了，编号却没变
    .todo = 请重新选文件，照新名册再做。
refusal_desk-PARTY_REPEATED = 同一户出现了两次
    .todo = 请在原文件里去掉一处，再选一次。
refusal_desk-PARTY_UNKNOWN = 名册里没有这一户
    .todo = 请重新打开这一页，照最新的名册再办。
refusal_desk-PARTY_WITHOUT_UNIT = 有业主名下没有房
    .todo = 请在原文件里补上房号，或去掉这一行。
refusal_desk-PASS_FORM = 通行凭证读不懂
    .todo = 请重新打开这一页。
refusal_desk-PERCENT_RANGE = 进度要在 0 到 100 之间
    .todo = 请重新填。
refusal_desk-PERSONS_INVALID = 业主的人数不对
    .todo = 一户要有 1 到 50 位业主，不能重复。请改好再选文件。
refusal_desk-PERSON_BLOBS = 业主的姓名和名册对不上
    .todo = 请重新选文件，从头再送。
refusal_desk-QUESTION_UNKNOWN = 找不到这个问题
    .todo = 请回待办重新打开。
refusal_desk-ROLL_AREA = 名册的总面积和各户加起来不一样
    .todo = 请重新选文件，从头再送。
refusal_desk-ROLL_HEADS = 名册的总户数和各户加起来不一样
    .todo = 请重新选文件，从头再送。
refusal_desk-ROLL_UNCHANGED = 和现在的名册一样，没有要改的
    .todo = 不用再送。
refusal_desk-ROWS_ORDER = 名册或信的次序不对
    .todo = 请重新选文件，从头再送。
refusal_desk-RULES_UNKNOWN = 这个小区用的规则，本程序还没有
    .todo = 请更新程序。
refusal_desk-SCOPE_TREE = 楼栋、单元的上下级对不上
    .todo = 请在原文件里核对楼栋和单元，再选一次。
refusal_desk-SEEN_FORKED = 留存的记录头和导出文件里的记录对不上
    .todo = 记录有两个版本。请留好两份，交给监督小组看。
refusal_desk-SEEN_SHORTENED = 导出文件比留存的记录头还短
    .todo = 请重新导出；还是短，请留好两份，交给监督小组。
refusal_desk-SEEN_SIGNATURE = 留存的记录头不是这份记录签的
    .todo = 请留好它和导出文件，交给监督小组。
refusal_desk-SET_CLOSED = 这一份已经送完，不能再加
    .todo = 要改，请另做一份改动。
refusal_desk-SET_NOT_YOURS = 这一份是别人送的，不能接着加
    .todo = 请送的人自己接着送，或者从头再做一份。
refusal_desk-SET_UNKNOWN = 找不到这一份的前几页
    .todo = 请重新选文件，从头再送。
refusal_desk-TASK_UNKNOWN = 找不到这件活
    .todo = 请回待办重新打开。
refusal_desk-TEXT_MISMATCH = 原文和登记的不一样
    .todo = 请重新打开这一页，照原文再办。
refusal_desk-THRESHOLD_LOWERED = 通过的门槛不能低于法律规定
    .todo = 请改回来，只能更高，不能更低。
refusal_desk-TIME_WENT_BACKWARDS = 服务器的时间往回走了
    .todo = 请管理员核对服务器的时钟，好了再来。
refusal_desk-TOO_MANY_ROWS = 一页的行数太多
    .todo = 请重新选文件，从头再送。
refusal_desk-TRAILING_BYTES = 后面多了内容，没有收下
    .todo = 请重新打开这一页，再签一次。
refusal_desk-TRUNCATED = 没有传完整，没有收下
    .todo = 请看看网络，再按一次。
refusal_desk-UNIT_REPEATED = 同一套房出现了两次
    .todo = 请在原文件里去掉一处，再选一次。
refusal_desk-UNIT_UNKNOWN = 名册里没有这套房
    .todo = 请重新打开这一页，照最新的名册再办。
refusal_desk-UNKNOWN_KIND = 本程序还不认识这种事项
    .todo = 请更新程序。
refusal_desk-UNKNOWN_VERSION = 本程序还不认识这种写法
    .todo = 请更新程序。
refusal_desk-VIEW_AHEAD = 服务器的记录比你见过的还短
    .todo = 可能在恢复，等一会儿再试；还这样，请截图交给监督小组。
refusal_desk-VIEW_MISMATCH = 服务器给出了另一份记录
    .todo = 先不要签。请截图，交给监督小组。
refusal_desk-WRONG_ESTATE = 这是给别的小区签的
    .todo = 请从本小区的页面打开，再签一次。
refusal_desk-WRONG_INDEX = 记录的次序断了
    .todo = 请截图，交给监督小组。
refusal_desk-CANDIDATES_MISMATCH = 通知里的候选人和名单不一样
    .todo = 照候选人名单全部列出、按编号排，不能加人减人，也不能提高门槛。
refusal_desk-SEATS_INVALID = 席位数不对
    .todo = 业委会是 5 到 11 人、单数；100 户以内可以是 3 人。
refusal_desk-POSTED_TOO_SHORT = 候选人公示的时间还不够
    .todo = 开投前要公示整 15 天，第一位要在发通知前满 7 天。等一等，或者晚几天开投。
refusal_desk-VOTE_NOT_FINAL = 结果还没有确定
    .todo = 先确定结果，当选的人才能就职。
refusal_desk-ELECTS_NOBODY = 这次投票没有选人
    .todo = 只有候选人报过名的选举才有人就职。
refusal_desk-RESULT_HELD = 选举结果有争议待裁定，或已撤销
    .todo = 裁定以后再看；撤销了就重新选。
refusal_desk-ALREADY_SEATED = 这次选出的人已经就职
    .todo = 不用再做什么。
refusal_desk-SEAT_SUPERSEDED = 后来的选举已经有人就职
    .todo = 这一次选举不再算数。
refusal_desk-SEATS_TOO_FEW = 选出的人不够组成业委会
    .todo = 至少 3 人（超过 100 户的 5 人），并且过半席位；同票的要先抽签。不够就重新选。
refusal_desk-SEAT_MISMATCH = 名单、单位或任期和选举结果不一致
    .todo = 照选举结果填。
