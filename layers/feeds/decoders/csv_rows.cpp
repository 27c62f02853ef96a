// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/csv_rows.h"

#include <bit>
#include <cstdint>
#include <cstring>

namespace feeds {

namespace {

constexpr std::uint64_t everyByte(char c)
{
    return 0x0101010101010101ULL * static_cast<unsigned char>(c);
}

/// The high bit of each byte that is 0, and perhaps of bytes behind the first such.
constexpr std::uint64_t zeroBytes(std::uint64_t word)
{
    return (word - everyByte(1)) & ~word & everyByte('\x80');
}

/// Where the first delimiter or line end is, eight letters at a time; the size where there is none.
std::size_t plainLength(std::string_view text, char delimiter)
{
    std::size_t at = 0;
    if constexpr (std::endian::native == std::endian::little) {
        const std::uint64_t d = everyByte(delimiter), lf = everyByte('\n'), cr = everyByte('\r');
        for (; at + 8 <= text.size(); at += 8) {
            std::uint64_t word;
            std::memcpy(&word, text.data() + at, 8);
            const std::uint64_t found = zeroBytes(word ^ d) | zeroBytes(word ^ lf) | zeroBytes(word ^ cr);
            if (found != 0) return at + static_cast<std::size_t>(std::countr_zero(found)) / 8;
        }
    }
    while (at < text.size() && text[at] != delimiter && text[at] != '\n' && text[at] != '\r')
        ++at;
    return at;
}

} // namespace

std::string& CsvRows::newText()
{
    if (m_textCount == m_texts.size()) m_texts.emplace_back();
    std::string& text = m_texts[m_textCount++];
    text.clear();
    return text;
}

std::string_view CsvRows::readPlain()
{
    const std::size_t end = plainLength(m_rest, m_delimiter);
    const std::string_view plain = m_rest.substr(0, end);
    m_rest.remove_prefix(end);
    return plain;
}

std::string_view CsvRows::readQuoted()
{
    m_rest.remove_prefix(1);
    std::string* text = nullptr; // as long as nothing is doubled, what stands there is the field
    for (;;) {
        const std::size_t quote = m_rest.find('"');
        const std::string_view part = m_rest.substr(0, quote);
        const bool doubled = quote != std::string_view::npos && m_rest.substr(quote + 1).starts_with('"');
        if (doubled && !text) text = &newText();
        if (text) text->append(part);
        m_cutOff = quote == std::string_view::npos;
        m_rest.remove_prefix(m_cutOff ? m_rest.size() : quote + 1);
        if (!doubled) return text ? std::string_view(*text) : part;
        *text += '"';
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
    if (!m_rest.empty() && m_rest.front() == '"') {
        const std::string_view quoted = readQuoted();
        const std::string_view behind = readPlain();
        m_torn = m_torn || behind.find_first_not_of(" \t") != std::string_view::npos;
        if (behind.empty()) {
            m_fields.push_back(quoted);
        } else {
            std::string& text = newText();
            text.append(quoted).append(behind);
            m_fields.push_back(text);
        }
    } else {
        m_fields.push_back(readPlain());
    }
    if (endsLine()) return false;
    m_rest.remove_prefix(1);
    return true;
}

bool CsvRows::next()
{
    for (;;) {
        if (m_rest.empty()) return false;
        m_fields.clear();
        m_textCount = 0;
        m_cutOff = m_torn = false;
        while (readField()) {
        }
        if (count() > 1 || !m_fields.front().empty()) return true;
    }
}

} // namespace feeds
