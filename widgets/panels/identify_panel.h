// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/paint/painter.h"
#include "widgets/theme/theme.h"

#include <QHash>
#include <QWidget>

class QLabel;
class QTableWidget;
class QToolButton;
class QTreeWidget;


namespace widgets {

class ElidedLabel;

/// Everything that lies at one position, layer by layer, the topmost first, with all that is known of each thing. Texts
/// are plain.
class IdentifyPanel : public QWidget {
    Q_OBJECT
public:
    explicit IdentifyPanel(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// `titles` of layers by id. The one that is current stays so when the same things come again, read further.
    void setHits(const std::vector<map::Hit>& hits, const QHash<QString, QString>& titles, const QString& where);
    /// -1: none.
    int current() const { return m_current; }
    void setCurrent(int hit);
    void step(int by);
    /// The attributes of the current thing, a row each, with a head.
    QString copied() const;

Q_SIGNALS:
    void currentChanged(int hit);
    void goAsked(int hit);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fillTree();
    void showCurrent();
    void retranslate();

    std::vector<map::Hit> m_hits;
    QHash<QString, QString> m_titles;
    QString m_where;
    int m_current = -1;
    ElidedLabel* m_head;
    QLabel* m_empty;
    QToolButton *m_previous, *m_next, *m_copy, *m_go;
    QTreeWidget* m_tree;
    QTableWidget* m_table;
};

} // namespace widgets
