// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/time/time_reader.h"
#include "tests/support/test_main.h"

/// Times as publishers write them. All local ones are of Asia/Taipei, eight hours ahead of UTC.
class TimeReaderTest : public QObject {
    Q_OBJECT

    static QString read(const QStringList& formats, const QString& text)
    {
        const auto at = feeds::TimeReader(formats, QTimeZone("Asia/Taipei")).read(text.toStdString());
        return at ? city::toIso(*at) : QStringLiteral("-");
    }

private Q_SLOTS:
    void formats_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("utc");
        const auto row = [](const char* format, const char* text, const char* utc) {
            QTest::newRow(text) << QString::fromUtf8(format) << QString::fromUtf8(text)
                                << QString::fromUtf8(utc);
        };
        row("yyyy-MM-dd HH:mm:ss", "2022-07-18 17:51:12", "2022-07-18T09:51:12Z");
        row("yyyy-MM-dd HH:mm:ss", "2022-07-18 17:51", "2022-07-18T09:51:00Z"); // beginning with the year, it can be read one way only
        row("yyyy/MM/dd hh:mm AP", "2022/07/18 05:51", "-");
        row("iso8601", "20220718175112", "2022-07-18T09:51:12Z");
        row("yyyy-MM-dd HH:mm:ss", "2022-02-30 17:51:12", "-");
        row("yyyy-MM-dd HH:mm:ss", "2022-07-18 25:00:00", "-");
        row("yyyy-MM-dd HH:mm:ss", "2022-07-18 24:00:00", "2022-07-18T16:00:00Z");
        row("yyyyMMddHHmmss", "20160224113414", "2016-02-24T03:34:14Z");
        row("yyyyMMddHHmm", "201911130140", "2019-11-12T17:40:00Z");
        row("yyyy/MM/dd", "2020/01/22", "2020-01-21T16:00:00Z");
        row("yyyy/M/d H:mm", "2020/1/2 3:04", "2020-01-01T19:04:00Z");
        row("yyyy/MM/ddTHH:mm:ss", "2026/04/28T09:21:03", "2026-04-28T01:21:03Z");
        row("ddd MMM d HH:mm:ss yyyy", "Sun Jul 27 16:12:00 2025", "2025-07-27T08:12:00Z");
        row("iso8601", "2026-07-23 01:13:58.464136+08:00", "2026-07-22T17:13:58.464Z");
        row("iso8601", "2026-07-23T01:13:58Z", "2026-07-23T01:13:58Z");
        row("iso8601", "2026-07-23T01:13:58-00:00", "2026-07-23T01:13:58Z");
        row("iso8601", "2026-07-23T01:13:58", "2026-07-22T17:13:58Z");
        row("iso8601", "2026-07-23T01:13:58+99:00", "-");
        row("unix-s", "1640887163", "2021-12-30T17:59:23Z");
        row("unix-ms", "1640887163000", "2021-12-30T17:59:23Z");
        row("java-date", "Sun Jul 27 16:12:00 CST 2025", "2025-07-27T08:12:00Z");
        row("java-date", "Sun Jul 27 16:12:00 UTC 2025", "2025-07-27T16:12:00Z");
        row("java-date", "Sun Jul 27 16:12:00 PDT 2025", "-");
        row("rfc1123", "Sun, 27 Jul 2025 16:12:00 GMT", "2025-07-27T16:12:00Z");
        row("rfc1123", "Thu, 01 Jan 2026 05:09:13 +0100", "2026-01-01T04:09:13Z");
        row("zh-12h", "2026/10/4 上午 12:18:40", "2026-10-03T16:18:40Z");
        row("zh-12h", "2026/10/4 下午 12:18:40", "2026-10-04T04:18:40Z");
        row("zh-12h", "2026/10/4 下午 04:17:00", "2026-10-04T08:17:00Z");
        row("zh-12h", "2026/10/4 04:17:00", "-");
        row("roc", "115/10/03 12:30", "2026-10-03T04:30:00Z");
        row("roc", "115年10月03日", "2026-10-02T16:00:00Z");
        row("roc", "1151003", "2026-10-02T16:00:00Z");
        row("roc", "0990102", "2010-01-01T16:00:00Z");
        row("roc", "1151003123000", "2026-10-03T04:30:00Z");
        row("week", "2024 5", "2024-01-28T16:00:00Z");
        row("week", "2024-W01", "2023-12-31T16:00:00Z");
        row("week", "202153", "2022-01-02T16:00:00Z");
        row("week", "2024 54", "-");
        row("week-sunday", "2024 05", "2024-01-27T16:00:00Z");
        row("week-sunday", "2026年第1週", "2026-01-03T16:00:00Z");
    }
    void formats()
    {
        QFETCH(QString, format);
        QFETCH(QString, text);
        QTEST(read({format}, text), "utc");
    }

    void withoutAFormatOnlyWhatCannotBeMisread()
    {
        QCOMPARE(read({}, QStringLiteral("2022-07-18 17:51:12")), QStringLiteral("2022-07-18T09:51:12Z"));
        QCOMPARE(read({}, QStringLiteral("2022/07/18 17:51")), QStringLiteral("2022-07-18T09:51:00Z"));
        QCOMPARE(read({}, QStringLiteral("20220718175112")), QStringLiteral("2022-07-18T09:51:12Z"));
        QCOMPARE(read({}, QStringLiteral("1640887163")), QStringLiteral("2021-12-30T17:59:23Z"));
        QCOMPARE(read({}, QStringLiteral("03/04/2022")), QStringLiteral("-"));
        QCOMPARE(read({}, QStringLiteral("7")), QStringLiteral("-"));
    }

    void severalFormatsAreTriedInOrder()
    {
        const QStringList formats{QStringLiteral("yyyy-MM-dd"), QStringLiteral("yyyyMMdd")};
        QCOMPARE(read(formats, QStringLiteral("20220718")), QStringLiteral("2022-07-17T16:00:00Z"));
    }

    void theOffsetFollowsTheSeasons()
    {
        feeds::TimeReader reader({QStringLiteral("yyyy-MM-dd HH:mm")}, QTimeZone("Europe/Berlin"));
        QCOMPARE(city::toIso(*reader.read("2026-01-15 12:00")), QStringLiteral("2026-01-15T11:00:00Z"));
        QCOMPARE(city::toIso(*reader.read("2026-07-15 12:00")), QStringLiteral("2026-07-15T10:00:00Z"));
        QCOMPARE(city::toIso(*reader.read("2026-01-15 12:30")), QStringLiteral("2026-01-15T11:30:00Z"));
    }

    void anythingEnds()
    {
        for (const char* text : {"", " ", "//::", "上午", "9999999999999999999999", "-1", "\xff\xfe", "2026-",
                                 "T", "Jan Jan Jan Jan"}) {
            for (const QString& format : feeds::TimeReader::words() + QStringList{QString()})
                read(format.isEmpty() ? QStringList() : QStringList{format}, QString::fromUtf8(text));
        }
    }
};

CITYOPS_TEST(QCoreApplication, TimeReaderTest)
#include "time_reader_test.moc"
