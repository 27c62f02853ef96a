// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/alarm_history.h"
#include "app/commands/command.h"
#include "app/commands/json_line.h"
#include "app/shell/alarm_texts.h"
#include "app/shell/city_run.h"
#include "app/shell/language.h"
#include "app/shell/pack_choice.h"
#include "app/shell/store_password.h"
#include "layers/alarms/alarm_json.h"
#include "layers/alarms/standing.h"
#include "layers/history/shared/store_address.h"
#include "layers/history/trail.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <cstdio>

namespace app {

namespace {

using namespace std::chrono_literals;

constexpr city::Duration before = 3h, usualStep = 5min, longestTrial = std::chrono::hours(24 * 400);

QString say(const char* text)
{
    return QCoreApplication::translate("Command", text);
}

void printAlarm(const AlarmTongue& tongue, const alarms::Alarm& alarm)
{
    JsonLine line;
    line.text("alarm", alarm.id);
    line.text("rule", alarm.rule);
    line.text("title", alarmTitle(tongue, alarm));
    line.text("where", alarmWhere(tongue, alarm));
    line.text("state", alarms::stateWord(alarm.state()));
    line.text("priority", alarms::priorityWord(alarm.priority));
    line.time("raised", alarm.raisedAt);
    line.time("since", alarm.since);
    const alarms::Rule* rule = tongue.pack.alarms->rule(alarm.rule);
    line.textUnlessEmpty("cause", rule ? rule->cause.in(tongue.language) : QString());
    if (alarm.value) line.number("value", *alarm.value);
    line.textUnlessEmpty("unit", alarm.unit);
    line.textUnlessEmpty("by", alarm.by);
    line.textUnlessEmpty("note", alarm.note);
    if (alarm.cap) {
        JsonLine cap;
        cap.text("sender", alarm.cap->sender);
        cap.text("identifier", alarm.cap->identifier);
        cap.time("sent", alarm.cap->sent);
        line.raw("cap", cap.object());
    }
    std::printf("%s\n", line.object().constData());
}

void printAlarms(const AlarmTongue& tongue, const alarms::Alarms& all)
{
    for (const auto& [id, alarm] : all.alarms) {
        const alarms::Rule* rule = tongue.pack.alarms->rule(alarm.rule);
        if (alarm.state() != alarms::State::Normal && (!rule || rule->alarms)) printAlarm(tongue, alarm);
    }
}

/// How often each rule would have fired.
void printTrial(const Pack& pack, const PlayedAlarms& played, const QString& only, city::Instant from, city::Instant to)
{
    QMap<QString, int> fired;
    QMap<QString, city::Instant> first, last;
    for (const alarms::Rule& rule : pack.alarms->rules)
        if (rule.alarms && (only.isEmpty() || only == rule.id)) fired[rule.id] = 0;
    for (const alarms::Change& change : played.changes) {
        if (change.what != QLatin1String("raised") || !fired.contains(change.alarm.rule)) continue;
        if (fired[change.alarm.rule]++ == 0) first[change.alarm.rule] = change.at;
        last[change.alarm.rule] = change.at;
    }
    const double days = static_cast<double>((to - from).count()) / 86'400'000.0;
    for (auto one = fired.begin(); one != fired.end(); ++one) {
        JsonLine line;
        line.text("rule", one.key());
        line.number("fired", one.value());
        line.number("per_day", days > 0 ? one.value() / days : 0);
        if (one.value() > 0) {
            line.time("first", first[one.key()]);
            line.time("last", last[one.key()]);
        }
        line.number("moments", played.moments);
        std::printf("%s\n", line.object().constData());
    }
}

void addOptions(RunWords& reader)
{
    reader.add({QStringLiteral("try"), say(QT_TRANSLATE_NOOP("Command", "How often would this rule (or \"all\") have fired? From --from to --to, on the history of --store.")), QStringLiteral("RULE")});
    reader.add({QStringLiteral("from"), say(QT_TRANSLATE_NOOP("Command", "Beginning of the trial, ISO 8601 with an offset.")), QStringLiteral("TIME")});
    reader.add({QStringLiteral("to"), say(QT_TRANSLATE_NOOP("Command", "End of the trial.")), QStringLiteral("TIME")});
    reader.add({QStringLiteral("step"), say(QT_TRANSLATE_NOOP("Command", "How far apart the moments looked at are (5 min).")), QStringLiteral("TIME")});
}

int complain(const city::Problem& problem)
{
    std::fprintf(stderr, "cityops: %s\n", qPrintable(problem.toString()));
    return Failed;
}

/// What the trail beside the history says; without one what the rules make of the hours before.
int ofStore(const Pack& pack, const RunOptions& options, city::Instant at, const QString& language)
{
    const QString& file = options.store;
    if (history::hasTrail(file)) {
        const auto entries = history::readTrail(file, options.storePassword);
        if (!entries) return complain(entries.problem());
        printAlarms({pack, language, at}, alarms::restored(*entries, at));
        return Done;
    }
    history::HistoryStore store(file);
    const auto played = playAlarms(pack, *pack.alarms, store, at - before, at, usualStep);
    if (!played) return complain(played.problem());
    printAlarms({pack, language, at}, played->alarms);
    return Done;
}

int trial(const Pack& pack, const RunWords& reader, const QString& file)
{
    const auto from = city::fromIso(reader.value("from")), to = city::fromIso(reader.value("to"));
    const auto step = reader.isSet("step") ? city::parseDuration(reader.value("step")) : usualStep;
    if (!from || !to || *to <= *from || *to - *from > longestTrial)
        return reader.refuse(say(QT_TRANSLATE_NOOP("Command", "--try needs --from and --to, at most 400 days apart.")));
    if (!step || *step < 1s) return reader.refuse(say(QT_TRANSLATE_NOOP("Command", "--step needs a time such as \"5 min\".")));
    const QString rule = reader.value("try") == QLatin1String("all") ? QString() : reader.value("try");
    if (!rule.isEmpty() && !pack.alarms->rule(rule))
        return reader.refuse(say(QT_TRANSLATE_NOOP("Command", "There is no alarm “%1”.")).arg(rule));
    history::HistoryStore store(file, QTimeZone::utc(), storePassword(file));
    const auto played = playAlarms(pack, *pack.alarms, store, *from, *to, *step);
    if (!played) return complain(played.problem());
    printTrial(pack, *played, rule, *from, *to);
    return Done;
}

/// One moment of recorded or invented payloads.
int ofMoment(std::shared_ptr<const Pack> pack, const RunOptions& options, const QString& language)
{
    CityRun run(pack, options);
    QObject::connect(&run, &CityRun::settled, &run, [&] {
        const city::Instant now = run.clock().now();
        printAlarms({*pack, language, now}, alarms::judgedAlone(*pack->alarms, {run.snapshot(), now}));
        QCoreApplication::exit(Done);
    });
    run.start(CityRun::Pace::Once);
    return QCoreApplication::exec();
}

} // namespace

int runAlarms(const QStringList& words)
{
    RunWords reader(QStringLiteral("alarms"), say(QT_TRANSLATE_NOOP("Command", "Prints the alarms of a city at a moment, a JSON object each: of the audit trail of a "
                                                                               "history file, else of what the rules make of the history, of recorded payloads or of the "
                                                                               "demo city. With --try: how often a rule would have fired.")));
    addOptions(reader);
    auto options = reader.read(words);
    if (!options) return reader.exitStatus();
    if (!reader.isSet("pack")) return reader.refuse(say(QT_TRANSLATE_NOOP("Command", "--%1 is missing.")).arg(QStringLiteral("pack")));
    const bool stored = reader.isSet("store") && options->source == RunOptions::Source::Live;
    if (stored && !history::isSharedStore(options->store) && !QFileInfo(options->store).isFile())
        return reader.refuse(say(QT_TRANSLATE_NOOP("Command", "%1: there is no such file")).arg(options->store));
    if (!stored && options->source == RunOptions::Source::Live)
        return reader.refuse(say(QT_TRANSLATE_NOOP("Command", "--store FILE, --replay DIR or --demo is needed.")));
    const PackReading reading = readPack(packFolder(options->pack, {}, resourceFolder()), resourceFolder());
    for (const city::Problem& problem : reading.problems) std::fprintf(stderr, "%s\n", qPrintable(problem.toString().simplified()));
    if (!reading.pack) return Failed;
    Language spoken;
    spoken.use(options->language);
    if (stored && reader.isSet("try")) return trial(*reading.pack, reader, options->store);
    if (stored) return ofStore(*reading.pack, *options, options->at.value_or(city::SystemClock().now()), spoken.current());
    if (options->speed == 1) options->speed = 0;
    return ofMoment(reading.pack, *options, spoken.current());
}

} // namespace app
