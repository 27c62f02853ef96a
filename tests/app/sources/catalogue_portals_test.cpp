// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packs/portals_reader.h"
#include "app/shell/main_window.h"
#include "layers/feeds/lookup_transport.h"
#include "tests/layers/feeds/nginx.h"
#include "tests/support/test_main.h"

#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QUrlQuery>

using feeds::Portal;
using feeds::PortalKind;

namespace {

/// Answers in the shapes of the interfaces, written for this test.
const QByteArray ckan =
    R"({"success": true, "result": {"count": 1, "results": [{"id": "d1", "title": "Bikes <b>", "notes": "All stations",
  "organization": {"title": "City"}, "license_id": "CC-BY-4.0", "metadata_modified": "2026-10-01T10:00:00",
  "resources": [{"name": "Stations", "format": "CSV", "url": "https://a.example/s.csv", "size": 1200000},
                {"name": "Bad", "format": "CSV", "url": "ftp://a.example/s.csv"}]}]}})";
const QByteArray dcat =
    R"({"dataset": [{"identifier": "x", "title": "Trees", "description": "Of streets", "publisher": {"name": "Parks"}, "modified": "2026-01-02",
  "license": "https://creativecommons.org/publicdomain/zero/1.0/", "distribution": [{"title": "As CSV", "downloadURL": "https://a.example/trees.csv", "mediaType": "text/csv"}]},
  {"identifier": "y", "title": "Benches", "distribution": []}]})";
const QByteArray collections =
    R"({"collections": [{"id": "stations", "title": "Stations", "links": [{"rel": "items", "href": "/ogc/collections/stations/items?f=html"}]}]})";
const QByteArray stac =
    R"({"stac_version": "1.0.0", "collections": [{"stac_version": "1.0.0", "id": "c", "title": "Images", "license": "proprietary", "links": [{"rel": "items", "href": "c/items"}]}]})";
const QByteArray wfs =
    R"(<wfs:WFS_Capabilities xmlns:wfs="http://www.opengis.net/wfs/2.0" version="2.0.0"><FeatureTypeList>
  <FeatureType><Name>city:roads</Name><Title>Roads</Title></FeatureType></FeatureTypeList></wfs:WFS_Capabilities>)";
const QByteArray wmts =
    R"(<Capabilities xmlns="http://www.opengis.net/wmts/1.0" xmlns:ows="http://www.opengis.net/ows/1.1" version="1.0.0"><Contents>
  <Layer><ows:Title>Streets</ows:Title><ows:Identifier>EMAP</ows:Identifier></Layer></Contents></Capabilities>)";
const QByteArray taipeiPage =
    R"({"payload": {"title": "路燈", "resources": [{"rid": "0001", "name": "路燈清單", "file_name": "a.csv", "last_modified": "2026-05-01 00:00"},
  {"rid": "0002", "name": "v1.2 [old]", "file_name": "b.json"}]}})";

Portal portalOf(PortalKind kind, const char* url)
{
    Portal portal;
    portal.kind = kind;
    portal.url = QUrl(QLatin1String(url));
    return portal;
}

} // namespace

/// Catalogues of open data: what they list, and what becomes of a file that is picked.
class CataloguePortalsTest : public QObject {
    Q_OBJECT

    Nginx m_server{QStringLiteral(
        "location = /api/3/action/package_search { default_type application/json; alias www/ckan.json; }")};

private Q_SLOTS:
    void theListOfPortalsIsValid()
    {
        app::Problems problems;
        const auto portals = app::readPortals(qEnvironmentVariable("CITYOPS_RESOURCES"), problems);
        QVERIFY2(problems.empty(), problems.empty() ? "" : qPrintable(problems.front().toString()));
        QVERIFY(portals.size() >= 3);
        for (const Portal& portal : portals)
            QVERIFY(portal.url.scheme() == QLatin1String("https") &&
                    !portal.title.in(QStringLiteral("zh_TW")).isEmpty());
    }

