// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/rows.h"
#include "layers/geo/write_features.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

/// Rows of attribute tables: from memory and from a file they must be the same.
class RowsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::shared_ptr<geo::FeatureTable> m_table = std::make_shared<geo::FeatureTable>();

    QString file(const QString& name) const { return m_folder.filePath(name); }
    std::unique_ptr<geo::RowSource> rows(bool fromFile) const
    {
        if (fromFile) return geo::fileRows(file(QStringLiteral("towns.geojson")), {});
        return geo::tableRows(m_table);
    }

    static std::vector<qint64> found(geo::RowSource& rows, const geo::RowQuery& query)
    {
        geo::ReadingProgress progress;
        const auto keys = rows.find(query, progress);
        return keys ? *keys : std::vector<qint64>{-1};
    }

    static geo::RowQuery query(const QString& filter, int sortField = -1, bool descending = false)
    {
        return {filter, sortField, descending, nullptr};
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_table->layer = QStringLiteral("towns");
        m_table->fields = QStringList{QStringLiteral("name"), QStringLiteral("people"), QStringLiteral("share")};
        const auto add = [this](qint64 id, const QString& name, QVariant people, QVariant share) {
            geo::Feature feature;
            feature.id = id;
            feature.geometry.points.push_back({121.5 + 0.01 * static_cast<double>(id), 25});
            feature.values = {name, std::move(people), std::move(share)};
            m_table->features.push_back(std::move(feature));
        };
        add(1, QStringLiteral("臺北"), 2500000LL, 0.5);
        add(2, QStringLiteral("Keelung"), 360000LL, 10.25);
        add(3, QStringLiteral("Yilan"), QVariant(), 9.5);
        add(4, QStringLiteral("taoyuan"), 2300000LL, QVariant());
        QVERIFY(!geo::writeFeatures(file(QStringLiteral("towns.geojson")), *m_table));
    }

    void filterAndOrder_data()
    {
        QTest::addColumn<bool>("fromFile");
        QTest::newRow("memory") << false;
        QTest::newRow("file") << true;
    }

    void filterAndOrder()
    {
        QFETCH(bool, fromFile);
        const auto source = rows(fromFile);
        const auto fields = source->fields();
        QVERIFY(fields.ok());
        QCOMPARE(fields->size(), std::size_t(3));
        QVERIFY(!(*fields)[0].numeric && (*fields)[1].numeric && (*fields)[2].numeric);
        using Keys = std::vector<qint64>;
        QCOMPARE(found(*source, query({})), (Keys{1, 2, 3, 4}));
        QCOMPARE(found(*source, query(QStringLiteral("people > 1000000"))), (Keys{1, 4}));
        QCOMPARE(found(*source, query(QStringLiteral("PEOPLE<=360000"))), (Keys{2}));
        QCOMPARE(found(*source, query(QStringLiteral("people ="))), (Keys{3}));
        QCOMPARE(found(*source, query(QStringLiteral("people != 360000"))), (Keys{1, 4}));
        QCOMPARE(found(*source, query(QStringLiteral("台北"))), (Keys{1}));
        QCOMPARE(found(*source, query(QStringLiteral("name ~ LUNG"))), (Keys{2}));
        QCOMPARE(found(*source, query(QStringLiteral("name = Yilan"))), (Keys{3}));
        QCOMPARE(found(*source, query(QStringLiteral("10.25"))), (Keys{2}));
        QCOMPARE(found(*source, query(QStringLiteral("nowhere"))), Keys{});
        // Numbers as numbers (9.5 before 10.25), no value last either way.
        QCOMPARE(found(*source, query({}, 2)), (Keys{1, 3, 2, 4}));
        QCOMPARE(found(*source, query({}, 2, true)), (Keys{2, 3, 1, 4}));
        QCOMPARE(found(*source, query({}, 0)), (Keys{2, 4, 3, 1}));
        geo::RowQuery within = query({}, 1, true);
        within.only = std::make_shared<const Keys>(Keys{2, 3, 4});
        QCOMPARE(found(*source, within), (Keys{4, 2, 3}));
        const auto read = source->read({4, 99, 1});
        QVERIFY(read.ok());
        QCOMPARE((*read)[0].value(0).toString(), QStringLiteral("taoyuan"));
        QVERIFY((*read)[1].isEmpty());
        QCOMPARE((*read)[2].value(1).toLongLong(), 2500000LL);
    }

    void aSearchGivenUpIsAProblem()
    {
        auto many = std::make_shared<geo::FeatureTable>(*m_table);
        while (many->features.size() < 600) {
            geo::Feature feature = m_table->features[many->features.size() % 4];
            feature.id = static_cast<qint64>(many->features.size()) + 1;
            many->features.push_back(std::move(feature));
        }
        QVERIFY(!geo::writeFeatures(file(QStringLiteral("many.geojson")), *many));
        const auto source = geo::fileRows(file(QStringLiteral("many.geojson")), {});
        geo::ReadingProgress progress;
        progress.cancelled = true;
        QVERIFY(!source->find({}, progress).ok());
        progress.cancelled = false;
        QCOMPARE(source->find({}, progress)->size(), std::size_t(600));
    }

    void aMissingFileIsAProblem()
    {
        const auto source = geo::fileRows(file(QStringLiteral("none.gpkg")), {});
        QVERIFY(!source->fields().ok());
    }

    void whatIsWrittenReadsBack()
    {
        const auto read = geo::readFeatures(file(QStringLiteral("towns.geojson")), {}, {4, 2});
        QVERIFY(read.ok());
        QCOMPARE(read->features.size(), std::size_t(2));
        QCOMPARE(read->features[0].id, 2);
        QCOMPARE(read->features[0].values.value(0).toString(), QStringLiteral("Keelung"));
        QVERIFY(std::abs(read->features[0].geometry.points.at(0).lon - 121.52) < 1e-9);
        QFile json(file(QStringLiteral("towns.geojson")));
        QVERIFY(json.open(QIODevice::ReadOnly));
        const QJsonObject whole = QJsonDocument::fromJson(json.readAll()).object();
        QCOMPARE(whole.value(QStringLiteral("features")).toArray().size(), 4);
        QVERIFY(!whole.contains(QStringLiteral("crs"))); // RFC 7946: always WGS 84
    }

    void csvHasAHeadAndItsGeometry()
    {
        QVERIFY(!geo::writeFeatures(file(QStringLiteral("towns.csv")), *m_table));
        QFile csv(file(QStringLiteral("towns.csv")));
        QVERIFY(csv.open(QIODevice::ReadOnly));
        const QStringList lines = QString::fromUtf8(csv.readAll()).split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 5);
        QVERIFY2(lines[0].contains(QStringLiteral("name,people,share")), qPrintable(lines[0]));
        QVERIFY2(lines[1].contains(QStringLiteral("臺北")) && lines[1].contains(QStringLiteral("POINT")), qPrintable(lines[1]));
    }

    void aFolderThatIsNotThereIsAProblemAndLeavesNothing()
    {
        const auto problem = geo::writeFeatures(file(QStringLiteral("no/such/folder.csv")), *m_table);
        QVERIFY(problem);
        QVERIFY(!QFile::exists(file(QStringLiteral("no"))));
    }
};

CITYOPS_TEST(QCoreApplication, RowsTest)
#include "rows_test.moc"
