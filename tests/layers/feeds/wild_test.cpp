// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/layers/feeds/decoding.h"
#include "tests/support/test_main.h"

/// What publishers call JSON, CSV or a number and what is nearly that.
class WildTest : public QObject {
    Q_OBJECT

    static QByteArray station(const char* bikes = "12")
    {
        return "{\"id\":\"a\",\"lon\":121.5,\"lat\":25.0,\"time\":\"2026-10-01 08:00:00\",\"bikes\":" + QByteArray(bikes) + '}';
    }
    static QString read(const feeds::FeedSpec& feed, const QByteArray& payload)
    {
        const auto result = decoded(feed, payload);
        if (!result.ok()) return QStringLiteral("refused: ") + result.problem().toString();
        QStringList said;
        for (const city::Observation& one : result->observations)
            said << QStringLiteral("%1=%2").arg(one.place.id).arg(one.value);
        return said.join(u' ');
    }
    /// A zlib stream: Qt's has its length before it.
    static QByteArray packed(const QByteArray& plain) { return qCompress(plain).mid(4); }

private Q_SLOTS:
    void nearlyJson_data()
    {
        QTest::addColumn<QByteArray>("payload");
        const QByteArray list = '[' + station() + ']';
        QByteArray twice = list;
        QTest::newRow("byte order mark") << "\xEF\xBB\xBF" + list;
        QTest::newRow("a call") << "cb.x(" + list + ");";
        QTest::newRow("a comment and a call") << "/**/cb(" + list + ")";
        QTest::newRow("a guard") << ")]}'\n" + list;
        QTest::newRow("a loop before") << "for(;;);" + list;
        QTest::newRow("a variable") << "var stations = " + list + ";";
        QTest::newRow("xml behind") << list + "<?xml version=\"1.0\"?><soap:Envelope/>";
        QTest::newRow("within an element") << "<?xml version=\"1.0\"?><string xmlns=\"http://tempuri.org/\">" + QByteArray(list).replace('"', "&quot;") + "</string>";
        QTest::newRow("twice") << '"' + twice.replace('"', "\\\"") + '"';
        QTest::newRow("of Python") << QByteArray(list).replace('"', '\'').replace("'id'", "'x': None, 'y': True, 'id'");
        QTest::newRow("commas at the end") << '[' + QByteArray(station()).chopped(1) + ",},]";
        QTest::newRow("names without quotes") << QByteArray("[{id:'a',lon:121.5,lat:25.0,time:'2026-10-01 08:00:00',bikes:12}]");
        QTest::newRow("comments") << "// made today\n[" + station() + " /* the only one */]";
        QTest::newRow("undefined") << '[' + station().replace("\"id\"", "\"x\":undefined,\"id\"") + ']';
        QTest::newRow("leading zero") << '[' + station("012") + ']';
        QTest::newRow("plus") << '[' + station("+12") + ']';
        QTest::newRow("point at the end") << '[' + station("12.") + ']';
        QTest::newRow("exponent") << '[' + station("1.2e1") + ']';
        QTest::newRow("one instead of a list") << station();
    }
    void nearlyJson()
    {
        QFETCH(QByteArray, payload);
        QCOMPARE(read(stationFeed("json"), payload), QStringLiteral("a=12"));
    }

    void aDocumentALine()
    {
        const QByteArray other = station("7").replace("\"a\"", "\"b\"");
        for (const QByteArray& payload : {station() + '\n' + other, station() + "\r\n" + other + "\r\n\r\n", "\x1e" + station() + "\n\x1e" + other + '\n'})
            QCOMPARE(read(stationFeed("json"), payload), QStringLiteral("a=12 b=7"));
        const auto said = decoded(stationFeed("json"), station() + '\n' + other);
        QCOMPARE(problemsOf(*said), QString());
    }

