// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/dbf_encoding.h"

#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>
#include <algorithm>
#include <vector>

namespace geo {

namespace {

constexpr qint64 enough = 4 << 20; // bytes of text looked at

QString beside(const QString& file, const char* suffix)
{
    const QString stem = file.left(file.lastIndexOf(QLatin1Char('.')) + 1);
    for (const QString& name : {stem + QLatin1String(suffix), stem + QString::fromLatin1(suffix).toUpper()}) {
        if (QFileInfo::exists(name)) return name;
    }
    return {};
}

QString spelledForGdal(const QString& cpg)
{
    const QString name = cpg.trimmed().toUpper();
    const QString bare =
        QString(name).remove(QLatin1Char('-')).remove(QLatin1Char('_')).remove(QLatin1Char(' '));
    if (bare == QLatin1String("BIG5") || bare.endsWith(QLatin1String("950"))) return QStringLiteral("CP950");
    if (bare == QLatin1String("UTF8") || bare == QLatin1String("65001")) return QStringLiteral("UTF-8");
    return name;
}

bool ascii(const QByteArray& text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// A field holds a fixed number of bytes, so its last character may be cut: up to three bytes are forgiven.
bool fitsUtf8(const QByteArray& field)
{
    for (int cut = 0; cut <= std::min<int>(3, static_cast<int>(field.size())); ++cut) {
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        const QString text = decoder(field.chopped(cut));
        if (!decoder.hasError() && (cut == 0 || !text.isEmpty())) return true;
    }
    return false;
}

bool fitsBig5(const QByteArray& field)
{
    for (qsizetype i = 0; i < field.size(); ++i) {
        const auto lead = static_cast<unsigned char>(field[i]);
        if (lead < 0x80) continue;
        if (lead < 0x81 || lead > 0xFE) return false;
        if (++i == field.size()) return true;
        const auto trail = static_cast<unsigned char>(field[i]);
        if (trail < 0x40 || trail == 0x7F || (trail > 0x7E && trail < 0xA1) || trail == 0xFF) return false;
    }
    return true;
}

quint32 little(const QByteArray& bytes, int at, int count)
{
    quint32 value = 0;
    for (int i = count - 1; i >= 0; --i)
        value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

// Field names and the contents of text fields, as bytes.
std::vector<QByteArray> texts(QFile& table, const QByteArray& header)
{
    struct Column {
        int at, length;
    };
    std::vector<QByteArray> out;
    std::vector<Column> columns;
    int at = 1; // the first byte of a record is its deletion mark
    for (qsizetype i = 32; i + 32 <= header.size() && header[i] != 0x0D; i += 32) {
        const QByteArray name = header.mid(i, 11);
        out.push_back(name.left(name.indexOf('\0')));
        const int length = static_cast<unsigned char>(header[i + 16]);
        if (header[i + 11] == 'C') columns.push_back({at, length});
        at += length;
    }
    const auto record = static_cast<qint64>(little(header, 10, 2));
    table.seek(static_cast<qint64>(little(header, 8, 2)));
    for (qint64 seen = 0; record > 0 && seen < enough; seen += record) {
        const QByteArray row = table.read(record);
        if (row.size() < record) break;
        for (const Column& column : columns)
            out.push_back(row.mid(column.at, column.length).trimmed());
    }
    return out;
}

} // namespace

DbfEncoding dbfEncoding(const QString& file)
{
    DbfEncoding result;
    QFile table(beside(file, "dbf"));
    if (table.fileName().isEmpty() || !table.open(QIODevice::ReadOnly)) return {{}, {}, true};
    QByteArray header = table.read(32);
    if (header.size() < 32) return {{}, {}, true};
    if (QFile cpg(beside(file, "cpg")); !cpg.fileName().isEmpty() && cpg.open(QIODevice::ReadOnly))
        result.stated = spelledForGdal(QString::fromLatin1(cpg.read(64)));
    if (result.stated.isEmpty() && header[29] != 0) result.stated = QStringLiteral("LDID");
    header += table.read(static_cast<qint64>(little(header, 8, 2)) - 32);
    const std::vector<QByteArray> all = texts(table, header);
    result.plainAscii = std::all_of(all.begin(), all.end(), ascii);
    if (!result.stated.isEmpty() || result.plainAscii) return result;
    if (std::all_of(all.begin(), all.end(), fitsUtf8))
        result.likely = QStringLiteral("UTF-8");
    else if (std::all_of(all.begin(), all.end(), fitsBig5))
        result.likely = QStringLiteral("CP950");
    return result;
}

} // namespace geo
