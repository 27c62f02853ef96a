// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/feeds_now.h"
#include "app/dashboards/format.h"
#include "app/dashboards/impact.h"
#include "app/dashboards/table.h"

namespace app {

namespace {

// Sorted upwards the most severe stand first, as with every list of alerts.
widgets::TableCell severityCell(const Scope& scope, const AlertNow& alert)
{
    widgets::TableCell cell = textCell(severityWord(alert.info->severity));
    cell.number = (alert.exercise ? 10 : 4) - alert.rank;
    cell.muted = alert.exercise;
    if (alert.alarm >= 1 && alert.alarm <= 3) {
        const widgets::AlarmLook& look = scope.in.theme.alarms[static_cast<std::size_t>(alert.alarm) - 1];
        cell.colour = look.colour;
        cell.shape = look.shape;
    }
    return cell;
}

widgets::TableCell peopleCell(std::optional<double> people)
{
    return {people ? aboutPeople(*people) : QStringLiteral("–"), people, {}, map::Shape::Circle, !people};
}

widgets::TableCell alertCell(const Scope& scope, const AlertNow& alert, const QString& id)
{
    const city::AlertInfo& info = *alert.info;
    if (id == QLatin1String("name")) return textCell(alertTitle(scope, alert));
    if (id == QLatin1String("area")) return textCell(alertAreas(scope, alert));
    if (id == QLatin1String("severity")) return severityCell(scope, alert);
    if (id == QLatin1String("urgency")) return textCell(urgencyWord(info.urgency));
    if (id == QLatin1String("certainty")) return textCell(certaintyWord(info.certainty));
    if (id == QLatin1String("effective")) return timeCell(scope, info.onset ? info.onset : info.effective);
    if (id == QLatin1String("expires")) return timeCell(scope, info.expires);
    if (id == QLatin1String("people")) return peopleCell(alertPeople(scope, alert));
    if (id == QLatin1String("age")) return ageCell(scope, alert.alert->sent, city::Freshness::Fresh);
    return textCell(info.senderName.isEmpty() ? alert.alert->sender : info.senderName);
}

widgets::TableCell eventCell(const Scope& scope, const EventNow& event, const QString& id)
{
    if (id == QLatin1String("name")) return textCell(eventTitle(scope, event));
    if (id == QLatin1String("area")) return textCell(event.area < 0 ? QString() : scope.areaPath(event.area));
    if (id == QLatin1String("kind")) return textCell(scope.kindName(event.event->kind));
    if (id == QLatin1String("begins")) return timeCell(scope, event.event->begins);
    if (id == QLatin1String("ends")) return timeCell(scope, event.event->ends);
    if (id == QLatin1String("age"))
        return ageCell(scope, event.event->begins.value_or(event.event->reportedAt), city::Freshness::Fresh);
    for (const city::Observation& one : event.event->measures)
        if (one.quantity == id) return valueCell(measure(scope, id), Reading{&one, event.feed, city::Freshness::Fresh});
    return valueCell(measure(scope, id), Reading{});
}

QString noneText(const Scope& scope, const QStringList& feeds, const char* none)
{
    return answered(scope, feeds).empty() ? whyNoData(scope, feeds) : say(none);
}

} // namespace

void addAlertRows(const Scope& scope, const TableSpec& spec, widgets::TableData& table)
{
    table.title = say(QT_TRANSLATE_NOOP("Message", "Alerts in force"));
    for (const AlertNow& alert : alertsInFocus(scope)) {
        widgets::TableRow row;
        for (const QString& id : spec.columns)
            row.cells.push_back(alertCell(scope, alert, id));
        row.key = alertId(*alert.alert);
        row.target = alertTarget(scope, alert);
        row.tip = alert.info->description;
        table.rows.push_back(std::move(row));
    }
    if (table.rows.empty())
        table.note = noneText(scope, feedsFor(scope, {{}, {}, {}, FeedsFor::Alerts::Yes}),
                              QT_TRANSLATE_NOOP("Message", "No alert is in force here."));
}

void addEventRows(const Scope& scope, const TableSpec& spec, widgets::TableData& table)
{
    const QStringList kinds = spec.of.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QStringList names;
    for (const QString& kind : kinds)
        names << scope.kindName(kind);
    table.title = names.join(say(QT_TRANSLATE_NOOP("Message", ", ")));
    for (const EventNow& event : eventsInFocus(scope, {})) {
        if (!kinds.isEmpty() && !kinds.contains(event.event->kind)) continue;
        widgets::TableRow row;
        for (const QString& id : spec.columns)
            row.cells.push_back(eventCell(scope, event, id));
        row.key = event.event->id;
        if (event.area >= 0) row.target = scope.focusOnArea(event.area);
        row.tip = event.event->description;
        table.rows.push_back(std::move(row));
    }
    const QString kind = kinds.isEmpty() ? QStringLiteral("*") : kinds.front();
    if (table.rows.empty())
        table.note = noneText(scope, feedsFor(scope, {{}, {}, kind, FeedsFor::Alerts::No}),
                              QT_TRANSLATE_NOOP("Message", "Nothing is going on here."));
}

void addFeedRows(const Scope& scope, const TableSpec& spec, widgets::TableData& table)
{
    table.title = say(QT_TRANSLATE_NOOP("Message", "Feeds"));
    for (const widgets::FeedAge& feed : feedAges(scope)) {
        const city::FeedPicture* picture = scope.snapshot.feed(feed.id);
        widgets::TableRow row;
        for (const QString& id : spec.columns) {
            if (id == QLatin1String("name"))
                row.cells.push_back(textCell(feed.title));
            else if (id == QLatin1String("age"))
                row.cells.push_back(ageCell(scope, picture ? picture->state.speaksOf() : std::nullopt, feed.freshness));
            else if (id == QLatin1String("state"))
                row.cells.push_back(textCell(city::freshnessText(feed.freshness).toString()));
            else
                row.cells.push_back(textCell(picture ? scope.text(picture->state.publisher) : QString()));
        }
        row.key = feed.id;
        row.tip = feed.detail;
        table.rows.push_back(std::move(row));
    }
    if (table.rows.empty()) table.note = say(QT_TRANSLATE_NOOP("Message", "The pack has no feeds."));
}

} // namespace app
