// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/mark_log.h"

#include "layers/history/fact_json.h"
#include "layers/history/told.h"

#include <QJsonDocument>
#include <QVariant>
#include <algorithm>

namespace history {

namespace {

constexpr int failuresThatCount = 2; ///< One lost answer is no news.

const QString alertKind = QStringLiteral("alert"), eventKind = QStringLiteral("event"),
              failedKind = QStringLiteral("failed"), backKind = QStringLiteral("back");

template<typename Fact> QByteArray factJson(const Fact& fact)
{
    return QJsonDocument(toJson(std::vector<Fact>{fact}).at(0).toObject()).toJson(QJsonDocument::Compact);
}

template<typename Fact> void addFact(const QByteArray& json, std::vector<Fact>& into)
{
    std::vector<Fact> facts;
    fromJson(QJsonArray{QJsonDocument::fromJson(json).object()}, facts);
    into.insert(into.end(), facts.begin(), facts.end());
}

QString subjectOf(const city::Alert& alert)
{
    return alert.sender + QLatin1Char(',') + alert.identifier;
}

} // namespace

MarkLog::MarkLog(const Database& database)
    : m_database(database),
      m_insert(database,
               QStringLiteral("INSERT INTO mark (feed_id, at, kind, subject, said_at, facts) "
                              "VALUES (?, ?, ?, ?, ?, CAST(? AS TEXT)) ON CONFLICT DO NOTHING")),
      m_lastTold(
          database,
          QStringLiteral("SELECT kind = 'failed' FROM mark WHERE feed_id = ? AND kind IN ('failed', 'back') "
                         "ORDER BY at DESC, id DESC LIMIT 1")),
      m_between(database,
                QStringLiteral(
                    "SELECT m.at, m.kind, m.subject, CAST(m.facts AS BLOB), f.name FROM mark m JOIN feed f "
                    "ON f.id = m.feed_id WHERE m.at >= ? AND m.at <= ? AND m.kind <> 'event' "
                    "ORDER BY m.at DESC, m.id DESC LIMIT 1000")),
      m_late(
          database,
          QStringLiteral(
              "SELECT kind, CAST(facts AS BLOB) FROM mark WHERE feed_id = ? AND kind IN ('alert', 'event') "
              "AND said_at <= ? AND at > ? ORDER BY at, id")),
      m_first(
          database,
          QStringLiteral("SELECT min((SELECT min(shown_at) FROM picture WHERE feed_id = f.id)) FROM feed f")),
      m_next(database,
             QStringLiteral(
                 "SELECT min((SELECT min(shown_at) FROM picture WHERE feed_id = f.id AND shown_at >= ?)) "
                 "FROM feed f")),
      m_last(database,
             QStringLiteral(
                 "SELECT max((SELECT max(shown_at) FROM picture WHERE feed_id = f.id AND shown_at <= ?)) "
                 "FROM feed f")),
      m_notes(database,
              QStringLiteral("SELECT id, at, until_at, written_at, author, text FROM note WHERE at <= ? AND "
                             "coalesce(until_at, at) >= ? ORDER BY at, id")),
      m_addNote(database, QStringLiteral("INSERT INTO note (at, until_at, written_at, author, text) VALUES "
                                         "(?, ?, ?, ?, ?) RETURNING id")),
      m_removeNote(database, QStringLiteral("DELETE FROM note WHERE id = ? RETURNING id"))
{
}

std::optional<city::Problem> MarkLog::look(qint64 feed, const city::FeedPicture& picture, qint64 shownAt,
                                           bool alerts, bool events)
{
    const auto add = [&](const QString& kind, const QString& subject, city::Instant said,
                         const QByteArray& facts) {
        return m_insert.run({feed, shownAt, kind, subject, stampOf(said), facts});
    };
    if (alerts) {
        for (const city::Alert& alert : picture.alerts) {
            if (alert.status != QLatin1String("Actual")) continue;
            if (auto added = add(alertKind, subjectOf(alert), alert.sent, factJson(alert)); !added)
                return added.problem();
        }
    }
    if (events) {
        for (const city::Event& event : picture.events) {
            if (event.id.isEmpty()) continue;
            const city::Instant said = event.begins.value_or(event.reportedAt);
            if (auto added = add(eventKind, event.id, said, factJson(event)); !added) return added.problem();
        }
    }
    return tellFailure(feed, picture.state, shownAt);
}

std::optional<city::Problem> MarkLog::tellFailure(qint64 feed, const city::FeedState& state, qint64 shownAt)
{
    auto known = m_failing.find(feed);
    if (known == m_failing.end()) {
        const auto last = number(m_lastTold, {feed});
        if (!last) return last.problem();
        known = m_failing.insert(feed, last->value_or(0) != 0);
    }
    const bool failing = state.failure ? *known || state.failuresInARow >= failuresThatCount : false;
    if (failing == *known) return std::nullopt;
    *known = failing;
    const QString why = failing ? state.failure->toString().left(500) : QString();
    auto added = m_insert.run({feed, shownAt, failing ? failedKind : backKind, why, shownAt, QVariant()});
    return added ? std::nullopt : std::optional(added.problem());
}

city::Result<Timeline> MarkLog::between(city::Instant from, city::Instant to, city::Duration gap)
{
    Timeline timeline;
    const auto first = number(m_first, {});
    if (!first) return first.problem();
    if (*first) timeline.first = instantOf(**first);
    if (auto problem = readMarks(stampOf(from), stampOf(to), timeline)) return *problem;
    if (auto problem = readGaps(stampOf(from), stampOf(to), gap.count(), timeline)) return *problem;
    if (auto problem = readNotes(stampOf(from), stampOf(to), timeline)) return *problem;
    return timeline;
}

std::optional<city::Problem> MarkLog::readMarks(qint64 from, qint64 to, Timeline& into)
{
    auto found = m_between.run({from, to});
    if (!found) return found.problem();
    QSqlQuery& rows = **found;
    while (rows.next()) {
        Mark mark;
        mark.at = instantOf(rows.value(0).toLongLong());
        mark.feed = rows.value(4).toString();
        const QString kind = rows.value(1).toString();
        if (kind == alertKind) {
            std::vector<city::Alert> alerts;
            addFact(rows.value(3).toByteArray(), alerts);
            mark.alert = std::move(alerts.front());
        } else {
            mark.kind = kind == failedKind ? Mark::Kind::FeedFailed : Mark::Kind::FeedBack;
            mark.reason = rows.value(2).toString();
        }
        into.marks.push_back(std::move(mark));
    }
    if (rows.lastError().isValid()) return m_database.explain(rows.lastError());
    std::reverse(into.marks.begin(), into.marks.end());
    return std::nullopt;
}

/// From picture to picture in leaps of half a gap, each by index: the work grows with the bar, not with the
/// file.
std::optional<city::Problem> MarkLog::readGaps(qint64 from, qint64 to, qint64 gap, Timeline& into)
{
    if (!into.first) return std::nullopt;
    qint64 seen = std::max(from, stampOf(*into.first));
    while (seen < to) {
        const auto next = number(m_next, {seen + 1});
        if (!next) return next.problem();
        const qint64 at = next->value_or(to);
        if (at - seen > gap) into.gaps.push_back({instantOf(seen), instantOf(std::min(at, to))});
        if (at >= to) return std::nullopt;
        const auto reached = number(m_last, {at + gap / 2});
        if (!reached) return reached.problem();
        seen = std::max(at, reached->value_or(at));
    }
    return std::nullopt;
}

std::optional<city::Problem> MarkLog::readNotes(qint64 from, qint64 to, Timeline& into)
{
    auto found = m_notes.run({to, from});
    if (!found) return found.problem();
    QSqlQuery& rows = **found;
    while (rows.next()) {
        Note note{rows.value(0).toLongLong(),
                  instantOf(rows.value(1).toLongLong()),
                  {},
                  instantOf(rows.value(3).toLongLong()),
                  rows.value(4).toString(),
                  rows.value(5).toString()};
        if (!rows.isNull(2)) note.until = instantOf(rows.value(2).toLongLong());
        into.notes.push_back(std::move(note));
    }
    if (rows.lastError().isValid()) return m_database.explain(rows.lastError());
    return std::nullopt;
}

std::optional<city::Problem> MarkLog::addLate(qint64 feed, qint64 moment, city::FeedPicture& picture)
{
    auto found = m_late.run({feed, moment, moment});
    if (!found) return found.problem();
    QSqlQuery& rows = **found;
    while (rows.next()) {
        if (rows.value(0).toString() == alertKind)
            addFact(rows.value(1).toByteArray(), picture.alerts);
        else
            addFact(rows.value(1).toByteArray(), picture.events);
    }
    if (rows.lastError().isValid()) return m_database.explain(rows.lastError());
    return std::nullopt;
}

city::Result<qint64> MarkLog::addNote(const Note& note)
{
    const QVariant until = note.until ? QVariant(stampOf(*note.until)) : QVariant();
    const auto id =
        number(m_addNote, {stampOf(note.at), until, stampOf(note.writtenAt), note.author, note.text});
    if (!id) return id.problem();
    return id->value_or(0);
}

city::Result<bool> MarkLog::removeNote(qint64 id)
{
    const auto removed = number(m_removeNote, {id});
    if (!removed) return removed.problem();
    return removed->has_value();
}

/// The first column of the first row, unless it is null.
city::Result<std::optional<qint64>> MarkLog::number(Statement& statement, const QVariantList& values)
{
    auto found = statement.run(values);
    if (!found) return found.problem();
    QSqlQuery& query = **found;
    std::optional<qint64> number;
    if (query.next()) {
        if (!query.isNull(0)) number = query.value(0).toLongLong();
    } else if (query.lastError().isValid()) {
        return m_database.explain(query.lastError());
    }
    query.finish();
    return number;
}

} // namespace history
