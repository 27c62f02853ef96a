// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/lookup_transport.h"

#include "layers/feeds/decoders/json_document.h"
#include "layers/feeds/decoders/json_record.h"
#include "layers/feeds/mapping/field.h"

namespace feeds {

namespace {

constexpr city::Duration counts{3600'000};
constexpr qint64 largestDocument = 8 * 1024 * 1024;

FetchRequest lookupOf(const FetchRequest& request)
{
    FetchRequest lookup = request;
    lookup.request.url = request.request.lookup->url;
    lookup.request.lookup.reset();
    lookup.request.pages = {};
    lookup.request.maxBytes = largestDocument;
    lookup.etag.clear();
    lookup.lastModified.clear();
    return lookup;
}

FetchResponse failed(const FetchResponse& answer, city::Problem why)
{
    FetchResponse response;
    response.failure = std::move(why);
    response.receivedAt = answer.receivedAt;
    response.latency = answer.latency;
    response.retryAfter = answer.retryAfter;
    return response;
}

} // namespace

city::Result<QUrl> foundUrl(const Request& request, const QByteArray& document)
{
    const auto parsed = parseJson(document, {});
    if (!parsed) return parsed.problem();
    FieldRef ref;
    ref.names << request.lookup->field;
    const JsonRecord root(parsed->root, nullptr);
    const QString found = Field(ref).text(root);
    if (found.isEmpty())
        return city::Problem{
            {},
            request.lookup->field,
            {QT_TRANSLATE_NOOP("Message",
                               "the portal's page of this dataset does not have it; the page has: %1"),
             {root.fieldNames().mid(0, 40).join(QStringLiteral(", "))}}};
    QString url = request.url.toString(QUrl::FullyEncoded);
    const QString encoded = QString::fromLatin1(QUrl::toPercentEncoding(found));
    url.replace(QLatin1String("%7Bfound%7D"), encoded).replace(QLatin1String("{found}"), encoded);
    return QUrl(url);
}

QFuture<FetchResponse> LookupTransport::get(const FetchRequest& request)
{
    if (!request.request.lookup || request.document == FetchRequest::Document::Followed)
        return m_inner.get(request);
    const auto known = m_found.constFind(request.feed);
    if (known != m_found.cend() && m_clock.now() < known->until) return getFound(request, known->url);
    return m_inner.get(lookupOf(request))
        .then(this,
              [this, request](const FetchResponse& answer) {
                  if (answer.failure) return QtFuture::makeReadyFuture(answer);
                  const auto url = foundUrl(request.request, answer.body);
                  if (!url) return QtFuture::makeReadyFuture(failed(answer, url.problem()));
                  m_found.insert(request.feed, {*url, m_clock.now() + counts});
                  return getFound(request, *url);
              })
        .unwrap();
}

QFuture<FetchResponse> LookupTransport::getFound(const FetchRequest& request, const QUrl& url)
{
    FetchRequest found = request;
    found.request.url = url;
    found.request.lookup.reset();
    return m_inner.get(found).then(this, [this, feed = request.feed](FetchResponse answer) {
        if (answer.failure) m_found.remove(feed); // It may have been given another id meanwhile.
        return answer;
    });
}

} // namespace feeds
