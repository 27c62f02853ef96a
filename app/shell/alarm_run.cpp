// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/alarm_run.h"

#include "app/shell/when_done.h"
#include "layers/alarms/alarm_json.h"
#include "layers/alarms/request.h"
#include "layers/city/threads.h"
#include "layers/history/file_journal.h"
#include "layers/history/shared/shared_journal.h"

#include <QSysInfo>
#include <QtConcurrent>
#include <algorithm>

namespace app {

namespace {

using namespace std::chrono_literals;

constexpr city::Duration pastKept = 24h, learnEvery = 1h;
constexpr std::size_t mostPast = 200'000;
constexpr qint64 silentAfterMs = 10'000; ///< A journal that has not answered for so long is away.

/// Of its own: an alarm never waits behind pictures and reading.
QThreadPool& judgingThread()
{
    static QThreadPool pool;
    pool.setMaxThreadCount(1);
    return pool;
}

/// A desk that has not read them yet, or shows its own copy, would find alarms over that are not.
bool hasPictures(const city::CitySnapshot& snapshot)
{
    const auto& feeds = snapshot.feeds();
    return std::any_of(feeds.begin(), feeds.end(), [](const auto& feed) { return feed.second->state.lastAttempt.has_value(); });
}

} // namespace

AlarmRun::AlarmRun(CityRun& run, QObject* parent)
    : QObject(parent), m_run(run), m_journal(std::make_unique<history::FileJournal>(QString())),
      m_shown(std::make_shared<const alarms::Alarms>())
{
    m_held.judged = m_held.kept = m_shown;
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, [this] {
        if (m_busy && m_heard.hasExpired(silentAfterMs)) Q_EMIT judged(); // That it is silent is seen.
        judgeSoon();
    });
    connect(&m_run, &CityRun::published, this, [this] {
        if (!m_facts.isValid()) m_facts.start();
        judgeSoon();
    });
    connect(&m_run, &CityRun::settled, this, &AlarmRun::learn);
}

AlarmRun::~AlarmRun() = default;

void AlarmRun::start(CityRun::Pace pace, Fitness fitness)
{
    const QString& store = m_run.store();
    const bool isKept = pace != CityRun::Pace::Remembered && store != QLatin1String(":memory:");
    m_judge = {QSysInfo::machineHostName(), isKept && history::isSharedStore(store), false};
    if (m_judge.isShared) {
        if (pace != CityRun::Pace::Scheduled) fitness = Fitness::Never;
        open(std::make_unique<history::SharedJournal>(store, m_run.storePassword(), fitness,
                                                      m_run.requestFile()));
    } else {
        open(std::make_unique<history::FileJournal>(isKept ? history::trailOf(store) : QString()));
    }
    if (pace == CityRun::Pace::Scheduled) m_second.start();
}

void AlarmRun::open(std::unique_ptr<history::AlarmJournal> journal)
{
    m_journal = std::move(journal);
    m_heard.start();
    connect(m_journal.get(), &history::AlarmJournal::news, this, &AlarmRun::judgeSoon);
    connect(m_journal.get(), &history::AlarmJournal::refused, this,
            [this](const city::Problem& why) { Q_EMIT trouble(why.text); });
    whenDone(m_journal->opened(), this, [this](const city::Result<std::vector<QByteArray>>& opened) {
        if (!opened.ok()) {
            Q_EMIT trouble(opened.problem().text);
            return open(std::make_unique<history::FileJournal>(QString()));
        }
        restore(*opened);
        begin();
    });
}

/// What was published before waits no longer.
void AlarmRun::begin()
{
    m_open = true;
    m_old = false;
    judgeSoon();
}

void AlarmRun::restore(const std::vector<QByteArray>& entries)
{
    m_held.judged = m_held.kept = std::make_shared<const alarms::Alarms>(alarms::restored(entries));
    show();
    const city::Instant from = m_run.clock().now() - pastKept;
    for (const QByteArray& entry : entries)
        if (auto change = alarms::changeFrom(entry); change && change->at >= from)
            m_past.push_back(std::move(*change));
}

void AlarmRun::act(alarms::Action action)
{
    if (m_judged) action.seen = m_shown->at;
    const QByteArray request = alarms::requestOf(action, m_run.clock().now());
    whenDone(m_journal->ask(request), this,
             [this, action](const city::Result<history::AlarmJournal::Asked>& asked) {
                 if (!asked.ok()) return Q_EMIT trouble(asked.problem().text);
                 if (*asked == history::AlarmJournal::Asked::Waiting) {
                     m_waiting.push_back(action);
                     show();
                     Q_EMIT judged();
                 }
             });
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
    const auto judgedAt = m_judged ? std::optional(m_held.judged->at) : std::nullopt;
    const bool mayJudge = m_run.isSettled() && !m_run.isOnCopy() && hasPictures(*m_run.snapshot());
    whenDone(m_journal->turn(judgedAt, mayJudge), this, [this](city::Result<history::JournalTurn> turn) {
        m_isAway = !turn.ok();
        if (turn.ok())
            take(std::move(turn.value()));
        else
            stay();
    });
}

