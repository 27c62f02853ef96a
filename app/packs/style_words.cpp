// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packs/style_words.h"

#include <QRegularExpression>

namespace app {

const QStringList& colourTokens()
{
    static const QStringList tokens{
        QStringLiteral("mapBoundary"), QStringLiteral("mapWater"), QStringLiteral("mapGround"),
        QStringLiteral("mapLabel"),    QStringLiteral("line"),     QStringLiteral("muted"),
        QStringLiteral("text"),        QStringLiteral("data"),     QStringLiteral("noData")};
    return tokens;
}

QString readColour(YamlMap& map, const char* key)
{
    static const QRegularExpression form(QStringLiteral("^#[0-9A-Fa-f]{6}$"));
    const QString colour = map.text(key).value_or(QString());
    if (colour.isEmpty() || colourTokens().contains(colour) || form.match(colour).hasMatch()) return colour;
    map.report(key, {QT_TRANSLATE_NOOP("Message", "\"%1\" is no colour; expected \"#rrggbb\" or one of: %2"),
                     {colour, colourTokens().join(QStringLiteral(", "))}});
    return {};
}

} // namespace app
