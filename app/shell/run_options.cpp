// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/run_options.h"

#include "app/commands/command.h"
#include "app/shell/store_password.h"
#include "app/shell/focus_link.h"

#include <QCoreApplication>
#include <QDir>
#include <cstdio>

namespace app {

namespace {

QString text(const char* source)
{
    return QCoreApplication::translate("Options", source);
}

QCommandLineOption option(const char* name, const char* description, const char* valueName = nullptr)
{
    return {QString::fromLatin1(name), text(description), valueName ? QString::fromLatin1(valueName) : QString()};
}

} // namespace

QStringList knownLanguages()
{
    return {QStringLiteral("en"), QStringLiteral("zh_TW")};
}

QStringList knownThemes()
{
    return {QStringLiteral("dark"), QStringLiteral("light")};
}

RunWords::RunWords(const QString& verb, const QString& summary) : m_verb(verb)
{
    m_parser.setApplicationDescription(summary);
    m_parser.addHelpOption();
    add(option("pack", QT_TRANSLATE_NOOP("Options", "Folder of the city's pack."), "DIR"));
    add(option("demo", QT_TRANSLATE_NOOP("Options", "A simulated day instead of the live feeds.")));
    add(option("replay", QT_TRANSLATE_NOOP("Options", "Recorded payloads in DIR instead of the live feeds."), "DIR"));
    add(option("record", QT_TRANSLATE_NOOP("Options", "Keep every answer of the feeds in DIR, to be replayed."), "DIR"));
    add(option("store", QT_TRANSLATE_NOOP("Options", "History file to use, or a shared store: postgresql://user@server/database."), "STORE"));
    if (m_verb.isEmpty()) add(option("text-size", QT_TRANSLATE_NOOP("Options", "Draw the window as large in percent, 100 to 200."), "PERCENT"));
    add(option("lang", QT_TRANSLATE_NOOP("Options", "Language: en or zh_TW."), "LANG"));
    add(option("theme", QT_TRANSLATE_NOOP("Options", "Colours: dark or light."), "THEME"));
    add(option("speed", QT_TRANSLATE_NOOP("Options", "How fast the clock of the demo city or of a recording runs (1 is real time)."), "N"));
    add(option("focus", QT_TRANSLATE_NOOP("Options", "A link to a view, as “Copy a link to this view” makes it."), "LINK"));
    add(option("at", QT_TRANSLATE_NOOP("Options", "The moment to start at, ISO 8601 with an offset."), "TIME"));
}

QString RunWords::helpText() const
{
    // Qt's first line names the path of the program; people know it by its name and verb.
    const QString usage = text(QT_TRANSLATE_NOOP("Options", "Usage: %1 [options]"))
                              .arg(m_verb.isEmpty() ? QStringLiteral("cityops") : QStringLiteral("cityops ") + m_verb);
    const QString help = m_parser.helpText();
    return usage + help.mid(help.indexOf(QLatin1Char('\n')));
}

int RunWords::refuse(const QString& reason) const
{
    std::fprintf(stderr, "cityops: %s\n%s\n", qPrintable(reason),
                 qPrintable(text(QT_TRANSLATE_NOOP("Options", "--help lists the options."))));
    return WrongUsage;
}

std::optional<RunOptions> RunWords::read(const QStringList& words)
{
    if (!m_parser.parse(QStringList{QStringLiteral("cityops")} + words)) {
        m_exitStatus = refuse(m_parser.errorText());
        return std::nullopt;
    }
    if (isSet("help")) {
        std::printf("%s", qPrintable(helpText()));
        m_exitStatus = Done;
        return std::nullopt;
    }
    auto run = checked();
    if (run) run->storePassword = storePassword(run->store);
    return run;
}

std::optional<RunOptions> RunWords::checked()
{
    RunOptions run;
    run.pack = value("pack");
    run.replay = value("replay");
    run.record = value("record");
    run.store = value("store");
    run.language = value("lang");
    run.theme = value("theme");
    if (isSet("demo")) run.source = RunOptions::Source::Demo;
    if (isSet("replay")) run.source = RunOptions::Source::Replay;

    if (isSet("at")) run.at = city::fromIso(value("at"));

    QString wrong;
    bool isNumber = true;
    if (isSet("speed")) run.speed = value("speed").toDouble(&isNumber);
    if (!m_parser.positionalArguments().isEmpty())
        wrong = text(QT_TRANSLATE_NOOP("Options", "“%1” is not expected here.")).arg(m_parser.positionalArguments().first());
    else if (isSet("demo") && isSet("replay"))
        wrong = text(QT_TRANSLATE_NOOP("Options", "--demo and --replay exclude each other."));
    else if (!run.language.isEmpty() && !knownLanguages().contains(run.language))
        wrong = text(QT_TRANSLATE_NOOP("Options", "Unknown language “%1”; known are: %2.")).arg(run.language, knownLanguages().join(QStringLiteral(", ")));
    else if (!run.theme.isEmpty() && !knownThemes().contains(run.theme))
        wrong = text(QT_TRANSLATE_NOOP("Options", "Unknown theme “%1”; known are: %2.")).arg(run.theme, knownThemes().join(QStringLiteral(", ")));
    else if (!isNumber || run.speed < 0 || run.speed > 10'000)
        wrong = text(QT_TRANSLATE_NOOP("Options", "--speed needs a number from 0 to 10000, not “%1”.")).arg(value("speed"));
    else if (isSet("at") && !run.at)
        wrong = text(QT_TRANSLATE_NOOP("Options", "--at needs a time like 2026-03-18T17:30:00+08:00, not “%1”.")).arg(value("at"));
    if (wrong.isEmpty() && isSet("focus")) {
        const auto focus = focusFromLink(value("focus"));
        if (focus.ok())
            run.focus = *focus;
        else
            wrong = QStringLiteral("--focus: ") + focus.problem().toString();
    }
    if (wrong.isEmpty()) return run;
    m_exitStatus = refuse(wrong);
    return std::nullopt;
}

} // namespace app
