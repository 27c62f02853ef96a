// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/attribute_model.h"

#include <QtConcurrent>
#include <algorithm>

namespace widgets {

namespace {

constexpr int pageRows = 128;
constexpr std::size_t pagesKept = 64;

QString textOf(const QVariant& value)
{
    if (value.userType() == QMetaType::Double) return QString::number(value.toDouble(), 'g', 12);
    return value.toString().replace(u'\n', u' ').replace(u'\t', u' ');
}

QString headOf(const geo::RowField& field)
{
    return field.unit.isEmpty() ? field.name : QStringLiteral("%1 (%2)").arg(field.name, field.unit);
}

} // namespace

AttributeModel::AttributeModel(QObject* parent) : QAbstractTableModel(parent)
{
    m_pool.setMaxThreadCount(1);
    m_pool.setExpiryTimeout(-1);
}

AttributeModel::~AttributeModel()
{
    if (m_progress) m_progress->cancelled = true;
    m_pool.clear();
    m_pool.waitForDone();
}

void AttributeModel::setTheme(const Theme& theme)
{
    m_theme = theme;
    Q_EMIT layoutChanged();
}

void AttributeModel::setSource(std::shared_ptr<geo::RowSource> source)
{
    beginResetModel();
    m_source = std::move(source);
    m_fields.clear();
    m_found = {};
    forgetPages();
    m_marked.clear();
    m_total = -1;
    m_query = {};
    endResetModel();
    search();
}

void AttributeModel::replaceSource(std::shared_ptr<geo::RowSource> source)
{
    m_source = std::move(source);
    search();
}

void AttributeModel::setQuery(const geo::RowQuery& query)
{
    m_query = query;
    search();
}

AttributeModel::Found AttributeModel::indexed(std::vector<qint64> keys)
{
    Found found{std::move(keys), {}};
    if (std::is_sorted(found.keys.begin(), found.keys.end())) return found;
    found.rows.reserve(found.keys.size());
    for (std::size_t i = 0; i < found.keys.size(); ++i)
        found.rows.emplace_back(found.keys[i], static_cast<int>(i));
    std::sort(found.rows.begin(), found.rows.end());
    return found;
}

void AttributeModel::search()
{
    if (m_progress) m_progress->cancelled = true;
    const int mine = ++m_number;
    m_searching = m_source != nullptr;
    if (!m_source) return Q_EMIT searched();
    m_progress = std::make_shared<geo::ReadingProgress>();
    struct Answer {
        std::vector<geo::RowField> fields;
        Found found;
        std::optional<city::Problem> problem;
    };
    auto work = QtConcurrent::run(&m_pool, [source = m_source, query = m_query, progress = m_progress] {
        Answer answer;
        auto fields = source->fields();
        if (!fields) {
            answer.problem = fields.problem();
            return answer;
        }
        answer.fields = *fields;
        auto keys = source->find(query, *progress);
        if (keys)
            answer.found = indexed(std::move(keys.value()));
        else
            answer.problem = keys.problem();
        return answer;
    });
    work.then(this, [this, mine](Answer answer) {
        if (mine != m_number) return;
        m_searching = false;
        beginResetModel();
        m_fields = std::move(answer.fields);
        m_found = std::move(answer.found);
        forgetPages();
        if (m_query.filter.isEmpty() && !m_query.only) m_total = static_cast<qint64>(m_found.keys.size());
        endResetModel();
        if (answer.problem) Q_EMIT failed(*answer.problem);
        Q_EMIT searched();
    });
}

void AttributeModel::forgetPages()
{
    ++m_shown;
    m_pages.clear();
    m_order.clear();
    m_asked.clear();
}

int AttributeModel::rowOf(qint64 key) const
{
    if (m_found.rows.empty()) {
        const auto at = std::lower_bound(m_found.keys.begin(), m_found.keys.end(), key);
        return at != m_found.keys.end() && *at == key ? static_cast<int>(at - m_found.keys.begin()) : -1;
    }
    const auto at = std::lower_bound(m_found.rows.begin(), m_found.rows.end(), std::pair(key, -1));
    return at != m_found.rows.end() && at->first == key ? at->second : -1;
}

void AttributeModel::setMarked(std::vector<qint64> keys)
{
    m_marked = std::move(keys);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, std::max(0, columnCount() - 1)),
                           {Qt::BackgroundRole});
}

