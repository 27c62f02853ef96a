// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

#include <QHash>
#include <QWidget>

class QStackedWidget;
class QTabBar;
class QToolButton;

namespace widgets {

/// Pages under the map, one at a time: what was identified, selected, listed, drawn. Hidden until a page is opened; Escape
/// in it asks to close.
class MapDrawer : public QWidget {
    Q_OBJECT
public:
    explicit MapDrawer(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void addPage(const QString& id, QWidget* page);
    void setTitle(const QString& id, const QString& title);
    void open(const QString& id);
    void close();
    /// Empty while it is closed.
    QString page() const;

    QSize sizeHint() const override { return {600, 240}; }

Q_SIGNALS:
    void pageChanged(const QString& id);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    Theme m_theme;
    QTabBar* m_tabs;
    QStackedWidget* m_stack;
    QToolButton* m_close;
    QHash<QString, QWidget*> m_pages;
};

} // namespace widgets
