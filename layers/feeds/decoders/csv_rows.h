// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace feeds {

/// The rows of a delimited text after RFC 4180: quoted fields may hold delimiters, doubled quotes and line
/// ends; lines end with CR, LF or both; empty lines are skipped. A quote within an unquoted field is a
/// character like others; text behind a closing quote makes the row torn. Fields are views of the text wherever
/// they stand there as they are.
class CsvRows {
public:
    CsvRows(std::string_view text, char delimiter) : m_rest(text), m_delimiter(delimiter) {}

    /// The next row, valid until the following call; false at the end.
    bool next();
    const std::vector<std::string_view>& fields() const { return m_fields; }
    std::size_t count() const { return m_fields.size(); }
    /// The row ended within quotes, at the end of the text.
    bool isCutOff() const { return m_cutOff; }
    /// More than blanks stands between a closing quote and the end of its field.
    bool isTorn() const { return m_torn; }

private:
    bool readField();
    std::string_view readQuoted();
    std::string_view readPlain();
    std::string& newText();
    bool endsLine();

    std::string_view m_rest;
    char m_delimiter;
    std::vector<std::string_view> m_fields;
    std::deque<std::string> m_texts; ///< Of fields that stand otherwise in the text, kept between rows for their memory.
    std::size_t m_textCount = 0;
    bool m_cutOff = false, m_torn = false;
};

} // namespace feeds
