// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/indicators/guideline.h"

namespace indicators {

const GuidelineRow* Guideline::row(const QString& quantity, const QString& averaging) const
{
    for (const GuidelineRow& one : rows)
        if (one.quantity == quantity && one.averaging == averaging) return &one;
    return nullptr;
}

std::optional<int> targetMet(const GuidelineRow& row, double value)
{
    if (value <= row.guideline) return 0;
    for (std::size_t i = row.interim.size(); i-- > 0;)
        if (value <= row.interim[i]) return static_cast<int>(i) + 1;
    return std::nullopt;
}

} // namespace indicators
