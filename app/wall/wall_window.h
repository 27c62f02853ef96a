// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dashboards/dashboard.h"
#include "app/wall/rotation.h"
#include "app/wall/type_scale.h"
#include "app/wall/wall_map.h"
#include "app/wall/wall_panels.h"

class QLabel;
class QScreen;
class QStackedWidget;

namespace app {

/// One monitor of a wall: full screen, without chrome, frame and pointer. GUI thread.
class WallWindow : public QWidget {
    Q_OBJECT
public:
    WallWindow();

    /// Takes the whole of a screen; the type follows its pixels and the distance.
    void place(QScreen& screen, const WallScreen& spec, const widgets::Theme& theme);
    const widgets::Theme& theme() const { return m_theme; } ///< As scaled.
    const TypeScale& scale() const { return m_scale; }
    /// What the map shows where a picture does not say.
    void setHome(const city::LonLatBox& home) { m_home = home; }

    void setPicture(const DashboardPicture& picture, const QString& title);
    bool isSettled() const { return m_map->isSettled(); }
    /// Instead of the figures; nothing: the figures again.
    void setAlarm(const std::optional<AlarmAdvice>& advice);
    void setDrills(const QString& text); ///< Across the whole width; empty: none.
    void setLeft(double share, const QString& word);
    void setClock(const QString& clock, const QString& date, const QString& stamp);
    void setFeeds(const std::vector<widgets::FeedAge>& feeds, const QString& words);
    /// Moves all of it by a few pixels, so that no line burns in.
    void shift(int step);

Q_SIGNALS:
    void keyAsked(int key);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    widgets::Theme m_theme;
    TypeScale m_scale;
    WallHead* m_head;
    QLabel* m_drill;
    WallMap* m_map;
    QStackedWidget* m_side;
    WallFigures* m_figures;
    WallAlarm* m_alarm;
    WallFoot* m_foot;
    city::LonLatBox m_home;
    std::optional<city::LonLatBox> m_fitted;
};

} // namespace app
