// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/gzip.h"
#include "layers/feeds/zip.h"
#include "tests/layers/feeds/decoding.h"
#include "tests/support/test_main.h"

#include <QtEndian>

namespace {

void put(QByteArray& to, quint32 value, int bytes)
{
    for (int i = 0; i < bytes; ++i)
        to += static_cast<char>(value >> (8 * i) & 0xFF);
}

struct Entry {
    QByteArray name, content;
    bool packed = true;
};

/// A zip archive as zip programs write it.
QByteArray archive(const QList<Entry>& entries)
{
    QByteArray files, directory;
    for (const Entry& entry : entries) {
        const bool packed = entry.packed && !entry.content.isEmpty();
        // qCompress: four bytes of length, two of zlib header, the deflate stream, four of checksum.
        const QByteArray deflated = packed ? qCompress(entry.content, 9).mid(6).chopped(4) : QByteArray();
        const QByteArray& stored = packed ? deflated : entry.content;
        QByteArray head;
        put(head, 0, 2);
        put(head, packed ? 8 : 0, 2);
        put(head, 0, 4);
        put(head, feeds::checksum(entry.content), 4);
        put(head, static_cast<quint32>(stored.size()), 4);
        put(head, static_cast<quint32>(entry.content.size()), 4);
        put(head, static_cast<quint32>(entry.name.size()), 2);
        const auto at = static_cast<quint32>(files.size());
        put(files, 0x04034b50, 4);
        put(files, 20, 2);
        files += head;
        put(files, 0, 2);
        files += entry.name + stored;
        put(directory, 0x02014b50, 4);
        put(directory, 20, 2);
        put(directory, 20, 2);
        directory += head;
        put(directory, 0, 2);
        put(directory, 0, 2);
        put(directory, 0, 2);
        put(directory, 0, 2);
        put(directory, 0, 4);
        put(directory, at, 4);
        directory += entry.name;
    }
    QByteArray end;
    put(end, 0x06054b50, 4);
    put(end, 0, 4);
    put(end, static_cast<quint32>(entries.size()), 2);
    put(end, static_cast<quint32>(entries.size()), 2);
    put(end, static_cast<quint32>(directory.size()), 4);
    put(end, static_cast<quint32>(files.size()), 4);
    put(end, 0, 2);
    return files + directory + end;
}

constexpr qint64 limit = 1024 * 1024;

QString refusal(const QByteArray& bytes, const QString& glob, qint64 most = limit)
{
    const auto content = feeds::zipMember(bytes, glob, most);
    return content.ok() ? QString() : content.problem().toString();
}

} // namespace

/// Files of zip archives, and what is refused.
class ZipTest : public QObject {
    Q_OBJECT

    const QByteArray m_two = archive({{"data/Stations.CSV", "id\na\n"}, {"readme.txt", "hello", false}});

private Q_SLOTS:
    void oneByPattern()
    {
        QVERIFY(feeds::isZip(m_two));
        QCOMPARE(*feeds::zipMember(m_two, QStringLiteral("*.csv"), limit), QByteArray("id\na\n"));
        QCOMPARE(*feeds::zipMember(m_two, QStringLiteral("data/*.csv"), limit), QByteArray("id\na\n"));
        QCOMPARE(*feeds::zipMember(m_two, QStringLiteral("readme.txt"), limit), QByteArray("hello"));
        QCOMPARE(*feeds::zipMember(archive({{"a/", ""}, {"a/b", "x"}}), {}, limit), QByteArray("x"));
    }

    void namesWhatThereIs()
    {
        QVERIFY(refusal(m_two, QStringLiteral("*.json"))
                    .contains(QLatin1String("data/Stations.CSV, readme.txt")));
        QVERIFY(refusal(m_two, {}).startsWith(QLatin1String("several files")));
    }

    void bombsAndDamage()
    {
        const QByteArray bomb = archive({{"a", QByteArray(20'000'000, '\0')}});
        QVERIFY(bomb.size() < 30'000);
        QVERIFY(refusal(bomb, {}).contains(QLatin1String("more than the allowed 1048576 bytes")));
        const QByteArray one = archive({{"a", QByteArray("0123456789").repeated(20)}});
        for (qsizetype cut = 0; cut < one.size(); ++cut)
            QVERIFY(!feeds::zipMember(one.left(cut), {}, limit).ok());
        for (qsizetype i = 0; i < one.size(); ++i) { // never other content than was packed
            QByteArray changed = one;
            changed[i] = static_cast<char>(changed[i] ^ 0x55);
            const auto content = feeds::zipMember(changed, {}, limit);
            QVERIFY(!content.ok() || *content == QByteArray("0123456789").repeated(20));
        }
    }

    void aFeedInAnArchive()
    {
        feeds::FeedSpec feed = stationFeed("csv");
        feed.mapping.member = QStringLiteral("*.csv");
        const QByteArray table = "id,lon,lat,time,bikes\na,121.5,25.0,2026-10-31 10:00:00,3\n";
        const auto facts = decoded(feed, archive({{"x.csv", table}, {"y.txt", "no"}}));
        QVERIFY(facts.ok());
        QCOMPARE(facts->observations.size(), std::size_t(1));
        QVERIFY(!decoded(feed, archive({{"x.csv", archive({{"x.csv", archive({{"x.csv", table}})}})}})).ok());
    }
};

CITYOPS_TEST(QCoreApplication, ZipTest)
#include "zip_test.moc"
