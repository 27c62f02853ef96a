// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/gtfs_realtime_reader.h"
#include "layers/feeds/decoders/gtfs_words.h"

namespace feeds {

namespace {

constexpr city::Duration withoutRenewal{24 * 3600'000};
constexpr int severityInfo = 2, severityWarning = 3, severitySevere = 4;

QString inLanguage(const gtfsrt::TranslatedString& said, const std::string& language)
{
    for (const gtfsrt::Translation& one : said.translation()) {
        if (one.language() == language) return textOf(one.text());
    }
    return said.translation_size() > 0 ? textOf(said.translation(0).text()) : QString();
}

std::vector<std::string> languagesOf(const gtfsrt::Alert& alert)
{
    std::vector<std::string> languages;
    for (const gtfsrt::TranslatedString* said : {&alert.header_text(), &alert.description_text()}) {
        for (const gtfsrt::Translation& one : said->translation()) {
            if (std::find(languages.begin(), languages.end(), one.language()) == languages.end())
                languages.push_back(one.language());
        }
    }
    if (languages.empty()) languages.emplace_back();
    return languages;
}

/// The period that counts now or, failing that, next; the last one when all are over.
const gtfsrt::TimeRange* periodOf(const gtfsrt::Alert& alert, city::Instant now)
{
    const gtfsrt::TimeRange* best = nullptr;
    for (const gtfsrt::TimeRange& period : alert.active_period()) {
        best = &period;
        const auto ends = momentOf(period.end());
        if (!ends || *ends > now) break;
    }
    return best;
}

QString severityOf(const gtfsrt::Alert& alert)
{
    switch (alert.severity_level()) {
    case severityInfo:
        return QStringLiteral("Minor");
    case severityWarning:
        return QStringLiteral("Moderate");
    case severitySevere:
        return QStringLiteral("Severe");
    default:
        return QStringLiteral("Unknown");
    }
}

} // namespace

city::AlertArea GtfsRealtimeReader::alertArea(const gtfsrt::Alert& alert) const
{
    city::AlertArea area;
    QStringList names;
    const auto add = [&](const char* what, const std::string& id, const QString& name) {
        if (id.empty()) return;
        area.geocodes.emplace_back(QString::fromLatin1(what), textOf(id));
        const QString shown = name.isEmpty() ? textOf(id) : name;
        if (!names.contains(shown)) names << shown;
    };
    for (const gtfsrt::EntitySelector& one : alert.informed_entity()) {
        const auto* stop = m_schedule ? m_schedule->stop(textOf(one.stop_id())) : nullptr;
        const auto* line = m_schedule ? m_schedule->route(textOf(one.route_id())) : nullptr;
        const QString lineName =
            !line ? QString() : (line->shortName.isEmpty() ? line->longName : line->shortName);
        add("agency_id", one.agency_id(), {});
        add("route_id", one.route_id(), lineName);
        add("trip_id", one.trip().trip_id(), {});
        add("stop_id", one.stop_id(), stop ? stop->name : QString());
        if (one.has_route_type())
            area.geocodes.emplace_back(QStringLiteral("route_type"), QString::number(one.route_type()));
        if (stop && stop->at) area.geometry.points.push_back(*stop->at);
    }
    area.areaDesc = names.join(QStringLiteral(", "));
    return area;
}

city::AlertInfo GtfsRealtimeReader::alertInfo(const gtfsrt::Alert& alert, const std::string& language) const
{
    city::AlertInfo info;
    info.language = textOf(language);
    info.event = alertEffect(alert.has_effect() ? alert.effect() : 8);
    info.category << QStringLiteral("Transport");
    info.severity = severityOf(alert);
    info.urgency = info.certainty = QStringLiteral("Unknown");
    info.headline = inLanguage(alert.header_text(), language);
    info.description = inLanguage(alert.description_text(), language);
    info.web = inLanguage(alert.url(), language);
    info.parameters.emplace_back(QStringLiteral("cause"), alertCause(alert.has_cause() ? alert.cause() : 1));
    return info;
}

void GtfsRealtimeReader::readAlert(const gtfsrt::FeedEntity& entity)
{
    const gtfsrt::Alert& said = entity.alert();
    const city::Instant now = m_sink.context().receivedAt;
    const gtfsrt::TimeRange* period = periodOf(said, now);
    const auto begins = period ? momentOf(period->start()) : std::nullopt;
    const auto ends = period ? momentOf(period->end()) : std::nullopt;
    city::Alert alert;
    alert.identifier = textOf(entity.id());
    alert.sender = m_sink.context().feed.id;
    // The standard has no time of sending. What stays the same from one message to the next keeps the alert
    // one: its beginning or, where none is stated, the day.
    const city::Instant known = m_made.value_or(now);
    alert.sent = begins.value_or(std::chrono::floor<std::chrono::days>(known));
    alert.status = QStringLiteral("Actual");
    alert.msgType = QStringLiteral("Alert");
    alert.scope = QStringLiteral("Public");
    const city::AlertArea area = alertArea(said);
    for (const std::string& language : languagesOf(said)) {
        city::AlertInfo info = alertInfo(said, language);
        info.effective = begins;
        // Without an end it holds as long as it is repeated: a message that nobody renews lapses.
        info.expires = ends ? ends : std::optional(known + withoutRenewal);
        info.areas.push_back(area);
        alert.infos.push_back(std::move(info));
    }
    if (alert.identifier.isEmpty())
        return m_sink.report(QStringLiteral("id"), QT_TRANSLATE_NOOP("Message", "the record has no id"));
    m_sink.add(std::move(alert), QStringLiteral("id=") + textOf(entity.id()));
}

} // namespace feeds
