// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/session.h"
#include "tests/layers/feeds/nginx.h"
#include "tests/support/test_main.h"

#include <QApplication>
#include <QDirIterator>
#include <QRegularExpression>
#include <QStandardPaths>

using app::DashboardPicture;
using app::RunOptions;
using app::Session;

namespace {

/// What a publisher once sent, for a feed of the Taipei pack.
struct Recorded {
    const char* feed;
    const char* file;
    /// Whether the payload says where its places are; the others are on no map.
    bool placed = true;
};

const Recorded recorded[] = {
    {"youbike-taipei", "youbike/taipei_v2_20250213_newschema.json"},
    {"youbike-newtaipei", "youbike/newtaipei_v1_20200716.json"},
    {"parking-taipei", "tw-traffic/taipei_parking_alldesc_20230128.json"},
    {"parking-taipei-available", "tw-traffic/taipei_parking_allavailable_20221222.json"},
    {"roads-taipei", "tw-traffic/taipei_getvd_sections_2018.xml"},
    {"air-moenv", "air/moenv_aqx_p_432_20230208.json"},
    {"rain-cwa", "cwa/O-A0002-001_20220310_cwbopendata.json"},
    {"rain-taipei", "cwa/taipei_wic_rain_20220427_excerpt.json", false},
    {"quakes-cwa", "cwa/E-A0015-001_2025.json"},
    {"covid-cases", "crowd/tw_cdc_confirm_19CoV_2022.json"},
    // Its one recorded message speaks of another city.
    {"alerts-ncdr", "cap/ncdr_atom_index_20261004_excerpt.atom", false},
};

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) qFatal("cannot read %s", qPrintable(path));
    return file.readAll();
}

void writeTo(const QString& path, const QByteArray& content)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) qFatal("cannot write %s", qPrintable(path));
    file.write(content);
}

} // namespace

