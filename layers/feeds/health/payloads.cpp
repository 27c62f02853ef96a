// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/health/payloads.h"

#include "layers/feeds/text/encoding.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace feeds {

namespace {

constexpr int mostKept = 5;
constexpr qsizetype mostBytes = 256 * 1024;

/// A feed's id is of the pack and harmless, but a file name takes nothing on trust.
QDir folderOf(const QString& folder, const QString& feed)
{
    return QDir(folder + QLatin1Char('/') + QString::fromLatin1(QUrl::toPercentEncoding(feed)));
}

QStringList namesIn(const QDir& dir)
{
    return dir.entryList({QStringLiteral("*.payload")}, QDir::Files, QDir::Name | QDir::Reversed);
}

/// The first line of a file; the body follows it.
QByteArray headOf(const FetchResponse& response, const std::optional<city::Problem>& refused)
{
    const QJsonObject head{{QStringLiteral("at"), city::toIso(response.receivedAt)},
                           {QStringLiteral("bytes"), static_cast<double>(response.body.size())},
                           {QStringLiteral("type"), QString::fromLatin1(response.contentType.left(200))},
                           {QStringLiteral("refused"), refused ? refused->toString().left(500) : QString()}};
    return QJsonDocument(head).toJson(QJsonDocument::Compact);
}

bool isText(const QByteArray& body)
{
    const QByteArray start = body.left(4096);
    const auto odd = std::count_if(start.begin(), start.end(), [](char c) {
        return (c >= 0 && c < 32 && c != '\n' && c != '\r' && c != '\t') || c == 127;
    });
    return odd * 100 <= start.size();
}

QString hexTable(const QByteArray& body)
{
    QString table;
    for (qsizetype at = 0; at < body.size(); at += 16) {
        const QByteArray row = body.mid(at, 16);
        QString seen;
        for (const char c : row)
            seen += c >= 32 && c < 127 ? QLatin1Char(c) : QLatin1Char('.');
        table += QStringLiteral("%1  %2  %3\n")
                     .arg(at, 8, 16, QLatin1Char('0'))
                     .arg(QString::fromLatin1(row.toHex(' ')).leftJustified(47), seen);
    }
    return table;
}

} // namespace

void keepPayload(const QString& folder, const QString& feed, const FetchResponse& response,
                 const std::optional<city::Problem>& refused)
{
    if (folder.isEmpty() || response.notModified || response.body.isEmpty()) return;
    const QDir dir = folderOf(folder, feed);
    if (!dir.mkpath(QStringLiteral("."))) return;
    QStringList names = namesIn(dir);
    const QByteArray body = response.body.left(mostBytes);
    if (!names.isEmpty() && bodyOf({dir.filePath(names.front()), {}, 0, {}, {}}) == body) return;
    const auto stamp = static_cast<qint64>(response.receivedAt.time_since_epoch().count());
    QFile file(dir.filePath(QStringLiteral("%1.payload").arg(stamp, 16, 10, QLatin1Char('0'))));
    if (!file.open(QIODevice::WriteOnly)) return;
    file.write(headOf(response, refused) + '\n' + body);
    file.close();
    names = namesIn(dir);
    for (int i = mostKept; i < names.size(); ++i)
        QFile::remove(dir.filePath(names[i]));
}

std::vector<KeptPayload> keptPayloads(const QString& folder, const QString& feed)
{
    std::vector<KeptPayload> kept;
    if (folder.isEmpty()) return kept;
    const QDir dir = folderOf(folder, feed);
    for (const QString& name : namesIn(dir)) {
        QFile file(dir.filePath(name));
        if (!file.open(QIODevice::ReadOnly)) continue;
        const QJsonObject head = QJsonDocument::fromJson(file.readLine(4096)).object();
        const auto at = city::fromIso(head.value(QStringLiteral("at")).toString());
        if (!at) continue;
        kept.push_back({file.fileName(), *at,
                        static_cast<qint64>(head.value(QStringLiteral("bytes")).toDouble()),
                        head.value(QStringLiteral("type")).toString().toLatin1(),
                        head.value(QStringLiteral("refused")).toString()});
    }
    return kept;
}

QByteArray bodyOf(const KeptPayload& payload)
{
    QFile file(payload.file);
    if (!file.open(QIODevice::ReadOnly)) return {};
    file.readLine(4096);
    return file.read(mostBytes);
}

QString payloadText(const QByteArray& body, const QByteArray& contentType, qsizetype most)
{
    const QByteArray shown = body.left(most);
    if (!isText(shown)) return hexTable(shown.left(most / 4));
    const QString text = QString::fromUtf8(toText(shown, {}, {contentType, most}).utf8);
    QString plain;
    plain.reserve(text.size());
    for (const QChar c : text) {
        if (c == QLatin1Char('\r')) continue;
        plain += c.isPrint() || c == QLatin1Char('\n') || c == QLatin1Char('\t') ? c : QChar(0x00B7);
    }
    return plain;
}

} // namespace feeds
