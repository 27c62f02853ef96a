// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/paint_chart.h"

#include "app/dashboards/format.h"
#include "app/reports/chart_drawing.h"
#include "widgets/charts/reduce.h"
#include "widgets/charts/time_ticks.h"
#include "widgets/charts/value_ticks.h"
#include "widgets/theme/symbols.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

namespace app::paper {

namespace {

constexpr double barStep = 4.6 * mm, plotHeight = 34 * mm;
constexpr std::size_t manyColumns = 12; // more of them and only every so many is named

Drawing drawingOf(QPainter& painter, const widgets::ChartData& chart, const ChartWords& words, const Style& style)
{
    return {painter, chart, words, style, font(style, paper::small), font(style, paper::tiny), font(style, paper::small, QFont::DemiBold)};
}

double titleHeight(const widgets::ChartData& chart, const Style& style)
{
    return chart.title.isEmpty() && chart.unit.isEmpty() ? 0 : lineOf(font(style, paper::small)) + 1 * mm;
}

// Title on the left, unit on the right of it in muted type.
QRectF paintTitle(const Drawing& on, const QRectF& box)
{
    const double height = titleHeight(on.chart, on.style);
    if (height <= 0) return box;
    const QString unit = on.chart.unit.isEmpty() ? QString() : on.chart.title.isEmpty() ? on.chart.unit : QStringLiteral("  ") + on.chart.unit;
    const double unitWidth = std::min(widthOf(unit, on.small), box.width() / 2);
    const double room = box.width() - unitWidth;
    const double width = std::min(widthOf(on.chart.title, on.bold) + 1, room);
    set(on.painter, {box.left(), box.top(), width + 2, height}, on.chart.title, {on.bold, on.style.text});
    set(on.painter, {box.left() + width, box.top(), unitWidth + 2, height}, unit, {on.small, on.style.muted});
    return box.adjusted(0, height, 0, 0);
}

void paintNote(const Drawing& on, const QRectF& box)
{
    set(on.painter, box.adjusted(0, 1 * mm, 0, 0), on.chart.note, {on.small, on.style.muted, Qt::AlignLeft, 4});
}

void paintHorizontal(const Drawing& on, const QRectF& box)
{
    double labels = 0, values = 0, most = 0, least = 0;
    const QString& none = on.words.none;
    for (const widgets::ChartBar& bar : on.chart.bars) {
        labels = std::max(labels, widthOf(bar.label, on.small));
        values = std::max(values, widthOf(bar.value ? bar.valueText : none, on.small));
        most = std::max(most, bar.value.value_or(0));
        least = std::min(least, bar.value.value_or(0));
    }
    labels = std::min(labels + 1, box.width() * 0.42);
    values = std::min(values + 1, box.width() * 0.3);
    const double left = box.left() + labels + 2 * mm, right = box.right() - values - 2 * mm;
    const double span = std::max(most - least, 1e-12);
    double y = box.top();
    for (const widgets::ChartBar& bar : on.chart.bars) {
        set(on.painter, {box.left(), y, labels, barStep}, bar.label, {on.small, on.style.text});
        const QRectF track(left, y + 0.9 * mm, std::max(1.0, right - left), barStep - 2 * mm);
        if (bar.value) {
            const double zero = track.left() + track.width() * -least / span;
            const double end = track.left() + track.width() * (*bar.value - least) / span;
            fill(on.painter, QRectF(QPointF(zero, track.top()), QPointF(end, track.bottom())).normalized(), bar.colour.isValid() ? bar.colour : on.style.theme.data);
        } else {
            fill(on.painter, {track.left(), track.center().y() - hair / 2, track.width(), hair}, on.style.line);
        }
        set(on.painter, {box.right() - values, y, values, barStep}, bar.value ? bar.valueText : none,
            {on.small, bar.value ? on.style.text : on.style.muted, Qt::AlignRight});
        y += barStep;
    }
}

Plot paintAxis(const Drawing& on, const QRectF& box, double least, double most, double right)
{
    Plot plot;
    plot.axis = widgets::valueAxis(least, most, 4);
    double numbers = 0;
    const auto each = [&](auto act) {
        for (double v = plot.axis.from; v <= plot.axis.to + plot.axis.step / 2; v += plot.axis.step)
            act(v, number(v, plot.axis.decimals));
    };
    each([&](double, const QString& text) { numbers = std::max(numbers, widthOf(text, on.tiny)); });
    const double line = lineOf(on.tiny);
    plot.box = box.adjusted(numbers + 1.4 * mm, line / 2, -right, -line - 1 * mm);
    each([&](double v, const QString& text) {
        const double y = plot.y(v);
        fill(on.painter, {plot.box.left(), y - hair / 2, plot.box.width(), hair}, v == 0 ? on.style.muted : on.style.theme.grid);
        set(on.painter, {box.left(), y - line / 2, numbers + 1, line}, text, {on.tiny, on.style.muted, Qt::AlignRight});
    });
    return plot;
}

void paintColumns(const Drawing& on, const QRectF& box)
{
    double most = 0, least = 0;
    for (const widgets::ChartBar& bar : on.chart.bars) {
        most = std::max(most, bar.value.value_or(0));
        least = std::min(least, bar.value.value_or(0));
    }
    const Plot plot = paintAxis(on, box, least, most, 0);
    const auto count = on.chart.bars.size();
    const double step = plot.box.width() / static_cast<double>(count);
    const double line = lineOf(on.tiny);
    double widest = 0;
    for (const widgets::ChartBar& bar : on.chart.bars)
        widest = std::max(widest, widthOf(bar.label, on.tiny));
    const auto every = static_cast<std::size_t>(std::max(1.0, std::ceil((widest + 1 * mm) / step)));
    bool valuesFit = count <= 2 * manyColumns;
    for (const widgets::ChartBar& bar : on.chart.bars)
        valuesFit = valuesFit && widthOf(bar.valueText, on.tiny) < step - 0.2 * mm;
    for (std::size_t i = 0; i < count; ++i) {
        const widgets::ChartBar& bar = on.chart.bars[i];
        const double left = plot.box.left() + step * static_cast<double>(i);
        const QRectF slot(left + step * 0.14, plot.box.top(), step * 0.72, plot.box.height());
        if (bar.value) {
            const QRectF column = QRectF(QPointF(slot.left(), plot.y(0)), QPointF(slot.right(), plot.y(*bar.value))).normalized();
            fill(on.painter, column, on.style.theme.data);
            // The level is a cap, always with the number: a field of official colours would shout.
            if (bar.colour.isValid()) fill(on.painter, {column.left(), column.top(), column.width(), std::min(column.height(), 1.1 * mm)}, bar.colour);
            if (valuesFit)
                set(on.painter, {left - step, column.top() - line, 3 * step, line}, bar.valueText, {on.tiny, on.style.text, Qt::AlignHCenter});
        }
        if (i % every == 0)
            set(on.painter, {left - 2 * step * static_cast<double>(every), plot.box.bottom() + 0.5 * mm, step + 4 * step * static_cast<double>(every), line}, bar.label,
                {on.tiny, on.style.muted, Qt::AlignHCenter});
    }
}

struct End {
    double y = 0;
    QPointF at;
    QString text;
    QColor colour;
};

// Labels at the right end, pushed apart where lines end close together.
void paintEnds(const Drawing& on, std::vector<End> ends, const QRectF& room)
{
    std::sort(ends.begin(), ends.end(), [](const End& a, const End& b) { return a.y < b.y; });
    const double step = lineOf(on.tiny);
    for (std::size_t i = 1; i < ends.size(); ++i)
        ends[i].y = std::max(ends[i].y, ends[i - 1].y + step);
    double floor = room.bottom() - step / 2;
    for (std::size_t i = ends.size(); i-- > 0; floor = ends[i].y - step)
        ends[i].y = std::min(ends[i].y, floor);
    for (const End& end : ends) {
        on.painter.setPen(Qt::NoPen);
        on.painter.setBrush(end.colour);
        on.painter.drawEllipse(end.at, 0.6 * mm, 0.6 * mm);
        if (on.chart.now) { // lines to the labels would cross the forecast
            on.painter.drawEllipse(QPointF(room.left() - 1 * mm, end.y), 0.6 * mm, 0.6 * mm);
        } else {
            on.painter.setPen(QPen(end.colour, hair));
            on.painter.drawLine(end.at + QPointF(0.7 * mm, 0), QPointF(room.left() - 0.4 * mm, end.y));
        }
        set(on.painter, {room.left(), end.y - step / 2, room.width(), step}, end.text, {on.tiny, on.style.text});
    }
}

void paintTimes(const Drawing& on, const Plot& plot, const QTimeZone& zone, const std::function<double(city::Instant)>& x)
{
    const double line = lineOf(on.tiny);
    double free = plot.box.left() - 8 * mm;
    for (const widgets::TimeTick& tick : widgets::timeTicks(on.chart.from, on.chart.to, zone, std::max(2, static_cast<int>(plot.box.width() / (13 * mm))))) {
        const double at = x(tick.at), half = widthOf(tick.text, on.tiny) / 2 + 1;
        fill(on.painter, {at - hair / 2, plot.box.top(), hair, plot.box.height()}, tick.day ? on.style.line : on.style.theme.grid);
        if (at - half < free) continue;
        set(on.painter, {at - 2 * half, plot.box.bottom() + 0.5 * mm, 4 * half, line}, tick.text, {on.tiny, tick.day ? on.style.text : on.style.muted, Qt::AlignHCenter});
        free = at + half + 1 * mm;
    }
}

void paintBands(const Drawing& on, const Plot& plot)
{
    for (const widgets::ChartBand& band : on.chart.bands) {
        const double low = std::max(band.from, plot.axis.from), high = std::min(band.to, plot.axis.to);
        if (low >= high) continue;
        QColor edge = band.colour;
        fill(on.painter, {plot.box.left() - 0.8 * mm, plot.y(high), 0.6 * mm, plot.y(low) - plot.y(high)}, edge);
    }
}

double captionHeight(const ChartWords& words, const Style& style, double width)
{
    return words.caption.isEmpty() ? 0 : heightOf(words.caption, font(style, paper::tiny), width, 3) + 0.6 * mm;
}

QRectF paintCaption(const Drawing& on, const QRectF& box)
{
    const double height = captionHeight(on.words, on.style, box.width());
    if (height <= 0) return box;
    set(on.painter, {box.left(), box.bottom() - height + 0.6 * mm, box.width(), height}, on.words.caption, {on.tiny, on.style.muted, Qt::AlignLeft, 3});
    return box.adjusted(0, 0, 0, -height);
}

void paintSeries(const Drawing& on, const QRectF& box, const QTimeZone& zone)
{
    double least = std::numeric_limits<double>::infinity(), most = -least;
    double names = 0;
    std::vector<QString> texts;
    for (const widgets::ChartSeries& line : on.chart.series) {
        QString last;
        for (const city::Sample& sample : line.samples) {
            if (!std::isfinite(sample.value)) continue;
            least = std::min(least, sample.value);
            most = std::max(most, sample.value);
            last = number(sample.value, on.chart.decimals);
        }
        const bool first = &line == &on.chart.series.front();
        for (const widgets::UsualPoint& point : first ? line.usual : std::vector<widgets::UsualPoint>()) {
            least = std::min(least, point.low);
            most = std::max(most, point.high);
        }
        for (const widgets::FanPoint& point : line.fan) {
            least = std::min(least, point.low);
            most = std::max(most, point.high);
        }
        texts.push_back(on.chart.series.size() > 1 || !line.name.isEmpty() ? QString(line.name + QLatin1Char(' ') + last).trimmed() : last);
        names = std::max(names, widthOf(texts.back(), on.tiny));
    }
    names = std::min(names + 1, box.width() * 0.3);
    const Plot plot = paintAxis(on, box, least, most, names + 2.5 * mm);
    const double span = static_cast<double>(std::max<qint64>(1, (on.chart.to - on.chart.from).count()));
    const auto x = [&](city::Instant at) { return plot.box.left() + static_cast<double>((at - on.chart.from).count()) / span * plot.box.width(); };
    const Place place = [&](city::Instant at, double value) { return QPointF(std::clamp(x(at), plot.box.left(), plot.box.right()), plot.y(value)); };
    paintTimes(on, plot, zone, x);
    paintBands(on, plot);
    paintUsual(on, place);
    paintFans(on, plot, place);
    std::vector<End> ends;
    for (std::size_t i = 0; i < on.chart.series.size(); ++i) {
        const widgets::ChartSeries& line = on.chart.series[i];
        const QColor colour = colourOf(on, i);
        on.painter.setBrush(Qt::NoBrush);
        on.painter.setPen(QPen(colour, 0.9 * pt, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        for (const widgets::Stretch& stretch : widgets::stretches(line.samples, on.chart.gap)) {
            QPolygonF points;
            for (const city::Sample& sample : widgets::reduced(stretch, on.chart.from, on.chart.to, 400))
                points << QPointF(x(sample.at), plot.y(sample.value));
            if (points.size() == 1)
                on.painter.drawEllipse(points.front(), 0.3 * mm, 0.3 * mm);
            else
                on.painter.drawPolyline(points);
        }
        for (auto last = line.samples.rbegin(); last != line.samples.rend(); ++last) {
            if (!std::isfinite(last->value)) continue;
            const QPointF at(x(last->at), plot.y(last->value));
            ends.push_back({at.y(), at, texts[i], colour});
            break;
        }
    }
    paintEnds(on, std::move(ends), {plot.box.right() + 2.5 * mm, box.top(), names, plot.box.bottom() - box.top() + lineOf(on.tiny) / 2});
}

bool isEmpty(const widgets::ChartData& chart)
{
    if (chart.kind == widgets::ChartData::Kind::Bars) return chart.bars.empty();
    return std::all_of(chart.series.begin(), chart.series.end(), [](const auto& line) { return line.samples.empty(); });
}

} // namespace

ChartWords ChartWords::of(const widgets::ChartData& chart)
{
    ChartWords words{say(QT_TRANSLATE_NOOP("Message", "no data")), say(QT_TRANSLATE_NOOP("Message", "now")), {}};
    QStringList said;
    if (!chart.series.empty() && !chart.series.front().usual.empty())
        said << say(QT_TRANSLATE_NOOP("Message", "Shaded: what is usual at these hours, on 8 of 10 days (of the first line)."));
    if (chart.now) said << chart.forecastLines.value(0);
    words.caption = said.join(QLatin1Char(' '));
    return words;
}

bool chartGrows(const widgets::ChartData& chart, bool columns)
{
    return !isEmpty(chart) && (columns || chart.kind == widgets::ChartData::Kind::Series);
}

double chartHeight(const widgets::ChartData& chart, const ChartWords& words, const Style& style, double width, bool columns)
{
    const double title = titleHeight(chart, style);
    if (isEmpty(chart)) return title + heightOf(chart.note, font(style, paper::small), width, 4) + 3 * mm;
    if (chart.kind == widgets::ChartData::Kind::Bars && !columns) return title + barStep * static_cast<double>(chart.bars.size()) + 1 * mm;
    return title + plotHeight + captionHeight(words, style, width);
}

void paintChart(QPainter& painter, const QRectF& box, const widgets::ChartData& chart, const ChartWords& words, const ChartSetting& setting)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const Drawing on = drawingOf(painter, chart, words, setting.style);
    const QRectF rest = paintTitle(on, box);
    if (isEmpty(chart))
        paintNote(on, rest);
    else if (chart.kind == widgets::ChartData::Kind::Bars && setting.columns)
        paintColumns(on, rest);
    else if (chart.kind == widgets::ChartData::Kind::Bars)
        paintHorizontal(on, rest);
    else
        paintSeries(on, paintCaption(on, rest), setting.zone);
    painter.restore();
}

} // namespace app::paper
