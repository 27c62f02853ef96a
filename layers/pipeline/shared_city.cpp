// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/pipeline/shared_city.h"

#include "layers/pipeline/apply.h"
#include "layers/pipeline/feed_jobs.h"
#include "layers/pipeline/when_done.h"

#include <QtConcurrent>
#include <utility>

namespace pipeline {

namespace {

// Of the past, a new copy has this much, so that charts have a day when the store is gone.
constexpr city::Duration copiedBack = std::chrono::hours(24);

/// What the pack says of a feed, which no store keeps.
void complete(city::FeedState& state, const city::FeedState& said)
{
    state.title = said.title;
    state.publisher = said.publisher;
    state.licence = said.licence;
    state.promise = said.promise;
}

} // namespace

SharedCity::SharedCity(SharedCityParts parts, QObject* parent) : QObject(parent), m_parts(std::move(parts))
{
    for (const feeds::FeedSpec& spec : m_parts.feeds) {
        auto picture = unasked(spec);
        m_said[spec.id] = picture.state;
        m_pictures[spec.id] = shared(std::move(picture));
    }
    m_pool.setMaxThreadCount(1); // in the order they came
    publish();
}

SharedCity::~SharedCity()
{
    m_pool.clear();
    m_pool.waitForDone();
}

history::HistoryStore& SharedCity::history() const
{
    return m_isReached || !m_parts.copy ? *m_parts.shared : *m_parts.copy;
}

void SharedCity::start()
{
    m_copiedSince = m_parts.clock->now() - copiedBack;
    history::StoreNews& news = m_parts.shared->news();
    connect(&news, &history::StoreNews::added, this, &SharedCity::want);
    connect(&news, &history::StoreNews::lost, this, &SharedCity::goneNow);
    connect(&news, &history::StoreNews::noted, this, &SharedCity::noted);
    connect(&news, &history::StoreNews::back, this, [this] {
        if (!std::exchange(m_isReached, true)) Q_EMIT back();
        wantAll();
    });
    wantAll();
}

void SharedCity::refresh()
{
    wantAll();
}

void SharedCity::want(const QList<qint64>& feeds)
{
    for (const qint64 feed : feeds) {
        if (!m_wanted.contains(feed)) m_wanted << feed;
    }
    ask();
}

void SharedCity::wantAll()
{
    m_wantsAll = true;
    ask();
}

/// One question at a time: what is pushed meanwhile is asked for together.
void SharedCity::ask()
{
    if (m_isAsking || (!m_wantsAll && m_wanted.isEmpty())) return;
    m_isAsking = true;
    const QList<qint64> feeds = std::exchange(m_wanted, {});
    whenDone(this, m_parts.shared->newestPictures(m_wantsAll ? QList<qint64>() : feeds),
             [this](std::optional<city::Result<history::HistoryStore::Pictures>> pictures) {
                 if (pictures) answered(std::move(*pictures));
             });
}

void SharedCity::answered(city::Result<history::HistoryStore::Pictures> pictures)
{
    if (pictures) return prepare(std::move(pictures.value()), false);
    m_isAsking = false;
    goneNow(pictures.problem());
}

void SharedCity::prepare(history::HistoryStore::Pictures pictures, bool fromCopy)
{
    const auto work = [pictures = std::move(pictures), said = m_said, areas = m_parts.areas]() mutable {
        Pictures made;
        for (const auto& found : pictures) {
            const auto known = said.find(found->state.id);
            if (known == said.end()) continue; // not of this pack
            city::FeedPicture picture = *found;
            complete(picture.state, known->second);
            picture.index(*areas);
            made.push_back(shared(std::move(picture)));
        }
        return made;
    };
    whenDone(this, QtConcurrent::run(&m_pool, work), [this, fromCopy](std::optional<Pictures> made) {
        if (made) show(*made, fromCopy);
    });
}

void SharedCity::show(const Pictures& pictures, bool fromCopy)
{
    for (const auto& picture : pictures)
        m_pictures[picture->state.id] = picture;
    publish();
    const bool wasAll = fromCopy || std::exchange(m_wantsAll, false);
    if (!fromCopy) {
        m_isAsking = false;
        for (const auto& picture : pictures)
            m_toCopy[picture->state.id] = picture;
        copyTold();
    }
    if (wasAll) Q_EMIT settled();
    ask();
}

void SharedCity::goneNow(const city::Problem& why)
{
    const bool wasReached = std::exchange(m_isReached, false);
    if (wasReached) Q_EMIT lost(why);
    if (!m_wantsAll) return;
    // It was gone from the beginning: what is known is in the copy.
    m_wantsAll = false;
    showCopy();
}

void SharedCity::showCopy()
{
    if (!m_parts.copy) {
        Q_EMIT settled();
        return;
    }
    whenDone(this, m_parts.copy->newestPictures({}),
             [this](std::optional<city::Result<history::HistoryStore::Pictures>> pictures) {
                 if (pictures && pictures->ok())
                     prepare(std::move(pictures->value()), true);
                 else
                     Q_EMIT settled();
             });
}

/// Values, page by page, in the order they were told.
void SharedCity::copyTold()
{
    if (!m_parts.copy) return;
    m_copyAgain = m_isCopying;
    if (m_isCopying) return;
    m_isCopying = true;
    whenDone(this, m_parts.shared->toldAfter(m_copied, m_copiedSince),
             [this](std::optional<city::Result<history::ToldBatch>> batch) {
                 m_isCopying = false;
                 if (!batch || !batch->ok()) return; // the next news brings it
                 history::ToldBatch& told = batch->value();
                 m_copied = told.last;
                 if (told.isAll) {
                     copyPictures(told);
                 } else {
                     for (auto& [feed, observations] : told.told)
                         m_parts.copy->append(feed, std::move(observations));
                 }
                 if (!told.isAll || m_copyAgain) copyTold();
             });
}

/// Each picture together with what was told of it, so that the copy need not write down what follows from
/// that.
void SharedCity::copyPictures(history::ToldBatch& told)
{
    std::map<QString, std::vector<city::Observation>> byFeed;
    for (auto& [feed, observations] : told.told) {
        auto& all = byFeed[feed];
        all.insert(all.end(), observations.begin(), observations.end());
    }
    for (const auto& [feed, picture] : std::exchange(m_toCopy, {})) {
        m_parts.copy->record(picture, std::move(byFeed[feed]), m_parts.clock->now());
        byFeed.erase(feed);
    }
    for (auto& [feed, observations] : byFeed)
        m_parts.copy->append(feed, std::move(observations));
}

void SharedCity::publish()
{
    city::CitySnapshot::Feeds pictures(m_pictures.begin(), m_pictures.end());
    m_snapshot =
        std::make_shared<const city::CitySnapshot>(m_parts.clock->now(), std::move(pictures), m_parts.areas);
    Q_EMIT published(m_snapshot);
}

} // namespace pipeline
