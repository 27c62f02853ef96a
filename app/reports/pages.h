// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/reports/pieces.h"

#include <QSizeF>
#include <atomic>

namespace app::paper {

/// A page with what stands on it and where.
struct Page {
    struct Placed {
        int piece = 0;
        double y = 0; ///< From the top edge of the page.
        double height = 0;
    };
    std::vector<Placed> placed;
    QStringList feeds, scales; ///< Of its pieces: the foot tells their state.
};

/// A heading and the page it stands on, for the outline of the document.
struct Bookmark {
    QString title;
    int page = 0;
};

/// A report on pages of one size, each with the evidence of its own numbers at its foot. Painting any page any number of
/// times is a pure function; any thread, one painter each. The report must outlive it.
class Pages {
public:
    Pages(const Report& report, const widgets::Theme& theme);

    int count() const { return static_cast<int>(m_pages.size()); }
    QSizeF size() const { return m_size; } ///< In paper units.
    /// The painter's units are paper units, its origin the corner of the page.
    void paint(QPainter& painter, int page) const;
    std::vector<Bookmark> bookmarks() const;

private:
    void layOut();
    void paintHead(QPainter& painter) const;
    void paintFoot(QPainter& painter, int page) const;
    QString feedsText(const Page& page) const;

    const Report& m_report;
    Style m_style;
    QSizeF m_size;
    std::vector<Piece> m_pieces;
    std::vector<Page> m_pages;
};

} // namespace app::paper
