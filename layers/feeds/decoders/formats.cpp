// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/formats.h"

#include <array>

namespace feeds {

std::span<const Format> formats()
{
    static constexpr std::array<Format, 21> list{{
        {"json", Format::Facts::ByMapping, decodeJson},
        {"csv", Format::Facts::ByMapping, decodeCsv},
        {"xml", Format::Facts::ByMapping, decodeXml},
        {"geojson", Format::Facts::ByMapping, decodeGeoJson},
        {"cap", Format::Facts::ByStandard, decodeCap},
        {"gbfs", Format::Facts::ByStandard, decodeGbfs},
        {"gtfs", Format::Facts::ByStandard, decodeGtfs},
        {"gtfs-rt", Format::Facts::ByStandard, decodeGtfsRealtime},
        {"sensorthings", Format::Facts::ByStandard, decodeSensorThings},
        {"ogc-features", Format::Facts::ByStandard, decodeOgcFeatures},
        {"datex2", Format::Facts::ByStandard, decodeDatex},
        {"tmdd", Format::Facts::ByStandard, decodeTmdd},
        {"wzdx", Format::Facts::ByStandard, decodeWzdx},
        {"open511", Format::Facts::ByStandard, decodeOpen511},
        {"waze", Format::Facts::ByStandard, decodeWaze},
        {"open311", Format::Facts::ByStandard, decodeOpen311},
        {"quakes", Format::Facts::ByStandard, decodeQuakes},
        {"gdacs", Format::Facts::ByStandard, decodeGdacs},
        {"jma", Format::Facts::ByStandard, decodeJma},
        {"openaq", Format::Facts::ByStandard, decodeOpenAq},
        {"nmea", Format::Facts::ByStandard, decodeNmea},
    }};
    return list;
}

} // namespace feeds
