// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/result.h"
#include "layers/city/time.h"
#include "layers/map/scene/scene.h"
#include "widgets/map/tools/sketch.h"
#include "widgets/theme/theme.h"

#include <QCoreApplication>

namespace app {

/// Something a person has drawn on the map. A value.
struct Drawing {
    QString id;
    widgets::Sketch sketch;
    bool isText = false; ///< A point that is only its text.
    QString text;        ///< Written beside it; may be empty.
    int colour = 0;      ///< Of the theme's series.
    QString author;
    city::Instant created;
};

/// What is said and shown of drawings. Any thread, but the words are those of the program's language of the moment.
class DrawingWords {
    Q_DECLARE_TR_FUNCTIONS(DrawingWords)
public:
    static QString kindOf(const Drawing& drawing);
    /// "1.2 km", "3.4 ha"; empty for a point.
    static QString sizeOf(const Drawing& drawing);
    /// All of them as a layer of the map, things of kind "drawing".
    static std::shared_ptr<const map::LayerScene> scene(const std::vector<Drawing>& drawings, const QString& layer, const widgets::Theme& theme, const QTimeZone& zone);
};

/// GeoJSON (or CSV by the name of the file) of all of them; see geo::writeFeatures. Slow; any thread.
std::optional<city::Problem> writeDrawings(const QString& file, const std::vector<Drawing>& drawings);
/// What writeDrawings has written as GeoJSON. No file: no drawings. Slow; any thread.
city::Result<std::vector<Drawing>> readDrawings(const QString& file);

} // namespace app
