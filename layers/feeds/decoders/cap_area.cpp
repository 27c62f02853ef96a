// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/cap_area.h"

#include "layers/feeds/mapping/field.h"
#include "layers/feeds/text/number.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

namespace feeds {

namespace {

constexpr std::string_view blanks = " \t\r\n\v\f";

/// The next word, taken off the front; empty at the end.
std::string_view takeWord(std::string_view& text)
{
    text = trimmed(text);
    const std::size_t end = std::min(text.find_first_of(blanks), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(end);
    return word;
}

city::Problem wrong(const char* source, std::string_view said)
{
    return {{}, {}, {source, {toQString(said.substr(0, 60))}}};
}

/// The form of the standard, "lat,lon lat,lon" and for circles a radius behind it, of one whose numbers all stand between
/// the same signs: blanks, commas, or semicolons between pairs. Any other text stays as it is.
std::string asPairs(std::string_view text, std::size_t behind)
{
    std::string made(text);
    std::replace(made.begin(), made.end(), ';', ' ');
    std::vector<std::string_view> numbers;
    const char* const between = made.find(',') == std::string::npos          ? " \t\r\n"
                                : made.find_first_of(" \t\r\n") == std::string::npos ? ","
                                                                             : nullptr;
    if (!between) return made;
    for (std::size_t at = 0; at < made.size();) {
        const std::size_t end = std::min(made.find_first_of(between, at), made.size());
        if (end > at) numbers.push_back(std::string_view(made).substr(at, end - at));
        at = end + 1;
    }
    if (numbers.size() < 3 || numbers.size() % 2 != behind) return made;
    std::string pairs;
    for (std::size_t i = 0; i < numbers.size(); ++i)
        pairs.append(numbers[i]).append(1, i % 2 == 0 && i + 1 < numbers.size() ? ',' : ' ');
    return pairs;
}

/// "lat,lon", perhaps with blanks behind the comma and an altitude.
city::Result<city::LonLat> takePosition(std::string_view& text)
{
    std::string pair(takeWord(text));
    while (!pair.empty() && (pair.back() == ',' || trimmed(text).starts_with(',')) && !trimmed(text).empty())
        pair += takeWord(text);
    const std::size_t comma = pair.find(',');
    const std::size_t second = comma == std::string::npos ? comma : pair.find(',', comma + 1);
    const auto lat = toNumber(std::string_view(pair).substr(0, comma));
    const auto lon = comma == std::string::npos
                         ? std::nullopt
                         : toNumber(std::string_view(pair).substr(comma + 1, second - comma - 1));
    if (!lat || !lon)
        return wrong(QT_TRANSLATE_NOOP("Message", "\"%1\" is no pair of latitude and longitude"), pair);
    if (std::abs(*lat) > 90 || std::abs(*lon) > 360)
        return wrong(QT_TRANSLATE_NOOP("Message", "\"%1\" is not on Earth; latitude comes first"), pair);
    return city::LonLat{*lon, *lat};
}

double twiceArea(const city::Ring& ring)
{
    double sum = 0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i)
        sum += ring[i].lon * ring[i + 1].lat - ring[i + 1].lon * ring[i].lat;
    return sum;
}

/// What of a closed ring lies east (side 1) or west (side -1) of a meridian; empty when nothing does.
city::Ring cutAt(const city::Ring& ring, double meridian, int side)
{
    const auto inside = [=](city::LonLat p) { return side * (p.lon - meridian) >= 0; };
    city::Ring kept;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const city::LonLat a = ring[i];
        const city::LonLat b = ring[i + 1];
        if (inside(a)) kept.push_back(a);
        if (inside(a) != inside(b))
            kept.push_back({meridian, a.lat + (b.lat - a.lat) * (meridian - a.lon) / (b.lon - a.lon)});
    }
    if (!kept.empty() && !(kept.front() == kept.back())) kept.push_back(kept.front());
    return kept.size() < 4 || twiceArea(kept) == 0 ? city::Ring() : kept;
}

/// A ring whose longitudes may lie anywhere, as polygons between -180 and 180. Steps of more than half the
/// globe are taken as steps over the antimeridian.
city::Geometry onGlobe(city::Ring ring)
{
    for (std::size_t i = 1; i < ring.size(); ++i)
        ring[i].lon = ring[i - 1].lon + std::remainder(ring[i].lon - ring[i - 1].lon, 360.0);
    if (twiceArea(ring) < 0) std::reverse(ring.begin(), ring.end());
    city::Geometry geometry;
    for (const double turn : {-360.0, 0.0, 360.0}) {
        city::Ring part = cutAt(cutAt(ring, turn - 180, 1), turn + 180, -1);
        for (city::LonLat& p : part)
            p.lon -= turn;
        if (!part.empty()) geometry.polygons.push_back({{std::move(part)}});
    }
    return geometry;
}

} // namespace

city::Result<city::Geometry> capPolygon(std::string_view said)
{
    city::Ring ring;
    const std::string_view whole = trimmed(said);
    const std::string pairs = asPairs(whole, 0);
    std::string_view text = pairs;
    while (!trimmed(text).empty()) {
        const city::Result<city::LonLat> position = takePosition(text);
        if (!position) return position.problem();
        if (ring.empty() || !(ring.back() == *position)) ring.push_back(*position);
    }
    if (!ring.empty() && !(ring.front() == ring.back())) ring.push_back(ring.front());
    city::Geometry geometry = ring.size() < 4 ? city::Geometry() : onGlobe(std::move(ring));
    if (geometry.isEmpty())
        return wrong(QT_TRANSLATE_NOOP("Message", "\"%1\" has too few corners for a polygon"), whole);
    return geometry;
}

city::Result<city::Geometry> capCircle(std::string_view said)
{
    const std::string_view whole = trimmed(said);
    const std::string pair = asPairs(whole, 1);
    std::string_view text = pair;
    const city::Result<city::LonLat> centre = takePosition(text);
    if (!centre) return centre.problem();
    const auto radius = toNumber(text);
    if (!radius || *radius < 0 || *radius > 20'000)
        return wrong(QT_TRANSLATE_NOOP("Message", "\"%1\" has no radius in kilometres"), whole);
    city::Geometry geometry;
    if (*radius == 0) {
        geometry.points.push_back(*centre);
        return geometry;
    }
    constexpr double rad = std::numbers::pi / 180;
    constexpr int corners = 72;
    const double angle = *radius / 6371.0088; // seen from the centre of the Earth
    const double lat = centre->lat * rad;
    city::Ring ring;
    for (int i = 0; i < corners; ++i) {
        const double bearing = -2 * std::numbers::pi * i / corners; // against the clock
        const double cornerLat =
            std::asin(std::sin(lat) * std::cos(angle) + std::cos(lat) * std::sin(angle) * std::cos(bearing));
        const double east = std::atan2(std::sin(bearing) * std::sin(angle) * std::cos(lat),
                                       std::cos(angle) - std::sin(lat) * std::sin(cornerLat));
        ring.push_back({centre->lon + east / rad, cornerLat / rad});
    }
    ring.push_back(ring.front());
    return onGlobe(std::move(ring));
}

} // namespace feeds
