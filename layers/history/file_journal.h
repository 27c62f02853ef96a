// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/history/alarm_journal.h"
#include "layers/history/audit_trail.h"

namespace history {

/// The journal of one program for itself: an audit trail in a file, or nothing kept. It always judges.
class FileJournal : public AlarmJournal {
    Q_OBJECT
public:
    /// An empty `trail`: nothing is kept.
    explicit FileJournal(const QString& trail, QObject* parent = nullptr);

    QFuture<city::Result<std::vector<QByteArray>>> opened() override;
    QFuture<city::Result<JournalTurn>> turn(std::optional<city::Instant> judgedAt, bool mayJudge) override;
    QFuture<city::Result<Kept>> keep(JournalPage page) override;
    QFuture<city::Result<Asked>> ask(QByteArray request) override;
    bool isShared() const override { return false; }

private:
    std::unique_ptr<AuditTrail> m_trail; ///< Null: nothing is kept.
    std::vector<JournalRequest> m_requests;
    bool m_hasBegun = false;
};

} // namespace history
