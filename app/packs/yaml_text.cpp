// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packs/yaml_text.h"

#include <QRegularExpression>

namespace app::yaml {

namespace {

/// Words that YAML reads as something else than text.
bool isSpecial(const QString& value)
{
    static const QRegularExpression special(
        QStringLiteral("^(~|null|true|false|yes|no|on|off|y|n|[-+.]?[\\d.][\\d_.eE+-]*|0x[\\da-f]+|0o[0-7]+|["
                       "-+]?\\.inf|\\.nan|\\d+(:\\d+)+|\\d{4}-\\d\\d.*)$"),
        QRegularExpression::CaseInsensitiveOption);
    return special.match(value).hasMatch();
}

bool isPlain(const QString& value)
{
    static const QRegularExpression plain(QStringLiteral("^[\\p{L}\\d_][\\p{L}\\d_ ./()+-]*$"),
                                          QRegularExpression::UseUnicodePropertiesOption);
    return plain.match(value).hasMatch() && !value.endsWith(QLatin1Char(' ')) && !isSpecial(value) &&
           !value.contains(QLatin1String("  "));
}

QString quoted(const QString& value)
{
    QString out = QStringLiteral("\"");
    for (const QChar c : value) {
        if (c == QLatin1Char('"') || c == QLatin1Char('\\'))
            out += QLatin1Char('\\') + QString(c);
        else if (c == QLatin1Char('\n'))
            out += QStringLiteral("\\n");
        else if (c == QLatin1Char('\t'))
            out += QStringLiteral("\\t");
        else if (c.unicode() < 0x20 || c.unicode() == 0x7f || c.unicode() == 0x85 || c.unicode() == 0x2028 ||
                 c.unicode() == 0x2029)
            out += QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
        else
            out += c;
    }
    return out + QLatin1Char('"');
}

/// Lines of the block under a top key: [first, last), without the empty lines and comments at its end.
struct Block {
    qsizetype key = -1, end = -1;
    QString indent;      ///< Of its entries; empty when there are none.
    bool isFlow = false; ///< Something stands behind the colon.
};

Block blockOf(const QStringList& lines, const QString& key)
{
    Block block;
    const QRegularExpression head(QStringLiteral("^%1\\s*:\\s*(#.*)?$").arg(QRegularExpression::escape(key)));
    const QRegularExpression flow(QStringLiteral("^%1\\s*:\\s*[^#\\s]").arg(QRegularExpression::escape(key)));
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (block.key < 0) {
            block.isFlow = flow.match(lines[i]).hasMatch();
            if (block.isFlow || head.match(lines[i]).hasMatch()) {
                block.key = i;
                block.end = i + 1;
                if (block.isFlow) return block;
            }
            continue;
        }
        const QString trimmed = lines[i].trimmed();
        if (trimmed.isEmpty() || trimmed.startsWith(QLatin1Char('#'))) continue;
        const bool isItem = lines[i].startsWith(QLatin1String("- "));
        if (!lines[i].startsWith(QLatin1Char(' ')) && !isItem) break;
        if (block.indent.isEmpty() && !isItem) {
            qsizetype blanks = 0;
            while (lines[i][blanks] == QLatin1Char(' '))
                ++blanks;
            block.indent = lines[i].left(blanks);
        }
        block.end = i + 1;
    }
    return block;
}

std::optional<QString> with(const QString& document, const QString& key, const QString& line)
{
    QStringList lines = document.split(QLatin1Char('\n'));
    const Block block = blockOf(lines, key);
    if (block.key < 0) {
        QString whole = document;
        if (!whole.isEmpty() && !whole.endsWith(QLatin1Char('\n'))) whole += QLatin1Char('\n');
        return whole + key + QStringLiteral(":\n  ") + line + QLatin1Char('\n');
    }
    if (block.isFlow) {
        static const QRegularExpression empty(QStringLiteral(":\\s*(\\{\\s*\\}|\\[\\s*\\])\\s*(#.*)?$"));
        static const QRegularExpression oneLine(
            QStringLiteral("^([^#]*\\[[^\\[\\]{}]*[^\\s\\[\\]{}])(\\s*\\]\\s*(?:#.*)?)$"));
        const auto list = oneLine.match(lines[block.key]);
        if (list.hasMatch() && line.startsWith(QLatin1String("- "))) {
            lines[block.key] = list.captured(1) + QStringLiteral(", ") + line.mid(2) + list.captured(2);
            return lines.join(QLatin1Char('\n'));
        }
        if (!empty.match(lines[block.key]).hasMatch()) return std::nullopt;
        lines[block.key] = key + QLatin1Char(':');
    }
    const bool atMargin = block.indent.isEmpty() && block.end > block.key + 1;
    lines.insert(block.end, (atMargin                 ? QString()
                             : block.indent.isEmpty() ? QStringLiteral("  ")
                                                      : block.indent) +
                                line);
    return lines.join(QLatin1Char('\n'));
}

} // namespace

QString text(const QString& value)
{
    return isPlain(value) ? value : quoted(value);
}

QString number(double value)
{
    return QString::number(value, 'g', 12);
}

QString list(const QStringList& texts)
{
    QStringList written;
    for (const QString& one : texts)
        written << text(one);
    return QLatin1Char('[') + written.join(QStringLiteral(", ")) + QLatin1Char(']');
}

QString oneOrMore(const QStringList& texts)
{
    return texts.size() == 1 ? text(texts.first()) : list(texts);
}

QString local(const city::LocalText& texts)
{
    const QString en = texts.in(QStringLiteral("en")), zh = texts.in(QStringLiteral("zh_TW"));
    return QStringLiteral("{en: ") + text(en) + QStringLiteral(", zh_TW: ") + text(zh) + QLatin1Char('}');
}

std::optional<QString> withEntry(const QString& document, const QString& key, const QString& entry)
{
    return with(document, key, entry);
}

std::optional<QString> withItem(const QString& document, const QString& key, const QString& item)
{
    return with(document, key, QStringLiteral("- ") + item);
}

} // namespace app::yaml
