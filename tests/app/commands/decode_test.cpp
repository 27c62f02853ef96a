// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"

#include <QDir>
#include <QProcess>

/// `cityops decode` as a person runs it: golden payloads, and how it ends.
class DecodeTest : public QObject {
    Q_OBJECT

    struct Run {
        int status = -1;
        QByteArray out, complaint;
    };

    static Run run(const QStringList& words, const QByteArray& input = {})
    {
        QProcess process;
        process.start(QStringLiteral(CITYOPS_PROGRAM), QStringList{QStringLiteral("decode")} + words);
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(60000)) return {};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

    static QString golden(const char* file)
    {
        return QStringLiteral(CITYOPS_TEST_DATA "/decode/") + QString::fromLatin1(file);
    }

    static QByteArray contentOf(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void goldenPayloads_data()
    {
        QTest::addColumn<QString>("name");
        const QDir folder(QStringLiteral(CITYOPS_TEST_DATA "/decode"));
        for (const QString& file : folder.entryList({QStringLiteral("*.payload")}))
            QTest::newRow(qPrintable(file)) << folder.filePath(file.section(QLatin1Char('.'), 0, 0));
    }
    void goldenPayloads()
    {
        QFETCH(QString, name);
        const bool mapped = QFile::exists(name + QStringLiteral(".yaml"));
        const QString format = QString::fromLatin1(contentOf(name + QStringLiteral(".format")).trimmed());
        // A mapping of its own, one of the mappings of tests/app/packs, or a format that needs none.
        const QString shared = QString::fromLatin1(contentOf(name + QStringLiteral(".mapping")).trimmed());
        const QString spec = shared.isEmpty() ? name + QStringLiteral(".yaml")
                                              : QStringLiteral(CITYOPS_TEST_DATA "/../../packs/data/feeds/") +
                                                    shared + QStringLiteral(".yaml");
        QStringList how = mapped || !shared.isEmpty() ? QStringList{QStringLiteral("--spec"), spec}
                                                      : QStringList{QStringLiteral("--format"), format};
        const QFileInfo base(name); // NAME@JOIN is the document that is joined under JOIN
        for (const QFileInfo& joined : base.dir().entryInfoList({base.fileName() + QStringLiteral("@*")}))
            how << QStringLiteral("--join")
                << joined.fileName().section(QLatin1Char('@'), 1) + QLatin1Char('=') + joined.filePath();
        const Run done = run(how + QStringList{name + QStringLiteral(".payload")});
        QCOMPARE(QString::fromUtf8(done.out),
                 QString::fromUtf8(contentOf(name + QStringLiteral(".expected"))));
        QCOMPARE(QString::fromUtf8(done.complaint), QString());
        QCOMPARE(done.status, 0);
    }

    void fromStandardInput()
    {
        const Run done = run({QStringLiteral("--format"), QStringLiteral("cap"), QStringLiteral("-")},
                             contentOf(golden("rain.payload")));
        QCOMPARE(done.status, 0);
        QCOMPARE(done.out, contentOf(golden("rain.expected")));
    }

    void recognised()
    {
        for (const char* name : {"rain", "alerts-json", "scooters", "quakeml", "quakes-text", "units",
                                 "road-weather", "sensors", "schedule", "closures-xml"}) {
            const QByteArray file(name);
            const Run done = run({golden(file + ".payload")});
            QVERIFY2(done.status == 0, name);
            QCOMPARE(done.out, contentOf(golden(file + ".expected")));
            QVERIFY2(done.complaint.startsWith("read as " + contentOf(golden(file + ".format")).trimmed()),
                     done.complaint.constData());
        }
        const Run plain = run({golden("bikes.payload")}); // a list of somebody's own
        QCOMPARE(plain.status, 2);
        QVERIFY(plain.out.isEmpty() && !plain.complaint.isEmpty());
    }

    void validAndEmpty()
    {
        const QByteArray zeros = "{\"type\":\"summary\",\"places\":0,\"observations\":0,\"alerts\":0,"
                                 "\"events\":0,\"vehicles\":0,\"problems\":0}\n";
        const Run done =
            run({QStringLiteral("--spec"), golden("bikes.yaml"), QStringLiteral("-")}, "{\"data\":[]}");
        QCOMPARE(done.out, zeros);
        QCOMPARE(done.status, 0);
    }

    void refused()
    {
        for (const char* payload : {"", "{\"data\":[", "<html><title>Busy</title>", "{\"other\":1}"}) {
            const Run done =
                run({QStringLiteral("--spec"), golden("bikes.yaml"), QStringLiteral("-")}, payload);
            QCOMPARE(done.status, 1);
            QVERIFY2(done.out.startsWith("{\"type\":\"problem\""), payload);
            QVERIFY2(done.out.endsWith("\"problems\":1}\n"), payload);
        }
        const Run missing = run({QStringLiteral("--format"), QStringLiteral("cap"), golden("nothing.here")});
        QCOMPARE(missing.status, 1);
    }

    void wrongUsage()
    {
        const QString cap = QStringLiteral("cap"), format = QStringLiteral("--format"),
                      payload = golden("rain.payload");
        for (const QStringList& words :
             std::vector<QStringList>{{},
                                      {format, cap},
                                      {format, QStringLiteral("morse"), payload},
                                      {format, QStringLiteral("json"), payload},
                                      {format, cap, payload, payload},
                                      {format, cap, QStringLiteral("--spec"), payload, payload},
                                      {QStringLiteral("--feed"), cap, payload},
                                      {QStringLiteral("--nonsense"), payload}}) {
            const Run done = run(words);
            QVERIFY2(done.status == 2, qPrintable(words.join(QLatin1Char(' '))));
            QVERIFY(done.out.isEmpty() && !done.complaint.isEmpty());
        }
    }

    void help()
    {
        const Run done = run({QStringLiteral("--help")});
        QCOMPARE(done.status, 0);
        QVERIFY(done.out.contains("Usage: cityops decode"));
    }
};

CITYOPS_TEST(QCoreApplication, DecodeTest)
#include "decode_test.moc"
