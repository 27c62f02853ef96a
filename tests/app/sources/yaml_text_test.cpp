// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packs/yaml_text.h"

#include "app/packs/yaml_reader.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>

/// What is written is read back as the same text, and what was there stays.
class YamlTextTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    /// The text of the key "a" of a document.
    QString read(const QString& document)
    {
        QFile file(m_folder.filePath(QStringLiteral("a.yaml")));
        if (!file.open(QIODevice::WriteOnly)) qFatal("cannot write");
        file.write(document.toUtf8());
        file.close();
        app::Problems problems;
        const YAML::Node root = app::loadYaml(file.fileName(), file.fileName(), problems);
        if (!problems.empty()) qFatal("%s", qPrintable(problems.front().toString()));
        app::YamlMap map(root, file.fileName(), problems);
        map.allowAnyKey();
        return map.text("a").value_or(QStringLiteral("(none)"));
    }

private Q_SLOTS:
    void anyTextComesBack_data()
    {
        QTest::addColumn<QString>("text");
        int number = 0;
        for (const char* text : {"word",
                                 "two words",
                                 "yes",
                                 "null",
                                 "12",
                                 "1.5e3",
                                 "0x10",
                                 "2026-11-21",
                                 "12:30",
                                 "#sharp",
                                 "a: b",
                                 "- item",
                                 "[x]",
                                 "{y}",
                                 "it's",
                                 "say \"so\"",
                                 "back\\slash",
                                 " blank before",
                                 "blank after ",
                                 "line\nbreak",
                                 "tab\there",
                                 "臺北市",
                                 "$.data[*]",
                                 "https://a.b/c?d={secret:e}&f=1",
                                 "*alias",
                                 "&anchor",
                                 "!tag",
                                 "%percent",
                                 "@at",
                                 "`tick",
                                 "~",
                                 "?",
                                 "comma, here",
                                 "a #b",
                                 "EPSG:3826",
                                 "yyyy-MM-dd HH:mm:ss"})
            QTest::newRow(qPrintable(QString::number(number++))) << QString::fromUtf8(text);
    }

    void anyTextComesBack()
    {
        QFETCH(const QString, text);
        QCOMPARE(read(QStringLiteral("a: ") + app::yaml::text(text) + QLatin1Char('\n')), text);
        // Within braces, where commas and brackets mean something.
        const QString inFlow =
            QStringLiteral("b: {c: ") + app::yaml::text(text) + QStringLiteral(", d: 1}\na: x\n");
        QCOMPARE(read(inFlow), QStringLiteral("x"));
    }

    void entriesJoinTheirBlockAndCommentsStay()
    {
        const QString before =
            QStringLiteral("# head\nkinds:\n  bike: {en: B, zh_TW: B} # one\n\n# of the next\nareas: []\n");
        const auto after =
            app::yaml::withEntry(before, QStringLiteral("kinds"), QStringLiteral("car: {en: C, zh_TW: C}"));
        QVERIFY(after);
        QCOMPARE(*after, QStringLiteral("# head\nkinds:\n  bike: {en: B, zh_TW: B} # one\n  car: {en: C, "
                                        "zh_TW: C}\n\n# of the next\nareas: []\n"));
    }

    void anEmptyListOpens()
    {
        QCOMPARE(app::yaml::withItem(QStringLiteral("map: []\ntable: x\n"), QStringLiteral("map"),
                                     QStringLiteral("{a: 1}"))
                     .value_or(QString()),
                 QStringLiteral("map:\n  - {a: 1}\ntable: x\n"));
        QCOMPARE(app::yaml::withEntry(QStringLiteral("kinds: {}\n"), QStringLiteral("kinds"),
                                      QStringLiteral("a: b"))
                     .value_or(QString()),
                 QStringLiteral("kinds:\n  a: b\n"));
    }

    void aListOnOneLineGrows()
    {
        QCOMPARE(app::yaml::withItem(QStringLiteral("layers: [a, b] # two\nx: 1\n"), QStringLiteral("layers"),
                                     QStringLiteral("c"))
                     .value_or(QString()),
                 QStringLiteral("layers: [a, b, c] # two\nx: 1\n"));
    }

    void aMissingKeyIsAdded()
    {
        QCOMPARE(app::yaml::withItem(QStringLiteral("x: 1"), QStringLiteral("tiles"), QStringLiteral("t"))
                     .value_or(QString()),
                 QStringLiteral("x: 1\ntiles:\n  - t\n"));
    }

    void whatCannotBeAddedToIsRefused()
    {
        QVERIFY(!app::yaml::withEntry(QStringLiteral("kinds: {a: 1,\n  b: 2}\n"), QStringLiteral("kinds"),
                                      QStringLiteral("c: 3")));
    }

    void itemsAtTheMarginStayThere()
    {
        QCOMPARE(app::yaml::withItem(QStringLiteral("map:\n- {a: 1}\ntable: x\n"), QStringLiteral("map"),
                                     QStringLiteral("{b: 2}"))
                     .value_or(QString()),
                 QStringLiteral("map:\n- {a: 1}\n- {b: 2}\ntable: x\n"));
    }
};

CITYOPS_TEST(QCoreApplication, YamlTextTest)
#include "yaml_text_test.moc"
