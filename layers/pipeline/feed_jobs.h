// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/pipeline/apply.h"
#include "layers/pipeline/city.h"
#include "layers/pipeline/followed.h"

#include <memory>

namespace pipeline {

using Picture = std::shared_ptr<const city::FeedPicture>;

/// Keeps a picture and hands its destruction to a pool when the last holder is the GUI thread: taking apart a
/// hundred thousand records takes longer than a frame.
Picture shared(city::FeedPicture picture);

/// All that working on one answer needs, by value.
struct Job {
    std::shared_ptr<const feeds::FeedSpec> spec;
    std::shared_ptr<const city::QuantityCatalogue> quantities;
    std::shared_ptr<const city::AreaTree> areas;
    Decode decode;
    Picture previous;
    feeds::FetchResponse response;
    feeds::JoinTables joined;
    std::shared_ptr<const feeds::GtfsSchedule> schedule; ///< Of a GTFS-Realtime feed that names one.
    QString payloadFolder{}; ///< Where the payload is kept for people to look at; empty: nowhere.
};

/// What came of it.
struct Outcome {
    Picture picture; ///< Null when there are links to follow first.
    std::vector<city::Observation> toRecord;
    std::shared_ptr<const feeds::Decoded> index; ///< The document that holds the links.
    std::shared_ptr<feeds::Decoded> firstPage;   ///< Of a feed that comes in pages: further ones may follow.
    KnownDocuments known;                        ///< To be remembered for the next time.
};
using OutcomePtr = std::shared_ptr<Outcome>;

/// What an answer says, with the joined documents of the job.
city::Result<feeds::Decoded> decodeAnswer(const Job& job, const feeds::FetchResponse& response);
Reception receptionOf(const feeds::FetchResponse& response, const QString& format = {});

/// The facts of all pages. Pure; runs in the pool.
OutcomePtr digestPages(const Job& job, std::shared_ptr<feeds::Decoded> facts, const Reception& reception);

/// The feed's own document: decoded and applied, or the reason why not. Pure; runs in the pool.
OutcomePtr digest(const Job& job);
/// The documents it pointed to, with it. When these point to further ones (pages of a list) there is an index
/// again, and `earlier` are the documents of the rounds before. Pure; runs in the pool.
OutcomePtr digestFollowed(const Job& job, std::shared_ptr<const feeds::Decoded> index,
                          const std::vector<FollowedDocument>& documents, KnownDocuments earlier);

} // namespace pipeline
