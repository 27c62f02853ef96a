// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/layers/feeds/decoding.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QRegularExpression>
#include <QSet>
#include <cmath>
#include <random>
#include <zlib.h>

/// Whatever the bytes are: an answer, soon, and no crash; a cut payload never says more than the whole one,
/// and what is said is of the bytes that are there. By default every truncation, three changes of every byte
/// and some random ones are tried; with CITYOPS_HOSTILE=all all 255 changes of every byte of the golden
/// payloads and 2,000 random ones of each recorded one.
class HostileTest : public QObject {
    Q_OBJECT

    struct Sample {
        feeds::FeedSpec feed;
        QByteArray payload;
    };

    static bool isWholeSet() { return qgetenv("CITYOPS_HOSTILE") == "all"; }

    /// The longest run of plain letters and digits of an id; what a reader puts around it or between its
    /// parts is not of the payload.
    static QByteArray core(const QString& id)
    {
        static const QRegularExpression other(QStringLiteral("[^A-Za-z0-9]+"));
        QString longest;
        for (const QString& part : id.split(other))
            if (part.size() > longest.size()) longest = part;
        return longest.toLatin1();
    }
    /// Of an id made of a word and a number ("EQ1470644"): the number.
    static QByteArray digits(const QString& id)
    {
        static const QRegularExpression form(QStringLiteral("[0-9]+$"));
        const QString found = form.match(id).captured();
        return found.isEmpty() ? QByteArray("\0no digits", 10) : found.toLatin1();
    }
    /// "E11" of type "E1" and number "1", as GDACS makes its ids: two letters, then the number.
    static bool isJoined(const QString& id, const QByteArray& payload)
    {
        return id.size() > 2 && payload.contains("gdacs:") && payload.contains(id.left(2).toUtf8()) &&
               payload.contains(id.mid(2).toUtf8());
    }
    /// 100 of a number written as 1e2.
    static bool isNumber(const QString& id, const QByteArray& payload)
    {
        static const QRegularExpression form(QStringLiteral("[0-9]+[eE][0-9]+"));
        auto found = form.globalMatch(QString::fromLatin1(payload));
        while (found.hasNext())
            if (found.next().captured().toDouble() == id.toDouble()) return true;
        return false;
    }
    static QStringList idsOf(const feeds::Decoded& decoded)
    {
        QStringList ids;
        for (const city::Place& one : decoded.places)
            ids << one.id.id;
        for (const city::Observation& one : decoded.observations)
            ids << one.place.id;
        for (const city::Event& one : decoded.events)
            ids << one.id;
        for (const city::Vehicle& one : decoded.vehicles)
            ids << one.id;
        for (const city::Alert& one : decoded.alerts)
            ids << one.identifier;
        return ids;
    }
    /// An id that is said of neither these bytes nor the sample's; positions and numbers that cannot be.
    static QString madeUp(const feeds::Decoded& decoded, const QByteArray& payload,
                          const QSet<QString>& known)
    {
        for (const QString& id : idsOf(decoded))
            if (!known.contains(id) && !payload.contains(core(id)) && !payload.contains(digits(id)) && !isJoined(id, payload) &&
                !isNumber(id, payload))
                return id;
        for (const city::Place& one : decoded.places)
            if (one.at && !(std::abs(one.at->lon) <= 180 && std::abs(one.at->lat) <= 90)) return one.id.id;
        for (const city::Vehicle& one : decoded.vehicles)
            if (!(std::abs(one.at.lon) <= 180 && std::abs(one.at.lat) <= 90)) return one.id;
        for (const city::Observation& one : decoded.observations)
            if (!std::isfinite(one.value) || one.observedAt > at("2026-11-02T00:00:00Z")) return one.place.id;
        return {};
    }
    /// Packed bytes do not show what they hold.
    static bool isPlain(const QByteArray& payload) { return !payload.startsWith("PK"); }

