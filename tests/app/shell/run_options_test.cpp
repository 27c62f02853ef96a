// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/run_options.h"
#include "tests/support/test_main.h"

#include <QCoreApplication>

using app::RunOptions;

class RunOptionsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsEveryOption()
    {
        app::RunWords words({}, QStringLiteral("window"));
        const auto run = words.read(
            QStringList{QStringLiteral("--pack"), QStringLiteral("p"), QStringLiteral("--demo"),
                        QStringLiteral("--lang"), QStringLiteral("zh_TW"), QStringLiteral("--theme"),
                        QStringLiteral("light"), QStringLiteral("--speed"), QStringLiteral("60"),
                        QStringLiteral("--at"), QStringLiteral("2026-03-18T17:30:00+08:00")});
        QVERIFY(run);
        QCOMPARE(run->source, RunOptions::Source::Demo);
        QCOMPARE(run->pack, QStringLiteral("p"));
        QCOMPARE(run->language, QStringLiteral("zh_TW"));
        QCOMPARE(run->theme, QStringLiteral("light"));
        QCOMPARE(run->speed, 60.0);
        QCOMPARE(city::toIso(*run->at), QStringLiteral("2026-03-18T09:30:00Z"));
    }

    void refusesWhatItDoesNotKnow_data()
    {
        QTest::addColumn<QString>("words");
        QTest::newRow("unknown option") << "--frob";
        QTest::newRow("unknown language") << "--lang de";
        QTest::newRow("unknown theme") << "--theme pink";
        QTest::newRow("no value") << "--pack";
        QTest::newRow("both sources") << "--demo --replay x";
        QTest::newRow("a stray word") << "traffic";
        QTest::newRow("no number") << "--speed fast";
        QTest::newRow("backwards") << "--speed -1";
        QTest::newRow("a time without offset") << "--at 2026-03-18T17:30:00";
    }
    void refusesWhatItDoesNotKnow()
    {
        QFETCH(QString, words);
        app::RunWords reader({}, QStringLiteral("window"));
        QVERIFY(!reader.read(words.split(QLatin1Char(' '))));
        QCOMPARE(reader.exitStatus(), 2);
    }

    void helpIsNoMistake()
    {
        app::RunWords reader(QStringLiteral("snapshot"), QStringLiteral("Draw"));
        QVERIFY(!reader.read({QStringLiteral("--help")}));
        QCOMPARE(reader.exitStatus(), 0);
    }
};

CITYOPS_TEST(QCoreApplication, RunOptionsTest)
#include "run_options_test.moc"
