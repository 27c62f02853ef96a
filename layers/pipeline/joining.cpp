// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/pipeline/joining.h"

#include "layers/feeds/decoders/gtfs_schedule.h"
#include "layers/pipeline/when_done.h"

#include <QFile>
#include <QtConcurrent>

namespace pipeline {

namespace {

city::Result<JoinedContent> contentOf(const QByteArray& payload, const feeds::Join& join,
                                      const feeds::FeedSpec& spec, const QByteArray& contentType)
{
    const qint64 most = join.request.maxBytes;
    if (join.format == QLatin1String("gtfs")) {
        auto schedule = feeds::readGtfsSchedule(payload, most * feeds::packedToUnpacked);
        if (!schedule) return schedule.problem();
        return JoinedContent{{}, std::make_shared<const feeds::GtfsSchedule>(std::move(schedule.value()))};
    }
    auto table = feeds::readJoinTable(payload, join, spec.mapping, {contentType, most});
    if (!table) return table.problem();
    return JoinedContent{std::make_shared<const feeds::JoinTable>(std::move(table.value())), {}};
}

city::Result<JoinedContent> contentOfFile(const feeds::Join& join, const feeds::FeedSpec& spec)
{
    QFile file(join.file);
    if (!file.open(QIODevice::ReadOnly))
        return city::Problem{
            {}, {}, {QT_TRANSLATE_NOOP("Message", "cannot be read: %1"), {file.errorString()}}};
    return contentOf(file.read(join.request.maxBytes), join, spec, {});
}

} // namespace

Joining::Joining(std::shared_ptr<const feeds::FeedSpec> spec, feeds::Transport& transport, QThreadPool& pool,
                 JoinedDocuments documents, Done done, QObject* parent)
    : QObject(parent), m_spec(std::move(spec)), m_transport(transport), m_pool(pool),
      m_documents(std::move(documents)), m_done(std::move(done))
{
}

Joining::~Joining()
{
    m_asked.cancel();
}

void Joining::begin(city::Instant now)
{
    m_now = now;
    next();
}

void Joining::next()
{
    while (m_next < m_spec->joins.size()) {
        const feeds::Join& join = m_spec->joins[m_next++];
        JoinedDocument& document = m_documents[join.name];
        if (document.content.isThere() && document.due > m_now) continue;
        if (!document.content.isThere() && document.failure && document.due > m_now) continue;
        if (join.file.isEmpty())
            ask(join, document);
        else
            readFile(join, document);
        return;
    }
    if (!m_done) return;
    const Done done = std::exchange(m_done, nullptr);
    done(std::move(m_documents));
    deleteLater();
}

void Joining::ask(const feeds::Join& join, JoinedDocument& document)
{
    feeds::FetchRequest request;
    request.feed = m_spec->id + QLatin1Char('@') + join.name;
    request.request = join.request;
    request.etag = document.etag;
    request.lastModified = document.lastModified;
    m_asked = m_transport.get(request);
    whenDone(this, m_asked, [this, &join, &document](std::optional<feeds::FetchResponse> response) {
        if (!response)
            return settle(join, document, city::Problem{{}, {}, QT_TRANSLATE_NOOP("Message", "given up")});
        if (response->failure) return settle(join, document, response->failure);
        if (response->notModified && document.content.isThere()) return settle(join, document, {});
        read(join, document, *response);
    });
}

void Joining::readFile(const feeds::Join& join, JoinedDocument& document)
{
    whenDone(this, QtConcurrent::run(&m_pool, [join, spec = m_spec] { return contentOfFile(join, *spec); }),
             [this, &join, &document](std::optional<city::Result<JoinedContent>> content) {
                 if (content && content->ok()) document.content = **content;
                 settle(join, document,
                        content && !content->ok() ? std::optional(content->problem()) : std::nullopt);
             });
}

void Joining::read(const feeds::Join& join, JoinedDocument& document, const feeds::FetchResponse& response)
{
    const auto work = [join, spec = m_spec, body = response.body, type = response.contentType] {
        return contentOf(body, join, *spec, type);
    };
    whenDone(this, QtConcurrent::run(&m_pool, work),
             [this, &join, &document, etag = response.etag,
              lastModified = response.lastModified](std::optional<city::Result<JoinedContent>> content) {
                 if (!content) return settle(join, document, {});
                 if (!content->ok()) return settle(join, document, content->problem());
                 document.content = **content;
                 document.etag = etag;
                 document.lastModified = lastModified;
                 settle(join, document, {});
             });
}

void Joining::settle(const feeds::Join& join, JoinedDocument& document, std::optional<city::Problem> failure)
{
    document.due = m_now + (failure ? join.request.every / 10 : join.request.every);
    document.failure = std::move(failure);
    next();
}

feeds::JoinTables tablesOf(const JoinedDocuments& documents)
{
    feeds::JoinTables tables;
    for (const auto& [name, document] : documents) {
        if (document.content.table) tables.push_back(document.content.table);
    }
    return tables;
}

std::shared_ptr<const feeds::GtfsSchedule> scheduleOf(const JoinedDocuments& documents)
{
    for (const auto& [name, document] : documents) {
        if (document.content.schedule) return document.content.schedule;
    }
    return nullptr;
}

} // namespace pipeline