    /// As gzip packs it.
    static QByteArray packed(const QByteArray& plain)
    {
        z_stream stream{};
        deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
        QByteArray to(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(plain.size()))), '\0');
        stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(plain.constData()));
        stream.avail_in = static_cast<uInt>(plain.size());
        stream.next_out = reinterpret_cast<Bytef*>(to.data());
        stream.avail_out = static_cast<uInt>(to.size());
        deflate(&stream, Z_FINISH);
        to.resize(static_cast<qsizetype>(stream.total_out));
        deflateEnd(&stream);
        return to;
    }

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
        for (const char* format : {"json", "csv", "xml", "geojson", "cap", "gbfs"})
            QTest::newRow(format) << QByteArray(format);
        const QDir folder(QStringLiteral(CITYOPS_TEST_DATA "/../../../app/commands/data/decode"));
        for (const QString& file : folder.entryList({QStringLiteral("*.format")}))
            QTest::newRow(qPrintable(file)) << file.section(QLatin1Char('.'), 0, 0).toLatin1();
    }

    static std::vector<std::pair<const char*, const char*>> recordedPatterns()
    {
        return {{"cap", "cap/*"},
                {"gbfs", "gbfs/*"},
                {"gtfs", "gtfs/*.zip"},
                {"gtfs-rt", "gtfs-rt/*.pb"},
                {"datex2", "other-traffic/*datex*"},
                {"datex2", "other-traffic/ndw_*"},
                {"wzdx", "other-traffic/wzdx*"},
                {"open511", "other-traffic/*open511*"},
                {"waze", "other-traffic/waze*"},
                {"ogc-features", "other-traffic/fi_traffic*"},
                {"sensorthings", "air/sta_*"},
                {"openaq", "air/openaq*"},
                {"quakes", "disaster/usgs*"},
                {"gdacs", "disaster/gdacs*"},
                {"jma", "disaster/jma*"}};
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
        const auto original = decoded(s.feed, s.payload);
        const int whole = original->factCount();
        const QStringList ids = idsOf(*original);
        QSet<QString> known(ids.cbegin(), ids.cend());
        known.insert(s.feed.id); // of observations and units that name nobody
        for (int zone = 1; zone < 10 && format == "geofences"; ++zone)
            known.insert(QString::number(zone)); // by its place in the list: zones have no id
        for (qsizetype where = 0; where < s.payload.size(); ++where) {
            for (int change = 1; change < 256; ++change) {
                if (!isWholeSet() && change != 1 && change != 2 && change != 0x80) continue;
                QByteArray payload = s.payload;
                payload[where] = static_cast<char>(payload[where] ^ change);
                const auto result = decoded(s.feed, payload);
                const QString wrong =
                    result.ok() && isPlain(payload) ? madeUp(*result, payload, known) : QString();
                QVERIFY2(wrong.isEmpty(),
                         qPrintable(QStringLiteral("%1 ^ %2: %3").arg(where).arg(change).arg(wrong)));
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

    void recordedBytesChanged_data()
    {
        QTest::addColumn<QByteArray>("format");
        QTest::addColumn<QString>("path");
        for (const auto& [format, pattern] : recordedPatterns()) {
            const QFileInfo wanted(recordedFeeds() + QLatin1Char('/') + QString::fromLatin1(pattern));
            for (const QFileInfo& file : wanted.dir().entryInfoList({wanted.fileName()}, QDir::Files))
                QTest::newRow(qPrintable(file.fileName())) << QByteArray(format) << file.filePath();
        }
        if (recordedFeeds().isEmpty()) QTest::newRow("none") << QByteArray() << QString();
    }
    /// Single bytes changed at random places of every recorded payload of a standard.
    void recordedBytesChanged()
    {
        NEED_RECORDED_FEEDS();
        QFETCH(QByteArray, format);
        QFETCH(QString, path);
        const feeds::FeedSpec feed = standardFeed(format.constData());
        const QByteArray whole = contentOf(path);
        std::mt19937 random(static_cast<unsigned>(whole.size()));
        const int rounds = isWholeSet() ? 2000 : whole.size() < 100'000 ? 12 : 2;
        for (int round = 0; round < rounds; ++round) {
            QByteArray payload = whole;
            const auto where = static_cast<qsizetype>(random() % static_cast<unsigned>(payload.size()));
            payload[where] = static_cast<char>(random());
            const auto result = decoded(feed, payload);
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

    /// Entities are not read at all, so that none can grow.
    void entityBombs()
    {
        const QByteArray bomb =
            "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">"
            "<!ENTITY c SYSTEM \"file:///etc/passwd\">]><alert>&b;&c;</alert>";
        for (const QString& format : feeds::knownFormats()) {
            feeds::FeedSpec feed = standardFeed(format.toLatin1().constData());
            if (format == QLatin1String("xml")) feed = sample("xml").feed;
            const auto result = decoded(feed, bomb);
            QVERIFY2(!result.ok() || result->factCount() == 0, qPrintable(format));
        }
    }

    /// What unpacks to more than the feed allows is given up at the limit, whatever the format.
    void packedBombs()
    {
        const QByteArray blanks = packed(QByteArray(30'000'000, ' '));
        QVERIFY(blanks.size() < 60'000);
        for (const QString& format : feeds::knownFormats()) {
            feeds::FeedSpec feed = standardFeed(format.toLatin1().constData());
            feed.request.maxBytes = 1'000'000;
            const auto result = decoded(feed, blanks);
            QVERIFY2(!result.ok(), qPrintable(format));
            const QString why = result.problem().toString();
            QVERIFY2(why.contains(QStringLiteral("1000000")), qPrintable(why));
            QVERIFY2(!decoded(feed, packed(blanks)).ok(), qPrintable(format)); // and packed twice
        }
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
