// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/formats.h"

#include <array>

namespace feeds {

std::span<const Format> formats()
{
    static constexpr std::array<Format, 6> list{{
        {"json", decodeJson},
        {"csv", decodeCsv},
        {"xml", decodeXml},
        {"geojson", decodeGeoJson},
        {"cap", decodeCap},
        {"gbfs", decodeGbfs},
    }};
    return list;
}

} // namespace feeds
