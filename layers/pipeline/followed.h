// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/feeds/decoder.h"
#include "layers/feeds/transport.h"

#include <QHash>
#include <QObject>
#include <functional>
#include <memory>
#include <vector>

namespace pipeline {

/// What is remembered of a document that a feed pointed to, for as long as it does.
struct KnownDocument {
    std::shared_ptr<const feeds::Decoded> facts;
    QByteArray etag, lastModified;
};
using KnownDocuments = QHash<QUrl, KnownDocument>;

/// One followed document as it came.
struct FollowedDocument {
    QUrl url;
    feeds::FetchResponse response; ///< Not set when `known` was taken without asking.
    std::optional<KnownDocument> known;
};

/// Fetches the documents an index points to: at most 200, three at a time. An alert once read is not asked
/// for again, since a CAP message never changes under its address; other documents are asked for
/// conditionally. Lives in the GUI thread and is gone with its parent; calls `done` once.
class Following : public QObject {
public:
    using Done = std::function<void(std::vector<FollowedDocument>)>;

    Following(const feeds::FeedSpec& spec, feeds::Transport& transport, KnownDocuments known, Done done,
              QObject* parent);
    ~Following() override;
    void begin(const std::vector<QUrl>& links);

private:
    void askMore();
    void answered(std::size_t index, feeds::FetchResponse response);
    feeds::FetchRequest requestFor(const FollowedDocument& document) const;

    const feeds::FeedSpec& m_spec;
    feeds::Transport& m_transport;
    KnownDocuments m_known;
    Done m_done;
    std::vector<FollowedDocument> m_documents;
    std::vector<QFuture<feeds::FetchResponse>> m_asked;
    std::size_t m_next = 0;
    int m_open = 0;
    bool m_refused = false; ///< The publisher asked for a pause: nothing more is asked this time.
};

} // namespace pipeline
