// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/timer_units.h"

#include <QRegularExpression>

namespace app {

namespace {

QString oneLine(QString text)
{
    return text.replace(QLatin1Char('\n'), QLatin1Char(' ')).replace(QLatin1Char('%'), QStringLiteral("%%")).simplified();
}

} // namespace

std::optional<QString> calendarOf(const QString& when)
{
    static const QRegularExpression form(QStringLiteral("^(?:(Mon|Tue|Wed|Thu|Fri|Sat|Sun|monthly) )?([01]\\d|2[0-3]):([0-5]\\d)$"));
    const auto match = form.match(when.trimmed());
    if (!match.hasMatch()) return std::nullopt;
    const QString day = match.captured(1), time = QStringLiteral("%1:%2:00").arg(match.captured(2), match.captured(3));
    if (day == QLatin1String("monthly")) return QStringLiteral("*-*-01 ") + time;
    return day.isEmpty() ? QStringLiteral("*-*-* ") + time : QStringLiteral("%1 *-*-* %2").arg(day, time);
}

QString systemdWord(const QString& word)
{
    QString text;
    for (const QChar letter : word) {
        if (letter == QLatin1Char('"') || letter == QLatin1Char('\\')) text += QLatin1Char('\\');
        if (letter == QLatin1Char('%') || letter == QLatin1Char('$')) text += letter; // doubled: nothing stands for something else
        text += letter == QLatin1Char('\n') ? QLatin1Char(' ') : letter;
    }
    return QLatin1Char('"') + text + QLatin1Char('"');
}

QByteArray serviceUnit(const QString& description, const QString& program, const QStringList& words)
{
    QStringList line{systemdWord(program)};
    for (const QString& word : words)
        line << systemdWord(word);
    return QStringLiteral("# Written by \"cityops schedule\"; written again by it when the schedule changes.\n"
                          "[Unit]\nDescription=%1\nAfter=network-online.target\n\n"
                          "[Service]\nType=oneshot\nExecStart=%2\nEnvironment=QT_QPA_PLATFORM=offscreen\nNice=10\n")
        .arg(oneLine(description), line.join(QLatin1Char(' ')))
        .toUtf8();
}

QByteArray timerUnit(const QString& description, const QString& calendar, const QString& zone)
{
    return QStringLiteral("# Written by \"cityops schedule\"; written again by it when the schedule changes.\n"
                          "[Unit]\nDescription=%1\n\n"
                          "[Timer]\nOnCalendar=%2%3\nPersistent=true\nAccuracySec=1min\n\n"
                          "[Install]\nWantedBy=timers.target\n")
        .arg(oneLine(description), calendar, zone.isEmpty() ? QString() : QLatin1Char(' ') + zone)
        .toUtf8();
}

} // namespace app
