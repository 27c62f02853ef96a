// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/result.h"
#include "layers/geo/tile_grid.h"

#include <QUrl>

namespace feeds {

using geo::TileGrid;
using geo::TileId;

/// Where tiles come from: an address with marks to fill in, or an OGC service whose description of itself says
/// the address. A value.
struct TileSource {
    /// Tiles: XYZ, TMS, WMTS by REST. Wmts, Wms: `address` is the service's; see `completed`.
    enum class Service { Tiles, Wmts, Wms };

    QString id;
    QString address; ///< https://HOST/{z}/{x}/{y}.png; {-y} counts from the south (TMS), {r} is "@2x" where the
                     ///< screen is dense, {bbox}, {width} and {height} ask for a picture of a place (WMS).
    int minZoom = 0, maxZoom = 19; ///< Levels of the grid that are asked for.
    Service service = Service::Tiles;
    QString layer = {}, style = {}, format = QStringLiteral("image/png"); ///< Of a service; layers of a WMS by commas.
    QString matrixSet = {}; ///< Of a WMTS; empty: that of the map, else the first PROJ knows.
    QString crs = {};       ///< Of a WMS; empty: that of the map, else the first PROJ knows.
    QString version = QStringLiteral("1.3.0"); ///< Of a WMS.
    double opacity = 1;
    std::shared_ptr<const TileGrid> grid = TileGrid::webMercator(); ///< Never null.
    bool northFirst = false; ///< {bbox} names northings first.
    int density = 1;         ///< Pixels of the picture to a pixel of the grid.

    /// Whether tiles can be asked for without reading the service's description of itself.
    bool isComplete() const { return service == Service::Tiles; }
    /// The same for a screen of so many device pixels a pixel.
    TileSource atDensity(double devicePixelRatio) const;
};

/// The address of a tile; empty when the tile is outside of the source or the template is not http or https.
QUrl tileUrl(const TileSource& source, TileId tile);

/// Where a service describes itself.
QUrl capabilitiesUrl(const TileSource& source);
/// A source of plain tiles from a WMTS or WMS and its description of itself (WMTS 1.0.0 with REST or KVP, WMS
/// 1.1.1 and 1.3.0). A Problem names what of the source the service does not have and what it has. Any thread.
city::Result<TileSource> completed(const TileSource& source, const QByteArray& capabilities);
/// A WMS on the map's own CRS needs no description.
TileSource completedWms(TileSource source);

/// What an OGC service says instead of a picture (ServiceException, ExceptionText), in one line; empty when it
/// is nothing of the kind.
QString serviceComplaint(const QByteArray& answer);

} // namespace feeds
