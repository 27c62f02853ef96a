// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/kinds/bulk_file.h"

#include "layers/map/kinds/bulk_build.h"
#include "layers/map/kinds/features.h"

namespace map {

bool isLarge(const geo::LayerSize& size)
{
    return size.features > 5'000 || size.bytes > 2'000'000;
}

city::Result<BulkFile> openBulk(const QString& file, const geo::ColumnOptions& options,
                                const BulkCache& cache)
{
    BulkFile opened;
    opened.key = BulkCache::keyOf(file, options);
    opened.file = file;
    opened.options = options.open;
    if (auto found = cache.find(opened.key)) {
        opened.content = std::move(*found);
        opened.cached = true;
        return opened;
    }
    auto columns = geo::readColumns(file, options);
    if (!columns) return columns.problem();
    opened.content.layer = columns->layer;
    opened.content.crs = columns->crs;
    opened.problems = std::move(columns.value().problems);
    opened.content.layers = buildBulk(std::move(columns.value()));
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
    for (const auto& layer : file.content.layers)
        scene.bulk.push_back({layer, look.of(layer->shapes), source});
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
