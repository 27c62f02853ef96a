// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/feeds/decoder.h"
#include "layers/feeds/mapping/record.h"

#include <unordered_map>

namespace feeds {

/// The records of a second document by their key, and of each only the fields the feed's mapping names. A
/// value: small, kept between fetches, shared between decodings.
class JoinTable {
public:
    struct Value {
        Scalar::Kind kind = Scalar::Kind::Absent;
        std::string text;
        double number = 0;
        bool whole = false;
        std::optional<city::Geometry> shape;

        Scalar scalar() const { return {kind, text, number, whole}; }
    };
    using Row = std::vector<Value>; ///< In the order of `fields`.

    QString name;
    std::vector<std::string> fields; ///< As the mapping spells them behind "NAME.".
    std::unordered_map<std::string, Row> rows;
    std::vector<city::Problem> problems; ///< Records without a key, twice the same key: the first 100.

    const Row* find(const std::string& key) const;
    int fieldIndex(std::string_view field) const; ///< -1: not asked for.
};

/// Reads the document of a join. Pure; any thread.
city::Result<JoinTable> readJoinTable(const QByteArray& payload, const Join& join, const Mapping& mapping,
                                      const PayloadHints& hints = {});

/// A record with the fields of the tables beside its own.
class JoinedRecord : public Record {
public:
    JoinedRecord(const std::vector<Join>& joins, const JoinTables& tables);

    /// Turns to the next record, which must live until the following call.
    void turnTo(const Record& record);
    /// It lacks a partner that it must have.
    bool isLeftOut() const;
    Scalar find(const FieldPath& path) const override;
    std::optional<city::Result<city::Geometry>> geometry(const FieldPath& path) const override;
    QStringList fieldNames() const override;

    /// What was wrong: tables that are not there, records without a partner.
    std::vector<city::Problem> problems() const;

private:
    struct Side {
        QString name;
        std::string prefix; ///< "station."
        std::shared_ptr<const JoinTable> table;
        std::shared_ptr<class Field> by;
        const JoinTable::Row* row = nullptr;
        bool leavesAlone = false;
        int alone = 0;
        QString example;
    };
    const JoinTable::Value* look(const FieldPath& path, bool& isMine) const;

    std::vector<Side> m_sides;
    const Record* m_record = nullptr;
};

} // namespace feeds
