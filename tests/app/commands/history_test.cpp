// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/dataset.h"
#include "layers/history/history_store.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>

using namespace std::chrono_literals;

namespace {

const city::Instant begin = city::fromIso(u"2026-03-01T00:00:00Z").value();

city::Observation value(const char* place, const char* quantity, double number, city::Instant at,
                        city::Instant learned)
{
    return {{QStringLiteral("air-station"), QLatin1String(place)},
            QLatin1String(quantity),
            number,
            QStringLiteral("ug/m3"),
            at,
            learned};
}

} // namespace

/// `cityops query`, `import` and `backup` as an analyst uses them, and the file as other programs see it.
class HistoryCommandsTest : public QObject {
    Q_OBJECT

    struct Run {
        int status = -1;
        QByteArray out, complaint;
        QList<QByteArray> lines() const { return out.trimmed().split('\n'); }
    };
    static Run run(const QStringList& words)
    {
        QProcess process;
        process.start(QStringLiteral(CITYOPS_PROGRAM), words);
        process.closeWriteChannel();
        if (!process.waitForFinished(120'000)) return {};
        return {process.exitCode(), process.readAllStandardOutput().replace("\r\n", "\n"),
                process.readAllStandardError()};
    }
    QStringList query(const QStringList& words) const
    {
        return QStringList{QStringLiteral("query"),
                           QStringLiteral("--store"),
                           m_file,
                           QStringLiteral("--from"),
                           QStringLiteral("2026-03-01T08:00:00+08:00"),
                           QStringLiteral("--to"),
                           QStringLiteral("2026-03-01T10:00:00Z")} +
               words;
    }
    QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }

    /// The rows of one statement by another connection, cells joined by "|".
    QStringList ask(const QString& sql) const
    {
        QStringList rows;
        {
            QSqlDatabase other =
                QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("analyst"));
            other.setDatabaseName(m_file);
            QSqlQuery found(other.open() ? other : QSqlDatabase());
            if (!found.exec(sql)) rows << QStringLiteral("wrong: ") + sql;
            for (int columns = found.isSelect() ? 12 : 0; found.next();) {
                QStringList cells;
                for (int i = 0; i < columns && found.value(i).isValid(); ++i)
                    cells << found.value(i).toString();
                rows << cells.join(QLatin1Char('|'));
            }
        }
        QSqlDatabase::removeDatabase(QStringLiteral("analyst"));
        return rows;
    }

    QTemporaryDir m_folder;
    QString m_file = m_folder.filePath(QStringLiteral("city.gpkg"));

private Q_SLOTS:
    void initTestCase()
    {
        history::HistoryStore store(m_file);
        city::FeedPicture picture;
        picture.state.id = QStringLiteral("air");
        picture.places.push_back({{QStringLiteral("air-station"), QStringLiteral("1")},
                                  city::LocalText(QStringLiteral("大安, \"east\"")),
                                  city::LonLat{121.5, 25.03},
                                  {},
                                  {}});
        for (int i = 0; i < 60; ++i) {
            const city::Instant at = begin + i * 10min;
            picture.observations = {value("1", "pm2.5", i, at, at), value("2", "pm2.5", 100 + i, at, at)};
            QVERIFY(store.record(std::make_shared<const city::FeedPicture>(picture), picture.observations, at)
                        .result()
                        .ok());
        }
        // The third is corrected the next day.
        QCOMPARE(store.append(QStringLiteral("air"), {value("1", "pm2.5", 77, begin + 20min, begin + 24h)})
                     .result()
                     .value(),
                 1);
        QVERIFY(store.settled().result().ok());
        store.addNote({0, begin, {}, begin, QStringLiteral("陳"), QStringLiteral("pump off")})
            .waitForFinished();
    }

    void valuesOfOnePlace()
    {
        const Run all = run(query({QStringLiteral("--place"), QStringLiteral("air-station/1"),
                                   QStringLiteral("--quantity"), QStringLiteral("pm2.5")}));
        QCOMPARE(all.status, 0);
        QCOMPARE(all.lines().size(), 61);
        QCOMPARE(all.lines()[0], QByteArray("place_kind,place,name,lon,lat,quantity,observed_at,value,unit"));
        QCOMPARE(all.lines()[3],
                 QByteArray(
                     "air-station,1,\"大安, \"\"east\"\"\",121.5,25.03,pm2.5,2026-03-01T00:20:00Z,77,ug/m3"));
    }

