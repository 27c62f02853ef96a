// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <vector>

namespace history {

/// The observations of a picture written whole, as five lists of one JSON list: series, seconds observed and learned after
/// the two times of the last list (milliseconds since 1970 UTC), values, those two times. Older files have four, with the
/// times in full. A value.
struct WholePicture {
    std::vector<qint64> series, at, learned; ///< Times: milliseconds since 1970 UTC.
    std::vector<double> values;

    QByteArray toJson() const;
    /// Empty when the lists do not belong together.
    static WholePicture fromJson(const QByteArray& json);
};

/// Whether a value observed at `next` stands instead of one observed at `shown`: the rule of playing the log.
inline bool replaces(qint64 next, qint64 shown)
{
    return next >= shown;
}

} // namespace history
