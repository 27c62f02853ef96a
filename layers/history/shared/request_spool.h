// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QLockFile>
#include <QString>
#include <deque>
#include <memory>

namespace history {

/// What operators asked for while a shared store is away, in a file until it is there again: it outlives the
/// program, however that ends. Of several programs with the same file one has it; the others keep theirs in
/// memory. Used in one thread.
class RequestSpool {
public:
    /// What it is called in the store, so that one sent twice is one, and what it says.
    struct Waiting {
        QString name;
        QByteArray request;
    };

    /// An empty name: only in memory.
    explicit RequestSpool(const QString& file);

    const std::deque<Waiting>& waiting() const { return m_waiting; }
    void add(Waiting one);
    /// It was delivered, or never will be.
    void dropFirst();

private:
    void read();
    bool write() const;

    const QString m_file;
    std::unique_ptr<QLockFile> m_lock; ///< Null: another program has the file, or there is none.
    std::deque<Waiting> m_waiting;
};

} // namespace history