    void asItWasKnownThen()
    {
        const Run then = run(query({QStringLiteral("--place"), QStringLiteral("air-station/1"),
                                    QStringLiteral("--as-of"), QStringLiteral("2026-03-01T12:00:00Z")}));
        QVERIFY(then.lines()[3].endsWith("2026-03-01T00:20:00Z,2,ug/m3"));
    }

    void sumsOfHours()
    {
        const Run hours = run(query({QStringLiteral("--step"), QStringLiteral("1 h")}));
        QCOMPARE(hours.status, 0);
        QCOMPARE(hours.lines().size(), 21); // ten hours of two stations
        QCOMPARE(hours.lines()[0],
                 QByteArray("place_kind,place,name,lon,lat,quantity,start,count,min,mean,max,last,unit"));
        QVERIFY(hours.lines()[2].endsWith("2026-03-01T01:00:00Z,6,6,8.5,11,11,ug/m3"));
        const Run largest = run(query({QStringLiteral("--step"), QStringLiteral("1 h"),
                                       QStringLiteral("--aggregate"), QStringLiteral("max")}));
        QVERIFY(largest.lines()[2].endsWith("2026-03-01T01:00:00Z,11,ug/m3"));
    }

    /// What is withheld on the screen is withheld in an export: said in a column of its own, no number, no row left out.
    void smallCountsOfPeopleAreWithheld()
    {
        const QString file = path("cases.gpkg");
        {
            history::HistoryStore store(file);
            std::vector<city::Observation> all;
            for (const double count : {20.0, 4.0, 0.0}) {
                const city::Instant at = begin + static_cast<int>(all.size()) * 1h;
                all.push_back({{QStringLiteral("district"), QStringLiteral("D1")}, QStringLiteral("cases.confirmed"), count, QStringLiteral("{case}"), at, at});
            }
            QVERIFY(store.append(QStringLiteral("cases"), std::move(all)).result().ok());
        }
        const QStringList words{QStringLiteral("query"), QStringLiteral("--store"), file, QStringLiteral("--from"), QStringLiteral("2026-03-01T00:00:00Z"),
                                QStringLiteral("--to"), QStringLiteral("2026-03-02T00:00:00Z")};
        const Run values = run(words);
        QCOMPARE(values.status, 0);
        QVERIFY(values.lines()[0].endsWith("value,unit,withheld"));
        QVERIFY(values.lines()[1].endsWith("T00:00:00Z,20,{case},"));
        QVERIFY(values.lines()[2].endsWith("T01:00:00Z,,{case},<11"));
        QVERIFY(values.lines()[3].endsWith("T02:00:00Z,0,{case},"));
        const Run day = run(words + QStringList{QStringLiteral("--step"), QStringLiteral("1 d")});
        QVERIFY(day.lines()[1].endsWith("T00:00:00Z,,,,,,{case},<11")); // minus the others it would tell the 4
    }

    void intoFiles()
    {
        for (const char* name : {"out.gpkg", "out.csv", "out.geojson"}) {
            const Run written = run(query({QStringLiteral("--out"), path(name)}));
            QVERIFY2(written.status == 0, written.complaint.constData());
            geo::OpenOptions options;
            options.crs = QStringLiteral("EPSG:4326");
            const auto table = geo::readLayer(path(name), options);
            QVERIFY2(table.ok(), table.ok() ? "" : qPrintable(table.problem().toString()));
            QCOMPARE(table->features.size(), 120u);
            QVERIFY(table->fieldIndex(QStringLiteral("value")) >= 0);
        }
    }

    void intoParquet()
    {
        const Run written = run(query({QStringLiteral("--out"), path("out.parquet")}));
        if (written.status != 0) {
            QVERIFY2(written.complaint.contains("GDAL"), written.complaint.constData());
            QSKIP("this GDAL cannot write Parquet");
        }
        const auto table = geo::readLayer(path("out.parquet"), {});
        QVERIFY2(table.ok(), table.ok() ? "" : qPrintable(table.problem().toString()));
        QCOMPARE(table->features.size(), 120u);
    }

