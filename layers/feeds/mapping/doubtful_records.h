// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/feeds/decoder.h"
#include "layers/feeds/mapping/record_label.h"

namespace feeds {

/// Records that lack a field which no record before them had either. Whether that is a fault of theirs or the field is
/// called otherwise now, the rest of the payload tells: then each is reported, or the field once.
class DoubtfulRecords {
public:
    void add(const RecordLabel& label)
    {
        constexpr std::size_t most = 1000; // as many problems as are named
        if (m_labels.size() < most) m_labels.push_back(label);
    }
    /// To be called at the end, when the field was there after all.
    void report(const QString& field, const city::Message& why, Decoded& decoded) const
    {
        for (const RecordLabel& label : m_labels)
            decoded.addProblem({label.toString(), field, why});
    }

private:
    std::vector<RecordLabel> m_labels;
};

} // namespace feeds
