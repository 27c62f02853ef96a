// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/scene/scene.h"
#include "layers/map/scene/view.h"

#include <QHash>
#include <QPair>

class QPainter;

namespace widgets {

/// Keeps the movers of a scene moving from where they were shown to where their newest fix is, and never
/// beyond it. A value of the GUI thread; knows no clock: whoever asks says when it is, in milliseconds that
/// only run forwards.
class Motion {
public:
    /// Without it everything stands where it was last seen: for reduced motion and the wall.
    void setAllowed(bool allowed) { m_allowed = allowed; }
    /// Takes the movers of a scene. One known before sets out from where it is shown now, and takes as long
    /// as lay between its fixes (at most half a minute). What is new, stale, or was last heard of long ago,
    /// stands at its fix.
    void setScene(const map::Scene* scene, qint64 now);

    bool isEmpty() const { return m_tracks.isEmpty(); }
    /// Whether anything has not arrived yet.
    bool isMoving(qint64 now) const;
    void paint(QPainter& painter, const map::View& view, const map::Ink& ink, qint64 now) const;

    struct Spot {
        QPointF at; ///< Map metres.
        float heading = -1;
    };
    /// Where something is shown; nothing for what is not known. `layer` and `id` as in the scene.
    std::optional<Spot> spotOf(const QString& layer, const QString& id, qint64 now) const;

private:
    struct Track {
        map::Mover mover;
        QPointF from;
        float headingFrom = -1;
        qint64 begin = 0, duration = 0;
        double least = 0, most = 1e12; ///< Metres per pixel between which its layer is shown.

        Spot spot(qint64 now) const;
    };
    using Key = QPair<QString, QString>;

    Track follow(const Track* before, const map::Mover& mover, qint64 now) const;

    QHash<Key, Track> m_tracks;
    std::vector<Key> m_order; ///< In which they are painted.
    bool m_allowed = true;
};

} // namespace widgets
