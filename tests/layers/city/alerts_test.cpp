// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/city/alert_standing.h"
#include "tests/support/test_main.h"

using city::Alert;
using city::Instant;

namespace {

const Instant sent = city::fromIso(u"2026-07-15T06:00:00Z").value();
constexpr city::Duration hour{3600'000};

Alert message(const char* id, const char* msgType, QStringList references = {}, const char* status = "Actual")
{
    Alert alert;
    alert.identifier = QString::fromLatin1(id);
    alert.sender = QStringLiteral("cwa.gov.tw");
    alert.sent = sent;
    alert.status = QString::fromLatin1(status);
    alert.msgType = QString::fromLatin1(msgType);
    alert.references = std::move(references);
    alert.infos.emplace_back();
    alert.infos[0].expires = sent + 2 * hour;
    return alert;
}

QString reference(const char* id)
{
    // The same moment in another zone: identity is the moment, not its spelling.
    return QStringLiteral("cwa.gov.tw,%1,2026-07-15T14:00:00+08:00").arg(QString::fromLatin1(id));
}

QString left(const std::vector<Alert>& alerts)
{
    QStringList ids;
    std::vector<const Alert*> messages;
    for (const Alert& alert : alerts)
        messages.push_back(&alert);
    for (const city::AlertStanding& one : city::standings(messages, sent + hour))
        ids << one.alert->identifier;
    return ids.join(QLatin1Char(' '));
}

} // namespace

class AlertsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void inForceFromEffectiveToExpiry()
    {
        Alert alert = message("a", "Alert");
        alert.infos[0].effective = sent + hour / 2;
        QVERIFY(!city::isInForce(alert, sent));
        QVERIFY(city::isInForce(alert, sent + hour / 2));
        QVERIFY(city::isInForce(alert, sent + 2 * hour - city::Duration(1)));
        QVERIFY(!city::isInForce(alert, sent + 2 * hour));
    }

    void withoutExpiryOneDay()
    {
        Alert alert = message("a", "Alert");
        alert.infos[0].expires.reset();
        QVERIFY(city::isInForce(alert, sent + 23 * hour));
        QVERIFY(!city::isInForce(alert, sent + 24 * hour));
        alert.infos.clear();
        QVERIFY(city::isInForce(alert, sent + 23 * hour));
        QVERIFY(!city::isInForce(alert, sent + 24 * hour));
    }

    void oneInformationInForceIsEnough()
    {
        Alert alert = message("a", "Alert");
        alert.infos.push_back(alert.infos[0]);
        alert.infos[0].expires = sent + hour / 2;
        QVERIFY(city::isInForce(alert, sent + hour));
    }

    void onlyActualMessagesCount()
    {
        for (const char* status : {"Exercise", "System", "Test", "Draft", ""})
            QVERIFY2(!city::isInForce(message("a", "Alert", {}, status), sent), status);
        for (const char* type : {"Cancel", "Ack", "Error", ""})
            QVERIFY2(!city::isInForce(message("a", type), sent), type);
    }

    void updateAndCancelRemoveExactlyWhatTheyName()
    {
        QCOMPARE(
            left({message("a", "Alert"), message("b", "Alert"), message("c", "Update", {reference("a")})}),
            QStringLiteral("b c"));
        QCOMPARE(left({message("a", "Alert"), message("b", "Alert"),
                       message("c", "Cancel", {reference("a"), reference("b")})}),
                 QString());
        // Whatever came first; a chain; a reference to nothing known.
        QCOMPARE(left({message("c", "Update", {reference("b")}), message("b", "Update", {reference("a")}),
                       message("a", "Alert")}),
                 QStringLiteral("c"));
        QCOMPARE(left({message("c", "Update", {reference("nobody")}), message("a", "Alert")}),
                 QStringLiteral("c a"));
    }

    void whatDoesNotRemove()
    {
        QCOMPARE(left({message("a", "Update", {reference("a")})}), QStringLiteral("a")); // itself
        QCOMPARE(left({message("a", "Alert"), message("b", "Alert", {reference("a")})}),
                 QStringLiteral("a b")); // not an update
        QCOMPARE(left({message("a", "Alert"), message("b", "Cancel", {reference("a")}, "Test")}),
                 QStringLiteral("a"));
        const QString other = QStringLiteral("cwa.gov.tw,a,2026-07-15T15:00:00+08:00"); // sent later
        QCOMPARE(left({message("a", "Alert"), message("b", "Cancel", {other})}), QStringLiteral("a"));
        QCOMPARE(left({message("a", "Alert"), message("b", "Cancel", {QStringLiteral("a"), QString()})}),
                 QStringLiteral("a"));
    }

    void twiceTheSameIsOne()
    {
        QCOMPARE(left({message("a", "Alert"), message("a", "Alert")}), QStringLiteral("a"));
    }
};

CITYOPS_TEST(QCoreApplication, AlertsTest)
#include "alerts_test.moc"
