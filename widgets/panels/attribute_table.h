// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/attribute_model.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QTableView;
class QTimer;
class QToolButton;

namespace widgets {

/// A layer whose attributes can be listed.
struct TableChoice {
    QString id, title;

    friend bool operator==(const TableChoice&, const TableChoice&) = default;
};

/// The attributes of one layer: sorted, filtered, copied, linked with the map row by row. GUI thread.
class AttributeTable : public QWidget {
    Q_OBJECT
public:
    explicit AttributeTable(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setChoices(const std::vector<TableChoice>& choices);
    /// Id of the layer shown; empty: none.
    QString layer() const;
    void setLayer(const QString& id, std::shared_ptr<geo::RowSource> source);
    /// What is selected on the map of this layer; the first is scrolled into sight.
    void setMarked(const std::vector<qint64>& keys);
    /// Keys to stay within; null: all.
    void setOnly(std::shared_ptr<const std::vector<qint64>> keys);
    bool isOnlyInView() const;
    bool isOnlySelected() const;
    AttributeModel& model() { return *m_model; }
    QTableView& view() { return *m_view; }
    void copy();

Q_SIGNALS:
    void layerAsked(const QString& id);
    /// The person has picked rows: ascending keys.
    void rowsPicked(const std::vector<qint64>& keys);
    void onlyChanged();
    void zoomAsked();
    void exportAsked();

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void filter();
    void pickRows();
    void tellCount();
    void retranslate();

    AttributeModel* m_model;
    QTableView* m_view;
    QComboBox* m_layers;
    QLineEdit* m_filter;
    QCheckBox *m_inView, *m_selected;
    QLabel *m_count, *m_note;
    QToolButton *m_zoom, *m_copy, *m_export, *m_none;
    QTimer* m_typing;
    QString m_layer;
    bool m_marking = false; ///< Rows change because the map says so.
};

} // namespace widgets
