// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/json_values.h"

#include "layers/feeds/mapping/field.h"
#include "layers/feeds/text/number.h"

#include <algorithm>

namespace feeds {

using simdjson::dom::element;

namespace {

bool isWord(std::string_view text, std::initializer_list<std::string_view> lowerCase)
{
    const auto same = [](char a, char b) { return a == b || (a >= 'A' && a <= 'Z' && a + 32 == b); };
    return std::any_of(lowerCase.begin(), lowerCase.end(),
                       [&](std::string_view word) { return std::ranges::equal(text, word, same); });
}

} // namespace

std::optional<element> memberOf(element owner, std::string_view name)
{
    element value;
    if (!owner.is_object() || owner[name].get(value) || value.is_null()) return std::nullopt;
    return value;
}

std::string_view viewOf(element owner, std::string_view name)
{
    std::string_view text;
    const auto value = memberOf(owner, name);
    return value && !value->get(text) ? trimmed(text) : std::string_view();
}

QString shownText(element value)
{
    std::string_view text;
    int64_t whole = 0;
    double number = 0;
    bool flag = false;
    if (value.is_null()) return {};
    if (!value.get(text)) return toQString(trimmed(text));
    if (!value.get(whole)) return QString::number(whole);
    if (!value.get(flag)) return flag ? QStringLiteral("true") : QStringLiteral("false");
    if (!value.get(number)) return QString::fromStdString(fromNumber(number));
    return QString::fromStdString(simdjson::minify(value));
}

QString textOf(element owner, std::string_view name)
{
    const auto value = memberOf(owner, name);
    return value && !value->is_object() && !value->is_array() ? shownText(*value) : QString();
}

std::optional<double> numberOf(element value)
{
    double number = 0;
    std::string_view text;
    if (!value.get(number)) return number;
    return value.get(text) ? std::nullopt : toNumber(text);
}

std::optional<double> numberOf(element owner, std::string_view name)
{
    const auto value = memberOf(owner, name);
    return value ? numberOf(*value) : std::nullopt;
}

std::optional<bool> flagOf(element owner, std::string_view name)
{
    bool flag = false;
    const auto value = memberOf(owner, name);
    if (!value) return std::nullopt;
    if (!value->get(flag)) return flag;
    const std::string_view text = viewOf(owner, name);
    if (isWord(text, {"true", "yes", "y", "t"})) return true;
    if (isWord(text, {"false", "no", "n", "f"})) return false;
    const auto number = numberOf(*value);
    return number ? std::optional(*number != 0) : std::nullopt;
}

QStringList textsOf(element owner, std::string_view name)
{
    QStringList texts;
    const auto value = memberOf(owner, name);
    simdjson::dom::array list;
    if (!value) return texts;
    if (value->get(list)) return QStringList{shownText(*value)};
    for (const element one : list) {
        if (!one.is_null()) texts << shownText(one);
    }
    return texts;
}

} // namespace feeds
