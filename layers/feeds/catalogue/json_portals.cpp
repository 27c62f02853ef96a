// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/catalogue/json_portals.h"

#include "layers/feeds/decoders/json_document.h"
#include "layers/feeds/decoders/json_values.h"

#include <QUrlQuery>

namespace feeds {

namespace {

using simdjson::dom::element;

constexpr std::size_t mostDatasets = 500;

/// The first of several members that says something.
QString firstOf(element owner, std::initializer_list<const char*> names)
{
    for (const char* name : names) {
        const QString text = textOf(owner, name);
        if (!text.isEmpty()) return text;
    }
    return {};
}

QString inside(element owner, const char* outer, std::initializer_list<const char*> names)
{
    const auto found = memberOf(owner, outer);
    if (!found) return {};
    return found->is_object() ? firstOf(*found, names) : textOf(owner, outer);
}

bool isFetchable(const QUrl& url)
{
    return url.isValid() && !url.host().isEmpty() &&
           (url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https"));
}

void addResource(CatalogueDataset& dataset, const QString& name, const QString& format, const QUrl& url,
                 qint64 bytes)
{
    if (!isFetchable(url)) return;
    CatalogueResource resource;
    resource.name = name.isEmpty() ? dataset.title : name;
    resource.format = format;
    resource.request.url = url;
    resource.bytes = bytes;
    dataset.resources.push_back(std::move(resource));
}

qint64 bytesOf(element owner, const char* name)
{
    const auto number = numberOf(owner, name);
    return number && *number > 0 && *number < 1e15 ? static_cast<qint64>(*number) : -1;
}

QUrl selfLink(element owner, const QString& rel)
{
    QUrl found;
    forEachIn(owner, "links", [&](element link) {
        if (found.isEmpty() && link.is_object() && textOf(link, "rel") == rel)
            found = QUrl(textOf(link, "href"));
    });
    return found;
}

/// `root` with a path behind what it has.
QUrl below(const QUrl& root, const QString& path)
{
    QUrl url = root;
    QString base = root.path();
    while (base.endsWith(QLatin1Char('/')))
        base.chop(1);
    url.setPath(base + path);
    return url;
}

} // namespace

Datasets readCkan(element root)
{
    Datasets datasets;
    const auto result = memberOf(root, "result");
    if (!result) return datasets;
    const auto add = [&datasets](element one) {
        if (!one.is_object() || datasets.size() >= mostDatasets) return;
        CatalogueDataset dataset;
        dataset.id = textOf(one, "id");
        dataset.title = firstOf(one, {"title", "name"});
        dataset.description = textOf(one, "notes");
        dataset.publisher = inside(one, "organization", {"title", "name"});
        if (dataset.publisher.isEmpty()) dataset.publisher = firstOf(one, {"author", "maintainer"});
        dataset.licence = firstOf(one, {"license_id", "license_title"});
        dataset.updated = textOf(one, "metadata_modified").left(10);
        forEachIn(one, "resources", [&dataset](element resource) {
            if (resource.is_object())
                addResource(dataset, firstOf(resource, {"name", "description"}), textOf(resource, "format"),
                            QUrl(textOf(resource, "url")), bytesOf(resource, "size"));
        });
        datasets.push_back(std::move(dataset));
    };
    if (memberOf(*result, "results"))
        forEachIn(*result, "results", add);
    else
        add(*result); // package_show
    return datasets;
}

Datasets readDcat(element root)
{
    Datasets datasets;
    const auto add = [&datasets](element one) {
        if (!one.is_object() || datasets.size() >= mostDatasets) return;
        CatalogueDataset dataset;
        dataset.id = firstOf(one, {"identifier", "@id"});
        dataset.title = firstOf(one, {"title", "dct:title"});
        dataset.description = firstOf(one, {"description", "dct:description"});
        dataset.publisher = inside(one, "publisher", {"name", "foaf:name"});
        dataset.licence = inside(one, "license", {"@id"});
        dataset.updated = firstOf(one, {"modified", "dct:modified"}).left(10);
        const char* key = memberOf(one, "distribution") ? "distribution" : "dcat:distribution";
        forEachIn(one, key, [&dataset](element file) {
            if (!file.is_object()) return;
            const QString url =
                firstOf(file, {"downloadURL", "dcat:downloadURL", "accessURL", "dcat:accessURL"});
            addResource(dataset, textOf(file, "title"), firstOf(file, {"format", "mediaType"}), QUrl(url),
                        bytesOf(file, "byteSize"));
        });
        datasets.push_back(std::move(dataset));
    };
    forEachIn(root, memberOf(root, "dataset") ? "dataset" : "dcat:dataset", add);
    return datasets;
}

Datasets readCollections(const Portal& portal, element root)
{
    Datasets datasets;
    forEachIn(root, "collections", [&](element one) {
        if (!one.is_object() || datasets.size() >= mostDatasets) return;
        CatalogueDataset dataset;
        dataset.id = textOf(one, "id");
        dataset.title = firstOf(one, {"title", "id"});
        dataset.description = textOf(one, "description");
        dataset.licence = textOf(one, "license");
        QUrl items = portal.url.resolved(selfLink(one, QStringLiteral("items")));
        if (selfLink(one, QStringLiteral("items")).isEmpty())
            items = below(portal.url, QStringLiteral("/collections/%1/items").arg(dataset.id));
        QUrlQuery query(items);
        query.removeAllQueryItems(QStringLiteral("f"));
        query.addQueryItem(QStringLiteral("f"), QStringLiteral("json"));
        query.addQueryItem(QStringLiteral("limit"), QStringLiteral("1000"));
        items.setQuery(query);
        addResource(dataset, dataset.title, QStringLiteral("GeoJSON"), items, -1);
        datasets.push_back(std::move(dataset));
    });
    return datasets;
}

Datasets readStac(const Portal& portal, element root)
{
    Datasets datasets;
    const auto add = [&](element one) {
        if (!one.is_object() || datasets.size() >= mostDatasets) return;
        CatalogueDataset dataset;
        dataset.id = textOf(one, "id");
        dataset.title = firstOf(one, {"title", "id"});
        dataset.description = textOf(one, "description");
        dataset.licence = textOf(one, "license");
        const auto assets = memberOf(one, "assets");
        if (assets) {
            forEachMember(*assets, [&](std::string_view, element asset) {
                if (asset.is_object())
                    addResource(dataset, textOf(asset, "title"), textOf(asset, "type"),
                                portal.url.resolved(QUrl(textOf(asset, "href"))),
                                bytesOf(asset, "file:size"));
            });
        }
        const QUrl items = selfLink(one, QStringLiteral("items"));
        if (!items.isEmpty())
            addResource(dataset, dataset.title, QStringLiteral("GeoJSON"), portal.url.resolved(items), -1);
        datasets.push_back(std::move(dataset));
    };
    forEachIn(root, memberOf(root, "features") ? "features" : "collections", add);
    return datasets;
}

Datasets readTaipeiPage(const QUrl& page, element root)
{
    const auto payload = memberOf(root, "payload");
    if (!payload) return {};
    CatalogueDataset dataset;
    dataset.id = QUrlQuery(page).queryItemValue(QStringLiteral("id"));
    dataset.title = firstOf(*payload, {"title", "name"});
    if (dataset.title.isEmpty()) dataset.title = dataset.id;
    dataset.description = firstOf(*payload, {"description", "brief"});
    dataset.publisher = firstOf(*payload, {"orgname", "organization", "publisher"});
    dataset.licence = QStringLiteral("OGDL-Taiwan-1.0");
    int number = 0;
    forEachIn(*payload, "resources", [&](element one) {
        if (!one.is_object()) return;
        CatalogueResource resource;
        resource.name = firstOf(one, {"name", "file_name"});
        resource.format = textOf(one, "file_name").section(QLatin1Char('.'), -1).toUpper();
        resource.request.url = below(page.resolved(QUrl(QStringLiteral("/"))),
                                     QStringLiteral("/api/frontstage/tpeod/dataset/resource.download"));
        resource.request.url.setQuery(QStringLiteral("rid={found}"));
        // By name where the name can stand in a path, otherwise by its place in the list.
        static const QRegularExpression unfit(QStringLiteral("[\\[\\]=.]"));
        const QString name = textOf(one, "name");
        const QString pick =
            name.isEmpty() || name.contains(unfit) ? QString::number(number) : QStringLiteral("name=") + name;
        resource.request.lookup = AddressLookup{page, QStringLiteral("payload.resources[%1].rid").arg(pick)};
        ++number;
        dataset.updated = std::max(dataset.updated, textOf(one, "last_modified").left(10));
        dataset.resources.push_back(std::move(resource));
    });
    return {dataset};
}

} // namespace feeds
