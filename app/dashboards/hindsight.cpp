// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/hindsight.h"

#include "app/dashboards/alerts_now.h"
#include "app/dashboards/format.h"
#include "app/dashboards/withheld.h"
#include "layers/city/alerts.h"

#include <algorithm>

namespace app {

namespace {

using widgets::TableCell;
using widgets::TableData;

constexpr std::size_t rowsAtMost = 5000; ///< More than anybody reads.

/// Series of one feed to its newest value.
using Values = QHash<QPair<city::PlaceId, QString>, const city::Observation*>;

Values valuesOf(const city::FeedPicture* picture)
{
    Values values;
    if (!picture) return values;
    for (const city::Observation& one : picture->observations)
        values.insert({one.place, one.quantity}, &one);
    return values;
}

void addValues(const city::FeedPicture* before, const city::FeedPicture& after,
               std::vector<Difference>& found)
{
    const Values shown = valuesOf(before);
    for (const city::Observation& one : after.observations) {
        const city::Observation* was = shown.value({one.place, one.quantity});
        const bool sameTime = was && was->observedAt == one.observedAt;
        if (sameTime && (was->value == one.value || (city::isWithheld(*was) && city::isWithheld(one)))) continue;
        Difference difference{sameTime ? Difference::Kind::Corrected : Difference::Kind::CameLater,
                              one.place,
                              one.quantity,
                              {},
                              one,
                              nullptr,
                              nullptr,
                              after.state.id};
        if (was) difference.shown = *was;
        found.push_back(std::move(difference));
    }
}

void addHappenings(const city::FeedPicture* before, const city::FeedPicture& after,
                   std::vector<Difference>& found)
{
    QSet<city::AlertKey> alerts;
    QSet<QString> events;
    if (before) {
        for (const city::Alert& alert : before->alerts)
            alerts.insert(city::keyOf(alert));
        for (const city::Event& event : before->events)
            events.insert(event.id);
    }
    for (const city::Alert& alert : after.alerts) {
        if (alerts.contains(city::keyOf(alert))) continue;
        Difference late;
        late.kind = Difference::Kind::LateAlert;
        late.alert = &alert;
        late.feed = after.state.id;
        found.push_back(std::move(late));
    }
    for (const city::Event& event : after.events) {
        if (events.contains(event.id)) continue;
        Difference late;
        late.kind = Difference::Kind::LateEvent;
        late.event = &event;
        late.feed = after.state.id;
        found.push_back(std::move(late));
    }
}

/// One computation's words.
class Rows {
public:
    Rows(const Pack& pack, const city::CitySnapshot& known, city::Instant now, const QString& language)
        : m_pack(pack), m_known(known), m_now(now), m_language(language)
    {
    }

