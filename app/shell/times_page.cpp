// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/times_page.h"

#include "app/shell/when_done.h"
#include "layers/city/threads.h"
#include "widgets/map/shot.h"
#include "widgets/theme/dress.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QtConcurrent>
#include <algorithm>

namespace app {

namespace {

constexpr int narrowest = 220, gap = 8, most = 12, labelHigh = 20;
constexpr int finer = 3; ///< Drawn larger and shown smaller, so that symbols and outlines fit a small map.

} // namespace

TimesPage::TimesPage(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    m_soon.setSingleShot(true);
    m_soon.setInterval(200);
    connect(&m_soon, &QTimer::timeout, this, &TimesPage::arrange);
    setAccessibleName(tr("Several times side by side"));
}

TimesPage::~TimesPage()
{
    *m_cancelled = true;
}

void TimesPage::setTheme(const widgets::Theme& theme)
{
    m_theme = theme;
    if (!m_pictures.empty()) m_soon.start();
    update();
}

void TimesPage::setSession(Session* session)
{
    stop();
    m_session = session;
    m_pictures.clear();
    update();
}

void TimesPage::show(city::Instant from, city::Instant to, const map::View& view)
{
    m_from = from;
    m_to = to;
    m_view = view;
    arrange();
}

void TimesPage::stop()
{
    ++m_round;
    *m_cancelled = true;
}

bool TimesPage::isComplete() const
{
    return !m_pictures.empty() && std::none_of(m_pictures.begin(), m_pictures.end(),
                                               [](const Picture& one) { return one.image.isNull(); });
}

/// As many as there is room for.
void TimesPage::arrange()
{
    stop();
    m_pictures.clear();
    if (!m_session || m_to <= m_from || !isVisible()) return;
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    const int count = std::clamp(width() / narrowest, 2, most);
    for (int i = 0; i < count; ++i)
        m_pictures.push_back({m_from + (m_to - m_from) * i / (count - 1), {}});
    m_current = std::min(m_current, m_pictures.size() - 1);
    askNext();
    update();
}

void TimesPage::askNext()
{
    const auto next = std::find_if(m_pictures.begin(), m_pictures.end(),
                                   [](const Picture& one) { return one.image.isNull(); });
    if (next == m_pictures.end() || !m_session) return;
    const auto at = static_cast<std::size_t>(next - m_pictures.begin());
    m_session->run().askCity(
        next->at, m_session->time().knowledge(),
        whileThere(this, [this, at, round = m_round](
                             const city::Result<std::shared_ptr<const city::CitySnapshot>>& answer) {
            if (round == m_round && answer.ok()) paintCity(at, *answer);
        }));
}

void TimesPage::paintCity(std::size_t picture, std::shared_ptr<const city::CitySnapshot> city)
{
    const Look& look = m_session->look();
    DashboardInput input;
    input.pack = m_session->run().pack();
    input.snapshot = std::move(city);
    input.focus = m_session->focus().current();
    input.now = m_pictures[picture].at;
    input.language = look.language;
    input.theme = look.theme;
    input.hiddenLayers = look.hiddenLayers;
    input.shownLayers = look.shownLayers;
    input.gis = look.gis;
    input.stamp = look.stamp;
    widgets::ShotOrder order;
    order.view = m_view;
    order.view.size = (cell(picture).size() - QSize(0, labelHigh)) * finer;
    order.view.metresPerPixel =
        m_view.metresPerPixel *
        std::max(static_cast<double>(m_view.size.width()) / order.view.size.width(),
                 static_cast<double>(m_view.size.height()) / order.view.size.height());
    order.devicePixelRatio = devicePixelRatioF();
    auto shot = QtConcurrent::run(
        &city::workThreads(), [input = std::move(input), order, cancelled = m_cancelled]() mutable {
            order.scene = compute(input).scene;
            const QImage large = widgets::take(order, *cancelled).image;
            return large.isNull()
                       ? large
                       : large.scaled(large.size() / finer, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        });
    whenDone(shot, this, [this, picture, round = m_round](const QImage& image) {
        if (round != m_round || image.isNull()) return;
        m_pictures[picture].image = image;
        update();
        askNext();
    });
}

QRect TimesPage::cell(std::size_t picture) const
{
    const int count = std::max(1, static_cast<int>(m_pictures.size()));
    const int wide = (width() - (count + 1) * gap) / count;
    return {gap + static_cast<int>(picture) * (wide + gap), gap, wide, std::max(60, height() - 2 * gap)};
}

void TimesPage::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.surface);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    for (std::size_t i = 0; i < m_pictures.size(); ++i) {
        const Picture& picture = m_pictures[i];
        const QRect box = cell(i), map = box.adjusted(0, labelHigh, 0, 0);
        painter.fillRect(map, m_theme.mapGround);
        if (!picture.image.isNull()) painter.drawImage(QRectF(map), picture.image);
        const bool chosen = i == m_current && hasFocus();
        painter.setPen(QPen(chosen ? m_theme.accent : m_theme.line, chosen ? 2 : 1));
        painter.drawRect(map.adjusted(0, 0, -1, -1));
        painter.setPen(m_theme.text);
        painter.setFont(widgets::fontOf(m_theme, m_theme.body, widgets::Weight::Bold));
        const QTimeZone& zone = m_session->pack().zone;
        painter.drawText(box.adjusted(0, 0, 0, -map.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         city::inZone(picture.at, zone, QStringLiteral("M/d HH:mm")));
        if (!picture.image.isNull()) continue;
        painter.setPen(m_theme.muted);
        painter.drawText(map, Qt::AlignCenter, tr("is being drawn"));
    }
}

void TimesPage::pick(std::size_t picture)
{
    if (picture >= m_pictures.size()) return;
    m_current = picture;
    update();
    Q_EMIT momentPicked(m_pictures[picture].at);
}

void TimesPage::mousePressEvent(QMouseEvent* event)
{
    for (std::size_t i = 0; i < m_pictures.size(); ++i)
        if (cell(i).contains(event->pos())) return pick(i);
}

void TimesPage::keyPressEvent(QKeyEvent* event)
{
    const std::size_t last = m_pictures.empty() ? 0 : m_pictures.size() - 1;
    if (event->key() == Qt::Key_Left && m_current > 0)
        --m_current;
    else if (event->key() == Qt::Key_Right)
        m_current = std::min(m_current + 1, last);
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return pick(m_current);
    else
        return QWidget::keyPressEvent(event);
    update();
}

void TimesPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (m_to > m_from) m_soon.start();
}

void TimesPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) setAccessibleName(tr("Several times side by side"));
    QWidget::changeEvent(event);
}

} // namespace app
