// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/result.h"
#include "layers/feeds/feed_spec.h"

#include <QByteArray>
#include <QUrl>
#include <vector>

namespace feeds {

/// One file or service of a dataset.
struct CatalogueResource {
    QString name;
    QString format;  ///< As the portal has it: "CSV", "GeoJSON".
    Request request; ///< How it is fetched, with a lookup where its id may change.
    qint64 bytes = -1;
};

/// One dataset of a portal.
struct CatalogueDataset {
    QString id, title, description, publisher, licence, updated;
    std::vector<CatalogueResource> resources;
};

/// Kinds of portals, by the interface they speak.
enum class PortalKind { Ckan, DataTaipei, Dcat, OgcFeatures, OgcServices, Stac };

/// "ckan", "data.taipei", "dcat", "ogc-features", "ows", "stac"; nothing for any other.
std::optional<PortalKind> portalKind(const QString& name);
QString portalKindName(PortalKind kind);

/// A portal, as resources/catalogues.yaml has it.
struct Portal {
    city::LocalText title;
    PortalKind kind = PortalKind::Ckan;
    QUrl url; ///< The root of its interface.
};

/// Where a portal is asked for datasets that speak of `words`; kinds without a search give their whole list.
/// data.taipei is asked for the one dataset whose page `words` names, by its id or its address; empty when
/// they hold none.
QUrl searchUrl(const Portal& portal, const QString& words);

/// The datasets of its answer, at most 500, those that fit `words` where the portal does not search itself.
/// Pure; any thread.
city::Result<std::vector<CatalogueDataset>> readDatasets(const Portal& portal, const QByteArray& answer,
                                                         const QString& words);

/// Which interface an address speaks, by its answer to `searchUrl`; nothing when none of them can be told.
std::optional<PortalKind> recognisePortal(const QByteArray& answer);

} // namespace feeds
