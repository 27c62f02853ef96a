// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/report_orders.h"

#include "app/commands/command.h"
#include "app/demo/demo_city.h"
#include "app/reports/write_report.h"
#include "app/shell/source.h"
#include "app/shell/window_picture.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStandardPaths>
#include <cstdio>

namespace app {

namespace {

// To the minute: nobody reads, and no history keeps, what happened within one.
city::Instant toMinute(city::Instant at)
{
    return std::chrono::floor<std::chrono::minutes>(at);
}

QString fileFor(const QString& out, const city::Area& area)
{
    const QString ending = QLatin1Char('.') + QFileInfo(out).suffix();
    return out.chopped(ending.size()) + QLatin1Char('-') + area.code + ending;
}

QString readTimes(const ReportWords& words, const ReportSpec& spec, const RunOptions& run, ReportOrder& order)
{
    const QString form = inWords(QT_TRANSLATE_NOOP("Command", "--%1 needs a time like 2026-03-18T17:30:00+08:00, not “%2”."));
    for (const auto& [name, text] : {std::pair("from", &words.from), std::pair("to", &words.to), std::pair("as-of", &words.asOf)})
        if (!text->isEmpty() && !city::fromIso(*text)) return form.arg(QLatin1String(name), *text);
    const city::Instant now = toMinute(clockFor(run)->now());
    order.to = words.to.isEmpty() ? now : *city::fromIso(words.to);
    order.from = words.from.isEmpty() ? order.to - spec.range : *city::fromIso(words.from);
    // What is not known yet cannot be told; a demo city knows its day by heart.
    const bool real = run.source == RunOptions::Source::Live;
    order.asOf = words.asOf.isEmpty() ? (real ? std::max(now, order.to) : order.to) : *city::fromIso(words.asOf);
    if (order.from >= order.to) return inWords(QT_TRANSLATE_NOOP("Command", "--from must lie before --to."));
    if (order.to - order.from > std::chrono::hours(24) * 400) return inWords(QT_TRANSLATE_NOOP("Command", "A report covers at most 400 days."));
    return {};
}

} // namespace

QString recordFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/reports");
}

bool takeBoth(QStringList& words)
{
    const qsizetype at = words.indexOf(QStringLiteral("--lang"));
    const bool both = (at >= 0 && words.value(at + 1) == bothLanguages) || words.contains(QStringLiteral("--lang=both"));
    if (!both) return false;
    words.removeAll(QStringLiteral("--lang=both"));
    if (at >= 0) words.remove(at, 2);
    return true;
}

ReportPlan planReports(const ReportWords& words, const Pack& pack, const RunOptions& run)
{
    ReportPlan plan;
    QStringList known;
    for (const ReportSpec& spec : pack.reports)
        known << spec.id;
    const ReportSpec* spec = pack.report(words.report);
    const QString ending = QFileInfo(words.out).suffix().toLower();
    if (words.report.isEmpty() || words.out.isEmpty())
        plan.wrong = inWords(QT_TRANSLATE_NOOP("Command", "--%1 is missing.")).arg(words.report.isEmpty() ? QStringLiteral("report") : QStringLiteral("out"));
    else if (!spec)
        plan.wrong = inWords(QT_TRANSLATE_NOOP("Command", "There is no report “%1”; known are: %2.")).arg(words.report, known.join(QStringLiteral(", ")));
    else if (!reportFormats().contains(ending))
        plan.wrong = inWords(QT_TRANSLATE_NOOP("Command", "--out needs a file that ends in one of: %1.")).arg(reportFormats().join(QStringLiteral(", ")));
    else if (words.language == bothLanguages && !sideBySideFormats().contains(ending))
        plan.wrong = inWords(QT_TRANSLATE_NOOP("Command", "--lang both is for files that end in one of: %1.")).arg(sideBySideFormats().join(QStringLiteral(", ")));
    else if (!words.each.isEmpty() && !pack.areas->levels().contains(words.each))
        plan.wrong = inWords(QT_TRANSLATE_NOOP("Command", "There is no level “%1”; known are: %2.")).arg(words.each, pack.areas->levels().join(QStringLiteral(", ")));
    if (!plan.wrong.isEmpty()) return plan;

    ReportOrder order;
    order.report = spec->id;
    order.language = words.language;
    order.note = words.note;
    plan.wrong = readTimes(words, *spec, run, order);
    if (!plan.wrong.isEmpty()) return plan;
    int within = -1;
    if (!words.place.isEmpty()) {
        const auto focus = focusNamed(words.place, pack, city::CitySnapshot());
        if (!focus) {
            plan.wrong = inWords(QT_TRANSLATE_NOOP("Command", "There is no area “%1”.")).arg(words.place);
            return plan;
        }
        order.area = focus->area;
        within = pack.areas->find(focus->area);
    }
    if (words.each.isEmpty()) {
        plan.orders = {order};
        plan.files = QStringList{words.out};
        return plan;
    }
    for (std::size_t i = 0; i < pack.areas->areas().size(); ++i) {
        const city::Area& area = pack.areas->areas()[i];
        if (area.level != words.each) continue;
        if (within >= 0 && pack.areas->ancestor(static_cast<int>(i), pack.areas->at(within).level) != within) continue;
        order.area = area.code;
        plan.orders.push_back(order);
        plan.files << fileFor(words.out, area);
    }
    if (plan.orders.empty()) plan.wrong = inWords(QT_TRANSLATE_NOOP("Command", "There is no area of the level “%1” there.")).arg(words.each);
    return plan;
}

QString inWords(const char* text)
{
    return QCoreApplication::translate("Command", text);
}

int complain(const QString& text)
{
    std::fprintf(stderr, "cityops: %s\n", qUtf8Printable(text));
    return Failed;
}

} // namespace app
