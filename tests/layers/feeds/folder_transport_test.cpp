// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/folder_transport.h"
#include "layers/feeds/gzip.h"
#include "tests/support/test_main.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using feeds::FetchRequest;
using feeds::FetchResponse;

class FolderTransportTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    city::FixedClock m_clock{city::fromIso(u"2026-07-15T06:00:00Z").value()};

    void write(const char* name, const QByteArray& content, qint64 modified = 1'700'000'000) const
    {
        const QString path = m_folder.filePath(QString::fromLatin1(name));
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.flush();
        QVERIFY(file.setFileTime(QDateTime::fromSecsSinceEpoch(modified), QFileDevice::FileModificationTime));
    }
    FetchResponse answer(const QString& feed, const QByteArray& lastModified = {},
                         const QString& followed = {}, qint64 maxBytes = 1000)
    {
        feeds::FolderTransport transport(m_folder.path(), m_clock);
        FetchRequest asked;
        asked.feed = feed;
        asked.lastModified = lastModified;
        asked.request.maxBytes = maxBytes;
        asked.request.url = QUrl(followed);
        if (!followed.isEmpty()) asked.document = FetchRequest::Document::Followed;
        auto future = transport.get(asked);
        (void)QTest::qWaitFor([&] { return future.isFinished(); }, 10'000);
        return future.resultCount() > 0 ? future.result() : FetchResponse{};
    }

private Q_SLOTS:
    void fileOfTheFeed()
    {
        write("bikes.json", "[1]");
        const auto first = answer(QStringLiteral("bikes"));
        QCOMPARE(first.body, QByteArray("[1]"));
        QVERIFY(first.receivedAt == m_clock.now());
        QVERIFY(answer(QStringLiteral("bikes"), first.lastModified).notModified);
        write("bikes.json", "[2]", 1'700'000'100);
        QCOMPARE(answer(QStringLiteral("bikes"), first.lastModified).body, QByteArray("[2]"));
    }

    void newestOfTheFeedsFolder()
    {
        write("air/0800.json", "old", 1'700'000'000);
        write("air/0700.json", "new", 1'700'000'900);
        QCOMPARE(answer(QStringLiteral("air")).body, QByteArray("new"));
    }

    void followedDocumentByItsLastName()
    {
        write("alerts.xml", "index");
        write("alerts/flood.cap", "flood");
        write("secret.cap", "outside");
        QCOMPARE(answer(QStringLiteral("alerts"), {}, QStringLiteral("https://a.tw/store/2026/flood.cap?x=1"))
                     .body,
                 QByteArray("flood"));
        for (const char* address : {"https://a.tw/..%2Fsecret.cap", "https://a.tw/%2E%2E", "https://a.tw/",
                                    "https://a.tw/none.cap"})
            QVERIFY2(answer(QStringLiteral("alerts"), {}, QString::fromLatin1(address)).failure, address);
    }

    void missingIsNamed()
    {
        const auto none = answer(QStringLiteral("nothing"));
        QVERIFY(none.failure);
        QVERIFY(none.failure->toString().contains(QLatin1String("nothing")));
        QVERIFY(answer(QStringLiteral("../bikes")).failure);
        QVERIFY(answer(QString()).failure);
    }

    void largeAndPacked()
    {
        write("large.json", QByteArray(1001, 'x'));
        QVERIFY(answer(QStringLiteral("large")).failure);
        write("packed.json.gz", QByteArray::fromHex("1f8b08000000000000038b8e050029bb4c0d02000000"));
        // A wrong check sum is damage, not data.
        write("damaged.json.gz", QByteArray::fromHex("1f8b08000000000000038b8e050029bb4c0e02000000"));
        QCOMPARE(answer(QStringLiteral("packed")).body, QByteArray("[]"));
        QVERIFY(answer(QStringLiteral("damaged")).failure);
    }

    void gzipEndsAtTheLimitAndAtEveryCut()
    {
        const QByteArray packed = QByteArray::fromHex("1f8b08000000000000038b8e050029bb4c0d02000000");
        QCOMPARE(feeds::inflateGzip(packed + packed, 100).value(), QByteArray("[][]"));
        QCOMPARE(feeds::inflateGzip(packed + QByteArray(8, '\0'), 2).value(), QByteArray("[]"));
        QVERIFY(!feeds::inflateGzip(packed, 1).ok());
        for (int length = 0; length < packed.size(); ++length)
            QVERIFY(!feeds::inflateGzip(packed.left(length), 100).ok());
    }
};

CITYOPS_TEST(QCoreApplication, FolderTransportTest)
#include "folder_transport_test.moc"
