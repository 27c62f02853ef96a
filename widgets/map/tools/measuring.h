// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/map/tools/sketch.h"

#include <QCoreApplication>
#include <QStringList>

namespace widgets {

/// "842.5 m", "12.34 km".
QString lengthText(double metres);
/// "842 m²", "3.21 ha", "27.14 km²".
QString areaText(double squareMetres);
/// "45.2°", clockwise from north.
QString bearingText(double degrees);

/// What can be measured of a shape, on the ellipsoid.
struct Measurement {
    std::vector<double> pieces; ///< Metres of each side; of polygons with the closing one.
    double length = 0;          ///< Metres: of a line, or the way round.
    double area = 0;            ///< Square metres; 0 for a line.
    double radius = 0;          ///< Metres; of circles.
    double bearing = 0;         ///< Degrees clockwise from north of the last piece of a line.

    static Measurement of(const Sketch& sketch);
};

/// The measurement in words, the whole first.
class MeasurementText {
    Q_DECLARE_TR_FUNCTIONS(MeasurementText)
public:
    /// "12.34 km" or "3.21 ha".
    static QString headline(const Measurement& measured);
    /// "Around: 1.2 km", "Last piece: 340.0 m, 45.2°".
    static QStringList details(const Measurement& measured);
    /// To be pasted into a table: a row a piece, with units in the head.
    static QString table(const Measurement& measured);
};

} // namespace widgets
