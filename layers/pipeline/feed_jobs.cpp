// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/pipeline/feed_jobs.h"

#include "layers/feeds/health/payloads.h"

#include <QCoreApplication>
#include <QSet>
#include <QThread>
#include <QThreadPool>

namespace pipeline {

namespace {

constexpr std::size_t destroyedAtOnce = 500;
constexpr qsizetype mostDocuments = 200; ///< Over all pages.

OutcomePtr failure(const Job& job, city::Problem why)
{
    auto outcome = std::make_shared<Outcome>();
    outcome->picture =
        shared(failed(*job.previous, std::move(why), receptionOf(job.response, job.spec->format)));
    return outcome;
}

OutcomePtr success(const Job& job, feeds::Decoded facts, Reception reception)
{
    feeds::complete(facts);
    reception.jumps = feeds::holdBackJumps(*job.previous, facts.observations);
    auto outcome = std::make_shared<Outcome>();
    outcome->toRecord = facts.observations;
    city::FeedPicture picture = accepted(*job.previous, std::move(facts), reception);
    picture.index(*job.areas);
    outcome->picture = shared(std::move(picture));
    return outcome;
}

/// What one document says, from its new body or from before; otherwise why it says nothing.
city::Result<KnownDocument> read(const Job& job, const FollowedDocument& document)
{
    const feeds::FetchResponse& response = document.response;
    const bool hasBody = !response.failure && !response.notModified && response.receivedAt != city::Instant();
    if (hasBody) {
        auto facts = decodeAnswer(job, response);
        if (facts)
            return KnownDocument{std::make_shared<const feeds::Decoded>(std::move(facts.value())),
                                 response.etag, response.lastModified};
        if (!document.known) return facts.problem();
    }
    if (document.known) return *document.known;
    return response.failure.value_or(city::Problem{});
}

/// The links that lead to documents of which none has been asked for, as long as there are not too many.
std::vector<QUrl> notAsked(const Job& job, std::vector<QUrl> links, const QSet<QUrl>& asked)
{
    if (asked.size() >= mostDocuments) return {};
    std::erase_if(links,
                  [&](const QUrl& link) { return asked.contains(job.spec->request.url.resolved(link)); });
    return links;
}

} // namespace

Reception receptionOf(const feeds::FetchResponse& response, const QString& format)
{
    return {response.receivedAt,
            response.latency,
            response.body.size(),
            response.partial ? Listing::Partial : Listing::Full,
            format,
            response.contentType};
}

city::Result<feeds::Decoded> decodeAnswer(const Job& job, const feeds::FetchResponse& response)
{
    return job.decode(response.body, {*job.spec, *job.quantities, response.receivedAt, job.joined,
                                      response.contentType, job.schedule});
}

Picture shared(city::FeedPicture picture)
{
    return Picture(new city::FeedPicture(std::move(picture)), [](const city::FeedPicture* old) {
        const QCoreApplication* application = QCoreApplication::instance();
        const bool small = old->places.size() + old->observations.size() < destroyedAtOnce;
        const bool inGuiThread = application && QThread::currentThread() == application->thread();
        if (small || !inGuiThread || QCoreApplication::closingDown()) {
            delete old;
            return;
        }
        QThreadPool::globalInstance()->start([old] { delete old; });
    });
}

namespace {

OutcomePtr digestOwn(const Job& job)
{
    if (job.response.failure) return failure(job, *job.response.failure);
    if (job.response.notModified) {
        auto outcome = std::make_shared<Outcome>();
        outcome->picture = shared(unchanged(*job.previous, receptionOf(job.response, job.spec->format)));
        return outcome;
    }
    auto facts = decodeAnswer(job, job.response);
    if (!facts) return failure(job, facts.problem());
    if (facts->follow.empty() && job.spec->request.pages.way != feeds::Paging::Way::None) {
        auto outcome = std::make_shared<Outcome>();
        outcome->firstPage = std::make_shared<feeds::Decoded>(std::move(facts.value()));
        return outcome;
    }
    if (facts->follow.empty())
        return success(job, std::move(facts.value()), receptionOf(job.response, job.spec->format));
    auto outcome = std::make_shared<Outcome>();
    outcome->index = std::make_shared<const feeds::Decoded>(std::move(facts.value()));
    return outcome;
}

} // namespace

OutcomePtr digest(const Job& job)
{
    OutcomePtr outcome = digestOwn(job);
    // Pages and documents that were followed are many; the feed's own document stands for them.
    feeds::keepPayload(job.payloadFolder, job.spec->id, job.response,
                       outcome->picture ? outcome->picture->state.failure : std::nullopt);
    return outcome;
}

OutcomePtr digestPages(const Job& job, std::shared_ptr<feeds::Decoded> facts, const Reception& reception)
{
    return success(job, std::move(*facts), reception);
}

OutcomePtr digestFollowed(const Job& job, std::shared_ptr<const feeds::Decoded> index,
                          const std::vector<FollowedDocument>& documents, KnownDocuments earlier)
{
    feeds::Decoded all = *index;
    all.follow.clear();
    Reception reception = receptionOf(job.response, job.spec->format);
    KnownDocuments known = std::move(earlier);
    QSet<QUrl> asked(known.keyBegin(), known.keyEnd());
    for (const FollowedDocument& document : documents) {
        asked.insert(document.url);
        reception.bytes += document.response.body.size();
        const auto one = read(job, document);
        if (one) {
            known.insert(document.url, *one);
            feeds::append(all, *one->facts);
            continue;
        }
        city::Problem problem = one.problem();
        problem.record = document.url.fileName();
        all.addProblem(std::move(problem));
        reception.listing = Listing::Partial;
    }
    all.follow = notAsked(job, std::move(all.follow), asked);
    if (!all.follow.empty()) {
        auto further = std::make_shared<Outcome>();
        further->index = std::make_shared<const feeds::Decoded>(std::move(all));
        further->known = std::move(known);
        return further;
    }
    OutcomePtr outcome = known.isEmpty() && !documents.empty() && all.factCount() == 0
                             ? failure(job, all.problems.empty() ? city::Problem{} : all.problems.front())
                             : success(job, std::move(all), reception);
    outcome->known = std::move(known);
    return outcome;
}

} // namespace pipeline
