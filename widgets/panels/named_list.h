// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

#include <QColor>
#include <QStringList>
#include <QWidget>
#include <vector>

class QHBoxLayout;
class QLabel;
class QToolButton;
class QTreeWidget;

namespace widgets {

/// One row of a NamedList: a name that can be changed, and what is said of it.
struct NamedRow {
    QString id;
    QStringList cells; ///< The name first.
    QColor colour;     ///< A swatch before the name; invalid: none.
};

/// Things the person has made and named: drawings, bookmarks. Return goes to one, F2 renames it, Delete deletes. Texts
/// are plain.
class NamedList : public QWidget {
    Q_OBJECT
public:
    enum class Ask { Go, Remove, Save, Undo, Redo, Add };

    /// Buttons for what can be asked, in this order.
    explicit NamedList(const std::vector<Ask>& asks, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// `empty` is shown instead of a list without rows.
    void setWords(const QStringList& columns, const QString& name, const QString& empty);
    void setTip(Ask ask, const QString& tip);
    void setEnabled(Ask ask, bool enabled);
    void setRows(const std::vector<NamedRow>& rows);
    /// Ids of the rows chosen; all of them where none is.
    QStringList chosen() const;
    /// Chooses a row and lets its name be typed.
    void rename(const QString& id);
    QTreeWidget& tree() { return *m_tree; }

Q_SIGNALS:
    void asked(widgets::NamedList::Ask ask, const QStringList& ids);
    void renamed(const QString& id, const QString& name);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QToolButton* button(Ask ask) const { return m_buttons[static_cast<std::size_t>(ask)]; }

    QLabel* m_empty;
    QTreeWidget* m_tree;
    std::vector<QToolButton*> m_buttons; ///< By Ask; null: not offered.
};

} // namespace widgets
