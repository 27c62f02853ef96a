// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/main_window.h"

#include <QSize>

namespace app {

/// A picture of the window that is wanted.
struct PictureOrder {
    RunOptions run;
    QString dashboard;
    QString place; ///< KIND/ID of a place, or code or name of an area; empty: the whole pack.
    QSize size{1920, 1080};
    CityRun::Pace pace = CityRun::Pace::Once;
};

/// Draws the window as a person would see it, complete and sharp, into a PNG file. Runs an event loop until then; GUI
/// thread, no display needed.
class WindowPicture {
    Q_DECLARE_TR_FUNCTIONS(WindowPicture)
public:
    WindowPicture(const QString& resources, const PictureOrder& order);

    /// Empty when `file` was written, else what went wrong.
    QString write(const QString& file);

private:
    QString settle();
    /// To the dashboard, and to the place; what is wrong with them, or empty.
    QString turn();
    QString aim();
    QString save(const QString& file);

    PictureOrder m_order;
    Language m_language;
    MainWindow m_window;
};

/// The focus `place` names in a city: "KIND/ID", or code or name of an area, in any language. Nothing when it names none.
std::optional<city::Focus> focusNamed(const QString& place, const Pack& pack, const city::CitySnapshot& snapshot);

} // namespace app
