// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/feeds/decoder.h"

#include <span>

namespace feeds {

/// One format of payloads. A new one is a file in this folder, a line here and a line in formats.cpp.
struct Format {
    enum class Facts { ByMapping, ByStandard };

    const char* name;
    Facts facts; ///< Whether the feed has to say where they are.
    city::Result<Decoded> (*decode)(const QByteArray& payload, const DecodeContext& context);
};

std::span<const Format> formats();

city::Result<Decoded> decodeJson(const QByteArray& payload, const DecodeContext& context);
city::Result<Decoded> decodeCsv(const QByteArray& payload, const DecodeContext& context);
city::Result<Decoded> decodeXml(const QByteArray& payload, const DecodeContext& context);
city::Result<Decoded> decodeGeoJson(const QByteArray& payload, const DecodeContext& context);
city::Result<Decoded> decodeCap(const QByteArray& payload, const DecodeContext& context);
city::Result<Decoded> decodeGbfs(const QByteArray& payload, const DecodeContext& context);
city::Result<Decoded> decodeGtfs(const QByteArray& payload, const DecodeContext& context);
city::Result<Decoded> decodeGtfsRealtime(const QByteArray& payload, const DecodeContext& context);
city::Result<Decoded> decodeSensorThings(const QByteArray& payload, const DecodeContext& context);
city::Result<Decoded> decodeOgcFeatures(const QByteArray& payload, const DecodeContext& context);
city::Result<Decoded> decodeDatex(const QByteArray& payload, const DecodeContext& context);
city::Result<Decoded> decodeTmdd(const QByteArray& payload, const DecodeContext& context);
city::Result<Decoded> decodeWzdx(const QByteArray& payload, const DecodeContext& context);
city::Result<Decoded> decodeOpen511(const QByteArray& payload, const DecodeContext& context);
city::Result<Decoded> decodeWaze(const QByteArray& payload, const DecodeContext& context);
city::Result<Decoded> decodeOpen311(const QByteArray& payload, const DecodeContext& context);
city::Result<Decoded> decodeQuakes(const QByteArray& payload, const DecodeContext& context);
city::Result<Decoded> decodeGdacs(const QByteArray& payload, const DecodeContext& context);
city::Result<Decoded> decodeJma(const QByteArray& payload, const DecodeContext& context);
city::Result<Decoded> decodeOpenAq(const QByteArray& payload, const DecodeContext& context);
city::Result<Decoded> decodeNmea(const QByteArray& payload, const DecodeContext& context);

} // namespace feeds
