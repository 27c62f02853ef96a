// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace feeds {

/// The enumerations of CAP 1.2, in the standard's order.
enum class CapList { Status, MsgType, Scope, Category, ResponseType, Urgency, Severity, Certainty };

const QStringList& capWords(CapList list);

/// A word of an alert brought to the standard's spelling; `known` tells whether the standard has it. What it
/// does not have becomes "Unknown", or "Other" for a category, and elsewhere stays as sent: an unknown status
/// is never "Actual". Older versions' "Very Likely" is "Likely".
struct CapWord {
    QString word;
    bool known = true;
};
CapWord capWord(CapList list, const QString& sent);

} // namespace feeds
