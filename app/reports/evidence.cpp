// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/format.h"
#include "app/reports/evidence.h"
#include "app/reports/pieces.h"

namespace app {

TableBlock feedsUsed(const Report& report)
{
    TableBlock made;
    made.table.columns = {{say(QT_TRANSLATE_NOOP("Message", "Feed")), {}, false}, {say(QT_TRANSLATE_NOOP("Message", "Publisher")), {}, false},
                          {say(QT_TRANSLATE_NOOP("Message", "Observed")), {}, false}, {say(QT_TRANSLATE_NOOP("Message", "Age")), {}, true},
                          {say(QT_TRANSLATE_NOOP("Message", "State")), {}, false}, {say(QT_TRANSLATE_NOOP("Message", "Licence")), {}, false}};
    const auto cell = [](const QString& text) {
        widgets::TableCell one;
        one.text = text.isEmpty() ? QStringLiteral("–") : text;
        one.muted = text.isEmpty();
        return one;
    };
    for (const FeedUsed& feed : report.evidence.feeds) {
        widgets::TableRow row;
        row.key = feed.id;
        widgets::TableCell state = cell(feed.stateWord);
        state.freshness = feed.state;
        row.cells = {cell(feed.title), cell(feed.publisher), cell(feed.observed ? city::inZone(*feed.observed, report.zone, QStringLiteral("yyyy-MM-dd HH:mm")) : QString()),
                     cell(feed.age), state, cell(feed.licence)};
        made.table.rows.push_back(std::move(row));
    }
    made.table.note = say(QT_TRANSLATE_NOOP("Message", "This report rests on no feed."));
    return made;
}

std::vector<QPair<QString, QStringList>> evidenceTexts(const Report& report)
{
    const ReportEvidence& evidence = report.evidence;
    const QStringList nothing{say(QT_TRANSLATE_NOOP("Message", "Nothing is withheld"))};
    std::vector<QPair<QString, QStringList>> texts;
    QStringList broken;
    for (const FeedUsed& feed : evidence.feeds)
        if (!feed.detail.isEmpty()) broken << QStringLiteral("%1: %2").arg(feed.title, feed.detail);
    if (!broken.isEmpty()) texts.push_back({say(QT_TRANSLATE_NOOP("Message", "What is wrong with feeds")), broken});
    if (!evidence.scales.isEmpty()) texts.push_back({say(QT_TRANSLATE_NOOP("Message", "Scales and their versions")), {evidence.scales.join(QStringLiteral(", "))}});
    texts.push_back({say(QT_TRANSLATE_NOOP("Message", "Method")), evidence.methods});
    texts.push_back({say(QT_TRANSLATE_NOOP("Message", "Withheld")), evidence.suppressions.isEmpty() ? nothing : evidence.suppressions});
    if (!evidence.attributions.isEmpty()) texts.push_back({say(QT_TRANSLATE_NOOP("Message", "Attribution")), {evidence.attributions.join(QStringLiteral(", "))}});
    texts.push_back({say(QT_TRANSLATE_NOOP("Message", "How to check it")),
                     {say(QT_TRANSLATE_NOOP("Message", "Made from pack %1 by %2. “cityops report --verify %3”, or the name of this file instead of the code, makes every number anew from the history as it was known then and says whether they agree."),
                          {evidence.pack, evidence.program, evidence.code})}});
    return texts;
}

namespace paper {

std::vector<Piece> evidencePieces(const Report& report, const Style& style, double width, int first)
{
    std::vector<Piece> pieces{headingPiece(say(QT_TRANSLATE_NOOP("Message", "Where the numbers come from")), style, width)};
    const TableBlock feeds = feedsUsed(report);
    for (Piece& piece : tablePieces(feeds, {}, style, width, first + 1))
        pieces.push_back(std::move(piece));
    for (const auto& [title, lines] : evidenceTexts(report)) {
        pieces.push_back(room(2 * mm));
        Piece head = textPiece(title, {font(style, small, QFont::DemiBold), style.text}, width);
        head.keepWithNext = true;
        pieces.push_back(std::move(head));
        for (const QString& line : lines)
            pieces.push_back(textPiece(line, {font(style, small), style.muted, Qt::AlignLeft, 4}, width));
    }
    for (Piece& piece : pieces)
        for (const FeedUsed& feed : report.evidence.feeds)
            piece.feeds << feed.id;
    return pieces;
}

} // namespace paper

} // namespace app
