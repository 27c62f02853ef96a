// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"
#include "widgets/panels/style_panel.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>
#include <QSpinBox>

class StylePanelTest : public QObject {
    Q_OBJECT

    static widgets::StyleForm form()
    {
        auto palettes = map::readPalettes(qEnvironmentVariable("CITYOPS_RESOURCES") +
                                          QStringLiteral("/styles/palettes.json"));
        widgets::StyleForm form;
        form.title = QStringLiteral("Stops");
        form.numbers = {QStringLiteral("riders")};
        form.words = {QStringLiteral("operator")};
        form.palettes = std::make_shared<const map::Palettes>(std::move(palettes.value()));
        form.style.radius = 7;
        form.style.halo = QStringLiteral("#112233"); // no control for it
        form.colour = Qt::red;
        return form;
    }
    template<typename Control> static Control* named(const widgets::StylePanel& panel, const char* name)
    {
        for (Control* control : panel.findChildren<Control*>())
            if (control->accessibleName() == QLatin1String(name)) return control;
        return nullptr;
    }
    static void pick(QComboBox* box, const QString& text)
    {
        box->setCurrentIndex(box->findText(text));
        Q_EMIT box->activated(box->currentIndex());
    }

private Q_SLOTS:
    void showingIsNoChange()
    {
        widgets::StylePanel panel;
        QSignalSpy changed(&panel, &widgets::StylePanel::changed);
        panel.setForm(form());
        QCOMPARE(changed.size(), 0);
        QCOMPARE(panel.style().radius, 7.0);
    }

    void everyChangeIsTold()
    {
        widgets::StylePanel panel;
        panel.setForm(form());
        QSignalSpy changed(&panel, &widgets::StylePanel::changed);
        pick(named<QComboBox>(panel, "Colour by"), QStringLiteral("riders"));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(panel.style().by.field, QStringLiteral("riders"));
        QVERIFY(panel.style().by.way == map::ColourBy::Way::Classes);
        pick(named<QComboBox>(panel, "Classes"), QStringLiteral("Natural breaks"));
        QVERIFY(panel.style().by.method == map::ClassMethod::Jenks);
        named<QSpinBox>(panel, "How many")->setValue(7);
        QCOMPARE(panel.style().by.classes, 7);
        named<QCheckBox>(panel, "Reversed")->click();
        QVERIFY(panel.style().by.reversed);
        pick(named<QComboBox>(panel, "Drawn as"), QStringLiteral("Clusters"));
        QVERIFY(panel.style().draw == map::Drawing::Clusters);
        QCOMPARE(changed.size(), 5);
        QCOMPARE(panel.style().halo, QStringLiteral("#112233")); // stayed as it was
    }

    void wordsAreCategories()
    {
        widgets::StylePanel panel;
        panel.setForm(form());
        pick(named<QComboBox>(panel, "Colour by"), QStringLiteral("operator"));
        QVERIFY(panel.style().by.way == map::ColourBy::Way::Categories);
        QCOMPARE(panel.style().by.palette, QStringLiteral("okabe-ito"));
        QVERIFY(!named<QSpinBox>(panel, "How many")->isEnabled());
    }

    void palettesSafeForEveryEyeComeFirst()
    {
        widgets::StylePanel panel;
        panel.setForm(form());
        QComboBox* box = named<QComboBox>(panel, "Palette");
        QCOMPARE(box->itemText(0), QStringLiteral("viridis"));
        QVERIFY(box->itemText(box->count() - 1).contains(QStringLiteral("colour-blind")));
    }
};

CITYOPS_TEST(QApplication, StylePanelTest)
#include "style_panel_test.moc"
