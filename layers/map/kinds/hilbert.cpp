// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/kinds/bulk_arrays.h"

#include <utility>

namespace map {

quint32 hilbertPlace(quint32 x, quint32 y)
{
    // From the largest quarter to the smallest: which quarter, then turn the picture so that the next one
    // starts where this one's curve enters it.
    quint32 place = 0;
    for (quint32 side = 1U << 15; side > 0; side >>= 1) {
        const quint32 right = (x & side) ? 1 : 0, upper = (y & side) ? 1 : 0;
        place = place << 2 | ((3 * right) ^ upper);
        if (upper == 0) {
            if (right == 1) {
                x = 65535 - x;
                y = 65535 - y;
            }
            std::swap(x, y);
        }
    }
    return place;
}

} // namespace map
