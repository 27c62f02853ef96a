// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/kinds/bulk_cache_format.h"

#include "layers/map/kinds/byte_sum.h"

#include <QDataStream>
#include <QIODevice>
#include <algorithm>
#include <cstring>

namespace map {

namespace {

constexpr char magic[8] = {'c', 'i', 't', 'y', 'b', 'u', 'l', 'k'};
constexpr qint64 alignment = 64;

struct Head {
    char magic[8];
    quint32 format;
    quint32 byteOrder; ///< 0x01020304 as this machine writes it.
    quint64 table;     ///< Bytes of the table that follows.
    quint64 size;      ///< Of the whole file.
    quint64 sum;       ///< Of everything behind the head but positions.
    quint64 positions; ///< Sum of the positions, which an opening does not look through.
};

qint64 aligned(qint64 place)
{
    return (place + alignment - 1) / alignment * alignment;
}

template<typename T> std::span<const uchar> bytesOf(std::span<const T> values)
{
    return {reinterpret_cast<const uchar*>(values.data()), values.size_bytes()};
}

// Every array of a layer, in the order of the file. Reading and writing go through here alike.
template<typename Layer, typename Visit> void forArrays(Layer& layer, Visit visit)
{
    visit(layer.features);
    visit(layer.ids);
    visit(layer.values);
    visit(layer.ranks);
    visit(layer.blocks);
    visit(layer.groups);
    for (auto& level : layer.levels) {
        visit(level.rings);
        visit(level.vertices);
    }
}

QByteArray tableOf(const QByteArray& key, const BulkContent& content)
{
    QByteArray table;
    QDataStream out(&table, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    out << key << content.layer << content.crs << content.alone << static_cast<quint32>(content.layers.size());
    for (const auto& layer : content.layers) {
        out << static_cast<quint8>(layer->shapes) << layer->origin << layer->quantum << layer->bounds
            << layer->count << layer->firstId << layer->blockSize
            << static_cast<quint32>(layer->levels.size());
        for (const BulkLevel& level : layer->levels)
            out << level.cell;
        forArrays(*layer, [&out](const auto& array) { out << static_cast<quint64>(array.size()); });
    }
    return table;
}

bool ascends(std::span<const quint32> starts, quint64 end)
{
    return !starts.empty() && starts.front() == 0 && starts.back() == end &&
           std::is_sorted(starts.begin(), starts.end());
}

// Positions may be anything without harm, all other arrays are looked at before they are used.
constexpr bool arePositions(std::span<const BulkVertex>)
{
    return true;
}
template<typename T> constexpr bool arePositions(std::span<const T>)
{
    return false;
}

// Whether every index points into its array.
bool isSound(const BulkLayer& layer)
{
    const auto fits = [&layer](const auto& array) { return array.empty() || array.size() == layer.count; };
    if (layer.count == 0 || layer.levels.empty() || layer.shapes > BulkShapes::Polygons ||
        !(layer.quantum > 0))
        return false;
    if (!fits(layer.ids) || !fits(layer.values) || !fits(layer.ranks) || layer.blockSize == 0) return false;
    if (layer.blocks.size() != (layer.count + layer.blockSize - 1) / layer.blockSize) return false;
    if (layer.groups.size() != (layer.blocks.size() + blocksOfGroup - 1) / blocksOfGroup) return false;
    if (layer.shapes == BulkShapes::Points)
        return layer.levels.size() == 1 && layer.levels[0].vertices.size() == layer.count;
    const quint64 rings = layer.features.empty() ? layer.count : layer.levels[0].rings.size() - 1;
    if (!layer.features.empty() &&
        (layer.features.size() != layer.count + 1U || !ascends(layer.features, rings)))
        return false;
    return std::all_of(layer.levels.begin(), layer.levels.end(), [rings](const BulkLevel& level) {
        return level.rings.size() == rings + 1 && ascends(level.rings, level.vertices.size());
    });
}

/// Hands out one array after another.
struct Arrays {
    std::span<const uchar> bytes;
    qint64 place;
    bool good = true;

    template<typename T> void take(std::span<const T>& array, quint64 count)
    {
        place = aligned(place);
        const quint64 left =
            place <= static_cast<qint64>(bytes.size()) ? bytes.size() - static_cast<quint64>(place) : 0;
        good = good && count <= left / sizeof(T);
        if (!good) return;
        array = {reinterpret_cast<const T*>(bytes.data() + place), static_cast<std::size_t>(count)};
        place += static_cast<qint64>(count * sizeof(T));
    }
};

std::shared_ptr<BulkLayer> takeLayer(QDataStream& in, Arrays& arrays)
{
    auto layer = std::make_shared<BulkLayer>();
    quint8 shapes = 0;
    quint32 levels = 0;
    in >> shapes >> layer->origin >> layer->quantum >> layer->bounds >> layer->count >> layer->firstId >>
        layer->blockSize >> levels;
    if (in.status() != QDataStream::Ok || levels > 64) return nullptr;
    layer->shapes = static_cast<BulkShapes>(shapes);
    layer->levels.resize(levels);
    layer->isRefined = true; // only such are kept
    for (BulkLevel& level : layer->levels)
        in >> level.cell;
    forArrays(*layer, [&](auto& array) {
        quint64 count = 0;
        in >> count;
        arrays.take(array, count);
    });
    return in.status() == QDataStream::Ok && arrays.good && isSound(*layer) ? layer : nullptr;
}

} // namespace

bool writeBulk(QIODevice& out, const QByteArray& key, const BulkContent& content)
{
    const QByteArray table = tableOf(key, content);
    Head head{};
    std::copy(std::begin(magic), std::end(magic), head.magic);
    head.format = bulkFormat;
    head.byteOrder = 0x01020304;
    head.table = static_cast<quint64>(table.size());
    qint64 place = static_cast<qint64>(sizeof head) + table.size();
    ByteSum sum, positions;
    sum.add(bytesOf(std::span<const char>(table.constData(), static_cast<std::size_t>(table.size()))));
    bool good = out.write(reinterpret_cast<const char*>(&head), sizeof head) == sizeof head &&
                out.write(table) == table.size();
    for (const auto& layer : content.layers) {
        forArrays(*layer, [&](const auto& array) {
            const QByteArray gap(aligned(place) - place, '\0');
            const auto bytes = bytesOf(array);
            good = good && out.write(gap) == gap.size() &&
                   out.write(reinterpret_cast<const char*>(bytes.data()),
                             static_cast<qint64>(bytes.size())) == static_cast<qint64>(bytes.size());
            place = aligned(place) + static_cast<qint64>(bytes.size());
            (arePositions(array) ? positions : sum).add(bytes);
        });
    }
    head.size = static_cast<quint64>(place);
    head.sum = sum.value();
    head.positions = positions.value();
    return good && out.seek(0) && out.write(reinterpret_cast<const char*>(&head), sizeof head) == sizeof head;
}

std::optional<BulkContent> readBulk(std::span<const uchar> bytes, const QByteArray& key,
                                    std::shared_ptr<const void> owner)
{
    Head head{};
    if (bytes.size() < sizeof head) return {};
    std::memcpy(&head, bytes.data(), sizeof head);
    if (!std::equal(std::begin(magic), std::end(magic), head.magic) || head.format != bulkFormat ||
        head.byteOrder != 0x01020304 || head.size != bytes.size() || head.table > bytes.size() - sizeof head)
        return {};
    const auto table = bytes.subspan(sizeof head, head.table);
    ByteSum sum;
    sum.add(table);
    QDataStream in(QByteArray::fromRawData(reinterpret_cast<const char*>(table.data()),
                                           static_cast<qsizetype>(table.size())));
    in.setVersion(QDataStream::Qt_6_4);
    BulkContent content;
    QByteArray ofKey;
    quint32 count = 0;
    in >> ofKey >> content.layer >> content.crs >> content.alone >> count;
    if (in.status() != QDataStream::Ok || ofKey != key || count > 3) return {};
    Arrays arrays{bytes, static_cast<qint64>(sizeof head + head.table)};
    for (quint32 i = 0; i < count; ++i) {
        const auto layer = takeLayer(in, arrays);
        if (!layer) return {};
        forArrays(*layer, [&sum](const auto& array) {
            if (!arePositions(array)) sum.add(bytesOf(array));
        });
        layer->memory = owner;
        content.layers.push_back(layer);
    }
    if (sum.value() != head.sum) return {};
    return content;
}

bool arePositionsWhole(std::span<const uchar> bytes, const BulkContent& content)
{
    Head head{};
    if (bytes.size() < sizeof head) return false;
    std::memcpy(&head, bytes.data(), sizeof head);
    ByteSum positions;
    for (const auto& layer : content.layers)
        for (const BulkLevel& level : layer->levels)
            positions.add(bytesOf(level.vertices));
    return positions.value() == head.positions;
}

} // namespace map
