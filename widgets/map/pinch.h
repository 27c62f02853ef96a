// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGesture>
#include <QLineF>

namespace widgets {

/// Two fingers on a touch screen: where they are and where they were at the event before. GUI thread. Qt's
/// own pinch is shown each touch twice and tells the step both times: it zooms by the square of what the
/// fingers do.
class TwoFingers : public QGesture {
public:
    /// For grabGesture().
    static Qt::GestureType type();

    QLineF now, before; ///< Of the screen; null: not two.
};

} // namespace widgets
