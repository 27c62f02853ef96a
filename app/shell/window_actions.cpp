// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/window_actions.h"

#include <QAction>
#include <QWidget>

namespace app {

namespace {

constexpr int dashboardKeys = 9;

QString dashboardAction(int number)
{
    return QStringLiteral("dashboard-%1").arg(number);
}

} // namespace

WindowActions::WindowActions(QWidget* window) : QObject(window), m_window(window)
{
    group(QT_TR_NOOP("&File"));
    add("open-pack", QT_TR_NOOP("Open a city pack…"), {QKeySequence::Open});
    add("new-city", QT_TR_NOOP("New city…"), {QKeySequence::New});
    add("add-source", QT_TR_NOOP("Add a source…"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A)});
    add("browse", QT_TR_NOOP("Browse a catalogue…"));
    add("undo-source", QT_TR_NOOP("Take the last source out again"));
    add("add-layer", QT_TR_NOOP("Add a GIS layer…"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O)});
    add("export", QT_TR_NOOP("Export this picture…"), {QKeySequence(Qt::CTRL | Qt::Key_E)});
    add("report", QT_TR_NOOP("Make a report…"), {QKeySequence(Qt::CTRL | Qt::Key_R)});
    add("quit", QT_TR_NOOP("Quit"), {QKeySequence(Qt::CTRL | Qt::Key_Q)});
    group(QT_TR_NOOP("&View"));
    add("refresh", QT_TR_NOOP("Ask every feed now"), {QKeySequence(Qt::Key_F5)});
    add("feeds", QT_TR_NOOP("Feeds: how each is doing"), {QKeySequence(Qt::Key_F8)});
    add("alarms", QT_TR_NOOP("Alarms"), {QKeySequence(Qt::Key_F7)});
    add("theme", QT_TR_NOOP("Light or dark"), {QKeySequence(Qt::CTRL | Qt::Key_T)});
    add("text-size", QT_TR_NOOP("Size of text…"));
    add("language", QT_TR_NOOP("English or 繁體中文"), {QKeySequence(Qt::CTRL | Qt::Key_L)});
    add("layers-panel", QT_TR_NOOP("Layers and legend"), {QKeySequence(Qt::Key_F9)});
    add("side-panel", QT_TR_NOOP("Charts and table"), {QKeySequence(Qt::Key_F10)});
    add("coordinates", QT_TR_NOOP("Coordinates in metres or degrees"), {QKeySequence(Qt::CTRL | Qt::Key_M)});
    add("full-screen", QT_TR_NOOP("Full screen"), {QKeySequence(Qt::Key_F11)});
    group(QT_TR_NOOP("&Time"));
    add("live", QT_TR_NOOP("Live, or stop here"), {QKeySequence(Qt::SHIFT | Qt::Key_F6)});
    add("past-play", QT_TR_NOOP("Play or pause the past"), {QKeySequence(Qt::Key_F6)});
    add("past-back", QT_TR_NOOP("A minute back"), {QKeySequence(Qt::CTRL | Qt::Key_Left)});
    add("past-forward", QT_TR_NOOP("A minute on"), {QKeySequence(Qt::CTRL | Qt::Key_Right)});
    add("past-jump-back", QT_TR_NOOP("To the alarm or change before"),
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Left)});
    add("past-jump-forward", QT_TR_NOOP("To the next alarm or change"),
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Right)});
    add("past-known", QT_TR_NOOP("The past as it is known now"),
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Y)});
    add("past-changes", QT_TR_NOOP("What was learned later"),
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H)});
    add("past-times", QT_TR_NOOP("Several times side by side"),
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M)});
    add("past-note", QT_TR_NOOP("Write a note on time…"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_J)});
    add("past-notes", QT_TR_NOOP("Notes on time"));
    group(QT_TR_NOOP("&Map tools"));
    add("identify", QT_TR_NOOP("Identify"), {QKeySequence(Qt::CTRL | Qt::Key_I)});
    add("table", QT_TR_NOOP("Attribute table"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T)});
    add("select-rectangle", QT_TR_NOOP("Select by rectangle"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R)});
    add("select-polygon", QT_TR_NOOP("Select by polygon"));
    add("select-lasso", QT_TR_NOOP("Select by lasso"));
    add("select-radius", QT_TR_NOOP("Select by radius"));
    add("select-zoom", QT_TR_NOOP("Zoom to the selection"));
    add("select-none", QT_TR_NOOP("Select nothing"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N)});
    add("measure-length", QT_TR_NOOP("Measure a length"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L)});
    add("measure-area", QT_TR_NOOP("Measure an area"));
    add("measure-radius", QT_TR_NOOP("Measure a radius"));
    group(QT_TR_NOOP("&Draw"));
    add("draw-point", QT_TR_NOOP("Draw a point"));
    add("draw-line", QT_TR_NOOP("Draw a line"));
    add("draw-polygon", QT_TR_NOOP("Draw an area"));
    add("draw-rectangle", QT_TR_NOOP("Draw a rectangle"));
    add("draw-circle", QT_TR_NOOP("Draw a circle"));
    add("draw-text", QT_TR_NOOP("Write text"));
    add("drawings", QT_TR_NOOP("List of drawings"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D)});
    group(QT_TR_NOOP("M&ap"));
    add("bookmark-add", QT_TR_NOOP("Bookmark this view"), {QKeySequence(Qt::CTRL | Qt::Key_D)});
    add("bookmarks", QT_TR_NOOP("Bookmarks"), {QKeySequence(Qt::CTRL | Qt::Key_B)});
    add("view-back", QT_TR_NOOP("Earlier view of the map"), {QKeySequence(Qt::CTRL | Qt::Key_BracketLeft)});
    add("view-forward", QT_TR_NOOP("Later view of the map"), {QKeySequence(Qt::CTRL | Qt::Key_BracketRight)});
    add("swipe", QT_TR_NOOP("Compare: swipe"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_W)});
    add("side-by-side", QT_TR_NOOP("Compare: side by side"));
    add("position", QT_TR_NOOP("My position"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P)});
    add("scale", QT_TR_NOOP("Set the scale"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S)});
    add("overview-map", QT_TR_NOOP("Overview map"), {QKeySequence(Qt::SHIFT | Qt::Key_F9)});
    add("north-arrow", QT_TR_NOOP("North arrow"));
    add("graticule-degrees", QT_TR_NOOP("Longitude and latitude"), {QKeySequence(Qt::CTRL | Qt::Key_G)});
    add("graticule-grid", QT_TR_NOOP("Grid of the city's coordinates"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_G)});
    add("copy-picture", QT_TR_NOOP("Copy the map as a picture"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)});
    add("save-picture", QT_TR_NOOP("Save the map as a picture…"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E)});
    group(QT_TR_NOOP("&Go"));
    add("back", QT_TR_NOOP("Back (undo)"), {QKeySequence(Qt::ALT | Qt::Key_Left), QKeySequence::Undo});
    add("forward", QT_TR_NOOP("Forward (redo)"), {QKeySequence(Qt::ALT | Qt::Key_Right), QKeySequence::Redo});
    add("up", QT_TR_NOOP("One step out"), {QKeySequence(Qt::ALT | Qt::Key_Up)});
    add("home", QT_TR_NOOP("The whole city"), {QKeySequence(Qt::ALT | Qt::Key_Home)});
    for (int i = 1; i <= dashboardKeys; ++i)
        add(qPrintable(dashboardAction(i)), nullptr, {QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + i))});
    add("copy-link", QT_TR_NOOP("Copy a link to this view"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K)});
    add("compare-with", QT_TR_NOOP("Keep for comparison, or no longer"));
    add("inside-here", QT_TR_NOOP("What lies within 1 km of the pointer"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I)});
    add("inside-drawing", QT_TR_NOOP("What lies inside the last drawing"));
    group(QT_TR_NOOP("&Help"));
    add("help", QT_TR_NOOP("Reference pages"), {QKeySequence(Qt::Key_F1)});
    add("tour", QT_TR_NOOP("Tour of the window"));
    add("keyboard", QT_TR_NOOP("Keyboard"), {QKeySequence(Qt::CTRL | Qt::Key_Slash)});
    add("about", QT_TR_NOOP("About, licences and sources"));
}

