// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/report_verify.h"

#include "app/commands/command.h"
#include "app/commands/report_orders.h"
#include "app/dashboards/format.h"
#include "app/reports/read_back.h"
#include "app/reports/record.h"
#include "app/reports/write_report.h"

#include <QCoreApplication>
#include <QDir>
#include <QEventLoop>
#include <QFileInfo>
#include <QTemporaryDir>
#include <cstdio>
#include <functional>

namespace app {

namespace {

constexpr std::size_t mostNamed = 20;

void tell(const QString& text)
{
    std::printf("%s\n", qUtf8Printable(text));
}

bool hasDigit(const QString& text)
{
    return std::any_of(text.begin(), text.end(), [](QChar letter) { return letter.isDigit(); });
}

int tellDifferences(const std::vector<Difference>& all)
{
    for (std::size_t i = 0; i < all.size() && i < mostNamed; ++i) {
        const Difference& one = all[i];
        const QString kind = hasDigit(one.told) || hasDigit(one.should) ? inWords(QT_TRANSLATE_NOOP("Command", "Number changed")) : inWords(QT_TRANSLATE_NOOP("Command", "Text changed"));
        tell(inWords(QT_TRANSLATE_NOOP("Command", "%1 at %2: the file says “%3”, the history “%4”.")).arg(kind, one.where, one.told, one.should));
    }
    if (all.size() > mostNamed) tell(inWords(QT_TRANSLATE_NOOP("Command", "and %1 more.")).arg(all.size() - mostNamed));
    return Failed;
}

using Writer = std::function<city::Result<QStringList>(const QString& file)>;

// The file is written anew in its own format and both are read the way any reader would.
int compareFiles(const QString& file, const Report& report, const Writer& write)
{
    QTemporaryDir folder;
    QFileInfo info(file);
    const QString again = folder.filePath(QStringLiteral("again.") + info.suffix().toLower());
    const auto written = write(again);
    if (!written.ok()) return complain(written.problem().toString());
    // One page of several pictures is compared with its like: "brief-3.png".
    QString twin = written->front();
    const QString page = info.completeBaseName().section(QLatin1Char('-'), -1);
    if (written->size() > 1 && !again.endsWith(QLatin1String(".csv"))) twin = written->value(page.toInt() - 1, twin);
    const auto told = readBack(file), should = readBack(twin);
    if (!told.ok()) return complain(told.problem().toString());
    if (!should.ok()) return complain(should.problem().toString());
    const std::vector<Difference> all = differences(*told, *should);
    if (!all.empty()) return tellDifferences(all);
    tell(inWords(QT_TRANSLATE_NOOP("Command", "The report agrees with the history: %1 texts compared, %2 numbers behind them, code %3."))
             .arg(number(static_cast<qsizetype>(told->size()))).arg(number(static_cast<qsizetype>(figuresOf(report).size()))).arg(report.evidence.code));
    return Done;
}

} // namespace

std::vector<ReportInput> gatherReports(const ReportJob& job, QString& wrong)
{
    std::vector<ReportInput> inputs;
    ReportMaking making(job);
    QEventLoop loop;
    QObject::connect(&making, &ReportMaking::gathered, &loop, [&](std::vector<ReportInput> made) {
        inputs = std::move(made);
        loop.quit();
    });
    QObject::connect(&making, &ReportMaking::failed, &loop, [&](const city::Message& why) {
        wrong = why.toString();
        loop.quit();
    });
    QMetaObject::invokeMethod(&making, &ReportMaking::start, Qt::QueuedConnection);
    loop.exec();
    return inputs;
}

// The same report in each language, side by side. What the program says itself is in one language at a
/// time, so each edition is made under its own.
std::vector<std::vector<Edition>> editionsOf(ReportJob job, Language& language, QString& wrong)
{
    std::vector<std::vector<Edition>> editions(job.orders.size());
    for (const QString& one : {QStringLiteral("zh_TW"), QStringLiteral("en")}) {
        language.use(one);
        job.stamp = inWords(QT_TRANSLATE_NOOP("Command", "DEMO DATA"));
        for (ReportOrder& order : job.orders)
            order.language = one;
        const std::vector<ReportInput> inputs = gatherReports(job, wrong);
        if (inputs.empty()) return {};
        for (std::size_t i = 0; i < inputs.size(); ++i)
            editions[i].emplace_back(std::make_shared<const Report>(buildReport(inputs[i])), job.theme);
    }
    return editions;
}

int verifyReport(const QString& codeOrFile, const VerifyFrom& from, Language& language)
{
    const bool isFile = QFileInfo::exists(codeOrFile);
    const auto record = isFile ? recordIn(codeOrFile) : keptRecord(recordFolder(), codeOrFile);
    if (!record.ok()) return complain(QStringLiteral("%1: %2").arg(codeOrFile, record.problem().text.toString()));
    const ReportSpec* spec = from.pack->report(record->order.report);
    if (!spec) return complain(inWords(QT_TRANSLATE_NOOP("Command", "The pack has no report “%1”.")).arg(record->order.report));
    VerifyFrom source = from;
    if (record->invented && source.run.store.isEmpty()) source.run.source = RunOptions::Source::Demo;
    if (source.run.source == RunOptions::Source::Live && source.run.store.isEmpty()) source.run.store = keptFiles(*from.pack, source.run).history;
    ReportJob job{source.pack, source.run, *spec, {record->order}, source.theme, inWords(QT_TRANSLATE_NOOP("Command", "DEMO DATA")), nullptr};
    QString wrong;
    std::shared_ptr<const Report> made;
    Writer write;
    if (record->order.language == bothLanguages) {
        const auto editions = editionsOf(std::move(job), language, wrong);
        if (editions.empty()) return complain(wrong);
        made = editions.front().front().report;
        write = [both = editions.front()](const QString& file) { return writeSideBySide(both, file); };
    } else {
        language.use(record->order.language);
        const std::vector<ReportInput> inputs = gatherReports(job, wrong);
        if (inputs.empty()) return complain(wrong);
        made = std::make_shared<const Report>(buildReport(inputs.front()));
        write = [made, theme = from.theme](const QString& file) { return writeReport(*made, theme, file); };
    }
    const Report& report = *made;
    if (report.evidence.pack != record->pack) tell(inWords(QT_TRANSLATE_NOOP("Command", "The report was made from pack %1; this is %2.")).arg(record->pack, report.evidence.pack));
    const bool sameCode = report.evidence.code == record->code;
    if (isFile) {
        const int status = compareFiles(codeOrFile, report, write);
        if (status == Done && !sameCode) return complain(inWords(QT_TRANSLATE_NOOP("Command", "The file's own record does not fit its numbers: it says %1, they make %2.")).arg(record->code, report.evidence.code));
        return status;
    }
    if (!sameCode) {
        tell(inWords(QT_TRANSLATE_NOOP("Command", "The history makes other numbers now: code %1 instead of %2.")).arg(report.evidence.code, record->code));
        return Failed;
    }
    tell(inWords(QT_TRANSLATE_NOOP("Command", "Every number is made anew from the history: %1 of them, code %2.")).arg(number(static_cast<qsizetype>(figuresOf(report).size()))).arg(report.evidence.code));
    return Done;
}

} // namespace app
