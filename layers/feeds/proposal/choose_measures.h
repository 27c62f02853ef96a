// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/feeds/proposal/mapping_choices.h"

namespace feeds {

/// Finds the numbers and which quantity each is. Numbers nobody knows are listed and not wanted.
void chooseMeasures(const PayloadSample& sample, const FieldWords& words, const QString& hint,
                    MappingChoices& choices);
/// Finds the numbers that mean "no value" in what is used: -1, -99, -999 among values that are never
/// negative.
void chooseMissing(const PayloadSample& sample, MappingChoices& choices);
/// What the things are, by their quantities, the names of their fields and the address.
QString kindOf(const PayloadSample& sample, const MappingChoices& choices, const FieldWords& words,
               const QString& hint);

} // namespace feeds
