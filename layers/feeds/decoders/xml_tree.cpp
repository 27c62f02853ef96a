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

/// Builds the tree from the stream; stops at the first thing that is refused.
class TreeBuilder {
public:
    TreeBuilder(const QString& text, XmlTree& tree) : m_reader(text), m_tree(tree) {}

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
            if (token == QXmlStreamReader::Characters && m_current >= 0)
                m_tree.nodes()[static_cast<std::size_t>(m_current)].text +=
                    m_reader.text().toUtf8().toStdString();
        }
        if (!m_reader.hasError()) return std::nullopt;
        if (m_reader.error() == QXmlStreamReader::PrematureEndOfDocumentError)
            return refusal(QT_TRANSLATE_NOOP("Message", "is XML that was cut off"));
        return refusal(QT_TRANSLATE_NOOP("Message", "is not well-formed XML: line %1: %2"),
                       {QString::number(m_reader.lineNumber()), m_reader.errorString()});
    }

private:
    bool enter()
    {
        if (++m_depth > deepest) return false;
        const int index = m_tree.size();
        XmlNode node;
        node.name = m_reader.name().toUtf8().toStdString();
        node.parent = m_current;
        const QXmlStreamAttributes attributes = m_reader.attributes();
        for (const QXmlStreamAttribute& attribute : attributes)
            node.attributes.emplace_back(attribute.name().toUtf8().toStdString(),
                                         attribute.value().toUtf8().toStdString());
        m_tree.nodes().push_back(std::move(node));
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

QString withoutControls(QString text)
{
    text.removeIf([](QChar c) {
        return c.unicode() < 0x20 && c.unicode() != '\t' && c.unicode() != '\n' && c.unicode() != '\r';
    });
    return text;
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
    // XML without a declaration is UTF-8, and never a guess.
    const Text text = toText(payload, declared.isEmpty() ? QStringLiteral("UTF-8") : declared);
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
    const QString whole = QString::fromUtf8(text.utf8).trimmed();
    reading.refused = TreeBuilder(whole, reading.tree).build();
    const QString clean = reading.refused ? withoutControls(whole) : QString();
    if (!reading.refused || clean.size() == whole.size()) return reading;
    reading.tree = {};
    reading.mended =
        refusal(QT_TRANSLATE_NOOP("Message", "is XML with control characters in it, which were left out"));
    reading.refused = TreeBuilder(clean, reading.tree).build();
    return reading;
}

} // namespace feeds
