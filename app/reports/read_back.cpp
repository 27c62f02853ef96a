// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/read_back.h"

#include "app/reports/read_pdf.h"
#include "app/reports/record.h"
#include "layers/feeds/decoders/csv_rows.h"
#include "layers/feeds/zip.h"
#include "layers/geo/dataset.h"
#include "layers/geo/write_package.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QImageReader>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTextDocumentFragment>

namespace app {

namespace {

constexpr qint64 largest = 256 * 1024 * 1024;

using Texts = std::vector<Told>;

city::Result<QByteArray> contentOf(const QString& file)
{
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly)) return city::Problem{file, {}, {QT_TRANSLATE_NOOP("Message", "cannot be read: %1"), {in.errorString()}}};
    if (in.size() > largest) return city::Problem{file, {}, QT_TRANSLATE_NOOP("Message", "is larger than 256 MiB")};
    return in.readAll();
}

QString unescaped(const QString& html)
{
    return html.contains(QLatin1Char('&')) ? QTextDocumentFragment::fromHtml(html).toPlainText() : html;
}

Texts ofMarkup(const QString& html)
{
    static const QRegularExpression hidden(QStringLiteral("<(script|style)\\b.*?</\\1>"), QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression piece(QStringLiteral("<data value=\"([^\"]*)\"[^>]*>([^<]*)</data>|>([^<]+)<"));
    QString shown = html;
    shown.remove(hidden);
    Texts texts;
    QString section;
    for (auto match = piece.globalMatch(shown); match.hasNext();) {
        const auto one = match.next();
        const QString where = QStringLiteral("%1 %2").arg(QFileInfo(section).fileName()).arg(texts.size() + 1).trimmed();
        if (!one.captured(1).isEmpty()) texts.push_back({where, one.captured(1)});
        const QString text = unescaped(one.captured(1).isEmpty() ? one.captured(3) : one.captured(2)).simplified();
        if (!text.isEmpty()) texts.push_back({where, text});
    }
    return texts;
}

city::Result<Texts> ofWorkbook(const QByteArray& bytes)
{
    static const QRegularExpression cell(QStringLiteral("<c r=\"([A-Z]+\\d+)\"[^>]*>(?:<v>([^<]*)</v>|<is><t[^>]*>([^<]*)</t></is>)</c>"));
    const auto names = feeds::zipNames(bytes);
    if (!names.ok()) return names.problem();
    Texts texts;
    for (int sheet = 1; names->contains(QStringLiteral("xl/worksheets/sheet%1.xml").arg(sheet)); ++sheet) {
        const auto xml = feeds::zipMember(bytes, QStringLiteral("xl/worksheets/sheet%1.xml").arg(sheet), largest);
        if (!xml.ok()) return xml.problem();
        const QString text = QString::fromUtf8(*xml);
        for (auto match = cell.globalMatch(text); match.hasNext();) {
            const auto one = match.next();
            texts.push_back({QStringLiteral("%1!%2").arg(sheet).arg(one.captured(1)), unescaped(one.captured(2) + one.captured(3))});
        }
    }
    return texts;
}

Texts ofCsv(const QByteArray& bytes)
{
    const QByteArray plain = bytes.startsWith("\xEF\xBB\xBF") ? bytes.mid(3) : bytes;
    feeds::CsvRows rows(std::string_view(plain.constData(), static_cast<std::size_t>(plain.size())), ',');
    std::vector<QString> heads;
    Texts texts;
    for (int row = 1; rows.next(); ++row) {
        QString name;
        for (std::size_t i = 0; i < rows.count(); ++i) {
            const QString text = QString::fromUtf8(QByteArrayView(rows.fields()[i]));
            if (row == 1) heads.push_back(text);
            if (i == 1) name = text;
            const QString head = i < heads.size() ? heads[i] : QString::number(i + 1);
            texts.push_back({QStringLiteral("%1, %2 (%3)").arg(row).arg(head, name), text});
        }
    }
    return texts;
}

city::Result<Texts> ofFeatures(const QString& file)
{
    const auto layers = geo::vectorLayers(file);
    if (!layers.ok()) return layers.problem();
    Texts texts;
    for (const QString& layer : *layers) {
        if (layer == QLatin1String("layer_styles")) continue;
        geo::OpenOptions options;
        options.layer = layer;
        const auto table = geo::readLayer(file, options);
        if (!table.ok()) return table.problem();
        for (const geo::Feature& feature : table->features)
            for (qsizetype i = 0; i < table->fields.size(); ++i)
                if (table->fields[i] != QLatin1String("cityops_report"))
                    texts.push_back({QStringLiteral("%1 %2, %3").arg(layer).arg(feature.id).arg(table->fields[i]), feature.values.value(i).toString()});
    }
    return texts;
}

QString ending(const QString& file)
{
    return QFileInfo(file).suffix().toLower();
}

} // namespace

