// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/format.h"
#include "app/dashboards/scope.h"
#include "app/dashboards/usual.h"

#include <QDateTime>
#include <cmath>

/// The usual in words.
namespace app {

namespace {

constexpr double mostPercent = 500; // Beyond it "ten times the usual" is told better by the band.

QString dayName(int dayClass)
{
    static const char* const names[] = {
        QT_TRANSLATE_NOOP("Message", "Mon"),           QT_TRANSLATE_NOOP("Message", "Tue"),
        QT_TRANSLATE_NOOP("Message", "Wed"),           QT_TRANSLATE_NOOP("Message", "Thu"),
        QT_TRANSLATE_NOOP("Message", "Fri"),           QT_TRANSLATE_NOOP("Message", "Sat"),
        QT_TRANSLATE_NOOP("Message", "Sun or holiday")};
    return say(names[std::clamp(dayClass, 1, 7) - 1]);
}

/// "Wed 17:30"
QString when(const Scope& scope, city::Instant at)
{
    const indicators::DayCalendar& calendar = scope.pack.calendar;
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), scope.pack.zone);
    const QString time = QStringLiteral("%1:%2")
                             .arg(local.time().hour(), 2, 10, QLatin1Char('0'))
                             .arg(local.time().minute() < 30 ? 0 : 30, 2, 10, QLatin1Char('0'));
    return say(QT_TRANSLATE_NOOP("Message", "%1 %2"), {dayName(calendar.dayClass(local.date())), time});
}

QString bandText(const indicators::Typical& usual, int decimals, const QString& unit)
{
    const QString low = number(usual.low, decimals), high = number(usual.high, decimals);
    if (low == high) return withUnit(low, unit);
    return withUnit(say(QT_TRANSLATE_NOOP("Message", "%1 to %2"), {low, high}), unit);
}

/// "38 % above usual"
QString comparison(const indicators::Typical& usual, double value, const NumberLook& look)
{
    // By the numbers that are read: what looks the same is the same.
    const double step = std::pow(10.0, look.decimals);
    const double shown = std::round(value * step);
    if (shown >= std::round(usual.low * step) && shown <= std::round(usual.high * step))
        return say(QT_TRANSLATE_NOOP("Message", "as usual"));
    const auto above = usual.percentAbove(value);
    const bool inPercent = above && look.ratios && look.unit != QLatin1String("%") &&
                           std::round(std::abs(*above)) >= 1 && std::abs(*above) <= mostPercent;
    if (!inPercent)
        return say(QT_TRANSLATE_NOOP("Message", "usually %1"), {bandText(usual, look.decimals, look.unit)});
    const QString percent = number(std::abs(*above), 0);
    return *above > 0 ? say(QT_TRANSLATE_NOOP("Message", "%1 % above usual"), {percent})
                      : say(QT_TRANSLATE_NOOP("Message", "%1 % below usual"), {percent});
}

} // namespace

QString usualText(const Scope& scope, const indicators::Typical& usual, double value, const NumberLook& look,
                  city::Instant at)
{
    const QString what = comparison(usual, value, look);
    return what + QLatin1Char('\n') + say(QT_TRANSLATE_NOOP("Message", "%1 for %2"), {what, when(scope, at)});
}

QString usualLine(const Scope& scope, const std::optional<indicators::Typical>& usual, const QString& unit,
                  int decimals, city::Instant at)
{
    if (!usual)
        return say(
            QT_TRANSLATE_NOOP("Message", "Usual: not known; at least %1 days like this one are needed"),
            {number(static_cast<qsizetype>(indicators::TypicalWeek::leastDays))});
    return say(
        QT_TRANSLATE_NOOP("Message",
                          "Usual %1: %2 on 8 of 10 days, in the middle %3 (from %4 days like this one)"),
        {when(scope, at), bandText(*usual, decimals, unit), withUnit(number(usual->median, decimals), unit),
         number(static_cast<qsizetype>(usual->days))});
}

bool isDirection(const city::Quantity* quantity)
{
    return quantity && quantity->unit == QLatin1String("deg");
}

bool hasRatios(const city::Quantity* quantity)
{
    return !quantity || !quantity->least || *quantity->least >= 0;
}

bool numbersHold(const Scope& scope)
{
    return scope.in.usual && scope.in.usual->moments == indicators::likeMoments(scope.now, scope.pack.calendar);
}

void addUsual(const Scope& scope, std::vector<widgets::TileData>& tiles)
{
    if (!numbersHold(scope) || !scope.spec) return;
    for (std::size_t i = 0; i < std::min(tiles.size(), scope.spec->tiles.size()); ++i) {
        widgets::TileData& tile = tiles[i];
        const indicators::Typical* usual = scope.in.usual->number(tileKey(tile), scope.focus);
        if (!usual || !tile.number) continue;
        const Expression& value = scope.spec->tiles[i].value;
        const bool ofOne = value.what == Expression::What::Quantity;
        const city::Quantity* quantity = ofOne ? scope.quantity(value.quantity) : nullptr;
        if (isDirection(quantity)) continue;
        const int decimals = static_cast<int>(tile.value.section(QLatin1Char('.'), 1, 1).size());
        tile.usual =
            usualText(scope, *usual, *tile.number, {tile.unit, decimals, hasRatios(quantity)}, scope.now);
    }
}

void addUsual(const Scope& scope, widgets::TableData& table)
{
    if (!numbersHold(scope) || !scope.spec) return;
    for (widgets::TableRow& row : table.rows)
        for (std::size_t i = 0; i < row.cells.size() && i < table.columns.size(); ++i) {
            widgets::TableCell& cell = row.cells[i];
            const city::Quantity* quantity =
                scope.quantity(scope.spec->table.columns.value(static_cast<qsizetype>(i)));
            if (!quantity || isDirection(quantity) || !cell.number) continue;
            const indicators::Typical* usual = scope.in.usual->number(cellKey(row, i), scope.focus);
            if (!usual) continue;
            const NumberLook look{table.columns[i].unit, quantity->decimals, hasRatios(quantity)};
            cell.usual = usualText(scope, *usual, *cell.number, look, scope.now);
        }
}

} // namespace app
