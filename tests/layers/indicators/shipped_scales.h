// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/packs/pack.h"
#include "layers/indicators/air_index.h"

#include <QTest>

/// The scales as they are shipped: the tests of the numbers are tests of the data.
inline const app::CatalogueReading& shipped()
{
    static const app::CatalogueReading reading =
        app::readCatalogues(qEnvironmentVariable("CITYOPS_RESOURCES"));
    return reading;
}

inline const indicators::Scale& scale(const char* id)
{
    const auto found = shipped().scales->constFind(QString::fromLatin1(id));
    if (found == shipped().scales->cend()) qFatal("no scale %s", id);
    return *found;
}

using Given = std::vector<std::pair<const char*, double>>;

inline city::Result<indicators::Rating> rated(const char* id, const Given& values)
{
    std::vector<indicators::Averaged> all;
    for (const auto& [quantity, value] : values) {
        indicators::Averaged one;
        one.quantity = QString::fromLatin1(quantity);
        one.value = value;
        all.push_back(one);
    }
    return indicators::rate(scale(id), all);
}

/// The index, or -1 where there is none.
inline int indexOf(const char* id, const Given& values)
{
    const auto rating = rated(id, values);
    return rating && rating->index ? *rating->index : -1;
}

/// The number of the level, or -1 where there is none.
inline int levelOf(const char* id, const Given& values)
{
    const auto rating = rated(id, values);
    return rating ? rating->level.number : -1;
}

/// Hours from the newest on; NaN is a missing one.
inline indicators::Steps hours(const std::vector<double>& newestFirst)
{
    indicators::Steps steps;
    steps.newest = city::Instant(std::chrono::hours(480'000));
    for (const double value : newestFirst)
        steps.values.push_back(std::isnan(value) ? std::nullopt : std::optional(value));
    return steps;
}
