// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/release/privacy.h"

namespace release {

const city::Privacy* Rules::privacyOf(const QString& quantity, const QString& unit) const
{
    static const city::Privacy careful{QStringLiteral("health"), 11, {}, false};
    const auto known = quantities ? quantities->constFind(quantity) : city::QuantityCatalogue::const_iterator();
    if (!quantities || known == quantities->cend()) return countsPeople(unit) ? &careful : nullptr;
    return known->privacy ? &*known->privacy : nullptr;
}

QString Rules::deciding(const QString& quantity, const city::Privacy& privacy) const
{
    return privacy.reveals.isEmpty() ? quantity : privacy.reveals;
}

bool countsPeople(const QString& unit)
{
    return unit == QLatin1String("{person}") || unit == QLatin1String("{case}");
}

} // namespace release
