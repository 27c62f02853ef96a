// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/packs/pack.h"
#include "app/shell/store_password.h"
#include "layers/history/history_store.h"
#include "layers/history/shared/shared_schema.h"
#include "layers/history/shared/store_address.h"

#include <QCoreApplication>
#include <cstdio>

namespace app {

namespace {

QString helpText()
{
    return QCoreApplication::translate(
        "Command",
        "Usage: cityops store init postgresql://OWNER@SERVER/DATABASE [--pack DIR]\n"
        "       cityops store check postgresql://USER@SERVER/DATABASE\n\n"
        "init makes the shared store of an administration in a database of PostgreSQL with PostGIS that is "
        "there, or "
        "brings an older one up\n"
        "to date: tables, partitions, and the roles cityops_collector, cityops_operator, cityops_viewer and "
        "cityops_auditor. Days begin at\n"
        "midnight of the pack's city, otherwise of UTC. check says whether a user can use it. A password is "
        "never part of the "
        "address:\n"
        "see resources/help/store.txt.\n\n"
        "Exit status: 0 done, 1 the server or the store refused, 2 wrong usage.");
}

void print(std::FILE* to, const QString& line)
{
    std::fprintf(to, "%s\n", line.toUtf8().constData());
}

int init(const QString& url, const QString& packFolder)
{
    QTimeZone zone = QTimeZone::utc();
    if (!packFolder.isEmpty()) {
        const PackReading reading = readPack(packFolder, resourceFolder());
        for (const city::Problem& problem : reading.problems)
            print(stderr, problem.toString().simplified());
        if (!reading.pack) return Failed;
        zone = reading.pack->zone;
    }
    const auto made = history::makeSharedStore(url, storePassword(url), zone);
    if (!made) {
        print(stderr, made.problem().toString());
        return Failed;
    }
    print(stdout, QCoreApplication::translate(
                      "Command", "The shared store is ready, version %1. GRANT its roles to the users.")
                      .arg(*made));
    return Done;
}

int check(const QString& url)
{
    const history::HistoryStore store(url, QTimeZone::utc(), storePassword(url));
    const auto opened = store.opened().result();
    print(opened ? stdout : stderr,
          opened ? QCoreApplication::translate("Command", "%1 can be used.").arg(*opened)
                 : opened.problem().toString());
    return opened ? Done : Failed;
}

} // namespace

int runStore(const QStringList& words)
{
    const QString verb = words.value(0), url = words.value(1);
    if (verb == QLatin1String("--help") || verb == QLatin1String("-h")) {
        print(stdout, helpText());
        return Done;
    }
    const bool withPack = words.size() == 4 && words[2] == QLatin1String("--pack");
    const bool isInit = verb == QLatin1String("init") && (words.size() == 2 || withPack);
    const bool isCheck = verb == QLatin1String("check") && words.size() == 2;
    if (!isInit && !isCheck) {
        print(stderr, helpText());
        return WrongUsage;
    }
    if (!history::isSharedStore(url)) {
        print(stderr,
              QCoreApplication::translate(
                  "Command",
                  "“%1” is no address of a shared store; postgresql://user@server/database was expected.")
                  .arg(url));
        return WrongUsage;
    }
    return isInit ? init(url, withPack ? words[3] : QString()) : check(url);
}

} // namespace app
