// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/facts.h"

namespace history {

/// Whether the past is asked for as it was known then, or as it is known now.
enum class Knowledge { Then, Now };

/// Something that happened to what we knew.
struct Mark {
    enum class Kind { Alert, FeedFailed, FeedBack };
    Kind kind = Kind::Alert;
    city::Instant at; ///< When the picture changed.
    QString feed;
    city::Alert alert;   ///< For Kind::Alert.
    QString reason = {}; ///< For Kind::FeedFailed: untrusted plain text.
};

/// A stretch in which nothing at all was recorded.
struct Gap {
    city::Instant from, to;
};

/// What somebody wrote about a moment or a stretch of time.
struct Note {
    qint64 id = 0; ///< Given by the store.
    city::Instant at;
    std::optional<city::Instant> until;
    city::Instant writtenAt;
    QString author;
    QString text;
};

/// What there is to see on the bar of time, each list oldest first.
struct Timeline {
    std::optional<city::Instant> first; ///< The first picture there is at all; nothing: none.
    std::vector<Mark> marks;            ///< At most 1,000, the newest.
    std::vector<Gap> gaps;
    std::vector<Note> notes;
};

} // namespace history
