// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/build_report.h"

#include "app/dashboards/feed_facts.h"
#include "app/dashboards/format.h"
#include "app/reports/block_scope.h"

#include <QDateTime>
#include <algorithm>

namespace app {

namespace {

using Kind = ReportBlockSpec::Kind;

constexpr std::size_t MostMoments = 48;

ReportBlock blockOf(const ReportInput& in, const ReportBlockSpec& spec)
{
    ReportBlock block;
    if (spec.kind == Kind::Text) {
        block.content = TextBlock{spec.text.in(in.order.language)};
        return block;
    }
    if (spec.kind == Kind::Note) {
        block.content = NoteBlock{in.order.note};
        return block;
    }
    if (spec.kind == Kind::Page) {
        block.content = PageBlock{};
        return block;
    }
    if (spec.kind == Kind::Moments) return momentsBlock(in, spec);
    const BlockScope at(in, spec, in.order.to, in.snapshot);
    const Scope& scope = at.scope();
    switch (spec.kind) {
    case Kind::Headlines: return headlinesBlock(scope);
    case Kind::Tiles: return tilesBlock(scope);
    case Kind::Map: return mapBlock(scope);
    case Kind::Charts: return chartsBlock(scope);
    case Kind::Table: return tableBlock(scope, spec);
    case Kind::Alerts: return alertsBlock(scope);
    case Kind::Impact: return impactBlock(in, spec, scope);
    case Kind::Feeds: return feedsBlock(scope);
    case Kind::Attainment: return attainmentBlock(scope, in.order.from);
    default: return periodBlock(scope, spec, in.order.from, in.order.to);
    }
}

QString offsetText(city::Instant at, const QTimeZone& zone)
{
    const int seconds = zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count()));
    const int minutes = std::abs(seconds) / 60;
    return QStringLiteral("UTC%1%2:%3").arg(seconds < 0 ? QStringLiteral("-") : QStringLiteral("+"))
        .arg(minutes / 60, 2, 10, QLatin1Char('0')).arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

void tellTimes(const ReportInput& in, Report& report)
{
    const QString format = QStringLiteral("yyyy-MM-dd HH:mm");
    const auto clock = [&](city::Instant at) { return city::inZone(at, in.pack->zone, format); };
    report.period = say(QT_TRANSLATE_NOOP("Message", "%1 to %2"), {clock(in.order.from), clock(in.order.to)});
    report.dataTime = QStringLiteral("%1 (%2)").arg(clock(in.order.to), offsetText(in.order.to, in.pack->zone));
}

FeedUsed feedUsed(const ReportInput& in, const QString& id)
{
    FeedUsed used;
    used.id = id;
    used.title = id;
    const city::FeedPicture* picture = in.snapshot->feed(id);
    used.stateWord = city::freshnessText(used.state).toString();
    if (!picture) return used;
    const FeedFacts facts = feedFacts(picture->state, *in.pack, in.order.language, in.order.to);
    used.title = facts.title;
    used.publisher = picture->state.publisher.in(in.order.language);
    used.licence = picture->state.licence;
    used.state = facts.state;
    used.stateWord = facts.word;
    used.age = facts.age;
    used.detail = facts.wrong.value(0);
    used.observed = picture->state.speaksOf();
    return used;
}

void addMethods(ReportEvidence& evidence)
{
    evidence.methods = {
        say(QT_TRANSLATE_NOOP("Message", "Only current values (fresh or late by the promise of their publisher) speak of the time of the data; older ones are marked and never ranked.")),
        say(QT_TRANSLATE_NOOP("Message", "No data is never zero: what has no value is left out of sums and means, and how much was left out is said.")),
        say(QT_TRANSLATE_NOOP("Message", "A value of an area is made of the places in it, added up as the quantity asks: counts by sum, concentrations by the worst or the mean."))};
}

/// What the feeds of the report told and must not be told.
QStringList withheldLines(const ReportInput& in, const QStringList& feeds)
{
    QMap<QString, std::pair<int, int>> counts; // withheld, all
    for (const auto& [id, feed] : in.snapshot->feeds()) {
        if (!feeds.contains(id)) continue;
        for (const city::Observation& one : feed->observations) {
            auto& [withheld, all] = counts[one.quantity];
            ++all;
            if (city::isWithheld(one)) ++withheld;
        }
    }
    QStringList lines;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        const city::Quantity quantity = in.pack->quantities->value(it.key());
        if (it->first > 0 && quantity.privacy)
            lines << say(QT_TRANSLATE_NOOP("Message", "%1: %2 of %3 values are withheld, since they are or would give away numbers from 1 to %4"),
                         {quantity.name.in(in.order.language), number(it->first, 0), number(it->second, 0), number(quantity.privacy->k - 1, 0)});
    }
    return lines;
}

