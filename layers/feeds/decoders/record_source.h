// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/feeds/decoder.h"
#include "layers/feeds/mapping/record.h"
#include "layers/feeds/text/encoding.h"

namespace feeds {

/// Takes the records of a payload, one by one, as they are read.
class RecordVisitor {
public:
    virtual ~RecordVisitor() = default;
    /// Once, before any record. `envelope`, the document around them, lives until the visit is over; `crs` is
    /// what the document states, empty when nothing or degrees.
    virtual void begin(const Record& envelope, const QString& crs) = 0;
    /// About so many records come; only for making room.
    virtual void expect(std::size_t) {}
    virtual void add(const Record& record) = 0;
    /// A record that cannot be read.
    virtual void leaveOut(city::Problem why) = 0;
    /// Something about the whole payload that was put up with.
    virtual void note(city::Problem what) = 0;
    virtual void readAs(const TextEncoding& encoding) = 0;
    /// Whether a table of this one column is what was asked for.
    virtual bool expectsOnly(const QString& column) const = 0;
};

/// Walks over the records of a payload in one of the formats that need a mapping, unpacking a zip and making
/// wide tables long. Returns why the payload is refused, if it is.
std::optional<city::Problem> visitRecords(const QByteArray& payload, const QString& format,
                                          const RecordLayout& layout, const PayloadHints& hints,
                                          RecordVisitor& visitor);

std::optional<city::Problem> visitJson(const QByteArray& payload, const RecordLayout& layout,
                                       const PayloadHints& hints, RecordVisitor& visitor);
std::optional<city::Problem> visitCsv(const QByteArray& payload, const RecordLayout& layout,
                                      const PayloadHints& hints, RecordVisitor& visitor);
std::optional<city::Problem> visitXml(const QByteArray& payload, const RecordLayout& layout,
                                      const PayloadHints& hints, RecordVisitor& visitor);
std::optional<city::Problem> visitGeoJson(const QByteArray& payload, const RecordLayout& layout,
                                          const PayloadHints& hints, RecordVisitor& visitor);

/// Facts of the records of a payload by the mapping of its feed.
city::Result<Decoded> decodeMapped(const QByteArray& payload, const QString& format,
                                   const DecodeContext& context);

} // namespace feeds
