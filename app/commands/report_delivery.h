// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/packs/pack.h"

namespace app {

/// Where reports go besides their files, as it was typed.
struct Delivery {
    QStringList mail; ///< Addresses.
    QString webhook;  ///< URL; may hold {secret:NAME}.

    /// "a@b.tw, c@d.tw" as addresses.
    static QStringList addresses(const QString& text);
    bool isEmpty() const { return mail.isEmpty() && webhook.isEmpty(); }
};
/// What is wrong with it, in words; empty: nothing. Asks nobody.
QString problemOf(const Delivery& delivery, const Pack& pack);

/// A report that was written.
struct DeliveredReport {
    QString title, about; ///< "Morning brief – Taipei", "Data of ...  ·  Code ..."
    QString code;
    QStringList files;
};

/// Sends the files of these reports: by e-mail in as few messages as their size allows, to a webhook one POST of JSON each,
/// with the files as base64. Waits until all are taken. Nothing, or what failed, one line each. Needs an event loop's thread.
QStringList deliverReports(const Delivery& delivery, const Pack& pack, const std::vector<DeliveredReport>& reports);

} // namespace app
