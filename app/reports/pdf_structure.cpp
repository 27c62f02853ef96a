// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/pdf_structure.h"

#include "app/reports/tag_signs.h"
#include "app/reports/tags.h"

#include <QString>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>
#include <cstdio>
#include <optional>
#include <string_view>

namespace app::paper {

namespace {

using Handle = QPDFObjectHandle;

Handle name(const char* text)
{
    return Handle::newName(text);
}

Handle textOf(const QString& text)
{
    return Handle::newUnicodeString(text.toStdString());
}

QString languageTag(QString language)
{
    return language.replace(QLatin1Char('_'), QLatin1Char('-'));
}

const char* structureType(Tag tag)
{
    switch (tag) {
    case Tag::Title: return "/H1";
    case Tag::Heading: return "/H2";
    case Tag::Figure: return "/Figure";
    case Tag::HeadCell: return "/TH";
    case Tag::Cell: return "/TD";
    case Tag::Row: return "/TR";
    case Tag::Group: return "/Div";
    default: return "/P";
    }
}

/// The tree of a document while its pages are gone through one after the other.
class Structure {
public:
    /// `language`: of the document as a whole.
    Structure(QPDF& pdf, const Pages& pages, QString language) : m_pdf(pdf), m_pages(pages), m_language(std::move(language))
    {
        m_root = make("/StructTreeRoot", nullptr);
        m_root.removeKey("/S");
        m_root.replaceKey("/Type", name("/StructTreeRoot"));
        m_document = make("/Document", &m_root);
    }

    /// Turns the signs in the contents of a page into marks, and remembers what they are of.
    void add(Handle page);
    Handle finish();

private:
    Handle make(const char* type, Handle* parent);
    /// Where a leaf belongs: the row or group that is open, the table of a row, the document.
    Handle& parentOf(Tag leaf);
    void open(Tag tag, int piece);
    std::string leaf(Tag tag, int piece, Handle& page);