void AttributeModel::askPage(int page) const
{
    if (m_asked.contains(page)) return;
    m_asked.insert(page);
    const std::size_t first = static_cast<std::size_t>(page) * pageRows;
    const std::vector<qint64> keys(
        m_found.keys.begin() + static_cast<qsizetype>(first),
        m_found.keys.begin() + static_cast<qsizetype>(std::min(first + pageRows, m_found.keys.size())));
    auto* self = const_cast<AttributeModel*>(this);
    QtConcurrent::run(&m_pool, [source = m_source, keys] {
        return source->read(keys);
    }).then(self, [self, page, mine = m_shown](const city::Result<Page>& read) {
        if (mine == self->m_shown) self->takePage(page, read);
    });
}

void AttributeModel::takePage(int page, const city::Result<Page>& read)
{
    if (!read) return Q_EMIT failed(read.problem());
    m_pages.insert(page, *read);
    m_order.push_back(page);
    if (m_order.size() > pagesKept) {
        m_pages.remove(m_order.front());
        m_asked.remove(m_order.front());
        m_order.pop_front();
    }
    const int last = std::min(rowCount(), (page + 1) * pageRows) - 1;
    if (columnCount() > 0) Q_EMIT dataChanged(index(page * pageRows, 0), index(last, columnCount() - 1));
}

void AttributeModel::readText(const std::vector<qint64>& keys)
{
    if (!m_source) return;
    QtConcurrent::run(&m_pool, [source = m_source, keys, fields = m_fields] {
        QStringList lines, head;
        for (const geo::RowField& field : fields)
            head << headOf(field);
        lines << head.join(u'\t');
        const auto rows = source->read(keys);
        for (std::size_t i = 0; rows && i < rows->size(); ++i) {
            QStringList cells;
            for (const QVariant& value : (*rows)[i])
                cells << textOf(value);
            lines << cells.join(u'\t');
        }
        return QString(lines.join(u'\n') + u'\n');
    }).then(this, [this](const QString& text) { Q_EMIT textRead(text); });
}

int AttributeModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_found.keys.size());
}

int AttributeModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_fields.size());
}

QVariant AttributeModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::AlignVCenter |
            (m_fields[static_cast<std::size_t>(index.column())].numeric ? Qt::AlignRight : Qt::AlignLeft));
    if (role == Qt::BackgroundRole) {
        const bool marked = std::binary_search(m_marked.begin(), m_marked.end(), keyOf(index.row()));
        return marked ? QVariant(mixed(m_theme.surface, m_theme.accent, 0.22)) : QVariant();
    }
    if (role != Qt::DisplayRole) return {};
    const int page = index.row() / pageRows;
    const auto found = m_pages.constFind(page);
    if (found == m_pages.cend()) {
        askPage(page);
        return {};
    }
    const auto row = static_cast<std::size_t>(index.row() % pageRows);
    return row < found->size() ? textOf((*found)[row].value(index.column())) : QVariant();
}

QVariant AttributeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section >= columnCount()) return {};
    const geo::RowField& field = m_fields[static_cast<std::size_t>(section)];
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (field.numeric ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole) return {};
    const QString arrow = section != m_query.sortField ? QString()
                          : m_query.descending         ? QStringLiteral(" ▼")
                                                       : QStringLiteral(" ▲");
    return headOf(field) + arrow;
}

void AttributeModel::sort(int column, Qt::SortOrder order)
{
    geo::RowQuery query = m_query;
    query.sortField = column;
    query.descending = order == Qt::DescendingOrder;
    setQuery(query);
}

} // namespace widgets
