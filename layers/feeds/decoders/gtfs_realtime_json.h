// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <decoders/gtfs_realtime.pb.h>
#include <simdjson.h>

namespace feeds {

/// GTFS-Realtime as some publishers give it: the message in JSON, by protobuf's own rules (lowerCamelCase, enumerations by
/// name, whole numbers of 64 bits as texts) or by the names of the standard, and in the envelopes seen about it ("response",
/// "data", "feed"). Nothing when the document holds no list of entities.
std::optional<gtfsrt::FeedMessage> messageFromJson(simdjson::dom::element root);

} // namespace feeds
