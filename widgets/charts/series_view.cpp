// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/series_view.h"

#include "widgets/charts/reduce.h"
#include "widgets/theme/dress.h"

#include <QGraphicsLayout>
#include <QKeyEvent>
#include <QLineSeries>
#include <QLocale>
#include <QMouseEvent>
#include <QValueAxis>
#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr double kBrushLeast = 6;

// Seconds after the start of the chart: small numbers, which QtCharts maps exactly.
double secondsAfter(city::Instant start, city::Instant at)
{
    return static_cast<double>((at - start).count()) / 1000.0;
}

} // namespace

SeriesView::SeriesView(QWidget* parent)
    : QChartView(parent), m_x(new QValueAxis(this)), m_y(new QValueAxis(this))
{
    auto* shown = new QChart;
    shown->legend()->hide();
    shown->setBackgroundVisible(false);
    shown->setMargins(QMargins());
    shown->layout()->setContentsMargins(0, 0, 0, 0);
    shown->addAxis(m_x, Qt::AlignBottom);
    shown->addAxis(m_y, Qt::AlignLeft);
    m_x->setVisible(false);
    m_y->setVisible(false);
    QChart* before = chart();
    setChart(shown);
    delete before;
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setViewportUpdateMode(QGraphicsView::FullViewportUpdate);
    setBackgroundBrush(Qt::NoBrush);
    viewport()->setAutoFillBackground(false);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
}

void SeriesView::setTheme(const Theme& theme)
{
    m_theme = theme;
    layOut();
    drawLines();
}

void SeriesView::setZone(const QTimeZone& zone)
{
    m_zone = zone;
    viewport()->update();
}

void SeriesView::setSeries(const ChartData& given)
{
    // A reader who has zoomed in keeps the view while new samples come in.
    const bool zoomed = m_chart.id == given.id && (m_from != m_chart.from || m_to != m_chart.to);
    m_chart = given;
    if (!zoomed) {
        m_from = given.from;
        m_to = given.to;
    }
    setAccessibleName(given.title);
    layOut();
    drawLines();
}

void SeriesView::zoomTo(city::Instant from, city::Instant to)
{
    if (to - from < std::chrono::minutes(2)) return;
    m_from = std::max(from, m_chart.from);
    m_to = std::min(to, m_chart.to);
    layOut();
    drawLines();
}

void SeriesView::zoomOut()
{
    m_from = m_chart.from;
    m_to = m_chart.to;
    layOut();
    drawLines();
}

QColor SeriesView::colourOf(std::size_t series) const
{
    if (m_chart.series[series].colour.isValid()) return m_chart.series[series].colour;
    return m_chart.series.size() == 1 ? m_theme.data : m_theme.seriesColour(series);
}

const city::Sample* SeriesView::sampleNear(std::size_t series, city::Instant at) const
{
    const auto& samples = m_chart.series[series].samples;
    const auto after = std::lower_bound(samples.begin(), samples.end(), at,
                                        [](const city::Sample& s, city::Instant t) { return s.at < t; });
    const city::Sample* nearest = nullptr;
    for (const auto* candidate :
         {after == samples.end() ? nullptr : &*after, after == samples.begin() ? nullptr : &*(after - 1)}) {
        if (!candidate || !std::isfinite(candidate->value)) continue;
        if (!nearest || std::chrono::abs(candidate->at - at) < std::chrono::abs(nearest->at - at))
            nearest = candidate;
    }
    const city::Duration reach = m_chart.gap.count() > 0 ? m_chart.gap / 2 : (m_to - m_from) / 20;
    return nearest && std::chrono::abs(nearest->at - at) <= reach ? nearest : nullptr;
}

std::optional<std::pair<int, city::Sample>> SeriesView::sampleUnder(QPointF at) const
{
    constexpr double reach = 12;
    std::optional<std::pair<int, city::Sample>> found;
    double nearest = reach;
    for (std::size_t i = 0; i < m_chart.series.size(); ++i) {
        const city::Sample* sample = sampleNear(i, timeAt(at.x()));
        if (!sample) continue;
        const double away = QLineF(placeOf(*sample), at).length();
        if (away >= nearest) continue;
        nearest = away;
        found = {static_cast<int>(i), *sample};
    }
    return found;
}

QPointF SeriesView::placeOf(const city::Sample& sample) const
{
    const double x = static_cast<double>((sample.at - m_from).count()) /
                     std::max<double>(1, static_cast<double>((m_to - m_from).count()));
    const double y = (sample.value - m_values.from) / (m_values.to - m_values.from);
    return {m_plot.left() + x * m_plot.width(), m_plot.bottom() - y * m_plot.height()};
}

city::Instant SeriesView::timeAt(double x) const
{
    const double share = std::clamp((x - m_plot.left()) / std::max(1.0, m_plot.width()), 0.0, 1.0);
    return m_from + city::Duration(static_cast<qint64>(share * static_cast<double>((m_to - m_from).count())));
}

QString SeriesView::numberText(double value) const
{
    return QLocale().toString(value, 'f', m_chart.decimals);
}

