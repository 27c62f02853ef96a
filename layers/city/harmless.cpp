// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/city/harmless.h"

namespace city {

QString harmless(const QString& text)
{
    // What spreadsheets compute begins so; tabs and line ends are skipped by some of them first.
    qsizetype first = 0;
    while (first < text.size() && (text[first].isSpace() || text[first].category() == QChar::Other_Control))
        ++first;
    if (first >= text.size()) return text;
    const bool formula = QStringLiteral("=+-@|%").contains(text[first]) || QStringLiteral("＝＋－＠").contains(text[first]);
    // A dash alone means "no data", and a number computes nothing.
    bool number = false;
    QString(text).remove(QLatin1Char(',')).toDouble(&number);
    return formula && !number && text.trimmed().size() > 1 ? QLatin1Char('\'') + text : text;
}

} // namespace city
