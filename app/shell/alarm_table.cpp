// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/format.h"
#include "app/shell/alarm_texts.h"

namespace app {

namespace {

widgets::TableCell text(const QString& words, bool muted = false)
{
    widgets::TableCell cell;
    cell.text = words;
    cell.muted = muted;
    return cell;
}

widgets::TableRow row(const AlarmTongue& tongue, const alarms::Alarm& alarm, std::size_t place, const widgets::Theme& theme, const QString& more)
{
    const bool quiet = alarm.acknowledged;
    const widgets::AlarmLook& look = theme.alarms[static_cast<std::size_t>(static_cast<int>(alarm.priority) - 1)];
    widgets::TableRow made;
    made.key = alarm.id;
    widgets::TableCell priority = text(alarmPriorityWord(alarm.priority), quiet);
    priority.colour = look.colour;
    priority.shape = look.shape;
    priority.number = static_cast<double>(place); // Sorted by it: the order an operator should go by.
    QString state = alarmStateWord(alarm.state());
    if (alarm.escalated && !quiet) state += say(QT_TRANSLATE_NOOP("Message", ", ")) + say(QT_TRANSLATE_NOOP("Message", "overdue"));
    widgets::TableCell since = text(clockText(alarm.raisedAt, tongue.now, tongue.pack.zone), quiet);
    since.number = static_cast<double>(alarm.raisedAt.time_since_epoch().count());
    made.cells = {priority, text(alarmTitle(tongue, alarm) + more, quiet), text(alarmWhere(tongue, alarm), quiet),
                  text(alarmValue(tongue, alarm), quiet), text(state, quiet), since};
    made.target = alarmTarget(tongue.pack, alarm);
    return made;
}

/// In a flood only the first of a cause and those of top priority have rows of their own.
bool isFolded(AlarmList list, const alarms::Group& group, std::size_t place)
{
    return list == AlarmList::Flood && place > 0 && group.alarms[place]->priority != alarms::Priority::Top;
}

} // namespace

QStringList alarmsOfRow(const Pack& pack, const alarms::Alarms& alarms, AlarmList list, const QString& id)
{
    QStringList ids{id};
    if (list != AlarmList::Flood) return ids;
    for (const alarms::Group& group : alarms::groups(*pack.alarms, alarms, *pack.areas)) {
        if (group.alarms.front()->id != id) continue;
        for (std::size_t i = 1; i < group.alarms.size(); ++i)
            if (isFolded(list, group, i)) ids << group.alarms[i]->id;
    }
    return ids;
}

widgets::TableData alarmTable(const AlarmTongue& tongue, const alarms::Alarms& alarms, AlarmList list, const widgets::Theme& theme)
{
    const alarms::Plan& plan = *tongue.pack.alarms;
    widgets::TableData table;
    for (const char* title : {QT_TRANSLATE_NOOP("Message", "Priority"), QT_TRANSLATE_NOOP("Message", "Alarm"), QT_TRANSLATE_NOOP("Message", "Where"),
                              QT_TRANSLATE_NOOP("Message", "Value"), QT_TRANSLATE_NOOP("Message", "State"), QT_TRANSLATE_NOOP("Message", "Since")})
        table.columns.push_back({say(title), {}, false});
    table.note = list == AlarmList::Hidden ? say(QT_TRANSLATE_NOOP("Message", "Nothing is shelved, suppressed or out of service."))
                                           : say(QT_TRANSLATE_NOOP("Message", "No alarms."));
    if (list == AlarmList::Hidden) {
        for (const auto& [id, alarm] : alarms.alarms) {
            const alarms::Rule* rule = plan.rule(alarm.rule);
            const bool hidden = alarm.shelvedUntil || alarm.outOfService || alarm.suppressed;
            if (rule && rule->alarms && hidden) table.rows.push_back(row(tongue, alarm, table.rows.size(), theme, {}));
        }
        return table;
    }
    for (const alarms::Group& group : alarms::groups(plan, alarms, *tongue.pack.areas)) {
        int folded = 0;
        for (std::size_t i = 0; i < group.alarms.size(); ++i) folded += isFolded(list, group, i) ? 1 : 0;
        for (std::size_t i = 0; i < group.alarms.size(); ++i) {
            if (isFolded(list, group, i)) continue;
            const QString more = i == 0 && folded > 0 ? say(QT_TRANSLATE_NOOP("Message", " (and %1 more of this cause)"), {number(folded, 0)})
                                 : i > 0              ? say(QT_TRANSLATE_NOOP("Message", " (follows)"))
                                                      : QString();
            table.rows.push_back(row(tongue, *group.alarms[i], table.rows.size(), theme, more));
        }
    }
    return table;
}

} // namespace app
