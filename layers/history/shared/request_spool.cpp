// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/shared/request_spool.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

namespace history {

namespace {

constexpr qint64 longestFile = 64LL * 1024 * 1024;

} // namespace

RequestSpool::RequestSpool(const QString& file) : m_file(file)
{
    if (file.isEmpty()) return;
    m_lock = std::make_unique<QLockFile>(file + QStringLiteral(".lock"));
    m_lock->setStaleLockTime(0); // Only the end of its owner makes a lock void.
    if (m_lock->tryLock())
        read();
    else
        m_lock.reset();
}

/// Each line a list of two: name and request.
void RequestSpool::read()
{
    QFile file(m_file);
    if (!file.open(QIODevice::ReadOnly) || file.size() > longestFile) return;
    while (!file.atEnd()) {
        const QJsonArray one = QJsonDocument::fromJson(file.readLine()).array();
        if (one.size() == 2) m_waiting.push_back({one[0].toString(), one[1].toString().toUtf8()});
    }
}

/// There are few, so all is written anew: the file is the old one or the new one.
bool RequestSpool::write() const
{
    if (!m_lock) return false;
    if (m_waiting.empty()) return QFile::remove(m_file);
    QSaveFile file(m_file);
    if (!file.open(QIODevice::WriteOnly)) return false;
    for (const Waiting& one : m_waiting)
        file.write(QJsonDocument(QJsonArray{one.name, QString::fromUtf8(one.request)})
                       .toJson(QJsonDocument::Compact) +
                   '\n');
    return file.commit();
}

void RequestSpool::add(Waiting one)
{
    m_waiting.push_back(std::move(one));
    write();
}

void RequestSpool::dropFirst()
{
    m_waiting.pop_front();
    write();
}

} // namespace history
