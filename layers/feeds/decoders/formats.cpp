// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/formats.h"

#include <array>

namespace feeds {

std::span<const Format> formats()
{
    static constexpr std::array<Format, 6> list{{
        {"json", Format::Facts::ByMapping, decodeJson},
        {"csv", Format::Facts::ByMapping, decodeCsv},
        {"xml", Format::Facts::ByMapping, decodeXml},
        {"geojson", Format::Facts::ByMapping, decodeGeoJson},
        {"cap", Format::Facts::ByStandard, decodeCap},
        {"gbfs", Format::Facts::ByStandard, decodeGbfs},
    }};
    return list;
}

} // namespace feeds
