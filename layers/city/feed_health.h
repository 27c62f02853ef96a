// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/feed_schema.h"
#include "layers/city/freshness.h"
#include "layers/city/message.h"
#include "layers/city/result.h"

#include <optional>
#include <vector>

/// The truth about one feed, as values. All of it is bounded and small; it is filled by layers/feeds/health.
namespace city {

/// One thing that looks wrong with a feed although its records could be read: what and how much, never words.
struct Suspicion {
    enum class Kind {
        FieldGone,    ///< `subject` is the field, `was` its type.
        FieldEmptied, ///< It was filled and says nothing any more.
        FieldRetyped, ///< From `was` to `now`.
        FieldNew,
        Frozen,       ///< Values of quantity `subject` have not changed for `is` minutes; at most `usual` before.
        UnitJump,     ///< Nearly all values of `subject` are 10^`is` times what they were.
        Doubled,      ///< Nearly all values of `subject` are exactly twice what they were.
        PlacesGone,   ///< `is` of `usual` places; `examples` names them as "kind/id".
        CountOff,     ///< `is` facts where `usual` are usual.
        Outside,      ///< `is` of `usual` positions are outside of the area of the feed.
        ClockAhead,   ///< The newest time lies `is` minutes in the future.
        ClockBehind,  ///< Times go on, but always `is` minutes behind, where `usual` are promised.
        Duplicates,   ///< `is` records repeat one of the same payload, of `usual`.
        CharacterSet, ///< `examples`: the set it was read in, a garbled text. `is` percent sure.
        ContentType,  ///< `subject` is the type it was sent as, which is not that of its format.
    };
    Kind kind = Kind::FieldGone;
    QString subject;
    double is = 0, usual = 0;
    FieldShape::Type was = FieldShape::Type::Empty, now = FieldShape::Type::Empty;
    QStringList examples{}; ///< At most 50.

    bool speaksOfSame(const Suspicion& other) const
    {
        return kind == other.kind && (subject == other.subject || kind == Kind::ContentType);
    }
};

/// A suspicion with its time.
struct Finding {
    Suspicion what;
    Instant began, lastSeen;
    std::optional<Instant> ended{};
    int quiet = 0; ///< Payloads in a row that did not show it: it ends after two, so that it cannot flicker.
};

/// Why records of the last payload were refused, counted.
struct Refusal {
    QString field;
    Message reason; ///< Of the first of them.
    int count = 0;
};

/// A quarter of an hour of a feed's day.
struct FeedQuarter {
    Instant begins;
    int asked = 0, failed = 0;
    Duration latency{0};              ///< Sum over `asked`.
    Freshness worst = Freshness::Fresh; ///< Before any of the answers came.
    std::optional<Instant> speaksOf{};  ///< Of the newest known at its end.
};

/// A month of a feed against the promise of its publisher. Only the time the program watched counts.
struct FeedMonth {
    int year = 0, month = 0; ///< UTC.
    Duration watched{0};     ///< Time between answers no further apart than two questions.
    int asked = 0, answered = 0;
    int observations = 0; ///< Different times the newest observation had.
    int onTime = 0;       ///< Of these: learned within cadence and latency of the promise.
    double complete = 0;  ///< Sum over the observations of the share of places that had a value.
    int failures() const { return asked - answered; }
};

/// What was seen of a feed's answers.
struct FeedLog {
    std::vector<FeedQuarter> quarters;  ///< Of the last 24 hours, oldest first; those without a question are left out.
    std::vector<Instant> observations;  ///< The last 50 different times of the newest observation, oldest first.
    std::vector<Instant> answers;       ///< The last 50 successes, oldest first.
    std::vector<FeedMonth> months;      ///< The last 13, oldest first.
};

struct FeedHealth {
    FeedLog log;
    std::vector<Finding> findings; ///< Those that hold first, then those of the last week; at most 60.
    std::vector<Refusal> refusals; ///< Of the last payload, the commonest first; at most 20.
    QByteArray contentType;        ///< Of the last answer; may be empty.
};

} // namespace city
