// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/catalogue/portal.h"

#include "layers/feeds/catalogue/json_portals.h"
#include "layers/feeds/catalogue/ows.h"
#include "layers/feeds/decoders/json_document.h"
#include "layers/feeds/decoders/json_values.h"

#include <QUrlQuery>
#include <array>

namespace feeds {

namespace {

struct Name {
    PortalKind kind;
    const char* name;
};
constexpr std::array<Name, 6> names{{{PortalKind::Ckan, "ckan"},
                                     {PortalKind::DataTaipei, "data.taipei"},
                                     {PortalKind::Dcat, "dcat"},
                                     {PortalKind::OgcFeatures, "ogc-features"},
                                     {PortalKind::OgcServices, "ows"},
                                     {PortalKind::Stac, "stac"}}};

QUrl with(const QUrl& root, const QString& path, std::initializer_list<std::pair<QString, QString>> items)
{
    QUrl url = root;
    QString base = root.path();
    while (base.endsWith(QLatin1Char('/')))
        base.chop(1);
    url.setPath(base + path);
    QUrlQuery query(url);
    for (const auto& [name, value] : items) {
        query.removeAllQueryItems(name);
        query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    }
    url.setQuery(query);
    return url;
}

/// The page of a dataset, whose id or address `words` are.
QUrl taipeiPage(const Portal& portal, const QString& words)
{
    static const QRegularExpression id(QStringLiteral("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
                                       QRegularExpression::CaseInsensitiveOption);
    const QString found = id.match(words).captured();
    return found.isEmpty() ? QUrl()
                           : with(portal.url, QStringLiteral("/api/frontstage/tpeod/dataset.view"),
                                  {{QStringLiteral("id"), found}});
}

bool speaksOf(const CatalogueDataset& dataset, const QString& words)
{
    const QString all =
        dataset.title + QLatin1Char(' ') + dataset.id + QLatin1Char(' ') + dataset.description;
    for (const QString& word : words.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        if (!all.contains(word, Qt::CaseInsensitive)) return false;
    }
    return true;
}

} // namespace

std::optional<PortalKind> portalKind(const QString& name)
{
    for (const Name& one : names) {
        if (name == QLatin1String(one.name)) return one.kind;
    }
    return std::nullopt;
}

QString portalKindName(PortalKind kind)
{
    for (const Name& one : names) {
        if (one.kind == kind) return QString::fromLatin1(one.name);
    }
    return {};
}

QUrl searchUrl(const Portal& portal, const QString& words)
{
    switch (portal.kind) {
    case PortalKind::Ckan:
        return with(portal.url, QStringLiteral("/api/3/action/package_search"),
                    {{QStringLiteral("q"), words}, {QStringLiteral("rows"), QStringLiteral("100")}});
    case PortalKind::DataTaipei:
        return taipeiPage(portal, words);
    case PortalKind::OgcFeatures:
        return with(portal.url, QStringLiteral("/collections"),
                    {{QStringLiteral("f"), QStringLiteral("json")}});
    case PortalKind::Stac:
        return with(portal.url, QStringLiteral("/collections"), {});
    case PortalKind::OgcServices:
        return QUrlQuery(portal.url).hasQueryItem(QStringLiteral("request")) ||
                       QUrlQuery(portal.url).hasQueryItem(QStringLiteral("REQUEST"))
                   ? portal.url
                   : with(portal.url, {},
                          {{QStringLiteral("service"), QStringLiteral("WFS")},
                           {QStringLiteral("request"), QStringLiteral("GetCapabilities")}});
    case PortalKind::Dcat:
        break;
    }
    return portal.url;
}

city::Result<std::vector<CatalogueDataset>> readDatasets(const Portal& portal, const QByteArray& answer,
                                                         const QString& words)
{
    std::vector<CatalogueDataset> datasets;
    if (portal.kind == PortalKind::OgcServices) {
        auto layers = readCapabilities(portal, answer);
        if (!layers) return layers;
        datasets = std::move(layers.value());
    } else {
        const auto document = parseJson(answer, {});
        if (!document) return document.problem();
        if (!document->root.is_object())
            return city::Problem{
                {}, {}, QT_TRANSLATE_NOOP("Message", "is no answer of a catalogue: an object was expected")};
        const auto& root = document->root;
        datasets = portal.kind == PortalKind::Ckan          ? readCkan(root)
                   : portal.kind == PortalKind::DataTaipei  ? readTaipeiPage(taipeiPage(portal, words), root)
                   : portal.kind == PortalKind::OgcFeatures ? readCollections(portal, root)
                   : portal.kind == PortalKind::Stac        ? readStac(portal, root)
                                                            : readDcat(root);
    }
    const bool searchesItself = portal.kind == PortalKind::Ckan || portal.kind == PortalKind::DataTaipei;
    if (!searchesItself && !words.trimmed().isEmpty())
        std::erase_if(datasets, [&](const CatalogueDataset& one) { return !speaksOf(one, words); });
    return datasets;
}

std::optional<PortalKind> recognisePortal(const QByteArray& answer)
{
    if (answer.left(4096).contains("Capabilities")) return PortalKind::OgcServices;
    const auto document = parseJson(answer, {});
    if (!document || !document->root.is_object()) return std::nullopt;
    const auto& root = document->root;
    if (memberOf(root, "result")) return PortalKind::Ckan;
    if (memberOf(root, "payload")) return PortalKind::DataTaipei;
    if (memberOf(root, "dataset") || memberOf(root, "dcat:dataset")) return PortalKind::Dcat;
    if (memberOf(root, "stac_version")) return PortalKind::Stac;
    if (memberOf(root, "collections")) return PortalKind::OgcFeatures;
    return std::nullopt;
}

} // namespace feeds
