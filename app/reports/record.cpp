// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/record.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace app {

namespace {

const QString format = QStringLiteral("cityops-report/1");

city::Problem noRecord(const QString& where)
{
    return {where, {}, QT_TRANSLATE_NOOP("Message", "this is no report of CityOps, or what it says of itself was taken out")};
}

// "K7Q2M-9XHMT": letters people type in small, without the dash, or with O for 0.
QString tidyCode(const QString& code)
{
    QString tidy;
    for (const QChar letter : code.toUpper())
        if (letter.isLetterOrNumber()) tidy += letter == QLatin1Char('O') ? QLatin1Char('0') : letter == QLatin1Char('I') || letter == QLatin1Char('L') ? QLatin1Char('1') : letter;
    return tidy.size() == 10 ? tidy.left(5) + QLatin1Char('-') + tidy.mid(5) : QString();
}

} // namespace

ReportRecord recordOf(const Report& report)
{
    return {report.order, report.evidence.pack, report.evidence.code, !report.stamp.isEmpty()};
}

QByteArray recordText(const ReportRecord& record)
{
    const ReportOrder& order = record.order;
    QJsonObject json{{QStringLiteral("format"), format},
                     {QStringLiteral("report"), order.report},
                     {QStringLiteral("area"), order.area},
                     {QStringLiteral("from"), city::toIso(order.from)},
                     {QStringLiteral("to"), city::toIso(order.to)},
                     {QStringLiteral("language"), order.language},
                     {QStringLiteral("note"), order.note},
                     {QStringLiteral("pack"), record.pack},
                     {QStringLiteral("code"), record.code},
                     {QStringLiteral("demo"), record.invented}};
    if (order.asOf) json.insert(QStringLiteral("asOf"), city::toIso(*order.asOf));
    const QByteArray utf8 = QJsonDocument(json).toJson(QJsonDocument::Compact);
    QByteArray ascii; // some containers spoil what is not
    for (const QChar letter : QString::fromUtf8(utf8))
        ascii += letter.unicode() < 128 ? QByteArray(1, static_cast<char>(letter.unicode()))
                                        : QByteArrayLiteral("\\u") + QByteArray::number(letter.unicode(), 16).rightJustified(4, '0');
    return ascii;
}

city::Result<ReportRecord> readRecord(const QByteArray& text)
{
    const QJsonObject json = QJsonDocument::fromJson(text.left(1 << 20)).object();
    const auto word = [&json](const char* key) { return json.value(QLatin1String(key)).toString(); };
    const auto from = city::fromIso(word("from")), to = city::fromIso(word("to"));
    if (word("format") != format || !from || !to || word("report").isEmpty()) return noRecord({});
    ReportRecord record;
    record.order = {word("report"), word("area"), *from, *to, city::fromIso(word("asOf")), word("language"), word("note")};
    record.pack = word("pack");
    record.code = word("code");
    record.invented = json.value(QStringLiteral("demo")).toBool();
    return record;
}

void keepRecord(const QString& folder, const ReportRecord& record)
{
    if (folder.isEmpty() || !QDir().mkpath(folder)) return; // a report is whole without it
    QSaveFile file(folder + QLatin1Char('/') + record.code + QStringLiteral(".json"));
    if (file.open(QIODevice::WriteOnly) && file.write(recordText(record)) > 0 && file.flush()) file.commit();
}

city::Result<ReportRecord> keptRecord(const QString& folder, const QString& code)
{
    const QString tidy = tidyCode(code);
    const city::Problem unknown{code, {}, QT_TRANSLATE_NOOP("Message", "no report of this code was made here; give the file instead")};
    if (tidy.isEmpty()) return unknown;
    QFile file(folder + QLatin1Char('/') + tidy + QStringLiteral(".json"));
    if (!file.open(QIODevice::ReadOnly)) return unknown;
    return readRecord(file.readAll());
}

} // namespace app
