// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/alarm_run.h"

#include "app/shell/when_done.h"
#include "layers/alarms/alarm_json.h"
#include "layers/city/threads.h"

#include <QJsonDocument>
#include <QtConcurrent>
#include <algorithm>

namespace app {

namespace {

using namespace std::chrono_literals;

constexpr city::Duration pastKept = 24h, learnEvery = 1h;
constexpr std::size_t mostPast = 200'000;

/// Of its own: an alarm never waits behind pictures and reading.
QThreadPool& judgingThread()
{
    static QThreadPool pool;
    pool.setMaxThreadCount(1);
    return pool;
}

} // namespace

AlarmRun::AlarmRun(CityRun& run, QObject* parent) : QObject(parent), m_run(run)
{
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, &AlarmRun::judgeSoon);
    connect(&m_run, &CityRun::published, this, [this] {
        if (!m_facts.isValid()) m_facts.start();
        judgeSoon();
    });
    connect(&m_run, &CityRun::settled, this, &AlarmRun::learn);
}

AlarmRun::~AlarmRun() = default;

void AlarmRun::start(CityRun::Pace pace)
{
    const QString history = m_run.historyFile();
    if (pace != CityRun::Pace::Remembered && history != QLatin1String(":memory:")) {
        openTrail(history);
    } else {
        open();
    }
    if (pace == CityRun::Pace::Scheduled) m_second.start();
}

void AlarmRun::openTrail(const QString& history)
{
    m_trail = std::make_unique<history::AuditTrail>(history::trailOf(history));
    whenDone(m_trail->opened(), this, [this](const city::Result<std::vector<QByteArray>>& opened) {
        if (opened.ok()) {
            restore(*opened);
            // The trail of an invented city says so for ever.
            const QJsonObject begun{{QStringLiteral("at"), city::toIso(m_run.clock().now())}, {QStringLiteral("what"), QStringLiteral("begun")},
                                    {QStringLiteral("invented"), m_run.isDemo()}};
            m_trail->append({QJsonDocument(begun).toJson(QJsonDocument::Compact)});
        } else {
            m_trail.reset();
            Q_EMIT trouble(opened.problem().text);
        }
        open();
    });
}

/// What was published before waits no longer.
void AlarmRun::open()
{
    m_open = true;
    m_old = false;
    judgeSoon();
}

void AlarmRun::restore(const std::vector<QByteArray>& entries)
{
    m_alarms = std::make_shared<const alarms::Alarms>(alarms::restored(entries));
    const city::Instant from = m_run.clock().now() - pastKept;
    for (const QByteArray& entry : entries)
        if (auto change = alarms::changeFrom(entry); change && change->at >= from) m_past.push_back(std::move(*change));
}

void AlarmRun::act(const alarms::Action& action)
{
    m_actions.push_back(action);
    judgeSoon();
}

/// Through the event loop, so that what comes together is judged together.
void AlarmRun::judgeSoon()
{
    if (m_old) return;
    m_old = true;
    if (!m_busy && m_open) QMetaObject::invokeMethod(this, &AlarmRun::judge, Qt::QueuedConnection);
}

void AlarmRun::judge()
{
    if (m_busy || !m_open || !m_old) return;
    m_old = false;
    m_busy = true;
    m_judgingFacts = std::exchange(m_facts, QElapsedTimer());
    const alarms::Moment moment{m_run.snapshot(), m_run.clock().now(), m_learned.usuals, m_learned.outlook};
    if (m_learnedAt && moment.now - *m_learnedAt >= learnEvery) learn();
    auto job = QtConcurrent::run(&judgingThread(), [pack = m_run.pack(), before = m_alarms, moment, actions = std::exchange(m_actions, {})] {
        alarms::Step acted = alarms::act(*pack->alarms, *before, moment.now, actions);
        alarms::Step stepped = alarms::step(*pack->alarms, std::move(acted.alarms), moment);
        Judgement judgement;
        judgement.changes = std::move(acted.changes);
        judgement.changes.insert(judgement.changes.end(), stepped.changes.begin(), stepped.changes.end());
        judgement.alarms = std::make_shared<const alarms::Alarms>(std::move(stepped.alarms));
        for (const alarms::Change& change : judgement.changes) judgement.entries.push_back(alarms::entryOf(change));
        return judgement;
    });
    whenDone(job, this, [this](Judgement judgement) { keep(std::move(judgement)); });
}

void AlarmRun::keep(Judgement judgement)
{
    if (!m_trail) return publish(judgement);
    m_unkept.insert(m_unkept.end(), std::make_move_iterator(judgement.entries.begin()), std::make_move_iterator(judgement.entries.end()));
    if (m_unkept.empty()) return publish(judgement);
    whenDone(m_trail->append(m_unkept), this, [this, judgement = std::move(judgement)](const city::Result<int>& written) {
        // A disk that is full must not hide an alarm; that it is not kept yet is said once.
        if (written.ok()) m_unkept.clear();
        if (!written.ok() && !m_troubled) Q_EMIT trouble(written.problem().text);
        m_troubled = !written.ok();
        publish(judgement);
    });
}

void AlarmRun::publish(const Judgement& judgement)
{
    m_busy = false;
    m_judged = true;
    m_judgedFacts = m_judgingFacts;
    m_alarms = judgement.alarms;
    m_past.insert(m_past.end(), judgement.changes.begin(), judgement.changes.end());
    forgetPast();
    Q_EMIT judged();
    if (!judgement.changes.empty()) Q_EMIT happened(judgement.changes);
    if (m_old) judge();
}

/// In larger pieces: what is behind moves up each time.
void AlarmRun::forgetPast()
{
    const city::Instant from = m_run.clock().now() - pastKept;
    const auto old = std::find_if(m_past.begin(), m_past.end(), [from](const alarms::Change& one) { return one.at >= from; }) - m_past.begin();
    const auto tooMany = std::ssize(m_past) - static_cast<std::ptrdiff_t>(mostPast);
    const std::ptrdiff_t gone = std::max(old, tooMany);
    if (gone > 0 && (tooMany > 0 || gone > std::ssize(m_past) / 8)) m_past.erase(m_past.begin(), m_past.begin() + gone);
}

void AlarmRun::learn()
{
    const city::Instant now = m_run.clock().now();
    m_learnedAt = now;
    std::vector<history::SeriesQuery> queries = hoursForAlarms(plan(), *m_run.snapshot(), now);
    if (queries.empty()) return;
    m_run.askHours(std::move(queries), [this, now](city::Result<std::vector<city::Series>> answer) {
        if (!answer.ok()) return;
        auto learning = QtConcurrent::run(&city::workThreads(), [hours = std::move(answer.value()), now, pack = m_run.pack()] {
            return learnedForAlarms(*pack, *pack->alarms, hours, now);
        });
        whenDone(learning, this, [this](AlarmLearning learned) {
            m_learned = std::move(learned);
            judgeSoon();
        });
    });
}

} // namespace app
