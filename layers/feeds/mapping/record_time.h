// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/feeds/mapping/field.h"
#include "layers/feeds/time/time_reader.h"

namespace feeds {

/// The time a record, or the document around it, speaks of. A time before 1990 or more than a day after the
/// payload came is an error of the publisher and never used.
class RecordTime {
public:
    RecordTime(const TimeMapping& mapping, const QTimeZone& feedZone, city::Instant receivedAt);

    struct Reading {
        std::optional<city::Instant> at;
        std::optional<city::Message> wrong; ///< Why a stated time is not used; both empty: no time is stated.
    };
    Reading read(const Record& record, const QStringList& missing = {});
    /// As `read`, for times that may lie ahead (the end of roadworks).
    Reading readPlanned(const Record& record, const QStringList& missing = {});

    bool isSet() const { return !m_fields.empty(); }
    bool ofEnvelope() const { return m_ofEnvelope; }
    QString fieldName() const;
    QStringList absentFields() const;

private:
    std::vector<Field> m_fields;
    TimeReader m_reader;
    city::Instant m_receivedAt;
    bool m_ofEnvelope;
};

} // namespace feeds
