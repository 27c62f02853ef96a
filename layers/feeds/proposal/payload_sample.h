// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/result.h"
#include "layers/feeds/feed_spec.h"
#include "layers/feeds/text/encoding.h"

#include <QByteArray>
#include <vector>

namespace feeds {

/// One field of the records of a payload: its path as a mapping writes it, and its texts in the records
/// looked at, in their order; an empty text where a record does not have it.
struct SampleField {
    QString path;
    QStringList texts;
    int filled = 0;            ///< Of `texts`, those that say something.
    int numbers = 0;           ///< Of these, those that are numbers.
    int distinct = 0;          ///< Different texts among the filled.
    bool isShape = false;      ///< Holds geometries: of GeoJSON, or WKT.
    bool decimalComma = false; ///< The payload has "2,35" where `texts` has "2.35".

    double filledShare() const { return texts.isEmpty() ? 0 : double(filled) / double(texts.size()); }
    double numberShare() const { return filled == 0 ? 0 : double(numbers) / double(filled); }
    /// Texts that say something, without the others.
    QStringList values() const;
};

/// Records of a payload as a table, before anybody said what is what.
struct PayloadSample {
    QString format; ///< "json", "csv", "xml", "geojson"
    RecordLayout layout;
    std::vector<SampleField> fields;
    std::vector<SampleField> envelope; ///< What stands around the records, one text each.
    int records = 0;                   ///< In the payload; the texts are of at most 2,000 of them.
    TextEncoding encoding;
    QString crs; ///< Stated by a GeoJSON file older than RFC 7946.

    const SampleField* field(const QString& path) const;
};

/// The records of a payload read as `format`, in each of the up to four places where they may be, the
/// likeliest first; or why it cannot be read so. At most 200 fields of each. Pure; any thread.
city::Result<std::vector<PayloadSample>> samplesOf(const QByteArray& payload, const QString& format,
                                                   const PayloadHints& hints = {});

} // namespace feeds
