// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/main_window.h"
#include "app/shell/report_dialog.h"
#include "app/shell/text_size.h"
#include "app/shell/tour.h"
#include "widgets/panels/rail_bar.h"
#include "widgets/panels/top_bar.h"

#include <QInputDialog>
#include <QToolButton>

/// What leaves the window, and what leads a newcomer into it.
namespace app {

void MainWindow::defineReports()
{
    connect(&m_frame->rail(), &widgets::RailBar::reportAsked, this, [this] { m_actions->ask(QStringLiteral("report")); });
    m_actions->on(QStringLiteral("report"), [this] {
        if (!m_session) return;
        auto* dialog = new ReportDialog(*m_session, m_options, m_resources, m_language.current(), this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open(); // Nothing else can be done meanwhile: the city stays as long as the dialog.
    });
    m_actions->on(QStringLiteral("text-size"), [this] {
        QStringList sizes;
        for (const int percent : textSizes())
            sizes << tr("%1 %").arg(percent);
        bool chosen = false;
        const QString size = QInputDialog::getItem(this, tr("Size of text"), tr("All of the window is drawn as large, from the next start on."), sizes,
                                                   static_cast<int>(textSizes().indexOf(chosenTextSize())), false, &chosen);
        if (chosen) chooseTextSize(textSizes().value(sizes.indexOf(size), 100));
    });
    m_actions->on(QStringLiteral("tour"), [this] {
        if (!m_session || findChild<Tour*>()) return;
        std::vector<TourStep> steps{
            {&m_frame->rail(), tr("Five questions"), tr("Each picture here answers one question about the city: what needs attention, where it is slow, whether the air is bad. Ctrl+1 to Ctrl+5.")},
            {&m_frame->top(), tr("The situation in one sentence"), tr("The most urgent first. On the right: search (Ctrl+K), how old the data are, and the city's clock.")},
            {&m_frame->map(), tr("The map"), tr("Click a district or a station and everything else follows. Esc leads one step out, Alt+Left goes back.")},
            {&m_frame->side(), tr("Numbers, charts, ranking"), tr("Every number says how old it is and where it came from: point at it. A right click on a tile, a chart or the table copies or saves it.")},
            {&m_frame->menuButton(), tr("The menu"), tr("Everything that can be done, with its keys. Make a report (Ctrl+R) writes what you see as a document that can be checked. F1 opens the reference pages.")}};
        new Tour(std::move(steps), m_theme, this);
    });
}

} // namespace app
