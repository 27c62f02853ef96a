// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <optional>

namespace app {

/// When a report is made again and again, as systemd's OnCalendar has it: "06:30", "Mon 06:30", "monthly 06:30" (on the
/// first). Nothing for other words.
std::optional<QString> calendarOf(const QString& when);

/// The text of a service that runs the program with these words once, and of the timer that starts it.
QByteArray serviceUnit(const QString& description, const QString& program, const QStringList& words);
QByteArray timerUnit(const QString& description, const QString& calendar, const QString& zone);

/// One word of a command line as systemd reads it: quoted, with its specifiers and variables made plain.
QString systemdWord(const QString& word);

} // namespace app
