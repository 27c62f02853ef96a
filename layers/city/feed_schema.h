// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <map>

namespace city {

/// One field as the records of a payload had it.
struct FieldShape {
    enum class Type { Empty, Number, NumberInText, Text, Flag, Group };
    Type type = Type::Empty; ///< What it nearly always was; Text when mixed.
    int seen = 0;            ///< Records that had it.
    int filled = 0;          ///< Records in which it said something.
    QString example{};       ///< The first text it had, cut to 60 characters.

    friend bool operator==(const FieldShape&, const FieldShape&) = default;
};

/// The fields of a payload as observed in its first records: what a publisher changes without notice.
struct FeedSchema {
    std::map<QString, FieldShape> fields;
    int records = 0; ///< That were looked at.

    bool isEmpty() const { return fields.empty(); }
    friend bool operator==(const FeedSchema&, const FeedSchema&) = default;
};

} // namespace city
