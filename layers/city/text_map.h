// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMap>
#include <QString>

namespace city {

/// A few texts by name, in the order of the names, and read like a QMap: one piece of memory where that has one for each
/// text, and shared like that as long as nobody changes it. A place has one or two names, and there are many places.
class TextMap {
    struct Entry {
        QString name, text;
        friend bool operator==(const Entry&, const Entry&) = default;
    };

public:
    class const_iterator {
    public:
        using iterator_category = std::forward_iterator_tag;
        using value_type = QString;
        using difference_type = std::ptrdiff_t;
        using pointer = const QString*;
        using reference = const QString&;

        const_iterator() = default;
        explicit const_iterator(const Entry* at) : m_at(at) {}
        const QString& key() const { return m_at->name; }
        const QString& value() const { return m_at->text; }
        const QString& operator*() const { return m_at->text; }
        const QString* operator->() const { return &m_at->text; }
        const_iterator& operator++()
        {
            ++m_at;
            return *this;
        }
        const_iterator operator++(int)
        {
            const const_iterator before = *this;
            ++m_at;
            return before;
        }
        friend bool operator==(const const_iterator&, const const_iterator&) = default;

    private:
        const Entry* m_at = nullptr;
    };

    bool isEmpty() const { return m_entries.isEmpty(); }
    qsizetype size() const { return m_entries.size(); }
    const_iterator begin() const { return const_iterator(m_entries.constData()); }
    const_iterator end() const { return const_iterator(m_entries.constData() + m_entries.size()); }
    const_iterator cbegin() const { return begin(); }
    const_iterator cend() const { return end(); }
    /// Of the first name; there must be one.
    const QString& first() const { return m_entries.first().text; }

    const_iterator constFind(const QString& name) const
    {
        for (const Entry& entry : m_entries)
            if (entry.name == name) return const_iterator(&entry);
        return end();
    }
    bool contains(const QString& name) const { return constFind(name) != end(); }
    QString value(const QString& name) const
    {
        const const_iterator found = constFind(name);
        return found == end() ? QString() : *found;
    }

    void insert(const QString& name, const QString& text)
    {
        qsizetype at = 0;
        while (at < m_entries.size() && m_entries.at(at).name < name)
            ++at;
        if (at < m_entries.size() && m_entries.at(at).name == name) {
            m_entries[at].text = text;
            return;
        }
        if (m_entries.isEmpty()) m_entries.reserve(2);
        m_entries.insert(at, Entry{name, text});
    }

    QMap<QString, QString> toMap() const
    {
        QMap<QString, QString> map;
        for (const Entry& entry : m_entries)
            map.insert(entry.name, entry.text);
        return map;
    }

    friend bool operator==(const TextMap&, const TextMap&) = default;

private:
    QList<Entry> m_entries;
};

} // namespace city
