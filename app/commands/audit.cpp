// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/shell/store_password.h"
#include "layers/history/shared/store_address.h"
#include "layers/history/trail.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <cstdio>

namespace app {

namespace {

QString say(const char* text)
{
    return QCoreApplication::translate("Command", text);
}

void print(std::FILE* to, const QString& line)
{
    std::fprintf(to, "%s\n", line.toUtf8().constData());
}

/// Without what is secret of an address.
QString nameOf(const QString& store)
{
    if (!history::isSharedStore(store)) return history::hasTrail(store) ? history::trailOf(store) : store;
    const auto address = history::StoreAddress::read(store);
    return address ? address->name : store;
}

int verify(const QString& store, const QByteArray& head)
{
    const auto check = history::verifyTrail(store, head, storePassword(store));
    const QString file = nameOf(store);
    if (!check) {
        print(stderr, QStringLiteral("cityops: ") + check.problem().toString());
        return Failed;
    }
    if (check->brokenAt > 0) {
        print(stdout, say(QT_TRANSLATE_NOOP("Command", "%1: CHANGED. Line %2 does not fit to those before it; %3 entries before it are sound."))
                          .arg(file).arg(check->brokenAt).arg(check->entries));
        return Failed;
    }
    if (!check->hasHead) {
        print(stdout, say(QT_TRANSLATE_NOOP("Command", "%1: CUT OFF. The link %2 is not in it, though its %3 entries fit together."))
                          .arg(file, QString::fromLatin1(check->wanted)).arg(check->entries));
        return Failed;
    }
    if (check->tornBytes > 0)
        print(stdout, say(QT_TRANSLATE_NOOP("Command", "The last line was not written to its end (%1 bytes).")).arg(check->tornBytes));
    print(stdout, say(QT_TRANSLATE_NOOP("Command", "%1: sound, %2 entries, last link %3")).arg(file).arg(check->entries).arg(QString::fromLatin1(check->head)));
    return Done;
}

int list(const QString& store)
{
    const auto entries = history::readTrail(store, storePassword(store));
    if (!entries) {
        print(stderr, QStringLiteral("cityops: ") + entries.problem().toString());
        return Failed;
    }
    for (const QByteArray& entry : *entries) std::printf("%s\n", entry.constData());
    return Done;
}

} // namespace

int runAudit(const QStringList& words)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(say(QT_TRANSLATE_NOOP("Command", "Prints the audit trail of the alarms, a JSON object a line, or checks that nobody changed it.\n"
                                                                      "Exit status: 0 sound, 1 changed, cut off or not readable, 2 wrong usage.")));
    parser.addHelpOption();
    parser.addOption({QStringLiteral("store"), say(QT_TRANSLATE_NOOP("Command", "The history file it belongs to, the trail itself, or the URL of a shared store.")), QStringLiteral("FILE")});
    parser.addOption({QStringLiteral("verify"), say(QT_TRANSLATE_NOOP("Command", "Follow the chain of all entries."))});
    parser.addOption({QStringLiteral("head"), say(QT_TRANSLATE_NOOP("Command", "A link noted earlier: it must still be in the chain.")), QStringLiteral("HASH")});
    const bool parsed = parser.parse(QStringList{QStringLiteral("cityops audit")} + words);
    if (parsed && parser.isSet(QStringLiteral("help"))) {
        std::printf("%s", qPrintable(parser.helpText()));
        return Done;
    }
    if (!parsed || !parser.isSet(QStringLiteral("store"))) {
        print(stderr, QStringLiteral("cityops: ") + (parsed ? say(QT_TRANSLATE_NOOP("Command", "--%1 is missing.")).arg(QStringLiteral("store")) : parser.errorText()));
        return WrongUsage;
    }
    const QString store = parser.value(QStringLiteral("store"));
    return parser.isSet(QStringLiteral("verify")) ? verify(store, parser.value(QStringLiteral("head")).toLatin1()) : list(store);
}

} // namespace app
