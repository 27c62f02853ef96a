// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/feed_facts.h"
#include "app/dashboards/format.h"
#include "app/reports/block_scope.h"
#include "layers/feeds/health/log.h"

#include <algorithm>
#include <cmath>

/// What a report says of the feeds themselves.
namespace app {

namespace {

widgets::TableCell cell(const QString& text)
{
    widgets::TableCell made;
    made.text = text.isEmpty() ? QStringLiteral("–") : text;
    made.muted = text.isEmpty();
    return made;
}

widgets::TableCell cell(const QString& text, std::optional<double> number)
{
    widgets::TableCell made = cell(text);
    made.number = number;
    return made;
}

Figure counted(const QString& what, const widgets::TableCell& cell, const QString& unit, const QString& feed)
{
    Figure figure;
    figure.what = what;
    figure.value = cell.number;
    figure.text = cell.text;
    figure.unit = unit;
    figure.feeds = QStringList{feed};
    return figure;
}

} // namespace

ReportBlock feedsBlock(const Scope& scope)
{
    TableBlock made;
    made.table.columns = {{say(QT_TRANSLATE_NOOP("Message", "Feed")), {}, false},
                          {say(QT_TRANSLATE_NOOP("Message", "State")), {}, false},
                          {say(QT_TRANSLATE_NOOP("Message", "Age")), {}, true},
                          {say(QT_TRANSLATE_NOOP("Message", "Promised")), {}, true},
                          {say(QT_TRANSLATE_NOOP("Message", "Records")), {}, true},
                          {say(QT_TRANSLATE_NOOP("Message", "Refused")), {}, true},
                          {say(QT_TRANSLATE_NOOP("Message", "Licence")), {}, false}};
    ReportBlock block;
    for (const FeedFacts& feed : allFeedFacts(scope.snapshot, scope.pack, scope.in.language, scope.now)) {
        const city::FeedPicture* picture = scope.snapshot.feed(feed.id);
        widgets::TableRow row;
        widgets::TableCell state = cell(feed.word);
        if (!feed.off && !feed.never) state.freshness = feed.state;
        row.cells = {cell(feed.title), state, cell(feed.age), cell(feed.promised),
                     cell(feed.records, feed.records.isEmpty() ? std::nullopt : std::optional<double>(feed.recordCount)),
                     cell(feed.refused, feed.refused.isEmpty() ? std::nullopt : std::optional<double>(feed.refusedCount)),
                     cell(picture ? picture->state.licence : QString())};
        row.key = feed.id;
        row.tip = feed.wrong.join(QStringLiteral("; "));
        std::vector<Figure> figures;
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            figures.push_back(counted(feed.title + QStringLiteral(" · ") + made.table.columns[i].title, row.cells[i], {}, feed.id));
        made.figures.push_back(std::move(figures));
        made.table.rows.push_back(std::move(row));
        addNew(block.feeds, {feed.id});
    }
    made.table.note = say(QT_TRANSLATE_NOOP("Message", "No feed has been asked yet."));
    block.content = std::move(made);
    return block;
}

ReportBlock attainmentBlock(const Scope& scope, city::Instant from)
{
    TableBlock made;
    const QString percent = QStringLiteral("%");
    made.table.columns = {{say(QT_TRANSLATE_NOOP("Message", "Feed")), {}, false},
                          {say(QT_TRANSLATE_NOOP("Message", "Month")), {}, false},
                          {say(QT_TRANSLATE_NOOP("Message", "Watched")), QStringLiteral("h"), true},
                          {say(QT_TRANSLATE_NOOP("Message", "Asked")), {}, true},
                          {say(QT_TRANSLATE_NOOP("Message", "Answered")), percent, true},
                          {say(QT_TRANSLATE_NOOP("Message", "Seen of promised")), percent, true},
                          {say(QT_TRANSLATE_NOOP("Message", "On time")), percent, true},
                          {say(QT_TRANSLATE_NOOP("Message", "Complete")), percent, true}};
    const QString begins = city::toIso(from).left(7);
    ReportBlock block;
    for (const auto& [id, picture] : scope.snapshot.feeds()) {
        const city::FeedState& state = picture->state;
        const QString title = state.title.isEmpty() ? id : scope.text(state.title);
        for (const city::FeedMonth& month : state.health.log.months) {
            const QString name = QStringLiteral("%1-%2").arg(month.year).arg(month.month, 2, 10, QLatin1Char('0'));
            if (name < begins || month.asked == 0) continue;
            const feeds::Attainment kept = feeds::attainment(month, state.promise);
            const auto share = [](const std::optional<double>& part) { return part ? cell(shareText(part).remove(QStringLiteral(" %")), std::round(*part * 1000) / 10) : cell({}); };
            widgets::TableRow row;
            row.key = id + QLatin1Char('/') + name;
            const double hours = std::round(static_cast<double>(month.watched.count()) / 3.6e5) / 10;
            row.cells = {cell(title), cell(name), cell(number(hours, 1), hours), cell(number(month.asked, 0), month.asked),
                         share(kept.answered), share(kept.cadence), share(kept.latency), share(kept.complete)};
            std::vector<Figure> figures;
            for (std::size_t i = 0; i < row.cells.size(); ++i)
                figures.push_back(counted(title + QLatin1Char(' ') + name + QStringLiteral(" · ") + made.table.columns[i].title,
                                          row.cells[i], made.table.columns[i].unit, id));
            made.figures.push_back(std::move(figures));
            made.table.rows.push_back(std::move(row));
            addNew(block.feeds, {id});
        }
    }
    made.table.note = say(QT_TRANSLATE_NOOP("Message", "Nothing was counted in this time. It is counted while the program runs."));
    block.content = std::move(made);
    return block;
}

} // namespace app
