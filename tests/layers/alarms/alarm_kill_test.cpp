// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/alarms/alarm_json.h"
#include "layers/history/audit_trail.h"
#include "tests/layers/alarms/small_alarms.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <cstdio>

using namespace small;

namespace {

/// The child: raises an alarm after the other, acknowledges every second one, and says so once it is kept.
int liveUntilKilled(const QString& file, int first)
{
    history::AuditTrail trail(file);
    const auto opened = trail.opened().result();
    if (!opened.ok()) return 1;
    Run run({rule("rain", alarms::Threshold{u("gauge"), u("rain"), alarms::Comparison::AtLeast, 40, 0})});
    run.alarms() = alarms::restored(*opened);
    const alarms::Alarms known = run.alarms();
    for (const auto& [id, alarm] : known.alarms) run.say(qPrintable(alarm.subject.id), 50);
    const auto keep = [&](const char* what, int number) {
        std::vector<QByteArray> entries;
        for (const alarms::Change& change : run.changes) entries.push_back(alarms::entryOf(change));
        run.changes.clear();
        if (!trail.append(entries).result().ok()) std::exit(1);
        std::printf("%s %d\n", what, number);
        std::fflush(stdout);
    };
    for (int i = first;; ++i) {
        const QString gauge = u("g%1").arg(i);
        run.say(qPrintable(gauge), 50);
        run.step();
        keep("raised", i);
        if (i % 2 == 0) continue;
        run.act(alarms::Action::Kind::Acknowledge, qPrintable(u("rain@gauge/") + gauge));
        keep("acknowledged", i);
    }
}

} // namespace

class AlarmKillTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingIsLostAndNothingComesBack()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u("trail"));
        QSet<int> raised, acknowledged;
        for (int round = 0; round < 5; ++round) {
            QProcess child;
            child.start(QCoreApplication::applicationFilePath(), {u("--child"), file, QString::number(round * 1000)});
            QVERIFY(child.waitForStarted());
            QByteArray said;
            while (said.count('\n') < 15 + 7 * round) {
                QVERIFY2(child.waitForReadyRead(30'000), child.readAllStandardError());
                said += child.readAllStandardOutput();
            }
            child.kill();
            child.waitForFinished();
            said += child.readAllStandardOutput();
            for (const QByteArray& line : said.left(said.lastIndexOf('\n')).split('\n'))
                (line.startsWith("raised") ? raised : acknowledged).insert(line.split(' ').value(1).toInt());
            const auto check = history::AuditTrail::verify(file);
            QVERIFY(check.ok());
            QCOMPARE(check->brokenAt, 0);
            const auto entries = history::AuditTrail::read(file);
            QVERIFY(entries.ok());
            const alarms::Alarms after = alarms::restored(*entries);
            for (const int one : std::as_const(raised)) {
                const auto found = after.alarms.find(u("rain@gauge/g%1").arg(one));
                QVERIFY2(found != after.alarms.end(), "an alarm disappeared");
                if (acknowledged.contains(one)) QCOMPARE(found->second.state(), alarms::State::Acknowledged);
                if (one % 2 == 0) QCOMPARE(found->second.state(), alarms::State::Unacknowledged);
            }
        }
        QVERIFY(raised.size() > 40 && acknowledged.size() > 20);
    }

    void aTornLineIsCutOffAndTold()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u("trail"));
        {
            history::AuditTrail trail(file);
            QVERIFY(trail.append({QByteArrayLiteral("{\"a\":1}"), QByteArrayLiteral("{\"a\":2}")}).result().ok());
        }
        QFile torn(file);
        QVERIFY(torn.open(QIODevice::Append) && torn.write("0123456789") == 10);
        torn.close();
        QCOMPARE(history::AuditTrail::verify(file)->tornBytes, 10);
        history::AuditTrail trail(file);
        QVERIFY(trail.opened().result().ok());
        QCOMPARE(trail.append({QByteArrayLiteral("{\"a\":3}")}).result().value(), 4);
        const auto check = history::AuditTrail::verify(file);
        QCOMPARE(check->entries, 4);
        QCOMPARE(check->tornBytes, 0);
        QVERIFY(history::AuditTrail::read(file)->at(2).contains("torn"));
    }

    void whatWasChangedOrCutOffShows()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u("trail"));
        std::vector<QByteArray> entries;
        for (int i = 0; i < 10; ++i) entries.push_back(QByteArrayLiteral("{\"n\":") + QByteArray::number(i) + '}');
        {
            history::AuditTrail trail(file);
            QVERIFY(trail.append(entries).result().ok());
        }
        const QByteArray head = history::AuditTrail::verify(file)->head;
        QFile whole(file);
        QVERIFY(whole.open(QIODevice::ReadOnly));
        const QByteArray good = whole.readAll();
        const auto write = [&](const QByteArray& bytes) {
            QFile out(file);
            return out.open(QIODevice::WriteOnly | QIODevice::Truncate) && out.write(bytes) == bytes.size();
        };
        QVERIFY(write(QByteArray(good).replace("{\"n\":4}", "{\"n\":5}")));
        QCOMPARE(history::AuditTrail::verify(file)->brokenAt, 5);
        history::AuditTrail changed(file);
        QVERIFY2(!changed.opened().result().ok(), "a trail somebody changed is not written on");
        const qsizetype lastLine = good.lastIndexOf('\n', good.size() - 2) + 1;
        QVERIFY(write(good.left(lastLine)));
        QCOMPARE(history::AuditTrail::verify(file)->brokenAt, 0);
        QVERIFY(!history::AuditTrail::verify(file, head)->hasHead);
        QVERIFY(write(good));
        QVERIFY(history::AuditTrail::verify(file, head)->hasHead);
    }

    void oneWritesAtATime()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u("trail"));
        history::AuditTrail one(file);
        QVERIFY(one.opened().result().ok());
        history::AuditTrail other(file);
        QVERIFY(!other.opened().result().ok());
        QVERIFY(!other.append({QByteArrayLiteral("{}")}).result().ok());
    }
};

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.value(1) == u"--child") return liveUntilKilled(words.value(2), words.value(3).toInt());
    AlarmKillTest test;
    return runTest(test, argc, argv);
}
#include "alarm_kill_test.moc"
