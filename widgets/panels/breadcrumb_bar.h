// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/values.h"
#include "widgets/theme/theme.h"

#include <QWidget>
#include <vector>

class QHBoxLayout;
class QToolButton;

namespace widgets {

/// Where the reader is, outermost first, with Back and Forward. Lies over the map.
class BreadcrumbBar : public QWidget {
    Q_OBJECT
public:
    explicit BreadcrumbBar(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setCrumbs(const std::vector<Crumb>& crumbs);
    /// How many steps there are to go back and forward.
    void setHistory(int back, int forward);

Q_SIGNALS:
    void activated(const city::Focus& focus);
    void backAsked();
    void forwardAsked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void rebuild();

    Theme m_theme;
    std::vector<Crumb> m_crumbs;
    QToolButton* m_back;
    QToolButton* m_forward;
    QHBoxLayout* m_row;
    std::vector<QWidget*> m_steps;
};

} // namespace widgets
