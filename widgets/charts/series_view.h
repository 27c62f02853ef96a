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

    QColor colourOf(std::size_t series) const;
    /// The sample of a series that speaks of `at`: the nearest, if it is near enough.
    const city::Sample* sampleNear(std::size_t series, city::Instant at) const;
    QPointF placeOf(const city::Sample& sample) const;

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
    void layOut();
    void drawLines();
    void fitValues();
    city::Instant timeAt(double x) const;
    QString numberText(double value) const;
    std::vector<QString> endTexts() const;

    void paintBands(QPainter& painter) const;
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
