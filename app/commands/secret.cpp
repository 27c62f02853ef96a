// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "layers/feeds/secret_store.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFutureWatcher>
#include <cstdio>
#include <iostream>
#include <string>
#include <termios.h>
#include <unistd.h>

namespace app {

namespace {

QString helpText()
{
    return QCoreApplication::translate(
        "Command",
        "Usage: cityops secret set NAME\n"
        "       cityops secret list\n"
        "       cityops secret delete NAME\n\n"
        "Keeps the keys of publishers in the keyring of the session, by the names that packs use "
        "({secret:NAME}). "
        "The value is\n"
        "read from the terminal without showing it, or from standard input; it is never an argument, which "
        "other "
        "users could see.\n"
        "list tells the names only. Where there is no keyring, a key is put into the environment as "
        "CITYOPS_SECRET_NAME.\n\n"
        "Exit status: 0 done, 1 the keyring refused or has no such secret, 2 wrong usage.");
}

void complain(const QString& line)
{
    std::fprintf(stderr, "%s\n", line.toUtf8().constData());
}

/// Switches the terminal's echo off while it lives.
class Silence {
public:
    Silence() : m_isTerminal(isatty(STDIN_FILENO) && tcgetattr(STDIN_FILENO, &m_before) == 0)
    {
        if (!m_isTerminal) return;
        termios quiet = m_before;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
    }
    ~Silence()
    {
        if (m_isTerminal) tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    Silence(const Silence&) = delete;
    Silence& operator=(const Silence&) = delete;
    bool isTerminal() const { return m_isTerminal; }

private:
    termios m_before{};
    bool m_isTerminal;
};

QString readValue(const QString& name)
{
    const Silence silence;
    if (silence.isTerminal())
        std::fprintf(stderr, "%s ",
                     QCoreApplication::translate("Command", "Value of %1:").arg(name).toUtf8().constData());
    std::string line;
    std::getline(std::cin, line);
    if (silence.isTerminal()) std::fputc('\n', stderr);
    return QString::fromStdString(line).trimmed();
}

template<typename Value> Value waitFor(const QFuture<Value>& future)
{
    QFutureWatcher<Value> watcher;
    QEventLoop loop;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    if (!watcher.isFinished()) loop.exec();
    return watcher.result();
}

ExitStatus list()
{
    const auto names = waitFor(feeds::storedSecrets());
    if (!names) {
        complain(names.problem().toString());
        return Failed;
    }
    for (const QString& name : *names)
        std::printf("%s\n", name.toUtf8().constData());
    return Done;
}

ExitStatus set(const QString& name)
{
    const QString value = readValue(name);
    if (value.isEmpty()) {
        complain(QCoreApplication::translate("Command", "no value was given; nothing is changed"));
        return Failed;
    }
    const auto stored = waitFor(feeds::storeSecret(name, value));
    if (!stored) complain(stored.problem().toString());
    return stored ? Done : Failed;
}

ExitStatus remove(const QString& name)
{
    const auto removed = waitFor(feeds::removeSecret(name));
    if (!removed) complain(removed.problem().toString());
    if (removed && !*removed)
        complain(QCoreApplication::translate("Command", "there is no secret \"%1\"").arg(name));
    return removed && *removed ? Done : Failed;
}

} // namespace

int runSecret(const QStringList& words)
{
    const QString verb = words.value(0);
    if (verb == QLatin1String("--help") || verb == QLatin1String("-h")) {
        std::printf("%s\n", helpText().toUtf8().constData());
        return Done;
    }
    if (verb == QLatin1String("list") && words.size() == 1) return list();
    const QString name = words.value(1);
    const bool known = verb == QLatin1String("set") || verb == QLatin1String("delete");
    if (!known || words.size() != 2) {
        complain(helpText());
        return WrongUsage;
    }
    if (!feeds::isSecretName(name)) {
        complain(QCoreApplication::translate(
                     "Command", "\"%1\" is no name of a secret; letters, digits, -, _ and . were expected")
                     .arg(name));
        return WrongUsage;
    }
    return verb == QLatin1String("set") ? set(name) : remove(name);
}

} // namespace app
