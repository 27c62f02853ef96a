// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/tools/map_tool.h"
#include "widgets/panels/named_list.h"

namespace app {

/// A place to come back to: what the map shows, and what it speaks of.
struct Bookmark {
    QString name;
    city::LonLat centre;
    double metresPerPixel = 1; ///< Map metres.
    city::Focus focus;

    QVariantMap toMap() const;
    /// Nothing for what is no bookmark.
    static std::optional<Bookmark> fromMap(const QVariantMap& map);
};

/// The bookmarks of each city: added, renamed, deleted, gone to.
class BookmarkTool : public MapTool {
    Q_OBJECT
public:
    explicit BookmarkTool(ToolDesk& desk);

    void setTheme() override { m_list->setTheme(m_desk.theme); }
    void retranslate() override;
    void sessionChanged() override { list(); }
    void restore(const QVariantMap& remembered) override;
    void remember(QVariantMap& remembered) const override;

    void add();
    void go(std::size_t bookmark);
    const std::vector<Bookmark>& bookmarks() const;
    widgets::NamedList& page() { return *m_list; }

private:
    void ask(widgets::NamedList::Ask ask, const QStringList& ids);
    std::vector<Bookmark>& mine();
    void list();

    widgets::NamedList* m_list;
    QMap<QString, std::vector<Bookmark>> m_bookmarks; ///< By pack.
};

} // namespace app
