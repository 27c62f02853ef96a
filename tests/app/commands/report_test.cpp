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
#include <QTcpServer>
#include <QTcpSocket>
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

const QString python = u"/usr/bin/python3"_s; // that of the system: the readers are its packages

QString tool(const QString& name)
{
    return QStandardPaths::findExecutable(name);
}

QString browserHere()
{
    for (const char* name : {"chromium", "chromium-headless-shell", "chromium-browser", "google-chrome"})
        if (const QString found = tool(QLatin1String(name)); !found.isEmpty()) return found;
    return {};
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

    /// The page as a browser without a window has it once it is shown.
    QString shownBy(const QString& browser, const QString& file) const
    {
        const Ran ran = run(browser, {u"--headless"_s, u"--no-sandbox"_s, u"--disable-gpu"_s, u"--disable-dev-shm-usage"_s, u"--virtual-time-budget=2000"_s,
                                      u"--user-data-dir="_s + path(u"browser"_s), u"--dump-dom"_s, u"file://"_s + file}, m_folder.path());
        return ran.said.isEmpty() ? ran.complained : ran.said;
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

    void aTamperedReportIsFoundOut_data()
    {
        QTest::addColumn<QString>("ending");
        for (const char* ending : {"pdf", "html", "xlsx", "csv", "gpkg"})
            QTest::newRow(ending) << QString::fromLatin1(ending);
    }
    /// Untouched it agrees; with one number changed, that number is named as the file has it and as it should be.
    void aTamperedReportIsFoundOut()
    {
        QFETCH(QString, ending);
        const QString tamper = QStringLiteral(CITYOPS_SUPPORT) + u"/tamper_report.py"_s;
        if (!QFile::exists(python) || (ending == u"pdf"_s && tool(u"qpdf"_s).isEmpty()) || (ending == u"gpkg"_s && tool(u"ogrinfo"_s).isEmpty()))
            QSKIP("python3, qpdf or ogrinfo is not here");
        const QString file = path(u"tampered."_s + ending);
        QCOMPARE(report({u"--demo"_s, u"--report"_s, u"morning-brief"_s, u"--out"_s, file}).status, 0);
        const Ran yes = report({u"--verify"_s, file});
        QVERIFY2(yes.status == 0, qPrintable(yes.said + yes.complained));
        // Of the map layer a place's rain, of the others the worst air of all districts.
        const QString was = ending == u"gpkg"_s ? u"61.5"_s : u"107"_s, now = ending == u"gpkg"_s ? u"16.5"_s : u"701"_s;
        const Ran changed = run(python, {tamper, file, was, now}, m_folder.path());
        QVERIFY2(changed.status == 0, qPrintable(changed.complained));
        const Ran no = report({u"--verify"_s, file});
        QCOMPARE(no.status, 1);
        const bool named = no.said.contains(u"the file says “%1”"_s.arg(now)) && no.said.contains(u"the history “%1”"_s.arg(was));
        const bool inALine = ending == u"pdf"_s && no.said.contains(now) && no.said.contains(was); // a line of text may hold more
        QVERIFY2(no.said.startsWith(u"Number changed at "_s) && (named || inALine), qPrintable(no.said + no.complained));
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
        const QString browser = browserHere();
        if (!QFile::exists(python) || tool(u"ogr2ogr"_s).isEmpty() || tool(u"pdftotext"_s).isEmpty() || browser.isEmpty())
            QSKIP("python3, ogr2ogr, pdftotext or a headless browser (chromium) is not here");
        for (const QString& ending : {u"csv"_s, u"xlsx"_s, u"html"_s, u"gpkg"_s, u"pdf"_s}) {
            const Ran made = report({u"--store"_s, store, u"--report"_s, u"morning-brief"_s, u"--to"_s, at.toString(Qt::ISODate), u"--out"_s, path(u"same."_s + ending)});
            QVERIFY2(made.status == 0, qPrintable(made.complained));
        }
        QFile dom(path(u"same.dom"_s));
        QVERIFY(dom.open(QIODevice::WriteOnly));
        dom.write(shownBy(browser, path(u"same.html"_s)).toUtf8());
        dom.close();
        // Readers that know nothing of the program, against what `query` says: see the script.
        const Ran same = run(python, {QStringLiteral(CITYOPS_SUPPORT) + u"/report_numbers.py"_s, QStringLiteral(CITYOPS_PROGRAM), pack, store, at.toUTC().toString(Qt::ISODate), path(u"same"_s)}, m_folder.path());
        if (same.complained.contains(u"No module named"_s)) QSKIP("python3-openpyxl is not here");
        QVERIFY2(same.status == 0, qPrintable(same.said + same.complained));
        for (const char* counted : {"xlsx", "html", "gpkg", "query", "pdf"})
            QVERIFY2(same.said.contains(QLatin1String(counted) + u' '), qPrintable(same.said));
        const Ran yes = report({u"--store"_s, store, u"--verify"_s, path(u"same.pdf"_s)});
        QVERIFY2(yes.status == 0, qPrintable(yes.said + yes.complained));
    }

    void bothLanguagesStandSideBySide()
    {
        const QString file = path(u"both.pdf"_s);
        const Ran made = report({u"--demo"_s, u"--report"_s, u"morning-brief"_s, u"--lang"_s, u"both"_s, u"--out"_s, file});
        QVERIFY2(made.status == 0, qPrintable(made.complained));
        const Ran yes = report({u"--verify"_s, file});
        QVERIFY2(yes.status == 0, qPrintable(yes.said + yes.complained));
        QCOMPARE(report({u"--demo"_s, u"--report"_s, u"morning-brief"_s, u"--lang"_s, u"both"_s, u"--out"_s, path(u"both.csv"_s)}).status, 2);
        if (tool(u"pdftotext"_s).isEmpty()) QSKIP("pdftotext is not here");
        const QString text = run(tool(u"pdftotext"_s), {u"-layout"_s, file, u"-"_s}, m_folder.path()).said;
        QVERIFY2(text.contains(u"晨間簡報"_s) && text.contains(u"Morning brief"_s), qPrintable(text.left(2000)));
        QVERIFY(contentOf(file).contains("/Lang (en)") && contentOf(file).contains("/Lang (zh-TW)"));
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
        const QString browser = browserHere();
        if (browser.isEmpty()) QSKIP("no headless browser (chromium) is here");
        const QString file = path(u"page.html"_s);
        const Ran made = report({u"--demo"_s, u"--report"_s, u"morning-brief"_s, u"--lang"_s, u"zh_TW"_s, u"--out"_s, file});
        QVERIFY2(made.status == 0, qPrintable(made.complained));
        const QString shown = shownBy(browser, file);
        QVERIFY2(shown.contains(u"晨間簡報"_s) && shown.contains(u"<svg"_s) && shown.contains(made.said.section(u' ', 0, 0)), qPrintable(shown.left(500)));
        // It asks nobody for anything.
        static const QRegularExpression foreign(u"(src|href)=\"(https?:)?//"_s);
        QVERIFY(!QString::fromUtf8(contentOf(file)).contains(foreign));
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
        QTest::newRow("address") << QStringList{u"--demo"_s, u"--report"_s, u"morning-brief"_s, u"--mail"_s, u"nobody"_s, u"--out"_s, out} << u"nobody"_s;
        QTest::newRow("webhook") << QStringList{u"--demo"_s, u"--report"_s, u"morning-brief"_s, u"--webhook"_s, u"http://example.org/in"_s, u"--out"_s, out} << u"https"_s;
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

    /// A webhook gets the file itself, with its title and code.
    void aReportIsPosted()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        QByteArray got;
        connect(&server, &QTcpServer::newConnection, this, [&] {
            QTcpSocket* socket = server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [&got, socket] {
                got += socket->readAll();
                static const QRegularExpression length(u"content-length: (\\d+)"_s, QRegularExpression::CaseInsensitiveOption);
                const qsizetype head = got.indexOf("\r\n\r\n");
                if (head < 0 || got.size() < head + 4 + length.match(QString::fromLatin1(got.left(head))).captured(1).toLongLong()) return;
                socket->write("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");
                socket->disconnectFromHost();
            });
        });
        QProcess process;
        process.start(QStringLiteral(CITYOPS_PROGRAM), {u"report"_s, u"--pack"_s, qEnvironmentVariable("CITYOPS_RESOURCES") + u"/packs/taipei"_s, u"--demo"_s, u"--report"_s, u"feed-attainment"_s,
                                                         u"--out"_s, path(u"posted.csv"_s), u"--webhook"_s, u"http://127.0.0.1:%1/in"_s.arg(server.serverPort())});
        QTRY_VERIFY_WITH_TIMEOUT(process.state() == QProcess::NotRunning, 120'000);
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
        const QJsonObject told = QJsonDocument::fromJson(got.mid(got.indexOf("\r\n\r\n") + 4)).object();
        QCOMPARE(told.value(u"code"_s).toString(), QString::fromUtf8(process.readAllStandardOutput()).section(u' ', 0, 0));
        const QJsonObject file = told.value(u"files"_s).toArray().first().toObject();
        QCOMPARE(file.value(u"name"_s).toString(), u"posted.csv"_s);
        QCOMPARE(QByteArray::fromBase64(file.value(u"base64"_s).toString().toLatin1()), contentOf(path(u"posted.csv"_s)));
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
