// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/search_box.h"

#include "widgets/panels/search_delegate.h"
#include "widgets/theme/dress.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QEvent>
#include <QKeyEvent>
#include <QListView>
#include <QShortcut>
#include <QStandardItemModel>

namespace widgets {

SearchBox::SearchBox(QWidget* parent)
    : QLineEdit(parent), m_model(new QStandardItemModel(this)), m_completer(new QCompleter(m_model, this)),
      m_delegate(new SearchDelegate(this)), m_glass(addAction(QIcon(), QLineEdit::LeadingPosition))
{
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setFilterMode(Qt::MatchContains);
    m_completer->setCompletionRole(Qt::UserRole + 2);
    m_completer->setMaxVisibleItems(12);
    auto* list = new QListView;
    list->setObjectName(QStringLiteral("choices"));
    list->setUniformItemSizes(true);
    list->setItemDelegate(m_delegate);
    m_completer->setPopup(list);
    list->setItemDelegate(m_delegate); // setPopup puts its own in place.
    setCompleter(m_completer);
    setMaxLength(200);
    setClearButtonEnabled(true);

    auto* reach = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_K), this);
    reach->setContext(Qt::WindowShortcut);
    connect(reach, &QShortcut::activated, this, [this] {
        setFocus(Qt::ShortcutFocusReason);
        selectAll();
    });
    connect(m_completer, qOverload<const QModelIndex&>(&QCompleter::activated), this,
            [this](const QModelIndex& index) {
                const auto at = static_cast<std::size_t>(index.data(Qt::UserRole).toInt());
                if (at >= m_entries.size()) return;
                m_chosen = true; // The Return that chose it arrives here, too.
                choose(SearchEntry(m_entries[at]));
            });
    connect(this, &QLineEdit::textEdited, this, [this] { m_chosen = false; });
    retranslate();
}

void SearchBox::setTheme(const Theme& theme)
{
    m_glass->setIcon(icon(theme, QStringLiteral("search"), theme.muted));
    m_delegate->setTheme(theme);
    setFont(fontOf(theme, theme.body));
}

void SearchBox::setEntries(const std::vector<SearchEntry>& entries)
{
    m_entries = entries;
    QList<QStandardItem*> items;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        auto* item = new QStandardItem(entries[i].text);
        item->setData(static_cast<int>(i), Qt::UserRole);
        item->setData(entries[i].detail, Qt::UserRole + 1);
        // People type 台 for 臺; both find it.
        const QString both = entries[i].text + u' ' + entries[i].detail;
        item->setData(both.contains(u'臺') ? both + u' ' + QString(both).replace(u'臺', u'台') : both,
                      Qt::UserRole + 2);
        items.push_back(item);
    }
    m_model->clear();
    m_model->invisibleRootItem()->appendRows(items);
}

void SearchBox::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        clear();
        clearFocus();
        return;
    }
    QLineEdit::keyPressEvent(event);
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) submit();
}

void SearchBox::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    QLineEdit::changeEvent(event);
}

void SearchBox::retranslate()
{
    setPlaceholderText(tr("Search (Ctrl+K)"));
    setAccessibleName(tr("Search"));
}

void SearchBox::choose(const SearchEntry& entry)
{
    if (const auto* focus = std::get_if<city::Focus>(&entry.target))
        Q_EMIT focusPicked(*focus);
    else if (const auto* position = std::get_if<city::LonLat>(&entry.target))
        Q_EMIT positionPicked(*position);
    else
        Q_EMIT commandPicked(std::get<QString>(entry.target));
}

// Return takes an entry that is called exactly so, else the text goes out as typed.
void SearchBox::submit()
{
    const QString typed = text().trimmed();
    if (m_chosen || typed.isEmpty()) return;
    for (const SearchEntry& entry : m_entries)
        if (entry.text.compare(typed, Qt::CaseInsensitive) == 0) return choose(SearchEntry(entry));
    Q_EMIT submitted(typed);
}

} // namespace widgets
