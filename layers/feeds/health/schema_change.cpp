// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/health/schema_change.h"

namespace feeds {

namespace {

using Type = city::FieldShape::Type;
using Kind = city::Suspicion::Kind;

constexpr double usualShare = 0.5; ///< Of the records: a field that so many had is missed when it is gone.
constexpr int recordsToTell = 5;   ///< Of one record alone, an empty field says nothing.

double share(int count, int records)
{
    return records > 0 ? static_cast<double>(count) / records : 0;
}

city::Suspicion change(Kind kind, const QString& field, Type was, Type now)
{
    city::Suspicion made;
    made.kind = kind;
    made.subject = field;
    made.was = was;
    made.now = now;
    return made;
}

} // namespace

std::vector<city::Suspicion> schemaChanges(const city::FeedSchema& before, const city::FeedSchema& now)
{
    std::vector<city::Suspicion> changes;
    if (before.records == 0 || now.records == 0) return changes;
    for (const auto& [field, was] : before.fields) {
        const auto found = now.fields.find(field);
        if (found == now.fields.end()) {
            if (share(was.seen, before.records) >= usualShare)
                changes.push_back(change(Kind::FieldGone, field, was.type, Type::Empty));
            continue;
        }
        const city::FieldShape& is = found->second;
        const bool wasFilled = share(was.filled, before.records) >= usualShare;
        if (wasFilled && is.filled == 0 && now.records >= recordsToTell)
            changes.push_back(change(Kind::FieldEmptied, field, was.type, is.type));
        else if (was.type != Type::Empty && is.type != Type::Empty && was.type != is.type && wasFilled)
            changes.push_back(change(Kind::FieldRetyped, field, was.type, is.type));
    }
    for (const auto& [field, is] : now.fields) {
        const bool usual = share(is.seen, now.records) >= usualShare;
        if (usual && !before.fields.contains(field))
            changes.push_back(change(Kind::FieldNew, field, Type::Empty, is.type));
    }
    return changes;
}

bool stillChanged(const city::Suspicion& changed, const city::FeedSchema& now)
{
    const auto found = now.fields.find(changed.subject);
    const bool isThere = found != now.fields.end();
    switch (changed.kind) {
    case Kind::FieldGone:
        return !isThere;
    case Kind::FieldNew:
        return isThere;
    case Kind::FieldEmptied:
        return isThere && found->second.filled == 0;
    case Kind::FieldRetyped:
        return isThere && found->second.type != changed.was;
    default:
        return false;
    }
}

} // namespace feeds
