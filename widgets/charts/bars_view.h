// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/values.h"
#include "widgets/theme/theme.h"

#include <QWidget>

namespace widgets {

/// Ranked horizontal bars: label on the left, bar from a common zero, value as text on the right. A bar
/// without a value is hatched and says so. Arrow keys walk the bars, Return chooses one. Where there is no room for
/// all, the first are shown and a last line says how many more there are; arrow keys and the wheel lead to them.
class BarsView : public QWidget {
    Q_OBJECT
public:
    explicit BarsView(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setChart(const ChartData& chart);
    /// Where a bar's row lies.
    QRect rowAt(int bar) const;
    int barUnder(QPointF at) const; ///< -1: none

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void activated(const city::Focus& focus);
    void barHovered(const std::optional<city::Focus>& focus);
    void whyAsked(int bar);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    int count() const { return static_cast<int>(m_chart.bars.size()); }
    void hover(int bar);
    void choose(int bar);
    int rowHeight() const;
    int shownCount() const; ///< Bars there is room for.
    void scrollTo(int first);
    void paintBar(QPainter& painter, int bar, double labels, double values) const;
    void paintMore(QPainter& painter) const;
    /// At the right end of the room, where a bar still fits beside it; the width it took.
    double paintUsual(QPainter& painter, const QString& usual, const QRectF& room) const;

    Theme m_theme;
    ChartData m_chart;
    int m_hovered = -1, m_current = -1;
    int m_first = 0; ///< The bar on top.
};

} // namespace widgets
