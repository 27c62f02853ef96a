// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/history/shared/postgres_driver.h"

#include <QSqlResult>

namespace history {

/// One statement of a PostgresDriver and the rows it gave, all of them in memory: other statements may run
/// while they are read. Question marks outside quotes are its parameters.
class PostgresResult : public QSqlResult {
public:
    explicit PostgresResult(const PostgresDriver* driver);
    ~PostgresResult() override;

protected:
    bool prepare(const QString& query) override;
    bool exec() override;
    bool reset(const QString& query) override;
    bool fetch(int row) override;
    bool fetchFirst() override { return fetch(0); }
    bool fetchLast() override { return fetch(size() - 1); }
    bool fetchNext() override { return fetch(at() + 1); }
    QVariant data(int column) override;
    bool isNull(int column) override;
    int size() override;
    int numRowsAffected() override;

private:
    bool take(pg_result* result);
    bool finishSent();
    void clear();

    const PostgresDriver* m_driver;
    pg_result* m_result = nullptr;
    QByteArray m_statement;  ///< The name it was prepared under.
    bool m_isSilent = false; ///< It hands back no rows.
};

} // namespace history
