// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sources/layer_draft.h"
#include "app/sources/source_draft.h"
#include "widgets/theme/theme.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace app {

class MappingForm;
class NamesForm;
class PreviewPane;

/// Adds a source to a pack in three steps: where it is, what it says (corrected with the facts in view), what
/// it is called. Writes nothing: `chosen` is the change, for the window to make.
class AddSourceDialog : public QDialog {
    Q_OBJECT
public:
    /// What is known of a source before it is fetched: from a catalogue.
    struct Known {
        feeds::Request request;
        QString title, publisher, licence;
    };

    AddSourceDialog(const QString& resources, std::shared_ptr<const Pack> pack, const widgets::Theme& theme,
                    const QString& language, QWidget* parent = nullptr);

    /// Asks for it at once.
    void begin(const Known& known);
    void beginFile(const QString& file);
    SourceDraft& draft() { return m_draft; }

Q_SIGNALS:
    void chosen(const app::PackChange& change);
    void catalogueAsked();

private:
    QWidget* sourcePage();
    QWidget* mappingPage();
    QString fileName() const;
    void connectDraft();
    void next();
    void goTo(int page);
    void fetch();
    void showGuesses();
    void showProposal();
    void showPreview();
    void finish();
    void tell(const QString& what, const QString& next);
    void judge();
    SourceAddition addition() const;
    void takeLayer(const city::Result<LayerDraft>& draft);

    std::shared_ptr<const Pack> m_pack;
    QString m_language;
    widgets::Theme m_theme;
    SourceDraft m_draft;
    Known m_known;
    std::optional<LayerAddition> m_layer; ///< A GIS file, and no feed.
    QStackedWidget* m_pages;
    QLineEdit* m_url;
    QLineEdit* m_key;
    QLabel *m_step, *m_trouble, *m_reasons;
    QProgressBar* m_progress;
    QComboBox *m_format, *m_place;
    MappingForm* m_mapping;
    PreviewPane* m_preview;
    NamesForm* m_names;
    QWidget* m_left; ///< Of the page of facts: what a layer has not.
    QPushButton *m_back, *m_next, *m_cancel;
};

} // namespace app
