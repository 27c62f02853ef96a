// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/commands/report_delivery.h"
#include "app/commands/report_orders.h"
#include "app/reports/timer_units.h"
#include "app/reports/write_report.h"
#include "app/shell/language.h"
#include "app/shell/pack_choice.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>
#include <cstdio>

namespace app {

namespace {

void addOptions(RunWords& reader)
{
    const auto add = [&reader](const char* name, const char* about, const char* value) {
        reader.add({QLatin1String(name), inWords(about), QLatin1String(value)});
    };
    add("report", QT_TRANSLATE_NOOP("Command", "Which report, by its id."), "ID");
    add("place", QT_TRANSLATE_NOOP("Command", "Of which area, by its code or name; otherwise of the whole pack."), "ID");
    add("each", QT_TRANSLATE_NOOP("Command", "One file for each area of this level, as in each district."), "LEVEL");
    add("when", QT_TRANSLATE_NOOP("Command", "“06:30”, “Mon 06:30” or “monthly 06:30”, by the clocks of the city."), "TIME");
    add("mail", QT_TRANSLATE_NOOP("Command", "Also send the files to these e-mail addresses, by the server the pack names."), "ADDRESSES");
    add("webhook", QT_TRANSLATE_NOOP("Command", "Also post them as JSON to this https address; {secret:NAME} in it is filled in."), "URL");
    add("out", QT_TRANSLATE_NOOP("Command", "The file to write each time."), "FILE");
    add("units", QT_TRANSLATE_NOOP("Command", "Where the units go; otherwise where systemd looks for a user's own."), "DIR");
}

QString unitFolder(const RunWords& reader)
{
    if (reader.isSet("units")) return reader.value("units");
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + QStringLiteral("/systemd/user");
}

/// What the timer will run, with every path whole: systemd starts it elsewhere.
QStringList wordsOf(const RunWords& reader, const RunOptions& run, const QString& pack, bool both)
{
    QStringList words{QStringLiteral("report"), QStringLiteral("--pack"), QDir(pack).absolutePath()};
    for (const char* name : {"report", "place", "each", "mail", "webhook"})
        if (reader.isSet(name)) words << QStringLiteral("--") + QLatin1String(name) << reader.value(name);
    if (!run.store.isEmpty()) words << QStringLiteral("--store") << QDir().absoluteFilePath(run.store);
    if (run.source == RunOptions::Source::Demo) words << QStringLiteral("--demo");
    if (both || !run.language.isEmpty()) words << QStringLiteral("--lang") << (both ? QString(bothLanguages) : run.language);
    return words << QStringLiteral("--out") << QDir().absoluteFilePath(reader.value("out"));
}

} // namespace

int runSchedule(const QStringList& asked)
{
    QStringList words = asked;
    const bool both = takeBoth(words);
    RunWords reader(QStringLiteral("schedule"), inWords(QT_TRANSLATE_NOOP("Command", "Writes a systemd timer that makes a report again and again.")));
    addOptions(reader);
    const auto run = reader.read(words);
    if (!run) return reader.exitStatus();
    const QString resources = resourceFolder();
    Language language;
    language.use(Language::choose(run->language, {}));
    const auto calendar = calendarOf(reader.value("when"));
    if (!calendar) return reader.refuse(inWords(QT_TRANSLATE_NOOP("Command", "--when needs a time like “06:30”, “Mon 06:30” or “monthly 06:30”, not “%1”.")).arg(reader.value("when")));
    const QString folder = packFolder(run->pack, {}, resources);
    const PackReading reading = readPack(folder, resources);
    if (!reading.pack) return complain(reading.problems.empty() ? folder : reading.problems.front().toString());
    // The same words are understood now as will be when the timer runs: a mistake shows here, not at half past six.
    ReportWords wanted;
    wanted.report = reader.value("report");
    wanted.place = reader.value("place");
    wanted.each = reader.value("each");
    wanted.out = reader.value("out");
    wanted.language = both ? QString(bothLanguages) : language.current();
    const ReportPlan plan = planReports(wanted, *reading.pack, *run);
    if (!plan.wrong.isEmpty()) return reader.refuse(plan.wrong);
    if (const QString wrong = problemOf({Delivery::addresses(reader.value("mail")), reader.value("webhook")}, *reading.pack); !wrong.isEmpty()) return reader.refuse(wrong);

    const QString name = QStringLiteral("cityops-%1-%2").arg(reading.pack->id, wanted.report);
    const QString title = QStringLiteral("CityOps: %1, %2").arg(reading.pack->report(wanted.report)->title.in(language.current()), reading.pack->title.in(language.current()));
    const QString into = unitFolder(reader);
    if (!QDir().mkpath(into)) return complain(inWords(QT_TRANSLATE_NOOP("Command", "The folder %1 cannot be made.")).arg(into));
    const auto service = writeWhole(into + QLatin1Char('/') + name + QStringLiteral(".service"), serviceUnit(title, QCoreApplication::applicationFilePath(), wordsOf(reader, *run, folder, both)));
    if (!service.ok()) return complain(service.problem().toString());
    const auto timer = writeWhole(into + QLatin1Char('/') + name + QStringLiteral(".timer"), timerUnit(title, *calendar, QString::fromLatin1(reading.pack->zone.id())));
    if (!timer.ok()) return complain(timer.problem().toString());
    std::printf("%s\n%s\n%s\n", qUtf8Printable(service->front()), qUtf8Printable(timer->front()),
                qUtf8Printable(inWords(QT_TRANSLATE_NOOP("Command", "Start it with: systemctl --user daemon-reload && systemctl --user enable --now %1.timer")).arg(name)));
    return Done;
}

} // namespace app
