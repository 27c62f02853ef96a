// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/snapshot.h"

#include <QFile>
#include <QLockFile>
#include <memory>
#include <optional>

namespace history {

/// An answer of a feed as it waits to be written.
struct WaitingAnswer {
    QString feed;
    std::vector<city::Observation> told;
    std::shared_ptr<const city::FeedPicture> picture; ///< Null: values only.
    city::Instant shownAt;

    /// Facts it holds.
    std::size_t weight() const;
};

/// Answers that wait in a file until a shared store is there again, in the order they came. What was put into it outlives
/// the program, however that ends; one that was not written to its end was never put in. Of several programs with the same
/// file one has it. Used in one thread.
class Spool {
public:
    /// An empty name: there is none.
    explicit Spool(const QString& file);
    ~Spool();

    bool isEmpty() const { return m_offset >= m_end; }
    /// False when it could not be kept.
    bool put(const WaitingAnswer& answer);
    /// The one that has waited longest; nothing when it is empty. What cannot be read is left out, with all behind it.
    std::optional<WaitingAnswer> first();
    /// It was written.
    void dropFirst();

private:
    bool begin();
    qint64 sizeAt(qint64 offset);

    QFile m_file;
    std::unique_ptr<QLockFile> m_lock;
    bool m_isUsable = false;
    qint64 m_offset = 0, m_next = 0, m_end = 0; ///< Of the first, of the one behind it, of all.
};

} // namespace history
