// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

#include <QWidget>

class QToolButton;

namespace app {

/// The colours of the theme's series to choose from, one button each.
class ColourRow : public QWidget {
    Q_OBJECT
public:
    explicit ColourRow(QWidget* parent = nullptr);

    void setTheme(const widgets::Theme& theme);
    int current() const { return m_current; }
    void setCurrent(int colour);

Q_SIGNALS:
    void picked(int colour);

private:
    std::vector<QToolButton*> m_buttons;
    int m_current = 0;
};

} // namespace app
