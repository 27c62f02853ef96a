// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/feed_tables.h"

#include "app/dashboards/format.h"
#include "layers/feeds/health/log.h"
#include "layers/feeds/health/words.h"

/// One feed's page: its day, its papers, and all of it as text.
namespace app {

namespace {

using Lines = std::vector<QPair<QString, QString>>;

void add(Lines& lines, const char* name, const QString& value)
{
    if (!value.isEmpty()) lines.push_back({say(name), value});
}

QString bytesText(qint64 bytes)
{
    if (bytes < 1000) return say(QT_TRANSLATE_NOOP("Message", "%1 bytes"), {QString::number(bytes)});
    const double kilo = static_cast<double>(bytes) / 1000;
    return kilo < 1000 ? number(kilo, 1) + QStringLiteral(" kB") : number(kilo / 1000, 1) + QStringLiteral(" MB");
}

void addMonths(Lines& lines, const FeedsInput& in, const city::FeedState& feed)
{
    const feeds::FeedSpec* spec = in.pack->feed(feed.id);
    const auto& months = feed.health.log.months;
    for (auto month = months.rbegin(); month != months.rend() && month - months.rbegin() < 3; ++month) {
        const feeds::Attainment kept = feeds::attainment(*month, feed.promise);
        QStringList said;
        if (kept.cadence) said << say(QT_TRANSLATE_NOOP("Message", "cadence %1"), {shareText(kept.cadence)});
        if (kept.latency) said << say(QT_TRANSLATE_NOOP("Message", "in time %1"), {shareText(kept.latency)});
        if (kept.complete && spec && spec->completePercent)
            said << say(QT_TRANSLATE_NOOP("Message", "complete %1 of %2"), {shareText(kept.complete), shareText(*spec->completePercent / 100)});
        if (kept.answered) said << say(QT_TRANSLATE_NOOP("Message", "answered %1"), {shareText(kept.answered)});
        const QString name = QStringLiteral("%1-%2").arg(month->year).arg(month->month, 2, 10, QLatin1Char('0'));
        lines.push_back({say(QT_TRANSLATE_NOOP("Message", "Promise kept in %1"), {name}), said.join(QStringLiteral(", "))});
    }
}

} // namespace

Lines feedLines(const FeedsInput& in, const city::FeedState& feed)
{
    const FeedFacts facts = feedFacts(feed, *in.pack, in.language, in.now);
    const auto clock = [&in](const std::optional<city::Instant>& at) { return at ? clockText(*at, in.now, in.pack->zone) : QString(); };
    Lines lines;
    add(lines, QT_TRANSLATE_NOOP("Message", "Publisher"), feed.publisher.in(in.language));
    add(lines, QT_TRANSLATE_NOOP("Message", "Licence"), feed.licence);
    const feeds::FeedSpec* spec = in.pack->feed(feed.id);
    if (spec) {
        add(lines, QT_TRANSLATE_NOOP("Message", "Host"), spec->request.url.host());
        add(lines, QT_TRANSLATE_NOOP("Message", "Format"), spec->format);
    }
    QString promise = say(QT_TRANSLATE_NOOP("Message", "every %1, at most %2 late"), {spanText(feed.promise.cadence), spanText(feed.promise.grace)});
    if (spec && spec->completePercent) promise += say(QT_TRANSLATE_NOOP("Message", ", %1 complete"), {shareText(*spec->completePercent / 100)});
    add(lines, QT_TRANSLATE_NOOP("Message", "Promise"), promise);
    add(lines, QT_TRANSLATE_NOOP("Message", "Seen every"), facts.seen);
    if (const auto rhythm = feeds::rhythmOf(feed.health.log.answers))
        add(lines, QT_TRANSLATE_NOOP("Message", "Asked every"), spanText(rhythm->median));
    add(lines, QT_TRANSLATE_NOOP("Message", "Newest observation"), clock(feed.newestObservation));
    add(lines, QT_TRANSLATE_NOOP("Message", "Last answer"), clock(feed.lastSuccess));
    add(lines, QT_TRANSLATE_NOOP("Message", "Last question"), clock(feed.lastAttempt));
    add(lines, QT_TRANSLATE_NOOP("Message", "Answered in 24 hours"), facts.success);
    add(lines, QT_TRANSLATE_NOOP("Message", "Latency"), facts.latency);
    if (feed.payloadBytes > 0) add(lines, QT_TRANSLATE_NOOP("Message", "Size"), bytesText(feed.payloadBytes));
    add(lines, QT_TRANSLATE_NOOP("Message", "Character set"), feed.memory.encoding);
    add(lines, QT_TRANSLATE_NOOP("Message", "Records"),
        facts.records.isEmpty() ? QString() : say(QT_TRANSLATE_NOOP("Message", "%1 accepted, %2 refused"), {facts.records, facts.refused}));
    addMonths(lines, in, feed);
    return lines;
}

std::vector<widgets::StripCell> feedDay(const FeedsInput& in, const city::FeedState& feed)
{
    std::vector<widgets::StripCell> cells;
    for (const feeds::Stretch& one : feeds::lastDay(feed, in.now)) {
        const QString word = one.state ? city::freshnessText(*one.state).toString() : say(QT_TRANSLATE_NOOP("Message", "not watched"));
        QString tip = say(QT_TRANSLATE_NOOP("Message", "%1 to %2: %3"),
                          {clockText(one.from, in.now, in.pack->zone), clockText(one.to, in.now, in.pack->zone), word});
        if (one.asked > 0)
            tip += say(QT_TRANSLATE_NOOP("Message", "; asked %1 times, %2 without an answer"), {QString::number(one.asked), QString::number(one.failed)});
        cells.push_back({one.state, one.failed > 0, tip});
    }
    return cells;
}

QString feedReport(const FeedsInput& in, const city::FeedState& feed)
{
    const FeedFacts facts = feedFacts(feed, *in.pack, in.language, in.now);
    QStringList lines{facts.title + QStringLiteral(" (") + feed.id + QLatin1Char(')'),
                      facts.word + QStringLiteral(", ") + facts.age + QStringLiteral(" · ") + city::toIso(in.now)};
    for (const auto& [name, value] : feedLines(in, feed)) lines << name + QStringLiteral(": ") + value;
    if (feed.failure) lines << feed.failure->toString();
    for (const city::Finding& one : feed.health.findings) lines << QStringLiteral("- ") + findingText(one, *in.pack, in.now);
    for (const widgets::TableRow& row : refusalTable(feed).rows)
        lines << QStringLiteral("- %1 × %2 (%3 %4)").arg(row.cells[3].text, row.cells[0].text, row.cells[1].text, row.cells[2].text);
    for (const auto& [name, shape] : feed.memory.schema.fields)
        lines << QStringLiteral("  %1: %2, %3").arg(name, feeds::words(shape.type), shape.example);
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

QString payloadTitle(const feeds::KeptPayload& payload, const FeedsInput& in)
{
    QString title = city::inZone(payload.at, in.pack->zone, QStringLiteral("yyyy-MM-dd HH:mm:ss")) + QStringLiteral(" · ") + bytesText(payload.bytes);
    if (!payload.contentType.isEmpty()) title += QStringLiteral(" · ") + QString::fromLatin1(payload.contentType);
    if (!payload.refused.isEmpty()) title += QStringLiteral(" · ") + say(QT_TRANSLATE_NOOP("Message", "refused: %1"), {payload.refused});
    return title;
}

} // namespace app