QMenu* WindowActions::group(const char* title)
{
    QMenu* menu = m_menu.addMenu(QString());
    m_groups.append({menu, title});
    return menu;
}

void WindowActions::add(const char* id, const char* text, const QList<QKeySequence>& keys)
{
    const QString name = QString::fromLatin1(id);
    auto* action = new QAction(this);
    action->setShortcuts(keys);
    connect(action, &QAction::triggered, this, [this, name] { ask(name); });
    m_groups.last().first->addAction(action);
    m_window->addAction(action); // The menu is a pop-up: without this its keys would not work.
    m_actions.insert(name, action);
    if (text) m_texts.append({name, text});
}

void WindowActions::on(const QString& id, std::function<void()> act)
{
    m_acts.insert(id, std::move(act));
}

void WindowActions::ask(const QString& id)
{
    if (const auto act = m_acts.value(id)) act();
}

void WindowActions::setEnabled(const QString& id, bool enabled)
{
    if (QAction* action = m_actions.value(id)) action->setEnabled(enabled);
}

void WindowActions::setChecked(const QString& id, bool checked)
{
    QAction* action = m_actions.value(id);
    if (!action) return;
    action->setCheckable(true);
    action->setChecked(checked);
}

void WindowActions::retranslate(const Pack* pack, const QString& language)
{
    for (const auto& [menu, title] : m_groups) menu->setTitle(tr(title));
    for (const auto& [id, text] : m_texts) m_actions.value(id)->setText(tr(text));
    for (int i = 1; i <= dashboardKeys; ++i) {
        QAction* action = m_actions.value(dashboardAction(i));
        const bool there = pack && i <= static_cast<int>(pack->dashboards.size());
        action->setVisible(there);
        action->setEnabled(there);
        // An ampersand in a pack's text is an ampersand and no mnemonic.
        if (there)
            action->setText(pack->dashboards[static_cast<std::size_t>(i - 1)].title.in(language).replace(QLatin1Char('&'), QLatin1String("&&")));
    }
}

std::vector<widgets::SearchEntry> WindowActions::searchable() const
{
    std::vector<widgets::SearchEntry> entries;
    for (const auto& [id, text] : m_texts)
        entries.push_back({tr(text).remove(QLatin1Char('&')), m_actions.value(id)->shortcut().toString(QKeySequence::NativeText), id});
    return entries;
}

QString WindowActions::keys() const
{
    QStringList lines{QStringLiteral("Ctrl+K\t") + tr("Search"), QStringLiteral("Esc\t") + tr("One step out")};
    const auto line = [this](const QString& id) {
        const QAction* action = m_actions.value(id);
        return QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText) + QLatin1Char('\t') + action->text();
    };
    for (const auto& [id, text] : m_texts) {
        if (!m_actions.value(id)->shortcuts().isEmpty()) lines.append(line(id));
    }
    for (int i = 1; i <= dashboardKeys; ++i) {
        if (m_actions.value(dashboardAction(i))->isVisible()) lines.append(line(dashboardAction(i)));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace app
