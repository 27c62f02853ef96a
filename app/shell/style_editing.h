// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/session.h"
#include "widgets/panels/cards.h"

#include <QPointer>

namespace widgets {
class StylePanel;
}

namespace app {

/// Edits the style of one GIS layer at a time: every change is drawn at once, can be taken back step by step,
/// and is kept only by saving it into the pack. Lives in the GUI thread.
class StyleEditing : public QObject {
    Q_OBJECT
public:
    explicit StyleEditing(QWidget* window);
    ~StyleEditing() override;

    /// Opens the panel on a layer of the session, which must stay until close() or the next edit().
    void edit(Session& session, const QString& layer);
    void close();
    widgets::StylePanel* panel() { return m_panel; }
    void undo();
    /// Into the layer's own file, or into one the person chooses.
    void save();

Q_SIGNALS:
    void failed(const widgets::ErrorText& error);

private:
    struct Step {
        std::optional<ReadStyle> style;
        city::LocalText label;
    };

    void change(const map::VectorStyle& style, const QString& labelField);
    void show();
    bool canSaveToPack() const;
    const GisSource* source() const;

    QWidget* m_window;
    widgets::StylePanel* m_panel;
    QPointer<Session> m_session;
    QString m_layer;
    std::vector<Step> m_steps; ///< Before each change.
};

/// A style that looks as the few words of a layer without one.
map::VectorStyle styleOfWords(const LayerSpec& spec, bool dropped);

} // namespace app
