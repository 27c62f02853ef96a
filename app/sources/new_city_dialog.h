// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sources/new_city.h"
#include "app/sources/source_draft.h"
#include "widgets/theme/theme.h"

#include <QDialog>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace app {

class ExtentPicker;

/// Begins a city: its names, its zone, where it is, and the folder of its pack. Where it is comes from the
/// positions of a first source, from a GIS file, or is drawn. Writes nothing: `chosen` says what is wanted.
class NewCityDialog : public QDialog {
    Q_OBJECT
public:
    enum class From { FirstSource, File, Map };

    NewCityDialog(const QString& resources, const QString& folder, const widgets::Theme& theme, bool fetches,
                  QWidget* parent = nullptr);

    void setFirstSource(const QString& address);

Q_SIGNALS:
    /// `firstSource` is an address, or a file, that the extent came from; empty: none.
    void chosen(const app::NewCity& city, const QString& folder, const QString& firstSource);

private:
    QLineEdit* addLine(const char* name, const QString& label);
    void chooseFrom(int index);
    void judge();
    void create();
    void takePositions();
    void takeFile(const QString& file);
    void finish(const city::LonLatBox& extent);
    void tell(const QString& text);
    From from() const;

    QString m_home;
    SourceDraft m_draft;
    QFormLayout* m_form;
    QLineEdit *m_en, *m_zh, *m_folder, *m_source;
    QComboBox *m_zone, *m_from;
    QPushButton* m_browse;
    ExtentPicker* m_map;
    QLabel* m_trouble;
    QProgressBar* m_progress;
    QPushButton *m_create, *m_cancel;
    bool m_folderTyped = false;
};

} // namespace app
