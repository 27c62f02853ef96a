// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/layers/map/scenes.h"
#include "tests/support/test_main.h"

class HitTest : public QObject {
    Q_OBJECT

    static map::Ref ref(const char* id) { return {QStringLiteral("thing"), QString::fromLatin1(id), {}, {}}; }
    static QStringList ids(const std::vector<map::Hit>& hits)
    {
        QStringList list;
        for (const map::Hit& hit : hits)
            list << hit.ref.id;
        return list;
    }

    map::Scene m_scene;

private Q_SLOTS:
    void initTestCase()
    {
        auto areas = std::make_shared<map::LayerScene>();
        areas->id = QStringLiteral("areas");
        areas->refs = {ref("district"), ref("line"), ref("unseen")};
        areas->areas.push_back(plane::area({plane::box(0, 0, 150), plane::box(100, 100, 40)}, 0));
        areas->areas.back().ref = 0;
        map::Line line;
        line.points = {plane::at(0, 80), plane::at(200, 80)};
        line.width = 4;
        line.ref = 1;
        areas->lines.push_back(line);
        auto marks = std::make_shared<map::LayerScene>();
        marks->id = QStringLiteral("marks");
        marks->refs = {ref("near"), ref("far")};
        for (const double x : {52.0, 57.0}) {
            map::Mark mark;
            mark.at = plane::at(x, 80);
            mark.radius = 4;
            mark.ref = x < 55 ? 0 : 1;
            marks->marks.push_back(mark);
        }
        auto hidden = std::make_shared<map::LayerScene>(*marks);
        hidden->minMetresPerPixel = 100;
        m_scene.layers = {areas, marks, hidden};
    }

    void marksThenLinesThenAreas()
    {
        QCOMPARE(ids(map::hitTest(m_scene, plane::view, {50, 80})),
                 QStringList({QStringLiteral("near"), QStringLiteral("far"), QStringLiteral("line"),
                              QStringLiteral("district")}));
        QCOMPARE(map::hitTest(m_scene, plane::view, {50, 80}).front().layer, QStringLiteral("marks"));
    }

    void twoDirectionsAreToldApart()
    {
        map::LayerScene layer;
        for (const bool east : {true, false}) {
            map::Line line;
            line.points = {plane::at(east ? 20 : 180, 100), plane::at(east ? 180 : 20, 100)};
            line.colour = qRgb(0, 0, 0);
            line.offset = 3;
            line.ref = static_cast<map::RefIndex>(layer.refs.size());
            layer.refs.push_back({QStringLiteral("road"), east ? QStringLiteral("east") : QStringLiteral("west"), {}, {}});
            layer.lines.push_back(line);
        }
        const map::Scene scene = plane::scene(layer);
        // On the right of the way: eastwards is the lower one on the screen.
        QCOMPARE(map::hitTest(scene, plane::view, {100, 103}).at(0).ref.id, QStringLiteral("east"));
        QCOMPARE(map::hitTest(scene, plane::view, {100, 97}).at(0).ref.id, QStringLiteral("west"));
    }

    void reachIsInPixels()
    {
        QCOMPARE(ids(map::hitTest(m_scene, plane::view, {180, 87})), QStringList({QStringLiteral("line")}));
        QVERIFY(map::hitTest(m_scene, plane::view, {180, 90}).empty());
        QCOMPARE(ids(map::hitTest(m_scene, plane::view, {180, 90}, 9)),
                 QStringList({QStringLiteral("line")}));
        // Four times closer: the same ground distance is out of reach.
        const map::View closer = plane::view.zoomed(4, {180, 80});
        QVERIFY(map::hitTest(m_scene, closer, closer.toScreen(plane::at(180, 87))).empty());
    }

    void holesAreNotHit()
    {
        QVERIFY(map::hitTest(m_scene, plane::view, {120, 120}).empty());
        QCOMPARE(ids(map::hitTest(m_scene, plane::view, {20, 20})),
                 QStringList({QStringLiteral("district")}));
    }
};

CITYOPS_TEST(QCoreApplication, HitTest)
#include "hit_test.moc"