void addEvidence(const ReportInput& in, Report& report)
{
    ReportEvidence& evidence = report.evidence;
    QStringList ids;
    for (const ReportBlock& block : report.blocks) {
        addNew(ids, block.feeds);
        addNew(evidence.scales, block.scales);
        if (const auto* map = std::get_if<MapBlock>(&block.content))
            if (map->scene) addNew(evidence.attributions, map->scene->attributions());
    }
    for (const QString& id : std::as_const(ids)) {
        evidence.feeds.push_back(feedUsed(in, id));
        addNew(evidence.licences, {evidence.feeds.back().licence});
    }
    std::stable_sort(evidence.feeds.begin(), evidence.feeds.end(), [](const FeedUsed& a, const FeedUsed& b) { return a.state > b.state; });
    addMethods(evidence);
    evidence.suppressions = withheldLines(in, ids);
    evidence.pack = in.pack->id + QLatin1Char(' ') + in.pack->version; // the same in every language: the code is made of it
    evidence.program = QStringLiteral("CityOps " CITYOPS_VERSION);
}

} // namespace

Report buildReport(const ReportInput& in)
{
    Report report;
    report.order = in.order;
    report.id = in.spec.id;
    report.title = in.spec.title.in(in.order.language);
    report.purpose = in.spec.purpose.in(in.order.language);
    report.city = in.pack->title.in(in.order.language);
    report.zone = in.pack->zone;
    report.slides = in.spec.paper == ReportSpec::Paper::Slides;
    report.stamp = in.stamp;
    if (!in.order.area.isEmpty()) {
        const int area = in.pack->areas->find(in.order.area);
        if (area >= 0) report.place = in.pack->areas->at(area).name.in(in.order.language);
    }
    tellTimes(in, report);
    for (const ReportBlockSpec& spec : in.spec.blocks) {
        ReportBlock block = blockOf(in, spec);
        block.title = spec.title.in(in.order.language);
        report.blocks.push_back(std::move(block));
    }
    addEvidence(in, report);
    report.evidence.code = codeOf(report);
    return report;
}

std::vector<history::SeriesQuery> seriesFor(const ReportInput& in)
{
    std::vector<history::SeriesQuery> queries;
    QHash<QPair<city::PlaceId, QString>, std::size_t> known;
    const auto ask = [&](history::SeriesQuery query) {
        query.asOf = in.order.asOf;
        const auto key = QPair(query.place, query.quantity);
        const auto found = known.constFind(key);
        if (found != known.cend()) { // one question that covers both
            queries[*found].from = std::min(queries[*found].from, query.from);
            return;
        }
        known.insert(key, queries.size());
        queries.push_back(std::move(query));
    };
    for (const ReportBlockSpec& spec : in.spec.blocks) {
        if (spec.kind == Kind::Tiles || spec.kind == Kind::Charts) {
            const BlockScope at(in, spec, in.order.to, in.snapshot);
            for (const history::SeriesQuery& query : seriesNeeded(*at.input().pack, *in.snapshot, at.input().focus, in.order.to))
                ask(query);
        } else if (spec.kind == Kind::Period) {
            const BlockScope at(in, spec, in.order.to, in.snapshot);
            for (const int row : periodRows(at.scope(), spec))
                ask({*at.scope().index.at(row).id, spec.value, in.order.from, in.order.to, std::nullopt});
        }
    }
    return queries;
}

std::vector<city::Instant> momentsFor(const ReportSpec& spec, const ReportOrder& order)
{
    std::vector<city::Instant> all;
    for (const ReportBlockSpec& block : spec.blocks) {
        if (block.kind != Kind::Moments || block.every.count() <= 0) continue;
        std::size_t many = 0;
        for (city::Instant at = order.to - block.every; at >= order.from && many < MostMoments; at -= block.every, ++many)
            all.push_back(at);
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

} // namespace app
