// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/result.h"

namespace history {

/// Whether a --store is a shared one: a URL of PostgreSQL, "postgresql://..." or "postgres://...".
bool isSharedStore(const QString& store);

/// The address of a shared store, checked. A value.
struct StoreAddress {
    QString url;  ///< For libpq. Never with a password.
    QString name; ///< For people: database and server.
    bool isRemote = false;

    /// Refuses what is no URL of PostgreSQL and any that holds a password, which other users could read.
    /// Where the server is another machine and the URL does not say otherwise, the server has to prove who it
    /// is (sslmode=verify-full), by ~/.postgresql/root.crt or, where there is none, by the machine's own list
    /// of authorities.
    static city::Result<StoreAddress> read(const QString& url);
};

} // namespace history
