// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <cmath>
#include <numbers>

/// Chance without state: the same seed and place in the city always give the same number, whoever asks and
/// when.
namespace app::demo {

/// Scrambles three numbers into one (the finishing steps of MurmurHash3).
constexpr quint32 hash(quint32 seed, quint32 a, quint32 b = 0)
{
    quint32 h = seed * 0x9e3779b1u ^ (a + 0x7f4a7c15u) * 0x85ebca6bu ^ (b + 0x165667b1u) * 0xc2b2ae35u;
    h ^= h >> 16;
    h *= 0x85ebca6bu;
    h ^= h >> 13;
    h *= 0xc2b2ae35u;
    return h ^ (h >> 16);
}

/// A text as a key; unlike qHash the same on every machine.
inline quint32 keyOf(const QString& text)
{
    quint32 h = 2166136261u;
    for (const QChar c : text)
        h = (h ^ c.unicode()) * 16777619u;
    return h;
}

/// Evenly in [0, 1).
constexpr double chance(quint32 seed, quint32 a, quint32 b = 0)
{
    return hash(seed, a, b) / 4294967296.0;
}

/// Evenly in [-1, 1) at whole `x`, smoothly between them.
inline double wander(quint32 seed, quint32 key, double x)
{
    const double whole = std::floor(x);
    const auto step = static_cast<quint32>(static_cast<qint64>(whole));
    const double from = chance(seed, key, step);
    const double to = chance(seed, key, step + 1);
    const double blend = (1 - std::cos((x - whole) * std::numbers::pi)) / 2;
    return 2 * (from + (to - from) * blend) - 1;
}

} // namespace app::demo
