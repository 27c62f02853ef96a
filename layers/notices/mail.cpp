// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/notices/mail.h"

#include "layers/feeds/secrets.h"
#include "layers/notices/mail_text.h"

#include <QCoreApplication>
#include <QFutureWatcher>
#include <QPromise>
#include <QThreadPool>
#include <QUrl>
#include <QtConcurrent>
#include <atomic>
#include <curl/curl.h>

namespace notices {

namespace {

constexpr long patienceSeconds = 120, connectSeconds = 15, secondsWithoutAWord = 30;
constexpr qsizetype mostBytes = 20'000'000;

/// Set when the program ends: nobody waits for a slow server then.
std::atomic<bool>& isOver()
{
    static std::atomic<bool> over = false;
    return over;
}

/// Of its own: a server that is slow holds up nothing else.
QThreadPool& postRoom()
{
    static QThreadPool pool;
    [[maybe_unused]] static const bool ends = (pool.setMaxThreadCount(2), qAddPostRoutine([] {
                                                   isOver() = true;
                                                   postRoom().waitForDone();
                                               }),
                                               true);
    return pool;
}

bool isThisMachine(const QString& host)
{
    return host == QLatin1String("localhost") || host == QLatin1String("127.0.0.1") ||
           host == QLatin1String("::1");
}

/// libcurl's lists and handles, given back at the end.
struct Lists {
    curl_slist* headers = nullptr;
    curl_slist* recipients = nullptr;
    curl_mime* parts = nullptr;

    Lists() = default;
    Lists(const Lists&) = delete;
    Lists& operator=(const Lists&) = delete;
    ~Lists()
    {
        curl_slist_free_all(headers);
        curl_slist_free_all(recipients);
        curl_mime_free(parts);
    }
};

/// What the server said that was not "yes".
struct Answers {
    QString refusal; ///< The last.
};

std::size_t hear(char* bytes, std::size_t size, std::size_t count, void* answers)
{
    const QByteArray line(bytes, static_cast<qsizetype>(std::min<std::size_t>(size * count, 300)));
    if (line.startsWith('4') || line.startsWith('5'))
        static_cast<Answers*>(answers)->refusal = QString::fromUtf8(line).simplified();
    return size * count;
}

int goesOn(void*, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    return isOver() ? 1 : 0;
}

void addPart(curl_mime* parts, const QByteArray& bytes, const QByteArray& type, const QString& name)
{
    curl_mimepart* part = curl_mime_addpart(parts);
    curl_mime_data(part, bytes.constData(), static_cast<std::size_t>(bytes.size()));
    curl_mime_type(part, type.constData());
    curl_mime_encoder(part, "base64");
    if (name.isEmpty()) return;
    // As RFC 2231 has it: a name may be in any script.
    const QByteArray disposition =
        "Content-Disposition: attachment; filename*=UTF-8''" + QUrl::toPercentEncoding(name);
    curl_mime_headers(part, curl_slist_append(nullptr, disposition.constData()), 1);
}

void fill(CURL* curl, Lists& lists, const MailServer& server, const Mail& mail)
{
    for (const QByteArray& header : headersOf(server, mail))
        lists.headers = curl_slist_append(lists.headers, header.constData());
    for (const QString& to : mail.to)
        lists.recipients = curl_slist_append(lists.recipients, ('<' + to.toLatin1() + '>').constData());
    lists.parts = curl_mime_init(curl);
    addPart(lists.parts, mail.text.toUtf8(), "text/plain; charset=utf-8", {});
    for (const Attachment& one : mail.attachments)
        addPart(lists.parts, one.bytes, one.type, one.name);
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, lists.headers);
    curl_easy_setopt(curl, CURLOPT_MAIL_FROM, ('<' + server.from.toLatin1() + '>').constData());
    curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, lists.recipients);
    curl_easy_setopt(curl, CURLOPT_MAIL_RCPT_ALLLOWFAILS, 1L);
    curl_easy_setopt(curl, CURLOPT_MIMEPOST, lists.parts);
}

void secure(CURL* curl, const MailServer& server)
{
    const QUrl url(server.url);
    curl_easy_setopt(curl, CURLOPT_URL, url.toEncoded().constData());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    // To this machine it may be plain when there is nothing to hide.
    const bool mayBePlain = isThisMachine(url.host()) && server.user.isEmpty();
    curl_easy_setopt(curl, CURLOPT_USE_SSL,
                     mayBePlain ? static_cast<long>(CURLUSESSL_TRY) : static_cast<long>(CURLUSESSL_ALL));
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
    if (!server.authority.isEmpty()) {
        curl_easy_setopt(curl, CURLOPT_CAINFO, server.authority.toUtf8().constData());
        curl_easy_setopt(curl, CURLOPT_CAPATH, nullptr);
    }
    if (server.user.isEmpty()) return;
    curl_easy_setopt(curl, CURLOPT_USERNAME, server.user.toUtf8().constData());
    curl_easy_setopt(curl, CURLOPT_PASSWORD, server.password.toUtf8().constData());
}

