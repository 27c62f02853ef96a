// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/alarm_judging.h"

#include "layers/alarms/alarm_json.h"
#include "layers/alarms/memory.h"
#include "layers/alarms/request.h"

#include <QJsonDocument>

namespace app {

namespace {

/// Of one that speaks of a feed itself that feed; who may not see a feed sees no alarm of it.
QString feedOf(const alarms::Alarm& alarm)
{
    return alarm.feed.isEmpty() && alarm.subject.kind == QLatin1String("feed") ? alarm.subject.id
                                                                               : alarm.feed;
}

void add(std::vector<alarms::Change>& changes, const std::vector<QByteArray>& entries)
{
    for (const QByteArray& entry : entries)
        if (auto change = alarms::changeFrom(entry)) changes.push_back(std::move(*change));
}

bool isNews(const history::JournalTurn& turn)
{
    return turn.isAnew || !turn.facts.empty() || !turn.summary.isEmpty() || !turn.memory.isEmpty();
}

/// The alarms as they stand in the journal.
alarms::Alarms standing(const AlarmsHeld& held, const history::JournalTurn& turn)
{
    alarms::Alarms stands = turn.isAnew ? alarms::Alarms() : *held.kept;
    for (const history::JournalFact& fact : turn.facts) {
        auto alarm = alarms::alarmFromFact(fact.text);
        if (alarm)
            stands.alarms[fact.alarm] = std::move(*alarm);
        else
            stands.alarms.erase(fact.alarm);
    }
    if (!turn.summary.isEmpty()) alarms::takeSummary(turn.summary, stands);
    if (!turn.memory.isEmpty()) alarms::takeMemory(turn.memory, stands);
    if (turn.judgedAt) stands.at = *turn.judgedAt;
    return stands;
}

class Page {
public:
    Page(Judgement& judgement, const Judge& judge) : m_judgement(judgement), m_judge(judge) {}

    /// Who judges from now on. The trail of an invented city says so for ever.
    void begin(city::Instant now)
    {
        const QJsonObject begun{{QStringLiteral("at"), city::toIso(now)},
                                {QStringLiteral("what"), QStringLiteral("begun")},
                                {QStringLiteral("invented"), m_judge.isInvented},
                                {QStringLiteral("judge"), m_judge.name}};
        m_judgement.page.entries.push_back(
            {QJsonDocument(begun).toJson(QJsonDocument::Compact), now, {}, {}, 0});
    }
    void ask(const history::JournalRequest& request, city::Instant now)
    {
        if (request.number <= 0) return;
        m_judgement.page.entries.push_back(
            {alarms::askedEntry(request.text, request.number, request.user, now),
             now,
             {},
             {},
             request.number});
        m_judgement.page.applied = request.number;
    }
    void add(std::vector<alarms::Change> changes)
    {
        for (alarms::Change& change : changes) {
            m_judgement.page.entries.push_back(
                {alarms::entryOf(change), change.at, change.alarm.id, feedOf(change.alarm), 0});
            m_judgement.changes.push_back(std::move(change));
        }
    }
    /// What others need of it.
    void finish(const AlarmsHeld& held, const alarms::Alarms& before, const alarms::Alarms& after)
    {
        history::JournalPage& page = m_judgement.page;
        page.judgedAt = after.at;
        m_judgement.isWorthKeeping = !page.entries.empty();
        if (!m_judge.isShared) return;
        for (const auto& [id, alarm] : before.alarms)
            if (!after.alarms.count(id)) page.facts.push_back({id, feedOf(alarm), {}});
        for (const auto& [id, alarm] : after.alarms) {
            const auto known = before.alarms.find(id);
            if (known == before.alarms.end() || !(known->second == alarm))
                page.facts.push_back({id, feedOf(alarm), alarms::factOf(alarm)});
        }
        page.summary = alarms::summaryOf(after);
        page.memory = alarms::memoryOf(after);
        m_judgement.isWorthKeeping = m_judgement.isWorthKeeping || !page.facts.empty() || page.applied > 0 ||
                                     page.summary != held.summary || page.memory != held.memory;
    }

private:
    Judgement& m_judgement;
    const Judge& m_judge;
};

} // namespace

Judgement judgementOf(const alarms::Plan& plan, const AlarmsHeld& held, const history::JournalTurn& turn,
                      const alarms::Moment& moment, const Judge& judge)
{
    Judgement made;
    add(made.past, turn.past);
    add(made.changes, turn.entries);
    made.ownFrom = made.changes.size();
    made.heard = std::make_shared<const alarms::Alarms>(standing(held, turn));
    made.isOurs = turn.isOurs;
    if (!turn.isOurs && !turn.isAlone) {
        made.alarms = made.heard;
        return made;
    }
    Page page(made, judge);
    if (turn.isOurs && turn.begins) page.begin(moment.now);
    alarms::Alarms now = isNews(turn) ? *made.heard : *held.judged; // It may be ahead of what could be kept.
    for (const history::JournalRequest& request : turn.requests) {
        page.ask(request, moment.now);
        const auto action = alarms::actionFrom(request.text);
        if (!action) continue;
        alarms::Step acted = alarms::act(plan, std::move(now), moment.now, {*action});
        page.add(std::move(acted.changes));
        now = std::move(acted.alarms);
    }
    alarms::Step stepped = alarms::step(plan, std::move(now), moment);
    page.add(std::move(stepped.changes));
    page.finish(held, *made.heard, stepped.alarms);
    made.alarms = std::make_shared<const alarms::Alarms>(std::move(stepped.alarms));
    return made;
}

} // namespace app
