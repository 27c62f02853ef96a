// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/kinds/xml_tree.h"

#include <QXmlStreamReader>
#include <algorithm>

namespace map {

namespace {

constexpr qsizetype largest = 4 * 1024 * 1024;
constexpr std::size_t deepest = 64;
constexpr int most = 100'000;

city::Problem problem(const char* text, const QString& argument)
{
    return {{}, {}, {text, {argument}}};
}

} // namespace

const XmlElement& XmlElement::child(const char* wanted) const
{
    static const XmlElement nothing;
    const auto found = std::find_if(children.begin(), children.end(), [wanted](const XmlElement& one) {
        return one.name == QLatin1String(wanted);
    });
    return found == children.end() ? nothing : *found;
}

std::vector<const XmlElement*> XmlElement::all(const char* wanted) const
{
    std::vector<const XmlElement*> found;
    for (const XmlElement& one : children)
        if (one.name == QLatin1String(wanted)) found.push_back(&one);
    return found;
}

city::Result<XmlElement> readXmlTree(const QByteArray& text)
{
    if (text.size() > largest)
        return problem(QT_TRANSLATE_NOOP("Message", "the XML is larger than %1 MiB"), QStringLiteral("4"));
    QXmlStreamReader xml(text);
    // Finished elements are moved into the one around them.
    std::vector<XmlElement> open(1);
    int count = 0;
    while (!xml.atEnd()) {
        switch (xml.readNext()) {
        case QXmlStreamReader::DTD:
            if (!xml.entityDeclarations().isEmpty())
                return problem(QT_TRANSLATE_NOOP("Message", "the XML declares entities of its own: %1"),
                               xml.entityDeclarations().first().name().toString());
            break;
        case QXmlStreamReader::StartElement:
            if (open.size() > deepest || ++count > most)
                return problem(
                    QT_TRANSLATE_NOOP("Message", "the XML is nested too deeply or has too many elements: %1"),
                    QString::number(count));
            open.push_back({xml.name().toString(), {}, {}});
            for (const QXmlStreamAttribute& one : xml.attributes())
                open.back().attributes.insert(one.name().toString(), one.value().toString());
            break;
        case QXmlStreamReader::EndElement: {
            XmlElement done = std::move(open.back());
            open.pop_back();
            open.back().children.push_back(std::move(done));
            break;
        }
        default:
            break;
        }
    }
    if (xml.hasError() || open.front().children.empty())
        return problem(QT_TRANSLATE_NOOP("Message", "is not XML: %1"), xml.errorString());
    return std::move(open.front().children.front());
}

} // namespace map