    void byArea()
    {
        const QString pack = qEnvironmentVariable("CITYOPS_RESOURCES") + QStringLiteral("/packs/taipei");
        const Run inside =
            run(query({QStringLiteral("--pack"), pack, QStringLiteral("--area"), QStringLiteral("臺北市")}));
        QVERIFY2(inside.status == 0, inside.complaint.constData());
        QCOMPARE(inside.lines().size(), 61); // the other has no position
        QCOMPARE(run(query({QStringLiteral("--pack"), pack, QStringLiteral("--area"),
                            QStringLiteral("亞特蘭提斯")}))
                     .status,
                 1);
    }

    void wrongWordsAreNamed()
    {
        QCOMPARE(run({QStringLiteral("query"), QStringLiteral("--store"), m_file}).status, 2);
        QCOMPARE(run(query({QStringLiteral("--place"), QStringLiteral("1")})).status, 2);
        QCOMPARE(run(query({QStringLiteral("--aggregate"), QStringLiteral("max")})).status, 2);
        QCOMPARE(run(query({QStringLiteral("--step"), QStringLiteral("3 d")})).status, 2);
        QCOMPARE(run(query({QStringLiteral("--area"), QStringLiteral("x")})).status, 2);
        const Run none = run(query({QStringLiteral("--quantity"), QStringLiteral("noise")}));
        QCOMPARE(none.status, 1);
        QVERIFY(!none.complaint.isEmpty());
        QCOMPARE(run({QStringLiteral("backup"), QStringLiteral("--store"), path("none"),
                      QStringLiteral("--out"), path("x")})
                     .status,
                 1);
    }

    void seriesAreTakenIn()
    {
        QFile csv(path("old.csv"));
        QVERIFY(csv.open(QIODevice::WriteOnly));
        csv.write("\xef\xbb\xbfplace_kind,place,quantity,observed_at,value,unit,learned_at\r\n"
                  "air-station,9,pm2.5,2025-01-01T08:00:00+08:00,12.5,ug/m3,\r\n"
                  "air-station,9,pm2.5,2025-01-01T01:00:00Z,0.0135,mg/m3,2025-01-01T02:00:00Z\r\n"
                  "air-station,9,pm2.5,2025-01-01T02:00:00Z,,ug/m3,\r\n"
                  "air-station,9,pm2.5,2025-01-01 03:00,1,ug/m3,\r\n"
                  "air-station,9,pm2.5,2025-01-01T03:00:00Z,much,ug/m3,\r\n"
                  "air-station,9,nonsense,2025-01-01T03:00:00Z,1,,\r\n"
                  "air-station,9,pm2.5,2025-01-01T03:00:00Z,1,km/h,\r\n"
                  "air-station,9,pm2.5,2025-01-01T00:00:00Z,12.5,ug/m3,\r\n");
        csv.close();
        const QStringList words{QStringLiteral("import"), QStringLiteral("--store"), path("imported.gpkg"),
                                csv.fileName()};
        const Run first = run(words);
        QCOMPARE(first.status, 1); // some rows were refused
        QCOMPARE(first.out.trimmed(), QByteArray("8 rows read, 2 were news, 4 refused"));
        QVERIFY(first.complaint.contains("#4") && first.complaint.contains("nonsense") &&
                first.complaint.contains("km/h"));
        QCOMPARE(run(words).out.trimmed(), QByteArray("8 rows read, 0 were news, 4 refused"));
        history::HistoryStore store(path("imported.gpkg"));
        const auto series = store
                                .series({{QStringLiteral("air-station"), QStringLiteral("9")},
                                         QStringLiteral("pm2.5"),
                                         begin - 24h * 500,
                                         begin,
                                         {}})
                                .result();
        QCOMPARE(series->samples.size(), 2u);
        QCOMPARE(series->samples[0].value, 12.5);
        QCOMPARE(series->samples[1].value, 13.5);
    }

    void aCopyIsAHistory()
    {
        const Run copied = run({QStringLiteral("backup"), QStringLiteral("--store"), m_file,
                                QStringLiteral("--out"), path("copy.gpkg")});
        QVERIFY2(copied.status == 0, copied.complaint.constData());
        history::HistoryStore store(path("copy.gpkg"));
        QVERIFY(store.opened().result().ok());
        QCOMPARE(store.known().result()->size(), 2u);
    }

