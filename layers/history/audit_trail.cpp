// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/audit_trail.h"

#include "layers/history/hash_chain.h"

#include <QFile>
#include <QPromise>
#include <unistd.h>

namespace history {

namespace {

constexpr qsizetype hashLength = 64;
constexpr qint64 longestFile = 4LL * 1024 * 1024 * 1024;

/// Calls `take(hash, entry)` with each whole line until it says no; the bytes of a last line that has no end.
template<typename Take> city::Result<qint64> eachLine(const QString& name, Take take)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly) || file.size() > longestFile)
        return city::Problem{{}, {}, {QT_TRANSLATE_NOOP("Message", "%1 cannot be read: %2"), {name, file.errorString()}}};
    while (!file.atEnd()) {
        const QByteArray line = file.readLine();
        if (!line.endsWith('\n')) return line.size();
        const QByteArray text = line.chopped(1);
        if (!take(text.left(hashLength), text.mid(hashLength + 1))) break;
    }
    return 0;
}

city::Problem broken(const QString& file, int line)
{
    return {{}, {}, {QT_TRANSLATE_NOOP("Message", "%1 was changed by somebody: line %2 does not fit to those before it"), {file, QString::number(line)}}};
}

} // namespace

QString trailOf(const QString& historyFile)
{
    return historyFile + QStringLiteral(".audit");
}

// Not QtConcurrent::run: who waits for one of its futures may run the job himself, before those that were asked earlier.
template<typename T, typename Job> QFuture<city::Result<T>> AuditTrail::run(Job job)
{
    auto promise = std::make_shared<QPromise<city::Result<T>>>();
    promise->start();
    m_pool.start([promise, job = std::move(job)] {
        promise->addResult(job());
        promise->finish();
    });
    return promise->future();
}

AuditTrail::AuditTrail(const QString& file) : m_file(file)
{
    m_pool.setMaxThreadCount(1);
    m_opened = run<std::vector<QByteArray>>([this] { return open(); });
}

AuditTrail::~AuditTrail()
{
    m_pool.waitForDone();
}

QFuture<city::Result<int>> AuditTrail::append(std::vector<QByteArray> entries)
{
    return run<int>([this, entries = std::move(entries)] { return write(entries); });
}

city::Result<std::vector<QByteArray>> AuditTrail::open()
{
    m_lock = std::make_unique<QLockFile>(m_file + QStringLiteral(".lock"));
    m_lock->setStaleLockTime(0); // Only the end of its owner makes a lock void.
    if (!m_lock->tryLock())
        return city::Problem{{}, {}, {QT_TRANSLATE_NOOP("Message", "%1 cannot be written: another program uses it, its folder may not be written, or the disk is full. Alarms are shown and not kept."), {m_file}}};
    std::vector<QByteArray> entries;
    m_head = chainBeginning();
    if (QFile::exists(m_file)) {
        qint64 sound = 0;
        int line = 0;
        bool fits = true;
        const auto torn = eachLine(m_file, [&](const QByteArray& hash, const QByteArray& entry) {
            ++line;
            fits = linkOf(m_head, entry) == hash;
            if (!fits) return false;
            m_head = hash;
            sound += hash.size() + entry.size() + 2;
            entries.push_back(entry);
            return true;
        });
        if (!torn) return torn.problem();
        if (!fits) return broken(m_file, line);
        m_count = static_cast<int>(entries.size());
        if (*torn > 0) {
            QFile::resize(m_file, sound);
            m_open = true;
            const QByteArray note = QByteArrayLiteral("{\"what\":\"torn\",\"bytes\":") + QByteArray::number(*torn) + '}';
            if (const auto written = write({note}); !written) return written.problem();
        }
    }
    m_open = true;
    return entries;
}

city::Result<int> AuditTrail::write(const std::vector<QByteArray>& entries)
{
    if (!m_open) return city::Problem{{}, {}, {QT_TRANSLATE_NOOP("Message", "%1 is not open"), {m_file}}};
    QFile file(m_file);
    const qint64 before = file.size();
    QByteArray lines;
    QByteArray head = m_head;
    for (const QByteArray& entry : entries) {
        head = linkOf(head, entry);
        lines += head + ' ' + entry + '\n';
    }
    const bool written = file.open(QIODevice::WriteOnly | QIODevice::Append) && file.write(lines) == lines.size() && file.flush() &&
                         ::fsync(file.handle()) == 0;
    if (!written) {
        const QString why = file.errorString();
        file.resize(before); // A part of a line would break the chain.
        return city::Problem{{}, {}, {QT_TRANSLATE_NOOP("Message", "%1 cannot be written: %2"), {m_file, why}}};
    }
    m_head = head;
    m_count += static_cast<int>(entries.size());
    return m_count;
}

city::Result<std::vector<QByteArray>> AuditTrail::read(const QString& file)
{
    std::vector<QByteArray> entries;
    const auto torn = eachLine(file, [&](const QByteArray&, const QByteArray& entry) {
        entries.push_back(entry);
        return true;
    });
    if (!torn) return torn.problem();
    return entries;
}

city::Result<TrailCheck> AuditTrail::verify(const QString& file, const QByteArray& head)
{
    TrailCheck check;
    check.head = chainBeginning();
    check.hasHead = head.isEmpty();
    check.wanted = head;
    const auto torn = eachLine(file, [&](const QByteArray& hash, const QByteArray& entry) {
        if (linkOf(check.head, entry) != hash) {
            check.brokenAt = check.entries + 1;
            return false;
        }
        check.head = hash;
        check.hasHead = check.hasHead || hash == head;
        ++check.entries;
        return true;
    });
    if (!torn) return torn.problem();
    check.tornBytes = *torn;
    return check;
}

} // namespace history
