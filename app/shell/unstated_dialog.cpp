// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/dropped_files.h"

#include "layers/geo/projection.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

namespace app {

namespace {

/// Asks for what a file does not state. OK can be pressed once every answer is one the program can use.
class UnstatedDialog : public QDialog {
    Q_DECLARE_TR_FUNCTIONS(UnstatedDialog)
public:
    UnstatedDialog(const DroppedFiles::Question& question, const QString& crs, QWidget* parent)
        : QDialog(parent), m_crs(new QComboBox(this)), m_encoding(new QComboBox(this)), m_wrong(new QLabel(this)),
          m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
    {
        setWindowTitle(tr("What does this file mean?"));
        auto* about = new QLabel(tr("%1 does not say. Its publisher should; a wrong choice puts things in the wrong place or garbles names.")
                                     .arg(QFileInfo(question.file).fileName()), this);
        about->setTextFormat(Qt::PlainText);
        about->setWordWrap(true);
        auto* form = new QFormLayout(this);
        form->addRow(about);
        fill(*m_crs, {crs, QStringLiteral("EPSG:4326"), QStringLiteral("EPSG:3857"), QStringLiteral("EPSG:3828")});
        fill(*m_encoding, {question.unstated.likelyEncoding, QStringLiteral("UTF-8"), QStringLiteral("CP950")});
        if (question.unstated.crs) form->addRow(tr("Coordinate system"), m_crs);
        if (question.unstated.encoding) form->addRow(tr("Encoding of texts"), m_encoding);
        m_crs->setVisible(question.unstated.crs);
        m_encoding->setVisible(question.unstated.encoding);
        form->addRow(m_wrong);
        form->addRow(m_buttons);
        connect(m_crs, &QComboBox::currentTextChanged, this, [this] { judge(); });
        connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
        connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
        judge();
    }

    DroppedFiles::Answer answer() const
    {
        return {m_crs->isHidden() ? QString() : m_crs->currentText(), m_encoding->isHidden() ? QString() : m_encoding->currentText()};
    }

private:
    static void fill(QComboBox& box, QStringList choices)
    {
        choices.removeAll(QString());
        choices.removeDuplicates();
        box.addItems(choices);
        box.setEditable(true);
    }

    void judge()
    {
        const bool good = m_crs->isHidden() || geo::Projection::fromCrs(m_crs->currentText()).ok();
        m_wrong->setText(good ? QString() : tr("PROJ does not know this coordinate system."));
        m_buttons->button(QDialogButtonBox::Ok)->setEnabled(good);
    }

    QComboBox* m_crs;
    QComboBox* m_encoding;
    QLabel* m_wrong;
    QDialogButtonBox* m_buttons;
};

} // namespace

DroppedFiles::Ask askWithDialog(QWidget* parent, const QString& crs)
{
    return [parent, crs](const DroppedFiles::Question& question) -> std::optional<DroppedFiles::Answer> {
        UnstatedDialog dialog(question, crs, parent);
        if (dialog.exec() != QDialog::Accepted) return std::nullopt;
        return dialog.answer();
    };
}

} // namespace app