    void eachInterfaceIsRead_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("url");
        const auto row = [](const char* name, PortalKind kind, const QByteArray& answer, const char* title,
                            const char* url) {
            QTest::newRow(name) << static_cast<int>(kind) << answer << QString::fromUtf8(title)
                                << QString::fromUtf8(url);
        };
        row("ckan", PortalKind::Ckan, ckan, "Bikes <b>", "https://a.example/s.csv");
        row("dcat", PortalKind::Dcat, dcat, "Trees", "https://a.example/trees.csv");
        row("ogc", PortalKind::OgcFeatures, collections, "Stations",
            "https://p.example/ogc/collections/stations/items?f=json&limit=1000");
        row("stac", PortalKind::Stac, stac, "Images", "https://p.example/c/items");
        row("wfs", PortalKind::OgcServices, wfs, "Roads",
            "https://p.example/"
            "ogc?service=WFS&version=2.0.0&request=GetFeature&typeNames=city:roads&srsName=EPSG:4326");
    }

    void eachInterfaceIsRead()
    {
        QFETCH(const int, kind);
        QFETCH(const QByteArray, answer);
        QFETCH(const QString, title);
        QFETCH(const QString, url);
        const Portal portal = portalOf(static_cast<PortalKind>(kind), "https://p.example/ogc");
        const auto datasets = feeds::readDatasets(portal, answer, {});
        QVERIFY(datasets && !datasets->empty());
        QCOMPARE(datasets->front().title, title);
        QCOMPARE(datasets->front().resources.size(), std::size_t(1)); // ftp is none.
        QCOMPARE(datasets->front().resources.front().request.url.toString(), url);
        QCOMPARE(static_cast<int>(feeds::recognisePortal(answer).value()), kind);
    }

    void tilesAreListedWithoutAnAddress()
    {
        const auto datasets =
            feeds::readDatasets(portalOf(PortalKind::OgcServices, "https://p.example/wmts"), wmts, {});
        QVERIFY(datasets && datasets->size() == 1);
        QCOMPARE(datasets->front().resources.front().format, QStringLiteral("WMTS"));
        QVERIFY(datasets->front().resources.front().request.url.isEmpty());
    }

    void listsAreSearchedHere()
    {
        const Portal portal = portalOf(PortalKind::Dcat, "https://p.example/data.json");
        QCOMPARE(feeds::readDatasets(portal, dcat, QStringLiteral("street"))->size(), std::size_t(1));
        QCOMPARE(feeds::readDatasets(portal, dcat, QStringLiteral("nothing"))->size(), std::size_t(0));
    }

    void badAnswersAreRefusedOrEmpty()
    {
        for (const PortalKind kind : {PortalKind::Ckan, PortalKind::Dcat, PortalKind::OgcFeatures,
                                      PortalKind::OgcServices, PortalKind::Stac, PortalKind::DataTaipei}) {
            for (const QByteArray& whole : {ckan, dcat, collections, stac, wfs, wmts, taipeiPage}) {
                for (qsizetype cut = 0; cut < whole.size(); cut += 7)
                    feeds::readDatasets(portalOf(kind, "https://p.example"), whole.left(cut),
                                        {}); // No crash.
            }
            QVERIFY(
                !feeds::readDatasets(portalOf(kind, "https://p.example"), "<html><body>no</body></html>", {})
                     .ok());
        }
    }

    void aPageOfTaipeiKeepsItsIdAndLooksTheFileUp()
    {
        const Portal portal = portalOf(PortalKind::DataTaipei, "https://data.taipei");
        const QString page =
            QStringLiteral("https://data.taipei/dataset/detail?id=2f238b4f-1b27-4085-93e9-d684ef0e2735");
        QVERIFY(feeds::searchUrl(portal, QStringLiteral("路燈")).isEmpty());
        QCOMPARE(QUrlQuery(feeds::searchUrl(portal, page)).queryItemValue(QStringLiteral("id")),
                 QStringLiteral("2f238b4f-1b27-4085-93e9-d684ef0e2735"));
        const auto datasets = feeds::readDatasets(portal, taipeiPage, page);
        QVERIFY(datasets && datasets->size() == 1);
        const auto& files = datasets->front().resources;
        QCOMPARE(files.size(), std::size_t(2));
        QVERIFY(files[0].request.lookup);
        // The file has been given another id since: the page tells which.
        QByteArray later = taipeiPage;
        later.replace("0001", "7777");
        QCOMPARE(QUrlQuery(*feeds::foundUrl(files[0].request, later)).queryItemValue(QStringLiteral("rid")),
                 QStringLiteral("7777"));
        QCOMPARE(QUrlQuery(*feeds::foundUrl(files[1].request, later)).queryItemValue(QStringLiteral("rid")),
                 QStringLiteral("0002"));
        QVERIFY(!feeds::foundUrl(files[0].request, "{\"payload\": {\"resources\": []}}").ok());
    }

    void aFileOfACatalogueBecomesASource()
    {
        NEED_NGINX();
        m_server.write(QStringLiteral("list.csv"), "id,name,lon,lat,time,aqi\nA,One,2.35,48.85,2026-10-01 "
                                                   "10:00:00,42\nB,Two,2.36,48.86,2026-10-01 10:00:00,43\n");
        QByteArray answer = ckan;
        answer.replace("https://a.example/s.csv", m_server.url(QStringLiteral("list.csv")).toEncoded());
        m_server.write(QStringLiteral("ckan.json"), answer);
        QVERIFY(m_server.start());
        app::Language language;
        app::RunOptions options;
        options.language = QStringLiteral("en");
        app::MainWindow window(qEnvironmentVariable("CITYOPS_RESOURCES"), options, language,
                               app::MainWindow::Memory::Plain);
        window.show();
        window.actions().ask(QStringLiteral("browse"));
        auto* catalogue = window.findChild<QDialog*>(QStringLiteral("catalogue"));
        QVERIFY(catalogue);
        catalogue->findChild<QComboBox*>(QStringLiteral("portal"))
            ->setCurrentText(m_server.url(QString()).toString());
        auto* kind = catalogue->findChild<QComboBox*>(QStringLiteral("portal-kind"));
        kind->setCurrentIndex(kind->findData(static_cast<int>(PortalKind::Ckan)));
        QTest::keyClicks(catalogue->findChild<QLineEdit*>(QStringLiteral("words")), QStringLiteral("bikes"));
        QTest::mouseClick(catalogue->findChild<QPushButton*>(QStringLiteral("look")), Qt::LeftButton);
        auto* list = catalogue->findChild<QTreeWidget*>(QStringLiteral("datasets"));
        QTRY_COMPARE_WITH_TIMEOUT(list->topLevelItemCount(), 1, 20'000);
        QCOMPARE(list->topLevelItem(0)->text(0), QStringLiteral("Bikes <b>"));
        list->setCurrentItem(list->topLevelItem(0)->child(0));
        QTest::mouseClick(catalogue->findChild<QPushButton*>(QStringLiteral("use")), Qt::LeftButton);
        // Without a city there is nothing to add to: one is begun, with this file as its first source.
        QTRY_VERIFY(window.findChild<QDialog*>(QStringLiteral("new-city")));
        QCOMPARE(window.findChild<QDialog*>(QStringLiteral("new-city"))
                     ->findChild<QLineEdit*>(QStringLiteral("first-source"))
                     ->text(),
                 m_server.url(QStringLiteral("list.csv")).toString());
    }
};

CITYOPS_TEST(QApplication, CataloguePortalsTest)
#include "catalogue_portals_test.moc"
