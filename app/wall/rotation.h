// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/packs/wall_spec.h"

#include <QSet>
#include <optional>

namespace app {

/// A top alarm that nobody has acknowledged yet.
struct WaitingAlarm {
    QString id;
    city::Instant raisedAt;
};

/// What one screen of a wall shows, and since when. A value.
struct ScreenShow {
    int scene = 0;               ///< Index into the screen's list.
    city::Instant since;         ///< The scene has been shown; while paused or taken over it stands still.
    bool paused = false;
    QString alarm;               ///< Which has taken the screen over; empty: none.
    city::Instant alarmSince;
    city::Duration shownBefore{0}; ///< Of the scene, when the alarm came.
    QSet<QString> told;          ///< Alarms that had their time; they do not come again.
    int changes = 0, missed = 0; ///< Scenes shown; scenes that should have been and were not, since nobody asked in time.
};

/// The show at `now`: the next scene once its time is over; a new alarm, the newest, at once; back to the scene it broke
/// into, with the time that was left, after acknowledgement or when it has held the screen long enough. Pure.
ScreenShow advanced(const WallSpec& wall, const WallScreen& screen, ScreenShow show, city::Instant now, const std::vector<WaitingAlarm>& waiting);
/// By hand: to another scene (1: the next, -1: the one before), which begins anew.
ScreenShow turned(const WallScreen& screen, ScreenShow show, int by, city::Instant now);
ScreenShow paused(ScreenShow show, bool paused, city::Instant now, city::Duration shown);
/// How long what is shown will still be; nothing while paused.
std::optional<city::Duration> left(const WallSpec& wall, const WallScreen& screen, const ScreenShow& show, city::Instant now);
/// The scene that is shown, or that an alarm has broken into; null when the screen has none.
const WallScene* sceneOf(const WallSpec& wall, const WallScreen& screen, const ScreenShow& show);

} // namespace app
