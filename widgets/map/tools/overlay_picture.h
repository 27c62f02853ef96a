// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/map/tools/map_overlay.h"

#include <QThreadPool>
#include <QTimer>
#include <atomic>

namespace widgets {

/// A scene without ground laid over the map: what is selected, in the accent colour. Painted in the pool like the map
/// itself; until the picture of a new view is there, the last one is moved and scaled. GUI thread.
class OverlayPicture : public QObject, public OverlayPart {
    Q_OBJECT
public:
    explicit OverlayPicture(MapOverlay& overlay);
    ~OverlayPicture() override;

    /// Null or without layers: nothing.
    void setScene(std::shared_ptr<const map::Scene> scene);
    const std::shared_ptr<const map::Scene>& scene() const { return m_scene; }
    bool isSharp() const { return m_image.isNull() == isEmpty() && m_imageScene == m_scene && m_taken == m_overlay.canvas().view(); }

    bool isEmpty() const override { return !m_scene || m_scene->layers.empty(); }
    void paint(QPainter& painter, const map::View& view, const Theme& theme) override;

Q_SIGNALS:
    void sharpened();

private:
    void order();

    MapOverlay& m_overlay;
    std::shared_ptr<const map::Scene> m_scene, m_imageScene;
    QImage m_image;
    map::View m_taken; ///< The view of the picture.
    std::shared_ptr<std::atomic<bool>> m_cancelled;
    QThreadPool m_pool;
    QTimer m_soon;
};

} // namespace widgets
