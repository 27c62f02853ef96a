// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/facts.h"

#include <algorithm>
#include <optional>

namespace app {

/// What an event itself measures (magnitude, depth); nothing when it does not.
inline std::optional<double> measureOf(const city::Event& event, const QString& quantity)
{
    const auto found = std::find_if(event.measures.begin(), event.measures.end(),
                                    [&](const city::Observation& one) { return one.quantity == quantity; });
    return found == event.measures.end() ? std::nullopt : std::optional(found->value);
}

} // namespace app
