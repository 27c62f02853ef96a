// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/proposal/field_words.h"

#include <QRegularExpression>

namespace feeds {

namespace {

bool isHan(QChar c)
{
    return c.unicode() >= 0x4E00 && c.unicode() <= 0x9FFF;
}

/// "PositionLon", "position_lon", "position lon": position, lon.
QStringList tokensOf(const QString& name)
{
    static const QRegularExpression border(QStringLiteral("(?<=[a-z0-9])(?=[A-Z])|[^\\p{L}\\d]+"),
                                           QRegularExpression::UseUnicodePropertiesOption);
    QStringList tokens = name.split(border, Qt::SkipEmptyParts);
    for (QString& token : tokens)
        token = token.toLower();
    return tokens;
}

double fit(const QString& name, const QString& word)
{
    const QString plainName = plainWord(name), plain = plainWord(word);
    if (plain.isEmpty() || plainName.isEmpty()) return 0;
    if (plainName == plain) return 1;
    if (isHan(plain.front()) && plain.size() >= 2 && plainName.contains(plain)) return 0.75;
    if (plain.size() < 2) return 0;
    const QStringList tokens = tokensOf(name);
    // The last token is what the thing is, the first ones say of what: "update_time", "station_id".
    if (!tokens.isEmpty() && tokens.last() == plain) return 0.8;
    if (tokens.contains(plain)) return 0.5;
    if (plain.size() >= 4 && plainName.endsWith(plain)) return 0.7;
    return plain.size() >= 5 && plainName.contains(plain) ? 0.4 : 0;
}

} // namespace

QString plainWord(const QString& text)
{
    QString plain;
    for (const QChar c : text) {
        if (c.isLetterOrNumber()) plain += c.toLower();
    }
    return plain;
}

QStringList namesOfField(const QString& path)
{
    static const QRegularExpression pick(QStringLiteral("\\[[^\\]=]+=([^\\]]+)\\]"));
    static const QStringList generic{
        QStringLiteral("value"), QStringLiteral("elementvalue"),  QStringLiteral("parametervalue"),
        QStringLiteral("text"),  QStringLiteral("precipitation"), QStringLiteral("measure"),
        QStringLiteral("zhtw")};
    QStringList names{path};
    const qsizetype close = path.lastIndexOf(QLatin1Char(']'));
    const QString tail = path.mid(close + 1);
    const QStringList parts = tail.split(QLatin1Char('.'), Qt::SkipEmptyParts);
    for (qsizetype i = parts.size() - 1; i >= 0; --i) {
        QString part = parts[i];
        part.remove(QLatin1Char('@'));
        names << part;
        if (!generic.contains(plainWord(part))) break;
    }
    QString last;
    for (auto found = pick.globalMatch(path); found.hasNext();)
        last = found.next().captured(1);
    const bool onlyGeneric = parts.isEmpty() || generic.contains(plainWord(parts.last()));
    if (!last.isEmpty() && onlyGeneric) names << last;
    return names;
}

double fitOfName(const QString& path, const QStringList& words)
{
    double best = 0;
    for (const QString& name : namesOfField(path)) {
        for (const QString& word : words)
            best = std::max(best, fit(name, word));
    }
    return best;
}

} // namespace feeds
