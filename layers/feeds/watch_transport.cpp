// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/watch_transport.h"

#include <QDateTime>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QtConcurrent>

namespace feeds {

namespace {

FetchResponse failed(const char* text, QStringList arguments)
{
    FetchResponse response;
    response.failure = city::Problem{{}, {}, {text, std::move(arguments)}};
    return response;
}

FetchResponse readNewest(const FetchRequest& request)
{
    const QFileInfo pattern(request.request.watch);
    const auto files =
        QDir(pattern.path()).entryInfoList({pattern.fileName()}, QDir::Files | QDir::Readable, QDir::Time);
    if (files.isEmpty())
        return failed(QT_TRANSLATE_NOOP("Message", "there is no file like %1"), {pattern.fileName()});
    const QFileInfo& newest = files.first();
    const QString home = QFileInfo(request.request.watchFolder).canonicalFilePath() + QLatin1Char('/');
    if (!newest.canonicalFilePath().startsWith(home))
        return failed(QT_TRANSLATE_NOOP("Message", "%1 is a link that leads out of the folder"),
                      {newest.fileName()});
    FetchResponse response;
    response.lastModified = QStringLiteral("%1 %2 %3")
                                .arg(newest.fileName())
                                .arg(newest.lastModified().toMSecsSinceEpoch())
                                .arg(newest.size())
                                .toUtf8();
    response.notModified = response.lastModified == request.lastModified;
    if (response.notModified) return response;
    if (newest.size() > request.request.maxBytes)
        return failed(QT_TRANSLATE_NOOP("Message", "the answer is larger than the allowed %1 bytes"),
                      {QString::number(request.request.maxBytes)});
    QFile file(newest.filePath());
    if (!file.open(QIODevice::ReadOnly))
        return failed(QT_TRANSLATE_NOOP("Message", "%1 cannot be read: %2"),
                      {newest.fileName(), file.errorString()});
    response.body = file.read(request.request.maxBytes);
    return response;
}

} // namespace

QFuture<FetchResponse> WatchTransport::get(const FetchRequest& request)
{
    QElapsedTimer timer;
    timer.start();
    return QtConcurrent::run(readNewest, request).then(&m_here, [this, timer](FetchResponse response) {
        response.receivedAt = m_clock.now();
        response.latency = city::Duration(timer.elapsed());
        return response;
    });
}

} // namespace feeds
