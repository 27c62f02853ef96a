// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/cards.h"
#include "widgets/theme/theme.h"

#include <QWidget>

class QVBoxLayout;

namespace widgets {

/// One place: its name and kind, every newest value with unit, level and age, and what its publisher says of
/// it.
class DetailPanel : public QWidget {
    Q_OBJECT
public:
    explicit DetailPanel(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setPlace(const PlaceCard& place);
    /// How many values stand beside each other.
    void setColumns(int columns);

Q_SIGNALS:
    /// One of PlaceCard::actions.
    void actionAsked(const city::Focus& focus);
    /// A value was clicked: the charts are to speak of it.
    void quantityPicked(const QString& quantity);
    void closed();
    /// By the question mark key or the menu of a value.
    void whyAsked(const widgets::WhyAsk& ask, const QWidget* beside);

protected:
    void changeEvent(QEvent* event) override;

private:
    void rebuild();
    void addHead(QVBoxLayout* column);
    void addActions(QVBoxLayout* column);
    void addDetails(QVBoxLayout* column);

    Theme m_theme;
    PlaceCard m_place;
    int m_columns = 1;
    QVBoxLayout* m_column;
    QWidget* m_content = nullptr;
};

} // namespace widgets
