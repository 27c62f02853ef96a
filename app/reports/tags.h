// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QPainter;

namespace app::paper {

/// What a part of a page is to somebody who hears it read. What has no tag is decoration.
enum class Tag {
    None,
    Title,     ///< Of the report; one.
    Heading,   ///< Of a section.
    Paragraph,
    Figure,    ///< A map or a chart; Piece::alt says what it shows.
    HeadCell,
    Cell,
    Row,   ///< Holds cells.
    Group, ///< Holds paragraphs.
};

/// Marks what is painted while it lives as a part of the document's structure. Qt cannot write such marks, so it leaves
/// a rectangle far outside of the page that names them; withStructure() puts the marks in its place. On other devices
/// than a PDF it does nothing. The painter must stand at the corner of the page, unscaled. Leaves do not nest.
class Tagged {
public:
    Tagged(QPainter& painter, Tag tag, int piece = 0);
    ~Tagged();
    Tagged(const Tagged&) = delete;
    Tagged& operator=(const Tagged&) = delete;

private:
    QPainter& m_painter;
    Tag m_tag;
};

} // namespace app::paper
