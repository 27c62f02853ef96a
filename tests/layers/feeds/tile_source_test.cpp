// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/feature_info.h"
#include "layers/feeds/tile_source.h"
#include "tests/support/test_main.h"

#include <QUrlQuery>
#include <cmath>

using feeds::TileSource;

namespace {

const char* const wmts = R"(<?xml version="1.0"?>
<Capabilities xmlns="http://www.opengis.net/wmts/1.0" xmlns:ows="http://www.opengis.net/ows/1.1" version="1.0.0"><Contents>
<Layer><ows:Title>Streets</ows:Title><ows:Identifier>streets</ows:Identifier>
 <Style isDefault="true"><ows:Identifier>default</ows:Identifier></Style><Format>image/png</Format>
 <TileMatrixSetLink><TileMatrixSet>TWD97</TileMatrixSet></TileMatrixSetLink>
 <ResourceURL format="image/png" resourceType="tile" template="https://maps.example.tw/streets/{Style}/{TileMatrixSet}/{TileMatrix}/{TileRow}/{TileCol}.png"/></Layer>
<Layer><ows:Identifier>photo</ows:Identifier><Format>image/jpeg</Format><Style><ows:Identifier>d</ows:Identifier></Style>
 <TileMatrixSetLink><TileMatrixSet>TWD97</TileMatrixSet></TileMatrixSetLink><TileMatrixSetLink><TileMatrixSet>GoogleMapsCompatible</TileMatrixSet></TileMatrixSetLink></Layer>
<TileMatrixSet><ows:Identifier>TWD97</ows:Identifier><ows:SupportedCRS>urn:ogc:def:crs:EPSG::3826</ows:SupportedCRS>
 <TileMatrix><ows:Identifier>1</ows:Identifier><ScaleDenominator>500000</ScaleDenominator><TopLeftCorner>100000 2900000</TopLeftCorner>
  <TileWidth>256</TileWidth><TileHeight>256</TileHeight><MatrixWidth>20</MatrixWidth><MatrixHeight>24</MatrixHeight></TileMatrix>
 <TileMatrix><ows:Identifier>0</ows:Identifier><ScaleDenominator>1000000</ScaleDenominator><TopLeftCorner>100000 2900000</TopLeftCorner>
  <TileWidth>256</TileWidth><TileHeight>256</TileHeight><MatrixWidth>10</MatrixWidth><MatrixHeight>12</MatrixHeight></TileMatrix></TileMatrixSet>
<TileMatrixSet><ows:Identifier>GoogleMapsCompatible</ows:Identifier><ows:SupportedCRS>urn:ogc:def:crs:EPSG::3857</ows:SupportedCRS>
 <TileMatrix><ows:Identifier>0</ows:Identifier><ScaleDenominator>559082264.0287178</ScaleDenominator><TopLeftCorner>-20037508.3427892 20037508.3427892</TopLeftCorner>
  <TileWidth>256</TileWidth><TileHeight>256</TileHeight><MatrixWidth>1</MatrixWidth><MatrixHeight>1</MatrixHeight></TileMatrix></TileMatrixSet>
</Contents></Capabilities>)";

const char* const wms111 = R"(<?xml version="1.0"?>
<!DOCTYPE WMT_MS_Capabilities SYSTEM "http://schemas.example.net/wms.dtd" [ <!ELEMENT VendorSpecificCapabilities EMPTY> ]>
<WMT_MS_Capabilities version="1.1.1"><Capability><Layer><SRS>EPSG:3826 EPSG:4326</SRS>
<LatLonBoundingBox minx="121.4" miny="24.9" maxx="121.7" maxy="25.2"/>
<Layer><Name>flood</Name><Title>Flood</Title></Layer></Layer></Capability></WMT_MS_Capabilities>)";

