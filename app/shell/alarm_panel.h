// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/alarm_texts.h"
#include "layers/alarms/alarm.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace widgets {
class RankedTable;
}

namespace app {

/// The page of the alarms under the map: the list on the left, what an operator has to know of the chosen one on the
/// right, and along the top what he can do. Shows what it is given; asks for what he does. GUI thread.
class AlarmPanel : public QWidget {
    Q_OBJECT
public:
    explicit AlarmPanel(QWidget* parent = nullptr);

    /// Of which time the alarms are: nothing can be done to those of the past, and of some moments nobody knows any.
    enum class Time { Now, Past, Unknown };
    void setTime(Time time);
    static QString unknownText();

    void setTheme(const widgets::Theme& theme);
    /// `alarms` and what `tongue` refers to are read at once and not kept, but for the pack.
    void setAlarms(std::shared_ptr<const Pack> pack, std::shared_ptr<const alarms::Alarms> alarms, const QString& language, city::Instant now);
    void setFigures(const QStringList& lines);
    /// Stands before the summary from the next setAlarms() on; empty: nothing.
    void setNotice(const QString& notice) { m_notice = notice; }
    /// Whether new groups of top priority are said aloud; nothing is asked for.
    void setSpoken(bool spoken);
    void choose(const QString& alarm);
    QString chosen() const { return m_chosen; }

Q_SIGNALS:
    void asked(const alarms::Action& action); ///< Without who: the program knows.
    void figuresAsked();
    void spokenAsked(bool spoken);
    void focusAsked(const city::Focus& focus);

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void connectAll();
    void retranslate();
    void refresh();
    void describe();
    void ask(alarms::Action::Kind kind);
    QStringList marked() const;
    AlarmList list() const;

    std::shared_ptr<const Pack> m_pack;
    std::shared_ptr<const alarms::Alarms> m_alarms;
    QString m_language, m_chosen, m_notice;
    city::Instant m_now;
    Time m_whose = Time::Now;
    widgets::Theme m_theme;
    QWidget* m_side; ///< The detail.
    QLabel* m_summary;
    QComboBox* m_list;
    QLineEdit* m_note;
    QComboBox* m_time;
    QPushButton *m_acknowledge, *m_shelve, *m_service, *m_figures, *m_spoken;
    QStackedWidget* m_pages;
    widgets::RankedTable* m_table;
    QLabel* m_figureText;
    QLabel* m_title;
    QLabel* m_detail;
};

} // namespace app
