// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wall/wall.h"
#include "app/wall/wall_window.h"
#include "layers/alarms/rule.h"
#include "tests/app/wall/virtual_monitors.h"
#include "tests/support/test_main.h"

#include <QApplication>
#include <QPainter>
#include <QPixmap>
#include <QScreen>
#include <QSignalSpy>
#include <QStandardPaths>
#include <set>

namespace {

using namespace std::chrono_literals;

const QString resources = qEnvironmentVariable("CITYOPS_RESOURCES");

/// The demo city's publishers, but one feed says nothing until it may.
class OneSilent : public feeds::Transport {
public:
    OneSilent(std::shared_ptr<const app::Pack> pack, const city::Clock& clock, QString feed)
        : m_demo(std::move(pack), clock), m_feed(std::move(feed))
    {
    }
    QFuture<feeds::FetchResponse> get(const feeds::FetchRequest& request) override
    {
        return m_demo.get(request).then([this, feed = request.feed](feeds::FetchResponse answer) {
            if (feed != m_feed || speaks) return answer;
            answer = {};
            answer.failure =
                city::Problem{feed, {}, {QT_TRANSLATE_NOOP("Message", "HTTP %1"), {QStringLiteral("503")}}};
            return answer;
        });
    }

    std::atomic<bool> speaks = false;

private:
    app::DemoCity m_demo;
    QString m_feed;
};

/// Heights of the pieces of ink in a part of a screenshot, in pixels; what touches its edge is left out.
std::vector<int> heightsOfInk(const QImage& picture, const QRect& part, const QColor& ground, int least)
{
    const QImage image = picture.copy(part).convertToFormat(QImage::Format_RGB32);
    const auto isInk = [&](int x, int y) {
        const QColor c = image.pixelColor(x, y);
        return std::abs(c.red() - ground.red()) + std::abs(c.green() - ground.green()) +
                   std::abs(c.blue() - ground.blue()) >
               150;
    };
    std::vector<char> seen(static_cast<std::size_t>(image.width()) * static_cast<std::size_t>(image.height()),
                           0);
    const auto at = [&](int x, int y) -> char& {
        return seen[static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width()) +
                    static_cast<std::size_t>(x)];
    };
    std::vector<int> heights;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            if (at(x, y) || !isInk(x, y)) continue;
            std::vector<QPoint> open{{x, y}};
            at(x, y) = 1;
            QRect box(x, y, 1, 1);
            while (!open.empty()) {
                const QPoint p = open.back();
                open.pop_back();
                box |= QRect(p, QSize(1, 1));
                for (int dy = -1; dy <= 1; ++dy)
                    for (int dx = -1; dx <= 1; ++dx) {
                        const QPoint q(p.x() + dx, p.y() + dy);
                        if (!image.rect().contains(q) || at(q.x(), q.y()) || !isInk(q.x(), q.y())) continue;
                        at(q.x(), q.y()) = 1;
                        open.push_back(q);
                    }
            }
            if (box.height() >= least && image.rect().adjusted(2, 2, -2, -2).contains(box))
                heights.push_back(box.height());
        }
    std::sort(heights.begin(), heights.end());
    return heights;
}

/// Kept for who wants to look, in the folder CITYOPS_PICTURES.
QImage pictureOf(const QWidget& window, const QString& name)
{
    const QImage image = const_cast<QWidget&>(window).grab().toImage();
    const QString folder = qEnvironmentVariable("CITYOPS_PICTURES");
    if (!folder.isEmpty()) image.save(folder + QLatin1Char('/') + name + QStringLiteral(".png"));
    return image;
}

app::WallScreen screenSpec(const QString& name, double distance, const QStringList& scenes)
{
    app::WallScreen spec;
    spec.screen = name;
    spec.distanceMetres = distance;
    spec.widthMm = 1210;
    spec.scenes = scenes;
    return spec;
}

/// The windows of a wall, from the left.
QList<app::WallWindow*> windowsOf()
{
    QList<app::WallWindow*> found;
    for (QWidget* one : QApplication::topLevelWidgets())
        if (auto* window = qobject_cast<app::WallWindow*>(one); window && window->isVisible())
            found << window;
    std::sort(found.begin(), found.end(), [](const QWidget* a, const QWidget* b) { return a->x() < b->x(); });
    return found;
}

} // namespace

