// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/map/map_canvas.h"

#include <QTimer>

namespace widgets {

/// Where the map has been, to go back to and forth: a view counts once the map has stood still in it for a moment.
class ViewHistory : public QObject {
    Q_OBJECT
public:
    explicit ViewHistory(MapCanvas& canvas);

    bool canGoBack() const { return m_at > 0 || m_resting.isActive(); }
    bool canGoForward() const { return m_at + 1 < m_views.size() && !m_resting.isActive(); }
    void back();
    void forward();
    void clear();

Q_SIGNALS:
    void changed();

private:
    void rest();
    void show();
    static bool same(const map::View& a, const map::View& b);

    MapCanvas& m_canvas;
    std::vector<map::View> m_views;
    std::size_t m_at = 0;
    QTimer m_resting;
    bool m_walking = false;
};

} // namespace widgets
