// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demo_city.h"

#include "app/demo/topic.h"
#include "layers/city/threads.h"

#include <QCryptographicHash>
#include <QtConcurrent>

namespace app {

namespace {

constexpr int leastAnswers = 60; ///< What speaks once a day has a past of two months.

using WorldFuture = QFuture<std::shared_ptr<const demo::World>>;

const demo::Topic* topicOf(const QString& feed)
{
    for (const demo::Topic& topic : demo::topics()) {
        if (feed == QLatin1String(topic.feed)) return &topic;
    }
    return nullptr;
}

void observeSpan(const demo::Topic& topic, const demo::World& world, city::Instant from, city::Instant to,
                 city::Duration step, demo::Observations& out)
{
    if (topic.observe == nullptr) return;
    city::Instant last = city::Instant::min();
    for (city::Instant at = from; at < to; at += step) {
        const city::Instant published = demo::onThe(topic.cadence, at);
        if (published != last) topic.observe(world, published, out);
        last = published;
    }
}

feeds::FetchResponse failure(const QString& feed, city::Message text, city::Instant at)
{
    feeds::FetchResponse response;
    response.failure = city::Problem{feed, {}, std::move(text)};
    response.receivedAt = at;
    return response;
}

/// The feed's own document, or one that is joined to it.
const demo::Topic* topicOf(const demo::World& world, const feeds::FetchRequest& request)
{
    return topicOf(world.joined.value(request.feed, request.feed));
}

QByteArray bodyOf(const demo::Topic& topic, const demo::World& world, const QUrl& url, city::Instant at)
{
    if (url.path().endsWith(u".cap")) return demo::alertMessage(world, url.toString(), at);
    return topic.payload(world, demo::onThe(topic.cadence, at));
}

feeds::FetchResponse answer(const feeds::FetchRequest& request, const demo::World& world, city::Instant at)
{
    const demo::Topic* topic = topicOf(world, request);
    if (topic == nullptr)
        return failure(request.feed, QT_TRANSLATE_NOOP("Message", "the demo city has no such feed"), at);
    feeds::FetchResponse response;
    response.receivedAt = at;
    response.body = bodyOf(*topic, world, request.request.url, at);
    if (response.body.isEmpty())
        return failure(request.feed, {QT_TRANSLATE_NOOP("Message", "HTTP %1"), {QStringLiteral("503")}}, at);
    response.etag = '"' + QCryptographicHash::hash(response.body, QCryptographicHash::Md5).toHex() + '"';
    if (response.etag == request.etag) {
        response.body.clear();
        response.notModified = true;
    }
    return response;
}

} // namespace

DemoCity::DemoCity(std::shared_ptr<const Pack> pack, const city::Clock& clock, quint32 seed)
    : m_clock(clock), m_world(QtConcurrent::run(&city::workThreads(), [pack = std::move(pack), seed] {
          return std::make_shared<const demo::World>(demo::makeWorld(*pack, seed));
      }))
{
}

DemoCity::~DemoCity() = default;

QFuture<feeds::FetchResponse> DemoCity::get(const feeds::FetchRequest& request)
{
    return getAt(request, m_clock.now());
}

QFuture<feeds::FetchResponse> DemoCity::getAt(const feeds::FetchRequest& request, city::Instant at) const
{
    return QtConcurrent::run(&city::workThreads(),
                             [request, world = m_world, at] { return answer(request, *world.result(), at); });
}

QByteArray DemoCity::payload(const QString& feed, city::Instant at) const
{
    const demo::Topic* topic = topicOf(feed);
    return topic == nullptr ? QByteArray()
                            : topic->payload(*m_world.result(), demo::onThe(topic->cadence, at));
}

std::vector<city::Observation> DemoCity::past(const QString& feed, city::Instant from, city::Instant to,
                                              city::Duration step) const
{
    std::vector<city::Observation> found;
    const demo::Topic* topic = topicOf(feed);
    if (topic == nullptr || step <= city::Duration::zero()) return found;
    const std::shared_ptr<const demo::World> world = m_world.result();
    demo::Observations out(world->kinds.value(feed), found);
    observeSpan(*topic, *world, from, to, step, out);
    return found;
}

std::map<QString, std::vector<city::Observation>> DemoCity::pastOf(const QSet<Series>& series, city::Instant from,
                                                                   city::Instant to, city::Duration step) const
{
    QHash<QString, QSet<QString>> places; // By kind.
    for (const auto& [place, quantity] : series)
        places[place.kind].insert(place.id);
    const std::shared_ptr<const demo::World> world = m_world.result();
    std::map<QString, std::vector<city::Observation>> found;
    for (const demo::Topic& topic : demo::topics()) {
        const QString feed = QString::fromLatin1(topic.feed), kind = world->kinds.value(feed);
        const auto wanted = places.constFind(kind);
        if (wanted == places.cend()) continue;
        std::vector<city::Observation> all;
        demo::Observations out(kind, all, &*wanted);
        const city::Instant since = std::min(from, to - leastAnswers * topic.cadence);
        observeSpan(topic, *world, since, to, std::max(step, topic.cadence), out);
        std::erase_if(all, [&](const city::Observation& one) { return !series.contains({one.place, one.quantity}); });
        if (!all.empty()) found.emplace(feed, std::move(all));
    }
    return found;
}

city::Instant DemoCity::dayStart()
{
    return demo::dayStart();
}

city::Instant DemoCity::openingMoment()
{
    return demo::atHours(17.5);
}

bool DemoCity::isDemo(const feeds::Transport* transport)
{
    return dynamic_cast<const DemoCity*>(transport) != nullptr;
}
} // namespace app
