// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/text/number.h"

#include "layers/feeds/text/cleaning.h"

#include <QString>
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>

namespace feeds {

namespace {

constexpr std::string_view blanks = " \t\r\n\v\f";

/// A number of at most 15 digits, as nearly all are: both the digits and the power of ten are exact as doubles, and so is
/// the quotient rounded. Nothing for any other.
std::optional<double> shortNumber(std::string_view text)
{
    static constexpr double powers[] = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    const bool negative = !text.empty() && text.front() == '-';
    std::size_t at = negative ? 1 : 0, point = std::string_view::npos;
    if (text.size() - at > 16 || at == text.size()) return std::nullopt;
    std::uint64_t digits = 0;
    std::size_t count = 0;
    for (; at < text.size(); ++at) {
        const auto digit = static_cast<unsigned>(text[at] - '0');
        if (digit <= 9) {
            digits = digits * 10 + digit;
            ++count;
        } else if (text[at] == '.' && point == std::string_view::npos) {
            point = at;
        } else {
            return std::nullopt;
        }
    }
    if (count == 0 || count > 15) return std::nullopt;
    const std::size_t decimals = point == std::string_view::npos ? 0 : text.size() - point - 1;
    const double value = static_cast<double>(digits) / powers[decimals];
    return negative ? -value : value;
}

std::optional<double> plainNumber(std::string_view text)
{
    if (const auto value = shortNumber(text)) return value;
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

/// "12,5" and "1.234.567,8" with a point: a comma with other than three digits behind it cannot be one of thousands.
std::string withPoint(std::string_view text)
{
    const std::size_t comma = text.rfind(',');
    if (comma == std::string_view::npos || text.find(',') != comma) return {};
    const std::string_view whole = text.substr(0, comma), part = text.substr(comma + 1);
    const bool grouped = whole.find('.') != std::string_view::npos;
    if (part.empty() || (part.size() == 3 && !grouped) || part.find_first_not_of("0123456789") != std::string_view::npos) return {};
    std::string plain(whole);
    if (grouped) { // points at the thousands, as commas elsewhere
        std::replace(plain.begin(), plain.end(), '.', ',');
        plain = withoutThousands(plain);
        if (plain.empty()) return {};
    }
    return plain + '.' + std::string(part);
}

/// Without the blanks that stand between thousands in some languages: U+00A0, U+202F, U+2009, and apostrophes.
std::string withoutThinBlanks(std::string_view text)
{
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::string_view rest = text.substr(i);
        const bool inside = i > 0;
        if (inside && rest.starts_with("\xC2\xA0")) {
            ++i;
        } else if (inside && (rest.starts_with("\xE2\x80\xAF") || rest.starts_with("\xE2\x80\x89"))) {
            i += 2;
        } else {
            plain += text[i];
        }
    }
    return plain;
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
    const bool ascii = text.find_first_of("\xEF\xE2\xE3\xC2") == std::string_view::npos;
    if (!ascii) {
        const std::string joined = withoutThinBlanks(text);
        if (joined.size() < text.size()) return toNumber(joined);
    }
    if (text.find(',') != std::string_view::npos) {
        const auto grouped = plainNumber(withoutThousands(text));
        return grouped ? grouped : plainNumber(withPoint(text));
    }
    return ascii ? std::nullopt : plainNumber(plainWidth(text));
}

bool saysNothing(std::string_view text)
{
    static constexpr std::array<std::string_view, 19> ways{"", "#", "*",     "-",    "--",  "---",  "nd",   "na",           "n/a",          "#n/a", "null",
                                                           "none", "nil", "nan", "n.a.", "n.d.", "\xE2\x80\x94", "\xEF\xBC\x8D", "x"};
    if (!text.empty() && text.back() >= '0' && text.back() <= '9') return false; // nearly always
    text = trimmed(text);
    if (text.size() > 4) return false;
    const auto same = [](char a, char b) { return a == b || (a >= 'A' && a <= 'Z' && a + ('a' - 'A') == b); };
    return std::ranges::any_of(ways, [&](std::string_view way) { return std::ranges::equal(text, way, same); });
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
