// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/map/map_canvas.h"

#include <QThreadPool>
#include <atomic>

namespace widgets {

/// A small map of the whole city with a frame where the large one looks. Drag the frame, or click elsewhere, to move the
/// large map; arrow keys move it, too. Painted in the pool, only while it is shown. GUI thread.
class OverviewMap : public QWidget {
    Q_OBJECT
public:
    OverviewMap(MapCanvas& canvas, QWidget* parent);
    ~OverviewMap() override;

    void setTheme(const Theme& theme);
    void setScene(std::shared_ptr<const map::Scene> scene);
    void setExtent(const city::LonLatBox& extent);
    /// The frame, in pixels of this widget.
    QRectF frame() const;
    bool hasPicture() const { return !m_image.isNull(); }

    QSize sizeHint() const override { return {184, 136}; }

Q_SIGNALS:
    void painted();

protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void order();
    void moveTo(QPointF middle);
    void retranslate();

    MapCanvas& m_canvas;
    Theme m_theme;
    std::shared_ptr<const map::Scene> m_scene;
    map::View m_view;
    QImage m_image;
    std::shared_ptr<std::atomic<bool>> m_cancelled;
    QThreadPool m_pool;
    std::optional<QPointF> m_grip; ///< From the middle of the frame to the pointer that drags it.
};

} // namespace widgets
