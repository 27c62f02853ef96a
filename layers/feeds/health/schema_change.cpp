// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/health/schema_change.h"

namespace feeds {

namespace {

using Type = city::FieldShape::Type;
using Kind = SchemaChange::Kind;

constexpr double usualShare = 0.5; ///< Of the records: a field that so many had is missed when it is gone.

double share(int count, int records)
{
    return records > 0 ? static_cast<double>(count) / records : 0;
}

const char* nameOf(Type type)
{
    switch (type) {
    case Type::Number:
        return QT_TRANSLATE_NOOP("Message", "a number");
    case Type::NumberInText:
        return QT_TRANSLATE_NOOP("Message", "a number written as text");
    case Type::Text:
        return QT_TRANSLATE_NOOP("Message", "text");
    case Type::Flag:
        return QT_TRANSLATE_NOOP("Message", "true or false");
    case Type::Group:
        return QT_TRANSLATE_NOOP("Message", "a group of fields");
    case Type::Empty:
        break;
    }
    return QT_TRANSLATE_NOOP("Message", "nothing");
}

} // namespace

std::vector<SchemaChange> schemaChanges(const city::FeedSchema& before, const city::FeedSchema& now)
{
    std::vector<SchemaChange> changes;
    if (before.records == 0 || now.records == 0) return changes;
    for (const auto& [field, was] : before.fields) {
        const auto found = now.fields.find(field);
        if (found == now.fields.end()) {
            if (share(was.seen, before.records) >= usualShare)
                changes.push_back({Kind::Gone, field, was.type, Type::Empty});
            continue;
        }
        const city::FieldShape& is = found->second;
        const bool wasFilled = share(was.filled, before.records) >= usualShare;
        if (wasFilled && is.filled == 0 && now.records >= 5)
            changes.push_back({Kind::Emptied, field, was.type, is.type});
        else if (was.type != Type::Empty && is.type != Type::Empty && was.type != is.type && wasFilled)
            changes.push_back({Kind::Retyped, field, was.type, is.type});
    }
    for (const auto& [field, is] : now.fields) {
        const bool usual = share(is.seen, now.records) >= usualShare;
        if (usual && !before.fields.contains(field))
            changes.push_back({Kind::New, field, Type::Empty, is.type});
    }
    return changes;
}

city::Problem sayChange(const SchemaChange& change)
{
    const QString was = city::Message(nameOf(change.was)).toString();
    const QString is = city::Message(nameOf(change.is)).toString();
    switch (change.kind) {
    case Kind::Gone:
        return {{}, change.field, QT_TRANSLATE_NOOP("Message", "the field is gone since the last payload")};
    case Kind::New:
        return {{}, change.field, {QT_TRANSLATE_NOOP("Message", "the field is new: %1"), {is}}};
    case Kind::Retyped:
        return {
            {}, change.field, {QT_TRANSLATE_NOOP("Message", "the field was %1 and is %2 now"), {was, is}}};
    case Kind::Emptied:
        break;
    }
    return {{},
            change.field,
            QT_TRANSLATE_NOOP("Message", "the field was filled and is empty in all records now")};
}

} // namespace feeds
