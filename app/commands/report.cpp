// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/commands/report_delivery.h"
#include "app/commands/report_orders.h"
#include "app/commands/report_verify.h"
#include "app/reports/record.h"
#include "app/reports/write_report.h"
#include "app/shell/language.h"
#include "app/shell/pack_choice.h"
#include "app/shell/report_making.h"
#include "layers/city/threads.h"

#include <QCoreApplication>
#include <QtConcurrent>
#include <cstdio>
#include <numeric>

namespace app {

namespace {

void addOptions(RunWords& reader)
{
    const auto add = [&reader](const char* name, const char* about, const char* value) {
        reader.add({QLatin1String(name), inWords(about), QLatin1String(value)});
    };
    add("report", QT_TRANSLATE_NOOP("Command", "Which report, by its id; --list names them."), "ID");
    add("place", QT_TRANSLATE_NOOP("Command", "Of which area, by its code or name; otherwise of the whole pack."), "ID");
    add("each", QT_TRANSLATE_NOOP("Command", "One file for each area of this level, as in each district."), "LEVEL");
    add("from", QT_TRANSLATE_NOOP("Command", "Where the time of the report begins, ISO 8601 with an offset."), "TIME");
    add("to", QT_TRANSLATE_NOOP("Command", "Where it ends; otherwise now, or where the demo city opens."), "TIME");
    add("as-of", QT_TRANSLATE_NOOP("Command", "Only what was known then."), "TIME");
    add("note", QT_TRANSLATE_NOOP("Command", "Text by hand, for reports that have room for it."), "TEXT");
    add("mail", QT_TRANSLATE_NOOP("Command", "Also send the files to these e-mail addresses, by the server the pack names."), "ADDRESSES");
    add("webhook", QT_TRANSLATE_NOOP("Command", "Also post them as JSON to this https address; {secret:NAME} in it is filled in."), "URL");
    add("out", QT_TRANSLATE_NOOP("Command", "The file to write: .pdf .html .xlsx .csv .gpkg .geojson .png .svg"), "FILE");
    add("verify", QT_TRANSLATE_NOOP("Command", "Makes a report's numbers anew and says whether they agree."), "CODE-OR-FILE");
    reader.add({QStringLiteral("list"), inWords(QT_TRANSLATE_NOOP("Command", "Lists the reports of the pack."))});
}

struct Written {
    city::Result<QStringList> files;
    ReportRecord record;
    QString title, about;
};

Written written(city::Result<QStringList> files, ReportRecord record, const Report& report)
{
    return {std::move(files), std::move(record), QStringLiteral("%1 – %2").arg(report.title, report.place.isEmpty() ? report.city : report.place),
            QStringLiteral("%1  ·  %2").arg(report.dataTime, report.evidence.code)};
}

int tell(const QList<Written>& all, const Delivery& delivery, const Pack& pack)
{
    int status = Done;
    std::vector<DeliveredReport> reports;
    for (const Written& one : all) {
        if (!one.files.ok()) {
            status = complain(one.files.problem().toString());
            continue;
        }
        keepRecord(recordFolder(), one.record);
        reports.push_back({one.title, one.about, one.record.code, *one.files});
        for (const QString& file : *one.files)
            std::printf("%s  %s\n", qUtf8Printable(one.record.code), qUtf8Printable(file));
    }
    for (const QString& wrong : deliverReports(delivery, pack, reports))
        status = complain(wrong);
    return status;
}

std::vector<std::size_t> numbersTo(std::size_t count)
{
    std::vector<std::size_t> numbers(count);
    std::iota(numbers.begin(), numbers.end(), std::size_t{0});
    return numbers;
}

QList<Written> write(const std::vector<ReportInput>& inputs, const QStringList& files)
{
    return QtConcurrent::blockingMapped<QList<Written>>(&city::workThreads(), numbersTo(inputs.size()), [&](std::size_t i) {
        const Report report = buildReport(inputs[i]);
        return written(writeReport(report, inputs[i].theme, files[static_cast<qsizetype>(i)]), recordOf(report), report);
    });
}

QList<Written> write(const std::vector<std::vector<Edition>>& editions, const QStringList& files)
{
    return QtConcurrent::blockingMapped<QList<Written>>(&city::workThreads(), numbersTo(editions.size()), [&](std::size_t i) {
        return written(writeSideBySide(editions[i], files[static_cast<qsizetype>(i)]), sideBySideRecord(editions[i]), *editions[i].front().report);
    });
}

int list(const Pack& pack, const QString& language)
{
    for (const ReportSpec& spec : pack.reports)
        std::printf("%-22s %s – %s\n", qUtf8Printable(spec.id), qUtf8Printable(spec.title.in(language)), qUtf8Printable(spec.purpose.in(language)));
    return Done;
}

} // namespace

int runReport(const QStringList& asked)
{
    QStringList words = asked;
    const bool both = takeBoth(words);
    RunWords reader(QStringLiteral("report"), inWords(QT_TRANSLATE_NOOP("Command", "Writes a report as PDF, web page, workbook, table or map layer, or verifies one.")));
    addOptions(reader);
    auto run = reader.read(words);
    if (!run) return reader.exitStatus();
    const QString resources = resourceFolder();
    Language language;
    language.use(Language::choose(run->language, {}));
    run->language = language.current();
    const auto theme = widgets::readTheme(resources, QStringLiteral("light")); // paper is white
    if (!theme.ok()) return complain(theme.problem().toString());
    PackReading reading = readPack(packFolder(run->pack, {}, resources), resources);
    if (!reading.pack) {
        for (const city::Problem& problem : reading.problems)
            complain(problem.toString());
        return Failed;
    }
    if (reader.isSet("list")) return list(*reading.pack, language.current());
    if (reader.isSet("verify")) return verifyReport(reader.value("verify"), {reading.pack, *run, *theme}, language);
    ReportWords wanted;
    wanted.language = both ? QString(bothLanguages) : language.current();
    for (const auto& [option, word] : {std::pair("report", &wanted.report), std::pair("place", &wanted.place), std::pair("each", &wanted.each), std::pair("from", &wanted.from),
                                       std::pair("to", &wanted.to), std::pair("as-of", &wanted.asOf), std::pair("note", &wanted.note), std::pair("out", &wanted.out)})
        *word = reader.value(option);
    const ReportPlan plan = planReports(wanted, *reading.pack, *run);
    if (!plan.wrong.isEmpty()) return reader.refuse(plan.wrong);
    const Delivery delivery{Delivery::addresses(reader.value("mail")), reader.value("webhook")};
    if (const QString wrong = problemOf(delivery, *reading.pack); !wrong.isEmpty()) return reader.refuse(wrong);
    ReportJob job{reading.pack, *run, *reading.pack->report(wanted.report), plan.orders, *theme, inWords(QT_TRANSLATE_NOOP("Command", "DEMO DATA")), nullptr};
    QString wrong;
    if (both) {
        const auto editions = editionsOf(std::move(job), language, wrong);
        return editions.empty() ? complain(wrong) : tell(write(editions, plan.files), delivery, *reading.pack);
    }
    const std::vector<ReportInput> inputs = gatherReports(job, wrong);
    return inputs.empty() ? complain(wrong) : tell(write(inputs, plan.files), delivery, *reading.pack);
}

} // namespace app
