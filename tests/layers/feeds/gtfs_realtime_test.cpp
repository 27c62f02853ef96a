// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/layers/feeds/decoding.h"
#include "tests/support/test_main.h"

#include <decoders/gtfs_realtime.pb.h>

/// GTFS-Realtime as publishers write it: parts that are missing, newer than this program or wrong, and
/// messages large enough to be read by several threads.
class GtfsRealtimeTest : public QObject {
    Q_OBJECT

    using Message = feeds::gtfsrt::FeedMessage;
    static constexpr quint64 noon = 1793448000; ///< 2026-10-31T12:00:00Z

    static Message message()
    {
        Message made;
        made.mutable_header()->set_gtfs_realtime_version("2.0");
        made.mutable_header()->set_timestamp(noon);
        return made;
    }
    static feeds::gtfsrt::VehiclePosition* vehicle(Message& in, const char* id)
    {
        auto* entity = in.add_entity();
        entity->set_id(std::string("e-") + id);
        auto* made = entity->mutable_vehicle();
        made->mutable_vehicle()->set_id(id);
        made->mutable_position()->set_latitude(25.03F);
        made->mutable_position()->set_longitude(121.5F);
        return made;
    }
    static feeds::Decoded read(const QByteArray& bytes)
    {
        const auto result = decoded(standardFeed("gtfs-rt"), bytes);
        if (!result.ok()) qFatal("%s", qPrintable(result.problem().toString()));
        return *result;
    }
    static feeds::Decoded read(const Message& made)
    {
        return read(QByteArray::fromStdString(made.SerializeAsString()));
    }

private Q_SLOTS:
    void everythingAVehicleCanSay()
    {
        Message made = message();
        auto* bus = vehicle(made, " 42 ");
        bus->mutable_vehicle()->set_label("Bus 42");
        bus->mutable_vehicle()->set_license_plate("ABC-123");
        bus->mutable_position()->set_bearing(360);
        bus->mutable_position()->set_speed(10); // metres per second
        bus->set_timestamp(noon - 30);
        bus->set_current_status(1);
        bus->set_stop_id("S7");
        bus->set_occupancy_status(3);
        bus->set_occupancy_percentage(71);
        bus->set_congestion_level(9); // newer than this program
        bus->mutable_trip()->set_trip_id("T1");
        bus->mutable_trip()->set_schedule_relationship(1);
        const feeds::Decoded all = read(made);
        const city::Vehicle& v = all.vehicles.at(0);
        QCOMPARE(v.id, QStringLiteral("42"));
        QCOMPARE(v.label.in({}), QStringLiteral("Bus 42"));
        QCOMPARE(v.observedAt, at("2026-10-31T11:59:30Z"));
        QCOMPARE(*v.headingDegrees, 0.0);
        QCOMPARE(*v.speedKmh, 36.0);
        QCOMPARE(v.details.value(QStringLiteral("current_status")), QStringLiteral("STOPPED_AT"));
        QCOMPARE(v.details.value(QStringLiteral("occupancy_status")), QStringLiteral("STANDING_ROOM_ONLY"));
        QCOMPARE(v.details.value(QStringLiteral("occupancy_percentage")), QStringLiteral("71"));
        QCOMPARE(v.details.value(QStringLiteral("congestion_level")), QStringLiteral("9"));
        QCOMPARE(v.details.value(QStringLiteral("schedule_relationship")), QStringLiteral("ADDED"));
        QCOMPARE(problemsOf(all), QString());
    }

    void whatIsNoFactIsNone()
    {
        Message made = message();
        made.add_entity()->set_id("empty");
        vehicle(made, "gone");
        made.mutable_entity(1)->set_is_deleted(true);
        made.add_entity()->set_id("no-position");
        made.mutable_entity(2)->mutable_vehicle()->mutable_trip()->set_trip_id("T");
        vehicle(made, "nowhere")->mutable_position()->set_latitude(91);
        auto* zero = vehicle(made, "zero")->mutable_position();
        zero->set_latitude(0);
        zero->set_longitude(0);
        vehicle(made, "microseconds")->set_timestamp(noon * 1000 * 1000);
        vehicle(made, "tomorrow")->set_timestamp(noon + 3 * 86400);
        const feeds::Decoded all = read(made);
        QCOMPARE(all.factCount(), 0);
        QCOMPARE(all.problemCount, 5);
        QVERIFY2(problemsOf(all).contains(QStringLiteral("#6 id=e-microseconds")),
                 qPrintable(problemsOf(all)));
    }

