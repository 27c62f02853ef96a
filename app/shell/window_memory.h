// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSet>
#include <QString>
#include <QVariantMap>

namespace app {

/// What the window remembers from one run to the next. A value, kept in the user's settings.
struct WindowMemory {
    QByteArray geometry;
    QString language; ///< Empty: never chosen.
    QString theme = QStringLiteral("dark");
    QString pack;     ///< Folder of the pack last used.
    QString dashboard;
    QSet<QString> hiddenLayers, shownLayers;
    int sideWidth = 0;        ///< Of the panel on the right; 0: never changed.
    bool layersFolded = false;
    bool metricCoordinates = true; ///< Coordinates are read in the pack's CRS rather than in degrees.
    QString basemap;          ///< Id; empty: none.
    int drawerHeight = 0;     ///< Of the pages under the map; 0: never changed.
    QVariantMap tools;        ///< What the map tools remember, by their own names.

    static WindowMemory load();
    void save() const;
};

} // namespace app
