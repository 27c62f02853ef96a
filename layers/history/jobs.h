// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QEvent>
#include <QObject>
#include <functional>

namespace history {

/// Runs the jobs that are posted to it, in the thread it lives in: one after the other, those of a higher priority first.
class Jobs : public QObject {
public:
    void post(Qt::EventPriority priority, std::function<void()> job)
    {
        QCoreApplication::postEvent(this, new Job(std::move(job)), priority);
    }

protected:
    bool event(QEvent* event) override
    {
        if (event->type() != Job::type) return QObject::event(event);
        static_cast<const Job*>(event)->work();
        return true;
    }

private:
    class Job : public QEvent {
    public:
        static inline const auto type = static_cast<QEvent::Type>(QEvent::registerEventType());
        explicit Job(std::function<void()> job) : QEvent(type), work(std::move(job)) {}
        const std::function<void()> work;
    };
};

} // namespace history
