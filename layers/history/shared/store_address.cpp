// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/shared/store_address.h"

#include <QDir>
#include <QFile>
#include <QMap>
#include <algorithm>
#include <libpq-fe.h>
#include <memory>

namespace history {

namespace {

city::Problem problem(const char* text, const QStringList& values)
{
    return {{}, {}, {text, values}};
}

/// What a URL says, by libpq's own names. Its problem never repeats the URL: a password may stand in it.
city::Result<QMap<QString, QString>> wordsOf(const QString& url)
{
    char* wrong = nullptr;
    const std::unique_ptr<PQconninfoOption, void (*)(PQconninfoOption*)> parsed(
        PQconninfoParse(url.toUtf8().constData(), &wrong), PQconninfoFree);
    PQfreemem(wrong);
    if (!parsed) {
        return problem(QT_TRANSLATE_NOOP("Message",
                                         "The address of the shared store cannot be read. Write it as "
                                         "postgresql://user@server/database."),
                       {});
    }
    QMap<QString, QString> words;
    for (const PQconninfoOption* one = parsed.get(); one->keyword; ++one) {
        if (one->val && *one->val) words.insert(QString::fromUtf8(one->keyword), QString::fromUtf8(one->val));
    }
    return words;
}

/// Only folders of sockets and this machine; or nothing, where a service file says by itself where it is.
bool isHere(const QString& hosts)
{
    const QStringList all = hosts.split(QLatin1Char(','));
    return std::all_of(all.begin(), all.end(), [](const QString& host) {
        return host.isEmpty() || host.startsWith(QLatin1Char('/')) || host.startsWith(QLatin1Char('@')) ||
               host == QLatin1String("localhost") || host.startsWith(QLatin1String("127.")) ||
               host == QLatin1String("::1");
    });
}

QString authorities()
{
    if (QFile::exists(QDir::home().filePath(QStringLiteral(".postgresql/root.crt")))) return {};
    const QString machines = QStringLiteral("/etc/ssl/certs/ca-certificates.crt");
    return QFile::exists(machines) ? machines : QString();
}

} // namespace

bool isSharedStore(const QString& store)
{
    return store.startsWith(QLatin1String("postgresql://")) || store.startsWith(QLatin1String("postgres://"));
}

city::Result<StoreAddress> StoreAddress::read(const QString& url)
{
    const auto words = wordsOf(url);
    if (!words) return words.problem();
    if (words->contains(QStringLiteral("password"))) {
        return problem(
            QT_TRANSLATE_NOOP("Message",
                              "The address of the shared store holds a password, which others could read. "
                              "Leave it out; put it into the keyring (cityops secret set store), "
                              "~/.pgpass or PGPASSWORD."),
            {});
    }
    StoreAddress address{url, {}, false};
    const QString host = words->value(QStringLiteral("host"), qEnvironmentVariable("PGHOST"));
    const QString service = words->value(QStringLiteral("service"));
    address.name = words->value(QStringLiteral("dbname"), service) + QStringLiteral(" @ ") +
                   (host.isEmpty() ? QStringLiteral("localhost") : host);
    const bool isSaid = words->contains(QStringLiteral("sslmode")) || qEnvironmentVariableIsSet("PGSSLMODE");
    address.isRemote = !isHere(host) ||
                       !isHere(words->value(QStringLiteral("hostaddr"), qEnvironmentVariable("PGHOSTADDR")));
    if (!address.isRemote || isSaid) return address;
    address.url += (url.contains(QLatin1Char('?')) ? QStringLiteral("&") : QStringLiteral("?")) +
                   QStringLiteral("sslmode=verify-full");
    const QString file = authorities();
    if (!words->contains(QStringLiteral("sslrootcert")) && !file.isEmpty())
        address.url += QStringLiteral("&sslrootcert=") + file;
    return address;
}

} // namespace history
