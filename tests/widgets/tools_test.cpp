// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"
#include "tests/widgets/sample_city.h"
#include "widgets/map/tools/measuring.h"
#include "widgets/map/tools/overlay_picture.h"
#include "widgets/map/tools/sketch_tool.h"
#include "widgets/panels/attribute_table.h"
#include "widgets/panels/identify_panel.h"
#include "widgets/panels/map_drawer.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QHeaderView>
#include <QLineEdit>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTableView>
#include <QTreeWidget>

using namespace widgets;

Q_DECLARE_METATYPE(widgets::Sketch)

/// Rows whose searches wait until they are let through, and which count what was read.
class GatedRows : public geo::RowSource {
public:
    explicit GatedRows(std::unique_ptr<geo::RowSource> rows) : m_rows(std::move(rows)) {}
    city::Result<std::vector<geo::RowField>> fields() override { return m_rows->fields(); }
    city::Result<std::vector<qint64>> find(const geo::RowQuery& query,
                                           geo::ReadingProgress& progress) override
    {
        searches.acquire();
        return m_rows->find(query, progress);
    }
    city::Result<std::vector<QVariantList>> read(const std::vector<qint64>& keys) override
    {
        auto values = m_rows->read(keys);
        reads.release();
        return values;
    }
    QSemaphore searches, reads;

private:
    std::unique_ptr<geo::RowSource> m_rows;
};

/// The tools of the map and their panels, driven as a person drives them.
class ToolsTest : public QObject {
    Q_OBJECT

