// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/packs/pack.h"
#include "layers/alarms/groups.h"
#include "layers/alarms/performance.h"
#include "widgets/panels/values.h"
#include "widgets/theme/theme.h"

/// Alarms in words, for every place that shows them. Pure functions; any thread.
namespace app {

/// What they need to speak: a view.
struct AlarmTongue {
    const Pack& pack;
    QString language; ///< "en", "zh_TW"
    city::Instant now;
};

QString alarmTitle(const AlarmTongue& tongue, const alarms::Alarm& alarm); ///< Of its rule, or the headline of a warning.
QString alarmWhere(const AlarmTongue& tongue, const alarms::Alarm& alarm);
QString alarmValue(const AlarmTongue& tongue, const alarms::Alarm& alarm); ///< "62.5 mm, 3 places"; may be empty.
QString alarmStateWord(alarms::State state);
QString alarmPriorityWord(alarms::Priority priority);

/// One title and what belongs under it: what an operator reads before he acts.
struct AlarmAdvice {
    QString title, where;
    std::vector<QPair<QString, QString>> lines; ///< "Cause", "…"
};
AlarmAdvice alarmAdvice(const AlarmTongue& tongue, const alarms::Alarm& alarm);

/// The same in a breath, to be said aloud: priority, what, where, how much, what to do.
QString spokenAlarm(const AlarmTongue& tongue, const alarms::Alarm& alarm, bool invented);

/// Which alarms a list holds.
enum class AlarmList { Now, Hidden, Flood };
/// Rows by group, the first of a group first. In a flood: one row a group, the top priority one by one.
widgets::TableData alarmTable(const AlarmTongue& tongue, const alarms::Alarms& alarms, AlarmList list, const widgets::Theme& theme);
/// The alarms that the row of `id` stands for: itself, and in a flood those folded behind it.
QStringList alarmsOfRow(const Pack& pack, const alarms::Alarms& alarms, AlarmList list, const QString& id);
/// "2 top, 1 medium not acknowledged; 5 active; 1 shelved": or that there is nothing.
QString alarmSummary(const AlarmTongue& tongue, const alarms::Alarms& alarms);
/// That they are no longer current, and how many things done here nobody was told of yet; empty: all is well.
QString alarmAgeSentence(const AlarmTongue& tongue, const std::optional<city::Instant>& asOf, int waiting);
/// The figures of ISA-18.2, a line each, with the guide beside it.
QStringList performanceLines(const AlarmTongue& tongue, const alarms::Performance& made);

/// Where a click on it leads.
city::Focus alarmTarget(const Pack& pack, const alarms::Alarm& alarm);

} // namespace app
