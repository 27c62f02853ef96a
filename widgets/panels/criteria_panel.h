// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/cards.h"
#include "widgets/theme/theme.h"

#include <QWidget>

class QVBoxLayout;

namespace widgets {

/// The board of criteria: each published criterion with what can be said of it, by word and shape: meets,
/// does not meet, data missing. A row that is met leads to where.
class CriteriaPanel : public QWidget {
    Q_OBJECT
public:
    explicit CriteriaPanel(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setRows(const std::vector<CriterionRow>& rows);
    static QString outcomeWord(CriterionRow::Outcome outcome);

Q_SIGNALS:
    void activated(const city::Focus& focus);

protected:
    void changeEvent(QEvent* event) override;

private:
    void rebuild();

    Theme m_theme;
    std::vector<CriterionRow> m_rows;
    QVBoxLayout* m_column;
    QWidget* m_content = nullptr;
};

} // namespace widgets