    Theme m_theme;
    std::unique_ptr<MapCanvas> m_canvas;
    std::unique_ptr<MapOverlay> m_overlay;

    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::mousePress(m_canvas.get(), Qt::LeftButton, modifiers, from);
        for (int i = 1; i <= 5; ++i) {
            const QPoint at = from + (to - from) * i / 5;
            QMouseEvent move(QEvent::MouseMove, at, m_canvas->mapToGlobal(at), Qt::NoButton, Qt::LeftButton,
                             modifiers);
            QApplication::sendEvent(m_canvas.get(), &move);
        }
        QTest::mouseRelease(m_canvas.get(), Qt::LeftButton, modifiers, to);
    }
    void click(QPoint at, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::mouseClick(m_canvas.get(), Qt::LeftButton, modifiers, at);
    }

    static std::shared_ptr<geo::FeatureTable> numbers(int count)
    {
        auto table = std::make_shared<geo::FeatureTable>();
        table->fields = QStringList{QStringLiteral("number"), QStringLiteral("name")};
        for (int i = 0; i < count; ++i) {
            geo::Feature feature;
            feature.id = i;
            feature.values = {static_cast<qlonglong>(count - i), QStringLiteral("row %1").arg(i)};
            table->features.push_back(std::move(feature));
        }
        return table;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = *readTheme(qEnvironmentVariable("CITYOPS_RESOURCES"), QStringLiteral("dark"));
    }

    void init()
    {
        m_canvas = std::make_unique<MapCanvas>();
        m_canvas->setTheme(m_theme);
        m_canvas->resize(400, 300);
        m_canvas->setScene(sample::scene(m_theme));
        m_canvas->fit({121.49, 24.99, 121.59, 25.07});
        m_overlay = std::make_unique<MapOverlay>(*m_canvas);
        m_overlay->setTheme(m_theme);
        m_canvas->show();
    }

    void cleanup()
    {
        m_overlay.reset();
        m_canvas.reset();
    }

    void aRectangleIsDraggedOrClicked()
    {
        SketchTool tool(*m_overlay);
        QSignalSpy finished(&tool, &SketchTool::finished);
        tool.start(SketchShape::Rectangle);
        const map::View before = m_canvas->view();
        drag({100, 100}, {200, 180}, Qt::ShiftModifier);
        QCOMPARE(finished.size(), 1);
        QCOMPARE(m_canvas->view(), before); // The map stays where it is.
        const auto sketch = finished[0][0].value<Sketch>();
        QCOMPARE(finished[0][1].value<Qt::KeyboardModifiers>(), Qt::KeyboardModifiers(Qt::ShiftModifier));
        QCOMPARE(m_canvas->view().toScreen(sketch.corners[0]).toPoint(), QPoint(100, 100));
        QCOMPARE(m_canvas->view().toScreen(sketch.corners[1]).toPoint(), QPoint(200, 180));
        QVERIFY(tool.sketch().isEmpty()); // Ready for the next.
        click({50, 50});
        click({90, 80});
        QCOMPARE(finished.size(), 2);
    }

    void aDragMovesTheMapUnderAPolygon()
    {
        SketchTool tool(*m_overlay);
        QSignalSpy finished(&tool, &SketchTool::finished);
        tool.start(SketchShape::Polygon);
        click({100, 100});
        const QPointF centre = m_canvas->view().centre;
        drag({200, 200}, {150, 180});
        QVERIFY(m_canvas->view().centre != centre);
        QCOMPARE(tool.sketch().corners.size(), std::size_t(1));
        click({200, 100});
        click({200, 200});
        QTest::mouseDClick(m_canvas.get(), Qt::LeftButton, {}, {200, 200});
        QCOMPARE(finished.size(), 1);
        QCOMPARE(finished[0][0].value<Sketch>().corners.size(), std::size_t(3));
    }

    void keysDrawToo()
    {
        SketchTool tool(*m_overlay);
        QSignalSpy finished(&tool, &SketchTool::finished), stopped(&tool, &SketchTool::stopped),
            picked(m_canvas.get(), &MapCanvas::picked);
        tool.start(SketchShape::Line);
        QTest::keyClick(m_canvas.get(), Qt::Key_Return);
        QTest::keyClick(m_canvas.get(), Qt::Key_Right);
        QTest::keyClick(m_canvas.get(), Qt::Key_Return);
        QTest::keyClick(m_canvas.get(), Qt::Key_Down);
        QTest::keyClick(m_canvas.get(), Qt::Key_Return);
        QCOMPARE(tool.sketch().corners.size(), std::size_t(3));
        QTest::keyClick(m_canvas.get(), Qt::Key_Backspace);
        QCOMPARE(tool.sketch().corners.size(), std::size_t(2));
        QTest::keyClick(m_canvas.get(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(finished.size(), 1);
        QCOMPARE(finished[0][0].value<Sketch>().corners.size(), std::size_t(2));
        click({10, 10});
        QTest::keyClick(m_canvas.get(), Qt::Key_Escape);
        QVERIFY(tool.isOn() && tool.sketch().isEmpty());
        QTest::keyClick(m_canvas.get(), Qt::Key_Escape);
        QVERIFY(!tool.isOn());
        QCOMPARE(stopped.size(), 1);
        QVERIFY(picked.isEmpty()); // While it was on, nothing was picked behind its back;
        click({10, 10});
        QCOMPARE(picked.size(), 1); // now the map has its clicks again.
    }

    void aLassoFollowsThePointer()
    {
        SketchTool tool(*m_overlay);
        QSignalSpy finished(&tool, &SketchTool::finished);
        tool.start(SketchShape::Freehand);
        QTest::mousePress(m_canvas.get(), Qt::LeftButton, {}, {100, 100});
        for (const QPoint at : {QPoint(150, 90), QPoint(200, 120), QPoint(190, 180), QPoint(110, 170)}) {
            QMouseEvent move(QEvent::MouseMove, at, m_canvas->mapToGlobal(at), Qt::NoButton, Qt::LeftButton,
                             Qt::NoModifier);
            QApplication::sendEvent(m_canvas.get(), &move);
        }
        QTest::mouseRelease(m_canvas.get(), Qt::LeftButton, {}, {110, 170});
        QCOMPARE(finished.size(), 1);
        const auto sketch = finished[0][0].value<Sketch>();
        QVERIFY(sketch.geometry().contains(m_canvas->view().toGround({150, 130})));
        QVERIFY(!sketch.geometry().contains(m_canvas->view().toGround({90, 130})));
    }

    void whatIsDrawnIsSeen()
    {
        SketchTool tool(*m_overlay);
        tool.setKeeps(true);
        QVERIFY(m_overlay->isEmpty()); // Costs nothing while there is nothing.
        tool.start(SketchShape::Circle);
        drag({200, 150}, {240, 150});
        QVERIFY(!m_overlay->isEmpty());
        QTRY_VERIFY(m_canvas->isSharp());
        const QColor rim = m_canvas->grab().toImage().pixelColor(200, 110);
        const auto near = [](int a, int b) { return std::abs(a - b) < 60; };
        QVERIFY2(near(rim.red(), m_theme.accent.red()) && near(rim.blue(), m_theme.accent.blue()),
                 qPrintable(rim.name()));
        tool.clear();
        QVERIFY(m_overlay->isEmpty());
    }

    void theStampIsSeenWhateverLiesOverTheMap()
    {
        auto stamped = std::make_shared<map::Scene>(*sample::scene(m_theme));
        stamped->stamp = QStringLiteral("DEMO DATA");
        m_canvas->setScene(stamped);
        QTRY_VERIFY(m_canvas->isSharp());
        const QPoint plate(m_canvas->width() - 24, 16); // of the solid stamp, in the corner
        const QColor before = m_canvas->grab().toImage().pixelColor(plate);
        SketchTool tool(*m_overlay);
        tool.setKeeps(true);
        tool.setSketch(
            {SketchShape::Rectangle, {m_canvas->view().toGround({-10, -10}), m_canvas->view().toGround({500, 400})}, {}});
        QVERIFY(m_canvas->grab().toImage().pixelColor(200, 250) != m_theme.mapGround);
        QCOMPARE(m_canvas->grab().toImage().pixelColor(plate), before);
    }

    void measuredOnTheEllipsoid()
    {
        const Measurement line = Measurement::of({SketchShape::Line, {{0, 0}, {1, 0}, {1, 0.001}}, {}});
        QVERIFY(std::abs(line.pieces[0] - 111319.4908) < 0.001);
        QCOMPARE(line.pieces.size(), std::size_t(2));
        QCOMPARE(line.area, 0.0);
        const Measurement cell =
            Measurement::of({SketchShape::Polygon, {{0, 0}, {1, 0}, {1, 1}, {0, 1}}, {}});
        QVERIFY(std::abs(cell.area - 12308778361.469) < 1);
        QCOMPARE(MeasurementText::headline(cell), QStringLiteral("12,308.8 km²"));
        const Measurement circle = Measurement::of({SketchShape::Circle, {{121.5, 25}, {121.51, 25}}, {}});
        QVERIFY(std::abs(circle.area / (M_PI * circle.radius * circle.radius) - 1) < 1e-5);
        QVERIFY(std::abs(circle.length / (2 * M_PI * circle.radius) - 1) < 1e-5);
        QCOMPARE(lengthText(12.345), QStringLiteral("12.35 m"));
        QCOMPARE(lengthText(1234.56), QStringLiteral("1.235 km"));
        QCOMPARE(areaText(12.34), QStringLiteral("12.3 m²"));
        QCOMPARE(areaText(34567), QStringLiteral("3.457 ha"));
        QCOMPARE(bearingText(-90), QStringLiteral("270.0°"));
        QVERIFY(MeasurementText::table(line).contains(QStringLiteral("111319.491")));
    }

    void theHighlightFollowsTheView()
    {
        OverlayPicture picture(*m_overlay);
        auto scene = std::make_shared<map::Scene>();
        auto layer = std::make_shared<map::LayerScene>();
        layer->marks.push_back({m_canvas->view().toMap(QPointF(200, 150)), 6, 0xffff0000, map::Shape::Circle,
                                map::DataState::Current, -1});
        scene->layers.push_back(layer);
        picture.setScene(scene);
        QTRY_VERIFY(picture.isSharp());
        QTRY_VERIFY(m_canvas->isSharp());
        QCOMPARE(m_canvas->grab().toImage().pixelColor(200, 150), QColor(Qt::red));
        m_canvas->setView(m_canvas->view().panned({40, 0}));
        QCOMPARE(m_canvas->grab().toImage().pixelColor(240, 150), QColor(Qt::red)); // At once.
        picture.setScene(nullptr);
        QVERIFY(m_overlay->isEmpty());
    }

    void theTableReadsWhatIsInSight()
    {
        AttributeTable table;
        table.setTheme(m_theme);
        table.resize(900, 300);
        table.show();
        table.setLayer(QStringLiteral("l"), geo::tableRows(numbers(5000)));
        AttributeModel& model = table.model();
        QTRY_COMPARE(model.rowCount(), 5000);
        const auto text = [&model](int row, int column) {
            return model.data(model.index(row, column), Qt::DisplayRole).toString();
        };
        QTRY_COMPARE(text(0, 0), QStringLiteral("5000"));
        QTRY_COMPARE(text(4999, 1), QStringLiteral("row 4999"));
        auto* filter = table.findChild<QLineEdit*>();
        filter->setFocus();
        QTest::keyClicks(filter, QStringLiteral("number <= 10"));
        QTest::keyClick(filter, Qt::Key_Return);
        QTRY_COMPARE(model.rowCount(), 10);
        model.sort(0, Qt::AscendingOrder);
        QTRY_COMPARE(text(0, 0), QStringLiteral("1"));
        QCOMPARE(model.total(), 5000);
    }

    void pagesOfAnOlderOrderAreDropped()
    {
        AttributeModel model;
        auto rows = std::make_shared<GatedRows>(geo::tableRows(numbers(300)));
        rows->searches.release();
        model.setSource(rows);
        QTRY_COMPARE(model.rowCount(), 300);
        const auto first = [&model] { return model.data(model.index(0, 0), Qt::DisplayRole).toString(); };
        model.sort(0, Qt::AscendingOrder);
        QVERIFY(first().isEmpty()); // Asked for in the old order, answered after the new one is found.
        rows->searches.release();
        QVERIFY(rows->reads.tryAcquire(1, 10'000));
        QTRY_COMPARE(first(), QStringLiteral("1"));
    }

    void rowsAndMapSpeakOfTheSame()
    {
        AttributeTable table;
        table.setTheme(m_theme);
        table.resize(900, 300);
        table.show();
        table.setLayer(QStringLiteral("l"), geo::tableRows(numbers(300)));
        QTRY_COMPARE(table.model().rowCount(), 300);
        QSignalSpy picked(&table, &AttributeTable::rowsPicked);
        QTest::mouseClick(table.view().viewport(), Qt::LeftButton, {},
                          table.view().visualRect(table.model().index(1, 0)).center());
        QTest::mouseClick(table.view().viewport(), Qt::LeftButton, Qt::ControlModifier,
                          table.view().visualRect(table.model().index(3, 0)).center());
        QCOMPARE(picked.last()[0].value<std::vector<qint64>>(), (std::vector<qint64>{1, 3}));
        picked.clear();
        table.setMarked({250, 260});
        QVERIFY(picked.isEmpty()); // What the map says is no wish of the person's.
        QVERIFY(table.view().visualRect(table.model().index(250, 0)).isValid());
        QVERIFY(
            table.view().viewport()->rect().intersects(table.view().visualRect(table.model().index(250, 0))));
        QVERIFY(table.model().data(table.model().index(260, 0), Qt::BackgroundRole).isValid());
        QVERIFY(!table.model().data(table.model().index(261, 0), Qt::BackgroundRole).isValid());
        QTest::keyClick(&table.view(), Qt::Key_C, Qt::ControlModifier);
        QTRY_COMPARE(QApplication::clipboard()->text(),
                     QStringLiteral("number\tname\n50\trow 250\n40\trow 260\n"));
    }

    void identifyListsEveryHit()
    {
        IdentifyPanel panel;
        panel.setTheme(m_theme);
        panel.resize(800, 240);
        panel.show();
        map::Hit a{QStringLiteral("air"),
                   {QStringLiteral("station"),
                    QStringLiteral("1"),
                    QStringLiteral("Daan"),
                    {QStringLiteral("PM2.5: 12 µg/m³")}},
                   nullptr};
        map::Hit b{QStringLiteral("districts"),
                   {QStringLiteral("area"),
                    QStringLiteral("63000030"),
                    QStringLiteral("Daan District"),
                    {QStringLiteral("<b>markup</b>: & more")}},
                   nullptr};
        QSignalSpy current(&panel, &IdentifyPanel::currentChanged);
        panel.setHits({a, b}, {{QStringLiteral("air"), QStringLiteral("Air quality")}},
                      QStringLiteral("121.5° E"));
        QCOMPARE(panel.current(), 0);
        panel.step(1);
        QCOMPARE(panel.current(), 1);
        QCOMPARE(current.size(), 2);
        QVERIFY(panel.copied().contains(QStringLiteral("<b>markup</b>\t& more")));
        panel.step(1);
        QCOMPARE(panel.current(), 0);
        QCOMPARE(panel.findChild<QTreeWidget*>()->topLevelItemCount(), 2);
        panel.setHits({}, {}, {});
        QCOMPARE(panel.current(), -1);
        QCOMPARE(panel.copied(), QString());
    }

    void theDrawerOpensAndCloses()
    {
        QWidget window;
        MapDrawer drawer(&window);
        drawer.setTheme(m_theme);
        auto* one = new QWidget;
        drawer.addPage(QStringLiteral("one"), one);
        drawer.addPage(QStringLiteral("two"), new QWidget);
        QCOMPARE(drawer.page(), QString());
        drawer.open(QStringLiteral("two"));
        QCOMPARE(drawer.page(), QStringLiteral("two"));
        drawer.open(QStringLiteral("one"));
        QCOMPARE(drawer.page(), QStringLiteral("one"));
        QTest::keyClick(&drawer, Qt::Key_Escape);
        QCOMPARE(drawer.page(), QString());
    }
};

CITYOPS_TEST(QApplication, ToolsTest)
#include "tools_test.moc"
