// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chart_table.h"

#include <QCoreApplication>
#include <QDateTime>
#include <cmath>
#include <map>

namespace widgets {

namespace {

QString cell(QString text)
{
    return text.replace(u'\t', u' ').replace(u'\n', u' ');
}

QString head(const QString& name, const QString& unit)
{
    return cell(unit.isEmpty() ? name : QStringLiteral("%1 (%2)").arg(name, unit));
}

QString number(double value)
{
    return std::isfinite(value) ? QString::number(value, 'g', 12) : QString();
}

// ISO 8601 with the offset: a table that leaves the program must not lose the zone.
QString clock(city::Instant at, const QTimeZone& zone)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), zone);
    return local.toOffsetFromUtc(local.offsetFromUtc()).toString(Qt::ISODate);
}

QString barsOf(const ChartData& chart)
{
    QString text = cell(chart.title) + u'\t' +
                   head(QCoreApplication::translate("widgets::ChartPanel", "Value"), chart.unit) + u'\n';
    for (const ChartBar& bar : chart.bars)
        text += cell(bar.label) + u'\t' + (bar.value ? number(*bar.value) : QString()) + u'\n';
    return text;
}

} // namespace

QString tableOf(const ChartData& chart, const QTimeZone& zone)
{
    if (chart.kind == ChartData::Kind::Bars) return barsOf(chart);
    std::map<city::Instant, QStringList> rows;
    const auto columns = static_cast<qsizetype>(chart.series.size());
    QString text = QCoreApplication::translate("widgets::ChartPanel", "Time");
    for (qsizetype i = 0; i < columns; ++i) {
        const ChartSeries& series = chart.series[static_cast<std::size_t>(i)];
        text += u'\t' + head(series.name.isEmpty() ? chart.title : series.name, chart.unit);
        for (const city::Sample& sample : series.samples) {
            QStringList& row = rows[sample.at];
            row.resize(columns);
            row[i] = number(sample.value);
        }
    }
    text += u'\n';
    for (const auto& [at, values] : rows)
        text += clock(at, zone) + u'\t' + values.join(u'\t') + u'\n';
    return text;
}

} // namespace widgets
