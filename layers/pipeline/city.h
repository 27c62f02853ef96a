// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/clock.h"
#include "layers/city/snapshot.h"
#include "layers/feeds/decoder.h"
#include "layers/feeds/transport.h"
#include "layers/history/history_store.h"

#include <QObject>
#include <functional>
#include <memory>

namespace pipeline {

/// Bytes to facts: pure, called in the pool.
using Decode = std::function<city::Result<feeds::Decoded>(const QByteArray&, const feeds::DecodeContext&)>;

/// What a City is made of. The references must outlive it.
struct CityParts {
    std::vector<feeds::FeedSpec> feeds;
    std::shared_ptr<const city::QuantityCatalogue> quantities;
    std::shared_ptr<const city::AreaTree> areas;
    const city::Clock* clock = nullptr;
    feeds::Transport* transport = nullptr;
    history::HistoryStore* history = nullptr; ///< Optional.
    Decode decode = feeds::decode;
    QString healthFile{};     ///< Where the health of the feeds is kept between runs; empty: nowhere.
    QString payloadFolder{};  ///< Where the last payloads of each feed are kept; empty: nowhere.
};

/// The one writer: schedule -> fetch -> decode -> apply -> record. Lives in the GUI thread; decoding and
/// indexing run in the thread pool and come back as values. After each feed's answer it publishes a new
/// CitySnapshot; a failure, too, is published, as the state of the feed, with its last good facts kept. Of all programs
/// that record into one shared store, one asks each feed; another takes over within a cadence when that is gone.
class City : public QObject {
    Q_OBJECT
public:
    explicit City(CityParts parts, QObject* parent = nullptr);
    ~City() override;

    std::shared_ptr<const city::CitySnapshot> snapshot() const;

    /// Begins the schedule: every feed at once, but for those that wait, then each by its own cadence, spread in phase;
    /// `settled` follows when all that were asked at once have answered or failed.
    void start();
    /// What was learned so far goes to the history at once.
    void stop();
    /// Asks every feed once, now; `settled` follows when all have answered or failed.
    void refreshAll();
    void refresh(const QString& feed);
    /// Asks what is due by now: for whoever sets the clock by hand.
    void wake();
    /// A feed is being asked, or its answer digested.
    bool isBusy() const;

Q_SIGNALS:
    void published(std::shared_ptr<const city::CitySnapshot> snapshot);
    /// Every feed asked at once by start or refreshAll has answered or failed.
    void settled();
    /// The history took a feed's answer (`rows` of its observations were new; a failure has none), or would not.
    void recorded(const QString& feed, int rows);
    void notRecorded(const QString& feed, const city::Problem& why);
    /// A feed of a shared store was left to the program that asks it already, or taken over from one that is gone.
    void dutyChanged(const QString& feed, bool isOurs);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace pipeline
