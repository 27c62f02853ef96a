// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/alarm_panel.h"
#include "app/shell/alarm_run.h"
#include "layers/alarms/alarm_json.h"
#include "layers/alarms/groups.h"
#include "layers/history/trail.h"
#include "widgets/panels/alarm_button.h"
#include "widgets/panels/ranked_table.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTableView>
#include <QTemporaryDir>
#include <cstdio>
#include <ctime>

/// 10,000 alarms within a minute, through the program as it is: payloads decoded, judged, kept in the audit trail, and
/// shown in the list. How long the GUI thread was ever busy without a pause, whether every alarm of top priority has a row
/// of its own, and whether the trail has them all. alarm_flood [ALARMS], 10,000 unless said. CITYOPS_RESOURCES must be
/// set.
namespace {

using namespace std::chrono_literals;

constexpr int seconds = 60, everyTop = 100;

std::shared_ptr<const app::Pack> pack()
{
    auto made = std::make_shared<app::Pack>();
    made->id = QStringLiteral("flood");
    made->zone = QTimeZone::utc();
    made->areas = std::make_shared<const city::AreaTree>();
    city::QuantityCatalogue quantities;
    city::Quantity level;
    level.id = QStringLiteral("level");
    level.unit = QStringLiteral("1");
    quantities.insert(level.id, level);
    made->quantities = std::make_shared<const city::QuantityCatalogue>(quantities);
    feeds::FeedSpec feed;
    feed.id = QStringLiteral("gauges");
    feed.format = QStringLiteral("json");
    feed.zone = QTimeZone::utc();
    feed.promise = {1h, 1h, 24h};
    feed.mapping.records = QStringLiteral("$[*]");
    feeds::PlaceMapping place;
    place.kind = QStringLiteral("gauge");
    place.id.names = {QStringLiteral("id")};
    place.lon.names = {QStringLiteral("lon")};
    place.lat.names = {QStringLiteral("lat")};
    feed.mapping.place = place;
    feeds::TimeMapping time;
    time.fields.push_back({});
    time.fields.back().names = {QStringLiteral("time")};
    time.formats = {QStringLiteral("iso8601")};
    feed.mapping.time = time;
    feeds::ObservationMapping observe;
    observe.quantity = level.id;
    observe.field.names = {QStringLiteral("level")};
    feed.mapping.observe.push_back(observe);
    made->feeds.push_back(feed);
    auto plan = std::make_shared<alarms::Plan>();
    for (const auto& [id, limit, priority] : {std::tuple("high", 10.0, alarms::Priority::Low), std::tuple("highest", 100.0, alarms::Priority::Top)}) {
        alarms::Rule rule;
        rule.id = QString::fromLatin1(id);
        rule.title = city::LocalText(rule.id);
        rule.condition = alarms::Threshold{place.kind, level.id, alarms::Comparison::AtLeast, limit, 1};
        rule.per = QStringLiteral("place");
        rule.priority = priority;
        rule.group = rule.id;
        plan->rules.push_back(rule);
    }
    made->alarms = plan;
    return made;
}

/// `high` gauges are beyond their limit, every hundredth of them far beyond; those are alarms of both rules.
QByteArray payload(int gauges, int high, city::Instant now)
{
    const QByteArray time = city::toIso(now).toLatin1();
    QByteArray body("[");
    for (int i = 0; i < gauges; ++i) {
        if (i > 0) body += ',';
        const int level = i >= high ? 1 : i % everyTop == 0 ? 200 : 20;
        body += "{\"id\":\"g" + QByteArray::number(i) + "\",\"lon\":121.5,\"lat\":25,\"time\":\"" + time + "\",\"level\":" + QByteArray::number(level) + '}';
    }
    return body + ']';
}

bool write(const QString& name, const QByteArray& bytes)
{
    QFile file(name + QStringLiteral(".new"));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush() && (file.close(), QFile::remove(name), file.rename(name));
}

double threadSeconds()
{
    timespec used{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    return static_cast<double>(used.tv_sec) + 1e-9 * static_cast<double>(used.tv_nsec);
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const int wanted = argc > 1 ? std::max(100, atoi(argv[1])) : 10'000;
    const int gauges = wanted * everyTop / (everyTop + 1);
    QTemporaryDir folder;
    app::RunOptions options;
    options.source = app::RunOptions::Source::Replay;
    options.replay = folder.path();
    options.store = folder.filePath(QStringLiteral("history.sqlite"));
    const QString file = folder.filePath(QStringLiteral("gauges.json"));
    const auto city = pack();
    app::CityRun run(city, options);
    if (!write(file, payload(gauges, 0, run.clock().now()))) return 2;
    app::AlarmRun alarmRun(run);
    app::AlarmPanel panel;
    widgets::AlarmButton button;
    const auto theme = widgets::readTheme(qEnvironmentVariable("CITYOPS_RESOURCES"), QStringLiteral("dark"));
    if (!theme.ok()) return 2;
    panel.setTheme(*theme);
    button.setTheme(*theme);
    panel.resize(1200, 300);
    panel.show();
    button.show();
    QObject::connect(&alarmRun, &app::AlarmRun::judged, &panel, [&] {
        const alarms::Counts counts = alarms::count(alarmRun.plan(), *alarmRun.alarms(), run.clock().now());
        widgets::AlarmTally tally;
        std::copy(std::begin(counts.active), std::end(counts.active), tally.active.begin());
        std::copy(std::begin(counts.unacknowledged), std::end(counts.unacknowledged), tally.unacknowledged.begin());
        button.setTally(tally);
        panel.setAlarms(city, alarmRun.alarms(), QStringLiteral("en"), run.clock().now());
    });
    run.start(app::CityRun::Pace::Once);
    alarmRun.start(app::CityRun::Pace::Scheduled);
    double longest = 0, worstLatency = 0;
    QElapsedTimer clock;
    clock.start();
    int second = 0;
    QObject::connect(&alarmRun, &app::AlarmRun::happened, &panel, [&] { worstLatency = std::max(worstLatency, static_cast<double>(alarmRun.sinceFacts())); });
    while (clock.elapsed() < (seconds + 5) * 1000) {
        if (clock.elapsed() >= second * 1000 && second < seconds) {
            ++second;
            write(file, payload(gauges, gauges * second / seconds, run.clock().now()));
            run.refresh(QStringLiteral("gauges"));
        }
        const double begun = threadSeconds();
        QCoreApplication::processEvents();
        longest = std::max(longest, threadSeconds() - begun);
        timespec nap{0, 500'000};
        nanosleep(&nap, nullptr);
    }
    // They stand on when the flood is over.
    auto standing = std::make_shared<alarms::Alarms>(*alarmRun.alarms());
    standing->isFlood = false;
    const double before = threadSeconds();
    panel.setAlarms(city, standing, QStringLiteral("en"), run.clock().now());
    longest = std::max(longest, threadSeconds() - before);
    const int top = (gauges + everyTop - 1) / everyTop;
    int rows = 0;
    const auto table = app::alarmTable({*city, QStringLiteral("en"), run.clock().now()}, *alarmRun.alarms(), app::AlarmList::Flood, *theme);
    for (const widgets::TableRow& row : table.rows) rows += row.key.startsWith(QStringLiteral("highest@")) ? 1 : 0;
    const auto entries = history::readTrail(options.store);
    const auto check = history::verifyTrail(options.store);
    int raised = 0;
    for (const QByteArray& entry : entries.ok() ? *entries : std::vector<QByteArray>()) raised += entry.contains("\"what\":\"raised\"") ? 1 : 0;
    const int all = gauges + top;
    std::printf("%d alarms in %d s: %d in the trail (%s), %d of %d of top priority with a row of their own; the GUI thread was busy for %.1f ms at most, "
                "%.0f ms from payload to list at most\n",
                all, seconds, raised, check.ok() && check->brokenAt == 0 ? "sound" : "NOT SOUND", rows, top, 1000 * longest, worstLatency);
    return raised == all && rows == top && longest < 0.05 ? 0 : 1;
}
