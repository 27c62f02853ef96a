// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/result.h"
#include "widgets/theme/theme.h"

#include <QWidget>
#include <vector>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace app {

/// Instead of the city when its pack cannot be used: every mistake with its place, and what to do next.
class ProblemsPage : public QWidget {
    Q_OBJECT
public:
    explicit ProblemsPage(QWidget* parent = nullptr);

    void setTheme(const widgets::Theme& theme);
    void setProblems(const QString& folder, const std::vector<city::Problem>& problems);
    /// While the pack is being read.
    void setReading(const QString& folder);
    QString text() const;

Q_SIGNALS:
    void openAsked();
    void againAsked();
    void newAsked();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QString m_folder;
    std::vector<city::Problem> m_problems;
    bool m_reading = true;
    QLabel* m_what;
    QLabel* m_next;
    QPlainTextEdit* m_list;
    QPushButton* m_open;
    QPushButton* m_again;
    QPushButton* m_copy;
    QPushButton* m_new;
};

} // namespace app
