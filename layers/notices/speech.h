// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/result.h"

#include <QList>
#include <QLocale>
#include <QObject>
#include <deque>
#include <memory>

namespace notices {

/// What speaks: the voices of a machine, or one of a test.
class Voice : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    virtual QList<QLocale> languages() const = 0;
    /// In one of `languages`. `done` is told once it is said, or cannot be.
    virtual void say(const QString& text, const QLocale& language) = 0;

Q_SIGNALS:
    void done();
};

/// Those of speech-dispatcher or flite, whichever answers; null where there is none, or this program was built without them.
std::unique_ptr<Voice> systemVoice();

/// Says texts aloud, one after the other; at most five wait, the oldest of them is left out. GUI thread.
class Speech : public QObject {
    Q_OBJECT
public:
    explicit Speech(std::unique_ptr<Voice> voice, QObject* parent = nullptr);
    ~Speech() override;

    /// Why nothing can be said in a language ("en", "zh_TW"): there is no voice, or none that speaks it.
    std::optional<city::Message> problemOf(const QString& language) const;
    /// Nothing where there is a problem.
    void say(const QString& text, const QString& language);

private:
    struct Waiting {
        QString text;
        QLocale language;
    };
    std::optional<QLocale> spoken(const QString& language) const;
    void next();

    std::unique_ptr<Voice> m_voice;
    std::deque<Waiting> m_waiting;
    bool m_busy = false;
};

} // namespace notices
