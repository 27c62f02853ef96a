// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/gzip.h"
#include "layers/feeds/zip.h"
#include "tests/layers/feeds/decoding.h"
#include "tests/support/archive.h"
#include "tests/support/test_main.h"

#include <QtEndian>

namespace {

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

    const QByteArray m_two = zipArchive({{"data/Stations.CSV", "id\na\n"}, {"readme.txt", "hello", false}});

private Q_SLOTS:
    void oneByPattern()
    {
        QVERIFY(feeds::isZip(m_two));
        QCOMPARE(*feeds::zipMember(m_two, QStringLiteral("*.csv"), limit), QByteArray("id\na\n"));
        QCOMPARE(*feeds::zipMember(m_two, QStringLiteral("data/*.csv"), limit), QByteArray("id\na\n"));
        QCOMPARE(*feeds::zipMember(m_two, QStringLiteral("readme.txt"), limit), QByteArray("hello"));
        QCOMPARE(*feeds::zipMember(zipArchive({{"a/", ""}, {"a/b", "x"}}), {}, limit), QByteArray("x"));
    }

    void namesWhatThereIs()
    {
        QVERIFY(refusal(m_two, QStringLiteral("*.json"))
                    .contains(QLatin1String("data/Stations.CSV, readme.txt")));
        QVERIFY(refusal(m_two, {}).startsWith(QLatin1String("several files")));
    }

    void bombsAndDamage()
    {
        const QByteArray bomb = zipArchive({{"a", QByteArray(20'000'000, '\0')}});
        QVERIFY(bomb.size() < 30'000);
        QVERIFY(refusal(bomb, {}).contains(QLatin1String("more than the allowed 1048576 bytes")));
        const QByteArray one = zipArchive({{"a", QByteArray("0123456789").repeated(20)}});
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
        const auto facts = decoded(feed, zipArchive({{"x.csv", table}, {"y.txt", "no"}}));
        QVERIFY(facts.ok());
        QCOMPARE(facts->observations.size(), std::size_t(1));
        QVERIFY(!decoded(feed, zipArchive({{"x.csv", zipArchive({{"x.csv", zipArchive({{"x.csv", table}})}})}})).ok());
    }
};

CITYOPS_TEST(QCoreApplication, ZipTest)
#include "zip_test.moc"
