// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/csv_rows.h"

#include <algorithm>

namespace feeds {

std::string& CsvRows::newField()
{
    if (m_count == m_fields.size()) m_fields.emplace_back();
    std::string& field = m_fields[m_count++];
    field.clear();
    return field;
}

void CsvRows::readQuoted(std::string& field)
{
    m_rest.remove_prefix(1);
    for (;;) {
        const std::size_t quote = m_rest.find('"');
        field.append(m_rest.substr(0, quote));
        if (quote == std::string_view::npos) {
            m_rest = {};
            m_cutOff = true;
            return;
        }
        m_rest.remove_prefix(quote + 1);
        if (m_rest.empty() || m_rest.front() != '"') return;
        field += '"';
        m_rest.remove_prefix(1);
    }
}

bool CsvRows::endsLine()
{
    if (m_rest.empty()) return true;
    if (m_rest.front() != '\r' && m_rest.front() != '\n') return false;
    m_rest.remove_prefix(m_rest.starts_with("\r\n") ? 2 : 1);
    return true;
}

/// True when another field of the row follows.
bool CsvRows::readField()
{
    std::string& field = newField();
    const bool quoted = !m_rest.empty() && m_rest.front() == '"';
    if (quoted) readQuoted(field);
    std::size_t end = 0;
    while (end < m_rest.size() && m_rest[end] != m_delimiter && m_rest[end] != '\r' && m_rest[end] != '\n')
        ++end;
    const std::string_view plain = m_rest.substr(0, end);
    m_torn = m_torn || (quoted && plain.find_first_not_of(" \t") != std::string_view::npos);
    field.append(plain);
    m_rest.remove_prefix(end);
    if (endsLine()) return false;
    m_rest.remove_prefix(1);
    return true;
}

bool CsvRows::next()
{
    for (;;) {
        if (m_rest.empty()) return false;
        m_count = 0;
        m_cutOff = m_torn = false;
        while (readField()) {
        }
        if (m_count > 1 || !m_fields.front().empty()) return true;
    }
}

} // namespace feeds
