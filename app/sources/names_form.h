// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/packs/pack.h"
#include "app/sources/source_addition.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;

namespace app {

/// What people have to say of a source: its names, who publishes it and under which licence, how often it is
/// asked.
class NamesForm : public QWidget {
    Q_OBJECT
public:
    explicit NamesForm(QWidget* parent = nullptr);

    /// What is proposed; what a person typed before is kept.
    void propose(const QString& title, const QString& publisher, const QString& licence,
                 const QString& cadence, const Pack* pack, const QString& language);
    /// Fills the names, the request's pace and the dashboards of `addition`.
    void read(SourceAddition& addition) const;
    void read(LayerAddition& addition) const;
    /// A layer is asked of nobody and has no dashboard of its own.
    void setForLayer(bool layer);
    /// Why it is not enough yet; empty when it is.
    QString missing() const;

Q_SIGNALS:
    void changed();

private:
    QLineEdit* addLine(const char* name, const QString& label);

    QFormLayout* m_form;
    QLineEdit *m_titleEn, *m_titleZh, *m_id, *m_publisherEn, *m_publisherZh;
    QComboBox *m_licence, *m_every, *m_dashboard;
    QCheckBox* m_own;
    bool m_idTyped = false;
};

} // namespace app
