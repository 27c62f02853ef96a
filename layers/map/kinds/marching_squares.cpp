// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/kinds/marching_squares.h"

#include <QHash>
#include <cmath>

namespace map {

namespace {

// An edge of the net: below (0) or left of (1) the square whose number it bears.
using Edge = qint64;

struct Square {
    const Lattice& lattice;
    int column, row;
    double value;

    // Corners run round from the south-west: south-west, south-east, north-east, north-west.
    double corner(int i) const { return lattice.at(column + (i == 1 || i == 2), row + (i >= 2)); }
    bool isAbove(int i) const { return corner(i) >= value; }
    /// The edge from corner i to the next.
    Edge edge(int i) const
    {
        const auto number = [this](int c, int r, int side) {
            return (static_cast<qint64>(r) * (lattice.columns + 1) + c) * 2 + side;
        };
        if (i == 0) return number(column, row, 0);
        if (i == 1) return number(column + 1, row, 1);
        return i == 2 ? number(column, row + 1, 0) : number(column, row, 1);
    }
    QPointF crossing(int i) const
    {
        const int j = (i + 1) % 4;
        const double a = corner(i), b = corner(j), part = a == b ? 0.5 : (value - a) / (b - a);
        const auto place = [this](int k) { return QPointF(column + (k == 1 || k == 2), row + (k >= 2)); };
        return lattice.corner + (place(i) + (place(j) - place(i)) * part) * lattice.step;
    }
};

/// Pieces of line between two edges, joined end to end by the edges they share.
class Pieces {
public:
    void add(const Square& square, int from, int to)
    {
        const int index = static_cast<int>(m_ends.size());
        m_ends.push_back({square.edge(from), square.edge(to)});
        m_at[square.edge(from)] = square.crossing(from);
        m_at[square.edge(to)] = square.crossing(to);
        m_pieces[square.edge(from)].append(index);
        m_pieces[square.edge(to)].append(index);
    }

    std::vector<std::vector<QPointF>> joined()
    {
        m_used.assign(m_ends.size(), 0);
        std::vector<std::vector<QPointF>> lines;
        for (const bool closed : {false, true}) { // open ones from their ends first, what is left are rings
            for (std::size_t i = 0; i < m_ends.size(); ++i) {
                for (const Edge start : {m_ends[i].first, m_ends[i].second})
                    if (!m_used[i] && (closed || m_pieces[start].size() == 1)) lines.push_back(follow(start));
            }
        }
        return lines;
    }

private:
    std::vector<QPointF> follow(Edge edge)
    {
        std::vector<QPointF> line{m_at[edge]};
        for (bool found = true; found;) {
            found = false;
            for (const int index : m_pieces[edge]) {
                const auto piece = static_cast<std::size_t>(index);
                if (m_used[piece]) continue;
                m_used[piece] = 1;
                edge = m_ends[piece].first == edge ? m_ends[piece].second : m_ends[piece].first;
                line.push_back(m_at[edge]);
                found = true;
                break;
            }
        }
        return line;
    }

    std::vector<std::pair<Edge, Edge>> m_ends;
    std::vector<char> m_used;
    QHash<Edge, QPointF> m_at;
    QHash<Edge, QList<int>> m_pieces;
};

void trace(const Square& square, Pieces& pieces)
{
    std::vector<int> crossed;
    for (int i = 0; i < 4; ++i) {
        if (std::isnan(square.corner(i))) return;
        if (square.isAbove(i) != square.isAbove((i + 1) % 4)) crossed.push_back(i);
    }
    if (crossed.size() == 2) return pieces.add(square, crossed[0], crossed[1]);
    if (crossed.size() != 4) return;
    // A saddle: the middle says which corners belong together.
    const double middle = (square.corner(0) + square.corner(1) + square.corner(2) + square.corner(3)) / 4;
    const bool cutsFirst = square.isAbove(0) != (middle >= square.value);
    pieces.add(square, 0, cutsFirst ? 3 : 1);
    pieces.add(square, 2, cutsFirst ? 1 : 3);
}

} // namespace

std::vector<std::vector<QPointF>> linesOfValue(const Lattice& lattice, double value)
{
    Pieces pieces;
    for (int row = 0; row + 1 < lattice.rows; ++row)
        for (int column = 0; column + 1 < lattice.columns; ++column)
            trace({lattice, column, row, value}, pieces);
    return pieces.joined();
}

} // namespace map
