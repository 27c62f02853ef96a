// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/notices/mail_text.h"

#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>
#include <QUuid>
#include <algorithm>

namespace notices {

namespace {

constexpr qsizetype mostBytesAWord = 42; ///< Of UTF-8: an encoded word has 75 characters at most.

QByteArray encodedWord(const QString& text)
{
    return "=?UTF-8?B?" + text.toUtf8().toBase64() + "?=";
}

} // namespace

QByteArray headerText(const QString& text)
{
    const QString line = text.simplified();
    const bool plain =
        std::all_of(line.begin(), line.end(), [](QChar c) { return c.unicode() >= 32 && c.unicode() < 127; });
    if (plain && line.size() < 900 && !line.contains(QLatin1String("=?"))) return line.toLatin1();
    QByteArray words;
    QString word;
    for (const char32_t c : line.toUcs4()) {
        const QString next = QString::fromUcs4(&c, 1);
        if ((word + next).toUtf8().size() > mostBytesAWord) {
            words += encodedWord(word) + "\r\n ";
            word.clear();
        }
        word += next;
    }
    return words + encodedWord(word);
}

std::vector<QByteArray> headersOf(const MailServer& server, const Mail& mail)
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(mail.at.time_since_epoch().count(), Qt::UTC);
    const QString date =
        QLocale::c().toString(at, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss")) + QStringLiteral(" +0000");
    const QByteArray id = QUuid::createUuid().toByteArray(QUuid::WithoutBraces) + '@' +
                          server.from.section(QLatin1Char('@'), -1).toLatin1();
    return {"Date: " + date.toLatin1(),
            "From: " + server.from.toLatin1(),
            "To: " + mail.to.join(QStringLiteral(",\r\n ")).toLatin1(),
            "Subject: " + headerText(mail.subject),
            "Message-ID: <" + id + '>',
            "Auto-Submitted: auto-generated"}; // No answers of holidays to it.
}

bool isMailAddress(const QString& text)
{
    static const QRegularExpression address(
        QStringLiteral("\\A[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,255}\\z"));
    return address.match(text).hasMatch();
}

} // namespace notices
