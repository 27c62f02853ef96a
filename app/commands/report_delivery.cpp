// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/report_delivery.h"

#include "app/commands/report_orders.h"
#include "layers/city/clock.h"
#include "layers/notices/mail.h"
#include "layers/notices/webhook.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMimeDatabase>
#include <QUrl>

namespace app {

namespace {

constexpr qsizetype mostOfOneMail = 18 * 1024 * 1024; ///< Below what servers take, with room for what base64 adds elsewhere.

std::vector<notices::Attachment> attached(const QStringList& files)
{
    std::vector<notices::Attachment> all;
    for (const QString& file : files) {
        QFile in(file);
        if (!in.open(QIODevice::ReadOnly)) continue;
        all.push_back({QFileInfo(file).fileName(), QMimeDatabase().mimeTypeForFile(file).name().toLatin1(), in.readAll()});
    }
    return all;
}

qsizetype sizeOf(const std::vector<notices::Attachment>& all)
{
    qsizetype size = 0;
    for (const notices::Attachment& one : all)
        size += one.bytes.size();
    return size;
}

// As few messages as their size allows; a report that is too large for any is sent alone and refused by name.
std::vector<notices::Mail> mailsOf(const Delivery& delivery, const std::vector<DeliveredReport>& reports)
{
    std::vector<notices::Mail> mails;
    qsizetype size = mostOfOneMail;
    for (const DeliveredReport& report : reports) {
        std::vector<notices::Attachment> files = attached(report.files);
        if (size + sizeOf(files) > mostOfOneMail || mails.empty()) {
            mails.push_back({delivery.mail, report.title, {}, {}, city::SystemClock().now()});
            size = 0;
        }
        size += sizeOf(files);
        mails.back().text += report.title + QLatin1Char('\n') + report.about + QStringLiteral("\n\n");
        for (notices::Attachment& file : files)
            mails.back().attachments.push_back(std::move(file));
    }
    return mails;
}

QString send(const notices::MailServer& server, const notices::Mail& mail)
{
    QEventLoop loop;
    QFutureWatcher<city::Result<bool>> watcher;
    QObject::connect(&watcher, &QFutureWatcher<city::Result<bool>>::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(notices::deliver(server, mail));
    if (!watcher.isFinished()) loop.exec();
    const city::Result<bool> taken = watcher.result();
    if (!taken.ok()) return taken.problem().toString();
    return *taken ? QString() : inWords(QT_TRANSLATE_NOOP("Command", "Not everybody the e-mail is for was accepted by the server."));
}

QByteArray jsonOf(const DeliveredReport& report)
{
    QJsonArray files;
    for (const notices::Attachment& file : attached(report.files))
        files.append(QJsonObject{{QStringLiteral("name"), file.name}, {QStringLiteral("type"), QString::fromLatin1(file.type)}, {QStringLiteral("base64"), QString::fromLatin1(file.bytes.toBase64())}});
    return QJsonDocument(QJsonObject{{QStringLiteral("kind"), QStringLiteral("report")}, {QStringLiteral("title"), report.title}, {QStringLiteral("about"), report.about},
                                     {QStringLiteral("code"), report.code}, {QStringLiteral("files"), files}})
        .toJson(QJsonDocument::Compact);
}

QStringList post(const QString& url, const std::vector<DeliveredReport>& reports)
{
    QStringList wrong;
    QEventLoop loop;
    std::size_t open = reports.size();
    notices::Webhook hook(url);
    const auto end = [&] {
        if (--open == 0) loop.quit();
    };
    QObject::connect(&hook, &notices::Webhook::told, &loop, end);
    QObject::connect(&hook, &notices::Webhook::failed, &loop, [&](const city::Message& why) {
        wrong << why.toString();
        end();
    });
    for (const DeliveredReport& report : reports)
        hook.tell(jsonOf(report));
    if (open > 0) loop.exec();
    return wrong;
}

} // namespace

QStringList Delivery::addresses(const QString& text)
{
    QStringList all;
    for (const QString& one : text.split(QLatin1Char(','), Qt::SkipEmptyParts))
        all << one.trimmed();
    return all;
}

QString problemOf(const Delivery& delivery, const Pack& pack)
{
    for (const QString& address : delivery.mail)
        if (!notices::isMailAddress(address)) return inWords(QT_TRANSLATE_NOOP("Command", "“%1” is no e-mail address.")).arg(address);
    if (!delivery.mail.isEmpty() && !pack.mail) return inWords(QT_TRANSLATE_NOOP("Command", "The pack names no server that takes e-mail; see “mail” in the help page pack."));
    const QUrl url(delivery.webhook);
    const bool here = url.host() == QLatin1String("localhost") || url.host() == QLatin1String("127.0.0.1");
    if (!delivery.webhook.isEmpty() && url.scheme() != QLatin1String("https") && !(here && url.scheme() == QLatin1String("http")))
        return inWords(QT_TRANSLATE_NOOP("Command", "--webhook needs an address that begins with https://, not “%1”.")).arg(delivery.webhook);
    return {};
}

QStringList deliverReports(const Delivery& delivery, const Pack& pack, const std::vector<DeliveredReport>& reports)
{
    QStringList wrong;
    if (reports.empty()) return wrong;
    if (!delivery.mail.isEmpty() && pack.mail)
        for (const notices::Mail& mail : mailsOf(delivery, reports))
            if (const QString why = send(*pack.mail, mail); !why.isEmpty()) wrong << QStringLiteral("%1: %2").arg(mail.subject, why);
    if (!delivery.webhook.isEmpty()) wrong << post(delivery.webhook, reports);
    return wrong;
}

} // namespace app
