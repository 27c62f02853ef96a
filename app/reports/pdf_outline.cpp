// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/pdf_outline.h"

#include <QList>
#include <QRegularExpression>
#include <string_view>

namespace app::paper {

namespace {

/// UTF-16 as PDF's text strings have it.
QByteArray textString(const QString& text)
{
    QByteArray bytes = "<FEFF";
    for (const QChar letter : text)
        bytes += QByteArray::number(letter.unicode(), 16).rightJustified(4, '0').toUpper();
    return bytes + '>';
}

QByteArray captured(const QByteArray& text, const char* pattern)
{
    const auto match = QRegularExpression(QLatin1String(pattern), QRegularExpression::DotMatchesEverythingOption).match(QString::fromLatin1(text));
    return match.captured(1).toLatin1();
}

/// The update under way: new objects and where they begin.
class Update {
public:
    Update(const QByteArray& pdf, int next) : m_pdf(pdf), m_next(next)
    {
        if (!m_pdf.endsWith('\n')) m_pdf += '\n';
    }

    int reserve() { return m_next++; }
    void put(int number, const QByteArray& body)
    {
        m_places.append({number, m_pdf.size()});
        m_pdf += QByteArray::number(number) + " 0 obj\n" + body + "\nendobj\n";
    }
    QByteArray finish(int root, const QByteArray& info, const QByteArray& previous)
    {
        const qsizetype table = m_pdf.size();
        m_pdf += "xref\n";
        for (const auto& [number, place] : std::as_const(m_places))
            m_pdf += QByteArray::number(number) + " 1\n" + QByteArray::number(place).rightJustified(10, '0') + " 00000 n \n";
        m_pdf += "trailer\n<<\n/Size " + QByteArray::number(m_next) + "\n/Root " + QByteArray::number(root) + " 0 R\n";
        if (!info.isEmpty()) m_pdf += "/Info " + info + " 0 R\n";
        m_pdf += "/Prev " + previous + "\n>>\nstartxref\n" + QByteArray::number(table) + "\n%%EOF\n";
        return m_pdf;
    }

private:
    QByteArray m_pdf;
    int m_next;
    QList<std::pair<int, qsizetype>> m_places;
};

void putOutline(Update& update, int outlines, const std::vector<Bookmark>& bookmarks, const QList<QByteArray>& pages)
{
    QList<int> items;
    for (std::size_t i = 0; i < bookmarks.size(); ++i)
        items << update.reserve();
    for (qsizetype i = 0; i < items.size(); ++i) {
        const Bookmark& mark = bookmarks[static_cast<std::size_t>(i)];
        QByteArray body = "<<\n/Title " + textString(mark.title) + "\n/Parent " + QByteArray::number(outlines) + " 0 R\n/Dest [" +
                          pages.value(mark.page, pages.front()) + " 0 R /Fit]\n";
        if (i > 0) body += "/Prev " + QByteArray::number(items[i - 1]) + " 0 R\n";
        if (i + 1 < items.size()) body += "/Next " + QByteArray::number(items[i + 1]) + " 0 R\n";
        update.put(items[i], body + ">>");
    }
    update.put(outlines, "<<\n/Type /Outlines\n/First " + QByteArray::number(items.front()) + " 0 R\n/Last " +
                             QByteArray::number(items.back()) + " 0 R\n/Count " + QByteArray::number(items.size()) + "\n>>");
}

/// Radicals of the blocks U+2E80 and U+2F00 look like letters people write and have their glyphs.
char16_t commonLetter(char16_t letter)
{
    static const std::u16string_view supplement = u"⺃乚⺅亻⺉刂⺒巳⺖忄⺘扌⺝月⺟母⺠民⺡氵⺣灬⺩王⺪疋⺬示⺭礻⺮竹⺹耂⺼肉⺿艹⻁虎⻂衤⻄西⻅见⻆角⻈讠⻉贝⻋车⻏阝⻐钅⻑長⻓长⻔门"
                                                  u"⻖阝⻘青⻙韦⻚页⻛风⻜飞⻝食⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻭齒⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟";
    if (letter == u'\t') return u' '; // the glyph of a blank, by the first code the font has for it
    if (letter >= 0x2E80 && letter <= 0x2EFF) {
        for (std::size_t i = 0; i + 1 < supplement.size(); i += 2)
            if (supplement[i] == letter) return supplement[i + 1];
        return letter;
    }
    const bool alike = (letter >= 0x2F00 && letter <= 0x2FDF) || (letter >= 0xF900 && letter <= 0xFAFF);
    if (!alike) return letter;
    const QString usual = QString(QChar(letter)).normalized(QString::NormalizationForm_KC);
    return usual.size() == 1 ? usual[0].unicode() : letter;
}

} // namespace

QByteArray withCommonLetters(QByteArray pdf)
{
    for (qsizetype at = pdf.indexOf("beginbfrange"); at >= 0; at = pdf.indexOf("beginbfrange", at + 1)) {
        const qsizetype end = pdf.indexOf("endbfrange", at);
        bool inList = false; // before a list stand numbers of glyphs
        for (qsizetype i = at; i < end && end > 0; ++i) {
            if (pdf[i] == '[') inList = true;
            if (pdf[i] == ']') inList = false;
            if (!inList || pdf[i] != '<' || i + 5 >= end || pdf[i + 5] != '>') continue;
            const auto letter = static_cast<char16_t>(pdf.mid(i + 1, 4).toUShort(nullptr, 16));
            const char16_t common = commonLetter(letter);
            if (common != letter) pdf.replace(i + 1, 4, QByteArray::number(common, 16).rightJustified(4, '0').toUpper());
        }
    }
    return pdf;
}

QByteArray withOutline(const QByteArray& pdf, const QString& language, const std::vector<Bookmark>& bookmarks)
{
    const qsizetype trailerAt = pdf.lastIndexOf("trailer");
    if (trailerAt < 0) return pdf;
    const QByteArray trailer = pdf.mid(trailerAt);
    const QByteArray root = captured(trailer, "/Root (\\d+) 0 R"), size = captured(trailer, "/Size (\\d+)"), previous = captured(trailer, "startxref\\s+(\\d+)");
    const qsizetype catalogueAt = root.isEmpty() ? -1 : pdf.lastIndexOf("\n" + root + " 0 obj");
    const qsizetype kidsAt = pdf.indexOf("/Kids");
    if (catalogueAt < 0 || kidsAt < 0 || size.isEmpty() || previous.isEmpty()) return pdf;
    const qsizetype opens = pdf.indexOf("<<", catalogueAt), ends = pdf.indexOf("endobj", catalogueAt);
    const qsizetype closes = pdf.lastIndexOf(">>", ends);
    if (opens < 0 || closes <= opens) return pdf;
    QList<QByteArray> pages;
    const QString kids = QString::fromLatin1(pdf.mid(kidsAt, pdf.indexOf(']', kidsAt) - kidsAt));
    static const QRegularExpression page(QStringLiteral("(\\d+) 0 R"));
    for (auto match = page.globalMatch(kids); match.hasNext();)
        pages << match.next().captured(1).toLatin1();
    if (pages.isEmpty()) return pdf;

    Update update(pdf, size.toInt());
    QByteArray catalogue = pdf.mid(opens + 2, closes - opens - 2).trimmed();
    QString tag = language;
    catalogue += "\n/Lang (" + tag.replace(QLatin1Char('_'), QLatin1Char('-')).toLatin1() + ")\n/ViewerPreferences <</DisplayDocTitle true>>\n";
    if (!bookmarks.empty()) {
        const int outlines = update.reserve();
        putOutline(update, outlines, bookmarks, pages);
        catalogue += "/Outlines " + QByteArray::number(outlines) + " 0 R\n/PageMode /UseOutlines\n";
    }
    update.put(root.toInt(), "<<\n" + catalogue + ">>");
    return update.finish(root.toInt(), captured(trailer, "/Info (\\d+) 0 R"), previous);
}

} // namespace app::paper
