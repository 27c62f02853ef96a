// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/folder_transport.h"

#include "layers/feeds/gzip.h"

#include <QDateTime>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QtConcurrent>

namespace feeds {

namespace {

bool isPlainName(const QString& name)
{
    return !name.isEmpty() && name != QLatin1String(".") && name != QLatin1String("..") &&
           !name.contains(QLatin1Char('/')) && !name.contains(QLatin1Char('\\')) &&
           !name.contains(QChar::Null);
}

QString newestIn(const QString& folder, const QStringList& patterns)
{
    const auto files = QDir(folder).entryInfoList(patterns, QDir::Files | QDir::Readable, QDir::Time);
    return files.isEmpty() ? QString() : files.first().filePath();
}

QString fileFor(const QString& folder, const FetchRequest& request)
{
    if (!isPlainName(request.feed)) return {};
    const QString own = folder + QLatin1Char('/') + request.feed;
    if (request.page > 0) // "ID@p2.*": the second page
        return newestIn(folder, {QStringLiteral("%1@p%2.*").arg(request.feed).arg(request.page + 1)});
    if (request.document == FetchRequest::Document::Followed) {
        const QString name = request.request.url.fileName(QUrl::FullyDecoded);
        return isPlainName(name) && QFile::exists(own + QLatin1Char('/') + name)
                   ? own + QLatin1Char('/') + name
                   : QString();
    }
    const QString beside = newestIn(folder, {request.feed + QStringLiteral(".*")});
    return beside.isEmpty() ? newestIn(own, {QStringLiteral("*")}) : beside;
}

FetchResponse failure(const char* text, QStringList arguments)
{
    FetchResponse response;
    response.failure = city::Problem{{}, {}, {text, std::move(arguments)}};
    return response;
}

FetchResponse read(const QString& folder, const FetchRequest& request)
{
    const QString path = fileFor(folder, request);
    if (path.isEmpty()) {
        const bool followed = request.document == FetchRequest::Document::Followed;
        const QString what =
            followed ? request.feed + QLatin1Char('/') + request.request.url.fileName() : request.feed;
        return failure(QT_TRANSLATE_NOOP("Message", "no recording of %1 in %2"), {what, folder});
    }
    const QFileInfo info(path);
    FetchResponse response;
    response.lastModified = QStringLiteral("%1 %2 %3")
                                .arg(info.fileName())
                                .arg(info.lastModified().toMSecsSinceEpoch())
                                .arg(info.size())
                                .toUtf8();
    if (response.lastModified == request.lastModified) {
        response.notModified = true;
        return response;
    }
    const qint64 limit = request.request.maxBytes;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(QT_TRANSLATE_NOOP("Message", "%1 cannot be read: %2"), {path, file.errorString()});
    if (info.size() > limit) {
        return failure(QT_TRANSLATE_NOOP("Message", "the answer is larger than the allowed %1 bytes"),
                       {QString::number(limit)});
    }
    response.body = file.read(limit);
    if (!isGzip(response.body)) return response;
    auto content = inflateGzip(response.body, limit);
    if (content)
        response.body = std::move(content.value());
    else
        response = failure(content.problem().text.source, content.problem().text.arguments);
    return response;
}

} // namespace

FolderTransport::FolderTransport(QString folder, const city::Clock& clock)
    : m_folder(std::move(folder)), m_clock(clock)
{
}

QFuture<FetchResponse> FolderTransport::get(const FetchRequest& request)
{
    QElapsedTimer timer;
    timer.start();
    return QtConcurrent::run(read, m_folder, request).then(&m_here, [this, timer](FetchResponse response) {
        response.receivedAt = m_clock.now();
        response.latency = city::Duration(timer.elapsed());
        return response;
    });
}

} // namespace feeds
