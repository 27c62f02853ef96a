// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/pipeline/followed.h"

#include "layers/pipeline/when_done.h"

#include <QSet>

namespace pipeline {

namespace {

constexpr std::size_t mostDocuments = 200;
constexpr int mostAtOnce = 3;

feeds::FetchResponse refusal(city::Message text)
{
    feeds::FetchResponse response;
    response.failure = city::Problem{{}, {}, std::move(text)};
    return response;
}

} // namespace

Following::Following(const feeds::FeedSpec& spec, feeds::Transport& transport, KnownDocuments known,
                     Done done, QObject* parent)
    : QObject(parent), m_spec(spec), m_transport(transport), m_known(std::move(known)),
      m_done(std::move(done))
{
}

Following::~Following()
{
    for (auto& future : m_asked)
        future.cancel();
}

void Following::begin(const std::vector<QUrl>& links)
{
    QSet<QUrl> seen;
    for (const QUrl& link : links) {
        const QUrl url = m_spec.request.url.resolved(link);
        if (seen.contains(url)) continue;
        seen.insert(url);
        if (m_documents.size() == mostDocuments) break;
        FollowedDocument document;
        document.url = url;
        const auto found = m_known.constFind(url);
        if (found != m_known.cend()) document.known = *found;
        m_documents.push_back(std::move(document));
    }
    askMore();
}

void Following::askMore()
{
    while (m_open < mostAtOnce && m_next < m_documents.size()) {
        const std::size_t index = m_next++;
        FollowedDocument& document = m_documents[index];
        if (document.known && m_spec.format == QLatin1String("cap")) continue;
        if (m_refused) {
            document.response =
                refusal({QT_TRANSLATE_NOOP("Message", "not asked for: the publisher asks for a pause"), {}});
            continue;
        }
        if (m_spec.request.url.scheme() == QLatin1String("https") &&
            document.url.scheme() != QLatin1String("https")) {
            document.response = refusal(
                {QT_TRANSLATE_NOOP("Message", "not asked for: it is not an https address, as the feed's is"),
                 {}});
            continue;
        }
        ++m_open;
        m_asked.push_back(m_transport.get(requestFor(document)));
        whenDone(this, m_asked.back(), [this, index](std::optional<feeds::FetchResponse> response) {
            --m_open;
            answered(index, response ? std::move(*response)
                                     : refusal({QT_TRANSLATE_NOOP("Message", "given up"), {}}));
        });
    }
    if (m_open > 0 || m_next < m_documents.size() || !m_done) return;
    const Done done = std::exchange(m_done, nullptr);
    done(std::move(m_documents));
    deleteLater();
}

void Following::answered(std::size_t index, feeds::FetchResponse response)
{
    if (response.retryAfter) m_refused = true;
    m_documents[index].response = std::move(response);
    askMore();
}

feeds::FetchRequest Following::requestFor(const FollowedDocument& document) const
{
    feeds::FetchRequest request;
    request.feed = m_spec.id;
    request.request = m_spec.request;
    request.request.url = document.url;
    request.document = feeds::FetchRequest::Document::Followed;
    // Another host gets neither the feed's keys nor its other headers.
    if (document.url.host() != m_spec.request.url.host()) {
        request.request.headers.clear();
        request.request.credentials.reset();
    }
    if (document.known) {
        request.etag = document.known->etag;
        request.lastModified = document.known->lastModified;
    }
    return request;
}

} // namespace pipeline
