// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

#include <QStringList>
#include <QWidget>
#include <vector>

class QLabel;
class QToolButton;
class QTreeWidget;

namespace widgets {

/// What is selected of one layer, in words.
struct SelectedLayer {
    QString id, title;
    qint64 count = 0;
    QString summary; ///< "PM2.5: mean 12.1, 3 to 40 µg/m³"; may be empty.
};

/// What is selected on the map: how many of which layer, and what is to be done with it.
class SelectionPanel : public QWidget {
    Q_OBJECT
public:
    explicit SelectionPanel(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// `region` says what was searched ("Radius: 500 m"); may be empty.
    void setLayers(const std::vector<SelectedLayer>& layers, const QString& region);
    QString headline() const;

Q_SIGNALS:
    void tableAsked(const QString& layer);
    void zoomAsked();
    void clearAsked();

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill();
    void retranslate();
    void openCurrent();
    QString copied() const;

    std::vector<SelectedLayer> m_layers;
    QString m_region;
    QLabel *m_head, *m_note;
    QToolButton *m_table, *m_zoom, *m_copy, *m_clear;
    QTreeWidget* m_list;
};

} // namespace widgets
