// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/feeds/decoder.h"
#include "layers/feeds/mapping/doubtful_records.h"
#include "layers/feeds/mapping/measure.h"
#include "layers/feeds/mapping/named_texts.h"
#include "layers/feeds/mapping/position.h"
#include "layers/feeds/mapping/record_label.h"
#include "layers/feeds/mapping/record_time.h"

namespace feeds {

/// Events: roadworks, incidents, quakes. Of two records with one id the later counts and is reported.
class EventMapper {
public:
    EventMapper(const DecodeContext& context, const EventMapping& mapping);

    const std::optional<city::Problem>& problem() const { return m_position.problem(); }
    void add(const Record& record, RecordLabel label, std::optional<city::Instant> reportedAt,
             Decoded& decoded);
    void finish(Decoded& decoded);
    QStringList absentFields() const;

private:
    void readTimes(const Record& record, const RecordLabel& label, city::Event& event, Decoded& decoded);
    void readMeasures(const Record& record, const RecordLabel& label, city::Event& event, Decoded& decoded);
    void keep(city::Event event, const RecordLabel& label, Decoded& decoded);

    const DecodeContext& m_context;
    QString m_kind;
    Field m_id, m_description;
    NamedTexts m_title;
    PositionReader m_position;
    RecordTime m_begins, m_ends;
    std::vector<Measure> m_measures;
    QHash<QString, int> m_known;
    int m_added = 0;
    DoubtfulRecords m_withoutId;
    bool m_merge = false;
};

} // namespace feeds
