// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/scene/bulk.h"

namespace map {

/// Thins one ring or line after another: at most one vertex for each run of them within a cell, the one
/// nearest to the middle of the cell, whatever the direction, so that neighbours keep a common border. Short
/// ones stay as they are.
class Thinning {
public:
    /// `cellQuanta`: a power of two.
    Thinning(double cellQuanta, bool closed);

    void ring(std::span<const BulkVertex> ring, std::vector<BulkVertex>& out) const;

private:
    int m_shift; ///< The cell is 2 to the power of this.
    bool m_closed;
};

} // namespace map
