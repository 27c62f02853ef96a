// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/main_window.h"

#include <QObject>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

/// A test that drives the real window on the demo city, in English, without a display, with settings of its own.
class DemoWindow : public QObject {
protected:
    app::RunOptions demo() const
    {
        app::RunOptions options;
        options.source = app::RunOptions::Source::Demo;
        options.pack = m_resources + QStringLiteral("/packs/taipei");
        options.speed = 0;
        options.language = QStringLiteral("en");
        return options;
    }

    /// Once for the program, before the first window.
    void setUpAs(const QString& name)
    {
        QStandardPaths::setTestModeEnabled(true);
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder.path());
        QCoreApplication::setApplicationName(name);
        QCoreApplication::setOrganizationName(name);
    }

    void openWindow()
    {
        m_window = std::make_unique<app::MainWindow>(m_resources, demo(), m_language);
        m_window->resize(1600, 900);
        m_window->show();
        m_window->activateWindow();
        m_window->open(demo());
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTRY_VERIFY_WITH_TIMEOUT(m_window->isReady(), 120'000);
    }

    app::Session& session() { return *m_window->session(); }
    widgets::MapCanvas& canvas() { return m_window->frame().map().canvas(); }
    const city::Focus& focus() { return session().focus().current(); }
    const app::DashboardPicture& picture() { return *m_window->picture(); }

    QTemporaryDir m_folder;
    QString m_resources = qEnvironmentVariable("CITYOPS_RESOURCES");
    app::Language m_language;
    std::unique_ptr<app::MainWindow> m_window;
};
