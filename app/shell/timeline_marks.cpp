// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/timeline_marks.h"

#include "layers/city/alert_areas.h"
#include "app/dashboards/alerts_now.h"
#include "app/dashboards/format.h"
#include "layers/city/alerts.h"

#include <algorithm>

namespace app {

namespace {

using widgets::TimeMark;

bool touches(const city::AreaTree& areas, const city::AlertInfo& info)
{
    if (info.areas.empty() || areas.isEmpty()) return true;
    return std::any_of(info.areas.begin(), info.areas.end(),
                       [&](const city::AlertArea& one) { return !areasOf(areas, one).empty(); });
}

/// Nothing for an alert that is about somewhere else, or that takes one back.
std::optional<TimeMark> markOf(const Pack& pack, const history::Mark& mark, const QString& language)
{
    const city::AlertInfo* info = infoFor(mark.alert, language);
    const bool says =
        mark.alert.msgType == QLatin1String("Alert") || mark.alert.msgType == QLatin1String("Update");
    if (!info || !says || !touches(*pack.areas, *info)) return std::nullopt;
    TimeMark made;
    made.at = mark.at;
    const city::Instant end = city::expiry(mark.alert, *info);
    if (end > mark.at) made.until = end;
    made.alarm = alarmOf(*info);
    made.text = city::titleText(*info, pack.terms).in(language);
    return made;
}

QString feedTitle(const Pack& pack, const QString& id, const QString& language)
{
    const feeds::FeedSpec* feed = pack.feed(id);
    return feed ? feed->title.in(language) : id;
}

} // namespace

widgets::TimelineMarks marksOf(const Pack& pack, const history::Timeline& timeline, const QString& language)
{
    widgets::TimelineMarks marks;
    marks.first = timeline.first;
    for (const history::Mark& mark : timeline.marks) {
        if (mark.kind == history::Mark::Kind::Alert) {
            if (auto made = markOf(pack, mark, language)) marks.marks.push_back(std::move(*made));
            continue;
        }
        const bool failed = mark.kind == history::Mark::Kind::FeedFailed;
        TimeMark made;
        made.kind = failed ? TimeMark::Kind::FeedFailed : TimeMark::Kind::FeedBack;
        made.at = mark.at;
        const QString title = feedTitle(pack, mark.feed, language);
        made.text = failed ? say(QT_TRANSLATE_NOOP("Message", "%1 does not answer: %2"), {title, mark.reason})
                           : say(QT_TRANSLATE_NOOP("Message", "%1 answers again"), {title});
        marks.marks.push_back(std::move(made));
    }
    for (const history::Note& note : timeline.notes) {
        TimeMark made;
        made.kind = TimeMark::Kind::Note;
        made.at = note.at;
        made.until = note.until;
        made.text = say(QT_TRANSLATE_NOOP("Message", "%1 (%2, written %3)"),
                        {note.text, note.author,
                         city::inZone(note.writtenAt, pack.zone, QStringLiteral("yyyy-MM-dd HH:mm"))});
        made.id = note.id;
        marks.marks.push_back(std::move(made));
    }
    std::stable_sort(marks.marks.begin(), marks.marks.end(),
                     [](const TimeMark& a, const TimeMark& b) { return a.at < b.at; });
    for (const history::Gap& gap : timeline.gaps)
        marks.gaps.push_back({gap.from, gap.to});
    return marks;
}

} // namespace app
