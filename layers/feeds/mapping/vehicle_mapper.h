// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/feeds/decoder.h"
#include "layers/feeds/mapping/doubtful_records.h"
#include "layers/feeds/mapping/named_texts.h"
#include "layers/feeds/mapping/position.h"
#include "layers/feeds/mapping/record_label.h"

namespace feeds {

/// Vehicles. One without a usable position or time is reported and left out.
class VehicleMapper {
public:
    VehicleMapper(const DecodeContext& context, const VehicleMapping& mapping);

    void add(const Record& record, RecordLabel label, std::optional<city::Instant> at, Decoded& decoded);
    void finish(Decoded& decoded);
    QStringList absentFields() const;

private:
    std::optional<double> number(Field& field, const Record& record, const RecordLabel& label,
                                 Decoded& decoded) const;

    const DecodeContext& m_context;
    QString m_kind, m_speedUnit;
    Field m_id, m_heading, m_speed;
    NamedTexts m_label, m_details;
    PositionReader m_position;
    QHash<QString, int> m_known;
    int m_added = 0;
    DoubtfulRecords m_withoutId;
};

} // namespace feeds
