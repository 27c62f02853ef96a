// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/result.h"
#include "layers/city/time.h"

#include <QByteArray>
#include <QFuture>
#include <QStringList>
#include <vector>

/// What the program tells others by itself: e-mail.
namespace notices {

/// Who takes our e-mail. A value; of a pack's `mail:`.
struct MailServer {
    QString url;        ///< smtps://HOST:465, or smtp://HOST:587, where TLS is begun on the line; without it to this machine only.
    QString user;       ///< Empty: without logging in.
    QString password;   ///< Mostly {secret:NAME}: see feeds/secrets.h.
    QString from;       ///< Address.
    QString authority;  ///< PEM file of the certificates trusted instead of the system's; empty: the system's.
};

struct Attachment {
    QString name;     ///< Of the file, as the reader sees it.
    QByteArray type;  ///< Such as "application/pdf".
    QByteArray bytes; ///< Of all together 20 MB at most.
};

/// One message of plain text.
struct Mail {
    QStringList to; ///< Addresses.
    QString subject, text;
    std::vector<Attachment> attachments{};
    city::Instant at{}; ///< Its date.
};

/// Whether a text can be an address: one @, nothing that would end a line or a command.
bool isMailAddress(const QString& text);
/// Why the server cannot be used as it is written: no such scheme, or neither TLS nor this machine.
std::optional<city::Message> problemOf(const MailServer& server);

/// Sends one message by SMTP (libcurl): TLS of 1.2 or later, the certificate and its host verified. Secrets are looked up in
/// the environment, then in the keyring, and never shown. True: everybody it is for was accepted; false: some were not.
/// Within two minutes; in a thread of its own. Call it in a thread with an event loop; the future is finished there.
QFuture<city::Result<bool>> deliver(const MailServer& server, const Mail& mail);

} // namespace notices
