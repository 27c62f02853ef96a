// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/window_memory.h"

#include <QSettings>

namespace app {

namespace {

QSet<QString> asSet(const QVariant& value)
{
    const QStringList list = value.toStringList();
    return {list.begin(), list.end()};
}

QStringList asList(const QSet<QString>& set)
{
    QStringList list(set.begin(), set.end());
    list.sort();
    return list;
}

} // namespace

WindowMemory WindowMemory::load()
{
    const QSettings settings;
    WindowMemory memory;
    const auto read = [&settings](const char* key, const QVariant& otherwise) {
        return settings.value(QStringLiteral("window/") + QLatin1String(key), otherwise);
    };
    memory.geometry = read("geometry", {}).toByteArray();
    memory.language = read("language", {}).toString();
    memory.theme = read("theme", memory.theme).toString();
    memory.pack = read("pack", {}).toString();
    memory.dashboard = read("dashboard", {}).toString();
    memory.hiddenLayers = asSet(read("hiddenLayers", {}));
    memory.shownLayers = asSet(read("shownLayers", {}));
    memory.sideWidth = read("sideWidth", 0).toInt();
    memory.layersFolded = read("layersFolded", false).toBool();
    memory.metricCoordinates = read("metricCoordinates", true).toBool();
    memory.basemap = read("basemap", {}).toString();
    memory.drawerHeight = read("drawerHeight", 0).toInt();
    memory.tools = read("tools", {}).toMap();
    return memory;
}

void WindowMemory::save() const
{
    QSettings settings;
    settings.beginGroup(QStringLiteral("window"));
    settings.setValue(QStringLiteral("geometry"), geometry);
    settings.setValue(QStringLiteral("language"), language);
    settings.setValue(QStringLiteral("theme"), theme);
    settings.setValue(QStringLiteral("pack"), pack);
    settings.setValue(QStringLiteral("dashboard"), dashboard);
    settings.setValue(QStringLiteral("hiddenLayers"), asList(hiddenLayers));
    settings.setValue(QStringLiteral("shownLayers"), asList(shownLayers));
    settings.setValue(QStringLiteral("sideWidth"), sideWidth);
    settings.setValue(QStringLiteral("layersFolded"), layersFolded);
    settings.setValue(QStringLiteral("metricCoordinates"), metricCoordinates);
    settings.setValue(QStringLiteral("basemap"), basemap);
    settings.setValue(QStringLiteral("drawerHeight"), drawerHeight);
    settings.setValue(QStringLiteral("tools"), tools);
}

} // namespace app
