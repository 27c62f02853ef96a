// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/paint/painter.h"

#include <QWidget>
#include <memory>
#include <optional>

namespace app {

/// The map of a wall: nobody moves it, and all of it (symbols, labels, scale bar) is as much larger as the distance asks
/// for. Painted in the pool; until a new picture is there the last one stays. GUI thread.
class WallMap : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;
    ~WallMap() override;

    /// How much larger than on a desk; above 0.
    void setEnlarged(double factor);
    void setScene(std::shared_ptr<const map::Scene> scene);
    void fit(const city::LonLatBox& box);
    /// The picture is of the newest scene.
    bool isSettled() const { return !m_busy && !m_old; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void drawSoon();
    void draw();

    std::shared_ptr<const map::Scene> m_scene;
    std::optional<city::LonLatBox> m_box;
    std::shared_ptr<std::atomic<bool>> m_cancelled;
    QImage m_image;
    double m_enlarged = 1;
    bool m_busy = false, m_old = false;
};

} // namespace app
