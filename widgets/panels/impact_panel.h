// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/cards.h"
#include "widgets/theme/theme.h"

#include <QWidget>

class QVBoxLayout;

namespace widgets {

/// What lies in an area: facts, then a table each for people, sensors and what is exposed. Copied as text or
/// CSV.
class ImpactPanel : public QWidget {
    Q_OBJECT
public:
    explicit ImpactPanel(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setCard(const ImpactCard& card);
    QString text() const;
    /// One table: group, then its columns; quoted where needed.
    QString csv() const;

Q_SIGNALS:
    void closed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void rebuild();
    void addHead(QVBoxLayout* column);
    void addGroup(QVBoxLayout* column, const ImpactGroup& group);

    Theme m_theme;
    ImpactCard m_card;
    QVBoxLayout* m_column;
    QWidget* m_content = nullptr;
};

} // namespace widgets
