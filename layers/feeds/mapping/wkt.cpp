// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/mapping/geometry_text.h"

#include "layers/feeds/text/number.h"

#include <algorithm>
#include <cctype>
#include <charconv>

namespace feeds {

namespace {

/// Reads well-known text from front to back. Each `read...` is false at the first thing that does not belong.
class WktReader {
public:
    explicit WktReader(std::string_view text) : m_rest(text) {}

    bool read(city::Geometry& geometry, int depth = 0);
    bool atEnd()
    {
        skipBlanks();
        return m_rest.empty();
    }

private:
    void skipBlanks() { m_rest.remove_prefix(std::min(m_rest.find_first_not_of(" \t\r\n"), m_rest.size())); }
    bool take(char c)
    {
        skipBlanks();
        if (m_rest.empty() || m_rest.front() != c) return false;
        m_rest.remove_prefix(1);
        return true;
    }
    std::string word();
    bool position(std::vector<city::LonLat>& to);
    bool multiPosition(std::vector<city::LonLat>& to);
    bool line(std::vector<std::vector<city::LonLat>>& to);
    bool polygon(std::vector<city::Polygon>& to);

    template<typename Each> bool list(Each each)
    {
        if (!take('(')) return false;
        do {
            if (!each()) return false;
        } while (take(','));
        return take(')');
    }

    std::string_view m_rest;
};

std::string WktReader::word()
{
    skipBlanks();
    std::string text;
    while (!m_rest.empty() && std::isalpha(static_cast<unsigned char>(m_rest.front()))) {
        text += static_cast<char>(std::toupper(static_cast<unsigned char>(m_rest.front())));
        m_rest.remove_prefix(1);
    }
    return text;
}

bool WktReader::position(std::vector<city::LonLat>& to)
{
    double numbers[4]{};
    int count = 0;
    for (; count < 4; ++count) {
        skipBlanks();
        const auto [end, error] =
            std::from_chars(m_rest.data(), m_rest.data() + m_rest.size(), numbers[count]);
        if (error != std::errc()) break;
        m_rest.remove_prefix(static_cast<std::size_t>(end - m_rest.data()));
    }
    if (count < 2) return false;
    to.push_back({numbers[0], numbers[1]});
    return true;
}

bool WktReader::multiPosition(std::vector<city::LonLat>& to)
{
    if (!take('(')) return position(to);
    return position(to) && take(')');
}

bool WktReader::line(std::vector<std::vector<city::LonLat>>& to)
{
    to.emplace_back();
    return list([&] { return position(to.back()); });
}

bool WktReader::polygon(std::vector<city::Polygon>& to)
{
    to.emplace_back();
    return list([&] { return line(to.back().rings); });
}

bool WktReader::read(city::Geometry& geometry, int depth)
{
    std::string type = word();
    std::string suffix = word();
    if (type == "SRID" && take('=')) {
        m_rest.remove_prefix(std::min(m_rest.find(';'), m_rest.size()));
        if (!take(';')) return false;
        type = word();
        suffix = word();
    }
    if (suffix == "EMPTY") return true;
    if (!suffix.empty() && suffix != "Z" && suffix != "M" && suffix != "ZM") return false;
    if (type == "POINT") return list([&] { return position(geometry.points); });
    if (type == "MULTIPOINT") return list([&] { return multiPosition(geometry.points); });
    if (type == "LINESTRING") return line(geometry.lines);
    if (type == "MULTILINESTRING") return list([&] { return line(geometry.lines); });
    if (type == "POLYGON") return polygon(geometry.polygons);
    if (type == "MULTIPOLYGON") return list([&] { return polygon(geometry.polygons); });
    if (type == "GEOMETRYCOLLECTION" && depth < 8) return list([&] { return read(geometry, depth + 1); });
    return false;
}

} // namespace

city::Result<city::Geometry> geometryFromWkt(std::string_view text)
{
    WktReader reader(text);
    city::Geometry geometry;
    if (!reader.read(geometry) || !reader.atEnd() || !isComplete(geometry))
        return city::Problem{{}, {}, QT_TRANSLATE_NOOP("Message", "is no geometry")};
    return geometry;
}

} // namespace feeds
