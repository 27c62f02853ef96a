// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sources/add_source_dialog.h"
#include "app/sources/new_city.h"

#include <QObject>

namespace app {

/// Making cities and adding sources to them, from the first dialog to the written files. The window tells it
/// what is open and opens what it asks for. GUI thread.
class SourceWork : public QObject {
    Q_OBJECT
public:
    struct Situation {
        std::shared_ptr<const Pack> pack; ///< Null: none is open.
        widgets::Theme theme;
        QString language;
        bool fetches = true; ///< Basemaps may be fetched.
    };
    SourceWork(const QString& resources, std::function<Situation()> situation, QWidget* window);

    /// `firstSource`, an address or a file, is where the city is.
    void newCity(const QString& firstSource = {});
    void browse();
    void addSource() { addSource({}, {}); }
    /// With an address or a file to begin with.
    void addSource(const AddSourceDialog::Known& known, const QString& file);
    void undo();
    /// The window has opened what was asked for,
    void opened();
    /// or could not: what was written last is taken back. True when there was something to take back.
    bool refused(const std::vector<city::Problem>& problems);
    /// Where new cities are put.
    static QString packsFolder();

Q_SIGNALS:
    void openAsked(const QString& folder);
    void failed(const QString& what, const QString& where, const QString& next);
    void told(const QString& text);

private:
    void create(const NewCity& city, const QString& folder, const QString& firstSource);
    void apply(const PackChange& change);
    void openDialog(const AddSourceDialog::Known& known, const QString& file);
    void offerCopy(const AddSourceDialog::Known& known, const QString& file);

    QString m_resources;
    std::function<Situation()> m_situation;
    QWidget* m_window;
    QString m_firstSource; ///< To be added once the new city is open.
    QString m_changed;     ///< Pack that was just changed and is being opened.
};

} // namespace app
