// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/pipeline/feed_jobs.h"

#include <QObject>
#include <QThreadPool>
#include <functional>

namespace pipeline {

/// Fetches the pages after the first, one after the other, decoding each to know the next. Ends at the last,
/// at the limit of the pack, and at a failure, which makes the whole a partial listing. Lives in the GUI
/// thread and is gone with its parent; calls `done` once with the facts of all pages.
class PageTurning : public QObject {
public:
    struct Pages {
        std::shared_ptr<feeds::Decoded> facts;
        Reception reception;
    };
    using Done = std::function<void(Pages)>;

    PageTurning(Job job, feeds::Transport& transport, QThreadPool& pool, Done done, QObject* parent);
    ~PageTurning() override;
    void begin(std::shared_ptr<feeds::Decoded> first);

private:
    void turn(const QUrl& next);
    void took(feeds::FetchResponse response);
    void stop(city::Problem why);
    void finish();

    Job m_job;
    feeds::Transport& m_transport;
    QThreadPool& m_pool;
    Done m_done;
    Pages m_pages;
    QUrl m_here;
    int m_page = 0;
    QFuture<feeds::FetchResponse> m_asked;
};

} // namespace pipeline
