// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/past_alarms.h"

#include "app/shell/when_done.h"
#include "layers/city/threads.h"
#include "layers/history/shared/store_address.h"
#include "layers/history/trail.h"

#include <QtConcurrent>

namespace app {

namespace {

using Trail = std::shared_ptr<const alarms::StandingAlarms>;

constexpr city::Duration readAhead = std::chrono::hours(24); ///< Back from the moment asked for: one goes on from there.

/// What the trail tells; what this program saw itself where there is none, or it cannot be reached.
Trail readTrail(const QString& store, const QString& password, city::Instant from, std::vector<alarms::Change> own)
{
    if (!store.isEmpty())
        if (const auto entries = history::readTrail(store, password, from)) return std::make_shared<const alarms::StandingAlarms>(*entries);
    return std::make_shared<const alarms::StandingAlarms>(std::move(own));
}

} // namespace

PastAlarms::PastAlarms(CityRun& run, AlarmRun& alarms, QObject* parent) : QObject(parent), m_run(run), m_live(alarms), m_begin(run.clock().now())
{
    connect(&alarms, &AlarmRun::happened, this, [this](const std::vector<alarms::Change>& changes) {
        if (m_trail || m_busy) m_since.insert(m_since.end(), changes.begin(), changes.end());
    });
}

void PastAlarms::show(const ShownCity& city)
{
    // A city that is only remembered has no trail to go by where none was kept: then its alarms are judged anew.
    const bool isPast = city.at && (hasTrail() || !m_run.rememberedAt());
    m_at = isPast ? city.at : std::nullopt;
    m_snapshot = isPast ? city.snapshot : nullptr;
    if (isPast) return find();
    m_alarms.reset();
    m_trail.reset(); // It grows meanwhile.
    m_since.clear();
    Q_EMIT changed();
}

bool PastAlarms::hasTrail() const
{
    return m_run.store() != QLatin1String(":memory:") && history::hasTrail(m_run.store());
}

void PastAlarms::find()
{
    if (m_busy) return;
    m_busy = true;
    std::vector<alarms::Change> own;
    if (m_trail && *m_at < m_trailFrom) m_trail.reset();
    if (!m_trail) {
        m_trailFrom = history::isSharedStore(m_run.store()) ? *m_at - readAhead : city::Instant::min(); // A file is read whole.
        m_since.clear();
        own.push_back({m_begin, QStringLiteral("begun"), {}, {}, {}});
        own.insert(own.end(), m_live.past().begin(), m_live.past().end());
    }
    auto finding = QtConcurrent::run(&city::workThreads(), [store = hasTrail() ? m_run.store() : QString(), password = m_run.storePassword(), trail = m_trail, from = m_trailFrom,
                                                            own = std::move(own), since = m_since, pack = m_run.pack(),
                                                            snapshot = m_snapshot, at = *m_at, isInvented = m_run.isDemo()]() mutable {
        Found found{trail ? trail : readTrail(store, password, from, std::move(own)), nullptr};
        auto standing = found.trail->at(at);
        if (!standing && isInvented && snapshot) standing = alarms::judgedAlone(*pack->alarms, {snapshot, at});
        if (!standing) return found;
        for (const alarms::Change& change : since)
            if (change.at <= at) alarms::take(change, *standing);
        if (snapshot) standing->drills = alarms::drillsAt(*pack->alarms, {snapshot, at});
        found.alarms = std::make_shared<const alarms::Alarms>(std::move(*standing));
        return found;
    });
    whenDone(finding, this, [this, at = *m_at](Found found) { take(std::move(found), at); });
}

/// Of the newest moment asked for; one that was passed meanwhile is shown on the way.
void PastAlarms::take(Found found, city::Instant at)
{
    m_busy = false;
    if (!m_at) return Q_EMIT changed();
    m_trail = std::move(found.trail);
    m_alarms = std::move(found.alarms);
    if (*m_at != at) find();
    Q_EMIT changed();
}

} // namespace app
