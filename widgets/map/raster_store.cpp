// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/raster_store.h"

#include <QSet>
#include <QtConcurrent>

namespace widgets {

namespace {

constexpr int memoryKiB = 128 * 1024;

} // namespace

RasterStore::RasterStore(QObject* parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(std::max(2, QThread::idealThreadCount() - 1));
    m_pictures.setMaxCost(memoryKiB);
}

RasterStore::~RasterStore()
{
    for (const Stop& stop : std::as_const(m_running))
        *stop = true;
    m_pool.waitForDone();
}

std::optional<geo::PlacedImage> RasterStore::ready(const Source& source, geo::TileId tile)
{
    const geo::PlacedImage* image = m_pictures.object({source->number, tile});
    return image ? std::optional(*image) : std::nullopt;
}

void RasterStore::want(const Source& source, const std::vector<geo::TileId>& tiles)
{
    std::erase_if(m_waiting, [&source](const auto& waiting) { return waiting.first.source == source->number; });
    QSet<Key> wanted;
    for (const geo::TileId& tile : tiles) {
        const Key key{source->number, tile};
        wanted.insert(key);
        if (!m_pictures.contains(key) && !m_running.contains(key)) m_waiting.emplace_back(key, source);
    }
    for (auto running = m_running.cbegin(); running != m_running.cend(); ++running)
        if (running.key().source == source->number && !wanted.contains(running.key())) **running = true;
    readMore();
}

void RasterStore::readMore()
{
    while (m_running.size() < m_pool.maxThreadCount() && !m_waiting.empty()) {
        const auto [key, source] = m_waiting.front();
        m_waiting.pop_front();
        const Stop stop = std::make_shared<std::atomic<bool>>(false);
        m_running.insert(key, stop);
        QtConcurrent::run(&m_pool, [file = source->file, options = source->survey.options, tile = key.tile, stop] {
            return geo::readRaster(file, geo::TileGrid::webMercator()->bounds(tile), {tilePixels, tilePixels}, options, stop.get());
        }).then(this, [this, key, stop](const city::Result<geo::RasterPicture>& read) { take(key, stop, read); });
    }
}

void RasterStore::take(const Key& key, const Stop& stop, const city::Result<geo::RasterPicture>& read)
{
    m_running.remove(key);
    if (!*stop) {
        // What could not be read is not read again and again: it stands as an empty tile.
        auto* image = read ? new geo::PlacedImage{read->bounds, read->image} : new geo::PlacedImage;
        m_pictures.insert(key, image, std::max<qsizetype>(1, image->image.sizeInBytes() / 1024));
        if (!read)
            m_faults.insert(key.source, read.problem().toString());
        else if (!read->problems.empty())
            m_faults.insert(key.source, read->problems.front().toString());
    }
    readMore();
    Q_EMIT arrived();
}

} // namespace widgets
