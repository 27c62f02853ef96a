// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/gbfs_reader.h"
#include "layers/feeds/decoders/json_values.h"
#include "layers/feeds/mapping/field.h"

namespace feeds {

namespace {

using simdjson::dom::element;

constexpr city::Duration withoutRenewal{24 * 3600'000};

struct Period {
    std::optional<city::Instant> begins, ends;
};

} // namespace

/// The period that counts at `now` or, failing that, next; the last one when all are over.
void GbfsReader::readAlert(element said, const QString& id)
{
    const city::Instant now = m_context.receivedAt;
    Period period;
    bool found = false;
    forEachIn(said, "times", [&](element one) {
        const auto time = [&](const char* name) {
            const auto value = memberOf(one, name);
            return value ? statedTime(*value) : std::nullopt;
        };
        const bool stillCounts = found && (!period.ends || *period.ends > now);
        if (stillCounts) return;
        period = {time("start"), time("end")};
        found = true;
    });
    city::Alert alert;
    alert.identifier = id;
    alert.sender = m_context.feed.id;
    const city::Instant known = m_lastUpdated.value_or(now);
    alert.sent = readTime(said, "last_updated")
                     .value_or(period.begins.value_or(std::chrono::floor<std::chrono::days>(known)));
    alert.status = QStringLiteral("Actual");
    alert.msgType = QStringLiteral("Alert");
    alert.scope = QStringLiteral("Public");
    city::AlertArea area;
    for (const char* where : {"station_id", "region_id"}) {
        for (const char* ending : {"s", ""}) // a list by the standard, one text in the wild
            for (const QString& one : textsOf(said, std::string(where) + ending))
                area.geocodes.emplace_back(QString::fromLatin1(where), one);
    }
    const city::LocalText summary = textsByLanguage(said, "summary"),
                          description = textsByLanguage(said, "description"),
                          url = textsByLanguage(said, "url");
    const auto& headlines = summary.isEmpty() ? description : summary;
    for (auto text = headlines.all().cbegin(); text != headlines.all().cend(); ++text) {
        city::AlertInfo info;
        info.language = text.key();
        info.event = textOf(said, "type");
        info.category << QStringLiteral("Transport");
        info.severity = info.urgency = info.certainty = QStringLiteral("Unknown");
        info.headline = text.value();
        info.description = description.in(text.key());
        info.web = url.in(text.key());
        info.effective = period.begins;
        // Without an end it holds as long as it is repeated.
        info.expires = period.ends ? period.ends : std::optional(known + withoutRenewal);
        info.areas.push_back(area);
        alert.infos.push_back(std::move(info));
    }
    if (alert.infos.empty())
        return report("summary", QT_TRANSLATE_NOOP("Message", "is missing, though the standard demands it"));
    m_decoded.alerts.push_back(std::move(alert));
}

void GbfsReader::readAlerts(const Records& alerts)
{
    QSet<QString> known;
    for (const element one : alerts) {
        QString id;
        if (!begin(one, "alert_id", id)) continue;
        if (known.contains(id)) {
            report("alert_id", QT_TRANSLATE_NOOP("Message", "this id came before; the later record counts"));
            std::erase_if(m_decoded.alerts,
                          [&id](const city::Alert& earlier) { return earlier.identifier == id; });
        }
        known.insert(id);
        readAlert(one, id);
    }
}

} // namespace feeds
