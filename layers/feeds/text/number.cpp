// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/text/number.h"

#include "layers/feeds/text/cleaning.h"

#include <QString>
#include <array>
#include <charconv>
#include <cmath>

namespace feeds {

namespace {

constexpr std::string_view blanks = " \t\r\n\v\f";

std::optional<double> plainNumber(std::string_view text)
{
    if (!text.empty() && text.front() == '+') text.remove_prefix(1);
    // from_chars would take "inf" and "nan".
    const std::size_t digit = !text.empty() && text.front() == '-' ? 1 : 0;
    if (digit >= text.size() || !(text[digit] == '.' || (text[digit] >= '0' && text[digit] <= '9')))
        return std::nullopt;
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

/// "1,234,567.8" without its commas; empty when they do not stand at the thousands.
std::string withoutThousands(std::string_view text)
{
    std::string plain;
    const std::size_t whole = std::min(text.find('.'), text.size());
    const std::size_t first = text.find(',');
    if (first == std::string_view::npos || first > whole) return {};
    std::size_t run = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != ',') {
            plain += text[i];
            if (i < whole) ++run;
            continue;
        }
        if (i > whole || run == 0 || run > 3 || (i != first && run != 3)) return {};
        run = 0;
    }
    return run == 3 ? plain : std::string();
}

std::string plainWidth(std::string_view text)
{
    return halfWidth(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())))
        .trimmed()
        .toStdString();
}

} // namespace

std::string_view trimmed(std::string_view text)
{
    const auto isInk = [](char c) { return static_cast<unsigned char>(c) > ' '; };
    if (!text.empty() && isInk(text.front()) && isInk(text.back())) return text; // nearly always
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::optional<double> toNumber(std::string_view text)
{
    text = trimmed(text);
    if (text.empty() || text.size() > 64) return std::nullopt;
    if (const auto value = plainNumber(text)) return value;
    if (text.find(',') != std::string_view::npos) return plainNumber(withoutThousands(text));
    const bool ascii = text.find_first_of("\xEF\xE2\xE3") == std::string_view::npos;
    return ascii ? std::nullopt : plainNumber(plainWidth(text));
}

bool saysNothing(std::string_view text)
{
    static constexpr std::array<std::string_view, 8> ways{"", "-", "--", "ND", "NA", "N/A", "null", "NULL"};
    text = trimmed(text);
    return text.size() <= 4 && std::find(ways.begin(), ways.end(), text) != ways.end();
}

std::string fromNumber(double value)
{
    std::array<char, 32> digits{};
    const bool whole = std::abs(value) < 1e15 && value == std::floor(value);
    const auto end =
        whole ? std::to_chars(digits.data(), digits.data() + digits.size(), static_cast<long long>(value)).ptr
              : std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    return {digits.data(), end};
}

} // namespace feeds