const char* const wms130 = R"(<?xml version="1.0"?>
<WMS_Capabilities version="1.3.0" xmlns="http://www.opengis.net/wms"><Capability><Layer><CRS>EPSG:4326</CRS>
<EX_GeographicBoundingBox><westBoundLongitude>121.4</westBoundLongitude><eastBoundLongitude>121.7</eastBoundLongitude>
<southBoundLatitude>24.9</southBoundLatitude><northBoundLatitude>25.2</northBoundLatitude></EX_GeographicBoundingBox>
<Layer><Name>flood</Name></Layer><Layer><Name>web</Name><CRS>EPSG:3857</CRS></Layer></Layer></Capability></WMS_Capabilities>)";

TileSource service(TileSource::Service kind, const char* layer)
{
    TileSource source;
    source.id = QStringLiteral("s");
    source.address = QStringLiteral("https://maps.example.tw/ows");
    source.service = kind;
    source.layer = QString::fromLatin1(layer);
    return source;
}

} // namespace

class TileSourceTest : public QObject {
    Q_OBJECT

    static QString addressOf(const char* address, feeds::TileId tile, int density = 1)
    {
        TileSource source;
        source.address = QString::fromLatin1(address);
        source.minZoom = 1;
        source.density = density;
        return feeds::tileUrl(source, tile).toString();
    }

private Q_SLOTS:
    void addresses()
    {
        QCOMPARE(addressOf("https://tile.tw/{z}/{x}/{y}.png", {3, 5, 2}),
                 QStringLiteral("https://tile.tw/3/5/2.png"));
        QCOMPARE(addressOf("https://tile.tw/{z}/{x}/{-y}.png", {3, 5, 2}),
                 QStringLiteral("https://tile.tw/3/5/5.png"));
        QCOMPARE(addressOf("https://tile.tw/{z}/{y}/{x}{r}.png", {3, 5, 2}),
                 QStringLiteral("https://tile.tw/3/2/5.png"));
        QCOMPARE(addressOf("https://tile.tw/{z}/{y}/{x}{r}.png", {3, 5, 2}, 2),
                 QStringLiteral("https://tile.tw/3/2/5@2x.png"));
        for (const feeds::TileId outside : {feeds::TileId{0, 0, 0}, feeds::TileId{20, 0, 0},
                                            feeds::TileId{3, 8, 0}, feeds::TileId{3, 0, -1}})
            QVERIFY(addressOf("https://tile.tw/{z}/{x}/{y}.png", outside).isEmpty());
        QVERIFY(addressOf("file:///{z}/{x}/{y}", {1, 0, 0}).isEmpty());
    }

