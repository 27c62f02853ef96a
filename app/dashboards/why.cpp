// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/why.h"

#include "app/dashboards/charts.h"
#include "app/dashboards/comparison.h"
#include "app/dashboards/evaluate.h"
#include "app/dashboards/format.h"
#include "app/dashboards/past.h"
#include "app/dashboards/provenance.h"
#include "app/dashboards/select.h"
#include "app/dashboards/stand_ins.h"
#include "app/dashboards/situation.h"
#include "app/dashboards/table.h"
#include "app/dashboards/usual.h"
#include "app/dashboards/withheld.h"

#include <algorithm>

namespace app {

namespace {

using widgets::WhyAnswer;
using widgets::WhyAsk;

constexpr std::size_t mostInputs = 200;

widgets::WhyInput inputOf(const Scope& scope, int row, const Measure& measure, const QString& quantity)
{
    widgets::WhyInput one;
    one.place = scope.placeName(row);
    const Reading reading = scope.index.reading(row, quantity);
    one.state = city::freshnessText(reading.freshness).toString();
    if (!reading.observation) return one;
    one.value = reading ? valueText(scope, measure, reading.value()) : withheldText(scope, quantity);
    one.observed = clockText(reading.observation->observedAt, scope.now, scope.pack.zone);
    one.age = ageText(scope.now - reading.observation->observedAt);
    one.received = clockText(reading.observation->receivedAt, scope.now, scope.pack.zone);
    one.feed = feedTitleOf(scope, *reading.feed);
    return one;
}

void addInputs(const Scope& scope, std::vector<int> rows, const QString& quantity, WhyAnswer& answer)
{
    rankWorstFirst(scope, rows, quantity);
    const Measure its = measure(scope, quantity);
    answer.inputCount = static_cast<int>(rows.size());
    for (std::size_t i = 0; i < std::min(rows.size(), mostInputs); ++i)
        answer.inputs.push_back(inputOf(scope, rows[i], its, quantity));
}

QString averagingLine(const Scope& scope, const QString& how, bool ofOne)
{
    if (ofOne)
        return say(QT_TRANSLATE_NOOP("Message", "Averaging: none; the newest value, as it was published"));
    static const QHash<QString, const char*> words{
        {QStringLiteral("worst"), QT_TRANSLATE_NOOP("Message", "the worst")},
        {QStringLiteral("max"), QT_TRANSLATE_NOOP("Message", "the largest")},
        {QStringLiteral("min"), QT_TRANSLATE_NOOP("Message", "the smallest")},
        {QStringLiteral("sum"), QT_TRANSLATE_NOOP("Message", "the sum")},
        {QStringLiteral("mean"), QT_TRANSLATE_NOOP("Message", "the mean, all places alike")},
        {QStringLiteral("median"), QT_TRANSLATE_NOOP("Message", "the median, all places alike")},
        {QStringLiteral("share"), QT_TRANSLATE_NOOP("Message", "the share")},
        {QStringLiteral("count"), QT_TRANSLATE_NOOP("Message", "the number")}};
    Q_UNUSED(scope)
    return say(QT_TRANSLATE_NOOP("Message",
                                 "Averaging: %1 of the newest values of the places, as they were published"),
               {say(words.value(how, QT_TRANSLATE_NOOP("Message", "the number")))});
}

void addUsualLine(const Scope& scope, const QString& key, const QString& unit, int decimals,
                  WhyAnswer& answer)
{
    const indicators::Typical* usual = numbersHold(scope) ? scope.in.usual->number(key, scope.focus) : nullptr;
    answer.lines << usualLine(scope, usual ? std::optional(*usual) : std::nullopt, unit, decimals, scope.now);
}

WhyAnswer ofExpression(const Scope& scope, const Expression& expression, const QString& title, Reach reach)
{
    const Evaluation value = evaluate(scope, expression, reach);
    WhyAnswer answer{title,
                     value.result.isWithheld ? withheldWord() : value.result.value ? withUnit(number(*value.result.value, value.decimals), value.unit)
                                        : QString(),
                     value.source.lines,
                     {},
                     0};
    if (!value.instead.isEmpty())
        answer.lines << say(QT_TRANSLATE_NOOP("Message", "There is none in %1; this speaks instead: %2"),
                            {scope.areaName(scope.area), value.instead});
    if (!value.note.isEmpty()) answer.lines << value.note;
    if (value.quantity.isEmpty()) return answer;
    const QString how =
        expression.aggregate.isEmpty() ? ownAggregate(scope, expression.quantity) : expression.aggregate;
    answer.lines << averagingLine(scope, how, false);
    addInputs(scope, value.rows, value.quantity, answer);
    return answer;
}

WhyAnswer ofTile(const Scope& scope, const WhyAsk& ask)
{
    const auto number_ = static_cast<std::size_t>(ask.id.section(QLatin1Char('/'), -1).toUInt());
    if (!scope.spec || number_ >= scope.spec->tiles.size()) return {};
    const TileSpec& spec = scope.spec->tiles[number_];
    WhyAnswer answer =
        ofExpression(scope, spec.value, spec.title.isEmpty() ? spec.value.text : scope.text(spec.title), Reach::Nearest);
    const Evaluation value = evaluate(scope, spec.value, Reach::Nearest);
    if (!value.quantity.isEmpty()) addUsualLine(scope, ask.id, value.unit, value.decimals, answer);
    return answer;
}

WhyAnswer ofReading(const Scope& scope, int row, const QString& quantity)
{
    const Measure its = measure(scope, quantity);
    const Reading reading = scope.index.reading(row, quantity);
    WhyAnswer answer{QStringLiteral("%1, %2").arg(scope.placeName(row), scope.quantityName(quantity)),
                     reading ? valueText(scope, its, reading.value()) : reading.isWithheld() ? withheldText(scope, quantity) : QString(),
                     provenance(scope, reading, its).lines,
                     {},
                     0};
    answer.lines << averagingLine(scope, {}, true);
    answer.lines << say(QT_TRANSLATE_NOOP("Message", "Inputs: %1 of %2 places"),
                        {number(reading.isCurrent() ? 1 : 0, 0), number(1, 0)});
    if (reading) {
        const city::Instant at = reading.observation->observedAt;
        const auto usual =
            scope.in.usual ? scope.in.usual->at({*scope.index.at(row).id, quantity}, at) : std::nullopt;
        answer.lines << usualLine(scope, usual, unitOf(scope, its), its.decimals(), at);
    }
    addInputs(scope, {row}, quantity, answer);
    return answer;
}

WhyAnswer ofArea(const Scope& scope, const QString& kind, const QString& quantity, int area)
{
    std::vector<int> rows = placesAnywhere(scope, kind, quantity);
    std::erase_if(rows, [&](int row) { return !scope.areas.isWithin(scope.index.at(row).area, area); });
    const Measure its = measure(scope, quantity);
    const Aggregated value = aggregateOwn(scope, rows, quantity);
    WhyAnswer answer{QStringLiteral("%1, %2").arg(scope.areaName(area), scope.quantityName(quantity)),
                     value.value ? valueText(scope, its, *value.value) : value.isWithheld ? insteadOfNumber(scope, value, quantity) : QString(),
                     provenance(scope, value, its).lines,
                     {},
                     0};
    answer.lines << averagingLine(scope, ownAggregate(scope, quantity), false);
    addInputs(scope, rows, quantity, answer);
    return answer;
}

/// A number of the comparison: column 1 is of the focus, column 2 of the other.
WhyAnswer ofCompared(const Scope& scope, const Against& other, const WhyAsk& ask)
{
    if (other.row >= 0) return ofReading(scope, ask.part == 2 ? other.row : scope.placeRow, ask.id);
    DashboardInput in = scope.in;
    in.index = scope.ownIndex;
    if (ask.part == 2) in.focus.area = scope.areas.at(other.area).code;
    in.focus.against.reset();
    return ofTile(Scope(in), ask);
}

WhyAnswer ofCell(const Scope& scope, const WhyAsk& ask)
{
    if (!scope.spec) return {};
    if (const Against other = againstOf(scope)) return ofCompared(scope, other, ask);
    const TableSpec& spec = scope.spec->table;
    QString quantity = spec.columns.value(ask.part);
    if (!scope.quantity(quantity))
        quantity = leadingQuantity(scope, spec); // A name, a level or an age speaks of it.
    if (quantity.isEmpty()) return {};
    WhyAnswer answer;
    if (spec.rows == QLatin1String("areas")) {
        const int area = scope.areas.find(ask.id);
        if (area < 0) return {};
        answer = ofArea(scope, spec.of, quantity, area);
        const Measure its = measure(scope, quantity);
        addUsualLine(scope, QStringLiteral("%1#%2").arg(ask.id).arg(ask.part), unitOf(scope, its),
                     its.decimals(), answer);
    } else if (spec.rows == QLatin1String("places")) {
        const int row = scope.index.row({spec.of, ask.id});
        if (row >= 0) answer = ofReading(scope, row, quantity);
    }
    return answer;
}

WhyAnswer ofBar(const Scope& scope, const widgets::ChartData& chart, const ChartSpec& spec, int part)
{
    if (part < 0 || static_cast<std::size_t>(part) >= chart.bars.size()) return {};
    const widgets::ChartBar& bar = chart.bars[static_cast<std::size_t>(part)];
    if (spec.kind == QLatin1String("bars") && bar.target) {
        if (bar.target->place) return ofReading(scope, scope.index.row(*bar.target->place), spec.value);
        if (const int area = scope.areas.find(bar.target->area); area >= 0)
            return ofArea(scope, spec.of, spec.value, area);
    }
    WhyAnswer answer{
        QStringLiteral("%1, %2").arg(chart.title, bar.label), bar.valueText, chart.source.lines, {}, 0};
    if (!bar.tip.isEmpty()) answer.lines << bar.tip;
    addInputs(scope, placesSpeaking(scope, spec.of, spec.value).rows, spec.value, answer);
    return answer;
}

/// A point of a series: the stored value and those beside it.
WhyAnswer ofPoint(const Scope& scope, const SeriesPlan& plan, const WhyAsk& ask)
{
    if (ask.part < 0 || static_cast<std::size_t>(ask.part) >= plan.lines.size()) return {};
    const auto& [row, quantity] = plan.lines[static_cast<std::size_t>(ask.part)];
    const Measure its = measure(scope, quantity);
    const Usual::SeriesKey key(*scope.index.at(row).id, quantity);
    const Reading reading = scope.index.reading(row, quantity);
    const city::Series* series = scope.series(key.first, quantity);
    const std::vector<city::Sample> near =
        samplesWithin(series, ask.at - std::chrono::hours(3), ask.at + std::chrono::hours(1));
    const auto exact =
        std::find_if(near.begin(), near.end(), [&](const city::Sample& one) { return one.at == ask.at; });
    const bool isNewest = reading && reading.observation->observedAt == ask.at;
    if (exact == near.end() && !isNewest) return {};
    const double value = exact != near.end() ? exact->value : reading.value();
    WhyAnswer answer{QStringLiteral("%1, %2, %3")
                         .arg(scope.placeName(row), scope.quantityName(quantity),
                              clockText(ask.at, scope.now, scope.pack.zone)),
                     valueText(scope, its, value),
                     {},
                     {},
                     0};
    if (reading) answer.lines << feedLines(scope, *reading.feed);
    answer.lines << say(QT_TRANSLATE_NOOP("Message", "Observed: %1"),
                        {clockText(ask.at, scope.now, scope.pack.zone)});
    if (its.scale) answer.lines << scaleLine(scope, *its.scale);
    answer.lines << averagingLine(scope, {}, true);
    const auto usual = scope.in.usual ? scope.in.usual->at(key, ask.at) : std::nullopt;
    answer.lines << usualLine(scope, usual, unitOf(scope, its), its.decimals(), ask.at);
    for (auto one = near.rbegin(); one != near.rend(); ++one)
        answer.inputs.push_back({scope.placeName(row),
                                 valueText(scope, its, one->value),
                                 clockText(one->at, scope.now, scope.pack.zone),
                                 ageText(scope.now - one->at),
                                 {},
                                 reading ? feedTitleOf(scope, *reading.feed) : QString(),
                                 {}});
    answer.inputCount = static_cast<int>(answer.inputs.size());
    return answer;
}

WhyAnswer ofChart(const Scope& scope, const WhyAsk& ask)
{
    for (const SeriesPlan& plan : seriesPlans(scope))
        if (plan.id == ask.id) {
            WhyAnswer answer = ofPoint(scope, plan, ask);
            if (!answer.lines.isEmpty())
                for (const QString& line : seriesChart(scope, plan).forecastLines)
                    answer.lines << line;
            return answer;
        }
    const std::vector<ChartSpec> specs = chartSpecs(scope);
    const std::vector<widgets::ChartData> all = charts(scope);
    for (std::size_t i = 0; i < specs.size(); ++i)
        for (const widgets::ChartData& chart : all)
            if (chart.id == ask.id && chart.id == chartId(scope, i))
                return ofBar(scope, chart, specs[i], ask.part);
    return {};
}

WhyAnswer ofSentence(const Scope& scope, const WhyAsk& ask)
{
    const auto evidence = evidenceOf(scope, ask.id.toInt());
    return evidence ? ofExpression(scope, evidence->expression, evidence->text, Reach::Focus) : WhyAnswer{};
}

} // namespace

WhyAnswer why(const DashboardInput& input, const WhyAsk& ask)
{
    const Scope scope(input);
    switch (ask.of) {
    case WhyAsk::Of::Tile:
        return ofTile(scope, ask);
    case WhyAsk::Of::Cell:
        return ofCell(scope, ask);
    case WhyAsk::Of::PlaceValue:
        return scope.placeRow < 0 ? WhyAnswer{} : ofReading(scope, scope.placeRow, ask.quantity);
    case WhyAsk::Of::ChartPoint:
        return ofChart(scope, ask);
    case WhyAsk::Of::Sentence:
        return ofSentence(scope, ask);
    }
    return {};
}

} // namespace app
