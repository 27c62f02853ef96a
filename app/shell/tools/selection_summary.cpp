// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/tools/selection_summary.h"

#include <QRegularExpression>
#include <algorithm>

namespace app {

std::optional<ReadNumber> readNumber(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("^\\s*([-−+]?\\d[\\d,]*(?:\\.\\d+)?)\\s*([^()]*?)\\s*(?:\\(([^()]*)\\))?$"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch() || match.captured(2).size() > 12) return std::nullopt;
    bool good = false;
    ReadNumber read;
    read.value = match.captured(1).remove(u',').replace(QChar(u'−'), u'-').toDouble(&good);
    read.unit = match.captured(2);
    read.word = match.captured(3);
    // A date, a time, a telephone number or a name that begins with a figure is no measurement.
    if (!good || (!read.unit.isEmpty() && (read.unit[0].isDigit() || QStringLiteral("-:/.").contains(read.unit[0])))) return std::nullopt;
    return read;
}

QString SelectionSummary::of(const std::vector<map::Ref>& things)
{
    QString name, unit;
    double sum = 0, least = 0, most = 0;
    int count = 0;
    for (const map::Ref& thing : things) {
        for (const QString& line : thing.lines) {
            const auto [called, value] = map::nameAndValue(line);
            const auto number = called.isEmpty() ? std::nullopt : readNumber(value);
            if (!number || (number->unit.isEmpty() && number->word.isEmpty()) || (count > 0 && (called != name || number->unit != unit))) continue;
            name = called;
            unit = number->unit;
            sum += number->value;
            least = count == 0 ? number->value : std::min(least, number->value);
            most = count == 0 ? number->value : std::max(most, number->value);
            ++count;
            break;
        }
    }
    if (count == 0) return {};
    const auto text = [](double value) { return QString::number(value, 'f', 1); };
    return tr("%1: mean %2, from %3 to %4 %5 (%6 with a value)").arg(name, text(sum / count), text(least), text(most), unit).arg(count);
}

} // namespace app
