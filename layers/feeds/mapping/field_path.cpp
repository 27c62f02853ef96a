// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/mapping/field_path.h"

#include <QStringList>

namespace feeds {

namespace {

/// Splits at the dots that stand outside of brackets.
QStringList segments(const QString& path)
{
    QStringList parts{QString()};
    int depth = 0;
    for (const QChar c : path) {
        if (c == QLatin1Char('[')) ++depth;
        if (c == QLatin1Char(']')) --depth;
        if (c == QLatin1Char('.') && depth <= 0)
            parts << QString();
        else
            parts.last() += c;
    }
    return parts;
}

/// "name[2]" or "name[key=value]", also several brackets in a row.
void addSteps(PathSteps& steps, const QString& segment)
{
    const qsizetype open = segment.indexOf(QLatin1Char('['));
    if (open < 0 || !segment.endsWith(QLatin1Char(']'))) {
        steps.push_back({segment.toStdString(), -1, {}, {}});
        return;
    }
    PathStep step{segment.left(open).toStdString(), -1, {}, {}};
    const QStringList picks = segment.mid(open + 1, segment.size() - open - 2).split(QStringLiteral("]["));
    for (const QString& pick : picks) {
        const qsizetype equals = pick.indexOf(QLatin1Char('='));
        bool isIndex = false;
        const int index = pick.toInt(&isIndex);
        if (isIndex) step.index = index;
        if (equals > 0) {
            step.key = pick.left(equals).trimmed().toStdString();
            step.value = pick.mid(equals + 1).trimmed().toStdString();
        }
        steps.push_back(step);
        step = {};
    }
}

PathSteps stepsOf(const QStringList& parts)
{
    PathSteps steps;
    for (const QString& part : parts)
        addSteps(steps, part);
    return steps;
}

/// Every way to run neighbouring segments together by their dots; all apart first, all together is the
/// caller's.
std::vector<PathSteps> waysOf(const QStringList& parts)
{
    std::vector<PathSteps> ways;
    const qsizetype gaps = std::min<qsizetype>(parts.size() - 1, 3);
    for (int joined = 0; joined < (1 << gaps); ++joined) {
        QStringList merged{parts.first()};
        for (qsizetype i = 1; i < parts.size(); ++i) {
            const bool runTogether = i <= gaps && (joined >> (i - 1)) & 1;
            if (runTogether)
                merged.last() += QLatin1Char('.') + parts[i];
            else
                merged << parts[i];
        }
        ways.push_back(stepsOf(merged));
    }
    return ways;
}

} // namespace

FieldPath FieldPath::from(const QString& name)
{
    FieldPath path;
    path.whole = name.toStdString();
    QString rest = name;
    if (rest.startsWith(QLatin1String("$."))) rest.remove(0, 2);
    while (rest.startsWith(QLatin1String("^."))) {
        rest.remove(0, 2);
        ++path.up;
    }
    if (rest != name) path.whole = rest.toStdString();
    bool isColumn = false;
    const int column = rest.startsWith(QLatin1Char('#')) ? QStringView(rest).mid(1).toInt(&isColumn) : 0;
    if (isColumn && column >= 1) path.column = column - 1;
    path.ways.push_back({PathStep{path.whole, -1, {}, {}}});
    for (PathSteps& way : waysOf(segments(rest))) {
        const bool same = way.size() == 1 && !way.front().picks() && way.front().name == path.whole;
        if (!same) path.ways.push_back(std::move(way));
    }
    return path;
}

} // namespace feeds
