// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packs/style_reader.h"
#include "app/packs/style_writer.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <QRegularExpression>

class StyleTest : public QObject {
    Q_OBJECT

    const QString resources = qEnvironmentVariable("CITYOPS_RESOURCES");
    map::Palettes palettes;
    app::Problems problems;

    std::optional<app::ReadStyle> read(const QString& text)
    {
        problems.clear();
        const YAML::Node root = YAML::Load(text.toStdString());
        app::YamlMap layer(root, QStringLiteral("layer.yaml"), problems);
        layer.allowAnyKey();
        return app::readStyle(layer, {palettes, resources, {}}, app::StyleOf::Features);
    }

    QString told() const
    {
        QStringList all;
        for (const city::Problem& one : problems)
            all << one.toString();
        return all.join(QLatin1Char('\n'));
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto read = map::readPalettes(resources + QStringLiteral("/styles/palettes.json"));
        QVERIFY(read.ok());
        palettes = std::move(read.value());
    }

    /// Every example of the help is read without a word, and what is written of it reads back to the same.
    void examplesOfTheHelp_data()
    {
        QTest::addColumn<QString>("text");
        QFile help(resources + QStringLiteral("/help/pack.txt"));
        QVERIFY(help.open(QIODevice::ReadOnly));
        static const QRegularExpression example(QStringLiteral("^      (style: \\{.*\\})$"),
                                                QRegularExpression::MultilineOption);
        auto found = example.globalMatch(QString::fromUtf8(help.readAll()));
        int count = 0;
        for (; found.hasNext(); ++count) {
            const QString text = found.next().captured(1);
            QTest::newRow(qPrintable(text)) << text;
        }
        QVERIFY(count >= 12);
    }
    void examplesOfTheHelp()
    {
        QFETCH(QString, text);
        const auto first = read(text);
        QVERIFY2(first && problems.empty(), qPrintable(told()));
        const QString written = app::styleYaml(first->style);
        const auto second = read(written);
        QVERIFY2(second && problems.empty(), qPrintable(written + told()));
        QCOMPARE(app::styleYaml(second->style), written);
        QVERIFY(second->style.draw == first->style.draw && second->style.by.field == first->style.by.field &&
                second->style.by.breaks == first->style.by.breaks);
    }

    void textsOfAFileStayTexts()
    {
        map::VectorStyle style;
        style.by.field = QStringLiteral("a\": b\\ #\n{x}");
        style.by.way = map::ColourBy::Way::Categories;
        style.by.categories = {{QStringLiteral("yes: \"no\""), QStringLiteral("#112233"), {}}};
        const auto back = read(app::styleYaml(style));
        QVERIFY2(back && problems.empty(), qPrintable(told()));
        QCOMPARE(back->style.by.field, style.by.field);
        QCOMPARE(back->style.by.categories.at(0).value, style.by.categories[0].value);
    }

    void savingKeepsTheRest()
    {
        const QString before = QStringLiteral(
            "# Who made it\nlayer: roads # and why\ntitle: {en: Roads, zh_TW: 道路}\nlabel: {en: name_en, "
            "zh_TW: name}\n"
            "style:\n  colour: text\n  # gone with the old style\n  width: 3\nscales: [0, 5000] # near\n");
        map::VectorStyle style;
        style.width = 5;
        const QString after = app::withStyle(before, style, QStringLiteral("name"));
        QCOMPARE(after, QStringLiteral("# Who made it\nlayer: roads # and why\ntitle: {en: Roads, zh_TW: "
                                       "道路}\nlabel: {en: name_en, zh_TW: name}\n"
                                       "style:\n  width: 5\nscales: [0, 5000] # near\n"));
        const QString relabelled = app::withStyle(before, style, QStringLiteral("ref"));
        QVERIFY(relabelled.contains(QStringLiteral("\nlabel: \"ref\"\n")) &&
                !relabelled.contains(QStringLiteral("name_en")));
        QVERIFY(!app::withStyle(before, style, {}).contains(QStringLiteral("label:")));
        QCOMPARE(app::withStyle({}, style, {}), QStringLiteral("style:\n  width: 5\n"));
        QCOMPARE(app::withStyle(QStringLiteral("layer: a\n\n"), style, {}),
                 QStringLiteral("layer: a\nstyle:\n  width: 5\n"));
    }
};

CITYOPS_TEST(QCoreApplication, StyleTest)
#include "style_test.moc"
