// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/report.h"

#include <QCryptographicHash>
#include <QDateTime>

namespace app {

namespace {

// Crockford's letters: none is taken for another.
QString letters(const QByteArray& hash)
{
    static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    QString text;
    for (int i = 0; i < 10; ++i) {
        const int bit = 5 * i;
        const auto byte = [&](int at) { return static_cast<quint32>(static_cast<uchar>(hash[at])); };
        const quint32 two = byte(bit / 8) << 8 | byte(bit / 8 + 1);
        text += QLatin1Char(alphabet[two >> (11 - bit % 8) & 31U]);
        if (i == 4) text += QLatin1Char('-');
    }
    return text;
}

Figure figureOf(const widgets::ChartData& chart, const ChartsBlock::Facts& facts, const QString& what, std::optional<double> value)
{
    Figure figure;
    figure.what = what;
    figure.quantity = facts.quantity;
    figure.value = value;
    figure.unit = chart.unit;
    figure.scale = facts.scale;
    figure.feeds = facts.feeds;
    figure.freshness = chart.freshness;
    return figure;
}

void addChart(int block, const widgets::ChartData& chart, const ChartsBlock::Facts& facts, std::vector<PlacedFigure>& all)
{
    for (const widgets::ChartBar& bar : chart.bars) {
        Figure figure = figureOf(chart, facts, bar.label, bar.value);
        figure.text = bar.valueText;
        all.push_back({block, chart.title, std::move(figure)});
    }
    for (const widgets::ChartSeries& line : chart.series) {
        for (const city::Sample& sample : line.samples) {
            Figure figure = figureOf(chart, facts, line.name.isEmpty() ? chart.title : line.name, sample.value);
            figure.observed = sample.at;
            all.push_back({block, chart.title, std::move(figure)});
        }
    }
}

void addRows(int block, const QString& where, const TableBlock& table, std::vector<PlacedFigure>& all)
{
    for (const auto& row : table.figures)
        for (const Figure& figure : row)
            if (figure.value) all.push_back({block, where, figure});
}

} // namespace

std::vector<PlacedFigure> figuresOf(const Report& report)
{
    std::vector<PlacedFigure> all;
    for (std::size_t i = 0; i < report.blocks.size(); ++i) {
        const ReportBlock& block = report.blocks[i];
        const int number = static_cast<int>(i);
        if (const auto* tiles = std::get_if<TilesBlock>(&block.content)) {
            for (const Figure& figure : tiles->figures)
                all.push_back({number, block.title, figure});
        } else if (const auto* map = std::get_if<MapBlock>(&block.content)) {
            for (const Figure& figure : map->figures)
                all.push_back({number, block.title, figure});
        } else if (const auto* charts = std::get_if<ChartsBlock>(&block.content)) {
            for (std::size_t c = 0; c < charts->charts.size(); ++c)
                addChart(number, charts->charts[c], charts->facts[c], all);
        } else if (const auto* impact = std::get_if<ImpactBlock>(&block.content)) {
            for (const ImpactBlock::Part& part : impact->parts)
                for (std::size_t t = 0; t < part.tables.size(); ++t)
                    addRows(number, part.titles[t], part.tables[t], all);
        } else if (const auto* table = std::get_if<TableBlock>(&block.content)) {
            addRows(number, block.title, *table, all);
        }
    }
    return all;
}

QString codeOf(const Report& report)
{
    const ReportOrder& order = report.order;
    QString text = QStringList{order.report, order.area, city::toIso(order.from), city::toIso(order.to),
                               order.asOf ? city::toIso(*order.asOf) : QString(), order.note, report.evidence.pack}
                       .join(QLatin1Char('\x1f'));
    for (const PlacedFigure& one : figuresOf(report)) {
        const Figure& figure = one.figure;
        text += QLatin1Char('\x1e') + QString::number(one.block) + QLatin1Char('\x1f') + figure.quantity + QLatin1Char('\x1f') +
                (figure.value ? QString::number(*figure.value, 'g', 12) : QString()) + QLatin1Char('\x1f') +
                (figure.observed ? city::toIso(*figure.observed) : QString());
    }
    return letters(QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256));
}

QString isoIn(city::Instant at, const QTimeZone& zone)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), zone);
    return local.toOffsetFromUtc(local.offsetFromUtc()).toString(Qt::ISODate);
}

} // namespace app
