// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/gzip.h"

#include <QtGlobal>
#include <limits>
#include <zlib.h>

namespace feeds {

namespace {

/// One zlib stream, ended however the function is left.
struct Stream {
    z_stream z{};
    bool begun = false;

    explicit Stream(int windowBits) { begun = inflateInit2(&z, windowBits) == Z_OK; }
    ~Stream()
    {
        if (begun) inflateEnd(&z);
    }
    Stream(const Stream&) = delete;
    Stream& operator=(const Stream&) = delete;
};

city::Problem refused(const char* text, QStringList arguments = {})
{
    return {{}, {}, {text, std::move(arguments)}};
}

constexpr int gzipHeader = MAX_WBITS + 16;
constexpr int noHeader = -MAX_WBITS, zlibHeader = MAX_WBITS;

city::Result<QByteArray> inflated(const QByteArray& bytes, qint64 maxBytes, int windowBits)
{
    Stream stream(windowBits);
    if (!stream.begun || bytes.size() > std::numeric_limits<int>::max())
        return refused(QT_TRANSLATE_NOOP("Message", "the gzip body cannot be unpacked"));
    stream.z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.constData()));
    stream.z.avail_in = static_cast<uInt>(bytes.size());

    QByteArray content;
    QByteArray block(256 * 1024, Qt::Uninitialized);
    for (;;) {
        stream.z.next_out = reinterpret_cast<Bytef*>(block.data());
        stream.z.avail_out = static_cast<uInt>(block.size());
        const int status = inflate(&stream.z, Z_NO_FLUSH);
        const qsizetype got = block.size() - static_cast<qsizetype>(stream.z.avail_out);
        if (content.size() + got > maxBytes) {
            return refused(
                QT_TRANSLATE_NOOP("Message", "the gzip body unpacks to more than the allowed %1 bytes"),
                {QString::number(maxBytes)});
        }
        content.append(block.constData(), got);
        if (status == Z_STREAM_END) {
            // Further members follow only where another gzip header does; padding behind the last one is
            // common.
            const QByteArray rest = QByteArray::fromRawData(reinterpret_cast<const char*>(stream.z.next_in),
                                                            static_cast<qsizetype>(stream.z.avail_in));
            if (windowBits != gzipHeader || !isGzip(rest)) return content;
            inflateReset(&stream.z);
        } else if (status != Z_OK) {
            const bool cutOff = status == Z_BUF_ERROR && stream.z.avail_in == 0;
            return refused(cutOff ? QT_TRANSLATE_NOOP("Message", "the gzip body is cut off")
                                  : QT_TRANSLATE_NOOP("Message", "the gzip body is damaged"));
        }
    }
}

} // namespace

bool isGzip(const QByteArray& bytes)
{
    return bytes.size() >= 3 && bytes.startsWith("\x1f\x8b\x08");
}

city::Result<QByteArray> inflateGzip(const QByteArray& bytes, qint64 maxBytes)
{
    return inflated(bytes, maxBytes, gzipHeader);
}

city::Result<QByteArray> inflateRaw(const QByteArray& bytes, qint64 maxBytes)
{
    return inflated(bytes, maxBytes, noHeader);
}

bool isZlib(const QByteArray& bytes)
{
    if (bytes.size() < 6 || bytes[0] != '\x78') return false;
    return (static_cast<uchar>(bytes[0]) * 256 + static_cast<uchar>(bytes[1])) % 31 == 0;
}

city::Result<QByteArray> inflateZlib(const QByteArray& bytes, qint64 maxBytes)
{
    return inflated(bytes, maxBytes, zlibHeader);
}

quint32 checksum(const QByteArray& bytes)
{
    return static_cast<quint32>(
        crc32_z(0, reinterpret_cast<const Bytef*>(bytes.constData()), static_cast<z_size_t>(bytes.size())));
}

} // namespace feeds
