// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/kinds/bulk_picture_format.h"

#include "layers/map/kinds/byte_sum.h"

#include <QDataStream>
#include <QIODevice>
#include <cstring>

namespace map {

namespace {

struct Head {
    quint64 table; ///< Bytes of the table that follows.
    quint64 sum;   ///< Of everything behind the head.
};

template<typename Stream, typename Picture> void streamPicture(Stream& stream, Picture& picture, QSize& size)
{
    auto& [view, ratio, style, corner, image] = picture;
    const auto each = [&stream](auto&... values) {
        if constexpr (std::is_const_v<Picture>)
            (stream << ... << values);
        else
            (stream >> ... >> values);
    };
    each(view.centre, view.metresPerPixel, view.size, ratio, style.fill, style.outline, style.width,
         style.radius);
    const auto list = [&](auto& values) {
        quint32 count = static_cast<quint32>(values.size());
        each(count);
        if constexpr (!std::is_const_v<Picture>) values.resize(std::min(count, 1000U));
        for (auto& value : values)
            each(value);
    };
    list(style.breaks);
    list(style.colours);
    each(style.noValue, corner, size);
}

std::span<const uchar> bytesOf(const QImage& image)
{
    return {image.constBits(), static_cast<std::size_t>(image.sizeInBytes())};
}

QImage imageIn(const uchar* bytes, QSize size, const std::shared_ptr<const void>& owner)
{
    using Owner = std::shared_ptr<const void>;
    return QImage(
        bytes, size.width(), size.height(), 4 * size.width(), QImage::Format_ARGB32_Premultiplied,
        [](void* held) { delete static_cast<Owner*>(held); }, new Owner(owner));
}

} // namespace

bool writePictures(QIODevice& out, const QByteArray& key, const BulkPictures& pictures)
{
    QByteArray table;
    QDataStream stream(&table, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << bulkPictureFormat << key << static_cast<quint32>(pictures.size());
    ByteSum sum;
    for (const auto& picture : pictures) {
        QSize size = picture->image.size();
        streamPicture(stream, *picture, size);
    }
    table.append((16 - table.size() % 16) % 16, '\0');
    sum.add({reinterpret_cast<const uchar*>(table.constData()), static_cast<std::size_t>(table.size())});
    for (const auto& picture : pictures)
        sum.add(bytesOf(picture->image));
    const Head head{static_cast<quint64>(table.size()), sum.value()};
    bool good = out.write(reinterpret_cast<const char*>(&head), sizeof head) == sizeof head &&
                out.write(table) == table.size();
    for (const auto& picture : pictures) {
        const auto bytes = bytesOf(picture->image);
        const auto count = static_cast<qint64>(bytes.size());
        good = good && out.write(reinterpret_cast<const char*>(bytes.data()), count) == count;
    }
    return good;
}

BulkPictures readPictures(std::span<const uchar> bytes, const QByteArray& key,
                          std::shared_ptr<const void> owner)
{
    Head head{};
    if (bytes.size() < sizeof head) return {};
    std::memcpy(&head, bytes.data(), sizeof head);
    bytes = bytes.subspan(sizeof head);
    ByteSum sum;
    if (head.table > bytes.size()) return {};
    sum.add(bytes.first(head.table));
    QDataStream stream(QByteArray::fromRawData(reinterpret_cast<const char*>(bytes.data()),
                                               static_cast<qsizetype>(head.table)));
    stream.setVersion(QDataStream::Qt_6_4);
    quint32 format = 0, count = 0;
    QByteArray ofKey;
    stream >> format >> ofKey >> count;
    if (stream.status() != QDataStream::Ok || format != bulkPictureFormat || ofKey != key || count > 3)
        return {};
    BulkPictures pictures;
    const uchar* pixels = bytes.data() + head.table;
    for (quint32 i = 0; i < count; ++i) {
        auto picture = std::make_shared<BulkPicture>();
        QSize size;
        streamPicture(stream, *picture, size);
        const quint64 left = static_cast<quint64>(bytes.data() + bytes.size() - pixels);
        const bool sane =
            size.width() >= 0 && size.height() >= 0 && size.width() <= 32'767 && size.height() <= 32'767;
        if (stream.status() != QDataStream::Ok || !sane) return {};
        const quint64 needed =
            4ULL * static_cast<quint64>(size.width()) * static_cast<quint64>(size.height());
        if (needed > left) return {};
        if (needed > 0) picture->image = imageIn(pixels, size, owner);
        sum.add({pixels, needed});
        pixels += needed;
        pictures.push_back(std::move(picture));
    }
    if (sum.value() != head.sum) return {};
    return pictures;
}

} // namespace map
