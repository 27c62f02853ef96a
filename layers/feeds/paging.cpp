// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/paging.h"

#include "layers/feeds/http_answer.h"

#include <QUrlQuery>

namespace feeds {

namespace {

/// The same address with one parameter of its query set; "{secret:NAME}" in the others stays as it is.
QUrl withParameter(QUrl url, const QString& name, int value)
{
    QUrlQuery query(url);
    query.removeAllQueryItems(name);
    query.addQueryItem(name, QString::number(value));
    url.setQuery(query);
    return url;
}

/// What the n-th page is called: the offset of its first record, or its number.
int placeOf(const Paging& pages, int page)
{
    return pages.first + (pages.way == Paging::Way::Offset ? page * pages.size : page);
}

} // namespace

QUrl firstPage(const Request& request)
{
    const Paging& pages = request.pages;
    if (pages.way != Paging::Way::Offset && pages.way != Paging::Way::Number) return request.url;
    return withParameter(request.url, pages.parameter, placeOf(pages, 0));
}

std::optional<QUrl> nextPage(const Request& request, const QUrl& here, int page, Decoded& decoded)
{
    const Paging& pages = request.pages;
    if (pages.way == Paging::Way::None) return std::nullopt;
    const bool more =
        pages.way == Paging::Way::Link ? !decoded.nextPage.isEmpty() : decoded.records >= pages.size;
    if (!more) return std::nullopt;
    if (page + 1 >= pages.most) {
        decoded.addProblem(
            {{},
             QStringLiteral("pages"),
             {QT_TRANSLATE_NOOP("Message", "there are more than the allowed %1 pages; the rest is missing"),
              {QString::number(pages.most)}}});
        return std::nullopt;
    }
    if (pages.way != Paging::Way::Link)
        return withParameter(request.url, pages.parameter, placeOf(pages, page + 1));
    const QUrl next = here.resolved(QUrl(decoded.nextPage));
    auto refusal = redirectRefusal(here, next);
    if (!refusal && next == here)
        refusal = city::Message(QT_TRANSLATE_NOOP("Message", "the next page is the same as this one"));
    if (!refusal) return next;
    decoded.addProblem({{}, QStringLiteral("pages"), *refusal});
    return std::nullopt;
}

} // namespace feeds
