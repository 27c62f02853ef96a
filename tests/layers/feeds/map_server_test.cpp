// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/http_transport.h"
#include "layers/feeds/tile_store.h"
#include "layers/geo/placed_image.h"
#include "layers/geo/projection.h"
#include "tests/layers/feeds/decoding.h"
#include "tests/layers/feeds/map_server.h"
#include "tests/support/test_main.h"

#include <QFutureWatcher>
#include <QGuiApplication>
#include <QSignalSpy>
#include <cmath>

using feeds::TileSource;

namespace {

/// A square of about 2 km in Taipei and 25 points in it.
QByteArray places()
{
    QByteArray text = R"({"type":"FeatureCollection","features":[)";
    for (int i = 0; i < 25; ++i) {
        const double lon = 121.51 + 0.004 * (i % 5), lat = 25.02 + 0.004 * (i / 5);
        text +=
            (i > 0 ? "," : "") +
            QStringLiteral(
                R"({"type":"Feature","properties":{"station_id":"p%1","level":%2},"geometry":{"type":"Point","coordinates":[%3,%4]}})")
                .arg(i)
                .arg(i * 1.5)
                .arg(lon, 0, 'f', 6)
                .arg(lat, 0, 'f', 6)
                .toUtf8();
    }
    return text + "]}";
}

const char* const square =
    R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"n":1},"geometry":{"type":"Polygon",
"coordinates":[[[121.51,25.02],[121.53,25.02],[121.53,25.04],[121.51,25.04],[121.51,25.02]]]}}]})";

QByteArray mapFile()
{
    return R"(MAP
NAME "test" EXTENT 121.4 24.9 121.7 25.2 SIZE 256 256 IMAGECOLOR 255 255 255 MAXSIZE 1024
PROJECTION "init=epsg:4326" END
OUTPUTFORMAT NAME "png" DRIVER "AGG/PNG" MIMETYPE "image/png" IMAGEMODE RGBA TRANSPARENT ON EXTENSION "png" END
WEB METADATA
 "ows_title" "test" "ows_enable_request" "*" "ows_srs" "EPSG:3857 EPSG:3826 EPSG:4326"
 "wfs_getfeature_formatlist" "geojson,OGRGML"
END END
OUTPUTFORMAT NAME "geojson" DRIVER "OGR/GEOJSON" MIMETYPE "application/json; subtype=geojson" FORMATOPTION "STORAGE=stream" FORMATOPTION "FORM=SIMPLE" END
LAYER NAME "square" TYPE POLYGON STATUS ON CONNECTIONTYPE OGR CONNECTION "square.geojson"
 PROJECTION "init=epsg:4326" END METADATA "ows_title" "square" END
 CLASS STYLE COLOR 200 0 0 END END
END
LAYER NAME "places" TYPE POINT STATUS ON TEMPLATE "none" CONNECTIONTYPE OGR CONNECTION "places.geojson"
 PROJECTION "init=epsg:4326" END METADATA "ows_title" "places" "wms_include_items" "all" "gml_include_items" "all" "gml_featureid" "station_id" "wfs_use_default_extent_for_getfeature" "false" END
 CLASS STYLE COLOR 0 0 200 SIZE 4 END END
END
END
)";
}

} // namespace

/// Pictures and features of a real MapServer.
class MapServerTest : public QObject {
    Q_OBJECT

    const city::SystemClock m_clock;
    std::unique_ptr<MapServer> m_server;

    TileSource service(const char* layer, const char* crs, const char* version = "1.3.0") const
    {
        TileSource source;
        source.id = QString::fromLatin1(layer);
        source.address = m_server->url();
        source.service = TileSource::Service::Wms;
        source.layer = QString::fromLatin1(layer);
        source.crs = QString::fromLatin1(crs);
        source.version = QString::fromLatin1(version);
        return source;
    }

