// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/snapshot.h"

#include <QJsonArray>
#include <QJsonObject>

/// Facts as JSON and back, the form in which the history keeps what has no value a moment: places, alerts, events,
/// vehicles. Positions are [longitude, latitude]; times are milliseconds since 1970 UTC. What is absent is left out. Pure
/// functions. What reads leaves out what it cannot make sense of, since a file may be damaged.
namespace history {

QJsonArray toJson(const std::vector<city::Place>& places);
QJsonArray toJson(const std::vector<city::Alert>& alerts);
QJsonArray toJson(const std::vector<city::Event>& events);
QJsonArray toJson(const std::vector<city::Vehicle>& vehicles);

void fromJson(const QJsonArray& json, std::vector<city::Place>& places);
void fromJson(const QJsonArray& json, std::vector<city::Alert>& alerts);
void fromJson(const QJsonArray& json, std::vector<city::Event>& events);
void fromJson(const QJsonArray& json, std::vector<city::Vehicle>& vehicles);

/// Of all that toJson() would say of them.
size_t hashOf(const std::vector<city::Place>& places);

/// How a feed was doing, in so far as it mostly stays the same from answer to answer: neither the times and measures of
/// its last answer nor what its pack says of it.
QJsonObject toJson(const city::FeedState& state);
void fromJson(const QJsonObject& json, city::FeedState& state);

} // namespace history
