// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/catalogue/ows.h"

#include "layers/feeds/decoders/xml_tree.h"

#include <QUrlQuery>

namespace feeds {

namespace {

constexpr std::size_t mostLayers = 500;

QString textOf(const XmlTree& tree, int index, const char* name)
{
    const std::string_view text = tree.textOf(index, name);
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// The request for the features of a type, in JSON where the service can.
QUrl featuresOf(const QUrl& root, const QString& type, const QString& version)
{
    QUrl url = root;
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("service"), QStringLiteral("WFS"));
    query.addQueryItem(QStringLiteral("version"), version.isEmpty() ? QStringLiteral("2.0.0") : version);
    query.addQueryItem(QStringLiteral("request"), QStringLiteral("GetFeature"));
    query.addQueryItem(version.startsWith(QLatin1String("1.")) ? QStringLiteral("typeName")
                                                               : QStringLiteral("typeNames"),
                       type);
    query.addQueryItem(QStringLiteral("srsName"), QStringLiteral("EPSG:4326"));
    url.setQuery(query);
    return url;
}

} // namespace

city::Result<std::vector<CatalogueDataset>> readCapabilities(const Portal& portal, const QByteArray& answer)
{
    const XmlReading reading = readXml(answer, {});
    if (reading.refused) return *reading.refused;
    const XmlTree& tree = reading.tree;
    const std::string& root = tree.at(0).name;
    const std::string* stated = tree.attribute(0, "version");
    const QString version = stated ? QString::fromStdString(*stated) : QString();
    std::vector<CatalogueDataset> datasets;
    const auto add = [&](int index, const char* idName, const QString& format, bool isFeatures) {
        CatalogueDataset dataset;
        dataset.id = textOf(tree, index, idName);
        if (dataset.id.isEmpty() || datasets.size() >= mostLayers) return;
        dataset.title = textOf(tree, index, "Title");
        if (dataset.title.isEmpty()) dataset.title = dataset.id;
        dataset.description = textOf(tree, index, "Abstract");
        CatalogueResource resource;
        resource.name = dataset.title;
        resource.format = format;
        if (isFeatures) resource.request.url = featuresOf(portal.url, dataset.id, version);
        dataset.resources.push_back(std::move(resource));
        datasets.push_back(std::move(dataset));
    };
    for (const int type : tree.everyNamed("FeatureType"))
        add(type, "Name", QStringLiteral("WFS"), true);
    const bool isTiles = root == "Capabilities";
    for (const int layer : tree.everyNamed("Layer"))
        add(layer, isTiles ? "Identifier" : "Name", isTiles ? QStringLiteral("WMTS") : QStringLiteral("WMS"),
            false);
    if (datasets.empty())
        return city::Problem{
            {},
            {},
            {QT_TRANSLATE_NOOP("Message", "\"%1\" is no list of layers of a WFS, WMS or WMTS"),
             {QString::fromStdString(root)}}};
    return datasets;
}

} // namespace feeds
