// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/text/cleaning.h"

namespace feeds {

namespace {

constexpr qsizetype longest = 10'000;

} // namespace

QString halfWidth(QString text)
{
    for (QChar& c : text) {
        if (c.unicode() >= 0xFF01 && c.unicode() <= 0xFF5E)
            c = QChar(static_cast<char16_t>(c.unicode() - 0xFEE0));
        if (c.unicode() == 0x3000) c = QLatin1Char(' ');
        if (c.unicode() == 0x2212) c = QLatin1Char('-');
    }
    return text;
}

std::optional<QString> cleaned(QString text, const std::vector<TextRule>& rules)
{
    if (text.size() > longest) return text;
    for (const TextRule& rule : rules) {
        switch (rule.kind) {
        case TextRule::Kind::Replace:
            text.replace(rule.pattern, rule.text);
            break;
        case TextRule::Kind::Match: {
            const QRegularExpressionMatch match = rule.pattern.match(text);
            if (!match.hasMatch()) return std::nullopt;
            text = match.captured(rule.pattern.captureCount() > 0 ? 1 : 0);
            break;
        }
        case TextRule::Kind::HalfWidth:
            text = halfWidth(std::move(text));
            break;
        case TextRule::Kind::Squeeze:
            text = text.simplified();
            break;
        case TextRule::Kind::Lower:
            text = text.toLower();
            break;
        case TextRule::Kind::Upper:
            text = text.toUpper();
            break;
        }
        if (text.size() > longest) return text;
    }
    return text;
}

} // namespace feeds
