// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/feed_schema.h"
#include "layers/feeds/mapping/record.h"

#include <array>
#include <map>

namespace feeds {

/// Watches which fields the first 300 records of a payload have and of what type they are. More would cost
/// time and tell nothing new.
class SchemaObserver {
public:
    void see(const Record& record);
    city::FeedSchema take() const;

private:
    struct Tally {
        FieldPath path;
        int seen = 0;
        std::array<int, 6> types{}; ///< By FieldShape::Type.
        QString example{};
    };
    std::map<QString, Tally> m_fields;
    int m_records = 0;
};

} // namespace feeds
