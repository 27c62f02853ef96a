// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

#include <QWidget>

namespace widgets {

/// The symbol of a level on its own, 14 px, for layouts made of labels.
class LevelMark : public QWidget {
    Q_OBJECT
public:
    LevelMark(const Theme& theme, const QColor& colour, map::Shape shape, QWidget* parent);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QColor m_colour, m_edge;
    map::Shape m_shape;
};

} // namespace widgets
