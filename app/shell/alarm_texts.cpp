// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/alarm_texts.h"

#include "app/dashboards/alerts_now.h"
#include "app/dashboards/format.h"
#include "app/dashboards/people.h"

#include <algorithm>

namespace app {

namespace {

QString areaName(const AlarmTongue& tongue, const QString& code)
{
    const int area = tongue.pack.areas->find(code);
    return area < 0 ? QString() : tongue.pack.areas->at(area).name.in(tongue.language);
}

QString comma()
{
    return say(QT_TRANSLATE_NOOP("Message", ", "));
}

} // namespace

QString alarmTitle(const AlarmTongue& tongue, const alarms::Alarm& alarm)
{
    const QString said = alarm.text.in(tongue.language);
    if (alarm.cap && !said.isEmpty()) return said.simplified();
    const alarms::Rule* rule = tongue.pack.alarms->rule(alarm.rule);
    return rule ? rule->title.in(tongue.language) : alarm.rule;
}

QString alarmWhere(const AlarmTongue& tongue, const alarms::Alarm& alarm)
{
    const QString area = areaName(tongue, alarm.area);
    const QString name = alarm.name.in(tongue.language);
    if (alarm.subject.kind == QLatin1String("city")) return tongue.pack.title.in(tongue.language);
    if (alarm.subject.kind == QLatin1String("alert"))
        return !area.isEmpty() ? area : alarm.places > 1 ? say(QT_TRANSLATE_NOOP("Message", "%1 areas"), {number(alarm.places, 0)}) : tongue.pack.title.in(tongue.language);
    if (alarm.subject.kind == QLatin1String("area")) return area;
    return area.isEmpty() || name.isEmpty() ? name + area : name + comma() + area;
}

QString alarmValue(const AlarmTongue& tongue, const alarms::Alarm& alarm)
{
    if (!alarm.value) return {};
    const auto known = tongue.pack.quantities->constFind(alarm.quantity);
    if (known == tongue.pack.quantities->cend()) return number(*alarm.value, 1);
    QString text = withUnit(number(*alarm.value, known->decimals), unitText(*known, tongue.language));
    if (alarm.places > 1) text += comma() + say(QT_TRANSLATE_NOOP("Message", "%1 places"), {number(alarm.places, 0)});
    return text;
}

QString alarmStateWord(alarms::State state)
{
    switch (state) {
    case alarms::State::Normal: return say(QT_TRANSLATE_NOOP("Message", "Normal"));
    case alarms::State::Unacknowledged: return say(QT_TRANSLATE_NOOP("Message", "New"));
    case alarms::State::Acknowledged: return say(QT_TRANSLATE_NOOP("Message", "Acknowledged"));
    case alarms::State::ReturnedUnacknowledged: return say(QT_TRANSLATE_NOOP("Message", "Over, not acknowledged"));
    case alarms::State::Shelved: return say(QT_TRANSLATE_NOOP("Message", "Shelved"));
    case alarms::State::SuppressedByDesign: return say(QT_TRANSLATE_NOOP("Message", "Suppressed by design"));
    case alarms::State::OutOfService: break;
    }
    return say(QT_TRANSLATE_NOOP("Message", "Out of service"));
}

QString alarmPriorityWord(alarms::Priority priority)
{
    switch (priority) {
    case alarms::Priority::Top: return say(QT_TRANSLATE_NOOP("Message", "Top"));
    case alarms::Priority::Medium: return say(QT_TRANSLATE_NOOP("Message", "Medium"));
    case alarms::Priority::Low: break;
    }
    return say(QT_TRANSLATE_NOOP("Message", "Low"));
}

AlarmAdvice alarmAdvice(const AlarmTongue& tongue, const alarms::Alarm& alarm)
{
    AlarmAdvice advice{alarmTitle(tongue, alarm), alarmWhere(tongue, alarm), {}};
    const auto add = [&](const char* name, const QString& text) {
        if (!text.isEmpty()) advice.lines.emplace_back(say(name), text);
    };
    const QTimeZone& zone = tongue.pack.zone;
    add(QT_TRANSLATE_NOOP("Message", "Value"), alarmValue(tongue, alarm));
    if (alarm.expectedAt) add(QT_TRANSLATE_NOOP("Message", "Expected at"), clockText(*alarm.expectedAt, tongue.now, zone));
    add(QT_TRANSLATE_NOOP("Message", "Since"), clockText(alarm.raisedAt, tongue.now, zone));
    const alarms::Rule* rule = tongue.pack.alarms->rule(alarm.rule);
    const QString instruction = alarm.instruction.in(tongue.language);
    add(QT_TRANSLATE_NOOP("Message", "What to do"), instruction.isEmpty() && rule ? rule->action.in(tongue.language) : instruction);
    const int area = alarm.area.isEmpty() ? -1 : tongue.pack.areas->find(alarm.area);
    if (const auto people = area < 0 ? std::nullopt : peopleIn(*tongue.pack.areas, area))
        add(QT_TRANSLATE_NOOP("Message", "Residents"), number(*people, 0));
    if (rule) {
        add(QT_TRANSLATE_NOOP("Message", "Who"), rule->who.in(tongue.language));
        if (rule->respondWithin > city::Duration(0))
            add(QT_TRANSLATE_NOOP("Message", "Within"), ageText(rule->respondWithin));
        add(QT_TRANSLATE_NOOP("Message", "Consequence"), rule->consequence.in(tongue.language));
        add(QT_TRANSLATE_NOOP("Message", "Cause"), rule->cause.in(tongue.language));
    }
    if (alarm.uncertain) add(QT_TRANSLATE_NOOP("Message", "Uncertain"), say(QT_TRANSLATE_NOOP("Message", "Its data are old: it stays as it was")));
    if (alarm.isStale(tongue.now)) add(QT_TRANSLATE_NOOP("Message", "Stale"), say(QT_TRANSLATE_NOOP("Message", "Active for more than a day")));
    if (alarm.isChattering()) add(QT_TRANSLATE_NOOP("Message", "Chatters"), say(QT_TRANSLATE_NOOP("Message", "Three times within a minute")));
    if (alarm.escalated) add(QT_TRANSLATE_NOOP("Message", "Overdue"), say(QT_TRANSLATE_NOOP("Message", "Nobody acknowledged it in time")));
    if (alarm.shelvedUntil) add(QT_TRANSLATE_NOOP("Message", "Shelved until"), clockText(*alarm.shelvedUntil, tongue.now, zone));
    if (!alarm.by.isEmpty()) add(QT_TRANSLATE_NOOP("Message", "By"), alarm.note.isEmpty() ? alarm.by : alarm.by + QStringLiteral(": ") + alarm.note);
    add(QT_TRANSLATE_NOOP("Message", "Signature"), signatureText(alarm.signature, alarm.signedBy));
    if (alarm.cap) add(QT_TRANSLATE_NOOP("Message", "Message"), alarm.cap->sender + comma() + alarm.cap->identifier);
    return advice;
}

QString spokenAlarm(const AlarmTongue& tongue, const alarms::Alarm& alarm, bool invented)
{
    QStringList sentences;
    if (invented) sentences << say(QT_TRANSLATE_NOOP("Message", "Invented data"));
    sentences << say(QT_TRANSLATE_NOOP("Message", "Alarm of priority %1"), {alarmPriorityWord(alarm.priority)});
    const alarms::Rule* rule = tongue.pack.alarms->rule(alarm.rule);
    const QString instruction = alarm.instruction.in(tongue.language);
    for (const QString& one : {alarmTitle(tongue, alarm), alarmWhere(tongue, alarm), alarmValue(tongue, alarm),
                               instruction.isEmpty() && rule ? rule->action.in(tongue.language) : instruction})
        if (!one.isEmpty()) sentences << one.simplified();
    constexpr qsizetype breath = 400; // A publisher's instruction may be a page.
    QString text;
    for (QString& one : sentences) {
        while (one.endsWith(QLatin1Char('.')) || one.endsWith(QChar(0x3002))) one.chop(1);
        text += one + say(QT_TRANSLATE_NOOP("Message", ". "));
    }
    return text.size() <= breath ? text.trimmed() : text.left(breath) + QChar(0x2026);
}

QString alarmSummary(const AlarmTongue& tongue, const alarms::Alarms& alarms)
{
    const alarms::Counts counts = alarms::count(*tongue.pack.alarms, alarms, tongue.now);
    QStringList parts;
    for (int i = 0; i < 3; ++i)
        if (counts.unacknowledged[i] > 0)
            parts << say(QT_TRANSLATE_NOOP("Message", "%1 %2 not acknowledged"),
                         {number(counts.unacknowledged[i], 0), alarmPriorityWord(static_cast<alarms::Priority>(i + 1))});
    const int active = counts.active[0] + counts.active[1] + counts.active[2];
    if (active > 0) parts << say(QT_TRANSLATE_NOOP("Message", "%1 active"), {number(active, 0)});
    if (counts.shelved > 0) parts << say(QT_TRANSLATE_NOOP("Message", "%1 shelved"), {number(counts.shelved, 0)});
    if (counts.suppressed > 0) parts << say(QT_TRANSLATE_NOOP("Message", "%1 suppressed by design"), {number(counts.suppressed, 0)});
    if (counts.outOfService > 0) parts << say(QT_TRANSLATE_NOOP("Message", "%1 out of service"), {number(counts.outOfService, 0)});
    if (counts.stale > 0) parts << say(QT_TRANSLATE_NOOP("Message", "%1 for more than a day"), {number(counts.stale, 0)});
    if (counts.chattering > 0) parts << say(QT_TRANSLATE_NOOP("Message", "%1 chattering"), {number(counts.chattering, 0)});
    if (alarms.isFlood) parts.prepend(say(QT_TRANSLATE_NOOP("Message", "ALARM FLOOD: grouped by cause")));
    if (!alarms.untrusted.isEmpty())
        parts << say(QT_TRANSLATE_NOOP("Message", "messages of senders nobody trusts: %1"), {alarms.untrusted.mid(0, 3).join(comma())});
    return parts.isEmpty() ? say(QT_TRANSLATE_NOOP("Message", "No alarms.")) : parts.join(say(QT_TRANSLATE_NOOP("Message", "; ")));
}

QString alarmAgeSentence(const AlarmTongue& tongue, const std::optional<city::Instant>& asOf, int waiting)
{
    QStringList parts;
    if (asOf)
        parts << say(QT_TRANSLATE_NOOP("Message", "Alarms as of %1: the shared store is away, or nobody judges them."),
                     {clockText(*asOf, tongue.now, tongue.pack.zone)});
    if (waiting > 0)
        parts << say(QT_TRANSLATE_NOOP("Message", "Done here and not yet told to the others: %1. It is sent when the store is there again."), {number(waiting, 0)});
    return parts.join(QLatin1Char(' '));
}

QStringList performanceLines(const AlarmTongue& tongue, const alarms::Performance& made)
{
    const auto share = [&](int i) { return number(made.raised == 0 ? 0 : 100.0 * made.byPriority[i] / made.raised, 0); };
    QStringList lines{
        say(QT_TRANSLATE_NOOP("Message", "Alarms: %1, %2 an hour (6 is well, 12 the most one person manages)"), {number(made.raised, 0), number(made.perHour, 1)}),
        say(QT_TRANSLATE_NOOP("Message", "Most in ten minutes: %1; in flood %2 % of the time (less than 1 %)"),
            {number(made.mostInTenMinutes, 0), number(100 * made.floodShare, 1)}),
        say(QT_TRANSLATE_NOOP("Message", "Low %1 %, medium %2 %, top %3 % (about 80, 15, 5)"), {share(2), share(1), share(0)}),
        say(QT_TRANSLATE_NOOP("Message", "Acknowledged: %1, in time %2"), {number(made.acknowledged, 0), number(made.inTime, 0)}),
        say(QT_TRANSLATE_NOOP("Message", "Chattering: %1 (none)"), {number(made.chattering, 0)})};
    if (made.usualAcknowledgement)
        lines << say(QT_TRANSLATE_NOOP("Message", "Usual time to acknowledge: %1"), {ageText(*made.usualAcknowledgement)});
    for (const auto& [id, times] : made.mostOften) {
        const alarms::Rule* rule = tongue.pack.alarms->rule(id);
        lines << say(QT_TRANSLATE_NOOP("Message", "%1 times: %2"), {number(times, 0), rule ? rule->title.in(tongue.language) : id});
    }
    return lines;
}

city::Focus alarmTarget(const Pack& pack, const alarms::Alarm& alarm)
{
    city::Focus focus;
    focus.area = alarm.area;
    static const QStringList noPlaces{QStringLiteral("area"), QStringLiteral("city"), QStringLiteral("alert"), QStringLiteral("feed")};
    if (!noPlaces.contains(alarm.subject.kind)) focus.place = alarm.subject;
    // What a warning hits is told by its card.
    if (alarm.cap) focus.place = city::PlaceId{QStringLiteral("alert"), alarm.cap->sender + QLatin1Char(',') + alarm.cap->identifier + QLatin1Char(',') + city::toIso(alarm.cap->sent)};
    // The dashboard that speaks of its quantity; warnings have one of their own.
    const auto speaks = [&](const DashboardSpec& one) {
        return std::any_of(one.map.begin(), one.map.end(), [&](const MapLayerSpec& layer) {
            return alarm.cap ? layer.kind == QLatin1String("alerts") && one.order > 1 : layer.show && layer.value == alarm.quantity;
        });
    };
    const auto found = std::find_if(pack.dashboards.begin(), pack.dashboards.end(), speaks);
    if (found != pack.dashboards.end()) focus.dashboard = found->id;
    return focus;
}

} // namespace app
