// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/sample_city.h"
#include "widgets/charts/chart_panel.h"
#include "widgets/map/map_canvas.h"
#include "widgets/panels/alert_note.h"
#include "widgets/panels/breadcrumb_bar.h"
#include "widgets/panels/detail_panel.h"
#include "widgets/panels/error_note.h"
#include "widgets/panels/feed_age_list.h"
#include "widgets/panels/layer_panel.h"
#include "widgets/panels/rail_bar.h"
#include "widgets/panels/ranked_table.h"
#include "widgets/panels/tile_grid.h"
#include "widgets/panels/top_bar.h"
#include "widgets/panels/why_popup.h"
#include "widgets/theme/dress.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QHBoxLayout>
#include <QTableView>

using namespace widgets;

namespace {

// What a piece of the gallery stands on.
QWidget* panel(const Theme& theme, QWidget* content, int width)
{
    auto* frame = new QWidget;
    QPalette palette;
    palette.setColor(QPalette::Window, theme.surface);
    frame->setPalette(palette);
    frame->setAutoFillBackground(true);
    auto* column = new QVBoxLayout(frame);
    column->setContentsMargins(12, 12, 12, 12);
    column->addWidget(content);
    column->addStretch(1);
    frame->setFixedWidth(width);
    // Wrapped text makes its height only once the width is known.
    if (column->hasHeightForWidth()) frame->setMinimumHeight(column->heightForWidth(width));
    return frame;
}

template<typename Widget> Widget* themed(const Theme& theme)
{
    auto* widget = new Widget;
    widget->setTheme(theme);
    return widget;
}

ChartPanel* chart(const Theme& theme, const ChartData& data, int height = 190)
{
    auto* panel = themed<ChartPanel>(theme);
    panel->setZone(QTimeZone("Asia/Taipei"));
    panel->setChart(data);
    panel->setMinimumHeight(height);
    return panel;
}

QWidget* sidePanel(const Theme& theme, int columns)
{
    auto* side = new QWidget;
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    auto* grid = themed<TileGrid>(theme);
    grid->setColumns(columns);
    grid->setTiles(sample::tiles());
    column->addWidget(grid);
    column->addWidget(chart(theme, sample::series()));
    column->addWidget(chart(theme, sample::bars()));
    ChartData one = sample::series();
    one.series.pop_back();
    one.bands.clear();
    one.title = QStringLiteral("One series");
    column->addWidget(chart(theme, one, 150));
    ChartData none = one;
    none.series.clear();
    none.freshness = city::Freshness::Missing;
    none.note =
        QStringLiteral("No sample in the last day. The feed “Hourly air quality” is late; see data ages.");
    column->addWidget(chart(theme, none, 110));
    auto* table = themed<RankedTable>(theme);
    table->setTable(sample::table());
    table->setFixedHeight(200);
    column->addWidget(table);
    return side;
}

QWidget* notes(const Theme& theme)
{
    auto* side = new QWidget;
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    auto* alert = themed<AlertNote>(theme);
    alert->setAlert(sample::alert());
    column->addWidget(alert);
    auto* error = themed<ErrorNote>(theme);
    error->setError({QStringLiteral("The file could not be read."),
                     QStringLiteral("/home/me/<b>x</b>.gpkg, layer 2"),
                     QStringLiteral("Check that it is a map file and drop it again.")});
    column->addWidget(error);
    auto* place = themed<DetailPanel>(theme);
    place->setPlace(sample::place());
    column->addWidget(place);
    auto* feeds = themed<FeedAgeList>(theme);
    feeds->setFeeds(sample::feeds());
    feeds->setFixedHeight(feeds->sizeHint().height());
    column->addWidget(feeds);
    return side;
}

QWidget* top(const Theme& theme, int alarm)
{
    auto* bar = themed<TopBar>(theme);
    bar->setCity(QStringLiteral("臺北 Taipei"));
    bar->setSituation(
        {alarm
             ? QStringLiteral("大雷雨 in 3 districts until 15:20; air unhealthy for sensitive groups in 萬華")
             : QStringLiteral("Nothing unusual: traffic flows, air is good, no alerts."),
         {},
         alarm,
         sample::focusOn({})});
    bar->setFeeds(alarm ? sample::feeds() : std::vector<FeedAge>{sample::feeds().front()});
    bar->setClock(QStringLiteral("14:05"), QStringLiteral("Wednesday"));
    bar->setStamp(QStringLiteral("DEMO DATA"));
    bar->setOtherLanguage(QStringLiteral("中文"));
    return bar;
}

MapCanvas* canvas(const Theme& theme)
{
    auto* map = themed<MapCanvas>(theme);
    map->resize(720, 480);
    map->setScene(sample::scene(theme));
    map->fit({121.49, 24.99, 121.59, 25.07});
    map->setSelected(
        {{QStringLiteral("area"), QStringLiteral("d1")}, {QStringLiteral("station"), QStringLiteral("s0")}});
    map->setHighlighted(city::PlaceId{QStringLiteral("station"), QStringLiteral("s2")});
    map->setCoordinateText(QStringLiteral("E 304,512  N 2,768,120 (TWD97)"));
    return map;
}

void save(QWidget* widget, const QString& file)
{
    widget->show();
    widget->ensurePolished();
    QElapsedTimer patience;
    patience.start();
    for (auto* map : widget->findChildren<MapCanvas*>())
        while (!map->isSharp() && patience.elapsed() < 5000)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
    if (auto* map = qobject_cast<MapCanvas*>(widget))
        while (!map->isSharp() && patience.elapsed() < 5000)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
    QCoreApplication::processEvents();
    if (!widget->grab().save(file)) qWarning("cannot write %s", qPrintable(file));
    delete widget;
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.size() != 3) {
        fprintf(stderr, "usage: widgets_gallery RESOURCES FOLDER\n");
        return 2;
    }
    for (const QString& id : {QStringLiteral("dark"), QStringLiteral("light")}) {
        const auto read = readTheme(arguments[1], id);
        if (!read) {
            fprintf(stderr, "%s\n", qPrintable(read.problem().toString()));
            return 1;
        }
        const Theme& theme = *read;
        dress(application, theme);
        const QString file = QDir(arguments[2]).filePath(id) + QStringLiteral("-%1.png");
        save(panel(theme, sidePanel(theme, 2), 420), file.arg(QStringLiteral("side-420")));
        save(panel(theme, sidePanel(theme, 2), 320), file.arg(QStringLiteral("side-320")));
        auto* wide = themed<TileGrid>(theme);
        wide->setColumns(4);
        wide->setTiles(sample::tiles());
        save(panel(theme, wide, 640), file.arg(QStringLiteral("tiles-4x1")));
        save(panel(theme, notes(theme), 420), file.arg(QStringLiteral("notes")));
        for (const int width : {1366, 1920}) {
            auto* bar = top(theme, width == 1366 ? 1 : 0);
            bar->resize(width, 44);
            save(bar, file.arg(QStringLiteral("top-%1").arg(width)));
        }
        auto* layers = themed<LayerPanel>(theme);
        layers->setLayers(sample::layers());
        layers->setBasemaps({{QStringLiteral("osm"), QStringLiteral("OpenStreetMap")}},
                            QStringLiteral("osm"));
        layers->setLevel(QStringLiteral("2"));
        layers->setMinimumHeight(400);
        auto* rail = themed<RailBar>(theme);
        rail->setEntries(sample::rail());
        rail->setCurrent(QStringLiteral("air-quality"));
        auto* left = new QWidget;
        auto* row = new QHBoxLayout(left);
        row->setContentsMargins(0, 0, 0, 0);
        row->addWidget(rail);
        row->addWidget(layers);
        save(panel(theme, left, 56 + 260 + 30), file.arg(QStringLiteral("left")));
        auto* crumbs = themed<BreadcrumbBar>(theme);
        crumbs->setCrumbs(sample::crumbs());
        crumbs->setHistory(2, 0);
        auto* map = canvas(theme);
        crumbs->setParent(map);
        crumbs->move(8, 8);
        save(map, file.arg(QStringLiteral("map")));
    }
    return 0;
}
