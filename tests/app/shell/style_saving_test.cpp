// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/style_editing.h"
#include "tests/app/shell/demo_window.h"
#include "tests/support/test_main.h"
#include "widgets/panels/style_panel.h"

#include <QApplication>
#include <QDirIterator>
#include <QDoubleSpinBox>
#include <QFile>
#include <QPushButton>
#include <QToolButton>

/// The style of a layer edited in the window and saved to the pack, by clicks and keys.
class StyleSavingTest : public DemoWindow {
    Q_OBJECT

    QString pack() const { return m_folder.filePath(QStringLiteral("pack")); }
    QString layerFile() const { return pack() + QStringLiteral("/layers/metro-stations.yaml"); }

    static QString read(const QString& file)
    {
        QFile in(file);
        return in.open(QIODevice::ReadOnly) ? QString::fromUtf8(in.readAll()) : QString();
    }

    // A pack that may be written to.
    void copyPack()
    {
        const QString from = demo().pack;
        for (QDirIterator files(from, QDir::Files, QDirIterator::Subdirectories); files.hasNext();) {
            const QString file = files.next(), to = pack() + file.mid(from.size());
            QVERIFY(QDir().mkpath(QFileInfo(to).path()));
            QVERIFY(QFile::copy(file, to));
            QVERIFY(QFile::setPermissions(to, QFile::permissions(to) | QFile::WriteOwner));
        }
    }

    void openCopy()
    {
        app::RunOptions options = demo();
        options.pack = pack();
        m_window = std::make_unique<app::MainWindow>(m_resources, options, m_language);
        m_window->setWindowState(Qt::WindowNoState); // Not as large as the small screen there is.
        m_window->resize(1600, 900);
        m_window->show();
        m_window->activateWindow();
        m_window->open(options);
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTRY_VERIFY_WITH_TIMEOUT(m_window->isReady(), 120'000);
    }

    // The brush in the row of a layer.
    QToolButton* brushOf(const QString& title)
    {
        for (QToolButton* button : m_window->findChildren<QToolButton*>())
            if (button->isVisible() && button->accessibleName().contains(title) &&
                button->accessibleName().contains(QStringLiteral("tyle")))
                return button;
        return nullptr;
    }

    template<typename Button> static Button* withText(QWidget& within, const QString& text)
    {
        for (Button* button : within.findChildren<Button*>())
            if (button->text() == text) return button;
        return nullptr;
    }

private Q_SLOTS:
    void initTestCase()
    {
        setUpAs(QStringLiteral("cityops-style-test"));
        copyPack();
        openCopy();
    }

    void cleanupTestCase() { m_window.reset(); }

    void aClickSavesToThePack()
    {
        const QString before = read(layerFile());
        QVERIFY(before.contains(QStringLiteral("radius: 3")));
        // Layers are read beside; the window is ready before them.
        QTRY_VERIFY_WITH_TIMEOUT(brushOf(QStringLiteral("Metro stations")), 60'000);
        QTest::mouseClick(brushOf(QStringLiteral("Metro stations")), Qt::LeftButton);
        widgets::StylePanel* panel = m_window->styles().panel();
        QTRY_VERIFY(panel && panel->isVisible());
        auto* size = panel->findChild<QDoubleSpinBox*>();
        QVERIFY(size);
        QCOMPARE(size->value(), 3.0);
        size->setFocus();
        size->selectAll();
        QTest::keyClicks(size, QStringLiteral("6.5"));
        QTest::keyClick(size, Qt::Key_Tab);
        QCOMPARE(panel->style().radius, 6.5);
        QCOMPARE(read(layerFile()), before); // Nothing is written before one says so.
        auto* save = withText<QPushButton>(*panel, QStringLiteral("Save to pack"));
        QVERIFY(save && save->isEnabled());
        QTest::mouseClick(save, Qt::LeftButton);
        const QString after = read(layerFile());
        QVERIFY2(after.contains(QStringLiteral("6.5")), qPrintable(after));
        for (const char* kept :
             {"layer: metro-stations", "source: data/metro.gpkg:stations", "label-up-to: 14", "exposure:"})
            QVERIFY2(after.contains(QLatin1String(kept)), qPrintable(after));
        QTest::mouseClick(withText<QPushButton>(*panel, QStringLiteral("Close")), Qt::LeftButton);
        QVERIFY(!panel->isVisible());
    }

    void theNextOpeningShowsIt()
    {
        m_window.reset();
        openCopy();
        const auto layer = [this] { return session().layer(QStringLiteral("metro-stations")); };
        QTRY_VERIFY_WITH_TIMEOUT(layer() && layer()->spec.style, 60'000);
        QCOMPARE(layer()->spec.style->style.radius, 6.5);
    }
};

CITYOPS_TEST(QApplication, StyleSavingTest)
#include "style_saving_test.moc"
