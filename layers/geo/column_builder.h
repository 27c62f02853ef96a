// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/geo/columns.h"

#include <ogr_geometry.h>
#include <span>

namespace geo {

/// Appends features to columns, in the coordinates they come in. A feature whose geometry is damaged leaves
/// no trace but a count. Belongs to one thread.
class ColumnBuilder {
public:
    explicit ColumnBuilder(Columns& out, bool withValues) : m_out(out), m_withValues(withValues) {}

    /// Null: a feature without geometry.
    void add(qint64 id, float value, const OGRGeometry* geometry);
    /// Well-known binary of any dialect: ISO, extended with Z and M bits, both byte orders.
    void addWkb(qint64 id, float value, std::span<const uchar> wkb);

    /// A feature whose geometry is not even binary of that kind.
    void addDamaged();

private:
    struct Mark;
    Mark mark() const;
    void goBack(const Mark& mark);
    void finish(qint64 id, float value, const Mark& before);

    bool take(const OGRGeometry& geometry, int depth);
    void takePolygon(const OGRPolygon& polygon);
    bool takeWkb(std::span<const uchar>& wkb, int depth);
    bool takeWkbPolygon(std::span<const uchar>& wkb, int doubles, bool swapped);

    Columns& m_out;
    bool m_withValues;
};

} // namespace geo
