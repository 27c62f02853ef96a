// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/recording.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>
#include <algorithm>

namespace feeds {

namespace {

const QString listName = QStringLiteral("recording.jsonl");

/// What a question is known by: the feed, and the page or the document followed.
QString keyOf(const FetchRequest& request)
{
    if (request.document == FetchRequest::Document::Followed)
        return request.feed + QLatin1Char(' ') +
               request.request.url.toString(QUrl::RemoveQuery | QUrl::RemoveUserInfo | QUrl::RemoveFragment) +
               QLatin1Char(' ') +
               QString::fromLatin1(
                   QCryptographicHash::hash(request.request.url.query().toUtf8(), QCryptographicHash::Sha1)
                       .toHex()
                       .left(8));
    return request.page > 0 ? QStringLiteral("%1 page %2").arg(request.feed).arg(request.page + 1)
                            : request.feed;
}

QString text(const QJsonObject& line, const char* key)
{
    return line.value(QLatin1String(key)).toString();
}

/// A file of the recording by its hash; nothing for a name that is none.
QString bodyFile(const QString& folder, const QString& name)
{
    const bool plain = name.size() == 40 && std::all_of(name.begin(), name.end(), [](QChar c) {
                           return c.isDigit() || (c >= QLatin1Char('a') && c <= QLatin1Char('f'));
                       });
    return plain ? folder + QLatin1Char('/') + name : QString();
}

QFuture<FetchResponse> ready(FetchResponse response)
{
    QPromise<FetchResponse> promise;
    promise.start();
    promise.addResult(std::move(response));
    promise.finish();
    return promise.future();
}

} // namespace

RecordingTransport::RecordingTransport(Transport& inner, QString folder, QObject* parent)
    : QObject(parent), m_inner(inner), m_folder(std::move(folder))
{
    if (!QDir().mkpath(m_folder))
        m_problem = city::Problem{m_folder, {}, QT_TRANSLATE_NOOP("Message", "the folder cannot be made")};
}

QFuture<FetchResponse> RecordingTransport::get(const FetchRequest& request)
{
    return m_inner.get(request).then(this, [this, request](const FetchResponse& response) {
        write(request, response);
        return response;
    });
}

void RecordingTransport::write(const FetchRequest& request, const FetchResponse& response)
{
    QJsonObject line{
        {QStringLiteral("what"), keyOf(request)},
        {QStringLiteral("at"), city::toIso(response.receivedAt)},
        {QStringLiteral("ms"), static_cast<double>(response.receivedAt.time_since_epoch().count())},
        {QStringLiteral("latency"), static_cast<double>(response.latency.count())}};
    const auto put = [&line](const char* key, const QByteArray& value) {
        if (!value.isEmpty()) line.insert(QLatin1String(key), QString::fromLatin1(value));
    };
    put("type", response.contentType);
    put("etag", response.etag);
    put("modified", response.lastModified);
    if (response.notModified) line.insert(QStringLiteral("same"), true);
    if (response.failure) line.insert(QStringLiteral("failure"), response.failure->toString());
    if (!response.failure && !response.notModified) {
        const QString name =
            QString::fromLatin1(QCryptographicHash::hash(response.body, QCryptographicHash::Sha1).toHex());
        QFile body(m_folder + QLatin1Char('/') + name);
        if (!body.exists() && (!body.open(QIODevice::WriteOnly) || body.write(response.body) < 0))
            m_problem =
                city::Problem{body.fileName(),
                              {},
                              {QT_TRANSLATE_NOOP("Message", "cannot be written: %1"), {body.errorString()}}};
        line.insert(QStringLiteral("body"), name);
    }
    QFile list(m_folder + QLatin1Char('/') + listName);
    if (list.open(QIODevice::WriteOnly | QIODevice::Append))
        list.write(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
    else
        m_problem =
            city::Problem{list.fileName(),
                          {},
                          {QT_TRANSLATE_NOOP("Message", "cannot be written: %1"), {list.errorString()}}};
}

std::optional<city::Instant> recordingStart(const QString& folder)
{
    QFile list(folder + QLatin1Char('/') + listName);
    if (!list.open(QIODevice::ReadOnly)) return std::nullopt;
    const QJsonObject first = QJsonDocument::fromJson(list.readLine(1 << 20)).object();
    if (!first.contains(QLatin1String("ms"))) return std::nullopt;
    return city::Instant{city::Duration{static_cast<qint64>(first.value(QLatin1String("ms")).toDouble())}};
}

RecordedTransport::RecordedTransport(QString folder, const city::Clock& clock, QObject* parent)
    : QObject(parent), m_folder(std::move(folder)), m_clock(clock)
{
    QFile list(m_folder + QLatin1Char('/') + listName);
    if (!list.open(QIODevice::ReadOnly)) return;
    while (!list.atEnd()) {
        const QJsonObject line = QJsonDocument::fromJson(list.readLine(1 << 20)).object();
        if (line.isEmpty()) continue;
        Answer answer;
        answer.at =
            city::Instant{city::Duration{static_cast<qint64>(line.value(QLatin1String("ms")).toDouble())}};
        answer.file = bodyFile(m_folder, text(line, "body"));
        FetchResponse& response = answer.response;
        response.latency =
            city::Duration{static_cast<qint64>(line.value(QLatin1String("latency")).toDouble())};
        response.contentType = text(line, "type").toLatin1();
        response.etag = text(line, "etag").toLatin1();
        response.lastModified = text(line, "modified").toLatin1();
        response.notModified = line.value(QLatin1String("same")).toBool();
        if (line.contains(QLatin1String("failure")))
            response.failure =
                city::Problem{{}, {}, {QT_TRANSLATE_NOOP("Message", "%1"), {text(line, "failure")}}};
        std::vector<Answer>& answers = m_answers[text(line, "what")];
        // "Not modified" says again what came before: a question from the start gets the body.
        if (response.notModified && !answers.empty() && !answers.back().response.failure) {
            response = answers.back().response;
            answer.file = answers.back().file;
        }
        answers.push_back(std::move(answer));
    }
}

FetchResponse RecordedTransport::answer(const FetchRequest& request) const
{
    const auto failed = [](city::Message why) {
        FetchResponse response;
        response.failure = city::Problem{{}, {}, std::move(why)};
        return response;
    };
    const auto found = m_answers.constFind(keyOf(request));
    if (found == m_answers.cend())
        return failed({QT_TRANSLATE_NOOP("Message", "no recording of %1 in %2"), {request.feed, m_folder}});
    auto after = std::upper_bound(found->begin(), found->end(), m_clock.now(),
                                  [](city::Instant at, const Answer& answer) { return at < answer.at; });
    // What came in the course of the first round is not withheld from a round that is faster.
    const bool isSoon = after == found->begin() && after->at - m_clock.now() <= request.request.every;
    if (isSoon) ++after;
    if (after == found->begin())
        return failed({QT_TRANSLATE_NOOP("Message", "the recording of %1 begins later"), {request.feed}});
    const Answer& answer = *(after - 1);
    FetchResponse response = answer.response;
    const bool same = !response.etag.isEmpty()
                          ? response.etag == request.etag
                          : !response.lastModified.isEmpty() && response.lastModified == request.lastModified;
    if (response.failure || same) {
        response.notModified = same && !response.failure;
        return response;
    }
    QFile body(answer.file);
    if (answer.file.isEmpty() || !body.open(QIODevice::ReadOnly))
        return failed({QT_TRANSLATE_NOOP("Message", "no recording of %1 in %2"), {request.feed, m_folder}});
    response.notModified = false;
    response.body = body.read(request.request.maxBytes);
    return response;
}

QFuture<FetchResponse> RecordedTransport::get(const FetchRequest& request)
{
    FetchResponse response = answer(request);
    response.receivedAt = m_clock.now();
    return ready(std::move(response));
}

} // namespace feeds
