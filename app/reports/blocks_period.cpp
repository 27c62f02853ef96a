// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/feeds_now.h"
#include "app/dashboards/format.h"
#include "app/dashboards/select.h"
#include "app/reports/block_scope.h"
#include "app/reports/period.h"

#include <QDate>
#include <algorithm>
#include <cmath>

/// What the values of a quantity come to over the time of a report.
namespace app {

namespace {

constexpr std::size_t MostPlaces = 60;

struct Of {
    const Scope& scope;
    const ReportBlockSpec& spec;
    city::Instant from, to;
    Measure how;
    QStringList feeds;
};

QString labelOf(TimePart part, int key)
{
    if (part == TimePart::HourOfDay) return QStringLiteral("%1").arg(key, 2, 10, QLatin1Char('0'));
    if (part == TimePart::Day) return QStringLiteral("%1-%2").arg(key / 100 % 100, 2, 10, QLatin1Char('0')).arg(key % 100, 2, 10, QLatin1Char('0'));
    static const char* const days[] = {QT_TRANSLATE_NOOP("Message", "Mon"), QT_TRANSLATE_NOOP("Message", "Tue"),
                                       QT_TRANSLATE_NOOP("Message", "Wed"), QT_TRANSLATE_NOOP("Message", "Thu"),
                                       QT_TRANSLATE_NOOP("Message", "Fri"), QT_TRANSLATE_NOOP("Message", "Sat"),
                                       QT_TRANSLATE_NOOP("Message", "Sun")};
    return say(days[key - 1]);
}

// Every part of the time, also those without a value: a day that is missing must be seen to be missing.
std::vector<int> allParts(const Of& of, TimePart part)
{
    std::vector<int> keys;
    if (part == TimePart::HourOfDay)
        for (int hour = 0; hour < 24; ++hour) keys.push_back(hour);
    if (part == TimePart::Weekday)
        for (int day = 1; day <= 7; ++day) keys.push_back(day);
    if (part != TimePart::Day) return keys;
    const auto dateOf = [&](city::Instant at) { return QDate::fromString(city::inZone(at, of.scope.pack.zone, QStringLiteral("yyyyMMdd")), QStringLiteral("yyyyMMdd")); };
    const QDate last = dateOf(of.to - city::Duration(1));
    for (QDate day = dateOf(of.from); day <= last && keys.size() < 400; day = day.addDays(1))
        keys.push_back(day.year() * 10'000 + day.month() * 100 + day.day());
    return keys;
}

QString remarkOf(const Of& of, std::size_t places, const std::map<int, PartMean>& means, TimePart part)
{
    int values = 0, above = 0, partsAbove = 0;
    for (const auto& [key, mean] : means) {
        values += mean.values;
        above += mean.above;
        if (of.spec.above && mean.mean > *of.spec.above) ++partsAbove;
    }
    QString text = say(QT_TRANSLATE_NOOP("Message", "Mean of %1 places, %2 values."), {number(static_cast<qsizetype>(places)), number(values, 0)});
    if (!of.spec.above) return text;
    const QString mark = withUnit(number(*of.spec.above, of.how.decimals()), unitOf(of.scope, of.how));
    const char* sentence = part == TimePart::Day ? QT_TRANSLATE_NOOP("Message", "Above %1: %2 days on the mean of all, %3 days of single places.")
                                                 : QT_TRANSLATE_NOOP("Message", "Above %1: %2 on the mean of all, %3 of single places.");
    return text + QLatin1Char(' ') + say(sentence, {mark, number(partsAbove, 0), number(above, 0)});
}

ReportBlock columns(const Of& of, TimePart part, const std::vector<const city::Series*>& series)
{
    const auto means = meansByPart(series, of.from, of.to, of.scope.pack.zone, part, of.spec.above);
    widgets::ChartData chart;
    chart.kind = widgets::ChartData::Kind::Bars;
    chart.id = of.spec.value + QLatin1Char('/') + of.spec.by;
    chart.unit = unitOf(of.scope, of.how);
    chart.decimals = of.how.decimals();
    chart.from = of.from;
    chart.to = of.to;
    for (const int key : allParts(of, part)) {
        widgets::ChartBar bar;
        bar.label = labelOf(part, key);
        const auto found = means.find(key);
        if (found != means.end()) {
            // Rounded here: the number that is written, drawn and verified is one and the same.
            const double unit = std::pow(10.0, of.how.decimals() + 1);
            bar.value = std::round(found->second.mean * unit) / unit;
            bar.valueText = number(*bar.value, of.how.decimals() + 1);
            if (const indicators::Level* level = of.how.level(*bar.value)) bar.colour = level->colour;
        }
        chart.bars.push_back(std::move(bar));
    }
    ReportBlock block;
    ChartsBlock made;
    if (means.empty()) {
        chart.bars.clear();
        chart.note = say(QT_TRANSLATE_NOOP("Message", "The history has no value of this in the time of the report."));
    } else {
        block.remark = remarkOf(of, series.size(), means, part);
        chart.freshness = city::Freshness::Fresh;
    }
    made.columns = true;
    made.facts.push_back({of.spec.value, scaleName(of.how), of.feeds});
    made.charts.push_back(std::move(chart));
    block.content = std::move(made);
    return block;
}

widgets::TableCell numberCell(double value, int decimals)
{
    widgets::TableCell cell;
    const double unit = std::pow(10.0, decimals);
    cell.number = std::round(value * unit) / unit;
    cell.text = number(*cell.number, decimals);
    return cell;
}

widgets::TableCell textOnly(const QString& text)
{
    widgets::TableCell cell;
    cell.text = text;
    return cell;
}

widgets::TableRow placeRow(const Of& of, int row, const PeriodSummary& sum)
{
    const int decimals = of.how.decimals() + 1;
    const double hours = std::max(1.0, std::floor(static_cast<double>((of.to - of.from).count()) / 3.6e6));
    const auto clock = [&](city::Instant at) { return textOnly(city::inZone(at, of.scope.pack.zone, QStringLiteral("MM-dd HH:mm"))); };
    widgets::TableRow made;
    made.key = of.scope.index.at(row).id->id;
    widgets::TableCell mean = numberCell(sum.mean(), decimals);
    if (const indicators::Level* level = of.how.level(*mean.number)) {
        mean.colour = level->colour;
        mean.shape = shapeOf(level->symbol);
    }
    made.cells = {textOnly(of.scope.placeName(row)), textOnly(of.scope.districtName(of.scope.index.at(row).area)), mean,
                  numberCell(sum.least, of.how.decimals()), numberCell(sum.most, of.how.decimals()), clock(sum.mostAt),
                  numberCell(sum.count, 0), numberCell(std::min(100.0, 100 * sum.hours / hours), 0)};
    if (of.spec.above) made.cells.push_back(numberCell(sum.above, 0));
    return made;
}

ReportBlock ranking(const Of& of, const std::vector<int>& rows, const std::vector<const city::Series*>& series)
{
    const QString unit = unitOf(of.scope, of.how);
    TableBlock made;
    made.table.columns = {{say(QT_TRANSLATE_NOOP("Message", "Name")), {}, false}, {say(QT_TRANSLATE_NOOP("Message", "Area")), {}, false},
                          {say(QT_TRANSLATE_NOOP("Message", "Mean")), unit, true}, {say(QT_TRANSLATE_NOOP("Message", "Lowest")), unit, true},
                          {say(QT_TRANSLATE_NOOP("Message", "Highest")), unit, true}, {say(QT_TRANSLATE_NOOP("Message", "Highest at")), {}, true},
                          {say(QT_TRANSLATE_NOOP("Message", "Values")), {}, true}, {say(QT_TRANSLATE_NOOP("Message", "Hours with a value")), QStringLiteral("%"), true}};
    if (of.spec.above)
        made.table.columns.push_back({say(QT_TRANSLATE_NOOP("Message", "Above %1"), {number(*of.spec.above, of.how.decimals())}), {}, true});
    for (std::size_t i = 0; i < series.size(); ++i)
        if (const auto sum = summaryOf(*series[i], of.from, of.to, of.spec.above)) made.table.rows.push_back(placeRow(of, rows[i], *sum));
    const bool high = of.how.worstIsHigh();
    std::stable_sort(made.table.rows.begin(), made.table.rows.end(), [high](const widgets::TableRow& a, const widgets::TableRow& b) {
        return high ? *a.cells[2].number > *b.cells[2].number : *a.cells[2].number < *b.cells[2].number;
    });
    ReportBlock block;
    const auto most = static_cast<std::size_t>(of.spec.limit);
    if (of.spec.limit > 0 && made.table.rows.size() > most) {
        made.leftOut = static_cast<int>(made.table.rows.size() - most);
        made.table.rows.resize(most);
        block.remark = say(QT_TRANSLATE_NOOP("Message", "%1 more are left out here."), {number(static_cast<qsizetype>(made.leftOut))});
    }
    for (const widgets::TableRow& row : made.table.rows) {
        std::vector<Figure> figures;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            Figure figure;
            figure.what = row.cells.front().text + QStringLiteral(" · ") + made.table.columns[i].title;
            figure.quantity = of.spec.value;
            figure.value = row.cells[i].number;
            figure.text = row.cells[i].text;
            figure.unit = made.table.columns[i].unit;
            figure.feeds = of.feeds;
            if (i == 2) figure.scale = scaleName(of.how);
            figures.push_back(std::move(figure));
        }
        made.figures.push_back(std::move(figures));
    }
    made.table.note = say(QT_TRANSLATE_NOOP("Message", "The history has no value of this in the time of the report."));
    block.content = std::move(made);
    return block;
}

} // namespace

std::vector<int> periodRows(const Scope& scope, const ReportBlockSpec& spec)
{
    std::vector<int> rows = placesInFocus(scope, spec.of, spec.value);
    std::erase_if(rows, [&](int row) { return !scope.index.reading(row, spec.value); });
    if (rows.size() <= MostPlaces) return rows;
    // Taken evenly: the first of them would all lie in one part of the city.
    std::vector<int> some;
    for (std::size_t i = 0; i < MostPlaces; ++i)
        some.push_back(rows[i * rows.size() / MostPlaces]);
    return some;
}

ReportBlock periodBlock(const Scope& scope, const ReportBlockSpec& spec, city::Instant from, city::Instant to)
{
    const Of of{scope, spec, from, to, measure(scope, spec.value), feedsFor(scope, {spec.value, {}, {}, FeedsFor::Alerts::No})};
    std::vector<int> rows;
    std::vector<const city::Series*> series;
    for (const int row : periodRows(scope, spec)) {
        const city::Series* one = scope.series(*scope.index.at(row).id, spec.value);
        if (!one || one->samples.empty()) continue;
        rows.push_back(row);
        series.push_back(one);
    }
    const TimePart part = spec.by == QLatin1String("day")    ? TimePart::Day
                          : spec.by == QLatin1String("hour") ? TimePart::HourOfDay
                                                             : TimePart::Weekday;
    ReportBlock block = spec.by == QLatin1String("place") ? ranking(of, rows, series) : columns(of, part, series);
    block.feeds = of.feeds;
    std::vector<int> all = placesInFocus(scope, spec.of, spec.value);
    std::erase_if(all, [&](int row) { return !scope.index.reading(row, spec.value); });
    if (all.size() > MostPlaces && !series.empty())
        block.remark = (block.remark + QLatin1Char(' ') + say(QT_TRANSLATE_NOOP("Message", "A sample, taken evenly: %1 of %2 places."), {number(static_cast<qsizetype>(MostPlaces)), number(static_cast<qsizetype>(all.size()))})).trimmed();
    if (of.how.scale) block.scales = QStringList{scaleName(of.how)};
    return block;
}

} // namespace app
