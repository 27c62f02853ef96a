// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/picture_log.h"

#include "layers/history/fact_json.h"
#include "layers/history/whole_picture.h"

#include <QJsonDocument>
#include <QVariant>
#include <algorithm>
#include <limits>

namespace history {

namespace {

constexpr qsizetype playedAtMost = 8; ///< Times the observations of a picture; then they are written whole.

QByteArray compact(const QJsonArray& json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QByteArray compact(const QJsonObject& json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QVariant stampOrNull(const std::optional<city::Instant>& at)
{
    return at ? QVariant(stampOf(*at)) : QVariant();
}

} // namespace

PictureLog::PictureLog(const Database& database, ObservationStore& store, MarkLog& marks)
    : m_database(database), m_store(store), m_marks(marks),
      m_insertPart(
          database,
          QStringLiteral(
              "INSERT INTO part (feed_id, kind, facts) VALUES (?, ?, CAST(? AS TEXT)) RETURNING id")),
      m_insert(
          database,
          QStringLiteral(
              "INSERT INTO picture (feed_id, shown_at, answer_id, observations, state, places, alerts, "
              "events, vehicles, last_attempt, last_success, newest_observation, failures_in_a_row, "
              "latency, payload_bytes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id")),
      m_lastPicture(database,
                    QStringLiteral("SELECT id FROM picture WHERE +feed_id = ? ORDER BY id DESC LIMIT 1")),
      m_there(database, QStringLiteral("SELECT count(*) FROM feed f JOIN picture p ON p.feed_id = f.id WHERE f.name = ? AND "
                                       "p.shown_at = ? AND coalesce(p.last_attempt, 0) = ?"))
{
}

city::Result<int> PictureLog::record(const city::FeedPicture& picture, const std::vector<city::Observation>& told,
                                     city::Instant shownAt, bool again)
{
    city::Result<int> written = 0;
    std::vector<Answer> answers;
    auto problem = m_database.transaction([&]() -> std::optional<city::Problem> {
        const auto known = again ? isThere(picture, stampOf(shownAt)) : city::Result<bool>(false);
        if (!known) return known.problem();
        if (*known) return std::nullopt;
        written = recordAll(picture, told, stampOf(shownAt), answers);
        return written ? std::nullopt : std::optional(written.problem());
    });
    if (!problem) {
        m_store.committed(answers);
        return written;
    }
    m_store.giveUp();
    m_marks.forget();
    m_feeds.clear();
    return *problem;
}

city::Result<bool> PictureLog::isThere(const city::FeedPicture& picture, qint64 shownAt)
{
    auto found = m_there.run({picture.state.id, shownAt, picture.state.lastAttempt ? stampOf(*picture.state.lastAttempt) : 0});
    if (!found) return found.problem();
    const bool there = (*found)->next() && (*found)->value(0).toInt() > 0;
    (*found)->finish();
    return there;
}

city::Result<int> PictureLog::recordAll(const city::FeedPicture& picture, const std::vector<city::Observation>& told,
                                        qint64 shownAt, std::vector<Answer>& answers)
{
    if (auto behind = m_store.catchUp()) return *behind;
    const auto number = m_store.numbers().feed(picture.state.id);
    if (!number) return number.problem();
    Feed& feed = m_feeds[*number];
    const auto alone = isAlone(feed, *number);
    if (!alone) return alone.problem();
    feed.isKnown = feed.isKnown && *alone;
    const auto news = m_store.append(*number, told, answers);
    if (!news) return news.problem();
    const auto lastAnswer = m_store.log().knownBy(*number, std::numeric_limits<qint64>::max());
    if (!lastAnswer) return lastAnswer.problem();
    const auto whole = observations(feed, *number, picture, answers);
    if (!whole) return whole.problem();

    QVariantList row{*number, shownAt, *lastAnswer, *whole};
    const city::FeedState& state = picture.state;
    const QHash<QString, qint64> before = feed.parts;
    const std::pair<const char*, QByteArray> parts[] = {{"state", compact(toJson(state))},
                                                        {"alerts", compact(toJson(picture.alerts))},
                                                        {"events", compact(toJson(picture.events))},
                                                        {"vehicles", compact(toJson(picture.vehicles))}};
    for (const auto& [kind, facts] : parts) {
        const auto id = part(feed, *number, kind, facts);
        if (!id) return id.problem();
        row << *id;
    }
    const auto known = places(feed, *number, picture.places);
    if (!known) return known.problem();
    row.insert(5, *known);
    row << stampOrNull(state.lastAttempt) << stampOrNull(state.lastSuccess) << stampOrNull(state.newestObservation)
        << state.failuresInARow << static_cast<qint64>(state.latency.count()) << state.payloadBytes;
    auto inserted = m_insert.run(row);
    if (!inserted) return inserted.problem();
    QSqlQuery& query = **inserted;
    if (!query.next()) return m_database.explain(query.lastError());
    feed.lastPicture = query.value(0).toLongLong();
    feed.lastAnswer = *lastAnswer;
    query.finish();
    const auto differ = [&](const QString& kind) { return before.value(kind) != feed.parts.value(kind); };
    const auto wrong = m_marks.look(*number, picture, shownAt, differ(QStringLiteral("alerts")),
                                    differ(QStringLiteral("events")));
    return wrong ? city::Result<int>(*wrong) : news;
}

/// The number of a part, written only when it is not what was written last. Null for one that is empty.
city::Result<QVariant> PictureLog::part(Feed& feed, qint64 number, const char* kind, const QByteArray& facts)
{
    if (facts == "[]" || facts == "{}") return QVariant();
    const QString name = QLatin1String(kind);
    const size_t hash = qHash(facts, 0x5eed);
    if (feed.parts.contains(name) && feed.hashes.value(name) == hash) return QVariant(feed.parts.value(name));
    auto inserted = m_insertPart.run({number, name, facts});
    if (!inserted) return inserted.problem();
    QSqlQuery& query = **inserted;
    if (!query.next()) return m_database.explain(query.lastError());
    const qint64 id = query.value(0).toLongLong();
    query.finish();
    feed.hashes.insert(name, hash);
    feed.parts.insert(name, id);
    return QVariant(id);
}

/// The same for places, of which there may be many and which seldom change: they are put into words only then.
city::Result<QVariant> PictureLog::places(Feed& feed, qint64 number, const std::vector<city::Place>& places)
{
    const size_t hash = hashOf(places);
    const QString name = QStringLiteral("places");
    if (hash == feed.placesHash && feed.parts.contains(name)) return QVariant(feed.parts.value(name));
    feed.placesHash = hash;
    return part(feed, number, "places", compact(toJson(places)));
}

/// Null when playing `told` on top of what was shown gives the observations of the picture.
city::Result<QVariant> PictureLog::observations(Feed& feed, qint64 number, const city::FeedPicture& picture,
                                                const std::vector<Answer>& told)
{
    for (const Answer& answer : told) {
        for (std::size_t i = 0; i < answer.series.size(); ++i) {
            const auto shown = feed.shown.constFind(answer.series[i]);
            if (shown == feed.shown.cend() || replaces(answer.at[i], shown->at))
                feed.shown.insert(answer.series[i], {answer.at[i], answer.values[i]});
        }
        feed.playedSince += static_cast<qsizetype>(answer.series.size());
    }
    const auto count = static_cast<qsizetype>(picture.observations.size());
    bool same = feed.isKnown && feed.shown.size() == count && feed.playedSince <= playedAtMost * std::max<qsizetype>(count, 50);
    WholePicture whole;
    for (const city::Observation& one : picture.observations) {
        const auto series = m_store.numbers().series(number, one);
        if (!series) return series.problem();
        const auto shown = feed.shown.constFind(*series);
        same = same && shown != feed.shown.cend() && shown->at == stampOf(one.observedAt) && shown->value == one.value;
        whole.series.push_back(*series);
        whole.at.push_back(stampOf(one.observedAt));
        whole.learned.push_back(stampOf(one.receivedAt));
        whole.values.push_back(one.value);
    }
    if (same) return QVariant();
    feed.isKnown = true;
    feed.playedSince = 0;
    feed.shown.clear();
    for (std::size_t i = 0; i < whole.series.size(); ++i)
        feed.shown.insert(whole.series[i], {whole.at[i], whole.values[i]});
    feed.parts.remove(QStringLiteral("observations"));
    return part(feed, number, "observations", whole.toJson());
}

/// Whether all of the feed that lies in the file was written by this program, since it began to. Otherwise
/// playing the log on top of its last picture would mix in what another program was told.
city::Result<bool> PictureLog::isAlone(Feed& feed, qint64 number)
{
    auto found = m_lastPicture.run({number});
    if (!found) return found.problem();
    const qint64 lastPicture = (*found)->next() ? (*found)->value(0).toLongLong() : 0;
    (*found)->finish();
    const auto lastAnswer = m_store.log().knownBy(number, std::numeric_limits<qint64>::max());
    if (!lastAnswer) return lastAnswer.problem();
    return feed.lastPicture == lastPicture && feed.lastAnswer == *lastAnswer;
}

} // namespace history
