// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/main_window.h"
#include "app/shell/time_travel.h"
#include "tests/support/test_main.h"
#include "widgets/panels/top_bar.h"
#include "widgets/timeline/timeline_bar.h"

#include <QApplication>
#include <QCursor>
#include <QLabel>
#include <QPainter>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <random>

using app::MainWindow;
using app::RunOptions;
using namespace std::chrono_literals;

/// A scripted day is recorded by a window that runs live. Then, for twenty moments of it, `cityops snapshot
/// --at` draws pixel for pixel what that window showed, but for the clocks (the one in the corner and the bar
/// of time). Two of 255 steps of a colour are the same: smoothed letters come out so
/// much different from one run to the next.
class TwentyMomentsTest : public QObject {
    Q_OBJECT

    static constexpr int rounds = 16, moments = 20;

    QTemporaryDir m_folder;
    QString m_resources = qEnvironmentVariable("CITYOPS_RESOURCES");
    QString m_pack = m_resources + QStringLiteral("/packs/taipei");
    app::Language m_language;
    std::shared_ptr<city::FixedClock> m_clock = std::make_shared<city::FixedClock>(city::Instant());
    std::vector<std::pair<city::Instant, QImage>> m_shown;
    QRegion m_clocks;

    QString file(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }

    /// Every hour and a half, and then some: feeds are asked then.
    static std::vector<city::Instant> roundsOfDay()
    {
        std::vector<city::Instant> all;
        for (int i = 0; i < rounds; ++i)
            all.push_back(app::DemoCity::dayStart() + i * 90min + (i * 7 % 11) * 1min);
        return all;
    }
    static std::vector<city::Instant> momentsOfDay()
    {
        std::mt19937 random(20);
        const auto first = roundsOfDay().front() + 5min, last = roundsOfDay().back() + 30min;
        std::vector<city::Instant> all;
        for (int i = 0; i < moments; ++i)
            all.push_back(first + city::Duration(static_cast<qint64>(
                                      random() % static_cast<quint64>((last - first).count()))));
        std::sort(all.begin(), all.end());
        return all;
    }

    RunOptions options(RunOptions::Source source) const
    {
        RunOptions run;
        run.source = source;
        run.pack = m_pack;
        run.language = QStringLiteral("en");
        run.theme = QStringLiteral("dark");
        run.clock = m_clock;
        return run;
    }