    void wmtsByRestInTheCitysOwnSystem()
    {
        const auto source = feeds::completed(service(TileSource::Service::Wmts, "streets"), wmts);
        QVERIFY2(source.ok(), source.ok() ? "" : qPrintable(source.problem().toString()));
        QVERIFY(source->isComplete());
        QCOMPARE(source->grid->crs, QStringLiteral("EPSG:3826"));
        QCOMPARE(source->grid->levels.size(), 2U);
        QCOMPARE(source->grid->levels[0].unitsPerPixel, 280.0); // coarsest first, whatever the order
        QCOMPARE(feeds::tileUrl(*source, {1, 3, 2}).toString(),
                 QStringLiteral("https://maps.example.tw/streets/default/TWD97/1/2/3.png"));
        QCOMPARE(source->grid->bounds({0, 1, 0}).left(), 100'000 + 280.0 * 256);
    }

    void wmtsByQuestionsOnTheMapsGrid()
    {
        const auto source = feeds::completed(service(TileSource::Service::Wmts, "photo"), wmts);
        QVERIFY(source.ok());
        QVERIFY(source->grid->isOfMap()); // chosen before the other one
        const QString url = feeds::tileUrl(*source, {0, 0, 0}).toString();
        for (const char* part : {"REQUEST=GetTile", "LAYER=photo", "FORMAT=image/jpeg", "TILEMATRIX=0",
                                 "TILEROW=0", "TILEMATRIXSET=GoogleMapsCompatible"})
            QVERIFY2(url.contains(QLatin1String(part)), qPrintable(url));
        QVERIFY(std::abs(source->grid->bounds({0, 0, 0}).width() - 40075016.68) < 1);
    }

    // 1.3.0 names latitudes first in EPSG:4326, 1.1.1 never does.
    void axisOrderOfWms()
    {
        const auto box = [](const TileSource& source) {
            const QString url = feeds::tileUrl(source, {0, 0, 0}).toString();
            return url.section(QStringLiteral("BBOX="), 1)
                .section(QLatin1Char('&'), 0, 0)
                .split(QLatin1Char(','));
        };
        const auto modern = feeds::completed(service(TileSource::Service::Wms, "flood"), wms130);
        QVERIFY2(modern.ok(), modern.ok() ? "" : qPrintable(modern.problem().toString()));
        QVERIFY(box(*modern)[0].toDouble() < 90 && box(*modern)[1].toDouble() > 121);
        auto old = service(TileSource::Service::Wms, "flood");
        old.version = QStringLiteral("1.1.1");
        old.crs = QStringLiteral("EPSG:4326");
        const auto first = feeds::completed(old, wms111);
        QVERIFY2(first.ok(), first.ok() ? "" : qPrintable(first.problem().toString()));
        QVERIFY(box(*first)[0].toDouble() > 121 && box(*first)[1].toDouble() < 90);
        QVERIFY(feeds::tileUrl(*first, {0, 0, 0}).toString().contains(QLatin1String("SRS=EPSG:4326")));
        const auto web = feeds::completed(service(TileSource::Service::Wms, "web"), wms130);
        QVERIFY(web.ok() && web->grid->isOfMap());
        QCOMPARE(web->atDensity(2).density, 2);
        QVERIFY(feeds::tileUrl(web->atDensity(2), {3, 1, 1}).toString().contains(QLatin1String("WIDTH=512")));
    }

    void theQuestionWhatLiesAtAPlace()
    {
        const auto modern = feeds::completed(service(TileSource::Service::Wms, "flood"), wms130);
        QVERIFY(modern.ok());
        const QUrlQuery query(feeds::featureInfoUrl(*modern, {{121.5, 25.04}, 0.0001}, QStringLiteral("text/plain")));
        const auto is = [&query](const char* name, const char* value) {
            return query.queryItemValue(QLatin1String(name)) == QLatin1String(value);
        };
        QVERIFY(is("REQUEST", "GetFeatureInfo") && is("QUERY_LAYERS", "flood") && is("WIDTH", "101") && is("I", "50") && is("J", "50"));
        const QStringList box = query.queryItemValue(QStringLiteral("BBOX")).split(QLatin1Char(','));
        QVERIFY(std::abs((box[0].toDouble() + box[2].toDouble()) / 2 - 25.04) < 1e-9); // latitudes first
        QVERIFY(std::abs(box[3].toDouble() - box[1].toDouble() - 101 * 0.0001) < 1e-9);
    }

    void answersToItAreUnderstood_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QStringList>("lines");
        QTest::newRow("MapServer") << QByteArray("GetFeatureInfo results:\n\nLayer 'a'\n  Feature 1: \n    name = '<b>x</b>'\n    depth = '0.5'\n")
                                   << QStringList{QStringLiteral("name: <b>x</b>"), QStringLiteral("depth: 0.5")};
        QTest::newRow("GeoServer") << QByteArray("Results for FeatureType 'a':\n-----------\nname = 臺北\n-----------\n")
                                   << QStringList{QStringLiteral("name: 臺北")};
        QTest::newRow("GeoJSON") << QByteArray(R"({"type":"FeatureCollection","features":[{"properties":{"n":7,"name":"x","deep":{"a":1}}}]})")
                                 << QStringList{QStringLiteral("n: 7"), QStringLiteral("name: x")};
        QTest::newRow("nothing there") << QByteArray("GetFeatureInfo results:\n\n  Search returned no results.\n") << QStringList();
        QTest::newRow("a page") << QByteArray("<html><body class='x'>no</body></html>") << QStringList();
        QTest::newRow("no bytes") << QByteArray() << QStringList();
    }
    void answersToItAreUnderstood()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QStringList, lines);
        QCOMPARE(feeds::featureInfoLines(answer), lines);
    }

    void answersToItHaveAnEnd()
    {
        QByteArray answer;
        for (int i = 0; i < 5000; ++i)
            answer += "n" + QByteArray::number(i) + " = '" + QByteArray(2000, 'x') + "'\n";
        const QStringList lines = feeds::featureInfoLines(answer);
        QCOMPARE(lines.size(), 200);
        QVERIFY(lines.first().size() <= 300);
    }

    void whatIsNotThereIsNamed()
    {
        const auto none = feeds::completed(service(TileSource::Service::Wmts, "roads"), wmts);
        QVERIFY(!none.ok());
        QVERIFY(none.problem().toString().contains(QLatin1String("streets, photo")));
        auto set = service(TileSource::Service::Wmts, "streets");
        set.matrixSet = QStringLiteral("GoogleMapsCompatible");
        QVERIFY(!feeds::completed(set, wmts).ok());
        auto crs = service(TileSource::Service::Wms, "flood");
        crs.crs = QStringLiteral("EPSG:2193");
        QVERIFY(!feeds::completed(crs, wms130).ok());
        for (const QByteArray& bytes :
             {QByteArray("<html>"), QByteArray(), QByteArray("{}"), QByteArray(wmts).left(800)})
            QVERIFY(!feeds::completed(service(TileSource::Service::Wmts, "streets"), bytes).ok());
    }

    void recordedDescriptions_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("layer");
        QTest::addColumn<QByteArray>("expected"); // part of the address of a tile
        QTest::newRow("wmts_ign.xml")
            << 1 << QByteArray("ORTHOIMAGERY.ORTHOPHOTOS") << QByteArray("TILEMATRIXSET=PM&");
        QTest::newRow("wmts_eosdis_time_dimension.xml")
            << 1 << QByteArray("AIRS_CO_Total_Column_Day") << QByteArray("TILEMATRIXSET=EPSG4326_2km");
        QTest::newRow("wmts_ogcsample.xml")
            << 1 << QByteArray("BlueMarbleNextGeneration") << QByteArray("google3857");
        QTest::newRow("wms_brgm_130.xml") << 2 << QByteArray("GEOLOGIE") << QByteArray("LAYERS=GEOLOGIE");
    }
    void recordedDescriptions()
    {
        NEED_RECORDED_FEEDS();
        QFETCH(int, kind);
        QFETCH(QByteArray, layer);
        QFETCH(QByteArray, expected);
        QFile file(recordedFeeds() + QStringLiteral("/gis/") + QLatin1String(QTest::currentDataTag()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto source = feeds::completed(
            service(kind == 1 ? TileSource::Service::Wmts : TileSource::Service::Wms, layer.constData()),
            file.readAll());
        QVERIFY2(source.ok(), source.ok() ? "" : qPrintable(source.problem().toString()));
        const QUrl url = feeds::tileUrl(*source, {0, 0, 0});
        QVERIFY2(url.toString().contains(QLatin1String(expected)), qPrintable(url.toString()));
        QVERIFY2(!url.toString().contains(QLatin1Char('{')), qPrintable(url.toString()));
    }

    void everyTruncationIsRefusedOrHarmless()
    {
        const QByteArray all(wmts);
        for (qsizetype length = 0; length < all.size(); length += 7)
            (void)feeds::completed(service(TileSource::Service::Wmts, "streets"), all.left(length));
        QCOMPARE(feeds::serviceComplaint("<ServiceExceptionReport><ServiceException>msWMS: no\nsuch "
                                         "layer</ServiceException></ServiceExceptionReport>"),
                 QStringLiteral("msWMS: no such layer"));
        QVERIFY(feeds::serviceComplaint("<html><b>hi</b></html>").isEmpty());
    }
};

CITYOPS_TEST(QCoreApplication, TileSourceTest)
#include "tile_source_test.moc"
