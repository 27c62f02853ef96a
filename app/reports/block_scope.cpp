// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/block_scope.h"

#include "app/dashboards/format.h"
#include "app/dashboards/withheld.h"

namespace app {

BlockScope::BlockScope(const ReportInput& report, const ReportBlockSpec& block, city::Instant at,
                       std::shared_ptr<const city::CitySnapshot> snapshot, const std::optional<city::Focus>& focus)
{
    // Each block is a dashboard of its own name: what is usual of one is not taken for that of another.
    std::size_t number = 0;
    while (number < report.spec.blocks.size() && &report.spec.blocks[number] != &block)
        ++number;
    auto pack = std::make_shared<Pack>(*report.pack);
    pack->dashboards = {block.parts};
    pack->dashboards.front().id = QStringLiteral("report-%1").arg(number);
    m_input.pack = std::move(pack);
    m_input.snapshot = std::move(snapshot);
    m_input.focus = focus.value_or(city::Focus());
    m_input.focus.dashboard = m_input.pack->dashboards.front().id;
    if (!focus) m_input.focus.area = report.order.area;
    m_input.focus.range = report.order.to - report.order.from;
    m_input.now = at;
    m_input.language = report.order.language;
    m_input.theme = report.theme;
    m_input.history = report.history;
    m_input.gis = report.gis;
    m_input.projectedAreas = report.projectedAreas;
    m_input.exposure = report.exposure;
    if (number < report.usual.size()) m_input.usual = report.usual[number];
    m_input.forecasts = report.forecasts;
    m_input.stamp = report.stamp;
    m_scope = std::make_unique<Scope>(m_input);
}

QString scaleName(const Measure& measure)
{
    return measure.scale ? measure.scale->id + QLatin1Char(' ') + measure.scale->version : QString();
}

void addNew(QStringList& all, const QStringList& more)
{
    for (const QString& one : more)
        if (!one.isEmpty() && !all.contains(one)) all << one;
}

Figure figureOf(const Scope& scope, const QString& what, const QString& quantity, const Aggregated& value, const QString& text)
{
    const Measure how = measure(scope, quantity);
    Figure figure;
    figure.what = what;
    figure.quantity = quantity;
    figure.value = value.value;
    figure.text = text;
    figure.unit = unitOf(scope, how);
    figure.scale = scaleName(how);
    if (const indicators::Level* level = value.value ? how.level(*value.value) : nullptr) figure.level = scope.text(level->word);
    for (const city::FeedPicture* feed : value.feeds)
        addNew(figure.feeds, {feed->state.id});
    figure.observed = value.oldest;
    figure.freshness = value.freshness;
    return figure;
}

Figure figureOf(const Scope& scope, const QString& what, const QString& quantity, const Reading& reading)
{
    const Measure how = measure(scope, quantity);
    Figure figure;
    figure.what = what;
    figure.quantity = quantity;
    figure.unit = unitOf(scope, how);
    figure.scale = scaleName(how);
    figure.freshness = reading.freshness;
    if (reading.isWithheld()) figure.note = withheldText(scope, quantity);
    if (!reading) return figure;
    figure.feeds = QStringList{reading.feed->state.id};
    figure.observed = reading.observation->observedAt;
    if (!reading.isCurrent()) return figure; // a value of the past is not told as one of now
    figure.value = reading.value();
    figure.text = number(reading.value(), how.decimals());
    if (const indicators::Level* level = how.level(reading.value())) figure.level = scope.text(level->word);
    return figure;
}

} // namespace app
