// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/reports/paper.h"
#include "app/reports/report.h"
#include "app/reports/tags.h"

#include <functional>

namespace app::paper {

/// The smallest part of a report that is not torn apart: a heading, a row of a table, a map. Knows how tall it is at the
/// width it was made for, and how to paint itself.
struct Piece {
    double height = 0;
    double least = 0; ///< It may be made as low as this to stay on a page; 0: it may not.
    double most = 0;  ///< It may grow as tall as this where a page has room left; 0: it does not.
    std::function<void(QPainter&, const QRectF&)> paint; ///< May be empty: room.
    bool keepWithNext = false;  ///< A heading does not stand alone at the foot of a page.
    bool newPage = false;       ///< It begins a page.
    int together = 0;           ///< So many pieces from it on begin a page rather than be torn, where one page holds them.
    bool isRoom = false;        ///< White space, dropped at the top of a page.
    int repeat = -1;            ///< Index of the piece that stands again above it at the top of a page: a table's head.
    QStringList feeds{}, scales{}; ///< What the page's foot has to say of it.
    QString bookmark{};         ///< Title in the outline of the document.
    int section = 0;            ///< Which part of the report it belongs to: the same in every language.
    Tag tag = Tag::Paragraph;
    QString alt{};              ///< What a figure shows, in words.
};

/// All pieces of a report but the foot of its pages. `report` must outlive them.
std::vector<Piece> piecesOf(const Report& report, const Style& style, double width);

/// What the pieces of one kind are made by; `first` is the number the first of them will have.
std::vector<Piece> tablePieces(const TableBlock& block, const ReportBlock& about, const Style& style, double width, int first);
Piece mapPiece(const MapBlock& block, const Style& style, double width);
std::vector<Piece> tilePieces(const TilesBlock& block, const Style& style, double width);
std::vector<Piece> chartPieces(const ChartsBlock& block, const Report& report, const Style& style, double width);
std::vector<Piece> alertPieces(const AlertsBlock& block, const Style& style, double width);
std::vector<Piece> impactPieces(const ImpactBlock& block, const Style& style, double width);
/// First page: whose report, of what, of when.
Piece masthead(const Report& report, const Style& style, double width);
std::vector<Piece> headlinePieces(const HeadlinesBlock& block, const Style& style, double width);
/// The last section: every feed, scale, licence, method, and how to check the report.
std::vector<Piece> evidencePieces(const Report& report, const Style& style, double width, int first);

Piece room(double height);
Piece textPiece(const QString& text, const Setting& setting, double width);
Piece headingPiece(const QString& title, const Style& style, double width);

} // namespace app::paper
