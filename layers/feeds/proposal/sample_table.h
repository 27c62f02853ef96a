// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/feeds/proposal/payload_sample.h"

#include <QHash>

namespace feeds {

/// Gathers the texts of records field by field into a PayloadSample.
class SampleTable {
public:
    static constexpr int mostFields = 200;
    static constexpr int mostRecords = 2000;

    /// A record begins; the texts that follow are of it.
    void begin() { ++m_records; }
    void add(const QString& path, const QString& text, bool isShape = false);
    std::vector<SampleField> take();

private:
    std::vector<SampleField> m_fields;
    QHash<QString, int> m_index;
    int m_records = 0;
};

/// Of `count` records, every how many-th is looked at.
inline int strideOf(int count)
{
    return count / SampleTable::mostRecords + 1;
}

/// A field around the records.
SampleField envelopeField(const QString& path, const QString& text);

/// The rows of each format; see samplesOf. The bytes are unpacked.
city::Result<std::vector<PayloadSample>> jsonSamples(const QByteArray& payload, const PayloadHints& hints);
city::Result<std::vector<PayloadSample>> geoJsonSamples(const QByteArray& payload, const PayloadHints& hints);
city::Result<std::vector<PayloadSample>> xmlSamples(const QByteArray& payload, const PayloadHints& hints);
city::Result<std::vector<PayloadSample>> csvSamples(const QByteArray& payload, const PayloadHints& hints);

} // namespace feeds
