// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/pipeline/paging.h"

#include "layers/feeds/paging.h"
#include "layers/pipeline/when_done.h"

#include <QtConcurrent>

namespace pipeline {

PageTurning::PageTurning(Job job, feeds::Transport& transport, QThreadPool& pool, Done done, QObject* parent)
    : QObject(parent), m_job(std::move(job)), m_transport(transport), m_pool(pool), m_done(std::move(done)),
      m_here(feeds::firstPage(m_job.spec->request))
{
    m_pages.reception = receptionOf(m_job.response, m_job.spec->format);
}

PageTurning::~PageTurning()
{
    m_asked.cancel();
}

void PageTurning::begin(std::shared_ptr<feeds::Decoded> first)
{
    m_pages.facts = std::move(first);
    const auto next = feeds::nextPage(m_job.spec->request, m_here, m_page, *m_pages.facts);
    if (next)
        turn(*next);
    else
        finish();
}

void PageTurning::turn(const QUrl& next)
{
    m_here = next;
    ++m_page;
    feeds::FetchRequest request;
    request.feed = m_job.spec->id;
    request.request = m_job.spec->request;
    request.request.url = next;
    request.page = m_page;
    // An address the publisher wrote is not filled in with secrets.
    if (m_job.spec->request.pages.way == feeds::Paging::Way::Link)
        request.document = feeds::FetchRequest::Document::Followed;
    m_asked = m_transport.get(request);
    whenDone(this, m_asked, [this](std::optional<feeds::FetchResponse> response) {
        if (!response) return stop({{}, {}, QT_TRANSLATE_NOOP("Message", "given up")});
        if (response->failure) return stop(*response->failure);
        took(std::move(*response));
    });
}

void PageTurning::took(feeds::FetchResponse response)
{
    m_pages.reception.bytes += response.body.size();
    const auto work = [job = m_job, response = std::move(response)] { return decodeAnswer(job, response); };
    whenDone(this, QtConcurrent::run(&m_pool, work),
             [this](std::optional<city::Result<feeds::Decoded>> facts) {
                 if (!facts) return finish();
                 if (!facts->ok()) return stop(facts->problem());
                 const auto next = feeds::nextPage(m_job.spec->request, m_here, m_page, facts->value());
                 feeds::append(*m_pages.facts, facts->value());
                 if (next)
                     turn(*next);
                 else
                     finish();
             });
}

void PageTurning::stop(city::Problem why)
{
    why.record = QStringLiteral("@p%1").arg(m_page + 1);
    m_pages.facts->addProblem(std::move(why));
    m_pages.reception.listing = Listing::Partial;
    finish();
}

void PageTurning::finish()
{
    if (!m_done) return;
    const Done done = std::exchange(m_done, nullptr);
    done(std::move(m_pages));
    deleteLater();
}

} // namespace pipeline
