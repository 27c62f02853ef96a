// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/demo_city.h"

#include <QTest>

/// The shipped pack of Taipei; a failed test where it cannot be read.
inline std::shared_ptr<const app::Pack> taipei()
{
    const QString resources = qEnvironmentVariable("CITYOPS_RESOURCES");
    const app::PackReading reading = app::readPack(resources + QStringLiteral("/packs/taipei"), resources);
    for (const city::Problem& problem : reading.problems)
        qWarning("%s", qPrintable(problem.toString()));
    return reading.pack;
}

/// A moment of the scripted day.
inline city::Instant at(int hour, int minute = 0)
{
    return app::DemoCity::dayStart() + std::chrono::hours(hour) + std::chrono::minutes(minute);
}
