// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/city/result.h"

namespace city {

QString Problem::toString() const
{
    QStringList parts;
    for (const QString& part : {record, field, text.toString()}) {
        if (!part.isEmpty()) parts << part;
    }
    return parts.join(QStringLiteral(": "));
}

} // namespace city
