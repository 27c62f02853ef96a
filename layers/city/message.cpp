// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/city/message.h"

#include <QCoreApplication>

namespace city {

QString Message::toString() const
{
    QString text = QCoreApplication::translate("Message", source);
    // Filled by hand: a chain of QString::arg would take a "%1" inside an argument for a place to fill.
    QString filled;
    filled.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool place = text[i] == QLatin1Char('%') && i + 1 < text.size() && text[i + 1].isDigit();
        if (!place) {
            filled += text[i];
            continue;
        }
        const int index = text[++i].digitValue() - 1;
        if (index >= 0 && index < arguments.size()) filled += arguments[index];
    }
    return filled;
}

} // namespace city
