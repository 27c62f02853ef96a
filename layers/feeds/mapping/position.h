// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/feeds/mapping/field.h"
#include "layers/geo/projection.h"

namespace feeds {

/// Where a record says it is.
struct Position {
    std::optional<city::LonLat> at;
    city::Geometry shape;               ///< What is more than one point.
    std::optional<city::Message> wrong; ///< Why a stated position is not used.
    QString field;                      ///< Of `wrong`.
    /// Somewhere on Earth, but not in the feed's extent.
    bool isOutside() const;
};

/// Reads positions of one mapping: from two fields, from a geometry, along a line of positions; in degrees or
/// in a CRS. A position that is swapped, in metres, or outside of the feed's extent is never used: better no
/// mark on the map than a wrong one. 0,0 is no position. Holds a projection: one for each decoding.
class PositionReader {
public:
    PositionReader(FieldRef lon, FieldRef lat, FieldRef geometry, std::vector<FieldRef> line,
                   const QString& crs, std::optional<city::LonLatBox> extent);

    bool isSet() const;
    /// What is wrong with the CRS; nothing can then be read.
    const std::optional<city::Problem>& problem() const { return m_problem; }
    Position read(const Record& record, const QStringList& missing);
    /// The fields that no record had.
    QStringList absentFields() const;

private:
    struct Number {
        std::optional<double> value;
        bool stated = false;
    };
    Number number(Field& field, const Record& record, const QStringList& missing);
    std::optional<city::LonLat> fromPair(Field& lon, Field& lat, const Record& record,
                                         const QStringList& missing, Position& position);
    void readGeometry(const Record& record, Position& position);
    bool project(city::LonLat& at) const;
    std::optional<city::Message> whyNot(city::LonLat at) const;
    void checkShape(Position& position);

    Field m_lon, m_lat, m_geometry;
    std::vector<Field> m_line;
    std::optional<geo::Projection> m_projection; ///< Empty: degrees.
    std::optional<city::LonLatBox> m_extent;
    std::optional<city::Problem> m_problem;
};

/// A place's one position for a shape: its point, the middle of its line, a position inside its polygon.
city::LonLat middleOf(const city::Geometry& shape);

} // namespace feeds
