// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/scene/selection.h"

#include <QCoreApplication>

namespace app {

/// A number with its unit and level as refs read it out: "12.5 µg/m³ (good)". Nothing for any other text.
struct ReadNumber {
    double value = 0;
    QString unit;
    QString word; ///< Of its level; may be empty.
};
std::optional<ReadNumber> readNumber(const QString& text);

/// "PM2.5: mean 12.1, 3.0 to 40.2 µg/m³, of 12" from the first line of `things` that is a number; empty where there is none.
class SelectionSummary {
    Q_DECLARE_TR_FUNCTIONS(SelectionSummary)
public:
    static QString of(const std::vector<map::Ref>& things);
};

} // namespace app
