// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace widgets {

/// The head of a table's columns. What has no room is cut short with an ellipsis at its end, whatever side it stands
/// on; QHeaderView under a style sheet cuts letters through. GUI thread.
class TableHead : public QHeaderView {
    Q_OBJECT
public:
    explicit TableHead(QWidget* parent = nullptr);

protected:
    void initStyleOptionForIndex(QStyleOptionHeader* option, int section) const override;
};

} // namespace widgets