    void extensionsAndWhatComesTwice()
    {
        const QByteArray header = QByteArray::fromStdString(message().SerializeAsString());
        Message made;
        vehicle(made, "1");
        const QByteArray entity = QByteArray::fromStdString(made.SerializeAsString());
        // Fields of an extension (1000 to 1999) of every wire type, before and behind.
        const QByteArray extension("\xc2\x3e\x03"
                                   "abc"
                                   "\xc8\x3e\x05"
                                   "\xcd\x3e"
                                   "1234"
                                   "\xd1\x3e"
                                   "12345678");
        const feeds::Decoded all = read(extension + entity + extension + header + extension);
        QCOMPARE(all.vehicles.size(), std::size_t(1));
        QCOMPARE(all.vehicles[0].observedAt, at("2026-10-31T12:00:00Z"));
        QCOMPARE(problemsOf(all), QString());
        const feeds::Decoded twice = read(header + entity + entity);
        QCOMPARE(twice.vehicles.size(), std::size_t(1));
        QCOMPARE(twice.problemCount, 1);
    }

    void lengthsThatLie()
    {
        const QByteArray header = QByteArray::fromStdString(message().SerializeAsString());
        for (const QByteArray& lie : {QByteArray("\x12\x7f"
                                                 "ab"),
                                      QByteArray("\x12\xff\xff\xff\xff\x0f"
                                                 "ab"),
                                      QByteArray("\x12"), QByteArray("\x12\x02\x0a\x7f"), QByteArray("\x0b"),
                                      QByteArray("\x07"), QByteArray("\x80")})
            QVERIFY2(!decoded(standardFeed("gtfs-rt"), header + lie).ok(), lie.toHex().constData());
    }

    void manyEntitiesAreReadInParts()
    {
        Message made = message();
        for (int i = 0; i < 9000; ++i)
            vehicle(made, qPrintable(QStringLiteral("v%1").arg(i)));
        made.mutable_entity(8999)->mutable_vehicle()->mutable_vehicle()->set_id("v3");
        made.mutable_entity(8999)->mutable_vehicle()->set_timestamp(noon - 5);
        made.mutable_entity(7000)->mutable_vehicle()->mutable_position()->set_latitude(95);
        const feeds::Decoded all = read(made);
        QCOMPARE(all.vehicles.size(), std::size_t(8998));
        for (int i : {0, 1, 3, 4499, 4500, 6999})
            QCOMPARE(all.vehicles[static_cast<std::size_t>(i)].id, QStringLiteral("v%1").arg(i));
        QCOMPARE(all.vehicles[7000].id, QStringLiteral("v7001"));
        QCOMPARE(all.vehicles[3].observedAt, at("2026-10-31T11:59:55Z")); // the later record counts
        QCOMPARE(all.problemCount, 2);
        QVERIFY2(problemsOf(all).contains(QStringLiteral("#7001 id=e-v7000")), qPrintable(problemsOf(all)));
    }

    void alertsKeepTheirIdentity()
    {
        Message made = message();
        auto* entity = made.add_entity();
        entity->set_id("A1");
        auto* alert = entity->mutable_alert();
        for (const auto& [language, text] : {std::pair("en", "Works"), std::pair("zh-Hant", "施工")}) {
            auto* one = alert->mutable_header_text()->add_translation();
            one->set_language(language);
            one->set_text(text);
        }
        alert->set_cause(10);
        alert->set_effect(4);
        alert->set_severity_level(3);
        alert->add_informed_entity()->set_route_id("R1");
        alert->add_informed_entity()->set_stop_id("S1");
        const city::Alert first = read(made).alerts.at(0);
        made.mutable_header()->set_timestamp(noon + 600);
        const city::Alert second = read(made).alerts.at(0);
        QCOMPARE(second.sent, first.sent); // ten minutes later it is still the same
        QCOMPARE(first.infos.size(), std::size_t(2));
        QCOMPARE(first.infos[1].headline, QStringLiteral("施工"));
        QCOMPARE(first.infos[0].severity, QStringLiteral("Moderate"));
        QCOMPARE(first.infos[0].areas.at(0).geocodes.size(), std::size_t(2));
        // Without an end it holds as long as it is repeated, however long ago it began.
        alert->add_active_period()->set_start(noon - 30 * 86400);
        const city::Alert old = read(made).alerts.at(0);
        QCOMPARE(old.sent, at("2026-10-01T12:00:00Z"));
        QVERIFY(*old.infos[0].expires > at("2026-11-01T00:00:00Z"));
    }

    void manyAlertsOfOneIdAreOne()
    {
        Message made = message();
        for (int i = 0; i < 50'000; ++i) {
            auto* entity = made.add_entity();
            entity->set_id(i % 2 == 0 ? "same" : "other-" + std::to_string(i));
            entity->mutable_alert()->set_effect(1);
        }
        const feeds::Decoded all = read(made);
        QCOMPARE(all.alerts.size(), std::size_t(25'001));
        QCOMPARE(all.problemCount, 24'999);
    }
};

CITYOPS_TEST(QCoreApplication, GtfsRealtimeTest)
#include "gtfs_realtime_test.moc"
