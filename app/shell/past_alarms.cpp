// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/past_alarms.h"

#include "app/shell/when_done.h"
#include "layers/city/threads.h"

#include <QFileInfo>
#include <QtConcurrent>

namespace app {

namespace {

using Trail = std::shared_ptr<const alarms::StandingAlarms>;

Trail readTrail(const QString& file)
{
    const auto entries = history::AuditTrail::read(file);
    return entries ? std::make_shared<const alarms::StandingAlarms>(*entries) : std::make_shared<const alarms::StandingAlarms>();
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
    const bool isPast = city.at && (!trailFile().isEmpty() || !m_run.rememberedAt());
    m_at = isPast ? city.at : std::nullopt;
    m_snapshot = isPast ? city.snapshot : nullptr;
    if (isPast) return find();
    m_alarms.reset();
    m_trail.reset(); // It grows meanwhile.
    m_since.clear();
    Q_EMIT changed();
}

/// Empty: none is kept.
QString PastAlarms::trailFile() const
{
    const QString file = history::trailOf(m_run.historyFile());
    return m_run.historyFile() != QLatin1String(":memory:") && QFileInfo::exists(file) ? file : QString();
}

void PastAlarms::find()
{
    if (m_busy) return;
    m_busy = true;
    std::vector<alarms::Change> own;
    if (!m_trail && trailFile().isEmpty()) {
        own.push_back({m_begin, QStringLiteral("begun"), {}, {}, {}});
        own.insert(own.end(), m_live.past().begin(), m_live.past().end());
    }
    auto finding = QtConcurrent::run(&city::workThreads(), [file = trailFile(), trail = m_trail, own = std::move(own), since = m_since, pack = m_run.pack(),
                                                            snapshot = m_snapshot, at = *m_at, isInvented = m_run.isDemo()]() mutable {
        Found found{trail ? trail : !own.empty() ? std::make_shared<const alarms::StandingAlarms>(std::move(own)) : readTrail(file), nullptr};
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
