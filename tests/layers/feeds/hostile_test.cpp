// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/layers/feeds/decoding.h"
#include "tests/support/test_main.h"

#include <random>

/// Whatever the bytes are: an answer, soon, and no crash. Nothing is asserted of the answer but that a cut
/// payload never says more than the whole one.
class HostileTest : public QObject {
    Q_OBJECT

    struct Sample {
        feeds::FeedSpec feed;
        QByteArray payload;
    };

    /// The formats with a mapping have a sample of their own here; the standards' are the golden payloads of
    /// `cityops decode`, several of a format that comes in several forms.
    static Sample sample(const QByteArray& name)
    {
        const QString golden = QStringLiteral(CITYOPS_TEST_DATA "/../../../app/commands/data/decode/") +
                               QString::fromLatin1(name);
        const QByteArray own("json csv xml geojson cap gbfs");
        if (!own.split(' ').contains(name))
            return {standardFeed(contentOf(golden + QStringLiteral(".format")).trimmed().constData()),
                    contentOf(golden + QStringLiteral(".payload"))};
        const bool standard = name == "cap" || name == "gbfs";
        feeds::FeedSpec feed = standard ? standardFeed(name.constData())
                                        : stationFeed(name.constData(), name == "xml" ? "Set/S" : "$[*]");
        if (name == "geojson") feed.mapping.place->lon = feed.mapping.place->lat = {};
        return {feed, contentOf(QStringLiteral(CITYOPS_TEST_DATA "/sample.") + QString::fromLatin1(name))};
    }

    static void formatRows()
    {
        QTest::addColumn<QByteArray>("format");
        for (const char* format : {"json",         "csv",
                                   "xml",          "geojson",
                                   "cap",          "gbfs",
                                   "schedule",     "transit",
                                   "sensors",      "features",
                                   "wfs",          "traffic-measured",
                                   "workzones",    "road-events",
                                   "closures",     "traffic-situation",
                                   "closures-xml", "road-events-xml",
                                   "jams",         "requests",
                                   "quakes",       "requests-xml",
                                   "quakes-text",  "quakeml",
                                   "disasters",    "intensity",
                                   "air",          "units"})
            QTest::newRow(format) << QByteArray(format);
    }

    /// Tables and messages without an end may be believed in part; others are whole or refused.
    static bool mayBeCut(const QByteArray& name)
    {
        return name == "csv" || name == "transit" || name == "quakes-text" || name == "units";
    }

private Q_SLOTS:
    void wholeSamples_data() { formatRows(); }
    void wholeSamples()
    {
        QFETCH(QByteArray, format);
        const Sample s = sample(format);
        const auto result = decoded(s.feed, s.payload);
        QVERIFY(result.ok());
        QVERIFY(result->factCount() > 0);
        QCOMPARE(problemsOf(*result), QString());
    }

    void cutAnywhere_data() { formatRows(); }
    void cutAnywhere()
    {
        QFETCH(QByteArray, format);
        const Sample s = sample(format);
        const int whole = decoded(s.feed, s.payload)->factCount();
        for (qsizetype length = 0; length < s.payload.size(); ++length) {
            const auto result = decoded(s.feed, s.payload.left(length));
            if (result.ok()) QVERIFY2(result->factCount() <= whole, qPrintable(QString::number(length)));
            // Only a table may be believed in part, and white space at the end is no part of anything.
            if (result.ok() && !mayBeCut(format))
                QVERIFY2(s.payload.mid(length).trimmed().isEmpty(), qPrintable(QString::number(length)));
        }
    }

    void everyByteChanged_data() { formatRows(); }
    void everyByteChanged()
    {
        QFETCH(QByteArray, format);
        const Sample s = sample(format);
        const int whole = decoded(s.feed, s.payload)->factCount();
        for (qsizetype where = 0; where < s.payload.size(); ++where) {
            for (const char change : {'\x01', '\x80', '\x02'}) {
                QByteArray payload = s.payload;
                payload[where] = static_cast<char>(payload[where] ^ change);
                const auto result = decoded(s.feed, payload);
                // A row may fall apart into two; nothing else becomes more by one wrong byte.
                if (result.ok())
                    QVERIFY2(result->factCount() <= whole + 1, qPrintable(QString::number(where)));
            }
        }
    }

    void bytesChanged_data() { formatRows(); }
    void bytesChanged()
    {
        QFETCH(QByteArray, format);
        const Sample s = sample(format);
        std::mt19937 random(20261001);
        const QByteArray nasty("\0\xff\xfe\"'<>&{}[],:;-\\/\n0", 20);
        for (int round = 0; round < 2000; ++round) {
            QByteArray payload = s.payload;
            for (int change = 0; change < 1 + round % 6; ++change) {
                const qsizetype where =
                    static_cast<qsizetype>(random() % static_cast<unsigned>(payload.size()));
                const unsigned kind = random() % 4;
                const char byte =
                    kind == 0 ? nasty[static_cast<qsizetype>(random() % 20)] : static_cast<char>(random());
                if (kind < 2) payload[where] = byte;
                if (kind == 2) payload.remove(where, 1 + random() % 20);
                if (kind == 3)
                    payload.insert(where, payload.mid(static_cast<qsizetype>(
                                                          random() % static_cast<unsigned>(payload.size())),
                                                      30));
                if (payload.isEmpty()) payload = s.payload;
            }
            const auto result = decoded(s.feed, payload);
            if (!result.ok()) QVERIFY(!result.problem().text.isEmpty());
        }
    }

    void nesting_data() { formatRows(); }
    void nesting()
    {
        QFETCH(QByteArray, format);
        const Sample s = sample(format);
        for (const QByteArray& part : {QByteArray("["), QByteArray("{\"a\":"), QByteArray("<a>"),
                                       QByteArray("\""), QByteArray("("), QByteArray("\n,")}) {
            const auto result = decoded(s.feed, part.repeated(5000000 / part.size()));
            QVERIFY2(!result.ok() || result->factCount() == 0, part.constData());
        }
    }

    void nestingThatCloses()
    {
        const QByteArray lists = QByteArray("[").repeated(100000) + QByteArray("]").repeated(100000);
        QVERIFY(!decoded(sample("json").feed, lists).ok());
        const QByteArray elements = QByteArray("<a>").repeated(100000) + QByteArray("</a>").repeated(100000);
        QVERIFY(!decoded(sample("xml").feed, elements).ok());
        QVERIFY(!decoded(sample("cap").feed, elements).ok());
        feeds::FeedSpec feed = sample("csv").feed;
        feed.mapping.place->geometry = named("bikes");
        const QByteArray wkt = QByteArray("GEOMETRYCOLLECTION(").repeated(10000);
        const auto result =
            decoded(feed, "id,lon,lat,time,bikes\nx,121.5,25,2026-10-01 08:00:00,\"" + wkt + "\"\n");
        QVERIFY(result.ok() && result->observations.empty());
    }

    void manyProblemsAreCountedAndTheFirstNamed()
    {
        QByteArray payload = "[";
        for (int i = 0; i < 5000; ++i)
            payload += json("{'id':'x") + QByteArray::number(i) +
                       json("','lon':1,'lat':2,'time':'2026-10-01 08:00:00','bikes':999},");
        payload.back() = ']';
        const auto result = decoded(sample("json").feed, payload);
        QVERIFY(result.ok());
        QCOMPARE(result->problemCount, 10000);
        QCOMPARE(result->problems.size(), std::size_t(1000));
    }
};

CITYOPS_TEST(QCoreApplication, HostileTest)
#include "hostile_test.moc"
