// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/alarm_history.h"
#include "tests/support/test_main.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <cmath>
#include <numbers>
#include <random>

using namespace std::chrono_literals;

namespace {

const city::PlaceId gauge{QStringLiteral("gauge"), QStringLiteral("a")};
const QString level = QStringLiteral("level");
const city::Instant end = city::fromIso(u"2026-07-15T00:00:00Z").value();
constexpr auto weeks = 24h * 7 * 6, watched = 24h * 3;

/// Up and down with the day, to 35 in the evening, and a little of everything else.
double valueAt(city::Instant at)
{
    const double hours =
        static_cast<double>(std::chrono::duration_cast<std::chrono::hours>(at.time_since_epoch()).count());
    std::mt19937 chance(static_cast<unsigned>(hours));
    return 20 + 15 * std::sin(2 * std::numbers::pi * (hours - 12) / 24) +
           std::normal_distribution<double>(0, 1.5)(chance);
}

city::Observation observed(city::Instant at)
{
    return {gauge, level, valueAt(at), QStringLiteral("m"), at, at};
}

} // namespace

/// Rules tried on what a history remembers: those that look back and ahead, too, with no more than was known
/// then.
class AlarmHistoryTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    app::Pack m_pack;

    static alarms::Rule rule(const char* id, alarms::Condition condition)
    {
        alarms::Rule made;
        made.id = QString::fromLatin1(id);
        made.title = city::LocalText(made.id);
        made.condition = std::move(condition);
        made.per = QStringLiteral("place");
        return made;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_pack.zone = QTimeZone::utc();
        m_pack.calendar.zone = m_pack.zone;
        m_pack.areas = std::make_shared<const city::AreaTree>();
        city::QuantityCatalogue quantities;
        city::Quantity quantity;
        quantity.id = level;
        quantity.unit = QStringLiteral("m");
        quantities.insert(level, quantity);
        m_pack.quantities = std::make_shared<const city::QuantityCatalogue>(quantities);
        feeds::FeedSpec feed;
        feed.id = QStringLiteral("gauges");
        feed.promise = {1h, 30min, 24h};
        m_pack.feeds.push_back(feed);

        history::HistoryStore store(m_folder.filePath(QStringLiteral("city.gpkg")));
        std::vector<city::Observation> past;
        for (city::Instant at = end - weeks; at < end - watched; at += 1h)
            past.push_back(observed(at));
        QVERIFY(store.append(feed.id, past).result().ok());
        for (city::Instant at = end - watched; at <= end; at += 1h) {
            auto picture = std::make_shared<city::FeedPicture>();
            picture->state.id = feed.id;
            picture->state.promise = feed.promise;
            picture->state.lastAttempt = picture->state.lastSuccess = picture->state.newestObservation = at;
            city::Place place;
            place.id = gauge;
            place.at = city::LonLat{121.5, 25};
            picture->places = {place};
            picture->observations = {observed(at)};
            QVERIFY(store.record(picture, {observed(at)}, at).result().ok());
        }
        QVERIFY(store.settled().result().ok());
    }

    void whatIsExpectedWouldHaveWarnedBeforeItCame()
    {
        alarms::Plan plan;
        plan.rules = {
            rule("soon", alarms::Expected{gauge.kind, level, alarms::Comparison::AtLeast, 32, 4h, true}),
            rule("high", alarms::Threshold{gauge.kind, level, alarms::Comparison::AtLeast, 32, 3})};
        history::HistoryStore store(m_folder.filePath(QStringLiteral("city.gpkg")));
        const auto played = app::playAlarms(m_pack, plan, store, end - watched + 1h, end, 1h);
        QVERIFY2(played.ok(), played.ok() ? "" : qPrintable(played.problem().toString()));
        // Each evening it comes; each time the warning came first.
        int warned = 0, came = 0;
        bool isWarned = false;
        for (const alarms::Change& change : played->changes) {
            if (change.what != QLatin1String("raised")) continue;
            if (change.alarm.rule == QLatin1String("soon")) {
                ++warned;
                isWarned = true;
                QVERIFY(change.alarm.expectedAt && *change.alarm.expectedAt > change.at &&
                        *change.alarm.expectedAt - change.at <= 4h);
            } else {
                ++came;
                QVERIFY2(isWarned, "it came without a warning");
                isWarned = false;
            }
        }
        QCOMPARE(came, 3);
        QVERIFY2(warned >= 3 && warned <= 5, qPrintable(QString::number(warned)));
    }

    void whatIsUnusualIsJudgedByTheWeeksBefore()
    {
        alarms::Plan plan;
        plan.rules = {rule("odd", alarms::Unusual{gauge.kind, level, 20, 2, true, true}),
                      rule("alert", alarms::Unusual{gauge.kind, level, 0.5, 0.1, true, true})};
        history::HistoryStore store(m_folder.filePath(QStringLiteral("city.gpkg")));
        const auto played = app::playAlarms(m_pack, plan, store, end - 24h, end, 1h);
        QVERIFY(played.ok());
        const auto raised = [&](const char* id) {
            return std::count_if(
                played->changes.begin(), played->changes.end(), [&](const alarms::Change& one) {
                    return one.what == QLatin1String("raised") && one.alarm.rule == QLatin1String(id);
                });
        };
        QCOMPARE(raised("odd"), 0);
        QVERIFY(raised("alert") > 0); // Half a deviation is nothing special: it is known what is usual.
    }
};

CITYOPS_TEST(QCoreApplication, AlarmHistoryTest)
#include "alarm_history_test.moc"
