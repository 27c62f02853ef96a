// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packs/icon_file.h"

#include "app/packs/pack_files.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QXmlStreamReader>

namespace app {

namespace {

constexpr qint64 largest = 64 * 1024;
constexpr int deepest = 32;

city::Problem refused(const QString& what)
{
    return {{}, {}, {QT_TRANSLATE_NOOP("Message", "the icon is not drawn: it holds %1"), {what}}};
}

} // namespace

std::optional<city::Problem> whyNoIcon(const QByteArray& svg)
{
    static const QStringList plain{
        QStringLiteral("svg"),    QStringLiteral("g"),        QStringLiteral("path"),
        QStringLiteral("circle"), QStringLiteral("ellipse"),  QStringLiteral("rect"),
        QStringLiteral("line"),   QStringLiteral("polyline"), QStringLiteral("polygon"),
        QStringLiteral("title"),  QStringLiteral("desc")};
    QXmlStreamReader xml(svg);
    int depth = 0;
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::DTD) return refused(QStringLiteral("DOCTYPE"));
        if (token == QXmlStreamReader::EndElement) --depth;
        if (token != QXmlStreamReader::StartElement) continue;
        if (++depth > deepest) return refused(QStringLiteral("<%1>").arg(xml.name()));
        if (!plain.contains(xml.name())) return refused(QStringLiteral("<%1>").arg(xml.name()));
        for (const QXmlStreamAttribute& attribute : xml.attributes())
            if (attribute.value().contains(QLatin1String("url(")) ||
                attribute.name() == QLatin1String("href") || attribute.name().startsWith(QLatin1String("on")))
                return refused(attribute.qualifiedName().toString());
    }
    if (xml.hasError())
        return city::Problem{{}, {}, {QT_TRANSLATE_NOOP("Message", "is not SVG: %1"), {xml.errorString()}}};
    return std::nullopt;
}

city::Result<QByteArray> readIcon(const QString& name, const QString& resources, const QString& folder)
{
    static const QRegularExpression form(QStringLiteral("^[a-z0-9-]{1,40}$"));
    const QDir fixed(resources + QStringLiteral("/icons/map"));
    QString path = fixed.filePath(name + QStringLiteral(".svg"));
    if (form.match(name).hasMatch() && !folder.isEmpty()) {
        const auto own = fileInPack(folder, QStringLiteral("icons/") + name + QStringLiteral(".svg"));
        if (own.ok()) path = own->path;
    }
    QFile file(path);
    if (!form.match(name).hasMatch() || !file.open(QIODevice::ReadOnly)) {
        QStringList names;
        for (const QString& one : fixed.entryList({QStringLiteral("*.svg")}, QDir::Files, QDir::Name))
            names << one.chopped(4);
        return city::Problem{
            {},
            {},
            {QT_TRANSLATE_NOOP(
                 "Message", "there is no icon \"%1\" in the folder icons of the pack; the program has: %2"),
             {name.left(60), names.join(QStringLiteral(", "))}}};
    }
    const QByteArray svg = file.read(largest + 1);
    if (svg.size() > largest)
        return city::Problem{
            {}, {}, {QT_TRANSLATE_NOOP("Message", "the icon is larger than %1 KiB"), {QStringLiteral("64")}}};
    if (auto wrong = whyNoIcon(svg)) return *wrong;
    return svg;
}

} // namespace app