    /// The publishers' answers of the day, in a folder.
    void recordPublishers()
    {
        RunOptions demo = options(RunOptions::Source::Demo);
        demo.record = file("payloads");
        m_clock->set(roundsOfDay().front());
        const auto pack = app::readPack(m_pack, m_resources).pack;
        QVERIFY(pack);
        app::CityRun run(pack, demo);
        for (const city::Instant at : roundsOfDay()) {
            m_clock->set(at);
            QSignalSpy settled(&run, &app::CityRun::settled);
            run.refresh();
            QTRY_VERIFY_WITH_TIMEOUT(!settled.isEmpty(), 60'000);
        }
    }

    static bool isKept(app::CityRun& run)
    {
        const auto pictures = run.history().picturesAt(run.clock().now()).result();
        if (!pictures.ok()) return false;
        for (const auto& [id, feed] : run.snapshot()->feeds()) {
            const auto same = [&](const auto& one) {
                return one->state.id == id && one->state.lastAttempt == feed->state.lastAttempt;
            };
            if (feed->state.lastAttempt && std::none_of(pictures->begin(), pictures->end(), same))
                return false;
        }
        return true;
    }

    /// The picture a person sees once nothing moves any more.
    QImage grab(MainWindow& window)
    {
        QSignalSpy picture(window.session(), &app::Session::pictureReady);
        window.session()->tick();
        const auto stands = [&] { return !picture.isEmpty() && window.isReady(); };
        if (!QTest::qWaitFor(stands, 60'000)) return {};
        return window.grab().toImage().convertToFormat(QImage::Format_RGB32);
    }

    void findClocks(MainWindow& window)
    {
        const auto cover = [&](const QWidget& part) {
            m_clocks += QRect(part.mapTo(&window, QPoint(0, 0)), part.size());
        };
        const auto* clock = window.frame().top().findChild<QLabel*>(QStringLiteral("clock"));
        QVERIFY(clock);
        cover(*clock);
        cover(window.frame().bar());
        QVERIFY(m_clocks.boundingRect().width() > 100);
    }

    static bool isSame(QRgb a, QRgb b)
    {
        constexpr int invisible = 2;
        return std::abs(qRed(a) - qRed(b)) <= invisible && std::abs(qGreen(a) - qGreen(b)) <= invisible &&
               std::abs(qBlue(a) - qBlue(b)) <= invisible;
    }
    /// Where they differ; null: nowhere.
    static QRect difference(const QImage& a, const QImage& b)
    {
        QRect differs;
        for (int y = 0; y < a.height(); ++y)
            for (int x = 0; x < a.width(); ++x)
                if (!isSame(a.pixel(x, y), b.pixel(x, y))) differs |= QRect(x, y, 1, 1);
        return differs;
    }

    QImage outsideTheClocks(QImage image) const
    {
        QPainter painter(&image);
        for (const QRect& one : m_clocks)
            painter.fillRect(one, Qt::black);
        return image;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QCursor::setPos(-1, -1);
        recordPublishers();
    }

    void aDayIsRecordedLive()
    {
        RunOptions live = options(RunOptions::Source::Replay);
        live.replay = file("payloads");
        live.store = file("city.gpkg");
        m_clock->set(roundsOfDay().front());
        MainWindow window(m_resources, live, m_language, MainWindow::Memory::Plain);
        window.resize(1600, 900);
        window.show();
        window.open(live, app::CityRun::Pace::Once);
        QTRY_VERIFY_WITH_TIMEOUT(window.isReady(), 120'000);
        findClocks(window);
        auto moment = momentsOfDay();
        const auto all = roundsOfDay();
        for (std::size_t round = 0; round < all.size(); ++round) {
            app::CityRun& run = window.session()->run();
            if (round > 0) {
                m_clock->set(all[round]);
                QSignalSpy settled(&run, &app::CityRun::settled);
                run.refresh();
                QTRY_VERIFY_WITH_TIMEOUT(!settled.isEmpty(), 60'000);
            }
            QTRY_VERIFY_WITH_TIMEOUT(isKept(run), 20'000);
            const auto next = round + 1 < all.size() ? all[round + 1] : all[round] + 24h;
            for (; !moment.empty() && moment.front() < next; moment.erase(moment.begin())) {
                m_clock->set(moment.front());
                m_shown.emplace_back(moment.front(), grab(window));
                QVERIFY(!m_shown.back().second.isNull());
            }
        }
        QCOMPARE(m_shown.size(), static_cast<std::size_t>(moments));
        // The city of the morning is not that of the evening: the comparison below could fail.
        QVERIFY(difference(outsideTheClocks(m_shown.front().second), outsideTheClocks(m_shown.back().second))
                    .width() > 100);
    }

    void snapshotsShowWhatWasShown()
    {
        QStringList wrong;
        for (const auto& [at, shown] : m_shown) {
            const QString out = file("then.png");
            const QStringList words{QStringLiteral("snapshot"),
                                    QStringLiteral("--pack"),
                                    m_pack,
                                    QStringLiteral("--store"),
                                    file("city.gpkg"),
                                    QStringLiteral("--at"),
                                    city::toIso(at),
                                    QStringLiteral("--dashboard"),
                                    QStringLiteral("overview"),
                                    QStringLiteral("--size"),
                                    QStringLiteral("1600x900"),
                                    QStringLiteral("--out"),
                                    out,
                                    QStringLiteral("--lang"),
                                    QStringLiteral("en"),
                                    QStringLiteral("--theme"),
                                    QStringLiteral("dark")};
            QCOMPARE(QProcess::execute(QStringLiteral(CITYOPS_PROGRAM), words), 0);
            const QImage then = outsideTheClocks(QImage(out).convertToFormat(QImage::Format_RGB32));
            const QImage live = outsideTheClocks(shown);
            QCOMPARE(then.size(), live.size());
            const QRect differs = difference(then, live);
            if (differs.isNull()) continue;
            wrong << QStringLiteral("%1: %2,%3 %4x%5")
                         .arg(city::toIso(at))
                         .arg(differs.x())
                         .arg(differs.y())
                         .arg(differs.width())
                         .arg(differs.height());
            if (const QString keep = qEnvironmentVariable("CITYOPS_KEEP_PICTURES"); !keep.isEmpty()) {
                live.save(keep + QStringLiteral("/live-%1.png").arg(wrong.size()));
                then.save(keep + QStringLiteral("/then-%1.png").arg(wrong.size()));
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    }
};

CITYOPS_TEST(QApplication, TwentyMomentsTest)
#include "twenty_moments_test.moc"
