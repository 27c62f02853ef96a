// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace app {

/// The password of a shared store on another machine, kept under the name "store" in the environment
/// (CITYOPS_SECRET_STORE) or the keyring of the session. Empty where there is none: then PGPASSWORD,
/// ~/.pgpass or the server's trust in the user decide. Waits for the keyring, some seconds at most, in a loop
/// of its own.
QString storePassword(const QString& store);

} // namespace app
