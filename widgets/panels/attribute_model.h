// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/geo/rows.h"
#include "widgets/theme/theme.h"

#include <QAbstractTableModel>
#include <QThreadPool>
#include <deque>

namespace widgets {

/// The rows of a geo::RowSource, however many: their order is found and their values are read in the pool,
/// page by page as they come into sight, and no more than some dozen pages are kept. Until a page is there
/// its cells are empty. GUI thread.
class AttributeModel : public QAbstractTableModel {
    Q_OBJECT
public:
    explicit AttributeModel(QObject* parent = nullptr);
    ~AttributeModel() override;

    void setTheme(const Theme& theme);
    /// Null: no table. What is under way for another source is dropped.
    void setSource(std::shared_ptr<geo::RowSource> source);
    /// The same rows with newer values: order, filter and marks stay.
    void replaceSource(std::shared_ptr<geo::RowSource> source);
    const geo::RowQuery& query() const { return m_query; }
    void setQuery(const geo::RowQuery& query);
    /// Rows of the layer, whatever the query; -1 until known.
    qint64 total() const { return m_total; }
    bool isBusy() const { return m_searching; }
    qint64 looked() const { return m_progress ? m_progress->features.load() : 0; }

    /// Of all rows wanted, in their order.
    const std::vector<qint64>& keys() const { return m_found.keys; }
    qint64 keyOf(int row) const { return m_found.keys[static_cast<std::size_t>(row)]; }
    /// -1: not among the rows.
    int rowOf(qint64 key) const;
    /// Shown as selected: keys, ascending.
    void setMarked(std::vector<qint64> keys);
    const std::vector<qint64>& marked() const { return m_marked; }
    const std::vector<geo::RowField>& fields() const { return m_fields; }
    /// Reads rows whether in sight or not; the answer comes as `textRead`, with a head, columns parted by
    /// tabs.
    void readText(const std::vector<qint64>& keys);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

Q_SIGNALS:
    void searched();
    void failed(const city::Problem& problem);
    void textRead(const QString& text);

private:
    struct Found {
        std::vector<qint64> keys;
        std::vector<std::pair<qint64, int>> rows; ///< Key and row by key; empty when `keys` ascend.
    };
    using Page = std::vector<QVariantList>;

    void search();
    void forgetPages();
    void askPage(int page) const;
    void takePage(int page, const city::Result<Page>& read);
    static Found indexed(std::vector<qint64> keys);

    Theme m_theme;
    std::shared_ptr<geo::RowSource> m_source;
    std::vector<geo::RowField> m_fields;
    geo::RowQuery m_query;
    Found m_found;
    qint64 m_total = -1;
    std::vector<qint64> m_marked;
    bool m_searching = false;
    int m_number = 0; ///< Of the newest search; answers to older ones are dropped.
    int m_shown = 0;  ///< Counts the orders of rows shown; pages read for an older one are dropped.
    std::shared_ptr<geo::ReadingProgress> m_progress;
    mutable QHash<int, Page> m_pages;
    mutable std::deque<int> m_order; ///< Of pages, the oldest first.
    mutable QSet<int> m_asked;
    mutable QThreadPool m_pool; ///< Of one thread: a source is used by one at a time.
};

} // namespace widgets
