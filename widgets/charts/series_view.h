// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/time_ticks.h"
#include "widgets/charts/value_ticks.h"
#include "widgets/panels/values.h"
#include "widgets/theme/theme.h"

#include <QChartView>
#include <optional>

class QValueAxis;

namespace widgets {

/// Series over time. QtCharts draws the lines; grid, axes, bands, labels and the read-out are painted here,
/// because its time axis knows only the zone of the machine. Drag to zoom the time, double click or Esc to
/// see it all again.
class SeriesView : public QChartView {
    Q_OBJECT
public:
    explicit SeriesView(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setZone(const QTimeZone& zone);
    void setSeries(const ChartData& given);

    city::Instant from() const { return m_from; }
    city::Instant to() const { return m_to; }
    void zoomTo(city::Instant from, city::Instant to);
    void zoomOut();

    /// The sample nearest to a position of the viewport, and its series; nothing when none is within reach of a finger.
    std::optional<std::pair<int, city::Sample>> sampleUnder(QPointF at) const;
    QColor colourOf(std::size_t series) const;
    /// The sample of a series that speaks of `at`: the nearest, if it is near enough.
    const city::Sample* sampleNear(std::size_t series, city::Instant at) const;
    QPointF placeOf(const city::Sample& sample) const;

Q_SIGNALS:
    /// The reader chose a stretch of time, or (nothing) to see all of it again.
    void brushed(const std::optional<city::TimeSpan>& span);
    /// A sample was clicked, or asked about with the question mark key.
    void whyAsked(int series, city::Instant at);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void drawBackground(QPainter* painter, const QRectF& box) override;
    void drawForeground(QPainter* painter, const QRectF& box) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    /// The usual band of one series among several would hide under those of the others: only the first one's is drawn.
    bool bandShown(const ChartSeries& series) const { return m_chart.series.size() <= 2 || &series == &m_chart.series.front(); }
    void choose(city::Instant from, city::Instant to);
    void seeAll();
    void layOut();
    void drawLines();
    void fitValues();
    city::Instant timeAt(double x) const;
    QString numberText(double value) const;
    std::vector<QString> endTexts() const;

    void paintBands(QPainter& painter) const;
    void paintUsual(QPainter& painter) const;
    void paintFan(QPainter& painter) const;
    void paintMarks(QPainter& painter) const;
    void paintGrid(QPainter& painter) const;
    void paintEnds(QPainter& painter) const;
    void paintReadOut(QPainter& painter) const;

    Theme m_theme;
    QTimeZone m_zone = QTimeZone::utc();
    ChartData m_chart;
    city::Instant m_from, m_to;
    ValueAxis m_values;
    QRectF m_plot;
    QValueAxis* m_x;
    QValueAxis* m_y;
    std::optional<double> m_hover;   ///< Viewport x.
    std::optional<double> m_pressed; ///< Viewport x where a brush began.
};

} // namespace widgets