/// The Taipei pack as it is, its addresses alone replaced, fed with what the publishers really sent by a real web
/// server: every feed's facts reach the map, and every dashboard leads down to the chart of one place.
class ServedCityTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    Nginx m_server;
    QString m_resources = qEnvironmentVariable("CITYOPS_RESOURCES");
    std::shared_ptr<const app::Pack> m_pack;
    int m_stores = 0;

    /// A copy of the pack whose feeds are served by this machine.
    QString servedPack()
    {
        static const QRegularExpression address(QStringLiteral("url: \"[^\"]*\""));
        const QString from = m_resources + QStringLiteral("/packs/taipei"), to = m_folder.filePath(QStringLiteral("taipei"));
        for (QDirIterator files(from, QDir::Files, QDirIterator::Subdirectories); files.hasNext();) {
            const QString file = files.next();
            QByteArray content = contentOf(file);
            if (file.contains(QLatin1String("/feeds/"))) {
                const QUrl served = m_server.url(QFileInfo(file).completeBaseName());
                content = QString::fromUtf8(content).replace(address, QStringLiteral("url: \"%1\"").arg(served.toString())).toUtf8();
            }
            writeTo(to + file.mid(from.size()), content);
        }
        return to;
    }

    void serve(const Recorded& one)
    {
        QByteArray content = contentOf(recordedFeeds() + QLatin1Char('/') + QLatin1String(one.file));
        // The messages of the index are served here too, each of them the one that was recorded.
        static const QRegularExpression message(QStringLiteral("href=\"https://[^\"]*/([^/\"]*\\.cap)\""));
        if (QString::fromLatin1(one.file).endsWith(u".atom")) {
            content = QString::fromUtf8(content).replace(message, QStringLiteral("href=\"%1\\1\"").arg(m_server.url({}).toString())).toUtf8();
            for (auto links = QRegularExpression(QStringLiteral("/([^/\"]*\\.cap)\"")).globalMatch(QString::fromUtf8(content)); links.hasNext();)
                m_server.write(links.next().captured(1), contentOf(recordedFeeds() + QStringLiteral("/cap/tw_dgpa_workschoolclose_20260822.cap")));
        }
        m_server.write(QString::fromLatin1(one.feed), content);
    }

    /// The city as it was at a moment, all feeds answered or failed.
    struct Served {
        std::unique_ptr<Session> session;
        std::shared_ptr<const DashboardPicture> picture;
    };
    void open(Served& served, const QString& at)
    {
        RunOptions options;
        options.pack = m_pack->folder;
        options.at = city::fromIso(at);
        options.speed = 0;
        options.store = m_folder.filePath(QStringLiteral("history%1.sqlite").arg(m_stores++));
        served.session = std::make_unique<Session>(m_pack, options);
        connect(served.session.get(), &Session::pictureReady, this,
                [&served](std::shared_ptr<const DashboardPicture> picture) { served.picture = std::move(picture); });
        served.session->start(app::CityRun::Pace::Once);
        QTRY_VERIFY_WITH_TIMEOUT(served.session->isComplete(), 60'000);
    }

    static void look(Served& served, const city::Focus& focus)
    {
        served.session->go(focus);
        QTRY_VERIFY_WITH_TIMEOUT(served.session->isComplete(), 20'000);
    }

    static QSet<city::PlaceId> drawn(const DashboardPicture& picture)
    {
        QSet<city::PlaceId> found;
        for (const auto& layer : picture.scene->layers) {
            const auto take = [&](const auto& drawables) {
                for (const auto& one : drawables) {
                    if (one.ref < 0) continue;
                    const map::Ref& ref = layer->refs[static_cast<std::size_t>(one.ref)];
                    found.insert({ref.kind, ref.id});
                }
            };
            take(layer->marks);
            take(layer->lines);
            take(layer->areas);
        }
        return found;
    }

    /// On all dashboards, with all their layers.
    QSet<city::PlaceId> drawnAnywhere(Served& served)
    {
        QSet<city::PlaceId> shown;
        for (const app::DashboardSpec& dashboard : m_pack->dashboards) {
            city::Focus focus;
            focus.dashboard = dashboard.id;
            look(served, focus);
            for (const app::MapLayerSpec& layer : dashboard.map)
                served.session->showLayer(dashboard.id + QLatin1Char('/') + layer.layer);
            if (!QTest::qWaitFor([&] { return served.session->isComplete(); }, 20'000)) qFatal("the map is never complete");
            shown.unite(drawn(*served.picture));
        }
        return shown;
    }

private Q_SLOTS:
    void initTestCase()
    {
        NEED_RECORDED_FEEDS();
        NEED_NGINX();
        QStandardPaths::setTestModeEnabled(true);
        for (const Recorded& one : recorded)
            serve(one);
        QVERIFY(m_server.start());
        const app::PackReading reading = app::readPack(servedPack(), m_resources);
        for (const city::Problem& problem : reading.problems)
            qInfo() << problem.toString();
        QVERIFY(reading.pack);
        m_pack = reading.pack;
    }

    void everyFeedShowsItsFactsOnTheMap()
    {
        Served served;
        // An earthquake is drawn in its first days only; everything else once it was measured.
        open(served, QStringLiteral("2025-11-13T02:00:00Z"));
        QSet<city::PlaceId> shown = drawnAnywhere(served);
        open(served, QStringLiteral("2026-10-04T00:00:00Z"));
        shown.unite(drawnAnywhere(served));
        for (const Recorded& one : recorded) {
            const city::FeedPicture* feed = served.session->run().snapshot()->feed(QString::fromLatin1(one.feed));
            QVERIFY2(feed && !feed->state.failure, one.feed);
            QVERIFY2(!feed->observations.empty() || !feed->places.empty() || !feed->events.empty() || !feed->alerts.empty(), one.feed);
            if (!one.placed) continue;
            const auto isShown = [&shown](const city::PlaceId& id) { return shown.contains(id); };
            qsizetype seen = std::count_if(feed->places.begin(), feed->places.end(), [&](const auto& p) { return isShown(p.id); });
            seen += std::count_if(feed->observations.begin(), feed->observations.end(), [&](const auto& o) {
                return isShown(o.place) || o.place.kind == QLatin1String("district");
            });
            seen += std::count_if(feed->events.begin(), feed->events.end(), [&](const auto& e) { return isShown({QStringLiteral("event"), e.id}); });
            QVERIFY2(seen > 0, one.feed);
        }
    }

    void aFeedWithoutAnAnswerSaysSo()
    {
        Served served;
        open(served, QStringLiteral("2026-10-04T00:00:00Z"));
        const city::FeedPicture* markets = served.session->run().snapshot()->feed(QStringLiteral("markets-taipei"));
        QVERIFY(markets && markets->state.failure);
        QVERIFY(markets->state.failure->toString().contains(QLatin1String("404")));
    }

    void everyDashboardLeadsToTheChartOfAPlace_data()
    {
        QTest::addColumn<QString>("dashboard");
        QTest::addColumn<QString>("at");
        QTest::addColumn<QString>("kind");
        // Each at a moment its payload speaks of.
        QTest::newRow("traffic") << "traffic" << "2025-02-13T11:30:00Z" << "bike-station";
        QTest::newRow("air quality") << "air-quality" << "2023-02-07T10:30:00Z" << "air-station";
        QTest::newRow("disaster alerts") << "disaster-alerts" << "2022-03-10T15:20:00Z" << "rain-gauge";
        QTest::newRow("crowd flow") << "crowd-flow" << "2025-02-13T11:30:00Z" << "bike-station";
    }

    void everyDashboardLeadsToTheChartOfAPlace()
    {
        QFETCH(const QString, dashboard);
        QFETCH(const QString, at);
        QFETCH(const QString, kind);
        Served served;
        open(served, at);
        const city::CitySnapshot& snapshot = *served.session->run().snapshot();
        const city::AreaTree& areas = *m_pack->areas;

        const city::Place* place = nullptr;
        for (const auto& [id, feed] : snapshot.feeds()) {
            for (const city::Place& one : feed->places) {
                const int area = one.id.kind == kind ? snapshot.areaOf(one.id) : -1;
                const bool now = feed->state.freshness(snapshot.at()) == city::Freshness::Fresh;
                if (!place && now && area >= 0 && areas.at(area).level == QLatin1String("village")) place = &one;
            }
        }
        QVERIFY2(place, "no place that speaks now lies in a village");

        city::Focus focus;
        focus.dashboard = dashboard;
        look(served, focus);
        const int village = snapshot.areaOf(place->id);
        std::size_t crumbs = served.picture->crumbs.size();
        for (const char* level : {"city", "district", "village"}) {
            focus.area = areas.at(areas.ancestor(village, QLatin1String(level))).code;
            look(served, focus);
            QCOMPARE(served.picture->crumbs.size(), ++crumbs);
            QCOMPARE(served.picture->crumbs.back().target.area, focus.area);
            QVERIFY(!served.picture->tiles.empty() && served.picture->fit);
        }
        focus.place = place->id;
        look(served, focus);
        QVERIFY(served.picture->place && served.picture->place->id == place->id);
        QVERIFY(!served.picture->place->values.empty());
        QVERIFY(!served.picture->charts.empty());
        const auto& series = served.picture->charts.front().series;
        QVERIFY(!series.empty() && !series.front().samples.empty());
    }
};

CITYOPS_TEST(QApplication, ServedCityTest)
#include "served_city_test.moc"
