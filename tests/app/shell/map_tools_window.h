// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/shell/demo_window.h"

#include <QApplication>
#include <QFile>
#include <QMouseEvent>

/// The window with what the tests of the map tools need: the tools, their drawer, and a mouse that drags.
class MapToolsWindow : public DemoWindow {
protected:
    app::MapTools& tools() { return m_window->tools(); }
    widgets::MapDrawer& drawer() { return m_window->frame().drawer(); }
    void ask(const char* id) { m_window->actions().ask(QLatin1String(id)); }
    QPoint middle() { return canvas().rect().center(); }

    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::mousePress(&canvas(), Qt::LeftButton, modifiers, from);
        for (int i = 1; i <= 4; ++i) {
            const QPoint at = from + (to - from) * i / 4;
            QMouseEvent move(QEvent::MouseMove, at, canvas().mapToGlobal(at), Qt::NoButton, Qt::LeftButton,
                             modifiers);
            QApplication::sendEvent(&canvas(), &move);
        }
        QTest::mouseRelease(&canvas(), Qt::LeftButton, modifiers, to);
    }

    static void forgetDrawings() { QFile::remove(app::DrawTool::fileOf(QStringLiteral("taipei"))); }

    void putToolsAway()
    {
        while (m_window && tools().escape()) {
        }
        if (m_window) drawer().close();
    }
};