void AlarmRun::take(history::JournalTurn turn)
{
    m_heard.restart();
    m_isJudgedNow = turn.isKept;
    m_waiting.clear(); // What waited was delivered before this turn.
    if (std::exchange(m_isOurs, turn.isOurs) != turn.isOurs) Q_EMIT dutyChanged(turn.isOurs);
    m_judge.isInvented = m_run.isDemo(); // A desk knows it once it has asked.
    const alarms::Moment moment{m_run.snapshot(), m_run.clock().now(), m_learned.usuals, m_learned.outlook};
    if (m_learnedAt && moment.now - *m_learnedAt >= learnEvery) learn();
    auto job = QtConcurrent::run(&judgingThread(), [pack = m_run.pack(), held = m_held,
                                                    turn = std::move(turn), moment, judge = m_judge] {
        return judgementOf(*pack->alarms, held, turn, moment, judge);
    });
    whenDone(job, this, [this](Judgement judgement) { keep(std::move(judgement)); });
}

void AlarmRun::keep(Judgement judgement)
{
    m_held.kept = judgement.heard;
    if (judgement.ownFrom > 0 || !judgement.isOurs) m_unkept.clear(); // Others went on without it.
    if (!judgement.isOurs || (!judgement.isWorthKeeping && m_unkept.empty())) return publish(judgement);
    std::vector<history::JournalEntry>& entries = judgement.page.entries;
    entries.insert(entries.begin(), std::make_move_iterator(m_unkept.begin()),
                   std::make_move_iterator(m_unkept.end()));
    m_unkept = entries;
    history::JournalPage page = judgement.page;
    if (page.memory == m_held.memory) page.memory.clear(); // It may be long.
    whenDone(m_journal->keep(std::move(page)), this,
             [this, judgement = std::move(judgement)](
                 const city::Result<history::AlarmJournal::Kept>& done) mutable { kept(done, judgement); });
}

void AlarmRun::kept(const city::Result<history::AlarmJournal::Kept>& done, Judgement& judgement)
{
    using Kept = history::AlarmJournal::Kept;
    if (done.ok() && *done != Kept::Done) {
        m_isAway = *done == Kept::Away;
        return stay();
    }
    // A disk that is full must not hide an alarm; that it is not kept yet is said once.
    if (!done.ok() && !m_troubled) Q_EMIT trouble(done.problem().text);
    m_troubled = !done.ok();
    if (done.ok()) {
        m_unkept.clear();
        m_held.kept = judgement.alarms;
        m_held.summary = judgement.page.summary;
        m_held.memory = judgement.page.memory;
    }
    publish(judgement);
}

/// What could not be kept never was: whoever judges next finds it out again.
void AlarmRun::stay()
{
    m_unkept.clear();
    m_held.judged = m_held.kept;
    m_held.summary.clear();
    m_held.memory.clear();
    m_busy = false;
    show();
    Q_EMIT judged();
    if (m_old && !m_isAway) judge();
}

void AlarmRun::publish(const Judgement& judgement)
{
    m_busy = false;
    m_judged = true;
    m_judgedFacts = m_judgingFacts;
    m_held.judged = judgement.alarms;
    show();
    m_past.insert(m_past.end(), judgement.past.begin(), judgement.past.end());
    m_past.insert(m_past.end(), judgement.changes.begin(), judgement.changes.end());
    forgetPast();
    Q_EMIT judged();
    if (!judgement.changes.empty()) Q_EMIT happened(judgement.changes);
    if (!judgement.isOurs) return m_old ? judge() : void();
    const std::vector<alarms::Change> own(
        judgement.changes.begin() + static_cast<std::ptrdiff_t>(judgement.ownFrom), judgement.changes.end());
    if (!own.empty()) Q_EMIT judgedHere(own);
    if (m_old) judge();
}

/// What was done here is seen here, also before anybody else can be told.
void AlarmRun::show()
{
    m_shown = m_held.judged;
    if (m_waiting.empty()) return;
    m_shown = std::make_shared<const alarms::Alarms>(
        alarms::act(plan(), *m_held.judged, m_run.clock().now(), m_waiting).alarms);
}

std::optional<city::Instant> AlarmRun::asOf() const
{
    const bool isCurrent = !isShared() || (!m_isAway && m_isJudgedNow && !m_heard.hasExpired(silentAfterMs));
    if (isCurrent || m_held.judged->at == city::Instant()) return std::nullopt;
    return m_held.judged->at;
}

/// In larger pieces: what is behind moves up each time.
void AlarmRun::forgetPast()
{
    const city::Instant from = m_run.clock().now() - pastKept;
    const auto old = std::find_if(m_past.begin(), m_past.end(),
                                  [from](const alarms::Change& one) { return one.at >= from; }) -
                     m_past.begin();
    const auto tooMany = std::ssize(m_past) - static_cast<std::ptrdiff_t>(mostPast);
    const std::ptrdiff_t gone = std::max(old, tooMany);
    if (gone > 0 && (tooMany > 0 || gone > std::ssize(m_past) / 8))
        m_past.erase(m_past.begin(), m_past.begin() + gone);
}

void AlarmRun::learn()
{
    const city::Instant now = m_run.clock().now();
    m_learnedAt = now;
    std::vector<history::SeriesQuery> queries = hoursForAlarms(plan(), *m_run.snapshot(), now);
    if (queries.empty()) return;
    m_run.askHours(std::move(queries), whileThere(this, [this, now](city::Result<std::vector<city::Series>> answer) {
        if (!answer.ok()) return;
        auto learning = QtConcurrent::run(&city::workThreads(),
                                          [hours = std::move(answer.value()), now, pack = m_run.pack()] {
                                              return learnedForAlarms(*pack, *pack->alarms, hours, now);
                                          });
        whenDone(learning, this, [this](AlarmLearning learned) {
            m_learned = std::move(learned);
            judgeSoon();
        });
    }));
}

} // namespace app
