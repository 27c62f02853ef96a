// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/values.h"
#include "widgets/theme/theme.h"

#include <QWidget>
#include <memory>

class QTableView;

namespace widgets {

/// A table of ranked things: sortable by number or text, walked by keyboard, copied with its head. Rows link
/// to the map by key.
class RankedTable : public QWidget {
    Q_OBJECT
public:
    explicit RankedTable(QWidget* parent = nullptr);
    ~RankedTable() override;

    void setTheme(const Theme& theme);
    /// Keeps the reader's own sorting and scroll position when the columns stay the same.
    void setTable(const TableData& table);
    /// Marks the row of a thing hovered elsewhere; empty: none.
    void setHighlighted(const QString& key);
    /// The chosen rows, or all when none is chosen, with the head, tab-separated.
    QString copied() const;
    QTableView* view() const;

Q_SIGNALS:
    void rowActivated(const city::Focus& focus);
    /// The same with the key of the row, also where it leads nowhere.
    void keyActivated(const QString& key);
    /// Key of the row under the pointer; empty when it leaves.
    void rowHovered(const QString& key);
    /// By the question mark key or the menu of a cell.
    void whyAsked(const widgets::WhyAsk& ask, const QWidget* beside);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void askWhy(const QModelIndex& index);

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace widgets
