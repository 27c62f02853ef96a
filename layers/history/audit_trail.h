// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/result.h"

#include <QByteArray>
#include <QFuture>
#include <QLockFile>
#include <QThreadPool>
#include <memory>
#include <vector>

namespace history {

/// What a look at a whole trail found.
struct TrailCheck {
    int entries = 0;        ///< Sound ones, from the beginning.
    QByteArray head;        ///< The last sound link of the chain: written down elsewhere, it shows later that nothing was cut off.
    int brokenAt = 0;       ///< The number of the first line that does not fit; 0: none.
    qint64 tornBytes = 0;   ///< Of a last line that was not written to its end.
    bool hasHead = true;    ///< The link that has to be in the chain is.
    QByteArray wanted;      ///< That link; empty: none had to.
};

/// An append-only file of entries, each a line "HASH ENTRY" whose hash (SHA-256) is made of the hash before it and of the
/// entry: none can be changed, left out or put in between without the rest of the chain showing it. An entry counts as
/// kept once `append` says so: it has been written through to the disk, and survives the end of the program by any
/// means. One program at a time writes; work is done in a thread of its own, in the order asked, and answered by futures.
class AuditTrail {
public:
    /// Opens or makes `file`. A last line that was torn is cut off, and an entry says so.
    explicit AuditTrail(const QString& file);
    ~AuditTrail(); ///< Waits until what was appended is written.
    AuditTrail(const AuditTrail&) = delete;
    AuditTrail& operator=(const AuditTrail&) = delete;

    /// All entries that were there when it was opened, oldest first; or why there are none.
    QFuture<city::Result<std::vector<QByteArray>>> opened() const { return m_opened; }
    /// Entries are single lines. How many there are now, or why they could not be kept.
    QFuture<city::Result<int>> append(std::vector<QByteArray> entries);

    /// The entries of a trail somebody else may be writing; a torn last line is left out. Any thread.
    static city::Result<std::vector<QByteArray>> read(const QString& file);
    /// Follows the whole chain; `head` (may be empty) is looked for in it. Any thread.
    static city::Result<TrailCheck> verify(const QString& file, const QByteArray& head = {});

private:
    template<typename T, typename Job> QFuture<city::Result<T>> run(Job job);
    city::Result<std::vector<QByteArray>> open();
    city::Result<int> write(const std::vector<QByteArray>& entries);

    const QString m_file;
    QThreadPool m_pool; ///< Of one thread; all below is used there only.
    std::unique_ptr<QLockFile> m_lock;
    QByteArray m_head;
    int m_count = 0;
    bool m_open = false;
    QFuture<city::Result<std::vector<QByteArray>>> m_opened;
};

/// Where the trail of a history file is.
QString trailOf(const QString& historyFile);

} // namespace history