    QPDF& m_pdf;
    const Pages& m_pages;
    QString m_language;
    Handle m_root, m_document, m_table, m_row, m_group;
    Handle m_parents = Handle::newArray(); ///< Of the parent tree: number of the page, what its marks belong to.
    std::vector<Handle> m_marks;           ///< Of the page at hand, by number.
    int m_tableOf = -1, m_pageCount = 0;
};

Handle Structure::make(const char* type, Handle* parent)
{
    Handle one = m_pdf.makeIndirectObject(Handle::newDictionary());
    one.replaceKey("/Type", name("/StructElem"));
    one.replaceKey("/S", name(type));
    one.replaceKey("/K", Handle::newArray());
    if (parent) {
        one.replaceKey("/P", *parent);
        parent->getKey("/K").appendItem(one);
    }
    return one;
}

Handle& Structure::parentOf(Tag leaf)
{
    const bool cell = leaf == Tag::Cell || leaf == Tag::HeadCell;
    if (cell && m_row.isInitialized()) return m_row;
    if (!cell && m_group.isInitialized()) return m_group;
    return m_document;
}

void Structure::open(Tag tag, int piece)
{
    m_row = m_group = Handle();
    if (tag == Tag::Group) m_group = make(structureType(tag), &m_document);
    if (tag != Tag::Row) return;
    if (m_pages.tableOf(piece) != m_tableOf || !m_table.isInitialized()) m_table = make("/Table", &m_document);
    m_tableOf = m_pages.tableOf(piece);
    m_row = make(structureType(tag), &m_table);
}

std::string Structure::leaf(Tag tag, int piece, Handle& page)
{
    const bool cell = tag == Tag::Cell || tag == Tag::HeadCell;
    if (!cell && !m_group.isInitialized()) m_row = Handle();
    const char* type = structureType(cell && !m_row.isInitialized() ? Tag::Paragraph : tag);
    Handle one = make(type, &parentOf(tag));
    const auto number = static_cast<long long>(m_marks.size());
    one.replaceKey("/Pg", page);
    if (const QString spoken = languageTag(m_pages.languageOf(piece)); spoken != m_language) one.replaceKey("/Lang", Handle::newString(spoken.toStdString()));
    one.replaceKey("/K", Handle::newInteger(number));
    if (tag == Tag::HeadCell && m_row.isInitialized()) one.replaceKey("/A", Handle::parse("<< /O /Table /Scope /Column >>"));
    if (tag == Tag::Figure) one.replaceKey("/Alt", textOf(m_pages.alt(piece)));
    m_marks.push_back(one);
    return std::string("EMC\n") + type + " <</MCID " + std::to_string(number) + ">> BDC\n";
}

/// A sign as it stands in the contents of a page: "-20016 -20048 4 4 re\nf\n".
struct Sign {
    std::size_t begin = 0, end = 0;
    int kind = 0, piece = 0;
};

// By hand: maps make contents of megabytes, and regular expressions of the library take seconds for these.
std::optional<Sign> nextSign(const std::string& contents, std::size_t from)
{
    static_assert(signSide == 4);
    constexpr std::string_view tail = " 4 4 re\nf\n";
    for (std::size_t at = contents.find(tail, from); at != std::string::npos; at = contents.find(tail, at + 1)) {
        const std::size_t line = contents.rfind('\n', at) + 1;
        int x = 0, y = 0;
        if (std::sscanf(contents.c_str() + line, "%d %d 4 4 re", &x, &y) != 2 || x > signOrigin || y > signOrigin) continue;
        return Sign{line, at + tail.size(), (signOrigin - x) / signStep, (signOrigin - y) / signStep};
    }
    return std::nullopt;
}

void Structure::add(Handle page)
{
    const auto buffer = page.getKey("/Contents").getStreamData();
    const std::string before(reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize());
    std::string after = "/Artifact BMC\n";
    std::size_t rest = 0;
    m_marks.clear();
    while (const std::optional<Sign> sign = nextSign(before, rest)) {
        after.append(before, rest, sign->begin - rest);
        rest = sign->end;
        const Tag tag = static_cast<Tag>(sign->kind == 0 ? sign->piece : sign->kind);
        const bool holds = tag == Tag::Row || tag == Tag::Group;
        if (holds && sign->kind == 0)
            m_row = m_group = Handle();
        else if (holds)
            open(tag, sign->piece);
        else if (sign->kind == 0)
            after += "EMC\n/Artifact BMC\n";
        else
            after += leaf(tag, sign->piece, page);
    }
    after.append(before, rest, std::string::npos);
    after += "\nEMC\n";
    page.getKey("/Contents").replaceStreamData(after, Handle::newNull(), Handle::newNull());
    page.replaceKey("/StructParents", Handle::newInteger(m_pageCount));
    page.replaceKey("/Tabs", name("/S"));
    m_parents.appendItem(Handle::newInteger(m_pageCount++));
    m_parents.appendItem(m_pdf.makeIndirectObject(Handle::newArray(m_marks)));
}

Handle Structure::finish()
{
    Handle tree = Handle::newDictionary();
    tree.replaceKey("/Nums", m_parents);
    m_root.replaceKey("/ParentTree", m_pdf.makeIndirectObject(tree));
    m_root.replaceKey("/ParentTreeNextKey", Handle::newInteger(m_pageCount));
    return m_root;
}

void addOutline(QPDF& pdf, const std::vector<Bookmark>& bookmarks, const std::vector<QPDFPageObjectHelper>& pages)
{
    if (bookmarks.empty()) return;
    Handle outlines = pdf.makeIndirectObject(Handle::newDictionary());
    std::vector<Handle> items;
    for (const Bookmark& mark : bookmarks) {
        Handle item = pdf.makeIndirectObject(Handle::newDictionary());
        Handle target = Handle::newArray();
        target.appendItem(pages[static_cast<std::size_t>(mark.page)].getObjectHandle());
        target.appendItem(name("/Fit"));
        item.replaceKey("/Title", textOf(mark.title));
        item.replaceKey("/Parent", outlines);
        item.replaceKey("/Dest", target);
        if (!items.empty()) {
            item.replaceKey("/Prev", items.back());
            items.back().replaceKey("/Next", item);
        }
        items.push_back(item);
    }
    outlines.replaceKey("/Type", name("/Outlines"));
    outlines.replaceKey("/First", items.front());
    outlines.replaceKey("/Last", items.back());
    outlines.replaceKey("/Count", Handle::newInteger(static_cast<long long>(items.size())));
    pdf.getRoot().replaceKey("/Outlines", outlines);
    pdf.getRoot().replaceKey("/PageMode", name("/UseOutlines"));
}

// Title and language once more where programs look that know nothing of PDF.
std::string xmp(const QString& title, const QString& language)
{
    return QStringLiteral("<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
                          "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\" "
                          "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%1</rdf:li></rdf:Alt></dc:title>"
                          "<dc:language><rdf:Bag><rdf:li>%2</rdf:li></rdf:Bag></dc:language></rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>")
        .arg(title.toHtmlEscaped(), language.toHtmlEscaped())
        .toStdString();
}

void describe(QPDF& pdf, const QString& title, const QString& language)
{
    Handle root = pdf.getRoot();
    root.replaceKey("/Lang", Handle::newString(languageTag(language).toStdString()));
    root.replaceKey("/MarkInfo", Handle::parse("<< /Marked true >>"));
    root.replaceKey("/ViewerPreferences", Handle::parse("<< /DisplayDocTitle true >>"));
    Handle metadata = Handle::newStream(&pdf, xmp(title, languageTag(language)));
    metadata.getDict().replaceKey("/Type", name("/Metadata"));
    metadata.getDict().replaceKey("/Subtype", name("/XML"));
    root.replaceKey("/Metadata", metadata);
}

} // namespace

QByteArray withStructure(const QByteArray& bytes, const Pages& pages, const QString& title, const QString& language)
{
    try {
        QPDF pdf;
        pdf.processMemoryFile("report", bytes.constData(), static_cast<std::size_t>(bytes.size()));
        const std::vector<QPDFPageObjectHelper> all = QPDFPageDocumentHelper(pdf).getAllPages();
        Structure structure(pdf, pages, languageTag(language));
        for (const QPDFPageObjectHelper& page : all)
            structure.add(page.getObjectHandle());
        pdf.getRoot().replaceKey("/StructTreeRoot", structure.finish());
        addOutline(pdf, pages.bookmarks(), all);
        describe(pdf, title, language);
        QPDFWriter writer(pdf);
        writer.setOutputMemory();
        writer.setDeterministicID(true);
        writer.write();
        const auto made = writer.getBufferSharedPointer();
        return QByteArray(reinterpret_cast<const char*>(made->getBuffer()), static_cast<qsizetype>(made->getSize()));
    } catch (const std::exception&) {
        return bytes;
    }
}

} // namespace app::paper
