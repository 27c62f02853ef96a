// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGuiApplication>
#include <QProcess>
#include <QScreen>
#include <QSize>
#include <QStandardPaths>

/// An X server without a display (Xvfb) whose one screen is divided into monitors by RandR 1.5, side by side
/// from the left. Made before the application: it sets DISPLAY and the platform. Ends with the object.
class VirtualMonitors {
public:
    struct Monitor {
        QString name;
        QSize size;
    };

    explicit VirtualMonitors(QList<Monitor> monitors) : m_monitors(std::move(monitors))
    {
        int width = 0, height = 0;
        for (const Monitor& one : m_monitors) {
            width += one.size.width();
            height = std::max(height, one.size.height());
        }
        m_xvfb.start(QStandardPaths::findExecutable(QStringLiteral("Xvfb")),
                     {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-nolisten"),
                      QStringLiteral("tcp"), QStringLiteral("-noreset"), QStringLiteral("-screen"), QStringLiteral("0"),
                      QStringLiteral("%1x%2x24").arg(width).arg(height)});
        if (!m_xvfb.waitForStarted(10'000) ||
            QStandardPaths::findExecutable(QStringLiteral("xrandr")).isEmpty())
            return;
        while (!m_xvfb.canReadLine() && m_xvfb.waitForReadyRead(20'000)) {
        }
        const QByteArray number = m_xvfb.readLine().trimmed();
        if (number.isEmpty()) return;
        qputenv("DISPLAY", ':' + number);
        qputenv("QT_QPA_PLATFORM", "xcb");
        m_good = true;
        for (const Monitor& one : m_monitors)
            m_good = plug(one.name) && m_good;
    }
    ~VirtualMonitors()
    {
        m_xvfb.kill();
        m_xvfb.waitForFinished(5000);
    }

    bool isGood() const { return m_good; }

    bool plug(const QString& name)
    {
        int left = 0;
        for (const Monitor& one : m_monitors) {
            if (one.name == name) {
                const bool first = left == 0;
                return xrandr({QStringLiteral("--setmonitor"), name,
                               QStringLiteral("%1/1210x%2/680+%3+0")
                                   .arg(one.size.width())
                                   .arg(one.size.height())
                                   .arg(left),
                               first ? QStringLiteral("screen") : QStringLiteral("none")});
            }
            left += one.size.width();
        }
        return false;
    }
    bool pull(const QString& name) { return xrandr({QStringLiteral("--delmonitor"), name}); }

    QScreen* screen(const QString& name) const
    {
        for (QScreen* one : QGuiApplication::screens())
            if (one->name() == name) return one;
        return nullptr;
    }

private:
    static bool xrandr(const QStringList& words)
    {
        return QProcess::execute(QStringLiteral("xrandr"), words) == 0;
    }

    QList<Monitor> m_monitors;
    QProcess m_xvfb;
    bool m_good = false;
};
