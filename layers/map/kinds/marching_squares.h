// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <vector>

namespace map {

/// Numbers at the crossings of a regular net; NaN: not known.
struct Lattice {
    QPointF corner; ///< Of the first number; x and y grow from there.
    double step = 1;
    int columns = 0, rows = 0;
    std::vector<double> values; ///< Row by row.

    double at(int column, int row) const
    {
        return values[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
                      static_cast<std::size_t>(column)];
    }
};

/// The lines on which the lattice, straight between its numbers, has this value. Closed ones end where they
/// begin. Squares with an unknown corner hold none.
std::vector<std::vector<QPointF>> linesOfValue(const Lattice& lattice, double value);

} // namespace map
