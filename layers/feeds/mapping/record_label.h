// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/feeds/mapping/field.h"

namespace feeds {

/// How a record is called in a problem: its number in the payload, counted from 1, and its id when it has
/// one.
struct RecordLabel {
    int number = 0;
    QString idField, id;
    const Field* field = nullptr; ///< Whose name it is, instead of `idField`.

    QString toString() const
    {
        const QString place = QStringLiteral("#%1").arg(number);
        return id.isEmpty() ? place : QStringLiteral("%1 %2=%3").arg(place, field ? field->name() : idField, id);
    }
};

} // namespace feeds
