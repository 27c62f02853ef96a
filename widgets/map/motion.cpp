// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/motion.h"

#include "layers/map/paint/symbols.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr qint64 longestWay = 30'000;     // ms; a lag of more would show a past nobody asked for
constexpr qint64 longestGap = 5 * 60'000; // ms between fixes; what happened meanwhile is not known

} // namespace

Motion::Spot Motion::Track::spot(qint64 now) const
{
    const double part =
        duration > 0 ? std::clamp(static_cast<double>(now - begin) / static_cast<double>(duration), 0.0, 1.0)
                     : 1;
    Spot spot{from + (mover.at - from) * part, mover.heading};
    if (headingFrom >= 0 && mover.heading >= 0) { // the shorter way round
        const double turn = std::remainder(static_cast<double>(mover.heading - headingFrom), 360.0);
        spot.heading =
            static_cast<float>(std::fmod(static_cast<double>(headingFrom) + turn * part + 360, 360));
    }
    return spot;
}

Motion::Track Motion::follow(const Track* before, const map::Mover& mover, qint64 now) const
{
    Track track{mover, mover.at, -1, now, 0};
    if (!before || !m_allowed || mover.state != map::DataState::Current) return track;
    const qint64 gap = mover.seenAt - before->mover.seenAt;
    if (gap == 0 && mover.at == before->mover.at) { // no news: it goes on
        track = *before;
        track.mover = mover;
        return track;
    }
    if (gap <= 0 || gap > longestGap) return track;
    const Spot spot = before->spot(now);
    track.from = spot.at;
    track.headingFrom = spot.heading;
    track.duration = std::min(gap, longestWay);
    return track;
}

void Motion::setScene(const map::Scene* scene, qint64 now)
{
    QHash<Key, Track> tracks;
    m_order.clear();
    if (scene) {
        for (const auto& layer : scene->layers) {
            for (std::size_t i = 0; i < layer->movers.size(); ++i) {
                const map::Mover& mover = layer->movers[i];
                const QString id =
                    mover.ref < 0 ? QString::number(i) : layer->refs[static_cast<std::size_t>(mover.ref)].id;
                const Key key{layer->id, id};
                const auto before = m_tracks.constFind(key);
                Track track = follow(before == m_tracks.cend() ? nullptr : &*before, mover, now);
                track.least = layer->minMetresPerPixel;
                track.most = layer->maxMetresPerPixel;
                tracks.insert(key, track);
                m_order.push_back(key);
            }
        }
    }
    m_tracks = std::move(tracks);
}

bool Motion::isMoving(qint64 now) const
{
    return std::any_of(m_tracks.cbegin(), m_tracks.cend(), [now](const Track& track) {
        return track.duration > 0 && now < track.begin + track.duration;
    });
}

void Motion::paint(QPainter& painter, const map::View& view, const map::Ink& ink, qint64 now) const
{
    const QRectF screen = QRectF(QPointF(), QSizeF(view.size)).adjusted(-20, -20, 20, 20);
    for (const Key& key : m_order) {
        const Track& track = *m_tracks.constFind(key);
        if (view.metresPerPixel < track.least || view.metresPerPixel > track.most) continue;
        const Spot spot = track.spot(now);
        const QPointF at = view.toScreen(spot.at);
        if (screen.contains(at)) map::paintMover(painter, track.mover, at, spot.heading, ink);
    }
}

std::optional<Motion::Spot> Motion::spotOf(const QString& layer, const QString& id, qint64 now) const
{
    const auto track = m_tracks.constFind({layer, id});
    return track == m_tracks.cend() ? std::nullopt : std::optional(track->spot(now));
}

} // namespace widgets
