// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/kinds/palettes.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <cmath>

namespace map {

namespace {

QColor between(const std::vector<QColor>& colours, double part)
{
    const double place = std::clamp(part, 0.0, 1.0) * static_cast<double>(colours.size() - 1);
    const auto i = std::min(static_cast<std::size_t>(place), colours.size() - 1);
    const QColor& a = colours[i];
    const QColor& b = colours[std::min(i + 1, colours.size() - 1)];
    const double t = place - static_cast<double>(i);
    const auto mix = [t](int x, int y) { return static_cast<int>(std::lround(x + (y - x) * t)); };
    return QColor::fromRgb(mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue()));
}

std::vector<QColor> coloursOf(const QJsonArray& list)
{
    std::vector<QColor> colours;
    for (const QJsonValue& value : list)
        colours.emplace_back(value.toString());
    return colours;
}

bool isGood(const std::vector<QColor>& colours)
{
    return colours.size() >= 2 &&
           std::all_of(colours.begin(), colours.end(), [](const QColor& c) { return c.isValid(); });
}

bool isGood(const Palette& palette)
{
    if (palette.name.isEmpty() || palette.ramp.empty() == palette.sets.empty()) return false;
    for (std::size_t i = 0; i < palette.sets.size(); ++i)
        if (palette.sets[i].size() != i + 3 || !isGood(palette.sets[i])) return false;
    return palette.ramp.empty() || isGood(palette.ramp);
}

Palette paletteOf(const QJsonObject& object)
{
    Palette palette;
    palette.name = object.value(QLatin1String("name")).toString();
    const QString type = object.value(QLatin1String("type")).toString();
    if (type == QLatin1String("diverging")) palette.type = Palette::Type::Diverging;
    if (type == QLatin1String("qualitative")) palette.type = Palette::Type::Qualitative;
    palette.blindSafe = object.value(QLatin1String("blindSafe")).toBool();
    palette.ramp = coloursOf(object.value(QLatin1String("ramp")).toArray());
    for (const QJsonValue& set : object.value(QLatin1String("sets")).toArray())
        palette.sets.push_back(coloursOf(set.toArray()));
    return palette;
}

} // namespace

std::vector<QColor> Palette::colours(int count, bool reversed) const
{
    const auto wanted = static_cast<std::size_t>(std::max(count, 1));
    const std::vector<QColor>& most = sets.empty() ? ramp : sets.back();
    std::vector<QColor> chosen;
    if (type == Type::Qualitative) {
        for (std::size_t i = 0; i < wanted; ++i)
            chosen.push_back(most[i % most.size()]);
    } else if (wanted >= 3 && wanted - 3 < sets.size()) {
        chosen = sets[wanted - 3];
    } else {
        const std::vector<QColor>& from = !sets.empty() && wanted < 3 ? sets.front() : most;
        for (std::size_t i = 0; i < wanted; ++i)
            chosen.push_back(
                between(from, wanted == 1 ? 0.5 : static_cast<double>(i) / static_cast<double>(wanted - 1)));
    }
    if (reversed) std::reverse(chosen.begin(), chosen.end());
    return chosen;
}

QColor Palette::at(double part) const
{
    return between(sets.empty() ? ramp : sets.back(), part);
}

const Palette* Palettes::find(const QString& name) const
{
    const auto found =
        std::find_if(all.begin(), all.end(), [&name](const Palette& one) { return one.name == name; });
    return found == all.end() ? nullptr : &*found;
}

QStringList Palettes::names() const
{
    QStringList names;
    for (const Palette& one : all)
        names << one.name;
    return names;
}

city::Result<Palettes> readPalettes(const QString& file)
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return city::Problem{
            file, {}, {QT_TRANSLATE_NOOP("Message", "the file cannot be read: %1"), {source.errorString()}}};
    Palettes palettes;
    const QJsonArray list =
        QJsonDocument::fromJson(source.readAll()).object().value(QLatin1String("palettes")).toArray();
    for (const QJsonValue& value : list) {
        palettes.all.push_back(paletteOf(value.toObject()));
        if (!isGood(palettes.all.back()))
            return city::Problem{
                file, palettes.all.back().name,
                QT_TRANSLATE_NOOP("Message", "is no palette: a name and colours as #rrggbb are needed")};
    }
    if (palettes.all.empty()) return city::Problem{file, {}, QT_TRANSLATE_NOOP("Message", "has no palettes")};
    std::stable_partition(palettes.all.begin(), palettes.all.end(),
                          [](const Palette& one) { return one.blindSafe; });
    return palettes;
}

} // namespace map
