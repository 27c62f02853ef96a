// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/window_picture.h"

#include <QCursor>
#include <QEventLoop>
#include <QSaveFile>

namespace app {

namespace {

constexpr int longestMs = 60'000;
const QString feedsPage = QStringLiteral("feeds"); ///< Unless a pack has a dashboard of this name.

/// Without what differs only in spelling: 台 and 臺, case, spaces.
QString folded(QString name)
{
    return name.replace(QChar(u'台'), QChar(u'臺')).simplified().toCaseFolded();
}

int areaNamed(const QString& name, const city::AreaTree& areas)
{
    const int byCode = areas.find(name);
    if (byCode >= 0) return byCode;
    for (const QString& level : areas.levels()) {
        const int byName = areas.findByName(level, name);
        if (byName >= 0) return byName;
    }
    // By its own name alone; the outermost of that name.
    for (std::size_t i = 0; i < areas.areas().size(); ++i) {
        for (const QString& own : areas.areas()[i].name.all()) {
            if (folded(own) == folded(name)) return static_cast<int>(i);
        }
    }
    return -1;
}

} // namespace

std::optional<city::Focus> focusNamed(const QString& place, const Pack& pack, const city::CitySnapshot& snapshot)
{
    city::Focus focus;
    const int area = areaNamed(place, *pack.areas);
    if (area >= 0) {
        focus.area = pack.areas->at(area).code;
        return focus;
    }
    const auto slash = place.indexOf(QLatin1Char('/'));
    if (slash <= 0) return std::nullopt;
    const city::PlaceId id{place.left(slash), place.mid(slash + 1)};
    if (!snapshot.place(id)) return std::nullopt;
    const int within = snapshot.areaOf(id);
    if (within >= 0) focus.area = pack.areas->at(within).code;
    focus.place = id;
    return focus;
}

WindowPicture::WindowPicture(const QString& resources, const PictureOrder& order)
    : m_order(order), m_window(resources, order.run, m_language, MainWindow::Memory::Plain)
{
    m_window.resize(order.size);
    QCursor::setPos(-1, -1); // Nothing in the picture looks as if pointed at.
    m_window.show();
}

QString WindowPicture::write(const QString& file)
{
    QString wrong = settle();
    if (wrong.isEmpty()) wrong = save(file);
    return wrong;
}

QString WindowPicture::settle()
{
    QEventLoop loop;
    QString wrong;
    const auto end = [&loop, &wrong](const QString& text) {
        wrong = text;
        loop.quit();
    };
    QTimer limit;
    limit.setSingleShot(true);
    QObject::connect(&limit, &QTimer::timeout, &loop, [&end] { end(tr("The picture was not complete after %1 s.").arg(longestMs / 1000)); });
    QObject::connect(&m_window, &MainWindow::refused, &loop, [&end](const std::vector<city::Problem>& problems) {
        QStringList lines{tr("The pack cannot be used:")};
        for (const city::Problem& problem : problems) lines.append(problem.toString());
        end(lines.join(QLatin1Char('\n')));
    });
    QObject::connect(&m_window, &MainWindow::opened, &loop, [this, &end] {
        if (const QString none = turn(); !none.isEmpty()) end(none);
    });
    // Ready comes twice where a place is wanted: it is known only once the feeds have answered.
    QObject::connect(&m_window, &MainWindow::ready, &loop, [this, &end] {
        const QString none = aim();
        if (!none.isEmpty() || m_window.isReady()) end(none);
    });
    limit.start(longestMs);
    m_window.open(m_order.run, m_order.pace);
    loop.exec();
    return wrong;
}

QString WindowPicture::turn()
{
    const Pack& pack = m_window.session()->pack();
    if (m_order.dashboard == feedsPage && !pack.dashboard(feedsPage)) {
        m_window.showFeeds(true);
        return {};
    }
    if (m_order.run.focus) return {}; // A link says it all.
    m_window.session()->showDashboard(m_order.dashboard);
    if (pack.dashboard(m_order.dashboard)) return {};
    QStringList known;
    for (const DashboardSpec& dashboard : pack.dashboards) known.append(dashboard.id);
    return tr("There is no dashboard “%1”; known are: %2.").arg(m_order.dashboard, known.join(QStringLiteral(", ")));
}

QString WindowPicture::aim()
{
    if (m_order.place.isEmpty()) return {};
    Session& session = *m_window.session();
    const auto focus = focusNamed(m_order.place, session.pack(), *session.city().snapshot);
    if (!focus) return tr("There is no place or area “%1”.").arg(m_order.place);
    m_order.place.clear();
    m_window.look(*focus);
    return {};
}

QString WindowPicture::save(const QString& file)
{
    QSaveFile out(file);
    const bool written = out.open(QIODevice::WriteOnly) && m_window.grab().save(&out, "PNG") && out.flush() && out.commit();
    return written ? QString() : tr("%1 cannot be written: %2").arg(file, out.errorString());
}

} // namespace app
