// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/mapping/vehicle_mapper.h"

#include "layers/feeds/reasons.h"

#include "layers/feeds/text/number.h"

#include <cmath>

namespace feeds {

namespace {

constexpr const char* noId = QT_TRANSLATE_NOOP("Message", "the record has no id");

} // namespace

VehicleMapper::VehicleMapper(const DecodeContext& context, const VehicleMapping& mapping)
    : m_context(context), m_kind(mapping.kind), m_speedUnit(mapping.speedUnit), m_id(mapping.id),
      m_heading(mapping.heading), m_speed(mapping.speed), m_label(mapping.label), m_details(mapping.details),
      m_position(mapping.lon, mapping.lat, {}, {}, {}, context.feed.extent)
{
}

std::optional<double> VehicleMapper::number(Field& field, const Record& record, const RecordLabel& label,
                                            Decoded& decoded) const
{
    const QString text = field.isSet() ? field.text(record) : QString();
    if (saysNothing(text.toStdString()) || m_context.feed.mapping.missing.contains(text)) return std::nullopt;
    const auto value = toNumber(text.toStdString());
    if (!value)
        decoded.addProblem({label.toString(),
                            field.name(),
                            {QT_TRANSLATE_NOOP("Message", "\"%1\" is not a number"), {text.left(40)}}});
    return value;
}

void VehicleMapper::add(const Record& record, RecordLabel label, std::optional<city::Instant> at,
                        Decoded& decoded)
{
    ++m_added;
    label.id = m_id.text(record);
    label.idField = m_id.name();
    if (label.id.isEmpty()) {
        if (m_id.wasThere())
            decoded.addProblem({label.toString(), m_id.name(), noId});
        else
            m_withoutId.add(label);
        return;
    }
    const Position position = m_position.read(record, m_context.feed.mapping.missing);
    if (m_context.feed.leaveOutside && position.isOutside()) return;
    if (!position.at) {
        const city::Message none(QT_TRANSLATE_NOOP("Message", "the vehicle has no position"));
        decoded.addProblem({label.toString(), position.field, position.wrong.value_or(none)});
    }
    if (!position.at || !at) return;
    city::Vehicle vehicle{label.id,
                          m_kind,
                          m_label.localText(record),
                          *position.at,
                          number(m_heading, record, label, decoded),
                          {},
                          *at,
                          m_details.details(record)};
    if (const auto speed = number(m_speed, record, label, decoded))
        vehicle.speedKmh = city::convertUnit(*speed, m_speedUnit, QStringLiteral("km/h"));
    if (vehicle.headingDegrees)
        vehicle.headingDegrees = std::fmod(std::fmod(*vehicle.headingDegrees, 360) + 360, 360);
    const auto known = m_known.constFind(vehicle.id);
    if (known != m_known.cend()) {
        decoded.addProblem({label.toString(), m_id.name(), reasons::idAgain});
        decoded.vehicles[static_cast<std::size_t>(*known)] = std::move(vehicle);
        return;
    }
    m_known.insert(vehicle.id, static_cast<int>(decoded.vehicles.size()));
    decoded.vehicles.push_back(std::move(vehicle));
}

void VehicleMapper::finish(Decoded& decoded)
{
    if (m_id.wasThere()) m_withoutId.report(m_id.name(), noId, decoded);
}

QStringList VehicleMapper::absentFields() const
{
    if (m_added == 0) return {};
    if (!m_id.wasThere()) return {m_id.allNames()};
    return m_position.absentFields();
}

} // namespace feeds
