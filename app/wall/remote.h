// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/result.h"

#include <QObject>
#include <functional>

class QLocalServer;

namespace app {

/// Listens for words from a desk on this machine: a local socket that only the same user may open, one line in, one line
/// out. Off unless asked for; nothing else in the program listens. GUI thread.
class Remote : public QObject {
    Q_OBJECT
public:
    using Answer = std::function<QString(const QString&)>;
    Remote(const QString& name, Answer answer, QObject* parent = nullptr);

    bool isListening() const;
    QString problem() const;

    /// Of the playlist `wall`.
    static QString nameFor(const QString& wall);
    /// Says one line to a wall that listens; its answer. Waits for at most two seconds.
    static city::Result<QString> say(const QString& name, const QString& words);

private:
    void answer();

    QLocalServer* m_server;
    Answer m_answer;
};

} // namespace app
