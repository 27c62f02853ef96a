// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/city_run.h"

#include "app/shell/when_done.h"
#include "layers/feeds/folder_transport.h"
#include "layers/feeds/http_transport.h"

#include <QDir>
#include <QStandardPaths>
#include <QtConcurrent>

namespace app {

namespace {

using namespace std::chrono_literals;

constexpr city::Duration demoPast = 24h;
constexpr city::Duration demoStep = 15min;

std::unique_ptr<city::Clock> clockFor(const RunOptions& options)
{
    if (options.source == RunOptions::Source::Demo)
        return std::make_unique<city::SimulatedClock>(options.at.value_or(DemoCity::openingMoment()), options.speed);
    if (options.at) return std::make_unique<city::SimulatedClock>(*options.at, options.speed);
    return std::make_unique<city::SystemClock>();
}

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
    } else if (options.source == RunOptions::Source::Replay) {
        m_transport = std::make_unique<feeds::FolderTransport>(options.replay, *m_clock);
        transport = m_transport.get();
    } else {
        m_transport = std::make_unique<feeds::HttpTransport>(*m_clock);
        transport = m_transport.get();
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

void CityRun::askSeries(std::vector<history::SeriesQuery> queries, SeriesTaker take)
{
    const auto ask = [this, queries, take = std::move(take)] { whenDone(m_history->seriesOf(queries), this, take); };
    if (m_demo)
        fillPast(queries, ask);
    else
        ask();
}

void CityRun::fillPast(const std::vector<history::SeriesQuery>& queries, std::function<void()> then)
{
    QSet<DemoCity::Series> missing;
    for (const history::SeriesQuery& query : queries) {
        const DemoCity::Series series{query.place, query.quantity};
        if (!m_filled.contains(series)) missing.insert(series);
    }
    if (missing.isEmpty()) {
        then();
        return;
    }
    m_filled.unite(missing);
    auto past = QtConcurrent::run([demo = m_demo, missing, now = m_clock->now()] {
        return demo->pastOf(missing, now - demoPast, now, demoStep);
    });
    whenDone(past, this, [this, then = std::move(then)](std::map<QString, std::vector<city::Observation>> found) {
        // The history does one thing after the other: whoever asks next finds all of it.
        for (auto& [feed, observations] : found)
            m_history->append(feed, std::move(observations));
        then();
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
