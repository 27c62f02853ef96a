// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/picture_log.h"

#include "layers/history/fact_json.h"
#include "layers/history/number_list.h"

#include <QJsonDocument>
#include <QVariant>
#include <algorithm>

namespace history {

namespace {

constexpr qsizetype playedAtMost = 20; ///< Times the observations of a picture; then they are written whole.

const QString pictureColumns =
    QStringLiteral("SELECT f.name, p.feed_id, p.shown_at, p.answer_id, p.state, p.places, p.alerts, p.events, "
                   "p.vehicles, p.last_attempt, p.last_success, p.newest_observation, p.failures_in_a_row, "
                   "p.latency, p.payload_bytes ");

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

std::optional<city::Instant> instantOrNothing(const QVariant& stamp)
{
    return stamp.isNull() ? std::nullopt : std::optional(instantOf(stamp.toLongLong()));
}

/// Whether `next` stands instead of `shown`: the rule of playing the log.
bool replaces(qint64 next, qint64 shown)
{
    return next >= shown;
}

/// The four lists of a picture's observations written whole, one below the other.
struct Whole {
    std::vector<qint64> series, at, learned;
    std::vector<double> values;

    QByteArray toJson() const
    {
        return '[' + numberList(series) + ',' + numberList(at) + ',' + numberList(learned) + ',' + numberList(values) + ']';
    }
    /// Empty when the lists do not belong together.
    static Whole fromJson(const QByteArray& json)
    {
        Whole whole;
        const QJsonArray lists = QJsonDocument::fromJson(json).array();
        if (lists.size() != 4) return whole;
        const auto integers = [](const QJsonValue& list, std::vector<qint64>& into) {
            for (const QJsonValue& one : list.toArray())
                into.push_back(one.toInteger());
        };
        integers(lists.at(0), whole.series);
        integers(lists.at(1), whole.at);
        integers(lists.at(2), whole.learned);
        for (const QJsonValue& one : lists.at(3).toArray())
            whole.values.push_back(one.toDouble());
        const std::size_t size = whole.series.size();
        const bool good = whole.at.size() == size && whole.learned.size() == size && whole.values.size() == size;
        return good ? whole : Whole();
    }
};

} // namespace

PictureLog::PictureLog(const Database& database, ObservationStore& store)
    : m_database(database), m_store(store),
      m_insertPart(database, QStringLiteral("INSERT INTO part (feed_id, kind, facts) VALUES (?, ?, CAST(? AS TEXT)) RETURNING id")),
      m_insert(database, QStringLiteral("INSERT INTO picture (feed_id, shown_at, answer_id, observations, state, places, alerts, "
                                        "events, vehicles, last_attempt, last_success, newest_observation, failures_in_a_row, "
                                        "latency, payload_bytes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")),
      m_at(database, pictureColumns + QStringLiteral("FROM feed f JOIN picture p ON p.id = (SELECT id FROM picture WHERE "
                                                     "feed_id = f.id AND shown_at <= ? ORDER BY shown_at DESC, id DESC LIMIT 1)")),
      m_newest(database, pictureColumns + QStringLiteral("FROM picture p JOIN feed f ON f.id = p.feed_id WHERE p.feed_id = ? "
                                                         "ORDER BY p.shown_at DESC, p.id DESC LIMIT 1")),
      m_keyframe(database, QStringLiteral("SELECT observations, answer_id FROM picture WHERE feed_id = ? AND shown_at <= ? AND "
                                          "observations IS NOT NULL ORDER BY shown_at DESC, id DESC LIMIT 1")),
      m_facts(database, QStringLiteral("SELECT CAST(facts AS BLOB) FROM part WHERE id = ?")),
      m_series(database, QStringLiteral("SELECT p.kind, p.code, q.name, u.code FROM series s JOIN place p ON p.id = s.place_id "
                                        "JOIN quantity q ON q.id = s.quantity_id JOIN unit u ON u.id = s.unit_id WHERE s.id = ?")),
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
    const auto news = m_store.append(*number, told, answers);
    if (!news) return news.problem();
    const auto lastAnswer = m_store.log().knownBy(*number, std::numeric_limits<qint64>::max());
    if (!lastAnswer) return lastAnswer.problem();
    const auto whole = observations(feed, *number, picture, answers);
    if (!whole) return whole.problem();

