// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/map/map_canvas.h"

class QComboBox;
class QLabel;

namespace widgets {

/// One of the two things that can be shown beside the map.
struct CompareChoice {
    QString id, title;

    friend bool operator==(const CompareChoice&, const CompareChoice&) = default;
};

/// A second map over the right part of the first, moving with it: as one picture parted by a handle (swipe), or as the same
/// place twice (side by side). The handle is dragged, or moved with the arrow keys while it has the focus. GUI thread.
class CompareView : public QWidget {
    Q_OBJECT
public:
    enum class Mode { Off, Swipe, SideBySide };

    /// Lies over `main`, whose parent is its own.
    explicit CompareView(MapCanvas& main);

    void setTheme(const Theme& theme);
    void setMode(Mode mode);
    Mode mode() const { return m_mode; }
    /// 0 to 1 of the width of the map.
    void setSplit(double split);
    double split() const { return m_split; }
    /// What the right side shows; the left one keeps the map's own.
    void setScene(std::shared_ptr<const map::Scene> scene);
    void setLeftTitle(const QString& title);
    void setChoices(const std::vector<CompareChoice>& choices);
    QString choice() const;
    MapCanvas& other() { return *m_other; }

Q_SIGNALS:
    void chosen(const QString& id);
    void splitChanged(double split);
    void closed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void place();
    void follow();
    void lead();
    int edge() const;
    void retranslate();

    MapCanvas& m_main;
    MapCanvas* m_other;
    QLabel* m_left;
    QComboBox* m_right;
    Theme m_theme;
    std::vector<CompareChoice> m_choices;
    Mode m_mode = Mode::Off;
    double m_split = 0.5;
    double m_grip = 0; ///< Where in the handle it was taken.
    map::View m_given; ///< What the second map was last told to show.
    bool m_linking = false;
};

} // namespace widgets
