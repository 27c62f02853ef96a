// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/events_now.h"

#include "app/dashboards/scope.h"

namespace app {

namespace {

bool isOn(const city::Event& event, city::Instant now, city::Duration range)
{
    if (event.begins && *event.begins > now) return false;
    if (event.ends) return *event.ends > now;
    return event.measures.empty() || now - event.begins.value_or(event.reportedAt) <= range;
}

} // namespace

std::vector<EventNow> eventsNow(const Scope& scope)
{
    std::vector<EventNow> found;
    for (const auto& [id, feed] : scope.snapshot.feeds())
        for (const city::Event& event : feed->events) {
            if (!isOn(event, scope.now, scope.focus.range)) continue;
            const int area = event.geometry.isEmpty() ? -1 : scope.areas.locate(event.geometry.anchor());
            found.push_back({&event, feed.get(), area});
        }
    return found;
}

std::vector<EventNow> eventsInFocus(const Scope& scope, const QString& kind)
{
    std::vector<EventNow> found;
    for (const EventNow& one : scope.events)
        if ((kind.isEmpty() || one.event->kind == kind) && scope.isInFocus(one.area) &&
            scope.isPicked(QStringLiteral("event"), one.event->id))
            found.push_back(one);
    return found;
}

QString eventTitle(const Scope& scope, const EventNow& event)
{
    const QString title = scope.text(event.event->title);
    return title.isEmpty() ? scope.kindName(event.event->kind) : title;
}

} // namespace app