    widgets::TableRow row(const Difference& one) const
    {
        widgets::TableRow row;
        row.cells = {text(what(one)),
                     text(subject(one)),
                     text(valueOf(one, one.shown)),
                     text(timeOf(one.shown, &city::Observation::observedAt)),
                     text(valueOf(one, one.known)),
                     text(spokenOf(one)),
                     text(timeOf(one.known, &city::Observation::receivedAt))};
        row.cells[2].muted = !one.shown;
        if (!one.place.id.isEmpty()) {
            row.key = one.place.id;
            city::Focus focus;
            focus.place = one.place;
            row.target = focus;
        }
        return row;
    }

private:
    static TableCell text(const QString& shown)
    {
        TableCell cell;
        cell.text = shown;
        return cell;
    }
    QString what(const Difference& one) const
    {
        switch (one.kind) {
        case Difference::Kind::Corrected:
            return say(QT_TRANSLATE_NOOP("Message", "corrected"));
        case Difference::Kind::CameLater:
            return say(QT_TRANSLATE_NOOP("Message", "came later"));
        case Difference::Kind::LateAlert:
            return say(QT_TRANSLATE_NOOP("Message", "alert came later"));
        case Difference::Kind::LateEvent:
            return say(QT_TRANSLATE_NOOP("Message", "event came later"));
        }
        return {};
    }
    QString subject(const Difference& one) const
    {
        if (one.alert) {
            const city::AlertInfo* info = infoFor(*one.alert, m_language);
            return info ? city::titleText(*info, m_pack.terms).in(m_language) : one.alert->identifier;
        }
        if (one.event) return one.event->title.in(m_language);
        const city::Place* place = m_known.place(one.place);
        const auto quantity = m_pack.quantities->constFind(one.quantity);
        const QString name =
            quantity != m_pack.quantities->cend() ? quantity->name.in(m_language) : one.quantity;
        const QString where = place ? place->name.in(m_language) : QString();
        return QStringLiteral("%1 – %2").arg(where.isEmpty() ? one.place.id : where, name);
    }
    QString valueOf(const Difference& one, const std::optional<city::Observation>& value) const
    {
        if (one.alert || one.event)
            return value || &value == &one.shown ? say(QT_TRANSLATE_NOOP("Message", "not known")) : QString();
        if (!value) return say(QT_TRANSLATE_NOOP("Message", "not known"));
        if (city::isWithheld(*value)) return withheldWord();
        const auto quantity = m_pack.quantities->constFind(one.quantity);
        if (quantity == m_pack.quantities->cend()) return number(value->value, 1);
        return withUnit(number(value->value, quantity->decimals), unitText(*quantity, m_language));
    }
    QString clock(city::Instant at) const { return clockText(at, m_now, m_pack.zone); }
    QString timeOf(const std::optional<city::Observation>& value,
                   city::Instant city::Observation::*time) const
    {
        return value ? clock((*value).*time) : QString();
    }
    QString spokenOf(const Difference& one) const
    {
        if (one.alert) return clock(one.alert->sent);
        if (one.event) return clock(one.event->begins.value_or(one.event->reportedAt));
        return timeOf(one.known, &city::Observation::observedAt);
    }

    const Pack& m_pack;
    const city::CitySnapshot& m_known;
    city::Instant m_now;
    QString m_language;
};

} // namespace

std::vector<Difference> differencesOf(const city::CitySnapshot& shown, const city::CitySnapshot& known)
{
    std::vector<Difference> found;
    for (const auto& [id, after] : known.feeds()) {
        const city::FeedPicture* before = shown.feed(id);
        addHappenings(before, *after, found);
        addValues(before, *after, found);
    }
    const auto order = [](const Difference& one) {
        return one.alert ? 0 : one.event ? 1 : one.kind == Difference::Kind::Corrected ? 2 : 3;
    };
    std::stable_sort(found.begin(), found.end(),
                     [&](const Difference& a, const Difference& b) { return order(a) < order(b); });
    return found;
}

TableData hindsightTable(const Pack& pack, const city::CitySnapshot& shown, const city::CitySnapshot& known,
                         city::Instant now, const QString& language)
{
    const auto differences = differencesOf(shown, known);
    TableData table;
    table.title = say(QT_TRANSLATE_NOOP("Message", "Learned since: %1"),
                      {number(static_cast<qsizetype>(differences.size()))});
    table.sortColumn = -1;
    table.columns = {{say(QT_TRANSLATE_NOOP("Message", "What")), {}, false},
                     {say(QT_TRANSLATE_NOOP("Message", "Of")), {}, false},
                     {say(QT_TRANSLATE_NOOP("Message", "Shown then")), {}, true},
                     {say(QT_TRANSLATE_NOOP("Message", "of")), {}, true},
                     {say(QT_TRANSLATE_NOOP("Message", "Known now")), {}, true},
                     {say(QT_TRANSLATE_NOOP("Message", "speaks of")), {}, true},
                     {say(QT_TRANSLATE_NOOP("Message", "learned at")), {}, true}};
    table.note = say(QT_TRANSLATE_NOOP(
        "Message", "Nothing was learned or corrected since: what was shown then is what is known now."));
    const Rows rows(pack, known, now, language);
    for (std::size_t i = 0; i < differences.size() && i < rowsAtMost; ++i)
        table.rows.push_back(rows.row(differences[i]));
    return table;
}

} // namespace app
