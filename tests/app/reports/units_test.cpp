// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/timer_units.h"
#include "tests/support/test_main.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

/// Timers of systemd that make reports.
class UnitsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void calendars()
    {
        QCOMPARE(app::calendarOf(u"06:30"_s), std::optional(u"*-*-* 06:30:00"_s));
        QCOMPARE(app::calendarOf(u"Mon 06:30"_s), std::optional(u"Mon *-*-* 06:30:00"_s));
        QCOMPARE(app::calendarOf(u"monthly 23:59"_s), std::optional(u"*-*-01 23:59:00"_s));
        for (const QString& bad : {u"24:00"_s, u"6:30"_s, u"Moon 06:30"_s, u""_s, u"06:30\nExecStart=/bin/sh"_s})
            QVERIFY2(!app::calendarOf(bad), qPrintable(bad));
    }

    void wordsStayWords()
    {
        QCOMPARE(app::systemdWord(u"/srv/a b/100 %.pdf"_s), u"\"/srv/a b/100 %%.pdf\""_s);
        QCOMPARE(app::systemdWord(u"$HOME \"x\" \\"_s), u"\"$$HOME \\\"x\\\" \\\\\""_s);
        const QByteArray unit = app::serviceUnit(u"Brief\nExecStart=/bin/false"_s, u"/usr/bin/cityops"_s, {u"report"_s, u"--out"_s, u"/srv/臺北.pdf"_s});
        QCOMPARE(unit.count("\nExecStart="), 1);
        QVERIFY(unit.contains("ExecStart=\"/usr/bin/cityops\" \"report\" \"--out\" \"/srv/臺北.pdf\"\n"));
    }

    void systemdAcceptsThem()
    {
        const QString program = QStandardPaths::findExecutable(u"systemd-analyze"_s);
        if (program.isEmpty()) QSKIP("systemd-analyze is not here");
        QProcess process;
        process.start(program, {u"calendar"_s, *app::calendarOf(u"Mon 06:30"_s) + u" Asia/Taipei"_s});
        QVERIFY(process.waitForFinished(30'000));
        QCOMPARE(process.exitCode(), 0);
    }
};

CITYOPS_TEST(QCoreApplication, UnitsTest)
#include "units_test.moc"
