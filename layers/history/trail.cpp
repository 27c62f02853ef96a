// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/trail.h"

#include "layers/history/hash_chain.h"
#include "layers/history/shared/shared_database.h"
#include "layers/history/told.h"

#include <QFileInfo>

namespace history {

namespace {

constexpr int readAtOnce = 5000;

QString fileOf(const QString& store)
{
    const QString trail = trailOf(store);
    return QFileInfo::exists(trail) ? trail : store;
}

/// Calls `take(number, hash, entry)` with each entry in their order until it says no.
template<typename Take>
std::optional<city::Problem> eachShared(const SharedDatabase& database, Take take, qint64 last = 0)
{
    if (!database.isOpen()) return database.problem();
    auto prepared = database.prepared(
        QStringLiteral(
            "SELECT number, hash, entry FROM alarm_trail WHERE number > ? ORDER BY number LIMIT %1")
            .arg(readAtOnce));
    if (!prepared) return prepared.problem();
    QSqlQuery& rows = prepared.value();
    for (bool isMore = true; isMore;) {
        rows.addBindValue(last);
        if (!rows.exec()) return database.explain(rows.lastError());
        int count = 0;
        while (rows.next()) {
            last = rows.value(0).toLongLong();
            if (!take(last, rows.value(1).toByteArray(), rows.value(2).toByteArray())) return std::nullopt;
            ++count;
        }
        isMore = count == readAtOnce;
    }
    return std::nullopt;
}

/// What was said last of each alarm before the entry of that number.
std::optional<city::Problem> standingBefore(const SharedDatabase& database, qint64 number,
                                            std::vector<QByteArray>& entries)
{
    auto last = database.prepared(QStringLiteral(
        "SELECT entry FROM (SELECT DISTINCT ON (alarm) entry, number FROM alarm_trail WHERE number < ? "
        "AND alarm IS NOT NULL ORDER BY alarm, number DESC) AS l ORDER BY number"));
    if (!last) return last.problem();
    last.value().addBindValue(number);
    if (!last.value().exec()) return database.explain(last.value().lastError());
    while (last.value().next())
        entries.push_back(last.value().value(0).toByteArray());
    return std::nullopt;
}

/// The number of the first entry since then; behind all where there is none.
city::Result<qint64> firstSince(const SharedDatabase& database, city::Instant since)
{
    auto first = database.prepared(
        QStringLiteral("SELECT coalesce((SELECT min(number) FROM alarm_trail WHERE at >= ?), "
                       "(SELECT max(number) + 1 FROM alarm_trail), 1)"));
    if (!first) return first.problem();
    first.value().addBindValue(stampOf(since));
    if (!first.value().exec() || !first.value().next()) return database.explain(first.value().lastError());
    return first.value().value(0).toLongLong();
}

city::Result<TrailCheck> verifyShared(const SharedDatabase& database, const QByteArray& head)
{
    if (!database.isOpen()) return database.problem();
    // Who does not see all entries may not see the memory either, and is told so. What is added meanwhile
    // comes after this.
    auto last = database.prepared(QStringLiteral("SELECT number, head, memory IS NULL FROM alarm_judge"));
    if (!last) return last.problem();
    if (!last.value().exec() || !last.value().next()) return database.explain(last.value().lastError());
    const qint64 lastNumber = last.value().value(0).toLongLong();
    const QByteArray lastHead = last.value().value(1).toByteArray();
    TrailCheck check;
    check.head = chainBeginning();
    bool hasGiven = head.isEmpty(), hasLast = lastNumber == 0;
    const auto problem =
        eachShared(database, [&](qint64 number, const QByteArray& hash, const QByteArray& entry) {
            if (number != check.entries + 1 || linkOf(check.head, entry) != hash) {
                check.brokenAt = check.entries + 1;
                return false;
            }
            check.head = hash;
            hasGiven = hasGiven || hash == head;
            hasLast = hasLast || (number == lastNumber && hash == lastHead);
            ++check.entries;
            return true;
        });
    if (problem) return *problem;
    check.hasHead = hasGiven && hasLast;
    check.wanted = hasGiven ? lastHead : head;
    return check;
}

} // namespace

bool hasTrail(const QString& store)
{
    return isSharedStore(store) || QFileInfo::exists(trailOf(store));
}

city::Result<std::vector<QByteArray>> readTrail(const QString& store, const QString& password,
                                                std::optional<city::Instant> since)
{
    if (!isSharedStore(store)) return AuditTrail::read(fileOf(store));
    const SharedDatabase database(store, password);
    if (!database.isOpen()) return database.problem();
    std::vector<QByteArray> entries;
    qint64 from = 1;
    if (since) {
        const auto first = firstSince(database, *since);
        if (!first) return first.problem();
        from = *first;
        if (auto problem = standingBefore(database, from, entries)) return *problem;
    }
    const auto take = [&entries](qint64, const QByteArray&, const QByteArray& entry) {
        entries.push_back(entry);
        return true;
    };
    const auto problem = eachShared(database, take, from - 1);
    if (problem) return *problem;
    return entries;
}

city::Result<TrailCheck> verifyTrail(const QString& store, const QByteArray& head, const QString& password)
{
    if (!isSharedStore(store)) return AuditTrail::verify(fileOf(store), head);
    const SharedDatabase database(store, password);
    return verifyShared(database, head);
}

} // namespace history
