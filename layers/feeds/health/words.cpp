// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/health/words.h"

#include <cmath>

namespace feeds {

namespace {

using Kind = city::Suspicion::Kind;
using Type = city::FieldShape::Type;

QString whole(double number)
{
    return QString::number(std::llround(number));
}

QString first(const city::Suspicion& one)
{
    return one.examples.value(0);
}

city::Message ofField(const city::Suspicion& one)
{
    switch (one.kind) {
    case Kind::FieldGone:
        return {QT_TRANSLATE_NOOP("Message", "the field %1 is gone"), {one.subject}};
    case Kind::FieldEmptied:
        return {QT_TRANSLATE_NOOP("Message", "the field %1 was filled and is empty in all records now"),
                {one.subject}};
    case Kind::FieldRetyped:
        return {QT_TRANSLATE_NOOP("Message", "the field %1 was %2 and is %3 now"),
                {one.subject, words(one.was), words(one.now)}};
    default:
        return {QT_TRANSLATE_NOOP("Message", "the field %1 is new: %2"), {one.subject, words(one.now)}};
    }
}

city::Message ofValues(const city::Suspicion& one)
{
    switch (one.kind) {
    case Kind::Frozen:
        return {QT_TRANSLATE_NOOP("Message",
                                  "%1: no value has changed for %2 minutes; %3 were the longest before"),
                {one.subject, whole(one.is), whole(one.usual)}};
    case Kind::UnitJump:
        return {QT_TRANSLATE_NOOP("Message",
                                  "%1: all values jumped by the factor 10^%2: the unit may have changed"),
                {one.subject, whole(one.is)}};
    default:
        return one.is > 1
                   ? city::Message{QT_TRANSLATE_NOOP(
                                       "Message",
                                       "%1: all values are exactly twice what they were: counted twice?"),
                                   {one.subject}}
                   : city::Message{
                         QT_TRANSLATE_NOOP("Message", "%1: all values are exactly half of what they were"),
                         {one.subject}};
    }
}

city::Message ofRecords(const city::Suspicion& one)
{
    switch (one.kind) {
    case Kind::PlacesGone:
        return {QT_TRANSLATE_NOOP("Message", "%1 of %2 places are gone, %3 for one"),
                {whole(one.is), whole(one.usual), first(one)}};
    case Kind::CountOff:
        return {QT_TRANSLATE_NOOP("Message", "%1 facts came where about %2 are usual"),
                {whole(one.is), whole(one.usual)}};
    case Kind::Outside:
        return {QT_TRANSLATE_NOOP(
                    "Message", "%1 of %2 positions lie outside of the area of this feed; they are not shown"),
                {whole(one.is), whole(one.usual)}};
    default:
        return {QT_TRANSLATE_NOOP(
                    "Message", "%1 of %2 records repeat another one of the same payload; each counts once"),
                {whole(one.is), whole(one.usual)}};
    }
}

city::Message ofPublisher(const city::Suspicion& one)
{
    switch (one.kind) {
    case Kind::ClockAhead:
        return {QT_TRANSLATE_NOOP("Message", "the publisher's clock is %1 minutes ahead"), {whole(one.is)}};
    case Kind::ClockBehind:
        return {QT_TRANSLATE_NOOP(
                    "Message",
                    "the publisher's times go on, but always %1 minutes behind, where %2 are promised: "
                    "its clock or time zone may be wrong"),
                {whole(one.is), whole(one.usual)}};
    case Kind::ContentType:
        return {
            QT_TRANSLATE_NOOP("Message", "the server says it sends %1, which is not the format of this feed"),
            {one.subject}};
    default:
        break;
    }
    if (one.examples.value(1).isEmpty())
        return {QT_TRANSLATE_NOOP("Message", "the character set does not fit: read as %1, %2 % sure"),
                {first(one), whole(one.is)}};
    return {QT_TRANSLATE_NOOP("Message", "the character set does not fit: read as %1, “%2” for one"),
            {first(one).isEmpty() ? QStringLiteral("?") : first(one), one.examples.value(1)}};
}

} // namespace

QString words(Type type)
{
    switch (type) {
    case Type::Number:
        return city::Message(QT_TRANSLATE_NOOP("Message", "a number")).toString();
    case Type::NumberInText:
        return city::Message(QT_TRANSLATE_NOOP("Message", "a number written as text")).toString();
    case Type::Text:
        return city::Message(QT_TRANSLATE_NOOP("Message", "text")).toString();
    case Type::Flag:
        return city::Message(QT_TRANSLATE_NOOP("Message", "true or false")).toString();
    case Type::Group:
        return city::Message(QT_TRANSLATE_NOOP("Message", "a group of fields")).toString();
    case Type::Empty:
        break;
    }
    return city::Message(QT_TRANSLATE_NOOP("Message", "nothing")).toString();
}

QString words(const city::Suspicion& suspicion)
{
    switch (suspicion.kind) {
    case Kind::FieldGone:
    case Kind::FieldEmptied:
    case Kind::FieldRetyped:
    case Kind::FieldNew:
        return ofField(suspicion).toString();
    case Kind::Frozen:
    case Kind::UnitJump:
    case Kind::Doubled:
        return ofValues(suspicion).toString();
    case Kind::PlacesGone:
    case Kind::CountOff:
    case Kind::Outside:
    case Kind::Duplicates:
        return ofRecords(suspicion).toString();
    case Kind::ClockAhead:
    case Kind::ClockBehind:
    case Kind::CharacterSet:
    case Kind::ContentType:
        break;
    }
    return ofPublisher(suspicion).toString();
}

QString codeOf(Kind kind)
{
    static const QStringList codes{
        QStringLiteral("field-gone"), QStringLiteral("field-emptied"), QStringLiteral("field-retyped"),
        QStringLiteral("field-new"),  QStringLiteral("frozen"),        QStringLiteral("unit-jump"),
        QStringLiteral("doubled"),    QStringLiteral("places-gone"),   QStringLiteral("count-off"),
        QStringLiteral("outside"),    QStringLiteral("clock-ahead"),   QStringLiteral("clock-behind"),
        QStringLiteral("duplicates"), QStringLiteral("character-set"), QStringLiteral("content-type")};
    return codes.value(static_cast<int>(kind));
}

} // namespace feeds
