// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/collection.h"

#include "app/commands/command.h"
#include "app/demo/demo_city.h"
#include "app/shell/source.h"
#include "layers/history/shared/store_address.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QTimer>
#include <cstdio>

namespace app {

namespace {

void print(std::FILE* to, const QString& line)
{
    // One line an answer, whatever a publisher put into its texts; flushed, since somebody may be watching a
    // log.
    std::fprintf(to, "%s\n", line.simplified().toUtf8().constData());
    std::fflush(to);
}

constexpr std::chrono::seconds waitedForStore{5};

QString ageText(const city::FeedState& state, city::Instant now)
{
    const auto speaksOf = state.speaksOf();
    if (!speaksOf) return QCoreApplication::translate("Command", "no data");
    return QCoreApplication::translate("Command", "age %1 s").arg((now - *speaksOf).count() / 1000);
}

std::unique_ptr<feeds::Transport> transportFor(const RunOptions& options, std::shared_ptr<const Pack> pack,
                                               const city::Clock& clock)
{
    if (options.source == RunOptions::Source::Demo) return std::make_unique<DemoCity>(std::move(pack), clock);
    return sourceFor(options, clock);
}

} // namespace

Collection::Collection(std::shared_ptr<const Pack> pack, const RunOptions& options)
    : m_pack(std::move(pack)), m_clock(clockFor(options)),
      m_transport(transportFor(options, m_pack, *m_clock)),
      m_files(keptFiles(*m_pack, options)),
      m_history(std::make_unique<history::HistoryStore>(m_files.history, m_pack->zone, options.storePassword,
                                                        history::Spooling{m_files.spool})),
      m_watched(options)
{
    if (options.source == RunOptions::Source::Demo) m_history->markInvented();
    m_history->keep(m_pack->keep, m_clock->now());
    m_forget.setInterval(std::chrono::hours(6));
    connect(&m_forget, &QTimer::timeout, this, [this] { m_history->keep(m_pack->keep, m_clock->now()); });
    m_forget.start();
    feeds::Transport* transport = m_transport.get();
    if (!options.record.isEmpty()) {
        m_recording = std::make_unique<feeds::RecordingTransport>(*transport, options.record);
        transport = m_recording.get();
    }
    m_city = std::make_unique<pipeline::City>(pipeline::CityParts{
        m_pack->feeds, m_pack->quantities, m_pack->areas, m_clock.get(), transport, m_history.get(),
        feeds::decode, m_files.health, m_files.payloads});
    if (m_history->isShared()) tellStore();
    connect(m_city.get(), &pipeline::City::published, this,
            [this](const auto& snapshot) { tell(*snapshot); });
    connect(m_city.get(), &pipeline::City::recorded, this,
            [this](const QString&, int rows) { m_rows += rows; });
    connect(m_city.get(), &pipeline::City::notRecorded, this,
            [this](const QString& feed, const city::Problem& why) {
                m_storeRefused = true;
                print(stderr, feed + QStringLiteral(": ") + why.toString());
            });
}

/// Without what is secret of an address.
QString Collection::storeName() const
{
    const auto address = history::isSharedStore(m_files.history) ? history::StoreAddress::read(m_files.history)
                                                                 : city::Result<history::StoreAddress>(city::Problem{});
    return address ? address->name : m_files.history;
}

/// Who asks which feed, and whether the store is there.
void Collection::tellStore()
{
    connect(m_city.get(), &pipeline::City::dutyChanged, this, [this](const QString& feed, bool isOurs) {
        m_leftSome = m_leftSome || !isOurs;
        print(stdout, (isOurs ? QCoreApplication::translate("Command", "%1 %2: asked by this program from now on")
                              : QCoreApplication::translate("Command", "%1 %2: asked by another program; this one stands by"))
                          .arg(city::toIso(m_clock->now()), feed));
    });
    history::StoreNews& news = m_history->news();
    connect(&news, &history::StoreNews::lost, this, [this](const city::Problem& why) {
        print(stderr, city::toIso(m_clock->now()) + QLatin1Char(' ') + why.toString());
    });
    connect(&news, &history::StoreNews::refused, this, [this](const city::Problem& why) {
        m_storeRefused = true;
        print(stderr, why.toString());
    });
    connect(&news, &history::StoreNews::back, this, [this] {
        print(stderr, city::toIso(m_clock->now()) + QLatin1Char(' ') + QCoreApplication::translate("Command", "The shared store is there again."));
    });
}

Collection::~Collection()
{
    m_notices.reset(); // each before what it uses
    m_alarms.reset();
    m_watch.reset();
    m_city.reset();
}

void Collection::runOnce()
{
    connect(m_city.get(), &pipeline::City::settled, this, &Collection::finish);
    m_city->refreshAll();
}

/// Of the city as all see it, by what stands in the store.
void Collection::judgeAlarms()
{
    m_watched.source = RunOptions::Source::Live;
    m_watched.clock = m_clock;
    m_watched.copies = false;
    m_watch = std::make_unique<CityRun>(m_pack, m_watched);
    m_alarms = std::make_unique<AlarmRun>(*m_watch);
    m_notices = std::make_unique<AlarmNotices>(*m_alarms);
    m_notices->setLanguage(m_watched.language);
    const auto complain = [this](const city::Message& text) { print(stderr, city::toIso(m_clock->now()) + QLatin1Char(' ') + text.toString()); };
    connect(m_alarms.get(), &AlarmRun::trouble, this, complain);
    connect(m_notices.get(), &AlarmNotices::trouble, this, complain);
    connect(m_alarms.get(), &AlarmRun::dutyChanged, this, [this](bool isOurs) {
        print(stdout, city::toIso(m_clock->now()) + QLatin1Char(' ') +
                          (isOurs ? QCoreApplication::translate("Command", "Alarms: judged by this program from now on")
                                  : QCoreApplication::translate("Command", "Alarms: judged by another program; this one stands by")));
    });
    m_watch->start(CityRun::Pace::Scheduled);
    m_alarms->start(CityRun::Pace::Scheduled, AlarmRun::Fitness::Collector);
}

void Collection::run()
{
    if (m_history->isShared()) judgeAlarms();
    m_city->start();
}

void Collection::finish()
{
    if (m_finishing) return;
    m_finishing = true;
    m_notices.reset();
    m_alarms.reset();
    m_watch.reset();
    m_city->stop();
    // Behind everything that was handed to the history before.
    auto* watcher = new QFutureWatcher<city::Result<int>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        const auto last = watcher->result();
        if (!last && !m_storeRefused) print(stderr, last.problem().toString());
        m_storeRefused = m_storeRefused || !last;
        end();
    });
    watcher->setFuture(m_history->append(QString(), {}));
    // A store that is gone is not waited for for ever: what it lacks then is given up, and said.
    if (m_history->isShared())
        QTimer::singleShot(waitedForStore, this, [this] {
            m_city.reset();
            m_history.reset();
        });
}

