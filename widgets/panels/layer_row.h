// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/values.h"
#include "widgets/theme/theme.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <vector>

class QToolButton;
class QVBoxLayout;

namespace widgets {

class FreshnessBadge;

/// One row of a layer's legend: symbol, text, count. Can be pressed when it stands for a level; checked while
/// that level is the one picked.
class LegendRow : public QAbstractButton {
    Q_OBJECT
public:
    explicit LegendRow(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setEntry(const map::LegendEntry& entry);
    const map::LegendEntry& entry() const { return m_entry; }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Theme m_theme;
    map::LegendEntry m_entry;
};

/// A check box whose caption is cut off with "…" where it does not fit.
class ElidedCheckBox : public QCheckBox {
    Q_OBJECT
public:
    using QCheckBox::QCheckBox;

    void setCaption(const QString& caption);
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();

    QString m_caption;
};

/// One layer in the panel: whether it is shown, its age, its legend.
class LayerRow : public QWidget {
    Q_OBJECT
public:
    explicit LayerRow(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setLayer(const LayerEntry& layer);
    void setLevel(const QString& level);

Q_SIGNALS:
    void shown(const QString& id);
    void hidden(const QString& id);
    void removeAsked(const QString& id);
    void styleAsked(const QString& id);
    void levelPicked(const QString& layer, const QString& level);

protected:
    void changeEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void matchLegend();

    Theme m_theme;
    LayerEntry m_layer;
    QString m_level;
    ElidedCheckBox* m_check;
    FreshnessBadge* m_badge;
    QToolButton* m_style;
    QToolButton* m_remove;
    QVBoxLayout* m_entries;
    std::vector<LegendRow*> m_legend;
};

} // namespace widgets
