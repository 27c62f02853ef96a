// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/session.h"

#include <QImage>
#include <QWidget>
#include <atomic>

namespace app {

/// The map of the open dashboard at several times side by side, at evenly spaced moments of a range. One
/// after the other is asked for and painted in the pool; a click, or Return, goes to its moment. GUI thread.
class TimesPage : public QWidget {
    Q_OBJECT
public:
    explicit TimesPage(QWidget* parent = nullptr);
    ~TimesPage() override;

    void setTheme(const widgets::Theme& theme);
    /// Null when a city goes.
    void setSession(Session* session);
    /// Begins anew; `view` is what the large map shows, and each of the small ones.
    void show(city::Instant from, city::Instant to, const map::View& view);
    /// What is under way is given up.
    void stop();
    bool isComplete() const;
    int count() const { return static_cast<int>(m_pictures.size()); }
    const QImage& image(int picture) const { return m_pictures[static_cast<std::size_t>(picture)].image; }

    QSize sizeHint() const override { return {900, 240}; }

Q_SIGNALS:
    void momentPicked(city::Instant at);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Picture {
        city::Instant at;
        QImage image; ///< Null: not there yet.
    };
    void arrange();
    void askNext();
    void paintCity(std::size_t picture, std::shared_ptr<const city::CitySnapshot> city);
    QRect cell(std::size_t picture) const;
    void pick(std::size_t picture);

    widgets::Theme m_theme;
    Session* m_session = nullptr;
    city::Instant m_from, m_to;
    map::View m_view;
    std::vector<Picture> m_pictures;
    std::size_t m_current = 0; ///< Of the keyboard.
    int m_round = 0;           ///< Answers of an earlier one are dropped.
    std::shared_ptr<std::atomic<bool>> m_cancelled = std::make_shared<std::atomic<bool>>(false);
    QTimer m_soon; ///< The page is pulled larger in many small steps.
};

} // namespace app