void Collection::end()
{
    const QString aside = m_history ? m_history->setAside().result() : QString();
    if (!aside.isEmpty()) print(stderr, salvageText(aside, m_history->salvaged().result()).toString());
    const bool waits = QFileInfo::exists(m_files.spool);
    if (waits)
        print(stderr, QCoreApplication::translate("Command", "What the shared store could not be told waits in %1. It is written when this "
                                                             "collector runs again.")
                          .arg(m_files.spool));
    if (!m_storeRefused && !waits)
        print(stdout,
              QCoreApplication::translate("Command", "%1 new observations in %2").arg(m_rows).arg(storeName()));
    QCoreApplication::exit((m_gaveData || m_leftSome) && !m_storeRefused ? Done : Failed);
}

void Collection::tell(const city::CitySnapshot& snapshot)
{
    for (const auto& [id, picture] : snapshot.feeds()) {
        const city::FeedState& state = picture->state;
        if (!state.lastAttempt || m_told[id] == state.lastAttempt) continue;
        m_told[id] = state.lastAttempt;
        const QString age = ageText(state, snapshot.at());
        if (state.failure) {
            print(stdout, QCoreApplication::translate("Command", "%1 %2: failed, %3; %4")
                              .arg(city::toIso(snapshot.at()), id, state.failure->toString(), age));
            continue;
        }
        m_gaveData = m_gaveData || state.recordCount > 0;
        print(stdout, QCoreApplication::translate("Command", "%1 %2: %3 accepted, %4 problems, %5")
                          .arg(city::toIso(snapshot.at()), id, QString::number(state.recordCount),
                               QString::number(state.problemCount), age));
    }
}

} // namespace app
