// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/snapshot.h"

#include <map>

namespace feeds {

/// What is kept of a feed's health from one run of the program to the next.
struct KeptHealth {
    city::FeedMemory memory;
    city::FeedHealth health; ///< Without the refusals, which are of one payload only.
};
using KeptHealths = std::map<QString, KeptHealth>; ///< By feed.

/// As JSON, some kilobytes a feed. What cannot be read is left out: a feed then begins anew. Pure; any
/// thread.
QByteArray toJson(const city::CitySnapshot& snapshot);
KeptHealths healthFrom(const QByteArray& json);

/// The file of a pack's feeds; what is not there or cannot be read is empty. Atomic when written.
KeptHealths readHealth(const QString& file);
std::optional<city::Problem> writeHealth(const QString& file, const city::CitySnapshot& snapshot);

} // namespace feeds
