// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/feeds/join_table.h"
#include "layers/feeds/transport.h"

#include <QObject>
#include <QThreadPool>
#include <functional>
#include <memory>

namespace pipeline {

/// What a joined document says: records by a key, or the schedule that a live feed speaks of.
struct JoinedContent {
    std::shared_ptr<const feeds::JoinTable> table;
    std::shared_ptr<const feeds::GtfsSchedule> schedule;

    bool isThere() const { return table || schedule; }
};

/// One joined document of a feed, kept between the questions to the feed.
struct JoinedDocument {
    JoinedContent content; ///< Nothing until it came for the first time.
    city::Instant due;     ///< To be asked for again.
    QByteArray etag, lastModified;
    std::optional<city::Problem> failure; ///< Why the last question brought nothing.
};
using JoinedDocuments = std::map<QString, JoinedDocument>; ///< By the name of the join.

/// Brings the documents that a feed joins up to date, each at its own cadence, one after the other; those
/// that are not due are left alone. A failure keeps the old one and is tried again after a tenth of the
/// cadence. Lives in the GUI thread, reads in the pool, is gone with its parent; calls `done` once.
class Joining : public QObject {
public:
    using Done = std::function<void(JoinedDocuments)>;

    Joining(std::shared_ptr<const feeds::FeedSpec> spec, feeds::Transport& transport, QThreadPool& pool,
            JoinedDocuments documents, Done done, QObject* parent);
    ~Joining() override;
    void begin(city::Instant now);

private:
    void next();
    void ask(const feeds::Join& join, JoinedDocument& document);
    void readFile(const feeds::Join& join, JoinedDocument& document);
    void read(const feeds::Join& join, JoinedDocument& document, const feeds::FetchResponse& response);
    void settle(const feeds::Join& join, JoinedDocument& document, std::optional<city::Problem> failure);

    std::shared_ptr<const feeds::FeedSpec> m_spec;
    feeds::Transport& m_transport;
    QThreadPool& m_pool;
    JoinedDocuments m_documents;
    Done m_done;
    city::Instant m_now;
    std::size_t m_next = 0;
    QFuture<feeds::FetchResponse> m_asked;
};

/// The tables that are there.
feeds::JoinTables tablesOf(const JoinedDocuments& documents);
/// The schedule that is there; otherwise null.
std::shared_ptr<const feeds::GtfsSchedule> scheduleOf(const JoinedDocuments& documents);

} // namespace pipeline
