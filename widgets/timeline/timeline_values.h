// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/time.h"

#include <QString>
#include <optional>
#include <vector>

/// What the bar of time shows, as plain values. Texts are ready to read and always shown as plain text.
namespace widgets {

struct TimeSpan {
    city::Instant from, to;

    city::Duration length() const { return to - from; }
    friend bool operator==(const TimeSpan&, const TimeSpan&) = default;
};

/// Something on the bar one can jump to.
struct TimeMark {
    enum class Kind { Alarm, FeedFailed, FeedBack, Note };
    Kind kind = Kind::Alarm;
    city::Instant at;
    std::optional<city::Instant> until; ///< It lasted, or speaks of all that time.
    int alarm = 0;                      ///< 1 to 3 for Kind::Alarm; 0: of no consequence.
    QString text;
    qint64 id = 0; ///< Of a note.
};

struct TimelineMarks {
    std::optional<city::Instant> first; ///< Nothing is known from before; nothing: nothing is known at all.
    std::vector<TimeMark> marks;        ///< Oldest first.
    std::vector<TimeSpan> gaps;         ///< Nothing was recorded then.
};

struct TimelineState {
    city::Instant now;
    std::optional<city::Instant> moment = {}; ///< Nothing: live.
    bool playing = false;
    double speed = 60;
    std::optional<TimeSpan> loop = {};
    bool knownNow = false; ///< Shown is what is known now about the moment, not what was shown then.
};

} // namespace widgets
