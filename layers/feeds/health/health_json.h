// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/feed_health.h"
#include "layers/city/feed_memory.h"

#include <QJsonObject>

/// The parts of a health file. Reading takes what is sensible and leaves out the rest. Pure.
namespace feeds::json {

QJsonObject feed(const city::FeedMemory& memory, const city::FeedHealth& health);
city::FeedMemory memory(const QJsonObject& feed);
city::FeedHealth health(const QJsonObject& feed);

} // namespace feeds::json
