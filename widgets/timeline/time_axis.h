// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"
#include "widgets/timeline/timeline_values.h"

#include <QTimeZone>
#include <QWidget>

namespace widgets {

/// The strip of time itself: what was recorded, marks above it, hours below, a hand where is looked. Dragging
/// moves the hand, the wheel zooms round the pointer, dragging with Shift or the right button chooses a range
/// to repeat. Keys: Left and Right a minute, with Ctrl or Page Up and Down an hour, Home and End first and
/// live, + and - zoom, Space plays. GUI thread.
class TimeAxis : public QWidget {
    Q_OBJECT
public:
    explicit TimeAxis(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// In whose hours it is read.
    void setZone(const QTimeZone& zone);
    void setState(const TimelineState& state);
    void setMarks(const TimelineMarks& marks);

    const TimeSpan& range() const { return m_range; }
    void setRange(TimeSpan range);
    /// Zooms by `factor` (less than 1: nearer), with `at` staying where it is.
    void zoom(double factor, city::Instant at);
    /// The nearest mark before (-1) or after (+1) a moment; null when there is none.
    const TimeMark* markFrom(city::Instant at, int direction) const;

    city::Instant timeAt(double x) const;
    double xOf(city::Instant at) const;

    QSize sizeHint() const override { return {600, 56}; }
    QSize minimumSizeHint() const override { return {200, 56}; }

Q_SIGNALS:
    void momentAsked(city::Instant at);
    void liveAsked();
    void playAsked();
    void stepAsked(city::Duration by);
    void loopAsked(std::optional<widgets::TimeSpan> loop);
    void noteAsked(city::Instant at);
    void rangeChanged(const widgets::TimeSpan& range);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    enum class Drag { None, Hand, Loop };

    void retranslate();
    void follow();
    void askMoment(double x);
    const TimeMark* markAt(QPointF position) const;
    QString tipAt(QPointF position) const;
    QString clock(city::Instant at, bool withDate) const;
    void paintTrack(QPainter& painter) const;
    void paintLoop(QPainter& painter) const;
    void paintTicks(QPainter& painter) const;
    void paintMarks(QPainter& painter) const;
    void paintHand(QPainter& painter) const;

    Theme m_theme;
    QTimeZone m_zone = QTimeZone::utc();
    TimelineState m_state;
    TimelineMarks m_marks;
    TimeSpan m_range;
    Drag m_drag = Drag::None;
    city::Instant m_dragFrom;
    std::optional<double> m_hover;
};

} // namespace widgets