    QVariantList row{*number, shownAt, *lastAnswer, *whole};
    const city::FeedState& state = picture.state;
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
    return news;
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
    Whole whole;
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

city::Result<std::vector<city::FeedPicture>> PictureLog::at(city::Instant moment)
{
    if (auto behind = m_store.catchUp()) return *behind;
    std::vector<city::FeedPicture> pictures;
    if (auto problem = readAll(m_at.run({stampOf(moment)}), pictures)) return *problem;
    return pictures;
}

city::Result<std::vector<city::FeedPicture>> PictureLog::newest(const QList<qint64>& feeds)
{
    if (feeds.isEmpty()) return at(instantOf(std::numeric_limits<qint64>::max()));
    if (auto behind = m_store.catchUp()) return *behind;
    std::vector<city::FeedPicture> pictures;
    for (const qint64 feed : feeds) {
        if (auto problem = readAll(m_newest.run({feed}), pictures)) return *problem;
    }
    return pictures;
}

std::optional<city::Problem> PictureLog::readAll(city::Result<QSqlQuery*> found, std::vector<city::FeedPicture>& pictures)
{
    if (!found) return found.problem();
    QSqlQuery& rows = **found;
    while (rows.next()) {
        auto picture = read(rows);
        if (!picture) return picture.problem();
        pictures.push_back(std::move(picture.value()));
    }
    if (rows.lastError().isValid()) return m_database.explain(rows.lastError());
    return std::nullopt;
}

city::Result<city::FeedPicture> PictureLog::read(const QSqlQuery& row)
{
    city::FeedPicture picture;
    city::FeedState& state = picture.state;
    std::vector<QByteArray> parts;
    for (int column = 4; column <= 8; ++column) {
        auto json = facts(row.value(column));
        if (!json) return json.problem();
        parts.push_back(std::move(json.value()));
    }
    fromJson(QJsonDocument::fromJson(parts[0]).object(), state);
    fromJson(QJsonDocument::fromJson(parts[1]).array(), picture.places);
    fromJson(QJsonDocument::fromJson(parts[2]).array(), picture.alerts);
    fromJson(QJsonDocument::fromJson(parts[3]).array(), picture.events);
    fromJson(QJsonDocument::fromJson(parts[4]).array(), picture.vehicles);
    state.id = row.value(0).toString();
    state.lastAttempt = instantOrNothing(row.value(9));
    state.lastSuccess = instantOrNothing(row.value(10));
    state.newestObservation = instantOrNothing(row.value(11));
    state.failuresInARow = row.value(12).toInt();
    state.latency = city::Duration(row.value(13).toLongLong());
    state.payloadBytes = row.value(14).toLongLong();
    const auto problem = readObservations(row.value(1).toLongLong(), row.value(2).toLongLong(), row.value(3).toLongLong(),
                                          picture.observations);
    if (problem) return *problem;
    return picture;
}

std::optional<city::Problem> PictureLog::readObservations(qint64 feed, qint64 shownAt, qint64 lastAnswer,
                                                          std::vector<city::Observation>& observations)
{
    auto found = m_keyframe.run({feed, shownAt});
    if (!found) return found.problem();
    if (!(*found)->next()) return std::nullopt; // it never had any
    const QVariant id = (*found)->value(0);
    const qint64 firstAnswer = (*found)->value(1).toLongLong();
    (*found)->finish();
    const auto json = facts(id);
    if (!json) return json.problem();

    QHash<qint64, std::size_t> places; // series to index in `observations`
    const auto show = [&](qint64 series, qint64 at, qint64 learned, double value) -> std::optional<city::Problem> {
        const auto known = places.constFind(series);
        if (known != places.cend() && !replaces(at, stampOf(observations[*known].observedAt))) return std::nullopt;
        std::size_t index = observations.size();
        if (known != places.cend()) {
            index = *known;
        } else {
            auto described = describe(series);
            if (!described) return described.problem();
            observations.push_back(std::move(described.value()));
            places.insert(series, index);
        }
        city::Observation& one = observations[index];
        one.observedAt = instantOf(at);
        one.receivedAt = instantOf(learned);
        one.value = value;
        return std::nullopt;
    };
    std::optional<city::Problem> wrong;
    const Whole whole = Whole::fromJson(*json);
    for (std::size_t i = 0; i < whole.series.size() && !wrong; ++i)
        wrong = show(whole.series[i], whole.at[i], whole.learned[i], whole.values[i]);
    if (wrong) return wrong;
    const auto unread = m_store.log().readOf(feed, firstAnswer, lastAnswer, [&](const Answer& answer) {
        for (std::size_t i = 0; i < answer.series.size() && !wrong; ++i)
            wrong = show(answer.series[i], answer.at[i], answer.learnedAt, answer.values[i]);
    });
    return unread ? unread : wrong;
}

city::Result<QByteArray> PictureLog::facts(const QVariant& part)
{
    if (part.isNull()) return QByteArray();
    auto found = m_facts.run({part});
    if (!found) return found.problem();
    QByteArray facts;
    if ((*found)->next()) facts = (*found)->value(0).toByteArray();
    (*found)->finish();
    return facts;
}

/// Place, quantity and unit of a series.
city::Result<city::Observation> PictureLog::describe(qint64 series)
{
    const auto known = m_described.constFind(series);
    if (known != m_described.cend()) return *known;
    auto found = m_series.run({series});
    if (!found) return found.problem();
    city::Observation one;
    if ((*found)->next()) {
        const QSqlQuery& row = **found;
        one.place = {row.value(0).toString(), row.value(1).toString()};
        one.quantity = row.value(2).toString();
        one.unit = row.value(3).toString();
    }
    (*found)->finish();
    m_described.insert(series, one);
    return one;
}

} // namespace history
