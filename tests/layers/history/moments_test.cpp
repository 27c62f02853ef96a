// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/history_store.h"
#include "tests/layers/history/other_connection.h"
#include "tests/layers/history/stations.h"
#include "tests/layers/history/two_stores.h"
#include "tests/support/test_main.h"

using namespace stations;
using city::Instant;

/// The newest values of a moment are the same whether they are looked up series by series or read from the table of moments.
class MomentsTest : public QObject {
    Q_OBJECT

    TwoStores m_stores;

private Q_SLOTS:
    void initTestCase_data() { TwoStores::rows(); }
    void init() { NEED_STORE(m_stores); }

    void momentsAreThoseOfTheValues()
    {
        const QString kept = m_stores.fresh(taipei);
        history::HistoryStore store(kept, taipei);
        fill(store, 12, 700);
        // One tells hourly and a minute late, in an answer of its own; one falls silent, one begins late.
        std::vector<city::Observation> seldom;
        for (int n = 0; n < 690; n += 6) {
            auto one = reading(20, n, n);
            one.receivedAt += std::chrono::minutes(1);
            seldom.push_back(one);
        }
        for (int n = 0; n < 100; ++n) seldom.push_back(reading(21, n, n));
        for (int n = 600; n < 650; ++n) seldom.push_back(reading(22, n, n));
        QVERIFY(store.append(QStringLiteral("other"), seldom).result().ok());
        const auto moments = [] {
            std::vector<Instant> all;
            for (int i = -1; i < 40; ++i) all.push_back(begin + i * std::chrono::minutes(177));
            return all;
        }();
        const auto ask = [&] {
            std::vector<std::vector<city::Observation>> all;
            for (const Instant at : moments) all.push_back(store.latestAt(at).result().value());
            return all;
        };
        const auto check = [&](const std::vector<std::vector<city::Observation>>& before) {
            const auto after = ask();
            for (std::size_t i = 0; i < moments.size(); ++i) {
                QCOMPARE(after[i].size(), before[i].size());
                for (std::size_t j = 0; j < after[i].size(); ++j) {
                    QCOMPARE(after[i][j].place, before[i][j].place);
                    QCOMPARE(after[i][j].value, before[i][j].value);
                    QCOMPARE(after[i][j].observedAt, before[i][j].observedAt);
                    QCOMPARE(after[i][j].receivedAt, before[i][j].receivedAt);
                }
            }
        };
        const auto rows = [&] {
            return TwoStores::isShared() ? m_stores.count(kept, QStringLiteral("cityops.moment"))
                                         : askOn(kept, QStringLiteral("SELECT count(*) FROM moment")).toInt();
        };
        auto before = ask(); // from the log and the runs
        QCOMPARE(before[0].size(), 0u);
        QCOMPARE(before[20].size(), 14u);
        QCOMPARE(before[39].size(), 15u);
        QVERIFY(store.settled().result().ok());
        QVERIFY2(rows() > 40, qPrintable(QString::number(rows())));
        check(before);

        // A correction, a late value, a flood for one that was silent: those rows are made anew, and answer at once.
        auto corrected = reading(3, 100, 77.5), late = reading(4, 200, 66.5);
        late.observedAt += std::chrono::minutes(4);
        corrected.receivedAt = late.receivedAt = begin + std::chrono::hours(130);
        QCOMPARE(store.append(feed, {corrected, late}).result().value(), 2);
        std::vector<city::Observation> flood;
        for (int n = 100; n < 300; ++n) {
            flood.push_back(reading(21, n, n));
            flood.back().receivedAt = begin + std::chrono::hours(131);
        }
        QVERIFY(store.append(QStringLiteral("other"), flood).result().ok());
        before = ask();
        const auto seen = store.latestAt(begin + std::chrono::minutes(1003)).result().value();
        QVERIFY(std::any_of(seen.begin(), seen.end(), [](const city::Observation& one) { return one.value == 77.5; }));
        QVERIFY(store.settled().result().ok());
        check(before);
        // And it goes on from there; a program that begins anew finds the same.
        fill(store, 12, 150, 700);
        before = ask();
        QVERIFY(store.settled().result().ok());
        check(before);
        history::HistoryStore other(kept, taipei);
        QCOMPARE(other.latestAt(moments[30]).result()->size(), before[30].size());
    }
};

CITYOPS_TEST(QCoreApplication, MomentsTest)
#include "moments_test.moc"
