// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/mapping/record_time.h"

#include "layers/feeds/text/number.h"

namespace feeds {

namespace {

using namespace std::chrono_literals;

constexpr city::Instant ancient{std::chrono::sys_days{std::chrono::year{1990} / 1 / 1}};
constexpr city::Duration ahead{24h};

} // namespace

RecordTime::RecordTime(const TimeMapping& mapping, const QTimeZone& feedZone, city::Instant receivedAt)
    : m_reader(mapping.formats, mapping.zone.value_or(feedZone)), m_receivedAt(receivedAt),
      m_ofEnvelope(mapping.ofEnvelope)
{
    for (const FieldRef& ref : mapping.fields)
        m_fields.emplace_back(ref);
}

RecordTime::Reading RecordTime::readPlanned(const Record& record, const QStringList& missing)
{
    std::string text;
    for (Field& field : m_fields) {
        const Scalar found = field.find(record);
        if (!text.empty()) text += ' ';
        if (found.kind == Scalar::Kind::Text)
            text += trimmed(found.text);
        else
            text += found.toText();
    }
    if (saysNothing(text) || trimmed(text).empty()) return {};
    const auto said = [&text] { return toQString(trimmed(text)).left(60); };
    if (!missing.isEmpty() && missing.contains(said())) return {};
    const auto at = m_reader.read(text);
    if (!at)
        return {{},
                city::Message(QT_TRANSLATE_NOOP("Message", "\"%1\" is no time in the format of this feed"),
                              {said()})};
    return {at, {}};
}

RecordTime::Reading RecordTime::read(const Record& record, const QStringList& missing)
{
    const Reading reading = readPlanned(record, missing);
    if (!reading.at) return reading;
    if (*reading.at < ancient)
        return {{},
                city::Message(QT_TRANSLATE_NOOP("Message", "the time %1 is too long ago to be true"),
                              {city::toIso(*reading.at)})};
    if (*reading.at > m_receivedAt + ahead)
        return {{},
                city::Message(QT_TRANSLATE_NOOP("Message", "the time %1 has not come yet"),
                              {city::toIso(*reading.at)})};
    return reading;
}

QString RecordTime::fieldName() const
{
    QStringList names;
    for (const Field& field : m_fields)
        names << field.name();
    return names.join(QStringLiteral(" + "));
}

QStringList RecordTime::absentFields() const
{
    QStringList absent;
    for (const Field& field : m_fields) {
        if (field.isSet() && !field.wasThere()) absent << field.allNames();
    }
    return absent;
}

} // namespace feeds