city::Result<std::vector<Told>> readBack(const QString& file)
{
    const QString kind = ending(file);
    if (kind == QLatin1String("gpkg") || kind == QLatin1String("geojson")) return ofFeatures(file);
    const auto bytes = contentOf(file);
    if (!bytes.ok()) return bytes.problem();
    if (kind == QLatin1String("pdf")) return pdfTexts(*bytes);
    if (kind == QLatin1String("html") || kind == QLatin1String("svg")) return ofMarkup(QString::fromUtf8(*bytes));
    if (kind == QLatin1String("xlsx")) return ofWorkbook(*bytes);
    if (kind == QLatin1String("csv")) return ofCsv(*bytes);
    const QImage image = QImage::fromData(*bytes).convertToFormat(QImage::Format_RGB32);
    QCryptographicHash sum(QCryptographicHash::Sha256);
    for (int y = 0; y < image.height(); ++y)
        sum.addData(QByteArrayView(image.constScanLine(y), image.width() * 4));
    return Texts{{file, QString::fromLatin1(sum.result().toHex())}};
}

city::Result<ReportRecord> recordIn(const QString& file)
{
    const QString kind = ending(file);
    if (kind == QLatin1String("gpkg")) {
        const auto fact = geo::packageFact(file, QStringLiteral("CITYOPS_REPORT"));
        return fact.ok() ? readRecord(fact->toLatin1()) : city::Result<ReportRecord>(fact.problem());
    }
    if (kind == QLatin1String("png")) return readRecord(QImageReader(file).text(QStringLiteral("cityops")).toLatin1());
    const auto bytes = contentOf(kind == QLatin1String("csv") ? file + QStringLiteral("-metadata.json") : file);
    if (!bytes.ok()) return bytes.problem();
    if (kind == QLatin1String("pdf")) return readRecord(pdfRecord(*bytes));
    if (kind == QLatin1String("csv")) return readRecord(QJsonDocument(QJsonDocument::fromJson(*bytes).object().value(QStringLiteral("cityops-report")).toObject()).toJson());
    if (kind == QLatin1String("xlsx")) {
        const auto core = feeds::zipMember(*bytes, QStringLiteral("docProps/core.xml"), 1 << 20);
        static const QRegularExpression said(QStringLiteral("<dc:description>(.*?)</dc:description>"));
        return core.ok() ? readRecord(unescaped(said.match(QString::fromUtf8(*core)).captured(1)).toLatin1()) : city::Result<ReportRecord>(core.problem());
    }
    static const QRegularExpression inPage(QStringLiteral("id=\"cityops-report\">(.*?)</script>|<desc>(.*?)</desc>"), QRegularExpression::DotMatchesEverythingOption);
    if (kind == QLatin1String("geojson")) {
        const auto table = geo::readLayer(file);
        const int field = table.ok() ? table->fieldIndex(QStringLiteral("cityops_report")) : -1;
        return readRecord(field >= 0 && !table->features.empty() ? table->features.front().values.value(field).toString().toLatin1() : QByteArray());
    }
    const auto match = inPage.match(QString::fromUtf8(*bytes));
    const QString text = match.captured(1).isEmpty() ? unescaped(match.captured(2)) : match.captured(1);
    return readRecord(text.toLatin1());
}

std::vector<Difference> differences(const std::vector<Told>& told, const std::vector<Told>& should)
{
    std::vector<Difference> found;
    const std::size_t both = std::min(told.size(), should.size());
    for (std::size_t i = 0; i < both; ++i)
        if (told[i].text != should[i].text) found.push_back({told[i].where, told[i].text, should[i].text});
    for (std::size_t i = both; i < told.size(); ++i)
        found.push_back({told[i].where, told[i].text, {}});
    for (std::size_t i = both; i < should.size(); ++i)
        found.push_back({should[i].where, {}, should[i].text});
    return found;
}

} // namespace app
