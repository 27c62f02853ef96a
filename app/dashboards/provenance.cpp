// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/provenance.h"

#include "app/dashboards/format.h"
#include "app/dashboards/withheld.h"

namespace app {

namespace {

void addFeed(const Scope& scope, const city::FeedPicture& feed, QStringList& lines)
{
    const city::FeedState& state = feed.state;
    lines << say(QT_TRANSLATE_NOOP("Message", "Feed: %1"), {feedTitleOf(scope, feed)});
    if (!state.publisher.isEmpty())
        lines << say(QT_TRANSLATE_NOOP("Message", "Publisher: %1"), {scope.text(state.publisher)});
    if (!state.licence.isEmpty()) lines << say(QT_TRANSLATE_NOOP("Message", "Licence: %1"), {state.licence});
    if (state.failure)
        lines << say(QT_TRANSLATE_NOOP("Message", "Last attempt failed: %1"), {state.failure->text.toString()});
}

QString clock(const Scope& scope, city::Instant at)
{
    return clockText(at, scope.now, scope.pack.zone);
}

void addTimes(const Scope& scope, const Aggregated& value, QStringList& lines)
{
    if (!value.newest || !value.oldest) return;
    if (*value.newest == *value.oldest)
        lines << say(QT_TRANSLATE_NOOP("Message", "Observed: %1"), {clock(scope, *value.newest)});
    else
        lines << say(QT_TRANSLATE_NOOP("Message", "Observed: %1 to %2"),
                     {clock(scope, *value.oldest), clock(scope, *value.newest)});
    if (value.received) lines << say(QT_TRANSLATE_NOOP("Message", "Received: %1"), {clock(scope, *value.received)});
}

} // namespace

QStringList feedLines(const Scope& scope, const city::FeedPicture& feed)
{
    QStringList lines;
    addFeed(scope, feed, lines);
    return lines;
}

QString feedTitleOf(const Scope& scope, const city::FeedPicture& feed)
{
    return feed.state.title.isEmpty() ? feed.state.id : scope.text(feed.state.title);
}

QString scaleLine(const Scope& scope, const indicators::Scale& scale)
{
    return say(QT_TRANSLATE_NOOP("Message", "Scale: %1 (%2, version %3; %4)"),
               {scope.text(scale.title), scale.id, scale.version, scale.source});
}

QString leftOutText(const Aggregated& value)
{
    QStringList parts;
    const QString places = number(value.places, 0);
    if (value.stale > 0)
        parts << say(QT_TRANSLATE_NOOP("Message", "%1 of %2 stale"), {number(value.stale, 0), places});
    if (value.dead > 0)
        parts << say(QT_TRANSLATE_NOOP("Message", "%1 of %2 dead"), {number(value.dead, 0), places});
    if (value.future > 0)
        parts << say(QT_TRANSLATE_NOOP("Message", "%1 of %2 dated in the future"), {number(value.future, 0), places});
    if (value.withheld > 0)
        parts << say(QT_TRANSLATE_NOOP("Message", "%1 of %2 withheld"), {number(value.withheld, 0), places});
    if (value.missing > 0)
        parts << say(QT_TRANSLATE_NOOP("Message", "%1 of %2 without data"), {number(value.missing, 0), places});
    return parts.join(QStringLiteral("; "));
}

widgets::Provenance provenance(const Scope& scope, const Aggregated& value, const Measure& measure)
{
    QStringList lines;
    for (const city::FeedPicture* feed : value.feeds)
        addFeed(scope, *feed, lines);
    addTimes(scope, value, lines);
    if (measure.scale) lines << scaleLine(scope, *measure.scale);
    lines << say(QT_TRANSLATE_NOOP("Message", "Inputs: %1 of %2 places"),
                 {number(value.used, 0), number(value.places, 0)});
    const QString leftOut = leftOutText(value);
    if (!leftOut.isEmpty()) lines << say(QT_TRANSLATE_NOOP("Message", "Left out: %1"), {leftOut});
    return {lines};
}

widgets::Provenance provenance(const Scope& scope, const Reading& reading, const Measure& measure)
{
    QStringList lines;
    if (!reading.observation) return {lines};
    if (reading.isWithheld())
        lines << withheldText(scope, reading.observation->quantity);
    addFeed(scope, *reading.feed, lines);
    lines << say(QT_TRANSLATE_NOOP("Message", "Observed: %1"), {clock(scope, reading.observation->observedAt)});
    lines << say(QT_TRANSLATE_NOOP("Message", "Received: %1"), {clock(scope, reading.observation->receivedAt)});
    if (measure.scale) lines << scaleLine(scope, *measure.scale);
    return {lines};
}

widgets::Provenance provenance(const Scope& scope, const std::vector<const city::FeedPicture*>& feeds)
{
    QStringList lines;
    for (const city::FeedPicture* feed : feeds) {
        addFeed(scope, *feed, lines);
        if (const auto at = feed->state.lastSuccess)
            lines << say(QT_TRANSLATE_NOOP("Message", "Received: %1"), {clock(scope, *at)});
    }
    return {lines};
}

} // namespace app
