// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/theme.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace widgets {

namespace {

// Reads token after token and remembers the first that is wrong.
class Tokens {
public:
    Tokens(QJsonObject object, QString file) : m_object(std::move(object)), m_file(std::move(file)) {}

    QColor colour(const QJsonValue& value, const QString& token)
    {
        const QColor colour(value.toString());
        if (!colour.isValid()) fail(token, {QT_TRANSLATE_NOOP("Message", "expected a colour, #rrggbb")});
        return colour;
    }
    void read(const char* token, QColor& into)
    {
        const QString name = QLatin1String(token);
        into = colour(m_object.value(name), name);
    }
    void read(const char* token, std::vector<QColor>& into)
    {
        const QString name = QLatin1String(token);
        const QJsonArray list = m_object.value(name).toArray();
        if (list.size() < 2)
            fail(name, {QT_TRANSLATE_NOOP("Message", "expected a list of two or more colours")});
        for (const QJsonValue& value : list)
            into.push_back(colour(value, name));
    }
    void read(const char* group, const char* token, int& into)
    {
        const double number =
            m_object.value(QLatin1String(group)).toObject().value(QLatin1String(token)).toDouble();
        if (number < 1 || number > 200)
            fail(QLatin1String(token),
                 {QT_TRANSLATE_NOOP("Message", "expected a number of pixels, 1 to 200")});
        else
            into = static_cast<int>(number);
    }
    void fail(const QString& token, city::Message text)
    {
        if (!m_problem) m_problem = city::Problem{m_file, token, std::move(text)};
    }

    const QJsonObject& object() const { return m_object; }
    const std::optional<city::Problem>& problem() const { return m_problem; }

private:
    QJsonObject m_object;
    QString m_file;
    std::optional<city::Problem> m_problem;
};

void readColours(Tokens& tokens, Theme& theme)
{
    const std::pair<const char*, QColor*> colours[] = {
        {"ground", &theme.ground},     {"surface", &theme.surface},
        {"raised", &theme.raised},     {"line", &theme.line},
        {"text", &theme.text},         {"muted", &theme.muted},
        {"accent", &theme.accent},     {"onAccent", &theme.onAccent},
        {"data", &theme.data},         {"grid", &theme.grid},
        {"noData", &theme.noData},     {"mapGround", &theme.mapGround},
        {"mapWater", &theme.mapWater}, {"mapBoundary", &theme.mapBoundary},
        {"mapLabel", &theme.mapLabel}, {"mapLabelHalo", &theme.mapLabelHalo},
        {"stamp", &theme.stamp},       {"past", &theme.past},
        {"onPast", &theme.onPast},
    };
    for (const auto& [token, into] : colours)
        tokens.read(token, *into);
    tokens.read("series", theme.series);
    tokens.read("viridis", theme.viridis);
    tokens.read("cividis", theme.cividis);
    tokens.read("diverging", theme.diverging);
}

void readAlarms(Tokens& tokens, Theme& theme)
{
    static const QHash<QString, map::Shape> shapes{{QStringLiteral("diamond"), map::Shape::Diamond},
                                                   {QStringLiteral("triangle"), map::Shape::Triangle},
                                                   {QStringLiteral("square"), map::Shape::Square}};
    const QString name = QStringLiteral("alarms");
    const QJsonArray list = tokens.object().value(name).toArray();
    for (std::size_t i = 0; i < theme.alarms.size(); ++i) {
        const QJsonObject alarm = list.at(static_cast<qsizetype>(i)).toObject();
        theme.alarms[i].colour = tokens.colour(alarm.value(QStringLiteral("colour")), name);
        const QString shape = alarm.value(QStringLiteral("shape")).toString();
        if (!shapes.contains(shape))
            tokens.fail(name,
                        {QT_TRANSLATE_NOOP("Message", "expected a shape: diamond, triangle or square")});
        theme.alarms[i].shape = shapes.value(shape, map::Shape::Diamond);
    }
}

void readFreshness(Tokens& tokens, Theme& theme)
{
    const char* const names[] = {"fresh", "late", "stale", "dead", "future", "missing"};
    const QJsonObject colours = tokens.object().value(QStringLiteral("freshness")).toObject();
    for (std::size_t i = 0; i < theme.freshness.size(); ++i) {
        const QString name = QLatin1String(names[i]);
        theme.freshness[i] = tokens.colour(colours.value(name), name);
    }
}

void readSizes(Tokens& tokens, Theme& theme)
{
    tokens.read("sizes", "tiny", theme.tiny);
    tokens.read("sizes", "body", theme.body);
    tokens.read("sizes", "title", theme.title);
    tokens.read("sizes", "large", theme.large);
    tokens.read("sizes", "huge", theme.huge);
    tokens.read("sizes", "giant", theme.giant);
    tokens.read("spacing", "step", theme.step);
    tokens.read("spacing", "padding", theme.padding);
    tokens.read("spacing", "corner", theme.corner);
    for (const QJsonValue& family : tokens.object().value(QStringLiteral("families")).toArray())
        theme.families.push_back(family.toString());
}

} // namespace

city::Result<Theme> readTheme(const QString& resources, const QString& id)
{
    const QString path = resources + QStringLiteral("/themes/") + id + QStringLiteral(".json");
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return city::Problem{
            path, {}, {QT_TRANSLATE_NOOP("Message", "the file cannot be read: %1"), {file.errorString()}}};
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
    if (!document.isObject())
        return city::Problem{
            path, {}, {QT_TRANSLATE_NOOP("Message", "this is not JSON: %1"), {error.errorString()}}};

    Theme theme;
    theme.id = id;
    theme.icons = resources + QStringLiteral("/icons");
    Tokens tokens(document.object(), path);
    readColours(tokens, theme);
    readAlarms(tokens, theme);
    readFreshness(tokens, theme);
    readSizes(tokens, theme);
    if (tokens.problem()) return *tokens.problem();
    return theme;
}

} // namespace widgets
