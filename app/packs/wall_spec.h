// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/local_text.h"
#include "layers/city/time.h"

#include <QStringList>
#include <vector>

namespace app {

/// One picture of a wall.
struct WallScene {
    QString id;
    city::LocalText title; ///< Empty: the dashboard's.
    QString dashboard;
    QString area;          ///< Code; empty: the whole city.
    city::Duration range{0}; ///< Of its charts; 0: as usual.
    city::Duration dwell{30'000};
};

/// One monitor and what it shows.
struct WallScreen {
    QString screen;             ///< Its number from the left ("1"), or its name ("HDMI-1").
    double distanceMetres = 4;  ///< From which it is read: all type scales with it.
    double widthMm = 0;         ///< Of the picture; 0: as the monitor says.
    QStringList scenes;         ///< In order, again and again.
    bool alarms = false;        ///< A new alarm of top priority takes it over.
};

/// A playlist: walls/*.yaml of a pack.
struct WallSpec {
    QString id;
    city::LocalText title;
    QString theme = QStringLiteral("dark");
    QString language;               ///< Empty: as the program.
    std::vector<WallScene> scenes;
    std::vector<WallScreen> screens;
    city::Duration alarmHolds{120'000};  ///< An alarm keeps the screen so long, unless it is acknowledged before.
    city::Duration pixelShift{180'000};  ///< How often the picture moves a little; 0: never.

    const WallScene* scene(const QString& id) const;
};

} // namespace app