    void analystsAskTheViews()
    {
        QCOMPARE(ask(QStringLiteral("SELECT count(*) FROM told")), QStringList{QStringLiteral("121")});
        QCOMPARE(ask(QStringLiteral("SELECT value, learned_at FROM observation WHERE place_kind = "
                                    "'air-station' AND place = '1' AND quantity = 'pm2.5' "
                                    "AND observed_at = '2026-03-01T00:20:00.000Z' ORDER BY learned_at")),
                 (QStringList{QStringLiteral("2.0|2026-03-01T00:20:00.000Z"),
                              QStringLiteral("77.0|2026-03-02T00:00:00.000Z")})
                     .replaceInStrings(QStringLiteral(".0|"), QStringLiteral("|")));
        QCOMPARE(ask(QStringLiteral(
                     "SELECT count FROM hourly WHERE place = '2' AND start = '2026-03-01T01:00:00Z'")),
                 QStringList{QStringLiteral("6")});
        QCOMPARE(ask(QStringLiteral("SELECT author, text FROM notes")),
                 QStringList{QStringLiteral("陳|pump off")});
        QCOMPARE(ask(QStringLiteral("SELECT count(*) FROM alert")), QStringList{QStringLiteral("0")});
    }

    /// QGIS itself, while a program goes on writing.
    void qgisShowsPlacesWithTheirNewestValues()
    {
        const QString script = QStringLiteral(CITYOPS_SUPPORT "/qgis_store.py");
        QString python;
        for (const QString& one : {QStringLiteral("/usr/bin/python3"), QStringLiteral("python3")})
            if (python.isEmpty() && QProcess::execute(QStringLiteral("sh"), {QStringLiteral("-c"), one + QStringLiteral(" -c 'import qgis.core' 2>/dev/null")}) == 0)
                python = one;
        if (python.isEmpty()) QSKIP("QGIS for Python (python3-qgis) is not installed");
        QVERIFY(QFile::copy(m_file, path("seen.gpkg")));
        history::HistoryStore store(path("seen.gpkg"));
        QVERIFY(store.append(QStringLiteral("air"), {value("1", "pm10", 41, begin, begin)}).result().ok());
        QProcess qgis;
        qgis.start(python, {script, path("seen.gpkg"), path("qgis.png")});
        QVERIFY(qgis.waitForFinished(120'000));
        const QByteArray said = qgis.readAllStandardOutput();
        QVERIFY2(qgis.exitCode() == 0, qgis.readAllStandardError().constData());
        QVERIFY2(said.contains("1 pm2.5 59.0 ug/m3 121.5000,25.0300\n"), said.constData());
        QVERIFY2(said.contains("2 pm2.5 159.0 ug/m3 nowhere\n"), said.constData());
        QVERIFY2(said.contains("places 2 EPSG:4326\n"), said.constData());
        const int painted = said.mid(said.indexOf("painted ") + 8).trimmed().toInt();
        QVERIFY2(painted > 50, said.constData()); // a symbol and its value
    }

    /// As other programs do: by GDAL, places with their newest values.
    void gisProgramsSeePlacesWithTheirNewestValues()
    {
        geo::OpenOptions options;
        options.layer = QStringLiteral("latest");
        const auto latest = geo::readLayer(m_file, options);
        QVERIFY2(latest.ok(), latest.ok() ? "" : qPrintable(latest.problem().toString()));
        QCOMPARE(latest->features.size(), 2u);
        const int place = latest->fieldIndex(QStringLiteral("place")),
                  number = latest->fieldIndex(QStringLiteral("value"));
        for (const geo::Feature& feature : latest->features) {
            const bool first = feature.values[place].toString() == QLatin1String("1");
            QCOMPARE(feature.values[number].toDouble(), first ? 59.0 : 159.0);
            QCOMPARE(feature.geometry.points.size(), first ? 1u : 0u);
            if (first) QCOMPARE(feature.geometry.points[0].lon, 121.5);
        }
    }
};

CITYOPS_TEST(QCoreApplication, HistoryCommandsTest)
#include "history_test.moc"