void limit(CURL* curl, Answers& answers)
{
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, connectSeconds);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, patienceSeconds);
    curl_easy_setopt(curl, CURLOPT_SERVER_RESPONSE_TIMEOUT, secondsWithoutAWord);
    curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, goesOn);
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, hear);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, &answers);
}

city::Message failure(CURLcode code, const QString& host, const Answers& answers)
{
    switch (code) {
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
        return {QT_TRANSLATE_NOOP("Message", "the certificate of %1 cannot be trusted; nothing was sent"),
                {host}};
    case CURLE_USE_SSL_FAILED:
        return {QT_TRANSLATE_NOOP("Message", "%1 offers no TLS; nothing was sent"), {host}};
    case CURLE_LOGIN_DENIED:
        return {QT_TRANSLATE_NOOP("Message", "%1 refused the user or the password"), {host}};
    default:
        break;
    }
    const QString why =
        answers.refusal.isEmpty() ? QString::fromUtf8(curl_easy_strerror(code)) : answers.refusal;
    return {QT_TRANSLATE_NOOP("Message", "%1 did not take the e-mail: %2"), {host, why}};
}

/// Blocks.
city::Result<bool> sendNow(const MailServer& server, const Mail& mail)
{
    static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
    const QString host = QUrl(server.url).host();
    Answers answers;
    if (ready != CURLE_OK) return city::Problem{{}, {}, failure(ready, host, answers)};
    const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl(curl_easy_init(), curl_easy_cleanup);
    Lists lists;
    fill(curl.get(), lists, server, mail);
    secure(curl.get(), server);
    limit(curl.get(), answers);
    const CURLcode code = curl_easy_perform(curl.get());
    if (code != CURLE_OK) return city::Problem{{}, {}, failure(code, host, answers)};
    return answers.refusal.isEmpty();
}

std::optional<city::Message> problemOf(const MailServer& server, const Mail& mail)
{
    if (auto wrong = notices::problemOf(server)) return wrong;
    for (const QString& to : mail.to)
        if (!isMailAddress(to))
            return city::Message{QT_TRANSLATE_NOOP("Message", "“%1” is no e-mail address"), {to}};
    if (mail.to.isEmpty()) return city::Message{QT_TRANSLATE_NOOP("Message", "the e-mail is for nobody"), {}};
    qsizetype bytes = 0;
    for (const Attachment& one : mail.attachments)
        bytes += one.bytes.size();
    if (bytes > mostBytes)
        return city::Message{QT_TRANSLATE_NOOP("Message", "the e-mail is too large: %1 MB"),
                             {QString::number(bytes / 1'000'000)}};
    return std::nullopt;
}

} // namespace

std::optional<city::Message> problemOf(const MailServer& server)
{
    const QUrl url(server.url, QUrl::StrictMode);
    const bool known = url.isValid() && !url.host().isEmpty() &&
                       (url.scheme() == QLatin1String("smtps") || url.scheme() == QLatin1String("smtp"));
    if (!known)
        return city::Message{QT_TRANSLATE_NOOP("Message", "smtps://HOST:465 or smtp://HOST:587 was expected"),
                             {}};
    if (!isMailAddress(server.from))
        return city::Message{QT_TRANSLATE_NOOP("Message", "“%1” is no e-mail address"), {server.from}};
    return std::nullopt;
}

QFuture<city::Result<bool>> deliver(const MailServer& server, const Mail& mail)
{
    auto promise = std::make_shared<QPromise<city::Result<bool>>>();
    promise->start();
    const auto end = [promise](city::Result<bool> answer) {
        promise->addResult(std::move(answer));
        promise->finish();
    };
    if (auto wrong = problemOf(server, mail)) {
        end(city::Problem{{}, {}, std::move(*wrong)});
        return promise->future();
    }
    feeds::Request asked;
    asked.headers.insert(QStringLiteral("password"), server.password);
    auto* keys = new QFutureWatcher<city::Result<feeds::SecretValues>>(QCoreApplication::instance());
    QObject::connect(keys, &QFutureWatcherBase::finished, keys, [keys, end, server, mail] {
        keys->deleteLater();
        const auto found = keys->future().result();
        if (!found.ok()) return end(found.problem());
        MailServer known = server;
        known.password = feeds::filledText(server.password, *found);
        auto* sent = new QFutureWatcher<city::Result<bool>>(QCoreApplication::instance());
        QObject::connect(sent, &QFutureWatcherBase::finished, sent, [sent, end] {
            sent->deleteLater();
            end(sent->future().result());
        });
        sent->setFuture(QtConcurrent::run(&postRoom(), sendNow, known, mail));
    });
    keys->setFuture(feeds::findSecrets(feeds::secretNames(asked)));
    return promise->future();
}

} // namespace notices
