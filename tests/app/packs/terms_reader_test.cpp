// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/packs/pack_on_disk.h"
#include "tests/support/test_main.h"

namespace {

const QString file = QStringLiteral("terms.yaml");

} // namespace

class TermsReaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTermIsFoundByEachOfItsWords()
    {
        PackOnDisk disk;
        disk.write(file, QStringLiteral("terms:\n  - {zh_TW: 淹水, en: Flooding}\n"));
        const auto pack = disk.read().pack;
        QVERIFY2(pack, qPrintable(disk.problems().join(u'\n')));
        QCOMPARE(pack->terms.value(QStringLiteral("淹水")).in(QStringLiteral("en")), QStringLiteral("Flooding"));
        QCOMPARE(pack->terms.value(QStringLiteral("Flooding")).in(QStringLiteral("zh_TW")), QStringLiteral("淹水"));
    }

    void mistakesAreNamed_data()
    {
        QTest::addColumn<QString>("yaml");
        QTest::addColumn<QString>("says");
        QTest::newRow("no list") << "terms: 3\n" << "terms.yaml:1:8: terms: a list was expected";
        QTest::newRow("one language") << "terms:\n  - {en: Flooding}\n" << "a term is a word in two languages or more";
        QTest::newRow("two meanings") << "terms:\n  - {zh_TW: a, en: b}\n  - {zh_TW: a, en: c}\n" << "\"a\" stands here twice";
        QTest::newRow("no word") << "terms:\n  - {zh_TW: a, en: []}\n" << "terms.yaml:2:20: en: a text was expected";
    }
    void mistakesAreNamed()
    {
        QFETCH(QString, yaml);
        QFETCH(QString, says);
        PackOnDisk disk;
        disk.write(file, yaml);
        const QString problems = disk.problems().join(u'\n');
        QVERIFY2(problems.contains(says), qPrintable(problems));
        QVERIFY(!disk.read().pack);
    }
};

CITYOPS_TEST(QCoreApplication, TermsReaderTest)
#include "terms_reader_test.moc"
