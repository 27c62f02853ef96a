// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/feeds/proposal/mapping_choices.h"

namespace feeds {

/// Finds the time the records speak of: in one field, in a date and a time of day, or around the records; and
/// the end of what has an end. Fills time, timeFormats, timeOfEnvelope and ends.
void chooseTime(const PayloadSample& sample, const FieldWords& words, const QTimeZone& zone,
                city::Instant now, MappingChoices& choices);

} // namespace feeds
