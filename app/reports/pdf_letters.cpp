// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/pdf_letters.h"

#include <QString>
#include <string_view>

namespace app::paper {

namespace {

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

} // namespace app::paper
