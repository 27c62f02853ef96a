// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/table_transport.h"

#include "layers/geo/postgis.h"

#include <QElapsedTimer>
#include <QtConcurrent>

namespace feeds {

namespace {

FetchResponse read(const Request& request, const QByteArray& since, const SecretValues& secrets)
{
    geo::TableQuestion question;
    question.host = request.url.host();
    question.port = request.url.port(5432);
    question.database = request.url.path().mid(1);
    question.user = filledText(request.headers.value(QStringLiteral("username")), secrets);
    question.password = filledText(request.headers.value(QStringLiteral("password")), secrets);
    question.table = request.table;
    question.updated = request.updated;
    question.since = QString::fromUtf8(since);
    question.most = request.rows;
    question.mostBytes = request.maxBytes;
    question.timeout = request.timeout;
    FetchResponse response;
    const auto rows = geo::readTable(question);
    if (!rows) {
        response.failure = rows.problem();
        return response;
    }
    response.partial = !since.isEmpty() && !request.updated.isEmpty();
    response.notModified = response.partial && rows->count == 0;
    response.contentType = "application/geo+json";
    response.lastModified = rows->newest.isEmpty() ? since : rows->newest.toUtf8();
    if (!response.notModified) response.body = rows->geoJson;
    return response;
}

} // namespace

QFuture<FetchResponse> TableTransport::get(const FetchRequest& asked)
{
    QElapsedTimer timer;
    timer.start();
    auto stamped = [this, timer](FetchResponse response) {
        response.receivedAt = m_clock.now();
        response.latency = city::Duration(timer.elapsed());
        return response;
    };
    return findSecrets(secretNames(asked.request))
        .then(this,
              [asked](const city::Result<SecretValues>& found) {
                  if (!found) {
                      FetchResponse response;
                      response.failure = found.problem();
                      return QtFuture::makeReadyFuture(response);
                  }
                  return QtConcurrent::run(read, asked.request, asked.lastModified, *found);
              })
        .unwrap()
        .then(this, stamped);
}

} // namespace feeds