void SeriesView::fitValues()
{
    double least = 0, most = 0;
    bool any = false;
    const auto take = [&](double value) {
        least = any ? std::min(least, value) : value;
        most = any ? std::max(most, value) : value;
        any = true;
    };
    for (const ChartSeries& series : m_chart.series)
        for (const city::Sample& sample : within(series.samples, m_from, m_to))
            if (std::isfinite(sample.value)) take(sample.value);
    for (const ChartSeries& series : m_chart.series) {
        for (const UsualPoint& point : series.usual)
            if (point.at >= m_from && point.at <= m_to && bandShown(series)) take(point.low), take(point.high);
        for (const FanPoint& point : series.fan)
            if (point.at >= m_from && point.at <= m_to) take(point.low), take(point.high);
    }
    m_values = valueAxis(least, any ? most : 1, height() < 150 ? 3 : 4);
}

void SeriesView::layOut()
{
    fitValues();
    const QFontMetricsF metrics(fontOf(m_theme, m_theme.tiny));
    double left = 0;
    for (double v = m_values.from; v <= m_values.to + m_values.step / 2; v += m_values.step)
        left = std::max(left, metrics.horizontalAdvance(QLocale().toString(v, 'f', m_values.decimals)));
    double right = 0;
    for (const QString& text : endTexts())
        right = std::max(right, metrics.horizontalAdvance(text));
    right = std::min(right, width() * 0.3);
    m_plot = QRectF(std::round(left + 8), 24, std::max(20.0, width() - left - 8 - right - 14),
                    std::max(20.0, height() - 24.0 - 20));
    chart()->resize(size());
    chart()->setPlotArea(m_plot);
    m_x->setRange(0, std::max(1.0, secondsAfter(m_from, m_to)));
    m_y->setRange(m_values.from, m_values.to);
    viewport()->update();
}

void SeriesView::drawLines()
{
    chart()->removeAllSeries();
    const int columns = static_cast<int>(m_plot.width() * devicePixelRatioF());
    for (std::size_t i = 0; i < m_chart.series.size(); ++i) {
        // One beyond each edge, so that the line leaves the picture as it should.
        const std::span<const city::Sample> seen = within(m_chart.series[i].samples, m_from, m_to, 1);
        for (const std::span<const city::Sample> stretch : stretches(seen, m_chart.gap)) {
            QList<QPointF> points;
            for (const city::Sample& sample : reduced(stretch, m_from, m_to, columns))
                points.push_back({secondsAfter(m_from, sample.at), sample.value});
            auto* line = new QLineSeries;
            line->setPen(QPen(colourOf(i), 1.75, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            line->replace(points);
            chart()->addSeries(line);
            line->attachAxis(m_x);
            line->attachAxis(m_y);
        }
    }
}

void SeriesView::resizeEvent(QResizeEvent* event)
{
    QChartView::resizeEvent(event);
    layOut();
    drawLines();
}

void SeriesView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && m_plot.contains(event->position()))
        m_pressed = event->position().x();
}

void SeriesView::mouseMoveEvent(QMouseEvent* event)
{
    m_hover = event->position().x();
    viewport()->update();
}

void SeriesView::mouseReleaseEvent(QMouseEvent* event)
{
    if (!m_pressed) return;
    const double a = *m_pressed, b = event->position().x();
    m_pressed.reset();
    if (std::abs(a - b) >= kBrushLeast)
        choose(timeAt(std::min(a, b)), timeAt(std::max(a, b)));
    else if (const auto under = sampleUnder(event->position()))
        Q_EMIT whyAsked(under->first, under->second.at);
    viewport()->update();
}

void SeriesView::mouseDoubleClickEvent(QMouseEvent*)
{
    m_pressed.reset();
    seeAll();
}

void SeriesView::choose(city::Instant from, city::Instant to)
{
    zoomTo(from, to);
    Q_EMIT brushed(city::TimeSpan{m_from, m_to});
}

void SeriesView::seeAll()
{
    zoomOut();
    Q_EMIT brushed(std::nullopt);
}

// The keyboard reads and zooms as the pointer does: left and right move the reading, plus and minus zoom
// round it.
void SeriesView::keyPressEvent(QKeyEvent* event)
{
    const double at = m_hover.value_or(m_plot.right());
    const city::Duration quarter = (m_to - m_from) / 4;
    switch (event->key()) {
    case Qt::Key_Left:
        m_hover = std::max(m_plot.left(), at - m_plot.width() / 48);
        break;
    case Qt::Key_Right:
        m_hover = std::min(m_plot.right(), at + m_plot.width() / 48);
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        choose(timeAt(at) - quarter, timeAt(at) + quarter);
        break;
    case Qt::Key_Minus:
        seeAll();
        break;
    case Qt::Key_Question:
        for (std::size_t i = 0; i < m_chart.series.size(); ++i)
            if (const city::Sample* sample = sampleNear(i, timeAt(at))) {
                Q_EMIT whyAsked(static_cast<int>(i), sample->at);
                break;
            }
        break;
    case Qt::Key_Escape:
        if (m_from == m_chart.from && m_to == m_chart.to) return event->ignore();
        seeAll();
        break;
    default:
        event->ignore();
        return;
    }
    viewport()->update();
}

bool SeriesView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::Leave) {
        m_hover.reset();
        viewport()->update();
    }
    return QChartView::viewportEvent(event);
}

} // namespace widgets
