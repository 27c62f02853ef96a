// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"

#include <QDateTime>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace {

struct Ran {
    int status = -1;
    QString said, complained;
};

Ran run(const QString& program, const QStringList& words, const QString& home)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_DATA_HOME"_s, home);
    environment.insert(u"XDG_CONFIG_HOME"_s, home);
    process.setProcessEnvironment(environment);
    process.start(program, words);
    if (!process.waitForFinished(240'000)) process.kill();
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

QByteArray contentOf(const QString& file)
{
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

} // namespace

/// `cityops report` and `cityops schedule` as a person types them, on the demo city.
class ReportCommandTest : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;

    QString path(const QString& name) const { return m_folder.filePath(name); }
    Ran cityops(const QStringList& words) const { return run(QStringLiteral(CITYOPS_PROGRAM), words, m_folder.path()); }
    Ran report(QStringList words) const
    {
        return cityops(QStringList{u"report"_s, u"--pack"_s, qEnvironmentVariable("CITYOPS_RESOURCES") + u"/packs/taipei"_s} + words);
    }

private Q_SLOTS:
    void theReportsOfThePackAreListed()
    {
        const Ran ran = report({u"--list"_s, u"--lang"_s, u"zh_TW"_s});
        QCOMPARE(ran.status, 0);
        for (const char* id : {"morning-brief", "situation-report", "district-profile", "air-quality-month", "traffic-week", "after-action-review", "feed-attainment"})
            QVERIFY2(ran.said.contains(QLatin1String(id)), id);
        QVERIFY(ran.said.contains(u"晨間簡報"_s));
    }

    void anUntouchedReportIsVerifiedByFileAndByCode()
    {
        const QString file = path(u"brief.csv"_s);
        const Ran made = report({u"--demo"_s, u"--report"_s, u"morning-brief"_s, u"--place"_s, u"信義區"_s, u"--out"_s, file});
        QVERIFY2(made.status == 0, qPrintable(made.complained));
        const QString code = made.said.section(u' ', 0, 0);
        QCOMPARE(code.size(), 11);
        const Ran yes = report({u"--verify"_s, file});
        QVERIFY2(yes.status == 0, qPrintable(yes.said + yes.complained));
        QVERIFY(yes.said.contains(code));
        const Ran known = report({u"--verify"_s, code});
        QVERIFY2(known.status == 0, qPrintable(known.said + known.complained));
        QVERIFY(report({u"--verify"_s, u"AAAAA-AAAAA"_s}).status == 1);
    }

    void aTamperedReportIsFoundOut()
    {
        const QString file = path(u"tampered.html"_s);
        QCOMPARE(report({u"--demo"_s, u"--report"_s, u"morning-brief"_s, u"--out"_s, file}).status, 0);
        QByteArray text = contentOf(file);
        static const QRegularExpression number(u"(<dt>Worst AQI</dt>.*?)<data value=\"(\\d+)\""_s);
        const auto match = number.match(QString::fromUtf8(text));
        QVERIFY(match.hasMatch());
        const QByteArray was = "<data value=\"" + match.captured(2).toUtf8() + "\"";
        text.replace(text.indexOf(was, text.indexOf("<dt>Worst AQI</dt>")), was.size(), "<data value=\"7\"");
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(text);
        out.close();
        const Ran no = report({u"--verify"_s, file});
        QCOMPARE(no.status, 1);
        QVERIFY2(no.said.contains(u"7"_s) && no.said.contains(match.captured(2)), qPrintable(no.said));
    }

    void everyNumberAgreesWithAQueryOfTheHistory()
    {
        const QString pack = qEnvironmentVariable("CITYOPS_RESOURCES") + u"/packs/taipei"_s, store = path(u"store.gpkg"_s);
        cityops({u"collect"_s, u"--pack"_s, pack, u"--demo"_s, u"--once"_s, u"--store"_s, store}); // a feed of the demo city is broken: its status is 1
        QVERIFY(QFile::exists(store));
        QCOMPARE(report({u"--demo"_s, u"--report"_s, u"morning-brief"_s, u"--out"_s, path(u"when.csv"_s)}).status, 0);
        const QString opens = QJsonDocument::fromJson(contentOf(path(u"when.csv-metadata.json"_s))).object().value(u"dc:date"_s).toString();
        const QDateTime at = QDateTime::fromString(opens, Qt::ISODate).addSecs(120);
        QVERIFY(at.isValid());
        const QString file = path(u"places.geojson"_s);
        const Ran made = report({u"--store"_s, store, u"--report"_s, u"morning-brief"_s, u"--to"_s, at.toString(Qt::ISODate), u"--out"_s, file});
        QVERIFY2(made.status == 0, qPrintable(made.complained));
        const Ran asked = cityops({u"query"_s, u"--store"_s, store, u"--quantity"_s, u"rain.1h"_s, u"--from"_s, at.addDays(-1).toString(Qt::ISODate), u"--to"_s, at.toString(Qt::ISODate)});
        QVERIFY2(asked.status == 0, qPrintable(asked.complained));
        int compared = 0;
        for (const QJsonValue& one : QJsonDocument::fromJson(contentOf(file)).object().value(u"features"_s).toArray()) {
            const QJsonObject place = one.toObject().value(u"properties"_s).toObject();
            if (place.value(u"quantity"_s).toString() != u"rain.1h"_s) continue;
            ++compared;
            const QRegularExpression row(u"%1[^\n]*,%2,"_s.arg(QRegularExpression::escape(place.value(u"place"_s).toVariant().toString()),
                                                              QRegularExpression::escape(QString::number(place.value(u"value"_s).toDouble(), 'g', 12))));
            QVERIFY2(row.match(asked.said + u",\n"_s).hasMatch(), qPrintable(place.value(u"name"_s).toString() + u'\n' + asked.said.left(300)));
        }
        QVERIFY2(compared > 10, qPrintable(QString::number(compared)));
        const Ran yes = report({u"--store"_s, store, u"--verify"_s, file});
        QVERIFY2(yes.status == 0, qPrintable(yes.said + yes.complained));
    }

    void eachDistrictHasItsFile()
    {
        QDir().mkpath(path(u"each"_s));
        const Ran ran = report({u"--demo"_s, u"--report"_s, u"feed-attainment"_s, u"--each"_s, u"district"_s, u"--place"_s, u"臺北市"_s, u"--out"_s, path(u"each/city.csv"_s)});
        QVERIFY2(ran.status == 0, qPrintable(ran.complained));
        QCOMPARE(QDir(path(u"each"_s)).entryList({u"*.csv"_s}).size(), qsizetype(12));
    }

    void aBrowserShowsThePage()
    {
        QString browser;
        for (const char* name : {"chromium", "chromium-browser", "google-chrome"})
            if (browser.isEmpty()) browser = QStandardPaths::findExecutable(QLatin1String(name));
        if (browser.isEmpty()) QSKIP("no headless browser (chromium) is here");
        const QString file = path(u"page.html"_s);
        const Ran made = report({u"--demo"_s, u"--report"_s, u"morning-brief"_s, u"--lang"_s, u"zh_TW"_s, u"--out"_s, file});
        QVERIFY2(made.status == 0, qPrintable(made.complained));
        const Ran shown = run(browser, {u"--headless"_s, u"--no-sandbox"_s, u"--disable-gpu"_s, u"--disable-dev-shm-usage"_s, u"--virtual-time-budget=2000"_s,
                                        u"--user-data-dir="_s + path(u"browser"_s), u"--dump-dom"_s, u"file://"_s + file}, m_folder.path());
        if (shown.said.isEmpty()) QSKIP("the browser cannot run here");
        QVERIFY(shown.said.contains(u"晨間簡報"_s) && shown.said.contains(u"<svg"_s) && shown.said.contains(made.said.section(u' ', 0, 0)));
        QVERIFY(!contentOf(file).contains("http://") || !contentOf(file).contains("src=\"http"));
    }

    void wrongWordsAreNamed_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("says");
        const QString out = QDir::tempPath() + u"/never.pdf"_s;
        QTest::newRow("no report") << QStringList{u"--demo"_s, u"--out"_s, out} << u"--report"_s;
        QTest::newRow("unknown report") << QStringList{u"--demo"_s, u"--report"_s, u"brief"_s, u"--out"_s, out} << u"morning-brief"_s;
        QTest::newRow("ending") << QStringList{u"--demo"_s, u"--report"_s, u"morning-brief"_s, u"--out"_s, u"x.docx"_s} << u"pdf"_s;
        QTest::newRow("place") << QStringList{u"--demo"_s, u"--report"_s, u"morning-brief"_s, u"--place"_s, u"Atlantis"_s, u"--out"_s, out} << u"Atlantis"_s;
        QTest::newRow("level") << QStringList{u"--demo"_s, u"--report"_s, u"morning-brief"_s, u"--each"_s, u"street"_s, u"--out"_s, out} << u"district"_s;
        QTest::newRow("time") << QStringList{u"--demo"_s, u"--report"_s, u"morning-brief"_s, u"--from"_s, u"yesterday"_s, u"--out"_s, out} << u"yesterday"_s;
        QTest::newRow("backwards") << QStringList{u"--demo"_s, u"--report"_s, u"morning-brief"_s, u"--from"_s, u"2030-01-01T00:00:00Z"_s, u"--out"_s, out} << u"--from"_s;
    }
    void wrongWordsAreNamed()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, says);
        const Ran ran = report(words);
        QCOMPARE(ran.status, 2);
        QVERIFY2(ran.complained.contains(says), qPrintable(ran.complained));
    }

    void aTimerIsWritten()
    {
        const Ran ran = cityops({u"schedule"_s, u"--pack"_s, qEnvironmentVariable("CITYOPS_RESOURCES") + u"/packs/taipei"_s, u"--report"_s, u"morning-brief"_s, u"--when"_s, u"06:30"_s,
                                 u"--store"_s, u"city.gpkg"_s, u"--units"_s, path(u"units"_s), u"--out"_s, path(u"brief 100 %.pdf"_s)});
        QVERIFY2(ran.status == 0, qPrintable(ran.complained));
        const QByteArray service = contentOf(path(u"units/cityops-taipei-morning-brief.service"_s));
        QVERIFY2(service.contains("\"--report\" \"morning-brief\"") && service.contains("brief 100 %%.pdf"), service.constData());
        QVERIFY(contentOf(path(u"units/cityops-taipei-morning-brief.timer"_s)).contains("OnCalendar=*-*-* 06:30:00 Asia/Taipei"));
        QCOMPARE(cityops({u"schedule"_s, u"--pack"_s, u"taipei"_s, u"--report"_s, u"morning-brief"_s, u"--when"_s, u"dawn"_s, u"--out"_s, u"x.pdf"_s}).status, 2);
    }

    void everyCommandIsInTheManPageAndTheCompletion()
    {
        const QString help = cityops({u"--help"_s}).said;
        const QString resources = qEnvironmentVariable("CITYOPS_RESOURCES");
        const QByteArray man = contentOf(resources + u"/man/cityops.1"_s), completion = contentOf(resources + u"/completion/cityops"_s);
        static const QRegularExpression verb(u"^  ([a-z]+) {2,}"_s, QRegularExpression::MultilineOption);
        int seen = 0;
        for (auto match = verb.globalMatch(help); match.hasNext(); ++seen) {
            const QByteArray name = match.next().captured(1).toLatin1();
            QVERIFY2(man.contains("\n.B " + name), name.constData());
            QVERIFY2(QRegularExpression(u"commands=\"[^\"]*\\b%1\\b"_s.arg(QString::fromLatin1(name))).match(QString::fromUtf8(completion)).hasMatch(), name.constData());
        }
        QVERIFY(seen >= 12);
    }
};

CITYOPS_TEST(QCoreApplication, ReportCommandTest)
#include "report_test.moc"
