// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/salvage.h"

#include "layers/history/database.h"

#include <QVariant>
#include <algorithm>

namespace history {

namespace {

constexpr qint64 rowsAtOnce = 2000;
constexpr int failuresAtMost = 4000; ///< From then on a stretch with a bad row is given up whole.
constexpr qint64 playedAgainAtMost = 64LL * 1024 * 1024; ///< Bytes of the log that settle anew.

struct Table {
    const char* name;
    const char* key;
};

// Those that others point to first.
constexpr Table tables[] = {{"place", "id"},      {"quantity", "id"},    {"unit", "id"},    {"feed", "id"},
                            {"series", "id"},     {"series_list", "id"}, {"answer", "id"},  {"chunk", "id"},
                            {"day", "series_id"}, {"day_hours", "id"},   {"latest", "fid"}, {"part", "id"},
                            {"picture", "id"},    {"mark", "id"},        {"note", "id"}};

struct Range {
    qint64 from = 0, to = 0;
};

/// One salvage: the damaged file is attached as `old`.
class Salvaging {
public:
    explicit Salvaging(const Database& into) : m_into(into) {}

    void copyAll();
    void dropWhatWouldBeWrong();
    void settleAnew();
    qint64 count(const QString& table) const
    {
        return number(QStringLiteral("SELECT count(*) FROM main.%1").arg(table));
    }
    qint64 lost() const { return m_lost; }
    /// Whether the damaged file can be read at all and is of our version.
    bool isReadable() const
    {
        const QString version =
            QStringLiteral("SELECT CAST(value AS INTEGER) FROM %1.store WHERE key = 'version'");
        return number(version.arg(QStringLiteral("old"))) == number(version.arg(QStringLiteral("main")));
    }

private:
    qint64 number(const QString& sql) const
    {
        auto query = m_into.prepared(sql);
        if (!query || !query.value().exec() || !query.value().next()) return -1;
        return query.value().value(0).toLongLong();
    }
    void copy(const Table& table);
    void copy(const Table& table, Range range);

    const Database& m_into;
    QHash<QString, std::vector<Range>> m_gone; ///< By table.
    qint64 m_lost = 0;
    int m_failures = 0;
};

void Salvaging::copyAll()
{
    m_into.run(QStringLiteral("DELETE FROM main.latest"));
    for (const Table& table : tables)
        copy(table);
    m_into.run(QStringLiteral("INSERT OR REPLACE INTO main.store SELECT * FROM old.store WHERE key IN "
                              "('zone', 'settled', 'invented')"));
}

void Salvaging::copy(const Table& table)
{
    const QString name = QLatin1String(table.name), key = QLatin1String(table.key);
    qint64 last = number(QStringLiteral("SELECT coalesce(max(%1), 0) FROM old.%2").arg(key, name));
    // The last page may be the bad one; then as far as anybody points.
    constexpr qint64 farEnough = 1LL << 32;
    if (last < 0) last = farEnough;
    for (qint64 from = 1; from <= last;) {
        // What is far beyond the last good row is looked for in ever longer strides.
        const qint64 stride = last == farEnough ? std::max(rowsAtOnce, from) : rowsAtOnce;
        copy(table, {from, std::min(from + stride - 1, last)});
        from += stride;
    }
}

void Salvaging::copy(const Table& table, Range range)
{
    const QString name = QLatin1String(table.name);
    const QString sql =
        QStringLiteral("INSERT OR IGNORE INTO main.%1 SELECT * FROM old.%1 WHERE %2 BETWEEN %3 AND %4")
            .arg(name, QLatin1String(table.key))
            .arg(range.from)
            .arg(range.to);
    if (!m_into.run(sql)) return;
    if (range.from < range.to && ++m_failures < failuresAtMost) {
        const qint64 middle = range.from + (range.to - range.from) / 2;
        copy(table, {range.from, middle});
        copy(table, {middle + 1, range.to});
        return;
    }
    m_gone[name].push_back(range);
    m_lost += range.from == range.to ? 1 : 0;
}

/// A picture is played from the last one written whole: without that, or without an answer on the way, it
/// would lie.
void Salvaging::dropWhatWouldBeWrong()
{
    const QString keyframe = QStringLiteral(
        "(SELECT %1 FROM picture k WHERE k.feed_id = picture.feed_id AND k.id <= picture.id AND "
        "k.observations IS NOT NULL ORDER BY k.id DESC LIMIT 1)");
    const auto drop = [this](const QString& where) {
        m_into.run(QStringLiteral("DELETE FROM main.picture WHERE ") + where);
    };
    for (const char* column : {"state", "places", "alerts", "events", "vehicles"})
        drop(QStringLiteral("%1 IS NOT NULL AND %1 NOT IN (SELECT id FROM main.part)")
                 .arg(QLatin1String(column)));
    // Those played from a whole one that is gone.
    drop(QStringLiteral("coalesce(%1, 0) NOT IN (SELECT id FROM main.part)")
             .arg(keyframe.arg(QStringLiteral("k.observations"))));
    for (const Range& gone : m_gone[QStringLiteral("picture")])
        drop(QStringLiteral("id > %1 AND %2 < %3")
                 .arg(gone.to)
                 .arg(keyframe.arg(QStringLiteral("k.id")))
                 .arg(gone.from));
    for (const Range& gone : m_gone[QStringLiteral("answer")])
        drop(QStringLiteral("answer_id >= %1 AND %2 < %3")
                 .arg(gone.from)
                 .arg(keyframe.arg(QStringLiteral("k.answer_id")))
                 .arg(gone.to));
    for (const Range& gone : m_gone[QStringLiteral("series_list")])
        drop(QStringLiteral("EXISTS (SELECT 1 FROM answer a WHERE a.feed_id = picture.feed_id AND a.id <= "
                            "picture.answer_id AND a.id > %3 "
                            "AND a.series_list_id BETWEEN %1 AND %2)")
                 .arg(gone.from)
                 .arg(gone.to)
                 .arg(keyframe.arg(QStringLiteral("k.answer_id"))));
}

/// Runs that were lost are made again from the log, where that is not too long to be read at once.
void Salvaging::settleAnew()
{
    const bool whole = m_gone[QStringLiteral("chunk")].empty() && m_gone[QStringLiteral("day")].empty() &&
                       m_gone[QStringLiteral("day_hours")].empty();
    if (whole ||
        number(QStringLiteral("SELECT coalesce(sum(length(value)), 0) FROM main.answer")) > playedAgainAtMost)
        return;
    m_into.run(QStringLiteral("UPDATE main.store SET value = 0 WHERE key = 'settled'"));
}

} // namespace

Salvage salvage(const Database& into, const QString& damaged)
{
    Salvage result;
    QString quoted = damaged;
    quoted.replace(QLatin1Char('\''), QLatin1String("''"));
    if (into.run(QStringLiteral("ATTACH DATABASE '%1' AS old").arg(quoted))) return result;
    Salvaging work(into);
    if (work.isReadable()) {
        result.tried = true;
        work.copyAll();
        work.dropWhatWouldBeWrong();
        work.settleAnew();
        result.answers = std::max<qint64>(0, work.count(QStringLiteral("answer")));
        result.pictures = std::max<qint64>(0, work.count(QStringLiteral("picture")));
        result.lost = work.lost();
    }
    into.run(QStringLiteral("DETACH DATABASE old"));
    return result;
}

} // namespace history
