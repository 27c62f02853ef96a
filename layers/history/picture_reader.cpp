// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/picture_reader.h"

#include "layers/history/fact_json.h"

#include <QJsonDocument>
#include <QVariant>
#include <limits>

namespace history {

namespace {

const QString pictureColumns = QStringLiteral(
    "SELECT f.name, p.feed_id, p.shown_at, p.answer_id, p.state, p.places, p.alerts, p.events, p.vehicles, p.last_attempt, "
    "p.last_success, p.newest_observation, p.failures_in_a_row, p.latency, p.payload_bytes, p.id ");

std::optional<city::Instant> instantOrNothing(const QVariant& stamp)
{
    return stamp.isNull() ? std::nullopt : std::optional(instantOf(stamp.toLongLong()));
}

} // namespace

PictureReader::PictureReader(const Database& database, ObservationStore& store, MarkLog& marks)
    : m_database(database), m_store(store), m_marks(marks),
      m_at(database, pictureColumns + QStringLiteral("FROM feed f JOIN picture p ON p.id = (SELECT id FROM picture WHERE "
                                                     "feed_id = f.id AND shown_at <= ? ORDER BY shown_at DESC, id DESC LIMIT 1)")),
      m_newest(database, pictureColumns + QStringLiteral("FROM picture p JOIN feed f ON f.id = p.feed_id WHERE p.feed_id = ? "
                                                         "ORDER BY p.shown_at DESC, p.id DESC LIMIT 1")),
      m_keyframe(
          database,
          QStringLiteral("SELECT observations, answer_id FROM picture WHERE feed_id = ? AND id <= ? AND "
                         "observations IS NOT NULL ORDER BY id DESC LIMIT 1")),
      m_facts(database, QStringLiteral("SELECT CAST(facts AS BLOB) FROM part WHERE id = ?")),
      m_feedOfSeries(database, QStringLiteral("SELECT feed_id, id FROM series")),
      m_feedNames(database, QStringLiteral("SELECT id, name FROM feed")), m_series(database)
{
}

city::Result<PictureReader::Pictures> PictureReader::shownAt(city::Instant moment)
{
    if (auto behind = m_store.catchUp()) return *behind;
    Pictures pictures;
    if (auto wrong = readAll(m_at.run({stampOf(moment)}), pictures)) return *wrong;
    return pictures;
}

city::Result<PictureReader::Pictures> PictureReader::newest(const QList<qint64>& feeds)
{
    if (feeds.isEmpty()) return shownAt(instantOf(std::numeric_limits<qint64>::max()));
    if (auto behind = m_store.catchUp()) return *behind;
    Pictures pictures;
    for (const qint64 feed : feeds) {
        if (auto wrong = readAll(m_newest.run({feed}), pictures)) return *wrong;
    }
    return pictures;
}

std::optional<city::Problem> PictureReader::readAll(city::Result<QSqlQuery*> found, Pictures& pictures)
{
    if (!found) return found.problem();
    QSqlQuery& rows = **found;
    while (rows.next()) {
        Feed& feed = m_feeds[rows.value(1).toLongLong()];
        if (feed.picture != rows.value(15).toLongLong()) {
            feed.picture = 0;
            if (auto wrong = read(rows, feed)) return wrong;
            feed.picture = rows.value(15).toLongLong();
        }
        pictures.push_back(feed.shown);
    }
    if (rows.lastError().isValid()) return m_database.explain(rows.lastError());
    return std::nullopt;
}

std::optional<city::Problem> PictureReader::read(const QSqlQuery& row, Feed& feed)
{
    auto picture = std::make_shared<city::FeedPicture>();
    city::FeedState& state = picture->state;
    const QVariant statePart = row.value(4);
    if (feed.state.part != statePart.toLongLong()) {
        const auto json = facts(statePart);
        if (!json) return json.problem();
        feed.state = {statePart.toLongLong(), QJsonDocument::fromJson(*json).object()};
    }
    if (!statePart.isNull()) fromJson(feed.state.facts, state);
    auto places = factsOf(row.value(5), feed.places);
    if (!places) return places.problem();
    auto alerts = factsOf(row.value(6), feed.alerts);
    if (!alerts) return alerts.problem();
    auto events = factsOf(row.value(7), feed.events);
    if (!events) return events.problem();
    auto vehicles = factsOf(row.value(8), feed.vehicles);
    if (!vehicles) return vehicles.problem();
    picture->places = std::move(places.value());
    picture->alerts = std::move(alerts.value());
    picture->events = std::move(events.value());
    picture->vehicles = std::move(vehicles.value());
    state.id = row.value(0).toString();
    state.lastAttempt = instantOrNothing(row.value(9));
    state.lastSuccess = instantOrNothing(row.value(10));
    state.newestObservation = instantOrNothing(row.value(11));
    state.failuresInARow = row.value(12).toInt();
    state.latency = city::Duration(row.value(13).toLongLong());
    state.payloadBytes = row.value(14).toLongLong();
    feed.lastAnswer = row.value(3).toLongLong();
    if (auto wrong = play(row.value(1).toLongLong(), row.value(15), feed)) return wrong;
    picture->observations = feed.played.observations;
    feed.shown = std::move(picture);
    return std::nullopt;
}

/// Brings what was played of a feed to its last answer; on from where it stands when that is on the way.
std::optional<city::Problem> PictureReader::play(qint64 number, const QVariant& picture, Feed& feed)
{
    Played& played = feed.played;
    auto found = m_keyframe.run({number, picture});
    if (!found) return found.problem();
    if (!(*found)->next()) { // it never had any
        played = {};
        return std::nullopt;
    }
    const QVariant keyframe = (*found)->value(0);
    const qint64 firstAnswer = (*found)->value(1).toLongLong();
    (*found)->finish();
    std::optional<city::Problem> wrong;
    if (played.keyframe != keyframe.toLongLong() || played.answer > feed.lastAnswer) {
        played = {0, firstAnswer, {}, {}, {}};
        const auto json = facts(keyframe);
        if (!json) return json.problem();
        const WholePicture whole = WholePicture::fromJson(*json);
        for (std::size_t i = 0; i < whole.series.size() && !wrong; ++i)
            wrong = show(played, i, whole.series[i], whole.at[i], whole.learned[i], whole.values[i]);
        if (wrong) return wrong;
    }
    played.keyframe = 0; // until all is played
    const auto unread =
        m_store.log().readOf(number, played.answer, feed.lastAnswer, [&](const Answer& answer) {
            for (std::size_t i = 0; i < answer.series.size() && !wrong; ++i)
                wrong = show(played, i, answer.series[i], answer.at[i], answer.learnedAt, answer.values[i]);
        });
    if (unread || wrong) return unread ? unread : wrong;
    played.keyframe = keyframe.toLongLong();
    played.answer = feed.lastAnswer;
    return std::nullopt;
}

/// `guess`: where the series stands when the feed tells them in the order of the picture, as most do.
std::optional<city::Problem> PictureReader::show(Played& played, std::size_t guess, qint64 series, qint64 at, qint64 learned,
                                                 double value)
{
    std::size_t index = played.observations.size();
    if (guess < index && played.series[guess] == series)
        index = guess;
    else
        index = played.index.value(series, index);
    if (index == played.observations.size()) {
        auto described = m_series.of(series);
        if (!described) return described.problem();
        played.observations.push_back(std::move(described.value()));
        played.series.push_back(series);
        played.index.insert(series, index);
    } else if (!replaces(at, stampOf(played.observations[index].observedAt))) {
        return std::nullopt;
    }
    city::Observation& one = played.observations[index];
    one.observedAt = instantOf(at);
    one.receivedAt = instantOf(learned);
    one.value = value;
    return std::nullopt;
}

template<typename Fact>
city::Result<std::vector<Fact>> PictureReader::factsOf(const QVariant& part,
                                                       Parsed<std::vector<Fact>>& parsed)
{
    if (part.isNull()) return std::vector<Fact>();
    if (parsed.part != part.toLongLong()) {
        const auto json = facts(part);
        if (!json) return json.problem();
        parsed = {part.toLongLong(), {}};
        fromJson(QJsonDocument::fromJson(*json).array(), parsed.facts);
    }
    return parsed.facts;
}

city::Result<QByteArray> PictureReader::facts(const QVariant& part)
{
    if (part.isNull()) return QByteArray();
    auto found = m_facts.run({part});
    if (!found) return found.problem();
    QByteArray facts;
    if ((*found)->next()) facts = (*found)->value(0).toByteArray();
    (*found)->finish();
    return facts;
}

city::Result<PictureReader::Pictures> PictureReader::knownAbout(city::Instant moment)
{
    auto shown = shownAt(moment);
    if (!shown) return shown;
    const auto series = seriesByFeed();
    if (!series) return series.problem();
    auto names = m_feedNames.run({});
    if (!names) return names.problem();
    std::vector<std::pair<qint64, QString>> feeds;
    while ((*names)->next())
        feeds.emplace_back((*names)->value(0).toLongLong(), (*names)->value(1).toString());
    Pictures known;
    for (const auto& [number, name] : feeds) {
        auto picture = std::make_shared<city::FeedPicture>();
        for (const auto& one : shown.value())
            if (one->state.id == name) *picture = *one;
        const bool wasThere = !picture->state.id.isEmpty();
        picture->state.id = name;
        if (auto wrong = learnLater(number, stampOf(moment), wasThere, series->value(number), *picture))
            return *wrong;
        if (auto wrong = m_marks.addLate(number, stampOf(moment), *picture)) return *wrong;
        if (wasThere || !picture->observations.empty() || !picture->alerts.empty() ||
            !picture->events.empty())
            known.push_back(std::move(picture));
    }
    return known;
}

/// Puts into `picture` what is believed now of the newest values at `moment`: of the series that were shown,
/// and of those that were told of later.
std::optional<city::Problem> PictureReader::learnLater(qint64 number, qint64 moment, bool wasThere,
                                                       const std::vector<qint64>& series,
                                                       city::FeedPicture& picture)
{
    const Feed feed = wasThere ? m_feeds.value(number) : Feed();
    for (const qint64 one : series) {
        const auto newest = m_store.newest(one, moment);
        if (!newest) return newest.problem();
        if (!*newest || (*newest)->answer <= feed.lastAnswer) continue; // nothing was learned later
        const auto learned = m_store.log().learnedAt((*newest)->answer);
        if (!learned) return learned.problem();
        auto observation = m_series.of(one);
        if (!observation) return observation.problem();
        observation.value().observedAt = instantOf((*newest)->at);
        observation.value().receivedAt = instantOf(*learned);
        observation.value().value = (*newest)->value;
        const auto place = feed.played.index.constFind(one);
        if (place != feed.played.index.cend() && *place < picture.observations.size())
            picture.observations[*place] = std::move(observation.value());
        else
            picture.observations.push_back(std::move(observation.value()));
    }
    return std::nullopt;
}

city::Result<QHash<qint64, std::vector<qint64>>> PictureReader::seriesByFeed()
{
    auto found = m_feedOfSeries.run({});
    if (!found) return found.problem();
    QSqlQuery& rows = **found;
    QHash<qint64, std::vector<qint64>> series;
    while (rows.next())
        series[rows.value(0).toLongLong()].push_back(rows.value(1).toLongLong());
    if (rows.lastError().isValid()) return m_database.explain(rows.lastError());
    return series;
}

} // namespace history
