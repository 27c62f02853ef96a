// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/gtfs_table.h"

#include "layers/feeds/mapping/field.h"
#include "layers/feeds/text/number.h"

#include <charconv>

namespace feeds {

namespace {

std::optional<int> wholeNumber(std::string_view text)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

} // namespace

GtfsTable::GtfsTable(const QByteArray& utf8)
    : m_rows(std::string_view(utf8.constData(), static_cast<std::size_t>(utf8.size())), ',')
{
    if (!m_rows.next()) return;
    for (std::size_t i = 0; i < m_rows.count(); ++i)
        m_columns.emplace(std::string(trimmed(m_rows.fields()[i])), i);
}

bool GtfsTable::next()
{
    ++m_row;
    return m_rows.next();
}

std::string_view GtfsTable::field(std::string_view column) const
{
    const auto found = m_columns.find(std::string(column));
    if (found == m_columns.end() || found->second >= m_rows.count()) return {};
    return trimmed(m_rows.fields()[found->second]);
}

QString GtfsTable::text(std::string_view column) const
{
    return toQString(field(column));
}

std::optional<double> GtfsTable::number(std::string_view column) const
{
    return toNumber(field(column));
}

std::optional<int> GtfsTable::whole(std::string_view column) const
{
    return wholeNumber(field(column));
}

std::optional<int> GtfsTable::time(std::string_view column) const
{
    std::string_view rest = field(column);
    int seconds = 0;
    for (int part = 0; part < 3; ++part) {
        const std::size_t colon = part < 2 ? rest.find(':') : rest.size();
        const auto value =
            colon == std::string_view::npos ? std::nullopt : wholeNumber(rest.substr(0, colon));
        if (!value || *value < 0 || *value > (part == 0 ? 240 : 59)) return std::nullopt;
        seconds = seconds * 60 + *value;
        rest.remove_prefix(std::min(colon + 1, rest.size()));
    }
    return seconds;
}

} // namespace feeds
