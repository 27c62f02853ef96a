// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/result.h"

#include <QFuture>
#include <QStringList>

namespace feeds {

/// Whether a text can be the name of a secret: letters, digits, ".", "_" and "-".
bool isSecretName(const QString& name);

/// Writing to the keyring of the session (service "cityops"). A keyring cannot be listed, so the names stand
/// in it too, under a name of their own. Each ends within 10 s, with what the keyring said when it refused;
/// call them in a thread with an event loop, the futures are finished there.
QFuture<city::Result<bool>> storeSecret(const QString& name, const QString& value);
/// The value is false when there was none of that name.
QFuture<city::Result<bool>> removeSecret(const QString& name);
QFuture<city::Result<QStringList>> storedSecrets();

} // namespace feeds
