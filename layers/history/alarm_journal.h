// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/clock.h"
#include "layers/city/result.h"

#include <QByteArray>
#include <QFuture>
#include <QObject>
#include <optional>
#include <vector>

namespace history {

/// An entry of the audit trail, with what it is looked for by.
struct JournalEntry {
    QByteArray text; ///< One line of JSON.
    city::Instant at;
    QString alarm, feed; ///< Empty: of none.
    qint64 request = 0;  ///< The request it says was applied; 0: none.
};

/// An alarm as it stands.
struct JournalFact {
    QString alarm, feed;
    QByteArray text; ///< JSON; empty: it is normal again.
};

/// What an operator asked for, somewhere.
struct JournalRequest {
    qint64 number = 0;
    QByteArray text;
    QString user; ///< Of the database; empty: of this program.
};

/// What there is to know before the alarms are judged.
struct JournalTurn {
    bool isOurs = true;  ///< This program judges; otherwise it shows what another made of them.
    bool begins = false; ///< And did not before.
    bool isKept = true;  ///< Somebody judges just now.
    bool isAlone =
        false; ///< Nobody ever judged, and this program never will: what it makes of them is its own.
    bool isAnew = false;                   ///< What follows is all there is, not what changed.
    std::optional<city::Instant> judgedAt; ///< By another; nothing: nobody ever did.
    std::vector<QByteArray> past;          ///< Entries of the day before the first turn, oldest first.
    std::vector<QByteArray> entries;       ///< Kept by others since the last turn, oldest first.
    std::vector<JournalFact> facts;        ///< Changed by others likewise.
    QByteArray summary;                    ///< What is known besides the alarms; empty: as it was.
    QByteArray memory;                     ///< And what it takes to go on judging: when it became ours.
    std::vector<JournalRequest> requests;  ///< To be applied, oldest first, by whoever judges.
};

/// What came of a turn.
struct JournalPage {
    std::vector<JournalEntry> entries;
    std::vector<JournalFact> facts;
    city::Instant judgedAt;
    qint64 applied = 0; ///< The last request that was; 0: none.
    QByteArray summary;
    QByteArray memory; ///< Empty: as it was.
};

/// Where the alarms of a city are kept, and who judges them: an audit trail whose entries are chained,
/// requests of operators, and, where several programs share it, the alarms as they stand. Every call returns
/// at once with a future; those of one kind are done in the order asked. Lives in the thread that made it.
class AlarmJournal : public QObject {
    Q_OBJECT
public:
    /// How fit a program is to judge for all: a fitter one that comes takes over.
    enum class Fitness { Collector = 0, Desk = 1, Never = 2 };
    enum class Kept { Done, NotOurs, Away };
    enum class Asked { Done, Waiting };

    using QObject::QObject;

    /// All entries that were there when it was opened, oldest first (of a shared one none: see
    /// JournalTurn::past); or why nothing can be kept.
    virtual QFuture<city::Result<std::vector<QByteArray>>> opened() = 0;
    /// `judgedAt`: the moment this program judged last, if it did. `mayJudge`: it knows the city well enough.
    /// A Problem: it cannot be reached just now.
    virtual QFuture<city::Result<JournalTurn>> turn(std::optional<city::Instant> judgedAt, bool mayJudge) = 0;
    /// Whole, or not at all. A Problem: it could not be written, but nobody else judges.
    virtual QFuture<city::Result<Kept>> keep(JournalPage page) = 0;
    /// Asks for what an operator does. Waiting: it is safe and will be delivered. A Problem: it is refused.
    virtual QFuture<city::Result<Asked>> ask(QByteArray request) = 0;
    /// Several programs may have it: then facts and memory are worth writing.
    virtual bool isShared() const = 0;

Q_SIGNALS:
    /// It is worth another turn.
    void news();
    /// What had waited will never be done.
    void refused(const city::Problem& why);
};

} // namespace history
