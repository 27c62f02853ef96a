// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <bit>
#include <cstring>
#include <optional>
#include <span>

/// The pieces well-known binary is made of. Everything is checked against the bytes that are there.
namespace geo::wkb {

enum Type : quint32 {
    Point = 1,
    LineString = 2,
    Polygon = 3,
    MultiPoint = 4,
    MultiLineString = 5,
    MultiPolygon = 6,
    Collection = 7,
    PolyhedralSurface = 15,
    Tin = 16,
    Triangle = 17
};

struct Head {
    quint32 type = 0;     ///< Flat: without Z and M.
    int doubles = 2;      ///< Numbers a position has.
    bool swapped = false; ///< Its byte order is not this machine's.
};

inline double number(const uchar* bytes, bool swapped)
{
    quint64 bits = 0;
    std::memcpy(&bits, bytes, sizeof bits);
    return std::bit_cast<double>(swapped ? __builtin_bswap64(bits) : bits);
}

inline quint32 word(const uchar* bytes, bool swapped)
{
    quint32 bits = 0;
    std::memcpy(&bits, bytes, sizeof bits);
    return swapped ? __builtin_bswap32(bits) : bits;
}

/// Byte order and type, ISO (1000 for Z, 2000 for M) or extended (high bits).
inline std::optional<Head> takeHead(std::span<const uchar>& bytes)
{
    if (bytes.size() < 5 || bytes[0] > 1) return {};
    Head head;
    head.swapped = (bytes[0] == 1) != (std::endian::native == std::endian::little);
    const quint32 word = wkb::word(bytes.data() + 1, head.swapped);
    const quint32 plain = word & 0x0fffffffU;
    const quint32 iso = plain / 1000;
    if (iso > 3 || (word & 0x10000000U)) return {};
    const bool z = (word & 0x80000000U) || iso == 1 || iso == 3, m = (word & 0x40000000U) || iso >= 2;
    head.doubles = 2 + z + m;
    head.type = plain % 1000;
    std::size_t used = 5;
    if (word & 0x20000000U) used += 4; // the extended dialect may name its reference system here
    if (bytes.size() < used) return {};
    bytes = bytes.subspan(used);
    return head;
}

/// A number of things of at least `bytesEach`; nothing when that many cannot be there.
inline std::optional<std::size_t> takeCount(std::span<const uchar>& bytes, bool swapped,
                                            std::size_t bytesEach)
{
    if (bytes.size() < 4) return {};
    const std::size_t count = word(bytes.data(), swapped);
    bytes = bytes.subspan(4);
    if (count > bytes.size() / bytesEach) return {};
    return count;
}

} // namespace geo::wkb
