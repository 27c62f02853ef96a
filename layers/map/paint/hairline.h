// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/paint/blend.h"
#include "layers/map/paint/coverage.h"
#include "layers/map/paint/pixels.h"

namespace map {

/// Lines of one pixel, laid straight on the pixels piece by piece, as QPainter lays them: along the longer
/// axis each step shares one pixel's worth of ink between the two pixels it lies between, and where two
/// pieces meet or lie upon each other both show. Belongs to one thread.
class Hairline {
public:
    explicit Hairline(const Pixels& pixels) : m_pixels(pixels) {}

    /// Lays a ring, or a line that does not return to its beginning. `inside`: all of it is two pixels or
    /// more within the picture.
    void lay(const PixelPoint* points, std::size_t count, bool closed, bool inside, const Paint& paint) const;

private:
    template<bool Inside> void piece(PixelPoint a, PixelPoint b, const Paint& paint) const;
    template<bool Across, bool Inside>
    void along(float from, float acrossFrom, float to, float acrossTo, const Paint& paint) const;

    const Pixels& m_pixels;
};

} // namespace map