/// A wall on two virtual monitors of different size (Xvfb): scenes, an alarm that takes one over and gives it
/// back, a monitor pulled out and put back, and how high capitals are in what is seen.
class WallMonitorsTest : public QObject {
    Q_OBJECT
public:
    explicit WallMonitorsTest(VirtualMonitors& monitors) : m_monitors(monitors) {}

private Q_SLOTS:
    void initTestCase()
    {
        if (!m_monitors.isGood()) QSKIP("Xvfb or xrandr is not installed");
        QStandardPaths::setTestModeEnabled(true);
        QTRY_COMPARE(QGuiApplication::screens().size(), 2);
        const app::PackReading reading =
            app::readPack(resources + QStringLiteral("/packs/taipei"), resources);
        QVERIFY(reading.pack);
        auto pack = std::make_shared<app::Pack>(*reading.pack);
        auto plan = std::make_shared<alarms::Plan>();
        alarms::Rule rule;
        rule.id = QStringLiteral("planted");
        rule.title = city::LocalText(QStringLiteral("Market too full"));
        rule.action = city::LocalText(QStringLiteral("Hold people back at the entrances."));
        rule.condition = alarms::Threshold{QStringLiteral("venue"), QStringLiteral("venue.occupancy"),
                                           alarms::Comparison::AtLeast, 0, 0};
        rule.priority = alarms::Priority::Top;
        plan->rules.push_back(rule);
        plan->zone = pack->zone;
        pack->alarms = plan;
        m_pack = pack;
    }

    void capitalsAreAsHighAsTheDistanceAsks_data()
    {
        QTest::addColumn<QString>("monitor");
        QTest::addColumn<double>("distance");
        QTest::newRow("1080p from 4 m") << QStringLiteral("left") << 4.0;
        QTest::newRow("2160p from 4 m") << QStringLiteral("right") << 4.0;
        QTest::newRow("2160p from 6 m") << QStringLiteral("right") << 6.0;
    }
    void capitalsAreAsHighAsTheDistanceAsks()
    {
        QFETCH(QString, monitor);
        QFETCH(double, distance);
        QScreen* screen = m_monitors.screen(monitor);
        QVERIFY(screen);
        const auto theme = widgets::readTheme(resources, QStringLiteral("dark"));
        QVERIFY(theme.ok());
        app::WallWindow window;
        const QSize size = screen->geometry().size();
        window.place(*screen, screenSpec(monitor, distance, {}), *theme);
        QTRY_COMPARE(window.size(), size);
        // Nothing but letters and digits without round parts, so that each piece of ink is as high as a
        // capital.
        app::DashboardPicture picture;
        picture.situation.text = QStringLiteral("HEIL");
        widgets::TileData tile;
        tile.title = QStringLiteral("HEIL");
        tile.word = QStringLiteral("HEIL");
        tile.freshness = city::Freshness::Fresh;
        tile.value = QStringLiteral("111");
        picture.tiles = {tile, tile};
        window.setPicture(picture, QStringLiteral("HEIL"));
        window.setClock(QStringLiteral("11 11"), QStringLiteral("1111"), {});
        QTRY_VERIFY(window.isVisible());
        QImage seen = pictureOf(window, QStringLiteral("letters-%1-%2m").arg(monitor).arg(distance));
        const double pitch = 1210.0 / size.width();
        const auto minutes = [&](int pixels) {
            return 60 * qRadiansToDegrees(2 * std::atan(pixels * pitch / (2000 * distance)));
        };
        int seenPieces = 0;
        const auto least = [&](const QWidget* part, double wanted, bool highest) {
            const QRect box(part->mapTo(&window, QPoint(0, 0)), part->size());
            const std::vector<int> heights = heightsOfInk(seen, box, theme->surface, 6);
            QVERIFY2(!heights.empty(), part->metaObject()->className());
            seenPieces += static_cast<int>(heights.size());
            const int pixels = highest ? heights.back() : heights.front();
            qInfo("%s: %d pieces, %d px, %.1f arc-minutes", part->metaObject()->className(),
                  int(heights.size()), pixels, minutes(pixels));
            QVERIFY2(minutes(pixels) >= wanted,
                     qPrintable(QStringLiteral("%1: %2 px are %3 arc-minutes")
                                    .arg(QLatin1String(part->metaObject()->className()))
                                    .arg(pixels)
                                    .arg(minutes(pixels))));
        };
        least(window.findChild<app::WallHead*>(), 16, false);
        least(window.findChild<app::WallFoot*>(), 16, false);
        least(window.findChild<app::WallFigures*>(), 16, false);
        least(window.findChild<app::WallFigures*>(), 22, true); // The figures themselves.
        window.setAlarm(app::AlarmAdvice{QStringLiteral("HEIL"),
                                         QStringLiteral("HEIL"),
                                         {{QStringLiteral("HEIL"), QStringLiteral("HEIL")}}});
        seen = pictureOf(window, QStringLiteral("letters-alarm-%1-%2m").arg(monitor).arg(distance));
        least(window.findChild<app::WallAlarm*>(), 16, false);
        QVERIFY(seenPieces > 30);
    }

