// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/feeds/transport.h"

#include <vector>

namespace feeds {

/// One payload as it was kept for people to look at.
struct KeptPayload {
    QString file;
    city::Instant at;
    qint64 bytes = 0;       ///< Of the whole payload; the file holds no more than its first 256 kB.
    QByteArray contentType; ///< As the server said.
    QString refused;        ///< Why it gave no facts; empty: it did.
};

/// Keeps a payload as a file in FOLDER/FEED and takes away all but the last five, so that a feed never takes
/// more than about a megabyte. One that is the same as the newest is not written again. Nothing is said when
/// the disk does not take it: it is for looking only. Any thread, one at a time for each feed.
void keepPayload(const QString& folder, const QString& feed, const FetchResponse& response,
                 const std::optional<city::Problem>& refused);

/// Those of a feed, newest first, without their bodies.
std::vector<KeptPayload> keptPayloads(const QString& folder, const QString& feed);
/// The body of one of them, cut to what was kept.
QByteArray bodyOf(const KeptPayload& payload);

/// Bytes for people: as text where they are text, else as a hex table of 16 a line. At most `most` bytes.
QString payloadText(const QByteArray& body, const QByteArray& contentType, qsizetype most);

} // namespace feeds
