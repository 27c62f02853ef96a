// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/xml_tree.h"

#include "layers/feeds/text/encoding.h"
#include "layers/feeds/text/number.h"

#include <QXmlStreamReader>

namespace feeds {

namespace {

constexpr int deepest = 200;

city::Problem refusal(const char* text, QStringList arguments = {})
{
    return {{}, {}, {text, std::move(arguments)}};
}

/// Appends a text as UTF-8; nearly all of them are ASCII.
void append(std::string& to, QStringView text)
{
    const std::size_t before = to.size();
    to.resize(before + static_cast<std::size_t>(text.size()));
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        if (c >= 0x80) {
            to.resize(before);
            const QByteArray utf8 = text.toUtf8();
            to.append(utf8.constData(), static_cast<std::size_t>(utf8.size()));
            return;
        }
        to[before + static_cast<std::size_t>(i)] = static_cast<char>(c);
    }
}

QStringView localName(QStringView qualified)
{
    return qualified.mid(qualified.lastIndexOf(QLatin1Char(':')) + 1);
}

/// Builds the tree from the stream; stops at the first thing that is refused. Prefixes are cut off here and
/// not by the reader, which would refuse one that is not declared: fragments of larger documents have such.
class TreeBuilder {
public:
    TreeBuilder(const QByteArray& utf8, XmlTree& tree) : m_reader(utf8), m_tree(tree)
    {
        m_reader.setNamespaceProcessing(false);
        // Nearly every element has two tags; moving half a tree while it grows costs more than the room.
        m_tree.nodes().reserve(static_cast<std::size_t>(utf8.count('<') / 2 + 1));
    }

    std::optional<city::Problem> build()
    {
        while (!m_reader.atEnd()) {
            const QXmlStreamReader::TokenType token = m_reader.readNext();
            if (token == QXmlStreamReader::DTD)
                return refusal(
                    QT_TRANSLATE_NOOP("Message", "is XML with a document type, which is not read"));
            if (token == QXmlStreamReader::StartElement && !enter())
                return refusal(QT_TRANSLATE_NOOP("Message", "is nested too deep"));
            if (token == QXmlStreamReader::EndElement) leave();
            if (token == QXmlStreamReader::Characters && m_current >= 0) addText();
        }
        if (!m_reader.hasError()) return std::nullopt;
        if (m_reader.error() == QXmlStreamReader::PrematureEndOfDocumentError)
            return refusal(QT_TRANSLATE_NOOP("Message", "is XML that was cut off"));
        return refusal(QT_TRANSLATE_NOOP("Message", "is not well-formed XML: line %1: %2"),
                       {QString::number(m_reader.lineNumber()), m_reader.errorString()});
    }

private:
    void addText()
    {
        std::string& text = m_tree.nodes()[static_cast<std::size_t>(m_current)].text;
        if (text.empty() && m_reader.isWhitespace()) return; // between elements
        append(text, m_reader.text());
    }

    bool enter()
    {
        if (++m_depth > deepest) return false;
        const int index = m_tree.size();
        XmlNode& node = m_tree.nodes().emplace_back();
        append(node.name, localName(m_reader.qualifiedName()));
        node.parent = m_current;
        const QXmlStreamAttributes attributes = m_reader.attributes();
        for (const QXmlStreamAttribute& attribute : attributes) {
            auto& [name, value] = node.attributes.emplace_back();
            append(name, localName(attribute.qualifiedName()));
            append(value, attribute.value());
        }
        if (m_current >= 0) m_tree.nodes()[static_cast<std::size_t>(m_current)].children.push_back(index);
        m_current = index;
        return true;
    }

    void leave()
    {
        --m_depth;
        m_current = m_tree.at(m_current).parent;
    }

    QXmlStreamReader m_reader;
    XmlTree& m_tree;
    int m_current = -1;
    int m_depth = 0;
};

/// A blank each: taken out altogether, what stands on both sides would become one word that nobody wrote.
QByteArray withoutControls(QByteArray utf8)
{
    for (char& c : utf8) {
        if (static_cast<uchar>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r') c = ' ';
    }
    return utf8;
}

/// The document behind its XML declaration: the text is UTF-8 by now, whatever stands there.
QByteArray behindDeclaration(const QByteArray& utf8)
{
    const QByteArray text = utf8.trimmed();
    const qsizetype end = text.startsWith("<?xml") ? text.left(400).indexOf("?>") : -1;
    return end < 0 ? text : text.mid(end + 2);
}

} // namespace

int XmlTree::child(int index, std::string_view name) const
{
    for (const int child : at(index).children) {
        if (at(child).name == name) return child;
    }
    return -1;
}

std::vector<int> XmlTree::childrenNamed(int index, std::string_view name) const
{
    std::vector<int> found;
    for (const int child : at(index).children) {
        if (at(child).name == name) found.push_back(child);
    }
    return found;
}

std::string_view XmlTree::textOf(int index, std::string_view name) const
{
    const int found = child(index, name);
    return found < 0 ? std::string_view() : trimmed(at(found).text);
}

const std::string* XmlTree::attribute(int index, std::string_view name) const
{
    for (const auto& [key, value] : at(index).attributes) {
        if (key == name) return &value;
    }
    return nullptr;
}

std::vector<int> XmlTree::everyNamed(std::string_view name) const
{
    std::vector<int> found;
    for (int i = 0; i < size(); ++i) {
        if (at(i).name == name) found.push_back(i);
    }
    return found;
}

XmlReading readXml(const QByteArray& payload, const QString& encoding)
{
    XmlReading reading;
    const QString declared = encoding.isEmpty() ? xmlEncoding(payload) : encoding;
    // XML without a declaration is UTF-8; what is not, was written by somebody who does not know that, and is guessed.
    const Text text = toText(payload, declared);
    if ((reading.refused = webPage(text.utf8))) return reading;
    if (!text.utf8.left(400).trimmed().startsWith('<')) {
        reading.refused = refusal(QT_TRANSLATE_NOOP("Message", "is not XML; it begins with \"%1\""),
                                  {beginning(text.utf8)});
        return reading;
    }
    reading.mended = text.problem;
    reading.encoding = text.encoding;
    if (encoding.isEmpty() && text.encoding.by == TextEncoding::By::Pack)
        reading.encoding.by = declared.isEmpty() ? TextEncoding::By::Bytes : TextEncoding::By::File;
    const QByteArray whole = behindDeclaration(text.utf8);
    reading.refused = TreeBuilder(whole, reading.tree).build();
    const QByteArray clean = reading.refused ? withoutControls(whole) : QByteArray();
    if (!reading.refused || clean == whole) return reading;
    reading.tree = {};
    reading.mended =
        refusal(QT_TRANSLATE_NOOP("Message", "is XML with control characters in it, which were left out"));
    reading.refused = TreeBuilder(clean, reading.tree).build();
    return reading;
}

QByteArray withoutDocumentType(QByteArray payload)
{
    const qsizetype begin = payload.indexOf("<!DOCTYPE");
    if (begin < 0 || begin > 4096) return payload;
    qsizetype end = payload.indexOf('>', begin);
    const qsizetype subset = payload.indexOf('[', begin);
    if (subset >= 0 && subset < end) end = payload.indexOf('>', payload.indexOf(']', subset));
    if (end >= 0) payload.remove(begin, end + 1 - begin);
    return payload;
}

} // namespace feeds
