// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/kinds/bulk_file.h"

#include "layers/map/kinds/bulk_build.h"
#include "layers/map/kinds/features.h"

#include <QFileInfo>

namespace map {

bool isLarge(const geo::LayerSize& size)
{
    return size.features > 5'000 || size.bytes > 2'000'000;
}

std::optional<BulkFile> findBulk(const QString& file, const geo::ColumnOptions& options, const BulkCache& cache)
{
    BulkFile found;
    found.key = BulkCache::keyOf(file, options);
    auto content = cache.find(found.key);
    if (!content) return {};
    found.file = file;
    found.options = options.open;
    found.content = std::move(*content);
    found.pictures = cache.pictures(found.key);
    found.cached = true;
    return found;
}

geo::LayerSize sizeOf(const BulkFile& file)
{
    geo::LayerSize size{0, QFileInfo(file.file).size()};
    for (const auto& layer : file.content.layers)
        size.features += layer->count;
    return size;
}

city::Result<BulkFile> openBulk(const QString& file, const geo::ColumnOptions& options,
                                const BulkCache& cache)
{
    if (auto found = findBulk(file, options, cache)) return std::move(*found);
    BulkFile opened;
    opened.key = BulkCache::keyOf(file, options);
    opened.file = file;
    opened.options = options.open;
    geo::ColumnOptions quick = options;
    quick.onGrid = true;
    auto columns = geo::readColumns(file, quick);
    if (!columns) return columns.problem();
    geo::Columns& sum = columns.value().sum;
    opened.content.layer = sum.layer;
    opened.content.crs = sum.crs;
    opened.content.alone = sum.alone;
    opened.problems = std::move(sum.problems);
    opened.content.layers = buildBulk(std::move(columns.value().parts), columns->grid);
    return opened;
}

BulkFile refined(BulkFile file)
{
    for (auto& layer : file.content.layers)
        layer = withLevels(layer);
    return file;
}

void keepBulk(const BulkFile& file, const BulkCache& cache)
{
    if (!file.cached && file.problems.empty()) cache.keep(file.key, file.content);
}

LayerScene bulkScene(const LayerMeta& meta, const BulkFile& file, const BulkLook& look,
                     const QString& titleField)
{
    LayerScene scene = beginScene(meta);
    const auto source = std::make_shared<const BulkSource>(BulkSource{file.file, file.options, titleField});
    for (std::size_t i = 0; i < file.content.layers.size(); ++i) {
        const auto& layer = file.content.layers[i];
        scene.bulk.push_back({layer, look.of(layer->shapes), source});
        if (i < file.pictures.size()) scene.bulk.back().picture = file.pictures[i];
    }
    return scene;
}

Ref describeFeature(const BulkSource& source, Ref ref)
{
    const auto table =
        geo::readFeature(source.file, source.options, ref.id.section(QLatin1Char('/'), -1).toLongLong());
    if (!table)
        ref.lines = {table.problem().toString()};
    else if (!table->features.empty())
        readOut(*table, table->features.front(), table->fieldIndex(source.titleField), ref);
    return ref;
}

} // namespace map
