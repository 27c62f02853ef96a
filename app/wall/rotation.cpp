// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wall/rotation.h"

#include <algorithm>

namespace app {

namespace {

bool isWaiting(const std::vector<WaitingAlarm>& waiting, const QString& id)
{
    return std::any_of(waiting.begin(), waiting.end(), [&](const WaitingAlarm& one) { return one.id == id; });
}

/// The newest that has not been told.
const WaitingAlarm* newest(const std::vector<WaitingAlarm>& waiting, const QSet<QString>& told)
{
    const WaitingAlarm* found = nullptr;
    for (const WaitingAlarm& one : waiting)
        if (!told.contains(one.id) && (!found || one.raisedAt > found->raisedAt)) found = &one;
    return found;
}

} // namespace

const WallScene* sceneOf(const WallSpec& wall, const WallScreen& screen, const ScreenShow& show)
{
    return screen.scenes.isEmpty() ? nullptr : wall.scene(screen.scenes[show.scene % screen.scenes.size()]);
}

ScreenShow advanced(const WallSpec& wall, const WallScreen& screen, ScreenShow show, city::Instant now, const std::vector<WaitingAlarm>& waiting)
{
    // Acknowledged and over: should it come again, it may be told again.
    for (auto one = show.told.begin(); one != show.told.end();) one = isWaiting(waiting, *one) ? std::next(one) : show.told.erase(one);
    if (!show.alarm.isEmpty()) {
        const bool held = now - show.alarmSince >= wall.alarmHolds;
        if (held && isWaiting(waiting, show.alarm)) show.told.insert(show.alarm);
        if (held || !isWaiting(waiting, show.alarm)) {
            show.alarm.clear();
            show.since = now - show.shownBefore;
        }
    }
    const WaitingAlarm* call = screen.alarms ? newest(waiting, show.told) : nullptr;
    if (call && call->id != show.alarm) {
        if (show.alarm.isEmpty()) show.shownBefore = now - show.since;
        show.alarm = call->id;
        show.alarmSince = now;
    }
    const WallScene* scene = sceneOf(wall, screen, show);
    if (!scene || show.paused || !show.alarm.isEmpty() || screen.scenes.size() < 2) return show;
    for (int turns = 0; scene && now - show.since >= scene->dwell; ++turns) {
        show.since += scene->dwell;
        show.scene = static_cast<int>((show.scene + 1) % screen.scenes.size());
        ++show.changes;
        show.missed += turns > 0 ? 1 : 0;
        scene = sceneOf(wall, screen, show);
        if (turns > 1000) show.since = now; // The machine slept.
    }
    return show;
}

ScreenShow turned(const WallScreen& screen, ScreenShow show, int by, city::Instant now)
{
    if (screen.scenes.isEmpty()) return show;
    const int count = static_cast<int>(screen.scenes.size());
    show.scene = ((show.scene + by) % count + count) % count;
    show.since = now;
    show.shownBefore = city::Duration(0);
    if (!show.alarm.isEmpty()) show.told.insert(show.alarm); // Whoever turns on has seen it.
    show.alarm.clear();
    return show;
}

ScreenShow paused(ScreenShow show, bool pause, city::Instant now, city::Duration shown)
{
    show.paused = pause;
    show.since = now - shown; // What was shown of it counts; the pause does not.
    return show;
}

std::optional<city::Duration> left(const WallSpec& wall, const WallScreen& screen, const ScreenShow& show, city::Instant now)
{
    if (!show.alarm.isEmpty()) return std::max(city::Duration(0), wall.alarmHolds - (now - show.alarmSince));
    const WallScene* scene = sceneOf(wall, screen, show);
    if (show.paused || !scene || screen.scenes.size() < 2) return std::nullopt;
    return std::max(city::Duration(0), scene->dwell - (now - show.since));
}

} // namespace app
