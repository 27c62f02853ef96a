// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/feeds/proposal/mapping_choices.h"

namespace feeds {

/// Whether a field has a role already.
bool isTaken(const MappingChoices& choices, const QString& path);

/// Finds what tells the records apart. Call it when position and time are known.
void chooseId(const PayloadSample& sample, const FieldWords& words, MappingChoices& choices);
/// Finds what people call them, by language, and what stands before every name.
void chooseName(const PayloadSample& sample, const FieldWords& words, MappingChoices& choices);
/// Finds further texts worth reading with a place.
void chooseDetails(const PayloadSample& sample, const FieldWords& words, MappingChoices& choices);

} // namespace feeds
