// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/history/statement.h"

namespace history {

/// One dictionary table: gives each value (a place, a unit) its number, adding it when it is new, even where another
/// program adds to the same file. Used in the thread of its database.
class Dictionary {
public:
    /// `table` and `columns` are the program's own words, never data.
    Dictionary(const Database& database, const QString& table, const QStringList& columns);

    city::Result<qint64> numberOf(const QVariantList& values);

private:
    Statement m_number;
};

} // namespace history
