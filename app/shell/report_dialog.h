// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/report_making.h"
#include "app/shell/session.h"

#include <QDialog>
#include <atomic>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QScrollArea;
class QSpinBox;

namespace app {

/// Makes a report of the city that is being looked at: which one, of where, in which language, with the pages as they
/// will be, and saves it. What is slow runs in the pool and can be cancelled; closing the dialog ends it. GUI thread.
class ReportDialog : public QDialog {
    Q_OBJECT
public:
    /// `session` must outlive it. `resources`: where the theme of paper is read from.
    ReportDialog(Session& session, const RunOptions& options, const QString& resources, const QString& language, QWidget* parent = nullptr);
    ~ReportDialog() override;

    /// The report that is shown, when it is ready.
    std::shared_ptr<const Report> report() const { return m_report; }
    /// Saves it; the file's ending says how.
    void save(const QString& file);

Q_SIGNALS:
    /// The preview shows what the choices ask for.
    void shown();
    void saved(const QStringList& files);
    void failed(const QString& why);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void addAreas();
    ReportOrder order() const;
    void make();
    void take(std::vector<ReportInput> inputs);
    void drawPage();
    void askWhere();
    void busy(const QString& what);
    void idle(const QString& what);

    Session& m_session;
    RunOptions m_options;
    widgets::Theme m_theme;
    QString m_language;
    QComboBox *m_which = nullptr, *m_where = nullptr;
    QLabel *m_purpose = nullptr, *m_page = nullptr, *m_state = nullptr;
    QPlainTextEdit* m_note = nullptr;
    QScrollArea* m_paper = nullptr;
    QSpinBox* m_number = nullptr;
    QProgressBar* m_progress = nullptr;
    QPushButton *m_save = nullptr, *m_cancel = nullptr;
    QTimer m_soon; ///< Several changes in quick succession make one report.
    std::unique_ptr<ReportMaking> m_making;
    std::shared_ptr<const Report> m_report;
    int m_asked = 0;  ///< Number of the last report asked for; earlier ones are dropped.
    int m_drawn = 0;  ///< The same of pictures of pages.
};

} // namespace app
