## language

# What this language calls itself, on the button for languages
language-name = English
# Between the parts of a sentence
language-comma = ,{" "}
# Between the parts of a list
language-list-comma = ,{" "}

## date

# 0 is Sunday
date-weekday = { $weekday ->
    [0] Sun
    [1] Mon
    [2] Tue
    [3] Wed
    [4] Thu
    [5] Fri
   *[6] Sat
}
date-month-day = { $day } { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}
# Deadlines and moments: Mon 13 Jul 24:00
date-moment = { date-weekday } { date-month-day } { $clock }
# A whole month
date-period-month = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}
# From the beginning of one month to the end of another
date-period-months = { $from ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}–{ $to ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}
# From one day to another; $from and $to are dates already
date-period-days = { $from }–{ $to }
# What is not in this year; $days are dates already
date-in-year = { $days } { $year }

## outcome

outcome-passed = Passed
outcome-not-passed = Not passed
outcome-quorum-not-met = Too few took part
outcome-election-filled = All seats filled
outcome-election-partial = Some seats filled
outcome-election-failed = Nobody reached the threshold
outcome-lot-required = Equal for the last seats: a lot decides

## trouble

trouble-offline = The server does not answer
    .todo = Check the network and try again. Nothing was lost.
trouble-no-vault = This page cannot keep a key
    .todo = Open it in WeChat, not in private mode, and free some space. The letter's code has not been used.
trouble-outdated = This page is out of date
    .todo = Yishi may just have been updated, and this page cannot read its answers. Open it anew; nothing was lost.
trouble-unproven = The check failed; do not trust this page
    .todo = What the server shows does not fit the signed record. Take a picture and show it to the supervisors.
trouble-refused = Not done
    .todo = Nothing was lost. Tell the desk this code: { $code }