    /// What the service shows of an area around the square, as a picture of one pixel for 10 map metres.
    QImage drawn(const TileSource& source)
    {
        feeds::TileStore store({}, m_clock);
        std::optional<TileSource> complete;
        const bool known = QTest::qWaitFor(
            [&] { return (complete = store.complete(source)) || store.state(source.id).fault; }, 20'000);
        if (!known || !complete) {
            qInfo("%s", qPrintable(store.state(source.id).fault ? store.state(source.id).fault->toString()
                                                                : QStringLiteral("no answer")));
            return {};
        }
        const QRectF box(geo::toMercator({121.505, 25.015}), geo::toMercator({121.535, 25.045}));
        const QRectF inCrs = complete->grid->isOfMap() ? box : geo::boxInCrs(box, complete->grid->crs);
        const int level = complete->grid->levelFor(inCrs.width() / (box.width() / 10), 0, complete->maxZoom);
        const auto tiles = complete->grid->tilesIn(inCrs, level);
        store.want(*complete, tiles);
        if (!QTest::qWaitFor([&] { return !store.isBusy(); }, 60'000)) return {};
        if (const auto fault = store.state(source.id).fault) qInfo("%s", qPrintable(fault->toString()));
        QImage picture(QSizeF(box.size() / 10).toSize(), QImage::Format_RGB32);
        picture.fill(Qt::white);
        for (int y = 0; y < picture.height(); ++y)
            for (int x = 0; x < picture.width(); ++x)
                for (const auto& tile : tiles) {
                    const auto placed = store.ready(*complete, tile);
                    const QPointF at(box.left() + (x + 0.5) * 10, box.bottom() - (y + 0.5) * 10);
                    if (!placed || !placed->bounds.contains(at)) continue;
                    const double pixel = placed->bounds.width() / placed->image.width();
                    const QRgb colour = placed->image.pixel(
                        static_cast<int>((at.x() - placed->bounds.left()) / pixel),
                        std::min(placed->image.height() - 1,
                                 static_cast<int>((placed->bounds.bottom() - at.y()) / pixel)));
                    if (qAlpha(colour) > 127) picture.setPixel(x, y, colour);
                }
        return picture;
    }

    /// Whether a picture shows the square where it is, but for `most` pixels along its edge.
    static void squareIsThere(const QImage& picture, int most)
    {
        QVERIFY(!picture.isNull());
        const QRectF box(geo::toMercator({121.505, 25.015}), geo::toMercator({121.535, 25.045}));
        const QRectF inside(geo::toMercator({121.51, 25.02}), geo::toMercator({121.53, 25.04}));
        int wrong = 0;
        double count = 0;
        QPointF sum;
        for (int y = 0; y < picture.height(); ++y)
            for (int x = 0; x < picture.width(); ++x) {
                const QPointF at(box.left() + (x + 0.5) * 10, box.bottom() - (y + 0.5) * 10);
                const bool red = qGreen(picture.pixel(x, y)) < 128;
                wrong += red != inside.contains(at) ? 1 : 0;
                sum += red ? at : QPointF();
                count += red ? 1 : 0;
            }
        const QPointF off = sum / count - inside.center();
        // MapServer rounds the corners it draws to its pixels of 8 to 10 m, towards the north-west.
        QVERIFY2(std::hypot(off.x(), off.y()) < 13,
                 qPrintable(QStringLiteral("%1 m, %2 m off").arg(off.x()).arg(off.y())));
        QVERIFY2(wrong <= most, qPrintable(QStringLiteral("%1 pixels of %2 are wrong")
                                               .arg(wrong)
                                               .arg(picture.width() * picture.height())));
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString missing = MapServer::missing(); !missing.isEmpty()) QSKIP(qPrintable(missing));
        m_server = std::make_unique<MapServer>();
        m_server->write(QStringLiteral("places.geojson"), places());
        m_server->write(QStringLiteral("square.geojson"), square);
        QVERIFY(m_server->start(mapFile()));
    }
    void init()
    {
        if (!m_server) QSKIP("there is no MapServer here");
    }

    void wms_data()
    {
        QTest::addColumn<QByteArray>("crs");
        QTest::addColumn<QByteArray>("version");
        QTest::newRow("the map's") << QByteArray("EPSG:3857") << QByteArray("1.3.0");
        QTest::newRow("chosen") << QByteArray() << QByteArray("1.3.0");
        QTest::newRow("the city's, warped") << QByteArray("EPSG:3826") << QByteArray("1.3.0");
        QTest::newRow("latitudes first") << QByteArray("EPSG:4326") << QByteArray("1.3.0");
        QTest::newRow("1.1.1, longitudes first") << QByteArray("EPSG:4326") << QByteArray("1.1.1");
    }
    void wms()
    {
        QFETCH(QByteArray, crs);
        QFETCH(QByteArray, version);
        const QImage picture = drawn(service("square", crs.constData(), version.constData()));
        if (picture.isNull()) qInfo("%s", m_server->log().constData());
        squareIsThere(picture, 930); // a pixel along the edge of 222 x 245
    }

    void whatLiesAtAPlaceIsTold_data()
    {
        wms_data();
    }
    void whatLiesAtAPlaceIsTold()
    {
        QFETCH(QByteArray, crs);
        QFETCH(QByteArray, version);
        feeds::TileStore store({}, m_clock);
        const TileSource source = service("places", crs.constData(), version.constData());
        QTRY_VERIFY(store.complete(source));
        std::optional<QStringList> there, nothing;
        store.askAt(source, {121.514, 25.024}, 10, [&there](const QStringList& lines) { there = lines; });
        store.askAt(source, {121.512, 25.022}, 1, [&nothing](const QStringList& lines) { nothing = lines; });
        QTRY_VERIFY(there && nothing);
        QVERIFY2(there->contains(QStringLiteral("station_id: p6")), qPrintable(there->join(QLatin1Char('|')) + QString::fromUtf8(m_server->log())));
        QVERIFY2(nothing->isEmpty(), qPrintable(nothing->join(QLatin1Char('|'))));
    }

    void aLayerThatIsNotThereIsNamed()
    {
        feeds::TileStore store({}, m_clock);
        const TileSource source = service("nothing", "");
        (void)store.complete(source);
        QTRY_VERIFY(store.state(source.id).fault.has_value());
        QVERIFY(store.state(source.id).fault->toString().contains(QLatin1String("square, places")));
        // Asked for without looking at the description: what the server says is passed on.
        const TileSource blind = service("nothing", "EPSG:3857");
        store.want(*store.complete(blind), {{10, 857, 438}});
        QTRY_VERIFY(!store.isBusy());
        QVERIFY(store.state(blind.id).fault.has_value());
    }

    void wfsInPages()
    {
        feeds::HttpTransport transport(m_clock);
        QSet<QString> ids;
        for (const char* format : {"geojson", ""}) {
            ids.clear();
            for (int start = 0; start < 25; start += 10) {
                feeds::FetchRequest asked;
                asked.feed = QStringLiteral("places");
                asked.request.url =
                    QUrl(m_server->url() +
                         QStringLiteral("?SERVICE=WFS&VERSION=2.0.0&REQUEST=GetFeature&TYPENAMES=places&"
                                        "SRSNAME=urn:ogc:def:crs:EPSG::4326&COUNT=10&STARTINDEX=%1")
                             .arg(start) +
                         (*format ? QStringLiteral("&OUTPUTFORMAT=") + QLatin1String(format) : QString()));
                QFutureWatcher<feeds::FetchResponse> watcher;
                QSignalSpy finished(&watcher, &QFutureWatcherBase::finished);
                watcher.setFuture(transport.get(asked));
                if (!watcher.isFinished()) QVERIFY(finished.wait(30'000));
                const feeds::FetchResponse response = watcher.result();
                QVERIFY2(!response.failure, response.failure ? qPrintable(response.failure->toString()) : "");
                const auto facts = decoded(standardFeed("ogc-features"), response.body);
                QVERIFY2(facts.ok(), response.body.left(600).constData());
                QVERIFY2(facts->places.size() == (start < 20 ? 10U : 5U),
                         qPrintable(problemsOf(*facts) + QString::fromUtf8(response.body.left(600))));
                for (const city::Place& place : facts->places) {
                    ids.insert(place.id.id);
                    QVERIFY(place.at && place.at->lon > 121.5 && place.at->lon < 121.54 &&
                            place.at->lat > 25.01 && place.at->lat < 25.05);
                }
            }
            QCOMPARE(ids.size(), 25);
        }
    }
};

CITYOPS_TEST(QGuiApplication, MapServerTest)
#include "map_server_test.moc"
