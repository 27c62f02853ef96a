// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/city_run.h"

#include "app/shell/source.h"
#include "app/shell/when_done.h"
#include "layers/feeds/recording.h"

#include <QDir>
#include <QStandardPaths>
#include <QtConcurrent>

namespace app {

namespace {

using namespace std::chrono_literals;

constexpr city::Duration demoPast = 24h;
constexpr city::Duration demoSpan = 6h;     // Filled in pieces, so that questions to the history come in between.
constexpr city::Duration demoStep = 15min;

QString historyFile(const Pack& pack, const RunOptions& options)
{
    if (!options.store.isEmpty()) return options.store;
    // What is invented or replayed never mixes with what was observed.
    if (options.source != RunOptions::Source::Live) return QStringLiteral(":memory:");
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    QDir().mkpath(folder);
    return folder + QLatin1Char('/') + pack.id + QStringLiteral(".sqlite");
}

} // namespace

CityRun::CityRun(std::shared_ptr<const Pack> pack, const RunOptions& options, QObject* parent)
    : QObject(parent), m_pack(std::move(pack)), m_clock(clockFor(options)),
      m_snapshot(std::make_shared<const city::CitySnapshot>(m_clock->now(), city::CitySnapshot::Feeds{}, m_pack->areas))
{
    openHistory(options);
    feeds::Transport* transport = nullptr;
    if (options.source == RunOptions::Source::Demo) {
        m_demo = std::make_shared<DemoCity>(m_pack, *m_clock);
        transport = m_demo.get();
        planFilling();
    } else {
        m_transport = sourceFor(options, *m_clock);
        transport = m_transport.get();
    }
    if (!options.record.isEmpty()) {
        m_recording = std::make_unique<feeds::RecordingTransport>(*transport, options.record);
        transport = m_recording.get();
    }
    m_city = std::make_unique<pipeline::City>(
        pipeline::CityParts{m_pack->feeds, m_pack->quantities, m_pack->areas, m_clock.get(), transport, m_history.get()});
    connect(m_city.get(), &pipeline::City::published, this, &CityRun::publish);
    connect(m_city.get(), &pipeline::City::settled, this, &CityRun::settle);
}

CityRun::~CityRun()
{
    m_city.reset(); // Before the transport, the history and the clock it uses.
}

void CityRun::openHistory(const RunOptions& options)
{
    m_history = std::make_unique<history::HistoryStore>(historyFile(*m_pack, options));
    whenDone(m_history->opened(), this, [this](const city::Result<QString>& opened) {
        if (!opened.ok()) Q_EMIT historyTrouble(opened.problem().text);
    });
    whenDone(m_history->setAside(), this, [this](const QString& file) {
        if (file.isEmpty()) return;
        Q_EMIT historyTrouble({QT_TRANSLATE_NOOP("Message", "The history file was damaged. It was kept as %1 and a new one begun."), {file}});
    });
}

void CityRun::start(Pace pace)
{
    if (pace == Pace::Remembered) {
        remember();
        return;
    }
    fillNext();
    if (pace == Pace::Scheduled) m_city->start();
    m_city->refreshAll();
}

void CityRun::refresh()
{
    m_city->refreshAll();
}

void CityRun::refresh(const QString& feed)
{
    m_city->refresh(feed);
}

void CityRun::publish(std::shared_ptr<const city::CitySnapshot> snapshot)
{
    m_snapshot = std::move(snapshot);
    Q_EMIT published(m_snapshot);
}

void CityRun::settle()
{
    m_settled = true;
    Q_EMIT settled();
}

void CityRun::planFilling()
{
    const city::Instant now = m_clock->now();
    for (city::Instant from = now - demoPast; from < now; from += demoSpan) {
        for (const feeds::FeedSpec& feed : m_pack->feeds) {
            if (m_demo->knows(feed.id))
                m_toFill.push_back({feed.id, from, std::min(from + demoSpan, now), std::max(feed.promise.cadence, demoStep)});
        }
    }
}

void CityRun::fillNext()
{
    if (m_toFill.empty()) {
        Q_EMIT historyFilled();
        return;
    }
    const Span span = m_toFill.front();
    auto past = QtConcurrent::run([demo = m_demo, span] { return demo->past(span.feed, span.from, span.to, span.step); });
    whenDone(past, this, [this, span](std::vector<city::Observation> observations) {
        whenDone(m_history->append(span.feed, std::move(observations)), this, [this](const city::Result<int>&) {
            m_toFill.pop_front();
            fillNext();
        });
    });
}

void CityRun::remember()
{
    const city::Instant at = m_clock->now();
    whenDone(m_history->latestAt(at), this, [this, at](city::Result<std::vector<city::Observation>> answer) {
        if (!answer.ok()) {
            Q_EMIT historyTrouble(answer.problem().text);
            settle();
            return;
        }
        auto snapshot = QtConcurrent::run([pack = m_pack, at, observations = std::move(answer.value())]() mutable {
            return rememberedCity(*pack, at, std::move(observations));
        });
        whenDone(snapshot, this, [this](std::shared_ptr<const city::CitySnapshot> made) {
            publish(std::move(made));
            settle();
        });
    });
}

} // namespace app
