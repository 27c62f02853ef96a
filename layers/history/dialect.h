// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/facts.h"

#include <QVariant>

namespace history {

/// In what the engines differ under statements that are otherwise the same.
struct Dialect {
    const char* timeType;               ///< What a time in ISO 8601 is cast to: TEXT, TIMESTAMPTZ.
    QVariant (*point)(city::LonLat at); ///< A position as its geometry columns take it.
    const char* tellChange;             ///< A statement that tells other programs of a change; may be empty.
    const char* othersWrote; ///< A statement whose number changes when another connection wrote; may be empty.
    qsizetype gatheredForASeries; ///< How many values of a series are worth the trouble of settling them.
};

const Dialect& sqliteDialect();
const Dialect& postgresDialect();

} // namespace history
