// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/store_password.h"

#include "layers/feeds/secrets.h"
#include "layers/history/shared/store_address.h"

#include <QEventLoop>
#include <QFutureWatcher>

namespace app {

QString storePassword(const QString& store)
{
    const QString name = QStringLiteral("store");
    if (!history::isSharedStore(store) || qEnvironmentVariableIsSet("PGPASSWORD")) return {};
    const bool isSet = qEnvironmentVariableIsSet(feeds::secretVariable(name).toUtf8().constData());
    const auto address = history::StoreAddress::read(store);
    if (!isSet && (!address || !address->isRemote)) return {};

    QFutureWatcher<city::Result<feeds::SecretValues>> watcher;
    QEventLoop loop;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(feeds::findSecrets({name}));
    if (!watcher.isFinished()) loop.exec();
    const auto found = watcher.result();
    return found ? found->value(name) : QString();
}

} // namespace app
