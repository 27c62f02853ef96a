// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/facts.h"
#include "layers/feeds/tile_store.h"
#include "layers/map/paint/painter.h"
#include "widgets/theme/theme.h"

#include <QWidget>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QMenu;
class QPainter;

namespace widgets {

/// A basemap of tiles drawn beneath the scene, muted so that data stand out.
struct Basemap {
    feeds::TileSource source;
    QString attribution;
    enum class Tone { Light, Dark } tone = Tone::Light; ///< Of its tiles as they come.
};

/// The map a person sees and moves. Lives in the GUI thread; the scene is painted in the thread pool into a
/// picture wider than the view. Panning and zooming move and scale the last picture at once, the sharp one
/// follows; a new job cancels the old, and the map is never blank once it has had a picture.
class MapCanvas : public QWidget {
    Q_OBJECT
public:
    explicit MapCanvas(QWidget* parent = nullptr);
    ~MapCanvas() override;

    void setTheme(const Theme& theme);
    void setScene(std::shared_ptr<const map::Scene> scene);
    /// The size of `view` is replaced by that of the widget.
    void setView(const map::View& view);
    const map::View& view() const;
    void fit(const city::LonLatBox& box);
    /// What the Home key and button show.
    void setHome(const city::LonLatBox& box);

    /// Where the tiles of services come from; must outlive the canvas. Null: no basemap, no services.
    void setTileStore(feeds::TileStore* store);
    void setBasemap(const std::optional<Basemap>& basemap);

    /// Ringed in the accent colour: kind and id as in map::Ref.
    void setSelected(std::vector<city::PlaceId> things);
    /// Lifted as if hovered, for a table row under the pointer.
    void setHighlighted(std::optional<city::PlaceId> thing);
    /// What stands at the edge for the position last given by pointerMoved, in the CRS of the reader's
    /// choice.
    void setCoordinateText(const QString& text);

    /// Whether things that move are shown on their way; not on the wall, nor where the system asks for less motion.
    void setMotion(bool allowed);
    /// Painted over the map at every painting, beneath what does not move with it: stamp, scale bar, notes. It may
    /// look at view(). Empty: nothing.
    void setOverlay(std::function<void(QPainter&)> overlay);

    /// Asks the services behind layers (WMS) what lies at a place; `each` hit comes when its service has answered.
    void askServices(city::LonLat at, std::function<void(const map::Hit&)> each);

    /// Whether the picture shown is the sharp one of the present scene and view.
    bool isSharp() const;

Q_SIGNALS:
    void viewChanged(const map::View& view);
    /// Everything under the click, topmost first; empty over bare ground. Comes once more when attributes of large
    /// layers have been read, as `hovered` does.
    void picked(const std::vector<map::Hit>& hits, city::LonLat at);
    /// What lies under the pointer, topmost first; empty when nothing does.
    void hovered(const std::vector<map::Hit>& hits);
    void pointerMoved(city::LonLat at);
    void pointerLeft();
    void filesDropped(const QStringList& files);
    /// The context menu is about to show; the owner may add to it.
    void menuAsked(QMenu* menu, city::LonLat at);
    /// The sharp picture of the present scene and view has just been shown.
    void sharpened();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace widgets
