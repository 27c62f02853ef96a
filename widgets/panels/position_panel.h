// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace widgets {

/// One's own position: from where it is taken, switched on and off, what it says now. Knows words, not receivers.
class PositionPanel : public QWidget {
    Q_OBJECT
public:
    explicit PositionPanel(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// The choices of source: id, title, an example of its address (empty: it has none).
    struct Source {
        QString id, title, example;
    };
    void setSources(const std::vector<Source>& sources);
    QString source() const;
    QString address() const;
    void setSource(const QString& id, const QString& address);
    bool follows() const;
    void setOn(bool on);
    /// The position in words, and what is to be said of it.
    void setReading(const QString& headline, const QString& details);
    QString headline() const;
    QString details() const;

Q_SIGNALS:
    void startAsked();
    void stopAsked();
    void goAsked();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void chosen();

    std::vector<Source> m_sources;
    QComboBox* m_choice;
    QLineEdit* m_address;
    QPushButton *m_switch, *m_go;
    QCheckBox* m_follow;
    QLabel *m_headline, *m_details;
    bool m_on = false;
};

} // namespace widgets
