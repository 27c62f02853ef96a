// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/feeds/decoder.h"

namespace feeds {

bool isJsonText(const QByteArray& payload);

/// Alerts that come as JSON: NCDR's index, whose entries are followed; the GeoJSON of the US National Weather
/// Service, which says in properties what CAP says in elements; CAP itself with members for elements.
city::Result<Decoded> decodeCapJson(const QByteArray& payload, const DecodeContext& context);

} // namespace feeds
