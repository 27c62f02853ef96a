// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/clock.h"
#include "layers/feeds/transport.h"

#include <QHash>
#include <QObject>
#include <memory>
#include <vector>

namespace feeds {

/// All traffic of a session as files: DIR/recording.jsonl has a line for each answer (feed, page or address
/// followed, when, how long it took, what the publisher said of it, or why it failed), and each new body is a
/// file beside it, once. Addresses are written without their query, which may hold keys; a body that repeats
/// a key is the publisher's and is kept as it is.
class RecordingTransport : public QObject, public Transport {
public:
    /// `inner` and what it needs must outlive it. The folder is made.
    RecordingTransport(Transport& inner, QString folder, QObject* parent = nullptr);
    QFuture<FetchResponse> get(const FetchRequest& request) override;
    /// What keeps it from writing, if something does.
    const std::optional<city::Problem>& problem() const { return m_problem; }

private:
    void write(const FetchRequest& request, const FetchResponse& response);

    Transport& m_inner;
    QString m_folder;
    std::optional<city::Problem> m_problem;
};

/// Whether a folder holds a recording, and the moment of its first answer.
std::optional<city::Instant> recordingStart(const QString& folder);

/// Answers as they were recorded: each question gets the answer that was the newest at the time of the clock,
/// the first also a cadence before its time, and a failure before that. With a clock that runs fast the recording runs as fast.
class RecordedTransport : public QObject, public Transport {
public:
    RecordedTransport(QString folder, const city::Clock& clock, QObject* parent = nullptr);
    QFuture<FetchResponse> get(const FetchRequest& request) override;

private:
    struct Answer {
        city::Instant at;
        QString file;
        FetchResponse response; ///< Without its body.
    };
    FetchResponse answer(const FetchRequest& request) const;

    QString m_folder;
    const city::Clock& m_clock;
    QHash<QString, std::vector<Answer>> m_answers; ///< By question, oldest first.
};

} // namespace feeds
