// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/reports/pieces.h"

#include <map>

namespace app::paper {

/// What stands around the text of every page, "%1" for what differs, in the language of the moment it was asked for.
struct PageWords {
    QString dataOf, feeds, noFeeds, between, scales, licences, nothingWithheld, withheld, pack, code, pageOf;

    static PageWords now();
};

/// A report in one language as what stands on its pages one below the other. All its words are found when it is made, in
/// the language of the moment; laying it out and painting it ask for none. The report must outlive it.
class Column {
public:
    Column(const Report& report, const widgets::Theme& theme);

    const Report& report() const { return *m_report; }
    const Style& style() const { return m_style; }
    const std::vector<Piece>& pieces() const { return m_pieces; }
    /// Gives sections at least so many pieces, with empty ones at their ends.
    void fillSections(const std::map<int, std::size_t>& counts);
    std::map<int, std::size_t> sectionCounts() const;

    /// `left` is the edge of the column's own sheet of paper.
    void paintHead(QPainter& painter, double left) const;
    /// With the state of these feeds and the versions of these scales.
    void paintFoot(QPainter& painter, double left, const QStringList& feeds, const QStringList& scales, int page, int pages) const;
    void paintStamp(QPainter& painter, double left) const;

private:
    QString feedsText(const QStringList& feeds) const;
    QString restText(const QStringList& scales) const;

    const Report* m_report;
    Style m_style;
    PageWords m_words;
    std::vector<Piece> m_pieces;
};

} // namespace app::paper