    void anAlarmTakesOneOfTwoAndGivesItBack()
    {
        app::RunOptions options;
        options.source = app::RunOptions::Source::Demo;
        options.clock = std::make_shared<city::FixedClock>(app::DemoCity::openingMoment());
        const auto publishers = std::make_shared<OneSilent>(m_pack, *options.clock, feedOfVenues());
        options.transport = publishers;
        app::Wall wall(resources, m_pack, playlist(), options, m_language, {});
        QSignalSpy scenes(&wall, &app::Wall::sceneShown), alarms(&wall, &app::Wall::alarmShown);
        wall.start();
        QTRY_VERIFY_WITH_TIMEOUT(scenes.count() >= 2 && wall.session().run().isSettled() && wall.isSettled(),
                                 120'000);
        QTRY_COMPARE(windowsOf().size(), 2);
        QCOMPARE(windowsOf()[0]->size(), QSize(1920, 1080));
        QCOMPARE(windowsOf()[1]->size(), QSize(3840, 2160));
        QCOMPARE(wall.steer(QStringLiteral("state")), QStringLiteral("1 overview; 2 traffic"));
        const QImage before = pictureOf(*windowsOf()[0], QStringLiteral("1-overview"));
        pictureOf(*windowsOf()[1], QStringLiteral("2-traffic"));

        publishers->speaks = true;
        wall.session().run().refresh(feedOfVenues());
        QVERIFY(alarms.count() > 0 || alarms.wait(60'000));
        QCOMPARE(wall.steer(QStringLiteral("state")),
                 QStringLiteral("1 overview alarm planted@city/all; 2 traffic"));
        QTRY_VERIFY_WITH_TIMEOUT(wall.isSettled(), 60'000);
        const QImage during = pictureOf(*windowsOf()[0], QStringLiteral("1-alarm"));
        QVERIFY(during != before);

        wall.steer(QStringLiteral("1 acknowledge"));
        QTRY_COMPARE_WITH_TIMEOUT(wall.steer(QStringLiteral("state")),
                                  QStringLiteral("1 overview; 2 traffic"), 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(wall.isSettled(), 60'000);
        pictureOf(*windowsOf()[0], QStringLiteral("1-overview-again"));

        unplug(wall);
    }

private:
    void unplug(app::Wall& wall)
    {
        wall.steer(QStringLiteral("2 next"));
        QCOMPARE(wall.steer(QStringLiteral("state")), QStringLiteral("1 overview; 2 crowd-flow"));
        QVERIFY(m_monitors.pull(QStringLiteral("right")));
        QTRY_COMPARE_WITH_TIMEOUT(wall.steer(QStringLiteral("state")),
                                  QStringLiteral("1 overview; 2 crowd-flow unplugged"), 20'000);
        QTRY_COMPARE(windowsOf().size(), 1);
        QVERIFY(m_monitors.plug(QStringLiteral("right")));
        QTRY_COMPARE_WITH_TIMEOUT(wall.steer(QStringLiteral("state")),
                                  QStringLiteral("1 overview; 2 crowd-flow"), 20'000);
        QTRY_COMPARE(windowsOf().size(), 2);
        QTRY_COMPARE(windowsOf()[1]->size(), QSize(3840, 2160));
        QTRY_VERIFY_WITH_TIMEOUT(wall.isSettled(), 60'000);
        pictureOf(*windowsOf()[1], QStringLiteral("2-crowd-again"));
    }

    QString feedOfVenues() const
    {
        for (const feeds::FeedSpec& feed : m_pack->feeds)
            for (const feeds::ObservationMapping& one : feed.mapping.observe)
                if (one.quantity == QLatin1String("venue.occupancy")) return feed.id;
        return {};
    }

    static std::shared_ptr<const app::WallSpec> playlist()
    {
        auto made = std::make_shared<app::WallSpec>();
        made->id = QStringLiteral("two");
        made->alarmHolds = 10h;
        for (const char* id : {"overview", "traffic", "crowd-flow"}) {
            app::WallScene scene;
            scene.id = scene.dashboard = QString::fromLatin1(id);
            scene.dwell = 10h;
            made->scenes.push_back(scene);
        }
        app::WallScreen left = screenSpec(QStringLiteral("1"), 4, {QStringLiteral("overview")});
        left.alarms = true;
        made->screens = {left, screenSpec(QStringLiteral("2"), 4,
                                          {QStringLiteral("traffic"), QStringLiteral("crowd-flow")})};
        return made;
    }

    VirtualMonitors& m_monitors;
    std::shared_ptr<const app::Pack> m_pack;
    app::Language m_language;
};

int main(int argc, char** argv)
{
    VirtualMonitors monitors(
        {{QStringLiteral("left"), QSize(1920, 1080)}, {QStringLiteral("right"), QSize(3840, 2160)}});
    QApplication application(argc, argv);
    WallMonitorsTest test(monitors);
    return runTest(test, argc, argv);
}
#include "wall_monitors_test.moc"