    void whatIsCutOffIsRefused_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::newRow("a list") << '[' + station() + ',' + station().chopped(9);
        QTest::newRow("a line") << station() + '\n' + station().chopped(9);
        QTest::newRow("a list that was closed too early") << '[' + station() + "]," + station() + ']';
        QTest::newRow("more of it behind") << '{' + QByteArray("\"a\":1}") + "\"b\":" + station();
        QTest::newRow("words behind") << '[' + station() + "] and more";
    }
    void whatIsCutOffIsRefused()
    {
        QFETCH(QByteArray, payload);
        QVERIFY2(read(stationFeed("json"), payload).startsWith(QStringLiteral("refused")), payload.constData());
    }

    void numbers_data()
    {
        QTest::addColumn<QByteArray>("said");
        QTest::addColumn<QString>("read");
        const auto row = [](const char* said, const char* read) { QTest::newRow(said) << '"' + QByteArray(said) + '"' << QString::fromLatin1(read); };
        row("12,5", "a=12.5");
        row("0,5", "a=0.5");
        row("-0", "a=0");
        row("1.2E1", "a=12");
        row(" 12 ", "a=12");
        row("１２", "a=12");
        row("\xC2\xA0" "12", "a=12");
        row("0.1e+2", "a=10");
        row("12 bikes", "");
        row("1,2,3", "");
        row("0x1F", "");
        row("12-3", "");
        row("--", "");
        row("N/A", "");
        row("true", "");
    }
    void numbers()
    {
        QFETCH(QByteArray, said);
        QFETCH(QString, read);
        QCOMPARE(WildTest::read(stationFeed("json"), '[' + station(said) + ']'), read);
    }

    void groupedNumbers()
    {
        feeds::FeedSpec feed = stationFeed("json");
        feed.mapping.observe[0].most = 1e9;
        for (const char* said : {"1,234,567.5", "1.234.567,5", "1\xC2\xA0" "234\xC2\xA0" "567,5", "1\xE2\x80\xAF" "234\xE2\x80\xAF" "567.5"})
            QCOMPARE(read(feed, '[' + station('"' + QByteArray(said) + '"') + ']'), QStringLiteral("a=%1").arg(1234567.5));
    }

    void times_data()
    {
        QTest::addColumn<QByteArray>("said");
        QTest::addColumn<QString>("format");
        const auto row = [](const char* said, const char* format) { QTest::newRow(said) << QByteArray(said) << QString::fromLatin1(format); };
        row("2026-10-01T08:00:00", "iso8601"); // of the feed's zone
        row("2026-10-01T00:00:00.0000000Z", "iso8601");
        row("2026-10-01 08:00:00.000000+08:00", "iso8601");
        row("2026-10-01T08:00:00+0800", "iso8601");
        row("20261001T000000Z", "iso8601");
        row("20261001T080000+0800", "iso8601");
        row("2026-10-01T08:00:00+08:00[Asia/Taipei]", "iso8601");
        row("2026-10-01T00:00:00 UTC", "iso8601");
        row("1790812800", "unix-s");
        row("1790812800.0", "unix-s");
        row("1.7908128E9", "unix-s");
        row("1790812800000", "unix-ms");
        row("/Date(1790812800000)/", "unix-ms");
        row("/Date(1790812800000+0800)/", "unix-ms");
        row("/Date(1790812800000-0000)/", "iso8601");
        row("Thu, 01 Oct 2026 00:00:00 GMT", "rfc1123");
        row("Thu, 01 Oct 2026 08:00:00 +0800", "rfc1123");
    }
    void times()
    {
        QFETCH(QByteArray, said);
        QFETCH(QString, format);
        feeds::FeedSpec feed = stationFeed("json");
        feed.mapping.time->formats = QStringList{format};
        const auto result = decoded(feed, '[' + station().replace("2026-10-01 08:00:00", said) + ']');
        QVERIFY(result.ok());
        QVERIFY2(result->observations.size() == 1, qPrintable(problemsOf(*result)));
        QCOMPARE(city::toIso(result->observations[0].observedAt), QStringLiteral("2026-10-01T00:00:00Z"));
    }

    void tables_data()
    {
        QTest::addColumn<QByteArray>("payload");
        const QByteArray head = "id,lon,lat,time,bikes\n", row = "a,121.5,25.0,2026-10-01 08:00:00,12\n";
        QTest::newRow("plain") << head + row;
        QTest::newRow("byte order mark") << "\xEF\xBB\xBF" + head + row;
        QTest::newRow("mark within quotes") << "\xEF\xBB\xBF\"id\"" + head.mid(2) + row;
        QTest::newRow("semicolons") << QByteArray(head + row).replace(',', ';');
        QTest::newRow("tabs") << QByteArray(head + row).replace(',', '\t');
        QTest::newRow("bars") << QByteArray(head + row).replace(',', '|');
        QTest::newRow("semicolons and commas") << QByteArray("id;lon;lat;time;bikes\na;121,5;25,0;2026-10-01 08:00:00;12\n");
        QTest::newRow("the separator said") << "sep=;\r\n" + QByteArray(head + row).replace(',', ';');
        QTest::newRow("old line ends") << QByteArray(head + row).replace('\n', '\r');
        QTest::newRow("quoted") << QByteArray("\"id\",\"lon\",\"lat\",\"time\",\"bikes\"\r\n\"a\",\"121.5\",\"25.0\",\"2026-10-01 08:00:00\",\"12\"\r\n");
        QTest::newRow("blanks") << QByteArray(" id , lon , lat , time , bikes \n a , 121.5 , 25.0 , 2026-10-01 08:00:00 , 12 \n");
        QTest::newRow("empty lines") << "\n\n" + head + "\n" + row + "\n\n";
        QTest::newRow("more columns than titles") << head + row.chopped(1) + ",,\n";
        QTest::newRow("sixteen bits") << QByteArray::fromRawData(reinterpret_cast<const char*>(u"\uFEFFid,lon,lat,time,bikes\na,121.5,25.0,2026-10-01 08:00:00,12\n"), 118);
        QTest::newRow("zlib") << packed(head + row);
    }
    void tables()
    {
        QFETCH(QByteArray, payload);
        QCOMPARE(read(stationFeed("csv"), payload), QStringLiteral("a=12"));
    }

    void elements_data()
    {
        QTest::addColumn<QByteArray>("payload");
        const QByteArray body = "<S><id>a</id><lon>121.5</lon><lat>25.0</lat><time>2026-10-01 08:00:00</time><bikes>12</bikes></S>";
        QTest::newRow("plain") << "<Set>" + body + "</Set>";
        QTest::newRow("blanks before the declaration") << "\n <?xml version=\"1.0\"?><Set>" + body + "</Set>";
        QTest::newRow("namespaces") << "<n:Set xmlns:n=\"urn:a\">" + QByteArray(body).replace("<S>", "<n:S>").replace("</S>", "</n:S>") + "</n:Set>";
        QTest::newRow("an undeclared prefix") << "<n:Set>" + body + "</n:Set>";
        QTest::newRow("cdata") << "<Set>" + QByteArray(body).replace("<id>a</id>", "<id><![CDATA[a]]></id>") + "</Set>";
        QTest::newRow("comments") << "<!-- a --><Set>" + QByteArray(body).replace("<bikes>12", "<bikes><!-- b -->12") + "</Set>";
        QTest::newRow("a comma") << "<Set>" + QByteArray(body).replace("121.5", "121,5") + "</Set>";
        QTest::newRow("zlib") << packed("<Set>" + body + "</Set>");
    }
    void elements()
    {
        QFETCH(QByteArray, payload);
        QCOMPARE(read(stationFeed("xml", "Set/S"), payload), QStringLiteral("a=12"));
    }

    void nothingToTell()
    {
        feeds::FeedSpec feed = stationFeed("json");
        feed.mapping.none = QStringLiteral("open");
        QCOMPARE(read(feed, "{\"open\":\"nothing now\"}"), QString());
        QCOMPARE(read(feed, '[' + station() + ']'), QStringLiteral("a=12"));
    }

    void elsewhereIsLeftOutUnasked()
    {
        feeds::FeedSpec feed = stationFeed("json");
        feed.leaveOutside = true;
        const auto said = decoded(feed, '[' + station() + ',' + station("3").replace("121.5", "2.35").replace("\"a\"", "\"b\"") + ']');
        QVERIFY(said.ok());
        QCOMPARE(said->places.size(), std::size_t(1));
        QCOMPARE(said->records, 2);
        QCOMPARE(problemsOf(*said), QString());
    }

    void aListWithoutTimes()
    {
        feeds::FeedSpec feed = stationFeed("json");
        feed.mapping.time = feeds::TimeMapping();
        feed.mapping.time->ofAnswer = true;
        const auto said = decoded(feed, '[' + station() + ']');
        QVERIFY(said.ok());
        QCOMPARE(said->observations.at(0).observedAt, at("2026-11-01T00:00:00Z"));
    }
};

CITYOPS_TEST(QCoreApplication, WildTest)
#include "wild_test.moc"
