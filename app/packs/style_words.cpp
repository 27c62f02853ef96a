// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packs/style_words.h"

#include "app/packs/vocabulary.h"

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

bool isColour(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("^#([0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})$"));
    return colourTokens().contains(text) || form.match(text).hasMatch();
}

city::Message noColour(const QString& text)
{
    return {QT_TRANSLATE_NOOP("Message", "\"%1\" is no colour; expected \"#rrggbb\" or one of: %2"),
            {text, colourTokens().join(QStringLiteral(", "))}};
}

QString readColour(YamlMap& map, const char* key)
{
    const QString colour = map.text(key).value_or(QString());
    if (colour.isEmpty() || isColour(colour)) return colour;
    map.report(key, noColour(colour));
    return {};
}

QString readPaletteName(YamlMap& map, const char* key, const map::Palettes& palettes)
{
    const QString name = map.text(key).value_or(QString());
    if (name.isEmpty() || palettes.find(name)) return name;
    const QString likely = likelyWord(name, palettes.names());
    map.report(
        key,
        likely.isEmpty()
            ? city::Message{QT_TRANSLATE_NOOP("Message", "there is no palette \"%1\"; expected one of: %2"),
                            {name, palettes.names().join(QStringLiteral(", "))}}
            : city::Message{QT_TRANSLATE_NOOP("Message", "there is no palette \"%1\"; did you mean \"%2\"?"),
                            {name, likely}});
    return {};
}

void readVisibility(YamlMap& map, double& least, double& most)
{
    constexpr double pixel = 0.00028; // metres: the OGC's pixel, by which a scale denominator is told
    for (const auto& [key, unit] : {std::pair("metres-per-pixel", 1.0), std::pair("scales", pixel)}) {
        const YAML::Node range = map.node(key);
        if (!range.IsDefined()) continue;
        double first = 0, last = 0;
        const bool pair = range.IsSequence() && range.size() == 2 &&
                          YAML::convert<double>::decode(range[0], first) &&
                          YAML::convert<double>::decode(range[1], last);
        if (pair && first >= 0 && first < last && last <= 1e12) {
            least = first * unit;
            most = last * unit;
        } else {
            map.report(key, QT_TRANSLATE_NOOP("Message",
                                              "two numbers were expected, the smaller one first: [0, 500]"));
        }
    }
}

} // namespace app
