// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/reports/column.h"

#include <QSizeF>

namespace app::paper {

/// A page with what stands on it and where.
struct Page {
    struct Placed {
        int piece = 0;
        double y = 0; ///< From the top edge of the page.
        double height = 0;
        bool repeated = false; ///< A table's head once more.
    };
    std::vector<Placed> placed;
    QStringList feeds, scales; ///< Of its pieces: the foot tells their state.
};

/// A heading and the page it stands on, for the outline of the document.
struct Bookmark {
    QString title;
    int page = 0;
};

/// A report on pages of one size, each with the evidence of its own numbers at its foot; in two languages, both stand side
/// by side on sheets twice as wide, part beside part. Painting any page any number of times is a pure function; any
/// thread, one painter each. The reports must outlive it.
class Pages {
public:
    Pages(const Report& report, const widgets::Theme& theme);
    /// One for each language; at least one.
    explicit Pages(std::vector<Column> columns);

    int count() const { return static_cast<int>(m_pages.size()); }
    QSizeF size() const; ///< In paper units.
    /// The painter's units are paper units, its origin the corner of the page.
    void paint(QPainter& painter, int page) const;
    std::vector<Bookmark> bookmarks() const;

    /// Of what a Tagged on a page names: what a figure shows in words, which table a row belongs to, the language.
    QString alt(int part) const;
    int tableOf(int part) const;
    QString languageOf(int part) const;

private:
    const Sheet& sheet() const { return m_columns.front().style().sheet; }
    const Piece& piece(std::size_t column, int number) const { return m_columns[column].pieces()[static_cast<std::size_t>(number)]; }
    const Piece& pieceOf(int part) const;
    const std::vector<Piece>& longest() const; ///< Pieces of the column that has most: as a rule all have as many.
    void alignColumns();
    void layOut();
    void fillUp(Page& page, double bottom) const;

    /// How tall the pieces of one number are in all columns.
    struct Extent {
        double height = 0, least = 0, most = 0;
    };
    std::vector<Column> m_columns;
    std::vector<Extent> m_extents;
    std::vector<Page> m_pages;
};

} // namespace app::paper
