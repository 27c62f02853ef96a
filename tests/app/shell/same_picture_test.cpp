// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/main_window.h"
#include "tests/support/test_main.h"
#include "widgets/timeline/timeline_bar.h"

#include <QApplication>
#include <QCursor>
#include <QPainter>
#include <QSignalSpy>

using app::MainWindow;

/// The same city is painted the same, to the last bit, however often: nothing depends on which thread was first. How often:
/// CITYOPS_PAINTINGS, otherwise 12 times for each of two sizes. With CITYOPS_KEEP_PICTURES what differs is kept.
class SamePictureTest : public QObject {
    Q_OBJECT

    app::Language m_language;
    std::unique_ptr<MainWindow> m_window;

    QImage paintAnew()
    {
        QSignalSpy picture(m_window->session(), &app::Session::pictureReady);
        m_window->session()->tick();
        const auto stands = [&] { return !picture.isEmpty() && m_window->isReady(); };
        if (!QTest::qWaitFor(stands, 60'000)) return {};
        QImage painted = m_window->grab().toImage().convertToFormat(QImage::Format_RGB32);
        // The bar of time asks for its marks now and then.
        const QWidget& bar = m_window->frame().bar();
        QPainter(&painted).fillRect(QRect(bar.mapTo(m_window.get(), QPoint()), bar.size()), Qt::black);
        return painted;
    }
    static QRect difference(const QImage& a, const QImage& b)
    {
        QRect differs;
        for (int y = 0; y < a.height(); ++y)
            for (int x = 0; x < a.width(); ++x)
                if (a.pixel(x, y) != b.pixel(x, y)) differs |= QRect(x, y, 1, 1);
        return differs;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QCursor::setPos(-1, -1);
        const QString resources = qEnvironmentVariable("CITYOPS_RESOURCES");
        app::RunOptions options;
        options.source = app::RunOptions::Source::Demo;
        options.pack = resources + QStringLiteral("/packs/taipei");
        options.language = QStringLiteral("en");
        options.theme = QStringLiteral("dark");
        options.clock = std::make_shared<city::FixedClock>(app::DemoCity::openingMoment());
        m_window = std::make_unique<MainWindow>(resources, options, m_language, MainWindow::Memory::Plain);
        m_window->resize(1366, 768);
        m_window->show();
        m_window->open(options, app::CityRun::Pace::Once);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->isReady(), 120'000);
        m_window->session()->setThorough(true);
    }
    void cleanupTestCase() { m_window.reset(); }

    void paintedTheSameEachTime()
    {
        bool set = false;
        const int asked = qEnvironmentVariableIntValue("CITYOPS_PAINTINGS", &set);
        const int times = set ? asked : 12;
        const QSize sizes[] = {{1366, 768}, {1600, 900}};
        QImage first[2];
        QStringList wrong;
        for (int i = 0; i < 2 * times + 4; ++i) {
            // From one size to the other and back, as a person does to a window.
            m_window->resize(sizes[i % 2]);
            const QImage painted = paintAnew();
            QCOMPARE(painted.size(), sizes[i % 2]);
            if (i < 4) { // once through both sizes, so that all has its place and every mark has come
                first[i % 2] = painted;
                continue;
            }
            const QRect differs = difference(first[i % 2], painted);
            if (differs.isNull()) continue;
            wrong << QStringLiteral("%1 of %6: %2,%3 %4x%5").arg(i).arg(differs.x()).arg(differs.y()).arg(differs.width()).arg(differs.height()).arg(sizes[i % 2].width());
            if (const QString keep = qEnvironmentVariable("CITYOPS_KEEP_PICTURES"); !keep.isEmpty()) {
                first[i % 2].save(keep + QStringLiteral("/first-%1.png").arg(i));
                painted.save(keep + QStringLiteral("/again-%1.png").arg(i));
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    }
};

CITYOPS_TEST(QApplication, SamePictureTest)
#include "same_picture_test.moc"
