// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/paint/clip.h"
#include "tests/support/test_main.h"

#include <algorithm>
#include <cmath>

class ClipTest : public QObject {
    Q_OBJECT
    const map::View m_view{{50, -50}, 1, {100, 100}}; // map x is screen x, map -y is screen y
    const QRectF m_frame{-10, -10, 120, 120};

private Q_SLOTS:
    void ringLargerThanTheFrameFillsIt()
    {
        QPolygonF out;
        map::screenRing({{-1e9, -1e9}, {1e9, -1e9}, {1e9, 1e9}, {-1e9, 1e9}, {-1e9, -1e9}}, m_view, m_frame,
                        out);
        for (const QPointF& corner : {m_frame.topLeft(), m_frame.bottomRight()})
            QVERIFY(std::any_of(out.begin(), out.end(),
                                [corner](QPointF p) { return (p - corner).manhattanLength() < 1e-3; }));
        QVERIFY(m_frame.adjusted(-1, -1, 1, 1).contains(out.boundingRect()));
    }

    void ringOutsideIsNothing()
    {
        QPolygonF out;
        map::screenRing({{500, 0}, {600, 0}, {600, 50}, {500, 0}}, m_view, m_frame, out);
        QVERIFY(out.isEmpty());
    }

    void ringInsideIsUntouched()
    {
        QPolygonF out;
        map::screenRing({{10, -10}, {20, -10}, {20, -20}, {10, -10}}, m_view, m_frame, out);
        QCOMPARE(out, QPolygonF({{10, 10}, {20, 10}, {20, 20}, {10, 10}}));
    }

    void pointsThatCannotBeToldApartAreLeftOut()
    {
        std::vector<QPointF> ring;
        for (int i = 0; i <= 10000; ++i) {
            const double angle = i % 10000 * M_PI / 5000;
            ring.push_back({50 + 20 * std::cos(angle), -50 + 20 * std::sin(angle)});
        }
        QPolygonF out;
        map::screenRing(ring, m_view, m_frame, out);
        QVERIFY2(out.size() > 60 && out.size() < 400, qPrintable(QString::number(out.size())));
        QVERIFY(std::abs(out.boundingRect().width() - 40) < 1);
    }

    void lineThatLeavesAndReturnsIsTwoPieces()
    {
        map::ScreenLine line;
        map::screenLine({{50, -50}, {500, -50}, {500, -60}, {50, -60}}, m_view, m_frame, line);
        QCOMPARE(line.pieces.size(), 2U);
        QCOMPARE(line.pieces[0].last(), QPointF(110, 50));
        QCOMPARE(line.pieces[1].first(), QPointF(110, 60));
    }

    void lineThatOnlyCrosses()
    {
        map::ScreenLine line;
        map::screenLine({{-1e7, -50}, {1e7, -50}}, m_view, m_frame, line);
        QCOMPARE(line.pieces.size(), 1U);
        QVERIFY(std::abs(line.pieces[0].first().x() + 10) < 1e-6 &&
                std::abs(line.pieces[0].last().x() - 110) < 1e-6);
        map::screenLine({{-100, 500}, {500, 500}}, m_view, m_frame, line);
        QVERIFY(line.pieces.empty());
        map::screenLine({{5, -5}}, m_view, m_frame, line);
        QVERIFY(line.pieces.empty());
    }
};

CITYOPS_TEST(QCoreApplication, ClipTest)
#include "clip_test.moc"
