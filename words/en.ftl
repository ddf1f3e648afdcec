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

## refusal

refusal-JOINT_NO_REPRESENTATIVE = Its owners have not named who votes
    .todo = Each names the same person on their phone, before the close.
refusal-DEVICE_UNKNOWN = That phone is stopped already
    .todo = Nothing is left to do.
